"""The whole main job, done as a screen reader does it: by roles and names, without one key.

First start, a plan, a day, a correction, and the page for the visit as a PDF.
"""

from pypdf import PdfReader

from outside.walks import CARD, first_start, log_a_day, plan_a_strategy


def correct_it(reader):
    """Take a step back, do it again, and change a rating that was written."""
    reader.press("button", "Undo")
    assert reader.hears("Undone").startswith("Undone: Warm bath before bed")
    reader.look("radio button", "Some help", about="Time 1", states=["checked"])
    reader.press("radio button", "On own", about="Time 1")
    assert reader.hears(CARD) == "Pause and wait: on own"


def save_the_page(reader, file):
    """Save the page for the visit as a PDF."""
    reader.press("button", "Visits")
    reader.press("page tab", "Visit page")
    reader.hears("Visit page")
    reader.type("The one thing we want to say today", "She waits for the cup now.")
    reader.press("button", "Save as PDF…")
    reader.look("dialog", "Save as PDF")
    reader.type("File name:", str(file))
    reader.press("button", "Save")
    assert file.name in reader.hears("Saved as")


def test_the_main_job_by_roles_and_names_alone(started, tmp_path):
    reader, file = started(), tmp_path / "page.pdf"
    first_start(reader)
    plan_a_strategy(reader)
    log_a_day(reader)
    correct_it(reader)
    save_the_page(reader, file)
    (sheet,) = PdfReader(file).pages
    said = " ".join(sheet.extract_text().split())
    assert "She waits for the cup now." in said
    assert "Pause and wait" in said
    assert "On own 1" in said
