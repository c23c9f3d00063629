"""The window that asks for a file speaks the language of the window, as its buttons do."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from homejournal.ui.base.language import use_language

ASKED = {
    "es": {"lookInLabel": "Ver en:", "fileTypeLabel": "Ficheros de tipo:"},
    "ar": {"lookInLabel": "اعثر في:", "fileTypeLabel": "الملفّات من النّوع:"},
}


@pytest.mark.parametrize("language", ["es", "ar"])
def test_what_qt_calls_otherwise_now_is_found_in_its_catalogue(dressed, qtbot, language):
    use_language(language)
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    said = {name: dialog.findChild(QLabel, name).text() for name in ASKED[language]}
    assert said == ASKED[language]


def test_the_kinds_of_files_are_said_too(dressed):
    use_language("es")
    said = [
        QCoreApplication.translate("QAbstractFileIconProvider", one) for one in ("Folder", "Drive")
    ]
    assert said == ["Carpeta", "Unidad"]


def test_what_no_catalogue_knows_stays_as_it_is(dressed):
    use_language("es")
    assert QCoreApplication.translate("QFileDialog", "Of no catalogue") == "Of no catalogue"
