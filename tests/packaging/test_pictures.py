"""That no screen of the window is left without a picture."""

import os
import subprocess
import sys
import threading
import time

import pytest

from homejournal.texts.wording import languages
from homejournal.ui.window.pages import FIRST_START as FIRST_START_PAGE
from homejournal.ui.window.places import PAGES
from picture_looks import looks
from picture_scene import wait_until
from picture_scenes import EMPTY, FIRST_START, FULL

SCENES = (*FIRST_START, *EMPTY, *FULL)


@pytest.mark.parametrize("scenes", [EMPTY, FULL], ids=["empty", "full"])
def test_every_page_has_a_picture(scenes):
    assert set(PAGES) <= {scene.page for scene in scenes}


def test_the_first_start_has_a_picture_of_each_step():
    assert {scene.page for scene in FIRST_START} == {FIRST_START_PAGE}
    assert len(FIRST_START) == 3


def test_no_two_pictures_have_one_name():
    names = [f"{scene.name}-{look.name}" for scene in SCENES for look in looks()]
    assert len(set(names)) == len(names)


def test_every_language_has_a_look():
    assert {look.language for look in looks()} == set(languages())


def test_two_runs_make_the_same_picture(root, tmp_path):
    """In processes of their own, as the command does it."""
    made = []
    for run in ("first", "second"):
        program = [sys.executable, root / "packaging" / "pictures.py", tmp_path / run]
        wanted = ["--only", "today", "--look", "1024x640-en"]
        told = subprocess.run(
            [*program, *wanted],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONPATH": str(root)},
        )
        made.append((tmp_path / run / "today-1024x640-en.png").read_bytes())
        assert told.stdout.splitlines() == [str(tmp_path / run / "today-1024x640-en.png")]
    assert made[0] == made[1]


def test_waiting_leaves_python_to_the_worker(qapp):
    """A look at how things are costs less than each time that a thread waits for its turn."""
    turns, looks_taken = 300, []

    def work():
        for _ in range(turns):
            time.sleep(0)  # as each question to a file, it lets others go on

    thread = threading.Thread(target=work)
    thread.start()

    def is_done():
        looks_taken.append(None)
        return not thread.is_alive()

    wait_until(is_done)
    assert len(looks_taken) < turns
