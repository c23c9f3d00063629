"""Chips show our own words whole, and longer names shortened with the whole in the tool tip."""

import pytest

from homejournal.domain.records.plan import Area
from homejournal.texts import labels
from homejournal.texts.wording import wording_of
from homejournal.ui.widgets.fields.choices import MultipleChoice


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_five_areas_are_shown_whole(qtbot, language):
    named = [(area, labels.area(wording_of(language), area)) for area in Area]
    choice = MultipleChoice(named)
    qtbot.addWidget(choice)
    assert [chip.text().strip() for chip in choice.chips] == [said for _, said in named]


def test_a_very_long_name_is_shortened_and_whole_in_the_tool_tip(qtbot):
    choice = MultipleChoice([("long", "a" * 200)])
    qtbot.addWidget(choice)
    assert len(choice.chips[0].text()) < 60
    assert choice.chips[0].toolTip() == "a" * 200
