"""The recovery sheet as a PDF, or as pictures to look at and to print."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from homejournal.domain.papers.recovery_sheet import RecoverySheet
from homejournal.reports.typst.common_words import paper_fields
from homejournal.reports.typst.printing import PREVIEW_PPI, PagePdf, TypstPrinter
from homejournal.reports.typst.user_text import Fields, own
from homejournal.texts import passwords as said
from homejournal.texts.wording import Wording, wording_of

_CODE = "code"


class RecoverySheetPrinter:
    """Makes the sheet in black and white; keep one, for it holds the fonts."""

    def __init__(self, fonts: Path | None = None) -> None:
        self._printer = TypstPrinter("recovery_sheet.typ", fonts)

    def pdf(self, sheet: RecoverySheet) -> PagePdf:
        """Return the sheet as PDF/UA-1 and PDF/A-2a; with fewer promises only if it must be so.

        Characters that no font here draws are replaced by a box, and the sheet says which.
        """
        return self._printer.pdf(RecoveryWords(sheet))

    def pictures(self, sheet: RecoverySheet, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return the sheet as a PNG picture with so many pixels an inch, at most 300."""
        return self._printer.pictures(RecoveryWords(sheet), ppi)


class RecoveryWords:
    """Turns the sheet into words, one field for each place in the template."""

    def __init__(self, sheet: RecoverySheet) -> None:
        self.sheet = sheet
        self.wording = wording_of(sheet.language)
        self.wordings: Sequence[Wording] = (self.wording,)
        self.pictures: Mapping[str, str] = {_CODE: code_svg(sheet.groups)}

    def fields(self) -> Fields:
        """Return everything that the template shows."""
        sheet, wording = self.sheet, self.wording
        return {
            **paper_fields(wording, sheet.paper, sheet.printed),
            "title": said.sheet_title(wording),
            "whose": own(said.whose(wording, sheet.children)),
            "what": said.what_it_is(wording),
            "number": said.number_said(wording, sheet.number),
            "how_title": wording.text("How to use it"),
            "how": said.how_to_use(wording),
            "keep_title": wording.text("Where to keep it"),
            "keep": said.where_to_keep(wording),
            "letters_title": wording.text("The letters"),
            "groups": [
                {"number": wording.number(number), "letters": letters}
                for number, letters in enumerate(sheet.groups, 1)
            ],
            "code": _CODE,
            "code_said": said.code_said(wording),
            "foot": wording.text("printed on {day}", day=wording.day(sheet.printed)),
            "small_print": [],
        }


def code_svg(groups: Sequence[str]) -> str:
    """Return the letters as a QR code (ISO/IEC 18004) that a smudge does not spoil."""
    import segno

    drawn = io.BytesIO()
    segno.make("-".join(groups), error="q", micro=False).save(drawn, kind="svg", border=2)
    return drawn.getvalue().decode()
