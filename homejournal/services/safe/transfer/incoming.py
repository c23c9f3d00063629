"""Taking in what was made elsewhere, whichever way it came: told before, then whole or not."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import compress
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.records.changes import Change, DraftMove
from homejournal.domain.records.revisions import with_more_content
from homejournal.domain.sharing.incoming import IncomingPreview, incoming_preview
from homejournal.domain.sharing.outgoing import media_named
from homejournal.services import settings_as_texts
from homejournal.services.session import Session
from homejournal.storage.media.media_folder import MediaFolder

if TYPE_CHECKING:
    from homejournal.domain.records.revisions import Revision
    from homejournal.exchange.revision_lines import Incoming
    from homejournal.storage.journal.prepared_writes import PreparedArrival, Wanted
    from homejournal.storage.journal.writer import Writer


LetIn = Callable[[Sequence["Revision"]], Sequence["Revision"]]


def let_all_in(revisions: Sequence["Revision"]) -> Sequence["Revision"]:
    """Let all in as it comes."""
    return revisions


class ExtraContents(NamedTuple):
    """What comes along: drafts and photos of private notes, and the way they came.

    The photos are those that nothing else in the file marks as private.
    """

    drafts: Mapping[str, str] = MappingProxyType({})
    private: Iterable[str] = ()
    let_in: LetIn = let_all_in


NOTHING = ExtraContents()


def preview(session: Session, incoming: "Incoming", let_in: LetIn = let_all_in) -> IncomingPreview:
    """Return what taking this in would change; nothing is written, and any thread may ask."""
    from homejournal.storage.journal.deleting import purged_ids
    from homejournal.storage.journal.incoming import newer, standing

    revisions = let_in(incoming.revisions)
    with session.store.beside() as (store, connection):
        records = (revision.told().record for revision in revisions)
        known = standing(store, connection, records)
        waiting = {entry.id: entry for entry in newer(connection)}
        purged = purged_ids(connection)
    here = {record: [version.revision for version in stored] for record, stored in known.items()}
    more = with_more_content(incoming.newer, waiting)
    unread = sum(entry.id not in waiting or entry.id not in purged for entry in more)
    return incoming_preview(here, revisions, unread, purged)


def take_in(
    session: Session,
    incoming: "Incoming",
    settings: Mapping[str, str],
    along: ExtraContents = NOTHING,
    ahead: "PreparedArrival | None" = None,
) -> Change:
    """Take in all of it as one step, with these settings of the journal and what comes along.

    What was worked out `ahead` is only written, if nothing else was written since.

    Raises InvalidValueError if something does not fit its record; nothing is written then.
    """
    from homejournal.storage.journal.prepared_writes import arrival_prepared_or_now

    with session.step() as step:
        came = arrival_prepared_or_now(step, wanted(incoming, along.let_in), ahead)
        step.remember_private(along.private)
        step.join(came)
        step.keep_newer(incoming.newer)
        step.set_settings(dict(settings))
        step.put_drafts_back(DraftMove(place, text, "") for place, text in along.drafts.items())
    return step.change


def fitting(session: Session, incoming: "Incoming") -> "Incoming":
    """Return it without what is of another kind than its record is here, or was just before it."""
    from homejournal.storage.journal.incoming import standing

    told = [revision.told() for revision in incoming.revisions]
    with session.store.reading() as connection:
        known = standing(session.store, connection, [entry.record for entry in told])
    kinds = {record: stored[0].revision.told().kind for record, stored in known.items()}
    fits = [kinds.setdefault(entry.record, entry.kind) is entry.kind for entry in told]
    return replace(incoming, revisions=tuple(compress(incoming.revisions, fits)))


def wanted(incoming: "Incoming", let_in: LetIn = let_all_in) -> "Wanted":
    """Return the preparation for incoming revisions, limited to those that `let_in` accepts."""
    from homejournal.storage.journal.prepared_writes import Wanted

    return Wanted(incoming, partial(_revisions, incoming, let_in))


def take_up_newer(session: Session) -> Change:
    """Take in what waited for a newer homejournal, where this one reads it by now."""
    from homejournal.storage.journal.incoming import forget_newer, newer

    with session.store.reading() as connection:
        waiting = newer(connection)
    if not waiting:
        return Change(())
    from homejournal.exchange.revision_lines import split_readable

    readable = split_readable(waiting).revisions
    with session.step() as step:
        step.take_in(readable)
        forget_newer(step.connection, readable)
    return step.change


def keep_media(folder: MediaFolder, media: Mapping[str, bytes], incoming: "Incoming") -> None:
    """Keep the bytes of pictures that are named by what comes in. Raises the disk's errors."""
    for sha256 in set(media_named(incoming.revisions)) & media.keys():
        folder.put(media[sha256])


def reach_texts(session: Session, home: UUID | None, through: date | None) -> dict[str, str]:
    """Return the setting that says how far another home's entries reach; none for our own."""
    if home is None or through is None or home == session.settings.home:
        return {}
    return settings_as_texts.coverage_setting(session.store.meta(), home, through, session.today())


def settings_when_fresh(session: Session, told: JournalSettings) -> dict[str, str]:
    """Return how days are counted: as what comes in does, if nothing is written here yet."""
    with session.asking() as queries:
        if not queries.is_empty():
            return {}
    own = session.settings
    return settings_as_texts.settings_texts(replace(told, id=own.id, example=own.example))


def _revisions(incoming: "Incoming", let_in: LetIn, _writer: "Writer") -> "Sequence[Revision]":
    return let_in(incoming.revisions)
