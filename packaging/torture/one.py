"""Tries one promise in this process, perhaps with a fault planted, and writes down the outcome.

Run as `python packaging/torture/one.py MODULE FOLDER SIZE SEED MUTANT OUTCOME PARTS [PICTURES]`.
"""

import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from torture.finding import promise  # noqa: E402 (the path comes first)
from torture.forking import end_with_parent  # noqa: E402
from torture.frame import Scale, Size  # noqa: E402


def main() -> None:
    end_with_parent()
    module, folder, size, seed, mutant, outcome, parts, *pictures = sys.argv[1:]
    tempfile.tempdir = folder
    chosen = promise(module)
    if mutant:
        chosen.mutants[mutant]()
    kept = Path(pictures[0]) if pictures else None
    scale = Scale(Path(folder), Size(size), int(seed), module, mutant, kept, int(parts))
    result = chosen.run(scale)
    Path(outcome).write_text(json.dumps(asdict(result)), encoding="utf-8")


if __name__ == "__main__":
    main()
