"""Walks each of a few bad evenings through the real window, used from outside.

The program is a process of its own on a screen that nobody sees; what the family sees is read as a
screen reader reads it. `torture --pictures FOLDER` keeps a picture of each sight.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from homejournal import app
from homejournal.services.records.records import Drafts
from homejournal.storage.file import connection as driver
from homejournal.storage.file.disk import Reserve
from outside.client import OutsideError
from system_packages import missing_from_outside
from torture import window_dialogs, window_disks, window_files, window_keys, window_power
from torture.frame import NotTried, Result, Scale, nothing_tried
from torture.window_home import Lost, Place, hidden_desktop

PROMISE = "… and the real window says so, whatever happens at home"
TRIED = "bad evenings in the real window, by a listener and keys"


@dataclass(frozen=True, slots=True)
class Path:
    """What happens, the numbers of the promises that it is about, and the walk through it.

    The walk returns how often it tried; OutsideError and Lost tell what did not hold.
    """

    words: str
    about: tuple[int, ...]
    walk: Callable[[Place], int]
    is_quick: bool = False


PATHS = (
    Path("killed amid dialogs", (1,), window_dialogs.kill_amid_each_dialog, is_quick=True),
    Path("plugs pulled while typing", (2, 3), window_power.plugs_pulled, is_quick=True),
    Path("a full disk while typing", (4,), window_disks.full_disk_while_typing, is_quick=True),
    Path("wrong passwords", (19,), window_keys.wrong_password_five_times, is_quick=True),
    Path("locked with unsaved words", (18, 19), window_keys.locked_with_unsaved_words),
    Path("one bit while it is open", (5, 6), window_files.one_bit_while_open, is_quick=True),
    Path("a newer file", (7, 8), window_files.newer_file),
    Path("older files", (7, 8), window_files.older_files),
    Path("two windows", (10,), window_files.two_windows),
    Path("the clock two years ahead", (13,), window_files.clock_two_years_ahead),
    Path("a folder only to be read", (4,), window_disks.read_only_folder),
    Path("the second place pulled out", (9,), window_disks.second_place_pulled_out),
    Path("the shared folder gone and back", (11, 12), window_disks.shared_folder_gone_and_back),
    Path("a new computer and the sheet", (9, 19), window_keys.new_computer_with_the_sheet_alone),
)


def run(scale: Scale) -> Result:
    if lacking := missing_from_outside():
        return nothing_tried(f"these packages are not there: {', '.join(lacking)}")
    result = Result(0, 0, 0)
    with hidden_desktop(scale) as desktop:
        for path in PATHS:
            if scale.quick and not path.is_quick:
                continue
            result += _walked(path, Place(desktop, scale.folder / path.walk.__name__, scale))
            if result.lost and scale.mutant:
                break
    return result


def _walked(path: Path, place: Place) -> Result:
    place.folder.mkdir()
    try:
        tried = path.walk(place)
    except NotTried as why:
        return nothing_tried(f"{path.words}: {why}")
    except (Lost, OutsideError) as lost:
        return Result(1, 0, 1, (f"{path.words}: {lost}",))
    finally:
        place.end()
    return Result(tried, tried, 0, (f"{path.words}: {tried}",))


def program(*arguments: str) -> None:
    """Be homejournal, with the fault planted that is tried."""
    sys.exit(app.main(arguments))


def _keep_no_words() -> None:
    """Keep nothing of what is typed until it is saved."""

    def forget(_self: Drafts, _place: str, _text: str) -> None:
        return None

    setattr(Drafts, "keep", forget)  # noqa: B010 (its arguments have no names)


def _hold_no_room() -> None:
    """Take no room for the next save."""

    def nothing(_self: Reserve) -> None:
        return None

    setattr(Reserve, "hold", nothing)  # noqa: B010


def _sync_nothing() -> None:
    """Leave it to the system when what is saved comes to the disk."""
    pragmas = [one.replace("= EXTRA", "= OFF") for one in driver._PRAGMAS]  # noqa: SLF001
    setattr(driver, "_PRAGMAS", tuple(pragmas))  # noqa: B010 (the type tells its length)


MUTANTS = {
    "no_words_are_kept": _keep_no_words,
    "no_room_is_held": _hold_no_room,
    "nothing_is_synced": _sync_nothing,
}
