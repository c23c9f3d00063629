"""What can be wrong in a file that comes in, and where it stands."""

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What can be wrong in a file that comes in; a Fault's `what` is one of these or a Reason.

    The detail of a fault is the offending value or name where the comment names nothing else.
    """

    TOO_LARGE = "too_large"  # detail: the most bytes that are read
    TOO_MANY_ROWS = "too_many_rows"  # detail: the most rows or lines that are read
    TOO_MANY_COLUMNS = "too_many_columns"  # detail: the most columns that are read
    NOT_UTF8 = "not_utf8"
    BYTE_ORDER_MARK = "byte_order_mark"
    EMPTY_FILE = "empty_file"
    CUT_SHORT = "cut_short"  # the file ends in the middle
    NOT_JSON = "not_json"  # detail: line:column
    TOO_DEEP = "too_deep"
    NOT_HOMEJOURNAL = "not_homejournal"  # the format is another one
    A_PLAN = "a_plan"  # a plan file, though a journal's file is wanted
    A_WORKBOOK = "a_workbook"  # a workbook, which is written to be read alone
    A_PACK = "a_pack"  # a sealed file, though a journal's file is wanted
    NOT_A_PACK = "not_a_pack"  # no file for another computer or home
    NOT_A_PLAN = "not_a_plan"  # no plan file, though it may be a journal's file
    NOT_A_TABLE = "not_a_table"  # no text in rows and columns
    UNKNOWN_SCHEMA = "unknown_schema"  # a number below one or not a number
    NEWER_SCHEMA = "newer_schema"  # written by a newer homejournal
    UNKNOWN_LIST = "unknown_list"
    UNKNOWN_FIELD = "unknown_field"
    MISSING_FIELD = "missing_field"
    DUPLICATE_KEY = "duplicate_key"
    DUPLICATE_ID = "duplicate_id"
    NOT_A_NUMBER = "not_a_number"  # NaN or Infinity
    DECIMAL_NOT_TEXT = "decimal_not_text"  # a number with a point that does not stand in quotes
    NUMBER_TOO_LONG = "number_too_long"
    NOT_TEXT = "not_text"
    NOT_WHOLE_NUMBER = "not_whole_number"
    NOT_YES_NO = "not_yes_no"
    NOT_A_LIST = "not_a_list"
    NOT_AN_OBJECT = "not_an_object"
    NOT_A_DAY = "not_a_day"
    NOT_A_TIME = "not_a_time"
    NOT_AN_INSTANT = "not_an_instant"  # also one without an offset
    NOT_A_DECIMAL = "not_a_decimal"
    NOT_AN_ID = "not_an_id"
    NOT_A_CHOICE = "not_a_choice"
    REFERENCE_TO_NOTHING = "reference_to_nothing"  # detail: the id
    REFERENCE_TO_OTHER_KIND = "reference_to_other_kind"  # detail: the kind that stands there
    REVISION_DOES_NOT_FIT = "revision_does_not_fit"  # content and envelope disagree
    WRONG = "wrong"  # anything else


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a file that comes in: where it stands and what is wrong there.

    `place` reads like `practices[3].day`, counted from 0, or is empty for the whole file; `what`
    is a FaultKind or a Reason, which the wording turns into a sentence; `detail` is the offending
    name or value, cut to a readable length.
    """

    place: str
    what: str
    detail: str = ""
