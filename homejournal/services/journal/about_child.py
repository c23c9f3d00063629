"""About our child: reading what the family wrote, writing it anew, and the page to hand over."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from homejournal.domain.names import on_paper
from homejournal.domain.papers.about_child import (
    AboutAsked,
    AboutChild,
    AboutSheet,
    about_child,
    about_sheet,
    strategies_now,
    version_to_save,
)
from homejournal.domain.records.changes import Change
from homejournal.domain.records.children import About, Child
from homejournal.domain.records.record import Kind, Record
from homejournal.services.records.records import Records
from homejournal.services.session import Session


class AboutOurChild:
    """What is told of a child; each call that writes is one step that can be undone."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def told(self, child: UUID, today: date) -> AboutChild:
        """Return a child with every version; raises RecordMissingError for an unknown child."""
        found = self._records.all_of(Kind.ABOUT, child=child)
        versions = [one for one in found if isinstance(one, About)]
        return about_child(self._session.family(), child, versions, today)

    def save(
        self,
        child: Child,
        texts: Mapping[str, str],
        today: date,
        *,
        drafts: Iterable[str] = (),
    ) -> Change:
        """Write what is told of a child: the child's own words, and the parts by their names.

        On another day than the newest version this makes a new one, and earlier ones stay. The
        unfinished texts of these places end in the same step, and come again with Undo.
        """
        told = self.told(child.id, today)
        version = version_to_save(told, texts, today, uuid4())
        saved: list[Record] = [child, version] if version else [child]
        with self._session.step() as step:
            step.did(step.writer.put(saved))
            step.end_drafts(drafts)
        return step.change

    def sheet(self, asked: AboutAsked, today: date) -> AboutSheet:
        """Return the page for somebody new; raises RecordMissingError for an unknown child."""
        told = self.told(asked.child, today)
        family = on_paper(self._session.family(), asked.child)
        now = strategies_now(family, asked.child, today)
        told = replace(told, child=family.children[asked.child])
        return about_sheet(told, now, asked, today, example=self._session.settings.example)
