"""Each usual thing whose keys are counted comes to its end with these keys."""

import pytest

from bench.steps import TASKS, done

USUAL = ("First start to first answer", "Log three strategies", "Make the page for the visit")
"""What families do most; the keys of the rest are pressed in tests of their pages, too."""


@pytest.mark.usually(task=[task for task in TASKS if task.name in USUAL])
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_the_counted_keys_are_enough(desktop, tmp_path, task):
    done(desktop, tmp_path, task)
