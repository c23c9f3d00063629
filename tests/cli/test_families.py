"""Every fictional family, taken in from its file and asked on the command line."""

import json
from dataclasses import replace
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.records.people import Home
from homejournal.exchange.file_records import Entry, JournalFile
from homejournal.exchange.journal_json import write_journal_json
from tests import families

CASES = [
    pytest.param(family, ask, id=f"{family.name}, {place}: {ask.question}")
    for place, family in enumerate(families.all_families())
    for ask in family.asks
]


def files_of(family, ask):
    """Yield the family's file; and where another home's file reached here, that one too."""
    homes = [home.id for home in family.of(Home)]
    own = JournalFile(
        settings=JournalSettings(id=uuid4()),
        home=homes[0] if homes else None,
        entries=tuple(Entry(record) for record in family.records),
    )
    yield own
    if ask.covered_through:
        yield replace(own, settings=None, home=homes[-1], through=ask.covered_through)


@pytest.mark.parametrize(("family", "ask"), CASES)
def test_a_familys_question_has_its_answer_on_the_command_line(cli, journal, family, ask, tmp_path):
    for file in files_of(family, ask):
        (tmp_path / "family.json").write_bytes(write_journal_json(file))
        assert cli("import", journal, tmp_path / "family.json").code == 0
    period = ask.period or family.period

    answer = cli(
        *("numbers", journal, "--child", family.child.name),
        *("--from", period.start, "--to", period.end, "--today", family.today),
    )

    counted = {one["id"]: one for one in json.loads(answer.out)["strategies"]}
    name, _, place = ask.block.partition(".")
    block = counted[str(family.strategies[ask.strategy].id)][name]
    found = block[int(place)] if place else block
    assert {name: found[name] for name in ask.expect} == ask.expect
