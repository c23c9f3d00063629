"""Starts programs that use a journal, with the promise's planted fault in them as well."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from torture.frame import Scale

ROOT = Path(__file__).resolve().parents[2]


def start(
    scale: Scale,
    function: str,
    *given: object,
    before: Sequence[str] = (),
    stderr: int | None = None,
) -> "subprocess.Popen[bytes]":
    """Run a function of a promise's module in another program; what it prints comes over a pipe.

    `before` stands before the command: strace, setpriv, unshare.
    """
    command = [
        *before,
        sys.executable,
        str(Path(__file__).with_name("child.py")),
        scale.module,
        scale.mutant,
        function,
    ]
    return subprocess.Popen(
        [*command, *map(str, given)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=stderr,
    )


def tell(words: str) -> None:
    """Acknowledge something to the program that looks on, past all buffers."""
    os.write(1, f"{words}\n".encode())
