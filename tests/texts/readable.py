"""How easily a tired parent reads a text: the length of its sentences, and its grade.

English is measured by the grade of Flesch and Kincaid (Kincaid and others, Research Branch Report
8-75, 1975), Spanish by the INFLESZ scale: the perspicuity of Szigriszt-Pazos (1993), where 65 and
more is "fairly easy" (Barrio-Cantalejo and others, An Sist Sanit Navar 31, 2008).
"""

import re

MOST_WORDS = 20
HIGHEST_GRADE = 6
LOWEST_INFLESZ = 65
MEASURED = ("en", "es")
"""The languages with a measure. Arabic writes no short vowels, so its syllables are not there to
be counted: only the length of its sentences is held."""
FROM_WORDS = 100
"""Texts as long as this have a grade; in fewer words one long word would decide it."""
EXEMPT = {
    "early intervention": "what the law calls it",
    "service coordinator": "a role that the law names",
    "coordinación de servicios": "a role that the law names",
    "homejournal": "the name of this program",
    "goal attainment scaling": "the name of a method",
    "florida early steps": "the name of a program",
}
"""Names that cannot be said in easier words, and why; each is read as one short word."""
_SOURCE = re.compile(r"\([^()]*\b(?:\d{4}|CFR [\d.]+)(?:\(\w\))*\.?\)")
"""A source in brackets, cited as it is."""
_NAMES = re.compile("|".join(map(re.escape, EXEMPT)), re.IGNORECASE)
_STOP = re.compile(r"(?<=[.?!…؟])[\"'”’»)*]*\s+|\s·\s|\n")
_UNIT = re.compile(_STOP.pattern + r"|(?<=[:;؛])\s+")
_APART = re.compile(
    r"(?<![ctsg])i(?=a|o(?!n)|u)|(?<=e)o(?!p)|(?<!g)u(?=a)|[eoyu](?=ing)|[ao]y(?=e)"
    r"|(?<=r)ea(?=c?t|$)|idea|area|qui(?=et)|coor|(?<=[^aeiou])i(?=er$|est$)"
)
"""Where two English vowels that stand together are two syllables."""


def sentences_of(said):
    """Return the sentences of a text; a line and what stands before a dot in the middle is one."""
    return _split(_STOP, said)


def long_sentences(said):
    """Return the sentences of a text that are too long."""
    return _too_long(sentences_of(said))


def long_parts(said):
    """Return the same of a text with figures, where a colon and a semicolon part what is told.

    Flesch counts them as ends of sentences, too (How to Write Plain English, 1979, chapter 2).
    """
    return _too_long(_split(_UNIT, said))


def in_plain(said):
    """Return a text without sources, and with one short word for each name that is exempt."""
    said = _SOURCE.sub("", said)
    return _NAMES.sub("it", said)


def grade(said):
    """Return the grade of school in which an English text can be read."""
    words, sentences, syllables = _counted(said, english_syllables)
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def inflesz(said):
    """Return how easily a Spanish text can be read, from 0 to about 100."""
    words, sentences, syllables = _counted(said, spanish_syllables)
    return 206.835 - 62.3 * syllables / words - words / sentences


def is_plain(said, language):
    """Return if a text is short, or easy enough to read in its language."""
    plain = in_plain(said)
    if len(words_of(plain)) < FROM_WORDS or language not in MEASURED:
        return True
    return grade(plain) <= HIGHEST_GRADE if language == "en" else inflesz(plain) >= LOWEST_INFLESZ


def english_syllables(word):
    """Return about how many syllables an English word has, by its vowels."""
    word = re.sub(r"['’]s?$", "", word.casefold()).replace("every", "evry")
    word = re.sub(r"e(?=(?:ment|ful|ly|less|thing|times?|where|body|one|ness)s?$)", "", word)
    word = re.sub(r"(?<=[^aeiouydt])ed$|(?<=[^aeiouyscxzgh])(?<![^aeiouy]l)es$", "", word) or word
    word = re.sub(r"(?<=[^aeiouy])(?<![^aeiouy]l)e$", "", word) or word
    return max(1, len(re.findall("[aeiouy]+", word)) + len(_APART.findall(word)))


def spanish_syllables(word):
    """Return how many syllables a Spanish word has."""
    word = re.sub("qu(?=[eiéí])|gu(?=[eiéí])", "k", word.casefold())
    word = re.sub("y$", "i", word)
    return max(1, len(re.findall("[iuü]*[aeoáéóíú][iuü]*|[iuü]+", word)))


def _split(stop, said):
    return [part.strip() for part in stop.split(said) if re.search(r"\w", part)]


def _too_long(parts):
    return [part for part in parts if len(part.split()) > MOST_WORDS]


def words_of(said):
    """Return the words of a text, without its figures."""
    return re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", said)


def _counted(said, syllables_of):
    words = words_of(said)
    sentences = [sentence for sentence in sentences_of(said) if words_of(sentence)]
    return len(words), len(sentences), sum(map(syllables_of, words))
