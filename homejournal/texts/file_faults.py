"""The words of every fault that a file which comes in can have, with its place."""

from collections.abc import Callable, Mapping

from homejournal.domain.errors import Fault, FaultKind, Reason
from homejournal.texts.wording import Wording


def explain_fault(wording: Wording, fault: Fault) -> str:
    """Return the sentence for one fault of a file, with its place."""
    words = FAULTS.get(fault.what, FAULTS[FaultKind.WRONG])(wording)
    if fault.what is FaultKind.NEWER_SCHEMA and fault.detail:
        words = wording.text(
            "the file needs homejournal {version} or later; install it to read the file",
            version=wording.own(fault.detail),
        )
    elif fault.what in _LIMITS and fault.detail:
        words = _LIMITS[fault.what](wording, int(fault.detail))
    elif fault.detail:
        # Translators: a fault in a file and the value that is wrong, "this is no day: 2026-13-40"
        words = wording.text("{fault}: {value}", fault=words, value=wording.own(fault.detail))
    place = wording.own(fault.place) if fault.place else wording.text("the whole file")
    # Translators: a place in a file and what is wrong there
    return wording.text("{place} – {fault}", place=place, fault=words)


FAULTS: Mapping[str, Callable[[Wording], str]] = {
    FaultKind.TOO_LARGE: lambda w: w.text("the file is too large"),
    FaultKind.TOO_MANY_ROWS: lambda w: w.text("the file has too many rows"),
    FaultKind.TOO_MANY_COLUMNS: lambda w: w.text("the file has too many columns"),
    FaultKind.NOT_UTF8: lambda w: w.text("the file is not text in UTF-8"),
    FaultKind.BYTE_ORDER_MARK: lambda w: w.text(
        "the file begins with a byte order mark; save it as UTF-8 without one"
    ),
    FaultKind.EMPTY_FILE: lambda w: w.text("the file is empty"),
    FaultKind.CUT_SHORT: lambda w: w.text("the file ends in the middle; copy it once more"),
    FaultKind.NOT_JSON: lambda w: w.text("this is not JSON, at line and column"),
    FaultKind.TOO_DEEP: lambda w: w.text("lists inside lists, too many of them"),
    FaultKind.NOT_HOMEJOURNAL: lambda w: w.text("this is not a homejournal file"),
    FaultKind.A_PLAN: lambda w: w.text(
        "this is a plan file; open homejournal and take it in on Plan"
    ),
    FaultKind.A_WORKBOOK: lambda w: w.text(
        "this is a workbook, made for reading; bring in the one file (.json) or the tables (.zip)"
    ),
    FaultKind.A_PACK: lambda w: w.text(
        "this is a sealed file; add it in homejournal under Keep it safe, with “Add a file "
        "from another computer…”"
    ),
    FaultKind.NOT_A_PACK: lambda w: w.text("this is not a file from another computer or home"),
    FaultKind.NOT_A_PLAN: lambda w: w.text("this is not a plan file"),
    FaultKind.NOT_A_TABLE: lambda w: w.text(
        "this is not a table as text; save it as CSV in your spreadsheet program"
    ),
    FaultKind.UNKNOWN_SCHEMA: lambda w: w.text("the number of the format is not one we know"),
    FaultKind.NEWER_SCHEMA: lambda w: w.text(
        "the file was written by a newer homejournal; install that version to read it"
    ),
    FaultKind.UNKNOWN_LIST: lambda w: w.text("there is no list of this name"),
    FaultKind.UNKNOWN_FIELD: lambda w: w.text("there is no field of this name"),
    FaultKind.MISSING_FIELD: lambda w: w.text("this field is needed and not there"),
    FaultKind.DUPLICATE_KEY: lambda w: w.text("this name is there twice"),
    FaultKind.DUPLICATE_ID: lambda w: w.text("two records have this id"),
    FaultKind.NOT_A_NUMBER: lambda w: w.text("this is not a number"),
    FaultKind.DECIMAL_NOT_TEXT: lambda w: w.text(
        'a number with a point goes in quotes, like "5.5"'
    ),
    FaultKind.NUMBER_TOO_LONG: lambda w: w.text("this number is too long"),
    FaultKind.NOT_TEXT: lambda w: w.text("this must be text"),
    FaultKind.NOT_WHOLE_NUMBER: lambda w: w.text("this must be a whole number"),
    FaultKind.NOT_YES_NO: lambda w: w.text("this must be true or false"),
    FaultKind.NOT_A_LIST: lambda w: w.text("this must be a list"),
    FaultKind.NOT_AN_OBJECT: lambda w: w.text("this must be an object with names and values"),
    FaultKind.NOT_A_DAY: lambda w: w.text("this is not a date; write it like 2026-03-22"),
    FaultKind.NOT_A_TIME: lambda w: w.text("this is not a time of day; write it like 19:30"),
    FaultKind.NOT_AN_INSTANT: lambda w: w.text(
        "this is not a date and time with an offset; write it like 2026-03-22T19:30:00-05:00"
    ),
    FaultKind.NOT_A_DECIMAL: lambda w: w.text('this is not a number in quotes, like "5.5"'),
    FaultKind.NOT_AN_ID: lambda w: w.text("this is not an id (UUID)"),
    FaultKind.NOT_A_CHOICE: lambda w: w.text("this is none of the words that can be here"),
    FaultKind.REFERENCE_TO_NOTHING: lambda w: w.text("this points to a record that is not there"),
    FaultKind.REFERENCE_TO_OTHER_KIND: lambda w: w.text("this points to a record of another kind"),
    FaultKind.REVISION_DOES_NOT_FIT: lambda w: w.text("the content was changed by another hand"),
    FaultKind.WRONG: lambda w: w.text("this does not fit here"),
    Reason.EMPTY: lambda w: w.text("something must be here"),
    Reason.TOO_LONG: lambda w: w.text("this is too long"),
    Reason.CONTROL_CHARACTER: lambda w: w.text("this holds a character that cannot be written"),
    Reason.OUT_OF_RANGE: lambda w: w.text("this is outside what is possible"),
    Reason.IN_THE_FUTURE: lambda w: w.text("this day is still to come"),
    Reason.DATES_REVERSED: lambda w: w.text("the last day comes before the first"),
    Reason.DOES_NOT_FIT: lambda w: w.text("this does not fit with the rest of the record"),
}
"""What is said of each FaultKind and Reason; the detail follows after a colon."""

_LIMITS: Mapping[str, Callable[[Wording, int], str]] = {
    FaultKind.TOO_LARGE: lambda w, most: w.text(
        "the file is too large; at most {size} MB are read", size=w.number(most // 1_000_000)
    ),
    FaultKind.TOO_MANY_ROWS: lambda w, most: w.text(
        "the file has too many rows; at most {number} are read", number=w.number(most)
    ),
    FaultKind.TOO_MANY_COLUMNS: lambda w, most: w.text(
        "the file has too many columns; at most {number} are read", number=w.number(most)
    ),
    Reason.TOO_LONG: lambda w, most: w.text(
        "this is too long; at most {number} letters", number=w.number(most)
    ),
}
"""What is said where the detail is the most that is taken."""
