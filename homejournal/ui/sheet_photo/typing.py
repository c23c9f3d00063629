"""What is typed for a place of a photo: the same signs as in the week grid."""

from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.today.sheet_photo import PhotoDay
from homejournal.domain.today.week_cells import (
    Answer,
    CellFault,
    CellInput,
    UnreadableCellError,
    is_whole,
    rating_text,
    read_cell,
)
from homejournal.texts import week_grid as said
from homejournal.texts.wording import Wording
from homejournal.ui.sheet_photo.answers import Place, left_out

_ONCE_MORE = "+"
_BEGINS_TEXT = frozenset(".,/½¼¾")


class Typing:
    """Reads signs and texts in one language."""

    def __init__(self, wording: Wording) -> None:
        self._wording, self._letters = wording, said.letters(wording)

    def is_whole(self, place: Place, sign: str) -> bool:
        """Return whether a sign is an answer of its own, so that typing can go on."""
        if isinstance(place, PhotoDay):
            return True
        digit = any(letter.isdigit() for letter in sign)
        whole = is_whole(sign, place.cell.rating.kind, self._letters)
        return whole and not (place.typed and digit)

    def begins_text(self, place: Place, sign: str) -> bool:
        """Return whether a sign begins an answer of several."""
        digit = any(letter.isdigit() for letter in sign)
        return not isinstance(place, PhotoDay) and (digit or sign in {*_BEGINS_TEXT, _ONCE_MORE})

    def read(self, place: Place, text: str) -> CellInput:
        """Return what a text says of a place; raises UnreadableCellError."""
        if not isinstance(place, PhotoDay):
            return read_cell(text, place.cell.rating.kind, self._letters)
        answer = self._letters.get(text.strip().casefold())
        if not isinstance(answer, LeftOutReason):
            raise UnreadableCellError(CellFault.LETTER)
        return left_out(answer)

    def text_of(self, answer: CellInput | None) -> str:
        """Return an answer as it is typed."""
        if answer is None:
            return ""
        letter = {said: letter for letter, said in self._letters.items()}
        parts = [rating_text(one, letter[Answer.DID_IT]) for one in answer.times]
        if answer.mark is MarkKind.NOT_TODAY:
            parts.append(letter[Answer.NOT_TODAY])
        elif answer.reason is not None:
            parts.append(letter[answer.reason])
        return " ".join(parts)

    def why_not(self, place: Place, fault: CellFault) -> str:
        """Return why what was typed says nothing here, and what can be typed."""
        if isinstance(place, PhotoDay):
            letters = " ".join(
                letter for letter, what in self._letters.items() if isinstance(what, LeftOutReason)
            )
            return said.letters_here(self._wording, letters)
        return said.unreadable(self._wording, fault, place.cell.rating)
