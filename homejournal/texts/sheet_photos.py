"""What is said of photos of filled-in sheets: what was read, what is asked, why one is refused."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from homejournal.domain.papers.sheet_marks import Doubt, PhotoFault
from homejournal.domain.records.plan import DAYS_OF_A_WEEK
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.today.sheet_photo import (
    CellState,
    PhotoCell,
    PhotoDay,
    PhotoPage,
    PhotoRow,
    PhotosShown,
)
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.week_grid import time_name, what_stands, wish_said
from homejournal.texts.wording import Wording

_MANY_HIDDEN = 4
"""So many boxes are not seen whole where more than a thumb is missing."""
Names = Mapping[UUID, str]
"""What children and strategies are called, by their ids."""


def fault_said(wording: Wording, fault: PhotoFault) -> str:
    """Return why a photo, or a sheet on it, is not read, and what to do."""
    return _FAULTS[fault](wording)


_FAULTS: Mapping[PhotoFault, Callable[[Wording], str]] = {
    PhotoFault.NO_SHEET: lambda w: w.text(
        "There is no week sheet to see. Maybe the photo is blurred or dark, or the small codes in"
        " the corners are covered or cut off."
    ),
    PhotoFault.UNKNOWN: lambda w: w.text(
        "This journal does not know the sheet. Read it in the journal that it was printed from."
    ),
    PhotoFault.TOO_SMALL: lambda w: w.text(
        "The sheet is too small. Hold the phone closer, so that the page fills the picture."
    ),
    PhotoFault.BLURRED: lambda w: w.text(
        "The photo is blurred or dark. Take it in good light, and hold the phone still."
    ),
    PhotoFault.COVERED: lambda w: w.text(
        "Part of the sheet is covered or bent. Lay it flat, and take it with all four corners."
    ),
    PhotoFault.DAMAGED: lambda w: w.text(
        "The journal no longer knows where the boxes of this sheet are. Please type it in."
    ),
    PhotoFault.EMPTY: lambda w: w.text("The file is empty."),
    PhotoFault.TOO_LARGE: lambda w: w.text("The file is too large for a photo."),
    PhotoFault.TOO_MANY_PIXELS: lambda w: w.text(
        "The photo is too large. Choose a smaller size in the camera of the phone."
    ),
    PhotoFault.UNREADABLE: lambda w: w.text("This photo cannot be read."),
}


def doubt_said(wording: Wording, doubt: Doubt) -> str:
    """Return in a few words why a person is asked what was meant."""
    return _DOUBTS[doubt](wording)


_DOUBTS: Mapping[Doubt, Callable[[Wording], str]] = {
    Doubt.HIDDEN: lambda w: w.text("partly hidden"),
    Doubt.FAINT: lambda w: w.text("very faint"),
    Doubt.SPECK: lambda w: w.text("a speck or a tiny mark"),
    Doubt.TWO: lambda w: w.text("more than one place is marked"),
    Doubt.STRUCK_OUT: lambda w: w.text("perhaps crossed out"),
    Doubt.DITTO: lambda w: w.text("perhaps a ditto mark"),
    Doubt.BESIDE: lambda w: w.text("a mark beside a box"),
    Doubt.LINE: lambda w: w.text("a line through the day"),
    Doubt.WRITTEN: lambda w: w.text("written by hand"),
    Doubt.PHOTOS_DIFFER: lambda w: w.text("two photos say different things"),
    Doubt.WHICH_HOME: lambda w: w.text("away, or at the other home"),
}


def page_title(wording: Wording, page: PhotoPage, names: Names) -> str:
    """Return whose week a page is, and which."""
    child = wording.own(names[page.sheet.child])
    return wording.line_of((child, wording.between(*page.grid.period)))


def page_remarks(wording: Wording, page: PhotoPage) -> tuple[str, ...]:
    """Return what is to be known of a page as a whole."""
    remarks = []
    if page.empty:
        remarks.append(wording.text("No mark is seen on this page. Please look at the photo."))
    elif page.changed_from is not None:
        day = wording.day_of_year(page.changed_from)
        remarks.append(
            wording.text(
                "This sheet was printed before the plan changed from {day} on. It is read as it was"
                " printed.",
                day=day,
            )
        )
    elif page.plan_changed:
        remarks.append(
            wording.text(
                "The plan has changed since this sheet was printed. It is read as it was printed."
            )
        )
    cells = (one for row in page.rows for one in row.cells)
    hidden = sum(one.doubt is Doubt.HIDDEN for one in cells)
    if hidden >= _MANY_HIDDEN:
        remarks.append(
            wording.text(
                "Part of the sheet is missing in the photo. Please take it again with the whole"
                " sheet in it."
            )
        )
    return tuple(remarks)


def page_lines(wording: Wording, page: PhotoPage, names: Names) -> Iterator[tuple[str, list[str]]]:
    """Yield each day on which a page says something, with a line for each thing that it says."""
    for number in range(DAYS_OF_A_WEEK):
        day = page.sheet.week + timedelta(days=number)
        lines = [
            _cell_line(wording, row, cell, names)
            for row in page.rows
            for cell in row.cells
            if cell.cell.place.day == day and cell.state is not CellState.BLANK
        ]
        lines += [
            _day_line(wording, one)
            for one in page.days
            if one.day == day and one.state is not CellState.BLANK
        ]
        if lines:
            yield capitalized(wording.day_of_year(day)), lines


def _cell_line(wording: Wording, row: PhotoRow, cell: PhotoCell, names: Names) -> str:
    name = wording.own(names[row.strategy.id])
    place = wording.line_of((name, time_name(wording, row.key)))
    likely = [wish_said(wording, cell.cell.rating, one) for one in cell.likely]
    read = None if cell.read is None else wish_said(wording, cell.cell.rating, cell.read)
    said = read or _asked(wording, cell.doubt, likely)
    before = what_stands(wording, cell.cell)
    return wording.text(
        "{place}: {said}", place=place, said=_with_state(wording, cell.state, said, before)
    )


def _day_line(wording: Wording, day: PhotoDay) -> str:
    likely = [labels.reason(wording, one) for one in day.likely]
    said = labels.reason(wording, day.read) if day.read else _asked(wording, day.doubt, likely)
    before = wording.list_of(
        [labels.reason(wording, one) for one in LeftOutReason if one in day.written]
    )
    place = wording.text("All strategies")
    return wording.text(
        "{place}: {said}", place=place, said=_with_state(wording, day.state, said, before)
    )


def _asked(wording: Wording, doubt: Doubt | None, likely: Sequence[str]) -> str:
    why = doubt_said(wording, doubt) if doubt else ""
    if not likely:
        return wording.text("please look ({why})", why=why)
    perhaps = wording.text(", ").join(likely)
    return wording.text("please look ({why}; perhaps {answers})", why=why, answers=perhaps)


def _with_state(wording: Wording, state: CellState, said: str, before: str) -> str:
    match state:
        case CellState.SAME:
            return wording.text("{said} (written already)", said=said)
        case CellState.DIFFERS:
            return wording.text("{said} (stays as written: {before})", said=said, before=before)
        case CellState.LATER:
            return wording.text("{said} (still to come)", said=said)
        case _:
            return said


def summary(wording: Wording, shown: PhotosShown, *, saved: bool) -> tuple[str, ...]:
    """Return how much is or would be saved, and how much is left for a person to answer."""
    states = Counter(cell.state for page in shown.pages for row in page.rows for cell in row.cells)
    states.update(day.state for page in shown.pages for day in page.days)
    read, asked = states[CellState.READ], states[CellState.ASKED]
    lines = []
    if read and saved:
        lines.append(wording.count("{n} answer is saved.", "{n} answers are saved.", read))
    elif read:
        lines.append(wording.count("{n} answer can be saved.", "{n} answers can be saved.", read))
    elif shown.pages:
        lines.append(wording.text("There is nothing new to save."))
    if asked:
        lines.append(
            wording.count(
                "{n} place is not clear. Look at the sheet, and type it in.",
                "{n} places are not clear. Look at the sheet, and type them in.",
                asked,
            )
        )
    return tuple(lines)


def crops_written(wording: Wording, folder: str, pages: int) -> str:
    """Return where the boxes of photos are, and that somebody looks at them before they leave."""
    return wording.count(
        "The boxes of {n} page are in {folder}. Open each picture before you give it away: no word"
        " or name may be in it.",
        "The boxes of {n} pages are in {folder}. Open each picture before you give it away: no word"
        " or name may be in it.",
        pages,
        folder=wording.own(folder),
    )
