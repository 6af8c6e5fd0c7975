"""The log: reference tables, devices, actions, requests, scopes, verdicts, keys."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of the log and of trust."""
    _reference()
    _published()
    _devices()
    _log()
    _requests()
    _verdicts()
    _desks()
    _trust()


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=null)


def _bytes(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _whole(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger, nullable=null)


def _reference() -> None:
    op.create_table(
        "assignments",
        _text("assignment"),
        _text("officer"),
        _text("office"),
        _text("document"),
        sa.PrimaryKeyConstraint("assignment"),
    )
    op.create_index("ix_assignments_office", "assignments", ["office"])
    op.create_table(
        "officers",
        _text("officer"),
        _text("document"),
        sa.PrimaryKeyConstraint("officer"),
    )
    op.create_table(
        "offices",
        _text("office"),
        _text("document"),
        sa.PrimaryKeyConstraint("office"),
    )
    op.create_table(
        "settings",
        _text("name"),
        _text("setting"),
        sa.PrimaryKeyConstraint("name"),
    )


def _published() -> None:
    op.create_table(
        "certificates",
        _text("sha256"),
        _text("officer"),
        _text("pem"),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_index("ix_certificates_officer", "certificates", ["officer"])
    op.create_table(
        "packs",
        _text("service"),
        _text("version"),
        _text("sha256"),
        _bytes("content"),
        _text("valid_from", null=True),
        _text("valid_to", null=True),
        sa.PrimaryKeyConstraint("service", "version"),
    )
    op.create_table(
        "trust",
        _text("kind"),
        _text("sha256"),
        _bytes("content"),
        sa.PrimaryKeyConstraint("kind", "sha256"),
    )


def _devices() -> None:
    op.create_table(
        "devices",
        _text("shard"),
        _text("device"),
        _bytes("public"),
        _text("office"),
        _text("state"),
        _text("enrolled_at"),
        _text("last_seen", null=True),
        _whole("last_verdict"),
        _whole("last_access"),
        _bytes("access_link"),
        sa.PrimaryKeyConstraint("shard", "device", name="pk_devices"),
    )
    op.create_table(
        "incarnations",
        _text("shard"),
        _text("device"),
        _text("incarnation"),
        _whole("last_seq"),
        _text("started_at"),
        sa.PrimaryKeyConstraint("shard", "device", "incarnation", name="pk_incarnations"),
        sa.ForeignKeyConstraint(["shard", "device"], ["devices.shard", "devices.device"]),
    )
    op.create_table(
        "envelopes",
        _text("shard"),
        _text("device"),
        _text("incarnation"),
        _whole("device_seq"),
        _text("hash"),
        sa.PrimaryKeyConstraint("shard", "device", "incarnation", "device_seq", name="pk_envelopes"),
        sa.ForeignKeyConstraint(
            ["shard", "device", "incarnation"],
            ["incarnations.shard", "incarnations.device", "incarnations.incarnation"],
        ),
    )


def _log() -> None:
    op.create_table(
        "actions",
        _text("shard"),
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
        sa.PrimaryKeyConstraint("shard", "action", name="pk_actions"),
        sa.UniqueConstraint("shard", "request", "rev", name="uq_actions_request_rev"),
    )
    op.create_index("ix_actions_hash", "actions", ["shard", "hash"])
    op.create_index("ix_actions_request", "actions", ["shard", "request"])
    op.create_table(
        "payloads",
        _text("shard"),
        _text("action"),
        _bytes("payload"),
        sa.PrimaryKeyConstraint("shard", "action", name="pk_payloads"),
        sa.ForeignKeyConstraint(["shard", "action"], ["actions.shard", "actions.action"]),
    )


def _requests() -> None:
    op.create_table(
        "requests",
        _text("shard"),
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
        sa.PrimaryKeyConstraint("shard", "request", name="pk_requests"),
    )
    op.create_table(
        "scopes",
        _text("shard"),
        _text("scope"),
        _whole("seq"),
        _bytes("anchor"),
        sa.PrimaryKeyConstraint("shard", "scope", name="pk_scopes"),
    )
    op.create_table(
        "entries",
        _text("shard"),
        _text("scope"),
        _whole("seq"),
        _bytes("anchor"),
        _text("action_shard"),
        _text("action"),
        _whole("rev", null=True),
        sa.PrimaryKeyConstraint("shard", "scope", "seq", name="pk_entries"),
        sa.UniqueConstraint("shard", "scope", "action_shard", "action", name="uq_entries_action"),
    )


def _verdicts() -> None:
    op.create_table(
        "verdicts",
        _text("shard"),
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
        sa.PrimaryKeyConstraint("shard", "device", "verdict", name="pk_verdicts"),
        sa.ForeignKeyConstraint(["shard", "device"], ["devices.shard", "devices.device"]),
    )
    op.create_table(
        "parked",
        _text("shard"),
        _text("action"),
        _text("request"),
        _whole("arrival"),
        _text("waits_for"),
        _text("decision", null=True),
        _text("since"),
        sa.PrimaryKeyConstraint("shard", "action", name="pk_parked"),
        sa.UniqueConstraint("shard", "request", "arrival", name="uq_parked_arrival"),
        sa.ForeignKeyConstraint(["shard", "action"], ["actions.shard", "actions.action"]),
    )


def _desks() -> None:
    op.create_table(
        "access_log",
        _text("shard"),
        _text("device"),
        _whole("n"),
        _text("entry"),
        _text("received_at"),
        sa.PrimaryKeyConstraint("shard", "device", "n", name="pk_access_log"),
    )
    op.create_table(
        "dead_letters",
        _text("shard"),
        _text("device"),
        _text("incarnation"),
        _whole("device_seq"),
        _bytes("envelope"),
        _text("reason"),
        _text("received_at"),
        sa.PrimaryKeyConstraint("shard", "device", "incarnation", "device_seq", name="pk_dead_letters"),
    )


def _trust() -> None:
    op.create_table(
        "enrolments",
        _text("shard"),
        _text("locator"),
        _text("kind"),
        _bytes("sealed_secret"),
        _text("office"),
        _text("officer"),
        _text("expires"),
        _whole("tries_left"),
        _text("used_at", null=True),
        _text("begun", null=True),
        sa.PrimaryKeyConstraint("shard", "locator", name="pk_enrolments"),
    )
    op.create_table(
        "officer_keys",
        _text("shard"),
        _text("key"),
        _bytes("public"),
        _text("officer"),
        _text("office"),
        _text("device"),
        _text("state"),
        _text("since"),
        _text("revoked_at", null=True),
        sa.PrimaryKeyConstraint("shard", "key", name="pk_officer_keys"),
    )
    op.create_index("ix_officer_keys_officer", "officer_keys", ["shard", "officer"])
