"""Three tables more, beside those of schema 1.

Which revisions were deleted for good, what another home asks to delete, and what came from a newer
homejournal and waits for one here.
"""

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

# In files of schema 1 only deleting for good left a revision without its fields.
_SILENT = (
    "INSERT INTO purged (id) SELECT id FROM revision "
    """WHERE fields IS NULL AND CAST(envelope AS TEXT) LIKE '%"op":"put"%'"""
)


def upgrade(op: "Operations") -> None:
    """Make the tables; what was deleted for good before is refused from now on."""
    op.create_table(
        "purged",
        sa.Column("id", sa.LargeBinary, primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "purge_asked",
        sa.Column("id", sa.LargeBinary, primary_key=True),
        sa.Column("home", sa.LargeBinary, nullable=False),
        sa.Column("declined", sa.Integer, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "newer",
        sa.Column("id", sa.LargeBinary, primary_key=True),
        sa.Column("envelope", sa.LargeBinary, nullable=False),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("fields", sa.LargeBinary),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(_SILENT)
