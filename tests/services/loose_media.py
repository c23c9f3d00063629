"""What the tests of the list of loose bytes share: a killed program, and where the list lies."""

import shutil

import pytest


@pytest.fixture
def killed(journals):
    """Return how a program is killed: the folder as it lies there, under another name."""
    made = []

    def kill(journal):
        made.append(journals.folder / f"killed-{len(made)}")
        shutil.copytree(journal.folder, made[-1])
        return made[-1].name

    return kill


def lists(journal):
    return [path.name for path in journal.folder.iterdir() if path.name.startswith("media-")]
