"""What photos of sheets say, for other programs: each page, and every box that is not blank."""

import json

from homejournal.domain.papers.sheet_marks import Doubt, PhotoFault
from homejournal.domain.papers.sheet_reading import PhotoRead
from homejournal.domain.today.sheet_photo import PhotosShown, photo_page
from homejournal.exchange.sheet_photo.photos_json import sheet_photos_json
from tests.domain.papers.test_week_sheet import NOAH
from tests.domain.today.test_sheet_photo import (
    BEGUN,
    ONE,
    PAUSE,
    choice,
    ill,
    places,
    read,
    written,
)

NAMES = {NOAH.id: "Noah", PAUSE.id: "Pause and wait"}
PAUSED = {"id": str(PAUSE.id), "name": "Pause and wait"}
SOON = {"slot": None, "place": None, "rating": "help", "strategy": PAUSED}


def test_every_box_that_is_not_blank_is_told_with_its_state_and_why_it_is_asked():
    page = read(
        ONE,
        choice(places(), 1),
        choice(places(day=1), doubt=Doubt.TWO, likely=(1, 4)),
        choice(places(day=2)),
        days=[choice(ill(), doubt=Doubt.FAINT, likely=(0,)), choice(ill(day=1))],
    )
    shown = PhotosShown(pages=(photo_page(page, written(BEGUN)),))
    photos = [
        ("week.jpg", PhotoRead(pages=(page,))),
        ("cat.png", PhotoRead(faults=(PhotoFault.NO_SHEET,))),
    ]

    told = sheet_photos_json(photos, shown, NAMES, saved=True)

    assert json.loads(json.dumps(told)) == {
        "photos": [
            {"file": "week.jpg", "pages": 1, "faults": []},
            {"file": "cat.png", "pages": 0, "faults": ["no_sheet"]},
        ],
        "pages": [
            {
                "sheet": str(ONE.id),
                "child": {"id": str(NOAH.id), "name": "Noah"},
                "week": "2026-03-23",
                "page": 1,
                "empty": False,
                "plan_changed": False,
                "cells": [
                    {
                        **SOON,
                        "day": "2026-03-23",
                        "state": "read",
                        "read": {"times": [2], "mark": None},
                        "doubt": None,
                        "likely": [],
                    },
                    {
                        **SOON,
                        "day": "2026-03-24",
                        "state": "asked",
                        "read": None,
                        "doubt": "two",
                        "likely": [
                            {"times": [2], "mark": None},
                            {"times": [], "mark": "not_today"},
                        ],
                    },
                ],
                "days": [
                    {
                        "day": "2026-03-23",
                        "state": "asked",
                        "read": None,
                        "doubt": "faint",
                        "likely": ["sick"],
                    }
                ],
            }
        ],
        "saved": True,
    }
