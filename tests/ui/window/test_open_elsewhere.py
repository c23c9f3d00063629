"""A journal that is open on another computer: its window reads, and says who writes."""

import time

from homejournal.storage.file import writer_lock
from tests.ui.window.programs import copied_family, first_window


def test_a_journal_that_is_open_on_another_computer_is_read_and_told(run, qtbot, tmp_path):
    folder = tmp_path / "all" / "journal"
    copied_family(folder)
    (folder / "journal.lock").write_text(f"homejournal 4711 kitchen {int(time.time())}")
    window = first_window(run(), qtbot)
    assert window.frame.read_only.isVisible()
    assert "open on another computer" in window.frame.read_only.text()


def test_a_window_says_to_other_computers_that_it_goes_on(run, qtbot, monkeypatch, tmp_path):
    folder = tmp_path / "all" / "journal"
    copied_family(folder)
    program = run()
    first_window(program, qtbot)
    held = folder / "journal.lock"
    now, since = time.time(), time.monotonic()
    monkeypatch.setattr(writer_lock.time, "time", lambda: now + 3600)
    monkeypatch.setattr(writer_lock.time, "monotonic", lambda: since + 3600)
    program._on_look()
    assert held.read_text().endswith(f" {int(now + 3600)}")
