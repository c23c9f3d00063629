"""Kills the program while a password is set, changed or taken away; tries wrong passwords, too."""

import os
import shutil
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from homejournal.domain.errors import JournalError, KeysDamagedError, WrongPasswordError
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.safe.password import Password
from homejournal.services.safe.unlocking import key_by_password, key_by_sheet, needs_key
from homejournal.storage.file.connection import connect
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.keys import encrypting, keys_file
from homejournal.storage.keys.keys_file import Costs, key_of, secret_of
from torture.forking import Forked
from torture.frame import Result, Scale
from torture.looking import wrong_with
from torture.story import Story, begin, opened, standing_in

PROMISE = "The password or the recovery sheet opens the journal, whatever happens"
TRIED = "kills while the password turns, and changed bits in keys and journal"
_SAVES = 60
_OF_EACH, _LONG = 6, 30.0
"""Of each so many, one is let come to its end, which takes no longer than so many seconds."""
_WORDS = ("blanket river seven toast", "another river of toast")
_KEY = key_of(bytes(range(32)))
_PLAIN = b"%PDF-1.7 "
"""So the hand-outs of a story begin."""
Act = Callable[[FamilyJournal], None]


@dataclass(frozen=True, slots=True)
class _Begun:
    """A journal with or without a password, what stands in it, and what is done with it."""

    folder: Path
    story: Story
    act: Act
    seconds: float


def run(scale: Scale) -> Result:
    """Kill at any moment, then open with the old or the new password, and look at everything."""
    Password.costs = Costs(8, 1, 1)
    begun = [_begun(scale, name, act) for name, act in _ACTS.items()]
    kills, wrong = scale.times(full=600, quick=36, usual=18), list[str]()
    chance = scale.random("password")
    for number in range(kills):
        one = begun[number % len(begun)]
        folder = scale.folder / "journal"
        _put(one, folder)
        child = Forked(_doing(folder, one.act))
        to_its_end = number // len(begun) % _OF_EACH == 0
        child.hear(_LONG if to_its_end else chance.uniform(0, one.seconds * 1.2))
        child.kill()
        if what := _wrong(folder, one.story):
            wrong.append(f"kill {number}: {what}")
            if len(wrong) == 5 or scale.mutant:
                break
    tried = number + 1
    return Result(tried, tried - len(wrong), len(wrong), tuple(wrong)) + _damaged(
        scale, begun[-1], chance
    )


def _turn_on(journal: FamilyJournal) -> None:
    service = journal.safe.password
    service.finish(service.prepare_on(_KEY, _WORDS[0]))
    service.seal_media()


def _turn_off(journal: FamilyJournal) -> None:
    service = journal.safe.password
    service.finish(service.prepare_off())


def _change(journal: FamilyJournal) -> None:
    journal.safe.password.change(_WORDS[1])


_ACTS: dict[str, Act] = {"on": _turn_on, "off": _turn_off, "change": _change}


def _begun(scale: Scale, name: str, act: Act) -> _Begun:
    folder = scale.folder / name
    begin(folder)
    story, journal = Story(scale.seed), opened(folder)
    while story.done < _SAVES:
        story.tell(journal)
    if act is not _turn_on:
        _turn_on(journal)
    journal.close()
    timed = scale.folder / "timed"
    seconds = 0.0
    for _ in range(2):  # what loads once is loaded the first time
        _put(_Begun(folder, story, act, 0), timed)
        start = time.monotonic()
        _doing(timed, act)()
        seconds = time.monotonic() - start
    return _Begun(folder, story, act, seconds)


def _put(begun: _Begun, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(begun.folder, folder)


def _doing(folder: Path, act: Act) -> Callable[[], None]:
    def work() -> None:
        journal = opened(folder, _key(folder))
        act(journal)
        journal.close()

    return work


def _key(folder: Path) -> Key | None:
    """Return the key by the old or the new password; raises JournalError where neither opens."""
    if not needs_key(folder):
        return None
    try:
        return key_by_password(folder, _WORDS[0])
    except WrongPasswordError:
        return key_by_password(folder, _WORDS[1])


def _wrong(folder: Path, story: Story) -> str:
    try:
        key = _key(folder)
    except JournalError as error:
        return f"neither password opens it: {type(error).__name__}"
    if key not in {None, _KEY}:
        return "it is another key"
    if what := wrong_with(folder, story, _SAVES, key):
        return what
    journal = opened(folder, key)
    try:
        journal.safe.password.tidy()
        if standing_in(journal).sheets != story.stands.sheets:
            return "a hand-out is another one"
    except JournalError as error:
        return f"a hand-out: {type(error).__name__}"
    finally:
        journal.close()
    plain = [path.name for path in (folder / "media").iterdir() if _PLAIN in path.read_bytes()]
    return f"a hand-out lies plain: {plain}" if key and plain else ""


def _damaged(scale: Scale, begun: _Begun, chance: Random) -> Result:
    """Change bits in the keys and in the journal: never is the password called a wrong one."""
    flips, wrong = scale.times(full=400, quick=30, usual=15), list[str]()
    letters = " ".join(groups_of(secret_of(_KEY)))
    folder = scale.folder / "journal"
    for number in range(flips):
        _put(begun, folder)
        file = folder / ("keys.json" if number % 2 else "journal.hj")
        _flip(file, chance)
        told = _told(folder)
        allowed = {"", "KeysDamagedError", "JournalTooNewError"} if number % 2 else {""}
        if told not in allowed:
            wrong.append(f"a bit in {file.name}: {told}")
        if number % 2 and key_by_sheet(folder, letters) != _KEY:
            wrong.append("the sheet does not open it")
    copies = sorted((begun.folder / "backups").glob("*.hj"))
    for copy in copies:
        with closing(connect(copy, write=False, key=_KEY)) as opened_copy:
            opened_copy.execute("SELECT count(*) FROM revision").fetchone()
    note = f"the letters of the sheet opened {len(copies)} copies without any other file"
    return Result(flips, flips - len(wrong), len(wrong), (note, *wrong[:5]))


def _flip(file: Path, chance: Random) -> None:
    raw = bytearray(file.read_bytes())
    bit = chance.randrange(len(raw) * 8)
    raw[bit // 8] ^= 1 << bit % 8
    file.write_bytes(raw)


def _told(folder: Path) -> str:
    """Return what is said of the right password, and that a wrong one is told as that."""
    try:
        key_by_password(folder, "something else")
    except WrongPasswordError:
        pass
    except KeysDamagedError:
        return "KeysDamagedError"
    except JournalError as error:
        return type(error).__name__
    else:
        return "a wrong password opened it"
    try:
        key_by_password(folder, _WORDS[0])
    except JournalError as error:
        return type(error).__name__
    return ""


def _keys_in_place() -> None:
    """Write the locked keys over the old ones, piece by piece."""

    def over(target: Path, data: bytes) -> None:
        with target.open("wb", buffering=0) as file:
            for place in range(0, len(data), 64):
                file.write(data[place : place + 64])
                os.fsync(file.fileno())
                time.sleep(0.001)

    setattr(keys_file, "write_whole", over)  # noqa: B010


def _pictures_stay_sealed() -> None:
    """Take the password away without opening what it sealed."""
    setattr(encrypting, "open_media", lambda _: None)  # noqa: B010


def _no_sum() -> None:
    """Take keys with changed bits for good ones, so that damage looks like a wrong password."""
    keys_file._sum = lambda _told: ""  # type: ignore[assignment]  # noqa: SLF001


MUTANTS = {
    "keys_in_place": _keys_in_place,
    "pictures_stay_sealed": _pictures_stay_sealed,
    "no_sum": _no_sum,
}
