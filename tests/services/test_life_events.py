"""The Journal's pages with what happened in life among the entries."""

from datetime import timedelta
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.children import LifeEvent
from tests.journals import TODAY, Opened, child, note, planned


def event(of, day, words="We moved"):
    return LifeEvent(id=uuid4(), child=of.id, day=day, words=words)


@settings(deadline=None, max_examples=15)
@given(
    days=st.lists(st.tuples(st.booleans(), st.integers(0, 6)), max_size=24),
    limit=st.integers(1, 7),
)
def test_pages_hold_everything_once_newest_day_first_with_life_on_top(
    tmp_path_factory, days, limit
):
    opened = Opened(tmp_path_factory.mktemp("family"))
    journal = opened.new()
    of, _ = planned(journal)
    written = [
        event(of, TODAY - timedelta(days=day))
        if life
        else note(of, day=TODAY - timedelta(days=day))
        for life, day in days
    ]
    journal.records.save(*written)
    asked = EntryFilter(child=of.id)
    found, before = [], None
    while page := journal.timeline.page_with_life(asked, before=before, limit=limit):
        found += page
        before = page[-1].place
    assert sorted(one.record.id for one in found) == sorted(one.id for one in written)
    order = [(one.record.day, isinstance(one.record, LifeEvent)) for one in found]
    assert order == sorted(order, reverse=True)
    months = journal.timeline.months(asked)
    assert sum(month.entries for month in months) == len(written)
    assert [month.first for month in months] == sorted(
        {one.day.replace(day=1) for one in written}, reverse=True
    )
    assert journal.timeline.count(asked) == sum(1 for life, _ in days if not life)
    opened.close()


def test_a_search_and_the_child_decide_about_life_too(journal):
    of, _ = planned(journal)
    other = child(name="Ana")
    journal.records.save(other, event(other, TODAY), event(of, TODAY, "The baby came"))
    said = EntryFilter(child=of.id, words="baby")
    assert [one.record.words for one in journal.timeline.page_with_life(said)] == ["The baby came"]
    assert journal.timeline.page_with_life(EntryFilter(child=of.id, words="cat")) == []


def test_words_end_their_unfinished_text_and_undo_brings_it_back(journal):
    of, _ = planned(journal)
    journal.drafts.keep("life:1", "The baby")
    change = journal.records.save_ending((event(of, TODAY),), ["life:1"])
    assert journal.drafts.kept() == {}
    journal.undo(change)
    assert journal.drafts.kept() == {"life:1": "The baby"}
    assert journal.family().life_events == {}
