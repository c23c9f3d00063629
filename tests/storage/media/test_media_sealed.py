"""Pictures and hand-outs of an encrypted journal: sealed bytes under names that tell nothing."""

import errno
import hashlib

import pytest

from homejournal.domain.errors import DiskFullError, MediaMissingError
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.keys.keys_file import key_of
from homejournal.storage.media.media_folder import MediaFolder, UnreferencedMedia

KEY, OTHER = key_of(bytes(range(32))), key_of(bytes(32))
PICTURE = b"a picture of a kumquat"
HASH = hashlib.sha256(PICTURE).hexdigest()


@pytest.fixture
def sealed(tmp_path):
    folder = MediaFolder(JournalFolder(tmp_path), KEY)
    assert folder.put(PICTURE) == HASH
    return folder


def only_file(tmp_path):
    (file,) = (tmp_path / "media").iterdir()
    return file


def test_it_reads_again_and_lies_there_once(sealed, tmp_path):
    assert sealed.get(HASH) == PICTURE
    sealed.put(PICTURE)
    assert only_file(tmp_path) == sealed.path(HASH)
    assert sealed.lying() == {only_file(tmp_path).name}


def test_its_size_is_that_of_its_bytes(sealed, tmp_path):
    (tmp_path / "plain").mkdir()
    plain = MediaFolder(JournalFolder(tmp_path / "plain"))
    assert plain.size(HASH) is None
    plain.put(PICTURE)
    assert (sealed.size(HASH), plain.size(HASH)) == (len(PICTURE),) * 2


def test_neither_bytes_nor_name_tell_what_it_is(sealed, tmp_path):
    file = only_file(tmp_path)
    assert b"kumquat" not in file.read_bytes()
    assert HASH not in file.name
    assert file.stat().st_mode & 0o777 == 0o600


def test_another_key_finds_nothing(sealed, tmp_path):
    with pytest.raises(MediaMissingError):
        MediaFolder(JournalFolder(tmp_path), OTHER).get(HASH)
    with pytest.raises(MediaMissingError):
        MediaFolder(JournalFolder(tmp_path)).get(HASH)


@pytest.mark.parametrize("at", [0, 5, 20, -1])
def test_a_changed_byte_is_noticed(sealed, tmp_path, at):
    file = only_file(tmp_path)
    raw = bytearray(file.read_bytes())
    raw[at] ^= 1
    file.write_bytes(raw)
    with pytest.raises(MediaMissingError):
        sealed.get(HASH)


@pytest.mark.parametrize("length", [0, 3, 12, 30])
def test_a_file_cut_short_is_noticed(sealed, tmp_path, length):
    file = only_file(tmp_path)
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(MediaMissingError):
        sealed.get(HASH)


def test_a_sealed_file_in_the_place_of_another_is_noticed(sealed):
    other = sealed.put(b"another picture")
    sealed.path(other).replace(sealed.path(HASH))
    with pytest.raises(MediaMissingError):
        sealed.get(HASH)


def test_plain_ones_from_before_the_password_still_read(sealed, tmp_path):
    plain = MediaFolder(JournalFolder(tmp_path))
    older = plain.put(b"an older picture")
    assert sealed.get(older) == b"an older picture"
    sealed.drop(sealed.names(older))
    with pytest.raises(MediaMissingError):
        sealed.get(older)


def test_a_damaged_plain_one_never_takes_the_place_of_one_that_is_sealed(sealed, tmp_path):
    (tmp_path / "media" / HASH).write_bytes(b"a picture of")
    sealed.seal_plain(HASH)
    assert sealed.get(HASH) == PICTURE
    assert only_file(tmp_path) == sealed.path(HASH)


def test_where_the_disk_refuses_nothing_half_written_is_left(sealed, tmp_path, monkeypatch):
    def refused(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    before = sealed.lying()
    monkeypatch.setattr("homejournal.storage.media.media_folder.os.fsync", refused)
    with pytest.raises(DiskFullError):
        sealed.put(b"another picture")
    assert sealed.lying() == before


def test_whose_key_sealed_it_is_told_without_its_hash(sealed, tmp_path):
    file = only_file(tmp_path)
    assert sealed.is_ours(file.name)
    assert not MediaFolder(JournalFolder(tmp_path), OTHER).is_ours(file.name)
    assert not MediaFolder(JournalFolder(tmp_path)).is_ours(file.name)
    for spoiled in (PICTURE, file.read_bytes()[:20], file.read_bytes()[:-20]):
        file.write_bytes(spoiled)
        assert not sealed.is_ours(file.name)


def test_after_a_kill_only_what_no_record_named_is_looked_for(tmp_path):
    first, second = "a" * 64, "b" * 64
    before = UnreferencedMedia(tmp_path / "media-new")
    before.add({first: first, second: second})
    before.cross_off([first])
    assert UnreferencedMedia(tmp_path / "media-new").take_up() == {second}
