"""Words that the program never says of its own accord: of blame, of causes, of scores and ranks."""

import re
import unicodedata

_NEVER = {
    "en": """
        because caused cause causes works worked effect effects effective improved improves
        compliance compliant adherence adherent failed fails failure missed should
        homework drill drills completed regimen deficit deficits patient subject
        average averages mean score scores scored streak streaks percent percentage
        percentile percentiles rank ranks ranked ranking equivalent significant significance
        worse worst behind delayed milestone milestones proves proof
        """,
    "es": """
        porque causó causaron causa causas causado funciona funcionan funcionó efecto efectos
        eficaz mejoró mejoraron mejoría cumplimiento adherencia falló fallaron fallado fallo
        faltó faltaron perdió perdieron debería deberían
        deberes tarea tareas ejercicio ejercicios completado completados régimen déficit paciente
        sujeto promedio promedios media medias puntaje puntajes puntuación puntuaciones racha rachas
        porcentaje porcentajes percentil percentiles clasificación equivalente
        significativo significativa peor peores retraso atraso hito hitos demuestra récord
        """,
    "ar": """
        لأن بسبب سببت تسبب تسبّب أدّى نجح نجحت نجاح فعّال فعّالة تأثير أثّر أثّرت تحسّن تحسّنت
        تحسن التزام الالتزام فشل فشلت أخفق فات فاتكم ينبغي واجب واجبات تمرين تمارين
        مريض المريض عجز قصور متوسط المتوسط رتبة رتب ترتيبكم أسوأ تأخّر متأخّر
        تأخر متأخر يثبت إثبات نسبة بالمئة
        """,
}
_NEVER_OF_NUMBERS = {
    "en": "must best means record goal reached therapy",
    "es": "debe deben puesto prueba probado logrado terapia",
    "ar": "يجب الأفضل إنجاز علاج",
}
"""Good words in a button or a question, but none to say of what a family did."""
_CLAIMS = re.compile(
    r"%|٪|\bper cent\b|\bpor ciento\b"
    r"|\bp\s*[<=≤]|\bp-value|\bvalor p\b"
    r"|\bimproved by\b|\bage of\b|\bedad de\b"
    r"|\b(other|most) (children|kids|families|homes)\b|\botr[oa]s (niñ|famili|casas)"
    r"|\b(better|worse) than\b|\b(mejor|peor) que\b"
)
"""A share in a hundred, a p-value, an age that would be an equivalent, a comparison with others."""
_OWN = re.compile("⟦.*?⟧", re.DOTALL)


_VOWEL_SIGNS = re.compile("[\u064b-\u0652]")
"""Of Arabic, which may stand on a word or be left out."""


def _words(of, language):
    # What is not translated is said in English, in every language.
    return frozenset(_VOWEL_SIGNS.sub("", f"{of['en']} {of[language]}").split())


def _plain(words):
    return _VOWEL_SIGNS.sub("", unicodedata.normalize("NFC", words).casefold())


def ours(said):
    """Return what the program says, without what the family wrote between ⟦ and ⟧."""
    return _OWN.sub("…", said)


def banned_in(words, language):
    """Return the banned words and claims in any text of a language, in order."""
    plain = _plain(words)
    found = _words(_NEVER, language).intersection(re.findall(r"\w+", plain))
    return sorted(found | {match.group() for match in _CLAIMS.finditer(plain)})


def banned_of_numbers(words, language):
    """Return them in a text about what a family did, where more words are banned."""
    plain = _plain(words)
    more = _words(_NEVER_OF_NUMBERS, language).intersection(re.findall(r"\w+", plain))
    return sorted({*banned_in(words, language), *more})
