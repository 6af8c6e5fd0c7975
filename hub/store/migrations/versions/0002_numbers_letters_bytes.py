"""Number books and leases, letters and their files, attachments, jobs."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of what the log leads to."""
    _books()
    _leased()
    _letters()
    _blobs()
    _uploads()
    _work()


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=null)


def _bytes(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _whole(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger, nullable=null)


def _year(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


def _books() -> None:
    op.create_table(
        "number_books",
        _text("shard"),
        _text("office"),
        _text("book"),
        _year("year"),
        _whole("next_number"),
        sa.PrimaryKeyConstraint("shard", "office", "book", "year", name="pk_number_books"),
    )
    op.create_table(
        "numbers",
        _text("shard"),
        _text("office"),
        _text("book"),
        _year("year"),
        _whole("n"),
        _text("state"),
        _text("holder"),
        _text("request", null=True),
        _text("step", null=True),
        _text("reason"),
        _text("since"),
        sa.PrimaryKeyConstraint("shard", "office", "book", "year", "n", name="pk_numbers"),
        sa.ForeignKeyConstraint(
            ["shard", "office", "book", "year"],
            ["number_books.shard", "number_books.office", "number_books.book", "number_books.year"],
        ),
    )
    op.create_index("ix_numbers_request", "numbers", ["shard", "request"])


def _leased() -> None:
    op.create_table(
        "leases",
        _text("shard"),
        _text("lease"),
        _text("office"),
        _text("book"),
        _year("year"),
        _whole("first"),
        _whole("last"),
        _text("device"),
        _text("incarnation"),
        _text("granted_at"),
        _text("expires"),
        _whole("returned_from", null=True),
        sa.PrimaryKeyConstraint("shard", "lease", name="pk_leases"),
    )
    op.create_index("ix_leases_book", "leases", ["shard", "office", "book", "year"])


def _letters() -> None:
    op.create_table(
        "letters",
        _text("shard"),
        _text("request"),
        _text("letter"),
        _text("step"),
        _text("state"),
        _text("action", null=True),
        _bytes("frozen"),
        _text("since"),
        sa.PrimaryKeyConstraint("shard", "request", "letter", name="pk_letters"),
    )
    op.create_table(
        "revisions",
        _text("shard"),
        _text("request"),
        _text("letter"),
        _text("revision"),
        _text("sha256"),
        _whole("size"),
        _text("file"),
        _bytes("sealed_key"),
        _text("stored_at"),
        sa.PrimaryKeyConstraint("shard", "request", "letter", "revision", name="pk_revisions"),
        sa.ForeignKeyConstraint(["shard", "request", "letter"], ["letters.shard", "letters.request", "letters.letter"]),
    )
    op.create_table(
        "comparisons",
        _text("shard"),
        _text("action"),
        _text("outcome"),
        _text("compared_at"),
        sa.PrimaryKeyConstraint("shard", "action", name="pk_comparisons"),
    )


def _blobs() -> None:
    op.create_table(
        "blobs",
        _text("shard"),
        _text("request"),
        _text("sha256"),
        _whole("size"),
        _text("media_type"),
        _text("file"),
        _bytes("sealed_key"),
        _text("stored_at"),
        sa.PrimaryKeyConstraint("shard", "request", "sha256", name="pk_blobs"),
    )
    op.create_table(
        "named_blobs",
        _text("shard"),
        _text("request"),
        _text("sha256"),
        _text("action"),
        _whole("size"),
        _text("media_type"),
        _text("document"),
        _text("device", null=True),
        sa.PrimaryKeyConstraint("shard", "request", "sha256", "action", name="pk_named_blobs"),
        sa.ForeignKeyConstraint(["shard", "action"], ["actions.shard", "actions.action"]),
    )
    op.create_index("ix_named_blobs_device", "named_blobs", ["shard", "device"])


def _uploads() -> None:
    op.create_table(
        "uploads",
        _text("shard"),
        _text("upload"),
        _text("request"),
        _text("sha256"),
        _whole("size"),
        _whole("received"),
        _whole("file_size"),
        _whole("frames"),
        _text("file"),
        _bytes("sealed_key"),
        _text("device"),
        _text("state"),
        _text("since"),
        sa.PrimaryKeyConstraint("shard", "upload", name="pk_uploads"),
    )
    op.create_index("ix_uploads_blob", "uploads", ["shard", "request", "sha256"])


def _work() -> None:
    op.create_table(
        "quotas",
        _text("shard"),
        _text("device"),
        _text("day"),
        _whole("received"),
        sa.PrimaryKeyConstraint("shard", "device", "day", name="pk_quotas"),
    )
    op.create_table(
        "jobs",
        _text("shard"),
        _text("job"),
        _text("kind"),
        _text("request"),
        _text("subject"),
        _text("state"),
        _whole("tries"),
        _text("not_before"),
        _text("problem"),
        sa.PrimaryKeyConstraint("shard", "job", name="pk_jobs"),
        sa.UniqueConstraint("shard", "kind", "subject", name="uq_jobs_subject"),
    )
    op.create_index("ix_jobs_due", "jobs", ["shard", "state", "not_before"])
