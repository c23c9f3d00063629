"""Ways in which a disk spoils a file."""

from contextlib import closing
from pathlib import Path
from random import Random

import sqlcipher3

PAGE = 4096
KINDS = ("bit", "page", "garbage", "cut", "head", "first page")


def damaged(raw: bytes, kind: str, chance: Random) -> bytes:
    """Return the bytes of a file after one damage of a kind."""
    data = bytearray(raw)
    match kind:
        case "bit":
            at = chance.randrange(len(data) * 8)
            data[at // 8] ^= 1 << at % 8
        case "page":
            at = chance.randrange(len(data) // PAGE) * PAGE
            data[at : at + PAGE] = bytes(PAGE)
        case "garbage":
            at = chance.randrange(len(data) - 16 * PAGE)
            data[at : at + 16 * PAGE] = chance.randbytes(16 * PAGE)
        case "cut":
            del data[chance.randrange(PAGE, len(data)) :]
        case "head":
            data[:100] = bytes(100)
        case "first page":
            data[:PAGE] = bytes(PAGE)
    return bytes(data)


def lose_heads(journal: Path) -> None:
    """Damage a plain journal's file so that a check sees it, and every entry still reads."""
    with closing(sqlcipher3.connect(journal / "journal.hj")) as connection, connection:
        connection.execute("DELETE FROM head")


def spoil(journal: Path, kind: str, seed: int = 1) -> None:
    """Damage a journal's file where it lies."""
    file = journal / "journal.hj"
    file.write_bytes(damaged(file.read_bytes(), kind, Random(seed)))
