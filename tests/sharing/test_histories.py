"""Histories of three computers that share a journal, found and shortened by Hypothesis."""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from torture.homes_story import HomesStory

AT = st.integers(0, HomesStory.COMPUTERS - 1)
WHICH = st.integers(0, 20)
FAST = Path("/dev/shm")  # noqa: S108 - nothing of it has to last


class ThreeComputers(RuleBasedStateMachine):
    """Edits, packs, a shared folder with its troubles, old copies, clones, deleting for good."""

    @initialize(chance=st.integers(0, 10_000))
    def begin(self, chance):
        base = FAST if FAST.is_dir() else None
        self.folder = Path(tempfile.mkdtemp(prefix="three-computers-", dir=base))
        self.story = HomesStory(self.folder, Random(chance))

    @rule(at=AT)
    def new(self, at):
        self.story.new(at)

    @rule(at=AT, which=WHICH)
    def edit(self, at, which):
        self.story.edit(at, which)

    @rule(at=AT, which=WHICH)
    def delete(self, at, which):
        self.story.delete(at, which)

    @rule(at=AT)
    def settle(self, at):
        self.story.settle(at)

    @rule(at=AT, write=st.booleans())
    def look(self, at, write):
        self.story.look(at, write=write)

    @rule(to=AT)
    def deliver(self, to):
        self.story.deliver(to)

    @rule(at=AT, source=AT)
    def pack(self, at, source):
        self.story.pack(at, source)

    @rule(at=AT, source=AT)
    def undo_a_pack(self, at, source):
        self.story.undo_a_pack(at, source)

    @rule(at=AT)
    def empty(self, at):
        self.story.empty(at)

    @rule(at=AT)
    def keep_a_copy(self, at):
        self.story.keep_a_copy(at)

    @rule(which=WHICH)
    def restore(self, which):
        self.story.restore(which)

    @rule(source=AT, to=AT)
    def clone(self, source, to):
        self.story.clone(source, to)

    @rule(at=AT, which=WHICH)
    def purge(self, at, which):
        self.story.purge(at, which)

    def teardown(self):
        if not hasattr(self, "story"):
            return
        try:
            self.story.converge()
        finally:
            self.story.close()
            shutil.rmtree(self.folder)


TestThreeComputers = ThreeComputers.TestCase
TestThreeComputers.settings = settings(
    max_examples=12,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("how_it_goes", ["cloned over", "an old copy put back"])
def test_what_one_computer_alone_had_outlives_it_and_the_emptied_folder(tmp_path, how_it_goes):
    with closing(HomesStory(tmp_path, Random(3213))) as story:
        story.keep_a_copy(2)
        story.new(2)
        if how_it_goes == "cloned over":
            story.clone(0, 2)
        else:
            story.restore(0)
        for at in range(story.COMPUTERS):
            story.empty(at)
        story.converge()
