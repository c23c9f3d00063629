"""Kills the program with signal 9 at moments by chance while it saves, and looks what is there."""

from pathlib import Path
from random import Random

from homejournal.domain.records.changes import Change
from homejournal.domain.records.record import Record
from homejournal.services.records.records import Drafts, Records
from homejournal.storage.media.media_folder import MediaOfSession
from torture.children import tell
from torture.forking import Forked
from torture.frame import Result, Scale
from torture.looking import wrong_with
from torture.story import KEY, Story, begin, opened

PROMISE = "What said “Saved” is there after the program was killed"
TRIED = "kills, some of an encrypted journal"
_KILLS_OF_ONE_JOURNAL = 50
"""Then a fresh journal, so that looking stays quick."""
_LONG_WAIT = 0.1
_MORE_FOR_A_FAULT = 6
"""A planted fault may show at few moments; the first kill that shows it ends them."""


def run(scale: Scale) -> Result:
    more = _MORE_FOR_A_FAULT if scale.mutant else 1
    plain = _killed(scale, scale.times(full=10_000, quick=80 * more, usual=15), None)
    if plain.lost:
        return plain
    return plain + _killed(scale, scale.times(full=2_000, quick=20 * more, usual=5), KEY)


def _killed(scale: Scale, kills: int, key: bytes | None) -> Result:
    """Kill so many times a program that saves in the same journal again and again."""
    chance = scale.random("kill", key)
    saved, amid, wrong = 0, 0, list[str]()
    story, folder = Story(scale.seed), scale.folder
    for number in range(kills):
        if number % _KILLS_OF_ONE_JOURNAL == 0 or wrong:
            story = Story(scale.seed * 1_000_000 + number)
            folder = scale.folder / f"journal-{number}-{'sealed' if key else 'plain'}"
            begin(folder, key)
        before = story.done
        acknowledged = before + _saves_until_killed(folder, story, chance, key)
        saved += acknowledged - before
        amid += _is_amid_a_save(folder)
        if what := wrong_with(folder, story, acknowledged, key):
            wrong.append(f"kill {number}: {what}")
            if len(wrong) == 5 or scale.mutant:
                break
    kind = "an encrypted" if key else "a plain"
    told = f"{saved:,} saves were acknowledged before {kills:,} kills of {kind} journal"
    notes = (f"{told}; {amid:,} left half a save behind, which was taken back", *wrong)
    return Result(number + 1, number + 1 - len(wrong), len(wrong), notes)


def _saves_until_killed(folder: Path, story: Story, chance: Random, key: bytes | None) -> int:
    """Let a program save, kill it, and return how many saves it acknowledged."""

    def save_for_ever() -> None:
        journal = opened(folder, key)
        while True:
            story.tell(journal)
            tell("saved")

    program = Forked(save_for_ever)
    is_short = chance.random() > _LONG_WAIT
    program.hear(chance.uniform(0, 0.06) if is_short else chance.uniform(0.06, 0.3))
    return len(program.kill())


def _is_amid_a_save(folder: Path) -> bool:
    """Return whether SQLite's own journal tells of a save that did not come to its end."""
    unfinished = folder / "journal.hj-journal"
    return unfinished.exists() and unfinished.stat().st_size > 0


def _write_words_later() -> None:
    """Keep unfinished words in memory until more of them are typed."""
    at_once, waiting = Drafts.keep, list[tuple[str, str]]()

    def later(self: Drafts, place: str, text: str) -> None:
        waiting.append((place, text))
        if len(waiting) > 1:
            at_once(self, *waiting.pop(0))

    Drafts.keep = later  # type: ignore[method-assign]


def _save_in_two_steps() -> None:
    """Save each record in a step of its own, though they belong together."""
    whole = Records.save

    def one_by_one(self: Records, *records: Record) -> Change:
        changes = [whole(self, record) for record in records]
        return changes[-1]

    Records.save = one_by_one  # type: ignore[method-assign]


def _let_nothing_wait() -> None:
    """Forget which bytes were put for a record that is yet to be written."""

    def forgotten(_self: MediaOfSession, _sha256: str) -> None:
        return None

    MediaOfSession.waits = forgotten  # type: ignore[assignment,method-assign]


def _list_nothing() -> None:
    """Put bytes without a word of it that outlives the program."""

    def put(self: MediaOfSession, sha256: str, _name: str) -> None:
        self.put.add(sha256)

    MediaOfSession.is_put = put  # type: ignore[assignment,method-assign]


MUTANTS = {
    "words_are_written_later": _write_words_later,
    "a_save_in_two_steps": _save_in_two_steps,
    "bytes_do_not_wait_for_their_record": _let_nothing_wait,
    "bytes_that_are_put_stand_in_no_list": _list_nothing,
}
