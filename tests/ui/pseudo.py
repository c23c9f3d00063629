"""A language that nobody speaks: English with accents, 40 % longer, each text in brackets."""

import gettext
import re

CODE = "qps"
_LONGER = 0.4
_ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "áéíóúýÁÉÍÓÚÝçñšž")
_KEPT = re.compile(r"(\{\w*\}|&.)")
_DATES = re.compile(r"^[dMy ,']+$")


def pseudo(text):
    """Return a text as a long language would have it, with its values and keys as they are."""
    if _DATES.match(text) or not text.strip():
        return text
    parts = (
        part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _KEPT.split(text)
    )
    words = re.sub(r"\{\w*\}", "", text).split()
    more, at_least = [], len(text) * _LONGER
    while words and sum(len(word) + 1 for word in more) < at_least:
        more.append(words[len(more) % len(words)].replace("&", "").translate(_ACCENTS))
    return f"[{''.join(parts)} {' '.join(more)}]"


class Pseudo(gettext.NullTranslations):
    """A catalogue that has every text."""

    def gettext(self, message):
        return pseudo(message)

    def ngettext(self, msgid1, msgid2, n):
        return pseudo(msgid1 if n == 1 else msgid2)
