"""The names of keys, in every language."""

import pytest

from homejournal.texts.wording import key_names, languages, wording_of


@pytest.mark.parametrize("language", languages())
def test_each_key_has_one_name(language):
    names = key_names(wording_of(language))
    assert all(name and name == name.strip() for name in names.values())
    assert len(set(names.values())) == 4
    assert names["Return"] == names["Enter"]


def test_they_stand_so_on_a_spanish_keyboard():
    names = key_names(wording_of("es"))
    assert [names[key] for key in ("Ctrl", "Shift", "Del", "Enter")] == [
        "Ctrl",
        "Mayús",
        "Supr",
        "Enter",
    ]
