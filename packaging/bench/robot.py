"""A robot's thousands of deeds in the window: what memory they take, and what went wrong."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.starts import HERE, environment
from bench.table import Figure


def robot(*, deeds: int) -> list[Figure]:
    """Measure in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, str(HERE / "robot_run.py"), home, str(deeds)],
            check=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=environment(Path(home)),
        )
    told = json.loads(done.stdout.splitlines()[-1])
    grown = told["after"] / told["before"]
    return [
        Figure(f"memory after {deeds:,} deeds of a robot / second fifth", grown, 1.05, 1.02),
        Figure("deeds of the robot after which something was wrong", told["wrong"], 0, 0),
    ]
