"""Photos that nothing names in the end do not lie here for ever, whoever put them."""

import json
import shutil
from dataclasses import replace

import pytest
import sqlcipher3

from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.revision_lines import Incoming
from homejournal.services.opening import open_journal
from homejournal.services.safe.sharing.sync_run import SyncRun
from homejournal.services.safe.transfer import incoming
from homejournal.storage.journal.media_in_use import named_surely
from tests.services.safe.copies.test_photos_gone_meanwhile import delete_for_good
from tests.sharing.pack_lines import newer_revision
from tests.sharing.test_media_in_folder import keep_photo, lies_here
from tests.sharing.test_shared_folder import two
from tests.sharing.test_taken_back import homes

__all__ = ["homes", "two"]


def test_what_is_deleted_for_good_while_a_run_goes_is_gone_in_the_end(two, monkeypatch):
    laptop, desk, _ = two
    photo = keep_photo(laptop)
    laptop.run(), desk.run()
    laptop.again(), desk.again()
    carry = SyncRun._carry_media

    def deleted_first(*told, **more):
        delete_for_good(laptop.journal)
        assert not lies_here(laptop, photo)
        return carry(*told, **more)

    with monkeypatch.context() as patch:
        patch.setattr(SyncRun, "_carry_media", deleted_first)
        laptop.run()
    laptop.again()
    assert not lies_here(laptop, photo)
    for _ in range(3):
        laptop.run(), desk.run()
    laptop.again()
    assert not lies_here(laptop, photo)
    assert not lies_here(desk, photo)


def test_what_was_fetched_and_not_taken_in_comes_again(two):
    laptop, desk, _ = two
    desk.run()
    photo = keep_photo(laptop)
    laptop.run(), desk.run(take=False)
    desk.again()
    assert not lies_here(desk, photo)
    desk.run()
    assert lies_here(desk, photo)
    desk.again()
    assert lies_here(desk, photo)


def test_photos_of_a_pack_that_was_only_looked_at_go_as_the_journal_closes(homes):
    mom, _, stranger, _ = homes
    mom.safe.pack_files.preparing(stranger.pack(Audience.OWN))()
    assert list((mom.place / "media").iterdir())
    mom.again()
    assert not list((mom.place / "media").iterdir())


@pytest.fixture
def refused(homes):
    """A pack that was taken in, whose photo was deleted for good; a later start of the program."""
    mom, _, stranger, _ = homes
    pack = stranger.pack(Audience.OWN)
    mom.take(pack)
    (photo,) = mom.journal.records.all_of(Kind.MEDIA)
    delete_for_good(mom.journal)
    mom.again()
    assert not lies_here(mom, photo)
    return mom, pack, photo


def test_a_photo_that_is_refused_goes_though_the_program_was_killed(refused, tmp_path):
    mom, pack, photo = refused
    mom.take(pack)
    shutil.copytree(mom.place, tmp_path / "killed")
    open_journal(tmp_path / "killed", clock=mom.clock, device=mom.device).close()
    assert not (tmp_path / "killed" / "media" / photo.sha256).exists()


def test_a_refused_photo_of_which_no_bytes_came_leaves_no_trace(refused):
    mom, pack, photo = refused
    mom.take(replace(pack, media={}))
    names = mom.journal._session.store.meta()
    assert not [name for name in names if photo.sha256 in name]


def naming(photo):
    """Return a revision of a newer homejournal that names the bytes of a photo in its own way."""
    fields = json.dumps({"shown": [photo.sha256]}).encode()
    return newer_revision("album", fields)


def test_what_a_newer_homejournal_will_read_keeps_its_photo(two):
    laptop, _, _ = two
    photo = keep_photo(laptop)
    incoming.take_in(laptop.journal._session, Incoming(newer=(naming(photo),)), {})
    delete_for_good(laptop.journal)
    assert lies_here(laptop, photo)
    laptop.again()
    assert lies_here(laptop, photo)


def test_nothing_goes_where_what_waits_is_damaged(two):
    laptop, _, _ = two
    photo = keep_photo(laptop)
    store = laptop.journal._session.store
    incoming.take_in(laptop.journal._session, Incoming(newer=(naming(photo),)), {})
    assert photo.sha256 in named_surely(store)
    file = sqlcipher3.connect(laptop.place / "journal.hj", isolation_level=None)
    file.execute("UPDATE newer SET fields = x'7b7d'")
    file.close()
    delete_for_good(laptop.journal)
    assert lies_here(laptop, photo)
