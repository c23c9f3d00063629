"""Visit pages from the command line."""

import pytest

from tests.cli.example import DAYS


@pytest.mark.parametrize("kind", ["pdf", "text", "json"])
def test_a_page_is_made_in_each_form(cli, example, tmp_path, kind):
    file = tmp_path / "page"

    answer = cli("page", example, "--child", "Noa", *DAYS, "--format", kind, "--out", file)

    assert (answer.code, answer.out) == (0, "")
    start = {"pdf": b"%PDF-", "text": b"", "json": b"{"}[kind]
    assert file.read_bytes().startswith(start)
    assert len(file.read_bytes()) > 500


def test_a_page_for_one_person_tells_only_of_what_they_suggested(cli, example):
    more = (*DAYS, "--format", "text", "--out", "-")

    whole = cli("page", example, "--child", "Noa", *more).out
    for_ben = cli("page", example, "--child", "Noa", "--for", "Ben", *more).out

    assert "Pause and wait" in whole
    assert "Toy one step away" in for_ben
    assert "Pause and wait" not in for_ben
    assert "I am proud of us" not in whole
