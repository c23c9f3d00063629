"""The command line, run in this process with folders of its own."""

from dataclasses import dataclass

import pytest

from homejournal.cli import main
from tests.cli.example import EXAMPLE


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _own_settings_folder(monkeypatch, tmp_path):
    for name in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "settings"))


@pytest.fixture
def cli(capsysbinary):
    """Run a command and return what it answered."""

    def run(*arguments) -> Answer:
        code = main([str(argument) for argument in arguments])
        told = capsysbinary.readouterr()
        return Answer(code, told.out.decode(), told.err.decode())

    return run


@pytest.fixture
def journal(cli, tmp_path):
    """Return the folder of a new journal."""
    folder = tmp_path / "journal"
    assert cli("new", folder).code == 0
    return folder


@pytest.fixture
def example(cli, journal):
    """Return the folder of a journal that holds the example family."""
    assert cli("import", journal, EXAMPLE).code == 0
    return journal
