"""What each command does, and the one sentence it says when it cannot."""

import io
import json
import os
import stat
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from homejournal.cli import main
from homejournal.cli.arguments import CommandGroup
from tests.cli.example import DAYS, EXAMPLE

ROOT = Path(__file__).resolve().parents[2]
TWO_NOAS = {
    "format": "homejournal",
    "schema": 1,
    "children": [
        {"id": "00000000-0000-4000-8000-000000000001", "name": "Noa"},
        {"id": "00000000-0000-4000-8000-000000000002", "name": "Noa", "surname": "Lee"},
    ],
}


@pytest.fixture
def two_noas(cli, journal, tmp_path):
    """Return the folder of a journal with two children of one name."""
    (tmp_path / "two.json").write_text(json.dumps(TWO_NOAS), encoding="utf-8")
    assert cli("import", journal, tmp_path / "two.json").code == 0
    return journal


def test_each_command_of_a_module_stands_in_the_list_of_commands():
    listed: dict[str, set[str]] = {}
    for command in main._COMMANDS:
        for inside in command.commands if isinstance(command, CommandGroup) else (command,):
            listed.setdefault(inside.module, set()).add(inside.name)
    modules = {name: import_module(f"homejournal.cli.{name}") for name in listed}
    assert listed == {name: set(module.COMMANDS) for name, module in modules.items()}


def is_one_sentence(err: str) -> bool:
    return err.endswith("\n") and "Traceback" not in err and err.count("\n") == 1


def test_a_new_journal_is_empty_and_sound(cli, journal):
    answer = cli("check", journal)

    assert answer.code == 0
    assert "0 records" in answer.out


def test_a_second_new_journal_in_the_same_folder_is_refused(cli, journal):
    before = (journal / "journal.hj").read_bytes()

    answer = cli("new", journal)

    assert answer.code == 2
    assert is_one_sentence(answer.err)
    assert (journal / "journal.hj").read_bytes() == before


def test_importing_twice_adds_nothing(cli, example):
    answer = cli("import", example, EXAMPLE)

    assert answer.code == 0
    assert answer.out == "Everything in the file was in the journal already.\n"


def test_what_is_exported_makes_the_same_journal_elsewhere(cli, example, tmp_path):
    other = tmp_path / "other"
    assert cli("export", example, "--format", "json", "--out", tmp_path / "a.json").code == 0
    assert cli("new", other).code == 0
    assert cli("import", other, tmp_path / "a.json").code == 0

    assert cli("export", other, "--format", "json", "--out", tmp_path / "b.json").code == 0

    first, second = (
        json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in ("a.json", "b.json")
    )
    for told in (first, second):
        del told["journal"]["id"]
        del told["through"]  # the day on which it was exported
    assert first == second
    assert cli("import", example, tmp_path / "b.json").out.startswith("Everything in the file")


def test_an_exported_file_is_readable_by_its_owner_alone(cli, example, tmp_path):
    file = tmp_path / "out.json"

    cli("export", example, "--format", "json", "--out", file)

    assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o600


def test_export_can_be_printed_and_import_can_read_what_is_piped_in(
    cli, example, tmp_path, monkeypatch
):
    printed = cli("export", example, "--format", "json", "--out", "-").out
    cli("new", tmp_path / "other")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(printed.encode())))

    assert cli("import", tmp_path / "other", "-").code == 0


@pytest.mark.parametrize("child", ["Noa", "noa", " NOA ", "f2c5f3f7-0000-0000-0000-000000000000"])
def test_a_child_is_known_by_its_name_however_it_is_written(cli, example, child):
    answer = cli("numbers", example, "--child", child, *DAYS)

    if "-" in child:
        assert answer.code == 1
        assert child in answer.err
    else:
        assert answer.code == 0
        assert len(json.loads(answer.out)["strategies"]) == 4


def test_a_name_is_the_same_however_its_accents_are_written(cli, journal, tmp_path):
    file = tmp_path / "sofia.json"
    child = {"id": "7c9d1a34-2f43-4b7e-a1a9-3c1d6a9b0e02", "name": "Sofi\u0301a", "surname": "R"}
    told = {"format": "homejournal", "schema": 1, "children": [child]}
    file.write_text(json.dumps(told), encoding="utf-8")
    assert cli("import", journal, file).code == 0

    for name in ("Sof\u00eda", "SOFI\u0301A", "sof\u00eda r"):
        assert cli("numbers", journal, "--child", name, *DAYS).code == 0

    nobody = cli("numbers", journal, "--child", "Sofia", *DAYS)
    assert nobody.code == 1
    assert "Sofi\u0301a" in nobody.err


def test_a_name_that_two_children_share_lists_both_and_an_id_tells_them_apart(cli, two_noas):
    answer = cli("numbers", two_noas, "--child", "Noa", *DAYS)

    ids = [child["id"] for child in TWO_NOAS["children"]]
    assert answer.code == 1
    assert is_one_sentence(answer.err)
    assert all(id_ in answer.err for id_ in ids)
    for said in (*ids, ids[0].upper(), "Noa Lee"):
        assert cli("numbers", two_noas, "--child", said, *DAYS).code == 0


def test_numbers_tell_the_period_and_today_they_were_counted_with(cli, example):
    told = json.loads(cli("numbers", example, "--child", "Noa", *DAYS).out)

    assert (told["from"], told["to"], told["today"]) == ("2026-06-10", "2026-06-28", "2026-06-28")
    assert told["week_start"] == "monday"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("frobnicate",),
        ("numbers", "J"),
        ("numbers", "J", "--child", "Noa", "--from", "2026-03-22", "--to", "2026-03-02"),
        ("numbers", "J", "--child", "Noa", "--from", "2026-3-2", "--to", "2026-03-22"),
        ("numbers", "J", "--child", "Noa", "--from", "2026-02-30", "--to", "2026-03-22"),
        ("numbers", "J", "--child", "Noa", "--from", "today", "--to", "2026-03-22"),
        ("export", "J", "--format", "pdf", "--out", "x"),
        ("check", "J", "--lang", "xx"),
        ("page", "J", "--child", "Noa", *DAYS, "--format", "text", "--out", "-", "--lang", "xx"),
        ("page", "J", "--child", "Noa", *DAYS, "--format", "text", "--out", "-", "--for", " "),
        ("numbers", "J", "--child", "", *DAYS),
        ("check", "J", "--quick"),
        ("import", "J", "/no/such/file.json"),
    ],
)
def test_a_command_that_is_not_understood_says_so_in_one_sentence(cli, arguments):
    answer = cli(*arguments)

    assert answer.code == 2
    assert answer.out == ""
    assert is_one_sentence(answer.err)


@pytest.mark.parametrize("command", ["check", "export", "numbers", "import"])
def test_a_folder_without_a_journal_is_said_in_one_sentence(cli, tmp_path, command):
    more = {
        "check": (),
        "export": ("--format", "json", "--out", "-"),
        "numbers": ("--child", "Noa", *DAYS),
        "import": (EXAMPLE,),
    }[command]

    answer = cli(command, tmp_path / "nowhere", *more)

    assert answer.code == 1
    assert is_one_sentence(answer.err)
    assert not (tmp_path / "nowhere").exists()


def test_a_file_that_is_no_journal_is_left_as_it_is(cli, tmp_path):
    (tmp_path / "journal.hj").write_bytes(b"a letter to grandma" * 500)

    answer = cli("check", tmp_path)

    assert answer.code == 1
    sentence, way = answer.err.splitlines(keepends=True)
    assert is_one_sentence(sentence)
    assert "repair --preview" in way
    assert (tmp_path / "journal.hj").read_bytes().startswith(b"a letter")


def test_every_fault_of_a_file_is_told_and_nothing_of_it_is_taken(cli, example, tmp_path):
    before = cli("export", example, "--format", "json", "--out", "-").out
    told = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    for practice in told["practices"][:30]:
        practice["day"] = "soon"
    told["children"].append({"id": "00000000-0000-4000-8000-000000000001", "name": "Ben"})
    (tmp_path / "bad.json").write_text(json.dumps(told), encoding="utf-8")

    answer = cli("import", example, tmp_path / "bad.json")

    assert answer.code == 1
    assert "practices[29].day" in answer.err
    assert len(answer.err.splitlines()) == 31
    assert cli("export", example, "--format", "json", "--out", "-").out == before


def test_reading_needs_no_lock_and_a_second_writer_is_told_who_has_it(cli, example):
    from datetime import UTC, datetime
    from uuid import uuid4

    from homejournal.services.opening import open_journal

    held = open_journal(example, clock=lambda: datetime.now(UTC), device=uuid4())
    try:
        assert cli("numbers", example, "--child", "Noa", *DAYS).code == 0
        answer = cli("import", example, EXAMPLE)
    finally:
        held.close()

    assert answer.code == 1
    assert is_one_sentence(answer.err)


def test_a_changed_bit_is_found_by_the_check(cli, example):
    file = example / "journal.hj"
    data = file.read_bytes()
    at = data.index(b"I am proud of us")
    file.write_bytes(data[:at] + b"X" + data[at + 1 :])

    answer = cli("check", example)

    assert (answer.code, answer.out) == (1, "")
    assert is_one_sentence(answer.err)


def test_an_output_folder_that_is_not_there_is_said_and_nothing_is_left_behind(
    cli, example, tmp_path
):
    answer = cli("export", example, "--format", "json", "--out", tmp_path / "no" / "x.json")

    assert answer.code == 1
    assert is_one_sentence(answer.err)
    assert "window" not in answer.err


def test_help_and_version_are_answers_not_faults(cli):
    assert cli("--version").out.startswith("homejournal ")
    told = cli("--help")
    assert told.code == 0
    for command in ("new", "import", "export", "numbers", "page", "check"):
        assert command in told.out
        assert cli(command, "--help").code == 0


def test_the_real_command_runs_without_a_display_and_ends_quietly_when_nobody_reads(tmp_path):
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    } | {"XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "homejournal.cli.main"]

    def run(*arguments):
        return subprocess.run(
            [*command, *map(str, arguments)],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )

    assert run("new", "j").returncode == 0
    assert run("import", "j", EXAMPLE).returncode == 0
    reader, writer = os.pipe()
    os.close(reader)
    printed = subprocess.run(
        [*command, "export", "j", "--format", "json", "--out", "-"],
        env=environment,
        cwd=tmp_path,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)

    assert printed.returncode == 1
    assert printed.stderr == b""
    missing = run("check", "nowhere")
    assert missing.returncode == 1
    assert b"Traceback" not in missing.stderr
