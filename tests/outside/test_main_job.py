"""The whole main job, done as a screen reader does it: by roles and names, without one key.

First start, a plan, a day, a correction, and the page for the visit as a PDF.
"""

from pypdf import PdfReader

CARD = "Pause and wait"


def first_start(reader):
    """Go through the first start; leaves with Today open."""
    reader.look("button", "Start our journal", states=["focused"])
    reader.press("button", "Start our journal")
    reader.hears("What do you call your child?")
    reader.type("What do you call your child?", "Maya")
    reader.type("What did your therapist suggest?", CARD)
    reader.press("button", "How often, and how to answer")
    reader.press("radio button", "twice a day")
    reader.press("button", "Open Today")
    reader.hears("Today")


def plan_a_strategy(reader):
    """Add a second strategy to the plan."""
    reader.press("button", "Our child")
    reader.hears("About")
    reader.press("page tab", "Plan")
    reader.hears("Plan")
    reader.press("button", "Add a strategy")
    reader.look("dialog", "Add a strategy", states=["active"])
    reader.type("What will you do?", "Warm bath before bed")
    reader.press("radio button", "A number")
    reader.type("Number of what?", "minutes")
    reader.press("button", "Save")
    reader.hears("Warm bath before bed")
    reader.gone("dialog", "Add a strategy")
    reader.look("panel", "Warm bath before bed")


def log_a_day(reader):
    """Write down what was done on the day, with a number and a note."""
    reader.press("button", "Today")
    reader.hears("Today")
    reader.press("radio button", "Some help", about="Time 1")
    assert reader.hears(CARD) == "Pause and wait: some help"
    reader.look("radio button", "Some help", about="Time 1", states=["checked"])
    reader.press("radio button", "Not today", about="Time 2")
    assert "not today" in reader.hears(CARD)
    reader.type("minutes", "14", about="Warm bath before bed")
    reader.press("button", "Save", about="Warm bath before bed")
    assert "14 minutes" in reader.hears("Warm bath before bed")


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
