"""The command `plan`: hand over strategies, and look into a file."""

import json

from tests.cli.example import DAYS
from tests.exchange.plan_files import HANDWRITTEN


def test_what_is_exported_is_sound_and_changes_nothing_at_home(cli, example, tmp_path):
    file = tmp_path / "noa.hjplan"
    assert cli("plan", "export", example, "--child", "Noa", "--out", file).code == 0
    answer = cli("plan", "check", file)
    assert answer.code == 0
    assert answer.out.startswith("The plan file is sound: ")
    assert "Pause and wait" in answer.out
    names = [one["name"] for one in json.loads(file.read_text(encoding="utf-8"))["strategies"]]
    assert len(names) > 1

    one = cli("plan", "export", example, "--child", "Noa", "--strategy", names[0], "--out", "-")
    assert [s["name"] for s in json.loads(one.out)["strategies"]] == names[:1]


def test_a_finished_strategy_is_handed_over_only_by_name(cli, example):
    early = ("--today", "2026-03-31")
    asked = ("plan", "export", example, "--child", "Noa", "--out", "-")
    assert len(json.loads(cli(*asked, *early).out)["strategies"]) == len(
        json.loads(cli(*asked).out)["strategies"]
    )


def test_a_file_by_hand_is_told_with_what_it_would_change(cli, example, tmp_path):
    file = tmp_path / "dana.hjplan"
    file.write_text(json.dumps(HANDWRITTEN), encoding="utf-8")
    answer = cli("plan", "check", file, "--journal", example, "--child", "Noa")
    assert answer.code == 0
    assert "would change" in answer.out
    assert "now: speech-language pathologist" in answer.out.replace("\u2068", "")
    assert cli("numbers", example, "--child", "Noa", "--strategy", "Wait",
               "--from", "2026-03-02", "--to", "2026-03-03").code == 1  # fmt: skip


def test_a_file_with_faults_tells_all_of_them(cli, tmp_path):
    file = tmp_path / "bad.hjplan"
    file.write_text(json.dumps({**HANDWRITTEN, "schema": 9}), encoding="utf-8")
    answer = cli("plan", "check", file)
    assert answer.code == 1
    assert "newer homejournal" in answer.err


def test_a_journal_needs_a_child(cli, example, tmp_path):
    answer = cli("plan", "check", tmp_path / "x", "--journal", example)
    assert answer.code == 2
    assert "--child" in answer.err


EMPTY = {"format": "homejournal-plan", "schema": 1, "plan": "Nothing"}


def test_a_file_with_nothing_in_it_says_so(cli, example, tmp_path):
    file = tmp_path / "empty.hjplan"
    file.write_text(json.dumps(EMPTY), encoding="utf-8")
    for more in ((), ("--journal", example, "--child", "Noa")):
        answer = cli("plan", "check", file, *more)
        assert answer.code == 0
        assert answer.out.splitlines()[-1] == "There is nothing in this file."


def test_a_plan_file_is_no_journal_and_it_is_said_where_it_is_taken_in(cli, journal, tmp_path):
    file = tmp_path / "dana.hjplan"
    file.write_text(json.dumps(HANDWRITTEN), encoding="utf-8")
    answer = cli("import", journal, file)
    assert answer.code == 1
    assert "this is a plan file; open homejournal and take it in on Plan" in answer.err
    assert "homejournal-plan" not in answer.err


def test_a_journal_without_any_name_offers_none_to_choose_from(cli, journal):
    answer = cli("page", journal, "--child", "Noa", *DAYS, "--format", "text", "--out", "-")
    assert answer.code == 1
    assert answer.err == (
        "Nothing in this journal is called Noa. Nothing of this kind is in it yet.\n"
    )
