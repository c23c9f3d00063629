"""What the program says of the numbers: every sentence, in every language."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given

from homejournal.domain.records.plan import Often, OftenKind, Weekday
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind
from homejournal.domain.sentences import values as told
from homejournal.domain.sentences.allowed_sentences import flat, tell
from homejournal.texts.labels import took_of
from homejournal.texts.sentences import say
from homejournal.texts.wording import wording_of
from tests.domain.random_families import families
from tests.texts.banned_words import banned_of_numbers
from tests.texts.readable import long_parts
from tests.texts.test_look_back_sentences import SENTENCES as LOOK_BACK_SENTENCES

EN, ES = wording_of("en"), wording_of("es")


@given(families())
def test_while_a_day_is_not_written_the_days_are_a_range(family):
    block = family.numbers().total
    said = [part for one in tell(block) for part in flat(one)]
    ranges = [one for one in said if isinstance(one, (told.DaysFromTo, told.DayRange))]
    if block.not_written:
        (one,) = ranges
        high = block.did_it + block.not_written
        assert (one.low, one.high, one.of) == (block.did_it, high, block.planned)
    else:
        assert ranges == []


A_PART = told.PlanPart(date(2026, 3, 2), date(2026, 3, 8), (told.DidItOn(6), told.PlanMet(1, 1)))
DAYS_9 = (date(2026, 3, 9), date(2026, 3, 9))
SPOKEN = [
    (told.DidItOn(1, 1), "did it on 1 of 1 planned day", "lo hicimos 1 de 1 día planeado"),
    (told.DidItOn(15, 18), "did it on 15 of 18 planned days", "lo hicimos 15 de 18 días planeados"),
    (told.DidItOn(8), "did it on 8 days", "lo hicimos 8 días"),
    (told.NotToday(1), "1 not today", "1 «hoy no»"),
    (told.NotWritten(2), "2 not written", "2 sin anotar"),
    (
        told.LeftOut(3, ((LeftOutReason.SICK, 3),)),
        "3 left out (sick)",
        "3 no cuentan (enfermedad)",
    ),
    (
        told.LeftOut(4, ((LeftOutReason.SICK, 3), (LeftOutReason.AWAY, 1))),
        "4 left out (sick 3, away 1)",
        "4 no cuentan (enfermedad 3, fuera de casa 1)",
    ),
    (told.LeftOut(2), "2 left out", "2 no cuentan"),
    (
        told.DayRange(15, 17, 18),
        "15 to 17 of 18, depending on the days with nothing written",
        "de 15 a 17 de 18, según los días sin anotar",
    ),
    (
        told.TimesOf(27, 36),
        "counting each time: 27 of 36 planned",
        "contando cada vez: 27 de 36 planeadas",
    ),
    (told.TimesNotToday(2), "2 times not today", "2 veces «hoy no»"),
    (told.TimesNotWritten(1), "1 time not written", "1 vez sin anotar"),
    (told.ExtraTimes(1), "1 extra time", "1 vez de más"),
    (told.OutsideTimes(3), "3 times outside the plan", "3 veces fuera del plan"),
    (told.ExtraDays(2), "2 extra days", "2 días de más"),
    (told.ToldNotToday(14), "14 times told as not today", "14 veces se dijo «hoy no»"),
    (
        A_PART,
        "March 2 to March 8, 2026: did it on 6 days · plan met in 1 of 1 full week",
        ("2 de marzo al 8 de marzo de 2026: lo hicimos 6 días"
        " · plan cumplido en 1 de 1 semana completa"),
    ),
    (
        told.DaysByPlan((A_PART, told.PlanPart(*DAYS_9, (told.NotWritten(1),)))),
        ("March 2 to March 8, 2026: did it on 6 days · plan met in 1 of 1 full week;"
        " March 9, 2026: 1 not written"),
        ("2 de marzo al 8 de marzo de 2026: lo hicimos 6 días"
        " · plan cumplido en 1 de 1 semana completa; 9 de marzo de 2026: 1 sin anotar"),
    ),
    (
        told.DaysSince(4, told.PlanPart(*DAYS_9, (told.NotWritten(1),))),
        "the kind of plan changed 4 times; March 9, 2026: 1 not written",
        "el tipo de plan cambió 4 veces; 9 de marzo de 2026: 1 sin anotar",
    ),
    (
        told.PlanMet(2, 3),
        "plan met in 2 of 3 full weeks",
        "plan cumplido en 2 de 3 semanas completas",
    ),
    (
        told.LevelCounts(RatingKind.HELP, ((1, 7), (2, 12), (3, 7), (4, 1))),
        "a lot of help 7 · some help 12 · a little help 7 · on own 1",
        "mucha ayuda 7 · algo de ayuda 12 · poca ayuda 7 · sin ayuda 1",
    ),
    (
        told.LevelCounts(RatingKind.HELP, ((1, 7), (4, 0)), ("full", "partial", "cue", "")),
        "a lot of help (full) 7 · on own 0",
        "mucha ayuda (full) 7 · sin ayuda 0",
    ),
    (
        told.LevelCounts(RatingKind.WENT, ((1, 7),), ("full", "partial", "cue", "alone")),
        "hard 7",
        "difícil 7",
    ),
    (
        told.MiddleLevel(RatingKind.HELP, 2, 3),
        "middle value: between some help and a little help",
        "valor del medio: entre algo de ayuda y poca ayuda",
    ),
    (
        told.MiddleLevel(RatingKind.WENT, 3, 3, so_far=True),
        "middle value so far: well",
        "valor del medio hasta ahora: bien",
    ),
    (
        told.TooFewToSumUp(3),
        "3 ratings: too few to sum up",
        "3 valoraciones: muy pocas para resumir",
    ),
    (
        told.NumberSum(Decimal(24), "words", 11),
        "24 words, added up over the days",
        "24 words, sumando todos los días",
    ),
    (
        told.NumberSummary(Decimal("37.5"), Decimal(30), Decimal(50), 6, "minutes"),
        "from 30 to 50, half of the times 37.5 minutes or less, written down 6 times",
        "de 30 a 50, la mitad de las veces 37.5 minutos o menos, anotado 6 veces",
    ),
    (
        told.NumberSum(Decimal(24), "words", 11, at_least=True),
        "at least 24 words, added up over the days",
        "al menos 24 words, sumando todos los días",
    ),
    (
        told.NumberSummary(Decimal(5), Decimal(3), Decimal(8), 6, "words", of_days=True),
        "from 3 to 8, half of the days 5 words or less, on 6 days",
        "de 3 a 8, la mitad de los días 5 words o menos, en 6 días",
    ),
    (
        told.AtLeast(1),
        "1 day says only “at least”: a time is not written, so it is not in the middle value",
        (
            "1 día dice solo «al menos»: una vez está sin anotar,"
            " así que no cuenta en el valor del medio"
        ),
    ),
    (
        told.InAim(2, 3, Aim(high=Decimal(30)), "minutes", of_days=True),
        "2 of 3 days within our aim (at most 30 minutes)",
        "2 de 3 días dentro de nuestra meta (como máximo 30 minutos)",
    ),
    (told.Direction(Better.LESS), "here less is better", "aquí menos es mejor"),
    (told.Direction(Better.MORE), "here more is better", "aquí más es mejor"),
    (
        told.InAim(7, 11, Aim(high=Decimal(30)), "minutes"),
        "7 of 11 within our aim (at most 30 minutes)",
        "7 de 11 dentro de nuestra meta (como máximo 30 minutos)",
    ),
    (
        told.InAim(7, 11, Aim(low=Decimal(30)), "minutes"),
        "met our aim 7 of 11 times (at least 30 minutes)",
        "cumplimos nuestra meta 7 de 11 veces (al menos 30 minutos)",
    ),
    (
        told.InAim(0, 7, Aim(low=Decimal(10)), "minutes", of_days=True),
        "met our aim on 0 of 7 days (at least 10 minutes)",
        "cumplimos nuestra meta en 0 de 7 días (al menos 10 minutos)",
    ),
    (
        told.InAim(7, 11, Aim(low=Decimal(20), high=Decimal(30)), "minutes"),
        "7 of 11 within our aim (20 to 30 minutes)",
        "7 de 11 dentro de nuestra meta (de 20 a 30 minutos)",
    ),
    (
        told.InAim(11, 11, Aim()),
        "11 of 11 within our aim (any number)",
        "11 de 11 dentro de nuestra meta (cualquier número)",
    ),
    (
        told.TriesOf(18, 36, 9),
        "took 18 of 36 offered, written down 9 times",
        "aceptó 18 de 36 ofrecidos, anotado 9 veces",
    ),
    (
        told.OtherRatings(RatingKind.WENT, 4),
        "4 rated in another way (How did it go?)",
        "4 con otra valoración (¿Cómo fue?)",
    ),
    (told.Unrated(3), "3 not rated", "3 sin valoración"),
    (
        told.UnsettledVersions(1),
        "1 time has two versions: counted once, its rating left out",
        "1 vez está en dos versiones: se cuenta una vez, sin su valoración",
    ),
    (told.WrittenLater(6), "6 written later", "6 anotadas más tarde"),
    (told.AgeInMonths(22), "22 months", "22 meses"),
    (
        told.AgeInMonths(10, 8),
        "10 months (corrected age 8 months)",
        "10 meses (edad corregida: 8 meses)",
    ),
    (
        told.SuggestedBy("Dana", "speech", date(2026, 3, 2)),
        "from Dana, speech, since March 2, 2026",
        "de Dana, speech, desde el 2 de marzo de 2026",
    ),
    (told.SuggestedBy("Dana", None, None), "from Dana", "de Dana"),
    (told.SuggestedBy("Dana", None, date(2026, 3, 2), date(2026, 3, 2)),
     "from Dana, at the visit on March 2, 2026", "de Dana, en la visita del 2 de marzo de 2026"),
    (told.SuggestedBy("Dana", None, date(2026, 3, 4), date(2026, 3, 2)),
     "from Dana, at the visit on March 2, 2026, since March 4, 2026",
     "de Dana, en la visita del 2 de marzo de 2026, desde el 4 de marzo de 2026"),
    (told.SuggestedBy(None, None, date(2026, 3, 2)), "since March 2, 2026",
     "desde el 2 de marzo de 2026"),
    (
        told.Planned(Often(times=2, slots=("breakfast", "dinner")), ("dinner", "bath")),
        "twice a day (breakfast, dinner) · bath",
        "dos veces al día (breakfast, dinner) · bath",
    ),
    (
        told.Planned(Often(weekdays=(Weekday.WED, Weekday.MON))),
        "once a day on Monday and Wednesday",
        "una vez al día cada lunes y miércoles",
    ),
    (
        told.Planned(Often(kind=OftenKind.DAYS_A_WEEK, days=3)),
        "any 3 days a week",
        "3 días por semana, los que sean",
    ),
    (
        told.NotesAsWritten(),
        "The family's notes are left as they were written.",
        "Las notas de la familia están tal como se escribieron.",
    ),
    (
        told.Replaced(("\ue000",)),
        "1 character cannot be drawn here and is shown as ◻: U+E000",
        "1 carácter no se puede dibujar aquí y aparece como ◻: U+E000",
    ),
    (
        told.NothingWritten(),
        "nothing is written down for these days",
        "no hay nada anotado para estos días",
    ),
    (
        told.Joined((told.NotToday(1), told.NotWritten(2))),
        "1 not today · 2 not written",
        "1 «hoy no» · 2 sin anotar",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "english", "spanish"), SPOKEN)
def test_every_sentence_is_said_in_english_and_spanish(sentence, english, spanish):
    assert say(EN, sentence) == english
    assert say(ES, sentence) == spanish


def test_no_sentence_is_forgotten():
    spoken = {type(sentence) for sentence, _, _ in SPOKEN}
    of_looking_back = {*map(type, LOOK_BACK_SENTENCES)}
    assert spoken | of_looking_back == {*get_args(told.Single), told.Joined, told.PlanPart}
    assert not spoken & of_looking_back


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        (
            told.NumberSummary(Decimal(30), Decimal(30), Decimal(30), 1, "minutes"),
            "30 minutes, written down 1 time",
        ),
        (
            told.NumberSummary(Decimal(0), Decimal(0), Decimal(0), 7),
            "always 0, written down 7 times",
        ),
        (
            told.NumberSummary(Decimal(0), Decimal(0), Decimal(0), 7, of_days=True),
            "always 0, on 7 days",
        ),
        (
            told.InAim(7, 11, Aim(low=Decimal(30), high=Decimal(30)), "minutes"),
            "7 of 11 within our aim (30 minutes)",
        ),
        (told.DayRange(0, 1, 1), "0 to 1 of 1, depending on the day with nothing written"),
        (
            told.UnsettledVersions(2),
            "2 times have two versions: each counted once, its rating left out",
        ),
    ],
)
def test_what_is_alike_is_said_once_and_one_is_not_many(sentence, english):
    assert say(EN, sentence) == english


@pytest.mark.parametrize(("sentence", "english", "spanish"), SPOKEN)
def test_every_sentence_is_short_and_blames_nobody(sentence, english, spanish):
    assert long_parts(english) == []
    assert banned_of_numbers(english, "en") == []
    assert banned_of_numbers(spanish, "es") == []


def test_what_is_no_sentence_has_no_words():
    with pytest.raises(TypeError, match="no words for str"):
        say(EN, "did it")


def test_a_unit_of_another_direction_is_kept_apart():
    said = say(EN, told.NumberSum(Decimal(3), "كلمات", 3))
    assert said == "3 \u2068كلمات\u2069, added up over the days"


def test_sentences_hold_no_text_of_ours():
    """A sentence is a value: only the family's own names and units are text in it."""
    texts = {
        (cls.__name__, field.name)
        for cls in get_args(told.Single)
        for field in fields(cls)
        if "str" in str(field.type)
    }
    assert texts == {
        ("NumberSum", "unit"), ("NumberSummary", "unit"), ("InAim", "unit"),
        ("SuggestedBy", "name"), ("SuggestedBy", "discipline"),
        ("Planned", "routines"), ("Replaced", "characters"),
        ("SumsFromTo", "unit"), ("LowestHighest", "unit"), ("LevelCounts", "words"),
    }  # fmt: skip
    parts = {
        (cls.__name__, field.name)
        for cls in (told.InShort, told.GroupInShort)
        for field in fields(cls)
        if "str" in str(field.type)
    }
    assert parts == {("InShort", "unit"), ("GroupInShort", "name")}


def test_of_tries_without_any_offer_no_share_of_nothing_is_told():
    assert say(EN, told.TriesOf(0, 0, 1)) == "nothing was offered, written down 1 time"
    assert took_of(EN, 0, 0) == "nothing was offered"
    assert took_of(EN, 0, 3) == "took 0 of 3"
