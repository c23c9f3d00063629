"""Packs on paper: their words and pictures, that readers can read them, and their two pages."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from homejournal.domain.days.periods import Period, Span
from homejournal.domain.looking_back.look_back_values import First, FirstTime
from homejournal.domain.packs.pack import (
    AboutInPack,
    FeelingInPack,
    OutcomeInPack,
    Pack,
    PersonInPack,
    ReviewInPack,
    StepInPack,
    StrategyInPack,
    ThirdBirthday,
)
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.plan.outcomes import LadderStep, LadderTold
from homejournal.domain.records.children import Pronoun
from homejournal.domain.records.ladders_and_feelings import Progress
from homejournal.domain.records.notes import PackKind, PrepQuestion
from homejournal.domain.records.people import Channel, Way
from homejournal.domain.records.plan import Area, Often, StepKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.sentences.values import (
    AgeInMonths,
    DidItOn,
    Joined,
    LevelCounts,
    Planned,
    SuggestedBy,
)
from homejournal.domain.visit_page.page import LifeOnPage, NoteOnPage, StretchOnPage
from homejournal.reports.papers.pack import PackWords
from homejournal.reports.visit_page.lines import MOST_DRAWN_STEPS
from tests.reports.papers.test_book import a_chart
from tests.reports.pdf_checks import (
    FOOT,
    PDF_A_2A,
    alternatives,
    conforms,
    sheets_of,
    sizes_of,
    words_of,
)
from tests.reports.sample_rows import all_rows
from tests.reports.visit_page.test_pdf import HOSTILE

DAYS = Period(date(2026, 1, 1), date(2026, 6, 28))
DAY = date(2026, 3, 2)
DANAS_PHONE = Way(way=Channel.PHONE, value="555-0142")
RUNGS = ((2, ""), (1, "Asks with a word"), (0, "Asks with a sign"), (-1, "Looks"), (-2, ""))


def a_ladder(words="Looks", steps=2):
    told = [LadderStep(date(2026, 1, 1 + place), -1, words) for place in range(steps)]
    return LadderTold(RUNGS, tuple(told))


def an_outcome(words="Eli sleeps", **said):
    counts = LevelCounts(RatingKind.HELP, ((1, 3), (2, 0), (3, 1), (4, 0)))
    strategy = StrategyInPack(
        name=words,
        suggested=SuggestedBy("Dana", "speech", DAY),
        planned=Planned(Often(), ("bath",)),
        stretches=(
            StretchOnPage(start=DAY, end=DAY, sentences=(Joined((DidItOn(3, 5),)), counts)),
            StretchOnPage(start=DAY, end=DAYS.end, sentences=(DidItOn(1),)),
        ),
        chart=a_chart(),
        changes=(
            StepInPack(step=StepKind.CHANGE, day=DAY, at_visit=True, what=words),
            StepInPack(step=StepKind.PAUSE, day=DAY),
        ),
    )
    told = {
        "text": words,
        "areas": (Area.ADAPTIVE, Area.COMMUNICATION),
        "since": DAY,
        "ladders": (a_ladder(words),),
        "reviews": (ReviewInPack(DAY, Progress.SOME),),
        "strategies": (strategy,),
        "celebrations": (NoteOnPage(text=words, day=DAY, by="Mom"),),
        "firsts": (FirstTime(RatingKind.HELP, 4, First(DAY, "dinner"), "Wait"),),
    }
    return OutcomeInPack(**told | said)


def a_pack(words="He waited", **said):
    told = {
        "kind": PackKind.REVIEW,
        "child": "Eli",
        "period": DAYS,
        "printed": DAYS.end,
        "age": AgeInMonths(34),
        "written_by": ("Mom",),
        "meeting": date(2026, 7, 2),
        "answers": tuple((prep_question, words) for prep_question in PrepQuestion),
        "outcomes": (an_outcome(words), OutcomeInPack(strategies=(StrategyInPack(name="Sing"),))),
        "celebrations": (NoteOnPage(text=words, day=DAY),),
        "life": (LifeOnPage(day=DAY, words=words),),
        "feelings": (
            FeelingInPack(name="Bath", sure=False, said=((DAY, 2), (DAYS.end, 4))),
            FeelingInPack(name="Wait", sure=True, said=((DAY, 5),)),
        ),
    }
    return Pack(**told | said)


def a_history(words="He waited", **said):
    told = {
        "kind": PackKind.TRANSITION,
        "team": (
            PersonInPack(name="Dana", discipline="speech", ways=(DANAS_PHONE,)),
            PersonInPack(name="Carmen", role="service coordinator", coordinator=True),
        ),
        "communicates": ("signs", "tablet (AAC)"),
        "birthday": ThirdBirthday(date(2026, 5, 10), date(2026, 2, 9)),
        "about": AboutInPack(day=DAY, parts=(("strengths", words), ("hard", words))),
        "answers": ((PrepQuestion.PRIORITIES, words),),
    }
    return replace(a_pack(words, **told), **{"words": words} | said)


@pytest.mark.usually(paper=[Paper.A4])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("made", [a_pack, a_history])
def test_a_pack_with_hostile_words_conforms_to_pdf_ua_and_pdf_a(printer, made, language, paper):
    pdf = printer.pdf(made(HOSTILE, paper=paper, language=language))
    assert (pdf.replaced, pdf.accessible) == ((), True)
    assert conforms(pdf.pdf) == []
    assert conforms(pdf.pdf, PDF_A_2A) == []


@pytest.mark.parametrize(
    ("pronoun", "asked"),
    [
        (Pronoun.SHE, "¿Qué puede hacer ahora nuestra hija?"),
        (Pronoun.HE, "¿Qué puede hacer ahora nuestro hijo?"),
        (Pronoun.NEITHER, "¿Qué puede hacer ahora nuestro hijo o hija?"),
    ],
)
def test_a_review_asks_about_the_child_as_the_family_speaks(printer, pronoun, asked):
    told = words_of(printer.pdf(a_pack(child="", pronoun=pronoun, language="es")).pdf)
    assert asked in told
    assert "¿Qué puede hacer ahora Eli?" in words_of(printer.pdf(a_pack(language="es")).pdf)


@pytest.mark.parametrize("made", [a_pack, a_history])
def test_letters_are_large_enough_to_read(printer, made):
    sizes = sizes_of(printer.pdf(made(outcomes=(an_outcome(strategies=()),))).pdf)
    assert sizes.most_common(1)[0][0] >= 10.5
    assert all(size >= 9 for size in sizes if size != FOOT)


def test_a_review_begins_with_where_each_outcome_stands_and_what_was_reached_comes_large(printer):
    reached = an_outcome(
        "Sits alone", reviews=(ReviewInPack(DAY, Progress.REACHED),), strategies=()
    )
    pdf = printer.pdf(
        a_pack(outcomes=(reached, an_outcome("Asks", ladders=(a_ladder("", 1),))))
    ).pdf
    first, *_ = sheets_of(pdf)
    assert first.index("Reached · March 2, 2026 Sits alone") < first.index("Asks")
    assert "Last looked at, Jan 1 a little less than we hope for" in first
    assert "what we hope for" in first
    assert "Not looked at yet" not in first
    waits = an_outcome("Walks", ladders=(), reviews=(), waits=True)
    first, *_ = sheets_of(printer.pdf(a_pack(outcomes=(waits,))).pdf)
    assert first.index("Walks") < first.index("Not looked at yet")
    assert sizes_of(pdf)[15] == len("Sits alone")


def test_a_review_says_what_was_prepared_and_tells_each_outcome(printer):
    told = words_of(printer.pdf(a_pack()).pdf)
    for words in (
        "Eli: our six-month review",
        "34 months · January 1 to June 28, 2026",
        "Our meeting: July 2, 2026",
        "What can Eli do now?",
        "What has changed in health and in our life?",
        "Communication",
        "since March 2, 2026",
        "Before, Jan 1 He waited Last looked at, Jan 2 He waited",
        "much more than we hope for",
        "Some progress · March 2, 2026",
        "From Dana, speech, since March 2, 2026 · once a day",
        "Did it on 3 of 5 planned days",
        "A lot of help 3",
        "Changed on March 2, 2026, at the visit: He waited",
        "Paused on March 2, 2026",
        "Strategies without an outcome",
        "Bath · How does this routine feel for us?",
        "1 is very hard, 5 is very good · Mar 2: 2; Jun 28: 4",
        "Wait · How sure do I feel doing this?",
        "Written by Mom from notes at home. Not an assessment.",
        "January 1 to June 28, 2026 · printed on June 28, 2026",
    ):
        assert words in told


def test_a_history_tells_the_days_around_the_third_birthday(printer):
    told = words_of(printer.pdf(a_history()).pdf)
    for words in (
        "Eli: our story so far",
        "How Eli communicates Signs, tablet (AAC)",
        "How we like to talk about Eli He waited",
        "What matters most to us now? He waited",
        "Dana Speech Phone: 555-0142",
        "Carmen Service coordinator",
        "Eli turns three on May 10, 2026.",
        "The transition meeting comes by February 9, 2026, at least 90 days before.",
        "Our transition meeting has no date yet.",
        "Strengths He waited",
    ):
        assert words in told
    asked = "some states let families stay in early intervention until the child is five"
    assert asked not in told
    assert asked in words_of(printer.pdf(a_history(ask_longer=True)).pdf)
    met = replace(a_history().birthday, meeting=date(2026, 2, 2))
    assert "Our transition meeting is on February 2, 2026." in words_of(
        printer.pdf(a_history(birthday=met)).pdf
    )


def test_a_first_time_has_its_year_where_a_pack_tells_of_more_than_one(printer):
    said = "First time without help: Monday, March 2, dinner · Wait"
    told = words_of(printer.pdf(a_pack()).pdf)
    assert said in told
    assert f"{said} March 2, 2026" not in told
    long = Period(date(2024, 1, 1), DAYS.end)
    assert f"{said} March 2, 2026" in words_of(printer.pdf(a_pack(period=long)).pdf)


def test_who_said_how_it_feels_is_named(printer):
    felt = FeelingInPack(name="Wait", sure=True, said=((DAY, 5),), by="Ana")
    told = words_of(printer.pdf(a_pack(feelings=(felt,))).pdf)
    assert "Ana · Wait · How sure do I feel doing this?" in told


def test_the_picture_of_a_ladder_and_of_a_chart_have_words_for_screen_readers(printer):
    told = alternatives(printer.pdf(a_pack()).pdf)
    assert any(one.startswith("A ladder of five levels. January 1, 2026 · −1") for one in told)
    assert len(told) >= 2


def test_of_many_steps_the_newest_are_drawn_and_all_are_told():
    many = MOST_DRAWN_STEPS + 3
    words = PackWords(a_pack(outcomes=(an_outcome(ladders=(a_ladder(steps=many),)),)))
    (ladder,) = words.fields()["outcomes"][0]["ladders"]
    assert len(ladder["days"]) == MOST_DRAWN_STEPS
    assert ladder["days"][-1] == "Jan 11"
    assert len(ladder["steps"]) == many


@pytest.mark.parametrize(
    ("span", "words"),
    [(Span.WEEK, "Week by week"), (Span.MONTH, "Month by month"), (Span.YEAR, "Year by year")],
)
def test_a_chart_says_what_its_bars_are(printer, span, words):
    (strategy,) = an_outcome().strategies
    strategy = replace(strategy, chart=replace(strategy.chart, span=span))
    pack = a_pack(outcomes=(an_outcome(strategies=(strategy,)),))
    assert words in words_of(printer.pdf(pack).pdf)


def test_a_ladder_that_nobody_rated_and_an_empty_pack_can_be_printed(printer):
    bare = OutcomeInPack(text="Walks", ladders=(LadderTold(RUNGS),))
    pack = Pack(
        kind=PackKind.REVIEW,
        child="Eli",
        period=DAYS,
        printed=DAYS.end,
        outcomes=(bare,),
        example=True,
    )
    made = printer.pdf(pack)
    assert made.accessible
    assert "A ladder of five levels. Nothing is rated yet." in alternatives(made.pdf)
    assert "Example family" in words_of(made.pdf)


def headings(pdf):
    """The titles of the bookmarks, which are made of the headings."""

    def titles(outline):
        for one in outline:
            yield from titles(one) if isinstance(one, list) else [one.title]

    return list(titles(pypdf.PdfReader(BytesIO(pdf)).outline))


def test_a_heading_has_something_under_it(printer):
    silent = StrategyInPack(name="Silent")
    groups = (OutcomeInPack(text="Walks"), OutcomeInPack(text="Eats", strategies=(silent,)))
    pdf = printer.pdf(a_history(outcomes=groups, celebrations=(), life=(), feelings=())).pdf
    told, heads = words_of(pdf), headings(pdf)
    assert all(words in told for words in ("Walks", "Eats", "Silent"))
    assert any("Eats" in head for head in heads)
    assert not any(bare in head for head in heads for bare in ("Walks", "Silent"))


def test_a_name_that_nobody_can_see_makes_no_empty_heading(printer):
    assert printer.pdf(a_pack("\ufeff")).accessible


def test_the_same_pack_gives_the_same_bytes_and_as_many_pictures_as_pages(printer):
    pack = a_pack()
    made = printer.pdf(pack)
    assert printer.pdf(pack) == made
    assert len(printer.pictures(pack, 40)) == len(sheets_of(made.pdf))


def test_drawing_says_how_far_it_is_and_can_be_stopped(printer):
    heard = []
    pages = printer.pictures_or_stop(a_pack(), 40, lambda *far: heard.append(far) or True)
    assert pages == printer.pictures(a_pack(), 40)
    assert heard == [(0, 2), (1, 2)]
    for stops_at in range(2):
        assert (
            printer.pictures_or_stop(a_pack(), 40, lambda done, _, at=stops_at: done < at) is None
        )


def test_rows_stand_under_their_dates_with_one_legend_on_each_sheet_where_some_begin(printer):
    rows = all_rows()
    strategies = tuple(StrategyInPack(name=row.name, row=row) for row in rows.rows)
    outcome = OutcomeInPack(text="Eli eats", axis=rows.axis, strategies=strategies)
    bare, more = OutcomeInPack(text="Eli sits"), replace(outcome, text="Eli plays")
    made = printer.pdf(a_pack(outcomes=(bare, outcome, more), second_language="es"))
    assert (made.accessible, conforms(made.pdf), conforms(made.pdf, PDF_A_2A)) == (True, [], [])
    sheets = sheets_of(made.pdf)
    begun = ["Eli eats" in sheet or "Eli plays" in sheet for sheet in sheets[1:]]
    assert any(begun)
    assert [sheet.count("did it") for sheet in sheets[1:]] == begun
    assert [sheet.count("lo hicimos") for sheet in sheets[1:]] == begun
    alts = alternatives(made.pdf)
    assert len([one for one in alts if one.startswith("March 2 to March 29")]) == 2 * len(rows.rows)
    assert outcome.rows == rows
    assert bare.rows is None


def test_sentences_have_the_swatches_of_what_they_count_and_the_legend_has_the_rest(printer):
    rows = all_rows(Period(date(2026, 1, 1), date(2026, 5, 31)), 151)
    counts = LevelCounts(RatingKind.HELP, ((1, 3), (3, 1)))
    told = StretchOnPage(start=DAY, end=DAY, sentences=(counts,))
    strategies = tuple(
        StrategyInPack(name=row.name, row=row, stretches=(told,)) for row in rows.rows
    )
    outcome = OutcomeInPack(text="Eli eats", axis=rows.axis, strategies=strategies)
    words = words_of(printer.pdf(a_pack(outcomes=(outcome,))).pdf)
    assert words.count("each box is one week") == 1
    assert words.count("a little help 1") == len(rows.rows)
    assert words.count("a little help") == len(rows.rows)
    bare = [replace(one, stretches=()) for one in strategies]
    without = words_of(
        printer.pdf(a_pack(outcomes=(replace(outcome, strategies=tuple(bare)),))).pdf
    )
    assert without.count("a little help") == 1


def test_what_somebody_does_is_told_once_and_the_names_of_the_program_in_both_languages():
    said = {"suggested": SuggestedBy("Dana", "speech"), "planned": Planned(Often(), ("Bath",))}
    outcome = OutcomeInPack(strategies=tuple(StrategyInPack(name=n, **said) for n in ("A", "B")))
    (told,) = PackWords(a_pack(outcomes=(outcome,), second_language="es")).fields()["outcomes"]
    assert [one["plan"] for one in told["strategies"]] == [
        ["From Dana, speech · once a day · Bath", "De Dana, speech · una vez al día · Baño"],
        ["From Dana · once a day · Bath", "De Dana · una vez al día · Baño"],
    ]
