"""The recovery sheet as plain words and its code, one field for each place in the template."""

import io
from collections.abc import Sequence

from typing_extensions import override

from homejournal.domain.safe.passwords import RecoverySheet
from homejournal.reports.template_fields import Fields, own, paper_fields
from homejournal.reports.typesetting import InWords
from homejournal.texts import passwords as said

_CODE = "code"


class RecoveryWords(InWords):
    """Turns the sheet into words, for print in black and white."""

    template = "recovery_sheet.typ"

    def __init__(self, sheet: RecoverySheet) -> None:
        super().__init__(sheet.language)
        self.sheet = sheet
        self.pictures[_CODE] = code_svg(sheet.groups)

    @override
    def fields(self) -> Fields:
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
