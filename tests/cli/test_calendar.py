"""Calendar files from the command line."""

from icalendar import Calendar

AS_OF = ("--today", "2026-06-28")


def events(text):
    return Calendar.from_ical(text).walk("VEVENT")


def test_the_coming_visits_are_a_calendar_file(cli, example, tmp_path):
    file = tmp_path / "visits.ics"
    answer = cli("calendar", example, "--child", "Noa", *AS_OF, "--out", file)
    assert (answer.code, answer.out) == (0, "")
    made = events(file.read_bytes())
    assert [event["dtstart"].dt.date().isoformat() for event in made] == [
        "2026-06-30",
        "2026-07-08",
    ]
    assert "Dana" in made[0]["summary"]


def test_reminders_are_added_when_asked_for(cli, example):
    asked = ("calendar", example, "--child", "Noa", *AS_OF, "--out", "-")
    alone, both = cli(*asked).out, cli(*asked, "--reminders").out
    assert "RRULE" not in alone
    assert len(events(both)) >= len(events(alone)) == 2


def test_nothing_to_come_is_said_and_no_file_is_made(cli, example, tmp_path):
    file = tmp_path / "visits.ics"
    late = ("--today", "2027-01-01", "--lang", "en")
    answer = cli("calendar", example, "--child", "Noa", *late, "--out", file)
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "No visit is to come" in answer.err
    assert not file.exists()


def test_an_unknown_child_is_said_in_one_sentence(cli, example):
    answer = cli("calendar", example, "--child", "Nobody", "--out", "-")
    assert (answer.code, answer.out) == (1, "")
    assert "Nobody" in answer.err
