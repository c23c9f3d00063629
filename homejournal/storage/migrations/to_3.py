"""Several homes may ask to delete the same for good, and each gets an answer of its own.

In files of schema 2 a revision was asked for once: who asked second was not heard.
"""

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

_OLD = "purge_asked_once"
_CARRY = f"INSERT INTO purge_asked (id, home, declined) SELECT id, home, declined FROM {_OLD}"  # noqa: S608


def upgrade(op: "Operations") -> None:
    """Make the table with another key, which SQLite does only anew; what was answered stays so."""
    op.rename_table("purge_asked", _OLD)
    op.create_table(
        "purge_asked",
        sa.Column("id", sa.LargeBinary, primary_key=True),
        sa.Column("home", sa.LargeBinary, primary_key=True),
        sa.Column("declined", sa.Integer, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(_CARRY)
    op.drop_table(_OLD)
