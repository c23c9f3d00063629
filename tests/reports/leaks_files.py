"""What stands in the files for other programs: charts, numbers, calendars, plans and mails."""

import json
from functools import cache
from urllib.parse import parse_qs, urlsplit

from homejournal.domain.days.periods import Period
from homejournal.domain.days.strategy_numbers import ChildNumbers
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.chart_series import has_something, on_paper
from homejournal.domain.looking_back.make_look_back import (
    bars_in,
    by_routine,
    by_slot,
    by_visit,
    dots_in,
    look_back,
)
from homejournal.domain.plan.plan_page import suggested_by
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy
from homejournal.domain.records.practices import Practice
from homejournal.domain.sentences.headlines import headline
from homejournal.domain.visits import MeetingAsk, Opening, Purpose, Thanks, ThankYou
from homejournal.exchange.look_back_json import LookedBack, numbers_json
from homejournal.exchange.mail_link import mail_link
from homejournal.exchange.tables import table_csv
from homejournal.reports.chart_words.tables import chart_table
from homejournal.reports.charts.figures import FILE_LOOK, chart_png, chart_svg
from homejournal.reports.paper_to_pdf import Printer
from homejournal.reports.papers.chart_sheet import ChartSheet, chart_part
from homejournal.texts.papers.team_messages import letter
from homejournal.texts.progress_page import filter_said, filtered_name
from homejournal.texts.wording import wording_of
from tests.reports.leaks import Leaving
from tests.reports.leaks_sheets import some, suggested
from tests.reports.private_words import DAY, DAYS, TODAY, words_in

_sheet = cache(Printer)
PERIOD = Period(TODAY - DAYS * DAY, TODAY)


def _asked(home):
    """Return a filter: everything, or only one professional, routine or person."""
    family, narrow = home.family, home.random.choice(["", "", "suggested_by", "routine", "helper"])
    wrote = [practice.helper for practice in family.mine(Practice)]
    routines = [practice.routine for practice in family.mine(Practice) if practice.routine]
    values = {"suggested_by": [person.id for person in family.people], "routine": routines}
    which = values.get(narrow, wrote)
    told = {narrow: home.random.choice(which)} if narrow and which else {}
    return EntryFilter(child=home.child.id, **PERIOD._asdict(), **told)


def _looked_back(home, asked):
    return [look_back(one) for one in home.journal.looking_back.written(asked, TODAY)]


def _charts(back):
    yield from (bars_in(back), dots_in(back))
    yield from (by_visit(back, around) for around in back.visits[:1])
    yield from filter(None, (by_routine(back), by_slot(back)))


def _plan_words(home, strategy):
    """Return the words for slots, units and routines, which a chart may name."""
    steps = [one for one in home.family.mine(PlanStep) if one.strategy == strategy.id]
    routines = home.family.names(each for step in steps for each in step.routines)
    return routines | words_in(*((step.often, step.rating) for step in steps))


def charts_leaving(home):
    """Return one chart of each strategy as picture, drawing, table and sheet."""
    asked, wording = _asked(home), wording_of(home.language)
    narrowed = home.family.names([asked.routine, asked.helper])
    said = narrowed | home.family.names([asked.suggested_by])
    for back in _looked_back(home, asked):
        life, strategy = home.chance(), back.written.strategy
        drawn = [one for one in _charts(back) if has_something(one)]
        if not drawn:
            continue
        chart = on_paper(home.random.choice(drawn), life=life)
        name = filtered_name(wording, strategy.name, asked, home.journal.family())
        must, may = {strategy.name} | narrowed, _plan_words(home, strategy)
        may |= {event.words for event in home.family.mine(LifeEvent)} if life else set()
        told = frozenset(must), frozenset(must | may)
        yield Leaving("png", chart_png(chart, wording, FILE_LOOK, strategy=name), *told)
        yield Leaving("svg", chart_svg(chart, wording, FILE_LOOK, strategy=name).encode(), *told)
        table = table_csv(chart_table(chart, wording, name))
        yield Leaving("csv", table, frozenset(), told[1])
        by = suggested(home, [strategy])
        sheet = frozenset({home.child.name, strategy.name} | said | by)
        yield Leaving("pdf", _on_sheet(home, asked, back, chart, life=life), sheet, sheet | told[1])


def _on_sheet(home, asked, back, chart, *, life):
    wording, family = wording_of(home.language), home.journal.family()
    strategy, words = back.written.strategy, filter_said(wording, asked, family)
    part = chart_part(chart, wording, headline=headline(chart), life=life)
    sheet = ChartSheet(
        child=home.child.name,
        period=PERIOD,
        printed=TODAY,
        strategy=strategy.name,
        suggested=suggested_by(strategy, back.written.steps, family.team),
        filter_words=(words,) if words else (),
        parts=(part,),
        language=home.language,
    )
    return _sheet().pdf(sheet).pdf


def numbers_leaving(home):
    """Return the numbers as JSON: names of strategies, what was celebrated, and life."""
    asked = _asked(home)
    backs = _looked_back(home, asked)
    celebrated = home.journal.looking_back.celebrations(asked, TODAY)
    looked = LookedBack(asked=asked, backs=backs, celebrations=celebrated)
    numbers = ChildNumbers(
        child=home.child.id,
        period=PERIOD,
        today=TODAY,
        week_start=home.journal.settings.week_start,
        strategies=tuple(back.numbers for back in backs),
    )
    told = numbers_json(numbers, looked)
    must = {back.written.strategy.name for back in backs}
    notes = [one for one in home.family.mine(Note) if Flag.CELEBRATION in one.flags]
    inside = {note.text for note in notes if PERIOD.start <= note.day <= PERIOD.end}
    must |= set() if asked.hides else inside
    may = inside | {event.words for event in home.family.mine(LifeEvent)}
    may = may.union(*(_plan_words(home, strategy) for strategy in home.family.mine(Strategy)))
    data = json.dumps(told, ensure_ascii=False).encode()
    yield Leaving("json", data, frozenset(must), frozenset(must | may))


def calendar_leaving(home):
    """Return some of the visits to come and of the reminders as a calendar file."""
    calendars, child = home.journal.calendars, home.child.id
    visits = [one for one in calendars.coming(child, TODAY) if home.chance(0.7)]
    times = [
        reminder_time for reminder_time in calendars.reminder_times(child, TODAY) if home.chance()
    ]
    must, may = set(), {home.child.name}
    for visit in visits:
        people = [person for person in home.family.people if person.id in visit.people]
        must |= words_in(home.child.name, visit.bring, *((p.name, p.discipline) for p in people))
    for time in times:
        ours = _plan_words(home, time.strategy) - words_in(*_ratings(home))
        may |= {time.strategy.name} | ours
        must |= {home.child.name, time.strategy.name} if time.time else set()
    data = calendars.file_of(visits, times, wording_of(home.language), TODAY)
    yield Leaving("ics", data, frozenset(must), frozenset(must | may))


def _ratings(home):
    return [step.rating for step in home.family.mine(PlanStep)]


def plan_leaving(home):
    """Return the plan of some strategies as a plan file."""
    ids = some(home, [strategy.id for strategy in home.family.mine(Strategy)])
    data = home.journal.plan_files.export(ids, "Plan")
    mine = [strategy for strategy in home.family.mine(Strategy) if strategy.id in ids]
    steps = [one for one in home.family.mine(PlanStep) if one.strategy in ids]
    must = suggested(home, mine) | words_in(*mine, *steps)
    must |= words_in(
        *(p.role for p in home.family.people if p.id in {o.suggested_by for o in mine})
    )
    outcomes = {one.outcome for one in mine}
    must |= {outcome.text for outcome in home.family.mine(Outcome) if outcome.id in outcomes}
    named = {each for step in steps for each in step.routines}
    must |= {routine.name for routine in home.family.all(Routine) if routine.id in named}
    yield Leaving("hjplan", data, frozenset(must))


def messages_leaving(home):
    """Return a message to one of the team as a link for a new mail, and its parts."""
    person = home.random.choice(home.family.people)
    named = {"person": person.name, "child": home.child.name}
    asked = MeetingAsk(**named, purposes=tuple(some(home, Purpose)))
    thank = ThankYou(**named, openings=tuple(Opening), thanks=tuple(some(home, Thanks)))
    wordings = [wording_of(one) for one in home.random.choice([["en"], ["es"], ["es", "en"]])]
    said = letter(wordings, home.random.choice([asked, thank]))
    address = person.ways[0].value
    link = mail_link(address, said.subject, said.text)
    names, theirs = frozenset(named.values()), frozenset(words_in(address))
    yield Leaving("subject", said.subject.encode(), frozenset())
    yield Leaving("message", said.text.encode(), names)
    yield Leaving("mail", link.encode(), theirs, theirs | names)
    subject = parse_qs(urlsplit(link).query)["subject"][0]
    yield Leaving("subject", subject.encode(), frozenset())
