"""Whoever makes pictures has one window at a time, and nothing of those that were before it."""

import gc

import pytest
from PySide6.QtWidgets import QApplication

from homejournal.services.family_journal import FamilyJournal
from homejournal.ui.window.main_window import MainWindow
from picture_looks import looks
from picture_making import windows_of
from picture_scenes import FIRST_START


def windows():
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]


def in_memory():
    gc.collect()
    return sum(type(one) in {MainWindow, FamilyJournal} for one in gc.get_objects())


@pytest.mark.usefixtures("dressed")
def test_each_window_is_gone_before_the_next_one_opens(tmp_path):
    """A window that is only closed keeps its journal, and goes on to hear what happens to it."""
    (look, *_), wanted = looks(), [scene.name for scene in FIRST_START[:3]]
    made, before = [], in_memory()
    for file in windows_of(look, tmp_path, wanted):
        made.append(file.stem.removesuffix(f"-{look.name}"))
        assert len(windows()) == 1
    assert made == wanted
    assert windows() == []
    assert in_memory() <= before
