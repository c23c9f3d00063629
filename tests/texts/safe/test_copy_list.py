"""No two copies in the list look the same, and each says what is known of it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from homejournal.domain.safe.backups import Backup, Place
from homejournal.texts.safe.backups import copy_line
from homejournal.texts.safe.restoring import chosen_line, copy_lines
from homejournal.texts.wording import wording_of

EN = wording_of("en")
COPY = Backup(path=Path("a.hj"), seq=4, made=datetime(2026, 3, 22, 19, 5, tzinfo=UTC))


def test_one_of_a_time_of_its_own_has_no_number():
    later = replace(COPY, seq=5, made=COPY.made.replace(minute=6))
    assert copy_lines(EN, [COPY, later], ()) == [copy_line(EN, COPY), copy_line(EN, later)]


def test_those_of_one_minute_are_told_apart_by_their_number():
    old = replace(COPY, seq=0, before_update=True)
    lines = copy_lines(EN, [COPY, replace(COPY, seq=1203), old, old], ())
    assert [line.rpartition(" · ")[2] for line in lines[:2]] == ["number 4", "number 1,203"]
    assert "number" not in lines[2]


def test_where_it_comes_from_and_what_opens_it():
    theirs = replace(COPY, place=Place.SECOND, other_computer=True)
    begins = copy_line(EN, theirs)
    assert chosen_line(EN, theirs, ()) == f"{begins} · from another computer"
    assert chosen_line(EN, theirs, {COPY.path}) == (
        f"{begins} · from another computer · opens with another password"
    )
    assert chosen_line(EN, COPY, {COPY.path}).endswith(" · opens with an earlier password")
    shown = chosen_line(EN, replace(COPY, place=Place.SHOWN), {COPY.path})
    assert shown.endswith(" · a file that you chose · opens with another password")
    beside = replace(COPY, place=Place.SECOND, other_folder=True)
    assert chosen_line(EN, beside, {COPY.path}).endswith(
        " · from the same journal in another folder · opens with another password"
    )
