"""What is said of passwords: how hard one is to guess, and what a lock protects."""

from collections.abc import Callable, Mapping

from homejournal.domain.safe.password_strength import LEAST_LETTERS, Guess, how_hard
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
    Guess.EASY: lambda w: w.text(
        "Somebody who tries could guess it. Make it longer, with another word or two."
    ),
    Guess.FAIR: lambda w: w.text(
        "It holds off people who try by hand. One more word holds off computers, too."
    ),
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
        "Without the password and without the recovery sheet nobody can open this journal, not even"
        " the people who make homejournal. A copy from before it had a password still"
        " opens, unless it was encrypted, too."
    )


def what_it_protects(wording: Wording) -> str:
    """Return what a password protects from and what not."""
    return wording.text(
        "A password scrambles everything you write, and your pictures. Someone who takes "
        "the computer or a copy cannot read it. It does not protect you while the journal "
        "is open, or if someone tampered with the computer."
    )


def copies_need_one(wording: Wording) -> str:
    """Return why copies that leave the computer need a password."""
    return wording.text(
        "Copies that leave this computer are always encrypted, so that nobody who finds them can"
        " read them. For that the journal needs a password."
    )


def gets_one_first(wording: Wording) -> str:
    """Return, before a second place is chosen, that the journal gets a password first."""
    return wording.text(
        "What lies there is always encrypted, so the journal gets a password first."
    )


def waits_said(wording: Wording, folder: str) -> str:
    """Return that a folder waits until the journal has a password, and how long."""
    return wording.text(
        "The folder {folder} waits until it has one, as long as homejournal stays open.",
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
        "Your password does not go along. The journal there has none until you set one: “Keep it"
        " safe”, “Set a password…”."
    )


def none_here(wording: Wording) -> str:
    """Return that what comes in is not locked here, and where a password is set."""
    return wording.text(
        "A password does not come along. The journal here has none until you set one: “Keep it"
        " safe”, “Set a password…”."
    )


def lock_after_said(wording: Wording, minutes: int) -> str:
    """Return a choice of when the journal locks itself; 0 is never."""
    if not minutes:
        return wording.text("never by itself")
    return wording.count("after {n} minute", "after {n} minutes", minutes)
