"""A real sync program carries the shared folder: edits at once, a kill, conflict copies.

Both daemons talk over the loopback of a network namespace of their own, which has nothing else.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sharing.syncthing_daemons import is_there

pytestmark = [pytest.mark.unmeasured, pytest.mark.with_all]

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(
    not is_there() and "HOMEJOURNAL_OUTSIDE" not in os.environ,
    reason="syncthing or unshare is not installed here",
)
def test_two_daemons_keep_two_journals_in_step(tmp_path):
    as_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    command = ["unshare", "--net", *as_root, sys.executable, "-m", "tests.sharing.syncthing_story"]
    told = subprocess.run(
        [*command, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "in step" in told.stdout
    assert "joined: journal.sync-conflict-" in told.stdout
