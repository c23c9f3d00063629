"""The photo that stands for a child, in a real journal folder."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from homejournal.domain.errors import MediaRefusedError
from homejournal.domain.records.record import Kind
from homejournal.exchange.media_files import PDF, KeptFile, kept_file
from tests.journals import planned


@pytest.fixture
def child(journal):
    return planned(journal)[0]


def picture(colour):
    out = io.BytesIO()
    Image.new("RGB", (90, 60), colour).save(out, "PNG")
    return kept_file(out.getvalue())


def show(journal, child, colour="red"):
    made = journal.media.put_portrait(picture(colour), "maya.png", child.id)
    return journal.media.show_portrait(child, made)


def now(journal, child):
    return journal.family().children[child.id]


def test_a_square_of_the_photo_stands_for_the_child(journal, child):
    assert journal.media.portrait(child) is None
    show(journal, child)
    shown = now(journal, child)
    assert Image.open(io.BytesIO(journal.media.portrait(shown))).size == (480, 480)
    (kept,) = journal.records.all_of(Kind.MEDIA)
    assert (kept.id, kept.child) == (shown.photo, child.id)


def test_another_photo_takes_its_place_and_one_step_back_brings_the_first(journal, child):
    show(journal, child)
    first = now(journal, child)
    change = show(journal, first, "blue")
    assert [one.id for one in journal.records.all_of(Kind.MEDIA)] == [now(journal, child).photo]
    journal.undo(change)
    assert now(journal, child) == first
    assert journal.media.portrait(first) is not None


def test_without_a_photo_nothing_of_it_is_kept(journal, child):
    show(journal, child)
    change = journal.media.show_portrait(now(journal, child), None)
    assert now(journal, child) == child
    assert journal.records.all_of(Kind.MEDIA) == []
    journal.undo(change)
    assert journal.media.portrait(now(journal, child)) is not None


def test_a_photo_that_is_not_here_is_none(journal, child):
    show(journal, child)
    shown = now(journal, child)
    (kept,) = journal.records.all_of(Kind.MEDIA)
    journal._store.own_media().path(kept.sha256).unlink()
    assert journal.media.portrait(shown) is None
    assert journal.media.portrait(replace(shown, photo=child.id)) is None


def test_a_hand_out_stands_for_nobody(journal, child):
    with pytest.raises(MediaRefusedError):
        journal.media.put_portrait(KeptFile(b"%PDF-1.7", PDF), "plan.pdf", child.id)
    assert now(journal, child) == child
