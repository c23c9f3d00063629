"""The copies that can be brought back, one line each, and why a chosen one does not open."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from homejournal.domain import errors
from homejournal.domain.safe.backups import Backup, Place, is_keys_file
from homejournal.texts.error_texts import explain
from homejournal.texts.safe.backups import copy_line
from homejournal.texts.wording import Wording

_EXAMPLE = "00000002-20260322T190500Z.hj"
_ENDING, _KEYS_ENDING = ".hj", ".keys.json"


def explain_copy(wording: Wording, copy: Path, failure: Exception, number: str) -> str:
    """Return why a copy or the journal does not open, and what to do.

    Nobody can tell whether the typed password belonged to an earlier time of the journal. But the
    `number` of the recovery sheet that opens the copy is known.
    """
    if isinstance(failure, errors.JournalFileError) and failure.path == copy.parent:
        for kind, said in _SAID.items():
            if isinstance(failure, kind):
                sheet = _of_sheet(wording, number) if kind in _LOCKED else ()
                return " ".join((said(wording, copy), *sheet))
    return explain(wording, failure, in_window=False)


def _of_sheet(wording: Wording, number: str) -> tuple[str, ...]:
    """Return by which number a sheet is known to be the right one; those of before have none."""
    words = wording.text("If your sheets have numbers, look for number {number}.", number=number)
    return (words,) if number else ()


def no_copy_but_keys(wording: Wording, keys: Path) -> str:
    """Return of which copy, or journal, a chosen file holds the locked keys."""
    name = wording.own(keys.name)
    if not keys.name.endswith(_KEYS_ENDING):
        return wording.text(
            "The file {file} only holds the locked keys of the journal beside it. It is not a"
            " copy.",
            file=name,
        )
    copy = f"{keys.name.removesuffix(_KEYS_ENDING)}{_ENDING}"
    return wording.text(
        "The file {file} only holds the locked keys of a copy. The copy itself is beside it."
        " Choose that one: {copy}.",
        file=name,
        copy=wording.own(copy),
    )


def _no_copy(wording: Wording, chosen: Path) -> str:
    if is_keys_file(chosen):
        return no_copy_but_keys(wording, chosen)
    return wording.text(
        "{file} is not a copy of a journal. Copies have names like {example}, and are in the"
        " folder “backups” of the journal.",
        file=wording.own(chosen.name),
        example=wording.own(_EXAMPLE),
    )


def _keys_damaged(wording: Wording, copy: Path) -> str:
    return wording.text(
        "The file {file} is missing beside the copy, or it is damaged. So no password opens this"
        " copy. Its recovery sheet opens it.",
        file=wording.own(copy.with_suffix(_KEYS_ENDING).name),
    )


_SAID: Mapping[type[Exception], Callable[[Wording, Path], str]] = {
    errors.JournalMissingError: lambda w, copy: w.text(
        "The file {file} cannot be read. Look at its name and try again.", file=w.own(str(copy))
    ),
    errors.NotAJournalError: _no_copy,
    errors.WrongPasswordError: lambda w, _copy: w.text(
        "This is not the password of this copy. An older copy may open with an earlier password,"
        " or with the recovery sheet of then."
    ),
    errors.KeysDamagedError: _keys_damaged,
    errors.OtherKeyError: lambda w, _copy: w.text(
        "This sheet is of an earlier or a later time of this journal, or of another journal."
        " Look for the sheet from when the copy was made."
    ),
}
_LOCKED = frozenset({errors.WrongPasswordError, errors.KeysDamagedError, errors.OtherKeyError})
"""With these the copy is locked, and its sheet opens it."""


def copy_lines(
    wording: Wording, copies: Sequence[Backup], otherwise: Collection[Path]
) -> list[str]:
    """Return a line for each copy; those in `otherwise` do not open with the key of now.

    Copies of one minute are told apart by their number.
    """
    lines = [chosen_line(wording, backup, otherwise) for backup in copies]
    times = Counter(lines)
    return [
        _numbered(wording, line, copy) if times[line] > 1 else line
        for line, copy in zip(lines, copies, strict=True)
    ]


def chosen_line(wording: Wording, copy: Backup, otherwise: Collection[Path]) -> str:
    """Return the line of one copy: when it was made, where it lies or comes from, what opens it."""
    parts = [copy_line(wording, copy)]
    if copy.place is Place.SHOWN:
        parts.append(wording.text("a file that you chose"))
    if copy.other_computer:
        parts.append(wording.text("from another computer"))
    if copy.other_folder:
        parts.append(wording.text("from the same journal in another folder"))
    if copy.path in otherwise:
        parts.append(_opens_with(wording, copy))
    return wording.line_of(parts)


def _opens_with(wording: Wording, copy: Backup) -> str:
    """Return what opens it: whose a chosen file is, and of which time, is not known."""
    if copy.other_computer or copy.other_folder or copy.place is Place.SHOWN:
        return wording.text("opens with another password")
    return wording.text("opens with an earlier password")


def _numbered(wording: Wording, line: str, copy: Backup) -> str:
    number = wording.text("number {n}", n=wording.number(copy.seq)) if copy.seq else ""
    return wording.line_of((line, number))
