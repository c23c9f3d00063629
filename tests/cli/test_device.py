"""This computer has one id, kept outside the journal."""

import os
import stat

from homejournal.this_computer import device_id


def test_the_id_is_made_once_and_kept(tmp_path):
    first = device_id(tmp_path / "settings")

    assert device_id(tmp_path / "settings") == first
    kept = tmp_path / "settings" / "device"
    assert os.name == "nt" or stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_another_computer_has_another_id(tmp_path):
    assert device_id(tmp_path / "one") != device_id(tmp_path / "two")


def test_a_file_that_holds_no_id_is_written_anew(tmp_path):
    (tmp_path / "device").write_text("kitchen", encoding="ascii")

    made = device_id(tmp_path)

    assert device_id(tmp_path) == made


def test_without_a_settings_folder_there_is_an_id_for_this_start(tmp_path):
    (tmp_path / "settings").write_text("a file is in the way", encoding="ascii")

    assert device_id(tmp_path / "settings").version == 4
