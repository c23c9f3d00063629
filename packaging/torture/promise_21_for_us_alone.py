"""Looks, after an evening, whether anybody else on the computer could read anything."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

from torture import children, scenario
from torture.frame import Result, Scale, nothing_tried
from torture.scenario import data_folder, files_below

PROMISE = "Nobody else on this computer can read the journal"
TRIED = "files and folders that were made, and a look as another user"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


def run(scale: Scale) -> Result:
    if os.name != "posix":
        return nothing_tried("files have no modes on this system; its rights are not proved here")
    with children.start(scale, "play", scale.folder, stderr=subprocess.DEVNULL) as program:
        said, _ = program.communicate(timeout=100)
    wrong = [] if program.returncode == 0 else [f"the evening broke off: {said[-1500:].decode()}"]
    made = list(files_below(scale.folder))
    modes = {path: path.lstat().st_mode for path in made if not path.is_symlink()}
    wrong += [
        f"{path.relative_to(scale.folder)} is {stat.filemode(mode)}"
        for path, mode in modes.items()
        if mode & _OTHERS
    ]
    looked = Result(len(made), len(made) - len(wrong), len(wrong), tuple(wrong[:8]))
    return looked + _as_another_user(scale)


def play(folder: str) -> None:
    """Play the evening where a file gets all rights that its maker does not take away."""
    os.umask(0)
    scenario.play(folder)


def _as_another_user(scale: Scale) -> Result:
    """Let another user of the computer look for what can be read."""
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        return nothing_tried("only root can look as another user")
    for folder in (scale.folder, *scale.folder.parents[:2]):
        folder.chmod(folder.stat().st_mode | stat.S_IROTH | stat.S_IXOTH)
    public = scale.folder / "public"
    public.write_text("for everybody")
    public.chmod(0o644)
    find = [*_NOBODY, "find", str(scale.folder), "-mindepth", "1", "-readable"]
    seen = subprocess.run(find, check=False, capture_output=True, encoding="utf-8").stdout.split(
        "\n"
    )
    readable = sorted({*seen} - {str(public), ""})
    if str(public) not in seen:
        return nothing_tried("another user sees nothing here at all")
    journal = data_folder(scale.folder) / "journal" / "journal.hj"
    opened = subprocess.run([*_NOBODY, "cat", str(journal)], check=False, capture_output=True)
    wrong = [f"another user reads {one}" for one in readable[:5]]
    wrong += ["another user reads the journal"] if opened.returncode == 0 else []
    return Result(2, 2 - bool(readable) - (opened.returncode == 0), len(wrong), tuple(wrong))


def _leave_rights_as_they_are() -> None:
    """Take no rights away from what is made."""
    if "torture.children" in sys.modules and Path(sys.argv[0]).name == "child.py":
        mask = os.umask
        os.umask = lambda _: mask(0)


MUTANTS = {"rights_are_left_as_they_are": _leave_rights_as_they_are}
