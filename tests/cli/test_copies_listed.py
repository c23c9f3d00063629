"""What the list of copies says of each, and what is said of a place with plain ones."""

import pytest

from homejournal.services.opening import open_journal
from tests.cli.copies import copied, copy_in, password
from tests.journals import DEVICE, Clock
from tests.services.passwords import set_password_only, take_password_away

__all__ = ["copied", "password"]

EARLIER = "opens with an earlier password"


@pytest.fixture
def earlier(cli, example, password):
    """A copy under a password that was taken away since, and one under that of now."""
    first = copy_in(cli("backup", example, *password))
    journal = open_journal(example, clock=Clock(), device=DEVICE, key=_key(example, password))
    take_password_away(journal)
    _set_anew(journal)
    journal.close()
    return first, copy_in(cli("backup", example, *password))


def _key(folder, password):
    from homejournal.services.safe.unlocking import Unlocking

    return Unlocking(folder, folder).by_password(password[1].read_text(encoding="utf-8"))


def _set_anew(journal):
    from pathlib import Path

    kept = {backup.path: backup.path.read_bytes() for backup in journal.safe.backups.here()}
    set_password_only(journal)
    for path, data in kept.items():
        Path(path).write_bytes(data)


def lines(answer):
    return dict(line.split("  ", 1) for line in answer.out.splitlines())


def test_it_says_which_open_with_an_earlier_password(cli, example, earlier):
    first, now = earlier
    listed = lines(cli("backups", example))
    assert listed[first].endswith(EARLIER)
    assert EARLIER not in listed[now]


def test_those_of_one_minute_are_numbered(cli, example):
    made = [copy_in(cli("backup", example)) for _ in range(2)]
    listed = lines(cli("backups", example))
    times = {line.split(" · ")[0] for line in listed.values()}
    if len(times) == 1:  # unless the minute ended just between the two
        assert [" · number " in listed[one] for one in made] == [True, True]


def test_a_place_with_damaged_plain_copies_is_told(cli, example, copied, password, tmp_path):
    (tmp_path / "stick").mkdir()
    cli("backup", example, "--to", tmp_path / "stick", *password)
    (own,) = (tmp_path / "stick").iterdir()
    damaged = own / "00000001-20250101T100000Z.hj"
    damaged.write_bytes(b"SQLite format 3\0" + bytes(5000))
    answer = cli("backup", example, "--to", tmp_path / "stick", *password)
    assert answer.code == 0
    assert "1 damaged copy at your second place" in answer.err
    assert answer.err.endswith(f"{damaged}\n")
