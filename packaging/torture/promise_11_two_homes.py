"""Random histories of two homes that share what is open, over real files and folders."""

from random import Random

from torture.frame import Result, Scale
from torture.histories import try_stories
from torture.two_homes_story import TwoHomesStory

PROMISE = "Nothing private goes to another home, and no sentence or photo is lost on the way"
TRIED = "histories of two homes with three computers"
_STEPS = 30


def run(scale: Scale) -> Result:
    return try_stories(scale, TwoHomesStory, step, _STEPS)


def step(story: TwoHomesStory, chance: Random) -> str:
    """Do one thing by chance; return what it was."""
    deeds = (
        (6, "new", story.new),
        (5, "edit", story.edit),
        (4, "turn", story.turn),
        (3, "delete", story.delete),
        (3, "photo", story.photo),
        (1, "remove a photo", story.remove_a_photo),
        (2, "undo", story.undo),
        (1, "empty the bin", story.empty_the_bin),
        (2, "answer", story.answer),
        (9, "look", story.look),
        (1, "again", story.again),
        (2, "pack", story.pack),
        (1, "undo a pack", story.undo_a_pack),
    )
    ((_, name, do),) = chance.choices(deeds, [weight for weight, *_ in deeds])
    at = chance.choice(story.computers)
    do(at)
    story.after(at)
    return name


def _private_notes_leave() -> None:
    """Let another home have what a family writes for itself."""
    from homejournal.domain.sharing import outgoing

    outgoing._FOR_OTHERS = outgoing._ALL  # noqa: SLF001


def _photos_of_private_notes_leave() -> None:
    """Look at a photo, and not at the note that it is kept with."""
    from homejournal.domain.sharing import outgoing

    setattr(outgoing, "is_of_private_note", lambda _: False)  # noqa: B010


def _no_word_of_deleted_photos() -> None:
    """Tell our own computers nothing of private photos that were deleted for good."""
    from homejournal.domain.sharing.outgoing import OutgoingFilter

    setattr(OutgoingFilter, "private_photos_to_tell", lambda *_: frozenset())  # noqa: B010


def _undo_comes_back() -> None:
    """Leave what was taken back in the batches that we wrote with it."""
    from homejournal.services.safe.sharing.sync_run import SyncRun

    setattr(SyncRun, "undone_in_batches", lambda *_: frozenset())  # noqa: B010


def _photos_stay() -> None:
    """Bring no photo that lies in the folder."""
    from homejournal.services.safe.sharing.shared_media import SharedMedia

    plain = SharedMedia.fetch
    setattr(SharedMedia, "fetch", lambda self, _: plain(self, ()))  # noqa: B010


MUTANTS = {
    "private_notes_leave": _private_notes_leave,
    "photos_of_private_notes_leave": _photos_of_private_notes_leave,
    "no_word_of_deleted_photos": _no_word_of_deleted_photos,
    "undo_comes_back": _undo_comes_back,
    "photos_stay": _photos_stay,
}
