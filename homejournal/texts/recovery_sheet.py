"""What stands on the recovery sheet, and what is said of letters that were not typed as printed."""

from homejournal.domain.recovery_letters import GROUP_LETTERS, GROUPS, SheetTypoError
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
        "This sheet opens your journal when nobody knows the password any more. It also opens every"
        " copy of it, even where all other files are lost."
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
        wording.text("Start homejournal. It asks for the password."),
        wording.text("Choose “I have the recovery sheet”."),
        wording.text(
            "Type the letters of this sheet, group after group. Large or small letters and gaps do"
            " not matter. There is no O, I, L or U on it. What looks so is a zero, a one or a V."
        ),
        wording.text("Choose a new password. This sheet stays good."),
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
