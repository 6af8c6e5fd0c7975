"""What must hold: after every step, in every exchange, and when everything is at rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from domain.actions import ActionKind
from simulation import desk_promises, hub_promises
from simulation.computers import Computer
from simulation.looking import at_desk, at_hub, hub_log
from simulation.worlds import World
from sync.record import read_action
from sync.running import Summary

_READS: Final = frozenset({ActionKind.VERIFY, ActionKind.PARAF, ActionKind.SIGN})
"""What officers of the kecamatan decide on documents that they must be able to see."""
_OWN: Final = "SELECT id, hash FROM actions WHERE own"


def note_recorded(computer: Computer) -> int:
    """Remember what the desk has stored of its own; how many are new."""
    found = {row["id"]: row["hash"] for row in at_desk(computer, _OWN)}
    new = len(found.keys() - computer.recorded.keys())
    computer.recorded |= found
    return new


def during(world: World, touched: Iterable[str]) -> Iterator[str]:
    """After every step: nothing that was called saved is gone, and nothing is accepted without its bytes.

    Only desks that the step `touched` can have changed: everything here is one after another.
    """
    for computer in map(world.computers.__getitem__, touched):
        there = {row["id"]: row["hash"] for row in at_desk(computer, _OWN)}
        lost = [each for each, own in computer.recorded.items() if there.get(each, own) != own]
        if not computer.lives:
            lost += [each for each in computer.recorded if each not in there]
        yield from (f"{computer.seat.name}: action {each} was saved and is gone" for each in lost)
        yield from _let_go_of_too_much(world, computer)
    yield from _accepted_with_bytes(world)


def _let_go_of_too_much(world: World, computer: Computer) -> Iterator[str]:
    """Whatever a desk has let go of comes back with the backup, should the hub be lost now."""
    safe: frozenset[tuple[str, str]] = frozenset() if world.backup is None else world.backup.bytes
    for row in at_desk(computer, "SELECT request, sha256, document FROM blobs WHERE state = 'let_go'"):
        if (row["request"], row["sha256"]) not in safe:
            yield f"{computer.seat.name}: let go of a {row['document']} that no backup holds"


def _accepted_with_bytes(world: World) -> Iterator[str]:
    names = [row["action"] for row in at_hub(world, "SELECT action FROM actions WHERE code = 'ok'")]
    if world.seen.issuperset(names):
        return
    accepted = at_hub(world, "SELECT shard, action, request, kind, envelope, rev FROM actions WHERE code = 'ok'")
    fresh = [row for row in accepted if row["action"] not in world.seen]
    stored = {(row["request"], row["sha256"]) for row in at_hub(world, "SELECT request, sha256 FROM blobs")}
    named = at_hub(
        world,
        "SELECT n.request, n.sha256, n.document, a.rev FROM named_blobs n JOIN actions a ON a.shard = n.shard AND "
        "a.action = n.action WHERE a.code = 'ok'",
    )
    for row in fresh:
        world.seen.add(row["action"])
        yield from _decided_blind(row, named, stored)
        yield from _signed_blind(world, row, stored)


def _decided_blind(row: dict[str, Any], named: list[dict[str, Any]], stored: set[tuple[str, str]]) -> Iterator[str]:
    if ActionKind(row["kind"]) not in _READS:
        return
    for each in named:
        earlier = each["request"] == row["request"] and each["rev"] < row["rev"] and each["document"] != "letter"
        if earlier and (each["request"], each["sha256"]) not in stored:
            yield f"{row['kind']} was accepted before the {each['document']} was stored"


def _signed_blind(world: World, row: dict[str, Any], stored: set[tuple[str, str]]) -> Iterator[str]:
    action = read_action(bytes(row["envelope"]))
    if action.kind is ActionKind.ISSUE and (row["request"], action.text("pdf")) not in stored:
        yield "issue was accepted before its letter was stored"
    if action.kind is ActionKind.SIGN:
        letters = at_hub(world, "SELECT request, sha256 FROM revisions WHERE revision = 'signed'")
        if {"request": row["request"], "sha256": action.text("signed")} not in letters:
            yield "sign was accepted and the signed letter is not stored"


Told = tuple[str | None, str | None]
"""A verdict's code and what it waits for."""


def own_codes(computer: Computer) -> dict[str, Told]:
    """What the desk knows of its own actions; that one waits for something else now is told by a verdict too."""
    rows = at_desk(computer, "SELECT hash, code, waits_for FROM actions WHERE own")
    return {row["hash"]: (row["code"], row["waits_for"]) for row in rows}


def totals(world: World, computer: Computer, summary: Summary, before: dict[str, Told]) -> Iterator[str]:
    """What an exchange says of itself is what it did."""
    if computer.lives or world.losses:
        return  # a desk that lives a second time, or one of a hub that does, is told old verdicts again
    after = own_codes(computer)
    changed = [after[own][0] for own in after if after[own] != before.get(own, (None, None))]
    counts = {
        "accepted": sum(code == "ok" for code in changed),
        "refused": sum(code in {"conflict", "forbidden", "invalid", "late"} for code in changed),
        "parked": sum(code == "parked" for code in changed),
    }
    for name, count in counts.items():
        if getattr(summary, name) != count:
            yield f"{computer.seat.name}: the exchange says {getattr(summary, name)} {name}, and it was {count}"


def hub_holds(world: World, action: str) -> bool:
    """Whether the hub has this action."""
    return bool(at_hub(world, f"SELECT 1 FROM actions WHERE action = '{action}'"))  # noqa: S608 - an id of ours


def standing(world: World) -> list[Any]:
    """Where everybody stands: when it is the same after a round as before it, the world is quiet."""
    hub = at_hub(
        world,
        "SELECT (SELECT sum(seq) FROM scopes), (SELECT count(*) FROM verdicts), (SELECT count(*) FROM blobs), "
        "(SELECT count(*) FROM jobs WHERE state = 'due'), (SELECT sum(last_access) FROM devices)",
    )
    asked = (
        "SELECT (SELECT sum(seq) FROM cursors), (SELECT count(*) FROM actions WHERE code IS NULL), (SELECT count(*) "
        "FROM wants), (SELECT count(*) FROM blobs WHERE state = 'waiting'), (SELECT count(*) FROM actions)"
    )
    return [hub, *(at_desk(computer, asked) for computer in world.computers.values())]


def at_rest(world: World) -> Iterator[str]:
    """When nothing moves any more."""
    log = hub_log(world)
    yield from hub_promises.promises(world, log)
    for computer in world.computers.values():
        yield from desk_promises.promises(world, computer, log)
        yield from _let_go_of_too_much(world, computer)
