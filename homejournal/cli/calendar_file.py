"""The command `calendar`: a child's coming visits, and reminders, for a calendar program."""

from argparse import Namespace

from homejournal.cli.command_io import complain, opened_journal, today_of, write_told
from homejournal.cli.name_lookup import child_asked
from homejournal.texts.wording import Wording


def make_calendar(asked: Namespace, wording: Wording) -> int:
    """Write the calendar file; one sentence and 1 where there is nothing to put in it."""
    with opened_journal(asked) as journal:
        child = child_asked(asked, journal.family()).id
        today, calendars = today_of(asked, journal), journal.calendars
        visits = calendars.coming(child, today)
        wanted = calendars.reminder_times(child, today) if asked.reminders else ()
        reminders = [one for one in wanted if one.time is not None]
        if not visits and not reminders:
            complain(wording.text("No visit is to come, and no time of day is known."))
            return 1
        if asked.reminders and not reminders:
            complain(wording.text("No time of day is known, so the file has no reminders."))
        file = calendars.file_of(visits, reminders, wording, today)
    write_told(asked.out, file, wording)
    return 0
