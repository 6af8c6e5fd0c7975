"""What a desk remembers for itself (looks, exchanges, settled refusals), and one request found without its shard."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS: Final = (
    """
    CREATE TABLE looks (
        officer VARCHAR NOT NULL,
        request VARCHAR NOT NULL,
        head VARCHAR NOT NULL,
        at VARCHAR NOT NULL,
        PRIMARY KEY (officer, request)
    )
    """,
    """
    CREATE TABLE exchanges (
        n INTEGER NOT NULL,
        at VARCHAR NOT NULL,
        code VARCHAR NOT NULL,
        sentence VARCHAR NOT NULL,
        PRIMARY KEY (n)
    )
    """,
    """
    CREATE TABLE settled (
        action VARCHAR NOT NULL,
        how VARCHAR NOT NULL,
        at VARCHAR NOT NULL,
        PRIMARY KEY (action)
    )
    """,
    """
    CREATE INDEX actions_by_author ON actions (author, request)
    """,
    """
    CREATE INDEX actions_by_request ON actions (request)
    """,
    """
    CREATE INDEX actions_by_hash ON actions (hash)
    """,
    """
    CREATE INDEX actions_by_id ON actions (id)
    """,
    """
    CREATE INDEX requests_by_id ON requests (id)
    """,
    """
    CREATE INDEX blobs_by_request ON blobs (request)
    """,
    """
    CREATE INDEX letters_by_request ON letters (request)
    """,
)


def upgrade() -> None:
    """Three tables that never leave this computer; the keys begin with the shard, and pages ask by request alone."""
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """Refuse: a desk goes forward only, and the copy made before is the way back."""
    raise NotImplementedError("a desk's database is never taken back")
