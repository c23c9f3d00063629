"""The tests run where no network can be reached."""

import subprocess
import sys

import pytest

import no_network
from no_network import without_network

REACHES = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)"


def test_nothing_can_be_reached_not_even_this_computer():
    before = without_network()
    if not before:
        pytest.skip("the network cannot be taken away here")
    command = [*before, sys.executable, "-c", REACHES]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert "Network is unreachable" in done.stderr


def test_it_is_said_where_the_network_cannot_be_taken_away(monkeypatch, capsys):
    monkeypatch.setattr(no_network, "_WAYS", (["unshare", "--no-such-option"],))
    assert without_network() == []
    assert "run with it" in capsys.readouterr().out
