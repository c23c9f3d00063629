"""Draw each picture once in a run of the tests, however many windows show it.

Most tests of a page begin with the same days. That the same value gives the same picture, whenever
and wherever it is drawn, is tried beside what draws it.
"""

import json
from functools import lru_cache

from homejournal.reports.strategy_rows import pictures
from homejournal.reports.typesetting import Typesetter

_KEPT = 64
"""Pictures are large: a test of one page has its own few, and the next one the same."""


def draw_once(patch):
    """Keep what was drawn, with a patch that ends with the run."""
    for name in ("head_picture", "row_picture"):
        patch.setattr(pictures, name, lru_cache(_KEPT)(getattr(pictures, name)))
    set_once = _set_once(Typesetter.pictures_and_lines)
    patch.setattr(Typesetter, "pictures_and_lines", set_once)


def _set_once(typeset):
    """Return what typesets sheets anew only where their template, words or charts are others."""
    kept = {}

    def pictured(self, words, *ppi):
        fields = json.dumps(words.fields(), sort_keys=True)
        charts = tuple(sorted(words.pictures.items()))
        wanted = (words.template, fields, charts, self._fonts, ppi)
        made = kept.pop(wanted, None) or typeset(self, words, *ppi)
        kept[wanted] = made
        if len(kept) > _KEPT:
            del kept[next(iter(kept))]
        return made

    return pictured
