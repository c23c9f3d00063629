"""Runs a command where no network can be reached, so that nothing can need one unseen."""

import shutil
import subprocess

from console import tell

_WAYS = (["unshare", "-n"], ["unshare", "--map-current-user", "-n"])
"""As root, and as anybody whom the system lets have a world of their own."""


def without_network() -> list[str]:
    """Return what stands before a command to keep it from any network, or say that it cannot."""
    if shutil.which("unshare"):
        for way in _WAYS:
            if subprocess.run([*way, "true"], check=False, capture_output=True).returncode == 0:
                return way
    tell("The network cannot be taken away here, so the tests run with it.")
    return []
