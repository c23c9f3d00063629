"""What is kept of a picture or hand-out, and what is refused."""

import contextlib
import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from homejournal.domain.errors import MediaRefusal, MediaRefusedError
from homejournal.exchange.media_files import (
    JPEG,
    MOST_PDF_BYTES,
    MOST_PICTURE_BYTES,
    PDF,
    kept_file,
    picture_for_paper,
    small_picture,
    square_picture,
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


PLACE = b"48.137N 11.575E Marienplatz"
_XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>' + PLACE + b"</exif:GPSLatitude>"
    b"</x:xmpmeta>"
)


def told_of_the_place(form):
    """Return a picture that tells its place in every way that its form has."""
    exif = Image.Exif()
    exif[_MAKE] = PLACE.decode()
    exif.get_ifd(_GPS).update({1: "N", 2: (48.0, 8.0, 13.2), 27: PLACE, 29: "2026:03:10"})
    said = {"exif": exif}
    if form == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Location", PLACE.decode())
        told.add_itxt("XML:com.adobe.xmp", _XMP.decode())
        said["pnginfo"] = told
    else:
        said["xmp"] = _XMP
    if form in {"JPEG", "MPO"}:
        said |= {"comment": PLACE, "icc_profile": PLACE}
    data = a_picture((640, 480), form, **said)
    if form == "JPEG":
        iptc = b"Photoshop 3.0\x00" + PLACE
        data = data[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + data[2:]
    return data + b"trailing " + PLACE


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "MPO"])
def test_no_byte_of_the_place_is_kept_of_any_form(form):
    data = told_of_the_place(form)
    assert data.count(PLACE) >= 2
    kept = kept_file(data).data
    for word in (PLACE, b"Marienplatz", b"48.137", b"GPS", b"Exif", b"xmp", b"Photoshop", b"ICC"):
        assert word not in kept
    assert set(Image.open(io.BytesIO(kept)).info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
    }


def moving(form):
    pictures = [Image.new("RGB", (40, 20), (at * 60, 10, 10)) for at in range(3)]
    out = io.BytesIO()
    pictures[0].save(out, form, save_all=True, append_images=pictures[1:])
    return out.getvalue()


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "TIFF"])
def test_of_a_moving_picture_and_of_several_pages_the_first_is_kept_and_that_is_said(form):
    kept = kept_file(moving(form))
    assert kept.first_only
    assert Image.open(io.BytesIO(kept.data)).size == (40, 20)
    assert Image.open(io.BytesIO(kept.data)).getpixel((3, 3))[0] < 30


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "MPO"])
def test_of_one_picture_nothing_is_left_out(form):
    assert not kept_file(a_picture(form=form)).first_only
    if form == "MPO":
        assert not kept_file(moving(form)).first_only


def test_a_large_picture_becomes_at_most_1600_pixels_and_a_small_one_stays():
    assert opened(a_picture((4000, 1000), "JPEG")).size == (1600, 400)
    assert opened(a_picture((1, 1))).size == (1, 1)


def test_a_picture_is_made_small_for_a_list():
    assert Image.open(io.BytesIO(small_picture(a_picture((900, 600)), 96))).size == (96, 64)
    assert Image.open(io.BytesIO(small_picture(a_picture(), 96))).size == (40, 20)


def test_the_middle_of_a_picture_is_made_a_square():
    data = io.BytesIO()
    wide = Image.new("RGB", (300, 100), (0, 0, 200))
    wide.paste((200, 0, 0), (100, 0, 200, 100))
    wide.save(data, "PNG")
    made = Image.open(io.BytesIO(square_picture(data.getvalue(), 60)))
    assert made.size == (60, 60)
    assert all(made.getpixel((x, 30))[0] > 150 for x in (5, 30, 55))
    with pytest.raises(MediaRefusedError):
        square_picture(b"%PDF-1.7", 60)


def test_a_picture_for_paper_tells_its_size():
    made = picture_for_paper(kept_file(a_picture((1500, 500))).data)
    assert (made.width, made.height) == (900, 300)
    assert Image.open(io.BytesIO(made.jpeg)).size == (900, 300)
    small = picture_for_paper(kept_file(a_picture((30, 20))).data)
    assert (small.width, small.height) == (30, 20)


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
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00a film", MediaRefusal.UNREADABLE),
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
        "film",
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


@pytest.mark.parametrize(
    ("begins", "most"), [(b"%PDF-", MOST_PDF_BYTES), (b"\xff\xd8", MOST_PICTURE_BYTES)]
)
def test_how_large_a_file_may_be_is_told(begins, most):
    with pytest.raises(MediaRefusedError) as refused:
        kept_file(begins + bytes(most))
    assert refused.value.limit << 20 == most


@given(st.binary(max_size=200), st.sampled_from([b"", a_picture(), a_picture(form="JPEG")]))
def test_any_bytes_are_kept_or_refused(data, before):
    with contextlib.suppress(MediaRefusedError):
        assert kept_file(before[: len(before) // 2] + data).data
