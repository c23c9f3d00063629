"""Looks for words in the bytes of files, in every form in which a journal could keep them."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from unicodedata import combining, normalize


def traces(folder: Path, words: str) -> list[tuple[str, str]]:
    """Return the files under a folder that hold the words or a long part of one, and in what form.

    A search index keeps a word without the letters that it shares with the one before it, so parts
    of seven letters are looked for, too.
    """
    forms = list(_forms(words))
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            low = data.lower()
            found += [(path.name, name) for name, form in forms if form in data or form in low]
    return found


def _forms(words: str) -> Iterator[tuple[str, bytes]]:
    plain = "".join(one for one in normalize("NFD", words.lower()) if not combining(one))
    for part in sorted({words, words.lower(), plain, *_parts(words.lower()), *_parts(plain)}):
        yield f"utf-8 {part}", part.encode()
        yield f"utf-16 {part}", part.encode("utf-16-le")
        yield f"json {part}", json.dumps(part).strip('"').encode()
    for skipped in range(3):
        code = base64.b64encode(bytes(skipped) + words.encode())
        yield f"base64 {words}", code[(4 if skipped else 0) : -4]


def _parts(words: str) -> Iterator[str]:
    for word in words.split():
        for at in range(max(len(word) - 6, 0)):
            yield word[at : at + 7]
