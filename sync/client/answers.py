"""From an answer to what it means: whose it is, and which error a refusal is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sync.errors import (
    DeviceFork,
    EpochChanged,
    ForeignAnswer,
    Gap,
    HistoryRewritten,
    HubBusy,
    HubFailed,
    HubFull,
    NotAllowed,
    Refused,
    StaleNonce,
    SyncError,
    TooNew,
    TooOld,
    Unreadable,
)
from sync.protocol import ErrorBody, decode_error
from sync.signatures import Answer, verify_answer

BUSY: Final = frozenset({429, 500, 502, 503, 504})


def prove(answer: Answer, request_signature: str, hub_public: bytes) -> None:
    """Check that the pinned hub gave this answer to this request.

    Raises:
        HubBusy: something on the way says that the hub cannot answer now; that needs no proof, for it is only a wait.
        ForeignAnswer: anything else that the hub did not sign.
    """
    try:
        verify_answer(answer, request_signature, hub_public)
    except ForeignAnswer:
        if answer.status in BUSY:
            raise HubBusy(f"status {answer.status}", retry_after=retry_after(answer.headers)) from None
        raise


def refusal(answer: Answer) -> SyncError:
    """The error that an answer other than success is; the caller has proved it, or it is only a wait."""
    try:
        body = decode_error(answer.body)
    except Unreadable:
        body = ErrorBody("", "")
    if answer.status in BUSY:
        busy = {HubFull.code: HubFull, HubFailed.code: HubFailed}.get(body.error, HubBusy)
        return busy(f"status {answer.status}", retry_after=retry_after(answer.headers))
    if not body.error:
        return Refused(f"status {answer.status}")
    known = _KNOWN.get(body.error)
    return known(body) if known else Refused(body.error, sentence=body.message)


_KNOWN: Final[Mapping[str, Callable[[ErrorBody], Refused]]] = {
    StaleNonce.code: lambda body: StaleNonce(body.nonce),
    TooOld.code: lambda _: TooOld(),
    TooNew.code: lambda _: TooNew(),
    DeviceFork.code: lambda _: DeviceFork("the hub says so"),
    Gap.code: lambda body: Gap(body.ack_through),
    EpochChanged.code: lambda body: EpochChanged(body.epoch),
    HistoryRewritten.code: lambda _: HistoryRewritten("the hub says so"),
    NotAllowed.code: lambda body: NotAllowed("the hub says so", sentence=body.message),
}


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds that an answer asks to wait; None when it does not say, or says a date."""
    found = next((value for name, value in headers.items() if name.lower() == "retry-after"), "").strip()
    return float(found) if found.isascii() and found.isdigit() and len(found) < 8 else None


def header(answer: Answer, name: str) -> str:
    """A field of an answer; empty when it has none."""
    return next((value for found, value in answer.headers.items() if found.lower() == name), "")


def whole_number(answer: Answer, name: str) -> int:
    """A field that is a whole number.

    Raises:
        Unreadable: it is none.
    """
    found = header(answer, name)
    if not found.isascii() or not found.isdigit() or len(found) > 15:
        raise Unreadable(f"{name} is no whole number")
    return int(found)
