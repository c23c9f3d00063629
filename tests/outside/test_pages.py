"""Every page as a screen reader meets it: names, cells, pictures, a walk with Tab, and errors."""

import pytest

PAGES = {
    1: "Today",
    2: "Plan",
    3: "Journal",
    4: "Progress",
    5: "Visit page",
    6: "Visits",
    7: "Our team",
    8: "About our child",
    9: "Type in a week",
    "shift+t": "All children together",
    "comma": "Settings",
    "shift+k": "Keep it safe",
}
DAY = "2026-06-28"
SAID_IN_LISTS = {"list item", "table cell"}
"""Told with the place in the list, or with the heads of its row and column."""
MOST_STOPS = 250
AT_ONCE = 25


@pytest.fixture
def example(started):
    """The example family, with its first answer in focus."""
    reader = started("--example", "--today", DAY)
    reader.look("radio button", "Hard", about="Toy one step away", states=["focused"])
    return reader


def open_page(reader, key):
    """Open a page by its key and wait until it is there."""
    reader.keys(f"ctrl+{key}")
    reader.look("frame", f"{PAGES[key]} – Example family – homejournal")


def test_everything_on_every_page_has_a_name_and_none_has_the_same_twice(example):
    faults = {}
    for key, page in PAGES.items():
        open_page(example, key)
        parts = [one for one in example.tree() if "focusable" in one["states"]]
        nameless = [part["role"] for part in parts if not part["name"]]
        told = [(part["role"], part["name"], part["description"]) for part in parts]
        twice = {one for one in told if told.count(one) > 1 and one[0] not in SAID_IN_LISTS}
        # The way to the visit page stands in the navigation and on Today, and does the same.
        twice.discard(("button", "Visit page", ""))
        if nameless or twice:
            faults[page] = nameless, twice
    assert faults == {}


def test_rows_and_charts_say_what_they_show(example):
    open_page(example, 4)
    row = example.look("image", "Toy one step away")
    assert "Did it: " in row["description"]
    example.press("button", "Pause and wait")
    chart = example.look("image", "Pause and wait · how much help, by routine")
    assert chart["description"].startswith("Chart by routine. Breakfast: some help 3")
    open_page(example, 5)
    example.look("image", "Page 1 of 1")


def test_a_box_of_the_week_says_what_it_holds_and_its_heads_say_the_rest(example):
    open_page(example, 9)
    week = "The week, box by box"
    assert example.cells(week)[1][0] == "3, a little help"
    heads = example.heads(week, 1, 0)
    assert heads == ["Pause and wait · Breakfast", "Monday, June 22"]


def test_titles_are_headings_and_what_opens_something_says_so(example):
    example.look("heading", "Today")
    example.look("button", "Child: Noa", states=["has_popup"])
    open_page(example, 4)
    example.look("button", "Add a filter", states=["has_popup"])
    open_page(example, 6)
    example.look("button", "June 10 · Dana", states=["expandable"])
    example.press("button", "June 10 · Dana")
    example.look("button", "June 10 · Dana", states=["expanded"])


def test_tab_goes_around_every_page_and_is_trapped_nowhere(example):
    trapped = []
    for key, page in PAGES.items():
        open_page(example, key)
        example.focus("button", "Child: Noa")
        example.heard(0.1)
        names = []
        while "Child: Noa" not in names and len(names) < MOST_STOPS:
            example.keys(*["Tab"] * AT_ONCE)
            names += stops_heard(example, AT_ONCE)
        if "Child: Noa" not in names:
            trapped.append((page, names[-3:]))
    assert trapped == []


def stops_heard(reader, count):
    """Return the names of the parts that the focus came to, until so many or no more are heard."""
    names, still = [], 0
    while len(names) < count and still < 10:
        new = [one["name"] for one in reader.heard(0.05) if one["kind"] == "focused" and one["on"]]
        still = 0 if new else still + 1
        names += new
    return names


def test_what_is_not_right_yet_is_said_and_nothing_typed_is_lost(example):
    open_page(example, 2)
    example.press("button", "Add a strategy")
    example.press("button", "How we do it, and more")
    example.type("Names for the times", "breakfast")
    example.heard()
    example.press("button", "Save")
    said = example.hears("")
    field = example.look("text", "What will you do?", states=["focused"])
    assert said in field["description"]
    assert example.text("Names for the times") == "breakfast"


def test_a_number_that_is_none_is_said(example):
    example.type("minutes", "many", about="Same three steps to bed")
    example.focus("text", "minutes", about="Same three steps to bed")
    example.focus("button", "Today")
    example.hears("Please type a number")


def test_the_window_in_spanish_is_named_as_well(started):
    reader = started("--example", "--today", DAY, language="es")
    reader.look("frame", "Hoy – Familia de ejemplo – homejournal")
    parts = [one for one in reader.tree() if "focusable" in one["states"]]
    assert [part for part in parts if not part["name"]] == []
    assert not {part["name"] for part in parts} & {"Today", "Journal", "Progress", "Visits"}


def test_nothing_of_the_journal_is_told_while_it_is_hidden(example):
    private = ("Noa", "Toy one step away", "Dana")
    assert all(any(word in told for told in example.words()) for word in private)
    example.keys("F9")
    example.gone("radio button", "Hard")
    example.unsaid(*private)
    assert example.words()
    example.keys("F9")
    example.look("radio button", "Hard", about="Toy one step away", states=["focused"])
