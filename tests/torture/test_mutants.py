"""The tool that changes the program a little: what a test notices, and what none does."""

import sys
from pathlib import Path

import pytest

from environment import MUTANTS
from torture import mutant_copy, nearest_tests, warm_tests
from torture.mutant_copy import Copy
from torture.mutant_results import Fate, Results, Tried
from torture.mutant_run import PROMISES, try_mutant
from torture.mutants import AREAS, Mutant, drawn, judged_equivalent, stale
from torture.nearest_tests import MEASURED, NearestTests, find_nearest, find_nearest_of_all

ROOT = Path(__file__).resolve().parents[2]
NEEDS_FORKS = pytest.mark.skipif(not warm_tests.CAN_FORK, reason="tests stay loaded on Linux alone")
COUNTING = """\
HALF = 2


def is_most(times: int, days: int) -> bool:
    return HALF * times > days


def last(times: list[int]) -> int:
    while times[-1] < 0:
        times.pop()
    return times[-1]
"""
TESTS = """\
from small.counting import is_most, last


def test_three_of_four_days_are_most():
    assert is_most(3, 4)
    assert not is_most(1, 4)


def test_days_without_a_number_are_passed_over():
    assert last([5, -1]) == 5
"""


@pytest.fixture
def small(tmp_path):
    """A checkout with one small file and its tests, and a copy of it for mutants."""
    root = tmp_path / "checkout"
    for path, text in {"small/counting.py": COUNTING, "tests/test_counting.py": TESTS}.items():
        (root / path).parent.mkdir(parents=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def nearest(small, monkeypatch):
    monkeypatch.setattr("torture.nearest_tests.without_network", list)
    find_nearest(small, small / "lines.coverage", ("tests",), ("small",))
    return NearestTests([small / "lines.coverage"], small)


def mutant(before, after):
    """One line of the small file changed."""
    line = [one.strip() for one in COUNTING.splitlines()].index(before) + 1
    text = COUNTING.replace(before, after)
    return Mutant("small/counting.py", range(line, line + 1), "last", before, after, text)


CHANGES = {
    ("return HALF * times > days", "return 3 * times > days"): Fate.SURVIVED,
    ("return HALF * times > days", "return HALF * times < days"): Fate.KILLED,
    ("HALF = 2", "HALF = 0"): Fate.KILLED,
    ("return times[-1]", "return times[0] if len(times) > 1 else times[-1]"): Fate.SURVIVED,
    ("times.pop()", "pass"): Fate.ENDLESS,
}


@pytest.mark.with_all
@pytest.mark.timeout(600)  # one of them comes to no end
@pytest.mark.parametrize("is_warm", [pytest.param(True, marks=NEEDS_FORKS), False])
def test_what_a_test_notices_is_killed_and_what_none_notices_survives(
    small, nearest, tmp_path, monkeypatch, is_warm
):
    monkeypatch.setattr(mutant_copy, "SHORTEST", 3.0)
    copy = Copy(tmp_path / "copies", small, ("tests",), is_warm=is_warm)
    before = (copy.tree / "small/counting.py").stat().st_mtime_ns
    for (old, new), fate in CHANGES.items():
        tried = try_mutant(mutant(old, new), copy, nearest)
        assert tried.fate is fate, tried.told()
        assert new in tried.told()
    copy.end()
    assert (copy.tree / "small/counting.py").read_text("utf-8") == COUNTING
    assert (copy.tree / "small/counting.py").stat().st_mtime_ns == before
    assert (small / "small/counting.py").read_text("utf-8") == COUNTING


@pytest.mark.with_all
@NEEDS_FORKS
def test_a_test_that_fails_anyway_kills_no_mutant(small, nearest, tmp_path):
    broken = TESTS.replace("assert last([5, -1]) == 5", "assert last([5, -1]) == 4")
    (small / "tests/test_counting.py").write_text(broken, encoding="utf-8")
    copy = Copy(tmp_path / "copies", small, ("tests",))
    line = mutant("return times[-1]", "return times[-1] + 1")
    assert try_mutant(line, copy, nearest).fate is Fate.SURVIVED
    copy.end()


@pytest.mark.with_all
def test_the_nearest_tests_of_a_line_are_those_that_run_it(nearest):
    of_most = ["tests/test_counting.py::test_three_of_four_days_are_most"]
    assert nearest.of("small/counting.py", range(5, 6))[0] == of_most
    assert nearest.of("small/counting.py", range(1, 2))[0] == of_most, "HALF stands in its line"
    assert len(nearest.of("small/counting.py", range(2, 3))[0]) == 2, "any test of the file"


@pytest.mark.with_all
def test_only_the_tests_that_changed_are_run_again_and_lines_that_moved_are_found(
    small, tmp_path, monkeypatch
):
    ran = []

    def counted(tree, written, rooms, measured):
        ran.append(list(rooms))
        find_nearest(tree, written, rooms, measured)

    monkeypatch.setattr(nearest_tests, "find_nearest", counted)
    monkeypatch.setattr(nearest_tests, "without_network", list)
    monkeypatch.setattr(nearest_tests, "ROOMS", ("tests",))
    monkeypatch.setattr(nearest_tests, "MEASURED", ("small",))
    more = "from small.counting import is_most\n\n\ndef test_none_is_not_most():\n    "
    for number in range(4):
        file = small / f"tests/test_more_{number}.py"
        file.write_text(f"{more}assert not is_most(0, {number})\n", encoding="utf-8")
    kept = tmp_path / "kept"
    kept.mkdir()
    for _ in range(2):
        assert len(find_nearest_of_all(small, kept)) == 1
    changed = small / "tests/test_more_3.py"
    changed.write_text(
        more.replace("none", "half") + "assert not is_most(1, 2)\n", encoding="utf-8"
    )
    (small / "small/counting.py").write_text(f"MORE = 1\n\n\n{COUNTING}", encoding="utf-8")
    for _ in range(2):
        found = NearestTests(find_nearest_of_all(small, kept), small)
    assert ran == [["tests"], ["tests/test_more_3.py"]]
    tests, _ = found.of("small/counting.py", range(8, 9))
    assert "tests/test_more_3.py::test_half_is_not_most" in tests
    assert "tests/test_more_3.py::test_none_is_not_most" not in tests
    assert "tests/test_counting.py::test_three_of_four_days_are_most" in tests
    assert len(tests) == 5
    assert not found.run_on_load("small/counting.py", range(8, 9))
    assert found.run_on_load("small/counting.py", range(4, 5)), "HALF"


@pytest.mark.skipif(not MUTANTS.exists(), reason="fetched by dev.py torture --mutants")
def test_mutants_are_the_same_for_one_seed_and_each_is_another_python_text(small, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path])
    areas = {"all": ("small",)}
    found = drawn(small, areas, 50, 1, None)
    assert found == drawn(small, areas, 50, 1, None)
    assert found != drawn(small, areas, 50, 2, None)
    assert len({one.text for one in found} | {COUNTING}) == len(found) + 1
    assert {one.function for one in found} == {"", "is_most", "last"}
    assert ("times.pop()", "pass") in {(one.before, one.after) for one in found}
    assert not any("bool" in one.before for one in found), "a type alone is not changed"
    assert len(drawn(small, areas, 2, 1, None)) == 2
    touched = {"small/counting.py": {10}}
    assert drawn(small, areas, 1, 1, touched)[0].lines == range(10, 11)
    assert drawn(small, areas, 1, 1, {"small/other.py": {1}}) == []


@pytest.mark.skipif(not MUTANTS.exists(), reason="fetched by dev.py torture --mutants")
def test_a_list_of_errors_with_one_of_a_module_breaks_no_draw(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path])
    (tmp_path / "small").mkdir()
    (tmp_path / "small/read.py").write_text(
        "try:\n    read()\nexcept (ValueError, json.JSONDecodeError):\n    pass\n"
    )
    assert drawn(tmp_path, {"all": ("small",)}, 50, 1, None)


@pytest.mark.skipif(not MUTANTS.exists(), reason="fetched by dev.py torture --mutants")
def test_what_guesses_from_a_photo_is_not_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path])
    for name in ("ink", "reading"):
        file = tmp_path / f"homejournal/exchange/sheet_photo/{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(COUNTING, encoding="utf-8")
    found = drawn(tmp_path, {"exchange": ("homejournal/exchange",)}, 50, 1, None)
    assert {one.path for one in found} == {"homejournal/exchange/sheet_photo/reading.py"}


def test_a_judged_change_keeps_its_judgement_where_its_line_moves_and_loses_it_with_the_line(small):
    key = mutant("times.pop()", "pass").key
    file = small / "small/counting.py"
    file.write_text(f"MORE = 1\n\n\n{COUNTING}", encoding="utf-8")
    assert stale(small, [key]) == []
    file.write_text(COUNTING.replace("times.pop()", "del times[-1]"), encoding="utf-8")
    assert stale(small, [key]) == ["small/counting.py in last: times.pop()"]
    file.unlink()
    assert len(stale(small, [key])) == 1


def test_each_change_judged_to_make_no_difference_is_of_a_line_that_there_is():
    listed = judged_equivalent()
    assert stale(ROOT, listed) == []
    assert all(len(why) > 20 for why in listed.values()), "each has a reason"


def many(count, what="pop"):
    """So many changes of one line, all different."""
    text = COUNTING.replace("times.pop()", "pass")
    return [
        Mutant("small/counting.py", range(10, 11), "last", f"times.{what}()", str(number), text)
        for number in range(count)
    ]


def test_more_survivors_than_may_be_make_the_run_fail(capsys, tmp_path):
    results = Results(tmp_path / "told.json", "some code")
    killed, survivors, judged = many(98), many(3, "last"), many(5, "first")
    for one in [*killed, *survivors[:2]]:
        fate = Fate.KILLED if one in killed else Fate.SURVIVED
        results.take(Tried(one, fate, "3 tests"), seed=1)
    for one in judged:
        results.take(Tried(one, Fate.EQUIVALENT, "nobody reads it"), seed=1)
    assert results.verdict() == 0
    assert "2.0% of 100 survived." in capsys.readouterr().out
    results.take(Tried(survivors[2], Fate.SURVIVED, "3 tests"), seed=2)
    assert results.verdict() == 1


def test_a_run_that_was_broken_off_goes_on_and_adds_up_with_others(tmp_path):
    first, other = many(2), mutant("times.pop()", "pass")
    before = Results(tmp_path / "told.json", "some code")
    before.take(Tried(first[0], Fate.KILLED, "tests/test_a.py::test_b"), seed=1)
    before.take(Tried(first[1], Fate.SURVIVED, "3 tests"), seed=1)
    again = Results(tmp_path / "told.json", "some code")
    assert [again.is_known(one) for one in (*first, other)] == [True, True, False]
    assert again.killers("small/counting.py") == {"tests/test_a.py::test_b"}
    again.take(Tried(other, Fate.KILLED, "tests/test_a.py::test_c"), seed=2)
    assert again.verdict() == 1, "one of three survived"
    later = Results(tmp_path / "told.json", "code with another test")
    assert [later.is_known(one) for one in (*first, other)] == [True, False, True]
    later.take(Tried(first[1], Fate.KILLED, "tests/test_a.py::test_d"), seed=1)
    assert later.verdict() == 0


def test_a_survivor_is_tried_with_the_promises_once(tmp_path):
    results, one = Results(tmp_path / "told.json", "some code"), mutant("times.pop()", "pass")
    results.take(Tried(one, Fate.SURVIVED, "3 tests"), seed=1)
    assert not results.has_met_promises(one)
    results.take(results.fate_of(one), seed=1, met_promises=True)
    assert Results(tmp_path / "told.json", "some code").has_met_promises(one)


def test_what_is_mutated_is_measured_and_every_folder_is_there():
    folders = [folder for folders in AREAS.values() for folder in folders]
    assert sorted(folders) == sorted(MEASURED)
    assert [one for one in (*folders, *PROMISES) if not (ROOT / one).is_dir()] == []
