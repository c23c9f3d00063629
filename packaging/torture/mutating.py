"""Spoils files, knowing how they are built: bytes, lines, and the values of JSON."""

import json
import re
from random import Random
from typing import Any

NASTY = (
    *('"', "{", "}", "[", "]", ",", ":", "null", "true", "NaN", "Infinity", "-0", "1e999", '""'),
    *("99999999999999999999", "\\u0000", "\\ud800", '"2026-02-30"', '"9999-99-99"', "[" * 2000),
    *("<script>", "'; DROP TABLE revision;--", "\u202e", "0", "-1", '"schema": 99', "\x00"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**31, 2**63, 10**30, "", " ", "x" * 100_000, [], {}, [[]], {"": 1}),
    *("\u202e", "2026-02-30", "0000-00-00", "00000000-0000-0000-0000-000000000000", "../../x"),
    *("12345678901234567890", "-5", "1e999", "=1+1", ["x"] * 50, {"id": {"id": {}}}),
)
_WORD = re.compile(rb'"[^"]*"|\d+')
_TIMES = (1, 1, 1, 2, 4, 16)
_LENGTHS = (1, 4, 40)
_LETTERS = (0, 48, 65, 0x202E, 0xD800, 0xFFFF)


def spoiled(data: bytes, chance: Random) -> bytes:
    """Return bytes that differ somewhere: as a disk, a mail program or a hand could change them."""
    made = bytearray(data)
    for _ in range(chance.choice(_TIMES)):
        _spoil(made, chance)
    return bytes(made)


def _spoil(made: bytearray, chance: Random) -> None:
    where, word = chance.randrange(len(made) + 1), chance.choice(NASTY).encode("utf-8")
    match chance.randrange(7):
        case 0 if made:
            made[where % len(made)] ^= 1 << chance.randrange(8)
        case 1:
            made[where:where] = word
        case 2:
            del made[where : where + chance.choice(_LENGTHS)]
        case 3:
            begin = chance.randrange(len(made) + 1)
            made[where:where] = made[begin : begin + chance.choice((5, 50, 200))]
        case 4:
            del made[where:]
        case 5:
            made[where : where + chance.choice(_LENGTHS)] = word
        case _:
            _replace_a_word(made, word, chance)


def _replace_a_word(made: bytearray, word: bytes, chance: Random) -> None:
    found = list(_WORD.finditer(made))
    if found:
        chosen = chance.choice(found)
        made[chosen.start() : chosen.end()] = word


def spoiled_json(data: bytes, chance: Random) -> bytes:
    """Return a JSON text some of whose values are others, missing, twice there or elsewhere."""
    value = json.loads(data)
    for _ in range(chance.choice(_TIMES[:5])):
        places = _places(value)
        if not places:
            break
        _spoil_value(*chance.choice(places), chance, value)
    return json.dumps(value, ensure_ascii=chance.random() < 0.5).encode(errors="surrogatepass")


def _places(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 (any JSON)
    """Return where a value can be changed: what holds it, and under which name or number."""
    found: list[tuple[Any, Any]] = []
    waiting: list[Any] = [value]
    while waiting:
        one = waiting.pop()
        names: list[Any] = list(one) if isinstance(one, dict) else list(range(len(one)))
        found += [(one, name) for name in names]
        waiting += [one[name] for name in names if isinstance(one[name], dict | list)]
    return found


def _spoil_value(holds: Any, name: Any, chance: Random, whole: Any) -> None:  # noqa: ANN401
    match chance.randrange(5):
        case 0:
            holds[name] = chance.choice(VALUES)
        case 1:
            del holds[name]
        case 2 if isinstance(holds, dict):
            holds[chance.choice(("more", "id", "rev", "text", ""))] = holds[name]
        case 3:
            other, theirs = chance.choice(_places(whole))
            taken = other[theirs]
            if not isinstance(taken, dict | list):
                holds[name] = taken
        case _ if isinstance(holds[name], str) and holds[name]:
            letters = list(holds[name])
            letters[chance.randrange(len(letters))] = chr(chance.choice(_LETTERS))
            holds[name] = "".join(letters)
