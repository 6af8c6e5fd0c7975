"""Tables that grow with use. `shard` stands first in every key: the road to Citus is open from the first day.

The shard of a row is its office's kecamatan, or the regency for agencies, the hub itself and `config`. An entry of a
scope may point at an action of another shard (an agency reads requests of many kecamatan), so it names the action's
shard beside the id and has no foreign key.
"""

from typing import Final

from sqlalchemy import Index, UniqueConstraint

from hub.store.columns import belongs_to, growing, raw, text, whole

devices: Final = growing(
    "devices",
    ("device",),
    text("device"),
    raw("public"),
    text("office"),
    text("state"),
    text("enrolled_at"),
    text("last_seen", null=True),
    whole("last_verdict"),
    whole("last_access"),
    raw("access_link"),
)
"""The row that an exchange locks first. `state`: active, revoked. `last_verdict` counts its verdicts."""

incarnations: Final = growing(
    "incarnations",
    ("device", "incarnation"),
    text("device"),
    text("incarnation"),
    whole("last_seq"),
    text("started_at"),
    belongs_to(("device",), "devices", ("device",)),
)
"""One life of a desk's disk, and how far its queue has been taken in without a gap."""

envelopes: Final = growing(
    "envelopes",
    ("device", "incarnation", "device_seq"),
    text("device"),
    text("incarnation"),
    whole("device_seq"),
    text("hash"),
    belongs_to(("device", "incarnation"), "incarnations", ("device", "incarnation")),
)
"""Which bytes came under which number of a queue: another action under the same number is a cloned disk."""

actions: Final = growing(
    "actions",
    ("action",),
    text("action"),
    text("hash"),
    text("request", null=True),
    text("kind"),
    text("author"),
    raw("envelope"),
    raw("signature"),
    text("received_at"),
    text("code"),
    text("reason"),
    text("waits_for", null=True),
    text("scope", null=True),
    whole("seq", null=True),
    whole("rev", null=True),
    text("office", null=True),
    text("device_shard", null=True),
    text("device", null=True),
    text("incarnation", null=True),
    whole("device_seq", null=True),
    UniqueConstraint("shard", "request", "rev", name="uq_actions_request_rev"),
    Index("ix_actions_hash", "shard", "hash"),
    Index("ix_actions_request", "shard", "request"),
)
"""Every action that was ever received, refused ones too, with its verdict. `envelope` holds the exact action bytes."""

payloads: Final = growing(
    "payloads", ("action",), text("action"), raw("payload"), belongs_to(("action",), "actions", ("action",))
)
"""Personal data of an action, apart from it: erasing a row here never touches the log."""

requests: Final = growing(
    "requests",
    ("request",),
    text("request"),
    whole("rev"),
    whole("arrivals"),
    text("state", null=True),
    text("office", null=True),
    text("filing_office", null=True),
    text("service", null=True),
    text("pack", null=True),
    text("step", null=True),
    text("head", null=True),
    text("updated_at", null=True),
)
"""The row that is locked before a request is judged, and the projection of its fold."""

scopes: Final = growing("scopes", ("scope",), text("scope"), whole("seq"), raw("anchor"))
"""A counter row per scope. It is locked last and only to write: `seq` has no gaps, whoever commits when."""

entries: Final = growing(
    "entries",
    ("scope", "seq"),
    text("scope"),
    whole("seq"),
    raw("anchor"),
    text("action_shard"),
    text("action"),
    whole("rev", null=True),
    UniqueConstraint("shard", "scope", "action_shard", "action", name="uq_entries_action"),
)
"""What each scope reads, in order: references to actions, and the anchor after each."""

verdicts: Final = growing(
    "verdicts",
    ("device", "verdict"),
    text("device"),
    whole("verdict"),
    text("incarnation"),
    whole("device_seq"),
    text("hash"),
    text("scope"),
    whole("seq", null=True),
    whole("rev", null=True),
    text("code"),
    text("reason"),
    text("waits_for", null=True),
    belongs_to(("device",), "devices", ("device",)),
)
"""Verdicts in the order in which a device reads them; a parked action gets a second one when it is decided."""

parked: Final = growing(
    "parked",
    ("action",),
    text("action"),
    text("request"),
    whole("arrival"),
    text("waits_for"),
    text("decision", null=True),
    text("since"),
    UniqueConstraint("shard", "request", "arrival", name="uq_parked_arrival"),
    belongs_to(("action",), "actions", ("action",)),
)
"""Actions that wait, in order of arrival within their request. `decision`: accept or refuse, by a supervisor."""

access_log: Final = growing(
    "access_log", ("device", "n"), text("device"), whole("n"), text("entry"), text("received_at")
)
"""The access logs of the desks, hash-chained there, kept here."""

dead_letters: Final = growing(
    "dead_letters",
    ("device", "incarnation", "device_seq"),
    text("device"),
    text("incarnation"),
    whole("device_seq"),
    raw("envelope"),
    text("reason"),
    text("received_at"),
)
"""What could not be read, or came under an id that another action has; kept for the administrator."""

enrolments: Final = growing(
    "enrolments",
    ("locator",),
    text("locator"),
    text("kind"),
    raw("sealed_secret"),
    text("office"),
    text("officer"),
    text("expires"),
    whole("tries_left"),
    text("used_at", null=True),
    text("begun", null=True),
)
"""Open invitations, all in the regency's shard. `begun` holds the first half of the conversation."""

officer_keys: Final = growing(
    "officer_keys",
    ("key",),
    text("key"),
    raw("public"),
    text("officer"),
    text("office"),
    text("device"),
    text("state"),
    text("since"),
    text("revoked_at", null=True),
    Index("ix_officer_keys_officer", "shard", "officer"),
)
"""Officers' keys and what the hub says of them: certified, confirmed (by the head) or revoked."""
