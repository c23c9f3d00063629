"""A reader of our own for the sentences about numbers, in each language.

It knows what the product promises that each sentence says, and nothing of the code that makes it.
A clause that it cannot read is a fault: a number in it would go unread. Whoever says something in
other words teaches them here.
"""

import re
from datetime import date
from typing import NamedTuple

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
DAY = {
    "en": r"(?P<month>{months}) (?P<day>\d+)(?:, (?P<year>\d{{4}}))?",
    "es": r"(?P<day>\d+) de (?P<month>{months})(?: de (?P<year>\d{{4}}))?",
    "ar": r"(?P<day>\d+) (?P<month>{months})(?: (?P<year>\d{{4}}))?",
}
N = r"(\d[\d,]*(?:\.\d+)?)"
UNIT = "(?: (?:minutes?|hours?|minutos?|horas?|دقيقة|دقائق|دقيقتان|ساعة|ساعات|ساعتان))?"
LEVELS = {
    "en": ("a lot of help|hard", "some help|okay", "a little help|well", "on own"),
    "es": ("mucha ayuda|difícil", "algo de ayuda|más o menos", "poca ayuda|bien", "sin ayuda"),
    "ar": ("مساعدة كثيرة|صعب", "بعض المساعدة|لا بأس", "مساعدة قليلة|جيد", "دون مساعدة"),
}
CLAUSES = {
    "did_of": {
        "en": f"did it on {N} of {N} planned days?",
        "es": f"lo hicimos {N} de {N} días? planeados?",
        "ar": f"تمّ في {N} من {N} (?:يوم|أيام)\\S* مخطّط\\S*",
    },
    "did": {
        "en": f"did it on {N} days?",
        "es": f"lo hicimos {N} días?",
        "ar": f"تمّ في {N} (?:يوم|أيام)\\S*",
    },
    "not_today": {"en": f"{N} not today", "es": f"{N} «hoy no»", "ar": f"{N} ليس اليوم"},
    "not_written": {"en": f"{N} not written", "es": f"{N} sin anotar", "ar": f"{N} غير مكتوب"},
    "left_out": {
        "en": f"{N} left out \\(.*\\)",
        "es": f"{N} no cuentan? \\(.*\\)",
        "ar": f"لا يُحتسب: {N} \\(.*\\)",
    },
    "between": {
        "en": f"{N} to {N} of {N}, depending on the days? with nothing written",
        "es": f"de {N} a {N} de {N}, según (?:el día|los días) sin anotar",
        "ar": f"{N} إلى {N} من {N}، بحسب .*",
    },
    "plan_met": {
        "en": f"plan met in {N} of {N} full weeks?",
        "es": f"plan cumplido en {N} de {N} semanas? completas?",
        "ar": f"تحقّقت الخطة في {N} من {N} (?:أسبوع|أسابيع)\\S* كامل\\S*",
    },
    "plan_perhaps_met": {
        "en": f"plan met in {N} of {N} full weeks? \\(days not written in {N}, so {N} to {N}\\)",
        "es": f"plan cumplido en {N} de {N} semanas? completas?"
        f" \\(días sin anotar en {N}, o sea de {N} a {N}\\)",
        "ar": f"تحقّقت الخطة في {N} من {N} (?:أسبوع|أسابيع)\\S* كامل\\S*"
        f" \\(أيام غير مكتوبة في {N}، أي من {N} إلى {N}\\)",
    },
    "extra_days": {
        "en": f"{N} extra days?",
        "es": f"{N} días? de más",
        "ar": f"{N} (?:يوم|أيام)\\S* إضافي\\S*",
    },
    "extra_times": {
        "en": f"{N} extra times?",
        "es": f"{N} (?:vez|veces) de más",
        "ar": f"{N} مر\\S* إضافي\\S*",
    },
    "outside_times": {
        "en": f"{N} times? outside the plan",
        "es": f"{N} (?:vez|veces) fuera del plan",
        "ar": f"{N} مر\\S* خارج الخطة",
    },
    "told_not_today": {
        "en": f"{N} times? told as not today",
        "es": f"{N} (?:vez|veces) se dijo «hoy no»",
        "ar": f"قيل {N} مر\\S* «ليس اليوم»",
    },
    "times_of": {
        "en": f"counting each time: {N} of {N} planned",
        "es": f"contando cada vez: {N} de {N} planeadas?",
        "ar": f"بعدّ كل مرة: {N} من {N} مخطّط\\S*",
    },
    "times_not_today": {
        "en": f"{N} times? not today",
        "es": f"{N} (?:vez|veces) «hoy no»",
        "ar": f"{N} مر\\S* ليس اليوم",
    },
    "times_not_written": {
        "en": f"{N} times? not written",
        "es": f"{N} (?:vez|veces) sin anotar",
        "ar": f"{N} مر\\S* غير مكتوب\\S*",
    },
    "nothing": {
        "en": "nothing is written down for these days",
        "es": "no hay nada anotado para estos días",
        "ar": "لم يُكتب شيء لهذه الأيام",
    },
    # Numbers and tries
    "sum": {
        "en": f"{N}{UNIT}, added up over the days",
        "es": f"{N}{UNIT}, sumando todos los días",
        "ar": f"{N}{UNIT}، مجموع كل الأيام",
    },
    "sum_at_least": {
        "en": f"at least {N}{UNIT}, added up over the days",
        "es": f"al menos {N}{UNIT}, sumando todos los días",
        "ar": f"{N}{UNIT} على الأقل، مجموع كل الأيام",
    },
    "middle_of_days": {
        "en": f"from {N} to {N}, half of the days {N}{UNIT} or less, on {N} days?",
        "es": f"de {N} a {N}, la mitad de los días {N}{UNIT} o menos, en {N} días?",
        "ar": f"من {N} إلى {N}، وفي نصف الأيام {N}{UNIT} أو أقل، في {N} (?:يوم|أيام)\\S*",
    },
    "middle_of_times": {
        "en": f"from {N} to {N}, half of the times {N}{UNIT} or less, written down {N} times?",
        "es": f"de {N} a {N}, la mitad de las veces {N}{UNIT} o menos, anotado {N} (?:vez|veces)",
        "ar": f"من {N} إلى {N}، وفي نصف المرات {N}{UNIT} أو أقل، كُتب {N} مر\\S*",
    },
    "alike_on_days": {
        "en": f"(?:always )?{N}{UNIT}, on {N} days?",
        "es": f"(?:siempre )?{N}{UNIT}, en {N} días?",
        "ar": f"(?:دائمًا )?{N}{UNIT}، في {N} (?:يوم|أيام)\\S*",
    },
    "alike_times": {
        "en": f"(?:always )?{N}{UNIT}, written down {N} times?",
        "es": f"(?:siempre )?{N}{UNIT}, anotado {N} (?:vez|veces)",
        "ar": f"(?:دائمًا )?{N}{UNIT}، كُتب {N} مر\\S*",
    },
    "at_least": {
        "en": f"{N} days? says? only “at least”: .*",
        "es": f"{N} días? dicen? solo «al menos»: .*",
        "ar": f"{N} (?:يوم|أيام)\\S* (?:هو|هما|هي) «على الأقل» فقط: .*",
    },
    "on_days": {"en": f"on {N} days?", "es": f"en {N} días?", "ar": f"في {N} (?:يوم|أيام)\\S*"},
    "times": {
        "en": f"written down {N} times?",
        "es": f"anotado {N} (?:vez|veces)",
        "ar": f"كُتب {N} مر\\S*",
    },
    "tries": {
        "en": f"took {N} of {N} offered, written down {N} times?",
        "es": f"aceptó {N} de {N} ofrecidos, anotado {N} (?:vez|veces)",
        "ar": f"أُخذ {N} من {N} قُدّمت، كُتب {N} مر\\S*",
    },
    "most_often": {
        "en": f"most often: .*?,? (?:each )?{N} of {N} ratings?",
        "es": f"más a menudo: .*?,? (?:cada una )?{N} de {N} valoraci\\S*",
        "ar": f"الأكثر: .*?،? (?:كل منها )?{N} من {N} تقدير\\S*",
    },
    "sums": {
        "en": f"from {N} to {N} written down in a full (?:week|month|year)",
        "es": f"de {N} a {N} anotados en (?:una semana|un mes|un año) complet[ao]",
        "ar": f"من {N} إلى {N} كُتبت في (?:أسبوع|شهر|سنة) كاملة?",
    },
    "same_sums": {
        "en": f"{N}{UNIT} written down in each full (?:week|month|year)",
        "es": f"{N}{UNIT} anotados en cada (?:semana|mes|año) complet[ao]",
        "ar": f"{N}{UNIT} كُتبت في كل (?:أسبوع|شهر|سنة) كاملة?",
    },
    "low_high": {
        "en": f"from {N} to {N}{UNIT}",
        "es": f"de {N} a {N}{UNIT}",
        "ar": f"من {N} إلى {N}{UNIT}",
    },
    "always": {
        "en": f"always {N}{UNIT}",
        "es": f"siempre {N}{UNIT}",
        "ar": f"دائمًا {N}{UNIT}",
    },
    # What stands side by side
    "did_from_to": {
        "en": f"did it on {N} of {N} planned days? \\({N} not written, so {N} to {N}\\)",
        "es": f"lo hicimos {N} de {N} días? planeados? \\({N} sin anotar, o sea de {N} a {N}\\)",
        "ar": f"تمّ في {N} من {N} (?:يوم|أيام)\\S* مخطّط\\S*"
        f" \\({N} غير مكتوب\\S*، أي من {N} إلى {N}\\)",
    },
    "took": {
        "en": f"took {N} of {N} \\(written down {N} times?\\)",
        "es": f"aceptó {N} de {N} \\(anotado {N} (?:vez|veces)\\)",
        "ar": f"أُخذ {N} من {N} \\(كُتب {N} مر\\S*\\)",
    },
    "few": {
        "en": f"too few to sum up \\({N} ratings?\\)",
        "es": f"muy pocas para resumir \\({N} valoraci\\S*\\)",
        "ar": f"أقل مما يكفي للتلخيص \\({N} تقدير\\S*\\)",
    },
    "only_open": {
        "en": "only days with a time not written",
        "es": "solo días con una vez sin anotar",
        "ar": "أيام فيها مرة غير مكتوبة فقط",
    },
    "no_rating": {
        "en": "no rating of this kind",
        "es": "ninguna valoración de este tipo",
        "ar": "لا تقدير من هذا النوع",
    },
    "no_days": {
        "en": "no planned days",
        "es": "ningún día planeado",
        "ar": "لا أيام مخطّطة",
    },
    "too_few": {
        "en": f"{N} ratings?: too few to sum up.*",
        "es": f"{N} valoraci\\S*: muy pocas para resumir.*",
        "ar": f"{N} تقدير\\S*: أقل مما يكفي للتلخيص.*",
    },
}
CHANGED = {
    "en": f"the (?:kind of )?plan changed {N} times?",
    "es": f"el (?:tipo de )?plan cambió {N} (?:vez|veces)",
    "ar": f"تغيّر (?:نوع )?الخطة {N} مر\\S*|تغيّرت الخطة {N} مر\\S*",
}
MIDDLE_SINCE = {
    "en": "(?:middle value,|middle value since|middle value:) ",
    "es": "(?:valor del medio,|valor del medio desde el|valor del medio:) ",
    "ar": "(?:القيمة الوسطى،|القيمة الوسطى منذ|القيمة الوسطى:) ",
}
COUNTED = {
    "en": f"{N} (?:ratings?|ratings? so far)|on {N} days?|written down {N} times?",
    "es": f"{N} valoraci\\S*(?: hasta ahora)?|en {N} días?|anotado {N} (?:vez|veces)",
    "ar": f"{N} تقدير\\S*(?: حتى الآن)?|في {N} (?:يوم|أيام)\\S*|كُتب {N} مر\\S*",
}


class Part(NamedTuple):
    """What was read of some days: from when to when, where it says so, and each clause."""

    days: tuple[date, date] | None
    said: dict[str, tuple[float, ...]]


def in_figures(said: str, language: str) -> str:
    """Arabic has words of its own for one and for two of a thing."""
    said = re.sub("[\u2066-\u2069]", "", said)
    if language != "ar":
        return said
    noun = "(يوم|مرة|أسبوع|تقدير)"
    said = re.sub(rf"{noun}((?: \S+)?) واحدة?\b", r"1 \1\2", said)
    said = re.sub(r"(?<!ال)\b(يوم|مرت|أسبوع|تقدير)(?:ين|ان)\b", r"2 \1", said)
    return said.replace("2 مرت", "2 مرة")


def clause(said: str, language: str) -> tuple[str, tuple[float, ...]]:
    """Read one clause; exactly one kind must know it."""
    found = {
        name: match
        for name, words in CLAUSES.items()
        if (match := re.fullmatch(words[language], said))
    }
    assert len(found) == 1, (said, [*found])
    ((name, match),) = found.items()
    return name, tuple(map(_number, match.groups()))


WITHIN = {
    "en": f"(?:met our aim(?: on)? )?{N} of {N}( days?)?(?: times?| within our aim)? \\((.*)\\)",
    "es": f"(?:cumplimos nuestra meta(?: en)? )?{N} de {N}( días?)?"
    "(?: vez| veces| dentro de nuestra meta)? \\((.*)\\)",
    "ar": f"(?:تحقّق هدفنا في )?{N} من {N}( (?:يوم|أيام)\\S*)?(?: مر\\S*| ضمن هدفنا)? \\((.*)\\)",
}
AIMS = {
    "en": (f"at most {N}{UNIT}", f"at least {N}{UNIT}", f"{N} to {N}{UNIT}"),
    "es": (f"como máximo {N}{UNIT}", f"al menos {N}{UNIT}", f"de {N} a {N}{UNIT}"),
    "ar": (f"{N}{UNIT} على الأكثر", f"{N}{UNIT} على الأقل", f"{N} إلى {N}{UNIT}"),
}
MIDDLE_OF = {
    "en": f"middle value (.+?)(?:, from {N} to {N})?",
    "es": f"valor del medio (.+?)(?:, de {N} a {N})?",
    "ar": f"القيمة الوسطى (.+?)(?:، من {N} إلى {N})?",
}


class Within(NamedTuple):
    """What was read of an aim: how many of how many are in it, its ends, whether it is of days."""

    inside: float
    of: float
    low: float | None
    high: float | None
    of_days: bool


def read_within(said: str, language: str) -> Within:
    """Read how many numbers lie within the family's aim."""
    match = re.fullmatch(WITHIN[language], in_figures(said, language))
    assert match, said
    inside, of, days, aim = match.groups()
    patterns = (*AIMS[language], f"{N}{UNIT}")
    (at, found), *more = (
        (place, read)
        for place, pattern in enumerate(patterns)
        if (read := re.fullmatch(pattern, aim))
    )
    assert not more, said
    ends = [_number(group) for group in found.groups()]
    low, high = ((None, *ends), (*ends, None), ends, ends * 2)[at]
    return Within(_number(inside), _number(of), low, high, bool(days))


class Group(NamedTuple):
    """What was read of one of the things that stand side by side; `head` is its own name."""

    head: str
    said: tuple[str, tuple[float, ...]]
    """The kind of what is said, and its numbers: of a middle its ends, n, the lowest, highest."""


def read_groups(sentence: str, language: str) -> list[Group]:
    """Read what stands side by side: two sides of a visit, routines, or times of the day."""
    pieces = in_figures(sentence, language).split(" · ")
    return [_group(*piece.partition(": ")[::2], language) for piece in pieces]


def _group(head: str, what: str, language: str) -> Group:
    match = re.fullmatch(MIDDLE_OF[language], what)
    if match is None:
        return Group(head, clause(what, language))
    short, *ends = match.groups()
    middle = _middle(short, language)
    return Group(head, ("middle", (*middle.middle, middle.n, *(_number(e) for e in ends if e))))


def _number(said: str) -> float:
    return float(said.replace(",", ""))


def days_in(said: str, language: str) -> list[date]:
    """Every day that is named; where a year stands once, it is that of both."""
    names = MONTHS[language].split()
    pattern = DAY[language].format(months="|".join(names))
    found = [*re.finditer(pattern, said)]
    year = next((one["year"] for one in reversed(found) if one["year"]), None)
    return [
        date(int(one["year"] or year), names.index(one["month"]) + 1, int(one["day"]))
        for one in found
    ]


def read_days(sentence: str, language: str) -> tuple[list[Part], int | None]:
    """Read a line about days: its parts, and how often it says that the plan changed."""
    changes, parts = None, []
    for piece in re.split("[;؛] ", in_figures(sentence, language)):
        match = re.fullmatch(CHANGED[language], piece)
        if match:
            changes = int(next(filter(None, match.groups())))
        else:
            parts.append(_part(piece, language))
    return parts, changes


def _part(piece: str, language: str) -> Part:
    head, colon, rest = piece.partition(": ")
    named = days_in(head, language) if colon else []
    if not named:
        head, rest = "", piece
    clauses = [clause(one, language) for one in rest.split(" · ")]
    assert len({name for name, _ in clauses}) == len(clauses), piece
    return Part((named[0], named[-1]) if named else None, dict(clauses))


class Middle(NamedTuple):
    """What was read of the middle of some days: levels or a number, and of how many ratings."""

    days: list[date]
    middle: tuple[float, ...]
    n: float


def read_middles(sentence: str, language: str) -> tuple[list[Middle], int | None]:
    """Read the middles of stretches, and how often it says that the plan changed."""
    changes, found = None, []
    for piece in re.split("[;؛] ", in_figures(sentence, language)):
        match = re.fullmatch(CHANGED[language], piece)
        if match:
            changes = int(next(filter(None, match.groups())))
        else:
            found.append(_middle(re.sub(f"^{MIDDLE_SINCE[language]}", "", piece), language))
    return found, changes


def _middle(piece: str, language: str) -> Middle:
    head, colon, rest = piece.partition(": ")
    days = days_in(head, language) if colon else []
    said = rest if days else piece
    counted = re.search(r" \(([^()]*)\)$", said)
    n = 0.0
    if counted:
        match = re.fullmatch(COUNTED[language], counted[1])
        assert match, piece
        n = _number(next(filter(None, match.groups())))
        said = said[: counted.start()]
    number = re.fullmatch(f"{N}{UNIT}", said)
    if number:
        return Middle(days, (_number(number[1]),), n)
    words = enumerate(LEVELS[language], 1)
    return Middle(days, tuple(level for level, word in words if re.search(word, said)), n)
