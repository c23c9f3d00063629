"""The table of promises: what counts as lost, and that every promise plants a fault of its own."""

import json
from dataclasses import replace

import pytest

from console import StopError
from torture.finding import EACH_TIME, names, promise, promises
from torture.frame import Promise, Result, Scale, Size, nothing_tried
from torture.running import Row, Wished, run_all
from torture.table import as_json, line, verdict

KEPT = Promise(7, "promise_07_old", "Every old file opens", "files", lambda _: Result(0, 0, 0), {})
GOOD = Row(KEPT, Result(12, 12, 0, ("of all years",)), 0.5)
BAD = replace(GOOD, result=Result(12, 11, 1, ("file 3: gone",)))


def test_a_row_tells_how_often_it_was_tried_and_what_was_lost():
    assert line(GOOD).splitlines()[0].split() == (
        ["7", "Every", "old", "file", "opens", "12", "12", "0", "0.5", "files"]
    )
    assert line(BAD).splitlines()[1].strip() == "file 3: gone"
    assert verdict([GOOD]) == "1 promises tried. Lost: nothing."
    assert verdict([GOOD, BAD]) == "2 promises tried. Lost: 7 old."


def test_a_planted_fault_is_to_lose_something():
    caught, missed = replace(BAD, mutant="no_sync"), replace(GOOD, mutant="no_sync")
    assert (GOOD.is_good, BAD.is_good, caught.is_good, missed.is_good) == (True, False, True, False)
    assert "NOT CAUGHT" in line(missed)
    assert "caught" in line(caught)
    assert verdict([caught, missed]) == "Planted faults caught: 1 of 2."


def test_what_this_computer_cannot_try_is_never_told_as_survived():
    row = Row(KEPT, nothing_tried("no loop devices"), 0.1)
    assert "not tried here: no loop devices" in line(row)
    assert "12" not in line(row)
    assert row.is_good
    assert replace(row, mutant="no_sync").is_good


def test_two_results_add_up():
    both = Result(3, 2, 1, ("a",), "no xfs") + Result(4, 4, 0, ("b",))
    assert both == Result(7, 6, 1, ("a", "b"), "no xfs")


def test_json_tells_each_row():
    told = json.loads(as_json([GOOD], Wished(Size.FULL, 1)))
    assert told[0]["promise"] == "Every old file opens"
    assert (told[0]["tried"], told[0]["lost"], told[0]["planted"]) == (12, 0, "")


def test_an_unknown_promise_is_refused():
    with pytest.raises(StopError):
        promises(["99"])


def test_a_usual_run_tries_promises_that_there_are():
    assert set(EACH_TIME) < set(names())
    assert len(promises(EACH_TIME)) == len(EACH_TIME)


def test_a_usual_run_tries_fewer_times_and_only_where_a_figure_says_so(tmp_path):
    full, quick, usual = (Scale(tmp_path, size) for size in (Size.FULL, Size.QUICK, Size.USUAL))
    assert [one.times(full=90, quick=9, usual=3) for one in (full, quick, usual)] == [90, 9, 3]
    assert usual.times(full=90, quick=9) == 9
    assert Scale(tmp_path, Size.FULL, parts=10).times(full=90, quick=9) == 9
    assert [one.quick for one in (full, quick, usual)] == [False, True, True]


def test_every_promise_has_words_and_at_least_one_planted_fault():
    found = promises()
    assert found
    assert [one.module for one in found if not (one.words and one.tried and one.mutants)] == []
    assert promises(["1"])[0] == promise(found[0].module)


def test_chances_are_the_same_in_every_run_with_one_seed(tmp_path):
    first, again = Scale(tmp_path, seed=3), Scale(tmp_path, seed=3)
    assert first.random("x").random() == again.random("x").random()
    assert first.random("y").random() != Scale(tmp_path, seed=4).random("y").random()


def test_a_process_that_breaks_off_has_lost(monkeypatch):
    monkeypatch.setattr("torture.running.LONGEST_QUICK", 0.01)
    rows = []
    run_all([(promises(["1"])[0], "")], Wished(Size.QUICK, 1), jobs=1, tell_row=rows.append)
    assert (rows[0].result.lost, rows[0].is_good) == (1, False)
    assert "broken off: it hangs" in line(rows[0])
