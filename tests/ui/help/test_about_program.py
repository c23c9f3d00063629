"""About, the licenses, and what is copied for somebody who helps."""

from PySide6.QtGui import QGuiApplication

from homejournal import __version__
from homejournal.ui.base.actions import Action
from homejournal.ui.help import AboutProgram, HelpWindow, LicensesDialog


def about_of(window):
    window.menus.action(Action.ABOUT).trigger()
    (dialog,) = window.findChildren(AboutProgram)
    return dialog


def test_about_leads_to_the_licenses_of_all_parts(three, open_window, hands):
    about = about_of(open_window(three.journal))
    assert any(__version__ in text for text in hands.texts(about))
    hands.click(about.licenses)
    (shown,) = about.findChildren(LicensesDialog)
    assert shown.text.toPlainText().startswith("homejournal: MIT\n\nMIT License")
    for row in range(shown.parts.count()):
        shown.parts.setCurrentRow(row)
        assert shown.text.toPlainText().startswith(f"{shown.parts.item(row).text()}: ")
        assert shown.text.accessibleName() == shown.parts.item(row).text()


def test_details_for_a_report_tell_of_the_program_and_nothing_of_the_family(three, open_window):
    window = open_window(three.journal, page="plan")
    window.menus.action(Action.COPY_DETAILS).trigger()
    copied = QGuiApplication.clipboard().text()
    assert f"homejournal {__version__}" in copied
    assert "language en · text 100 %" in copied
    assert "page plan" in copied
    family = window.journal.family()
    names = [one.name for one in (*family.children.values(), *family.helpers.values())]
    names += [strategy.name for strategy in family.strategies.values()]
    names.append(str(window.journal.folder))
    assert not any(name in copied for name in names)
    assert window.frame.toast.text().startswith("Copied.")


def test_what_is_new_stands_in_the_help_and_in_no_window_of_its_own(three, open_window):
    window = open_window(three.journal)
    assert window.findChildren(HelpWindow) == []
    window.menus.action(Action.NEWS).trigger()
    (shown,) = window.findChildren(HelpWindow)
    assert shown.page.toPlainText().startswith("What is new")
