"""A citizen's answers, judged again by the evaluator that judged them on the desk, at the time of the action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.actions import Action, ActionKind
from domain.timekeeping import judged_at
from forms.errors import FormTooHeavy
from forms.evaluation import Form, evaluate_again
from forms.judging import stands
from forms.settled import Circumstances
from hub.errors import NotKnown
from hub.service.catalogue import Catalogue

_WITH_ANSWERS = frozenset({ActionKind.SUBMIT, ActionKind.CORRECT})


def form_of(action: Action, content: Mapping[str, Any], office: str, catalogue: Catalogue) -> Form:
    """The form that these answers make, with the pack and at the time of the action.

    Raises:
        NotKnown: the pack was never published here.
        FormTooHeavy: the pack costs more than a form may cost.
    """
    return evaluate_again(catalogue.pack(action.pack), _answers(content), _around(action, office, catalogue))


def _answers(content: Mapping[str, Any]) -> dict[str, Any]:
    found = content.get("answers")
    return found if isinstance(found, dict) else {}


def _around(action: Action, office: str, catalogue: Catalogue) -> Circumstances:
    at = judged_at(action.at, action.hub_at)
    return Circumstances(at, catalogue.calendar_of(office), catalogue.knows_kecamatan)


def answers_problem(action: Action, content: Mapping[str, Any], catalogue: Catalogue) -> str | None:
    """Why the answers of a submission or correction cannot stand; None for other kinds and for good answers."""
    if action.kind not in _WITH_ANSWERS:
        return None
    service = action.text("service") if action.kind is ActionKind.SUBMIT else (action.pack or "").split("@")[0]
    try:
        pack = catalogue.pack(action.pack)
        good = stands(pack, _answers(content), _around(action, action.text("office"), catalogue))
    except (NotKnown, FormTooHeavy):
        return "unknown_pack"
    if pack.id != service:
        return "unknown_pack"
    return None if good else "wrong_answers"
