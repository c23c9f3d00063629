"""What is said before something goes for good: how much, what stays, what is not reached."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from homejournal.domain.records.record import Kind
from homejournal.domain.safe.backups import Place
from homejournal.domain.safe.deleting_for_good import (
    DeletionPreview,
    HandedOverWords,
    OldCopy,
    PurgeRequest,
)
from homejournal.texts.safe import deleting_for_good as said
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.texts.wording import languages, wording_of

EN = wording_of("en")
ALL = {
    Kind.CHILD: 1,
    Kind.PRACTICE: 2,
    Kind.DAY_MARK: 1,
    Kind.NOTE: 1,
    Kind.PRIVATE_NOTE: 1,
    Kind.VISIT: 1,
    Kind.MEDIA: 2,
    Kind.PAGE: 1,
    Kind.PACK: 1,
    Kind.HELPER: 2,
    Kind.STRATEGY: 1,
    Kind.CONTACT: 1,
}


def leaving(counts, *, kept=0, mentions=0):
    made = datetime(2026, 3, 10, tzinfo=UTC)
    ids = [UUID(int=n) for n in range(max(kept, 1))]
    pages = [HandedOverWords(id=one, kind=Kind.PAGE, child=one, made=made) for one in ids][:kept]
    return DeletionPreview(records=(), counts=counts, kept=tuple(pages), mentions=mentions)


def request(counts, shared=None):
    return PurgeRequest(home=UUID(int=1), ids=(), counts=counts, shared=shared or {})


def test_what_goes_is_counted_by_what_a_family_calls_it():
    assert said.goes_said(EN, Going.CHILD, leaving(ALL)) == (
        "This is deleted for good: 1 child, 2 people, 1 part of the plan, 3 entries, 2 notes,"
        " 1 visit, 2 photos and hand-outs, 2 pages that were handed over and 1 other thing."
    )
    assert said.goes_said(EN, Going.BIN, leaving({})) == "There is nothing that could go."


def test_of_a_person_the_name_goes():
    writes = leaving({Kind.HELPER: 1}, mentions=2)
    assert said.goes_said(EN, Going.PERSON, writes) == "The person’s name goes."
    assert "2 notes have the name" in said.stays_said(EN, Going.PERSON, writes)
    visits = leaving({Kind.TEAM_MEMBER: 1, Kind.CONTACT: 3})
    assert "“Our team”" in said.goes_said(EN, Going.PERSON, visits)
    assert "name in" not in said.stays_said(EN, Going.PERSON, visits)


def test_what_stays_is_said_where_somebody_could_ask():
    assert "your team stay" in said.stays_said(EN, Going.CHILD, leaving(ALL))
    assert said.stays_said(EN, Going.BIN, leaving(ALL)) == ""
    since = said.stays_said(EN, Going.ASKED, leaving(ALL))
    assert since == "What was written about it here since, and is not asked for, stays."
    pages = said.stays_said(EN, Going.ASKED, leaving(ALL, kept=1))
    assert pages.startswith(f"{since} 1 page that was handed over")


def test_the_whole_journal_goes_with_its_copies():
    assert said.all_goes_said(EN, {Kind.NOTE: 2}, 3) == (
        "The whole journal goes: 2 notes and 3 copies of it, and the bin. Then the program starts"
        " empty."
    )
    assert "nothing yet" in said.all_goes_said(EN, {}, 0)


def test_a_copy_that_cannot_be_looked_into_says_so():
    made = datetime(2026, 3, 10, 12, tzinfo=UTC)
    copies = [OldCopy(path=Path("a"), made=made, sure=sure) for sure in (True, False)]
    lines = [said.old_copy_line(EN, copy) for copy in copies]
    assert lines[1].startswith(lines[0])
    assert "cannot be looked into" in lines[1]
    there = OldCopy(path=Path("c"), made=made, place=Place.SECOND, sure=False)
    assert said.old_copy_line(EN, there) == lines[1].replace(
        lines[0], f"{lines[0]} · at the second place"
    )
    assert said.copies_hold_said(EN, copies).startswith("2 older copies")
    assert said.copies_gone_said(EN, 1) == "1 copy is deleted."
    assert said.no_copies_said(EN) == "No older copy holds what was deleted for good."


def test_another_home_is_told_by_its_name_where_it_is_known():
    assert said.asked_said(EN, "Dad’s", request({Kind.NOTE: 1})) == (
        "“Dad’s” asks to delete here, too: 1 note."
    )
    assert said.asked_said(EN, None, request({Kind.NOTE: 1})).startswith("Another home asks")


def test_what_more_than_one_home_asks_for_is_told_with_each():
    asked = request({Kind.NOTE: 2, Kind.PRACTICE: 1}, {Kind.NOTE: 1})
    assert said.asked_said(EN, "Dad’s", asked) == (
        "“Dad’s” asks to delete here, too: 1 entry and 2 notes. More than one home asks for this: 1"
        " note. You answer each home by itself."
    )


def test_other_computers_learn_of_what_is_deleted_but_not_of_a_whole_journal():
    follows = [going for going in Going if "follow" in said.stays_elsewhere(EN, going)]
    assert follows == [going for going in Going if going is not Going.EVERYTHING]
    assert "keep it until you delete it there" in said.stays_elsewhere(EN, Going.EVERYTHING)


def test_another_home_is_asked_and_what_it_writes_on_does_not_come_back():
    told = said.stays_elsewhere(EN, Going.CHILD)
    assert "Another home is asked, and may keep it." in told
    assert "What it writes about it later does not come to you." in told
    whole = said.stays_elsewhere(EN, Going.EVERYTHING)
    assert "Another home keeps what it has." in whole
    assert "is asked" not in whole


@pytest.mark.parametrize("language", languages())
def test_everything_is_said_in_every_language(language):
    wording = wording_of(language)
    told = [
        *(said.title_of(wording, going) for going in Going),
        *(said.button_of(wording, going) for going in Going),
        *(said.chooser_of(wording, going) for going in (Going.CHILD, Going.PERSON)),
        said.about(wording),
        said.kept_said(wording, leaving(ALL, kept=2)),
        said.no_way_back(wording),
        said.way_back_elsewhere(wording),
        *(said.stays_elsewhere(wording, going) for going in (Going.BIN, Going.EVERYTHING)),
        said.type_to_go_on(wording, "Noa"),
        said.copies_asked(wording),
        said.shared_stays(wording),
        said.pages_stay_said(wording, leaving(ALL, kept=2)),
        said.all_gone_said(wording),
        said.deleted_said(wording),
        said.asked_said(wording, None, request({Kind.NOTE: 1})),
        said.asked_said(wording, None, request({Kind.NOTE: 1}, {Kind.NOTE: 1})),
    ]
    assert all(told)
    assert len(set(told)) == len(told)
