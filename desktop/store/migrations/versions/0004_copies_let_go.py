"""Which bytes of ended requests the hub has, and since when: what may be let go here once a backup holds it."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS: Final = (
    """
    CREATE TABLE at_hub (
        shard VARCHAR NOT NULL,
        request VARCHAR NOT NULL,
        sha256 VARCHAR NOT NULL,
        seq INTEGER NOT NULL,
        PRIMARY KEY (shard, request, sha256)
    )
    """,
)


def upgrade() -> None:
    """Empty at first: what the hub has is noted with the next exchanges."""
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """Refuse: a desk goes forward only, and the copy made before is the way back."""
    raise NotImplementedError("a desk's database is never taken back")
