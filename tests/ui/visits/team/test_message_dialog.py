"""Messages to the team: drafted, changed, copied, opened as a mail, and kept as a contact."""

from urllib.parse import parse_qs, unquote, urlsplit
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton

from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.people import Channel, Contact, Way
from homejournal.domain.records.record import Kind
from homejournal.ui.visits.team.message_dialog import MeetingDialog
from tests.ui.forms import dialog, field, no_dialog, press
from tests.ui.visits.coming.visiting import TODAY, a_visit, again, somebody
from tests.ui.visits.coming.visiting import choose as choose_line

MAIL = Way(way=Channel.EMAIL, value="carmen+ei@example.org")


class MailProgram(QObject):
    """What the desktop would open."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(bytes(url.toEncoded()).decode())


@pytest.fixture
def mails():
    program = MailProgram()
    QDesktopServices.setUrlHandler("mailto", program, "open")
    yield program.opened
    QDesktopServices.unsetUrlHandler("mailto")


def message():
    return field(QPlainTextEdit, "The message").toPlainText()


def choose(name, words):
    box = field(QComboBox, name)
    place = box.findText(words)
    assert place >= 0, [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(place)
    QApplication.processEvents()


def ask(page, hands):
    page.ask_for_meeting()
    found = dialog()
    assert isinstance(found, MeetingDialog)
    return found


def test_one_press_drafts_a_message_to_the_coordinator(house, open_team, hands):
    somebody(house, "Ana")
    carmen = somebody(house, "Carmen", coordinator=True, ways=(MAIL,))
    page = open_team(house)
    ask(page, hands)
    assert field(QComboBox, "To whom?").currentText() == "Carmen · Service coordinator"
    assert message().startswith("Hello Carmen,\n\nWe would like a meeting of the team about Maya.")
    press(hands, "Before the next review")
    assert "We would like to meet before the next review." in message()
    press(hands, "Save as a contact")
    (contact,) = house.journal.records.all_of(Kind.CONTACT)
    assert (contact.team, contact.day, contact.way) == (carmen.id, TODAY, Channel.EMAIL)
    assert contact.words == "Asked for a meeting"
    assert no_dialog()
    page.desk.editing.undo()
    assert again(house, contact) is None


def test_somebody_else_may_be_asked(house, open_team, hands):
    carmen, ben = somebody(house, "Carmen", coordinator=True), somebody(house, "Ben")
    somebody(house, "Zoe", left=TODAY)
    page = open_team(house)
    ask(page, hands)
    box = field(QComboBox, "To whom?")
    assert [box.itemText(n) for n in range(box.count())] == ["Ben", "Carmen · Service coordinator"]
    choose("To whom?", "Ben")
    assert message().startswith("Hello Ben,")
    choose("How do you send it?", "In person")
    press(hands, "Save as a contact")
    (contact,) = house.journal.records.all_of(Kind.CONTACT)
    assert (contact.team, contact.way) == (ben.id, Channel.IN_PERSON)
    assert carmen != ben


@pytest.mark.parametrize(("ours", "theirs"), [("en", "es"), ("es", "en-US")])
def test_a_message_is_in_both_languages_where_they_differ(house, open_team, ours, theirs):
    somebody(house, "Carmen", coordinator=True, language=theirs)
    page = open_team(house, ours)
    page.ask_for_meeting()
    texts = dialog().text.toPlainText().split("\n\n———\n\n")
    assert len(texts) == 2
    for place, text in ((2, texts[1]), (1, texts[0])):
        dialog()._language.setCurrentIndex(place)
        assert dialog().text.toPlainText() == text


def test_one_language_is_enough_where_both_speak_it(house, open_team, hands):
    somebody(house, "Carmen", coordinator=True, language="en")
    somebody(house, "Ben", language="ASL", interpreter=True)
    page = open_team(house)
    ask(page, hands)
    assert "In which language?" not in hands.texts(dialog())
    assert "———" not in message()
    choose("To whom?", "Ben")
    assert any("does not write ASL" in text for text in hands.texts(dialog()))
    assert "———" not in message()


def test_the_familys_own_words_are_not_written_over(house, open_team, hands):
    somebody(house, "Carmen", coordinator=True)
    somebody(house, "Ben")
    page = open_team(house)
    ask(page, hands)
    edit = field(QPlainTextEdit, "The message")
    edit.setFocus()
    hands.press("Dear ")
    assert not field(QComboBox, "To whom?").isEnabled()
    assert not hands.named(dialog(), QPushButton, "We have questions").isEnabled()
    assert message().startswith("Dear Hello")
    press(hands, "Use the sentences again")
    assert message().startswith("Hello Carmen,")
    assert hands.named(dialog(), QPushButton, "We have questions").isEnabled()
    edit.undo()
    assert message().startswith("Dear Hello")


def test_the_text_is_copied_and_then_closes_without_a_question(house, open_team, hands):
    somebody(house, "Carmen", coordinator=True)
    page = open_team(house)
    ask(page, hands)
    assert "Open a new mail" not in hands.texts(dialog())
    field(QPlainTextEdit, "The message").setPlainText("Our own words")
    press(hands, "Copy the text")
    assert QGuiApplication.clipboard().text() == "Our own words"
    assert "The text is copied. Paste it wherever you write." in hands.texts(dialog())
    press(hands, "Cancel")
    assert no_dialog()
    assert house.journal.records.all_of(Kind.CONTACT) == []


def test_a_changed_text_is_not_lost_by_one_cancel(house, open_team, hands):
    somebody(house, "Carmen", coordinator=True)
    ask(open_team(house), hands)
    field(QPlainTextEdit, "The message").setPlainText("Our own words")
    press(hands, "Cancel")
    assert message() == "Our own words"
    press(hands, "Cancel")
    assert no_dialog()


@pytest.mark.parametrize(
    "address", ["carmen+ei@example.org", "o'neil&co?=#%@example.org", "ñandú@correo.example"]
)
def test_a_mail_has_address_subject_and_text(house, open_team, hands, mails, address):
    way = Way(way=Channel.EMAIL, value=address)
    phone = Way(way=Channel.PHONE, value="555", preferred=True)
    somebody(house, "Carmen", coordinator=True, ways=(way, phone))
    ask(open_team(house), hands)
    assert "Title of the mail: A meeting of the team" in hands.texts(dialog())
    field(QPlainTextEdit, "The message").setPlainText("Sí & no?\n100 % + more\nBcc: all@x.org")
    press(hands, "Open a new mail")
    (url,) = mails
    parts = urlsplit(url)
    asked = parse_qs(parts.query, strict_parsing=True)
    assert unquote(parts.path) == address
    assert asked == {
        "subject": ["A meeting of the team"],
        "body": ["Sí & no?\r\n100 % + more\r\nBcc: all@x.org"],
    }
    assert any(text.startswith("Your mail program has the text") for text in hands.texts(dialog()))
    press(hands, "Save as a contact")
    (contact,) = house.journal.records.all_of(Kind.CONTACT)
    assert contact.way is Channel.EMAIL


@pytest.mark.parametrize(
    "value", [None, "", "ask at the desk", "a@b.org\nBcc: c@d.org", "a@b.org, c@d.org"]
)
def test_what_is_no_address_opens_no_mail(house, open_team, hands, value):
    ways = (Way(way=Channel.EMAIL, value=value), Way(way=Channel.PHONE, value="a@b.org"))
    somebody(house, "Carmen", coordinator=True, ways=ways)
    ask(open_team(house), hands)
    assert "Open a new mail" not in hands.texts(dialog())


def test_a_long_text_is_copied_for_the_mail(house, open_team, hands, mails):
    somebody(house, "Carmen", coordinator=True, ways=(MAIL,))
    ask(open_team(house), hands)
    field(QPlainTextEdit, "The message").setPlainText("é" * 3000)
    press(hands, "Open a new mail")
    assert mails == [
        "mailto:carmen%2Bei@example.org?subject=A%20meeting%20of%20the%20team",
    ]
    assert QGuiApplication.clipboard().text() == "é" * 3000
    assert any(text.startswith("The text is long") for text in hands.texts(dialog()))


def test_without_a_mail_program_the_text_is_copied(house, open_team, hands, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    somebody(house, "Carmen", coordinator=True, ways=(MAIL,))
    ask(open_team(house), hands)
    press(hands, "Open a new mail")
    assert any(text.startswith("No mail program answered") for text in hands.texts(dialog()))
    assert QGuiApplication.clipboard().text() == message()


def test_anybody_is_asked_by_their_row(house, open_team):
    somebody(house, "Ana", coordinator=True)
    somebody(house, "Carmen")
    page = open_team(house)
    choose_line(page.rows[1].message, "Ask for a meeting…")
    assert message().startswith("Hello Carmen,")


PRIVATE = (
    "Lopezsurname", "privatewords", "Othertwin", "secretrole", "sharednote", "privatenote",
    "agreedwords", "bringwords", "Strategyname", "contactwords", "carmen+ei", "Mom",
)  # fmt: skip


@pytest.mark.parametrize("words", ["Ask for a meeting…", "Say thank you…", "In our own words…"])
def test_a_draft_holds_nothing_private(house, open_team, words):
    child = Child(id=house.child.id, name="Maya", surname="Lopezsurname", words="privatewords")
    dana = somebody(house, coordinator=True, role="secretrole", ways=(MAIL,), language="es")
    about = {"child": child.id, "day": TODAY}
    house.plan("Strategyname")
    house.journal.records.save(
        child,
        Child(id=uuid4(), name="Othertwin"),
        Note(id=uuid4(), text="sharednote", flags=(Flag.CONCERN,), **about),
        PrivateNote(id=uuid4(), text="privatenote", **about),
        Contact(id=uuid4(), team=dana.id, day=TODAY, way=Channel.TEXT, words="contactwords"),
    )
    a_visit(house, -1, people=(dana.id,), agreed_between="agreedwords", bring="bringwords")
    page = open_team(house)
    page.set_child(child.id)
    row = next(one for one in page.rows if one.told.person.coordinator)
    choose_line(row.message, words)
    for chip in (chip for chips in dialog()._chips for chip in chips.chips):
        chip.setChecked(True)
    text = f"{dialog()._letter.subject} {dialog().text.toPlainText()}"
    assert text.count("Maya") >= 1
    assert [one for one in PRIVATE if one in text] == []


def test_a_journal_that_is_only_read_can_still_draft(house, open_team, hands):
    somebody(house, "Carmen", coordinator=True)
    house.journal._store.write = False
    ask(open_team(house), hands)
    press(hands, "Copy the text")
    press(hands, "Save as a contact")
    assert not no_dialog()
    house.journal._store.write = True
    dialog().done(0)
