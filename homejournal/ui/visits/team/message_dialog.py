"""Drafting a message to somebody of the team, from sentences to a text of the family's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID, uuid4

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.names import distinct_team, name_outside
from homejournal.domain.records.children import Child
from homejournal.domain.records.people import Channel, Contact, TeamMember, Way
from homejournal.domain.visits import (
    Letter,
    MeetingAsk,
    Message,
    Opening,
    OwnWords,
    Purpose,
    Thanks,
    ThankYou,
    by_name,
    has_left,
    ways_in_order,
)
from homejournal.exchange.mail_link import is_mail_address, mail_link
from homejournal.texts.papers import team_messages as said
from homejournal.texts.visits_and_team import language_name, person_choice, way_said
from homejournal.texts.wording import Wording, wording_of
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.button import MenuButton, make_button
from homejournal.ui.widgets.fields.choices import DropDown, MultipleChoice
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.wrapping_labels import announce


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """The child it is about, who may be written to, and who is chosen first."""

    child: Child
    people: Sequence[TeamMember]
    chosen: TeamMember


_Sentence = TypeVar("_Sentence", Purpose, Opening, Thanks)


class MessageDialog(FormDialog):
    """Chosen sentences make a text to edit, copy or open in a mail program; nothing is sent.

    Subclasses add their choices in `add_choices` and answer the message in `message`.
    """

    def __init__(self, desk: Desk, title: str, to: Addressed, parent: QWidget | None) -> None:
        super().__init__(desk, title, desk.wording.text("Save as a contact"), parent)
        self._to = to
        self._letter = Letter(subject="", text="")
        text = self.wording.text
        self._lead = self.form.add_words(self.intro(), "muted")
        self._person = self.form.add("to", text("To whom?"), DropDown[UUID](most_letters=40))
        team = distinct_team(desk.journal.family().team)
        offered = [
            (person.id, person_choice(self.wording, team[person.id])) for person in to.people
        ]
        self._person.set_choices(offered, to.chosen.id)
        self._person.picked.connect(self._on_person)
        self._chips: list[
            MultipleChoice[Purpose] | MultipleChoice[Opening] | MultipleChoice[Thanks]
        ] = []
        self.add_choices()
        self._add_text()
        self._add_ways_out()
        hint = text("So that your team page remembers that you wrote.")
        way = DropDown[Channel](most_letters=40)
        self._way = self.form.add("way", text("How do you send it?"), way, hint)
        self._show_person()
        self._write()
        place = f"{type(self).__name__}:{to.child.id}:{to.chosen.id}"
        self.keep_form(place)

    def intro(self) -> str:
        """Return the sentence above the form."""
        raise NotImplementedError

    def add_choices(self) -> None:
        """Add the rows of sentences to choose from."""
        raise NotImplementedError

    def message(self) -> Message:
        raise NotImplementedError

    @property
    def person(self) -> TeamMember:
        chosen = self._person.value()
        return next((person for person in self._to.people if person.id == chosen), self._to.chosen)

    @property
    def child(self) -> str:
        """Return what the family calls the child, told apart as on paper."""
        children = self.desk.journal.family().children
        return name_outside(children, self._to.child.id)

    def add_chips(
        self, label: str, choices: Sequence[tuple[_Sentence, str]]
    ) -> MultipleChoice[_Sentence]:
        """Add a row of sentences; choosing one writes the text anew."""
        chips = self.form.add(f"chips{len(self._chips)}", label, MultipleChoice(choices))
        chips.changed.connect(self._write)
        self._chips.append(chips)
        return chips

    def _add_text(self) -> None:
        text = self.wording.text
        language = DropDown[tuple[str, ...]](most_letters=40)
        self._language = self.form.add("language", text("In which language?"), language)
        self._language.picked.connect(self._write)
        self._no_words = self.form.add_words("", "muted")
        hint = text("You can change every word.")
        self.text = self.form.add("words", text("The message"), NoteEdit("", 8, 14), hint)
        self.text.textChanged.connect(self._on_text)
        self._anew = make_button(
            text("Use the sentences again"), "rotate", self._write, look="link"
        )

    def _add_ways_out(self) -> None:
        text = self.wording.text
        self._copy = make_button(text("Copy the text"), on=self._on_copy)
        set_icon(self._copy, "copy", "text", 16)
        self._mail = make_button(text("Open a new mail"), on=self._on_mail)
        set_icon(self._mail, "mail", "text", 16)
        does = FlowRow(self._copy, self._mail, self._anew, gap=6)
        self.form.addRow(does)
        self._subject = self.form.add_words("", "small")
        self._done = self.form.add_words("", "muted")
        self._done.hide()

    def _on_person(self, _person: object = None) -> None:
        self._show_person()
        self._write()

    def _show_person(self) -> None:
        """Offer the languages and ways of whoever is chosen."""
        person, ours = self.person, self.wording.language
        theirs = said.message_language(person.language)
        self.form.show_row(self._language, shown=theirs not in {None, ours})
        self._language.set_choices(self._language_choices(theirs))
        unknown = person.language if theirs is None else None
        self._no_words.say(said.other_language(self.wording, unknown) if unknown else "")
        ways = ways_in_order(person.ways)
        others = [
            Way(way=channel) for channel in Channel if all(way.way is not channel for way in ways)
        ]
        offered = [(way.way, way_said(self.wording, way)) for way in (*ways, *others)]
        self._way.set_choices(offered)
        for part in (self._mail, self._subject):
            part.setVisible(bool(self._address()))

    def _language_choices(self, theirs: str | None) -> list[tuple[tuple[str, ...], str]]:
        ours = self.wording.language
        if theirs is None or theirs == ours:
            return [((ours,), language_name(self.wording, ours))]
        first, second = (language_name(self.wording, code) for code in (theirs, ours))
        both = self.wording.text("{first}, and {second} under it", first=first, second=second)
        return [((theirs, ours), both), ((theirs,), first), ((ours,), second)]

    def _wordings(self) -> list[Wording]:
        codes = self._language.value()
        return [wording_of(code) for code in codes] if codes else [self.wording]

    def _write(self, _said: object = None) -> None:
        """Write the text anew from the sentences; Undo in the field brings back what stood there.

        A cursor writes it, because setting a text would empty the field's own undo.
        """
        self._letter = said.letter(self._wordings(), self.message())
        subject = self._letter.subject
        self._subject.setText(self.wording.text("Title of the mail: {title}", title=subject))
        cursor = self.text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._letter.text)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._on_text()

    def _on_text(self) -> None:
        """Disable the sentences once the text was edited by hand: they would overwrite it."""
        own = self.text.text() != self._letter.text
        for choice in (self._person, self._language, *self._chips):
            choice.setEnabled(not own)
        self._anew.setVisible(own)
        self._done.hide()

    def _address(self) -> str:
        """Return the e-mail address of the person that a mail program takes, or nothing."""
        ways = [way for way in ways_in_order(self.person.ways) if way.way is Channel.EMAIL]
        return next((way.value or "" for way in ways if is_mail_address(way.value)), "")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())
        self._say(self.wording.text("The text is copied. Paste it wherever you write."))

    def _on_mail(self) -> None:
        text = self.wording.text
        link = mail_link(self._address(), self._letter.subject, self.text.text())
        whole = "&body=" in link
        opened = QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))
        self._way.set_value(Channel.EMAIL)
        if opened and whole:
            self._say(text("Your mail program has the text. It is sent when you send it there."))
            return
        QGuiApplication.clipboard().setText(self.text.text())
        if opened:
            self._say(text("The text is long, so it is copied. Paste it into the mail."))
        else:
            self._say(text("No mail program answered. The text is copied; paste it into a mail."))

    def _say(self, words: str) -> None:
        """Say what was done; the text is elsewhere now, so that closing loses nothing."""
        self._typed = self._snapshot()
        for draft in self.field_drafts:
            draft.drop()
        self._done.setText(words)
        self._done.show()
        announce(self._done, words)

    @override
    def step(self) -> Step:
        words = said.noted(self.wording, self.message())
        contact = Contact(
            id=uuid4(),
            team=self.person.id,
            day=self.desk.today(),
            way=self._way.value() or Channel.PHONE,
            words=words,
        )
        return self.wording.text("Written down: {words}", words=words), self.saving(contact)


class MeetingDialog(MessageDialog):
    """Asking for a meeting, which a family may do at any time."""

    def __init__(self, desk: Desk, to: Addressed, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("Ask for a meeting"), to, parent)

    @override
    def intro(self) -> str:
        return self.wording.text(
            "You may ask for a meeting at any time. Nothing is sent from here."
        )

    @override
    def add_choices(self) -> None:
        label = self.wording.text("What for? (optional)")
        choices = [(purpose, said.purpose_choice(self.wording, purpose)) for purpose in Purpose]
        self._purposes = self.add_chips(label, choices)

    @override
    def message(self) -> MeetingAsk:
        return MeetingAsk(
            person=self.person.name,
            child=self.child,
            purposes=self._purposes.chosen(),
        )


class ThanksDialog(MessageDialog):
    """A note of thanks, with a sentence of how it goes at home."""

    def __init__(self, desk: Desk, to: Addressed, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("Say thank you"), to, parent)

    @override
    def intro(self) -> str:
        return self.wording.text("A few words are enough. Nothing is sent from here.")

    @override
    def add_choices(self) -> None:
        text, wording = self.wording.text, self.wording
        openings = [(opening, said.opening_choice(wording, opening)) for opening in Opening]
        self._openings = self.add_chips(text("To begin with (optional)"), openings)
        thanks = [(thank_you, said.thanks_choice(wording, thank_you)) for thank_you in Thanks]
        self._thanks = self.add_chips(text("What do you thank for?"), thanks)
        self._thanks.set_chosen([Thanks.TIME])

    @override
    def message(self) -> ThankYou:
        return ThankYou(
            person=self.person.name,
            child=self.child,
            openings=self._openings.chosen(),
            thanks=self._thanks.chosen(),
        )


class OwnWordsDialog(MessageDialog):
    """A message without sentences to choose."""

    def __init__(self, desk: Desk, to: Addressed, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("Write a message"), to, parent)

    @override
    def intro(self) -> str:
        return self.wording.text("Nothing is sent from here.")

    @override
    def add_choices(self) -> None:
        """Add no choices: every word is the family's own."""

    @override
    def message(self) -> OwnWords:
        return OwnWords(person=self.person.name, child=self.child)


_DIALOGS = {"meeting": MeetingDialog, "thanks": ThanksDialog, "own": OwnWordsDialog}


class MessageButton(MenuButton):
    """`picked` carries the kind of message, for `write_message`."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.text("Write a message"), ())
        self._wording = wording
        set_look(self, "chip")
        self.offer(meeting=True)

    def offer(self, *, meeting: bool) -> None:
        """Offer what can be written; no `meeting` is asked for of somebody who left."""
        text = self._wording.text
        lines = [("own", text("In our own words…")), ("thanks", text("Say thank you…"))]
        ask = ("meeting", text("Ask for a meeting…"))
        self.set_lines([*lines, ask] if meeting else lines)


def write_message(desk: Desk, kind: str, to: tuple[UUID, TeamMember], parent: QWidget) -> None:
    """Ask for the words of a message about a child to a person, who may be another one then."""
    (which, person), today = to, desk.today()
    family = desk.journal.family()
    here = [one for one in family.team.values() if not has_left(one, today) and one != person]
    if which in family.children:
        people = sorted((*here, person), key=by_name)
        to_whom = Addressed(child=family.children[which], people=people, chosen=person)
        _DIALOGS[kind](desk, to_whom, parent).ask()
