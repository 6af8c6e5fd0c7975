"""What an officer does to a request: decide, hand over, note a print. The rules are the domain's, the words ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop.errors import BadInput, NotAllowed
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.recording import Known, Said, known, record
from desktop.phrases import noted, phrase
from desktop.store import access_log
from desktop.store.access_log import Read
from desktop.store.catalogue import applicant_of
from desktop.store.projection import latest_answers
from domain.actions import ActionKind, Json
from sync.encoding import instant_text

IN_NOTE: Final = "lihat_catatan"
"""The reason in a body, which is kept for ever; the officer's own words go to the payload, which can be erased."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the officer chose.

    Attributes:
        verb: as typed: verify, paraf, approve, return, reject, withdraw, hand-over, print, prepare, send-by-courier,
            received.
        reason: in the officer's words; needed to return, reject and withdraw.
        to: the step to return to; the first one when empty.
        medium: for prepare: electronic or paper.
    """

    verb: str
    reason: str = ""
    to: str = ""
    medium: str = "electronic"


VERBS: Final[Mapping[str, ActionKind]] = {
    "verify": ActionKind.VERIFY,
    "paraf": ActionKind.PARAF,
    "approve": ActionKind.APPROVE,
    "return": ActionKind.RETURN,
    "reject": ActionKind.REJECT,
    "withdraw": ActionKind.WITHDRAW,
    "hand-over": ActionKind.HAND_OVER,
    "print": ActionKind.PRINTED,
    "prepare": ActionKind.PREPARE,
    "send-by-courier": ActionKind.SENT_BY_COURIER,
    "received": ActionKind.RECEIVED,
}
_WITH_REASON: Final = frozenset({ActionKind.RETURN, ActionKind.REJECT, ActionKind.WITHDRAW})


def act(desk: Desk, request: str, decision: Decision) -> Changed:
    """Record a decision or a fact. It is saved when this returns, and travels with the next exchange.

    Raises:
        NotFound: no such request here.
        NotAllowed: the officer has no right, or it is not open now.
        BadInput: a reason is missing, or the step to return to does not exist.
    """
    kind = VERBS[decision.verb]
    if kind in _WITH_REASON and not decision.reason.strip():
        raise _reason_missing()
    with desk.database.writing() as connection:
        found = known(connection, request)
        standing = found.request
        said = Said(
            kind=kind,
            request=request,
            shard=standing.shard,
            base=standing.head,
            step=standing.at.id,
            body=_BODIES.get(kind, _empty)(found, decision),
            content=_content(found, kind, decision),
        )
        action = record(desk, connection, said, standing)
        if kind is ActionKind.PRINTED:
            access_log.note(connection, Read(instant_text(action.at), desk.officer, "printed", request))
        after = known(connection, request).request
    told: dict[str, Json] = {
        "request": request,
        "action": action.id,
        "kind": kind.value,
        "state": after.state.value,
        "step": after.at.id,
    }
    return Changed(
        requests=(request,),
        told=told,
        sentence=phrase("Tersimpan: {said}. Akan dikirim saat sinkronisasi.", said=phrase(_SAID[kind])),
    )


def _reason_missing() -> BadInput:
    return BadInput(
        "alasan_kosong",
        phrase("Belum ada yang disimpan. Tulis alasannya dengan --reason supaya desa tahu apa yang harus diperbaiki."),
    )


def _empty(_found: Known, _decision: Decision) -> dict[str, Json]:
    return {}


def _return(found: Known, decision: Decision) -> dict[str, Json]:
    steps = found.request.route.steps
    to = decision.to or steps[0].id
    if found.request.route.index(to) is None:
        offered = ", ".join(step.id for step in steps[: found.request.step])
        raise BadInput(
            "langkah_tidak_ada",
            phrase("Langkah “{to}” tidak ada pada layanan ini. Pilih: {offered}.", to=to[:40], offered=offered),
        )
    return {"to": to, "reason": IN_NOTE}


def _reason(_found: Known, _decision: Decision) -> dict[str, Json]:
    return {"reason": IN_NOTE}


def _printed(found: Known, _decision: Decision) -> dict[str, Json]:
    return {"letter": last_letter(found), "copy": found.request.copies + 1}


def _prepare(_found: Known, decision: Decision) -> dict[str, Json]:
    return {"medium": decision.medium}


def last_letter(found: Known) -> str:
    """The letter of the last signature that counts.

    Raises:
        NotAllowed: nothing is signed yet.
    """
    if not found.request.signatures:
        raise NotAllowed(
            "belum_ditandatangani",
            phrase("Surat untuk permohonan ini belum ditandatangani. Data aman. Tunggu tanda tangannya, lalu ulangi."),
        )
    return found.request.signatures[-1].letter


_BODIES: Final[Mapping[ActionKind, Callable[[Known, Decision], dict[str, Json]]]] = {
    ActionKind.RETURN: _return,
    ActionKind.REJECT: _reason,
    ActionKind.WITHDRAW: _reason,
    ActionKind.PRINTED: _printed,
    ActionKind.PREPARE: _prepare,
}


def _content(found: Known, kind: ActionKind, decision: Decision) -> dict[str, object] | None:
    if kind in _WITH_REASON:
        return {"note": decision.reason.strip()}
    if kind is ActionKind.HAND_OVER:
        name = applicant_of(found.pack, latest_answers(found.log)).get("nama", "")
        return {"receiver": {"nama": name, "catatan": decision.reason.strip()}}
    return None


_SAID: Final[Mapping[ActionKind, str]] = {
    ActionKind.VERIFY: noted("permohonan diverifikasi"),
    ActionKind.PARAF: noted("permohonan diparaf"),
    ActionKind.APPROVE: noted("permohonan disetujui"),
    ActionKind.RETURN: noted("permohonan dikembalikan"),
    ActionKind.REJECT: noted("permohonan ditolak"),
    ActionKind.WITHDRAW: noted("permohonan ditarik"),
    ActionKind.HAND_OVER: noted("surat diserahkan"),
    ActionKind.PRINTED: noted("pencetakan dicatat"),
    ActionKind.PREPARE: noted("surat diminta disiapkan"),
    ActionKind.SENT_BY_COURIER: noted("surat dikirim lewat kurir"),
    ActionKind.RECEIVED: noted("surat asli diterima dari kurir"),
}
