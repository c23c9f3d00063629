"""Photos of a computer that is gone: none of which it may hold the only one goes with it."""

import pytest

from homejournal.domain.sharing.outgoing import MediaTransfer
from homejournal.services.safe.sharing import shared_media
from tests.sharing.computers import batches
from tests.sharing.test_gone_computers import let_go, lost, state, theirs
from tests.sharing.test_media_in_folder import bytes_of, keep_photo, lies_here, sealed
from tests.sharing.test_shared_folder import two
from tests.sharing.test_stand_ins import take_away

__all__ = ["lost", "two"]


@pytest.fixture
def later(lost):
    """Return `lost`, with one more photo of the one that is gone."""
    left, gone, folder = lost
    gone.second = keep_photo(gone, 3)
    gone.run()
    gone.newest = max(sealed(folder), key=lambda one: one.stat().st_mtime_ns)
    return left, gone, folder


def test_one_that_is_not_here_yet_comes_later_and_lies_there_as_ours_then(later):
    left, gone, folder = later
    bring = take_away(gone.newest)
    left.run()
    assert let_go(left, gone).gone == {gone.device}
    assert (batches(theirs(folder, gone)), bring.stands.exists()) == ([], True)
    bring()
    left.again()
    assert left.run().pictures == MediaTransfer(came=1)
    assert bytes_of(left, gone.second) == bytes_of(gone, gone.second)
    assert {one.parent.parent.name for one in sealed(folder)} == {str(left.device)}
    assert len(sealed(folder)) == 2
    assert not theirs(folder, gone).exists()


def test_none_goes_before_all_of_them_lie_there_as_ours(later, monkeypatch):
    left, gone, folder = later
    left.run()
    both = {one.name for one in sealed(folder)}
    assert len(both) == 2
    monkeypatch.setattr(shared_media, "AT_ONCE", 1)  # one photo fills a run
    let_go(left, gone)
    assert {one.name for one in sealed(folder)} == both
    left.run()
    assert {one.name for one in sealed(folder)} == both
    assert {one.parent.parent.name for one in sealed(folder)} == {str(left.device)}


def test_one_that_is_nowhere_holds_nothing_up(later):
    left, gone, folder = later
    gone.newest.unlink()
    left.run()
    assert let_go(left, gone).gone == {gone.device}
    assert not theirs(folder, gone).exists()


@pytest.mark.parametrize("elsewhere", [False, True])
def test_one_that_came_before_its_words_stays_until_they_are_here(later, tmp_path, elsewhere):
    left, gone, folder = later
    bring = take_away(gone.newest)
    if not elsewhere:
        bring()
    arrives = hold_back(theirs(folder, gone), tmp_path)
    left.run()
    assert let_go(left, gone).gone == {gone.device}
    arrives()
    if elsewhere:
        bring()
    left.run()
    assert bytes_of(left, gone.second) == bytes_of(gone, gone.second)


def hold_back(place, tmp_path):
    """Let a sync program bring the newest batch later; return what brings it."""
    newest = batches(place)[-1]
    newest.rename(tmp_path / "not here yet")

    def arrives():
        newest.parent.mkdir(exist_ok=True)
        (tmp_path / "not here yet").rename(newest)

    return arrives


def test_it_stays_also_where_another_was_deleted_for_good(later, tmp_path):
    left, gone, folder = later
    arrives = hold_back(theirs(folder, gone), tmp_path)
    delete_for_good(left, gone.photo)
    assert let_go(left, gone).gone == {gone.device}
    assert sealed(folder) == [gone.newest]
    arrives()
    left.run()
    assert bytes_of(left, gone.second) == bytes_of(gone, gone.second)
    assert (let_go(left, gone).gone, state(left).others) == ({gone.device}, ())
    assert [one.parent.parent.name for one in sealed(folder)] == [str(left.device)]


def delete_for_good(computer, photo) -> None:
    computer.journal.records.delete(photo.id)
    computer.journal.media.delete_for_good(photo)
    computer.again()
    computer.run()


def test_one_that_was_damaged_here_since_stays_until_it_came_again(lost):
    left, gone, _ = lost
    here = left.place / "media" / gone.photo.sha256
    here.write_bytes(b"x" * here.stat().st_size)
    let_go(left, gone)
    left.again()
    left.run()
    assert bytes_of(left, gone.photo) == bytes_of(gone, gone.photo)


def test_one_that_was_deleted_for_good_goes_with_it(lost):
    left, gone, folder = lost
    delete_for_good(left, gone.photo)
    assert let_go(left, gone).gone == {gone.device}
    assert sealed(folder) == []


def test_one_that_stands_elsewhere_still_is_not_deleted(lost):
    left, gone, folder = lost
    again = keep_photo(left)
    assert again.sha256 == gone.photo.sha256
    delete_for_good(left, gone.photo)
    assert let_go(left, gone).gone == {gone.device}
    assert [one.parent.parent.name for one in sealed(folder)] == [str(left.device)]
    assert lies_here(left, again)


def test_nor_where_ours_is_damaged(lost):
    left, gone, _ = lost
    again = keep_photo(left)
    delete_for_good(left, gone.photo)
    here = left.place / "media" / again.sha256
    here.write_bytes(b"x" * here.stat().st_size)
    let_go(left, gone)
    left.again()
    left.run()
    assert bytes_of(left, again) == bytes_of(gone, gone.photo)


def test_what_comes_while_we_may_not_write_there_stays(later):
    left, gone, folder = later
    bring = take_away(gone.newest)
    left.run(), let_go(left, gone)
    bring()
    left.run(write=False)
    assert gone.newest.exists()
    assert len(sealed(folder)) == 2
