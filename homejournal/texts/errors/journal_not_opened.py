"""Why a journal does not open, or only to be read: what was typed, its file, or another window."""

from homejournal.domain.errors import JournalBusyError, JournalTooNewError
from homejournal.texts.wording import Wording


def too_new(wording: Wording, error: JournalTooNewError) -> str:
    """Return that a newer homejournal wrote it, and which one it takes, where that is told."""
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


def busy(wording: Wording, error: JournalBusyError) -> str:
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


def moved(wording: Wording, folder: str) -> tuple[str, str]:
    """Return that the file was exchanged under an open window, and what to do."""
    return (
        wording.text(
            "The journal that is open here lies no more in {folder}. A program that carries this"
            " folder to other computers may have put another file in its place.",
            folder=folder,
        ),
        wording.text(
            "Copy what you typed, close homejournal and open it again. Then it can be saved."
        ),
    )


def wrong_password(wording: Wording, _folder: str) -> str:
    """Return that this is not the password; nothing is known of the file then."""
    return wording.text(
        "This is not the password of this journal. Try again, or use the recovery sheet."
    )


def not_the_key(wording: Wording, folder: str) -> str:
    """Return that what was given is from before, or from elsewhere, and what is asked for."""
    return wording.text(
        "What you gave does not open the journal in {folder} as it was last. It can open older"
        " copies at most. The journal needs its last password, or the recovery sheet of that"
        " password.",
        folder=folder,
    )


def keys_damaged(wording: Wording, folder: str) -> str:
    """Return that no locked keys read."""
    return wording.text(
        "The file keys.json in {folder} is missing or damaged, so the password cannot open the"
        " journal. The recovery sheet opens it. A copy of keys.json from a backup helps, too. If"
        " this journal never had a password, its own file is damaged, and a repair may help.",
        folder=folder,
    )


def other_key(wording: Wording, folder: str) -> str:
    """Return that what was typed opens nothing here, of whatever it is."""
    return wording.text(
        "What you typed opens nothing of the journal in {folder}. Either the sheet or the file"
        " keys.json belongs to another journal, or the file journal.hj is damaged. Nothing was"
        " changed. Look for the sheet or the keys.json of this journal, or see what can be saved.",
        folder=folder,
    )


def other_file(wording: Wording, folder: str) -> str:
    """Return that what was typed is right for the copies, and the file is not known."""
    return wording.text(
        "This opens the copies in {folder}, but nothing of the file journal.hj itself. That file is"
        " damaged, or it belongs to another journal. Nothing was changed. The journal can be put"
        " together again from its copies, and the file is kept as it is.",
        folder=folder,
    )


def noise(wording: Wording, folder: str) -> str:
    """Return that a journal does not read, and perhaps never had the password it seems to have."""
    return wording.text(
        "The file journal.hj in {folder} does not read as a journal, and its copies have no"
        " password. If the journal never had one, it can be put together again from them. If it had"
        " one, use the recovery sheet.",
        folder=folder,
    )
