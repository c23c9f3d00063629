"""Lets the disk fail at every single call of the system, once or from then on, and fills it up.

A program that has loaded everything waits, strace takes hold of it and lets the k-th call fail;
the program saves, copies and exports, and says what it was told and what it saved.
"""

import ctypes
import hashlib
import os
import select
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from homejournal.domain.errors import JournalError
from homejournal.domain.records.changes import Change
from homejournal.domain.records.record import Record
from homejournal.exchange import read_and_save as saving
from homejournal.services.records.records import Records
from torture.forking import Forked
from torture.frame import Result, Scale, nothing_tried
from torture.looking import wrong_with
from torture.story import Story, begin, opened
from torture.system_calls import calls_in, is_here

PROMISE = "A disk that is full or fails costs nothing that was saved"
TRIED = "calls of the system that failed, and disks too small"
_SAVES, _EXPORT_EVERY = 8, 4
_FULL = ("pwrite64", "write", "ftruncate", "openat", "rename", "mkdir", "link")
_FAILING = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "openat", "rename", "mkdir")
_FAILING_TOO = ("unlink", "link", "pread64", "read", "close")
_LETS_ANYBODY_TRACE = 0x59616D61
_ENOUGH = 5
_PATIENCE = 20
"""Seconds."""


class _NotHeldError(RuntimeError):
    """Strace gave up before the program began."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Which call fails in which way: only the k-th, or all from the k-th on."""

    call: str
    error: str
    number: int
    from_then_on: bool

    @property
    def option(self) -> str:
        """Return it as strace wants it."""
        on = "+" if self.from_then_on else ""
        return f"inject={self.call}:error={self.error}:when={self.number}{on}"


def run(scale: Scale) -> Result:
    result = _small_disks(scale)
    if result.lost and scale.mutant:
        return result
    if not is_here():
        return result + nothing_tried("strace is not installed")
    return result + _failing_calls(scale)


def _failing_calls(scale: Scale) -> Result:
    _load_everything(scale.folder / "loaded")
    calls = _calls_of_one_run(scale)
    faults = [fault for call in calls for fault in _faults(call, calls[call])]
    each = scale.times(full=len(faults), quick=7, usual=3)
    chosen = _some_of_each(faults, each, scale.random("faults"))
    wrong, told = list[str](), Counter[str]()
    for tried, fault in enumerate(chosen, 1):
        folder = scale.folder / f"fault-{tried}"
        said = _work(folder, ("-e", f"trace={fault.call}", "-e", fault.option))
        told.update(line for line in said if line.startswith("told "))
        if what := _wrong(folder, said):
            wrong.append(f"{fault.option}: {what}")
        shutil.rmtree(folder, ignore_errors=True)
        if len(wrong) == _ENOUGH or (wrong and scale.mutant):
            break
    notes = f"{tried:,} of {len(faults):,} failing calls; {_counted(told)}"
    return Result(tried, tried - len(wrong), len(wrong), (notes, *wrong))


def _some_of_each(faults: list[Fault], each: int, chance: Random) -> list[Fault]:
    """Return so many faults of each call, and all of one that is seldom made."""
    by_call: dict[str, list[Fault]] = {}
    for fault in faults:
        by_call.setdefault(fault.call, []).append(fault)
    return [
        fault
        for those in by_call.values()
        for fault in (those if len(those) <= 3 * each else chance.sample(those, each))
    ]


def _faults(call: str, times: int) -> Iterator[Fault]:
    for number in range(1, times + 1):
        for from_then_on in (False, True):
            if call in _FULL:
                yield Fault(call, "ENOSPC", number, from_then_on)
            yield Fault(call, "EIO", number, from_then_on)


def _load_everything(folder: Path) -> None:
    """Do it once without a failure, so that no program of ours is read from the disk later."""
    folder.mkdir()
    save_and_export(folder)
    shutil.rmtree(folder)


def _calls_of_one_run(scale: Scale) -> Counter[str]:
    """Count the calls of a program that meets no failure."""
    folder, record = scale.folder / "sound", scale.folder / "calls.txt"
    wanted = {*_FULL, *_FAILING, *_FAILING_TOO}
    traced = ",".join(f"?{name}" for name in sorted(wanted))
    _work(folder, ("-y", "-xx", "-s", "200", "-e", f"trace={traced}"), record)
    shutil.rmtree(folder)
    return Counter(call.name for call in calls_in(record) if call.name in wanted)


def _work(folder: Path, options: tuple[str, ...], record: Path | None = None) -> list[str]:
    """Let a copy of this program save under strace; return what it said.

    A busy machine may let strace come too late; then it is done once more.
    """
    try:
        return _worked(folder, options, record)
    except _NotHeldError:
        shutil.rmtree(folder)
        return _worked(folder, options, record)


def _worked(folder: Path, options: tuple[str, ...], record: Path | None) -> list[str]:
    folder.mkdir()
    go, begins = os.pipe()

    def work() -> None:
        ctypes.CDLL(None).prctl(_LETS_ANYBODY_TRACE, -1, 0, 0, 0)
        _say("waits")
        select.select([go], [], [])  # to read could be the call that fails
        save_and_export(folder)
        os.kill(os.getpid(), signal.SIGKILL)  # nothing of the way down is traced

    program = Forked(work)
    os.close(go)
    assert program.hear(_PATIENCE, lines=1), "the program that saves broke off"  # noqa: S101
    into = ("-o", str(record or os.devnull))
    command = ["strace", "-qq", *into, *options, "-p", str(program.number)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as tracer:
        try:
            _wait_until_held(program.number, tracer)
            os.write(begins, b"x")
        except _NotHeldError:
            program.kill()
            raise
        finally:
            os.close(begins)
        said = program.wait()
        tracer.wait()
    return said


def _wait_until_held(process: int, tracer: "subprocess.Popen[bytes]") -> None:
    status = Path(f"/proc/{process}/status")
    while "TracerPid:\t0\n" in status.read_text():
        if tracer.poll() is not None:
            said = tracer.stderr.read().decode() if tracer.stderr else ""
            raise _NotHeldError(f"strace cannot take hold of a program: {said}")
        time.sleep(0.002)


def save_and_export(folder: Path) -> None:
    """Save and export; say what was saved, and which error was told; try again as a family does."""
    place, export, story = folder / "journal", folder / "journal.json", Story(1)
    try:
        begin(place)
        _say("saved 0")
        journal = opened(place)
    except JournalError as error:
        _say(f"told {type(error).__name__} at the beginning")
        return
    while story.done < _SAVES and _tried_twice(lambda: story.tell(journal)):
        _say(f"saved {story.done}")
        if story.done % _EXPORT_EVERY == 0:
            _tried_twice(lambda: _export(journal.files.export_json(), export))
    try:
        journal.close()
    except JournalError as error:
        _say(f"told {type(error).__name__} when closing")


def _say(words: str) -> None:
    """Acknowledge something by a call that never fails here."""
    os.writev(1, [f"{words}\n".encode()])


def _export(data: bytes, path: Path) -> None:
    saving.safe_save(path, data)
    _say(f"exported {hashlib.sha256(data).hexdigest()}")


def _tried_twice(act: Callable[[], None]) -> bool:
    for _ in range(2):
        try:
            act()
        except JournalError as error:
            _say(f"told {type(error).__name__}")
        except Exception as error:  # noqa: BLE001 (any other is a finding)
            _say(f"untold {type(error).__name__}: {error}")
            return False
        else:
            return True
    return False


def _wrong(folder: Path, said: list[str]) -> str:
    """Return what was lost, or what a family was not told in words."""
    untold = [line for line in said if line.startswith("untold")]
    if untold:
        return untold[0]
    saved = [int(line.split()[1]) for line in said if line.startswith("saved")]
    if saved and (what := wrong_with(folder / "journal", Story(1), saved[-1])):
        return what
    exported = [line.split()[1] for line in said if line.startswith("exported")]
    export = folder / "journal.json"
    if exported and hashlib.sha256(export.read_bytes()).hexdigest() != exported[-1]:
        return "the export that was acknowledged is not there"
    left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
    return f"a file without use is left: {left}" if left else ""


def _small_disks(scale: Scale) -> Result:
    """Save on disks in memory of all sizes, until they are full."""
    if os.geteuid() != 0:
        return nothing_tried("small disks need the rights of root")
    wrong, told = list[str](), Counter[str]()
    sizes = range(120, 360, scale.times(full=4, quick=12, usual=24))
    for kib in sizes:
        disk = scale.folder / f"disk-{kib}"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", disk], check=False
        )
        if mounted.returncode:
            return nothing_tried("no disk in memory can be mounted")
        try:
            program = Forked(partial(save_and_export, disk))
            said = program.wait()
            told.update(line for line in said if line.startswith("told "))
            if what := _wrong(disk, said):
                wrong.append(f"a disk of {kib} KiB: {what}")
        finally:
            subprocess.run(["umount", "-l", disk], check=True)
    notes = f"{len(sizes)} disks from {sizes[0]} to {sizes[-1]} KiB; {_counted(told)}"
    return Result(len(sizes), len(sizes) - len(wrong), len(wrong), (notes, *wrong))


def _counted(told: Counter[str]) -> str:
    return ", ".join(f"{words} {times}" for words, times in told.most_common()) or "nothing told"


def _say_nothing() -> None:
    """Take what the disk refused for saved."""
    save = Records.save

    def hushed(self: Records, *records: Record) -> Change:
        try:
            return save(self, *records)
        except JournalError:
            return Change(())

    Records.save = hushed  # type: ignore[method-assign]


def _write_over() -> None:
    """Write an export over the one before."""

    def over(path: Path, data: bytes) -> None:
        with saving.disk_errors(path):
            path.write_bytes(data)

    saving.safe_save = over


MUTANTS = {"a_refusal_is_not_told": _say_nothing, "an_export_is_written_over": _write_over}
