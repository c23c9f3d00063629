"""Each usual thing whose keys are counted comes to its end with these keys."""

import pytest

from bench.steps import TASKS, done


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_the_counted_keys_are_enough(desktop, tmp_path, task):
    done(desktop, tmp_path, task)
