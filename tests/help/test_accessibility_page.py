"""The page on accessibility has a line for each rule, and names only tests that are there."""

import re
from pathlib import Path

import pytest

from homejournal.resources import resource

ROOT = Path(__file__).resolve().parents[2]
WCAG = [
    "1.1.1",
    "1.2.1",
    "1.2.2",
    "1.2.3",
    "1.2.4",
    "1.2.5",
    "1.3.1",
    "1.3.2",
    "1.3.3",
    "1.3.4",
    "1.3.5",
    "1.4.1",
    "1.4.2",
    "1.4.3",
    "1.4.4",
    "1.4.5",
    "1.4.10",
    "1.4.11",
    "1.4.12",
    "1.4.13",
    "2.1.1",
    "2.1.2",
    "2.1.4",
    "2.2.1",
    "2.2.2",
    "2.3.1",
    "2.4.1",
    "2.4.2",
    "2.4.3",
    "2.4.4",
    "2.4.5",
    "2.4.6",
    "2.4.7",
    "2.4.11",
    "2.5.1",
    "2.5.2",
    "2.5.3",
    "2.5.4",
    "2.5.7",
    "2.5.8",
    "3.1.1",
    "3.1.2",
    "3.2.1",
    "3.2.2",
    "3.2.3",
    "3.2.4",
    "3.2.6",
    "3.3.1",
    "3.3.2",
    "3.3.3",
    "3.3.4",
    "3.3.7",
    "3.3.8",
    "4.1.2",
    "4.1.3",
]
"""The success criteria of levels A and AA of WCAG 2.2 (https://www.w3.org/TR/WCAG22/)."""
SOFTWARE = [
    "11.5.1",
    *(f"11.5.2.{number}" for number in range(1, 18)),
    "11.6.1",
    "11.6.2",
    "11.7",
    *(f"11.8.{number}" for number in range(1, 6)),
]
"""The clauses of chapter 11 of EN 301 549 V3.2.1 that are not WCAG's."""
LANGUAGES = ("en", "es", "ar")
MET = {"en": "met", "es": "cumple", "ar": "متوافق"}


def text_of(language):
    return resource("help", language, "accessibility.md").read_text(encoding="utf-8")


def lines_of(language):
    """Return the cells of each line of the tables, without their heads."""
    lines = [line for line in text_of(language).splitlines() if re.match(r"\| \d", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_line(language):
    rules = [rule for rule, *_ in lines_of(language)]
    assert rules[: len(WCAG)] == WCAG
    assert rules[len(WCAG) + 1 :] == SOFTWARE


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_met_names_tests_that_are_there(language):
    for rule, state, how, tests in lines_of(language):
        assert how, rule
        named = re.findall(r"`([^`]+)`", tests)
        assert named or state != MET[language], f"{rule} is met, and nothing shows it"
        for name in named:
            assert (ROOT / name).is_file(), name


def test_all_languages_say_the_same_state_of_each_rule():
    first, *others = (
        [(rule.split()[0], state == MET[language]) for rule, state, *_ in lines_of(language)]
        for language in LANGUAGES
    )
    assert all(other == first for other in others)
