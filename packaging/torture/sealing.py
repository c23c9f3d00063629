"""Looks at what is sealed as a thief would, and at each secret number that it was made with.

Each check yields what is wrong, and nothing where all is as it must be. None of them asks the code
what its costs or forms are: those stand here once more.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import JournalError
from homejournal.domain.safe.passwords import SheetTypoError, groups_of, read_letters
from homejournal.exchange.batch_file import (
    Batch,
    BatchFault,
    Signer,
    new_private_key,
    read_batch,
    write_batch,
)
from homejournal.storage.file.file_encryption import has_pages_of
from homejournal.storage.keys.keys_file import (
    Costs,
    KeySlots,
    key_by_computer,
    key_by_password,
    new_key,
    new_slots,
    with_computer,
    with_password,
)
from homejournal.storage.media.media_folder import MediaSeal

COSTS = (64 * 1024, 3, 4)
"""KiB of memory, passes and lanes of Argon2id: what a try of a password takes, wherever it lies."""
_QUICK = Costs(8, 1, 1)
_WORDS, _OTHERS = "blanket river seven toast", "another river of toast"
_JOURNALS = UUID(int=1), UUID(int=2)
_HERE = Path("here")
_PHOTO, _ITS_HASH, _OTHER_HASH = b"\xff\xd8 a photo", "ab" * 32, "cd" * 32
_BATCH = Batch(
    journal=UUID(int=5),
    device=UUID(int=6),
    number=1,
    public=b"",
    home=None,
    through=date(2026, 3, 10),
)
_HEAD, _SALT, _SIGNATURE = 76, 32, 64


class Numbers:
    """All the secret numbers of one kind that were ever made: none comes twice."""

    def __init__(self) -> None:
        self._seen: dict[str, set[bytes]] = {}
        self.made = 0

    def wrong(self, **made: bytes) -> Iterator[str]:
        """Remember numbers, and tell those that were there before, or are all one byte."""
        for name, number in made.items():
            seen = self._seen.setdefault(name, set())
            if number in seen or len(set(number)) == 1:
                yield f"{name.replace('_', ' ')} came twice"
            seen.add(number)
            self.made += 1


def one_of_each(numbers: Numbers, key: bytes, signer: Signer) -> Iterator[str]:
    """Make everything that is sealed once, and look at the numbers it was made with."""
    fresh = new_key()
    slots = new_slots(_JOURNALS[0], fresh, _WORDS, _QUICK)
    changed = with_password(slots, fresh, _OTHERS, _QUICK).password
    computer, id_, secret = with_computer(slots, fresh)
    photo = MediaSeal(key).seal(_PHOTO, _ITS_HASH)
    batch = write_batch(_BATCH, key[:32], signer)
    for slot in (slots.password, changed):
        yield from numbers.wrong(salt_of_a_password=slot.salt, nonce_of_a_password=slot.nonce)
    yield from numbers.wrong(
        key=fresh,
        secret_of_a_computer=secret,
        nonce_of_a_computer=computer.computers[-1].nonce,
        id_of_a_computer=id_.bytes,
        nonce_of_a_photo=photo[4:16],
        salt_of_a_batch=batch[_HEAD : _HEAD + _SALT],
        sealed_batch=batch[_HEAD + _SALT : -_SIGNATURE],
        private_key=new_private_key(),
    )


def costs_wrong(where: str, slots: KeySlots) -> Iterator[str]:
    """Tell where locked keys can be tried for less than they must cost."""
    costs = slots.password.costs
    if (costs.memory, costs.passes, costs.lanes) != COSTS:
        yield f"{where}: a try takes {costs}"


def opens(what: Callable[[], object]) -> bool:
    """Return whether something opens that must not."""
    with suppress(JournalError, ValueError):
        return not isinstance(what(), BatchFault)
    return False


def exchanged() -> Iterator[tuple[str, bool]]:
    """Yield each thing that is put in another one's place, and whether it opens there."""
    yield from _slots_exchanged()
    yield from _photos_exchanged()
    yield from _batches_exchanged()


def _slots_exchanged() -> Iterator[tuple[str, bool]]:
    key = new_key()
    mine, theirs = (new_slots(journal, key, _WORDS, _QUICK) for journal in _JOURNALS)
    moved = replace(theirs, password=mine.password)
    yield (
        "a password's slot in another journal",
        opens(lambda: key_by_password(moved, _WORDS, _HERE)),
    )
    slots, id_, secret = with_computer(mine, key)
    (slot,) = slots.computers
    other = replace(slots, journal=_JOURNALS[1])
    yield (
        "a computer's slot in another journal",
        opens(lambda: key_by_computer(other, id_, secret, _HERE)),
    )
    renamed = replace(slots, computers=(replace(slot, id=UUID(int=9)),))
    yield (
        "a computer's slot under another id",
        opens(lambda: key_by_computer(renamed, UUID(int=9), secret, _HERE)),
    )
    salted = replace(mine, password=replace(mine.password, salt=theirs.password.salt))
    yield "a slot with another salt", opens(lambda: key_by_password(salted, _WORDS, _HERE))
    yield "a slot by other words", opens(lambda: key_by_password(mine, _OTHERS, _HERE))
    yield "a slot by another secret", opens(lambda: key_by_computer(slots, id_, bytes(32), _HERE))


def _photos_exchanged() -> Iterator[tuple[str, bool]]:
    seal, other = MediaSeal(new_key()), MediaSeal(new_key())
    sealed = seal.seal(_PHOTO, _ITS_HASH)
    yield "a photo in another's place", opens(lambda: seal.open(sealed, _OTHER_HASH))
    yield "a photo by another key", opens(lambda: other.open(sealed, _ITS_HASH))
    yield "a photo's name by another key", seal.name(_ITS_HASH) == other.name(_ITS_HASH)
    yield "a photo's name that is its hash", _ITS_HASH in seal.name(_ITS_HASH)
    for at in range(len(sealed)):
        changed = bytearray(sealed)
        changed[at] ^= 1
        yield (
            f"a photo with a changed byte {at}",
            opens(
                lambda made=bytes(changed): seal.open(made, _ITS_HASH)  # type: ignore[misc]
            ),
        )


def _batches_exchanged() -> Iterator[tuple[str, bool]]:
    key, signer, stranger = new_private_key(), Signer(new_private_key()), Signer(new_private_key())
    one, two = (write_batch(replace(_BATCH, number=number), key, signer) for number in (1, 2))

    def reads(data: bytes, by: bytes = key, journal: UUID = _BATCH.journal) -> bool:
        return opens(lambda: read_batch(data, by, journal))

    yield "a batch that is sound does not open", not reads(one)
    yield "a batch by another key", reads(one, new_private_key())
    yield "a batch of another journal", reads(one, journal=UUID(int=4))
    for at in (4, 20, 36, 44, _HEAD, _HEAD + _SALT, len(one) - _SIGNATURE, len(one) - 1):
        changed = bytearray(one)
        changed[at] ^= 1
        yield f"a batch with a changed byte {at}", reads(bytes(changed))
    body = two[:_HEAD] + one[_HEAD:-_SIGNATURE]
    yield "a batch under another's head, signed anew", reads(body + signer.sign(body))
    salted = one[:_HEAD] + two[_HEAD : _HEAD + _SALT] + one[_HEAD + _SALT : -_SIGNATURE]
    yield "a batch with another's salt, signed anew", reads(salted + signer.sign(salted))
    whole = one[:-_SIGNATURE]
    yield "a batch signed by a stranger", reads(whole + stranger.sign(whole))
    zeros = one[:-_SIGNATURE] + bytes(_SIGNATURE)
    yield "a batch signed by nobody", reads(zeros)


def letters_wrong(secret: bytes) -> Iterator[str]:
    """Tell where letters of a sheet are read as others, or with a letter that is wrong."""
    groups = groups_of(secret)
    if read_letters(" ".join(groups)) != secret:
        yield "the letters of a sheet tell another key"
    typed = "".join(groups)
    for at in range(0, len(typed), 5):
        other = "0" if typed[at] != "0" else "1"
        with suppress(SheetTypoError):
            read_letters(typed[:at] + other + typed[at + 1 :])
            yield f"a wrong letter at {at} is read"


def pages_wrong(encrypted: Path, key: bytes) -> Iterator[str]:
    """Tell where an encrypted journal's pages are taken for those of another key."""
    if not has_pages_of(encrypted, key):
        yield "no page is of the journal's own key"
    if has_pages_of(encrypted, new_key()):
        yield "a page is of any key"
