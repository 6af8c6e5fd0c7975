"""Which bytes an office's desk should hold: what waits for a decision there, and letters ready to be handed over.

The desk works it out to fetch them, the hub to put them into a parcel for a desk that cannot ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.request import Request
from domain.workflow import OPEN, State
from sync.attachments import Wanted
from sync.hub_port import LetterKey
from sync.protocol import BlobKey

_READY = frozenset({State.SIGNED, State.HANDED_OVER})
_TO_SIGN = frozenset({State.TO_SIGN, State.TO_SIGN_ON_PAPER})


def wanted_of(request: Request, office: str, sizes: Mapping[str, int]) -> Iterator[Wanted]:
    """What the desk of this office should hold of a request, most urgent first; from what the hub accepted.

    `sizes` are those of signed letters by the action that signed them: the hub may have added revocation data since,
    and only the first so many bytes are those that the action names.
    """
    here = request.office == office
    if here and request.state in _TO_SIGN and request.frozen is not None:
        frozen = request.frozen
        yield Wanted(LetterKey(request.id, frozen.letter), frozen.prepared, frozen.size, "prepared")
    if office == request.filing_office and request.state in _READY:
        last = request.signatures[-1]
        size = sizes.get(last.action, 0)
        if request.medium == "electronic":
            yield Wanted(LetterKey(request.id, last.letter), last.sha256, size, "signed")
        else:
            yield Wanted(BlobKey(request.shard, request.id, last.sha256), last.sha256, size)
    if here and office != request.filing_office and request.state in OPEN:
        for blob in request.documents:
            yield Wanted(BlobKey(request.shard, request.id, blob.sha256), blob.sha256, blob.size)
