"""What is said of checking a journal, and of repairing one that is damaged."""

from typing import TYPE_CHECKING

from homejournal.domain.safe.copy_comparison import (
    Contribution,
    Origin,
    RepairReport,
    RestoredMedia,
)
from homejournal.texts.safe.backups import media_faults, media_gone, moment_said
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.records.media_and_papers import MediaFault


def sound_said(wording: Wording, records: int) -> str:
    """Return the one sentence of a check that found nothing."""
    return wording.count(
        "Your journal is whole: {n} record was read and checked.",
        "Your journal is whole: {n} records were read and checked.",
        records,
    )


def words_sound_said(wording: Wording, records: int) -> str:
    """Return the one sentence of a check that found all whole but a picture or hand-out."""
    return wording.count(
        "All that is written is whole: {n} record was read and checked.",
        "All that is written is whole: {n} records were read and checked.",
        records,
    )


def damage_said(wording: Wording) -> str:
    """Return the one sentence of a check that found damage."""
    return wording.text(
        "Your journal is damaged. Nothing was deleted. It can be repaired from what still reads"
        " and from its copies."
    )


def nothing_to_repair_said(wording: Wording) -> str:
    """Return that a journal is whole, so that a repair has nothing to do."""
    return wording.text(
        "The journal is whole. There is nothing to repair, and nothing was changed."
    )


def media_said(wording: Wording, faults: "Sequence[MediaFault]") -> str:
    """Return what is wrong with pictures and hand-outs, or nothing."""
    return " ".join(media_faults(wording, faults))


def from_copies_said(wording: Wording, folder: str, *, is_gone: bool) -> str:
    """Return that a journal that does not open can come from its copies; `is_gone`: its file is."""
    text = wording.text
    copies = text(
        "Copies of your journal are in {folder}, and it can be put together again from them.",
        folder=wording.own(folder),
    )
    gone = text("The file journal.hj itself is not there.")
    unread = text("The file journal.hj itself does not read as a journal.")
    after = text("Nothing is changed before you have seen what can be saved.")
    return " ".join((copies, gone if is_gone else unread, after))


def how_repair_works(wording: Wording) -> tuple[str, ...]:
    """Return the sentences before a repair."""
    text = wording.text
    return (
        text("The damaged file is copied aside first, and stays there."),
        text("A new journal is made from all that still reads in it, and from the copies."),
        text("You see it before it takes the damaged one’s place."),
    )


def report_said(wording: Wording, report: RepairReport) -> tuple[str, ...]:
    """Return what a repaired journal holds, and where it came from."""
    if report.lost:
        whole = wording.text(
            "{found} of {known} entries and changes are there.",
            found=wording.number(report.found),
            known=wording.number(report.known),
        )
        lost = _lost_said(wording, report)
    else:
        whole = wording.count(
            "{n} of {all} entries and changes is there.",
            "{n} of {all} entries and changes are there.",
            report.found,
            all=wording.number(report.known),
        )
        lost = ""
    origins = [
        _origin_said(wording, contribution)
        for contribution in report.contributions
        if contribution.origin is not Origin.OWN
    ]
    media = _media_said(wording, report.media)
    rest = (_locked_said(wording, report), _left_out_said(wording, report))
    plain = (loses_password_said(wording),) if report.loses_password else ()
    return tuple(one for one in (whole, lost, *origins, *media, *rest, *plain) if one)


def counted_said(wording: Wording) -> str:
    """Return why there are more of them than a check counts."""
    return wording.text("Each change counts: an entry that was changed once counts as two.")


def loses_password_said(wording: Wording) -> str:
    """Return that the repaired journal has no password any more, and what that means."""
    return wording.text(
        "The repaired journal will have no password: anyone who gets its file can read it. Set"
        " a new one under “Keep it safe”. A file keys.json is kept in the folder “quarantine”."
    )


def nobody_has_it(wording: Wording) -> str:
    """Return the words of the button that gives up the password."""
    return wording.text("Nobody has it any more")


def nobody_has_it_said(wording: Wording) -> str:
    """Return what a window can do where nobody has the password or the sheet."""
    return wording.text(
        "If nobody has it any more, the journal can be made from what reads without it. It"
        " will have no password. You see what is in it before anything is changed."
    )


def name_without_password_said(wording: Wording) -> str:
    """Return what the command line can do where nobody has the password or the sheet."""
    return wording.text(
        "If nobody has it any more, --without-password puts the journal together from what reads"
        " without it. It will have no password then."
    )


def asks_for_locked_said(wording: Wording) -> str:
    """Return how copies that are locked with another password can be read, too."""
    return wording.text(
        "If you know that password, or have its recovery sheet, type it below and look once more."
    )


def _lost_said(wording: Wording, report: RepairReport) -> str:
    if report.locked:
        return wording.count(
            "{n} could not be read so far.", "{n} could not be read so far.", report.lost
        )
    return wording.count("{n} could be read nowhere.", "{n} could be read nowhere.", report.lost)


def _locked_said(wording: Wording, report: RepairReport) -> str:
    if not report.locked:
        return ""
    return wording.count(
        "{n} copy opens with another password and was not read. It may hold more.",
        "{n} copies open with another password and were not read. They may hold more.",
        report.locked,
    )


def _left_out_said(wording: Wording, report: RepairReport) -> str:
    if not report.left_out:
        return ""
    return wording.count(
        "{n} file that you chose is of another journal or does not read. It was left out.",
        "{n} files that you chose are of another journal or do not read. They were left out.",
        report.left_out,
    )


def media_came_said(wording: Wording, media: RestoredMedia) -> str:
    """Return which pictures and hand-outs came back from copies, and which lie whole nowhere."""
    came = wording.count(
        "{n} photo or hand-out was not whole here, and came back from a copy.",
        "{n} photos and hand-outs were not whole here, and came back from copies.",
        len(media.back),
    )
    return " ".join((came, *media_gone(wording, media)))


def with_media(wording: Wording, sentence: str, media: RestoredMedia) -> str:
    """Return a sentence on what was done, and what came of pictures and hand-outs meanwhile."""
    if media.back:
        return f"{sentence} {media_came_said(wording, media)}"
    return " ".join((sentence, *media_gone(wording, media)))


def _media_said(wording: Wording, media: RestoredMedia) -> tuple[str, ...]:
    back = wording.count(
        "{n} photo or hand-out comes back from a copy.",
        "{n} photos and hand-outs come back from copies.",
        len(media.back),
    )
    return (*((back,) if media.back else ()), *media_gone(wording, media))


def _origin_said(wording: Wording, one: Contribution) -> str:
    if one.made is not None:
        return wording.count(
            "The copy of {moment} has {n} of them.",
            "The copy of {moment} has {n} of them.",
            one.added,
            moment=moment_said(wording, one.made),
        )
    if one.origin is Origin.PACK:
        return wording.count(
            "{n} of them comes from a file that you chose.",
            "{n} of them come from a file that you chose.",
            one.added,
        )
    if one.origin is Origin.SHARED:
        return wording.count(
            "{n} of them comes from the shared folder.",
            "{n} of them come from the shared folder.",
            one.added,
        )
    return wording.count(
        "{n} of them comes from another file beside the journal.",
        "{n} of them come from another file beside the journal.",
        one.added,
    )


def nothing_found_said(wording: Wording) -> str:
    """Return that neither the file nor any copy that is known holds anything that reads."""
    return wording.text(
        "Nothing could be read, neither in the file nor in any copy that this computer knows of."
        " Nothing was changed."
    )


def show_more_said(wording: Wording) -> str:
    """Return how the window is shown a copy or a sealed file that lies elsewhere."""
    return wording.text(
        "A copy may be on a stick or on another computer, or you have a file for your other"
        " computer. Then choose it with “I have a copy or a file elsewhere…”."
    )


def name_more_said(wording: Wording) -> str:
    """Return how the command line is shown them."""
    return wording.text("If a copy or a sealed file is elsewhere, name it with --from.")


def shown_said(wording: Wording, name: str) -> str:
    """Return that a copy which somebody chose will be read, too."""
    return wording.text(
        "{file} is read, too, with the copies beside it. Press “Look now”.",
        file=wording.own(name),
    )


def words_wanted_said(wording: Wording, name: str) -> str:
    """Return that a sealed file which somebody chose needs its words."""
    return wording.text(
        "{file} is sealed. Type the words that open it, and press “Look now”.",
        file=wording.own(name),
    )
