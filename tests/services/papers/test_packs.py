"""Packs from a journal: what stands in them."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.packs.builder import PackTyped, pack_of
from homejournal.domain.packs.missing import Missing, missing_in
from homejournal.domain.packs.offers import PackLine, default_keys, pack_offers
from homejournal.domain.packs.pack import ReviewInPack
from homejournal.domain.records.children import About, LifeEvent, ShownName
from homejournal.domain.records.ladders_and_feelings import (
    Ladder,
    LadderRating,
    OutcomeReview,
    Progress,
)
from homejournal.domain.records.notes import Flag, PackKind, PrepQuestion
from homejournal.domain.records.people import Channel, Helper, TeamMember, Way
from homejournal.domain.records.plan import Outcome, StepKind
from homejournal.domain.records.visits import Visit
from homejournal.domain.sentences.values import (
    DaysFromTo,
    DidItOn,
    Joined,
    LevelCounts,
    MiddleLevel,
    NothingWritten,
    TimesOf,
)
from homejournal.texts.papers.packs import offer_said
from homejournal.texts.wording import wording_of
from tests.journals import TODAY, child, note, planned, practice, step, strategy
from tests.more_families import eli
from tests.packs import DAY, PRINTER, REVIEW, TRANSITION, WHOLE, keys_of, made, material_of
from tests.reports.pdf_checks import sheets_of, words_of


@pytest.fixture
def family(journal):
    return planned(journal, born=date(2024, 2, 18))


def with_outcome(journal, of, what, text="Asks", **said):
    outcome = Outcome(id=uuid4(), child=of.id, text=text, **said)
    journal.records.save(outcome, replace(what, outcome=outcome.id))
    return outcome


def test_the_transition_pack_of_a_family_near_three(journal):
    sleeping = eli()
    journal.records.save(*sleeping.records)
    (of,) = journal.family().children.values()
    today, meeting = date(2026, 3, 16), date(2026, 2, 2)
    period = journal.packs.days(of.id, TRANSITION, today)
    typed = PackTyped(answers={}, meeting=meeting)
    pack = made(journal, of, TRANSITION, period=period, today=today, typed=typed)
    assert (pack.birthday.birthday, pack.birthday.conference_by, pack.birthday.meeting) == (
        date(2026, 5, 10),
        date(2026, 2, 9),
        meeting,
    )
    (outcome,) = pack.outcomes
    assert [(s.day, s.level) for s in outcome.ladders[0].steps] == [
        (date(2025, 10, 6), -2),
        (date(2025, 12, 1), -1),
        (date(2026, 2, 9), 0),
    ]
    assert [person.name for person in pack.team] == ["Kim", "Marta", "Rosa"]
    minutes, books, bath = outcome.strategies
    days = {
        part
        for one in (minutes, books, bath)
        for line in one.stretches[0].sentences
        for part in (line.parts if isinstance(line, Joined) else (line,))
        if isinstance(part, DaysFromTo)
    }
    assert days == {DaysFromTo(11, 13, 13), DaysFromTo(9, 11, 13)}
    assert [one.row for one in outcome.strategies] == [None] * 3


@pytest.mark.parametrize(
    ("days", "parts"), [(55, [55]), (56, [28, 28]), (182, [91, 91]), (273, [91, 91, 91])]
)
def test_a_history_tells_long_days_in_parts_that_add_up(journal, days, parts):
    of, first = child(born=date(2024, 2, 18)), TODAY - (days - 1) * DAY
    what = strategy(of)
    journal.records.save(of, what, step(what, from_day=first))
    journal.records.save(practice(what), practice(what, day=first))
    period = Period(TODAY - 800 * DAY, TODAY)
    (outcome,) = made(journal, of, TRANSITION, period=period).outcomes
    (told,) = outcome.strategies
    stretches = [(one.end - one.start).days + 1 for one in told.stretches]
    assert stretches == (parts if len(parts) > 1 else [801])
    (outcome,) = made(journal, of, period=period).outcomes
    assert len(outcome.strategies[0].stretches) == 1, "a review has a picture of each week"


def test_a_review_tells_each_outcome_with_its_ladder_review_words_and_strategies(journal, family):
    of, what = family
    outcome = with_outcome(journal, of, what, since=TODAY - 100 * DAY)
    ladder = Ladder(id=uuid4(), outcome=outcome.id, levels={"-1": "a", "0": "b", "1": "c"})
    visit = Visit(id=uuid4(), child=of.id, day=TODAY - 3 * DAY)
    journal.records.save(
        ladder,
        visit,
        LadderRating(id=uuid4(), ladder=ladder.id, day=TODAY, level=1),
        LadderRating(id=uuid4(), ladder=ladder.id, day=TODAY + DAY, level=0),
        OutcomeReview(id=uuid4(), outcome=outcome.id, day=TODAY, words=Progress.SOME),
        step(what, from_day=visit.day, step=StepKind.CHANGE, visit=visit.id, what="Wait longer"),
        *(practice(what, day=TODAY - days * DAY) for days in range(6)),
    )
    pack = made(journal, of)
    (told,) = pack.outcomes
    assert (told.text, told.since, told.waits) == ("Asks", TODAY - 100 * DAY, False)
    unticked = [key for key in pack_keys(journal, of) if key.endswith(("ladder", "reviews"))]
    assert not made(journal, of, without=unticked).outcomes[0].waits
    before = made(journal, of, period=Period(TODAY - 90 * DAY, TODAY - DAY))
    assert before.outcomes[0].waits
    assert [one.level for one in told.ladders[0].steps] == [1]
    assert told.reviews == (ReviewInPack(TODAY, Progress.SOME),)
    (one,) = told.strategies
    assert len(one.stretches) == 2
    assert [(c.step, c.day, c.at_visit, c.what) for c in one.changes] == [
        (StepKind.CHANGE, visit.day, True, "Wait longer")
    ]
    assert one.planned is not None
    assert one.suggested.since == date(2026, 3, 2)


def pack_keys(journal, of):
    return default_keys(material_of(journal, of))


def test_a_review_says_whether_less_help_is_needed_before_the_numbers_of_both_sides(
    journal, family
):
    of, what = family
    with_outcome(journal, of, what)
    changed = TODAY - 6 * DAY
    journal.records.save(
        step(what, from_day=changed, step=StepKind.CHANGE, what="Wait longer"),
        *(practice(what, day=changed - days * DAY, rating=1) for days in range(1, 6)),
        *(practice(what, day=changed + days * DAY, rating=3) for days in range(6)),
    )
    verdict, *numbers = ("Less help than before", "A lot of help 5", "A little help 6")
    (page,) = [one for one in sheets_of(PRINTER.pdf(made(journal, of)).pdf) if verdict in one]
    places = [page.index(words) for words in (verdict, *numbers)]
    assert places == sorted(places)
    assert verdict not in words_of(PRINTER.pdf(made(journal, of, TRANSITION)).pdf)
    unticked = [f"strategy:{what.id}:{PackLine.NUMBERS}"]
    assert verdict not in words_of(PRINTER.pdf(made(journal, of, without=unticked)).pdf)


def test_rows_of_an_outcome_begin_where_the_first_of_its_strategies_does(journal, family):
    of, what = family
    second, later = strategy(of, name="Sing"), TODAY - 3 * DAY
    journal.records.save(practice(what), second, step(second, from_day=later), practice(second))
    dana = TeamMember(id=uuid4(), name="Dana")
    came = Visit(id=uuid4(), child=of.id, day=TODAY - DAY, people=(dana.id,))
    journal.records.save(dana, came)
    (outcome,) = made(journal, of).outcomes
    assert [one.row.name for one in outcome.strategies] == [what.name, "Sing"]
    assert outcome.axis.period.start == step(what).from_day
    assert [(tick.day, tick.people) for tick in outcome.axis.visits] == [(TODAY - DAY, ("Dana",))]
    assert outcome.rows.rows == tuple(one.row for one in outcome.strategies)
    alone = made(journal, of, without={f"strategy:{what.id}:chart"}).outcomes[0]
    assert [bool(one.row) for one in alone.strategies] == [False, True]
    assert alone.axis.period.start == later


def test_numbers_and_pictures_end_where_the_family_stopped_writing(journal, family):
    of, what = family
    journal.records.save(*(practice(what, day=TODAY - days * DAY) for days in range(3)))
    today = TODAY + 60 * DAY
    days = {"period": Period(WHOLE.start, today), "today": today}
    pack = made(journal, of, **days)
    assert (pack.period.end, pack.written_until) == (today, TODAY)
    (outcome,) = pack.outcomes
    assert outcome.axis.period.end == TODAY
    assert all(stretch.end == TODAY for stretch in outcome.strategies[0].stretches)
    printed = words_of(PRINTER.pdf(pack).pdf)
    assert "Written down until March 10, 2026. The numbers end there." in printed
    journal.records.save(note(of, "Still here", day=today))
    again = made(journal, of, **days)
    assert again.written_until is None
    assert again.outcomes[0].axis.period.end >= today - DAY


@pytest.mark.parametrize(("days", "until"), [(6, None), (7, TODAY)])
def test_a_few_days_without_a_word_count_as_everywhere(journal, family, days, until):
    of, what = family
    journal.records.save(practice(what))
    today = TODAY + days * DAY
    pack = made(journal, of, period=Period(WHOLE.start, today), today=today)
    assert pack.written_until == until


def test_nothing_is_told_twice_of_a_strategy(journal, family):
    of, what = family
    days = (TODAY - n * DAY for n in range(6))
    journal.records.save(*(practice(what, day=day, slot="dinner") for day in days))
    (one,) = made(journal, of).outcomes[0].strategies
    parts = [
        part
        for line in one.stretches[0].sentences
        for part in (line.parts if isinstance(line, Joined) else (line,))
    ]
    assert not [part for part in parts if isinstance(part, TimesOf | MiddleLevel)]
    (levels,) = (part for part in parts if isinstance(part, LevelCounts))
    assert levels.counts == ((2, 6),)
    assert isinstance(parts[0], DidItOn | DaysFromTo)


def test_a_strategy_that_goes_on_is_named_though_nothing_was_written_of_it(journal, family):
    of, what = family
    second = strategy(of, name="Sing")
    journal.records.save(practice(what), second, step(second))
    told = {one.name: one for one in made(journal, of).outcomes[0].strategies}
    assert told["Sing"].stretches[0].sentences == (NothingWritten(),)
    assert (told["Sing"].row, bool(told[what.name].row)) == (None, True)


def test_rows_of_all_outcomes_stand_under_the_same_dates(journal, family):
    of, what = family
    with_outcome(journal, of, what)
    second = strategy(of, name="Sing")
    later = step(second, from_day=TODAY - 3 * DAY)
    journal.records.save(practice(what), second, later, practice(second))
    first, other = made(journal, of).outcomes
    assert first.axis == other.axis
    assert first.axis.period.start == step(what).from_day


def test_a_closed_outcome_and_a_silent_strategy_wait_for_a_tick_in_a_review(journal, family):
    of, _ = family
    silent = strategy(of, name="Silent")
    journal.records.save(silent)
    old = with_outcome(journal, of, silent, "Sits", closed=TODAY - 400 * DAY)
    material = material_of(journal, of)
    keys = default_keys(material)
    assert f"outcome:{old.id}" not in keys
    assert f"strategy:{silent.id}" not in keys
    told = pack_of(material, keys | {f"outcome:{old.id}", f"strategy:{silent.id}"})
    assert [one.name for group in told.outcomes for one in group.strategies] == [
        "Silent",
        "Pause and wait",
    ]
    history = made(journal, of, TRANSITION)
    assert [outcome.text for outcome in history.outcomes] == ["Sits", ""]


def test_strategies_without_an_outcome_have_no_heading_where_none_is_told(journal, family):
    of, what = family
    material = material_of(journal, of, TRANSITION)
    without = default_keys(material) - {f"strategy:{what.id}"}
    assert "outcome:none" in without
    assert pack_of(material, without).outcomes == ()


def test_a_review_tells_what_is_hard_and_asked_only_where_it_is_ticked(journal, family):
    of, _ = family
    hard = note(of, "Bath is hard", flags=(Flag.CONCERN,))
    asked = note(of, "Is it ok?", flags=(Flag.QUESTION,))
    told = note(of, "Is it over?", flags=(Flag.QUESTION,), answered=TODAY)
    journal.records.save(hard, asked, told)
    plain = made(journal, of)
    assert (plain.concerns, plain.questions) == ((), ())
    every = {pack_offer.key for pack_offer in pack_offers(material_of(journal, of))}
    pack = made(journal, of, also=every)
    assert [concern.text for concern in pack.concerns] == ["Bath is hard"]
    assert [question.text for question in pack.questions] == ["Is it ok?"]
    printed = words_of(PRINTER.pdf(pack).pdf)
    assert "Concerns • Bath is hard" in " ".join(printed.split())
    assert "Is it ok?" in printed
    history = made(journal, of, TRANSITION, also=every)
    assert (history.concerns, history.questions) == ((), ())
    says = {
        offer_said(wording_of("en"), pack_offer)
        for pack_offer in pack_offers(material_of(journal, of))
    }
    assert "Concerns: Bath is hard · March 10, 2026" in says


def test_whether_the_child_can_stay_is_asked_only_where_it_is_ticked(journal, family):
    of, _ = family
    assert not made(journal, of, TRANSITION).ask_longer
    assert made(journal, of, TRANSITION, also={"ask_longer"}).ask_longer
    assert not made(journal, of, also={"ask_longer"}).ask_longer
    (offer,) = (
        pack_offer
        for pack_offer in pack_offers(material_of(journal, of, TRANSITION))
        if pack_offer.key == "ask_longer"
    )
    assert offer_said(wording_of("en"), offer) == (
        "Our question: can we stay after the third birthday?"
    )


def test_of_a_journal_put_away_no_birthday_is_told_or_asked_about(journal):
    of, _ = planned(journal, born=date(2024, 5, 4))
    assert made(journal, of, TRANSITION).birthday is not None
    away = replace(of, put_away=TODAY)
    journal.records.save(away)
    offered = {pack_offer.key for pack_offer in pack_offers(material_of(journal, away, TRANSITION))}
    assert "ask_longer" not in offered
    assert made(journal, away, TRANSITION).birthday is None


def test_without_a_birthday_nothing_is_asked_about_turning_three(journal):
    of, _ = planned(journal, born=None)
    offered = {pack_offer.key for pack_offer in pack_offers(material_of(journal, of, TRANSITION))}
    assert "ask_longer" not in offered


def test_a_paused_strategy_has_no_frequency(journal, family):
    of, what = family
    journal.records.save(step(what, from_day=TODAY - DAY, step=StepKind.PAUSE))
    assert made(journal, of).outcomes[0].strategies[0].planned is None


def test_celebrations_and_firsts_stand_under_their_outcome_and_others_at_the_end(journal, family):
    of, what = family
    mom = Helper(id=uuid4(), name="Mom")
    done = practice(what, day=TODAY - 2 * DAY, rating=1)
    alone = practice(what, day=TODAY, rating=4)
    flag = {"flags": (Flag.CELEBRATION,)}
    journal.records.save(
        mom,
        done,
        alone,
        note(of, "He waved", practice=alone.id, helper=mom.id, **flag),
        note(of, "A word", strategy=what.id, **flag),
        note(of, "Third", strategy=what.id, day=TODAY - 9 * DAY, **flag),
        note(of, "At the sea", **flag),
        note(of, "Only a note"),
        note(of, "Long ago", day=WHOLE.start - DAY, **flag),
    )
    pack = made(journal, of)
    (told,) = pack.outcomes
    assert {(n.text, n.by) for n in told.celebrations} == {("He waved", "Mom"), ("A word", None)}
    assert [n.text for n in pack.celebrations] == ["At the sea"]
    assert [one.first.day for one in told.firsts] == [TODAY]
    assert pack.written_by == ("Mom",)
    first = f"first:{what.id}"
    assert made(journal, of, without={first}).outcomes[0].firsts == ()


def test_life_events_are_told_and_marked_only_with_a_tick(journal, family):
    of, what = family
    event = LifeEvent(id=uuid4(), child=of.id, day=TODAY - DAY, words="We moved")
    other = child(name="Noa")
    journal.records.save(
        practice(what),
        event,
        replace(event, id=uuid4(), day=WHOLE.start - DAY, words="Earlier"),
        other,
        replace(event, id=uuid4(), child=other.id, words="Hers"),
    )
    pack = made(journal, of)
    assert [one.words for one in pack.life] == ["We moved"]
    assert [event.words for event in pack.outcomes[0].axis.events] == ["We moved"]
    without = made(journal, of, without={f"life:{event.id}"})
    assert without.life == ()
    assert without.outcomes[0].axis.events == ()


def test_what_a_tick_needs_goes_with_it(journal, family):
    of, what = family
    outcome = with_outcome(journal, of, what)
    assert made(journal, of, without={f"outcome:{outcome.id}"}).outcomes == ()
    key = f"strategy:{what.id}"
    assert made(journal, of, without={key}).outcomes[0].strategies == ()
    lines = {f"{key}:{line}" for line in ("plan", "numbers", "chart", "changes")}
    (bare,) = made(journal, of, without=lines).outcomes[0].strategies
    assert (bare.suggested, bare.planned, bare.stretches, bare.row) == (None, None, (), None)
    assert made(journal, of, without={"age", "written_by"}).age is None


def test_a_history_tells_about_the_child_and_the_team(journal, family):
    of, what = family
    dana, ben, ann = (TeamMember(id=uuid4(), name=name) for name in ("Dana", "Ben", "Ann"))
    about = About(id=uuid4(), child=of.id, day=TODAY - DAY, strengths="Laughs", hard=" ")
    journal.records.save(
        dana,
        ben,
        ann,
        replace(what, suggested_by=dana.id),
        Visit(id=uuid4(), child=of.id, day=TODAY, people=(ben.id,)),
        about,
        replace(about, id=uuid4(), day=TODAY - 9 * DAY, strengths="Older words"),
        replace(about, id=uuid4(), day=TODAY + DAY, strengths="Later words"),
    )
    pack = made(journal, of, TRANSITION)
    assert [person.name for person in pack.team] == ["Dana", "Ben", "Ann"]
    assert (pack.about.day, pack.about.parts) == (TODAY - DAY, (("strengths", "Laughs"),))
    assert made(journal, of, TRANSITION, without={"about"}).about is None
    assert made(journal, of, TRANSITION, without={"about:strengths"}).about is None
    assert made(journal, of, TRANSITION, without={"team"}).team == ()
    review = made(journal, of)
    assert (review.about, review.team, review.birthday) == (None, (), None)


def test_whoever_holds_it_together_comes_first_with_role_and_a_way_to_reach_them(journal, family):
    of, _ = family
    phone, text = (Way(way=way, value="555-0163") for way in (Channel.PHONE, Channel.TEXT))
    ben = TeamMember(id=uuid4(), name="Ben", ways=(Way(way=Channel.VIDEO), text, phone))
    liked = replace(phone, preferred=True)
    carmen = TeamMember(id=uuid4(), name="Carmen", coordinator=True, ways=(text, liked))
    journal.records.save(ben, carmen)
    told = made(journal, of, TRANSITION).team
    assert [(one.name, one.coordinator, one.ways) for one in told] == [
        ("Carmen", True, (liked,)),
        ("Ben", False, (text,)),
    ]
    quiet = made(journal, of, TRANSITION, without={"reach", f"person:{ben.id}"}).team
    assert [(one.name, one.ways) for one in quiet] == [("Carmen", ())]


def test_nobody_of_a_brothers_or_sisters_team_is_in_it_unasked(journal, family):
    of, _ = family
    luis = child(name="Luis")
    ann, dana, carmen = (TeamMember(id=uuid4(), name=name) for name in ("Ann", "Dana", "Carmen"))
    carmen = replace(carmen, coordinator=True)
    theirs = Visit(id=uuid4(), child=luis.id, day=TODAY, people=(dana.id,))
    journal.records.save(luis, ann, dana, carmen, theirs)
    assert [one.name for one in made(journal, of, TRANSITION).team] == ["Carmen"]
    also = made(journal, of, TRANSITION, also={f"person:{ann.id}", f"person:{dana.id}"}).team
    assert [one.name for one in also] == ["Carmen", "Ann"]


def test_a_history_begins_with_how_the_child_communicates_and_what_matters_most(journal, family):
    of, _ = family
    journal.records.save(replace(of, words=" Autistic ", communicates=("tablet (AAC)", "signs")))
    typed = PackTyped(answers={"priorities": "Time", "met": "Only a review asks this"})
    pack = made(journal, of, TRANSITION, typed=typed)
    assert (pack.words, pack.communicates) == ("Autistic", ("tablet (AAC)", "signs"))
    assert pack.answers == ((PrepQuestion.PRIORITIES, "Time"),)
    quiet = made(journal, of, TRANSITION, without={"words", "communicates"})
    assert (quiet.words, quiet.communicates) == ("", ())
    review = made(journal, of, typed=typed)
    assert (review.words, review.communicates) == ("", ())


def test_what_was_reached_comes_first(journal, family):
    of, what = family
    outcome = with_outcome(journal, of, what)
    sits = Outcome(id=uuid4(), child=of.id, text="Sits alone")
    said = OutcomeReview(id=uuid4(), outcome=sits.id, day=TODAY, words=Progress.REACHED)
    journal.records.save(sits, said)
    first, second = made(journal, of).outcomes
    assert (first.text, first.reached) == ("Sits alone", True)
    assert (second.text, second.reached) == (outcome.text, False)
    journal.records.save(replace(said, day=TODAY + DAY))
    assert [one.reached for one in made(journal, of).outcomes] == [False, False]


def test_a_pack_may_say_our_child_instead_of_the_name(journal, family):
    of, _ = family
    assert made(journal, of).child == of.name
    journal.records.save(replace(of, shown_name=ShownName.OUR_CHILD))
    assert made(journal, of).child == ""


@pytest.mark.parametrize("kind", PackKind)
def test_an_empty_pack_says_what_is_missing(journal, kind):
    of = child(name="Mateo", born=date(2024, 2, 18))
    journal.records.save(of)
    first = Missing.ANSWERS if kind is REVIEW else Missing.ABOUT
    material = material_of(journal, of, kind)
    pack = made(journal, of, kind)
    assert pack.empty
    assert missing_in(material, pack) == (first, Missing.OUTCOMES, Missing.STRATEGIES)


def test_a_pack_of_strategies_without_entries_lacks_these_alone(journal, family):
    of, _ = family
    days = Period(TODAY - 900 * DAY, TODAY - 800 * DAY)
    material = material_of(journal, of, REVIEW, days)
    pack = pack_of(material, default_keys(material))
    assert missing_in(material, pack) == (Missing.ANSWERS, Missing.OUTCOMES, Missing.ENTRIES)


def test_a_pack_without_a_tick_lacks_nothing_but_ticks(journal, family):
    of, what = family
    with_outcome(journal, of, what)
    material = material_of(journal, of)
    assert missing_in(material, pack_of(material, ())) == ()
    assert missing_in(material, pack_of(material, default_keys(material))) == ()


def test_answers_stand_in_the_order_of_the_questions(journal, family):
    of, _ = family
    typed = PackTyped(answers={"new": " Walks ", "progress": "Waits", "met": "  "}, meeting=TODAY)
    pack = made(journal, of, typed=typed)
    assert pack.answers == ((PrepQuestion.PROGRESS, "Waits"), (PrepQuestion.NEW, "Walks"))
    assert pack.meeting == TODAY


def test_an_offer_says_what_it_is(journal, family):
    of, what = family
    material = material_of(journal, of)
    (key,) = keys_of(material, PackLine.NO_OUTCOME)
    offers = {pack_offer.key: pack_offer for pack_offer in pack_offers(material)}
    assert offers[f"strategy:{what.id}"].needs == key
    assert offers[f"strategy:{what.id}:numbers"].needs == f"strategy:{what.id}"
