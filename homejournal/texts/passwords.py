"""What is said of passwords, and what stands on the recovery sheet."""

from collections.abc import Callable, Mapping

from homejournal.domain.safe.passwords import (
    GROUP_LETTERS,
    GROUPS,
    LEAST_LETTERS,
    EarlierCopies,
    Guess,
    SheetTypoError,
    how_hard,
)
from homejournal.domain.text_rules import folded
from homejournal.texts.wording import Wording

_GUESSES: Mapping[Guess, Callable[[Wording], str]] = {
    Guess.TOO_SHORT: lambda w: w.count(
        "Use at least {n} letter. Four words that do not belong together are easy to keep in"
        " mind: “blanket river seven toast”.",
        "Use at least {n} letters. Four words that do not belong together are easy to keep in"
        " mind: “blanket river seven toast”.",
        LEAST_LETTERS,
    ),
    Guess.EASY: lambda w: w.text("Easy to guess. Add another word or two."),
    Guess.FAIR: lambda w: w.text("It holds off people. One more word holds off computers, too."),
    Guess.HARD: lambda w: w.text("Hard to guess."),
    Guess.VERY_HARD: lambda w: w.text("Very hard to guess."),
}


def guess_of(wording: Wording, password: str) -> Guess:
    """Return how hard a password is to guess; the example that everybody reads here is easy."""
    guess = how_hard(password)
    shown = folded(guess_said(wording, Guess.TOO_SHORT))
    if guess is not Guess.TOO_SHORT and folded(password.strip()) in shown:
        return Guess.EASY
    return guess


def guess_said(wording: Wording, guess: Guess) -> str:
    """Return how hard a password is to guess, in words."""
    return _GUESSES[guess](wording)


def not_the_same(wording: Wording) -> str:
    """Return what is said where the password was typed in two ways."""
    return wording.text("The two are not the same. Type the password once more.")


def type_it_first(wording: Wording) -> str:
    """Return what is said where no password was typed."""
    return wording.text("Type the password of this journal first.")


def nobody_can_open(wording: Wording) -> str:
    """Return the honest sentence where neither the password nor the sheet is there."""
    return wording.text(
        "Without the password and the recovery sheet nobody can open this journal, not even"
        " its makers. A copy from before the password still opens, unless it was encrypted,"
        " too."
    )


def what_it_protects(wording: Wording) -> str:
    """Return what a password protects from and what not."""
    return wording.text(
        "Someone who takes this computer or a copy then cannot read it. A password does not"
        " help while the journal is open, or if somebody tampered with the computer."
    )


def copies_need_one(wording: Wording) -> str:
    """Return why copies that leave the computer need a password."""
    return wording.text(
        "Copies that leave this computer are always encrypted, so the journal needs a password."
    )


def gets_one_first(wording: Wording) -> str:
    """Return, before a second place is chosen, that the journal gets a password first."""
    return wording.text("Copies there are always encrypted, so the journal gets a password first.")


def waits_said(wording: Wording, folder: str) -> str:
    """Return that a folder waits until the journal has a password, and how long."""
    return wording.text(
        "{folder} waits for it while homejournal is open.",
        folder=wording.own(folder),
    )


def needs_password_said(wording: Wording, *, chosen: bool, remembers: bool, waits: str = "") -> str:
    """Return why a second place needs a password, and which folder `waits` for it.

    One is `chosen` or not, and a keyring is here or not.
    """
    why = copies_need_one(wording)
    place = waits_said(wording, waits) if waits else ""
    until = wording.text("Until it has one, no new copies go there.") if chosen else ""
    here = wording.text("This computer can open it without asking.") if remembers else ""
    return " ".join(one for one in (why, place, until, here) if one)


def no_copy_went(wording: Wording, folder: str) -> str:
    """Return that no copy went to a folder, since the journal has no password."""
    went = wording.text("No copy went to {folder}.", folder=folder)
    to_do = wording.text("Set one under “Keep it safe”.")
    return " ".join((went, copies_need_one(wording), to_do))


def stays_behind(wording: Wording) -> str:
    """Return that a password does not go along with what leaves, and where one is set there."""
    return wording.text(
        "Your password does not go along. Set one there: “Keep it safe”, “Set a password…”."
    )


def none_here(wording: Wording) -> str:
    """Return that what comes in is not locked here, and where a password is set."""
    return wording.text("No password comes along. Set one here: “Keep it safe”, “Set a password…”.")


def lock_after_said(wording: Wording, minutes: int) -> str:
    """Return a choice of when the journal locks itself; 0 is never."""
    if not minutes:
        return wording.text("never by itself")
    return wording.count("after {n} minute", "after {n} minutes", minutes)


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
        "Sheet number {number}. If you remove the password and set a new one, there is a new"
        " sheet. Keep both: older copies still need this one.",
        number=number,
    )


def number_of_now(wording: Wording, number: str) -> str:
    """Return the number of the sheet that opens the journal now."""
    return wording.text("Recovery sheet: number {number}", number=number)


def plain_copies_said(wording: Wording, count: int) -> str:
    """Return how many copies from before the password anybody can read."""
    return wording.count(
        "{n} copy of the journal from before is not encrypted. Anyone who finds it can read it.",
        "{n} copies of the journal from before are not encrypted. Anyone who finds them can"
        " read them.",
        count,
    )


def keys_lost_said(wording: Wording) -> str:
    """Return that the file with which the journal opens is gone, and what makes it anew."""
    return wording.text(
        "The file with which this journal opens is lost or damaged. “Another password…” makes it"
        " new."
    )


def earlier_said(wording: Wording, earlier: EarlierCopies, number: str) -> str:
    """Return how many copies only an earlier password or sheet opens; `number` is that of now."""
    return " ".join((_earlier(wording, earlier), _keep(wording, earlier, number)))


def _earlier(wording: Wording, earlier: EarlierCopies) -> str:
    return wording.count(
        "{n} older copy is here or at the second place. Only the earlier password or recovery"
        " sheet opens it.",
        "{n} older copies are here or at the second place. Only the earlier password or"
        " recovery sheet opens them.",
        earlier.count,
    )


def _keep(wording: Wording, earlier: EarlierCopies, number: str) -> str:
    return wording.text(
        "Keep both sheets. The new one has number {number}. From before: {numbers}.",
        number=number,
        numbers=wording.list_of(earlier.sheets),
    )


def stays_said(wording: Wording) -> str:
    """Return what stays, and what opens, with another password."""
    return wording.text(
        "The recovery sheet stays good. The new password opens its copies, too; those at a"
        " second place once it is there."
    )


def own_stick_said(wording: Wording) -> str:
    """Return where a sheet belongs that is saved as a file."""
    return wording.text(
        "Keep a saved file or PDF on its own USB stick in a drawer. Never on this disk or"
        " with the copies."
    )


def not_there_said(wording: Wording) -> str:
    """Return that a sheet is not saved where the journal or its copies lie, and why."""
    return wording.text(
        "The sheet was not saved: your journal or its copies are there, or on the same stick."
        " Anyone who has both can read everything. Choose another place, such as a stick of its"
        " own."
    )


def lies_with_copies_said(wording: Wording, name: str) -> str:
    """Return that a sheet lies where the copies go, and that it belongs elsewhere."""
    return wording.text(
        "The recovery sheet is there, too: {name}. Move it elsewhere: anyone who has both can"
        " read everything.",
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
            "Anyone who has this sheet and a copy of the journal can read everything in it. Do"
            " not send it by mail or as a photo."
        ),
        wording.text(
            "Without the password and without this sheet nobody can open the journal, not even the"
            " people who make homejournal."
        ),
    )


def how_to_use(wording: Wording) -> tuple[tuple[str, ...], ...]:
    """Return the steps from the sheet to the open journal; of the first one there are two."""
    return (
        (
            wording.text(
                "On your computer: start homejournal and choose “I have the recovery sheet”."
            ),
            wording.text(
                "On a new computer: start homejournal and choose “I have a file or a copy from"
                " another computer”. Then choose a copy on your stick or at your second place."
            ),
        ),
        (
            wording.text(
                "Type the letters of this sheet, group after group. Large or small letters and gaps"
                " do not matter. There is no O, I, L or U on it. What looks so is a zero, a one or"
                " a V."
            ),
        ),
        (
            wording.text(
                "Choose a new password. This sheet stays good. On a new computer, set one under"
                " “Keep it safe”."
            ),
        ),
    )


def code_said(wording: Wording) -> str:
    """Return what the square code beside the letters is."""
    return wording.text("The same letters, for a camera that reads them to a computer.")


def typo_said(wording: Wording, typo: SheetTypoError) -> str:
    """Return where to look again in letters that were typed from the sheet."""
    if typo.letters is not None:
        return wording.count(
            "These are {n} letter; the sheet has {all}. Check that no group was left out or"
            " typed twice.",
            "These are {n} letters; the sheet has {all}. Check that no group was left out or"
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
        numbers = wording.text(", ").join(wording.number(group) for group in typo.groups)
        return wording.text(
            "Groups {numbers} are not as they are printed. Look at them once more.",
            numbers=numbers,
        )
    return wording.text(
        "More than one group is not as it is printed. Go through all of them once more."
    )
