"""What is said where settings are hidden or changed."""

from homejournal.texts.window.settings import changed_said, hidden_said
from homejournal.texts.wording import wording_of

EN = wording_of("en")


def test_settings_that_a_filter_hides_are_counted():
    assert hidden_said(EN, 1) == "A filter hides 1 setting."
    assert hidden_said(EN, 11) == "A filter hides 11 settings."


def test_a_step_that_changed_a_setting_is_called_by_its_name_and_its_value():
    assert changed_said(EN, "Text size", "1.25 times") == "Text size: 1.25 times"
