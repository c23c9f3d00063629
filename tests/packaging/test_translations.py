import gettext
import re

import pytest

from translations import compile_all, drawn_out, faults, update

SOURCE = '''"""A page."""
from sqlalchemy import text


def words(wording, minutes, name):
    # Translators: a heading
    yield wording.text("Our team")
    yield wording.count("{n} minute", "{n} minutes", minutes)
    yield wording.text("About {name}").format(name=name)
'''
SPANISH = {
    'msgid "Our team"\nmsgstr ""': 'msgid "Our team"\nmsgstr "Nuestro equipo"',
    'msgstr[0] ""\nmsgstr[1] ""': 'msgstr[0] "{n} minuto"\nmsgstr[1] "{n} minutos"',
    'msgid "About {name}"\nmsgstr ""': 'msgid "About {name}"\nmsgstr "Sobre {name}"',
}


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "homejournal"
    (folder / "ui").mkdir(parents=True)
    (folder / "ui" / "page.py").write_text(SOURCE)
    return folder


@pytest.fixture
def spanish(tmp_path):
    file = tmp_path / "translations" / "es" / "LC_MESSAGES" / "homejournal.po"
    file.parent.mkdir(parents=True)
    file.write_text('msgid ""\nmsgstr ""\n"Language: es\\n"\n')
    return file


@pytest.fixture
def folder(spanish):
    return spanish.parents[2]


def translate(spanish, words=SPANISH):
    text = spanish.read_text("utf-8")
    for empty, filled in words.items():
        assert empty in text
        text = text.replace(empty, filled)
    spanish.write_text(text, "utf-8")


def test_the_catalogues_of_the_program_are_up_to_date_and_whole():
    assert faults() == []


def test_texts_and_counts_are_drawn_out_of_the_code(sources):
    ids = [message.id for message in drawn_out(sources) if message.id]
    assert ids == ["Our team", ("{n} minute", "{n} minutes"), "About {name}"]


def test_a_text_inside_an_f_string_is_told_whichever_python_looks(sources, folder):
    update(folder, sources)
    page = sources / "ui" / "page.py"
    for inside in (
        "wording.text('Visit')",
        "wording.count('{n} day', '{n} days', 2)",
        "w.text('A')",
    ):
        page.write_text(f'{SOURCE}    yield f"now: {{{inside}}}"\n')
        told = [fault for fault in faults(folder, sources) if "f-string" in fault]
        assert told == [f"a text inside an f-string in line 10 of {page}"]
    page.write_text(f'{SOURCE}    yield f"now: {{edit.text()}}"\n')
    assert not [fault for fault in faults(folder, sources) if "f-string" in fault]


def test_a_text_about_a_child_has_forms_that_may_stay_empty(sources, folder, spanish):
    page = sources / "ui" / "page.py"
    page.write_text(SOURCE + '    yield wording.text_about(\n        name, "Our child"\n    )\n')
    update(folder, sources)
    told = [(message.context, message.id) for message in drawn_out(sources)]
    assert [context for context, text in told if text == "Our child"] == [None, "she", "he"]
    translate(
        spanish,
        SPANISH
        | {
            '\n\n#: homejournal/ui/page.py\nmsgid "Our child"\nmsgstr ""': (
                '\n\nmsgid "Our child"\nmsgstr "Nuestro hijo o hija"'
            ),
            'msgctxt "she"\nmsgid "Our child"\nmsgstr ""': (
                'msgctxt "she"\nmsgid "Our child"\nmsgstr "Nuestra hija"'
            ),
        },
    )
    update(folder, sources)
    assert faults(folder, sources) == []
    page.write_text(SOURCE + "    yield wording.text_about(name, name)\n")
    assert "no literal text" in faults(folder, sources)[-1]


def test_sql_is_not_taken_for_words(sources):
    (sources / "storage").mkdir()
    (sources / "storage" / "days.py").write_text('text("SELECT 1")')
    assert "SELECT 1" not in [message.id for message in drawn_out(sources)]


def test_a_second_update_changes_nothing(sources, folder):
    assert len(update(folder, sources)) == 2
    for file in folder.rglob("*.po*"):
        earlier = re.sub(r"POT-Creation-Date: \d{4}", "POT-Creation-Date: 2001", file.read_text())
        file.write_text(earlier)
    before = [file.read_bytes() for file in folder.rglob("*.po*")]
    assert update(folder, sources) == []
    assert [file.read_bytes() for file in folder.rglob("*.po*")] == before


def test_an_update_keeps_what_was_translated(sources, folder, spanish):
    update(folder, sources)
    translate(spanish)
    (sources / "ui" / "page.py").write_text(SOURCE + '    yield wording.text("Visit")\n')
    assert faults(folder, sources) != []
    update(folder, sources)
    assert faults(folder, sources) == ["es: not translated: 'Visit'"]


def test_a_lost_or_wrong_placeholder_is_a_fault(sources, folder, spanish):
    update(folder, sources)
    translate(spanish)
    assert faults(folder, sources) == []
    translate(spanish, {'"Sobre {name}"': '"Sobre {nombre}"', '"{n} minutos"': '"minutos"'})
    assert [fault.split(":")[1].strip() for fault in faults(folder, sources)] == [
        "a placeholder is left out",
        "a placeholder that the original lacks",
    ]


def test_a_text_that_is_put_together_in_the_code_is_a_fault(sources, folder, spanish):
    update(folder, sources)
    translate(spanish)
    page = sources / "ui" / "page.py"
    page.write_text(SOURCE + '    yield wording.text(f"About {name}")\n')
    (fault,) = faults(folder, sources)
    assert fault == f"no literal text in line 10 of {page}: wording.text"


def test_compiled_words_are_what_gettext_reads(sources, folder, spanish):
    update(folder, sources)
    translate(spanish)
    assert compile_all(folder) == [spanish.with_suffix(".mo")]
    words = gettext.translation("homejournal", folder, ["es"])
    assert words.gettext("Our team") == "Nuestro equipo"
    assert words.ngettext("{n} minute", "{n} minutes", 2) == "{n} minutos"
    assert compile_all(folder) == []
