"""Files that stand in for one that a sync program has yet to bring."""

import pytest

from homejournal.domain.sharing.cloud_folders import placeholder_names, placeholder_target


@pytest.mark.parametrize("name", ["00000001-ab.hjb", "a.sealed", ".hidden", "two words.hjb"])
def test_each_tells_which_file_it_stands_in_for(name):
    for stand_in in placeholder_names(name):
        assert placeholder_target(stand_in) == name


@pytest.mark.parametrize(
    "name", ["00000001-ab.hjb", "x.icloud", ".x", "..icloud", ".nextcloud", ".icloud", "icloud"]
)
def test_other_files_stand_in_for_nothing(name):
    assert placeholder_target(name) is None
