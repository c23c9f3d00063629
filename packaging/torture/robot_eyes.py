"""What a person sees in the window, and what stands in the journal at that moment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from uuid import UUID

from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.records.notes import AnyNote, Flag, Note, PrivateNote
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.pack_file import plain_pack
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.safe.transfer.sealed_files import pack_of
from homejournal.ui.day_rows.answer_line import AnswerLine
from homejournal.ui.day_rows.notes.drawer import NoteDrawer
from homejournal.ui.today.moments import MomentsCard
from homejournal.ui.today.page import TodayPage
from homejournal.ui.widgets.fields.answer_bar import Segment
from homejournal.ui.widgets.line_buttons import SecondLine
from torture.robot_home import Home

FLAGS: Mapping[str, Flag] = {
    "Celebration": Flag.CELEBRATION,
    "Concern": Flag.CONCERN,
    "For the next visit": Flag.QUESTION,
}
PRIVATE = "Private"


@dataclass(frozen=True, slots=True)
class Written:
    """The records of the days, by their ids; two that are equal are the same journal."""

    practices: Mapping[UUID, Practice]
    marks: Mapping[UUID, DayMark]
    notes: Mapping[UUID, AnyNote]

    @property
    def said(self) -> Mapping[UUID, Record]:
        """Return the answers: all but the notes."""
        return {**self.practices, **self.marks}


@dataclass(frozen=True, slots=True)
class Field:
    """A note field on the screen, and what is pressed beside it."""

    text: str
    private: bool
    flags: frozenset[Flag]

    def says(self, note: AnyNote) -> bool:
        """Return whether a note says the same."""
        return (self.text.strip(), self.private, self.flags) == said_by(note)


@dataclass(frozen=True, slots=True)
class SeenCard:
    """One line of a strategy: its time, what is written of that, whether it says it is saved."""

    strategy: UUID
    number: int
    slot: str | None
    times: int
    practice: Practice | None
    mark: DayMark | None
    says_saved: bool


@dataclass(frozen=True, slots=True)
class Focus:
    """Where the next key goes: on which line, to what kind of part, what stands on it."""

    owner: str = ""
    kind: str = ""
    words: str = ""
    is_on: bool = False
    has_undo: bool = False
    has_redo: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """All of it."""

    page: str
    page_title: str
    title: str
    """Of the page, and of the window."""
    day: date
    today: date
    child: str
    helper: UUID | None
    focus: Focus
    fields: Mapping[str, Field]
    cards: Mapping[str, SeenCard]
    written: Written
    drafts: Mapping[str, str]


def said_by(note: AnyNote) -> tuple[str, bool, frozenset[Flag]]:
    """Return what a note says: its words, whether they are private, and what they are for."""
    flags = frozenset(note.flags) if isinstance(note, Note) else frozenset()
    return note.text.strip(), isinstance(note, PrivateNote), flags


def read(journal: FamilyJournal) -> Written:
    """Return what stands in the journal; it is read again where SQLite counts a change."""
    return _read(journal, journal._store.changes)  # noqa: SLF001


@lru_cache(maxsize=1)
def _read(journal: FamilyJournal, _changes: int) -> Written:
    of = journal.records.all_of
    return Written(
        {practice.id: practice for practice in of(Kind.PRACTICE) if isinstance(practice, Practice)},
        {day_mark.id: day_mark for day_mark in of(Kind.DAY_MARK) if isinstance(day_mark, DayMark)},
        {
            note.id: note
            for kind in (Kind.NOTE, Kind.PRIVATE_NOTE)
            for note in of(kind)
            if isinstance(note, Note | PrivateNote)
        },
    )


def look(home: Home) -> Seen:
    """Look at the window and read the journal."""
    window, journal = home.window, home.journal
    page, today = window.page, home.journal.today()
    lines = list(lines_of(home))
    return Seen(
        page=window.page_name,
        page_title=page.title if page is not None else "",
        title=window.windowTitle(),
        day=page.day if page is not None else today,
        today=today,
        child=window.frame.switch.accessibleName(),
        helper=window.desk.helper,
        focus=_focus(),
        fields={name_of(line): _field(line) for line in lines},
        cards={name_of(line): _card(line) for line in lines if isinstance(line, AnswerLine)},
        written=read(journal),
        drafts=journal.drafts.kept(),
    )


def leaving(journal: FamilyJournal, day: date) -> str:
    """Return all that a file for another home, and the pages for a visit, could tell."""
    pack = pack_of(journal.safe.pack_files.wish(Audience.OTHER_HOME))
    period = Period(day - timedelta(days=30), day)
    pages = [journal.pages.material(child, period, day) for child in journal.family().children]
    return f"{plain_pack(pack).decode()} {pages}"


Owner = AnswerLine | MomentsCard
"""What a note belongs to."""


def lines_of(home: Home) -> Iterator[Owner]:
    """Yield what has a note field on the screen: the lines of strategies, then the moments."""
    page = home.window.page
    if isinstance(page, TodayPage):
        yield from (line for line in page.lines if line.isVisible())
        if page.moments.isVisible():
            yield page.moments


def name_of(owner: Owner) -> str:
    """Return what the robot calls a line: after its strategy and its place, which both stay."""
    if isinstance(owner, MomentsCard):
        return owner.title()
    return f"{owner.card.strategy.name} {owner.number}"


def controls(home: Home) -> dict[str, QWidget]:
    """Return what can be pressed on the page now, by the line it is on and its words."""
    found: dict[str, QWidget] = {}
    for owner in lines_of(home):
        name = name_of(owner)
        found[f"{name}|"] = owner.findChild(SecondLine) or owner
        for part in _parts_of(owner):
            if isinstance(part, QAbstractButton | QPlainTextEdit) and _can_be_pressed(part):
                found.setdefault(f"{name}|{words_of(part)}", part)
    return found


def _parts_of(owner: Owner) -> Iterator[QWidget]:
    """Yield the parts of a line, and those of its drawer."""
    yield from owner.findChildren(QWidget)
    if isinstance(owner, AnswerLine) and (drawer := _drawer_of(owner)) is not None:
        yield from drawer.findChildren(QWidget)


def _drawer_of(line: AnswerLine) -> NoteDrawer | None:
    found = line.note.parentWidget()
    return found if isinstance(found, NoteDrawer) else None


def words_of(part: QWidget) -> str:
    """Return what a part is called; the second line by what it is, since its words change."""
    if isinstance(part, QPlainTextEdit):
        return "note"
    if isinstance(part, SecondLine):
        return "words"
    return part.accessibleName() or (part.text() if isinstance(part, QAbstractButton) else "")


def owner_of(part: QWidget | None) -> Owner | None:
    """Return the line that a part is on, or whose drawer it is in."""
    while part is not None and not isinstance(part, AnswerLine | MomentsCard):
        part = part._line if isinstance(part, NoteDrawer) else part.parentWidget()  # noqa: SLF001
    return part


def _can_be_pressed(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled()


def _focus() -> Focus:
    part = QApplication.focusWidget()
    owner = owner_of(part)
    name = name_of(owner) if owner is not None and owner.isVisible() else ""
    if isinstance(part, QPlainTextEdit):
        document = part.document()
        undo, redo = document.isUndoAvailable(), document.isRedoAvailable()
        return Focus(name, "note", "note", has_undo=undo, has_redo=redo)
    kinds = {
        AnswerLine: "card",
        MomentsCard: "card",
        Segment: "pill",
        SecondLine: "words",
        QAbstractButton: "button",
    }
    kind = next((kind for one, kind in kinds.items() if isinstance(part, one)), "other")
    is_on = isinstance(part, QAbstractButton) and part.isChecked()
    return Focus(name, kind, words_of(part) if part is not None else "", is_on=is_on)


def _field(owner: Owner) -> Field:
    said = owner.note.said()
    flags = frozenset() if said.private else frozenset(said.flags)
    return Field(owner.note.field.text(), said.private, flags)


def _card(line: AnswerLine) -> SeenCard:
    time = line.time
    return SeenCard(
        strategy=line.card.strategy.id,
        number=line.number,
        slot=time.slot if time else None,
        times=len(line.card.times),
        practice=time.practice if time else None,
        mark=time.mark if time else None,
        says_saved=line.said().startswith("✓"),
    )
