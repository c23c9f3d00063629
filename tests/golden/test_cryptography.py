"""What was ever sealed opens for ever, and is read here once more by the bare primitives.

The forms stand here a second time, as the documents of the formats tell them: a constant that
changes in the code would else change in both places unseen.
"""

import hashlib
import hmac
import json
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from homejournal.domain.safe.passwords import read_letters
from homejournal.exchange.batch_file import read_batch
from homejournal.exchange.pack_file import read_pack, read_plain_pack
from homejournal.storage.keys.keys_file import (
    key_by_computer,
    key_by_password,
    key_of,
    read_keys,
    secret_of,
)
from homejournal.storage.media.media_folder import MediaSeal
from tests.golden import make_cryptography as made

HERE = Path(__file__).parent
NAMES = ["sealed-1"]
"""The forms that were ever written, each with the file of its known answers."""
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SHA = hashlib.sha256(made.PHOTO).hexdigest()


@pytest.fixture(params=NAMES)
def known(request) -> dict[str, str]:
    return json.loads((HERE / f"{request.param}.json").read_text("utf-8"))


@pytest.fixture
def keys(known, tmp_path):
    (tmp_path / "keys.json").write_text(known["keys_json"], encoding="ascii")
    return read_keys(tmp_path / "keys.json")


def test_the_newest_form_is_written_as_it_was():
    """Every byte of it, where the random numbers are known."""
    told = json.loads((HERE / f"{NAMES[-1]}.json").read_text("utf-8"))
    assert made.sealed() == {name: told[name] for name in told if name != "sealed_pack"}


def test_locked_keys_open_by_the_password_and_by_the_keyring(known, keys, tmp_path):
    assert key_by_password(keys, made.PASSWORD, tmp_path) == made.KEY
    secret = bytes.fromhex(known["secret"])
    assert key_by_computer(keys, UUID(known["computer"]), secret, tmp_path) == made.KEY


def test_locked_keys_are_what_their_document_says(known):
    told = json.loads(known["keys_json"])
    password, computer = told["slots"]
    stretched = Argon2id(
        salt=bytes.fromhex(password["salt"]),
        length=32,
        iterations=password["passes"],
        lanes=password["lanes"],
        memory_cost=password["memory_kib"],
    ).derive(made.PASSWORD.encode())
    journal = UUID(told["journal"]).bytes
    bound = b"homejournal keys 1\0" + journal + b"\0password\0" + bytes.fromhex(password["salt"])
    nonce, sealed = (bytes.fromhex(password[name]) for name in ("nonce", "sealed"))
    assert AESGCM(stretched).decrypt(nonce, sealed, bound) == bytes(range(32))
    bound = b"homejournal keys 1\0" + journal + b"\0computer\0" + UUID(computer["id"]).bytes
    nonce, sealed = (bytes.fromhex(computer[name]) for name in ("nonce", "sealed"))
    opened = AESGCM(bytes.fromhex(known["secret"])).decrypt(nonce, sealed, bound)
    assert opened == bytes(range(32))
    plain = json.dumps({one: told[one] for one in told if one != "sum"}, sort_keys=True)
    tight = plain.replace(": ", ":").replace(", ", ",")
    assert told["sum"] == hashlib.sha256(tight.encode()).hexdigest()


def test_the_letters_of_a_sheet_are_the_key_in_base_32(known):
    typed = known["letters"].replace(" ", "")
    number = 0
    for letter in typed:
        number = number * 32 + CROCKFORD.index(letter)
    told = number.to_bytes(35, "big")
    assert told[:32] == bytes(range(32)) == read_letters(known["letters"])
    assert told[32:] == hashlib.sha256(b"homejournal recovery sheet 1" + told[:32]).digest()[:3]
    salt = hmac.digest(told[:32], b"homejournal: how an encrypted file begins 1", "sha256")[:16]
    assert key_of(told[:32]) == told[:32] + salt == bytes.fromhex(known["key"])
    assert known["sheet_number"] == f"{int.from_bytes(salt, 'big') % 1_000_000:06}"


def test_a_sealed_photo_is_what_its_document_says(known):
    sealed, secret = bytes.fromhex(known["photo"]), secret_of(made.KEY)
    assert MediaSeal(made.KEY).open(sealed, SHA) == made.PHOTO
    assert MediaSeal(made.KEY).has_named(known["photo_name"], sealed)
    own = hmac.digest(secret, b"homejournal: bytes of media 1", "sha256")
    assert sealed[:4] == b"HJM1"
    opened = ChaCha20Poly1305(own).decrypt(sealed[4:16], sealed[16:], b"HJM1" + SHA.encode())
    assert opened == made.PHOTO
    naming = hmac.digest(secret, b"homejournal: names of media 1", "sha256")
    name = hmac.digest(naming, SHA.encode(), "sha256").hex()
    assert known["photo_name"] == f"{name}.sealed"


def test_a_batch_is_what_its_document_says(known):
    data = bytes.fromhex(known["batch"])
    assert read_batch(data, made.SHARING, made.JOURNAL) == made.batch()
    head, salt, sealed, signature = data[:76], data[76:108], data[108:-64], data[-64:]
    Ed25519PublicKey.from_public_bytes(head[44:76]).verify(signature, data[:-64])
    derived = HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"homejournal batch 1")
    opening = ChaCha20Poly1305(derived.derive(made.SHARING))
    told = json.loads(opening.decrypt(bytes(12), sealed, head + salt))
    assert head == b"HJB1" + made.JOURNAL.bytes + made.DEVICE.bytes + bytes(7) + b"\3" + head[44:76]
    assert told["home"] == str(made.HOME)
    assert (
        hashlib.sha256(told["revisions"][0]["envelope"].encode()).hexdigest() == known["revision"]
    )


def test_a_pack_opens_by_its_words_and_tells_what_it_told(known):
    sealed = bytes.fromhex(known["sealed_pack"])
    assert sealed.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert read_pack(sealed, made.WORDS) == read_plain_pack(known["plain_pack"].encode())
    assert read_plain_pack(known["plain_pack"].encode()) == made.pack()
    head = json.loads(known["plain_pack"].splitlines()[0])
    assert (head["format"], head["schema"]) == ("homejournal-pack", 1)
    assert head["invitation"]["key"] == made.SHARING.hex()
