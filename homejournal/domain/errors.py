"""The kinds of error that a family can do something about.

JournalError
├── InvalidValueError        a value that no record may hold
├── RecordMissingError       nothing stands under that id (any more)
├── AmbiguousNameError       a name that several records share
├── StaleChangeError         something changed meanwhile, so this cannot be taken back
├── ImportFaultsError        a file with faults; nothing of it was taken
├── MediaRefusedError        a file that is no picture or hand-out, or too large
├── FilesNotKeptError        files that were given and could not be kept, each with its reason
├── PackLockedError          a pack that these words do not open
├── SharingRefusedError      a folder that cannot be shared through, with its reason
├── MediaMissingError        the bytes of a picture or hand-out are not there, or damaged
├── JournalMissingError      there is no journal in that folder
├── NotAJournalError         the file there is something else
│   └── NoiseError           it is noise, and nothing tells that it ever had a password
├── JournalDamagedError      the file is a journal but cannot be read whole
├── JournalTooNewError       made by a newer homejournal
├── JournalReadOnlyError     the journal can be read, not written
│   ├── JournalMovedError    another file lies in its place since it was opened
│   └── PlaceReadOnlyError   a second place can only be read, and nothing was copied there
├── JournalBusyError         somebody else is writing in it
├── PasswordNeededError      the journal is encrypted, and no key was given
│   └── NotTheKeyError       what was given opens older copies at most, not the journal
├── NoPasswordError          the journal has no password, without which no copy may go elsewhere
├── WrongPasswordError       the password is not this journal's
├── KeysDamagedError         the file with the journal's locked keys is missing or damaged
├── OtherKeyError            the key is that of another journal, or the file is damaged
├── OtherFileError           the key is right, and the file is damaged or another journal's
├── DiskFullError            no room left
│   └── PhotosNoRoomError    a copy lies there, and no room was left for all of its photos
└── DiskError                the disk or folder refused

Each has its sentence in `texts/error_texts.py`, made from its type and fields and never
from `str(error)`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


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
    """One fault in an imported file: its place and what is wrong.

    `place` reads like `practices[3].day`, counted from 0, or is empty for the whole file; `what` is
    a FaultKind or a Reason, which the wording turns into a sentence; `detail` is the offending name
    or value, cut to a readable length.
    """

    place: str
    what: str
    detail: str = ""


class JournalError(Exception):
    """Something in the world, not in the program, stands in the way."""


class Reason(StrEnum):
    """Why a value is refused."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    CONTROL_CHARACTER = "control_character"
    OUT_OF_RANGE = "out_of_range"
    IN_THE_FUTURE = "in_the_future"
    DATES_REVERSED = "dates_reversed"
    DOES_NOT_FIT = "does_not_fit"


class InvalidValueError(JournalError, ValueError):
    """A value that no record may hold; nothing was written."""

    def __init__(self, field: str, reason: Reason, limit: int | None = None) -> None:
        super().__init__(f"{field}: {reason}" + (f" ({limit})" if limit is not None else ""))
        self.field = field
        self.reason = reason
        self.limit = limit


class RecordMissingError(JournalError):
    """Nothing stands under that id or name.

    `among` are the names that would have been found, none of them where the journal has none, and
    None if it was not looked for by a name.
    """

    def __init__(self, what: str, among: Sequence[str] | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.among = None if among is None else tuple(among)


class AmbiguousNameError(JournalError):
    """A name that several records share; the ids tell them apart."""

    def __init__(self, name: str, ids: Sequence[str]) -> None:
        super().__init__(name)
        self.name = name
        self.ids = tuple(ids)


class StaleChangeError(JournalError):
    """A record was changed since, so the step cannot be taken back; nothing was written."""


class ImportFaultsError(JournalError):
    """A file with faults; all of them are told at once and nothing was taken."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)


class MediaRefusal(StrEnum):
    """Why a picture or hand-out is not kept."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    UNREADABLE = "unreadable"
    NO_FILE = "no_file"  # a folder, a pipe or a device


class MediaRefusedError(JournalError):
    """A file that is not kept; `limit` is the most mebibytes where it is too large."""

    def __init__(self, why: MediaRefusal, limit: int | None = None) -> None:
        super().__init__(str(why))
        self.why = why
        self.limit = limit


class FilesNotKeptError(JournalError):
    """Files that were given and could not be kept: the name of each, and why."""

    def __init__(self, refused: Sequence[tuple[str, Exception]]) -> None:
        super().__init__(f"{len(refused)} files")
        self.refused = tuple(refused)


class PackLockedError(JournalError):
    """The words do not open this pack, or it is damaged: age does not tell the two apart."""


class SharingRefusal(StrEnum):
    """Why a folder cannot be shared through."""

    NO_FOLDER = "no_folder"  # it is not there: a stick, a network disk, a program not signed in
    OTHER_JOURNAL = "other_journal"  # another journal is shared through it
    OTHER_KEY = "other_key"  # an earlier sharing of this journal lies in it


class SharingRefusedError(JournalError):
    """A folder that cannot be shared through."""

    def __init__(self, why: SharingRefusal) -> None:
        super().__init__(str(why))
        self.why = why


class MediaMissingError(JournalError):
    """The bytes of a picture or hand-out are not in the journal's folder, or not as they were.

    `lies_there` says that something lies there in their place: they are damaged, or do not read.
    """

    def __init__(self, sha256: str, *, lies_there: bool = False) -> None:
        super().__init__(sha256)
        self.sha256, self.lies_there = sha256, lies_there


class JournalFileError(JournalError):
    """Something about the journal's file or folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(type(self).__name__)
        self.path = path


class JournalMissingError(JournalFileError):
    """There is no journal in that folder."""


class NotAJournalError(JournalFileError):
    """The file is not a homejournal journal."""


class NoiseError(NotAJournalError):
    """The file is noise, its copies have no password, and no locked keys are known."""


class JournalDamagedError(JournalFileError):
    """The file is a journal but cannot be read whole."""


class JournalTooNewError(JournalFileError):
    """The journal was saved by a newer homejournal; this one can read it only.

    `needs` is the first one that does more, where the file names it.
    """

    def __init__(self, path: Path, needs: str = "") -> None:
        super().__init__(path)
        self.needs = needs


class JournalReadOnlyError(JournalFileError):
    """The journal can be read here, not written."""


class JournalMovedError(JournalReadOnlyError):
    """Another file lies in the place of the one that is open, so nothing more is written there."""


class PlaceReadOnlyError(JournalReadOnlyError):
    """A second place can only be read, and nothing was copied there."""


class JournalBusyError(JournalFileError):
    """Another window or program is writing in the journal; `host` names another computer."""

    def __init__(self, path: Path, holder: str = "", host: str = "") -> None:
        super().__init__(path)
        self.holder = holder
        self.host = host


class PasswordNeededError(JournalFileError):
    """The journal is encrypted, and no key was given."""


class NotTheKeyError(PasswordNeededError):
    """What was given opens older copies at most, and not the journal as it is now."""


class NoPasswordError(JournalFileError):
    """The journal has no password: a copy that leaves the computer would lie there to be read."""


class WrongPasswordError(JournalFileError):
    """The password is not this journal's; whether the journal is well is not known."""


class KeysDamagedError(JournalFileError):
    """The file with the locked keys is missing or damaged; the recovery sheet still opens."""


class OtherKeyError(JournalFileError):
    """The key opens nothing here: it is another journal's, or all of the file is damaged."""


class OtherFileError(JournalFileError):
    """The key opens copies here and nothing of the file, which is damaged or another journal's."""


class DiskFullError(JournalFileError):
    """No room is left on the disk; what was typed is kept in the window."""


class PhotosNoRoomError(DiskFullError):
    """A copy lies there with all that is written, and no room was left for all of its photos."""


class DiskError(JournalFileError):
    """The disk or folder refused to read or write."""
