"""What a page tells of visits before: what was agreed with whom, what was asked, our answers."""

from dataclasses import replace
from datetime import date, time, timedelta

from homejournal.domain.records.plan import PlanStep, StepKind
from homejournal.domain.records.visits import Asked, AskedAt, Visit
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import PagePart
from tests.reports.page_families import DANA, FIRST, MATEO, PERIOD, SAM, an_id, mateo, three_months

DAY = timedelta(days=1)


def a_visit(name, day, *people, **said):
    who = tuple(person.id for person in people)
    return Visit(id=an_id(name), child=MATEO.id, day=day, people=who, held=True, **said)


WITH_DANA = a_visit(
    "with Dana", FIRST + DAY, DANA, agreed_between="Wait.", agreed_next="Try lunch."
)
WITH_SAM = a_visit("with Sam", FIRST, SAM, agreed_between="Roll.", agreed_next="Stairs.")
LONG_AGO = a_visit("long ago", FIRST - 90 * DAY, DANA)


def asked(text, visit, by=DANA, answered=None):
    answer = f"Yes, {text}" if answered else None
    who = by.id if by else None
    said = {"text": text, "answer": answer, "answered": answered, "asked_by": who}
    return AskedAt(Asked(id=an_id(text), visit=visit.id, **said), visit)


ASKED = (
    asked("old and answered", LONG_AGO, answered=FIRST - 50 * DAY),
    asked("old and open", LONG_AGO),
    asked("old, answered in these days", LONG_AGO, answered=PERIOD.end),
    asked("old, answered today", LONG_AGO, answered=PERIOD.end + DAY),
    asked("asked last", WITH_DANA, answered=FIRST + DAY),
    asked("asked by Sam", WITH_SAM, by=SAM, answered=FIRST - 8 * DAY),
    asked("asked by whoever came", WITH_SAM, by=None, answered=FIRST),
)


def visited(**changes):
    said = {"last_visit": WITH_DANA, "last_visits": (WITH_DANA, WITH_SAM), "asked": ASKED}
    return mateo(printed=PERIOD.end + DAY, **said | changes)


def usual(material):
    return build_page(material, default_ticks(material))


def texts(material):
    return [offer.says for offer in offers(material) if offer.part is PagePart.ASKED]


def test_a_page_for_one_person_answers_what_they_asked():
    material = visited(for_whom=(DANA.id,))
    assert texts(material) == [
        "asked last", "old, answered today", "old, answered in these days", "old and open",
    ]  # fmt: skip
    answers = [(one.text, one.by, one.answer) for one in usual(material).asked]
    assert answers[0] == ("asked last", "Dana", "Yes, asked last")
    both = asked("asked by Dana beside Sam", replace(WITH_SAM, people=(DANA.id, SAM.id)))
    theirs = visited(for_whom=(SAM.id,), last_visit=WITH_SAM, asked=(*ASKED, both))
    assert set(texts(theirs)) == {"asked by Sam", "asked by whoever came"}


def test_a_page_for_the_whole_team_answers_what_each_asked_last():
    assert set(texts(visited())) == {one.asked.text for one in ASKED} - {"old and answered"}


def test_an_open_question_stands_there_until_it_is_unticked():
    material = visited(for_whom=(DANA.id,))
    (told,) = (one for one in usual(material).asked if not one.answer)
    assert (told.text, told.day) == ("old and open", LONG_AGO.day)
    (key,) = (offer.key for offer in offers(material) if offer.says == "old and open")
    page = build_page(material, default_ticks(material).with_key(key, ticked=False))
    assert all(one.answer for one in page.asked)


def test_the_whole_team_reads_with_whom_it_was_agreed():
    page = usual(visited())
    assert [(agreed.people, agreed.agreed) for agreed in page.agreed_with] == [
        (("Dana",), "Wait."),
        (("Sam",), "Roll."),
    ]
    assert page.agreed == page.agreed_next == ""
    assert [offer.by for offer in offers(visited()) if offer.says == "Roll."] == [("Sam",)]
    ticks = default_ticks(visited()).with_key(f"agreed:{WITH_SAM.id}", ticked=False)
    assert [agreed.people for agreed in build_page(visited(), ticks).agreed_with] == [("Dana",)]


def test_who_came_again_later_is_not_named_with_an_earlier_visit():
    both = replace(WITH_SAM, people=(DANA.id, SAM.id))
    page = usual(visited(last_visits=(WITH_DANA, both)))
    assert [agreed.people for agreed in page.agreed_with] == [("Dana",), ("Sam",)]
    assert [agreed.agreed_next for agreed in page.agreed_with] == ["Try lunch.", ""]


def test_one_person_need_not_be_named():
    page = usual(visited(for_whom=(DANA.id,)))
    assert (page.agreed, page.agreed_next, page.agreed_with) == ("Wait.", "Try lunch.", ())
    assert page.agreed_on == FIRST + DAY


def test_people_who_come_together_read_what_was_agreed_with_each_of_them():
    page = usual(visited(for_whom=(DANA.id, SAM.id)))
    assert [(agreed.people, agreed.agreed) for agreed in page.agreed_with] == [
        (("Dana",), "Wait."),
        (("Sam",), "Roll."),
    ]
    both = a_visit("both", FIRST, DANA, SAM, agreed_between="Wait.")
    page = usual(visited(for_whom=(DANA.id, SAM.id), last_visit=both, last_visits=(both,)))
    assert (page.agreed, page.agreed_with) == ("Wait.", ())
    theirs = visited(for_whom=(SAM.id,), last_visit=WITH_SAM)
    assert usual(theirs).agreed == "Roll."


def agreed_by_default(material):
    return {offer.says: offer.by_default for offer in offers(material) if offer.part == "agreed"}


def test_for_the_whole_team_what_was_agreed_before_these_days_is_offered_alone():
    march = replace(WITH_SAM, day=FIRST - 9 * DAY)
    told = agreed_by_default(visited(last_visits=(WITH_DANA, march)))
    assert (told["Wait."], told["Roll."]) == (True, False)
    assert agreed_by_default(visited(for_whom=(SAM.id,), last_visit=march))["Roll."]


def test_an_agreement_that_is_older_than_the_plan_it_is_about_is_offered_alone():
    def changed(*which, visit=None, step=StepKind.CHANGE):
        material = three_months(for_whom=(DANA.id,), last_visit=WITH_DANA, last_visits=(WITH_DANA,))
        plans = [one for one in material.strategies if one.strategy.suggested_by == DANA.id]
        changes = {
            plans[place].strategy.id: PlanStep(
                id=an_id(f"changed {place}"), strategy=plans[place].strategy.id,
                from_day=FIRST + 20 * DAY, step=step, visit=visit,
            )
            for place in which
        }  # fmt: skip
        told = (
            replace(one, steps=(*one.steps, *filter(None, [changes.get(one.strategy.id)])))
            for one in material.strategies
        )
        return replace(material, strategies=tuple(told))

    assert agreed_by_default(changed())["Wait."]
    assert agreed_by_default(changed(0))["Wait."]
    assert not agreed_by_default(changed(0, 1))["Wait."]
    # A family that begins a few days later what was agreed does not change it.
    assert agreed_by_default(changed(0, 1, step=StepKind.START))["Wait."]
    # What was set at the visit itself begins later, too, and then the visit is about that alone.
    assert agreed_by_default(changed(0, 1, visit=WITH_DANA.id))["Wait."]


def test_what_was_planned_for_a_visit_stands_there_only_where_one_of_theirs_is_to_come():
    coming = Visit(id=an_id("visit"), child=MATEO.id, day=date(2026, 3, 23), people=(DANA.id,))
    told = usual(visited(visit=coming)).agreed_with
    assert [one.agreed_next for one in told] == ["Try lunch.", ""]
    told = usual(visited(visit=replace(coming, people=()))).agreed_with
    assert [one.agreed_next for one in told] == ["Try lunch.", "Stairs."]
    for none in (None, WITH_DANA):
        assert usual(visited(visit=none, for_whom=(DANA.id,))).agreed_next == ""


def test_of_two_visits_on_one_day_the_later_one_is_the_last():
    both = replace(WITH_SAM, day=FIRST, time=time(9, 0), people=(SAM.id, DANA.id))
    later = replace(WITH_DANA, day=FIRST, time=time(16, 0))
    material = visited(last_visit=later, last_visits=(both, later), asked=())
    page = build_page(material, default_ticks(material))
    assert [(agreed.people, agreed.agreed) for agreed in page.agreed_with] == [
        (("Dana",), "Wait."),
        (("Sam",), "Roll."),
    ]
    first = asked("in the morning", both, answered=FIRST + DAY)
    second = asked("in the afternoon", later, answered=FIRST + DAY)
    material = visited(last_visit=later, last_visits=(both, later), asked=(second, first))
    told = build_page(material, default_ticks(material)).asked
    assert [one.text for one in told] == ["in the afternoon", "in the morning"]
