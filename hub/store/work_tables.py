"""Tables of what the log leads to: numbers, letters, attachments, and the work that follows. The shard comes first."""

from typing import Final

from sqlalchemy import Column, Index, Integer, UniqueConstraint

from hub.store.columns import belongs_to, growing, raw, text, whole

number_books: Final = growing(
    "number_books",
    ("office", "book", "year"),
    text("office"),
    text("book"),
    Column("year", Integer, nullable=False),
    whole("next_number"),
)
"""The row that is locked to reserve or lease a number."""

numbers: Final = growing(
    "numbers",
    ("office", "book", "year", "n"),
    text("office"),
    text("book"),
    Column("year", Integer, nullable=False),
    whole("n"),
    text("state"),
    text("holder"),
    text("request", null=True),
    text("step", null=True),
    text("reason"),
    text("since"),
    Index("ix_numbers_request", "shard", "request"),
    belongs_to(("office", "book", "year"), "number_books", ("office", "book", "year")),
)
"""Every number that left its book: `reserved`, `used` or `void`; never deleted, never given twice."""

leases: Final = growing(
    "leases",
    ("lease",),
    text("lease"),
    text("office"),
    text("book"),
    Column("year", Integer, nullable=False),
    whole("first"),
    whole("last"),
    text("device"),
    text("incarnation"),
    text("granted_at"),
    text("expires"),
    whole("returned_from", null=True),
    Index("ix_leases_book", "shard", "office", "book", "year"),
)
"""Blocks of numbers that one life of one desk may use offline. `lease` is the id of the `number_leased` action."""

letters: Final = growing(
    "letters",
    ("request", "letter"),
    text("request"),
    text("letter"),
    text("step"),
    text("state"),
    text("action", null=True),
    raw("frozen"),
    text("since"),
)
"""A letter of a request. `state`: frozen, thawed, signed, issued. `frozen` is what it was rendered from."""

revisions: Final = growing(
    "revisions",
    ("request", "letter", "revision"),
    text("request"),
    text("letter"),
    text("revision"),
    text("sha256"),
    whole("size"),
    text("file"),
    raw("sealed_key"),
    text("stored_at"),
    belongs_to(("request", "letter"), "letters", ("request", "letter")),
)
"""The stored files of a letter: `prepared`, `signed`, `with_revocation`."""

comparisons: Final = growing("comparisons", ("action",), text("action"), text("outcome"), text("compared_at"))
"""What came out when the hub rendered a village's letter again: `same`, `text_same` or `different`."""

blobs: Final = growing(
    "blobs",
    ("request", "sha256"),
    text("request"),
    text("sha256"),
    whole("size"),
    text("media_type"),
    text("file"),
    raw("sealed_key"),
    text("stored_at"),
)
"""Attachments whose bytes are stored whole and whose hash was found right."""

named_blobs: Final = growing(
    "named_blobs",
    ("request", "sha256", "action"),
    text("request"),
    text("sha256"),
    text("action"),
    whole("size"),
    text("media_type"),
    text("document"),
    text("device", null=True),
    Index("ix_named_blobs_device", "shard", "device"),
    belongs_to(("action",), "actions", ("action",)),
)
"""Which action names which attachment: whom the hub asks for it, and who may read it."""

uploads: Final = growing(
    "uploads",
    ("upload",),
    text("upload"),
    text("request"),
    text("sha256"),
    whole("size"),
    whole("received"),
    whole("file_size"),
    whole("frames"),
    text("file"),
    raw("sealed_key"),
    text("device"),
    text("state"),
    text("since"),
    Index("ix_uploads_blob", "shard", "request", "sha256"),
)
"""Attachments on their way, in pieces. `state`: open, stored, refused."""

quotas: Final = growing("quotas", ("device", "day"), text("device"), text("day"), whole("received"))
"""Bytes of attachments that a device brought on one day (UTC)."""

snapshots: Final = growing(
    "snapshots",
    ("scope", "seq", "part"),
    text("scope"),
    whole("seq"),
    whole("part"),
    raw("anchor"),
    text("sha256"),
    whole("size"),
    text("file"),
    raw("sealed_key"),
    text("made_at"),
    Index("ix_snapshots_hash", "shard", "scope", "sha256"),
)
"""Parts of snapshots, for desks that lack much. Made from the log, and made again from it: a backup needs no files."""

jobs: Final = growing(
    "jobs",
    ("job",),
    text("job"),
    text("kind"),
    text("request"),
    text("subject"),
    text("state"),
    whole("tries"),
    text("not_before"),
    text("problem"),
    UniqueConstraint("shard", "kind", "subject", name="uq_jobs_subject"),
    Index("ix_jobs_due", "shard", "state", "not_before"),
)
"""Work that follows an accepted action, written in the same transaction: due, done or failed."""
