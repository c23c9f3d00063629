"""What stands on the recovery sheet, and what is said of letters that were not typed as printed."""

from homejournal.domain.papers.recovery_sheet import EarlierCopies
from homejournal.domain.safe.recovery_letters import GROUP_LETTERS, GROUPS, SheetTypoError
from homejournal.texts.wording import Wording


def sheet_title(wording: Wording) -> str:
    """Return the heading of the sheet."""
    return wording.text("Recovery sheet")


def whose(wording: Wording, children: tuple[str, ...]) -> str:
    """Return which journal the sheet opens."""
    if not children:
        return wording.text("for your journal")
    names = wording.text(", ").join(wording.own(name) for name in children)
    return wording.text("for the journal of {names}", names=names)


def what_it_is(wording: Wording) -> str:
    """Return what the sheet is for, in two sentences."""
    return wording.text(
        "This sheet opens your journal when nobody knows the password any more. It also opens the"
        " copies that are made with it, even where all other files are lost."
    )


def number_said(wording: Wording, number: str) -> str:
    """Return the number of a sheet, and how long it is the right one."""
    return wording.text(
        "Sheet number {number}. If you take the password away and set one anew, there is a "
        "new sheet. Keep both: older copies still need this one.",
        number=number,
    )


def number_of_now(wording: Wording, number: str) -> str:
    """Return the number of the sheet that opens the journal now."""
    return wording.text("Its number: {number}", number=number)


def earlier_said(wording: Wording, earlier: EarlierCopies, number: str) -> str:
    """Return how many copies only an earlier password or sheet opens; `number` is that of now."""
    return " ".join((_earlier(wording, earlier), _keep(wording, earlier, number)))


def _earlier(wording: Wording, earlier: EarlierCopies) -> str:
    return wording.count(
        "{n} older copy lies here or at the second place. Only the password or the recovery sheet"
        " of before opens it.",
        "{n} older copies lie here or at the second place. Only the password or the recovery sheet"
        " of before opens them.",
        earlier.count,
    )


def _keep(wording: Wording, earlier: EarlierCopies, number: str) -> str:
    return wording.text(
        "Keep both sheets. The one of now has the number {number}, that of before {numbers}.",
        number=number,
        numbers=wording.list_of(earlier.sheets),
    )


def stays_said(wording: Wording) -> str:
    """Return what stays, and what opens, with another password."""
    return wording.text(
        "The recovery sheet stays good. The copies that it opens do so with the new password, too."
        " Those at a second place follow once it is there."
    )


def own_stick_said(wording: Wording) -> str:
    """Return where a sheet belongs that is saved as a file."""
    return wording.text(
        "Keep a saved file on its own USB stick in a drawer. Not on this disk, and never "
        "with the copies. The same goes for a PDF you make in the print window."
    )


def not_there_said(wording: Wording) -> str:
    """Return that a sheet is not saved where the journal or its copies lie, and why."""
    return wording.text(
        "The sheet was not saved: your journal or its copies lie there, or on the same stick."
        " Whoever has both can read everything. Choose another place, such as a stick of its own."
    )


def lies_with_copies_said(wording: Wording, name: str) -> str:
    """Return that a sheet lies where the copies go, and that it belongs elsewhere."""
    return wording.text(
        "The recovery sheet lies there, too: {name}. Take it elsewhere, such as to a stick of its"
        " own: whoever has both can read everything.",
        name=wording.own(name),
    )


def where_to_keep(wording: Wording) -> tuple[str, ...]:
    """Return where the sheet belongs, and where it does not."""
    return (
        wording.text(
            "Keep it where you keep your important papers, not beside the computer. A second"
            " print in another home is a good idea."
        ),
        wording.text(
            "Whoever has this sheet and a copy of the journal can read everything in it. Do not"
            " send it by mail or as a photo."
        ),
        wording.text(
            "Without the password and without this sheet nobody can open the journal, not even the"
            " people who make homejournal."
        ),
    )


def how_to_use(wording: Wording) -> tuple[str, ...]:
    """Return the steps from the sheet to the open journal."""
    return (
        wording.text("On your computer: start homejournal and choose “I have the recovery sheet”."),
        wording.text(
            "On a new computer: start homejournal and choose “I have a file or a copy from another"
            " computer”. Then choose a copy on your stick or at your second place."
        ),
        wording.text(
            "Type the letters of this sheet, group after group. Large or small letters and gaps do"
            " not matter. There is no O, I, L or U on it. What looks so is a zero, a one or a V."
        ),
        wording.text(
            "Choose a new password. This sheet stays good. On a new computer, set one under “Keep"
            " it safe”."
        ),
    )


def code_said(wording: Wording) -> str:
    """Return what the square code beside the letters is."""
    return wording.text("The same letters, for a camera that reads them to a computer.")


def typo_said(wording: Wording, typo: SheetTypoError) -> str:
    """Return where to look again in letters that were typed from the sheet."""
    if typo.letters is not None:
        return wording.count(
            "These are {n} letter; the sheet has {all}. Look whether a group was left out or"
            " typed twice.",
            "These are {n} letters; the sheet has {all}. Look whether a group was left out or"
            " typed twice.",
            typo.letters,
            all=wording.number(GROUPS * GROUP_LETTERS),
        )
    if len(typo.groups) == 1:
        return wording.text(
            "Group {n} is not as it is printed. Look at it once more.",
            n=wording.number(typo.groups[0]),
        )
    if typo.groups:
        numbers = wording.text(", ").join(wording.number(one) for one in typo.groups)
        return wording.text(
            "Groups {numbers} are not as they are printed. Look at them once more.",
            numbers=numbers,
        )
    return wording.text(
        "More than one group is not as it is printed. Go through all of them once more."
    )
