"""What a disk changed is in no file that leaves: that is said, and the command answers 1."""

import pytest

from homejournal.domain.sharing.outgoing import media_named
from homejournal.exchange.media_files import kept_file
from homejournal.exchange.pack_file import read_pack
from homejournal.services.opening import open_journal
from tests.journals import DEVICE, Clock, note
from tests.sharing.pack_lines import jpeg

WORDS = "four quiet words here"
SAID = "a sentence that a disk changes"
NO_ENTRY = "1 entry could not be read and is not in the file."
NEVER_PHOTOS = (
    "1 photo or hand-out is not in it: files of this kind hold what is written. A copy of the"
    " journal has it."
)
NO_PHOTO = "1 photo or hand-out could not be read and is not in the file."


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "words.txt"
    file.write_text(f"{WORDS}\n")
    return file


@pytest.fixture
def spoiled(example):
    """The example, with a note that a disk changed, and a photo that is gone."""
    journal = open_journal(example, clock=Clock(), device=DEVICE)
    child = next(iter(journal.family().children))
    said = note(child)
    photo = journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", said)
    journal.media.add_with_note(said, photo)
    journal.records.save(note(child, SAID))
    journal.close()
    (example / "media" / photo.sha256).unlink()
    file = example / "journal.hj"
    file.write_bytes(file.read_bytes().replace(SAID.encode(), SAID.upper().encode(), 1))
    return example


def asked(kind, words, out):
    return {
        "json": ("export", "--format", "json", "--out", out),
        "csv": ("export", "--format", "csv", "--out", out),
        "xlsx": ("export", "--format", "xlsx", "--out", out),
        "hand-over": ("hand-over", "--child", "Noa", "--words-file", words, "--out", out),
        "share": ("share", "export", "--for", "own", "--words-file", words, "--out", out),
    }[kind]


def run(cli, journal, kind, words, out):
    command, *more = asked(kind, words, out)
    before = [more.pop(0)] if command == "share" else []
    return cli(command, *before, journal, *more)


@pytest.mark.parametrize("kind", ["json", "csv", "xlsx"])
def test_an_export_tells_what_is_not_in_it(cli, spoiled, words, tmp_path, kind):
    answer = run(cli, spoiled, kind, words, tmp_path / "file")
    assert (answer.code, (tmp_path / "file").exists()) == (1, True)
    assert answer.err.splitlines() == [
        NEVER_PHOTOS,
        NO_ENTRY,
        "The command “repair” can help. Then write the file again.",
    ]


@pytest.mark.parametrize("kind", ["hand-over", "share"])
def test_a_sealed_file_tells_what_is_not_in_it(cli, spoiled, words, tmp_path, kind):
    answer = run(cli, spoiled, kind, words, tmp_path / "file")
    assert (answer.code, answer.err.splitlines()[:2]) == (1, [NO_ENTRY, NO_PHOTO])
    assert "repair" in answer.err.splitlines()[2]
    pack = read_pack((tmp_path / "file").read_bytes(), WORDS)
    named = set(media_named(pack.incoming.revisions))
    assert (len(named), pack.media) == (1, {})


@pytest.mark.parametrize("kind", ["json", "csv", "xlsx", "hand-over", "share"])
def test_a_file_that_lacks_nothing_says_nothing(cli, example, words, tmp_path, kind):
    answer = run(cli, example, kind, words, tmp_path / "file")
    assert (answer.code, answer.err) == (0, "")
