"""Opens every journal of earlier schemas and projections, in every way that there is."""

import json
import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from homejournal.domain.errors import JournalTooNewError
from homejournal.domain.records import codec
from homejournal.services.opening import open_journal
from homejournal.storage import migrations
from homejournal.storage.file.connection import SAYS_MORE, connect
from homejournal.storage.file.file_encryption import Key
from tests.golden import make
from tests.golden.family import NOW
from torture.frame import Result, Scale
from torture.story import DEVICE

PROMISE = "Every old journal opens and reads as it did"
TRIED = "files, each opened in five ways"
GOLDEN = Path(make.__file__).parent


def run(scale: Scale) -> Result:
    files = sorted(GOLDEN.glob("*.hj"))
    wrong = []
    for file in files:
        for name, way in _WAYS.items():
            folder = scale.folder / f"{file.stem}-{name}".replace(" ", "-")
            folder.mkdir()
            shutil.copy(file, folder / "journal.hj")
            key = make.KEY if file.stem.endswith("encrypted") else None
            if what := _tried(way, folder, key, _reads_as(file)):
                wrong.append(f"{file.name} {name}: {what}")
    tried = len(files) * len(_WAYS)
    return Result(tried, tried - len(wrong), len(wrong), tuple(wrong[:5]))


def _reads_as(file: Path) -> Any:  # noqa: ANN401 (JSON)
    """Return what a file reads as; without an answer of its own it is another one's twin."""
    own = file.with_name(f"{file.stem.removesuffix('-encrypted')}.json")
    names = {"schema-1-first": "schema-1", "schema-1-encrypted": "schema-1-photos"}
    answer = file.with_name(f"{names[file.stem]}.json") if file.stem in names else own
    return json.loads(answer.read_text("utf-8"))


_Way = Callable[[Path, Key | None, Any], str]


def _tried(way: _Way, folder: Path, key: Key | None, answer: Any) -> str:  # noqa: ANN401
    try:
        return way(folder, key, answer)
    except Exception as error:  # noqa: BLE001 (whatever it is, the journal did not open)
        return f"{type(error).__name__} {error}"


def _to_write(folder: Path, key: Key | None, answer: Any) -> str:  # noqa: ANN401
    return _compared(folder, key, answer, write=True)


def _to_read(folder: Path, key: Key | None, answer: Any) -> str:  # noqa: ANN401
    before = (folder / "journal.hj").read_bytes()
    what = _compared(folder, key, answer, write=False)
    same = (folder / "journal.hj").read_bytes() == before
    return what or ("" if same else "a reader wrote")


def _twice(folder: Path, key: Key | None, answer: Any) -> str:  # noqa: ANN401
    return _to_write(folder, key, answer) or _to_read(folder, key, answer)


def _from_its_copy(folder: Path, key: Key | None, answer: Any) -> str:  # noqa: ANN401
    """Put the copy that the update kept in place of the journal."""
    _to_write(folder, key, answer)
    for kept in (folder / "backups").glob("before-*.hj"):
        shutil.copy(kept, folder / "journal.hj")
    return _to_write(folder, key, answer)


def _as_a_newer_one(folder: Path, key: Key | None, answer: Any) -> str:  # noqa: ANN401
    _to_write(folder, key, answer)
    with closing(connect(folder / "journal.hj", write=True, key=key)) as file:
        file.execute(f"PRAGMA user_version = {SAYS_MORE + 1}")
        file.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")
    before = (folder / "journal.hj").read_bytes()
    journal = open_journal(folder, clock=lambda: NOW, device=DEVICE, key=key)
    try:
        if not isinstance(journal.read_only_because, JournalTooNewError):
            return "a newer file was opened to write"
        return "" if _told(journal) == answer else "it reads otherwise"
    finally:
        journal.close()
        if (folder / "journal.hj").read_bytes() != before:
            raise RuntimeError("a newer file was changed")


_WAYS: Mapping[str, _Way] = {
    "to write": _to_write,
    "to read": _to_read,
    "twice": _twice,
    "from the copy of before": _from_its_copy,
    "as a newer one": _as_a_newer_one,
}


def _compared(folder: Path, key: Key | None, answer: Any, *, write: bool) -> str:  # noqa: ANN401
    journal = open_journal(folder, clock=lambda: NOW, device=DEVICE, write=write, key=key)
    try:
        if write and journal.read_only_because:
            return f"it opens for reading only: {type(journal.read_only_because).__name__}"
        if not journal.files.check().is_sound:
            return "the check finds damage"
        return "" if _told(journal) == answer else "it reads otherwise"
    finally:
        journal.close()


def _told(journal: Any) -> Any:  # noqa: ANN401
    return json.loads(json.dumps(make.told(journal)))


def _a_field_gets_another_name() -> None:
    """Call a field otherwise, and forget that old bodies have the old name."""
    codec.FILE_NAMES["slot"] = "time_of_day"


def _no_step_to_the_present_tables() -> None:
    """Raise the number of the tables without the step that makes them."""
    steps = {number: lambda _operations: None for number in migrations.STEPS}
    setattr(migrations, "STEPS", steps)  # noqa: B010


MUTANTS = {
    "a_field_gets_another_name": _a_field_gets_another_name,
    "no_step_to_the_present_tables": _no_step_to_the_present_tables,
}
