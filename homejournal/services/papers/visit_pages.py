"""The visit page: what it can be made from, its photos, and keeping it once it was handed over."""

import base64
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from homejournal.domain.days.periods import Period, last_visit, since_visit
from homejournal.domain.errors import MediaMissingError, MediaRefusedError, RecordMissingError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.limits import check_stretch, days_from
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.names import distinct_team, names_of_others, on_paper, writers_on_paper
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.records.changes import Change
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.family import Family
from homejournal.domain.records.media_and_papers import Media, Page
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Helper
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.visits import Visit
from homejournal.domain.sentences.plain_summary import Told
from homejournal.domain.visit_page.material import (
    SECOND_PAGE_KEY,
    PageMaterial,
    StrategyMaterial,
    Ticks,
    photo_key,
    strategy_materials,
)
from homejournal.domain.visit_page.page import PhotoMaterial
from homejournal.domain.visits import in_time, is_coming, on_team
from homejournal.exchange.media_files import JPEG, SmallPicture, picture_for_paper
from homejournal.services.days.days import Days
from homejournal.services.days.strategy_numbers import Numbers, Written
from homejournal.services.plan import Outcomes
from homejournal.services.records.records import Records
from homejournal.services.session import Session
from homejournal.services.visits import Visits
from homejournal.storage.media.media_folder import MediaFolder


class PagePhotos:
    """Reads a picture when its photo is ticked for the first time."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pictures: dict[str, SmallPicture | None] = {}

    def between(
        self, child: UUID, period: Period, notes: Iterable[Note]
    ) -> tuple[PhotoMaterial, ...]:
        """Return the photos of a child's practices and these notes, without their pictures.

        A PDF is none, and what is kept with a private note is not even asked for.
        """
        known = {note.id: note for note in notes}
        with self._session.asking() as queries:
            photos = [
                (photo, known.get(photo.entry) or queries.one(photo.entry))
                for photo in queries.photos_between(child, period)
                if photo.type == JPEG and photo.entry is not None
            ]
        return tuple(
            PhotoMaterial(
                media=photo.id,
                shown=PhotoOnPage(name=photo.name, day=entry.day),
                strategy=entry.strategy,
            )
            for photo, entry in photos
            if isinstance(entry, Practice | Note)
        )

    def with_pictures(self, material: PageMaterial, ticks: Ticks) -> PageMaterial:
        """Return the material with the pictures of the photos that are ticked, and no others."""
        if not ticks.has(SECOND_PAGE_KEY):
            return material
        photos = [
            self._with_picture(photo) if ticks.has(photo_key(photo)) else photo
            for photo in material.photos
        ]
        return replace(material, photos=tuple(photos))

    def _with_picture(self, photo: PhotoMaterial) -> PhotoMaterial:
        return replace(photo, shown=self.drawn(photo.media, photo.shown))

    def drawn(self, media: UUID, shown: PhotoOnPage) -> PhotoOnPage:
        """Return a photo with its picture, or as it is where that is not in the folder any more."""
        picture = self._picture(media)
        if picture is None:
            return shown
        return replace(
            shown,
            jpeg=base64.b64encode(picture.jpeg).decode(),
            width=picture.width,
            height=picture.height,
        )

    def _picture(self, media: "UUID") -> SmallPicture | None:
        with self._session.asking() as queries:
            record = queries.one(media)
        if not isinstance(record, Media):
            return None
        if record.sha256 not in self._pictures:
            self._pictures[record.sha256] = self._read(record.sha256)
        return self._pictures[record.sha256]

    def _read(self, sha256: str) -> SmallPicture | None:
        try:
            store = self._session.store
            return picture_for_paper(MediaFolder(store.folder, store.key).get(sha256))
        except (MediaMissingError, MediaRefusedError):
            return None


_SEASON = 92
"""Days of a season: what was before them is too long ago to compare with."""


class Pages:
    """Pages for visits."""

    def __init__(
        self, session: Session, records: Records, numbers: Numbers, visits: Visits
    ) -> None:
        self._session = session
        self._records = records
        self._numbers = numbers
        self._around = visits
        self._days = Days(session)
        self._written = Written(session, numbers)
        self._outcomes = Outcomes(session, records)
        self._photos = PagePhotos(session)

    def material(
        self,
        child: UUID,
        period: Period,
        today: date,
        people: Collection[UUID] = (),
        visit: UUID | None = None,
    ) -> PageMaterial:
        """Return what a page of this child and period can be made from, nothing private.

        `people` narrow it to what these professionals suggested. `visit` is the one it is for, or
        else, or if it is not theirs, the next one to come. Raises what `_check` raises.
        """
        self._check(child, period)
        family, known = on_paper(self._session.family(), child), self._session.family().children
        asked = EntryFilter(child=child, **period._asdict())
        with self._session.asking() as queries:
            found, wrote = queries.notes_between(child, period), queries.who_wrote(child, period)
        questions = self.with_strategies(self._around.questions(child))
        notes = self.with_strategies(found)
        named = set().union(*wrote.values()) | {note.helper for note in (*notes, *questions)}
        return PageMaterial(
            child=family.children[child],
            period=period,
            printed=today,
            strategies=self._strategies(asked, today, wrote, family),
            notes=notes,
            photos=self._photos.between(child, period, notes),
            questions=questions,
            life_events=self._life_events(child, period),
            team=tuple(family.team.values()),
            helpers=self._helpers(named),
            routines=tuple(family.routines.values()),
            visit=self._visit_for(child, today, people, visit),
            last_visit=last_visit(self._visits(child, people), today),
            last_visits=tuple(self._last_of_each(child, today)),
            asked=self._around.asked(child),
            outcomes=self._outcomes.of(child),
            for_whom=tuple(people),
            others=names_of_others(known.values(), known[child]),
            example=self._session.settings.example,
        )

    def _check(self, child: UUID, period: Period) -> None:
        """Raise RecordMissingError for an unknown child, InvalidValueError for a wrong period.

        Such dates are reversed, or too far from each other.
        """
        if child not in self._session.family().children:
            raise RecordMissingError(str(child))
        check_stretch(*period)

    def with_pictures(self, material: PageMaterial, ticks: Ticks) -> PageMaterial:
        """Return the material with the pictures of the photos that are ticked, and no others."""
        return self._photos.with_pictures(material, ticks)

    def since_last_visit(self, child: UUID, today: date, people: Collection[UUID] = ()) -> Period:
        """Return the days since the last visit of any of these people, or of anybody.

        Without a visit it is everything that is planned or written, through yesterday or today.
        """
        last = last_visit(self._visits(child, people), today)
        written = self._days.between(child, today, today)
        anything = bool(written.practices or written.marks or written.notes)
        start = last.day if last else self._numbers.beginning(child) or today
        return since_visit(min(start, today), today, written_today=anything)

    def usual_readers(self, child: UUID, today: date) -> tuple[UUID, ...]:
        """Return whom a page is for where nobody is named: who comes next, or else came last.

        Nobody means the whole team.
        """
        visits = sorted(self._visits(child, ()), key=in_time)
        coming = next((visit for visit in visits if is_coming(visit, today)), None)
        visit = coming or last_visit(visits, today)
        here = {person.id for person in on_team(self._session.family().team.values(), today)}
        return tuple(who for who in visit.people if who in here) if visit else ()

    def keep(
        self,
        child: UUID,
        page: Mapping[str, Any],
        visit: UUID | None = None,
        *,
        drafts: Iterable[str] = (),
    ) -> Change:
        """Keep a page as it was handed over.

        The unfinished texts of these places end in the same step, and come again with its undo.
        """
        made = self._session.clock()
        kept = Page(id=uuid4(), child=child, made=made, page=page, visit=visit)
        with self._session.step() as step:
            step.did(step.writer.put([kept]))
            step.end_drafts(drafts)
        return step.change

    def _strategies(
        self,
        asked: EntryFilter,
        today: date,
        wrote: Mapping[UUID | None, set[UUID]],
        family: Family,
    ) -> tuple[StrategyMaterial, ...]:
        all_days = wrote.get(None, set())
        backs = [look_back(strategy) for strategy in self._written.of_all(asked, today)]
        people = {who: person.name for who, person in distinct_team(family.team).items()}
        return tuple(
            replace(one, wrote=frozenset(wrote.get(one.strategy.id, set()) | all_days))
            for one in strategy_materials(backs, people, self._before(asked, today, backs))
        )

    def _before(
        self, asked: EntryFilter, today: date, backs: Iterable[LookBack]
    ) -> Mapping[UUID, Told]:
        """Return the help of as many days before as are told, a season at most, by strategy."""
        start, end = asked.period
        days = min((end - start).days + 1, _SEASON)
        earlier = Period(days_from(start, -days), days_from(start, -1))
        of_help = {one.written.strategy.id for one in backs if one.kind is RatingKind.HELP}
        totals = self._numbers.totals(asked.child, earlier, today, of_help)
        return {which: (earlier, total) for which, total in totals.items()}

    def with_strategies(self, notes: Collection[Note]) -> tuple[Note, ...]:
        """Return the notes; one that names only a practice gets the practice's strategy.

        A note may be about a practice of another day than its own, outside the period too.
        """
        named = {note.practice for note in notes if note.practice and not note.strategy}
        with self._session.asking() as queries:
            known = queries.strategies_of(named) if named else {}
        return tuple(
            replace(note, strategy=known[note.practice])
            if not note.strategy and note.practice in known
            else note
            for note in notes
        )

    def _helpers(self, named: Collection[UUID | None]) -> tuple[Helper, ...]:
        helpers = writers_on_paper(self._session.family().helpers)
        return tuple(helper for helper in helpers.values() if helper.id in named)

    def _life_events(self, child: UUID, period: Period) -> tuple[LifeEvent, ...]:
        events = self._session.family().life_events.values()
        inside = [event for event in events if event.child == child]
        return tuple(
            life_event for life_event in inside if period.start <= life_event.day <= period.end
        )

    def _visits(self, child: UUID, people: Collection[UUID]) -> list[Visit]:
        return [
            visit
            for visit in self._session.family().visits.values()
            if visit.child == child and not (people and set(people).isdisjoint(visit.people))
        ]

    def _last_of_each(self, child: UUID, today: date) -> Iterator[Visit]:
        """Yield the last visit of each professional who is on the team still."""
        for person in on_team(self._session.family().team.values(), today):
            last = last_visit(self._visits(child, (person.id,)), today)
            if last:
                yield last

    def _visit_for(
        self, child: UUID, today: date, people: Collection[UUID], asked: UUID | None
    ) -> Visit | None:
        theirs = self._visits(child, people)
        named = next((visit for visit in theirs if visit.id == asked), None)
        coming = [visit for visit in theirs if is_coming(visit, today)]
        return named or min(coming, key=in_time, default=None)
