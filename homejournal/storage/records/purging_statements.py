"""The questions about what was deleted for good, as SQLAlchemy Core statements, made once."""

from sqlalchemy import bindparam, delete, exists, func, insert, literal_column, select, update

from homejournal.storage.records.statements import listed
from homejournal.storage.records.tables import key, newer, purge_asked, purged, revision

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
_told = func.concat(newer.c.envelope, newer.c.fields)
newer_about = select(newer.c.id).where(
    exists(select(literal_column("1")).where(func.instr(_told, _name)))
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
open_asked = (
    select(purge_asked.c.home, purge_asked.c.id)
    .join(revision, revision.c.id == purge_asked.c.id)
    .where(purge_asked.c.declined == 0, revision.c.fields.is_not(None))
)
