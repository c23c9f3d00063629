"""Looks at a journal after something happened to it: all that was acknowledged must be there."""

from collections.abc import Collection
from copy import deepcopy
from pathlib import Path

from homejournal.domain.errors import JournalError
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.media.media_folder import MediaFolder
from torture.story import Standing, Story, hashes_in, opened, standing_in, told_until


def wrong_with(folder: Path, story: Story, acknowledged: int, key: bytes | None = None) -> str:
    """Return what is wrong with a journal in which so many saves were acknowledged, or "".

    The one save that may have been under way may be there, whole, or not be there. The story goes
    on afterwards from what is there. Bytes that nothing names are gone once the journal is closed.
    """
    try:
        journal = opened(folder, key)
    except JournalError as error:
        return f"it does not open: {type(error).__name__}"
    try:
        if journal.read_only_because:
            return f"it opens for reading only: {type(journal.read_only_because).__name__}"
        if not journal.files.check().is_sound:
            return "the check finds damage"
        wrong = _compared(standing_in(journal), story, acknowledged)
        named = hashes_in(journal)
    except JournalError as error:
        return f"it does not read: {type(error).__name__}"
    finally:
        journal.close()
    return wrong or _left_behind(MediaFolder(JournalFolder(folder), key), named)


def _left_behind(folder: MediaFolder, named: Collection[str]) -> str:
    loose = folder.lying().difference(*map(folder.names, named))
    return f"{len(loose)} hand-outs stay that nothing names" if loose else ""


def _compared(there: Standing, story: Story, acknowledged: int) -> str:
    while story.done < acknowledged:
        story.advance()
    if there == story.stands:
        return ""
    before = deepcopy(story)
    story.advance()
    if there == story.stands:
        return ""
    return _difference(there, before, story)


def _difference(there: Standing, before: Story, after: Story) -> str:
    either = before.stands.notes.keys() & after.stands.notes.keys()
    lost = [one for one in either if one not in there.notes]
    other = {*there.notes} - {*before.stands.notes} - {*after.stands.notes}
    earlier = next(
        (n for n in range(before.done) if told_until(before.seed, n).stands == there), None
    )
    if earlier is not None:
        return f"the last {before.done - earlier} of {before.done} acknowledged saves are gone"
    return f"after {before.done} saves {len(lost)} notes are gone, {len(other)} unknown, or half"
