"""The page in docs that tells the figures, and how somebody can help with real photos."""

from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from sheet_photos.counting import Run
from sheet_photos.figures import Figures
from sheet_photos.tables import every_table, main_line

PAGE = Path(__file__).resolve().parents[2] / "docs" / "sheet-photos.md"

_LIMITS_AND_HELP = """## What it cannot tell

* A tick, an initial or a word that lands in the next box looks like a mark of that box.
* A line close beside a day is asked about on both days, and one beside the first day is not seen.
* A mark that is struck out while nothing else is ticked looks like a cross, and a scribble that
  stays within its box looks like a filled box.
* Ditto marks whose strokes run together look like a mark, and so does a crumb as dark as ink.
* Where very faint pencil is as pale as the grain of an evening photo, a box looks empty.
* Photos that moved or are out of focus are refused.

The photo is shown beside the answers before anything is saved, so that a glance can find them.

## How you can help

A family or a clinic can say how it is with real sheets: fill one in as usual, take a photo as
usual, let homejournal read it, and tell in words which kind of mark was read wrongly, with the pen
and the light. Please do not send a photo: it shows names and words of a child's days. A command
cuts our printed boxes out of it, a millimeter wider on each side than they are, with a list of what
was read. What is alike stands together, so that the order tells little of the week:

```
homejournal-cli sheet crops JOURNAL PHOTO… --out FOLDER
```

It sends nothing. Open each picture in the folder before it leaves your computer: a word that
somebody wrote through a box is in it as far as it is in the box.
"""


def page(runs: Sequence[Run]) -> str:
    """Return the page about all photos of these runs."""
    figures = reduce(Figures.plus, (run.figures for run in runs))
    told = ", ".join(f"`--count {run.many} --seed {run.first}` ({run.made})" for run in runs)
    return f"""# How well photos of a filled sheet are read

Made by `python3 packaging/dev.py sheet-photos --page` from what runs of `sheet-photos` counted:
{told}.

**These are simulated photos.** No family's sheet was photographed for them. A program prints our
own week sheets, fills them in with the marks and pens that people use, folds and stains the paper,
lights it, and takes a picture as phones do. Whoever wrote it looked at the printed sheet alone, and
not at the reader. How often each mark comes was fixed before the reader was tried
(`packaging/sheet_photos/mix.py`). Real kitchens know more than a simulation does: take the figures
for a comparison of versions, and not for a promise.

{main_line(figures)}

*Plain* is a mark that any person reads at once. *Asked* means that the window shows the place and
the family answers. *Wrong in silence* is an answer that was not meant, or a mark that was passed
over, without a question. With a speck, a crumb or a mark that was rubbed out nothing was meant. Of
two ticks, of a tick between two boxes and of words through a day a person would ask, so any answer
without a question is wrong. Numbers and strokes are typed by the family beside their picture. The
rules of the reader were chosen on other photos of the same simulation.

{every_table(figures)}

{_LIMITS_AND_HELP}"""
