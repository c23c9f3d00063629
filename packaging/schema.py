"""Writes resources/schemas/*.json anew, for other programs that read or write our files.

Run with the Python of .venv; a test asserts that the files are up to date.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    sys.path.insert(0, str(ROOT))
    from homejournal.exchange import schemas

    written = {
        schemas.JOURNAL_FILE: schemas.schema_bytes(schemas.journal_schema()),
        schemas.PACK_FILE: schemas.schema_bytes(schemas.pack_schema()),
        schemas.PLAN_FILE: schemas.schema_bytes(schemas.plan_schema()),
    }
    for name, data in written.items():
        file = ROOT.joinpath("resources", *name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


if __name__ == "__main__":
    main()
