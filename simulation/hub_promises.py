"""What must hold at the hub when everything is at rest; each check is written from the promise, not from the code."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.actions import HUB_KINDS, ActionKind, NumberRef
from domain.posts import Assignment
from domain.request import start as begun
from domain.scopes import scope_of_office
from domain.verdicts import Code
from hub.files import StoredFile
from simulation.looking import HubLog, at_hub, documents
from simulation.worlds import World
from sync.anchors import GENESIS, next_anchor
from sync.encoding import b64u, instant_text, read_instant, unb64u
from sync.errors import BadSignature, SyncError
from sync.record import Envelope, check_payload, check_signature


def promises(world: World, log: HubLog) -> Iterator[str]:
    """Every broken promise, as a sentence."""
    yield from (f"the accepted log of {request} does not fold" for request in log.broken)
    yield from _logs(world, log)
    yield from _proofs(world, log)
    yield from _revisions(log)
    yield from _chains(log)
    yield from _projections(world, log)
    yield from _scopes(world, log)
    yield from _verdicts(world)
    yield from _bytes(world)
    yield from _numbers(world, log)
    yield from _rights(world, log)
    yield from _jobs(world)


def _logs(world: World, log: HubLog) -> Iterator[str]:
    """Places without a hole, and anchors that follow from them."""
    hashes = {(row["shard"], row["action"]): row["hash"] for row in log.actions}
    heads = {(row["shard"], row["scope"]): row for row in at_hub(world, "SELECT * FROM scopes")}
    reached: dict[tuple[str, str], tuple[int, bytes]] = {}
    for row in at_hub(world, "SELECT * FROM entries ORDER BY shard, scope, seq"):
        key = (row["shard"], row["scope"])
        seq, anchor = reached.get(key, (0, GENESIS))
        if row["seq"] != seq + 1:
            yield f"{row['scope']} has a hole before {row['seq']}"
        anchor = next_anchor(anchor, hashes[row["action_shard"], row["action"]], row["rev"])
        if anchor != row["anchor"]:
            yield f"the anchor of {row['scope']} at {row['seq']} does not follow"
        reached[key] = (row["seq"], anchor)
    for key, (seq, anchor) in reached.items():
        if (heads[key]["seq"], bytes(heads[key]["anchor"])) != (seq, anchor):
            yield f"the counter of {key[1]} is not at its last entry"


def _proofs(world: World, log: HubLog) -> Iterator[str]:
    keys = {row["key"]: bytes(row["public"]) for row in at_hub(world, "SELECT key, public FROM officer_keys")}
    own = world.hub.ground.identity.key
    keys[own.key_id] = own.public
    payloads = {row["action"]: bytes(row["payload"]) for row in at_hub(world, "SELECT action, payload FROM payloads")}
    for row in log.actions:
        envelope = Envelope(bytes(row["envelope"]), bytes(row["signature"]), payloads.get(row["action"]))
        try:
            check_signature(envelope, keys[row["read"].key_id])
            fits = check_payload(envelope, row["read"]) or row["read"].payload_hash is None
        except (BadSignature, SyncError, KeyError):
            fits = False
        if not fits or row["read"].hash != row["hash"]:
            yield f"{row['kind']} {row['action']} is stored and cannot be proved"


def _revisions(log: HubLog) -> Iterator[str]:
    for request, rows in log.by_request.items():
        if [row["rev"] for row in rows] != list(range(1, len(rows) + 1)):
            yield f"the revisions of {request} are not 1, 2, 3 …"


def _chains(log: HubLog) -> Iterator[str]:
    """Whoever decided had seen the decision before; whoever noted a fact had seen the request."""
    for name, final in log.requests.items():
        first, *rest = [row["read"] for row in log.by_request[name]]
        request = begun(first, final.route)
        for action in rest:
            row = request.row(action.kind)
            decides = row is not None and row.moves_head
            if action.base not in request.known or (decides and action.base != request.head):
                yield f"{action.kind} of {action.author} on {name} was accepted on a head that had moved"
            request = request.apply(action)


def _projections(world: World, log: HubLog) -> Iterator[str]:
    shown = {row["request"]: row for row in at_hub(world, "SELECT * FROM requests")}
    for name, request in log.requests.items():
        row = shown[name]
        folded = (request.state.value, request.office, request.at.id, request.head, len(log.by_request[name]))
        if (row["state"], row["office"], row["step"], row["head"], row["rev"]) != folded:
            yield f"the hub shows {name} otherwise than its log tells"


def _scopes(world: World, log: HubLog) -> Iterator[str]:
    """Who reads a request: the offices at which it ever stood, all of it, in its order; and nobody else."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    owners = {row["action"]: row["request"] for row in log.actions}
    for row in at_hub(world, "SELECT * FROM entries ORDER BY scope, seq"):
        request = owners[row["action"]]
        if request is not None:
            found.setdefault((row["scope"], request), []).append((row["action"], row["rev"]))
    for name, request in log.requests.items():
        whole = [(row["action"], row["rev"]) for row in log.by_request[name]]
        steps = request.route.steps
        readers = {scope_of_office(steps[place].office_for(request.filing_office)) for place in request.reached}
        for scope in {scope for scope, about in found if about == name} | readers:
            there = found.get((scope, name), [])
            if scope not in readers and there:
                yield f"{scope} reads {name}, which never stood there"
            elif scope in readers and there != whole:
                yield f"{scope} does not read all of {name} in its order"


def _verdicts(world: World) -> Iterator[str]:
    """Counted from 1 for each device; an ending never changes."""
    last: dict[str, int] = {}
    ended: dict[str, tuple[str, str]] = {}
    for row in at_hub(world, "SELECT * FROM verdicts ORDER BY device, verdict"):
        if row["verdict"] != last.get(row["device"], 0) + 1:
            yield f"the verdicts of {row['device']} have a hole before {row['verdict']}"
        last[row["device"]] = row["verdict"]
        told = (row["code"], row["reason"])
        if row["code"] != Code.PARKED and ended.setdefault(row["hash"], told) != told:
            yield f"an ending changed from {ended[row['hash']]} to {told}"
    stored = {row["hash"]: (row["code"], row["reason"]) for row in at_hub(world, "SELECT * FROM actions")}
    for own, told in ended.items():
        if own in stored and stored[own] != told and told[1] != "duplicate_id":
            yield f"told {told} of an action that is stored as {stored[own]}"


def _bytes(world: World) -> Iterator[str]:
    vault = world.hub.ground.vault
    for row in at_hub(world, "SELECT file, sealed_key, sha256 FROM blobs"):
        stored = StoredFile(row["file"], bytes(row["sealed_key"]))
        if vault.sha256(stored) != unb64u(row["sha256"]):
            yield f"the stored bytes of {row['sha256']} are others"
    for row in at_hub(world, "SELECT letter, revision, file, sealed_key, sha256 FROM revisions"):
        content = vault.whole(StoredFile(row["file"], bytes(row["sealed_key"])))
        if b64u(hashlib.sha256(content).digest()) != row["sha256"]:
            yield f"the stored {row['revision']} letter {row['letter']} has other bytes"


def _numbers(world: World, log: HubLog) -> Iterator[str]:
    """No number twice; below each book's next number everything is used, void with a reason, reserved or leased."""
    rows = at_hub(world, "SELECT * FROM numbers")
    leases = at_hub(world, "SELECT * FROM leases")
    known = {(row["office"], row["book"], row["year"], row["n"]) for row in rows}
    for book in at_hub(world, "SELECT * FROM number_books"):
        place = (book["office"], book["book"], book["year"])
        leased = {n for row in leases if _place(row) == place for n in range(row["first"], row["last"] + 1)}
        for n in range(1, book["next_number"]):
            if (*place, n) not in known and n not in leased:
                yield f"number {n} of {place} is missing without a reason"
    for row in rows:
        request = log.requests.get(row["request"] or "")
        if row["state"] == "void" and not row["reason"]:
            yield f"number {row['n']} of {_place(row)} is void without a reason"
        if row["state"] == "reserved" and request is not None and request.state.value in {"rejected", "withdrawn"}:
            yield f"number {row['n']} of {_place(row)} is kept for a request that ended"
    yield from _given_twice(log)
    yield from _old_leases(world, log)


def _place(row: dict[str, Any]) -> tuple[str, str, int]:
    return (row["office"], row["book"], row["year"])


def _given_twice(log: HubLog) -> Iterator[str]:
    given: dict[tuple[str, NumberRef], tuple[str, str]] = {}
    for row in log.accepted:
        action = row["read"]
        number = action.number()
        if number is None or action.kind not in {ActionKind.ISSUE, ActionKind.LETTER_FROZEN}:
            continue
        step = next(each for each in log.requests[action.request].route.steps if each.id == action.step)
        office = step.office_for(log.requests[action.request].filing_office)
        bearer = action.text("letter") if action.kind is ActionKind.ISSUE else f"{action.request}:{action.step}"
        if given.setdefault((office, number), (action.request, bearer)) != (action.request, bearer):
            yield f"number {number.n} of {office} {number.book} stands on two letters"


def _old_leases(world: World, log: HubLog) -> Iterator[str]:
    """What a desk issued in one life stands on a lease of that life."""
    leases = {row["lease"]: row for row in at_hub(world, "SELECT lease, incarnation FROM leases")}
    lives = {row["incarnation"]: row for row in at_hub(world, "SELECT incarnation, started_at FROM incarnations")}
    for row in log.accepted:
        if row["kind"] != ActionKind.ISSUE or row["incarnation"] not in lives:
            continue  # what was given back to a restored hub came in no life of a desk
        lease, life = leases[row["read"].text("lease")], lives[row["incarnation"]]
        later = instant_text(row["read"].at) > life["started_at"]
        if later and lease["incarnation"] != row["incarnation"]:
            yield f"issue {row['action']} was accepted with a lease of a former life of its desk"


def _rights(world: World, log: HubLog) -> Iterator[str]:
    """In the whole interval of an accepted act its author had a post in the office, or a supervisor said so."""
    posts: dict[tuple[str, str], list[Assignment]] = {}
    for each in map(Assignment.from_json, documents(world, "assignments")):
        posts.setdefault((each.officer, each.office), []).append(each)
    keys = {row["key"]: row for row in at_hub(world, "SELECT * FROM officer_keys")}
    for row in log.accepted:
        action = row["read"]
        if action.kind in HUB_KINDS or action.id in world.hub.supervised:
            continue
        key, end = keys[action.key_id], read_instant(row["received_at"])
        start = min(action.hub_at or read_instant(key["since"]), end)
        if not _covered(posts.get((action.author, key["office"]), []), start, end):
            yield f"{action.kind} of {action.author} was accepted, who had no post all the time from {start} to {end}"
        revoked = key["revoked_at"]
        if revoked and row["received_at"] > revoked and instant_text(action.at) >= revoked:
            yield f"{action.kind} of {action.author} was accepted by a key that was revoked before"


def _covered(posts: list[Assignment], start: datetime, end: datetime) -> bool:
    reached = start
    for each in sorted(posts, key=lambda post: post.start):
        if each.start <= reached and (each.end is None or each.end > reached):
            if each.end is None or each.end > end:
                return True
            reached = each.end
    return False


def _jobs(world: World) -> Iterator[str]:
    for row in at_hub(world, "SELECT kind, problem FROM jobs WHERE problem <> ''"):
        if "mati" not in row["problem"] and "penuh" not in row["problem"]:
            yield f"a job {row['kind']} fails: {row['problem'][:200]}"
