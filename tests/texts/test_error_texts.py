"""Everything that can stand in the way has a sentence that says what to do."""

from pathlib import Path

import pytest

from homejournal.domain import errors
from homejournal.domain.errors import Fault, FaultKind, Reason
from homejournal.domain.safe.passwords import SheetTypoError
from homejournal.texts.error_texts import explain, explain_value
from homejournal.texts.file_faults import FAULTS, explain_fault
from homejournal.texts.wording import languages, wording_of

EN, ES = wording_of("en"), wording_of("es")
FOLDER = Path("/home/ana/journal")


def every_class(cls):
    return {cls} | {sub for each in cls.__subclasses__() for sub in every_class(each)}


def made(cls):
    if issubclass(cls, errors.JournalFileError):
        return cls(FOLDER)
    return {
        errors.InvalidValueError: lambda: cls("name", Reason.EMPTY),
        errors.RecordMissingError: lambda: cls("Mateo"),
        errors.AmbiguousNameError: lambda: cls("Mateo", ["1", "2"]),
        errors.ImportFaultsError: lambda: cls([Fault("", "empty_file")]),
        errors.MediaRefusedError: lambda: cls(errors.MediaRefusal.EMPTY),
        errors.FilesNotKeptError: lambda: cls([("cup.jpg", errors.MediaMissingError("0" * 64))]),
        errors.MediaMissingError: lambda: cls("0" * 64),
        errors.SharingRefusedError: lambda: cls(errors.SharingRefusal.OTHER_KEY),
    }.get(cls, cls)()


OURS = {
    cls
    for cls in every_class(errors.JournalError)
    if cls.__module__.startswith("homejournal.domain.errors")
} - {errors.JournalError, errors.JournalFileError}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("cls", sorted(OURS, key=lambda cls: cls.__name__))
def test_every_error_has_its_own_sentence(cls, language):
    wording = wording_of(language)
    said = explain(wording, made(cls))
    assert said != explain(wording, Exception())
    assert said.count(".") + said.count(":") >= 1
    if issubclass(cls, errors.JournalFileError):
        assert (str(FOLDER) in said) is (cls is not errors.WrongPasswordError)
        others = (OURS - {cls}) & every_class(errors.JournalFileError)
        assert said not in {explain(wording, made(other)) for other in others}


@pytest.mark.parametrize("in_window", [True, False])
def test_a_slip_in_the_letters_of_a_sheet_is_told_by_its_group(in_window):
    said = explain(EN, SheetTypoError((3,)), in_window=in_window)
    assert said == "Group 3 is not as it is printed. Look at it once more."


@pytest.mark.parametrize(("lies_there", "told"), [(True, "is damaged"), (False, "not in the")])
def test_a_photo_that_does_not_read_leads_to_the_check_and_the_copies_first(lies_there, told):
    said = explain(EN, errors.MediaMissingError("0" * 64, lies_there=lies_there))
    assert said.startswith("This picture or hand-out is")
    assert told in said
    assert said.index("“Check now”") < said.index("“Bring back from a copy…”")
    assert said.endswith("If no copy has it, you can add it again.")


def test_every_reason_for_which_a_file_is_not_kept_has_its_sentence():
    said = {explain(EN, errors.MediaRefusedError(why, 20)) for why in errors.MediaRefusal}
    assert len(said) == len(errors.MediaRefusal)
    assert any("20 MB" in one for one in said)


def test_what_nobody_expected_has_a_sentence_too():
    assert "ZeroDivisionError" in explain(EN, ZeroDivisionError())


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_of_a_refused_value_has_words(reason):
    said = explain(EN, errors.InvalidValueError("born", reason, 200))
    assert said.startswith("Birthday: ")
    assert said.endswith("Nothing was changed.")


LIMITED = {
    FaultKind.TOO_LARGE: ("1048576", "the file is too large; at most 1 MB are read"),
    FaultKind.TOO_MANY_ROWS: ("20000", "the file has too many rows; at most 20,000 are read"),
    FaultKind.TOO_MANY_COLUMNS: ("60", "the file has too many columns; at most 60 are read"),
    Reason.TOO_LONG: ("2000", "this is too long; at most 2,000 letters"),
}


@pytest.mark.parametrize(("what", "told"), LIMITED.items())
def test_a_limit_is_told_as_people_count(what, told):
    detail, words = told
    assert explain_fault(EN, Fault("", what, detail)) == f"the whole file – {words}"
    assert explain_fault(ES, Fault("", what, detail)) != explain_fault(EN, Fault("", what, detail))


@pytest.mark.parametrize("what", [one for one in (*FaultKind, *Reason) if one not in LIMITED])
def test_every_fault_of_a_file_has_words_with_its_place_and_value(what):
    said = explain_fault(EN, Fault("practices[3].day", what, "2026-13-40"))
    assert said.startswith("practices[3].day – ")
    ends = "2026-13-40 or later; install it to read the file"
    assert said.endswith(ends if what is FaultKind.NEWER_SCHEMA else ": 2026-13-40")
    assert what in FAULTS
    assert explain_fault(ES, Fault("", what)) != explain_fault(EN, Fault("", what))


def test_a_fault_begins_with_its_place_also_where_reading_begins_at_the_right():
    said = explain_fault(wording_of("ar"), Fault("notes", FaultKind.UNKNOWN_LIST))
    assert said.startswith("\u2068notes\u2069 – ")


def test_many_faults_are_told_with_a_number_for_the_rest():
    faults = [Fault(f"notes[{place}]", FaultKind.NOT_TEXT) for place in range(25)]
    lines = explain(EN, errors.ImportFaultsError(faults)).splitlines()
    assert lines[0].startswith("Nothing was taken from the file. 25 places")
    assert len(lines) == 22
    assert lines[-1] == "  and 5 more places"


def test_a_newer_homejournal_is_named_where_the_file_names_it():
    said = explain(EN, errors.JournalTooNewError(FOLDER, "2.1"))
    assert "needs version \u20682.1\u2069 or later" in said or "needs version 2.1 or later" in said
    assert "install the newer version" in explain(EN, errors.JournalTooNewError(FOLDER))


def test_who_writes_in_the_journal_is_named():
    busy = errors.JournalBusyError(FOLDER, "homejournal on kitchen")
    assert "homejournal on kitchen" in explain(EN, busy)


@pytest.mark.parametrize(
    "cls", [errors.DiskError, errors.DiskFullError, errors.JournalReadOnlyError]
)
def test_only_a_window_says_that_it_keeps_what_was_typed(cls):
    assert "stays in the window" in explain(EN, cls(FOLDER))
    assert "window" not in explain(EN, cls(FOLDER), in_window=False)


def test_without_a_window_nobody_is_asked_to_close_it():
    assert "Close the window" in explain(EN, ZeroDivisionError())
    assert "window" not in explain(EN, ZeroDivisionError(), in_window=False)


def test_a_name_that_is_not_there_is_answered_with_those_that_are():
    said = explain(EN, errors.RecordMissingError("Mateo", ["Noa", "Leo"]))
    assert said == "Nothing in this journal is called Mateo. These names are here: Noa, Leo."
    said = explain(EN, errors.RecordMissingError("Mateo", []))
    assert said == ("Nothing in this journal is called Mateo. Nothing of this kind is in it yet.")


def test_what_is_wrong_with_a_value_stands_under_its_field_without_its_name():
    said = explain_value(EN, errors.InvalidValueError("born", Reason.IN_THE_FUTURE))
    assert said == "This day is still to come. Choose today or an earlier day."


def test_a_path_keeps_its_direction_between_words_that_are_read_from_the_right():
    path = Path("/home/mom/journal")
    said = explain(wording_of("ar"), errors.JournalDamagedError(path))
    assert "\u2068/home/mom/journal\u2069" in said
    assert "/home/mom/journal is" in explain(wording_of("en"), errors.JournalDamagedError(path))
