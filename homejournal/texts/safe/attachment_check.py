"""What a check says of pictures and hand-outs."""

from collections.abc import Sequence
from typing import assert_never

from homejournal.domain.records.attachments import MediaFault, MediaTrouble
from homejournal.domain.safe.copy_contents import MediaBack
from homejournal.texts.wording import Wording

_MOST_NAMES = 10


def media_sound(wording: Wording, kept: int) -> str:
    """Return the sentence where all pictures and hand-outs lie there as they were kept."""
    return wording.count(
        "{n} picture or hand-out was read, too. It is as it was kept.",
        "{n} pictures and hand-outs were read, too. They are as they were kept.",
        kept,
    )


def media_faults(wording: Wording, faults: Sequence[MediaFault]) -> tuple[str, ...]:
    """Return a sentence with the names for each kind of thing that is wrong."""
    told = ((what, [one.name for one in faults if one.what is what]) for what in MediaTrouble)
    return tuple(_said(wording, what, names) for what, names in told if names)


def media_gone(wording: Wording, media: MediaBack) -> tuple[str, ...]:
    """Return a sentence on what is whole neither here nor in a copy, or nothing."""
    if not media.gone:
        return ()
    said = wording.count(
        "{n} photo or hand-out is whole neither here nor in a copy that could be read: {names}.",
        "{n} photos and hand-outs are whole neither here nor in a copy that could be read:"
        " {names}.",
        len(media.gone),
        names=_listed(wording, sorted(media.gone.values())),
    )
    return (said,)


def _said(wording: Wording, what: MediaTrouble, names: Sequence[str]) -> str:
    count, listed = len(names), _listed(wording, names)
    match what:
        case MediaTrouble.MISSING:
            return wording.count(
                "{n} picture or hand-out is not in the journal’s folder: {names}. A copy on a stick"
                " or another computer may have it: press “Bring back from a copy…” under “Keep it"
                " safe”.",
                "{n} pictures and hand-outs are not in the journal’s folder: {names}. A copy on a"
                " stick or another computer may have them: press “Bring back from a copy…” under"
                " “Keep it safe”.",
                count,
                names=listed,
            )
        case MediaTrouble.CHANGED:
            return wording.count(
                "{n} picture or hand-out is damaged: {names}. It is not shown. A copy on a stick or"
                " another computer may have it whole: press “Bring back from a copy…” under “Keep"
                " it safe”. If none has it, you can add it again.",
                "{n} pictures and hand-outs are damaged: {names}. They are not shown. A copy on a"
                " stick or another computer may have them whole: press “Bring back from a copy…”"
                " under “Keep it safe”. If none has them, you can add them again.",
                count,
                names=listed,
            )
        case MediaTrouble.UNREADABLE:
            return wording.count(
                "{n} picture or hand-out cannot be read: {names}. Look whether you may read the"
                " folder, and whether the disk is well.",
                "{n} pictures and hand-outs cannot be read: {names}. Look whether you may read the"
                " folder, and whether the disk is well.",
                count,
                names=listed,
            )
        case _:
            assert_never(what)


def _listed(wording: Wording, names: Sequence[str]) -> str:
    """Return the names, of many of them the first ones and how many more."""
    shown = wording.text(", ").join(wording.own(name) for name in names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    if more <= 0:
        return shown
    # Translators: a list of names that ends early
    return wording.count("{names} and {n} more", "{names} and {n} more", more, names=shown)
