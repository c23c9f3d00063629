"""The main job once more, by keyboard alone; the screen reader only listens."""

from pypdf import PdfReader

CARD = "Pause and wait"


def first_start(person):
    """Go through the first start with Enter and letters; leaves with the first answer in focus."""
    person.look("button", "Start our journal", states=["focused"])
    person.keys("Return")
    person.moves_to("What do you call your child?")
    person.letters("Maya")
    person.keys("Return")
    person.moves_to("What did your therapist suggest?")
    person.letters(CARD)
    person.keys("Return")
    person.moves_to("A lot of help")


def tab_to(person, name, most=60):
    """Press Tab until the focus is on a part of that name; return how often it was pressed."""
    for pressed in range(1, most + 1):
        person.keys("Tab")
        if person.moves_to("") == name:
            return pressed
    raise AssertionError(f"Tab does not come to {name}")


def plan_a_strategy(person):
    """Add a strategy that is rated by a number, with arrows inside the groups of choices."""
    person.keys("ctrl+2")
    person.hears("Plan")
    person.moves_to("Plan")
    tab_to(person, "Add a strategy")
    person.keys("space")
    person.moves_to("What will you do?")
    person.letters("Warm bath before bed")
    tab_to(person, "How much help?")
    person.keys("Right")
    person.moves_to("How did it go?")
    person.keys("Right")
    person.moves_to("A number")
    tab_to(person, "Number of what?")
    person.letters("minutes")
    person.keys("Return")
    person.hears("Warm bath before bed")


def log_a_day(person):
    """Rate with a digit, write a note, and say "not today"."""
    person.keys("ctrl+1")
    person.hears("Today")
    person.moves_to("A lot of help")
    person.keys("2")
    assert person.hears(CARD) == "Pause and wait: some help"
    person.keys("Return")
    person.moves_to("Add a note (optional)")
    person.letters("She waited for the cup.")
    person.keys("ctrl+Return")
    person.hears("Note saved")
    person.moves_to("Some help")


def correct_it(person):
    """Take steps back and do them again, and rate the first time of the day anew."""
    person.keys("ctrl+z")
    person.hears("Undone: ")
    person.keys("ctrl+shift+z")
    person.hears("Done again: ")
    person.keys("alt+4")
    assert person.hears(CARD) == "Pause and wait: on own"


def save_the_page(person, file):
    """Save the page for the visit as a PDF."""
    person.keys("ctrl+5")
    person.hears("Visit page")
    person.keys("ctrl+s")
    person.moves_to("File name:")
    person.keys("ctrl+a")
    person.letters(str(file))
    person.keys("Return")
    assert file.name in person.hears("Saved as")


def test_the_main_job_by_keyboard_alone(started, tmp_path):
    person, file = started(), tmp_path / "page.pdf"
    first_start(person)
    plan_a_strategy(person)
    log_a_day(person)
    correct_it(person)
    save_the_page(person, file)
    (sheet,) = PdfReader(file).pages
    said = " ".join(sheet.extract_text().split())
    assert "Pause and wait" in said
    assert "On own 1" in said


def test_the_key_of_another_page_does_not_overtake_the_letters_before_it(started):
    person = started()
    first_start(person)
    person.keys("2")
    person.hears(CARD)
    person.keys("Return")
    person.moves_to("Add a note (optional)")
    person.keys(*"waited", "ctrl+2")
    person.hears("Plan")
    person.moves_to("Plan")
    person.keys("ctrl+1")
    person.hears("Today")
    person.moves_to("Some help")
    person.keys("Return")
    person.moves_to("Add a note (optional)")
    assert person.text("Add a note (optional)") == "waited"


def test_what_is_typed_after_an_answer_is_a_note_and_no_command(started):
    person = started()
    first_start(person)
    person.keys("2")
    assert person.hears(CARD) == "Pause and wait: some help"
    person.letters("no luck today, 2 bites, o well")
    assert person.text("Add a note (optional)") == "no luck today, 2 bites, o well"
    person.keys("ctrl+Return")
    assert person.hears("Note saved") == "Note saved"
    person.keys("ctrl+z")
    person.hears("Undone: Note saved")
    person.keys("ctrl+z")
    assert person.hears("Undone: Pause") == "Undone: Pause and wait: some help"


def test_an_arrow_from_menu_to_menu_ends_at_a_line_and_not_at_what_lies_behind(started):
    person = started()
    first_start(person)
    person.keys("F10")
    person.moves_to("File")
    person.keys("Down")
    person.moves_to("New journal")
    person.keys("Right")
    person.moves_to("Edit")
    person.moves_to("A lot of help")  # the field behind comes to the front for a moment
    assert person.moves_to("") == "Add a moment"
