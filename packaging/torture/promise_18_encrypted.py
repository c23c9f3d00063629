"""Writes in an encrypted journal on a disk of its own, and searches the raw disk for the words."""

import base64
import os
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import PrivateNote
from homejournal.domain.records.plan import Strategy
from homejournal.exchange.media_files import kept_file
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.records.records import Drafts
from homejournal.services.safe.password import Password
from homejournal.storage.keys.keys_file import Costs
from homejournal.storage.media.media_folder import MediaSeal
from torture import children, scenario
from torture.frame import Result, Scale, nothing_tried
from torture.images import Image, NotHereError, why_not
from torture.scenario import CANARIES, NAME, PRIVATE, WORDS
from torture.story import CHILD, FIRST_DAY, STRATEGY, Story, begin, family, opened

PROMISE = "With a password, no word of the journal is on the disk"
TRIED = "looks through a raw disk: deleted blocks, copies, temporary files, logs"
_PDF = b"%PDF-1.4\n% " + " ".join(CANARIES).encode() + b"\n%%EOF\n"


def run(scale: Scale) -> Result:
    """Search a whole disk for each word in each way in which it could stand there."""
    if why := why_not("ext4"):
        return nothing_tried(why)
    image = Image("ext4", scale.folder / "disk", scale.folder / "mounted")
    try:
        image.make()
        with children.start(scale, "live", image.folder, stderr=subprocess.STDOUT) as program:
            said, _ = program.communicate()
        if program.returncode:
            raise RuntimeError(said.decode(errors="replace")[-1500:])
        image.start_again()
        raw = image.file.read_bytes()
    except NotHereError as error:
        return nothing_tried(str(error))
    finally:
        image.remove()
    forms = {f"{word} {kind}": form for word in CANARIES for kind, form in _forms(word).items()}
    wrong = [f"{name}: {raw.count(form)} times" for name, form in forms.items() if form in raw]
    notes = (f"{len(raw) >> 20} MiB looked through for {len(CANARIES)} words", *wrong)
    return Result(len(forms), len(forms) - len(wrong), len(wrong), notes)


def live(folder: str) -> None:
    """Set a password on a journal without words, then write, edit, delete, copy and search."""
    os.environ |= scenario.folders(Path(folder))
    for name in ("home", "tmp"):
        (Path(folder) / name).mkdir()
    Password.costs = Costs(8, 1, 1)
    place = Path(folder) / "journal"
    begin(place)
    with closing(opened(place)) as journal:
        key = journal.safe.password.new_key()
        journal.safe.password.finish(journal.safe.password.prepare_on(key, "four quiet words"))
        _write(journal)
    with closing(opened(place, key)) as journal:
        _go_on(journal)


def _write(journal: FamilyJournal) -> None:
    child, strategy, _ = family()
    assert isinstance(child, Child)  # noqa: S101
    assert isinstance(strategy, Strategy)  # noqa: S101
    journal.records.save(replace(child, name=NAME), replace(strategy, name=NAME))
    story = Story(3)
    while story.done < 60:
        story.tell(journal)
    for number in range(40):
        said = f"{WORDS} {NAME} {number} " + WORDS * (number * 3)
        hidden = f"{PRIVATE} {number} " * 20
        journal.drafts.keep("note:today", said)
        journal.records.save(
            PrivateNote(id=UUID(int=900 + number), child=CHILD, day=FIRST_DAY, text=hidden)
        )
    journal.media.add(journal.media.put(kept_file(_PDF), f"{NAME}.pdf", STRATEGY))
    journal.safe.backups.make()


def _go_on(journal: FamilyJournal) -> None:
    """Search, edit, delete and end words that were not finished; copy and check again."""
    for word in CANARIES:
        journal.timeline.page(EntryFilter(child=CHILD, words=word))
    journal.records.delete(*(UUID(int=900 + number) for number in range(20)))
    journal.drafts.drop("note:today")
    photo = journal.media.of_strategies([STRATEGY])[STRATEGY][0]
    journal.media.read(photo)
    journal.media.remove(photo)
    journal.safe.backups.make()
    journal.files.export_json()
    assert journal.files.check().is_sound  # noqa: S101


def _forms(word: str) -> dict[str, bytes]:
    """Return how a word could stand on a disk."""
    plain = word.encode()
    # Of three ways to begin, one is how any longer text in base64 holds the word.
    in_base64 = {f"as base64, {n}": base64.b64encode(b"x" * n + plain)[4:-4] for n in range(3)}
    return {
        "as it is": plain,
        "as UTF-16": word.encode("utf-16-le"),
        "as hexadecimal": plain.hex().encode(),
        **in_base64,
    }


def _seal_no_pictures() -> None:
    """Lay pictures beside an encrypted journal as they are."""

    def as_it_is(self: MediaSeal, data: bytes, sha256: str) -> bytes:
        del self, sha256
        return data

    for name in ("seal", "open"):
        setattr(MediaSeal, name, as_it_is)


def _keep_words_in_a_file() -> None:
    """Keep what is not finished in a file beside the journal, as many programs do."""
    keep = Drafts.keep

    def beside(self: Drafts, place: str, text: str) -> None:
        (Path(os.environ["TMPDIR"]) / "autosave.txt").write_text(text)
        keep(self, place, text)

    Drafts.keep = beside  # type: ignore[method-assign]


MUTANTS = {
    "pictures_are_not_sealed": _seal_no_pictures,
    "unfinished_words_lie_in_a_file": _keep_words_in_a_file,
}
