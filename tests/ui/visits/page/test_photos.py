"""Photos on the visit page: offered under the second page, and there only where they are ticked."""

import base64
import io
from uuid import uuid4

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import PrivateNote
from homejournal.domain.records.record import Kind
from homejournal.exchange.media_files import kept_file, picture_for_paper
from tests.ui.visits.page.visit_pages import FIRST, note, settled

SECOND = "A second page: larger charts, and notes by date"
CUP = "Photo: The blue cup · Mar 10"


def photo(color=(120, 170, 200)):
    drawn = io.BytesIO()
    Image.new("RGB", (300, 200), color).save(drawn, "PNG")
    return kept_file(drawn.getvalue())


def keep(house, name, entry):
    media = house.journal.media
    media.add(media.put_photo(photo(), name, entry))


@pytest.fixture
def page(visited, open_visit_page):
    (practice, *_) = visited.journal.days.between(visited.child.id, FIRST, FIRST).practices
    keep(visited, "The blue cup", practice)
    private = PrivateNote(id=uuid4(), child=visited.child.id, day=FIRST, text="Tired")
    visited.journal.notes.write(private)
    keep(visited, "A tired evening", private)
    return open_visit_page(visited)


def box(page, words):
    rows = page.choices.ticks.rows().values()
    return next((row.box for row in rows if row.box.accessibleName() == words), None)


def test_a_photo_waits_for_its_tick_and_a_private_one_is_not_offered(page, qtbot):
    page.choices.show_list(shown=True)
    assert box(page, "Photo: A tired evening · Mar 10") is None
    assert not box(page, CUP).isVisible()
    box(page, SECOND).click()
    QApplication.processEvents()
    assert box(page, CUP).isVisible()
    assert not box(page, CUP).isChecked()
    assert page.shown.second.photos == ()
    settled(page, qtbot)
    assert "blue cup" not in page.preview.accessibleDescription()


def test_a_ticked_photo_is_on_the_page_with_its_picture_and_leaves_it_again(page, qtbot):
    box(page, SECOND).click()
    box(page, CUP).click()
    (shown,) = page.shown.second.photos
    picture = picture_for_paper(photo().data)
    assert (shown.name, shown.about) == ("The blue cup", "Two choices")
    assert base64.b64decode(shown.jpeg) == picture.jpeg
    settled(page, qtbot)
    assert "- The blue cup (" in page.preview.accessibleDescription()
    box(page, CUP).click()
    assert page.shown.second.photos == ()


def test_a_photo_that_is_added_meanwhile_is_offered(page, visited):
    said = note(visited, "She clapped")
    keep(visited, "Clapping", said)
    page.heard(frozenset({Kind.MEDIA}))
    assert box(page, "Photo: Clapping · Mar 10") is not None
