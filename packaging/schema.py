"""Writes resources/schemas/journal.schema.json anew, for other programs that read a journal's file.

Run with the Python of .venv; a test asserts that the file is up to date.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    sys.path.insert(0, str(ROOT))
    from homejournal.exchange.schema import FILE, schema_bytes

    file = ROOT.joinpath("resources", *FILE)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(schema_bytes())


if __name__ == "__main__":
    main()
