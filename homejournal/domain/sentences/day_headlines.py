"""The one sentence over the days of a strategy, and what is told of its times."""

from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.sentences.counts import NothingWritten, Sentence
from homejournal.domain.sentences.counts_by_plan import flat, joined, told_by_plan
from homejournal.domain.sentences.look_back import NothingFits
from homejournal.domain.sentences.sentence_rules import tell_days, tell_times


def days_headline(back: LookBack) -> Sentence:
    """Return on how many days the strategy was used, with all that has to be known of the days."""
    total = back.numbers.total
    if not (total.times or total.not_today or total.left_out):
        return NothingFits() if back.written.narrowed else NothingWritten()
    told = told_by_plan(
        back.counted, _period_of(back), lambda one: tell_days(one) or tell_times(one)
    )
    return joined([part for one in told for part in flat(one)])


def times_told(back: LookBack) -> tuple[Sentence, ...]:
    """Return how many of the planned times and what was done beside them, by kind of plan."""
    return told_by_plan(back.counted, _period_of(back), tell_times)


def _period_of(back: LookBack) -> Period:
    frame = back.counted.frame
    return Period(frame.period.start, frame.last)
