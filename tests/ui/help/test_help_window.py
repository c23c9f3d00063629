"""The help opens at the page that was asked for and loads nothing but its own text."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QTextDocument, QTextFormat, QTextTable
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.texts.window.help import TOPICS, help_page
from homejournal.texts.wording import languages, wording_of
from homejournal.ui.base.language import use_language
from homejournal.ui.help import HelpWindow


@pytest.fixture
def window(qtbot):
    window = HelpWindow(wording_of("en"), "numbers", None)
    qtbot.addWidget(window)
    window.show()
    return window


def test_it_opens_at_the_topic_that_was_asked_for(window):
    assert window.topics.currentItem().text() == help_page("en", "numbers").title
    assert help_page("en", "numbers").title in window.page.toPlainText()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_shown_in_every_language(qtbot, language, topic):
    window = HelpWindow(wording_of(language), topic, None)
    qtbot.addWidget(window)
    assert window.page.toPlainText().startswith(help_page(language, topic).title)


def tables_of(window):
    frames = window.page.document().rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def blocks_of(window):
    document = window.page.document()
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


@pytest.fixture
def open_in(qtbot):
    def opened(language, topic, width=784):
        use_language(language)
        window = HelpWindow(wording_of(language), topic, None)
        qtbot.addWidget(window)
        window.resize(width, 600)
        window.show()
        return window

    yield opened
    use_language("en")


def test_where_one_reads_from_the_right_a_table_is_a_list_and_all_begins_there(open_in):
    window = open_in("ar", "plan-files")
    assert tables_of(window) == []
    read = [block for block in blocks_of(window) if "plan_steps" in block.text()]
    assert any(one.textList() and "where_who" in one.text() for one in read)
    shown_right = {
        block.blockFormat().layoutDirection() is Qt.LayoutDirection.RightToLeft
        for block in blocks_of(window)
        if block.textList()
    }
    assert shown_right == {True}
    code = next(block for block in blocks_of(window) if block.text().startswith("{"))
    assert code.blockFormat().layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_table_is_a_list_where_there_is_no_room_for_it(open_in):
    window = open_in("en", "accessibility")
    assert len(tables_of(window)) == 2
    window.resize(420, 600)
    assert tables_of(window) == []
    assert "\u2028State: met\u2028How: All is done by keys." in window.page.document().toRawText()
    window.resize(784, 600)
    assert len(tables_of(window)) == 2


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("topic", ["format", "accessibility", "today"])
@pytest.mark.parametrize("width", [420, 784])
def test_no_page_is_wider_than_the_window(qtbot, open_in, language, topic, width):
    window = open_in(language, topic, width)
    qtbot.waitUntil(lambda: window.page.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: window.page.horizontalScrollBar().maximum() == 0)


def title_of(window):
    """Return the rows of the page's title, and the size that Qt counts for it."""
    title = window.page.document().firstBlock()
    rows = (title.layout().lineAt(at) for at in range(title.layout().lineCount()))
    told = [title.text()[row.textStart() :][: row.textLength()].strip() for row in rows]
    form = title.begin().fragment().charFormat()
    return told, form.intProperty(QTextFormat.Property.FontSizeAdjustment)


def test_a_title_is_smaller_where_one_of_its_words_has_no_room(open_in):
    window = open_in("es", "away-from-the-computer")
    assert title_of(window) == (["Lejos de la computadora"], 3)
    window.resize(240, 600)
    QApplication.processEvents()
    rows, size = title_of(window)
    assert rows == ["Lejos de la", "computadora"]
    assert size in {1, 2}
    window.resize(784, 600)
    QApplication.processEvents()
    assert title_of(window) == (["Lejos de la computadora"], 3)


def test_what_was_searched_stays_marked_where_the_window_changes(open_in):
    window = open_in("en", "accessibility")
    window.search.setText("dropped")
    marked = [one.cursor.selectedText() for one in window.page.extraSelections()]
    window.resize(420, 600)
    assert [one.cursor.selectedText() for one in window.page.extraSelections()] == marked
    assert all(
        one.cursor.document() is window.page.document() for one in window.page.extraSelections()
    )


def test_an_unknown_topic_shows_the_first(window):
    window.open_topic("nothing")
    assert window.topics.currentRow() == 0


def test_a_link_to_another_page_opens_it_and_no_other_link_leads_anywhere(window):
    window.page.anchorClicked.emit(QUrl("privacy.md"))
    assert window.topics.currentItem().text() == help_page("en", "privacy").title
    window.page.anchorClicked.emit(QUrl("https://example.org/elsewhere"))
    assert window.topics.currentItem().text() == help_page("en", "privacy").title


IMAGE = QTextDocument.ResourceType.ImageResource.value
ELSEWHERE = [
    "file:///etc/hostname",
    "https://example.org/a.png",
    "pictures/../../today.md",
    "pictures/none.png",
    "../es/pictures/today.png",
    "pictures/today.png#x",
]


@pytest.mark.measured
@pytest.mark.parametrize("name", ELSEWHERE)
def test_nothing_but_a_picture_of_the_help_is_loaded(window, name):
    assert window.page.loadResource(IMAGE, QUrl(name)) is None
    assert window.page.loadResource(IMAGE, name) is None


def test_a_picture_is_shown_no_wider_than_the_page_and_told_in_words_below(window, qtbot):
    window.open_topic("today")
    shown = window.page.loadResource(IMAGE, QUrl("pictures/today.png"))
    assert 100 < shown.width() <= window.page.viewport().width()
    said = window.page.toPlainText()
    (alt,) = re.findall(r"!\[(.*)\]", help_page("en", "today").markdown)
    assert alt in said
    assert "\ufffc" in said  # the picture itself
    window.resize(window.width() - 200, window.height())
    narrower = window.page.loadResource(IMAGE, QUrl("pictures/today.png"))
    assert narrower.width() < shown.width()
    assert window.page.document().idealWidth() <= window.page.viewport().width()


def test_only_pictures_are_loaded(window):
    style = QTextDocument.ResourceType.StyleSheetResource.value
    assert window.page.loadResource(style, QUrl("pictures/today.png")) is None


def shown_topics(window):
    items = [window.topics.item(row) for row in range(window.topics.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_a_search_shows_the_pages_that_have_all_the_words_and_marks_them(window, qtbot):
    qtbot.keyClicks(window.search, "hotline")
    assert shown_topics(window) == [help_page("en", "staying-safe").title]
    assert window.page.toPlainText().startswith("Staying safe")
    marks = [mark.cursor.selectedText() for mark in window.page.extraSelections()]
    assert marks
    assert {mark.casefold() for mark in marks} == {"hotline"}
    assert "1 page says that" in [label.text() for label in window.findChildren(QLabel)]
    window.search.clear()
    assert len(shown_topics(window)) == len(TOPICS)
    assert window.page.extraSelections() == []


def test_a_search_needs_no_accents_and_all_of_its_words(qtbot):
    window = HelpWindow(wording_of("es"), "start", None)
    qtbot.addWidget(window)
    window.search.setText("violencia linea")
    assert shown_topics(window) == [help_page("es", "staying-safe").title]
    window.search.setText("violencia xyz")
    assert shown_topics(window) == []
    assert window.page.toPlainText()  # the last page stays to be read


@pytest.mark.measured
def test_a_search_stays_at_the_open_page_where_that_has_the_words(window):
    window.search.setText("not written")
    assert window.topics.currentItem().text() == help_page("en", "numbers").title
    assert len(shown_topics(window)) > 3


def test_the_page_that_is_called_so_comes_first_and_small_words_are_not_marked(window):
    window.search.setText("photo of a sheet")
    title = help_page("en", "sheet-photo").title
    assert shown_topics(window)[0] == title
    window.open_topic("sheet-photo")
    marks = {one.cursor.selectedText().casefold() for one in window.page.extraSelections()}
    assert marks == {"photo", "sheet"}
    window.search.clear()
    assert shown_topics(window) == [help_page("en", topic).title for topic in TOPICS]


def test_what_is_marked_begins_a_word(window):
    window.search.setText("rate")
    window.open_topic("today")
    texts = window.page.toPlainText().casefold()
    for one in window.page.extraSelections():
        assert not texts[one.cursor.selectionStart() - 1].isalpha()


def test_enter_in_the_search_closes_nothing(window, qtbot):
    window.search.setFocus()
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.isVisible()


def test_a_link_leads_out_of_a_search(window):
    window.search.setText("hotline")
    window.page.anchorClicked.emit(QUrl("reminders.md"))
    assert window.topics.currentItem().text() == help_page("en", "reminders").title
    assert window.search.text() == ""


def test_a_language_without_a_page_gets_the_english_one():
    assert help_page("xx", "today") == help_page("en", "today")


def test_a_screen_reader_reads_a_page_line_by_line(window, qtbot):
    window.page.setFocus()
    qtbot.keyClick(window.page, Qt.Key.Key_Down)
    qtbot.keyClick(window.page, Qt.Key.Key_Down)
    assert window.page.textCursor().position() > 0


def test_people_who_listen_hear_its_page_as_a_text_with_lines(window):
    face = QAccessible.queryAccessibleInterface(window.page)
    assert (face.role(), face.state().readOnly) == (QAccessible.Role.EditableText, True)
    assert face.text(QAccessible.Text.Name) == help_page("en", "numbers").title
    text = face.textInterface()
    assert text.text(0, text.characterCount()).strip() == window.page.toPlainText().strip()
