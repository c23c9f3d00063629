"""A photo as an iPhone keeps it (HEIC), read in a process of its own: bytes -> a PNG.

The reader is written in C++, and a spoiled file can end its process. That then costs this one
photo, and never what is open here.
"""

import io
import sys
from pathlib import Path

from homejournal.domain.errors import MediaRefusal, MediaRefusedError

READ_HEIC = "read-heic"
"""What `homejournal-cli` is asked for; families never need it."""
TOO_MANY_PIXELS = 3
"""What the process answers where a picture is too large."""
_MOST_PIXELS = 50_000_000
"""Any iPhone's photo has fewer; more would fill the memory."""
_MOST_SECONDS = 60
_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")


def is_heic(data: bytes) -> bool:
    """Return whether a file begins as such photos do."""
    return data[4:8] == b"ftyp" and data[8:12] in _BRANDS


def read_apart(data: bytes, side: int) -> tuple[bytes, int]:
    """Return a PNG of at most so many pixels on each side, and how many pictures the file holds.

    Raises MediaRefusedError, whatever the file does to the process that reads it.
    """
    import subprocess  # a start without such a photo is spared it

    try:
        done = subprocess.run(  # noqa: S603 (our own program)
            [*_reader(), READ_HEIC, str(side)],
            input=data,
            capture_output=True,
            check=False,
            timeout=_MOST_SECONDS,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise MediaRefusedError(MediaRefusal.UNREADABLE) from error
    if done.returncode == TOO_MANY_PIXELS:
        raise MediaRefusedError(MediaRefusal.TOO_MANY_PIXELS)
    pictures, _, png = done.stdout.partition(b"\n")
    if done.returncode or not pictures.isdigit():
        raise MediaRefusedError(MediaRefusal.UNREADABLE)
    return png, int(pictures)


def read_here(data: bytes, side: int) -> bytes:
    """Return the same two things as bytes: the number on a line of its own, then the PNG.

    Only the process of its own does this. Raises MediaRefusedError where there are too many pixels,
    and anything else where the photo cannot be read.
    """
    from pi_heif import open_heif

    photo = open_heif(data, convert_hdr_to_8bit=True)
    wide, high = photo.size
    if wide * high > _MOST_PIXELS:
        raise MediaRefusedError(MediaRefusal.TOO_MANY_PIXELS)
    picture = photo.to_pillow()  # upright: the form itself says how it was held
    picture.thumbnail((side, side))
    picture.info.clear()
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return b"%d\n%s" % (len(photo), out.getvalue())


def _reader() -> list[str]:
    """Return how this program is started without a window."""
    program = Path(sys.executable)
    if getattr(sys, "frozen", False):
        return [str(program.with_name(f"homejournal-cli{program.suffix}"))]
    return [str(program), "-P", "-m", "homejournal.cli.main"]
