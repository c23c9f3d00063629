"""Another home's words about what was deleted for good here: of them only envelopes come in."""

from collections.abc import Collection, Sequence
from pathlib import Path
from uuid import UUID

from homejournal.domain.records.revisions import Revision
from homejournal.domain.sharing.incoming import kept_out, named_by


def without_deleted(
    journal: Path, key: bytes | None, revisions: Sequence[Revision], own: Collection[UUID] = ()
) -> list[Revision]:
    """Return another home's revisions, with the envelopes alone of what was deleted for good here.

    What a computer among our `own` wrote comes whole. Raises what reading the journal's file
    raises.
    """
    from homejournal.storage.sharing.deleted_records import left_here

    ours = {str(one) for one in own}
    theirs = [one for one in revisions if one.told().device not in ours]
    away = kept_out(theirs, left_here(journal, key, named_by(theirs)))
    return [one.without_content() if one.id in away else one for one in revisions]
