"""Photos as an iPhone keeps them: taken as they are, and a spoiled one costs only itself.

The photos were drawn by pillow-heif 1.4. `turned.heic` was held upright and tells its place,
`several.heic` holds three pictures of which the second, green, is the one to show, and
`spoiled.heic` is the first with some changed bytes, at which pi-heif 1.4.0 ends its process.
"""

import io
import struct
import sys
from pathlib import Path

import pytest
from PIL import Image

from homejournal.domain.errors import MediaRefusal, MediaRefusedError
from homejournal.exchange.heic import read_here
from homejournal.exchange.media_files import JPEG, kept_file

PHOTOS = Path(__file__).parent / "photos"


def photo(name="turned"):
    return (PHOTOS / f"{name}.heic").read_bytes()


def told_large():
    """A small file that says it is a picture of 84 million pixels."""
    large = struct.pack(">II", 12_000, 7_000)
    data = photo().replace(b"ispe" + struct.pack(">III", 0, 64, 64), b"ispe" + bytes(4) + large)
    shown = struct.pack(">IIII", 64, 1, 32, 1), struct.pack(">IIII", 12_000, 1, 7_000, 1)
    return data.replace(*(b"clap" + size for size in shown))


def refusal(data):
    with pytest.raises(MediaRefusedError) as error:
        kept_file(data)
    return error.value.why


def test_a_photo_of_a_phone_is_kept_upright_as_jpeg_without_its_place():
    data = photo()
    assert b"Marienplatz" in data
    kept = kept_file(data)
    picture = Image.open(io.BytesIO(kept.data))
    assert (kept.type, kept.first_only, picture.size) == (JPEG, False, (32, 64))
    assert picture.getpixel((16, 8))[0] > 150
    assert picture.getpixel((16, 56))[2] > 150
    for word in (b"Marienplatz", b"telephone", b"Exif", b"xmp"):
        assert word not in kept.data


def test_of_several_pictures_the_one_to_show_is_kept_and_that_is_said():
    kept = kept_file(photo("several"))
    assert kept.first_only
    assert Image.open(io.BytesIO(kept.data)).getpixel((5, 5))[1] > 150


@pytest.mark.parametrize("data", [photo("spoiled"), photo()[:-200], photo()[:24]])
def test_a_spoiled_photo_costs_only_itself(data):
    assert refusal(data) is MediaRefusal.UNREADABLE


def test_a_photo_that_says_it_is_very_large_is_not_read():
    assert refusal(told_large()) is MediaRefusal.TOO_MANY_PIXELS


def test_where_no_process_can_begin_a_photo_cannot_be_read(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    assert refusal(photo()) is MediaRefusal.UNREADABLE


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_packaged_program_asks_the_one_beside_it(monkeypatch, tmp_path):
    beside = tmp_path / "homejournal-cli"
    beside.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m homejournal.cli.main "$@"\n')
    beside.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "homejournal"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert kept_file(photo()).type == JPEG


def test_the_process_answers_how_many_pictures_there_are_and_a_small_one():
    number, _, png = read_here(photo("several"), 16).partition(b"\n")
    assert (number, Image.open(io.BytesIO(png)).size) == (b"3", (16, 8))
    with pytest.raises(MediaRefusedError):
        read_here(told_large(), 16)
