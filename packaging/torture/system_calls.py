"""Reads what strace wrote down: each change of files in a folder, in its order."""

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CHANGING = (
    *("openat", "creat", "write", "pwrite64", "pwritev", "writev", "ftruncate", "truncate"),
    *("fallocate", "fsync", "fdatasync", "lseek", "close", "mkdir", "rmdir", "rename", "renameat"),
    *("renameat2", "unlink", "unlinkat", "link", "linkat", "sendfile", "copy_file_range"),
)
"""The calls by which a program of ours could change a file."""
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HELD = re.compile(r"^(\d+)(?:<([^>]*)>)?$")


@dataclass(frozen=True, slots=True)
class Call:
    """One call that went well: its name, its arguments as strace writes them, and its answer."""

    name: str
    given: tuple[str, ...]
    answer: int

    def file(self, position: int) -> int:
        """Return the number of an open file."""
        found = _HELD.match(self.given[position])
        assert found, self  # noqa: S101
        return int(found[1])

    def number(self, position: int) -> int:
        """Return a number."""
        return int(self.given[position])

    def data(self, position: int) -> bytes:
        """Return bytes that were written."""
        found = _TEXT.search(self.given[position])
        return _bytes(found[1]) if found else b""

    def path(self, position: int) -> Path:
        """Return a path."""
        return Path(self.data(position).decode())


def is_here() -> bool:
    """Return whether this computer has strace."""
    return shutil.which("strace") is not None


def recording(into: Path, calls: Sequence[str] = CHANGING) -> tuple[str, ...]:
    """Return what stands before a command whose calls are written down."""
    known = ",".join(f"?{name}" for name in calls)
    options = ("-f", "--seccomp-bpf", "-y", "-xx", "-s", "4000000")  # other calls are not slowed
    return ("strace", *options, "-o", str(into), "-e", f"trace={known}")


def calls_in(record: Path) -> Iterator[Call]:
    """Return the calls that went well; those of several threads are told as one row."""
    begun: dict[str, str] = {}
    with record.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            found = _CALL.match(_joined(line, begun))
            if found and int(found[3]) >= 0:
                yield Call(found[1], tuple(found[2].split(", ")), int(found[3]))


def _joined(line: str, begun: dict[str, str]) -> str:
    """Join the two halves of a call in whose middle another thread was heard."""
    thread = line.partition(" ")[0]
    if "<unfinished ...>" in line:
        begun[thread] = line.partition("<unfinished ...>")[0].rstrip()
        return ""
    if "resumed>" in line:
        return begun.pop(thread, "") + line.partition("resumed>")[2]
    return line


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
