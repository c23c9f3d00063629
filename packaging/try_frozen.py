"""Try a frozen program on any system, without a screen: python try_frozen.py FOLDER.

What a fine window can lack: a page with charts in three languages, a chart, a locked PDF, a plan, a
sealed file out and in, a book with a photo of an iPhone, a photo of a week that was filled in on
paper. FOLDER holds homejournal-cli.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "resources" / "example"
PHOTO = ROOT / "tests" / "exchange" / "photos" / "turned.heic"
CHILD = ("--child", "Noa")
DAYS = ("--from", "2026-06-01", "--to", "2026-06-28")
_MOST_SECONDS = 180


def main() -> int:
    program = next(Path(sys.argv[1]).resolve().glob("homejournal-cli*"))
    with tempfile.TemporaryDirectory() as home:
        family = Family(program, Path(home))
        photos = (family.read_photo, family.read_week)
        for step in (family.take_in, family.make_papers, family.share, *photos):
            print(f"{step.__name__.replace('_', ' ')} ...", flush=True)
            step()
    print("All of it is there.")
    return 0


class Family:
    """A journal, and the program that is tried on it."""

    def __init__(self, program: Path, home: Path) -> None:
        self._program, self._home = program, home
        self._journal = str(home / "journal")
        (home / "words.txt").write_text("four quiet warm words\n", encoding="utf-8")

    def take_in(self) -> None:
        self._call("new", self._journal)
        told = json.loads((EXAMPLE / "family.json").read_bytes())
        told["sheets"] = json.loads((EXAMPLE / "sheet-en.json").read_bytes())
        file = self._home / "family.json"
        file.write_text(json.dumps(told), encoding="utf-8")
        self._call("import", self._journal, str(file))
        self._call("check", self._journal)

    def make_papers(self) -> None:
        page = ("page", self._journal, *CHILD, *DAYS, "--format", "pdf")
        for language in ("en", "es", "ar"):
            self._makes(f"{language}.pdf", b"%PDF", *page, "--lang", language)
        locked = self._makes("locked.pdf", b"%PDF", *page, "--password-file", self._words)
        if b"/Encrypt" not in locked:
            raise SystemExit("The PDF with a password has none.")
        strategy = ("--strategy", "Pause and wait", "--format", "png")
        self._makes("chart.png", b"\x89PNG", "chart", self._journal, *CHILD, *DAYS, *strategy)
        self._makes("book.pdf", b"%PDF", "book", self._journal, *CHILD, *DAYS)

    def share(self) -> None:
        self._makes("plan.hjplan", b"{", "plan", "export", self._journal, *CHILD)
        pack = ("share", "export", self._journal, "--for", "own", "--words-file", self._words)
        self._makes("own.hjpack", b"age-encryption.org", *pack)

    def read_photo(self) -> None:
        photo = PHOTO.read_bytes()
        if b"PNG" not in self._call("read-heic", "64", told=photo)[:16]:
            raise SystemExit("A photo of an iPhone is not read.")

    def read_week(self) -> None:
        photo = str(EXAMPLE / "sheet-en.jpg")
        said = self._call("sheet", "read", self._journal, photo, "--preview", "--format", "json")
        states = [cell["state"] for page in json.loads(said)["pages"] for cell in page["cells"]]
        if "read" not in states:
            raise SystemExit("A photo of a week is not read.")

    @property
    def _words(self) -> str:
        return str(self._home / "words.txt")

    def _makes(self, name: str, begins: bytes, *words: str) -> bytes:
        file = self._home / name
        self._call(*words, "--out", str(file))
        data = file.read_bytes()
        if not data.startswith(begins):
            raise SystemExit(f"{name} is not what it is called.")
        return data

    def _call(self, *words: str, told: bytes = b"") -> bytes:
        done = subprocess.run(
            [self._program, *words],
            input=told,
            check=False,
            capture_output=True,
            timeout=_MOST_SECONDS,
            cwd=self._home,
        )
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace")
            raise SystemExit(f"homejournal-cli {' '.join(words)}: {said}")
        return done.stdout


if __name__ == "__main__":
    sys.exit(main())
