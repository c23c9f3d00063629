"""The folder that the measured journals live in: on a real disk, and kept between runs."""

from pathlib import Path

import platformdirs

from console import StopError

IN_MEMORY = frozenset({"tmpfs", "ramfs", "devtmpfs", "overlay-tmpfs", "zram"})


def bench_folder(asked: Path | None) -> Path:
    """Return the folder for the measured journals; raise StopError where it is only memory.

    A save on a file system in memory costs no sync, so its ratio would say nothing.
    """
    folder = asked or platformdirs.user_cache_path("homejournal") / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    kind = file_system_of(folder)
    if kind in IN_MEMORY:
        raise StopError(
            f"{folder} is kept in memory ({kind}), and saving has to be measured on a disk.\n"
            "Please name a folder on a disk with --folder."
        )
    return folder


def file_system_of(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """Return the kind of file system a folder is on, or "" where the system does not tell."""
    if not mounts.exists():
        return ""
    wanted = folder.resolve()
    kinds: dict[Path, str] = {}
    for line in mounts.read_text("utf-8").splitlines():
        _, place, kind, *_ = line.split(" ")
        kinds[Path(place.replace("\\040", " "))] = kind  # the last one mounted on a place is on top
    return next((kinds[path] for path in (wanted, *wanted.parents) if path in kinds), "")
