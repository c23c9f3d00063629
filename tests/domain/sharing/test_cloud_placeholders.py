"""Files that stand in for one that a sync program has yet to bring."""

import pytest

from homejournal.domain.sharing.cloud_folders import stand_ins_of, stood_in_for


@pytest.mark.parametrize("name", ["00000001-ab.hjb", "a.sealed", ".hidden", "two words.hjb"])
def test_each_tells_which_file_it_stands_in_for(name):
    for stand_in in stand_ins_of(name):
        assert stood_in_for(stand_in) == name


@pytest.mark.parametrize(
    "name", ["00000001-ab.hjb", "x.icloud", ".x", "..icloud", ".nextcloud", ".icloud", "icloud"]
)
def test_other_files_stand_in_for_nothing(name):
    assert stood_in_for(name) is None
