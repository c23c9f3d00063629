"""Sends two hundred nasty texts through everything that takes a family's words, and back."""

import contextlib
import io
import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from uuid import UUID

from homejournal.cli import main as cli
from homejournal.domain.errors import InvalidValueError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import Helper
from homejournal.domain.records.record import Record
from homejournal.domain.records.visits import Visit
from homejournal.reports.charts import style as chart_style
from homejournal.reports.visit_page import html
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal
from torture import children, scenario
from torture.frame import Result, Scale
from torture.made_files import (
    wrong_in_calendar,
    wrong_in_csv,
    wrong_in_html,
    wrong_in_pdf,
    wrong_in_svg,
    wrong_in_text,
)
from torture.nasty import TEXTS
from torture.story import (
    CHILD,
    DEVICE,
    FIRST_DAY,
    NOW,
    STRATEGY,
    begin,
    clock,
    family,
    opened,
    practice,
)

PROMISE = "Whatever is typed stays text, unchanged or refused"
TRIED = "nasty texts through window, search, paper, charts and files"
_AT_ONCE = 25
_DAYS = ("--from", "2026-03-02", "--to", "2026-03-10", "--today", "2026-03-10")
_PLAIN = re.compile(r"[ -~]{3,60}")


@dataclass(slots=True)
class _Batch:
    """Some texts, a journal that holds them, and what went wrong with any."""

    folder: Path
    texts: Sequence[str]
    wrong: list[str]

    def tell(self, what: str, text: str = "") -> None:
        """Note what went wrong with a text."""
        self.wrong.append(f"{what}: {text[:60]!r}" if text else what)


def run(scale: Scale) -> Result:
    """Try all texts, or a part of them with at least one of each kind."""
    texts = TEXTS[:: scale.times(full=1, quick=4)]
    wrong = list[str]()
    for number in range(0, len(texts), _AT_ONCE):
        batch = _Batch(scale.folder / f"batch-{number}", texts[number : number + _AT_ONCE], [])
        _through_files(batch)
        wrong += batch.wrong
        if wrong and scale.mutant:
            break
    if not (wrong and scale.mutant):
        wrong += _through_the_window(scale)
    lost = len(wrong)
    return Result(len(texts), max(0, len(texts) - lost), lost, tuple(wrong[:10]))


def _through_files(batch: _Batch) -> None:
    batch.folder.mkdir()
    begin(batch.folder / "journal")
    with closing(opened(batch.folder / "journal")) as journal:
        kept = _kept(batch, journal)
        _search(batch, journal, kept)
        data = journal.files.export_json()
    _come_back(batch, data, kept)
    _on_paper(batch, kept)


def _kept(batch: _Batch, journal: FamilyJournal) -> dict[UUID, str]:
    """Write each text wherever a text can stand; return those that were kept as notes."""
    kept: dict[UUID, str] = {}
    for number, text in enumerate(batch.texts):
        told = replace(_note(number), text=text) if _allows(_note(number), text) else None
        if told is not None:
            journal.records.save(told)
            kept[told.id] = text
        for record in _named(number, text):
            journal.records.save(record)
    for record in _on_every_page(batch.texts):
        journal.records.save(record)
    for which, text in kept.items():
        there = journal.records.get(which)
        if not (isinstance(there, Note) and there.text == text):
            batch.tell("a note came back changed", text)
    return kept


def _note(number: int) -> Note:
    """Return a note that stands on the page: all questions do."""
    said = Note(id=UUID(int=1000 + number), child=CHILD, day=FIRST_DAY, text="x", written=NOW)
    return replace(said, flags=(Flag.QUESTION,))


def _allows(record: Note, text: str) -> bool:
    try:
        replace(record, text=text)
    except InvalidValueError:
        return False
    return True


def _named(number: int, text: str) -> Iterator[Record]:
    """Yield the records that can bear the text as a name or as words."""
    with contextlib.suppress(InvalidValueError):
        yield Helper(id=UUID(int=2000 + number), name=text)
    with contextlib.suppress(InvalidValueError):
        yield Visit(id=UUID(int=3000 + number), child=CHILD, day=NOW.date(), bring=text)


def _on_every_page(texts: Sequence[str]) -> Iterator[Record]:
    """Yield a child and a strategy with one of the texts as their name: a formula, if any."""
    formulas = [text for text in texts if text.count("$") > 1 and len(text) > 2]
    child, strategy, _ = family()
    for name in (*formulas, *texts):
        with contextlib.suppress(InvalidValueError):
            yield replace(child, name=name)  # type: ignore[call-arg]
            yield replace(strategy, name=name)  # type: ignore[call-arg]
            return


def _search(batch: _Batch, journal: FamilyJournal, kept: dict[UUID, str]) -> None:
    """Search for each text as it was typed; a word of letters is found."""
    for number, text in kept.items():
        found = journal.timeline.page(EntryFilter(child=CHILD, words=text[:2000]))
        words = re.findall(r"[A-Za-z]{4,}", text[:200])
        if words:
            found = journal.timeline.page(EntryFilter(child=CHILD, words=words[0]), limit=200)
            if all(entry.record.id != number for entry in found):
                batch.tell("a note is not found by its own word", text)


def _come_back(batch: _Batch, data: bytes, kept: dict[UUID, str]) -> None:
    """Take the journal's file into a journal without anything."""
    other = create_journal(batch.folder / "other", clock=clock, device=DEVICE)
    with closing(other) as journal:
        journal.files.import_json(data)
        for number, text in kept.items():
            there = journal.records.get(number)
            if not (isinstance(there, Note) and there.text == text):
                batch.tell("a note came back from a file changed", text)


def _on_paper(batch: _Batch, kept: dict[UUID, str]) -> None:
    """Make everything that can leave, by the commands without a window."""
    child = ("--child", str(CHILD))
    page = ("page", *child, *_DAYS)
    chart = ("chart", *child, *_DAYS, "--strategy", str(STRATEGY))
    with closing(opened(batch.folder / "journal")) as journal:
        journal.records.save(*_practices())
    shown = [text for text in kept.values() if _PLAIN.fullmatch(text) and "  " not in text]
    wrong = batch.wrong
    wrong += wrong_in_html(_made(batch, *page, "--format", "html"), shown)
    wrong += wrong_in_text(_made(batch, *page, "--format", "text"), shown)
    wrong += wrong_in_pdf(_made(batch, *page, "--format", "pdf"))
    json.loads(_made(batch, *page, "--format", "json") or "{}")
    wrong += wrong_in_svg(_made(batch, *chart, "--format", "svg"))
    _made(batch, *chart, "--format", "png")
    wrong += wrong_in_csv(_made(batch, *chart, "--format", "csv"))
    wrong += wrong_in_calendar(_made(batch, "calendar", *child, "--today", "2026-03-10"))


def _practices() -> Iterator[Record]:
    chance = Random(2)  # noqa: S311
    for number in range(6):
        yield practice(UUID(int=4000 + number), chance)


def _made(batch: _Batch, command: str, *options: str) -> bytes:
    """Make one file by a command; what breaks it off is a finding."""
    out, said = batch.folder / "made", io.StringIO()
    out.unlink(missing_ok=True)
    words = [command, str(batch.folder / "journal"), *options, "--out", str(out)]
    try:
        with contextlib.redirect_stderr(said):
            code = cli.main(words)
    except Exception as error:  # noqa: BLE001 (any is a finding)
        batch.tell(f"{command} {options[-1]} broke off with {type(error).__name__}: {error}"[:300])
        return b""
    if code:
        batch.tell(f"{command} {options[-1]} was refused: {said.getvalue()[:200]}")
    return out.read_bytes() if out.exists() else b""


def _through_the_window(scale: Scale) -> list[str]:
    """Play an evening whose names and notes are markup; return what the window takes for it."""
    with children.start(scale, "play", scale.folder, stderr=subprocess.DEVNULL) as program:
        said, _ = program.communicate(timeout=100)
    lines = said.decode(errors="replace").splitlines()
    wrong = sorted({line for line in lines if line.startswith("rich ")})
    looked = [line for line in lines if line.startswith("looked ")]
    if program.returncode or not looked:
        wrong.append(f"the evening broke off: {said[-1500:].decode(errors='replace')}")
    return wrong


def play(folder: str) -> None:
    """Play the evening; look at all that is shown, page by page."""
    setattr(scenario, "NAME", "<img src='file:///etc/hostname'>")  # noqa: B010
    setattr(scenario, "WORDS", "<b>x</b><img src='http://tracker.example/x.png'>")  # noqa: B010
    scenario.play(folder, at_page=_look_at_window)


def _look_at_window() -> None:
    """Tell every widget that would draw a text as markup, and every picture a text asks for."""
    from PySide6.QtGui import Qt
    from PySide6.QtWidgets import QApplication, QLabel, QTextEdit

    widgets = QApplication.allWidgets()
    for widget in widgets:
        shown = widget.text() if isinstance(widget, QLabel) else ""
        rich = isinstance(widget, QLabel) and (
            widget.textFormat() == Qt.TextFormat.RichText
            or (widget.textFormat() == Qt.TextFormat.AutoText and Qt.mightBeRichText(shown))
        )
        if rich and "tracker" in shown + "tracker" * ("hostname" in shown):
            children.tell(f"rich {type(widget).__name__} {shown[:80]!r}")
        if Qt.mightBeRichText(widget.toolTip()) and "<img" in widget.toolTip():
            children.tell(f"rich tool tip of {type(widget).__name__}")
        if isinstance(widget, QTextEdit) and "￼" in widget.toPlainText():
            children.tell(f"rich {type(widget).__name__} holds a picture")
    children.tell(f"looked {len(widgets)}")


def _let_html_through() -> None:
    """Put what was typed into a page as it is."""
    html.escape = lambda text, *_, **__: text  # type: ignore[attr-defined]


def _read_formulas() -> None:
    """Let charts read formulas, as Matplotlib does by itself."""
    prepared = chart_style.set_up_matplotlib

    def reading() -> None:
        import matplotlib as mpl

        prepared()
        mpl.rcParams["text.parse_math"] = True

    setattr(chart_style, "set_up_matplotlib", reading)  # noqa: B010 (it was a cached one)


def _let_labels_guess() -> None:
    """Let each label guess whether its text is markup, as Qt does by itself."""
    from PySide6.QtCore import Qt

    from homejournal.ui.widgets.wrapping_labels import LeadingLabel

    begin_plain = LeadingLabel.__init__

    def guessing(self: LeadingLabel, *given: object, **named: object) -> None:
        begin_plain(self, *given, **named)  # type: ignore[arg-type]
        self.setTextFormat(Qt.TextFormat.AutoText)

    setattr(LeadingLabel, "__init__", guessing)  # noqa: B010


MUTANTS = {
    "html_is_let_through": _let_html_through,
    "charts_read_formulas": _read_formulas,
    "labels_guess": _let_labels_guess,
}
