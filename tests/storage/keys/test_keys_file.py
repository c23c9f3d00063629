"""The locked keys of a journal: what opens them, and what is told where something does not."""

import errno
import json
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.errors import (
    DiskFullError,
    JournalTooNewError,
    KeysDamagedError,
    WrongPasswordError,
)
from homejournal.storage.keys import keys_file
from homejournal.storage.keys.keys_file import (
    Costs,
    _sum,
    key_of,
    keys_bytes,
    new_key,
    new_slots,
    read_keys,
    secret_of,
    write_keys,
)
from tests.locked import KEY, QUICK

JOURNAL = UUID(int=7)


def slots(typed: str = "correct horse"):
    return new_slots(JOURNAL, KEY, typed, QUICK)


class TestSlots:
    @settings(max_examples=30)
    @given(st.text(max_size=40))
    def test_any_password_opens_what_it_locked(self, password):
        made = slots(password)
        assert keys_file.key_by_password(made, password, None) == KEY

    def test_another_password_opens_nothing(self):
        with pytest.raises(WrongPasswordError):
            keys_file.key_by_password(slots(), "Correct horse", None)

    def test_letters_with_signs_are_the_same_from_every_keyboard(self):
        assert keys_file.key_by_password(slots("caf\u00e9"), "cafe\u0301", None) == KEY

    def test_a_new_password_takes_the_place_of_the_old(self):
        made = keys_file.with_password(slots(), KEY, "another", QUICK)
        assert keys_file.key_by_password(made, "another", None) == KEY
        with pytest.raises(WrongPasswordError):
            keys_file.key_by_password(made, "correct horse", None)

    def test_the_keyring_of_a_computer_opens_and_can_be_taken_away(self):
        other, _slot, _seal = keys_file.with_computer(slots(), KEY)
        made, slot, seal = keys_file.with_computer(other, KEY)
        assert keys_file.key_by_computer(made, slot, seal, None) == KEY
        with pytest.raises(WrongPasswordError):
            keys_file.key_by_computer(made, slot, bytes(32), None)
        with pytest.raises(WrongPasswordError):
            keys_file.key_by_computer(keys_file.without_computer(made, slot), slot, seal, None)

    def test_a_slot_opens_in_no_other_journal(self):
        with pytest.raises(WrongPasswordError):
            keys_file.key_by_password(replace(slots(), journal=UUID(int=8)), "correct horse", None)

    def test_keys_are_random_and_their_salt_follows_from_them(self):
        assert new_key() != new_key()
        assert key_of(secret_of(KEY)) == KEY
        assert len(KEY) == 48


class TestFile:
    def test_what_is_written_reads_again(self, tmp_path):
        made, _slot, _seal = keys_file.with_computer(slots(), KEY)
        made = replace(made, sheet_checked=date(2026, 3, 10))
        write_keys(tmp_path / "keys.json", made)
        assert read_keys(tmp_path / "keys.json") == made

    def test_so_is_one_that_many_computers_open(self, tmp_path):
        made = slots()
        for _ in range(20):
            made, slot, seal = keys_file.with_computer(made, KEY)
        write_keys(tmp_path / "keys.json", made)
        assert keys_file.key_by_computer(read_keys(tmp_path / "keys.json"), slot, seal, None) == KEY

    def test_only_this_person_may_read_it_and_nothing_lies_beside(self, tmp_path):
        write_keys(tmp_path / "keys.json", slots())
        write_keys(tmp_path / "keys.json", slots())
        assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]
        assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600

    def test_where_the_disk_refuses_the_old_file_stays_and_nothing_lies_beside(
        self, tmp_path, monkeypatch
    ):
        write_keys(tmp_path / "keys.json", slots())
        before = (tmp_path / "keys.json").read_bytes()

        def refused(_file):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("os.fsync", refused)
        with pytest.raises(DiskFullError):
            write_keys(tmp_path / "keys.json", slots("another"))
        assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]
        assert (tmp_path / "keys.json").read_bytes() == before

    def test_it_holds_neither_the_key_nor_the_password(self):
        told = keys_bytes(slots())
        assert secret_of(KEY).hex().encode() not in told
        assert b"horse" not in told

    def test_a_missing_file_counts_as_damaged(self, tmp_path):
        with pytest.raises(KeysDamagedError) as told:
            read_keys(tmp_path / "keys.json")
        assert told.value.path == tmp_path

    def test_a_file_of_a_newer_program_is_told(self, tmp_path):
        told = json.loads(keys_bytes(slots())) | {"schema": 2, "more": True}
        (tmp_path / "keys.json").write_text(json.dumps(told))
        with pytest.raises(JournalTooNewError) as error:
            read_keys(tmp_path / "keys.json")
        assert error.value.needs == ""
        (tmp_path / "keys.json").write_text(json.dumps(told | {"needs": "2.1"}))
        with pytest.raises(JournalTooNewError) as error:
            read_keys(tmp_path / "keys.json")
        assert error.value.needs == "2.1"

    def test_every_changed_byte_is_told_from_a_wrong_password(self, tmp_path):
        told = keys_bytes(slots())
        for at in range(0, len(told), 7):
            if told[at : at + 1].isspace():
                continue  # what stands between the names may change
            changed = told[:at] + bytes([told[at] ^ 1]) + told[at + 1 :]
            (tmp_path / "keys.json").write_bytes(changed)
            with pytest.raises((KeysDamagedError, JournalTooNewError)):
                read_keys(tmp_path / "keys.json")

    def test_a_file_cut_short_anywhere_is_damaged(self, tmp_path):
        told = keys_bytes(slots()).rstrip()
        for end in range(0, len(told), 11):
            (tmp_path / "keys.json").write_bytes(told[:end])
            with pytest.raises(KeysDamagedError):
                read_keys(tmp_path / "keys.json")


def told_with(**said: object) -> dict[str, object]:
    told = json.loads(keys_bytes(slots()))
    told.pop("sum")
    return told | said


def password(**said: object) -> dict[str, object]:
    return json.loads(keys_bytes(slots()))["slots"][0] | said


COMPUTER = {
    "kind": "computer",
    "id": str(UUID(int=3)),
    "nonce": "00" * 12,
    "sealed": "00" * 48,
}
SHEET = {"kind": "recovery", "checked": "2026-03-10"}


@pytest.mark.parametrize("costs", [Costs(), Costs(64 * 1024, 6, 4), Costs(128 * 1024, 3, 1)])
def test_what_was_ever_written_and_twice_as_much_is_read(tmp_path, costs):
    file = tmp_path / "keys.json"
    cost = {"memory_kib": costs.memory, "passes": costs.passes, "lanes": costs.lanes}
    told = told_with(slots=[password(**cost)])
    file.write_text(json.dumps(told | {"sum": _sum(told)}))
    assert read_keys(file).password.costs == costs


@pytest.mark.parametrize(
    "told",
    [
        told_with(format="something else"),
        told_with(schema=0),
        told_with(schema="1"),
        told_with(journal=5),
        told_with(journal="nobody"),
        told_with(salt="00"),
        told_with(salt="G0" * 16),
        told_with(slots={}),
        told_with(slots=[]),
        told_with(slots=["password"]),
        told_with(slots=[password(), password()]),
        told_with(slots=[SHEET]),
        told_with(slots=[password(), SHEET, SHEET]),
        told_with(slots=[password(), SHEET | {"checked": "some day"}]),
        told_with(slots=[password(), SHEET | {"more": 1}]),
        told_with(slots=[password(), {"kind": "another"}]),
        told_with(slots=[password(), COMPUTER, COMPUTER]),
        told_with(slots=[password(), *(COMPUTER | {"id": str(UUID(int=n))} for n in range(33))]),
        told_with(slots=[password(memory_kib=4 * 1024 * 1024)]),
        told_with(slots=[password(memory_kib=8, lanes=4)]),
        told_with(slots=[password(memory_kib=64.0)]),
        told_with(slots=[password(passes=1_000_000)]),
        told_with(slots=[password(memory_kib=256 * 1024, passes=16, lanes=16)]),
        told_with(slots=[password(memory_kib=256 * 1024, passes=2)]),
        told_with(slots=[password(memory_kib=64 * 1024, passes=7)]),
        told_with(slots=[password(passes=True)]),
        told_with(slots=[password(lanes=0)]),
        told_with(slots=[password(salt="00")]),
        told_with(slots=[password(nonce=None)]),
        told_with(slots=[password(sealed="00" * 4096)]),
        told_with(more=1),
        [],
        5,
    ],
)
def test_what_no_program_of_ours_writes_is_refused(tmp_path, told):
    if isinstance(told, dict):
        told = told | {"sum": _sum(told)}
    (tmp_path / "keys.json").write_text(json.dumps(told))
    with pytest.raises(KeysDamagedError):
        read_keys(tmp_path / "keys.json")


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 20_000,
        b'{"format": "a", "format": "b"}',
        b"\xff\xfe",
        b" " * 40_000,
        b"9" * 10_000,
        b"NaN",
    ],
)
def test_hostile_bytes_are_refused(tmp_path, data):
    (tmp_path / "keys.json").write_bytes(data)
    with pytest.raises(KeysDamagedError):
        read_keys(tmp_path / "keys.json")
