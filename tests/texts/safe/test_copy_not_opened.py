"""What is said of a copy that does not open speaks of it, and claims no more than is known."""

from pathlib import Path

import pytest

from homejournal.domain import errors
from homejournal.texts.error_texts import explain
from homejournal.texts.safe.restoring import explain_copy, no_copy_but_keys
from homejournal.texts.wording import languages, wording_of

EN = wording_of("en")
COPY = Path("/media/stick/00000002-20260322T190500Z.hj")
NUMBER = "048213"
OF_COPIES = [
    errors.JournalMissingError,
    errors.NotAJournalError,
    errors.WrongPasswordError,
    errors.KeysDamagedError,
    errors.OtherKeyError,
]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", OF_COPIES)
def test_each_speaks_of_the_copy(language, kind):
    wording = wording_of(language)
    failure = kind(COPY.parent)
    said = explain_copy(wording, COPY, failure, NUMBER)
    assert said != explain(wording, failure, in_window=False)
    others = [one(COPY.parent) for one in OF_COPIES if one is not kind]
    assert said not in [explain_copy(wording, COPY, one, NUMBER) for one in others]


def test_a_key_of_another_time_may_be_one_of_this_journal():
    said = explain_copy(EN, COPY, errors.OtherKeyError(COPY.parent), NUMBER)
    assert "an earlier or a later time of this journal, or of another journal" in said
    assert said.endswith("If your sheets have numbers, look for number 048213.")
    unread = explain_copy(EN, COPY, errors.OtherKeyError(COPY.parent), "")
    assert unread == said.removesuffix(" If your sheets have numbers, look for number 048213.")


def test_the_keys_file_is_called_as_it_is_beside_a_copy():
    said = explain_copy(EN, COPY, errors.KeysDamagedError(COPY.parent), NUMBER)
    assert "00000002-20260322T190500Z.keys.json is missing" in said


def test_what_is_no_copy_is_told_with_the_name_of_one():
    chosen = Path("/home/ana/sheet.pdf")
    said = explain_copy(EN, chosen, errors.NotAJournalError(chosen.parent), NUMBER)
    assert said.startswith("sheet.pdf is not a copy of a journal. Copies have names like 0")
    assert "keys.json" not in said
    assert NUMBER not in said


def test_locked_keys_lead_to_what_they_open():
    keys = COPY.with_suffix(".keys.json")
    said = explain_copy(EN, keys, errors.NotAJournalError(keys.parent), NUMBER)
    assert said.endswith(f"Choose that one: {COPY.name}.")
    assert "of the journal beside it" in no_copy_but_keys(EN, Path("keys.json"))


@pytest.mark.parametrize(
    "failure",
    [errors.JournalDamagedError(Path("/home/ana/journal")), errors.DiskError(COPY.parent)],
)
def test_what_the_journal_itself_or_a_disk_refuses_is_told_as_ever(failure):
    assert explain_copy(EN, COPY, failure, NUMBER) == explain(EN, failure, in_window=False)
