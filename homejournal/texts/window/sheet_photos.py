"""What the window says of photos of filled-in sheets, place by place."""

from collections.abc import Callable, Collection, Mapping, Sequence

from homejournal.domain.days.periods import Period
from homejournal.domain.papers.sheet_marks import Doubt, PhotoFault
from homejournal.domain.papers.sheet_reading import Area
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, levels_of
from homejournal.domain.today.sheet_photo import CellState, PhotoCell, PhotoDay
from homejournal.domain.today.week_cells import BLANK, CellInput, Refusal
from homejournal.domain.today.week_grid import WeekCell
from homejournal.texts import labels
from homejournal.texts import week_grid as in_week
from homejournal.texts.day_page import capitalized, mark_said
from homejournal.texts.sheet_photos import doubt_said, fault_said
from homejournal.texts.wording import Wording

Place = PhotoCell | PhotoDay


def refused(wording: Wording, name: str, faults: tuple[PhotoFault, ...]) -> str:
    """Return why a photo, or some of it, is not read, and what to do."""
    whys = [fault_said(wording, fault) for fault in faults]
    return wording.text("{name}: {said}", name=wording.own(name), said=" ".join(whys))


def child_gone(wording: Wording, name: str) -> str:
    """Return that a sheet is of a child whom the journal does not have any more."""
    why = wording.text("The child of this sheet is not in this journal any more.")
    return wording.text("{name}: {said}", name=wording.own(name), said=why)


def row_said(wording: Wording, place: Place, name: str) -> str:
    """Return which row a place is in; `name` is the strategy's."""
    if isinstance(place, PhotoDay):
        return all_strategies(wording)
    time = in_week.time_name(wording, place.cell.place.row)
    return wording.line_of((wording.own(name), time))


def all_strategies(wording: Wording) -> str:
    """Return what the row is called in which whole days are left out."""
    return wording.text("Sick or away")


def where(wording: Wording, place: Place, name: str) -> str:
    """Return where on the sheet a place is."""
    day = place.cell.place.day if isinstance(place, PhotoCell) else place.day
    return wording.line_of((row_said(wording, place, name), capitalized(wording.day_of_year(day))))


def answer_said(wording: Wording, place: Place, said: CellInput) -> str:
    """Return an answer in full."""
    if isinstance(place, PhotoDay):
        return labels.reason(wording, said.reason) if said.reason else wording.text("not written")
    return in_week.wish_said(wording, place.cell.rating, said)


def choice_said(wording: Wording, place: Place, said: CellInput) -> str:
    """Return an answer with the key that is typed for it: "2 – some help"."""
    shown, words = in_week.wish_shown(wording, said), answer_said(wording, place, said)
    return wording.text("{key} – {said}", key=shown, said=words)


def written(wording: Wording, place: Place) -> str:
    """Return what the journal says of a place already, or nothing."""
    if isinstance(place, PhotoCell):
        words = "" if place.cell.notes else words_shown(wording, place, None)
        return words or (in_week.what_stands(wording, place.cell) if place.cell.is_written else "")
    reasons = [one for one in LeftOutReason if one in place.written]
    return wording.list_of([labels.reason(wording, one) for one in reasons])


def written_shown(wording: Wording, place: Place) -> str:
    """Return in a few signs what the journal says of a place already."""
    if isinstance(place, PhotoCell):
        return in_week.cell_shown(wording, place.cell)
    return " ".join(
        in_week.letter_of(wording, one) for one in LeftOutReason if one in place.written
    )


def words_shown(wording: Wording, place: Place, wish: CellInput | None) -> str:
    """Return one level or mark of a place in words; of what is written, without a wish.

    Numbers, and several times of a day, have no words of their own.
    """
    if isinstance(place, PhotoDay):
        reasons = [wish.reason] if wish else [one for one in LeftOutReason if one in place.written]
        return labels.reason(wording, reasons[0]) if len(reasons) == 1 and reasons[0] else ""
    if wish is None:
        wish = _written_input(place.cell)
    if len(wish.times) + (wish.mark is not None) != 1:
        return ""
    if wish.mark is None and not levels_of(place.cell.rating.kind):
        return ""
    return in_week.wish_said(wording, place.cell.rating, wish)


def _written_input(cell: WeekCell) -> CellInput:
    same = all(one.rating_kind is cell.rating.kind for one in cell.practices)
    times = tuple(one.rating for one in cell.practices) if same else ()
    if not same or cell.mark is None:
        return CellInput(times=times)
    return CellInput(times=times, mark=cell.mark.mark, reason=cell.mark.reason)


def asked(wording: Wording, place: Place, *, is_open: bool) -> str:
    """Return what the photo says of a place, and what is asked about it while that is open."""
    text = wording.text
    read, stands = _read(wording, place), written(wording, place)
    if place.doubt is Doubt.WHICH_HOME:
        return text("“Away” is marked. Was it away, or at the other home?")
    match place.state:
        case CellState.LATER:
            return text("This day has not come yet, so nothing is saved for it.")
        case CellState.ASKED:
            photo = _question(wording, place) if is_open else _why(wording, place)
        case CellState.BLANK:
            photo = text("Left blank on the sheet.")
        case _:
            photo = text("The photo says: {read}.", read=read)
    before = text("Written already: {said}.", said=stands)
    return f"{photo} {before}" if stands else photo


def _question(wording: Wording, place: Place) -> str:
    why = _why(wording, place)
    if place.doubt is Doubt.WRITTEN:
        return wording.text("{why} What does it say?", why=why)
    if isinstance(place, PhotoCell):
        likely = [answer_said(wording, place, one) for one in place.likely]
    else:
        likely = [labels.reason(wording, one) for one in place.likely]
    if not likely:
        return wording.text("{why} What was meant?", why=why)
    quoted = [wording.text("“{said}”", said=one) for one in likely]
    perhaps = quoted[-1]
    if quoted[:-1]:
        before = wording.text(", ").join(quoted[:-1])
        perhaps = wording.text("{one} or {other}", one=before, other=perhaps)
    return wording.text("{why} Was it {answers}?", why=why, answers=perhaps)


def _why(wording: Wording, place: Place) -> str:
    why = doubt_said(wording, place.doubt) if place.doubt else ""
    return wording.text("{why}.", why=capitalized(why))


def _read(wording: Wording, place: Place) -> str:
    if isinstance(place, PhotoCell):
        return answer_said(wording, place, place.read) if place.read else ""
    return labels.reason(wording, place.read) if place.read else ""


def outcome(wording: Wording, place: Place, said: CellInput | None, wish: CellInput | None) -> str:
    """Return what will come of a place once it is saved; nothing while nobody answered."""
    if wish is not None:
        told, before = answer_said(wording, place, wish), written(wording, place)
        if before:
            return wording.text(
                "Will be written: {said}, in place of {before}.", said=told, before=before
            )
        return wording.text("Will be written: {said}.", said=told)
    if said is None:
        return ""
    if said == BLANK and not written(wording, place):
        return wording.text("Stays blank.")
    return wording.text("Stays as it is written.")


def leave_said(wording: Wording, place: Place) -> str:
    """Return the words of the button that leaves a place as it is."""
    stands = written(wording, place)
    if stands:
        return wording.text("Keep what is written: {said}", said=stands)
    return wording.text("Leave it blank")


def other_keys(wording: Wording, place: Place, offered: Collection[str]) -> str:
    """Return what can be typed in a place beside what is offered."""
    if isinstance(place, PhotoDay):
        keys = in_week.keys_of_day(wording)
    else:
        keys = in_week.keys_of_cell(wording, place.cell.rating)
    return wording.line_of([line for line in keys if line not in offered])


def saved_before(wording: Wording) -> str:
    """Return that this very sheet was read and saved before."""
    return wording.text("Some boxes of this sheet were saved before. They stay as they are.")


def left_to_answer(wording: Wording, left: int, in_all: int, to_write: int) -> str:
    """Return how much is still asked, or what is next."""
    if left:
        of = wording.number(in_all)
        return wording.text("Questions left: {n} of {all}", n=wording.number(left), all=of)
    if not to_write:
        return wording.text("No more questions, and nothing new to save.")
    return wording.text("No more questions. Look over the table, then save.")


def words_of_boxes(wording: Wording, place: Place) -> list[tuple[Area, str]]:
    """Return what each box of a place says, with where it is in the photo."""
    if isinstance(place, PhotoDay):
        return []
    words = (answer_said(wording, place, one) for one in place.choices)
    return list(zip(place.areas, words, strict=True))


def stays(wording: Wording, refusal: Refusal, cell: WeekCell) -> str:
    """Return why a cell stays as it is, and what can be done."""
    if refusal not in _AGAIN:
        return in_week.refused(wording, refusal, cell)
    told = mark_said(wording, cell.mark) if cell.mark else wording.text("not today")
    return _AGAIN[refusal](wording).format(said=told)


_AGAIN: Mapping[Refusal, Callable[[Wording], str]] = {
    Refusal.NOTE_GOES: lambda w: w.text("This has a note. Saving removes both."),
    Refusal.PHOTO_GOES: lambda w: w.text("This has a photo. Saving removes both."),
    Refusal.ALL_TIMES: lambda w: w.text(
        "“{said}” covers the whole day. Saving removes it from all times."
    ),
    Refusal.ALL_STRATEGIES: lambda w: w.text(
        "“{said}” covers all strategies on that day. Saving removes it from all of them."
    ),
}


def step_said(wording: Wording, number: int, weeks: Sequence[Period], left_open: int) -> str:
    """Return the words of the step that saves, for Undo: how much, which week, what was left."""
    boxes = wording.count(
        "{n} box filled from the photo", "{n} boxes filled from the photo", number
    )
    of_weeks = [wording.between(*week) for week in weeks]
    left = wording.count("{n} question left open", "{n} questions left open", left_open)
    return wording.line_of((boxes, *of_weeks, *((left,) if left_open else ())))


def typed_wrong(wording: Wording, rating: RatingPlan, letters: Sequence[str]) -> str:
    """Return that what was typed for a box is no answer, and what would be one."""
    levels, known = levels_of(rating.kind), " ".join(letters)
    if levels:
        first, last = wording.number(levels[0]), wording.number(levels[-1])
        wanted = wording.text("a digit from {first} to {last}", first=first, last=last)
    else:
        wanted = _WANTED[rating.kind](wording)
    return wording.text(
        "That is no answer here. Type {wanted}, or one of these: {letters}",
        wanted=wanted,
        letters=known,
    )


_WANTED: Mapping[RatingKind, Callable[[Wording], str]] = {
    RatingKind.NUMBER: lambda w: w.text("only the number, such as 18"),
    RatingKind.TRIES: lambda w: w.text("3/5 for took 3 of 5"),
    RatingKind.NONE: lambda w: w.text("how many times it was"),
}


def letters_wanted(wording: Wording, letters: Sequence[str]) -> str:
    """Return that what was typed for a day is no answer, and what would be one."""
    return wording.text(
        "That is no answer here. Type one of these: {letters}", letters=" ".join(letters)
    )
