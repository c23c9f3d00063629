"""A person who hears the window instead of seeing it, or who uses its keys alone."""

import contextlib
import json
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from environment import PYTHON, ROOT
from outside.desktop import Desktop, line_of
from system_packages import SYSTEM_PYTHON

_KEYS_AT_ONCE = 40
_BETWEEN_LETTERS_MS = 3
_ALT_MS = 80
"""While a screen reader listens, Qt may take Alt that is let go sooner for a wish to see menus."""
_LONGEST_END = 20.0
_WORKED = slice(11, 15)
"""Its own time, the system's for it, and both of what it has started: proc(5), after the name."""
_TAKES_A_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""

Told = dict[str, Any]
"""What a screen reader says of a part: its role, name, description and states."""


class OutsideError(Exception):
    """What was looked for is not there, or cannot be done from outside."""


class Client:
    """Uses a running homejournal by the roles and names that it tells, and by keys.

    Everything waits for what it names, and raises OutsideError where it does not come.
    """

    def __init__(self, desktop: Desktop, order: Sequence[str], home: Path, **more: str) -> None:
        self._desktop = desktop
        # As words, not as a file: whoever listens need not be let into the project's folder.
        reader = Path(__file__).with_name("reader.py").read_text("utf-8")
        self._reader = desktop.run(
            [SYSTEM_PYTHON, "-c", reader],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        line_of(self._reader)  # it listens: nothing that the program says is lost
        environment = {**desktop.environment, "HOME": str(home), **more}
        self.began = time.monotonic()
        self._process = desktop.run(list(order), cwd=ROOT, env=environment)

    def _ask(self, op: str, **said: object) -> Any:  # noqa: ANN401 - any value that JSON holds
        line = json.dumps({"op": op, "pid": self._process.pid, **said}) + "\n"
        if self._reader.stdin is not None:
            self._reader.stdin.write(line.encode())
            self._reader.stdin.flush()
        answer = json.loads(line_of(self._reader) or '{"error": "the reader has ended"}')
        if "error" in answer:
            raise OutsideError(answer["error"])
        return answer["ok"]

    def tree(self) -> list[Told]:
        """Return all that stands on the screen, the newest window first, each with its depth."""
        return list(self._ask("tree"))

    def words(self) -> list[str]:
        """Return every name and description that the program tells, also of what is not shown."""
        return list(self._ask("words"))

    def sees(self, words: str) -> None:
        """Wait until words stand on the screen, in a name, a description or a field."""
        self._ask("sees", words=words)

    def unsaid(self, *words: str) -> None:
        """Wait until the program tells none of these words any more, also of what is not shown."""
        self._ask("unsaid", words=words)

    def windows(self) -> list[Told]:
        """Return the windows of the program, the newest first."""
        return list(self._ask("windows"))

    def look(self, role: str, name: str, **more: object) -> Told:
        """Wait for a part and return what is told of it.

        `more` may hold `about` (words of its description), `states` that it must have, and `nth`.
        """
        return dict(self._ask("look", wanted={"role": role, "name": name, **more}))

    def there(self, role: str, name: str, **more: object) -> bool:
        """Return whether a part is on the screen now."""
        return bool(self._ask("there", wanted={"role": role, "name": name, **more}))

    def gone(self, role: str, name: str) -> None:
        """Wait until a part is no longer there."""
        self._ask("gone", wanted={"role": role, "name": name})

    def press(self, role: str, name: str, **more: object) -> None:
        """Press a button, or tick what can be ticked."""
        self._ask("press", wanted={"role": role, "name": name, **more})

    def type(self, name: str, text: str, **more: object) -> None:
        """Put a text into a field."""
        self._ask("type", wanted={"role": "text", "name": name, **more}, text=text)

    def text(self, name: str, **more: object) -> str:
        """Return what stands in a field."""
        return str(self._ask("text", wanted={"role": "text", "name": name, **more}))

    def cells(self, name: str) -> list[list[str]]:
        """Return the names of a table's cells, row by row."""
        return list(self._ask("cells", wanted={"role": "table", "name": name}))

    def heads(self, name: str, row: int, column: int) -> list[str]:
        """Return the names of the heads of row and column that a table's cell is told with."""
        wanted = {"role": "table", "name": name}
        return list(self._ask("heads", wanted=wanted, row=row, column=column))

    def focus(self, role: str, name: str, **more: object) -> None:
        """Put the keyboard on a part."""
        self._ask("focus", wanted={"role": role, "name": name, **more})

    def heard(self, wait: float = 0.0) -> list[Told]:
        """Return what was announced or focused since it was last asked for."""
        return list(self._ask("heard", wait=wait))

    def hears(self, words: str) -> str:
        """Wait until the words are announced, and return the whole sentence."""
        return str(self._ask("await", kind="announcement", words=words)["words"])

    def moves_to(self, words: str) -> str:
        """Wait until the keyboard comes to a part with these words in its name."""
        return str(self._ask("await", kind="focused", words=words)["name"])

    def appears(self, title: str) -> None:
        """Wait until a window with these words in its title stands on the screen."""
        self._xdotool("search", "--sync", "--onlyvisible", "--name", title)

    def keys(self, *names: str) -> None:
        """Press keys one after the other, as X11 names them ("Tab", "ctrl+3")."""
        wait = str(_ALT_MS if any(name.startswith("alt+") for name in names) else 0)
        for begin in range(0, len(names), _KEYS_AT_ONCE):
            self._xdotool("key", "--delay", wait, *names[begin : begin + _KEYS_AT_ONCE])

    def letters(self, text: str) -> None:
        """Type letters where the keyboard is."""
        self._xdotool("type", "--delay", str(_BETWEEN_LETTERS_MS), text)

    def _xdotool(self, *order: str) -> None:
        environment = self._desktop.environment
        order = ("xdotool", *order)
        subprocess.run(order, env=environment, check=True, stdout=subprocess.DEVNULL)

    def ends(self) -> None:
        """Wait until the program ends by itself; subprocess.TimeoutExpired where it never does."""
        self._process.wait(_LONGEST_END)

    def worked(self) -> float:
        """Return the seconds that a processor has worked for the program so far."""
        told = Path(f"/proc/{self._process.pid}/stat").read_text("utf-8").rpartition(")")[2]
        ticks = sum(map(int, told.split()[_WORKED]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def kill(self) -> None:
        """Kill the program with signal 9, as a computer does that has no memory left."""
        self._process.kill()
        self._process.wait()

    def picture(self, file: Path) -> None:
        """Keep a picture of the whole screen, as the family sees it now."""
        order = [str(PYTHON), "-c", _TAKES_A_PICTURE, str(file)]
        subprocess.run(order, env=self._desktop.environment, check=True, capture_output=True)

    def close(self) -> None:
        """Stop listening, and end the program."""
        self._desktop.stop(self._process)
        self._desktop.stop(self._reader)


@contextlib.contextmanager
def opened(
    desktop: Desktop,
    folder: Path,
    arguments: Sequence[str] = (),
    program: Sequence[str] = ("-m", "homejournal"),
    **more: str,
) -> Iterator[Client]:
    """Start homejournal with all its files in a folder, and end it after.

    `more` goes to its environment.
    """
    order = [str(PYTHON), *program, "--data", str(folder), *arguments]
    with contextlib.suppress(OSError):  # a disk may be full, or only to be read
        (folder / "Documents").mkdir(parents=True)  # where a file is offered to be saved
    client = Client(desktop, order, folder, **more)
    try:
        yield client
    finally:
        client.close()
