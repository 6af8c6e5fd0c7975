"""A kind of action that only a later program knows, and the program after its update."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import rfc8785

from domain.actions import ActionKind
from domain.verdicts import Code
from sync import reading
from sync.keys import ACTION
from sync.record import Envelope, read_action
from tests.sync.fakes import Officer
from tests.sync.honest_hub import HonestHub, Stored

LATER = "teleport"


def of_a_later_kind(officer: Officer) -> Envelope:
    """As its author's own program made it."""
    said = json.loads(officer.submit().action)
    action = rfc8785.dumps(said | {"kind": LATER, "later": [1]})
    return Envelope(action, officer.key.sign(ACTION, action), None)


def put_later(hub: HonestHub, envelope: Envelope, scope: str) -> None:
    """Have a hub hold it as accepted."""
    known = read_action(Officer("colleague").submit().action)
    hub.actions[envelope.hash] = Stored(envelope, known, Code.OK, "elsewhere", 1)
    hub.scopes[scope].append((1, envelope.hash))


@contextmanager
def updated() -> Iterator[None]:
    """The program after its update: it knows the kind."""
    kinds = {**{kind.value: kind for kind in ActionKind}, LATER: ActionKind.PRINTED}
    forget = read_action.__globals__["_read_kept"].cache_clear
    forget()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reading, "ActionKind", kinds.__getitem__)
        yield
    forget()
