"""Takes out of ICU's tables what Qt never asks: 23 of 32 MB.

Qt asks ICU to sort file names and to know converters by name. The words for currencies, countries,
units and zones, where a word of Thai ends, and the pages of old codes are for other programs. The
library is made anew from what stays, with the same name and the same one symbol, so any other build
of ICU or Qt can take its place.
"""

import struct
from collections.abc import Callable
from pathlib import Path

_MAGIC, _MAGIC_AT = b"\xda\x27", 2
_FORMAT, _FORMAT_AT = b"CmnD", 12
_ALIGNED = 16
_STAYS_IN = ("", "coll")
_STAYS_AS = (".res", ".icu", ".nrm")
_SOURCE = """
.section .rodata
.globl {symbol}
.type {symbol}, %object
.balign 16
{symbol}: .incbin "{tables}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", %progbits
"""
Run = Callable[[list[str]], object]


def trim(library: Path, run: Run, seen: Callable[[Path], str]) -> None:
    """Put a smaller libicudata in the place of a library; `run` has `as` and `ld`.

    `seen` tells a path as these have it.
    """
    package = package_in(library.read_bytes())
    tables, source, parts = (library.with_name(f"tables.{end}") for end in ("dat", "s", "o"))
    tables.write_bytes(trimmed(package))
    symbol = f"icudt{library.name.rpartition('.')[2]}_dat"
    source.write_text(_SOURCE.format(symbol=symbol, tables=seen(tables)), encoding="utf-8")
    run(["as", "-o", seen(parts), seen(source)])
    named = ["-shared", "-soname", library.name, "-Bsymbolic", "--hash-style=gnu"]
    run(["ld", *named, "-z", "noexecstack", "-o", seen(library), seen(parts)])
    for made in (tables, source, parts):
        made.unlink()


def package_in(library: bytes) -> bytes:
    """Return ICU's package of tables from the library that holds nothing else.

    ValueError where there is none. Its form: icu-project.org, "ICU Data", source ucmndata.h.
    """
    at = library.find(_FORMAT) - _FORMAT_AT
    if at < 0 or library[at + _MAGIC_AT : at + 4] != _MAGIC:
        raise ValueError("no package of ICU's tables is in this file")
    return library[at:]


def trimmed(package: bytes) -> bytes:
    """Return a package with only the tables that Qt asks for."""
    (head,) = struct.unpack_from("<H", package)
    kept = [(name, data) for name, data in _tables(package, head) if is_asked_for(name.decode())]
    names_at = 4 + 8 * len(kept)
    data_at = names_at + sum(len(name) + 1 for name, _data in kept)
    index, names, tables = bytearray(struct.pack("<I", len(kept))), bytearray(), bytearray()
    data_at += -data_at % _ALIGNED
    for name, data in kept:
        index += struct.pack("<II", names_at + len(names), data_at + len(tables))
        names += name + b"\0"
        tables += data + bytes(-len(data) % _ALIGNED)
    return bytes(package[:head] + (index + names).ljust(data_at, b"\0") + tables)


def is_asked_for(name: str) -> bool:
    """Return whether Qt needs a table: "icudt73l/coll/es.res"."""
    folder, _, file = name.partition("/")[2].rpartition("/")
    return folder in _STAYS_IN and file.endswith(_STAYS_AS)


def _tables(package: bytes, head: int) -> list[tuple[bytes, bytes]]:
    """Return the name and the bytes of each table; the last one ends with the package."""
    (count,) = struct.unpack_from("<I", package, head)
    index = [struct.unpack_from("<II", package, head + 4 + 8 * place) for place in range(count)]
    ends = [head + begin for _name, begin in index[1:]] + [len(package)]
    names = [package[head + at : package.index(b"\0", head + at)] for at, _begin in index]
    return [
        (name, package[head + begin : end])
        for name, (_at, begin), end in zip(names, index, ends, strict=True)
    ]
