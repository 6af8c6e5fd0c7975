"""Tables that grow with use. `shard` stands first in every key: the road to Citus is open from the first day.

The shard of a row is its office's kecamatan, or the regency for agencies, the hub itself and `config`. An entry of a
scope may point at an action of another shard (an agency reads requests of many kecamatan), so it names the action's
shard beside the id and has no foreign key.
"""

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata: Final = MetaData()


def _text(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=null)


def _bytes(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, LargeBinary, nullable=null)


def _whole(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, BigInteger, nullable=null)


def _growing(name: str, key: tuple[str, ...], *parts: Any) -> Table:
    """A table whose primary key is the shard and then `key`; the columns of the key come first in `parts`."""
    return Table(name, metadata, _text("shard"), *parts, PrimaryKeyConstraint("shard", *key, name=f"pk_{name}"))


def _belongs_to(own: tuple[str, ...], table: str, other: tuple[str, ...]) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["shard", *own], [f"{table}.shard", *(f"{table}.{column}" for column in other)])


devices: Final = _growing(
    "devices",
    ("device",),
    _text("device"),
    _bytes("public"),
    _text("office"),
    _text("state"),
    _text("enrolled_at"),
    _text("last_seen", null=True),
    _whole("last_verdict"),
    _whole("last_access"),
    _bytes("access_link"),
)
"""The row that an exchange locks first. `state`: active, revoked. `last_verdict` counts its verdicts."""

incarnations: Final = _growing(
    "incarnations",
    ("device", "incarnation"),
    _text("device"),
    _text("incarnation"),
    _whole("last_seq"),
    _text("started_at"),
    _belongs_to(("device",), "devices", ("device",)),
)
"""One life of a desk's disk, and how far its queue has been taken in without a gap."""

envelopes: Final = _growing(
    "envelopes",
    ("device", "incarnation", "device_seq"),
    _text("device"),
    _text("incarnation"),
    _whole("device_seq"),
    _text("hash"),
    _belongs_to(("device", "incarnation"), "incarnations", ("device", "incarnation")),
)
"""Which bytes came under which number of a queue: another action under the same number is a cloned disk."""

actions: Final = _growing(
    "actions",
    ("action",),
    _text("action"),
    _text("hash"),
    _text("request", null=True),
    _text("kind"),
    _text("author"),
    _bytes("envelope"),
    _bytes("signature"),
    _text("received_at"),
    _text("code"),
    _text("reason"),
    _text("waits_for", null=True),
    _text("scope", null=True),
    _whole("seq", null=True),
    _whole("rev", null=True),
    _text("office", null=True),
    _text("device_shard", null=True),
    _text("device", null=True),
    _text("incarnation", null=True),
    _whole("device_seq", null=True),
    UniqueConstraint("shard", "request", "rev", name="uq_actions_request_rev"),
    Index("ix_actions_hash", "shard", "hash"),
    Index("ix_actions_request", "shard", "request"),
)
"""Every action that was ever received, refused ones too, with its verdict. `envelope` holds the exact action bytes."""

payloads: Final = _growing(
    "payloads", ("action",), _text("action"), _bytes("payload"), _belongs_to(("action",), "actions", ("action",))
)
"""Personal data of an action, apart from it: erasing a row here never touches the log."""

requests: Final = _growing(
    "requests",
    ("request",),
    _text("request"),
    _whole("rev"),
    _whole("arrivals"),
    _text("state", null=True),
    _text("office", null=True),
    _text("filing_office", null=True),
    _text("service", null=True),
    _text("pack", null=True),
    _text("step", null=True),
    _text("head", null=True),
    _text("updated_at", null=True),
)
"""The row that is locked before a request is judged, and the projection of its fold."""

scopes: Final = _growing("scopes", ("scope",), _text("scope"), _whole("seq"), _bytes("anchor"))
"""A counter row per scope. It is locked last and only to write: `seq` has no gaps, whoever commits when."""

entries: Final = _growing(
    "entries",
    ("scope", "seq"),
    _text("scope"),
    _whole("seq"),
    _bytes("anchor"),
    _text("action_shard"),
    _text("action"),
    _whole("rev", null=True),
    UniqueConstraint("shard", "scope", "action_shard", "action", name="uq_entries_action"),
)
"""What each scope reads, in order: references to actions, and the anchor after each."""

verdicts: Final = _growing(
    "verdicts",
    ("device", "verdict"),
    _text("device"),
    _whole("verdict"),
    _text("incarnation"),
    _whole("device_seq"),
    _text("hash"),
    _text("scope"),
    _whole("seq", null=True),
    _whole("rev", null=True),
    _text("code"),
    _text("reason"),
    _text("waits_for", null=True),
    _belongs_to(("device",), "devices", ("device",)),
)
"""Verdicts in the order in which a device reads them; a parked action gets a second one when it is decided."""

parked: Final = _growing(
    "parked",
    ("action",),
    _text("action"),
    _text("request"),
    _whole("arrival"),
    _text("waits_for"),
    _text("decision", null=True),
    _text("since"),
    UniqueConstraint("shard", "request", "arrival", name="uq_parked_arrival"),
    _belongs_to(("action",), "actions", ("action",)),
)
"""Actions that wait, in order of arrival within their request. `decision`: accept or refuse, by a supervisor."""

number_books: Final = _growing(
    "number_books",
    ("office", "book", "year"),
    _text("office"),
    _text("book"),
    Column("year", Integer, nullable=False),
    _whole("next_number"),
)
"""The row that is locked to reserve or lease a number."""

numbers: Final = _growing(
    "numbers",
    ("office", "book", "year", "n"),
    _text("office"),
    _text("book"),
    Column("year", Integer, nullable=False),
    _whole("n"),
    _text("state"),
    _text("holder"),
    _text("request", null=True),
    _text("step", null=True),
    _text("reason"),
    _text("since"),
    Index("ix_numbers_request", "shard", "request"),
    _belongs_to(("office", "book", "year"), "number_books", ("office", "book", "year")),
)
"""Every number that left its book: `reserved`, `used` or `void`; never deleted, never given twice."""

leases: Final = _growing(
    "leases",
    ("lease",),
    _text("lease"),
    _text("office"),
    _text("book"),
    Column("year", Integer, nullable=False),
    _whole("first"),
    _whole("last"),
    _text("device"),
    _text("incarnation"),
    _text("granted_at"),
    _text("expires"),
    _whole("returned_from", null=True),
    Index("ix_leases_book", "shard", "office", "book", "year"),
)
"""Blocks of numbers that one life of one desk may use offline. `lease` is the id of the `number_leased` action."""

letters: Final = _growing(
    "letters",
    ("request", "letter"),
    _text("request"),
    _text("letter"),
    _text("step"),
    _text("state"),
    _text("action", null=True),
    _bytes("frozen"),
    _text("since"),
)
"""A letter of a request. `state`: frozen, thawed, signed, issued. `frozen` is what it was rendered from."""

revisions: Final = _growing(
    "revisions",
    ("request", "letter", "revision"),
    _text("request"),
    _text("letter"),
    _text("revision"),
    _text("sha256"),
    _whole("size"),
    _text("file"),
    _bytes("sealed_key"),
    _text("stored_at"),
    _belongs_to(("request", "letter"), "letters", ("request", "letter")),
)
"""The stored files of a letter: `prepared`, `signed`, `with_revocation`."""

comparisons: Final = _growing("comparisons", ("action",), _text("action"), _text("outcome"), _text("compared_at"))
"""What came out when the hub rendered a village's letter again: `same`, `text_same` or `different`."""

blobs: Final = _growing(
    "blobs",
    ("request", "sha256"),
    _text("request"),
    _text("sha256"),
    _whole("size"),
    _text("media_type"),
    _text("file"),
    _bytes("sealed_key"),
    _text("stored_at"),
)
"""Attachments whose bytes are stored whole and whose hash was found right."""

named_blobs: Final = _growing(
    "named_blobs",
    ("request", "sha256", "action"),
    _text("request"),
    _text("sha256"),
    _text("action"),
    _whole("size"),
    _text("media_type"),
    _text("document"),
    _text("device", null=True),
    Index("ix_named_blobs_device", "shard", "device"),
    _belongs_to(("action",), "actions", ("action",)),
)
"""Which action names which attachment: whom the hub asks for it, and who may read it."""

uploads: Final = _growing(
    "uploads",
    ("upload",),
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
    Index("ix_uploads_blob", "shard", "request", "sha256"),
)
"""Attachments on their way, in pieces. `state`: open, stored, refused."""

quotas: Final = _growing("quotas", ("device", "day"), _text("device"), _text("day"), _whole("received"))
"""Bytes of attachments that a device brought on one day (UTC)."""

jobs: Final = _growing(
    "jobs",
    ("job",),
    _text("job"),
    _text("kind"),
    _text("request"),
    _text("subject"),
    _text("state"),
    _whole("tries"),
    _text("not_before"),
    _text("problem"),
    UniqueConstraint("shard", "kind", "subject", name="uq_jobs_subject"),
    Index("ix_jobs_due", "shard", "state", "not_before"),
)
"""Work that follows an accepted action, written in the same transaction: due, done or failed."""

access_log: Final = _growing(
    "access_log", ("device", "n"), _text("device"), _whole("n"), _text("entry"), _text("received_at")
)
"""The access logs of the desks, hash-chained there, kept here."""

dead_letters: Final = _growing(
    "dead_letters",
    ("device", "incarnation", "device_seq"),
    _text("device"),
    _text("incarnation"),
    _whole("device_seq"),
    _bytes("envelope"),
    _text("reason"),
    _text("received_at"),
)
"""What could not be read, or came under an id that another action has; kept for the administrator."""

enrolments: Final = _growing(
    "enrolments",
    ("locator",),
    _text("locator"),
    _text("kind"),
    _bytes("sealed_secret"),
    _text("office"),
    _text("officer"),
    _text("expires"),
    _whole("tries_left"),
    _text("used_at", null=True),
    _text("begun", null=True),
)
"""Open invitations, all in the regency's shard. `begun` holds the first half of the conversation."""

officer_keys: Final = _growing(
    "officer_keys",
    ("key",),
    _text("key"),
    _bytes("public"),
    _text("officer"),
    _text("office"),
    _text("device"),
    _text("state"),
    _text("since"),
    _text("revoked_at", null=True),
    Index("ix_officer_keys_officer", "shard", "officer"),
)
"""Officers' keys and what the hub says of them: certified, confirmed (by the head) or revoked."""
