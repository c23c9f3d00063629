"""The journal's questions as SQLAlchemy Core statements, made once."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    String,
    Text,
    and_,
    bindparam,
    case,
    cast,
    column,
    delete,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    table,
    update,
)

from homejournal.domain.records.kinds import REFERENCES, is_of_one_child
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.record import Kind
from homejournal.storage.records.checked_reads import FAMILY_CODES
from homejournal.storage.records.kind_numbers import CODE_OF, FIRST_SMALL_KIND
from homejournal.storage.records.tables import (
    day_mark,
    draft,
    head,
    key,
    meta,
    newer,
    practice,
    purge_asked,
    purged,
    revision,
)

drop_revision = delete(revision).where(revision.c.seq == bindparam("old"))
standing_by_kind = (
    select(head.c.kind, func.count())
    .where(head.c.versions > literal_column("0"))
    .group_by(head.c.kind)
)
in_two_versions = (
    select(key.c.uuid)
    .join(head, head.c.record == key.c.id)
    .where(head.c.versions > literal_column("1"))
    .order_by(head.c.day.desc(), head.c.record.desc())
    .limit(bindparam("limit"))
)
how_many_in_two_versions = select(func.count()).where(head.c.versions > literal_column("1"))

keep_newer = insert(newer).prefix_with("OR IGNORE")
fill_newer = (
    update(newer)
    .where(newer.c.id == bindparam("stub"))
    .values(salt=bindparam("new_salt"), fields=bindparam("new_fields"))
)
all_newer = select(newer.c.id, newer.c.envelope, newer.c.salt, newer.c.fields)
drop_newer = delete(newer).where(newer.c.id == bindparam("old"))


# Literals, not parameters: a partial index is used only where the question repeats its words.
_SMALL: ColumnElement[int] = literal_column(str(FIRST_SMALL_KIND))
_NONE: ColumnElement[int] = literal_column("0")

_NAMES = {kind: {reference.field for reference in found} for kind, found in REFERENCES.items()}
ADOPTED_CODES = [
    CODE_OF[kind]
    for kind, named in _NAMES.items()
    if "strategy" in named and not is_of_one_child(kind)
]
"""The kinds whose records are a child's through their strategy."""

note_fts = table("note_fts", column("rowid"), column("note_fts", String))


def listed(name: str, convert: Callable[[Any], Any] = lambda value: value) -> Select[Any]:
    """Return a list of any length for IN: the parameter is its JSON text."""
    listed = func.json_each(bindparam(name)).table_valued("value")
    return select(convert(listed.c.value))


def heads_with_bodies() -> Select[tuple[object, ...]]:
    """Return the beginning of every question that reads heads with their bodies."""
    return (
        select(
            head.c.kind,
            key.c.uuid,
            head.c.place,
            head.c.versions,
            revision.c.id,
            revision.c.envelope,
            revision.c.salt,
            revision.c.fields,
        )
        .select_from(head)
        .join(revision, revision.c.seq == head.c.rev)
        .join(key, key.c.id == head.c.record)
    )


all_meta = select(meta.c.name, meta.c.value)
family = (
    heads_with_bodies()
    .where(
        head.c.kind >= _SMALL,
        head.c.versions > _NONE,
        head.c.kind.in_([literal_column(str(code)) for code in FAMILY_CODES]),
    )
    .order_by(head.c.record)
)
days = (
    heads_with_bodies()
    .where(
        head.c.child == select(key.c.id).where(key.c.uuid == bindparam("child")).scalar_subquery(),
        head.c.place >= bindparam("start"),
        head.c.place < bindparam("end"),
    )
    .order_by(head.c.place)
)
small_of_kind = (
    heads_with_bodies()
    .where(head.c.kind >= _SMALL, head.c.versions > _NONE, head.c.kind == bindparam("kind"))
    .order_by(head.c.record)
)
timeline_of_kind = (
    heads_with_bodies()
    .where(head.c.kind == bindparam("kind"), head.c.versions > _NONE)
    .order_by(head.c.record)
)


def of_days(of: FromClause = head) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions for what was written for a child from one place to another."""
    return (
        of.c.child == bindparam("child"),
        of.c.place >= bindparam("start"),
        of.c.place < bindparam("end"),
    )


timed_practices = (
    heads_with_bodies()
    .where(
        *of_days(),
        head.c.kind == CODE_OF[Kind.PRACTICE],
        head.c.person.is_not(None),
        # Canonical JSON, in which words of a person have no such sign without a backslash.
        func.instr(revision.c.fields, b'"time":"') > _NONE,
    )
    .order_by(head.c.place)
)
notes_of_days = (
    heads_with_bodies().where(*of_days(), head.c.kind == CODE_OF[Kind.NOTE]).order_by(head.c.place)
)
_entry = head.alias("entry")
photos_of_days = (
    heads_with_bodies()
    .where(
        head.c.about.in_(
            select(_entry.c.record).where(
                *of_days(_entry),
                _entry.c.kind.in_([CODE_OF[Kind.PRACTICE], CODE_OF[Kind.NOTE]]),
            )
        ),
        head.c.about.is_not(None),
        head.c.versions > _NONE,
        head.c.kind == CODE_OF[Kind.MEDIA],
    )
    .order_by(head.c.record)
)
"""The photos of practices and notes, none of a private note."""
who_wrote = (
    select(head.c.strategy, head.c.person)
    .where(
        *of_days(),
        head.c.kind.in_([CODE_OF[Kind.PRACTICE], CODE_OF[Kind.DAY_MARK]]),
        head.c.person.is_not(None),
    )
    .distinct()
)
strategies_of = select(key.c.uuid, head.c.strategy).where(
    key.c.id == head.c.record,
    head.c.record.in_(listed("entries")),
    head.c.strategy.is_not(None),
    head.c.versions > _NONE,
)
one = heads_with_bodies().where(head.c.record == bindparam("record"), head.c.versions > _NONE)
_about = (head.c.about.in_(listed("entries")), head.c.about.is_not(None))
notes_on = heads_with_bodies().where(
    *_about, head.c.versions > _NONE, head.c.kind != CODE_OF[Kind.MEDIA]
)
photos_on = (
    heads_with_bodies()
    .where(*_about, head.c.versions > _NONE, head.c.kind == CODE_OF[Kind.MEDIA])
    .order_by(head.c.record)
)
photos_of_people = (
    heads_with_bodies()
    .where(
        head.c.kind >= _SMALL,
        head.c.kind == CODE_OF[Kind.MEDIA],
        head.c.versions > _NONE,
        head.c.strategy.is_(None),
        head.c.about.is_(None),
        or_(head.c.child.in_(listed("entries")), head.c.person.in_(listed("entries"))),
    )
    .order_by(head.c.record)
)
removed_media = (
    select(key.c.uuid)
    .join(head, head.c.record == key.c.id)
    .where(
        head.c.kind == CODE_OF[Kind.MEDIA],
        head.c.versions == _NONE,
        or_(head.c.strategy.in_(listed("owners")), head.c.about.in_(listed("owners"))),
    )
    .order_by(head.c.rev.desc())
)
deleted_page = (
    select(key.c.uuid, head.c.rev)
    .join(head, head.c.record == key.c.id)
    .where(
        or_(head.c.child == bindparam("child"), head.c.child.is_(None)),
        head.c.versions == _NONE,
        head.c.kind.in_(listed("kinds")),
        head.c.rev < bindparam("before"),
    )
    .order_by(head.c.rev.desc())
    .limit(bindparam("limit"))
)
deleted_of_kinds = (
    select(key.c.uuid)
    .join(head, head.c.record == key.c.id)
    .where(head.c.versions == _NONE, head.c.kind.in_(listed("kinds")))
)

all_of_child = (
    select(key.c.uuid)
    .join(head, head.c.record == key.c.id)
    .where(head.c.child == bindparam("child"))
)
all_of_kinds = (
    select(key.c.uuid).join(head, head.c.record == key.c.id).where(head.c.kind.in_(listed("kinds")))
)
says_something = exists().where(
    revision.c.record == head.c.record, func.length(revision.c.fields) > _NONE
)
saying_by_kind = (
    select(head.c.kind, func.count())
    .join(key, key.c.id == head.c.record)
    .where(key.c.uuid.in_(listed("uuids", func.unhex)), says_something)
    .group_by(head.c.kind)
)
notes_with = (
    select(func.count())
    .select_from(note_fts)
    .where(note_fts.c.note_fts.op("MATCH")(bindparam("phrase")))
)

_is_words = (
    head.c.kind.in_([CODE_OF[Kind.NOTE], CODE_OF[Kind.PRIVATE_NOTE]]),
    head.c.versions > _NONE,
)
how_many_words = select(func.count()).select_from(head).where(*_is_words)
all_words = (
    select(head.c.place, revision.c.id, revision.c.envelope, revision.c.salt, revision.c.fields)
    .join(revision, revision.c.seq == head.c.rev)
    .where(*_is_words)
)

keys_of = select(key.c.uuid, key.c.id).where(key.c.uuid.in_(listed("uuids", func.unhex)))
id_of = select(key.c.uuid).where(key.c.id == bindparam("number"))
keys = select(key.c.uuid, key.c.id)
kinds = select(key.c.uuid, head.c.kind).join(head, head.c.record == key.c.id)
media = (
    select(key.c.uuid)
    .join(head, head.c.record == key.c.id)
    .where(head.c.kind == CODE_OF[Kind.MEDIA])
)
last_key = select(func.coalesce(func.max(key.c.id), 0))
last_seq = select(func.coalesce(func.max(revision.c.seq), 0))
last_numbers = select(last_key.scalar_subquery(), last_seq.scalar_subquery())
revisions_of = (
    select(revision).where(revision.c.record.in_(listed("records"))).order_by(revision.c.seq)
)
all_revisions = select(revision)
every_revision = select(revision).order_by(revision.c.record, revision.c.seq)
newest_revisions = select(revision).order_by(revision.c.seq.desc()).limit(bindparam("limit"))
children_of_strategies = select(head.c.record, head.c.child).where(
    head.c.kind == CODE_OF[Kind.STRATEGY],
    head.c.record.in_(listed("strategies")),
)

add_key = insert(key)
add_revision = insert(revision)
fill_stub = (
    update(revision)
    .where(revision.c.seq == bindparam("stub"))
    .values(salt=bindparam("new_salt"), fields=bindparam("new_fields"))
)
add_head = insert(head)
add_practice = insert(practice)
add_mark = insert(day_mark)
drop_head = delete(head).where(head.c.record == bindparam("old"))
drop_practice = delete(practice).where(practice.c.record == bindparam("old"))
drop_mark = delete(day_mark).where(day_mark.c.record == bindparam("old"))
adopt = (
    update(head)
    .where(
        head.c.strategy == bindparam("of_strategy"),
        head.c.kind.in_([literal_column(str(code)) for code in ADOPTED_CODES]),
    )
    .values(child=bindparam("new_child"))
)

numbers_practices = (
    select(
        practice.c.day,
        practice.c.slot,
        practice.c.routine,
        practice.c.kind,
        practice.c.level,
        practice.c.number,
        practice.c.took,
        practice.c.of,
        practice.c.written,
        (practice.c.versions == literal_column("1")).label("settled"),
    )
    .where(
        practice.c.strategy == bindparam("strategy"),
        practice.c.day.between(bindparam("start"), bindparam("end")),
    )
    .order_by(practice.c.day)
)
practice_in_routine = practice.c.routine == bindparam("routine")
practice_by_helper = exists().where(
    head.c.record == practice.c.record, head.c.person == bindparam("helper")
)
"""Who it was stands in the head; a condition, as the one above, for `numbers_practices`."""


def wrote(
    person: UUID, number: int, of: FromClause = head, told: FromClause = revision
) -> ColumnElement[bool]:
    """Return the condition that a person wrote an entry down, for whoever it was.

    Who did it stands in the head. Who typed it for somebody else stands in the body alone, which
    has one form: no quotation mark of a text is without its backslash there.
    """
    typed = func.instr(told.c.fields, f'"written_by":"{person}"'.encode())
    by_another = func.instr(told.c.fields, b'"written_by":"')
    return or_(typed > _NONE, and_(of.c.person == number, by_another == _NONE))


def practice_written_by(person: UUID, number: int) -> ColumnElement[bool]:
    """Return the same for `numbers_practices`."""
    return exists().where(
        head.c.record == practice.c.record,
        revision.c.seq == head.c.rev,
        wrote(person, number),
    )


_of_strategy = select(practice.c.day).where(practice.c.strategy == bindparam("strategy"))
first_days = select(
    _of_strategy.order_by(practice.c.day).limit(1).scalar_subquery(),
    # It ends at the first that fits, and the index knows the days in their order.
    _of_strategy.where(
        practice.c.kind == bindparam("kind"),
        practice.c.level == bindparam("level"),
        practice.c.versions == literal_column("1"),
    )
    .order_by(practice.c.day)
    .limit(1)
    .scalar_subquery(),
)
_told = cast(revision.c.fields, Text)
_home_of_mark = (
    select(case((func.json_valid(_told), func.json_extract(_told, "$.home"))))
    .where(head.c.record == day_mark.c.record, revision.c.seq == head.c.rev)
    .scalar_subquery()
)
numbers_marks = (
    select(
        day_mark.c.day,
        day_mark.c.slot,
        day_mark.c.mark,
        day_mark.c.reason,
        case((day_mark.c.reason == LeftOutReason.OTHER_HOME.value, _home_of_mark)).label("home"),
    )
    .where(
        day_mark.c.child == bindparam("child"),
        day_mark.c.day.between(bindparam("start"), bindparam("end")),
        or_(day_mark.c.strategy.is_(None), day_mark.c.strategy == bindparam("strategy")),
    )
    .order_by(day_mark.c.day)
)
first_place = select(func.min(head.c.place)).where(
    head.c.child == bindparam("child"), head.c.place.is_not(None)
)

all_drafts = select(draft.c.place, draft.c.text)
add_draft = insert(draft)
drop_draft = delete(draft).where(draft.c.place == bindparam("old"))
add_meta = insert(meta)
drop_meta = delete(meta).where(meta.c.name == bindparam("old"))


_ids = listed("ids", func.unhex)
# The plus keeps SQLite from trying each of many ids with each record: all are read once instead.
_is_one_of_ids = literal_column("+revision.id").in_(_ids)
records_of = (
    select(key.c.uuid)
    .join(revision, revision.c.record == key.c.id)
    .where(_is_one_of_ids)
    .distinct()
)
loud_newer = select(newer.c.id, newer.c.envelope, newer.c.salt, newer.c.fields).where(
    newer.c.id.in_(select(purged.c.id)), newer.c.fields.is_not(None)
)
silence_newer = (
    update(newer).where(newer.c.id.in_(select(purged.c.id))).values(salt=None, fields=None)
)
_name = func.json_each(bindparam("names")).table_valued("value").c.value
_newer_text = func.concat(newer.c.envelope, newer.c.fields)
newer_about = select(newer.c.id).where(
    exists(select(literal_column("1")).where(func.instr(_newer_text, _name)))
)
refuse = insert(purged).from_select(["id"], _ids).prefix_with("OR IGNORE")
purged_among = select(purged.c.id).where(purged.c.id.in_(_ids))
every_purged = select(purged.c.id)
purged_here = (
    select(key.c.uuid, purged.c.id)
    .join(revision, revision.c.id == purged.c.id)
    .join(key, key.c.id == revision.c.record)
)
purged_newer = select(newer.c.id).where(newer.c.id.in_(select(purged.c.id)))
drop_asked = delete(purge_asked).where(purge_asked.c.id.in_(_ids))
ask_purge = (
    insert(purge_asked)
    .from_select(
        ["id", "home", "declined"],
        _ids.add_columns(bindparam("home"), literal_column("0")),
    )
    .prefix_with("OR IGNORE")
)
decline_purge = (
    update(purge_asked).where(purge_asked.c.home == bindparam("of_home")).values(declined=1)
)
asked_of = select(purge_asked.c.id).where(
    purge_asked.c.home == bindparam("of_home"), purge_asked.c.declined == 0
)
any_asked = select(purge_asked.c.id).where(purge_asked.c.declined == 0).limit(1)
open_asked = (
    select(purge_asked.c.home, purge_asked.c.id)
    .join(revision, revision.c.id == purge_asked.c.id)
    .where(purge_asked.c.declined == 0, revision.c.fields.is_not(None))
)
