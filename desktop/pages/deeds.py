"""The actions of the workflow table as buttons: what each is called, its key, and what it asks before it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop.errors import BadInput, WorldError
from desktop.office import acting, issuing, signing, wet_ink
from desktop.office.acting import Decision
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.phrases import phrase
from desktop.widgets.buttons import Kind
from desktop.widgets.deciding import ReasonDialog, SignDialog
from desktop.widgets.wet_ink import SignedPageDialog
from desktop.work import Work
from domain.actions import ActionKind
from domain.indonesian import local_day


@dataclass(frozen=True, slots=True)
class Deed:
    """One action that the window offers."""

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
        Deed(kind.CORRECT, translate("Deeds", "Perbaiki isian"), "pencil", Kind.FILLED),
        Deed(kind.VERIFY, translate("Deeds", "Verifikasi"), "check", Kind.FILLED, "verify", "A"),
        Deed(kind.PARAF, translate("Deeds", "Paraf"), "check", Kind.FILLED, "paraf", "A"),
        Deed(kind.APPROVE, translate("Deeds", "Setujui"), "check", Kind.FILLED, "approve", "A"),
        Deed(kind.PREPARE, translate("Deeds", "Siapkan surat"), "document", Kind.FILLED, "prepare", "P"),
        Deed(kind.SIGNED_ON_PAPER, translate("Deeds", "Catat tanda tangan basah…"), "sign", Kind.FILLED),
        Deed(kind.HAND_OVER, translate("Deeds", "Serahkan surat"), "check-circle", Kind.FILLED, "hand-over"),
        Deed(kind.RECEIVED, translate("Deeds", "Surat asli diterima"), "inbox", Kind.OUTLINE, "received"),
        Deed(kind.SENT_BY_COURIER, translate("Deeds", "Dikirim lewat kurir"), "send", Kind.OUTLINE, "send-by-courier"),
        Deed(
            kind.PREPARE,
            translate("Deeds", "Tanda tangani di kertas"),
            "pencil",
            Kind.OUTLINE,
            "prepare",
            medium="paper",
        ),
        Deed(kind.RETURN, translate("Deeds", "Kembalikan"), "return", Kind.OUTLINE, "return", "R"),
        Deed(kind.WITHDRAW, translate("Deeds", "Tarik permohonan"), "undo", Kind.OUTLINE, "withdraw"),
        Deed(kind.REJECT, translate("Deeds", "Tolak"), "x-circle", Kind.DANGER, "reject", "T"),
    )


_ON_PAPER_ONLY = frozenset({ActionKind.SENT_BY_COURIER, ActionKind.RECEIVED})


def deeds_for(may: tuple[ActionKind, ...], medium: str = "electronic") -> tuple[Deed, ...]:
    """Those that are open; only the first is filled, and an approval is not asked where a signature is."""
    kinds = set(may)
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


class Doer:
    """Asks what a deed needs to know, then does it, or gives the decision to `held`, which lets it be undone."""

    def __init__(
        self,
        work: Work,
        page: QWidget,
        failed: Callable[[WorldError], None],
        held: Callable[[str, Decision], None] | None = None,
    ) -> None:
        self._work, self._page, self._failed, self._held = work, page, failed, held
        self._certificate = ""

    def do(self, deed: Deed, request: str, steps: tuple[tuple[str, str], ...], then: Callable[[Changed], None]) -> None:
        """Do it to a request; nothing happens when the person goes back."""
        if deed.kind in {ActionKind.SIGN, ActionKind.ISSUE}:
            self._sign(deed, request, then)
            return
        if deed.kind is ActionKind.SIGNED_ON_PAPER:
            self._record_page(request, then)
            return
        decision = self._decision(deed, steps)
        if decision is not None and self._held is not None:
            self._held(request, decision)
        elif decision is not None:
            self._work.do(lambda desk: acting.act(desk, request, decision), then, self._failed)

    def _decision(self, deed: Deed, steps: tuple[tuple[str, str], ...]) -> Decision | None:
        if deed.kind not in {ActionKind.RETURN, ActionKind.REJECT, ActionKind.WITHDRAW}:
            return Decision(deed.verb, medium=deed.medium)
        dialog = ReasonDialog(self._page, deed.word, deed.word, steps if deed.kind is ActionKind.RETURN else ())
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return Decision(deed.verb, dialog.reason, dialog.to)

    def _record_page(self, request: str, then: Callable[[Changed], None]) -> None:
        dialog = SignedPageDialog(self._page, local_day(self._work.now, self._work.me.utc_offset))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            page = wet_ink.SignedPage(dialog.path, dialog.day)
            self._work.do(lambda desk: wet_ink.attach_signed_page(desk, request, page), then, self._failed)

    def _sign(self, deed: Deed, request: str, then: Callable[[Changed], None]) -> None:
        translate = QCoreApplication.translate
        text = translate("Deeds", "Satu kali untuk surat ini. Surat sah hanya bila tertulis “ditandatangani”.")
        dialog = SignDialog(self._page, deed.word, text, self._certificate)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        self._certificate = str(dialog.path)
        path, passphrase = dialog.path, dialog.passphrase

        def sign(desk: Desk) -> Changed:
            try:
                p12 = path.read_bytes()
            except OSError as error:
                sentence = phrase(
                    "Berkas sertifikat tidak dapat dibaca. Surat belum ditandatangani. Pilih berkas lain."
                )
                raise BadInput("p12_tidak_terbaca", sentence) from error
            if deed.kind is ActionKind.ISSUE:
                return issuing.issue_letter(desk, request, p12, passphrase)
            return signing.sign_letters(desk, [request], p12, passphrase)

        self._work.do(sign, then, self._failed)
