"""The words of the Progress page: its filter, periods, days, numbers, and how they are counted."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from homejournal.domain.days.day_states import DayState
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.chart_series import Cell
from homejournal.domain.looking_back.look_back_values import DayShown, PeriodChoice
from homejournal.domain.names import distinct_routines, distinct_team, name_on_its_own
from homejournal.domain.records.family import Family
from homejournal.domain.sentences.values import Measure
from homejournal.texts.day_page import day_state, used_anyway
from homejournal.texts.display_names import name_said
from homejournal.texts.labels import reason as reason_word
from homejournal.texts.wording import Wording


def cell_text(cell: Cell, wording: Wording) -> str:
    """Return one cell: "March 22, 2026", "1,200.5", the words, or nothing."""
    match cell:
        case None:
            return ""
        case date():
            return wording.day(cell)
        case int() | Decimal():
            return wording.number(cell)
        case _:
            return cell


def filter_said(wording: Wording, asked: EntryFilter, family: Family) -> str:
    """Return plainly what the filter leaves away, or nothing if it hides nothing."""
    text, said = wording.text, []
    team = distinct_team(family.team)
    by = team.get(asked.suggested_by) if asked.suggested_by else None
    routine, helper, writer = _narrowing(wording, asked, family)
    if by is not None:
        name = wording.own(name_on_its_own(by, team.values()))
        said.append(text("Only strategies that {name} suggested are shown.", name=name))
    if routine:
        said.append(text("Only what was done in the routine “{name}” counts here.", name=routine))
    if helper:
        said.append(text("Only what {name} did counts here.", name=helper))
    if writer:
        said.append(text("Only what {name} wrote down counts here.", name=writer))
    if routine or helper or writer:
        said.append(text("Nothing can be said of planned days then."))
    if said:
        said.append(text("The rest is hidden, not lost."))
    # Translators: the joint between two sentences
    return text(" ").join(said)


def filtered_name(wording: Wording, strategy: str, asked: EntryFilter, family: Family) -> str:
    """Return a strategy's name for what leaves the page alone: "Wait (only: Bath, Mom)"."""
    *names, writer = _narrowing(wording, asked, family)
    wrote = wording.text("written down by {name}", name=writer) if writer else ""
    names = [name for name in (*names, wrote) if name]
    if not names:
        return strategy
    told = wording.text(", ").join(names)
    return wording.text("{strategy} (only: {names})", strategy=strategy, names=told)


def _narrowing(wording: Wording, asked: EntryFilter, family: Family) -> tuple[str, str, str]:
    named = distinct_routines(family.routines, asked.child)
    routine = named.get(asked.routine) if asked.routine else None
    done_in = wording.own(routine.name) if routine else ""
    people = (asked.helper, asked.written_by)
    did, wrote = (name_said(wording, family, who) for who in people)
    return done_in, did, wrote


_PERIODS: Mapping[PeriodChoice, Callable[[Wording], str]] = {
    PeriodChoice.SINCE_VISIT: lambda w: w.text("Since the last visit"),
    PeriodChoice.FOUR_WEEKS: lambda w: w.text("4 weeks"),
    PeriodChoice.THREE_MONTHS: lambda w: w.text("3 months"),
    PeriodChoice.ALL: lambda w: w.text("Everything"),
    PeriodChoice.OWN: lambda w: w.text("Own dates…"),
}


def period_name(wording: Wording, choice: PeriodChoice, *, visited: bool = True) -> str:
    """Return what a choice of days is called on its button; `visited`: whether a visit was."""
    if choice is PeriodChoice.SINCE_VISIT and not visited:
        return wording.text("Since we began")
    return _PERIODS[choice](wording)


def shown_state(wording: Wording, shown: DayShown) -> str:
    """Return the state of a day: "did it", "used anyway" where it was not planned."""
    return used_anyway(wording) if shown.used_anyway else day_state(wording, shown.state)


def state_said(wording: Wording, shown: DayShown) -> str:
    """Return the state of a day with why it was left out: "left out (sick)"."""
    said = shown_state(wording, shown)
    if shown.reason is None:
        return said
    return wording.text("{state} ({reason})", state=said, reason=reason_word(wording, shown.reason))


def day_short(wording: Wording, shown: DayShown) -> str:
    """Return the state of a day in a few words, with its times where several are planned."""
    said = state_said(wording, shown)
    if shown.state is not DayState.DID_IT or shown.times_planned < 2:
        return said
    times, planned = wording.number(shown.times), wording.number(shown.times_planned)
    return wording.text("{state} ({times} of {planned})", state=said, times=times, planned=planned)


def times_said(wording: Wording, shown: DayShown) -> str:
    """Return how often it was used, where one time is not all that there is to say."""
    if shown.times_planned > 1:
        return wording.count(
            "{times} of {n} time",
            "{times} of {n} times",
            shown.times_planned,
            times=wording.number(shown.times),
        )
    return wording.count("{n} time", "{n} times", shown.times) if shown.times > 1 else ""


def how_counted(wording: Wording, measure: Measure) -> str:
    """Return how a measure is counted, in plain words, and in a paragraph of its own the source."""
    return "\n".join(words(wording) for words in _COUNTED[measure])


_COUNTED: Mapping[Measure, tuple[Callable[[Wording], str], ...]] = {
    Measure.DAYS: (
        lambda w: w.text(
            "Planned days are those with “did it”, “not today” or “not written”. Days left out do"
            " not count, and you see the reason. A day with nothing written is not a “no”. So the"
            " days are told as a range while one of them is not written."
        ),
        lambda w: w.text(
            "Sources: James, JMIR Formative Research, 2026, e83548,"
            " formative.jmir.org/2026/1/e83548. Stone and others, BMJ 324, 2002, page 1193,"
            " bmj.com/content/324/7347/1193."
        ),
    ),
    Measure.MIDDLE: (
        lambda w: w.text(
            "Put all ratings in a row, from the lowest to the highest. The one in the middle is"
            " named. If two words are in the middle, both are named. Of two numbers, it is the"
            " point halfway. Words cannot be added up, so they are only counted and put in order."
            " It takes 5 ratings in words. On the screen 3 will do, with the words “so far”."
        ),
        lambda w: w.text(
            "Sources: Stevens, “On the Theory of Scales of Measurement”, Science 103, 1946, pages"
            " 677 to 680, doi.org/10.1126/science.103.2684.677. Heiberger and Robbins, “Design of"
            " Diverging Stacked Bar Charts for Likert Scales and Other Applications”, Journal of"
            " Statistical Software 57 (5), 2014, jstatsoft.org/article/view/v057i05."
        ),
    ),
    Measure.RUN_CHART: (
        lambda w: w.text(
            "Put the numbers in the order of their days. Leave out those that are just the middle"
            " one. See how many in a row stay on one side, and how often they cross the middle. A"
            " very long row, or very few crossings, is rare in plain ups and downs. It does happen"
            " now and then, so the sign can be wrong. It takes 12 numbers above or below the"
            " middle. Where days are too few, full weeks are added up and taken. It does not say"
            " why."
        ),
        lambda w: w.text(
            "Source: Anhøj and Olesen, “Run Charts Revisited: A Simulation Study of Run Chart Rules"
            " for Detection of Non-Random Variation in Health Care Processes”, PLOS ONE 9 (11),"
            " 2014, e113825, doi.org/10.1371/journal.pone.0113825."
        ),
    ),
    Measure.WILSON: (
        lambda w: w.text(
            "You saw some tries of one session, and another day it may be more or less. The range"
            " shows which rates would fit what you saw. It is made so that about 95 of 100 such"
            " ranges hold the true rate. Both ends are rounded to the nearest 5. Tries of two"
            " sessions are never put together here. It takes 10 tries in one session, and the"
            " newest such session is told."
        ),
        lambda w: w.text(
            "Source: Wilson, “Probable Inference, the Law of Succession, and Statistical"
            " Inference”, Journal of the American Statistical Association 22, 1927, pages 209 to"
            " 212, doi.org/10.1080/01621459.1927.10502953."
        ),
    ),
    Measure.NAP: (
        lambda w: w.text(
            "Each rating from before the visit is put beside each one since. Then we count the"
            " pairs in which the later one is better. Less help counts as better, and so does"
            " going well. For numbers, the plan says which way. A tie counts half. If half of all"
            " pairs are like that, the two sides look alike. It takes 5 ratings on each side. It"
            " does not say why."
        ),
        lambda w: w.text(
            "Source: Parker and Vannest, on the “nonoverlap of all pairs”, Behavior Therapy 40 (4),"
            " 2009, pages 357 to 367, doi.org/10.1016/j.beth.2008.10.006."
        ),
    ),
}
