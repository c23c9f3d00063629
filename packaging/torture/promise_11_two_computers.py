"""Random histories of three computers that share a journal, over real files and folders."""

from collections.abc import Callable
from random import Random

from torture.frame import Result, Scale
from torture.histories import try_stories
from torture.homes_story import HomesStory

PROMISE = "Two computers agree, and no sentence that anybody typed is lost between them"
TRIED = "histories of three computers"
_STEPS = 24
_Deed = tuple[int, str, Callable[[], object]]
"""How often, what it is, and doing it."""


def run(scale: Scale) -> Result:
    return try_stories(scale, HomesStory, step, _STEPS)


def step(story: HomesStory, chance: Random) -> str:
    """Do one thing by chance; return what it was."""
    at, other, which = chance.randrange(3), chance.randrange(3), chance.randrange(50)
    deeds: tuple[_Deed, ...] = (
        (3, "new", lambda: story.new(at)),
        (10, "edit", lambda: story.edit(at, which)),
        (4, "delete", lambda: story.delete(at, which)),
        (2, "settle", lambda: story.settle(at)),
        (7, "look", lambda: story.look(at, write=chance.random() < 0.8)),
        (5, "deliver", lambda: story.deliver(at)),
        (1, "pack", lambda: story.pack(at, other)),
        (1, "undo a pack", lambda: story.undo_a_pack(at, other)),
        (2, "empty", lambda: story.empty(at)),
        (1, "keep a copy", lambda: story.keep_a_copy(at)),
        (1, "restore", lambda: story.restore(which)),
        (2, "clone", lambda: story.clone(at, other)),
        (1, "purge", lambda: story.purge(at, which)),
    )
    ((_, name, do),) = chance.choices(deeds, [weight for weight, _, _ in deeds])
    do()
    return name


def _last_writer_wins() -> None:
    """Keep one of two versions, as many programs that sync do."""
    from homejournal.domain.journal import versions
    from homejournal.domain.records import revisions
    from homejournal.storage.journal import queries
    from homejournal.storage.records import projection
    from homejournal.storage.records import revisions as stored

    plain = revisions.heads_of
    for module in (revisions, stored, projection, queries, versions):
        if hasattr(module, "heads_of"):
            setattr(module, "heads_of", lambda found: plain(found)[:1])  # noqa: B010


def _delete_beats_edit() -> None:
    from homejournal.domain.records import revisions

    plain = revisions._rank  # noqa: SLF001
    revisions._rank = lambda one: (not plain(one)[0], *plain(one)[1:])  # type: ignore[assignment] # noqa: SLF001


def _never_written_again() -> None:
    """Believe that what was once written still lies in the folder."""
    from homejournal.services.safe.sharing.shared_folder import SharedFolder

    setattr(SharedFolder, "read_again", lambda _: None)  # noqa: B010


def _cloned_ids_unseen() -> None:
    """Let two computers write under one id and one number, and read one of the two."""
    from homejournal.services.safe.sharing import sync_run
    from homejournal.services.safe.sharing.batches import Batches, KnownBatch

    setattr(sync_run, "is_cloned", lambda *_: False)  # noqa: B010
    plain = vars(Batches)["all"].fget

    def by_number(found: Batches) -> list[KnownBatch]:
        return list({(one.device, one.number): one for one in plain(found)}.values())

    setattr(Batches, "all", property(by_number))  # noqa: B010


def _undo_comes_back() -> None:
    """Leave what was taken back in the batches that we wrote with it."""
    from homejournal.services.safe.sharing.sync_run import SyncRun

    setattr(SyncRun, "undone_in_batches", lambda *_: frozenset())  # noqa: B010


MUTANTS = {
    "last_writer_wins": _last_writer_wins,
    "delete_beats_edit": _delete_beats_edit,
    "never_written_again": _never_written_again,
    "cloned_ids_unseen": _cloned_ids_unseen,
    "undo_comes_back": _undo_comes_back,
}
