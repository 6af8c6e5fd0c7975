"""What columns of our tables look like, and that the shard comes first in every key of a growing one."""

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

metadata: Final = MetaData()


def text(name: str, *, null: bool = False) -> Column[Any]:
    """Words, codes, ids and times."""
    return Column(name, Text, nullable=null)


def raw(name: str, *, null: bool = False) -> Column[Any]:
    """Bytes."""
    return Column(name, LargeBinary, nullable=null)


def whole(name: str, *, null: bool = False) -> Column[Any]:
    """Whole numbers."""
    return Column(name, BigInteger, nullable=null)


def growing(name: str, key: tuple[str, ...], *parts: Any) -> Table:
    """A table whose primary key is the shard and then `key`; the columns of the key come first in `parts`."""
    return Table(name, metadata, text("shard"), *parts, PrimaryKeyConstraint("shard", *key, name=f"pk_{name}"))


def belongs_to(own: tuple[str, ...], table: str, other: tuple[str, ...]) -> ForeignKeyConstraint:
    """A foreign key within one shard."""
    return ForeignKeyConstraint(["shard", *own], [f"{table}.shard", *(f"{table}.{column}" for column in other)])
