"""A disk in memory that forgets, at a power cut, whatever was not synced.

Of a file's later writes any sectors may have arrived, torn or as garbage; of what was made, renamed
or taken away in a folder, any first part. Nothing is assumed that no file system promises: syncing
a file does not sync its name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from torture.system_calls import Call

SECTOR = 512
_READ_ONLY, _CREATE, _EXCLUSIVE, _EMPTIED = "O_RDONLY", "O_CREAT", "O_EXCL", "O_TRUNC"
_ALL, _NOTHING, _GARBAGE = 0.4, 0.2, 0.05
Write = tuple[int, bytes]
Entry = tuple[str, "Node | None"]


@dataclass(eq=False, slots=True)
class Node:
    """A file or a folder: what is on the disk, and what is still on its way there.

    A write of (-1, …) sets the length to the number of its bytes, as text.
    """

    is_folder: bool
    now: bytearray = field(default_factory=bytearray)
    kept: bytearray = field(default_factory=bytearray)
    later: list[Write] = field(default_factory=list)
    names: dict[str, "Node"] = field(default_factory=dict)
    kept_names: dict[str, "Node"] = field(default_factory=dict)
    later_names: list[tuple[Entry, ...]] = field(default_factory=list)

    def write(self, where: int, data: bytes) -> None:
        """Write bytes, or set the length."""
        _apply(self.now, (where, data))
        self.later.append((where, data))

    def rename(self, *entries: Entry) -> None:
        """Change names in this folder, all at once."""
        _apply_names(self.names, entries)
        self.later_names.append(entries)

    def sync(self) -> None:
        """Bring all of it to the disk."""
        for one in self.later:
            _apply(self.kept, one)
        for entries in self.later_names:
            _apply_names(self.kept_names, entries)
        self.later.clear()
        self.later_names.clear()

    def after_power_cut(self, chance: Random) -> bytes:
        """Return the bytes that a power cut could leave."""
        left, how = bytearray(self.kept), chance.random()
        if how < _NOTHING:
            return bytes(left)
        for one in self.later:
            if how < _ALL:
                _apply(left, one)
            elif one[0] < 0:
                if chance.random() < 0.5:
                    _apply(left, one)
            else:
                _apply_sectors(left, one, chance)
        return bytes(left)

    def names_after_power_cut(self, chance: Random) -> dict[str, "Node"]:
        """Return the names that a power cut could leave."""
        left = dict(self.kept_names)
        for entries in self.later_names[: chance.randint(0, len(self.later_names))]:
            _apply_names(left, entries)
        return left


class Disk:
    """The folder `root` and all below it, as the calls of a program changed them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._top = Node(is_folder=True)
        self._open: dict[int, Node] = {}
        self._at: dict[int, int] = {}

    def follow(self, call: Call) -> bool:
        """Do to this disk what the program did; return whether it concerned this disk."""
        change = getattr(self, f"_{call.name}", None)
        return bool(change and change(call))

    def after_power_cut(self, chance: Random) -> dict[str, bytes]:
        """Return the files, by their paths below the root, that a power cut could leave."""
        return dict(self._left(self._top, "", chance))

    def _left(self, folder: Node, above: str, chance: Random) -> Iterator[tuple[str, bytes]]:
        for name, node in sorted(folder.names_after_power_cut(chance).items()):
            if node.is_folder:
                yield from self._left(node, f"{above}{name}/", chance)
            else:
                yield f"{above}{name}", node.after_power_cut(chance)

    def _parent(self, path: Path) -> Node | None:
        """Return the folder in which a path stands, or None where it is not on this disk."""
        if not path.is_relative_to(self._root) or path == self._root:
            return None
        node: Node | None = self._top
        for part in path.relative_to(self._root).parts[:-1]:
            node = node.names.get(part) if node else None
        return node

    def _openat(self, call: Call) -> bool:
        return self._opened(call, call.path(1), call.given[2])

    def _opened(self, call: Call, path: Path, flags: str) -> bool:
        self._open.pop(call.answer, None)
        node: Node | None = self._top if path == self._root else None
        if parent := self._parent(path):
            node = parent.names.get(path.name)
            if node is None and _CREATE in flags:
                node = Node(is_folder=False)
                parent.rename((path.name, node))
        if node is None:
            return False
        if _EMPTIED in flags and node.now:
            node.write(-1, b"0")
        self._open[call.answer], self._at[call.answer] = node, 0
        return True

    def _close(self, call: Call) -> bool:
        return self._open.pop(call.file(0), None) is not None

    def _pwrite64(self, call: Call) -> bool:
        node = self._open.get(call.file(0))
        if node:
            node.write(call.number(3), call.data(1)[: call.answer])
        return node is not None

    def _write(self, call: Call) -> bool:
        node = self._open.get(call.file(0))
        if node:
            self._append(call.file(0), node, call.data(1)[: call.answer])
        return node is not None

    def _append(self, file: int, node: Node, data: bytes) -> None:
        node.write(self._at[file], data)
        self._at[file] += len(data)

    def _sendfile(self, call: Call) -> bool:
        """Copy bytes inside the system; the whole file is read from its beginning."""
        into, source = self._open.get(call.file(0)), self._open.get(call.file(1))
        if into and source:
            begin = self._at[call.file(0)]
            self._append(call.file(0), into, bytes(source.now[begin : begin + call.answer]))
        return into is not None

    def _copy_file_range(self, call: Call) -> bool:
        turned = Call("sendfile", (call.given[2], call.given[0]), call.answer)
        return self._sendfile(turned)

    def _lseek(self, call: Call) -> bool:
        self._at[call.file(0)] = call.answer
        return call.file(0) in self._open

    def _ftruncate(self, call: Call) -> bool:
        node = self._open.get(call.file(0))
        if node:
            node.write(-1, call.given[1].encode())
        return node is not None

    def _fsync(self, call: Call) -> bool:
        node = self._open.get(call.file(0))
        if node:
            node.sync()
        return node is not None

    _fdatasync = _fsync

    def _mkdir(self, call: Call) -> bool:
        path = call.path(0)
        if parent := self._parent(path):
            parent.rename((path.name, Node(is_folder=True)))
        return parent is not None

    def _unlink(self, call: Call) -> bool:
        return self._removed(call.path(0))

    def _unlinkat(self, call: Call) -> bool:
        return self._removed(call.path(1))

    _rmdir = _unlink

    def _removed(self, path: Path) -> bool:
        if parent := self._parent(path):
            parent.rename((path.name, None))
        return parent is not None

    def _rename(self, call: Call) -> bool:
        return self._moved(call.path(0), call.path(1))

    def _renameat(self, call: Call) -> bool:
        return self._moved(call.path(1), call.path(3))

    _renameat2 = _renameat

    def _moved(self, old: Path, new: Path) -> bool:
        here, there = self._parent(old), self._parent(new)
        if here and there and here is there:
            here.rename((old.name, None), (new.name, here.names[old.name]))
        elif here and there:  # the new name may arrive without the old one going, never the reverse
            there.rename((new.name, here.names[old.name]))
            here.rename((old.name, None))
        return here is not None

    def _link(self, call: Call) -> bool:
        return self._linked(call.path(0), call.path(1))

    def _linkat(self, call: Call) -> bool:
        return self._linked(call.path(1), call.path(3))

    def _linked(self, old: Path, new: Path) -> bool:
        here, there = self._parent(old), self._parent(new)
        if here and there:
            there.rename((new.name, here.names[old.name]))
        return there is not None


def _apply(file: bytearray, write: Write) -> None:
    where, data = write
    if where < 0:
        length = int(data)
        del file[length:]
        file.extend(bytes(length - len(file)))
        return
    if len(file) < where:
        file.extend(bytes(where - len(file)))
    file[where : where + len(data)] = data


def _apply_sectors(file: bytearray, write: Write, chance: Random) -> None:
    where, data = write
    for begin in range(0, len(data), SECTOR):
        part, how = data[begin : begin + SECTOR], chance.random()
        if how < 0.5:
            _apply(file, (where + begin, part))
        elif how < 0.5 + _GARBAGE:
            _apply(file, (where + begin, chance.randbytes(len(part))))


def _apply_names(names: dict[str, Node], entries: tuple[Entry, ...]) -> None:
    for name, node in entries:
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node
