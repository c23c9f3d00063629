"""A homejournal of before the second schema and this one share a folder and files, both ways.

What the older one cannot read waits there, is not lost, and comes out of it again.
"""

from contextlib import closing
from dataclasses import replace

import pytest
import sqlcipher3

from homejournal.domain.errors import FaultKind, ImportFaultsError, JournalTooNewError
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.rating_scales import Better
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import STAYS_AT_HOME, Audience, named_in
from homejournal.exchange.journal_json import read_journal_json
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.services.safe.transfer.sealed_files import make_pack, pack_of
from tests.journals import TODAY, practice, revisions
from tests.sharing.computers import Computer, batches
from tests.sharing.old_build import OldBuild, laid_out
from tests.younger import younger

pytestmark = pytest.mark.unmeasured

WORDS = "seven plain words of no meaning here"
BEGIN = """
import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from homejournal.domain.kinds import kind_of
from homejournal.domain.record import Kind
from homejournal.domain.sharing import Audience
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.services.pack_files import pack_of, read_pack_file
from tests.sharing.computers import Computers

computers = Computers(Path(folder))
desk = computers.new("old desk")

def edit(record, **said):
    desk.journal.records.save(replace(desk.journal.records.get(UUID(record)), **said))

def has(record):
    return desk.journal.records.get(UUID(record)) is not None

def write_pack(audience, file, **wish):
    wished = desk.safe.pack_files.wish(Audience(audience))
    Path(file).write_bytes(plain_pack(pack_of(replace(wished, **wish))))

def take_pack(file):
    desk.take(read_plain_pack(Path(file).read_bytes()))

def waiting():
    with desk.journal._session.store.reading() as connection:
        from homejournal.storage.arriving import newer
        return sorted(one.id.hex() for one in newer(connection))
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    return laid_out(tmp_path_factory.mktemp("older"))


@pytest.fixture
def old(program, tmp_path):
    """The older program with an empty journal on a computer of its own."""
    made = OldBuild(program)
    made.do(BEGIN, folder=str(tmp_path))
    yield made
    made.do("computers.close()")
    made.close()


def files_of(computer: Computer, audience: Audience, file, **wish) -> None:
    wished = computer.safe.pack_files.wish(audience)
    file.write_bytes(plain_pack(pack_of(replace(wished, **wish))))


def take(computer: Computer, file) -> None:
    computer.take(read_plain_pack(file.read_bytes()))


def standing(journal) -> dict:
    """Return all that stands, by id."""
    return {one.id: one for kind in Kind for one in journal.records.all_of(kind)}


def by_hex(records, journal) -> list[str]:
    ids = {record.id for record in records}
    return sorted(
        revision.id.hex() for revision in revisions(journal) if revision.told().record in ids
    )


def edited_by_both(here: Computer, old: OldBuild, family) -> dict:
    """Let each program edit what the other one has; return what stands afterwards."""
    old.do("edit(record, surname='Kaya')", record=str(family.child.id))
    old.do("edit(record, name='Granny')", record=str(family.helper.id))
    old.do("edit(record, rating=3)", record=str(family.practice.id))
    old.do("edit(record, slot=None)", record=str(family.mark.id))
    old.do("edit(record, what='Wait')", record=str(family.paused.id))
    old.do("edit(record, name='shy.jpg')", record=str(family.photos[0].id))
    old.do("edit(record, page={'n': 2})", record=str(family.page.id))
    before = standing(here.journal)
    changed = [
        replace(family.by_time, rating=replace(family.by_time.rating, better=Better.LESS)),
        replace(family.sheet, page=2),
        replace(family.ended, why="She does it alone"),
    ]
    here.journal.records.save(*changed)
    expected = [
        *changed,
        replace(before[family.child.id], surname="Kaya"),
        replace(before[family.helper.id], name="Granny"),
        replace(before[family.practice.id], rating=3),
        replace(before[family.mark.id], slot=None),
        replace(before[family.paused.id], what="Wait"),
        replace(before[family.photos[0].id], name="shy.jpg"),
        replace(before[family.page.id], page={"n": 2}),
    ]
    return before | {one.id: one for one in expected}


def test_a_shared_folder_carries_everything_through_an_older_homejournal(old, computers):
    folder, family = computers.shared_folder(), younger()
    here, third = computers.new("laptop"), computers.new("third")
    here.journal.records.save(*family.all)
    shared = here.begin(folder)
    invited = folder.parent / "invited.hjpack"
    wish = here.safe.pack_files.wish(
        Audience.OWN, invitation=here.safe.sharing.invitation(shared, here.settings)
    )
    invited.write_bytes(make_pack(wish, WORDS).data)
    old.do(
        "pack = read_pack_file(Path(file), words)\n"
        "desk.take(pack)\n"
        "desk.safe.sharing.join(pack.invitation, Path(cloud), desk.settings)\n"
        "desk.run()",
        words=WORDS,
        file=str(invited),
        cloud=str(folder),
    )
    here.run()
    old.do("desk.run()")
    assert old.do("told = waiting()") == by_hex(family.waiting, here.journal)
    readable = [one for one in family.all if one not in family.waiting]
    assert all(old.do("told = has(record)", record=str(one.id)) for one in readable)
    expected = edited_by_both(here, old, family)
    old.do("desk.run()")
    here.run()
    old.do("desk.run()")
    assert standing(here.journal) == expected
    assert old.do("told = desk.journal.files.check().is_sound")
    # A third computer that comes by an invitation of the older one gets all of it from that alone.
    for path in batches(folder):
        if str(here.device) in path.parts:
            path.unlink()
    old.do("write_pack('own', file)", file=str(invited))
    take(third, invited)
    assert standing(third.journal) == expected
    assert here.journal.files.check().is_sound
    assert third.journal.files.check().is_sound


@pytest.mark.parametrize("history", [False, True], ids=["what stands", "all of it"])
def test_a_pack_carries_everything_through_an_older_homejournal(old, computers, tmp_path, history):
    family, file = younger(), tmp_path / "own.hjpack"
    here, third = computers.new("laptop"), computers.new("third")
    here.journal.records.save(*family.all)
    files_of(here, Audience.OWN, file, history=history)
    old.do("take_pack(file)", file=str(file))
    assert old.do("told = waiting()") == by_hex(family.waiting, here.journal)
    expected = edited_by_both(here, old, family)
    old.do(
        "write_pack('own', file, history=history)",
        file=str(file),
        history=history,
    )
    take(here, file)
    assert standing(here.journal) == expected
    files_of(here, Audience.OWN, file, history=history)
    old.do("take_pack(file)", file=str(file))
    old.do(
        "write_pack('own', file, history=history)",
        file=str(file),
        history=history,
    )
    take(third, file)
    assert standing(third.journal) == expected
    assert old.do("told = desk.journal.files.check().is_sound")


def test_an_older_homejournal_of_another_home_gets_nothing_that_stays_here(
    old, computers, tmp_path
):
    family, file = younger(), tmp_path / "other.hjpack"
    here = computers.new("laptop")
    here.safe.homes.name_ours("Home")
    here.journal.records.save(*family.all)
    files_of(here, Audience.OTHER_HOME, file)
    went = read_plain_pack(file.read_bytes()).incoming.all
    assert not {named_in(one.envelope).kind for one in went} & {str(stay) for stay in STAYS_AT_HOME}
    old.do("desk.safe.homes.name_ours('With Dad')")
    old.do("take_pack(file)", file=str(file))
    assert old.do("told = waiting()") == by_hex([family.by_time], here.journal)
    stays = [one for one in family.all if kind_of(one) in STAYS_AT_HOME]
    assert all(one in stays for one in (family.sheet, family.book, family.page))
    assert not any(old.do("told = has(record)", record=str(stay.id)) for stay in stays)
    old.do("edit(record, surname='Kaya')", record=str(family.child.id))
    old.do("write_pack('other_home', file)", file=str(file))
    take(here, file)
    assert here.journal.records.get(family.child.id) == replace(family.child, surname="Kaya")
    assert here.journal.records.get(family.by_time.id) == family.by_time


def test_a_file_says_which_homejournal_it_needs_and_only_where_it_needs_one(
    old, computers, tmp_path
):
    family, file = younger(), tmp_path / "journal.json"
    here = computers.new("laptop")
    plain = replace(family.child, pronoun=type(family.child.pronoun).NEITHER, photo=None)
    plain = replace(plain, shown_name=type(plain.shown_name).NAME)
    said = practice(family.strategy)
    here.journal.records.save(plain, family.strategy, family.by_day, said)
    file.write_bytes(here.journal.files.export_json())
    reads = (
        "from homejournal.exchange.journal_json import read_journal_json\n"
        "from homejournal.domain.errors import ImportFaultsError\n"
        "try:\n"
        "    read = read_journal_json(Path(file).read_bytes())\n"
        "    told = [str(one.record.id) for one in read.entries]\n"
        "except ImportFaultsError as error:\n"
        "    told = [[one.place, str(one.what)] for one in error.faults]"
    )
    assert str(said.id) in old.do(reads, file=str(file))
    here.journal.records.save(*family.all)
    file.write_bytes(here.journal.files.export_json())
    assert b'"needs": "1.0"' in file.read_bytes()
    assert old.do(reads, file=str(file)) == [["schema", "newer_schema"]]
    # What the older one writes of all this reads here, with what it only passed on.
    pack = tmp_path / "own.hjpack"
    files_of(here, Audience.OWN, pack)
    old.do("take_pack(file)", file=str(pack))
    old.do("Path(file).write_bytes(desk.journal.files.export_json())", file=str(file))
    read = {entry.record.id: entry.record for entry in read_journal_json(file.read_bytes()).entries}
    assert read[family.child.id] == family.child
    assert read[family.practice.id] == family.practice
    newer = file.read_bytes().replace(b'"schema": 1', b'"schema": 3, "needs": "2.5"', 1)
    with pytest.raises(ImportFaultsError) as refused:
        read_journal_json(newer)
    (fault,) = refused.value.faults
    assert (fault.what, fault.detail) == (FaultKind.NEWER_SCHEMA, "2.5")


OPENS = """
from homejournal.services.opening import open_journal
opened = open_journal(Path(place), clock=desk.clock, device=desk.device)
read = [one for kind in Kind for one in opened.records.all_of(kind)]
told = [type(opened.read_only_because).__name__, len(read), opened.files.check().is_sound]
opened.close()
"""


def test_an_older_homejournal_opens_the_file_itself_and_writes_where_it_knows_all(old, computers):
    family, here = younger(), computers.new("laptop")
    known = [one for one in family.all if one not in family.waiting]
    here.journal.records.save(*known)
    here.journal.close()
    kind, number, sound = old.do(OPENS, place=str(here.place))
    assert (kind, number, sound) == ("NoneType", len(known), True)
    here.again()
    here.journal.records.save(*family.waiting)
    here.journal.close()
    kind, number, _ = old.do(OPENS, place=str(here.place))
    assert (kind, number) == (JournalTooNewError.__name__, len(known) + 1)
    here.again()
    assert here.journal.read_only_because is None
    assert here.journal.files.check().is_sound
    assert standing(here.journal) == {one.id: one for one in family.all}


def test_what_waited_in_a_journal_is_taken_up_by_this_homejournal(old, computers, tmp_path):
    """As it is on the day of an update: the same folder, and the newer program."""
    family, file = younger(), tmp_path / "own.hjpack"
    here = computers.new("laptop")
    here.journal.records.save(*family.all)
    files_of(here, Audience.OWN, file)
    old.do("take_pack(file)", file=str(file))
    old.do("desk.journal.close()")
    desk = Computer("updated", tmp_path / "updated", computers.clock)
    desk.journal.close()
    place = tmp_path / "old desk" / "journal" / "journal.hj"
    (desk.place / "journal.hj").write_bytes(place.read_bytes())
    computers.opened.append(desk)
    desk.again()
    desk.safe.take_up_newer()
    assert standing(desk.journal) == {one.id: one for one in family.all}
    with closing(sqlcipher3.connect(desk.place / "journal.hj")) as opened:
        assert opened.execute("SELECT count(*) FROM newer").fetchone() == (0,)
    assert desk.journal.files.check().is_sound
    assert desk.journal.days.between(family.child.id, TODAY, TODAY).practices == (family.practice,)
