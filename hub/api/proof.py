"""Who asks, and that we answer: every request of a device is proved, every answer is signed by the hub.

An answer is bound to the signature that the request carried, whether or not that signature held: so a desk that the hub
does not know can tell the hub's own refusal from the page of a Wi-Fi network.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import structlog

from hub.api.gate import Visit
from hub.api.speech import Reply, error_reply, reply_to
from hub.errors import StorageFull
from hub.service.bench import Sender
from hub.service.exchange import Device, device_of
from hub.service.ground import Ground
from hub.service.own_actions import now_of
from hub.service.uploads import sender_of
from hub.store import rows
from hub.store.growing import devices
from sync import signatures
from sync.errors import BadSignature, EnrolmentRefused, NotAllowed, Unreadable
from sync.protocol import ErrorBody
from sync.signatures import Answer, NonceState, Request

log = structlog.get_logger("hub.api")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came, and what its path named."""

    request: Request
    names: Mapping[str, str]

    def header(self, name: str) -> str:
        """A header; empty when it is absent."""
        return next((value for found, value in self.request.headers.items() if found.lower() == name), "")


Handler = Callable[[Ground, Sender, Asked], Reply]
OpenHandler = Callable[[Ground, Asked], Reply]


def answer_device(
    ground: Ground, asked: Asked, handler: Handler, visit: Visit | None = None, *, locks: bool = False
) -> Reply:
    """Prove the device, handle, sign.

    Args:
        ground: the hub.
        asked: what is asked.
        handler: answers it.
        visit: counts it at the gate.
        locks: whether the handler itself locks the device's row and looks whether it is active; then it is told the
            device's name only, and the row is not read twice.
    """
    reply = _tried(lambda: _proved(ground, asked, handler if locks else _by_row(handler), visit))
    return _signed(ground, asked, reply, asked.header("signature") or None)


def answer_anybody(ground: Ground, asked: Asked, handler: OpenHandler, visit: Visit) -> Reply:
    """Handle a request that proves itself by other means (enrolment), and sign."""
    return _signed(ground, asked, _tried(lambda: _counted(lambda: handler(ground, asked), visit)), None)


def _counted(work: Callable[[], Reply], visit: Visit) -> Reply:
    """Whoever tries codes pays for those that fail."""
    visit.check_stranger()
    try:
        return work()
    except (EnrolmentRefused, Unreadable):
        visit.blame()
        raise


def refuse(ground: Ground, asked: Asked, refused: Exception) -> Reply:
    """A refusal before anybody was proved, signed like every answer."""
    return _signed(ground, asked, reply_to(refused), asked.header("signature") or None)


def _tried(work: Callable[[], Reply]) -> Reply:
    try:
        return work()
    except Exception as error:
        reply = reply_to(error)
        if isinstance(error, StorageFull):
            log.warning("storage_full")
        elif reply.status >= 500:
            log.exception("request_failed")
        return reply


def _by_row(handler: Handler) -> Handler:
    """The handler for a sender as the device's row says now."""
    return lambda ground, sender, asked: handler(ground, sender_of(ground, Device(sender.shard, sender.device)), asked)


def _proved(ground: Ground, asked: Asked, handler: Handler, visit: Visit | None) -> Reply:
    try:
        proven = _identified(ground, asked)
    except (BadSignature, NotAllowed):
        if visit is not None:
            visit.blame()
        raise
    if visit is not None:
        visit.admit(proven.device_id)
    now, secret = now_of(ground), ground.data_key.derive("nonce")
    if signatures.read_nonce(proven.hub_nonce, proven.device_id, secret, now) is not NonceState.OK:
        fresh = signatures.make_nonce(now, proven.device_id, secret)
        return error_reply(401, ErrorBody("old_nonce", "Kunci waktu perlu diperbarui.", nonce=fresh))
    device = device_of(proven.device_id)
    return handler(ground, Sender(device.shard, device.device, "", ""), asked)


def _identified(ground: Ground, asked: Asked) -> signatures.Proven:
    """Whose key signed the request; nothing is said yet about when, and what he may do."""
    known: list[str] = []
    troubles: list[Exception] = []

    def public_key_of(device_id: str) -> bytes | None:
        try:
            found = _public_key(ground, device_id)
        except Exception as error:
            troubles.append(error)
            raise
        if found is not None:
            known.append(device_id)
        return found

    try:
        return signatures.verify_request(asked.request, public_key_of)
    except BadSignature as error:
        if troubles:  # a database that is away makes nobody a stranger
            raise troubles[0] from error
        raise (error if known else NotAllowed("an unknown device")) from error


def _public_key(ground: Ground, device_id: str) -> bytes | None:
    """A device's key, which is its own as long as it lives; None for one that nobody enrolled."""
    known = ground.device_keys.get(device_id)
    if known is not None:
        return known
    try:
        device = device_of(device_id)
    except NotAllowed:
        return None
    with ground.store.reading() as connection:
        row = rows.find(connection, devices, {"shard": device.shard, "device": device.device})
    if row is None:
        return None
    return ground.device_keys.setdefault(device_id, bytes(row.public))


def _signed(ground: Ground, asked: Asked, reply: Reply, bound: str | None) -> Reply:
    answer = Answer(reply.status, reply.headers, b"" if asked.request.method == "HEAD" else reply.body)
    key = ground.identity.key
    try:
        headers = signatures.sign_answer(answer, bound, key)
    except Exception:  # noqa: BLE001 - a Signature field that is none cannot be bound to
        headers = signatures.sign_answer(answer, None, key)
    return Reply(reply.status, answer.body, headers)
