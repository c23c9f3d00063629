"""What a frozen program carries in vain, and how large the rest is.

A library of the system is left to the system, which keeps it safe: the package depends on it. Those
stay that Python's own modules need, and those of X11 that a desktop may well not have.
"""

from collections.abc import Iterable
from pathlib import Path, PurePath, PurePosixPath

MODULES = (
    *(
        "tkinter",
        "_tkinter",
        "sqlite3",
        "_sqlite3",
        "pydoc_data",
        "lib2to3",
        "ensurepip",
        "readline",
    ),
    *("IPython", "pytest", "numpy.f2py", "numpy.testing.tests", "numpy.distutils", "setuptools"),
    *("matplotlib.tests", "matplotlib.testing", "pip", "babel", "hatchling"),
    *("lxml.html", "lxml.isoschematron", "lxml.objectify", "numpy.random", "pydantic.v1"),
    *("PIL._avif", "PIL.AvifImagePlugin", "PIL._imagingtk", "PIL.ImageTk"),
    *(f"_codecs_{code}" for code in ("cn", "hk", "iso2022", "jp", "kr", "tw")),
)
"""Never imported by what the program does. `unittest` stays: pyparsing asks for it."""

HOOKS = tuple(f"pyi_rth_{name}" for name in ("inspect", "multiprocessing", "pkgutil", "mplconfig"))
"""What PyInstaller would run at each start, for programs that read their own source, list their
modules or start workers: ours does not. Matplotlib's would look for the fonts anew each time."""

_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
_STAYS = (
    *("libpython", "libffi", "libmpdec", "libbz2", "liblzma", "libz."),
    *("libexpat", "libuuid"),  # Python's own modules ask for these
    *("libxcb-cursor", "libxcb-icccm", "libxcb-image", "libxcb-keysyms", "libxcb-render-util"),
    *("libxcb-util", "libxcb-xkb", "libxkbcommon-x11"),
)
_PLUGINS = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "imageformats": ("qjpeg", "qsvg", "qgif", "qwebp", "qico", "qicns"),
    "platforminputcontexts": ("composeplatforminputcontext", "ibusplatforminputcontext"),
    "egldeviceintegrations": (),
    "generic": (),
    "networkinformation": (),
    "tls": (),
    "xcbglintegrations": (),
    "wayland-graphics-integration-client": (),
    "wayland-shell-integration": ("xdg-shell",),
    "qmltooling": (),
    "sqldrivers": (),
}
"""Of these folders of Qt's plugins only what is named here is of use; other folders stay whole."""
_LIBRARIES = (
    *("Qml", "Quick", "VirtualKeyboard", "EglFS", "EglFs", "Pdf", "Network", "Sql", "Test"),
    *("Designer", "Help", "Concurrent", "ShaderTools", "Labs", "WlShell"),
)
_FOLDERS = (
    *("matplotlib/mpl-data/sample_data", "matplotlib/mpl-data/images", "numpy/tests"),
    *("matplotlib/mpl-data/stylelib", "matplotlib/mpl-data/fonts/pdfcorefonts"),
    *("matplotlib/mpl-data/fonts/afm", "matplotlib/mpl-data/plot_directive"),
    *("PySide6/Qt/qml", "PySide6/qml"),
)
_ENDINGS = (".po", ".pot", ".lua", ".pyi", ".pxd", ".h", ".c", ".cpp")
QT_WORDS = ("qtbase_ar.", "qtbase_es.")
_OF_FOLDERS = {
    "translations": QT_WORDS,
    "mpl-data/fonts/ttf": ("DejaVuSans.", "DejaVuSans-Bold.", "LastResort"),
}
"""Matplotlib falls back on its own fonts, and last on pictures of what kind of letter it is.

In folders that end so, only files stay whose names begin so."""


def is_in_vain(target: str, source: str = "") -> bool:
    """Return whether a file goes: its place in the bundle, and where it comes from."""
    path = PurePosixPath(target.replace("\\", "/"))
    folders = "/".join(path.parts[:-1])
    return (
        _is_of_the_system(path.name, source.replace("\\", "/"))
        or _is_idle_plugin(path)
        or _is_idle_library(path.name)
        or path.suffix in _ENDINGS
        or any(
            f"/{folders}".endswith(f"/{folder}") and not path.name.startswith(starts)
            for folder, starts in _OF_FOLDERS.items()
        )
        or any(folders == one or folders.startswith(f"{one}/") for one in _FOLDERS)
        or folders.endswith(".dist-info/sboms")
        or ("tests" in path.parts and path.parts[0] in {"numpy", "matplotlib", "fontTools"})
    )


def is_stripped(path: PurePath) -> bool:
    """Return whether what only debugging needs is taken out of a file.

    Not out of what lies in a folder `*.libs`: wheels move those libraries' parts about, and some do
    not load any more when `strip` has moved them again.
    """
    return ".so" in path.name and not any(folder.endswith(".libs") for folder in path.parts)


def _is_of_the_system(name: str, source: str) -> bool:
    shared = ".so" in name and "/python3" not in source
    return shared and source.startswith(_SYSTEM) and not name.startswith(_STAYS)


def _is_idle_plugin(path: PurePosixPath) -> bool:
    if "plugins" not in path.parts or len(path.parts) < 2:
        return False
    useful = _PLUGINS.get(path.parts[-2])
    return useful is not None and not path.name.removeprefix("lib").startswith(useful or ("\0",))


def _is_idle_library(name: str) -> bool:
    start = next((start for start in ("libQt6", "Qt6", "Qt") if name.startswith(start)), None)
    return start is not None and name.removeprefix(start).startswith(_LIBRARIES)


def sizes(folder: Path) -> dict[str, int]:
    """Return the bytes of each library in a frozen program, the largest first."""
    counted: dict[str, int] = {}
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            name = library_of(file.relative_to(folder))
            counted[name] = counted.get(name, 0) + file.stat().st_size
    return dict(sorted(counted.items(), key=lambda pair: -pair[1]))


def library_of(path: PurePath) -> str:
    """Return the library that a file of the frozen program belongs to."""
    parts = path.parts[1:] if path.parts[0] == "_internal" else path.parts
    if not parts[1:]:
        return "Python and the start"
    return parts[0].removesuffix(".libs").partition("-")[0]


def told(counted: dict[str, int], *, most: int = 16) -> Iterable[str]:
    """Yield a line for each of the largest libraries, for the rest, and for all."""
    shown = list(counted.items())[:most]
    rest = sum(counted.values()) - sum(size for _name, size in shown)
    for name, size in [*shown, ("all others", rest), ("together", sum(counted.values()))]:
        yield f"  {name:<28}{size / 1e6:8.1f} MB"
