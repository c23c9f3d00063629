"""The page that says how safe it is: only from results, and the newest full run counts."""

import json

from tests.torture.test_frame import BAD, GOOD
from torture.finding import names
from torture.frame import Size, nothing_tried
from torture.mutant_results import Fate
from torture.running import Row, Wished
from torture.safety_page import PAGE, RESULTS, page, take_in
from torture.table import as_json


def taken(known, row, size=Size.FULL, seed=1, parts=1):
    take_in(known, json.loads(as_json([row], Wished(size, seed, parts=parts))))
    return known


def test_the_page_is_the_one_that_the_results_make():
    known = json.loads(RESULTS.read_text(encoding="utf-8"))
    assert PAGE.read_text(encoding="utf-8") == page(known), "run dev.py torture --page"
    assert set(known) <= set(names())


def test_a_quick_run_takes_the_place_of_a_full_one_only_where_it_lost_something():
    known = taken({}, GOOD)
    twice = Row(GOOD.promise, GOOD.result + GOOD.result, 1.0)
    assert taken(known, twice, Size.QUICK)["old"]["tried"] == 12
    assert taken(known, BAD, Size.QUICK)["old"]["lost"] == 1
    assert taken(known, GOOD)["old"]["size"] == "full"


def test_parts_of_a_full_run_are_added_up_and_the_same_part_counts_once():
    known = taken({}, GOOD, parts=10)
    for seed in (1, 2, 2):
        taken(known, GOOD, seed=seed, parts=10)
    assert (known["old"]["tried"], known["old"]["lost"]) == (24, 0)
    assert taken(known, BAD, seed=3, parts=10)["old"]["lost"] == 1


def test_planted_faults_and_mutants_are_counted_for_their_promises():
    known = taken({}, Row(BAD.promise, BAD.result, 1.0, "no_sync"))
    assert known == {"old": {"planted": 1, "caught": 1}}
    mutant = {"path": "homejournal/storage/keys/keys_file.py"}
    fates = (Fate.KILLED, Fate.SURVIVED, Fate.EQUIVALENT)
    take_in(known, [mutant | {"fate": fate.name} for fate in fates])
    assert known["password"] == {"mutants": 2, "left": 1}


def test_what_could_not_be_tried_here_is_not_told_as_tried():
    assert taken({}, Row(GOOD.promise, nothing_tried("no loop devices"), 0.1)) == {}
    assert "no loop devices" not in page({})
