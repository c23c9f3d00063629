"""Every part that comes with the program is listed with the whole text of its license."""

from pathlib import Path

import pytest

from homejournal.ui import help as ours
from homejournal.ui.help import licenses


def test_every_part_has_its_whole_license():
    assert [one.part for one in licenses() if len(one.text) < 700] == []


def test_our_own_license_is_the_one_beside_the_code():
    first = licenses()[0]
    assert (first.part, first.called) == ("homejournal", "MIT")
    assert first.text == (Path(__file__).parents[3] / "LICENSE").read_text("utf-8")


def test_qt_comes_with_both_licenses_that_it_is_under():
    qt = next(one for one in licenses() if one.part.startswith("PySide6"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text
    assert "GNU GENERAL PUBLIC LICENSE" in qt.text
    assert "LGPL" in qt.called


@pytest.mark.parametrize(
    ("package", "held"), [("sqlcipher3", "ZETETIC LLC"), ("zxing-cpp", "libzint")]
)
def test_what_a_package_holds_without_a_word_has_its_license_too(package, held):
    (one,) = [one for one in licenses() if one.part.startswith(package)]
    assert held in one.text


def test_what_packages_need_is_listed_and_what_only_tests_need_is_not():
    parts = {one.part.split()[0].lower() for one in licenses()}
    assert {"noto", "tabler", "sqlalchemy", "numpy", "pikepdf", "typst"} <= parts
    assert parts.isdisjoint({"pytest", "scipy", "hypothesis", "babel"})


def test_a_package_that_is_not_needed_on_this_system_is_left_out(monkeypatch):
    monkeypatch.setattr(ours.metadata, "requires", lambda _name: ["not-there-at-all>=1"])
    assert [one.part for one in licenses()] == ["homejournal", "Noto", "Tabler Icons"]
