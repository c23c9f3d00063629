"""Any command is found by a few letters, and every key stands in one list."""

import re
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.children import Child
from homejournal.services.opening import open_journal
from homejournal.texts.window.commands import safe_places
from homejournal.texts.wording import wording_of
from homejournal.ui.day_rows.dialogs import LeftOutDialog
from homejournal.ui.day_rows.shortcuts import CARD_KEYS, CardAction
from homejournal.ui.help import HelpWindow
from homejournal.ui.theme import px, sized_font
from homejournal.ui.widgets.wrapping_labels import without_key
from homejournal.ui.window import command_search
from homejournal.ui.window.command_search import COMMAND_ROLE, CommandSearch
from homejournal.ui.window.commands import key_commands

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(three, open_window):
    return open_window(three.journal)


def opened(window, hands, key="k"):
    front(window)
    hands.press(key, modifier=CONTROL)
    (search,) = [one for one in window.findChildren(CommandSearch) if one.isVisible()]
    front(search)
    return search


def front(window):
    """Wait until a window has the keyboard."""
    window.activateWindow()
    for _ in range(100):
        if not window.isActiveWindow():
            QTest.qWait(10)
    assert window.isActiveWindow()


def lines(search):
    return [search.names.item(row).text() for row in range(search.names.count())]


def spoken(search):
    role = Qt.ItemDataRole.AccessibleTextRole
    return [search.names.item(row).data(role) for row in range(search.names.count())]


def test_enter_does_what_the_first_line_says(window, hands):
    search = opened(window, hands)
    assert QApplication.focusWidget() is search.field
    hands.press("pla")
    assert lines(search)[0] == "Plan"
    hands.press(Key.Key_Return)
    assert not search.isVisible()
    assert window.page_name == "plan"


def test_the_arrow_down_goes_on_in_the_list(window, hands):
    search = opened(window, hands)
    hands.press("visit")
    assert lines(search)[:2] == ["Visits", "Visit page"]
    hands.press(Key.Key_Down, Key.Key_Return)
    assert window.page_name == "visit_page"


def test_a_setting_is_found_by_another_word_for_it(window, hands):
    search = opened(window, hands)
    hands.press("text eyes")
    assert lines(search) == ["Text size"]
    hands.press(Key.Key_Return)
    assert window.page.cards[0].focused() == "text_size"


def test_help_and_strategies_and_children_are_found(three, window, hands):
    leo = Child(id=uuid4(), name="Leo")
    three.journal.records.save(leo)
    search = opened(window, hands)
    hands.press("two cho")
    assert lines(search) == ["Two choices", "Two choices"]
    assert [said.split(", ")[1] for said in spoken(search)] == ["Plan", "Progress"]
    hands.press(Key.Key_Return)
    assert window.page_name == "plan"
    opened(window, hands)
    hands.press("show leo", Key.Key_Return)
    assert window.page.child == leo.id
    opened(window, hands)
    hands.press("privacy", Key.Key_Return)
    assert [one.isVisible() for one in window.findChildren(HelpWindow)] == [True]


def test_children_of_one_name_are_told_apart(three, window, hands):
    leos = [Child(id=uuid4(), name="Leo", born=date(year, 5, 4)) for year in (2023, 2025)]
    three.journal.records.save(*leos)
    search = opened(window, hands)
    hands.press("show leo")
    said = ["Show Leo – born May 4, 2023", "Show Leo – born May 4, 2025"]
    assert lines(search) == said
    hands.press(Key.Key_Down, Key.Key_Return)
    assert window.page.child == leos[1].id


def test_a_line_that_does_nothing_now_says_why_and_stays(three, window, hands):
    search = opened(window, hands)
    hands.press("save as pdf", Key.Key_Return)
    assert search.isVisible()
    assert "The visit page can" in " ".join(hands.texts(search))
    hands.press("x")
    assert not search._why.isVisible()


def test_what_only_writes_says_that_the_journal_is_read(three, open_window, hands, tmp_path):
    reading = open_journal(tmp_path / "journal", clock=three.clock, device=uuid4(), write=False)
    window = open_window(reading)
    search = opened(window, hands)
    hands.press("add a child", Key.Key_Return)
    assert search.isVisible()
    assert "This journal can only be read just now." in hands.texts(search)


def test_undo_is_a_command_once_there_is_something(three, window, hands):
    search = opened(window, hands)
    hands.press("undo", Key.Key_Return)
    assert search.isVisible()
    hands.press(Key.Key_Escape)
    front(window)
    hands.press("2")
    search = opened(window, hands)
    hands.press("undo", Key.Key_Return)
    assert three.day().practices == ()


@pytest.mark.measured
def test_nothing_found_is_said(window, hands):
    search = opened(window, hands)
    hands.press("zzz")
    assert lines(search) == []
    assert "Nothing found. Try another word." in hands.texts(search)
    hands.press(Key.Key_Return)
    assert search.isVisible()


def test_the_list_of_keys_has_every_key_of_the_menus_and_of_a_card(window, hands):
    search = opened(window, hands, "/")
    told = " | ".join(spoken(search))
    for line in window.menus.lines.values():
        keys = [QKeySequence(one).toString() for one in line.keys]
        if any(keys):
            assert without_key(line.text) in told
            assert next(filter(None, keys)) in told
    on_cards = [one for one in spoken(search) if "On the framed card on Today" in one]
    assert len(on_cards) == len(CARD_KEYS)
    hands.press("timer", Key.Key_Return)
    assert search.isVisible()
    assert any("On the framed card on Today" in text for text in hands.texts(search))


def test_a_key_of_the_menus_is_run_from_the_list(window, hands):
    opened(window, hands, "/")
    hands.press("visit page", Key.Key_Return)
    assert window.page_name == "visit_page"


def test_no_two_keys_of_a_card_are_the_same():
    keys = [key for deed in CardAction for key in CARD_KEYS[deed]]
    assert len(keys) == len(set(keys))


def test_what_is_found_and_why_not_is_spoken(window, hands, monkeypatch):
    spoken_words = []
    monkeypatch.setattr(command_search, "announce", lambda _on, words: spoken_words.append(words))
    opened(window, hands)
    hands.press("text eyes", Key.Key_Escape)
    assert spoken_words[-1] == "1 found: Text size"
    opened(window, hands)
    hands.press("save as pdf", Key.Key_Return)
    assert spoken_words[-1] == "This page cannot do it. The visit page can, for example."


def test_before_there_is_a_child_the_menus_and_the_help_are_found(
    empty_journal, open_window, hands
):
    window = open_window(empty_journal)
    search = opened(window, hands)
    assert "Privacy" in lines(search)
    hands.press("larger", Key.Key_Return)
    assert window.desk.preferences.text_size == 110


def test_keys_read_from_the_left_inside_arabic():
    lines = [one.keys for one in key_commands(wording_of("ar"), ())]
    assert any("\u2066Alt+Left\u2069" in keys and "\u2066Alt+Right\u2069" in keys for keys in lines)
    assert not any("\u2066" in one.keys for one in key_commands(wording_of("en"), ()))


PLACES = (
    ("sick", "Left out for a few days"),
    ("holiday", "Left out for a few days"),
    ("away", "Left out for a few days"),
    ("delete", "Delete for good"),
    ("delete", "Recently deleted"),
    ("restore", "Recently deleted"),
    ("restore", "Copies"),
    ("backup", "Copies"),
    ("copy", "Copies"),
    ("damaged", "Check and repair"),
    ("excel", "Import and export"),
    ("spreadsheet", "Import and export"),
    ("export", "Import and export"),
    ("move", "Import and export"),
    ("password", "Password"),
    ("share", "Other computers and homes"),
    ("other home", "Other computers and homes"),
)


def test_an_everyday_word_finds_its_place(window, hands):
    search, missed = opened(window, hands), []
    for typed, meant in PLACES:
        search.field.selectAll()
        hands.press(typed)
        missed += [(typed, meant)] if meant not in lines(search) else []
    assert missed == []


EVERYDAY = {
    "en": """log: Today|diary: Journal|celebration: Journal|month: Journal|photo: About our child
        pronouns: About our child|before and after: Progress|chart: Progress|filter: Progress
        appointment: Visits|question: Visits|report: Visit page|phone: Our team|message: Our team
        pause: Plan|change a strategy: Plan|how often: Plan|how is it for us: Plan|goals: Outcomes
        ladder: Outcomes|transition: A pack for a meeting…|babysitter: Today for a helper…
        excel: Export…|open file: Open…|dark mode: Colors|zoom: Text size|second child: Add a child…
        usb stick: Copies|calm: A calm first month|on this day: “Three months ago you wrote”
        book: The journal as a book…|sick: Left out for a few days
        fridge: A week for the fridge…|add a strategy: Plan""",
    "es": """cita: Visitas|metas: Resultados esperados|copia de seguridad: Copias|foto: Diario
        gráfica: Progreso|teléfono: Nuestro equipo|pausar: Plan|mensaje: Nuestro equipo
        excel: Exportar…|preescolar: Un resumen para una reunión…|libro: El diario como libro…""",
    "ar": """زيارة: الزيارات|موعد: الزيارات|هدف: الأهداف|تقرير: صفحة الزيارة|هاتف: فريقنا
        إيقاف: الخطة|روضة: ملخّص لاجتماع…|رسم: التقدّم|إكسل: تصدير…|نسخة احتياطية: النسخ""",
}
"""Words as a person types them, each with what is meant."""


@pytest.mark.parametrize("language", EVERYDAY)
def test_what_is_meant_is_among_the_first_lines(three, open_window, hands, language):
    search = opened(open_window(three.journal, language), hands)
    missed = []
    for pair in re.split(r"[|\n]", EVERYDAY[language]):
        typed, meant = pair.strip().split(": ")
        search.field.setText(typed)
        if meant not in lines(search)[:5]:
            missed.append((typed, meant, lines(search)[:5]))
    assert missed == []


def test_what_keeps_the_journal_safe_opens_at_its_card(window, hands):
    for words in safe_places(window.desk.wording):
        search = opened(window, hands)
        search.field.setText(words.name)
        search.names.setCurrentRow(lines(search).index(words.name))
        hands.press(Key.Key_Return)
        assert window.page_name == "safe"
        (card,) = [one for one in window.page.cards.values() if one.title() == words.name]
        assert card is window.page.cards[words.place]
        assert not card.visibleRegion().isEmpty()


def test_days_left_out_are_asked_for_from_every_page(window, hands):
    window.open_page("plan")
    opened(window, hands)
    hands.press("sick", Key.Key_Return)
    assert window.page_name == "today"
    assert [one.isVisible() for one in window.findChildren(LeftOutDialog)] == [True]


def test_what_was_deleted_is_shown(window, hands):
    opened(window, hands)
    hands.press("recently", Key.Key_Return)
    assert window.page_name == "journal"
    assert window.page.bin.isVisible()


def test_no_line_is_cut_in_a_window_with_room(window, hands):
    window.resize(1100, 760)
    search = opened(window, hands)
    width = search.names.viewport().width()
    metrics = QFontMetrics(sized_font(px(15)))
    for row in range(search.names.count()):
        shown = search.names.item(row).data(COMMAND_ROLE)
        room = width - metrics.horizontalAdvance(shown.keys) - px(12 * 3)
        assert metrics.horizontalAdvance(shown.words) <= room, shown.words


def test_what_is_found_is_spoken_once_as_long_as_it_stays(window, hands, monkeypatch):
    told = []
    monkeypatch.setattr(command_search, "announce", lambda _on, words: told.append(words))
    opened(window, hands)
    hands.press("reminders")
    assert len(told) == len(set(told)) > 0


def test_in_a_narrow_window_the_words_and_the_note_of_a_line_are_whole(window, hands):
    search = opened(window, hands)
    names, heights = search.names, {}
    for width in (700, 300):
        search.resize(width, 500)
        for _ in range(3):
            QApplication.processEvents()
        items = [names.item(row) for row in range(names.count())]
        heights[width] = [names.visualItemRect(item).height() for item in items]
    assert len(set(heights[700])) == 1
    assert max(heights[300]) > 1.3 * heights[700][0] == 1.3 * min(heights[300])
    assert names.horizontalScrollBar().maximum() == 0


NAMES = {
    "en": """Today|Plan|Journal|Progress|Visit page|Visits|Our team|About our child
        Type in a week…|Settings…|Keep it safe…|Outcomes|All children together
        A week for the fridge…|A pack for a meeting…|The journal as a book…|Add a plan file…
        Hand over as a plan file…|Life events…|Reminders…|People who write here…
        Today for a helper…|Put a journal away…|Show the journal’s folder""",
    "es": """Hoy|Plan|Diario|Progreso|Página para la visita|Visitas|Nuestro equipo
        Sobre nuestro hijo o hija|Ajustes…|Proteger el diario…""",
    "ar": "اليوم|الخطة|الدفتر|التقدّم|صفحة الزيارة|الزيارات|فريقنا|عن طفلنا|إعدادات…",
}


@pytest.mark.parametrize("language", NAMES)
def test_every_page_and_place_is_found_by_its_name(three, open_window, hands, language):
    search = opened(open_window(three.journal, language), hands)
    names = {name.strip() for name in re.split(r"[|\n]", NAMES[language])}
    assert names <= set(lines(search))


def test_the_name_of_a_place_finds_its_pages(window, hands):
    opened(window, hands)
    hands.press("our child", Key.Key_Return)
    assert window.page_name == "about_child"


def test_what_is_in_no_menu_says_where_it_is(window, hands):
    search = opened(window, hands)
    hands.press("a week for the")
    assert spoken(search)[0] == "A week for the fridge…, Ctrl+Shift+P, Today"
