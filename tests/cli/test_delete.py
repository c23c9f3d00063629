"""Deleting for good from the command line: only with the name said once more."""

import pytest

from homejournal.services.opening import open_journal
from tests.journals import DEVICE, Clock
from tests.traces import traces


def opened(folder):
    return open_journal(folder, clock=Clock(), device=DEVICE)


def family(folder):
    journal = opened(folder)
    try:
        return journal.family()
    finally:
        journal.close()


def test_a_child_goes_with_everything_about_it(cli, example):
    answer = cli("delete", example, "child", "--yes-delete", "noa")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("This is deleted for good: 1 child, ")
    assert "Deleted for good." in answer.out
    assert "on paper" in answer.out
    found = family(example)
    assert found.children == {}
    assert found.strategies == {}
    assert found.helpers


def test_another_name_deletes_nothing(cli, example):
    answer = cli("delete", example, "child", "--yes-delete", "Leo")
    assert answer.code == 1
    assert "Leo" in answer.err
    assert family(example).children


def test_without_the_name_nothing_is_deleted(cli, example):
    assert cli("delete", example, "child").code == 2
    assert family(example).children


def test_a_person_goes_by_name_among_those_who_write_and_those_who_visit(cli, example):
    known = family(example)
    helper = next(iter(known.helpers.values())).name
    member = next(iter(known.team.values())).name
    for name in (helper, member):
        assert cli("delete", example, "person", "--yes-delete", name).code == 0
    found = family(example)
    assert helper not in {one.name for one in found.helpers.values()}
    assert member not in {person.name for person in found.team.values()}
    answer = cli("delete", example, "person", "--yes-delete", "Nobody")
    assert answer.code == 1
    assert "Nobody" in answer.err


def test_two_of_one_name_are_told_apart_by_their_ids(cli, example):
    from uuid import uuid4

    from homejournal.domain.records.people import Helper, TeamMember

    both = (Helper(id=uuid4(), name="Kim"), TeamMember(id=uuid4(), name="Kim"))
    journal = opened(example)
    journal.records.save(*both)
    journal.close()
    answer = cli("delete", example, "person", "--yes-delete", "Kim")
    assert answer.code == 1
    assert str(both[1].id) in answer.err
    assert cli("delete", example, "person", "--yes-delete", both[1].id).code == 0
    assert both[0].id in family(example).helpers


def test_older_copies_are_told_of_and_go_where_it_is_asked(cli, example):
    journal = opened(example)
    note = next(iter(journal.records.all_of("note")))
    words = note.text
    journal.safe.backups.make()
    journal.records.delete(note.id)
    journal.close()
    answer = cli("delete", example, "bin", "--yes-delete", "bin")
    assert "1 older copy still holds" in answer.out
    assert traces(example, words)
    journal = opened(example)
    other = next(iter(journal.records.all_of("note")))
    journal.records.delete(other.id)
    journal.close()
    answer = cli("delete", example, "bin", "--yes-delete", "bin", "--old-copies", "--pages-too")
    assert "1 copy is deleted." in answer.out
    assert len(list((example / "backups").glob("*.hj"))) == 1


def test_copies_that_were_kept_then_can_go_later(cli, example):
    journal = opened(example)
    note = next(iter(journal.records.all_of("note")))
    journal.safe.backups.make()
    journal.records.delete(note.id)
    journal.close()
    cli("delete", example, "bin", "--yes-delete", "bin", "--pages-too")
    assert traces(example, note.text)
    assert cli("delete", example, "copies", "--yes-delete", "yes").code == 2
    assert traces(example, note.text)
    answer = cli("delete", example, "copies", "--yes-delete", "copies")
    assert (answer.code, answer.out) == (0, "1 copy is deleted.\n")
    assert traces(example, note.text) == []
    answer = cli("delete", example, "copies", "--yes-delete", "copies")
    assert answer.out == "No older copy holds what was deleted for good.\n"


@pytest.mark.parametrize("word", ["Noa", "DELETE"])
def test_the_whole_journal_goes(cli, example, word):
    answer = cli("delete", example, "everything", "--yes-delete", word)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("The whole journal goes: 1 child, ")
    assert not example.exists()


def test_other_files_in_the_folder_stay_and_are_told_of(cli, example):
    (example / "letter.txt").write_text("Dear Dana", "utf-8")
    answer = cli("delete", example, "everything", "--yes-delete", "Noa")
    assert "they are not ours" in answer.out
    assert [path.name for path in example.iterdir()] == ["letter.txt"]


def test_with_another_word_the_whole_journal_stays(cli, example):
    answer = cli("delete", example, "everything", "--yes-delete", "yes")
    assert answer.code == 2
    assert "delete" in answer.err
    assert family(example).children


def test_pages_with_the_same_words_are_told_of_and_go_where_it_is_asked(cli, example):
    from uuid import uuid4

    from homejournal.domain.records.media_and_papers import Page

    journal = opened(example)
    notes = journal.records.all_of("note")[:2]
    of = notes[0].child
    pages = [
        Page(id=uuid4(), child=of, made=Clock().moment, page={"quotes": [note.text]})
        for note in notes
    ]
    journal.records.save(*pages)
    journal.records.delete(notes[0].id)
    journal.close()
    answer = cli("delete", example, "bin", "--yes-delete", "bin")
    assert "1 page that was handed over has these words on it, and stays." in answer.out
    journal = opened(example)
    journal.records.delete(notes[1].id)
    journal.close()
    answer = cli("delete", example, "bin", "--yes-delete", "bin", "--pages-too")
    assert "stays" not in answer.out.split("It stays where")[0]
    journal = opened(example)
    assert [record.id for record in journal.records.all_of("page")] == [pages[0].id]
    journal.close()
