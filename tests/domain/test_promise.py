from datetime import timedelta

from domain.actions import Action, ActionKind
from domain.promise import stretches
from domain.request import Request, fold
from domain.sla import Stretch
from tests.domain.builders import DISPENSASI, NOON, a_blob, an_action

K = ActionKind
HOUR = timedelta(hours=1)


def after(*kinds: ActionKind, to: str = "pengajuan") -> Request:
    """A request after these actions, an hour apart."""
    actions: list[Action] = []
    for n, kind in enumerate((K.SUBMIT, *kinds)):
        body = {"to": to} if kind is K.RETURN else {}
        base = actions[-1].hash if actions else None
        blobs = (a_blob(),) if kind is K.ADD_DOCUMENT else ()
        actions.append(an_action(kind, base, at=NOON + n * HOUR, body=body, blobs=blobs))
    return fold(actions, DISPENSASI)


def test_the_clock_runs_from_the_moment_of_filing() -> None:
    assert stretches(after()) == (Stretch(NOON),)
    assert stretches(after(K.VERIFY, K.PARAF)) == (Stretch(NOON),)


def test_the_clock_stands_while_the_filing_office_has_it_back() -> None:
    assert stretches(after(K.RETURN)) == (Stretch(NOON, NOON + HOUR),)
    assert stretches(after(K.RETURN, K.ADD_DOCUMENT)) == (Stretch(NOON, NOON + HOUR),)
    assert stretches(after(K.RETURN, K.CORRECT)) == (Stretch(NOON, NOON + HOUR), Stretch(NOON + 2 * HOUR))


def test_the_clock_runs_on_while_one_desk_of_an_office_sends_it_to_another() -> None:
    assert stretches(after(K.VERIFY, K.RETURN, to="kasi")) == (Stretch(NOON),)
    assert stretches(after(K.VERIFY, K.RETURN, K.VERIFY, to="kasi")) == (Stretch(NOON),)


def test_the_clock_ends_with_the_decision() -> None:
    assert stretches(after(K.REJECT)) == (Stretch(NOON, NOON + HOUR),)
    assert stretches(after(K.RETURN, K.WITHDRAW)) == (Stretch(NOON, NOON + 2 * HOUR),)
