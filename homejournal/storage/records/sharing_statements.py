"""The questions of taking in and giving on, as SQLAlchemy Core statements."""

from sqlalchemy import bindparam, delete, func, insert, literal_column, select, update

from homejournal.storage.records.tables import head, key, newer, revision

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
