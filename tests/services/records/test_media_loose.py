"""Bytes that were put and that nothing ever named go, also after a kill; and no others do."""

import pytest
import sqlcipher3

from homejournal.domain.errors import DiskError
from homejournal.exchange.revision_lines import Incoming
from homejournal.services.opening import open_journal
from homejournal.services.safe.deleting import erase_journal
from homejournal.services.safe.repair.repair import Repair
from homejournal.services.safe.transfer import incoming
from homejournal.storage.keys.keys_file import key_of
from tests.journals import DEVICE, ELSEWHERE, child, note, revisions, strategy
from tests.services.copied import of_the_future
from tests.services.loose_media import killed, lists
from tests.services.passwords import set_password, take_password_away
from tests.services.records.test_media_kept import kept, lying, put, wait

__all__ = ["killed", "wait"]
KEY = key_of(bytes(range(32)))


def test_what_was_put_and_never_named_goes_once_the_journal_is_closed_again(
    journals, journal, wait, killed
):
    named, loose = kept(journal, b"one", wait), put(journal, b"two", wait)
    again = journals.again(killed(journal))
    assert lying(again) == sorted([named.sha256, loose.sha256])
    again.close()
    assert lying(again) == [named.sha256]
    assert lists(again) == []


def test_it_goes_however_often_the_program_is_killed(journals, journal, wait, killed):
    first = put(journal, b"one", wait)
    again = journals.again(killed(journal))
    second = put(again, b"two", wait)
    last = journals.again(killed(again))
    assert lying(last) == sorted([first.sha256, second.sha256])
    last.close()
    assert lying(last) == []


def test_what_a_record_named_is_in_no_list_any_more(journal, wait):
    loose, named = put(journal, b"two", wait), put(journal, b"one", wait)
    (told,) = lists(journal)
    for each in (loose, named):
        assert each.sha256 in (journal.folder / told).read_text()
    journal.media.add(named)
    assert (journal.folder / told).read_text().endswith(f"-{named.sha256}")
    journal.media.add(loose)
    assert lists(journal) == []


def test_what_a_killed_program_put_is_named_later_and_stays(journals, journal, wait, killed):
    loose = put(journal, b"one", wait)
    again = journals.again(killed(journal))
    again.media.add(put(again, b"one", wait))
    assert lists(again) == []
    last = journals.again(killed(again))
    last.close()
    assert lying(last) == [loose.sha256]


def test_a_transaction_that_comes_to_nothing_names_nothing(journals, journal, wait, monkeypatch):
    loose = put(journal, b"one", wait)

    def refuse(*_told):
        raise DiskError(journal.folder)

    with monkeypatch.context() as patched:
        patched.setattr("homejournal.storage.journal.writer.write", refuse)
        with pytest.raises(DiskError):
            journal.media.add(loose)
    journal.records.save(note(wait))
    assert len(lists(journal)) == 1


def test_what_was_put_again_in_place_of_damaged_bytes_stays(journals, journal, wait, killed):
    named = kept(journal, b"one", wait)
    (journal.folder / "media" / named.sha256).write_bytes(b"spoiled")
    put(journal, b"one", wait)
    again = journals.again(killed(journal))
    again.close()
    assert again.folder.joinpath("media", named.sha256).read_bytes() == b"%PDF-1.7 one"
    assert lists(again) == []


def test_what_waits_for_a_newer_homejournal_names_what_it_may_name(journals, journal, wait):
    loose = kept(journal, b"one", wait)
    (told,) = [revision for revision in revisions(journal) if revision.told().record == loose.id]
    other = journals.new("other", device=ELSEWHERE)
    other._store.own_media().put(b"%PDF-1.7 one")
    assert len(lists(other)) == 1
    incoming.take_in(other._session, Incoming(newer=(of_the_future(told),)), {})
    assert lists(other) == []


@pytest.mark.parametrize("repair", [False, True])
def test_nothing_goes_where_a_damage_came_between(journals, journal, wait, killed, repair):
    """What a record named that is damaged now may be in the list after a power cut."""
    named, loose = kept(journal, b"one", wait), put(journal, b"two", wait)
    name = killed(journal)
    folder = journals.folder / name
    (told,) = [path for path in folder.iterdir() if path.name.startswith("media-")]
    told.write_text(f"{told.read_text()}\n+{named.sha256}")
    file = sqlcipher3.connect(folder / "journal.hj", isolation_level=None)
    file.execute("UPDATE revision SET fields = x'7b7d' WHERE seq = (SELECT MAX(seq) FROM revision)")
    file.close()
    if repair:
        mending = Repair(folder, device=DEVICE, clock=journals.clock)
        mending.finish(mending.prepare(lambda *_: True))
    for _ in range(2):
        again = journals.again(name)
        again.close()
    assert lying(again) == sorted([named.sha256, loose.sha256])
    assert lists(again) == []


def test_what_stays_of_a_locked_journal_goes_the_next_time(journals, journal, wait):
    set_password(journal)
    put(journal, b"one", wait)
    key = journal._store.key
    journal.safe.password.lock_up()
    journal.close()
    assert len(lying(journal)) == 1
    again = open_journal(journal.folder, clock=journals.clock, device=DEVICE, key=key)
    again.close()
    assert lying(again) == []


@pytest.mark.parametrize("on", [True, False])
def test_a_password_that_is_set_or_taken_away_meanwhile_hinders_nothing(
    journals, journal, wait, killed, on
):
    if not on:
        set_password(journal)
    loose = put(journal, b"one", wait)
    (set_password if on else take_password_away)(journal)
    (told,) = lists(journal)
    assert (loose.sha256 in (journal.folder / told).read_text()) is not on
    again = open_journal(
        journals.folder / killed(journal),
        clock=journals.clock,
        device=DEVICE,
        key=journal._store.key,
    )
    again.close()
    assert lying(again) == []


def test_the_list_of_another_computer_is_left_to_it(journals, journal, wait, killed):
    """Its journal may be on its way here, by a program that carries the folder."""
    loose = put(journal, b"one", wait)
    folder = journals.folder / killed(journal)
    other = open_journal(folder, clock=journals.clock, device=ELSEWHERE)
    other.close()
    assert lying(other) == [loose.sha256]
    assert len(lists(other)) == 1
    journals.again(folder.name).close()
    assert lying(other) == []


def test_a_reader_lists_nothing_and_leaves_the_list(journals, journal, wait):
    put(journal, b"one", wait)
    told = lists(journal)
    reading = journals.again(write=False)
    reading._store.own_media().put(b"%PDF-1.7 two")
    reading.close()
    assert lists(journal) == told
    assert len(lying(journal)) == 2


def test_a_list_that_is_cut_off_or_strange_takes_nothing_else_away(journals, journal, wait, killed):
    named, loose = kept(journal, b"one", wait), put(journal, b"two", wait)
    folder = journals.folder / killed(journal)
    (told,) = [path for path in folder.iterdir() if path.name.startswith("media-")]
    strange = ["+../journal.hj", f"+{named.sha256[:-1]}", "+journal.hj", "", "\x00", "+" + "a" * 64]
    told.write_text("\n".join([told.read_text(), *strange, f"+{loose.sha256[:20]}"]))
    (folder / "media" / "readme.txt").write_bytes(b"not ours")
    again = journals.again(folder.name)
    put(again, b"three", wait)
    last = journals.again(killed(again))
    last.close()
    assert lying(last) == sorted([named.sha256, "readme.txt"])
    assert (folder / "journal.hj").exists()


def test_bytes_are_put_only_once_the_list_has_them(journal, wait, monkeypatch):
    def refuse(*_told):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("homejournal.storage.media.media_folder.os.open", refuse)
    with pytest.raises(DiskError):
        put(journal, b"one", wait)
    assert lying(journal) == []


def test_a_list_that_cannot_be_written_hinders_no_save(journals, journal, wait, monkeypatch):
    first, second = (put(journal, words, wait) for words in (b"one", b"two"))

    def refuse(*_told):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr("homejournal.storage.media.media_folder.os.open", refuse)
        journal.media.add(first)
    journal.media.add(second)
    journal.close()
    assert lying(journal) == sorted([first.sha256, second.sha256])
    assert lists(journal) == []


def test_a_journal_that_is_made_where_one_was_lost_begins_a_list_of_its_own(
    journals, journal, wait, killed
):
    stays = put(journal, b"one", wait)
    folder = journals.folder / killed(journal)
    (folder / "journal.hj").unlink()
    made = journals.new(folder.name)
    of = child()
    what = strategy(of)
    made.records.save(of, what)
    put(made, b"two", what.id)
    last = journals.again(killed(made))
    last.close()
    assert lying(last) == [stays.sha256]


def test_what_is_put_again_since_it_went_stands_there_once(journal, wait):
    loose = put(journal, b"one", wait)
    (told,) = lists(journal)
    (journal.folder / "media" / loose.sha256).unlink()
    put(journal, b"one", wait)
    assert (journal.folder / told).read_text().count(loose.sha256) == 1


def test_a_list_goes_with_a_journal_that_is_deleted(journals, journal, wait, killed):
    put(journal, b"one", wait)
    folder = journals.folder / killed(journal)
    assert erase_journal(folder)
    assert not folder.exists()
