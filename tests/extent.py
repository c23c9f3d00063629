"""How much is tried: in a usual run what finds most for its time, with `--all` everything.

What is left out is marked `with_all`, or is a random case more than a usual run tries
(`tests/random_cases.py`). Both runs say at their end what they left out.
"""

import pytest

from tests import random_cases

LEFT_OUT = pytest.StashKey[int]()
"""How many tests a run left out; a worker tells its controller."""


def pytest_addoption(parser):
    parser.addoption(
        "--all", action="store_true", help="try everything, as before a release; takes much longer"
    )


def leave_out(config, items):
    """Take what is marked `with_all` from the tests of a usual run."""
    if config.getoption("--all"):
        return
    left_out = [item for item in items if item.get_closest_marker("with_all")]
    items[:] = [item for item in items if not item.get_closest_marker("with_all")]
    config.hook.pytest_deselected(items=left_out)
    config.stash[LEFT_OUT] = len(left_out)


def pytest_sessionfinish(session):
    """Tell the controller what was left out, which itself collects nothing."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = session.config.stash.get(LEFT_OUT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Take over what a worker left out; each of them leaves out the same."""
    told = getattr(node, "workeroutput", {})
    node.config.stash[LEFT_OUT] = told.get("left_out", 0)


def pytest_terminal_summary(terminalreporter, config):
    terminalreporter.write_line(said(config))


def said(config):
    """Return what a run tells of its own extent."""
    if config.getoption("--all"):
        return "All tests were asked for, each with all of its random cases."
    tests = config.stash.get(LEFT_OUT, 0)
    return (
        f"Left out: {tests} tests, and all but one in {random_cases.SHARE} of the random cases. "
        "With --all they are tried, too."
    )
