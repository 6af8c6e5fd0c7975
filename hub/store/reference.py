"""Tables that stay small, are shared by all shards, and are written by administration only."""

from typing import Final

from sqlalchemy import Column, LargeBinary, Table, Text

from hub.store.columns import metadata

settings: Final = Table(
    "settings", metadata, Column("name", Text, primary_key=True), Column("setting", Text, nullable=False)
)
"""The hub's identity, its epoch, the version of its configuration, and settings the administrator gives."""

offices: Final = Table(
    "offices", metadata, Column("office", Text, primary_key=True), Column("document", Text, nullable=False)
)
"""Offices as JSON, in the form of `domain.offices`."""

officers: Final = Table(
    "officers", metadata, Column("officer", Text, primary_key=True), Column("document", Text, nullable=False)
)
"""Officers as JSON, in the form of `domain.posts`."""

assignments: Final = Table(
    "assignments",
    metadata,
    Column("assignment", Text, primary_key=True),
    Column("officer", Text, nullable=False),
    Column("office", Text, nullable=False, index=True),
    Column("document", Text, nullable=False),
)
"""Assignments as JSON, in the form of `domain.posts`."""

packs: Final = Table(
    "packs",
    metadata,
    Column("service", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("valid_from", Text, nullable=True),
    Column("valid_to", Text, nullable=True),
)
"""Service packs, every version that was ever in force."""

certificates: Final = Table(
    "certificates",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("officer", Text, nullable=False, index=True),
    Column("pem", Text, nullable=False),
)
"""Which certificate signs for which officer; a signature by another one is refused."""

trust: Final = Table(
    "trust",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""Roots, intermediates and revocation lists: `root`, `intermediate`, `crl`, all in DER."""

REFERENCE: Final = frozenset({"settings", "offices", "officers", "assignments", "packs", "certificates", "trust"})
"""Names of the tables here; a test holds that every other table begins its keys with the shard."""
