"""What this computer remembers about the window."""

from uuid import uuid4

from homejournal.ui.base.preferences import Preferences
from homejournal.ui.theme import Scheme


def test_everything_comes_back_from_the_file(tmp_path, qapp):
    file, helper, child = tmp_path / "window.ini", uuid4(), uuid4()
    first = Preferences(file)
    first.language, first.scheme, first.text_size = "es", Scheme.DARK, 150
    first.helper, first.child = helper, child
    first.save()
    second = Preferences(file)
    assert (second.language, second.scheme, second.text_size) == ("es", Scheme.DARK, 150)
    assert (second.helper, second.child) == (helper, child)


def test_an_unreadable_file_means_the_usual(tmp_path, qapp):
    file = tmp_path / "window.ini"
    file.write_text("[General]\ntext_size=huge\nscheme=pink\nhelper=me\n")
    told = Preferences(file)
    assert (told.text_size, told.scheme, told.helper) == (100, Scheme.SYSTEM, None)


def test_a_choice_can_be_taken_back(tmp_path, qapp):
    told = Preferences(tmp_path / "window.ini")
    told.helper = uuid4()
    told.helper = None
    assert told.helper is None


def test_a_part_of_the_window_remembers_words_of_its_own(tmp_path, qapp):
    first = Preferences(tmp_path / "window.ini")
    first.remember("grid/turned", "yes")
    first.remember("language", "not the window's")
    first.save()
    second = Preferences(tmp_path / "window.ini")
    assert second.remembered("grid/turned") == "yes"
    assert second.language is None
    second.remember("grid/turned", None)
    assert second.remembered("grid/turned") is None


def test_the_example_remembers_who_writes_and_who_is_shown_for_itself(tmp_path, qapp):
    own, mom, maya = Preferences(tmp_path / "window.ini"), uuid4(), uuid4()
    own.helper, own.child = mom, maya
    example = own.for_example()
    assert (example.helper, example.child) == (None, None)
    example.helper, example.child, example.text_size = uuid4(), uuid4(), 125
    assert (own.helper, own.child, own.text_size) == (mom, maya, 125)
    own.forget()
    assert (own.helper, example.helper) == (None, None)
