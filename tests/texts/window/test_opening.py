"""What is said of a file that somebody opens: its name on one line, as plain text, and no blame."""

from pathlib import Path

import pytest

from homejournal.texts.window import opening
from homejournal.texts.wording import wording_of

ABOUT_A_FILE = (
    opening.waits_for_dialog,
    opening.waits_for_writing,
    opening.waits_for_child,
    opening.unreadable,
    opening.not_ours,
    opening.name_is_taken,
)
EN = wording_of("en")


@pytest.mark.parametrize("said", ABOUT_A_FILE)
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_each_sentence_names_the_file_once(said, language):
    words = said(wording_of(language), Path("/home/ana/photos/cat & dog.jpg"))
    assert words.count("cat & dog.jpg") == 1
    assert "/home" not in words


@pytest.mark.parametrize("name", ["a\n\nb.jpg", "a\u202eb.jpg", "a\tb.jpg", "a \u2029 b.jpg"])
def test_a_name_stays_on_one_line_and_turns_nothing_round(name):
    assert opening.unreadable(EN, Path(name)).startswith("a b.jpg could not be read")


def test_a_very_long_name_keeps_its_beginning_and_its_ending():
    said = opening.unreadable(EN, Path("begin" + "x" * 300 + ".hjplan"))
    assert said.startswith("begin")
    assert "….hjplan" in said or "x.hjplan" in said
    assert len(said) < 120


def test_a_path_without_a_name_is_told_whole():
    assert opening.not_ours(EN, Path("/")).startswith("homejournal cannot open /.")


def test_what_hides_the_journal_tells_nothing_of_the_file():
    assert opening.something_waits(EN) == "A file is waiting."
    assert opening.open_already(EN) == "This journal is already open."


def test_a_journal_is_told_by_its_place_in_this_persons_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    usual = tmp_path / "data" / "homejournal" / "journal"
    assert opening.journal_said(EN, usual) == "The usual journal"
    assert opening.journal_said(EN, tmp_path / "Documents" / "Ours") == "Documents/Ours"
    assert opening.journal_said(EN, Path("/journals/Ours")) == "/journals/Ours"
    assert len(opening.journal_said(EN, tmp_path / ("x" * 200))) < 70
