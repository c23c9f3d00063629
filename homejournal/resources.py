"""Where the files that come with the program are: fonts, icons, catalogues, the example family."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a bundled file or folder; it is not checked whether it exists.

    An installed program carries the folder inside the package, a source checkout beside it.
    """
    packed = _HERE / "_resources"
    base = packed if packed.is_dir() else _HERE.parent / "resources"
    return base.joinpath(*parts)
