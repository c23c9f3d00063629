"""Days, numbers, lists and plurals in each language, and a catalogue that is whole."""

import ast
import re
import unicodedata
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from homejournal.resources import resource
from homejournal.texts.wording import languages, wording_of

EN, ES = wording_of("en"), wording_of("es")
DAY = date(2026, 3, 22)


def test_english_stands_first_and_spanish_is_there():
    assert languages()[0] == "en"
    assert "es" in languages()


def test_days_and_times_are_written_as_people_write_them():
    assert (EN.day(DAY), ES.day(DAY)) == ("March 22, 2026", "22 de marzo de 2026")
    assert EN.full_day(DAY) == "Sunday, March 22, 2026"
    assert ES.full_day(DAY) == "domingo, 22 de marzo de 2026"
    assert (EN.short_day(DAY), ES.short_day(DAY)) == ("Mar 22", "22 mar")
    assert (EN.month(DAY), ES.month(DAY)) == ("March 2026", "marzo de 2026")
    assert (EN.short_month(DAY), ES.short_month(DAY)) == ("Mar", "mar")
    assert EN.year(DAY) == ES.year(DAY) == "2026"
    assert (EN.weekday(DAY), ES.short_weekday(DAY)) == ("Sunday", "dom")
    assert EN.time(time(19, 30)).replace("\u202f", " ") == "7:30 PM"


def test_a_stretch_of_days_names_its_year_once():
    assert EN.between(date(2026, 3, 2), DAY) == "March 2 to March 22, 2026"
    assert EN.between(DAY, DAY) == "March 22, 2026"
    assert EN.between(date(2025, 12, 30), DAY) == "December 30, 2025 to March 22, 2026"
    assert ES.between(date(2026, 3, 2), DAY) == "2 de marzo al 22 de marzo de 2026"


@pytest.mark.parametrize(
    ("value", "english"),
    [
        (0, "0"), (1234, "1,234"), (Decimal("37.50"), "37.5"), (Decimal("1E+3"), "1,000"),
        (Decimal("-0.25"), "-0.25"), (10**20, "100,000,000,000,000,000,000"),
        (Decimal(100), "100"),
    ],
)  # fmt: skip
def test_numbers_have_separators_and_no_idle_zeros(value, english):
    assert EN.number(value) == english


def test_lists_end_in_and():
    assert [EN.list_of(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip
    assert ES.list_of(["a", "b", "c"]) == "a, b y c"


def test_one_and_many_are_told_apart():
    assert [EN.count("{n} day", "{n} days", n) for n in (0, 1, 2, 1000)] == [
        "0 days", "1 day", "2 days", "1,000 days",
    ]  # fmt: skip
    assert [ES.count("{n} day", "{n} days", n) for n in (0, 1, 2)] == ["0 días", "1 día", "2 días"]


def test_braces_in_what_a_person_wrote_are_no_placeholders():
    assert EN.text("from {person}", person="{person} {0} {") == "from {person} {0} {"


def test_a_language_without_a_catalogue_speaks_english_with_its_own_numbers():
    persian = wording_of("fa")
    assert persian.text("not today") == "not today"
    assert persian.direction == "rtl"
    assert persian.number(12) == "۱۲"


def test_arabic_has_the_digits_of_the_papers_of_an_american_team_and_six_plural_forms():
    arabic = wording_of("ar")
    assert arabic.direction == "rtl"
    assert arabic.number(12) == "12"
    said = [arabic.count("{n} day", "{n} days", n) for n in (0, 1, 2, 3, 11, 100)]
    assert len(set(said)) == 6


def test_what_a_person_wrote_is_kept_apart_only_where_its_direction_differs():
    assert EN.own("Ana, 3") == "Ana, 3"
    assert EN.own("Ana\u202e") == "\u2068Ana\u202e\u2069"  # a sign that turns what follows
    assert EN.own("أنا") == "\u2068أنا\u2069"
    assert wording_of("ar").own("Ana") == "\u2068Ana\u2069"


def test_a_phone_number_keeps_its_order_beside_words_that_are_read_from_the_right():
    assert EN.own("555-0117") == "555-0117"
    assert wording_of("ar").own("555-0117") == "\u2068555-0117\u2069"
    assert wording_of("ar").own("…") == "…"


def catalogue(language):
    with resource("translations", language, "LC_MESSAGES", "homejournal.po").open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def test_arabic_counts_from_eleven_to_99_in_the_case_that_they_ask_for():
    counted = re.compile(r"\{\w+\}\s+(\S*ًا)(?!\w)")
    told = [one for one in catalogue("ar") if isinstance(one.string, tuple)]
    wrong = [one.string[4] for one in told if counted.search(one.string[4])]
    assert wrong == []  # 100 to 102; the ending belongs to 11 to 99
    assert any(counted.search(one.string[5]) for one in told)


def forms(text):
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("language", languages()[1:])
def test_placeholders_are_named(language):
    for message in catalogue(language):
        for text in (*forms(message.id), *forms(message.string)):
            names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
            assert all(name.isidentifier() for name in names), text


def last_strong(text):
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in reversed([*ways]) if way in {"L", "R", "AL"}), "")


FROM_THE_RIGHT = [one for one in languages() if wording_of(one).direction == "rtl"]


@pytest.mark.parametrize("language", FROM_THE_RIGHT)
def test_no_ending_of_a_file_loses_its_dot_among_words_read_from_the_right(language):
    """Beside such words the dot of ".json" goes to its other side, unless a mark stands before."""
    for message in catalogue(language):
        for text in forms(message.string):
            for ending in re.finditer(r"\.[a-z]", text):
                assert last_strong(text[: ending.start()]) == "L", text


def calls():
    """Yield each call of what is named text or count in the program, with the name of its file."""
    for file in sorted(Path(resource().parent, "homejournal").rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        if "storage" in file.parts or not ("text(" in source or "count(" in source):
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and called(node) in {"text", "count"}:
                yield file.name, node


def called(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def is_literal(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.unmeasured
def test_only_literals_go_to_the_wording_so_that_none_is_left_out_of_the_catalogue():
    for file, call in calls():
        if not isinstance(call.func, ast.Attribute):
            continue
        owner = ast.unparse(call.func.value)
        is_said = call.args and ("wording" in owner or owner in {"w", "self"})
        literal = []
        if called(call) == "text" and is_said:
            literal = call.args[:1]
        elif called(call) == "count" and len(call.args) >= 3:
            literal = call.args[:2]
        assert all(map(is_literal, literal)), f"{file}: {ast.unparse(call)}"


@pytest.mark.unmeasured
def test_every_text_of_the_program_is_in_the_catalogue():
    """What stands in the braces of another text is found by Python, but not by what collects."""
    known = {forms(message.id)[0] for message in catalogue("es")}
    said = {call.args[0].value for _, call in calls() if call.args and is_literal(call.args[0])}
    left_out = {one for one in said if one not in known and any(map(str.isalpha, one))}
    assert left_out == set()
