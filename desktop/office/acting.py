"""What an officer does to a request: decide, hand over, note a print. The rules are the domain's, the words ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop.errors import BadInput, NotAllowed
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.ended import must_count
from desktop.office.recording import Known, known, record, said_on
from desktop.office.replacing import must_be_finished
from desktop.phrases import noted, phrase
from desktop.store import access_log
from desktop.store.access_log import Read
from desktop.store.catalogue import applicant_of
from desktop.store.projection import latest_answers
from domain.actions import ENDS_LETTER, WITH_REASON, ActionKind, Json
from sync.encoding import instant_text

IN_NOTE: Final = "lihat_catatan"
"""The reason in a body, which is kept for ever; the officer's own words go to the payload, which can be erased."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the officer chose.

    Attributes:
        verb: as typed: verify, paraf, approve, return, reject, withdraw, hand-over, print, prepare, send-by-courier,
            received, revoke, replace.
        reason: in the officer's words; needed to return, reject, withdraw, revoke and replace.
        to: the step to return to; the first one when empty.
        medium: for prepare: electronic or paper.
        by: for replace: the request whose letter takes the place of this one's.
    """

    verb: str
    reason: str = ""
    to: str = ""
    medium: str = "electronic"
    by: str = ""


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
    "revoke": ActionKind.REVOKE,
    "replace": ActionKind.REPLACE,
}


def act(desk: Desk, request: str, decision: Decision) -> Changed:
    """Record a decision or a fact. It is saved when this returns, and travels with the next exchange.

    Raises:
        NotFound: no such request here.
        NotAllowed: the officer has no right, or it is not open now.
        BadInput: a reason is missing, the step to return to does not exist, or no replacement is named.
    """
    kind = VERBS[decision.verb]
    if kind in WITH_REASON and not decision.reason.strip():
        raise reason_missing(kind)
    with desk.database.writing() as connection:
        found = known(connection, request)
        if kind is ActionKind.REPLACE:
            must_be_finished(connection, decision.by)
        standing = found.request
        body, content = _BODIES.get(kind, _empty)(found, decision), _content(found, kind, decision)
        said = said_on(standing, kind, body=body, content=content)
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


def reason_missing(kind: ActionKind) -> BadInput:
    """What is said when a decision needs a reason and has none."""
    if kind in ENDS_LETTER:
        why = phrase("Belum ada yang disimpan. Tulis alasannya; alasan itu tetap tercatat bersama nomor suratnya.")
        return BadInput("alasan_kosong", why)
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


def _successor(_found: Known, decision: Decision) -> dict[str, Json]:
    return {"reason": IN_NOTE, "by": decision.by}


def _printed(found: Known, _decision: Decision) -> dict[str, Json]:
    must_count(found.request.state)
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
    ActionKind.REVOKE: _reason,
    ActionKind.REPLACE: _successor,
    ActionKind.PRINTED: _printed,
    ActionKind.PREPARE: _prepare,
}


def _content(found: Known, kind: ActionKind, decision: Decision) -> dict[str, object] | None:
    if kind in WITH_REASON:
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
    ActionKind.REVOKE: noted("surat dicabut, nomornya tetap terpakai"),
    ActionKind.REPLACE: noted("surat diganti, nomornya tetap terpakai"),
}
