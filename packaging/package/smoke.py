"""What a family does with the installed program: a fine window can still lack what a page needs."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
from PIL import Image
from pypdf import PdfReader

from environment import ROOT
from outside.client import Client
from outside.walks import CARD, TYPED, first_start, log_a_day, plan_a_strategy, set_password
from package.family import Family
from package.roots import HOME

EXAMPLE_DAY = "2026-06-28"
JOURNAL = f"{HOME}/.local/share/homejournal/journal"
_OTHER, _THIRD, _FILLED = f"{HOME}/other", f"{HOME}/third", f"{HOME}/filled"
_DAYS = ("--from", "2026-06-01", "--to", EXAMPLE_DAY, "--today", EXAMPLE_DAY)
TITLES = {"es": "Hoy – Familia de ejemplo", "ar": "اليوم – عائلة المثال"}
_WORDS = "four quiet warm words"
_MOST_SECONDS = 60
_CHART_PIXELS = 800


def first_answer(family: Family) -> None:
    with family.window() as reader:
        first_start(reader)
        plan_a_strategy(reader)
        log_a_day(reader)
    with family.window() as reader:
        reader.look("radio button", "Some help", about="Time 1", states=["checked"])


def page_from_the_window(family: Family) -> None:
    with family.window("--example", "--today", EXAMPLE_DAY) as reader:
        reader.look("radio button", "Hard", about="Toy one step away", states=["focused"])
        reader.keys("ctrl+5")
        reader.look("image", "Page 1 of 1")
        reader.press("button", "Save as PDF…")
        reader.look("dialog", "Save as PDF")
        reader.type("File name:", f"{HOME}/page.pdf")
        reader.press("button", "Save")
        reader.hears("Saved as")
    (sheet,) = PdfReader(io.BytesIO(family.read("page.pdf"))).pages
    _expect("Noa" in sheet.extract_text(), "the page tells of the child")


def other_languages(family: Family) -> None:
    for language, title in TITLES.items():
        with family.window("--example", "--today", EXAMPLE_DAY, language=language) as reader:
            reader.look("frame", f"{title} – homejournal")


def pages_on_the_command_line(family: Family) -> None:
    example = (ROOT / "resources/example/family.json").read_bytes()
    family.cli("new", _OTHER)
    family.cli("import", _OTHER, family.write("family.json", example))
    for language in ("en", "es", "ar"):
        out = f"{HOME}/{language}.pdf"
        words = ("--child", "Noa", *_DAYS, "--lang", language, "--format", "pdf", "--out", out)
        family.cli("page", _OTHER, *words)
        with pikepdf.open(io.BytesIO(family.read(f"{language}.pdf"))) as opened:
            _expect(len(opened.pages) >= 1, f"a page in {language}")


def chart(family: Family) -> None:
    out = f"{HOME}/chart.png"
    words = ("--child", "Noa", "--strategy", CARD, *_DAYS, "--format", "png", "--out", out)
    family.cli("chart", _OTHER, *words)
    with Image.open(io.BytesIO(family.read("chart.png"))) as picture:
        colors = picture.convert("RGB").getcolors(1 << 24) or []
        _expect(picture.width >= _CHART_PIXELS and len(colors) > 2, "a chart is drawn")


def photo_of_a_week(family: Family) -> None:
    """Read the photo of the example's filled week, and write down what is clear on it."""
    kept = ROOT / "resources/example"
    told = json.loads((kept / "family.json").read_bytes())
    told["sheets"] = json.loads((kept / "sheet-en.json").read_bytes())
    family.cli("new", _FILLED)
    family.cli("import", _FILLED, family.write("filled.json", json.dumps(told)))
    photo = family.write("week.jpg", (kept / "sheet-en.jpg").read_bytes())
    read = json.loads(family.cli("sheet", "read", _FILLED, photo, "--preview", "--format", "json"))
    states = [cell["state"] for page in read["pages"] for cell in page["cells"]]
    _expect("read" in states and "asked" in states, "the photo is read")
    said = family.cli("sheet", "read", _FILLED, photo, "--yes")
    _expect("are saved" in said, "what is clear is written down")


def locked_page(family: Family) -> None:
    words_file = family.write("words.txt", _WORDS)
    locked = (*_DAYS, "--format", "pdf", "--password-file", words_file)
    family.cli("page", _OTHER, "--child", "Noa", *locked, "--out", f"{HOME}/locked.pdf")
    data = family.read("locked.pdf")
    try:
        pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError:
        with pikepdf.open(io.BytesIO(data), password=_WORDS) as opened:
            _expect(opened.is_encrypted, "the page is locked")
    else:
        raise AssertionError("the page opens without its password")


def pack_out_and_in(family: Family) -> None:
    words = ("--words-file", family.write("words.txt", _WORDS))
    family.cli("share", "home", _OTHER, "Home")
    sealed = f"{HOME}/journal.hjpack"
    family.cli("share", "export", _OTHER, "--for", "own", *words, "--out", sealed)
    family.cli("new", _THIRD)
    family.cli("share", "import", _THIRD, sealed, *words)
    count = json.loads(family.cli("numbers", _THIRD, "--child", "Noa", *_DAYS))
    _expect(count == json.loads(family.cli("numbers", _OTHER, "--child", "Noa", *_DAYS)), "numbers")


def opened_files(family: Family) -> None:
    plan = f"{HOME}/plan.hjplan"
    family.cli("plan", "export", _OTHER, "--child", "Noa", "--out", plan)
    with family.window(plan) as reader:
        _looks_at_plan(reader)
        with family.window(plan) as second:
            _looks_at_plan(reader)
            second.ends()


def _looks_at_plan(reader: Client) -> None:
    reader.look("dialog", "Add a plan file", states=["active"])
    reader.keys("Escape")
    reader.gone("dialog", "Add a plan file")


def iphone_photo(family: Family) -> None:
    photo = ROOT / "tests/exchange/photos/turned.heic"
    png = family.photo(photo.read_bytes())
    with Image.open(io.BytesIO(png)) as picture:
        _expect(picture.format == "PNG", "the photo is read")


def encrypted_journal(family: Family) -> None:
    with family.window() as reader:
        reader.look("radio button", "Some help", about="Time 1", states=["checked"])
        reader.keys("ctrl+shift+k")
        reader.hears("Keep it safe")
        set_password(reader)
    password = ("--journal-password-file", family.write("password.txt", TYPED))
    family.cli("check", JOURNAL, *password)
    kept_in = family.home / JOURNAL.removeprefix(f"{HOME}/") / "journal.hj"
    _expect(CARD.encode() not in kept_in.read_bytes(), "no word is in the file")
    family.cli("export", JOURNAL, *password, "--format", "json", "--out", f"{HOME}/out.json")
    _expect(CARD.encode() in family.read("out.json"), "the journal holds the strategy")


def _expect(holds: bool, what: str) -> None:  # noqa: FBT001
    if not holds:
        raise AssertionError(what)


Step = Callable[[Family], None]
STEPS: dict[str, Step] = {
    "first start, second strategy, a day; all there at the next start": first_answer,
    "the example family's page, saved as a PDF from the window": page_from_the_window,
    "the window in Spanish and Arabic": other_languages,
    "a journal taken in, and its page in three languages": pages_on_the_command_line,
    "a chart as a picture": chart,
    "a photo of a week that was filled in on paper": photo_of_a_week,
    "a page that opens with its password alone": locked_page,
    "a sealed file of the journal, taken in by an empty one": pack_out_and_in,
    "a plan, opened by its name and by a second start": opened_files,
    "a photo of an iPhone (HEIC)": iphone_photo,
    "a password: no word in the journal's file, and it opens it": encrypted_journal,
}


WHEEL_STEPS = dict(list(STEPS.items())[:6])
"""What is enough to know that the wheel is whole: the rest comes from the same packages."""


def kept(family: Family) -> set[str]:
    """Return the files of the family's own that stay when the program goes."""
    return {str(file.relative_to(family.home)) for file in Path(family.home).rglob("*")}
