"""Actions and routes for tests of the request: sample values only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import count

from domain.actions import Action, ActionKind, Blob, Json
from domain.posts import Form, SignerRule
from domain.routes import Route, Step, StepAct

VILLAGE = "64.02.01.2001"
KECAMATAN = "64.02.01"
REQUEST = "req-1"
NOON = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
HASH = "A" * 43

FILL = Step("pengajuan", StepAct.FILL, "filing", "Pengajuan")
KADES = Step("kades", StepAct.ISSUE, "filing", "Tanda tangan", signers=(SignerRule(("kades", "lurah")),))
KASI = Step("kasi", StepAct.VERIFY, "kecamatan", "Verifikasi", posts=("kasi",), seksi="kesra")
SEKCAM = Step("sekcam", StepAct.PARAF, "kecamatan", "Paraf", posts=("sekcam",))
AGENCY = Step("dinsos", StepAct.APPROVE, "agency:64.02/dinsos", "Persetujuan", posts=("head",))
CAMAT = Step(
    "camat",
    StepAct.SIGN,
    "kecamatan",
    "Tanda tangan",
    signers=(SignerRule(("camat",)), SignerRule(("sekcam",), Form.AN)),
)
DISPENSASI = Route((FILL, KASI, SEKCAM, CAMAT))
USAHA = Route((FILL, KADES))
SKTM = Route((FILL, KADES, KASI, CAMAT))
AID = Route((FILL, KASI, AGENCY, CAMAT))

_ids = count(1)

BODIES: Mapping[ActionKind, dict[str, Json]] = {
    ActionKind.SUBMIT: {"service": "dispensasi-nikah", "office": VILLAGE},
    ActionKind.RETURN: {"to": "pengajuan", "reason": "kurang_lengkap"},
    ActionKind.REJECT: {"reason": "tidak_memenuhi"},
    ActionKind.WITHDRAW: {"reason": "batal"},
    ActionKind.PREPARE: {"medium": "electronic"},
    ActionKind.LETTER_FROZEN: {
        "letter": "letter-1",
        "field": "ttd1",
        "prepared": HASH,
        "size": 1000,
        "signer": "camat-1",
        "assignment": "tugas-camat",
        "medium": "electronic",
        "number": {"book": "umum", "year": 2026, "n": 7},
        "caused_by": "action",
    },
    ActionKind.LETTER_THAWED: {"letter": "letter-1", "reason": "signer_changed", "caused_by": "action"},
    ActionKind.SIGN: {"letter": "letter-1", "prepared": HASH, "signed": "S" * 43, "size": 2000, "provider": "own"},
    ActionKind.ISSUE: {
        "letter": "letter-1",
        "pdf": "P" * 43,
        "number": {"book": "sku", "year": 2026, "n": 3},
        "lease": "lease",
        "assignment": "tugas-kades",
    },
    ActionKind.SIGNED_ON_PAPER: {"letter": "letter-1", "signed_on": "2026-11-21", "scan": "C" * 43},
    ActionKind.OUTCOME_RESOLVED: {"action": "a", "outcome": "signed", "caused_by": "hub"},
    ActionKind.REVOKE: {"reason": "keliru"},
    ActionKind.REPLACE: {"reason": "keliru", "by": "req-2"},
    ActionKind.PRINTED: {"letter": "letter-1", "copy": 1},
    ActionKind.NUMBER_VOIDED: {
        "office": VILLAGE,
        "number": {"book": "sku", "year": 2026, "n": 3},
        "reason": "batal",
        "caused_by": "a",
    },
    ActionKind.ERASED: {"actions": ["a"], "reason": "retensi", "caused_by": "hub"},
}


def an_action(kind: ActionKind, base: str | None = None, *, author: str = "someone", **changes: object) -> Action:
    """An action of this kind with a fitting body; `body` entries given are merged into it."""
    n = next(_ids)
    body: dict[str, Json] = dict(BODIES.get(kind, {}))
    extra = changes.pop("body", {})
    body.update(extra)  # type: ignore[call-overload]
    fields: dict[str, object] = {
        "v": 1,
        "hub_id": "hub",
        "id": f"action-{n}",
        "shard": KECAMATAN,
        "request": REQUEST,
        "kind": kind,
        "base": base,
        "author": author,
        "key_id": HASH,
        "at": NOON + timedelta(minutes=n),
        "hub_at": NOON,
        "step": None,
        "pack": "dispensasi-nikah@1.0.0",
        "payload_hash": None,
        "blobs": (),
        "body": body,
        "hash": f"hash-{n}",
    }
    return Action(**{**fields, **changes})  # type: ignore[arg-type]


def a_blob(document: str = "kk", sha256: str = "K" * 43) -> Blob:
    """A named document of 1,000 bytes."""
    return Blob(sha256, 1000, "image/jpeg", document)
