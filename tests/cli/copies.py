"""What the tests of copies share: a copy of the example, and the example with a password."""

import re

import pytest

from homejournal.domain.records.record import Kind
from homejournal.services.opening import open_journal
from tests.journals import DEVICE, Clock
from tests.services.passwords import TYPED, set_password_only


def copy_in(answer):
    return re.search(r"read whole: (.+\.hj)", answer.out)[1]


@pytest.fixture
def copied(cli, example):
    """The example's folder and a copy of it."""
    return example, copy_in(cli("backup", example))


def delete_a_note(folder):
    journal = open_journal(folder, clock=Clock(), device=DEVICE)
    journal.records.delete(journal.records.all_of(Kind.NOTE)[0].id)
    journal.close()


@pytest.fixture
def password(example, tmp_path):
    """Give the example a password; return how a command is told of it."""
    journal = open_journal(example, clock=Clock(), device=DEVICE)
    set_password_only(journal)
    journal.close()
    file = tmp_path / "password.txt"
    file.write_text(TYPED, encoding="utf-8")
    return "--journal-password-file", file
