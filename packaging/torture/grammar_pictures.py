"""Makes odd pictures: their parts are as long as they say, and their sums fit."""

import struct
import zlib
from random import Random


def picture(chance: Random) -> bytes:
    """Return a picture whose parts are as long as they say, and whose sums fit."""
    return chance.choice((_png, _png, _gif, _tiff, _jpeg, _riff, _bmp))(chance)


_SIDES = (0, 1, 2, 60, 4_000, 30_000, 65_535, 2**31 - 1, 2**32 - 1)


def _png(chance: Random) -> bytes:
    wide, high = chance.choice(_SIDES), chance.choice(_SIDES)
    head = struct.pack(
        ">II5B",
        wide,
        high,
        chance.choice((1, 8, 16, 3)),
        chance.choice((0, 2, 3, 6)),
        0,
        0,
        chance.choice((0, 1)),
    )
    parts: list[tuple[bytes, bytes]] = [(b"IHDR", head)]
    for _ in range(chance.randrange(5)):
        kind = chance.choice(
            (b"PLTE", b"tRNS", b"zTXt", b"iCCP", b"eXIf", b"acTL", b"fcTL", b"iTXt", b"fdAT")
        )
        content = chance.choice(
            (
                b"",
                chance.randbytes(30),
                b"x\0\0" + zlib.compress(bytes(1 << chance.choice((4, 16, 24)))),
            )
        )
        parts.append((kind, content))
    rows = bytes(min(wide, 4_000) * 4 + 1) * min(high, 500)
    parts += [(b"IDAT", zlib.compress(rows, 1)), (b"IEND", b"")][: chance.choice((1, 2, 2, 2))]
    chance.shuffle(parts) if chance.random() < 0.1 else None
    told = (
        struct.pack(">I", len(one)) + kind + one + struct.pack(">I", zlib.crc32(kind + one))
        for kind, one in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


def _gif(chance: Random) -> bytes:
    side = struct.pack("<HH", *(chance.choice(_SIDES) & 0xFFFF for _ in range(2)))
    frame = b"," + bytes(4) + side + b"\0\x02\x02\x4c\x01\0"
    more = chance.choice(
        (
            b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0",
            b"!\xfe\xff" + bytes(255) + b"\0",
            b"!\xf9\x04\0\0\0\0\0",
        )
    )
    return (
        b"GIF89a"
        + side
        + b"\x80\0\0"
        + bytes(6)
        + (more + frame) * chance.choice((0, 1, 3, 2_000))
        + b";"
    )


def _tiff(chance: Random) -> bytes:
    tags = []
    for tag in sorted(
        {256, 257, 258, 259, 262, 273, 277, 278, 279, *chance.sample(range(330, 34_675), 3)}
    ):
        kind = chance.choice((3, 4, 4, 5, 12, 13))
        tags.append(
            struct.pack(
                "<HHII",
                tag,
                kind,
                chance.choice((1, 1, 3, 2**20, 2**32 - 1)),
                chance.choice((*_SIDES, 8, 5, 7)),
            )
        )
    ifd = (
        struct.pack("<H", len(tags))
        + b"".join(tags)
        + struct.pack("<I", chance.choice((0, 8, 2**32 - 1)))
    )
    return b"II*\0" + struct.pack("<I", 8) + ifd + chance.randbytes(200)


def _jpeg(chance: Random) -> bytes:
    sides = struct.pack(">HH", *(chance.choice(_SIDES) & 0xFFFF for _ in range(2)))
    frame = b"\x08" + sides + b"\x03\x01\x22\0\x02\x11\x01\x03\x11\x01"
    exif = b"Exif\0\0" + _tiff(chance)
    parts = [
        (0xE1, exif),
        (0xDB, bytes([0, *range(1, 65)])),
        (chance.choice((0xC0, 0xC2, 0xC9)), frame),
    ]
    parts += [
        (0xC4, bytes([chance.choice((0, 16)), 1, *bytes(15), 0])),
        (0xE2, b"MPF\0" + chance.randbytes(80)),
    ]
    parts += [(0xDA, b"\x03\x01\0\x02\x11\x03\x11\0\x3f\0")]
    told = (b"\xff" + bytes([mark]) + struct.pack(">H", len(one) + 2) + one for mark, one in parts)
    return b"\xff\xd8" + b"".join(told) + chance.randbytes(chance.choice((0, 500))) + b"\xff\xd9"


def _riff(chance: Random) -> bytes:
    inside = b"VP8X" + struct.pack("<I", 10) + chance.randbytes(10)
    for kind in (b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L", b"EXIF"):
        if chance.random() < 0.5:
            content = chance.randbytes(chance.choice((0, 16, 40)))
            inside += kind + struct.pack("<I", len(content)) + content
    return b"RIFF" + struct.pack("<I", len(inside) + 4) + b"WEBP" + inside


def _bmp(chance: Random) -> bytes:
    sides = struct.pack("<II", *(chance.choice(_SIDES) for _ in range(2)))
    rest = struct.pack(
        "<HHIIIIII",
        1,
        chance.choice((1, 4, 8, 24, 32)),
        chance.choice((0, 1, 2, 3)),
        0,
        0,
        0,
        chance.choice((0, 256, 2**32 - 1)),
        0,
    )
    return (
        b"BM"
        + struct.pack("<IHHI", 2_000, 0, 0, 54)
        + struct.pack("<I", 40)
        + sides
        + rest
        + chance.randbytes(1_000)
    )
