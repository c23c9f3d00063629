"""Makes odd values and odd files that keep the outer form, so that their inside is reached.

`mutating.py` spoils bytes, which most doors refuse at their first look. Here the form is kept: JSON
is JSON, a revision has the id of its bytes, a zip file its directory, a picture its sums.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from random import Random
from typing import Any
from uuid import UUID

from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.record import Kind

DEPTHS = (1, 5, 39, 40, 41, 100, 200, 330, 480, 495, 900, 990, 1_500, 20_000)
DAYS = ("0001-01-01", "0001-01-05", "2026-02-29", "2026-03-10", "9999-12-27", "9999-12-31")
TEXTS = (
    *("", " ", "x", "é", "\u0635\u0628\u0627\u062d", "a" * 30_000, "\u202e", "\u0000", "\ud800"),
    *("NaN", "1e999", "-0", "5.5", "0.0000000000001", "9" * 40, "24:00", "12:30", "did_it", "help"),
    *("2026-03-10T20:30:00+00:00", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59"),
    *("=1+1", "../../x", "%s{n}{}", "<b>", "#let x = 1", "true", "null", "{", "[[", "homejournal"),
)
NUMBERS = (0, 1, 2, 3, 5, -1, 255, 2**31, 2**53 - 1, 2**53, 2**63, 10**30, 0.5, 1e308, True, None)
_READ = ("child", "strategy", "practice", "helper", "note", "flags", "day", "from", "more", "name")
"""What a program may look for in any record, whether or not its kind knows it."""
_KEYS = ("id", "", "rev", "child", "strategy", "private_note", "sha256", "text", "a" * 2_000)


class Raw(str):
    """JSON that stands as it is, since no value of Python would be written so."""


_IDS = tuple(str(UUID(int=number)) for number in (0, 1, 5, 71, 2**127))
_RAW = tuple(map(Raw, ("NaN", "-Infinity", "1" * 5_000, '{"a":1,"a":2}', "1.0", "{", "")))


def value(chance: Random, deep: int = 3) -> Any:  # noqa: ANN401 (any JSON)
    """Return any value."""
    if deep and chance.random() < 0.35:
        inside = [value(chance, deep - 1) for _ in range(chance.randrange(4))]
        keys = chance.sample(_KEYS, len(inside))
        return chance.choice((inside, dict(zip(keys, inside, strict=True))))
    if chance.random() < 0.15:
        return nested(chance.choice(DEPTHS), chance)
    return chance.choice(chance.choice((NUMBERS, DAYS, _IDS, _RAW, TEXTS, TEXTS)))


def nested(levels: int, chance: Random) -> Raw:
    """Return lists or objects in each other."""
    begin, end = chance.choice((("[", "]"), ('{"a":', "}"), ('[{"child":', "}]")))
    inside = chance.choice(("1", "null", '"x"'))
    return Raw(begin * levels + inside + end * levels)


def json_text(told: Any) -> str:  # noqa: ANN401 (any JSON)
    """Return the text of values, in the canonical form as far as they have one."""
    if isinstance(told, Raw):
        return str(told)
    if isinstance(told, dict):
        items = sorted((str(name), one) for name, one in told.items())
        return "{" + ",".join(f"{json_text(name)}:{json_text(one)}" for name, one in items) + "}"
    if isinstance(told, list):
        return "[" + ",".join(map(json_text, told)) + "]"
    return json.dumps(told, ensure_ascii=False)


def as_bytes(text: str) -> bytes:
    """Return a text in UTF-8, halves of letters included."""
    return text.encode("utf-8", "surrogatepass")


def odd(told: Any, chance: Random) -> Any:  # noqa: ANN401 (any JSON)
    """Return values some of whose parts are others, at any depth."""
    made = told
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        made = _changed(made, chance)
    return made


def _changed(told: Any, chance: Random) -> Any:  # noqa: ANN401 (any JSON)
    if isinstance(told, Raw) or not isinstance(told, dict | list) or not told:
        return value(chance)
    if chance.random() < 0.25:
        return value(chance) if chance.random() < 0.1 else _around(told, chance)
    at: Any = chance.choice(list(told)) if isinstance(told, dict) else chance.randrange(len(told))
    inside = value(chance) if chance.random() < 0.3 else _changed(told[at], chance)
    if isinstance(told, dict):
        return {**told, at: inside}
    return [*told[:at], inside, *told[at + 1 :]]


def _around(told: Any, chance: Random) -> Any:  # noqa: ANN401 (any JSON)
    """Return an object or list with something more, less, or twice."""
    if isinstance(told, list):
        at = chance.randrange(len(told))
        return chance.choice(
            (told[:at] + told[at + 1 :], [*told, told[at]], [*told, value(chance)])
        )
    less = dict(told)
    less.pop(chance.choice(list(told)))
    return chance.choice((less, {**told, chance.choice(_KEYS): value(chance)}))


_PHOTO = {"sha256": "0" * 64, "name": "x.jpg", "type": "image/jpeg", "strategy": _IDS[1]}


def fields(sound: list[tuple[Kind, dict[str, Any]]], chance: Random) -> tuple[str, str]:
    """Return a kind and the text of its fields, odd in some way; mostly one that is known."""
    kind, told = chance.choice(sound) if chance.random() < 0.75 else (Kind.MEDIA, _PHOTO)
    name = str(kind) if chance.random() < 0.95 else chance.choice((*map(str, KINDS), "shape", ""))
    match chance.randrange(10):
        case 0:
            made: Any = told
        case 1 | 2 | 3:
            made = {**told, chance.choice(_READ): value(chance)}
        case 4 | 5:
            made = {**told, chance.choice(list(told)): nested(chance.choice(DEPTHS), chance)}
        case 6 | 7:
            made = value(chance)
        case _:
            made = odd(told, chance)
    return name, json_text(made)


def archive(files: dict[str, bytes], chance: Random) -> bytes:
    """Return a zip file with odd entries; its directory fits."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name, data in _entries(files, chance):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = chance.choice((0, 8, 8, 8, 12, 14))
            info.extra = chance.choice((b"", b"", b"\x01\x00\x08\x00" + bytes(8), bytes(40)))
            opened.writestr(info, data)
        opened.comment = chance.choice((b"", b"x" * 60_000))
    raw = bytearray(made.getvalue())
    if chance.random() < 0.5:
        _patch_heads(raw, chance)
    return bytes(raw)


def _entries(files: dict[str, bytes], chance: Random) -> Iterator[tuple[str, bytes]]:
    names = list(files)
    for name in names:
        yield _name(name, chance), table(files[name], chance)
    for _ in range(chance.choice((0, 0, 1, 200))):
        yield _name(chance.choice(names), chance), b""


def _name(name: str, chance: Random) -> str:
    odd_names = ("../" + name, "a/b/" + name, "__MACOSX/" + name, name + "/", "xl/workbook.xml", "")
    return name if chance.random() < 0.9 else chance.choice(odd_names)


def _patch_heads(raw: bytearray, chance: Random) -> None:
    """Change a field of a local or central head: flags, method, sizes, lengths, places."""
    for mark, size in ((b"PK\x03\x04", 30), (b"PK\x01\x02", 46), (b"PK\x05\x06", 22)):
        at = raw.find(mark)
        if at >= 0 and chance.random() < 0.6:
            where = at + 4 + chance.randrange(size - 8)
            raw[where : where + 4] = chance.choice((bytes(4), b"\xff" * 4, chance.randbytes(4)))


def table(data: bytes, chance: Random) -> bytes:
    """Return a table with odd cells, columns, quotes, signs and letters."""
    text = data.decode("utf-8-sig", "replace")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    for _ in range(chance.choice((0, 1, 1, 4))):
        if rows:
            row = chance.choice(rows)
            row[chance.randrange(len(row) + 1) :] = [_cell(chance), *row[chance.randrange(9) :]]
    if chance.random() < 0.1:
        rows += rows * chance.choice((1, 50))
    out = io.StringIO(newline="")
    sign = chance.choice(",,,;\t|")
    csv.writer(
        out, delimiter=sign, quotechar=chance.choice('"""\''), lineterminator="\r\n"
    ).writerows(rows)
    made = out.getvalue().encode(
        chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16")), "replace"
    )
    return made + chance.choice((b"", b"", b'"', b"\x00", b"\r"))


def _cell(chance: Random) -> str:
    made = value(chance)
    return made if isinstance(made, str) else json_text(made)
