"""What is typed for a place of a photo: the same signs as in the week grid."""

from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.today.sheet_photo import PhotoDay
from homejournal.domain.today.week_cells import (
    Answer,
    CellFault,
    CellInput,
    UnreadableCellError,
    rating_text,
    read_cell,
)
from homejournal.texts import week_grid as said
from homejournal.texts.window import sheet_photos as photos
from homejournal.texts.wording import Wording
from homejournal.ui.sheet_photo.answers import Place, left_out


class Typing:
    """Reads signs and texts in one language."""

    def __init__(self, wording: Wording) -> None:
        self._wording, self._letters = wording, said.letters(wording)

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
            letters = [
                letter for letter, what in self._letters.items() if isinstance(what, LeftOutReason)
            ]
            return photos.letters_wanted(self._wording, letters)
        if fault is CellFault.LETTER:
            return photos.typed_wrong(self._wording, place.cell.rating, list(self._letters))
        return said.unreadable(self._wording, fault, place.cell.rating)
