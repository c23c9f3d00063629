"""Small files that are always whole: the old bytes or the new ones, whatever ends the program."""

from contextlib import suppress
from pathlib import Path
from threading import Lock

from homejournal.durable_writes import sync_folder, sync_written
from homejournal.storage.file.journal_folder import new_private_file

_one_at_a_time = Lock()
"""Two threads may write the same file, and what one has begun is not the other's."""


def write_whole(target: Path, data: bytes) -> None:
    """Put bytes in the place of a file, readable for this person alone; raises OSError.

    What a program that was killed left half written has a name of its own and is written over.
    """
    with _one_at_a_time:
        made = target.with_name(f"{target.name}.new")
        made.unlink(missing_ok=True)
        try:
            with new_private_file(made) as file:
                file.write(data)
                sync_written(file)
            made.replace(target)
        except BaseException:
            with suppress(OSError):
                made.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)
