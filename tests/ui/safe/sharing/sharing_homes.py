"""What the tests of sharing share: another home's computer, a file sent, and a file taken in."""

from functools import partial
from uuid import uuid4

import pytest

from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.services.opening import create_journal
from homejournal.services.safe.transfer.sealed_files import make_pack, pack_of
from homejournal.ui.safe.exchange.receive_file_dialog import ReceiveFileDialog
from homejournal.ui.safe.sharing.send_dialog import SendDialog, ShareWay
from tests.ui.safe.safe_page import dialog
from tests.ui.waiting import idle

WORDS = "apple lamp meadow seven"


@pytest.fixture
def other(three, tmp_path):
    """A second computer's journal, in another home."""
    made = create_journal(tmp_path / "other", clock=three.clock, device=uuid4())
    made.safe.homes.name_ours("With Dad")
    made.safe.homes.name_computer("Dad's laptop")
    yield made
    made.close()


@pytest.fixture
def safe(three, open_window):
    return open_window(three.journal, page="safe", place="sharing")


def sealed(journal, path, audience, invitation=None):
    """Write what leaves a journal for an audience into a file, and return the file."""
    wish = journal.safe.pack_files.wish(audience, invitation=invitation)
    path.write_bytes(make_pack(wish, WORDS).data)
    return path


def an_invitation(other, tmp_path, audience):
    """Begin to share a folder on the other computer; return the file that invites to it."""
    folder, settings = tmp_path / "cloud", tmp_path / "other settings"
    folder.mkdir(), settings.mkdir()
    shared = other.safe.sharing.begin(audience, folder, settings)
    invitation = other.safe.sharing.invitation(shared, settings)
    return sealed(other, tmp_path / "invitation.hjpack", audience, invitation), folder


def told(journal, other, audience):
    """Let another journal take in what leaves this one for an audience."""
    pack = pack_of(journal.safe.pack_files.wish(audience))
    other.safe.pack_files.take_in(read_plain_pack(plain_pack(pack)))


def card(window):
    return window.page.cards["sharing"]


def send(window, qtbot, path, way=ShareWay.ONCE, folder=None, meanwhile=bool):
    card(window).ways[way].click()
    asking = dialog(window, SendDialog)
    asking.home.setText("With Mom")
    asking.computer.setText("Mom's laptop")
    asking.words.field.setText(WORDS)
    if folder:
        asking.show_folder(str(folder))
    meanwhile()
    see_what_leaves(asking, qtbot)
    asking.ask_for_file = partial(asking.write, str(path))
    asking.do.click()
    qtbot.waitUntil(lambda: path.exists() and idle(window))
    qtbot.waitUntil(asking.do.isHidden)
    return asking


def see_what_leaves(dialog, qtbot):
    """Go on to what leaves, which takes no press of a double click."""
    dialog.do.click()
    assert not dialog.do.isEnabled()
    qtbot.waitUntil(dialog.do.isEnabled)


def take(window, qtbot, path, folder=None):
    card(window).take.click()
    taking = dialog(window, ReceiveFileDialog)
    taking.show_file(str(path))
    taking.words.setText(WORDS)
    taking.do.click()
    qtbot.waitUntil(lambda: taking._pack is not None and idle(window))
    if folder:
        taking.show_folder(str(folder))
    return taking
