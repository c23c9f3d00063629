"""Ways through the window that more than one goes from outside, by roles and names alone."""

from outside.client import Client, OutsideError, Told

CARD = "Pause and wait"
TYPED = "the way to the lake"
"""A password, as it is typed."""


def first_start(reader: Client) -> None:
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


def plan_a_strategy(reader: Client) -> None:
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


def log_a_day(reader: Client) -> None:
    """Write down what was done on the day, with a number and a note."""
    reader.press("button", "Today")
    reader.hears("Today")
    reader.press("radio button", "Some help", about="Time 1")
    _says(reader.hears(CARD), "Pause and wait: some help")
    reader.look("radio button", "Some help", about="Time 1", states=["checked"])
    reader.press("radio button", "Not today", about="Time 2")
    _says(reader.hears(CARD), "not today")
    reader.type("minutes", "14", about="Warm bath before bed")
    reader.press("button", "Save", about="Warm bath before bed")
    _says(reader.hears("Warm bath before bed"), "14 minutes")


def set_password(reader: Client) -> None:
    """Go through the steps to a password, with the letters of the sheet as they are heard."""
    reader.press("button", "Set a password…")
    reader.look("password text", "New password", about="at least 6 letters")
    type_password(reader, "New password", TYPED)
    type_password(reader, "The same password once more", TYPED)
    reader.press("button", "Continue")
    reader.hears("Print the recovery sheet")
    reader.press("button", "Look at it and print it…")
    sheet = reader.look("panel", "Preview of the page", about="Recovery sheet: ")["description"]
    groups = sheet.removeprefix("Recovery sheet: ").split()
    reader.press("button", "Close")
    reader.press("button", "Continue")
    reader.hears("Check that you have the sheet")
    for one in newest_window(reader):
        if one["role"] == "text":
            reader.type(one["name"], groups[int(one["name"].split()[-1]) - 1])
    reader.press("button", "Encrypt the journal now")
    reader.hears("The journal is encrypted")
    reader.keys("Escape")
    reader.gone("dialog", "A password for the journal")


def type_password(reader: Client, name: str, words: str) -> None:
    """Type a password in the place of what stands there."""
    reader.focus("password text", name)
    reader.keys("ctrl+a")
    reader.letters(words)


def newest_window(reader: Client) -> list[Told]:
    """Return what stands in the newest window alone."""
    first, *others = reader.tree()
    depths = [one["depth"] for one in others]
    return [first, *others[: depths.index(0) if 0 in depths else None]]


def _says(sentence: str, words: str) -> None:
    if words not in sentence:
        raise OutsideError(f"{words!r} was to be said, and {sentence!r} was")
