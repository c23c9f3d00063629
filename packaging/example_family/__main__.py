"""Write the example family, three months that show everything the journal can hold.

    .venv/bin/python packaging/example_family [FILE]

The family is made up. Nothing in it depends on the day on which this runs, so the file stays the
same until this script is changed; a test compares them.
"""

# ruff: noqa: E402 (the checkout must come before the packages)
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from days import days
from names import HOME, LAST_DAY, an_id
from people import about, people
from plan import hopes, routines, strategies
from visits import visits

from homejournal.domain.days.periods import JournalSettings
from homejournal.exchange.file_records import Entry, JournalFile
from homejournal.exchange.journal_json import write_journal_json

FILE = ROOT / "resources" / "example" / "family.json"


def family() -> JournalFile:
    """Return the whole example family."""
    parts = (people, hopes, routines, strategies, visits, about, days)
    return JournalFile(
        settings=JournalSettings(id=an_id("journal"), home=HOME, example=True),
        home=HOME,
        through=LAST_DAY,
        entries=tuple(Entry(record) for part in parts for record in part()),
    )


def main(arguments: list[str]) -> None:
    file = Path(arguments[0]) if arguments else FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(write_journal_json(family()))
    print(f"Wrote {file}.")


if __name__ == "__main__":
    main(sys.argv[1:])
