"""Filling a week in by hand: who writes on which day, what is meant, and what goes wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from PIL import Image

from sheet_photos import hands, mix
from sheet_photos.choosing import Chance, Points, chance, happens, one_of, pick
from sheet_photos.hands import Hand, Strokes
from sheet_photos.letters import LATER, WORDS, written
from sheet_photos.pens import Inked, Pen, a_pen, cover_of, inked, put
from sheet_photos.sheets import DOTS_A_MM, Answer, BlankSheet, Box, Choice
from sheet_photos.truth import Meant, Told

_REACHED = 0.04
"""So much of another box under ink makes a person look twice: about the tip of a tick."""


@dataclass(frozen=True)
class Filled:
    """A page with its ink in colors, what was meant, and the pens."""

    page: Image.Image
    told: tuple[Told, ...]
    pens: frozenset[str]


@dataclass(frozen=True)
class _Writer:
    hand: Hand
    pen: Pen


class _Odd(NamedTuple):
    """What an odd mark is; without an answer a person would ask, unless it says otherwise."""

    kind: str
    answer: Answer | None = None
    meant: Meant | None = None


@dataclass
class _Desk:
    """The page being written on."""

    sheet: BlankSheet
    by: Chance
    page: Image.Image
    writers: list[_Writer]
    told: dict[tuple[int | None, int], Told] = field(default_factory=dict)
    touched: set[tuple[int | None, int]] = field(default_factory=set)
    pens: set[str] = field(default_factory=set)

    def draw(self, strokes: Strokes, pen: Pen, shakes: float = 0.0) -> Inked:
        paths = [hands.smooth(stroke, shakes, self.by) for stroke in strokes]
        ink = inked(paths, pen, self.by)
        put(self.page, ink, pen)
        self.pens.add(pen.name)
        return ink

    def tell(self, told: Told) -> None:
        self.told[told.row, told.day] = told

    def writer(self, day: int) -> _Writer:
        """Return who writes on a day: mostly with the own pen, now and then with another one."""
        writer = self.writers[day * len(self.writers) // 7] if happens(self.by, 0.8) else (
            one_of(self.by, self.writers)
        )  # fmt: skip
        if happens(self.by, 0.05):
            return _Writer(writer.hand, a_pen(pick(self.by, mix.PENS), self.by))
        return writer


def fill(sheet: BlankSheet, seed: int, *, ink: bool = True) -> Filled:
    """Fill a page in; without `ink` it stays as printed, to see where the ink of another is."""
    by = chance(seed, "filling")
    page = Image.merge("RGB", [sheet.picture] * 3)
    if not ink:
        return Filled(page, (), frozenset())
    many = {"one": 1, "two": 2, "many": 4}[pick(by, mix.HANDS)]
    writers = [_Writer(hands.a_hand(by), a_pen(pick(by, mix.PENS), by)) for _ in range(many)]
    desk = _Desk(sheet, by, page, writers)
    choices = sheet.choices()
    if happens(by, mix.EMPTY_SHEET):
        for choice in choices:
            desk.tell(Told(choice.row, choice.day, Meant.BLANK, mix.EMPTY))
        return Filled(page, tuple(desk.told.values()), frozenset())
    left_out = _days(desk, [choice for choice in choices if choice.row is None])
    rows = [choice for choice in choices if choice.row is not None and choice.day not in left_out]
    lined = _line_of_days(desk, rows) if happens(by, mix.LINE_SHEET) else set()
    last = 7 if happens(by, 0.7) else int(by.integers(2, 7))
    often = {choice.row: by.uniform(0.5, 0.97) for choice in rows}
    for choice in rows:
        if (choice.row, choice.day) not in lined:
            _choice(desk, choice, share=often[choice.row] if choice.day < last else 0.0)
    if happens(by, 0.4):
        _notes(desk)
    return Filled(page, tuple(_after_all(desk)), frozenset(desk.pens))


def _days(desk: _Desk, days: list[Choice]) -> set[int]:
    """Tick sick or away on some days; return those of which nothing else is filled in."""
    gone = set()
    for choice in days:
        if happens(desk.by, mix.SICK_DAY):
            gone.add(choice.day)
            _plain(desk, choice, _any(desk.by, choice), named=mix.DAY_TICKED)
        elif happens(desk.by, mix.WORDS_DAY):
            gone.add(choice.day)
            _words_through(desk, choice)
        else:
            _left_blank(desk, choice, odd=0.2)
    for choice in desk.sheet.choices():
        if choice.day in gone and choice.row is not None:
            through = desk.told[None, choice.day].kind == mix.DAY_WORDS
            kind = mix.DAY_WORDS if through else mix.EMPTY
            desk.tell(Told(choice.row, choice.day, Meant.BLANK, kind))
    return gone


def _words_through(desk: _Desk, choice: Choice) -> None:
    """Write why a day was left out, along a line through all of it."""
    by, writer = desk.by, desk.writer(choice.day)
    boxes = [
        box for one in desk.sheet.choices() if one.day == choice.day for box in one.boxes.values()
    ]
    x = np.mean([box[0] + box[2] / 2 for box in boxes]) + by.uniform(0, 9)
    top, bottom = min(box[1] for box in boxes) + by.uniform(4, 14), max(box[1] for box in boxes)
    path = np.array(
        [[x, top], [x + by.normal(0, 1.5), (top + bottom) / 2], [x + by.normal(0, 2), bottom]]
    )
    words = written(by, one_of(by, WORDS), 0, 0, by.uniform(3.5, 6))
    if happens(by, 0.6):  # along the line
        words = [np.column_stack([-stroke[:, 1], stroke[:, 0]]) for stroke in words]
    at = np.array([x + by.uniform(5, 8), top + by.uniform(5, 30)])
    moved = [stroke + at for stroke in words]
    ink = desk.draw([path, *moved], writer.pen)
    _reach(desk, choice, ("", None), ink)
    answer = next(iter(choice.boxes))  # "sick" stands first; with words somebody is asked
    desk.tell(Told(None, choice.day, Meant.ASK, mix.DAY_WORDS, answer, ink=_around(ink)))


def _line_of_days(desk: _Desk, rows: list[Choice]) -> set[tuple[int | None, int]]:
    """Draw one line through boxes that stand beside each other, over some days.

    Whatever box it goes through is filled in by it, whichever time of the day that is of.
    """
    ticked = [choice for choice in rows if choice.boxes and not choice.writing]
    if not ticked:
        return set()
    first = one_of(desk.by, ticked)
    answer = _any(desk.by, first)
    height = first.boxes[answer][1]
    level = [
        choice
        for choice in desk.sheet.choices()
        if answer in choice.boxes and abs(choice.boxes[answer][1] - height) < 1
    ]
    level.sort(key=lambda choice: choice.boxes[answer][0])
    chosen = level[: int(desk.by.integers(3, 8)) * max(1, len(level) // 7)]
    if len(chosen) < 3:
        return set()
    boxes = [choice.boxes[answer] for choice in chosen]
    middle = [[box[0] + box[2] / 2, box[1] + box[3] / 2 + desk.by.normal(0, 0.3)] for box in boxes]
    writer = desk.writer(chosen[0].day)
    ink = desk.draw([np.array(middle)], writer.pen)
    for choice in chosen:
        kind = mix.LINE_OF_DAYS
        told = Told(choice.row, choice.day, Meant.ANSWER, kind, answer, ink=_around(ink))
        desk.tell(told)
    return {(choice.row, choice.day) for choice in chosen}


def _choice(desk: _Desk, choice: Choice, share: float) -> None:
    if not happens(desk.by, share):
        _left_blank(desk, choice)
    elif choice.writing and not (choice.boxes and happens(desk.by, 0.1)):
        _write(desk, choice)
    elif choice.boxes and not choice.writing and happens(desk.by, mix.ODD_SHARE):
        _ODD[pick(desk.by, mix.ODD)](desk, choice)
    elif choice.boxes:
        _plain(desk, choice, _any(desk.by, choice))
    else:
        _left_blank(desk, choice)


def _plain(desk: _Desk, choice: Choice, answer: Answer, named: str = "") -> None:
    by, writer = desk.by, desk.writer(choice.day)
    hand = writer.hand
    kind = (
        hand.likes
        if happens(by, 0.72)
        else hand.second
        if happens(by, 0.5)
        else pick(by, mix.PLAIN)
    )
    strokes = hands.mark(kind, choice.boxes[answer], hand, by)
    if kind == "tick and initial":
        strokes += hands.initials(choice.boxes[answer], hand, by, _onward(desk))
    ink = desk.draw(strokes, writer.pen, hand.shakes)
    hits, reaches = _inside(choice, answer, ink, kind), _reach(desk, choice, answer, ink)
    name = (named or kind) if hits and not reaches else mix.REACHES if hits else "beside the box"
    told = Told(choice.row, choice.day, Meant.ANSWER, name, answer, ink=_around(ink))
    desk.tell(told._replace(plain=hits and not reaches, pen=writer.pen.name))


def _inside(choice: Choice, answer: Answer, ink: Inked, kind: str) -> bool:
    return kind == "circle around the box" or cover_of(ink, choice.boxes[answer]) > 0.02


def _reach(desk: _Desk, choice: Choice, answer: Answer, ink: Inked) -> bool:
    """Return whether ink is in another box of the choice, and remember other choices it is in."""
    within = False
    for one in desk.sheet.choices():
        for what, box in one.boxes.items():
            here = (one.row, one.day) == (choice.row, choice.day)
            if (here and what == answer) or cover_of(ink, box) <= _REACHED:
                continue
            within |= here
            if not here:
                desk.touched.add((one.row, one.day))
    return within


def _odd(desk: _Desk, choice: Choice, strokes: Strokes, told: _Odd, pen: Pen | None = None) -> None:
    """Draw what a person reads with more thought, or not at all."""
    writer = desk.writer(choice.day)
    ink = desk.draw(strokes, pen or writer.pen, writer.hand.shakes)
    _reach(desk, choice, told.answer or ("", None), ink)
    meant = told.meant or (Meant.ANSWER if told.answer else Meant.ASK)
    desk.tell(Told(choice.row, choice.day, meant, told.kind, told.answer, ink=_around(ink)))


def _beside(desk: _Desk, choice: Choice) -> None:
    by, answer = desk.by, _any(desk.by, choice)
    left, top, side, height = choice.boxes[answer]
    away = left + _onward(desk) * side * by.uniform(1.25, 2.2)
    strokes = hands.tick((away, top, side, height), desk.writer(choice.day).hand, by, 0.9)
    _odd(desk, choice, strokes, _Odd("beside the box", answer))


def _between(desk: _Desk, choice: Choice) -> None:
    (_, a), (_, b) = _two(desk.by, choice, near=True)
    box = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, a[2], a[3])
    strokes = hands.tick(box, desk.writer(choice.day).hand, desk.by, 1.1)
    _odd(desk, choice, strokes, _Odd("between two boxes"))


def _put_right(
    kind: str, spoil: Callable[[_Desk, Box, _Writer], None]
) -> Callable[[_Desk, Choice], None]:
    """Return what marks one box, takes it back somehow, and ticks another one."""

    def marked(desk: _Desk, choice: Choice) -> None:
        (_, wrong), (answer, box) = _two(desk.by, choice)
        writer = desk.writer(choice.day)
        spoil(desk, wrong, writer)
        strokes = hands.tick(box, writer.hand, desk.by, 0.95)
        _odd(desk, choice, strokes, _Odd(kind, answer), pen=writer.pen)

    return marked


def _scribble(desk: _Desk, box: Box, writer: _Writer) -> None:
    desk.draw(hands.tick(box, writer.hand, desk.by), writer.pen, writer.hand.shakes)
    desk.draw(hands.scribble(box, writer.hand, desk.by), writer.pen, writer.hand.shakes)


def _strike(desk: _Desk, box: Box, writer: _Writer) -> None:
    desk.draw(hands.tick(box, writer.hand, desk.by), writer.pen, writer.hand.shakes)
    desk.draw(hands.strike(box, writer.hand, desk.by), writer.pen, writer.hand.shakes)


def _whiten(desk: _Desk, box: Box, writer: _Writer) -> None:
    """Cover a box with correction tape: white, with a sharp edge that the eye sees."""
    desk.draw(hands.tick(box, writer.hand, desk.by, 0.9), writer.pen)
    left, top, side, height = box
    by, more = desk.by, desk.by.uniform(0.2, 0.9, 4)
    left, top = left - more[0], top - more[1]
    size = [
        round((side + more[0] + more[2]) * DOTS_A_MM),
        round((height + more[1] + more[3]) * DOTS_A_MM),
    ]
    strip = Image.new("RGB", (size[0], size[1]), (236, 236, 232))
    strip.paste((249, 249, 247), (2, 2, size[0] - 2, size[1] - 2))
    turned = strip.convert("RGBA").rotate(
        by.normal(0, 4), expand=True, resample=Image.Resampling.BILINEAR
    )
    desk.page.paste(turned, (round(left * DOTS_A_MM), round(top * DOTS_A_MM)), turned)


def _rub(desk: _Desk, box: Box, writer: _Writer) -> None:
    """Leave of a pencil mark what a rubber leaves: a shade of it, and a smear."""
    by = desk.by
    pencil = a_pen("pencil", by)
    shade = Pen("pencil", pencil.color, pencil.width * 1.2, by.uniform(0.05, 0.22), 0.3)
    desk.draw(hands.tick(box, writer.hand, by), shade)
    smear = Pen("pencil", (0.5, 0.5, 0.5), 2.2, by.uniform(0.03, 0.09), 0.2)
    desk.draw(hands.zigzag(box, writer.hand, by), smear)


def _rubbed(desk: _Desk, choice: Choice) -> None:
    box = choice.boxes[_any(desk.by, choice)]
    _rub(desk, box, desk.writer(choice.day))
    desk.tell(Told(choice.row, choice.day, Meant.BLANK, "rubbed out", ink=box))


def _with_pen(kind: str) -> Callable[[_Desk, Choice], None]:
    def marked(desk: _Desk, choice: Choice) -> None:
        answer = _any(desk.by, choice)
        pen = a_pen(kind, desk.by)
        strokes = hands.tick(choice.boxes[answer], desk.writer(choice.day).hand, desk.by, 0.9)
        _odd(desk, choice, strokes, _Odd(kind, answer), pen=pen)

    return marked


def _two_ticks(desk: _Desk, choice: Choice) -> None:
    writer = desk.writer(choice.day)
    strokes = [
        stroke
        for _, box in _two(desk.by, choice)
        for stroke in hands.tick(box, writer.hand, desk.by, 0.9)
    ]
    _odd(desk, choice, strokes, _Odd("two ticks"), pen=writer.pen)


def _tick_and_speck(desk: _Desk, choice: Choice) -> None:
    (answer, box), (_, other) = _two(desk.by, choice)
    writer = desk.writer(choice.day)
    desk.draw([_speck(desk.by, other)], _fine(writer.pen))
    strokes = hands.tick(box, writer.hand, desk.by, 0.9)
    _odd(desk, choice, strokes, _Odd("tick and speck", answer), pen=writer.pen)


def _question(desk: _Desk, choice: Choice) -> None:
    answer = _any(desk.by, choice)
    left, top, side, _ = box = choice.boxes[answer]
    sign = written(desk.by, "?", left + _onward(desk) * 1.5 * side, top, side)
    strokes = hands.tick(box, desk.writer(choice.day).hand, desk.by, 0.9) + sign
    _odd(desk, choice, strokes, _Odd("tick with a question", answer))


def _ditto(desk: _Desk, choice: Choice) -> None:
    """Write the sign for "as before": nobody knows for sure what was before."""
    left, top, side, _ = choice.boxes[_any(desk.by, choice)]
    signs = written(desk.by, '"', left + 0.15 * side, top + 0.2 * side, side * 1.1)
    _odd(desk, choice, signs, _Odd("ditto"))


def _words_alone(desk: _Desk, choice: Choice) -> None:
    left, top, side, _ = choice.boxes[_any(desk.by, choice)]
    said = one_of(desk.by, WORDS)
    x = left + 1.3 * side if _onward(desk) > 0 else left - 0.5 * side * len(said)
    words = written(desk.by, said, x, top, side * 0.7)
    _odd(desk, choice, words, _Odd("words alone", meant=Meant.BLANK))


def _left_blank(desk: _Desk, choice: Choice, odd: float = 1.0) -> None:
    kind = pick(desk.by, mix.BLANK_ODD) if choice.boxes and happens(desk.by, odd) else mix.EMPTY
    if kind == mix.EMPTY:
        desk.tell(Told(choice.row, choice.day, Meant.BLANK, kind))
        return
    box = choice.boxes[_any(desk.by, choice)]
    if kind == "speck":
        pen, strokes = _fine(desk.writer(choice.day).pen), [_speck(desk.by, box)]
    else:
        pen = Pen(
            "crumb", (0.55, 0.4, 0.25), desk.by.uniform(0.5, 1.3), desk.by.uniform(0.3, 0.7), 0.2
        )
        strokes = [_speck(desk.by, box, 0.6)]
    pens = set(desk.pens)
    ink = desk.draw(strokes, pen)
    desk.pens = pens
    desk.tell(Told(choice.row, choice.day, Meant.BLANK, kind, ink=_around(ink)))


def _speck(by: Chance, box: Box, long: float = 0.25) -> Points:
    """Touch the paper with the pen as nobody meant to."""
    at = np.array(box[:2]) + by.uniform(-0.1, 1.1, 2) * box[2]
    touch: Points = at + np.array([[0.0, 0.0], by.normal(0, long, 2)])
    return touch


def _fine(pen: Pen) -> Pen:
    return Pen(pen.name, pen.color, min(pen.width, 0.5), pen.dense)


def _write(desk: _Desk, choice: Choice) -> None:
    by, writer = desk.by, desk.writer(choice.day)
    name = one_of(by, [*choice.writing])
    box = choice.writing[name]
    left, top, width, height = box
    if name.startswith("strokes"):
        strokes = hands.tally(box, int(by.integers(1, 8)), by)
    elif name == "tries":
        of = int(by.integers(2, 12))
        took = written(
            by, str(int(by.integers(0, of + 1))), left + by.uniform(0.5, 3), top, height * 0.85
        )
        strokes = took + written(
            by, str(of), left + width * 0.62 + by.uniform(0.5, 2), top, height * 0.85
        )
    else:
        many = one_of(by, (str(int(by.integers(1, 60))), str(int(by.integers(1, 12)))))
        strokes = written(by, many, left + by.uniform(0.5, 6), top, height * by.uniform(0.75, 1.1))
    ink = desk.draw(strokes, writer.pen, writer.hand.shakes)
    kind = mix.WRITTEN[name.split()[0]]
    desk.tell(Told(choice.row, choice.day, Meant.WRITTEN, kind, ink=_around(ink)))


def _notes(desk: _Desk) -> None:
    """Write something on the lines at the foot of the page, beside the code."""
    left, top, side, _ = map(float, desk.sheet.kept.layout["codes"]["B"])
    width, _ = desk.sheet.size
    x = left + side + 8 if left < width / 2 else 25
    words = written(
        desk.by, one_of(desk.by, LATER), x, top + desk.by.uniform(0, 5), desk.by.uniform(4, 6)
    )
    desk.draw(words, desk.writer(6).pen)


def _after_all(desk: _Desk) -> Iterator[Told]:
    """Yield what was meant; ink of another choice makes a person look twice."""
    for key, told in desk.told.items():
        if key in desk.touched and told.plain:
            yield told._replace(kind=mix.REACHES, plain=False)
        elif key in desk.touched and told.kind == mix.EMPTY:
            yield told._replace(kind="touched by another mark")
        else:
            yield told


def _onward(desk: _Desk) -> int:
    """Return to which side there is room beside a box: to the left where letters go that way."""
    return -1 if desk.sheet.language == "ar" else 1


def _any(by: Chance, choice: Choice) -> Answer:
    """Return one of the answers; most days are not "not today"."""
    answers = [*choice.boxes]
    weights = [0.5 if what == "not_today" else 1.0 for what, _ in answers]
    return answers[int(by.choice(len(answers), p=np.array(weights) / sum(weights)))]


def _two(by: Chance, choice: Choice, *, near: bool = False) -> list[tuple[Answer, Box]]:
    """Return two different boxes in any order; every choice with boxes has two."""
    boxes = [*choice.boxes.items()]
    if near:
        first = int(by.integers(len(boxes) - 1))
        return boxes[first : first + 2]
    return [boxes[n] for n in by.permutation(len(boxes))[:2]]


def _around(ink: Inked) -> Box:
    height, width = ink.cover.shape
    left, top, wide, high = (side / DOTS_A_MM for side in (ink.left, ink.top, width, height))
    return left, top, wide, high


_ODD: dict[str, Callable[[_Desk, Choice], None]] = {
    "beside the box": _beside,
    "between two boxes": _between,
    "scribbled out, another ticked": _put_right("scribbled out, another ticked", _scribble),
    "struck, another ticked": _put_right("struck, another ticked", _strike),
    "covered in white, another ticked": _put_right("covered in white, another ticked", _whiten),
    "rubbed out": _rubbed,
    "rubbed out, another ticked": _put_right("rubbed out, another ticked", _rub),
    "faint pencil": _with_pen(mix.FAINT),
    "pale color": _with_pen(mix.PALE),
    "dry pen": _with_pen(mix.DRY),
    "two ticks": _two_ticks,
    "tick and speck": _tick_and_speck,
    "tick with a question": _question,
    "ditto": _ditto,
    "words alone": _words_alone,
}
