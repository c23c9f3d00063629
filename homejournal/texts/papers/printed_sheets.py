"""What is said of the sheets that can be printed: the weeks for the fridge, the grid, the book."""

from homejournal.domain.papers.book import Book, BookOffer, BookTick
from homejournal.domain.papers.printed_sheets import FridgeSheet, FridgeWeek, RoutineGrid
from homejournal.texts import labels
from homejournal.texts.wording import Wording


def fridge_told(wording: Wording, sheet: FridgeSheet) -> str:
    """Return for a screen reader what stands on the weeks: their days and strategies."""
    return "\n".join(_week(wording, week) for week in sheet.weeks)


def offer_said(wording: Wording, offer: BookOffer) -> str:
    """Return what can be ticked for a book: the name of a photo or the words of a note."""
    if offer.what is BookTick.COVER:
        return wording.text("The photo on the first page")
    return wording.line_of((wording.own(offer.says), wording.day(offer.day)))


def offers_title(wording: Wording, what: BookTick) -> str:
    """Return the heading over what can be ticked."""
    if what is BookTick.QUOTE:
        return wording.text("In large letters")
    return wording.text("Photos")


def more_in_a_year(wording: Wording) -> str:
    """Return how notes can be ticked of which there are too many to list."""
    return wording.text("For more, choose one year.")


def book_told(wording: Wording, book: Book) -> str:
    """Return for a screen reader what a book is and which months it has."""
    child = labels.child_said(wording, book.pronoun, book.child)
    months = [wording.month(month.period.start) for month in book.months]
    return "\n".join((wording.text("The journal of {child}", child=child), *months))


def pages_of_book(wording: Wording, pages: int, shown: int) -> str:
    """Return how many pages a book has, where not all of them are shown."""
    if pages <= shown:
        return ""
    return wording.count(
        "The first {shown} of {n} page are shown. All are printed and saved.",
        "The first {shown} of {n} pages are shown. All are printed and saved.",
        pages,
        shown=wording.number(shown),
    )


def _week(wording: Wording, week: FridgeWeek) -> str:
    dates = wording.between(*week.period)
    if not week.strategies:
        return wording.text("{dates}: nothing is planned", dates=dates)
    names = [
        f"{wording.own(strategy.name)} ({labels.how_often(wording, strategy.often)})"
        for strategy in week.strategies
    ]
    return wording.text("{dates}: {strategies}", dates=dates, strategies="; ".join(names))


def pages_needed(wording: Wording, weeks: int, pages: int) -> str:
    """Return that large letters need more than one page a week, or nothing if they do not."""
    if pages <= weeks:
        return ""
    return wording.count(
        "In large letters this takes {n} page. Choose fewer strategies for fewer pages.",
        "In large letters this takes {n} pages. Choose fewer strategies for fewer pages.",
        pages,
    )


def grid_told(wording: Wording, grid: RoutineGrid) -> str:
    """Return for a screen reader which strategies live in which part of the day."""
    lines = []
    for routine in grid.routines:
        found = [
            strategy.name for strategy in grid.strategies if routine.routine in strategy.routines
        ]
        names = wording.list_of([wording.own(name) for name in found])
        said = names or wording.text("no strategy yet")
        lines.append(
            wording.text(
                "{routine}: {strategies}", routine=wording.own(routine.name), strategies=said
            )
        )
    return "\n".join(lines)


def grid_cell(wording: Wording, strategy: str, routine: str, *, lives: bool) -> str:
    """Return what a cell of the grid says to a screen reader."""
    names = {"strategy": wording.own(strategy), "routine": wording.own(routine)}
    if lives:
        return wording.text("{strategy} lives in {routine}", **names)
    return wording.text("{strategy} is not in {routine}", **names)
