"""What a copy holds beside what the journal has: worked out of both, once they were read."""

from typing import TYPE_CHECKING

from homejournal.domain.errors import JournalDamagedError, NotAJournalError
from homejournal.domain.records.record import Kind
from homejournal.domain.safe.copy_comparison import (
    CopySummary,
    counts_of,
    days_of,
    deleted_since,
    names_of,
    records_of,
    undeleted_heads,
)

if TYPE_CHECKING:
    from pathlib import Path

    from homejournal.domain.records.revisions import Revision
    from homejournal.storage.file.disk import Rest
    from homejournal.storage.file.file_encryption import Key
    from homejournal.storage.file.second_connection import JournalContents
    from homejournal.storage.records.readable_revisions import GenuineContents


def look_at(found: "GenuineContents", here: "JournalContents") -> CopySummary:
    """Return what a copy holds and what of it is not whole here, without its pictures."""
    missing = tuple(revision for revision in found.revisions if _is_missing(revision, here))
    heads = undeleted_heads(records_of(found.revisions))
    new = {revision.id for revision in missing}
    days = days_of(heads.values())
    return CopySummary(
        journal_id=found.journal_id,
        settings=found.settings,
        children=names_of(heads.values()),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        holds=counts_of(heads.values()),
        missing=missing,
        brings=counts_of(head for head in heads.values() if head.id in new),
        deleted=tuple(deleted_since(heads, records_of(here.deleted), here.stubs)),
        whole=found.whole and not found.not_genuine,
        newer=found.newer,
        purged=found.purged - here.whole,
        drafts=found.drafts or {},
        refused=sum(head.id in here.purged for head in heads.values()),
        here_damaged=bool(here.damaged),
        same_child=any(
            revision.told().kind is Kind.CHILD and revision.id in here.whole
            for revision in found.revisions
        ),
    )


def holds_more(
    copy: "Path",
    here: "JournalContents",
    key: "Key | None",
    rest: "Rest",
    *,
    thorough: bool = False,
) -> bool:
    """Return whether a copy, damaged or not, holds anything that the journal lacks.

    An unreadable copy holds nothing. With `thorough`, each page is searched even if everything
    seems readable. Raises PasswordNeededError or OtherKeyError if it has another key, and the
    disk's errors.
    """
    from homejournal.storage.records.readable_revisions import read_genuine_contents

    try:
        found = read_genuine_contents(copy, key, rest, thorough=thorough)
    except (JournalDamagedError, NotAJournalError):
        return False
    return bool(found.newer) or any(_is_missing(revision, here) for revision in found.revisions)


def _is_missing(revision: "Revision", here: "JournalContents") -> bool:
    if revision.id in here.whole or revision.id in here.purged:
        return False
    return revision.fields is not None or revision.id not in here.stubs
