"""What a desktop reads agrees with the program: man pages, completions, file types, metainfo."""

import argparse
import re
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from homejournal import RELEASED, __version__
from homejournal.cli.main import parser as commands
from homejournal.program_arguments import parser as window
from homejournal.services.file_kinds import OUR_ENDINGS

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
METAINFO = LINUX / "io.github.homejournal.homejournal.metainfo.xml"


def tree_of(file):
    return ElementTree.parse(file).getroot()  # noqa: S314 (our own files)


def words_of(parser):
    """Return all options and commands that a parser knows, those of its commands, too."""
    words = set()
    for action in parser._actions:
        words |= {option for option in action.option_strings if option.startswith("--")}
        if isinstance(action, argparse._SubParsersAction):
            words |= set(action.choices)
            for inside in action.choices.values():
                words |= words_of(inside)
    return words - {"--help"}


@pytest.mark.parametrize("make", [window, commands], ids=["homejournal", "homejournal-cli"])
def test_man_page_and_completions_know_every_option(make):
    """Where this fails: python3 packaging/dev.py manuals."""
    name, wanted = make().prog, words_of(make())
    assert len(wanted) > 3
    page = (LINUX / "man" / f"{name}.1").read_text("utf-8").replace("\\-", "-")
    assert {word for word in wanted if word not in page} == set()
    for file in (f"{name}.bash", f"_{name}", f"{name}.fish"):
        known = (LINUX / "completions" / file).read_text("utf-8")
        assert {word for word in wanted if word.lstrip("-") not in known} == set()
    assert f'"{RELEASED}" "homejournal {__version__}"' in page


def test_what_tells_of_this_version_names_it(root):
    changes = re.findall(r"^## (.+)$", (root / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert changes[0] == f"{__version__} · {RELEASED}"
    for page in (root / "resources" / "help").glob("*/whats-new.md"):
        newest = re.findall(r"^## (.+)$", page.read_text("utf-8"), re.MULTILINE)[0]
        assert __version__ in newest


def test_file_types_are_the_same_everywhere_and_those_that_are_ours():
    types = tree_of(LINUX / "homejournal.mime.xml")
    named = [one.attrib["type"] for one in types]
    patterns = {one.attrib["pattern"] for one in types.iter(f"{MIME}glob")}
    assert patterns == {f"*{ending}" for ending in OUR_ENDINGS if ending.startswith(".hj")}
    installer = (LINUX.parent / "windows" / "homejournal.iss").read_text("utf-8-sig")
    asked = set(re.findall(r"Software\\Classes\\(\.\w+)\"", installer))
    assert asked == {pattern.removeprefix("*") for pattern in patterns}
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(LINUX / "homejournal.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["MimeType"].strip(";").split(";") == named
    metainfo = tree_of(METAINFO)
    assert [one.text for one in metainfo.iter("mediatype")] == named


def test_metainfo_tells_this_version_and_texts_in_every_language():
    metainfo = tree_of(METAINFO)
    release = metainfo.find("releases/release")
    assert (release.attrib["version"], release.attrib["date"]) == (__version__, RELEASED)
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for part in ("summary", "description/p", "description/ul/li"):
        told = [one.attrib.get(language, "en") for one in metainfo.findall(part)]
        assert told == ["en", "es", "ar"] * (len(told) // 3)
    entry = (LINUX / "homejournal.desktop").read_text("utf-8")
    for key in ("GenericName", "Comment", "Keywords"):
        assert set(re.findall(rf"^{key}\[(\w+)\]=", entry, re.MULTILINE)) == {"es", "ar"}
