"""How much is tried: in a usual run what finds most for its time, with `--all` everything.

What is left out is marked `with_all`, has other parameters than its mark `usually` names, is
passed over by `every`, or is a random case more than a usual run tries (`tests/random_cases.py`).
Both runs say at their end what they left out.
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
    """Take from the tests of a usual run what is not for it, unless a test is named by itself."""
    if config.getoption("--all") or any("::" in name for name in config.args):
        return
    left_out = [item for item in items if _is_left_out(item)]
    gone = set(left_out)
    items[:] = [item for item in items if item not in gone]
    config.hook.pytest_deselected(items=left_out)
    config.stash[LEFT_OUT] = len(left_out)


def _is_left_out(item):
    return bool(item.get_closest_marker("with_all")) or any(
        item.callspec.params[name] not in usual
        for mark in item.iter_markers("usually")
        for name, usual in mark.kwargs.items()
    )


@pytest.fixture
def every(pytestconfig):
    """Every how manieth of many steps, seeds or files is tried: with `--all` each one."""
    return 1 if pytestconfig.getoption("--all") else random_cases.SHARE


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
        f"Left out: {tests} tests, three in four of the random cases and of rows of many steps. "
        "--all has them, too. `dev.py test --floors` tells which lines no test runs."
    )
