"""Writes resources/schemas/*.json anew, for other programs that read or write our files.

Run with the Python of .venv; a test asserts that the files are up to date.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    sys.path.insert(0, str(ROOT))
    from homejournal.exchange.journal import journal_schema, plan_schema
    from homejournal.exchange.packs import pack_schema

    written = {
        journal_schema.FILE: journal_schema.schema_bytes(),
        pack_schema.FILE: pack_schema.pack_schema_bytes(),
        plan_schema.FILE: plan_schema.plan_schema_bytes(),
    }
    for name, data in written.items():
        file = ROOT.joinpath("resources", *name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


if __name__ == "__main__":
    main()
