"""Children, strategies, people and routines of one name: asked for as the window calls them."""

import json

import pytest

NOA, TWIN = (f"00000000-0000-4000-8000-00000000000{n}" for n in (1, 2))
DAYS = ("--from", "2026-03-02", "--to", "2026-03-22", "--today", "2026-03-22")


def two_of(kind, name, **said):
    ids = (f"00000000-0000-4000-8000-0000000000{kind}{n}" for n in (1, 2))
    return [{"id": id_, "name": name, **said} for id_ in ids]


FAMILY = {
    "format": "homejournal",
    "schema": 1,
    "children": [{"id": NOA, "name": "Noa"}, {"id": TWIN, "name": "Noa"}],
    "helpers": two_of(1, "Ana"),
    "team": two_of(2, "Dana", discipline="speech"),
    "routines": two_of(3, "Bath"),
    "strategies": two_of(4, "Wait", child=NOA),
}
FAMILY["plan_steps"] = [
    {"id": f"{one['id'][:-2]}6{n}"[:36], "strategy": one["id"], "from": f"2026-03-0{n}"}
    | {"step": "start", "routines": [each["id"] for each in FAMILY["routines"]]}
    for n, one in enumerate(FAMILY["strategies"], 2)
]
FIRST, SECOND = (one["id"] for one in FAMILY["strategies"])


@pytest.fixture
def doubled(cli, journal, tmp_path):
    """Return the folder of a journal in which all names are there twice."""
    (tmp_path / "two.json").write_text(json.dumps(FAMILY), encoding="utf-8")
    assert cli("import", journal, tmp_path / "two.json").code == 0
    return journal


@pytest.fixture
def numbers(cli, doubled):
    def ask(child, *more):
        answer = cli("numbers", doubled, "--child", child, *DAYS, *more)
        assert (answer.code, answer.err) == (0, "")
        return json.loads(answer.out)

    return ask


def test_numbers_name_each_strategy_as_the_window_does(numbers):
    told = numbers(NOA)["strategies"]
    assert [(one["id"], one["name"]) for one in told] == [(FIRST, "Wait (1)"), (SECOND, "Wait (2)")]


def test_what_is_said_with_its_number_is_found(numbers):
    more = ("--strategy", "wait (2)", "--routine", "Bath (2)", "--helper", "Ana (1)")
    told = numbers(NOA, *more, "--by", "Dana (2)")
    assert told["filter"] == {
        "strategy": SECOND,
        "by": FAMILY["team"][1]["id"],
        "routine": FAMILY["routines"][1]["id"],
        "helper": FAMILY["helpers"][0]["id"],
        "written_by": None,
    }
    assert numbers("Noa (2)")["child"] == TWIN


def test_a_sheet_a_plan_and_a_page_are_asked_for_in_the_same_way(cli, doubled, tmp_path):
    asked = ("--child", NOA, "--today", "2026-03-22")
    plan, page = tmp_path / "plan.hjplan", tmp_path / "page.txt"
    weeks = ("--strategy", "Wait (2)", "--out", tmp_path / "week.pdf")
    assert cli("sheet", "print", doubled, *asked, *weeks).code == 0
    named = ("--strategy", "Wait (2)", "--out", plan)
    assert cli("plan", "export", doubled, "--child", NOA, *named).code == 0
    (handed,) = json.loads(plan.read_bytes())["strategies"]
    assert handed["name"] == "Wait"
    for_whom = ("--for", "Dana (2)", "--format", "text", "--out", page)
    assert cli("page", doubled, "--child", NOA, *DAYS, *for_whom).code == 0
    assert "For Dana (2), speech" in page.read_text("utf-8")


def test_a_name_without_its_number_stays_more_than_one(cli, doubled):
    answer = cli("numbers", doubled, "--child", NOA, *DAYS, "--strategy", "Wait")
    assert answer.code == 1
    assert FIRST in answer.err
    assert SECOND in answer.err
