"""All tables together: what migrations are compared with, and which of them are shared by every shard."""

from typing import Final

from hub.store import growing, reference

ALL: Final = growing.metadata
SHARED: Final = reference.REFERENCE
