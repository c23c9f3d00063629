"""The words of the list beside a page's preview: its parts, and each line that can be ticked."""

from collections.abc import Callable, Mapping

from homejournal.domain.page_material import Line, Offer, PagePart
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording


def part_title(wording: Wording, part: PagePart) -> str:
    """Return the name of a part of the page."""
    return _PARTS[part](wording)


def offer_text(wording: Wording, offer: Offer) -> str:
    """Return a line or note as the list shows it: the family's words whole, or a sentence."""
    match offer.says:
        case Line() as line:
            return _LINES[line](wording)
        case str() as written:
            return written
        case sentence:
            said = say(wording, sentence)
            return said[:1].upper() + said[1:]


_PARTS: Mapping[PagePart, Callable[[Wording], str]] = {
    PagePart.HEAD: lambda w: w.text("Top of the page"),
    PagePart.AGREED: lambda w: w.text("What we agreed last time"),
    PagePart.CELEBRATIONS: lambda w: w.text("Celebrations"),
    PagePart.CONCERNS: lambda w: w.text("Concerns"),
    PagePart.QUESTIONS: lambda w: w.text("Questions"),
    PagePart.STRATEGY: lambda w: w.text("What we did at home"),
    PagePart.LIFE: lambda w: w.text("In our life"),
    PagePart.UNTIL_NEXT_TIME: lambda w: w.text("Until next time"),
}
_LINES: Mapping[Line, Callable[[Wording], str]] = {
    Line.SURNAME: lambda w: w.text("Last name"),
    Line.AGE: lambda w: w.text("Age"),
    Line.WRITTEN_BY: lambda w: w.text("Who wrote"),
    Line.FOR_WHOM: lambda w: w.text("For whom"),
    Line.WHAT: lambda w: w.text("What we do"),
    Line.SUGGESTED: lambda w: w.text("Who suggested it"),
    Line.PLANNED: lambda w: w.text("How often"),
    Line.DAYS: lambda w: w.text("Days"),
    Line.TIMES: lambda w: w.text("Times"),
    Line.RATINGS: lambda w: w.text("Ratings"),
    Line.REMARKS: lambda w: w.text("Remarks on the numbers"),
    Line.CHART: lambda w: w.text("Chart by week"),
    Line.BOXES: lambda w: w.text("Two empty boxes to write in at the visit"),
}
