"""What the bench prints and writes, and which folders it refuses."""

import json

import pytest

from bench.disk import bench_folder, file_system_of
from bench.family import DAYS, FIRST_DAY, PRACTICES, TODAY, BenchFamily, strategy_id
from bench.table import Figure, as_json, table
from console import StopError
from homejournal.domain.records.practices import Practice

FIGURES = (
    Figure("saving / bare driver", 1.234, 2.0, 1.5),
    Figure("numbers", 4.5, 6, 3),
    Figure("search", 1.01, 1.0, 0.5),
)


def test_each_figure_stands_beside_its_limit_and_aim_with_a_verdict():
    assert table(FIGURES).splitlines() == [
        "figure                ratio  limit  aim",
        "saving / bare driver   1.23      2  1.5  good",
        "numbers                4.50      6    3    ok",
        "search                 1.01      1  0.5  OVER",
    ]


def test_a_figure_at_its_limit_is_in_order():
    assert Figure("x", 2.0, 2.0, 1.5).verdict == "ok"


def test_json_is_a_list_of_name_ratio_and_limit():
    assert json.loads(as_json(FIGURES[:1])) == [
        {"name": "saving / bare driver", "ratio": 1.234, "limit": 2.0}
    ]


def test_a_folder_in_memory_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("bench.disk.file_system_of", lambda _: "tmpfs")
    with pytest.raises(StopError, match="kept in memory"):
        bench_folder(tmp_path)


def test_the_file_system_of_a_folder_is_that_of_the_nearest_mount(tmp_path):
    mounts = tmp_path / "mounts"
    inner = tmp_path / "a folder" / "inner"
    inner.mkdir(parents=True)
    place = str(inner.parent.resolve()).replace(" ", "\\040")
    mounts.write_text(f"/dev/x / ext4 rw 0 0\ntmpfs {place} tmpfs rw 0 0\n")
    assert file_system_of(inner, mounts) == "tmpfs"
    assert file_system_of(tmp_path, mounts) == "ext4"


def test_both_journals_end_with_the_same_days():
    small = [entry for entry in BenchFamily(1_000).entries() if isinstance(entry, Practice)]
    large = [entry for entry in BenchFamily(PRACTICES).entries() if isinstance(entry, Practice)]
    assert (len(small), len(large)) == (1_000, PRACTICES)
    assert [one.id for one in small] == [one.id for one in large[-1_000:]]
    assert (large[0].day, large[-1].day) == (FIRST_DAY, TODAY)
    assert sum(one.strategy == strategy_id(0) for one in large) == 10 * DAYS
