"""The disk that forgets: what a power cut may leave, and what it must leave."""

from pathlib import Path
from random import Random

import pytest

from torture.disk import SECTOR, Disk
from torture.system_calls import Call, calls_in

ROOT = Path("/disk")
TIMES = 60


def text(words: str) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in words.encode()) + '"'


def call(name: str, *given: str, answer: int = 0) -> Call:
    return Call(name, given, answer)


def opened(name: str, number: int, flags: str = "O_RDWR|O_CREAT") -> Call:
    return call("openat", "AT_FDCWD", text(f"/disk/{name}"), flags, answer=number)


def written(number: int, words: str, where: int = 0) -> Call:
    return call(
        "pwrite64", str(number), text(words), str(len(words)), str(where), answer=len(words)
    )


def after(*calls: Call) -> list[dict[str, bytes]]:
    disk = Disk(ROOT)
    for one in calls:
        disk.follow(one)
    return [disk.after_power_cut(Random(seed)) for seed in range(TIMES)]


SYNCED = (
    opened("a", 3),
    call("openat", "AT_FDCWD", text("/disk"), "O_RDONLY", answer=4),
    written(3, "first"),
    call("fsync", "3"),
    call("fsync", "4"),
)


def test_what_was_synced_with_its_name_is_always_there():
    assert after(*SYNCED) == [{"a": b"first"}] * TIMES


def test_a_file_whose_name_was_not_synced_may_be_gone_and_may_be_there():
    states = after(opened("a", 3), written(3, "first"), call("fsync", "3"))
    assert {} in states
    assert {"a": b"first"} in states


def test_a_later_write_may_be_lost_may_be_there_and_may_be_garbage():
    states = after(*SYNCED, written(3, "x" * SECTOR * 3))
    found = {state["a"] for state in states}
    assert {b"first", b"x" * SECTOR * 3} <= found
    assert any(one not in {b"first", b"x" * SECTOR * 3} for one in found)


def test_a_renamed_file_has_the_old_or_the_new_content_and_never_none():
    new = (opened("b", 5), written(5, "second"), call("fsync", "5"))
    states = after(*SYNCED, *new, call("rename", text("/disk/b"), text("/disk/a")))
    assert {state["a"] for state in states} == {b"first", b"second"}


def test_a_file_that_was_emptied_may_be_full_still():
    found = {state["a"] for state in after(*SYNCED, call("ftruncate", "3", "0"))}
    assert found == {b"", b"first"}


def test_a_new_folder_takes_what_is_in_it_along():
    made = (
        call("mkdir", text("/disk/new"), "0700"),
        opened("new/a", 6),
        written(6, "inside"),
        call("fsync", "6"),
    )
    states = after(*made)
    assert {} in states
    assert any("new/a" in state for state in states)


def test_other_disks_are_no_matter():
    elsewhere = call("openat", "AT_FDCWD", text("/other/a"), "O_CREAT", answer=3)
    assert not Disk(ROOT).follow(elsewhere)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("12 fsync(3</disk/a>) = 0\n", [("fsync", 0)]),
        ("12 fsync(3) = -1 EIO (Input/output error)\n", []),
        ("12 write(1, <unfinished ...>\n13 fsync(3) = 0\n12 <... write resumed>\"\", 0) = 0\n",
         [("fsync", 0), ("write", 0)]),
    ],
)  # fmt: skip
def test_what_strace_wrote_is_read_call_by_call(tmp_path, lines, told):
    (tmp_path / "calls").write_text(lines)
    assert [(one.name, one.answer) for one in calls_in(tmp_path / "calls")] == told
