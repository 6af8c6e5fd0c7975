"""The actions of the workflow table as buttons: what each is called, its key, and when it is offered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop.widgets.buttons import Kind
from domain.actions import ActionKind


@dataclass(frozen=True, slots=True)
class Deed:
    """One action that the window offers; `key` does it where a request is before the eyes."""

    kind: ActionKind
    word: str
    icon: str
    look: Kind
    verb: str = ""
    key: str = ""
    medium: str = "electronic"


def deeds() -> tuple[Deed, ...]:
    """In the order of the buttons: what moves the request on comes first, what ends it last."""
    translate = QCoreApplication.translate
    kind = ActionKind
    return (
        Deed(kind.SIGN, translate("Deeds", "Tanda tangani"), "sign", Kind.FILLED, key="A"),
        Deed(kind.ISSUE, translate("Deeds", "Tanda tangani dan terbitkan"), "sign", Kind.FILLED, key="A"),
        Deed(kind.CORRECT, translate("Deeds", "Perbaiki isian"), "pencil", Kind.FILLED, key="B"),
        Deed(kind.VERIFY, translate("Deeds", "Verifikasi"), "check", Kind.FILLED, "verify", "A"),
        Deed(kind.PARAF, translate("Deeds", "Paraf"), "check", Kind.FILLED, "paraf", "A"),
        Deed(kind.APPROVE, translate("Deeds", "Setujui"), "check", Kind.FILLED, "approve", "A"),
        Deed(kind.PREPARE, translate("Deeds", "Siapkan surat"), "document", Kind.FILLED, "prepare", "P"),
        Deed(kind.SIGNED_ON_PAPER, translate("Deeds", "Catat tanda tangan basah…"), "sign", Kind.FILLED, key="A"),
        Deed(kind.HAND_OVER, translate("Deeds", "Serahkan surat"), "check-circle", Kind.FILLED, "hand-over", "S"),
        Deed(kind.RECEIVED, translate("Deeds", "Surat asli diterima"), "inbox", Kind.OUTLINE, "received", "D"),
        Deed(
            kind.SENT_BY_COURIER,
            translate("Deeds", "Dikirim lewat kurir"),
            "send",
            Kind.OUTLINE,
            "send-by-courier",
            "K",
        ),
        Deed(
            kind.PREPARE,
            translate("Deeds", "Tanda tangani di kertas"),
            "pencil",
            Kind.OUTLINE,
            "prepare",
            "Shift+P",
            medium="paper",
        ),
        Deed(kind.RETURN, translate("Deeds", "Kembalikan"), "return", Kind.OUTLINE, "return", "R"),
        Deed(kind.ADD_DOCUMENT, translate("Deeds", "Tambah dokumen…"), "clip", Kind.OUTLINE, key="L"),
        Deed(kind.WITHDRAW, translate("Deeds", "Tarik permohonan"), "undo", Kind.OUTLINE, "withdraw", "U"),
        Deed(kind.REPLACE, translate("Deeds", "Ganti dengan surat lain…"), "duplicate", Kind.OUTLINE, "replace", "G"),
        Deed(kind.REJECT, translate("Deeds", "Tolak"), "x-circle", Kind.DANGER, "reject", "T"),
        Deed(kind.REVOKE, translate("Deeds", "Cabut surat…"), "x-circle", Kind.DANGER, "revoke", "C"),
    )


QUEUE_KEYS = ("A", "P", "R", "T")
"""Those that work in the queue; the others wait in the request's own page."""
_SIGNATURES = frozenset({ActionKind.SIGN, ActionKind.SIGNED_ON_PAPER})
_ON_PAPER_ONLY = frozenset({ActionKind.SENT_BY_COURIER, ActionKind.RECEIVED})


def deeds_for(
    may: tuple[ActionKind, ...], medium: str = "electronic", *, other_signer: bool = False
) -> tuple[Deed, ...]:
    """Those that are open; only the first is filled, and an approval is not asked where a signature is.

    A letter that is prepared for another signer's name is first prepared anew.
    """
    kinds = set(may) - (_SIGNATURES if other_signer else set())
    if kinds & {ActionKind.SIGN, ActionKind.ISSUE, ActionKind.PREPARE}:
        kinds -= {ActionKind.APPROVE}
    if medium != "paper":
        kinds -= _ON_PAPER_ONLY
    found = [_named(deed, kinds) for deed in deeds() if deed.kind in kinds and _fits(deed, kinds)]
    going_back = [deed for deed in found if deed.kind is ActionKind.PREPARE and ActionKind.SIGNED_ON_PAPER in kinds]
    return (*(deed for deed in found if deed not in going_back), *going_back)


def _fits(deed: Deed, kinds: set[ActionKind]) -> bool:
    """A letter is prepared for the way of signing that it is not prepared for already."""
    if deed.kind is not ActionKind.PREPARE:
        return True
    prepared = ActionKind.SIGNED_ON_PAPER if deed.medium == "paper" else ActionKind.SIGN
    return prepared not in kinds


def _named(deed: Deed, kinds: set[ActionKind]) -> Deed:
    """A letter that waits for a pen can go back to the certificate."""
    if deed.kind is ActionKind.PREPARE and ActionKind.SIGNED_ON_PAPER in kinds:
        word = QCoreApplication.translate("Deeds", "Kembali ke tanda tangan elektronik")
        return replace(deed, word=word, look=Kind.OUTLINE, icon="return")
    return deed
