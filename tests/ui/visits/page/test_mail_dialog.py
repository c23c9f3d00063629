"""A mail with the page: what it says, who gets it, and what it leaves out of a locked page."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPushButton

from homejournal.domain.records.people import Channel, TeamMember, Way
from homejournal.domain.records.visits import Visit
from homejournal.ui.visits.page.menu_actions import FileShower, MailDialog
from tests.ui.visits.page.visit_pages import (
    RIGHT,
    choose_way,
    lock_with,
    of_kind,
    page,
    ready,
    save_there,
)

__all__ = ["page", "ready"]


@pytest.fixture
def opened(monkeypatch):
    """The links that were to be opened, and whether a program takes them."""
    links, takes = [], [True]
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: links.append(url.toString()) or takes[0]
    )
    return links, takes


def mail_dialog(page):
    choose_way(page, "Send by e-mail…")
    return of_kind(page, MailDialog)


def write_way(house, page, way=Channel.EMAIL, value="dana@example.org"):
    who = page.making.material.visit.people[0]
    dana = house.journal.family().team[who]
    house.journal.records.save(replace(dana, ways=(Way(way=way, value=value),)))
    page.heard(None)


def test_a_mail_has_subject_and_text_and_goes_to_the_one_who_comes(page, hands, ready, opened):
    write_way(ready, page)
    dialog = mail_dialog(page)
    assert dialog.files[0].hasFocus()
    names = [dialog.subject.accessibleName(), dialog.text.accessibleName()]
    assert names == ["Title of the mail", "Text of the mail"]
    assert dialog.subject.text() == "Our page for the visit on March 24, 2026"
    dialog.text.set_text("We wait.")
    hands.click(hands.named(dialog, QPushButton, "Open a new mail"))
    (link,) = opened[0]
    assert link.startswith("mailto:dana@example.org?subject=Our page")
    assert link.endswith("body=We wait.")
    assert "Your mail program has the text. Attach the file there." in hands.texts(dialog)
    assert dialog.isVisible()


@pytest.mark.parametrize(("way", "value"), [(Channel.PHONE, "555-1234"), (Channel.EMAIL, "ask")])
def test_a_mail_without_an_address_leaves_it_to_the_family(page, hands, ready, opened, way, value):
    write_way(ready, page, way, value)
    hands.click(hands.named(mail_dialog(page), QPushButton, "Open a new mail"))
    assert opened[0][0].startswith("mailto:?subject=")


@pytest.mark.parametrize(
    ("text", "takes", "said"),
    [
        ("é" * 700, True, "The text is long, so it is copied. Paste it into the mail."),
        ("We", False, "No mail program answered. The text is copied; paste it into a mail."),
    ],
)
def test_what_a_mail_cannot_take_is_copied(page, hands, opened, text, takes, said):
    opened[1][0] = takes
    dialog = mail_dialog(page)
    dialog.text.set_text(text)
    hands.click(hands.named(dialog, QPushButton, "Open a new mail"))
    assert said in hands.texts(dialog)
    assert QGuiApplication.clipboard().text() == text


def test_the_page_for_a_mail_is_saved_and_shown_in_its_folder(
    page, hands, tmp_path, qtbot, monkeypatch
):
    shown = []
    monkeypatch.setattr(FileShower, "show", lambda _self, path: shown.append(path))
    dialog = mail_dialog(page)
    hands.click(hands.named(dialog, QPushButton, "Save as PDF…"))
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_there(page, tmp_path / "page.pdf")
    assert shown == [tmp_path / "page.pdf"]
    hands.click(hands.named(dialog, QPushButton, "PDF with a password…"))
    lock_with(page, hands, RIGHT)
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_there(page, tmp_path / "locked.pdf")
    assert shown[1:] == [tmp_path / "locked.pdf"]
    dialog.reject()
    hands.click(hands.named(page, QPushButton, "Show the file in its folder"))
    assert shown[2:] == [tmp_path / "locked.pdf"]


NEUTRAL = "Our page is attached. You get the password in another way."


def lock_from_mail(page, hands, qtbot, path):
    hands.click(hands.named(of_kind(page, MailDialog), QPushButton, "PDF with a password…"))
    lock_with(page, hands, RIGHT)
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_there(page, path)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(FileShower, "show", lambda _self, _path: None)
    return tmp_path


def test_a_mail_with_a_locked_page_tells_nothing_of_it(page, hands, qtbot, folder):
    page.choices.words.edit("our_words").set_text("We wait at every meal. " * 20)
    dialog = mail_dialog(page)
    left_out = "Not everything had room in so few words. The page has it all."
    assert "Maya" in dialog.text.text()
    assert left_out in hands.texts(dialog)
    lock_from_mail(page, hands, qtbot, folder / "locked.pdf")
    assert dialog.text.text() == NEUTRAL
    assert "Maya" not in dialog.subject.text()
    assert any("its text now tells nothing of the page" in text for text in hands.texts(dialog))
    assert left_out not in hands.texts(dialog)
    dialog.reject()
    assert not dialog.isVisible()


def test_what_the_family_wrote_in_a_mail_stays_with_a_locked_page(page, hands, qtbot, folder):
    dialog = mail_dialog(page)
    dialog.text.set_text("See you on Tuesday.")
    lock_from_mail(page, hands, qtbot, folder / "locked.pdf")
    assert dialog.text.text() == "See you on Tuesday."
    assert "The text is as you wrote it. The password does not close it." in hands.texts(dialog)
    dialog.reject()
    assert dialog.isVisible()


def test_after_a_page_was_locked_from_the_menu_its_mail_tells_nothing(
    page, hands, qtbot, folder, ready
):
    page.choices.words.edit("our_words").set_text("We wait at every meal.")
    choose_way(page, "PDF with a password…")
    lock_with(page, hands, RIGHT)
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_there(page, folder / "locked.pdf")
    page.choices.words.edit("our_words").set_text("We wait at every meal and at play.")
    dialog = mail_dialog(page)
    assert dialog.text.text() == NEUTRAL
    assert not any("We wait" in words for words in hands.texts(dialog))
    assert any("its text now tells nothing of the page" in text for text in hands.texts(dialog))
    lock_from_mail(page, hands, qtbot, folder / "again.pdf")
    assert dialog.text.text() == NEUTRAL
    dialog.reject()
    assert not dialog.isVisible()


def test_the_mail_of_a_page_that_was_never_locked_has_its_words(page, hands, qtbot, folder, ready):
    choose_way(page, "PDF with a password…")
    lock_with(page, hands, RIGHT)
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_there(page, folder / "locked.pdf")
    ben = TeamMember(id=uuid4(), name="Ben")
    visit = Visit(id=uuid4(), child=ready.child.id, day=date(2026, 3, 30), people=(ben.id,))
    ready.journal.records.save(ben, visit)
    page.window().open_page("visit_page", visit.id)
    assert "Maya" in mail_dialog(page).text.text()
