"""The grid of routines on paper: its dots, its room to write, and that readers can read it."""

from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.papers.printed_sheets import GridRoutine, GridStrategy, Paper, RoutineGrid
from homejournal.reports.papers.printed_sheets import MOST_COLUMNS, GridWords
from tests.reports.pdf_checks import PDF_A_2A, conforms, sheets_of, words_of
from tests.reports.visit_page.test_pdf import HOSTILE


def a_grid(down=3, across=3, **said):
    """Strategy n lives in routine n alone."""
    told = {
        "child": "Noah",
        "day": date(2026, 3, 22),
        "routines": tuple(GridRoutine(UUID(int=n), f"Routine {n}!") for n in range(down)),
        "strategies": tuple(
            GridStrategy(UUID(int=100 + n), f"Strategy {n}!", frozenset({UUID(int=n)}))
            for n in range(across)
        ),
    }
    return RoutineGrid(**told | said)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_grid_with_hostile_names_conforms_to_pdf_ua_and_pdf_a(printer, language, paper):
    hostile = GridStrategy(UUID(int=50), HOSTILE[:190], frozenset())
    grid = a_grid(child="نور", strategies=(hostile,), language=language, paper=paper, example=True)

    made = printer.pdf(grid)

    assert (made.replaced, made.accessible) == ((), True)
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []


@pytest.mark.parametrize("size", [(0, 0), (0, 3), (3, 0), (1, 1), (6, 6), (8, 4)])
def test_a_usual_grid_is_one_page_with_each_name_once(printer, size):
    (page,) = sheets_of(printer.pdf(a_grid(*size)).pdf)

    names = [f"Routine {n}!" for n in range(size[0])] + [f"Strategy {n}!" for n in range(size[1])]
    assert [page.count(name) for name in names] == [1] * len(names)
    assert page.count("•") == min(size)


def test_routines_stand_down_the_side_until_the_strategies_are_too_many():
    few = GridWords(a_grid(2, MOST_COLUMNS)).fields()["tables"][0]
    many = GridWords(a_grid(2, MOST_COLUMNS + 1)).fields()["tables"][0]

    assert [row["name"]["text"] for row in few["rows"]] == ["Routine 0!", "Routine 1!"]
    assert [name["text"] for name in many["columns"]] == ["Routine 0!", "Routine 1!"]
    assert [row["dots"] for row in many["rows"][:3]] == [
        [True, False],
        [False, True],
        [False, False],
    ]


def test_more_columns_than_fit_go_on_below(printer):
    words = words_of(printer.pdf(a_grid(8, 12)).pdf)

    assert words.count("•") == 8
    assert all(words.count(f"Routine {n}!") == 1 for n in range(8))
    assert all(words.count(f"Strategy {n}!") == 2 for n in range(12))


def test_thirty_strategies_and_many_routines_are_all_there(printer):
    words = words_of(printer.pdf(a_grid(15, 30)).pdf)

    assert words.count("•") == 15


def test_its_pictures_are_landscape_pages(printer):
    (picture,) = printer.pictures(a_grid(), 40)

    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (440, 340)


def test_it_speaks_the_language_that_is_asked_for(printer):
    words = words_of(printer.pdf(a_grid(language="es", example=True)).pdf)

    assert "22 de marzo de 2026" in words
