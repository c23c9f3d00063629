"""What asks for a file or a folder begins where a family would look, never in the program's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from homejournal.ui.base import files
from homejournal.ui.base.files import documents, drives, pictures, which_file, which_folder
from homejournal.ui.safe.copies import restore_dialog


@pytest.fixture
def home(monkeypatch, tmp_path):
    """A person whose sticks appear nowhere yet."""
    path = tmp_path / "nobody-of-this-name"
    path.mkdir()
    monkeypatch.setattr(Path, "home", lambda: path)
    return path


@pytest.fixture
def parent(dressed, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def begins(dialog):
    return Path(dialog.directory().path())


def test_a_file_is_looked_for_among_documents_or_where_it_is_said(parent, tmp_path):
    dialog = which_file(parent, "Choose a file", ["Pictures (*.png)"])
    assert begins(dialog) == documents()
    assert dialog.nameFilters() == ["Pictures (*.png)"]
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    assert begins(which_file(parent, "Choose a file", [], tmp_path)) == tmp_path


def test_a_folder_is_looked_for_among_documents_or_where_it_is_said(parent, tmp_path):
    assert begins(which_folder(parent, "Choose a folder")) == documents()
    assert begins(which_folder(parent, "Choose a folder", tmp_path)) == tmp_path


@pytest.mark.parametrize("folder", [documents, pictures])
def test_a_person_without_such_a_folder_is_asked_at_home(folder, home, monkeypatch, tmp_path):
    monkeypatch.setattr(
        files.QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "none")
    )
    assert folder() == home
    monkeypatch.setattr(files.QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    assert folder() == tmp_path


def test_sticks_are_looked_for_where_this_computer_shows_them(home, monkeypatch):
    assert drives() in {home, Path("/Volumes")}
    there = Path("/media", home.name)
    monkeypatch.setattr(Path, "is_dir", lambda one: one == there)
    assert drives() == there


def test_a_copy_is_looked_for_where_sticks_appear(desk, home, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(restore_dialog, "drives", lambda: tmp_path)
    dialog = restore_dialog.RestoreDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.file.click()
    asked = dialog.findChild(QFileDialog)
    assert begins(asked) == tmp_path
    asked.reject()
