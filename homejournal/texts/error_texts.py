"""Every error in words: what stands in the way, and what to do."""

from collections.abc import Callable, Mapping, Sequence
from functools import singledispatch
from typing import assert_never

from homejournal.domain import errors
from homejournal.domain.errors import JournalBusyError, JournalTooNewError, Reason, SharingRefusal
from homejournal.domain.safe.passwords import SheetTypoError
from homejournal.texts.file_faults import explain_fault
from homejournal.texts.passwords import no_copy_went, typo_said
from homejournal.texts.wording import Wording


def too_new_said(wording: Wording, error: JournalTooNewError) -> str:
    """Return that a newer homejournal wrote the file, and which version reads it if known."""
    folder = wording.own(str(error.path))
    if error.needs:
        return wording.text(
            "The journal in {folder} was saved by a newer homejournal. It needs version {version}"
            " or later. Install it, then open the journal again.",
            folder=folder,
            version=wording.own(error.needs),
        )
    return wording.text(
        "The journal in {folder} was saved by a newer homejournal. You can read it here. To write"
        " in it, install the newer version.",
        folder=folder,
    )


def busy_said(wording: Wording, error: JournalBusyError) -> str:
    """Return who writes in the journal, and what to do."""
    folder = wording.own(str(error.path))
    if error.host:
        return wording.text(
            "The journal in {folder} is open on another computer: {host}. Here it can only be read:"
            " two computers that write in one file would damage it. Close it there, then open it"
            " here again. If it was not closed in the usual way, open it here after ten minutes.",
            folder=folder,
            host=wording.own(error.host),
        )
    if error.holder:
        return wording.text(
            "The journal in {folder} is being written by {holder}. Close it there, then try again.",
            folder=folder,
            holder=error.holder,
        )
    return wording.text(
        "Another window or program is writing in the journal in {folder}. Close it there, then"
        " try again.",
        folder=folder,
    )


def moved_said(wording: Wording, folder: str) -> tuple[str, str]:
    """Return that the file was exchanged under an open window, and what to do."""
    return (
        wording.text(
            "The journal that is open here is no longer in {folder}. A program that carries"
            " this folder to other computers may have put another file in its place.",
            folder=folder,
        ),
        wording.text(
            "Copy what you typed, close homejournal and open it again. Then it can be saved."
        ),
    )


def wrong_password_said(wording: Wording, _folder: str) -> str:
    """Return that this is not the password; nothing is known of the file then."""
    return wording.text(
        "This is not the password of this journal. Try again, or use the recovery sheet."
    )


def not_the_key_said(wording: Wording, folder: str) -> str:
    """Return that the key given is an old or foreign one, and which one is needed."""
    return wording.text(
        "What you gave does not open the journal in {folder} as it was last. It can open older"
        " copies at most. The journal needs its last password, or the recovery sheet of that"
        " password.",
        folder=folder,
    )


def keys_damaged_said(wording: Wording, folder: str) -> str:
    """Return that no locked keys read."""
    return wording.text(
        "The file keys.json in {folder} is missing or damaged, so the password cannot open the"
        " journal. The recovery sheet opens it. A copy of keys.json from a backup helps, too. If"
        " this journal never had a password, its own file is damaged, and a repair may help.",
        folder=folder,
    )


def other_key_said(wording: Wording, folder: str) -> str:
    """Return that what was typed opens nothing here, of whatever it is."""
    return wording.text(
        "What you typed opens nothing of the journal in {folder}. Either the sheet or the file"
        " keys.json belongs to another journal, or the file journal.hj is damaged. Nothing was"
        " changed. Look for the sheet or the keys.json of this journal, or see what can be saved.",
        folder=folder,
    )


def other_file_said(wording: Wording, folder: str) -> str:
    """Return that what was typed is right for the copies, and the file is not known."""
    return wording.text(
        "This opens the copies in {folder}, but nothing of the file journal.hj itself. That file is"
        " damaged, or it belongs to another journal. Nothing was changed. The journal can be put"
        " together again from its copies, and the file is kept as it is.",
        folder=folder,
    )


def noise_said(wording: Wording, folder: str) -> str:
    """Return that a journal does not read, and perhaps never had the password it seems to have."""
    return wording.text(
        "The file journal.hj in {folder} does not read as a journal, and its copies have no"
        " password. If the journal never had one, it can be put together again from them. If it had"
        " one, use the recovery sheet.",
        folder=folder,
    )


def waits_said(wording: Wording, failure: Exception) -> str:
    """Return why it could not be saved, that it waits, and what becomes of it."""
    waits = wording.text(
        "What you typed or pressed is not saved yet. It waits here, and is saved by itself as soon"
        " as that is possible. Or press “Try again”."
    )
    return f"{explain(wording, failure, in_window=False)} {waits}"


def pack_locked(wording: Wording) -> str:
    """Return what to do where the words do not open a file."""
    return wording.text(
        "These words do not open the file, or the file is damaged. Look at each word once more, or"
        " ask for the file again. Nothing was changed."
    )


def sharing_refused(wording: Wording, why: SharingRefusal) -> str:
    """Return why a folder cannot be shared through, and what to do."""
    return _REFUSED[why](wording)


_REFUSED: Mapping[SharingRefusal, Callable[[Wording], str]] = {
    SharingRefusal.NO_FOLDER: lambda w: w.text(
        "The shared folder is not there now. Nothing is lost: plug in the disk, or check that"
        " the program that carries the folder is running. Then try again."
    ),
    SharingRefusal.OTHER_JOURNAL: lambda w: w.text(
        "This folder already carries another journal. Choose another folder, or make a new one."
    ),
    SharingRefusal.OTHER_KEY: lambda w: w.text(
        "This folder was used for sharing before, under an older key. Choose a new, empty folder."
    ),
}


def unreadable_said(wording: Wording, names: Sequence[str]) -> str:
    """Return that files came whole and cannot be read; the first is told by its name."""
    return wording.count(
        "The file “{name}” in the folder cannot be read here, though all of it came. It was left"
        " out, and all else comes as before. A newer homejournal may read it.",
        "{n} files in the folder cannot be read here, though all of them came. They were left out,"
        " and all else comes as before. A newer homejournal may read them. The first is “{name}”.",
        len(names),
        name=wording.own(names[0]),
    )


def misfits_said(wording: Wording, entries: int) -> str:
    """Return that entries in the folder are of another kind than what has their number here."""
    return wording.count(
        "{n} entry in the folder does not fit what is here, and was left out. It stays there.",
        "{n} entries in the folder do not fit what is here, and were left out. They stay there.",
        entries,
    )


FAULTS_TOLD = 20
"""So many faults of a file are told in words; the rest is a number."""


def explain(wording: Wording, error: Exception, *, in_window: bool = True) -> str:
    """Return what stands in the way and what to do about it, in whole sentences.

    `in_window` is false if no window has anything typed in it that could be kept.
    """
    if isinstance(error, errors.JournalFileError) and type(error) in _NOT_WRITTEN:
        what, to_do = _NOT_WRITTEN[type(error)](wording, wording.own(str(error.path)))
        kept = [wording.text("What you typed stays in the window.")] if in_window else []
        return " ".join((what, *kept, to_do))
    said = _explain(error, wording)
    if isinstance(error, errors.JournalError | SheetTypoError) or not in_window:
        return said
    to_do = wording.text("Close the window, open it again and try once more.")
    return f"{said} {to_do}"


@singledispatch
def _explain(error: object, wording: Wording) -> str:
    return wording.text(
        "Something went wrong that homejournal did not expect ({kind}). What is saved stays saved.",
        kind=type(error).__name__,
    )


@_explain.register
def _(error: errors.InvalidValueError, wording: Wording) -> str:
    what = _REASONS[error.reason](wording, error.limit or 0)
    field = field_name(wording, error.field)
    return wording.text("{field}: {fault} Nothing was changed.", field=field, fault=what)


@_explain.register
def _(error: errors.RecordMissingError, wording: Wording) -> str:
    if error.among:
        return wording.text(
            "Nothing in this journal is called {name}. These names are here: {names}.",
            name=wording.own(error.what),
            names=wording.text(", ").join(wording.own(name) for name in error.among),
        )
    if error.among is not None:
        return wording.text(
            "Nothing in this journal is called {name}. Nothing of this kind is in it yet.",
            name=wording.own(error.what),
        )
    return wording.text(
        "This was taken out of the journal meanwhile. What you typed is still in its field."
        " What was deleted can be brought back in Journal."
    )


@_explain.register
def _(error: errors.AmbiguousNameError, wording: Wording) -> str:
    return wording.text(
        "More than one is called {name}. Use one of these instead of the name: {ids}.",
        name=wording.own(error.name),
        ids=", ".join(error.ids),
    )


@_explain.register
def _(_error: errors.StaleChangeError, wording: Wording) -> str:
    return wording.text(
        "This was changed again meanwhile, so the earlier step cannot be taken back. Open it to"
        " see how it is now, and change it there."
    )


@_explain.register
def _(error: errors.ImportFaultsError, wording: Wording) -> str:
    head = wording.count(
        "Nothing was taken from the file. {n} place in it needs mending:",
        "Nothing was taken from the file. {n} places in it need mending:",
        len(error.faults),
    )
    told = [f"  {explain_fault(wording, fault)}" for fault in error.faults[:FAULTS_TOLD]]
    more = len(error.faults) - FAULTS_TOLD
    if more > 0:
        told.append(wording.count("  and {n} more place", "  and {n} more places", more))
    return "\n".join((head, *told))


@_explain.register
def _(error: errors.MediaRefusedError, wording: Wording) -> str:
    match error.why:
        case errors.MediaRefusal.EMPTY:
            return wording.text("There is nothing in this file. Choose another one.")
        case errors.MediaRefusal.TOO_LARGE:
            return wording.text(
                "This file is too large; at most {size} MB are kept. Save it smaller, or take a"
                " photo of it.",
                size=wording.number(error.limit or 0),
            )
        case errors.MediaRefusal.TOO_MANY_PIXELS:
            return wording.text("This picture is too large. Save it smaller and choose it again.")
        case errors.MediaRefusal.UNREADABLE:
            return wording.text(
                "This file is neither a picture that can be read nor a PDF. Nothing was kept."
            )
        case errors.MediaRefusal.NO_FILE:
            return wording.text("This is not a file. Choose a picture or a PDF.")
        case _:
            assert_never(error.why)


@_explain.register
def _(error: errors.FilesNotKeptError, wording: Wording) -> str:
    # Translators: the name of a file and why it could not be kept
    told = (
        wording.text("{name}: {why}", name=wording.own(name), why=explain(wording, why))
        for name, why in error.refused
    )
    return "\n".join(told)


@_explain.register
def _(_error: errors.PackLockedError, wording: Wording) -> str:
    return pack_locked(wording)


@_explain.register
def _(error: SheetTypoError, wording: Wording) -> str:
    return typo_said(wording, error)


@_explain.register
def _(error: errors.SharingRefusedError, wording: Wording) -> str:
    return sharing_refused(wording, error.why)


@_explain.register
def _(error: errors.MediaMissingError, wording: Wording) -> str:
    if error.lies_there:
        return wording.text(
            "This picture or hand-out is damaged or cannot be read, so it is not shown. A copy"
            " may have it whole. Under “Keep it safe”, press “Check now” or “Bring back from a"
            " copy…”. If no copy has it, you can add it again."
        )
    return wording.text(
        "This picture or hand-out is not in the journal’s folder any more. A copy may have"
        " it. Under “Keep it safe”, press “Check now” or “Bring back from a copy…”. If no"
        " copy has it, you can add it again."
    )


@_explain.register
def _(error: errors.JournalFileError, wording: Wording) -> str:
    return _FILES[type(error)](wording, wording.own(str(error.path)))


@_explain.register
def _(error: errors.JournalBusyError, wording: Wording) -> str:
    return busy_said(wording, error)


@_explain.register
def _(error: errors.JournalTooNewError, wording: Wording) -> str:
    return too_new_said(wording, error)


_FILES: Mapping[type, Callable[[Wording, str], str]] = {
    errors.JournalMissingError: lambda w, folder: w.text(
        "There is no journal in {folder}. Check that the disk is plugged in, choose another"
        " folder, or start a new journal there.",
        folder=folder,
    ),
    errors.NotAJournalError: lambda w, folder: w.text(
        "The file in {folder} is not a homejournal journal. It was left as it is. Choose the"
        " folder of your journal.",
        folder=folder,
    ),
    errors.JournalDamagedError: lambda w, folder: w.text(
        "The journal in {folder} is damaged and cannot be read whole. Nothing was deleted. It can"
        " be repaired from what still reads in it and from its copies.",
        folder=folder,
    ),
    errors.PasswordNeededError: lambda w, folder: w.text(
        "The journal in {folder} is locked with a password. Type the password to open it.",
        folder=folder,
    ),
    errors.NotTheKeyError: not_the_key_said,
    errors.NoPasswordError: no_copy_went,
    errors.PlaceReadOnlyError: lambda w, folder: w.text(
        "The place {folder} can only be read, so no copy went there. Your journal here is safe. A"
        " stick may have a small slider that locks it: push it the other way, or choose another"
        " place.",
        folder=folder,
    ),
    errors.PhotosNoRoomError: lambda w, folder: w.text(
        "A copy of all that is written is in {folder}. Some photos and hand-outs are not there:"
        " the disk is full. Make some room on it, and they come with the next copy.",
        folder=folder,
    ),
    errors.WrongPasswordError: wrong_password_said,
    errors.NoiseError: noise_said,
    errors.KeysDamagedError: keys_damaged_said,
    errors.OtherKeyError: other_key_said,
    errors.OtherFileError: other_file_said,
}

_NOT_WRITTEN: Mapping[type, Callable[[Wording, str], tuple[str, str]]] = {
    errors.JournalMovedError: moved_said,
    errors.JournalReadOnlyError: lambda w, folder: (
        w.text("The journal in {folder} can be read but not written here.", folder=folder),
        w.text("Allow writing in that folder, or copy the journal to a folder of yours."),
    ),
    errors.DiskFullError: lambda w, folder: (
        w.text("The disk that holds {folder} is full.", folder=folder),
        w.text("Make some room on the disk, then save again."),
    ),
    errors.DiskError: lambda w, folder: (
        w.text("The disk did not let homejournal read or write in {folder}.", folder=folder),
        w.text("Check that the disk is plugged in and the folder is yours, then try again."),
    ),
}
"""What went wrong and what to do; between the two a window says that it keeps what was typed."""

_REASONS: Mapping[Reason, Callable[[Wording, int], str]] = {
    Reason.EMPTY: lambda w, _limit: w.text("please write something here."),
    Reason.TOO_LONG: lambda w, limit: w.count(
        "this is too long; at most {n} letter fits.",
        "this is too long; at most {n} letters fit.",
        limit,
    ),
    Reason.CONTROL_CHARACTER: lambda w, _limit: w.text(
        "this holds a character that cannot be written down. Type it again instead of pasting it."
    ),
    Reason.OUT_OF_RANGE: lambda w, limit: (
        w.text("this is outside what is possible; the limit is {limit}.", limit=w.number(limit))
        if limit
        else w.text("this is outside what is possible.")
    ),
    Reason.IN_THE_FUTURE: lambda w, _limit: w.text(
        "this day is still to come. Choose today or an earlier day."
    ),
    Reason.DATES_REVERSED: lambda w, _limit: w.text(
        "the last day comes before the first. Change one of the two days."
    ),
    Reason.DOES_NOT_FIT: lambda w, _limit: w.text("this does not fit here. Look at it once more."),
}


def explain_value(wording: Wording, error: errors.InvalidValueError) -> str:
    """Return what is wrong with a value, to stand under its own field."""
    said = _REASONS[error.reason](wording, error.limit or 0)
    return said[:1].upper() + said[1:]


def field_name(wording: Wording, field: str) -> str:
    """Return the name of a field as people read it; a name of ours where there is none."""
    say = _FIELDS.get(field)
    return say(wording) if say else field


_FIELDS: Mapping[str, Callable[[Wording], str]] = {
    "name": lambda w: w.text("Name"),
    "surname": lambda w: w.text("Last name"),
    "born": lambda w: w.text("Birthday"),
    "due": lambda w: w.text("Due date"),
    "day": lambda w: w.text("Day"),
    "from_day": lambda w: w.text("First day"),
    "text": lambda w: w.text("Note"),
    "words": lambda w: w.text("Words"),
    "rating": lambda w: w.text("Rating"),
    "slots": lambda w: w.text("Times of the day"),
    "times": lambda w: w.text("Times a day"),
    "days": lambda w: w.text("Days a week"),
    "unit": lambda w: w.text("Unit"),
    "period": lambda w: w.text("Dates"),
}
