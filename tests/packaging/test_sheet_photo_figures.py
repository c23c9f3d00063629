"""The figures of many read photos: shares, how sure they are, and the tables that tell them."""

import pytest

from console import StopError
from sheet_photos.counting import added_up, as_json, run_of
from sheet_photos.figures import Share, by_mark, by_photo, figures_of, plain, upper_bound
from sheet_photos.mix import EMPTY, Hardness
from sheet_photos.outcomes import Judged, Outcome
from sheet_photos.page import page
from sheet_photos.photos import Kinds
from sheet_photos.tables import every_table, main_line
from sheet_photos.truth import Meant, Verdict

RIGHT, ASKED, WRONG = Verdict
EASY = Kinds(Hardness.EASY, "flat", "even", "sharp", "nothing", "12 MP")
HARD = Kinds(Hardness.HARD, "crumpled", "night", "moved", "thumb", "3 MP")


def tick(verdict):
    return Judged("tick", plain=True, meant=Meant.ANSWER, pen="pencil", verdict=verdict)


SPECK = Judged("speck", plain=False, meant=Meant.BLANK, pen="", verdict=WRONG)
NOTHING = SPECK._replace(kind=EMPTY, verdict=RIGHT)
READ = Outcome(1, EASY, 0.5, "", (tick(RIGHT), tick(RIGHT), tick(ASKED), SPECK, NOTHING))
BAD = Outcome(2, HARD, 0.9, "", (tick(WRONG),))
REFUSED = Outcome(3, HARD, 0.1, "blurred", ())
ALL = [READ, BAD, REFUSED]


@pytest.mark.parametrize(
    ("wrong", "tried", "bound"), [(0, 100, 0.0295), (3, 1000, 0.00774), (0, 0, 1.0), (2, 2, 1.0)]
)
def test_the_bound_is_that_of_clopper_and_pearson(wrong, tried, bound):
    assert upper_bound(wrong, tried) == pytest.approx(bound, rel=0.01)


def test_marks_are_counted_by_kind_and_photos_by_all_that_was_chosen():
    assert plain(ALL) == Share(right=2, asked=1, wrong=1)
    assert by_mark(ALL, plain=True) == {"tick": Share(2, 1, 1)}
    assert list(by_mark(ALL, plain=False)) == [EMPTY, "speck"]
    assert by_photo(ALL)["light"]["night"] == (2, 1, Share(wrong=1))


def test_the_line_and_the_tables_tell_hard_photos_apart():
    figures = figures_of(ALL)
    line, told = main_line(figures), every_table(figures)
    assert "Of 3 plain marks in them 0 were wrong in silence: 0.00 in 10,000" in line
    assert "33.3 % were asked about" in line
    assert "took 0.50 seconds" in line
    assert "| speck | 1 | 0.0 % | 1 | 10000.00 |" in told
    assert "| hard | 2 | 50.0 % | 1 | 0.0 % | 1 |" in told
    assert "| blurred | 1 |" in told


def written(folder, first, *outcomes, count=2):
    file = folder / f"{first}.json"
    file.write_text(as_json(run_of(figures_of(outcomes), first, count)), encoding="utf-8")
    return file


def test_runs_with_other_photos_add_up_and_the_same_photos_count_once(tmp_path):
    results = tmp_path / "results.json"
    added_up([written(tmp_path, 1, READ, BAD)], results)
    added_up([written(tmp_path, 3, REFUSED), written(tmp_path, 1, READ, BAD)], results)
    told = page(added_up([], results))
    assert "`--count 2 --seed 1`" in told
    assert main_line(figures_of(ALL)) in told
    assert every_table(figures_of(ALL)) in told
    with pytest.raises(StopError, match="from 2 on"):
        added_up([written(tmp_path, 2, BAD)], results)
