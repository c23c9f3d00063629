"""What is kept of a picture or hand-out, and what is refused."""

import contextlib
import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from homejournal.domain.errors import MediaRefusal, MediaRefusedError
from homejournal.exchange.media_files import (
    JPEG,
    MOST_PDF_BYTES,
    MOST_PICTURE_BYTES,
    PDF,
    kept_file,
    small_picture,
)

_ORIENTATION, _MAKE, _GPS = 0x0112, 0x010F, 0x8825


def a_picture(size=(40, 20), form="PNG", mode="RGB", color=(200, 10, 10), **said):
    out = io.BytesIO()
    Image.new(mode, size, color).save(out, form, **said)
    return out.getvalue()


def opened(data):
    return Image.open(io.BytesIO(kept_file(data).data))


def refusal(data):
    with pytest.raises(MediaRefusedError) as error:
        kept_file(data)
    return error.value.why


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_pictures_of_any_usual_kind_are_kept_as_jpeg(form):
    kept = kept_file(a_picture(form=form))
    assert kept.type == JPEG
    assert (opened(a_picture(form=form)).format, kept.data[:2]) == ("JPEG", b"\xff\xd8")


def test_place_camera_and_time_are_gone_and_the_picture_stands_upright():
    exif = Image.Exif()
    exif[_ORIENTATION], exif[_MAKE] = 6, "A telephone"
    exif.get_ifd(_GPS)[2] = (48.0, 12.0, 30.0)
    data = a_picture((40, 20), "JPEG", exif=exif, comment=b"At grandma's")
    kept = kept_file(data).data
    assert b"telephone" in data
    assert b"telephone" not in kept
    assert b"grandma" not in kept
    assert b"Exif" not in kept
    assert not opened(data).getexif()
    assert opened(data).size == (20, 40)


def test_a_large_picture_becomes_at_most_1600_pixels_and_a_small_one_stays():
    assert opened(a_picture((4000, 1000), "JPEG")).size == (1600, 400)
    assert opened(a_picture((1, 1))).size == (1, 1)


def test_a_picture_is_made_small_for_a_list():
    assert Image.open(io.BytesIO(small_picture(a_picture((900, 600)), 96))).size == (96, 64)
    assert Image.open(io.BytesIO(small_picture(a_picture(), 96))).size == (40, 20)


def test_what_is_no_picture_is_not_made_small():
    with pytest.raises(MediaRefusedError) as error:
        small_picture(b"%PDF-1.7", 96)
    assert error.value.why is MediaRefusal.UNREADABLE


def test_what_is_see_through_becomes_white():
    data = a_picture(mode="RGBA", color=(0, 0, 0, 0))
    assert opened(data).getpixel((5, 5)) == (255, 255, 255)


def test_a_pdf_is_kept_as_it_is():
    data = b"%PDF-1.7 whatever"
    assert (kept_file(data).data, kept_file(data).type) == (data, PDF)


def a_chunk(name, data):
    crc = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + crc


def huge_png(wide, high):
    """A few bytes that say they are a picture of so many pixels."""
    head = a_chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + a_chunk(b"IDAT", zlib.compress(b"0"))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", MediaRefusal.EMPTY),
        (b"MZ\x90\x00 a program with another name", MediaRefusal.UNREADABLE),
        (b"<svg onload='alert(1)'/>", MediaRefusal.UNREADABLE),
        (a_picture((300, 300), "JPEG")[:-700], MediaRefusal.UNREADABLE),
        (b"%PDF-" + bytes(MOST_PDF_BYTES), MediaRefusal.TOO_LARGE),
        (bytes(MOST_PICTURE_BYTES + 1), MediaRefusal.TOO_LARGE),
        (huge_png(60_000, 60_000), MediaRefusal.TOO_MANY_PIXELS),
        (huge_png(20_000, 6_000), MediaRefusal.TOO_MANY_PIXELS),
        (huge_png(12_000, 7_000), MediaRefusal.TOO_MANY_PIXELS),
    ],
    ids=[
        "empty",
        "program",
        "svg",
        "cut",
        "large pdf",
        "large picture",
        "bomb",
        "more pixels",
        "many pixels",
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_reason(data, why):
    assert refusal(data) is why


@given(st.binary(max_size=200), st.sampled_from([b"", a_picture(), a_picture(form="JPEG")]))
def test_any_bytes_are_kept_or_refused(data, before):
    with contextlib.suppress(MediaRefusedError):
        assert kept_file(before[: len(before) // 2] + data).data
