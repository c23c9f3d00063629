"""Dialogs that write a sealed file: one child's journal for another family, or a new computer."""

from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.sharing.outgoing import Audience, HandOver, MissingParts, Part
from homejournal.services.safe.sharing.sharing import invited_sharing
from homejournal.services.safe.transfer.sealed_files import (
    Packed,
    Sealed,
    hand_over_pack,
    make_pack,
    suggested_words,
)
from homejournal.texts.display_names import names_said
from homejournal.texts.passwords import stays_behind
from homejournal.texts.safe.import_export import (
    folders_moving,
    hand_over_lines,
    lacking_lines,
    mending_said,
    part_name,
)
from homejournal.ui.base.files import where_to_save
from homejournal.ui.base.worker import on_worker
from homejournal.ui.kit.steps import ButtonSteps
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import SingleChoice, TickRow
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import Form, show_problem
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


class PassphrasePart(QWidget):
    """A field with four suggested words, and a button for others."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        self._language = wording.language
        self.field = QLineEdit(suggested_words(self._language))
        self.other = make_button(wording.text("Other words"), on=self._on_other, look="link")
        self.other.setAutoDefault(False)
        form = Form()
        form.add_row(
            wording.text("The words that open the file"),
            self.field,
            wording.text(
                "Write them down. Tell them by phone or in person, never with the file. Nobody can"
                " open it without them."
            ),
        )
        column = in_column(form, inside=self, gap=4)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def words(self) -> str:
        return self.field.text()

    def _on_other(self) -> None:
        with QSignalBlocker(self.field):
            self.field.setText(suggested_words(self._language))


class _Written(NamedTuple):
    path: Path
    lacking: "MissingParts"


class SealedFileDialog(ButtonSteps):
    """Subclasses add `words` to the column, and implement `write` and `then`."""

    def __init__(self, desk: "Desk", title: str, do: str, parent: QWidget | None) -> None:
        super().__init__(desk, title, do, parent)
        self.words = PassphrasePart(self.wording)

    def write(self, name: str) -> None:
        """Write the file with this name on the worker, by `seal`."""
        raise NotImplementedError

    def file_word(self) -> str:
        """Return what the file is for, as a part of its name."""
        raise NotImplementedError

    def has_words(self) -> bool:
        """Return whether there are words that seal the file, after asking for some if not."""
        has = bool(self.words.words.strip())
        if not has:
            show_problem(self.words.field, self.wording.text("Please write some words."))
        return has

    def ask_for_file(self) -> None:
        """Ask where the file goes, once there are words that seal it."""
        if not self.has_words():
            return
        text = self.wording.text
        kind = text("Files for another homejournal (*.hjpack)")
        name = f"homejournal-{self.file_word()}-{self.desk.today().isoformat()}.hjpack"
        # It begins among the documents, and so never in the shared folder.
        dialog = where_to_save(self, text("Save the sealed file"), [kind], name)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def then(self, lacking: "MissingParts") -> tuple[str, ...]:
        """Return sentences on what to do with the file; it lacks this."""
        raise NotImplementedError

    def seal(self, make: "Callable[[str], Sealed]", name: str) -> None:
        """Call `make` with the passphrase on the worker, write the file, and show the result.

        What is raised becomes a sentence.
        """
        work = on_worker(partial(_write, make, self.words.words, Path(name)))
        self.run_step(work, self._on_written, self.wording.text("The file is sealed."))

    def warn_missing(self, lacking: "MissingParts") -> None:
        """Say what the file lacks, if anything."""
        lines = lacking_lines(self.wording, lacking)
        if lacking.is_unread:
            lines += (mending_said(self.wording),)
        if lines:
            self.warn(" ".join(lines))

    def _on_written(self, written: _Written) -> None:
        """Show where the file is, its passphrase, and what to do with it."""
        text = self.wording.text
        self.end_with(
            text("The file is written: {file}", file=self.wording.own(str(written.path))),
            text("The words: {words}", words=self.words.words),
            *self.then(written.lacking),
        )
        self.warn_missing(written.lacking)


def _write(make: "Callable[[str], Sealed]", words: str, path: Path) -> _Written:
    from homejournal.exchange.read_and_save import safe_save

    made = make(words)
    safe_save(path, made.data)
    return _Written(path, made.lacking)


class HandOverDialog(SealedFileDialog):
    """First shows what is in it, then asks where the file goes."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(
            desk, text("Hand over one child’s journal"), text("See what is in it"), parent
        )
        self._made: Packed | None = None
        names = names_said(self.wording, desk.journal.family().children.values())
        self.child = SingleChoice(list(names.items()), text("Whose part?"))
        if desk.preferences.child in names:
            self.child.set_choice(desk.preferences.child)
        elif names:
            self.child.set_choice(next(iter(names)))
        self.start, self.end = DayEdit(desk.today()), DayEdit(desk.today())
        self.child.chosen.connect(self._on_child)
        self._on_child(self.child.choice())
        self.ticks = {part: TickRow(part.value, part_name(self.wording, part), "") for part in Part}
        for row in self.ticks.values():
            row.show_ticked(True)
        self._fill()

    def _fill(self) -> None:
        text = self.wording.text
        lead = text("For kin or a foster family. They add the file to a homejournal of their own.")
        form = Form()
        form.add_row(text("Whose part?"), self.child)
        form.add_row(text("From"), self.start)
        form.add_row(text("Through"), self.end)
        self._choosing = QWidget()
        which = WrapLabel(text("What goes along with the plan?"), "strong")
        which.setContentsMargins(0, px(12), 0, 0)
        in_column(form, which, *self.ticks.values(), inside=self._choosing)
        self.column.add(WrapLabel(lead), self._choosing)

    def _on_child(self, child: object) -> None:
        """Select all days that have a plan or entries of the child."""
        if isinstance(child, UUID):
            self._whole = self.desk.journal.sheets.book_days(child, self.desk.today())
            self.start.set_day(self._whole.start)
            self.end.set_day(self._whole.end)

    @override
    def file_word(self) -> str:
        # Translators: a part of a file's name, as in "homejournal-hand-over-2026-03-22"
        return self.wording.text("hand-over")

    @override
    def go_on(self) -> None:
        child = self.child.choice()
        if not isinstance(child, UUID):
            return
        parts = frozenset(part for part, row in self.ticks.items() if row.box.isChecked())
        start, end = self.start.day(), self.end.day()
        if start is not None and end is not None and end < start:
            show_problem(self.end, self.wording.text("This day is before the first one."))
            return
        asked = HandOver(
            child=child,
            start=None if start == self._whole.start else start,  # older visits go along, too
            end=None if end == self._whole.end else end,
            parts=parts,
        )
        wish, asked = self.desk.journal.safe.hand_overs.wish(asked)
        work = on_worker(partial(hand_over_pack, wish, asked))
        self.run_step(work, self._on_made, self.wording.text("We look at what is in it."))

    def _on_made(self, made: "Packed") -> None:
        self._made = made
        coming = made.pack.incoming
        counts = Counter(
            revision.told().kind for revision in coming.revisions if revision.says_something
        )
        self._choosing.hide()
        self.tell(*hand_over_lines(self.wording, counts))
        self.column.add(self.words)
        self.next_step(self.wording.text("Save the file…"), self._save)
        self.do.setFocus(Qt.FocusReason.OtherFocusReason)
        self.warn_missing(made.lacking)

    def _save(self) -> None:
        self.ask_for_file()

    @override
    def write(self, name: str) -> None:
        from homejournal.services.safe.transfer.sealed_files import sealed

        if self._made is not None:
            self.seal(partial(sealed, self._made), name)

    @override
    def then(self, lacking: "MissingParts") -> tuple[str, ...]:
        text = self.wording.text
        return (
            text("Send the file or carry it over. Tell the words by phone, not with the file."),
            text(
                "There, in a new journal: “I have a file or a copy from another computer”. "
                "In a journal that is used already: “Keep it safe”, “Add a file from "
                "another computer…”."
            ),
            text("What you have here stays as it is."),
        )


class NewComputerDialog(SealedFileDialog):
    """Writes a file with everything: earlier versions, private notes and pictures, too."""

    ONE_STEP = True

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Move to a new computer"), text("Save the file…"), parent)
        steps = (
            text("1. Save one sealed file here, best on a USB stick."),
            text("2. Install homejournal on the new computer and start it."),
            text(
                "3. There, choose “I have a file or a copy from another computer”, and type the"
                " words."
            ),
            text("4. If all is there, you can delete the journal here for good."),
        )
        lead = text(
            "Everything comes along, with private notes, photos and earlier versions. Reminders and"
            " looks do not."
        )
        self._moving = invited_sharing(desk.journal.safe.sharing, desk.preferences.folder)
        folders = folders_moving(self.wording, self._moving.ending, along=bool(self._moving.along))
        password = (stays_behind(self.wording),) if desk.journal.safe.password.is_set else ()
        told = (lead, *password, *steps, *folders)
        self.column.add(*(WrapLabel(line) for line in told), self.words)

    @override
    def file_word(self) -> str:
        # Translators: a part of a file's name, as in "homejournal-new-computer-2026-03-22"
        return self.wording.text("new-computer")

    @override
    def go_on(self) -> None:
        self.ask_for_file()

    @override
    def write(self, name: str) -> None:
        safe, along, invitation = self.desk.journal.safe, self._moving.along, None
        if along is not None:
            invitation = safe.sharing.invitation(along, self.desk.preferences.folder)
        wish = safe.pack_files.wish(Audience.OWN, invitation=invitation)
        self.seal(partial(make_pack, replace(wish, history=True)), name)

    @override
    def then(self, lacking: "MissingParts") -> tuple[str, ...]:
        text = self.wording.text
        if any(lacking):
            return (text("Keep this computer: what is not in the file may be nowhere else."),)
        return (text("Now go to the new computer: step 2. Keep this one until all is there."),)
