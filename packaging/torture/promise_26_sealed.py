"""Looks at all that is sealed: what it costs to open, where it opens, and that none is alike.

The costs are read back from every place where locked keys lie, after each thing that writes them.
"""

import hmac
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from homejournal.domain.errors import WrongPasswordError
from homejournal.domain.safe import passwords
from homejournal.domain.safe.passwords import groups_of
from homejournal.exchange import batch_file
from homejournal.exchange.batch_file import Signer
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.safe.copies.second_place import SecondPlace
from homejournal.services.safe.unlocking import key_by_sheet
from homejournal.storage.file import file_encryption
from homejournal.storage.journal import writer
from homejournal.storage.keys import keys_file
from homejournal.storage.keys.key_copies import KeyCopies
from homejournal.storage.keys.keys_file import Costs, read_keys, secret_of
from homejournal.storage.media import media_folder as media_sealing
from torture import sealing
from torture.frame import Result, Scale
from torture.story import Story, begin, opened

PROMISE = "What is sealed opens for its own key alone, in its own place, at its full cost"
TRIED = "secret numbers, exchanged seals, and costs read back"
_WORDS = ("blanket river seven toast", "another river of toast", "a third river of toast")
_ENOUGH, _LETTERS, _SAVES = 10, 100, 60
"""One sheet in so many makings is typed in with wrong letters, since that takes a while."""


def run(scale: Scale) -> Result:
    wrong, numbers = list(_costs(scale.folder)), sealing.Numbers()
    tried = len(_PLACES) * len(_WORDS)
    for name, does_open in sealing.exchanged():
        tried += 1
        wrong += [f"{name} opens"] * does_open
    key, signer = keys_file.new_key(), Signer(batch_file.new_private_key())
    for at in range(scale.times(full=100_000, quick=300, usual=30)):
        wrong += sealing.one_of_each(numbers, key, signer)
        if at % _LETTERS == 0:
            wrong += sealing.letters_wrong(secret_of(keys_file.new_key()))
        if len(wrong) >= _ENOUGH:
            break
    tried += numbers.made
    lost = min(len(wrong), tried)
    return Result(tried, tried - lost, lost, (f"{numbers.made:,} numbers", *wrong[:_ENOUGH]))


def _costs(folder: Path) -> Iterator[str]:
    """Set a password, change it, and set another by the sheet; look at all keys after each."""
    begin(folder / "journal")
    copies = KeyCopies(folder / "settings")
    with closing(opened(folder / "journal")) as journal:
        story = Story(1)
        while story.done < _SAVES:
            story.tell(journal)
        yield from _salts_of_revisions(journal)
        service = journal.safe.password
        service.copies = copies
        service.finish(service.prepare_on(service.new_key(), _WORDS[0]))
        service.seal_media()
        place = _second_place(journal, folder)
        place.begin()
        place.take(journal.safe.backups.make())
        yield from _told(journal, folder, "set")
        service.change(_WORDS[1], [place])
        yield from _told(journal, folder, "changed")
        letters = " ".join(groups_of(service.secret))
    key = key_by_sheet(folder / "journal", letters)
    with closing(opened(folder / "journal", key)) as journal:
        journal.safe.password.copies = copies
        journal.safe.password.change(_WORDS[2], [_second_place(journal, folder)])
        yield from _told(journal, folder, "set by the sheet")
        yield from _old_words_open(folder)
        yield from sealing.pages_wrong(folder / "journal" / "journal.hj", key)


def _second_place(journal: FamilyJournal, folder: Path) -> SecondPlace:
    chosen = folder / "stick"
    chosen.mkdir(exist_ok=True)
    return journal.safe.backups.second_place(chosen)


def _salts_of_revisions(journal: FamilyJournal) -> Iterator[str]:
    """Without a salt of its own a withheld entry could be guessed from its hash."""
    asked = "SELECT count(salt), count(DISTINCT salt) FROM revision"
    every, different = journal._store.bare.execute(asked).fetchone()  # noqa: SLF001
    if every < _SAVES or different < every:
        yield f"{every} revisions have {different} salts"


_PLACES: dict[str, str] = {
    "beside the journal": "journal/keys.json",
    "beside its copies": "journal/backups/*.keys.json",
    "at the second place": "stick/**/*.keys.json",
    "on this computer": "settings/*.json",
}


def _told(journal: FamilyJournal, folder: Path, when: str) -> Iterator[str]:
    for where, pattern in _PLACES.items():
        files = sorted(folder.glob(pattern))
        if not files:
            yield f"{when}: no keys lie {where}"
        for file in files:
            yield from sealing.costs_wrong(f"{when}, {where}", read_keys(file))
    yield from _used(journal, when)


def _used(journal: FamilyJournal, when: str) -> Iterator[str]:
    """Look with which costs a password is really stretched as it is tried."""
    from cryptography.hazmat.primitives.kdf import argon2

    seen, real = list[tuple[int, int, int]](), argon2.Argon2id

    def noting(**said: Any) -> object:  # noqa: ANN401
        seen.append((said["memory_cost"], said["iterations"], said["lanes"]))
        return real(**said)

    setattr(argon2, "Argon2id", noting)  # noqa: B010
    try:
        journal.safe.password.is_right("something else")
    finally:
        setattr(argon2, "Argon2id", real)  # noqa: B010
    if seen != [sealing.COSTS]:
        yield f"{when}: a try used {seen}"


def _old_words_open(folder: Path) -> Iterator[str]:
    for file in (folder / "journal" / "keys.json", *folder.rglob("*.keys.json")):
        for words in _WORDS[:2]:
            try:
                keys_file.key_by_password(read_keys(file), words, folder)
            except WrongPasswordError:
                continue
            yield f"an old password opens {re.sub('[0-9T-]+', '…', file.name)}"


def _cheap_after_a_change() -> None:
    """Stretch a password far less once it is changed."""
    whole = keys_file._password_slot  # noqa: SLF001
    from homejournal.services.safe import password

    def cheap(slots: Any, key: bytes, words: str, _costs: object = None) -> Any:  # noqa: ANN401
        from dataclasses import replace

        return replace(slots, password=whole(slots.journal, key, words, Costs(8, 3, 1)))

    setattr(password, "with_password", cheap)  # noqa: B010


def _same(module: Any, name: str) -> Callable[[], None]:  # noqa: ANN401
    """Return what lets a module draw the same number each time."""

    def plant() -> None:
        def drawn(count: int) -> bytes:
            return bytes(range(count))

        setattr(module, name, SimpleNamespace(token_bytes=drawn, urandom=drawn))

    return plant


def _bound_to_nothing() -> None:
    """Let a slot open in any place."""
    setattr(keys_file, "_bound", lambda *_: b"")  # noqa: B010


def _photos_bound_to_nothing() -> None:
    """Let a photo open in any place."""
    setattr(media_sealing.MediaSeal, "_bound", staticmethod(lambda _: b""))  # noqa: B010


def _heads_not_sealed() -> None:
    """Leave what stands in front of a seal out of it."""
    from cryptography.hazmat.primitives.ciphers import aead

    class Unbound:
        def __init__(self, key: bytes) -> None:
            self._real = _REAL(key)

        def encrypt(self, nonce: bytes, data: bytes, _bound: bytes | None) -> bytes:
            return self._real.encrypt(nonce, data, None)

        def decrypt(self, nonce: bytes, data: bytes, _bound: bytes | None) -> bytes:
            return self._real.decrypt(nonce, data, None)

    _REAL = aead.ChaCha20Poly1305  # noqa: N806
    setattr(aead, "ChaCha20Poly1305", Unbound)  # noqa: B010


def _signatures_unchecked() -> None:
    """Take any signature for a good one."""
    from cryptography.hazmat.primitives.asymmetric import ed25519

    unchecked = SimpleNamespace(verify=lambda *_: None)
    key = SimpleNamespace(from_public_bytes=lambda _: unchecked)
    setattr(ed25519, "Ed25519PublicKey", key)  # noqa: B010


def _any_compares() -> None:
    """Let every comparison of seals say that they are the same."""
    equal = SimpleNamespace(digest=hmac.digest, compare_digest=lambda *_: True)
    setattr(file_encryption, "hmac", equal)  # noqa: B010


def _copies_keep_old_words() -> None:
    """Let the copies open with the password of before."""
    from homejournal.services.safe import password

    setattr(password, "follow_password", lambda *_: None)  # noqa: B010


def _letters_unchecked() -> None:
    """Read the letters of a sheet without their sum."""

    def unchecked(letters: str) -> bytes:
        number = 0
        for letter in letters:
            number = number << 5 | passwords.LETTERS.index(letter)
        return number.to_bytes(35, "big")[:32]

    setattr(passwords, "_checked", unchecked)  # noqa: B010


def _one_key_for_photos() -> None:
    """Seal photos by a key that is the same in every journal."""
    begins = media_sealing.MediaSeal.__init__

    def same(self: media_sealing.MediaSeal, _key: bytes) -> None:
        begins(self, bytes(48))

    setattr(media_sealing.MediaSeal, "__init__", same)  # noqa: B010


MUTANTS = {
    "cheap_stretching_after_a_change": _cheap_after_a_change,
    "one_nonce_for_all_photos": _same(media_sealing, "os"),
    "one_salt_for_all_batches": _same(batch_file, "secrets"),
    "one_salt_for_all_passwords": _same(keys_file, "secrets"),
    "one_salt_for_all_revisions": _same(writer, "secrets"),
    "slots_bound_to_nothing": _bound_to_nothing,
    "photos_bound_to_nothing": _photos_bound_to_nothing,
    "heads_not_sealed": _heads_not_sealed,
    "signatures_unchecked": _signatures_unchecked,
    "any_seal_compares_as_equal": _any_compares,
    "copies_keep_the_old_password": _copies_keep_old_words,
    "letters_without_their_sum": _letters_unchecked,
    "one_key_for_all_photos": _one_key_for_photos,
}
