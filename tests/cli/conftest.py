"""The command line, run in this process with folders of its own."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from homejournal.cli.main import main
from tests.cli.example import EXAMPLE


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _own_settings_folder(monkeypatch, tmp_path_factory):
    _settings_lie_in(monkeypatch, tmp_path_factory.mktemp("settings"))


def _settings_lie_in(patch, folder):
    for name in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA", "HOME"):
        patch.setenv(name, str(folder))


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


@pytest.fixture(scope="session")
def example_kept(tmp_path_factory):
    """The folder of a journal of the example family, made once in a run of the tests."""
    kept = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        _settings_lie_in(patch, kept / "settings")
        assert main(["new", str(kept / "journal")]) == 0
        assert main(["import", str(kept / "journal"), str(EXAMPLE)]) == 0
    return kept / "journal"


@pytest.fixture
def example(example_kept, tmp_path):
    """Return the folder of a journal that holds the example family."""
    return Path(shutil.copytree(example_kept, tmp_path / "example"))
