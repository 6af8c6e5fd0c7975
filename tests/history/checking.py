"""The judgement of a history, from its file alone: what the hub may never do, whatever broke in between.

The last reading of each scope from its beginning is the log; everything that a desk ever saw must be of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.history.recording import Event

FINAL = frozenset({"ok", "conflict", "forbidden", "invalid", "late"})
_BESIDE = frozenset(
    {"add_document", "printed", "received", "prepare", "letter_frozen", "letter_thawed", "number_voided"}
)
"""Kinds that hang on the head of a request and do not move it."""


@dataclass
class Life:
    """What one desk saved, heard and read."""

    saved: dict[int, str] = field(default_factory=dict)
    acked: int = 0
    verdicts: list[list[Any]] = field(default_factory=list)
    again: list[list[Any]] = field(default_factory=list)
    read: dict[str, list[list[Any]]] = field(default_factory=dict)


@dataclass
class Told:
    """A whole history, sorted by whom it is about."""

    desks: dict[str, Life] = field(default_factory=dict)
    logs: dict[str, list[list[Any]]] = field(default_factory=dict)
    readings: list[tuple[str, str, list[list[Any]]]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def sorted_out(events: Iterable[Event]) -> Told:
    """The history by desks and scopes."""
    told = Told()
    for event in events:
        told.counts[event["what"]] += 1
        desk = told.desks.setdefault(event["desk"], Life()) if event["desk"] else Life()
        if event["what"] == "saved":
            desk.saved[event["device_seq"]] = event["hash"]
        elif event["what"] == "committed":
            _commit(desk, event)
        elif event["what"] == "asked_again":
            desk.again += event["verdicts"]
        elif event["what"] == "reread":
            told.readings.append((event["desk"], event["scope"], event["entries"]))
            if len(event["entries"]) > len(told.logs.get(event["scope"], [])):
                told.logs[event["scope"]] = event["entries"]
    return told


def _commit(desk: Life, event: Event) -> None:
    desk.acked = max(desk.acked, event["ack_through"])
    desk.verdicts += event["verdicts"]
    for scope, seq, rev, own in event["read"]:
        desk.read.setdefault(scope, []).append([seq, rev, own])


def violations(told: Told) -> list[str]:
    """Everything that must not be; empty when all held."""
    found = [f"{name}: {what}" for name, desk in told.desks.items() for what in _of_desk(desk, told)]
    for scope, log in told.logs.items():
        found += [f"{scope}: {what}" for what in (*_of_log(log), *_of_heads(log), *_of_numbers(log))]
    for name, scope, log in told.readings:
        if log != told.logs[scope][: len(log)]:
            found.append(f"{name}: read {scope} again otherwise than others")
    return found


def _of_desk(desk: Life, told: Told) -> Iterator[str]:
    yield from _nothing_lost(desk, told)
    yield from _verdicts_in_order(desk)
    yield from _stable(desk)
    for scope, read in desk.read.items():
        log = [[seq, rev, own] for seq, rev, own, _ in told.logs.get(scope, [])]
        if [seq for seq, _, _ in read] != list(range(1, len(read) + 1)):
            yield f"skipped or repeated a place in {scope}"
        if read != log[: len(read)]:
            yield f"read in {scope} what is not its log"


def _nothing_lost(desk: Life, told: Told) -> Iterator[str]:
    """Saved, acknowledged, judged; and where it was accepted, it stands where the verdict said."""
    judged = {own: (code, scope, seq, rev) for _, own, code, _, scope, seq, rev in desk.verdicts}
    for place, own in desk.saved.items():
        if place > desk.acked:
            yield f"{own} was never acknowledged"
        elif own not in judged:
            yield f"{own} was acknowledged and never judged"
        elif judged[own][0] == "ok" and not _stands(told, own, judged[own]):
            yield f"{own} was accepted and is not in the log"


def _stands(told: Told, own: str, said: tuple[str, str, int, int | None]) -> bool:
    _, scope, seq, rev = said
    log = told.logs.get(scope, [])
    return 0 < seq <= len(log) and log[seq - 1][:3] == [seq, rev or 0, own]


def _verdicts_in_order(desk: Life) -> Iterator[str]:
    if [row[0] for row in desk.verdicts] != list(range(1, len(desk.verdicts) + 1)):
        yield "verdicts are not counted without a gap"


def _stable(desk: Life) -> Iterator[str]:
    """An ending never changes, however often it is asked for."""
    ended: dict[str, list[Any]] = {}
    first = [[own, code, scope, seq, rev] for _, own, code, _, scope, seq, rev in desk.verdicts]
    for own, code, *place in (*first, *desk.again):
        if own in ended and ended[own] != [code, *place]:
            yield f"{own} was {ended[own][0]} and became {code}"
        if code in FINAL:
            ended.setdefault(own, [code, *place])
    if desk.again and {own for own, *_ in desk.again} != set(desk.saved.values()):
        yield "what was sent again was not judged again, all of it"


def _of_log(log: list[list[Any]]) -> Iterator[str]:
    if [row[0] for row in log] != list(range(1, len(log) + 1)):
        yield "places are not counted without a gap"
    for own, times in Counter(row[2] for row in log).items():
        if times > 1:
            yield f"{own} stands there {times} times"
    revisions: dict[str, int] = {}
    for _, rev, own, about in log:
        if about["request"] is not None:
            revisions[about["request"]] = revisions.get(about["request"], 0) + 1
            if rev != revisions[about["request"]]:
                yield f"{own} has revision {rev} in place of {revisions[about['request']]}"


def _of_heads(log: list[list[Any]]) -> Iterator[str]:
    """Every accepted decision names the head as it was: of two that compete, one is first."""
    heads: dict[str, str] = {}
    for _, _, own, about in log:
        request = about["request"]
        if request is None or about["kind"] in _BESIDE:
            continue
        if about["kind"] != "submit" and about["base"] != heads.get(request):
            yield f"{own} was accepted on another head"
        heads[request] = own


def _of_numbers(log: list[list[Any]]) -> Iterator[str]:
    """No number of a book is leased twice, or stands on two letters."""
    given: dict[tuple[Any, ...], str] = {}
    for _, _, own, about in log:
        for number, holder in _numbers_in(about, own):
            if given.setdefault(number, holder) != holder:
                yield f"{number} was given twice"


def _numbers_in(about: dict[str, Any], own: str) -> Iterator[tuple[tuple[Any, ...], str]]:
    body = about["body"]
    if about["kind"] == "number_leased":
        for n in range(body["first"], body["last"] + 1):
            yield (body["office"], body["book"], body["year"], n), own
    if about["kind"] == "letter_frozen":
        number = body["number"]
        yield ("frozen", number["book"], number["year"], number["n"]), about["request"]
