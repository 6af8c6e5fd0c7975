"""What must hold between a desk and the hub when everything is at rest."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.store import actions as desk_log
from desktop.store import catalogue
from desktop.store.projection import fold_standing
from domain.scopes import CONFIG, scope_of_office
from domain.verdicts import REFUSALS
from forms.packs import route_of
from simulation.computers import Computer
from simulation.looking import HubLog, at_desk, at_hub
from simulation.worlds import World

_REFUSED = frozenset(code.value for code in REFUSALS)


def promises(world: World, computer: Computer, log: HubLog) -> Iterator[str]:
    """Every broken promise, as a sentence."""
    name = computer.seat.name
    restored = any(each.lives for each in world.computers.values())
    checks = (
        _nothing_lost(world, computer, log),
        _judged(computer, log, restored=restored, lost=bool(world.losses)),
        _same_log(world, computer),
        _same_state(computer, log, lost=bool(world.losses)),
        _own_list(computer),
        _only_its_own(world, computer, log),
        _access(world, computer),
        () if restored else _no_bytes_missing(world, computer, log),
    )
    for check in checks:
        for found in check:
            yield f"{name}: {found}"


def _nothing_lost(world: World, computer: Computer, log: HubLog) -> Iterator[str]:
    """What a desk called saved is at the hub, with its very bytes."""
    held = {row["action"]: row["hash"] for row in log.actions}
    buried = {bytes(row["envelope"]) for row in at_hub(world, "SELECT envelope FROM dead_letters")}
    mine = {row["id"]: bytes(row["action"]) for row in at_desk(computer, "SELECT id, action FROM actions WHERE own")}
    for action, own in computer.recorded.items():
        if held.get(action) != own and mine.get(action) not in buried:
            yield f"action {action} was saved here and never came to the hub"


def _judged(computer: Computer, log: HubLog, *, restored: bool, lost: bool) -> Iterator[str]:
    """Every own action has its verdict here, the hub's own; what waits is waiting there too."""
    stored = {row["hash"]: row for row in log.actions}
    for row in at_desk(computer, "SELECT hash, kind, code, reason, waits_for, rev FROM actions WHERE own"):
        there = stored.get(row["hash"])
        if row["code"] is None:
            yield f"{row['kind']} has no verdict at rest"
        elif lost and there is not None and there["code"] == "parked":
            continue  # given back to a hub that was lost: a person decides
        elif there is not None and (row["code"], row["rev"]) != (there["code"], there["rev"]):
            yield f"{row['kind']} is {row['code']} here and {there['code']} at the hub"
        elif row["waits_for"] == "waits_for_bytes" and not restored:
            yield f"{row['kind']} still waits for bytes at rest"
    with computer.desk.database.reading() as connection:
        unanswered = desk_log.unanswered_count(connection)
    if unanswered:
        yield f"{unanswered} actions are still waiting to be sent"


def _same_log(world: World, computer: Computer) -> Iterator[str]:
    """The desk has read what the hub wrote, entry by entry, and no other scope."""
    own = scope_of_office(computer.seat.office)
    wanted = f"SELECT scope, seq, action, rev FROM entries WHERE scope IN ('{own}', '{CONFIG}') ORDER BY scope, seq"  # noqa: S608 - names of our own
    there = [tuple(row.values()) for row in at_hub(world, wanted)]
    here = [tuple(r.values()) for r in at_desk(computer, "SELECT scope, seq, action, rev FROM entries ORDER BY 1, 2")]
    if here != there:
        differing = next((pair for pair in zip(here, there, strict=False) if pair[0] != pair[1]), "its length")
        yield f"the log is not the hub's: {len(here)} of {len(there)} entries, first difference {differing}"
    heads = {row["scope"]: (row["seq"], bytes(row["anchor"])) for row in at_hub(world, "SELECT * FROM scopes")}
    for row in at_desk(computer, "SELECT scope, seq, anchor FROM cursors"):
        head = heads.get(row["scope"], (0, b""))
        if row["seq"] and head != (row["seq"], bytes(row["anchor"])):
            yield f"the cursor of {row['scope']} is at {row['seq']} and the hub at {head[0]}"


def _same_state(computer: Computer, log: HubLog, *, lost: bool) -> Iterator[str]:
    """The same log folds to the same state on both sides.

    What was given back to a hub that was lost, and waits there for a person, stands here as it was accepted once. So
    does a request that this office reads no more, because the decision that brought it here did not come back: the hub
    tells nothing of it.
    """
    readers = log.readers
    waiting = {row["request"] for row in log.actions if lost and row["code"] == "parked"}
    rows = {row["id"]: row for row in at_desk(computer, "SELECT * FROM requests")}
    for name, row in rows.items():
        if name in waiting or (lost and computer.seat.office not in readers.get(name, ())):
            continue
        there = log.requests.get(name)
        state = None if there is None else there.state.value
        if row["hub_state"] != state:
            yield f"{name} is {row['hub_state']} here and {state} at the hub"
        if there is not None and not row["unanswered"] and row["head"] != there.head:
            yield f"the head of {name} is another one than at the hub"


def _own_list(computer: Computer) -> Iterator[str]:
    """The list shows what the log of this desk tells, refusals too."""
    rows = {row["id"]: row for row in at_desk(computer, "SELECT * FROM requests")}
    with computer.desk.database.reading() as connection:
        for name, row in rows.items():
            held = desk_log.of_request(connection, name)
            pack = catalogue.pack_of(connection, row["pack"])
            standing = fold_standing(held, route_of(pack)) if pack else None
            if standing is None:
                yield f"{name} is listed and cannot be folded"
                continue
            expected = standing.expected
            refused = sum(item.own and item.code is not None and item.code.value in _REFUSED for item in held)
            waiting = sum(item.own and (item.code is None or item.code.value == "parked") for item in held)
            shown = (row["state"], row["step"], row["head"], row["refused"], row["unanswered"])
            if shown != (expected.state.value, expected.at.id, expected.head, refused, waiting):
                yield f"the list shows {name} otherwise than the log tells"


def _only_its_own(world: World, computer: Computer, log: HubLog) -> Iterator[str]:
    """No action and no bytes of requests that never stood at this office, in this life of the hub or in a lost one."""
    office = computer.seat.office
    may = {name for each in (log.readers, world.read_before) for name, offices in each.items() if office in offices}
    mine = {row["request"] for row in at_desk(computer, "SELECT DISTINCT request FROM actions WHERE own")}
    for table in ("actions", "blobs", "letters", "requests"):
        column = "id" if table == "requests" else "request"
        for row in at_desk(computer, f"SELECT DISTINCT {column} AS request FROM {table}"):  # noqa: S608 - names of our own
            if row["request"] and row["request"] not in may | mine:
                yield f"{table} holds {row['request']}, which this office may not read"


def _access(world: World, computer: Computer) -> Iterator[str]:
    """Who looked at what is at the hub as the desk wrote it down."""
    with computer.desk.database.reading() as connection:
        device = computer.desk.enrolled(connection).device_id
    there = {
        row["n"]: row["entry"].encode()
        for row in at_hub(world, f"SELECT n, entry FROM access_log WHERE device = '{device}'")  # noqa: S608 - as above
    }
    for row in at_desk(computer, "SELECT n, entry FROM access_log WHERE length(entry)"):
        if there.get(row["n"]) != bytes(row["entry"]):
            yield f"entry {row['n']} of the access log is not at the hub as it was written here"


def _no_bytes_missing(world: World, computer: Computer, log: HubLog) -> Iterator[str]:
    """Attachments of accepted actions are at the hub, and what the desk wanted is here."""
    stored = {(row["request"], row["sha256"]) for row in at_hub(world, "SELECT request, sha256 FROM blobs")}
    for row in log.accepted:
        for blob in row["read"].blobs:
            if (row["request"], blob.sha256) not in stored:
                yield f"{row['kind']} was accepted and its {blob.document} never came"
    for row in at_desk(computer, "SELECT request, letter, sha256, revision FROM wants"):
        yield f"{row['revision'] or 'an attachment'} of {row['request']} was wanted and never came"
    for row in at_desk(computer, "SELECT document, state FROM blobs WHERE own AND state IN ('waiting', 'alarm')"):
        yield f"the own {row['document']} is still {row['state']} at rest"
