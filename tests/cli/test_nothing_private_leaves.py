"""What must never happen: no command writes a word that is for the family alone.

Two children with all that can be written of them; of one of them everything is made that a command
can make, with what is ticked at first. Its bytes are searched for private notes, words that were
deleted or written anew, everything of the other child, last names, ways to reach people, contacts
and what is private by default.
"""

import pytest

from homejournal.domain.records.children import Child
from homejournal.domain.records.media_and_papers import Media, Page
from homejournal.domain.records.notes import PrivateNote
from homejournal.domain.records.people import Contact, TeamMember
from homejournal.domain.records.plan import Strategy
from homejournal.domain.records.record import Record
from homejournal.services.opening import create_journal
from tests.reports.bytes_of import found_in
from tests.reports.private_families import secret_family
from tests.reports.private_words import DAY, DAYS, NOW, TODAY, words_in

START = TODAY - DAYS * DAY
SINCE = ("--from", START, "--to", TODAY)
PAGE = ("page", *SINCE, "--second-page", "--format")
CHART = ("chart", *SINCE, "--life", "--strategy", "STRATEGY", "--format")
COMMANDS = {
    "page pdf": ((*PAGE, "pdf"), "pdf"),
    "page of one": ((*PAGE, "text", "--for", "PERSON"), "text"),
    "page html": ((*PAGE, "html"), "html"),
    "page text": ((*PAGE, "text"), "text"),
    "page short": ((*PAGE, "short"), "text"),
    "page json": ((*PAGE, "json"), "json"),
    "review": (("pack", "--kind", "review"), "pdf"),
    "transition": (("pack", "--kind", "transition"), "pdf"),
    "about pdf": (("about", "--format", "pdf"), "pdf"),
    "about text": (("about", "--format", "text"), "text"),
    "sheet": (("sheet", "print", "--weeks", "2"), "pdf"),
    "book": (("book", "--numbers", "--photos"), "pdf"),
    "chart png": ((*CHART, "png"), "png"),
    "chart svg": ((*CHART, "svg"), "svg"),
    "chart pdf": ((*CHART, "pdf"), "pdf"),
    "chart csv": ((*CHART, "csv"), "csv"),
    "calendar": (("calendar", "--reminders"), "ics"),
    "plan": (("plan", "export"), "json"),
}


def never_of(family):
    """Return the words that are for the family alone."""
    (other,) = (child for child in family.all(Child) if child.id != family.child.id)
    alone = [PrivateNote, Contact, Media, Page]
    words = words_in(*(one for cls in alone for one in family.all(cls)))
    words |= words_in(*family.deleted, *family.edited, *family.hidden)
    words |= words_in(other, *family.mine(Record, other), family.child.surname)
    words |= words_in(*(person.ways for person in family.all(TeamMember)))
    return words


def by_name(family, argument):
    names = {"STRATEGY": family.mine(Strategy)[0].name, "PERSON": family.people[0].name}
    return names.get(argument, argument)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_writes_what_is_for_the_family_alone(cli, tmp_path, command):
    family = secret_family(3)
    journal = create_journal(tmp_path / "journal", clock=lambda: NOW, device=family.id())
    family.save_in(journal)
    journal.close()
    (name, *said), kind = COMMANDS[command]
    name = [name, said.pop(0)] if name in {"plan", "sheet"} else [name]
    told = [by_name(family, one) for one in said]
    out = tmp_path / "out"
    where = (tmp_path / "journal", "--child", family.child.name, "--today", TODAY, "--out", out)
    answer = cli(*name, *where, *told)
    found = found_in(out.read_bytes(), kind) + answer.err.casefold()
    assert answer.code == 0
    # Whoever a child goes on to may ask the team: a history says how to reach them.
    may = words_in(*(p.ways for p in family.all(TeamMember))) if command == "transition" else set()
    assert {word for word in never_of(family) - may if word in found} == set()
    assert command == "chart csv" or any(word in found for word in family.every)


def test_printed_numbers_have_nothing_that_is_for_the_family_alone(cli, tmp_path):
    family = secret_family(7)
    journal = create_journal(tmp_path / "journal", clock=lambda: NOW, device=family.id())
    family.save_in(journal)
    journal.close()
    told = ("--child", family.child.name, "--today", TODAY)
    answer = cli("numbers", tmp_path / "journal", *told, *SINCE)
    assert {word for word in never_of(family) if word in answer.out} == set()
    assert {strategy.name for strategy in family.mine(Strategy) if strategy.name in answer.out}
