"""What an exchange came to, in numbers."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace


@dataclass(slots=True)
class Totals:
    """What one engine has done.

    Actions acknowledged, verdicts by kind, entries of others, files sent and fetched, actions given back to a hub that
    was restored, entries fetched anew because this desk's copy of them was damaged.

    An action that was parked and got its final verdict before the engine was woken again counts by the final one.
    """

    sent: int = 0
    accepted: int = 0
    refused: int = 0
    parked: int = 0
    received: int = 0
    blobs_sent: int = 0
    blobs_received: int = 0
    returned: int = 0
    mended: int = 0

    def copy(self) -> Totals:
        """As it is now."""
        return replace(self)

    def since(self, before: Totals) -> dict[str, int]:
        """What came since an earlier copy, by name."""
        earlier = asdict(before)
        return {name: count - earlier[name] for name, count in asdict(self).items()}
