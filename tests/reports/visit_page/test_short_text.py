"""The page in at most 120 words."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.looking_back.look_back_values import First
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.plan import StepKind
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.page import AskedOnPage
from homejournal.reports.visit_page.plain_text import MOST_WORDS, short_leaves_out, short_text
from tests.reports.page_families import a_note, mateo, three_months, with_steps


def a_page(material=None, **said):
    material = material or mateo()
    return build_page(material, replace(default_ticks(material), **said))


def test_it_says_who_when_how_many_days_what_is_celebrated_and_asked():
    text = short_text(a_page(our_words="Waiting works at dinner.", thanks="Thank you!"))
    lines = text.splitlines()
    assert lines[0] == "Mateo · March 2 to March 22, 2026"
    assert lines[1] == "Waiting works at dinner."
    assert any(line.startswith("Celebrations: ") for line in lines)
    assert lines[2].startswith("Celebrations: ")
    assert lines[3] == "Pause and wait before giving: did it on most planned days"
    numbers = "Pause and wait before giving: did it on 15 of 18 planned days (2 not written"
    assert any(line.startswith(numbers) for line in lines[4:])
    assert "Thank you!" in lines
    assert lines[-1].startswith("Pause and wait before giving: ")
    assert "%" not in text


def test_every_strategy_is_in_it_at_least_by_its_name():
    page = a_page(three_months())
    text = short_text(page)
    assert MOST_WORDS / 2 < len(text.split()) <= MOST_WORDS
    assert [one.name for one in page.strategies if one.name not in text] == []
    text = short_text(replace(page, our_words="We try it at each meal. " * 30))
    assert [one.name for one in page.strategies if one.name not in text] == []
    assert len(text.split()) <= MOST_WORDS


def test_of_very_many_strategies_those_that_are_only_on_the_page_are_counted():
    page = a_page(three_months())
    text = short_text(replace(page, strategies=page.strategies * 5))
    assert "and 11 more strategies on the page" in text.splitlines()
    assert short_leaves_out(replace(page, strategies=page.strategies * 5))
    assert len(text.split()) <= MOST_WORDS


def test_a_first_time_is_told():
    material = mateo()
    first = First(date(2026, 3, 22), "dinner")
    one = replace(material.strategies[0], first_on_own=first)
    assert "First time without help: " in short_text(a_page(replace(material, strategies=(one,))))


def test_without_anything_it_says_whose_page_of_which_days():
    assert short_text(a_page(keys=frozenset())) == "Mateo · March 2 to March 22, 2026"


def test_a_strategy_of_which_no_line_is_ticked_is_only_named():
    material = mateo()
    which = material.strategies[0].strategy
    page = a_page(keys=frozenset({f"strategy:{which.id}"}))
    assert short_text(page).splitlines()[1:] == [which.name]


@given(st.lists(st.integers(1, 80), max_size=6), st.integers(0, 200))
def test_it_never_has_more_than_120_words_and_lines_are_whole(lengths, ours):
    material = mateo()
    notes = [
        a_note(" ".join(["word"] * long), date(2026, 3, 3), flag)
        for long, flag in zip(lengths, list(Flag) * 2, strict=False)
    ]
    page = a_page(replace(material, notes=tuple(notes)), our_words="we " * ours)
    text = short_text(page)
    assert len(text.split()) <= MOST_WORDS
    assert ("we " * ours).strip() in text or ours > MOST_WORDS - 15
    assert not ours or "we" in text.split()


def test_the_newest_days_are_named_where_they_are_not_all_and_how_it_went_follows():
    change = (date(2026, 3, 13), StepKind.CHANGE, {"what": "Show and wait"})
    material = mateo(strategies=(with_steps(change),), notes=())
    lines = short_text(a_page(material)).splitlines()
    told = [line for line in lines if line.startswith("Pause: ")]
    assert told[0].startswith(
        "Pause: did it on most planned days · less help than before March 13, 2026, the day"
    )
    assert told[1].startswith("Pause: March 13 to March 22, 2026 · did it on 8 of 10 plan")
    assert told[2].startswith("Pause: some help 3")
    assert lines[-1] == told[-1]


def test_it_is_known_where_not_everything_had_room():
    assert not short_leaves_out(a_page(our_words="We wait."))
    assert short_leaves_out(a_page(our_words="we " * 80))


def test_an_own_sentence_of_very_many_words_is_cut_in_sight_and_not_left_out():
    whole = a_page(our_words="We try it at each meal. " * 30)
    said = short_text(whole).splitlines()[1]
    assert said.startswith("We try it at each meal. We try it")
    assert said.endswith("meal. …")
    assert 100 < len(said.split()) <= MOST_WORDS
    assert short_leaves_out(whole)
    words = " ".join(f"w{n}" for n in range(500))
    assert short_text(a_page(our_words=words)).splitlines()[1].endswith("…")
    assert short_text(a_page(our_words="we " * 105)).splitlines()[1].endswith("we")


def with_notes(*notes, **said):
    return a_page(replace(mateo(), notes=notes), **said)


def of_kind(text, title):
    return next(line for line in text.splitlines() if line.startswith(f"{title}: "))


def test_where_the_newest_note_has_no_room_a_shorter_one_stands_and_the_rest_is_counted():
    long = a_note("word " * 38 + "end", date(2026, 3, 20), Flag.CONCERN)
    short = a_note("Shoes are hard.", date(2026, 3, 10), Flag.CONCERN)
    third = a_note("Socks are hard, too.", date(2026, 3, 9), Flag.CONCERN)
    page = with_notes(long, short, third, our_words="we " * 80)
    said = of_kind(short_text(page), "Concerns")
    assert said == "Concerns: Shoes are hard. · and 2 more on the page"
    page = with_notes(short, third, our_words="we " * 102)
    assert of_kind(short_text(page), "Concerns") == "Concerns: 2 on the page"


def test_a_long_concern_is_cut_where_a_sentence_or_a_word_ends():
    sentences = a_note("We try it at each meal. " * 10, date(2026, 3, 20), Flag.CONCERN)
    words = a_note(" ".join(f"w{n}" for n in range(60)), date(2026, 3, 20), Flag.QUESTION)
    text = short_text(with_notes(sentences, words))
    assert of_kind(text, "Concerns") == "Concerns: " + "We try it at each meal. " * 6 + "…"
    assert of_kind(text, "Questions").endswith(" w39…")


def test_a_further_question_is_left_out_and_known_to_be():
    one = a_note("Is it okay?", date(2026, 3, 20), Flag.QUESTION)
    other = a_note("Is it too long?", date(2026, 3, 19), Flag.QUESTION)
    assert not short_leaves_out(with_notes(one))
    assert short_leaves_out(with_notes(one, other))
    assert short_leaves_out(with_notes(a_note("word " * 50, date(2026, 3, 20), Flag.CONCERN)))


def test_strategies_come_before_long_answers():
    asked = AskedOnPage(text="Which sounds?", answer="She says mmm. " * 9, day=date(2026, 3, 9))
    page = replace(a_page(three_months()), asked=(asked,) * 3)
    text = short_text(page)
    assert all(strategy.name in text for strategy in page.strategies)
    assert short_leaves_out(page)
    answered = short_text(replace(page, asked=(asked,), strategies=()))
    assert "Our answer: She says mmm." in answered


def test_a_celebration_goes_before_concerns_and_both_before_what_was_counted():
    page = a_page(three_months())
    joy = replace(page.celebrations[0], text="We laughed at the table. " * 5)
    worry = replace(joy, text="Meals are hard. " * 6)
    page = replace(page, celebrations=(joy,), concerns=(worry,), firsts=())
    text = short_text(page)
    assert of_kind(text, "Celebrations").startswith("Celebrations: We laughed at the table.")
    assert of_kind(text, "Concerns").startswith("Concerns: Meals are hard.")
    assert all(one.name in text for one in page.strategies)
    assert "half of the days" not in text
