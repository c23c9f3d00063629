"""Few bytes that become many, or ask for more work than a computer has."""

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import partial

from homejournal.exchange.journal_csv import packed, unpacked
from homejournal.exchange.media_files import kept_file
from homejournal.exchange.pack_file import read_pack, read_plain_pack

Case = tuple[str, Callable[[], object]]


def bombs(plain: bytes) -> Iterator[Case]:
    """Few bytes that become many, or many that become more."""
    head = plain.split(b"\n")[0]
    numbers = b'{"envelope": [' + b"0," * (12 << 20) + b"0]}"
    for name, more in (
        ("a list of numbers", numbers),
        ("a depth of a million", b"[" * 1_000_000),
        ("half a million lines", b"{}\n" * 500_000),
        ("a text of 60 MiB", b'{"envelope": "' + b"a" * (60 << 20) + b'"}'),
        ("a number of a million digits", b'{"envelope": ' + b"1" * 1_000_000 + b"}"),
    ):
        yield f"a pack with {name}", partial(read_plain_pack, head + b"\n" + more + b"\n")
    zeros = packed({"notes.csv": bytes(400 << 20)})
    yield f"{len(zeros) >> 10} KiB that become 400 MiB", partial(unpacked, zeros)
    for doublings in (21, 24, 60):
        sealed = b"age-encryption.org/v1\n-> scrypt uJEgeh7TCSH8ThXcfkCXzw %d\n" % doublings
        body = (
            sealed
            + b"SW+9Qb3eCMTMK3m6QSme3N3A4fwoVbuZAAAAAAAAAAA\n--- "
            + b"A" * 43
            + b"\n"
            + b"x" * 60
        )
        yield f"a pack that asks for 2^{doublings} of work", partial(read_pack, body, "four words")


def pictures() -> Iterator[Case]:
    """Pictures of few bytes and very many points."""
    for wide, high in ((60_000, 60_000), (8_900, 8_900), (5_900, 5_900), (2**31 - 1, 1)):
        for colors, channels in ((2, 3), (6, 4)):
            yield (
                f"a PNG of {wide} × {high}, {channels}",
                partial(kept_file, _png(wide, high, colors)),
            )
    yield (
        "a GIF of 65535 × 65535",
        partial(kept_file, b"GIF89a\xff\xff\xff\xff\x80\0\0" + b"\0" * 60),
    )


def _png(wide: int, high: int, colors: int) -> bytes:
    """Return a picture whose points are all black, a small part of it written out."""
    packer, channels = zlib.compressobj(1), {2: 3, 6: 4}[colors]
    row = bytes(1 + min(wide, 100_000) * channels)
    data = b"".join(packer.compress(row) for _ in range(min(high, 9_000))) + packer.flush()
    head = struct.pack(">IIBBBBB", wide, high, 8, colors, 0, 0, 0)
    into = io.BytesIO(b"\x89PNG\r\n\x1a\n")
    into.seek(0, io.SEEK_END)
    for kind, content in ((b"IHDR", head), (b"IDAT", data), (b"IEND", b"")):
        summed = struct.pack(">I", zlib.crc32(kind + content))
        into.write(struct.pack(">I", len(content)) + kind + content + summed)
    return into.getvalue()
