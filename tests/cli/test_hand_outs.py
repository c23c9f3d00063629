"""Pictures and hand-outs stay in the journal's folder: no output is other with them than without.

Only the export of the whole journal names them, and it holds none of their bytes.
"""

import io

import pytest
from PIL import Image

from homejournal.exchange.media_files import kept_file
from homejournal.services.opening import open_journal
from tests.cli.example import DAYS
from tests.journals import DEVICE, Clock
from tests.reports.pdf_checks import streams_of, words_of

NAME = "Quokkas at the pool"
NOA = ("--child", "Noa", "--today", "2026-06-28")
OUTPUTS = {
    **{
        f"page {form}": ("page", *NOA, *DAYS, "--format", form)
        for form in ("pdf", "text", "html", "short")
    },
    "numbers": ("numbers", "--child", "Noa", *DAYS),
    "chart": ("chart", "--child", "Noa", *DAYS, "--strategy", "Pause and wait", "--format", "svg"),
    "week": ("sheet", "print", *NOA, "--week", "2026-06-24"),
    "book": ("book", *NOA),
    "review": ("pack", *NOA, "--kind", "review"),
    "transition": ("pack", *NOA, "--kind", "transition"),
    "about": ("about", *NOA, "--format", "pdf"),
    "calendar": ("calendar", *NOA),
    "plan": ("plan", "export", *NOA),
}


def keep_hand_outs(folder):
    drawn = io.BytesIO()
    Image.new("RGB", (8, 8), (1, 200, 7)).save(drawn, "PNG")
    journal = open_journal(folder, clock=Clock(), device=DEVICE)
    for strategy in journal.family().strategies.values():
        for data in (drawn.getvalue(), f"%PDF-1.7 {NAME}".encode()):
            made = journal.media.put(kept_file(data), f"{NAME}.pdf", strategy.id)
            journal.media.add(made)
    hashes = [path.name for path in (journal.folder / "media").iterdir()]
    journal.close()
    return hashes


def made(cli, folder, file, command):
    verb, *more = command
    place = [*more[:1], folder, *more[1:]] if verb in {"plan", "sheet"} else [folder, *more]
    answer = cli(verb, *place, *(() if verb == "numbers" else ("--out", file)))
    assert answer.code == 0, answer.err
    return answer.out.encode() if verb == "numbers" else file.read_bytes()


def told(data):
    """Return all that a file says: the words of a PDF and what is drawn in it, or its bytes.

    A calendar tells the second in which it was made, too.
    """
    if data.startswith(b"%PDF"):
        return words_of(data), len(list(streams_of(data)))
    return [line for line in data.splitlines() if not line.startswith(b"DTSTAMP:")]


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_is_the_same_with_and_without_hand_outs(cli, example, tmp_path, name):
    before = made(cli, example, tmp_path / "before", OUTPUTS[name])
    hashes = keep_hand_outs(example)
    after = made(cli, example, tmp_path / "after", OUTPUTS[name])
    assert told(after) == told(before)
    for word in (NAME, *hashes):
        assert word.encode() not in after


def test_the_export_of_the_whole_journal_names_them_without_their_bytes(cli, example, tmp_path):
    keep_hand_outs(example)
    answer = cli("export", example, "--format", "json", "--out", "-")
    assert NAME in answer.out
    assert (answer.code, " photos and hand-outs are not in it:" in answer.err) == (0, True)
    assert f"%PDF-1.7 {NAME}" not in answer.out
