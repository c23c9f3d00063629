"""What is decided about a package without building one: what goes in, and what apt is told."""

import json
import struct
from pathlib import PurePosixPath

import pytest

from homejournal import __version__
from homejournal.texts.wording import languages
from package import debian, icu, inside, laying
from package.icons import SIZES
from package.roots import sources
from package.slimming import QT_WORDS, is_in_vain, is_stripped, library_of, sizes, told

INSIDE = "/build/venv/lib/python3.11/site-packages"


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("libgtk-3.so.0", "/usr/lib/x86_64-linux-gnu/libgtk-3.so.0"),
        ("libstdc++.so.6", "/lib/x86_64-linux-gnu/libstdc++.so.6"),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", f"{INSIDE}/PySide6/x"),
        ("PySide6/Qt/plugins/generic/libqevdevkeyboardplugin.so", ""),
        ("PySide6/Qt/lib/libQt6Network.so.6", ""),
        ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6"),
        ("PySide6/Qt6Quick.dll", ""),
        ("PySide6/Qt/translations/qtbase_de.qm", ""),
        ("PySide6/Qt/translations/qt_es.qm", ""),
        ("matplotlib/mpl-data/sample_data/goog.npz", ""),
        ("matplotlib/mpl-data/fonts/ttf/STIXGeneral.ttf", ""),
        ("numpy/_core/tests/data/umath.csv", ""),
        ("homejournal/_resources/translations/homejournal.pot", ""),
        ("homejournal/_resources/translations/es/LC_MESSAGES/homejournal.po", ""),
        ("typst-0.15.2.dist-info/sboms/typst-py.cyclonedx.json", ""),
    ],
)
def test_what_is_carried_in_vain_is_left_out(target, source):
    assert is_in_vain(target, source)


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0"),
        ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0"),
        ("python3.11/lib-dynload/_json.cpython-311.so", "/usr/lib/python3.11/lib-dynload/_json.so"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", f"{INSIDE}/PySide6/x"),
        ("PySide6/plugins/platforms/qwindows.dll", ""),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.so", ""),
        ("PySide6/Qt/lib/libQt6Gui.so.6", ""),
        ("matplotlib/mpl-data/matplotlibrc", ""),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf", ""),
        ("matplotlib/mpl-data/fonts/ttf/LastResortHE-Regular.ttf", ""),
        ("homejournal/_resources/translations/es/LC_MESSAGES/homejournal.mo", ""),
        ("homejournal/_resources/typst/tests.typ", ""),
    ],
)
def test_what_the_program_needs_stays(target, source):
    assert not is_in_vain(target, source)


def test_qts_own_words_stay_in_every_language():
    assert {f"qtbase_{language}." for language in languages() if language != "en"} == {*QT_WORDS}


def test_libraries_that_wheels_bring_along_are_not_stripped():
    assert is_stripped(PurePosixPath("_internal/typst/_typst.abi3.so"))
    assert not is_stripped(PurePosixPath("_internal/numpy.libs/libscipy_openblas64_-1.so"))
    assert not is_stripped(PurePosixPath("_internal/homejournal/_resources/icons/x.svg"))


def a_package_of_tables(tables):
    """Return what ICU calls a package: a head, an index of names, and the tables themselves."""
    head = struct.pack("<HH", 32, 0x27DA).ljust(12, b"\0") + b"CmnD".ljust(20, b"\0")
    names_at = 4 + 8 * len(tables)
    names = b"".join(name.encode() + b"\0" for name in tables)
    data_at = names_at + len(names)
    index = struct.pack("<I", len(tables))
    for place in range(len(tables)):
        before = list(tables)[:place]
        name_at = names_at + sum(len(one) + 1 for one in before)
        index += struct.pack("<II", name_at, data_at + sum(len(tables[one]) for one in before))
    return head + index + names + b"".join(tables.values())


def test_of_icus_tables_those_stay_that_sort_names_each_with_its_bytes():
    tables = {
        "icudt73l/cnvalias.icu": b"aliases",
        "icudt73l/coll/es.res": b"n before \xc3\xb1",
        "icudt73l/curr/es.res": b"pesos",
        "icudt73l/euc-tw-2014.cnv": bytes(99),
        "icudt73l/root.res": b"root",
    }
    package = icu.package_in(b"\x7fELF, its other parts" + a_package_of_tables(tables))
    left = icu.trimmed(package)
    (count,) = struct.unpack_from("<I", left, 32)
    index = [struct.unpack_from("<II", left, 36 + 8 * place) for place in range(count)]
    found = {}
    for name_at, at in index:
        name = left[32 + name_at : left.index(b"\0", 32 + name_at)].decode()
        found[name] = left[32 + at : 32 + at + len(tables[name])]
        assert (32 + at) % 16 == 0
    assert left[:32] == package[:32]
    stays = ("icudt73l/cnvalias.icu", "icudt73l/coll/es.res", "icudt73l/root.res")
    assert found == {name: tables[name] for name in stays}


def test_a_library_without_icus_tables_is_left_as_it_is():
    with pytest.raises(ValueError, match="no package"):
        icu.package_in(b"\x7fELF of another library")


def test_sizes_are_told_by_library_with_all_of_them_together(tmp_path):
    for name, size in {
        "_internal/numpy/a.so": 3,
        "_internal/numpy.libs/b.so": 4,
        "start": 2,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(bytes(size * 1_000_000))
    assert sizes(tmp_path) == {"numpy": 7_000_000, "Python and the start": 2_000_000}
    assert [line.split()[-2] for line in told(sizes(tmp_path))] == ["7.0", "2.0", "0.0", "9.0"]
    assert library_of(PurePosixPath("_internal/alembic-1.2.dist-info/METADATA")) == "alembic"


PACKAGES = {
    "homejournal-1.0.dist-info": "Name: homejournal\nVersion: 1.0\nLicense-Expression: MIT\n",
    "a_b-2.dist-info": "Name: A_b\nVersion: 2\nLicense: Zlib\n",
    "c-3.dist-info": "Name: c\nVersion: 3\nLicense: Copyright (c) all of us\n"
    "Classifier: License :: OSI Approved :: BSD License\n",
    "d-4.dist-info": "Name: d\nVersion: 4\n",
}


def test_the_list_of_what_is_inside_names_each_package_with_its_license(tmp_path):
    for folder, told_of in PACKAGES.items():
        (tmp_path / "_internal" / folder).mkdir(parents=True)
        (tmp_path / "_internal" / folder / "METADATA").write_text(told_of, encoding="utf-8")
    file = inside.write_list(tmp_path, {"Qt": "6.11"}, tmp_path / "list.json")
    listed = json.loads(file.read_text("utf-8"))
    assert listed["metadata"]["component"]["purl"] == "pkg:pypi/homejournal@1.0"
    assert {one["purl"]: one["licenses"] for one in listed["components"]} == {
        "pkg:pypi/a-b@2": [{"license": {"name": "Zlib"}}],
        "pkg:pypi/c@3": [{"license": {"name": "BSD License"}}],
        "pkg:pypi/d@4": [{"license": {"name": "see d's dist-info folder"}}],
        "pkg:generic/qt@6.11": [{"license": {"id": "LGPL-3.0-only"}}],
    }
    (all_of_it,) = listed["dependencies"]
    assert all_of_it["dependsOn"] == [one["bom-ref"] for one in listed["components"]]


READELF = """
File: /build/a.so
 0x0000000000000001 (NEEDED)             Shared library: [libz.so.1]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]
 0x000000000000001d (RUNPATH)            Library runpath: [$ORIGIN/../lib]
"""
OWNERS = """\
libc6:amd64: /lib/x86_64-linux-gnu/libc.so.6
libcups2:amd64: /usr/lib/x86_64-linux-gnu/libcups.so.2
libegl1:amd64: /usr/lib/x86_64-linux-gnu/libEGL.so.1
"""


def test_apt_is_told_what_the_libraries_load():
    assert debian.loaded(READELF) == {"libz.so.1", "libc.so.6"}
    needs = debian.needs(OWNERS, "2.36")
    assert needs[0] == "libc6 (>= 2.36)"
    assert {"libegl1", *debian.OWN_NEEDS} == set(needs[1:])


def test_the_control_file_has_the_programs_version_and_no_line_that_apt_misreads():
    lines = debian.control(__version__, needs=["libc6"], kilobytes=5).splitlines()
    assert f"Version: {__version__}" in lines
    assert "Depends: libc6" in lines
    described = lines[lines.index(f"Description: {debian.ABOUT[0]}") + 1 :]
    assert described
    assert all(line.startswith(" ") and len(line) <= 81 for line in described)


def test_the_licenses_are_told_with_every_package_of_the_table(root):
    ours = (root / "LICENSE").read_text("utf-8")
    table = (root / "packaging" / "THIRD-PARTY.md").read_text("utf-8")
    text = debian.copyright_file(ours, table)
    assert "Copyright: 2026 the homejournal contributors\nLicense: Expat\n Permission is" in text
    assert " | PySide6-Essentials (with Qt), shiboken6 |" in text
    assert all(line.startswith((" ", "")) for line in text.splitlines())


def test_overrides_for_lintian_give_their_reasons():
    lines = debian.overrides().splitlines()
    assert all(line.startswith(("# ", "homejournal: ")) for line in lines)
    assert debian.changelog("1.2.3", "Tue, 01 Dec 2026 12:00:00 +0000").startswith(
        "homejournal (1.2.3) unstable; urgency="
    )


def test_a_root_asks_the_archives_of_this_system_for_its_own_release():
    archives = {"trixie": "http://mirror/debian/", "trixie-security": "http://mirror/security/"}
    assert sources(archives, "trixie", "bookworm") == [
        "deb http://mirror/debian/ bookworm main\n",
        "deb http://mirror/security/ bookworm-security main\n",
    ]


def test_what_a_desktop_reads_lies_where_it_looks(tmp_path):
    icons = tmp_path / "drawn"
    icons.mkdir()
    for size in SIZES:
        (icons / f"{size}.png").write_bytes(b"")
    laying.lay_share(tmp_path / "share", icons)
    laid = {str(file.relative_to(tmp_path / "share")) for file in (tmp_path / "share").rglob("*")}
    assert {f"icons/hicolor/{size}x{size}/apps/homejournal.png" for size in SIZES} <= laid
    assert {
        "applications/homejournal.desktop",
        "mime/packages/homejournal.xml",
        "man/man1/homejournal-cli.1.gz",
        "bash-completion/completions/homejournal-cli",
        "zsh/vendor-completions/_homejournal",
        "icons/hicolor/scalable/apps/homejournal.svg",
        "icons/hicolor/symbolic/apps/homejournal-symbolic.svg",
    } <= laid


def test_the_desktop_entry_names_the_icon_and_the_program_as_they_are_installed(root):
    entry = (root / "packaging" / "linux" / "homejournal.desktop").read_text("utf-8")
    assert "\nExec=homejournal %F\n" in entry
    assert "\nIcon=homejournal\n" in entry
    assert "\nStartupWMClass=homejournal\n" in entry
