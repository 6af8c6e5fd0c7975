"""The tables of a desk. What grows carries its shard first, like at the hub, so that both speak of the same rows.

`actions` is the outbox, the history and the audit in one: *waiting to be sent* means *not yet answered*. `requests` is
a projection of it, written in the same transaction; a test asserts that it equals the fold.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

metadata: Final = MetaData()

settings = Table(
    "settings",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

actions = Table(
    "actions",
    metadata,
    Column("shard", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("hash", String, nullable=False),
    Column("request", String),
    Column("kind", String, nullable=False),
    Column("author", String, nullable=False),
    Column("at", String, nullable=False),
    Column("action", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("own", Boolean, nullable=False),
    Column("incarnation", String),
    Column("device_seq", Integer),
    Column("sent", Boolean, nullable=False, default=False),
    Column("code", String),
    Column("reason", String, nullable=False, default=""),
    Column("waits_for", String),
    Column("scope", String),
    Column("seq", Integer),
    Column("rev", Integer),
    UniqueConstraint("shard", "hash"),
    UniqueConstraint("incarnation", "device_seq"),
    Index("actions_of_request", "shard", "request", "rev"),
    Index("actions_unanswered", "own", "code", "device_seq"),
    Index("actions_by_author", "author", "request"),
    Index("actions_by_request", "request"),
    Index("actions_by_hash", "hash"),
    Index("actions_by_id", "id"),
    Index("actions_by_own", "own"),
)
"""`code` is None until the hub answered; `rev` counts a request's accepted actions and is None for all others."""

payloads = Table(
    "payloads",
    metadata,
    Column("shard", String, primary_key=True),
    Column("action", String, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
    ForeignKeyConstraint(["shard", "action"], ["actions.shard", "actions.id"]),
)
"""Apart from the actions, so that erasing a person (UU PDP 27/2022 ps 42-45) leaves the log whole."""

entries = Table(
    "entries",
    metadata,
    Column("scope", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("shard", String, nullable=False),
    Column("action", String, nullable=False),
    Column("rev", Integer),
    ForeignKeyConstraint(["shard", "action"], ["actions.shard", "actions.id"]),
)

cursors = Table(
    "cursors",
    metadata,
    Column("scope", String, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("anchor", LargeBinary, nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("shard", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("service", String, nullable=False),
    Column("pack", String, nullable=False),
    Column("filing_office", String, nullable=False),
    Column("state", String, nullable=False),
    Column("step", String, nullable=False),
    Column("office", String, nullable=False),
    Column("head", String, nullable=False),
    Column("hub_state", String),
    Column("unanswered", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("subject", String, nullable=False),
    Column("subject_key", String, nullable=False),
    Column("submitted_at", String, nullable=False),
    Column("changed_at", String, nullable=False),
    Index("requests_by_state", "state", "changed_at", "id"),
    Index("requests_by_change", "changed_at", "id"),
    Index("requests_by_subject", "subject_key", "service"),
    Index("requests_by_id", "id"),
    Index("requests_by_standing", "state", "office", "filing_office", "unanswered"),
    Index("requests_by_unanswered", "unanswered"),
    Index("requests_by_filing", "submitted_at", "service"),
)
"""`state`, `step`, `office` and `head` count this desk's own unanswered actions in; `hub_state` is what the hub has
accepted, None before its first answer. `subject` is the applicant's name for lists, `subject_key` a keyed hash of the
NIK, by which a second request of the same person is noticed."""

request_names = Table(
    "request_names",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("request", String, nullable=False),
    Column("code", String, nullable=False),
    Column("subject", String, nullable=False),
    UniqueConstraint("request"),
    Index("request_names_by_code", "code"),
)
"""What requests are found by, kept by triggers: the name for the index `requests_fts`, and the short code."""

drafts = Table(
    "drafts",
    metadata,
    Column("id", String, primary_key=True),
    Column("service", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("changed_at", String, nullable=False),
)

pending = Table(
    "pending",
    metadata,
    Column("id", String, primary_key=True),
    Column("request", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("due_at", String, nullable=False),
)
"""Decisions inside their ten seconds of undo; one that a kill cut short comes back as *belum dikirim* and asks."""

blobs = Table(
    "blobs",
    metadata,
    Column("shard", String, primary_key=True),
    Column("request", String, primary_key=True),
    Column("sha256", String, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("media_type", String, nullable=False),
    Column("document", String, nullable=False),
    Column("name", String, nullable=False),
    Column("file", String),
    Column("wrapped_key", LargeBinary),
    Column("own", Boolean, nullable=False),
    Column("state", String, nullable=False),
    Index("blobs_by_hash", "sha256"),
    Index("blobs_by_state", "state", "shard", "request"),
    Index("blobs_by_request", "request"),
)
"""`state`: waiting (to be sent) · stored (at the hub, and here) · absent (only at the hub) · alarm (does not read) ·
let_go (only at the hub: it was here for long enough)."""

at_hub = Table(
    "at_hub",
    metadata,
    Column("shard", String, primary_key=True),
    Column("request", String, primary_key=True),
    Column("sha256", String, primary_key=True),
    Column("seq", Integer, nullable=False),
)
"""Bytes of ended requests, and where the own scope stood when this desk knew that the hub had them
(`sync.letting_go`)."""

letters = Table(
    "letters",
    metadata,
    Column("shard", String, primary_key=True),
    Column("request", String, primary_key=True),
    Column("letter", String, primary_key=True),
    Column("revision", String, primary_key=True),
    Column("named", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("file", String, nullable=False),
    Column("wrapped_key", LargeBinary, nullable=False),
    Column("verified", Boolean, nullable=False),
    Index("letters_by_request", "request"),
)
"""`named` is the hash that an accepted action names; a signed letter to which the hub added revocation data begins with
those bytes and has another hash of its own. `verified` says that its signatures were looked at and hold."""

wants = Table(
    "wants",
    metadata,
    Column("shard", String, primary_key=True),
    Column("request", String, primary_key=True),
    Column("letter", String, primary_key=True),
    Column("sha256", String, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("revision", String, nullable=False),
)
"""Bytes that this desk lacks and should have: a letter to look at or to hand over, documents of what waits here.
`letter` and `revision` are empty for an attachment."""

partials = Table(
    "partials",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("file", String, nullable=False),
    Column("wrapped_key", LargeBinary, nullable=False),
)
"""Pieces of what is coming down, each a sealed file of its own; they survive a kill and are shown to nobody."""

packs = Table(
    "packs",
    metadata,
    Column("id", String, primary_key=True),
    Column("version", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("id", String, primary_key=True),
    Column("office", String, nullable=False),
    Column("book", String, nullable=False),
    Column("year", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("incarnation", String, nullable=False),
    Column("expires", String, nullable=False),
)

numbers = Table(
    "numbers",
    metadata,
    Column("office", String, primary_key=True),
    Column("book", String, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("lease", String, nullable=False),
    Column("request", String, nullable=False),
    Column("action", String, nullable=False),
)
"""Numbers this desk used; the primary key is what makes one number one letter."""

citizens = Table(
    "citizens",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("nik", String, unique=True),
    Column("kk", String),
    Column("name", String(collation="NOCASE"), nullable=False),
    Column("place", String, nullable=False),
    Column("person", LargeBinary, nullable=False),
    Column("source", String, nullable=False),
    Column("changed_at", String, nullable=False),
    Index("citizens_by_name", "name", "id"),
    Index("citizens_by_kk", "kk"),
)

access_log = Table(
    "access_log",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("entry", LargeBinary, nullable=False),
    Column("link", LargeBinary, nullable=False),
)
"""Reads of a person's full data and prints, each linked to the one before; an entry names a request and never a NIK."""

looks = Table(
    "looks",
    metadata,
    Column("officer", String, primary_key=True),
    Column("request", String, primary_key=True),
    Column("head", String, nullable=False),
    Column("at", String, nullable=False),
)
"""What an officer who decides has last seen of a request; what came after it is told before a batch is signed. The
access log says who looked when; this says at what."""

exchanges = Table(
    "exchanges",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("code", String, nullable=False),
    Column("sentence", String, nullable=False),
)
"""The last exchanges for the page that tells of them; `code` is empty where all went well."""

settled = Table(
    "settled",
    metadata,
    Column("action", String, primary_key=True),
    Column("how", String, nullable=False),
    Column("at", String, nullable=False),
)
"""Refused actions of this desk about which somebody has decided: applied again, or let go. The log keeps them."""
