"""What stands in the way between two computers or two homes, and what to do."""

from collections.abc import Callable, Mapping, Sequence

from homejournal.domain.errors import SharingRefusal
from homejournal.texts.wording import Wording


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
        "The shared folder is not there now. Nothing is lost: plug in the disk, or look whether the"
        " program that carries the folder is running. Then try again."
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
