"""What a deed asks before it is done, and the doing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop.errors import NotAllowed, WorldError
from desktop.office import acting, issuing, lettering, replacing, signing, submitting, wet_ink
from desktop.office.acting import Decision
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.opening import Opened
from desktop.office.replacing import Candidate
from desktop.office.submitting import Scan
from desktop.pages.deeds import Deed
from desktop.phrases import phrase
from desktop.widgets.deciding import DocumentDialog, ReasonDialog, Reasoned, SignDialog
from desktop.widgets.wet_ink import SignedPageDialog
from desktop.wording import moment
from desktop.work import Work
from domain.actions import ENDS_LETTER, WITH_REASON, ActionKind
from domain.indonesian import local_day

Then = Callable[[Changed], None]


@dataclass(frozen=True, slots=True)
class _Wish:
    """A deed that somebody asked for, on what, and who is told when it is done."""

    deed: Deed
    opened: Opened
    then: Then


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

    def do(self, deed: Deed, opened: Opened, then: Then) -> None:
        """Do it to a request; nothing happens when the person goes back."""
        asking = {
            ActionKind.SIGN: self._sign,
            ActionKind.ISSUE: self._sign,
            ActionKind.SIGNED_ON_PAPER: self._record_page,
            ActionKind.ADD_DOCUMENT: self._add_document,
            ActionKind.REPLACE: self._find_successor,
        }
        asking.get(deed.kind, self._decide)(_Wish(deed, opened, then))

    def _decide(self, wish: _Wish, successors: tuple[Candidate, ...] = ()) -> None:
        decision = self._decision(wish, successors)
        request = wish.opened.id
        if decision is not None and self._held is not None:
            self._held(request, decision)
        elif decision is not None:
            self._work.do(lambda desk: acting.act(desk, request, decision), wish.then, self._failed)

    def _decision(self, wish: _Wish, successors: tuple[Candidate, ...]) -> Decision | None:
        deed = wish.deed
        if deed.kind not in WITH_REASON:
            return Decision(deed.verb, medium=deed.medium)
        if deed.kind in ENDS_LETTER:
            lines = tuple((each.request, self._words(each)) for each in successors)
            asked = _ending(deed, lines)
        else:
            asked = why_back(deed, wish.opened.returned_to)
        dialog = ReasonDialog(self._page, asked)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        to, by = ("", dialog.to) if deed.kind is ActionKind.REPLACE else (dialog.to, "")
        return Decision(deed.verb, dialog.reason, to, by=by)

    def _words(self, each: Candidate) -> str:
        return f"{each.subject} · {moment(each.changed_at, self._work.me.utc_offset)} · {each.title}"

    def _find_successor(self, wish: _Wish) -> None:
        """Only a letter that is finished takes the place of another."""

        def found(successors: tuple[Candidate, ...]) -> None:
            if successors:
                self._decide(wish, successors)
                return
            self._failed(
                NotAllowed(
                    "pengganti_belum_ada",
                    phrase(
                        "Belum ada surat lain yang selesai untuk orang ini atau layanan ini. Selesaikan dahulu surat "
                        "penggantinya, lalu ganti surat ini. Bila surat ini tidak boleh dipakai lagi, cabut saja."
                    ),
                )
            )

        request = wish.opened.id
        self._work.look("successors", lambda desk: replacing.see_candidates(desk, request), found)

    def _record_page(self, wish: _Wish) -> None:
        dialog = SignedPageDialog(self._page, local_day(self._work.now, self._work.me.utc_offset))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            page, request = wet_ink.SignedPage(dialog.path, dialog.day), wish.opened.id
            self._work.do(lambda desk: wet_ink.attach_signed_page(desk, request, page), wish.then, self._failed)

    def _add_document(self, wish: _Wish) -> None:
        dialog = DocumentDialog(self._page, wish.opened.kinds)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            scan, request = Scan(dialog.kind, dialog.path), wish.opened.id
            self._work.do(lambda desk: submitting.attach_documents(desk, request, [scan]), wish.then, self._failed)

    def _sign(self, wish: _Wish) -> None:
        translate = QCoreApplication.translate
        text = translate("Deeds", "Satu kali untuk surat ini. Surat sah hanya bila tertulis “ditandatangani”.")
        dialog = SignDialog(self._page, wish.deed.word, text, self._certificate)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        self._certificate = str(dialog.keys.path)
        path, passphrase = dialog.keys.path, dialog.keys.passphrase
        request, issues = wish.opened.id, wish.deed.kind is ActionKind.ISSUE

        def sign(desk: Desk) -> Changed:
            p12 = lettering.read_p12(path)
            if issues:
                return issuing.issue_letter(desk, request, p12, passphrase)
            return signing.sign_letters(desk, [request], p12, passphrase)

        self._work.do(sign, wish.then, self._failed)


def why_back(deed: Deed, steps: tuple[tuple[str, str], ...]) -> Reasoned:
    """Returned, rejected or withdrawn: whoever asked reads why."""
    translate = QCoreApplication.translate
    return Reasoned(
        title=deed.word,
        often=(
            translate("ReasonDialog", "Lampiran tidak terbaca"),
            translate("ReasonDialog", "Lampiran kurang"),
            translate("ReasonDialog", "Isian tidak sesuai dokumen"),
            translate("ReasonDialog", "Bukan kewenangan kantor ini"),
        ),
        hint=translate("ReasonDialog", "Dibaca pemohon dan kantor yang mengajukan."),
        missing=translate("ReasonDialog", "Tulis alasannya supaya pemohon tahu apa yang diperbaiki."),
        choice=translate("ReasonDialog", "Kembalikan ke"),
        choices=steps if deed.kind is ActionKind.RETURN else (),
    )


def _ending(deed: Deed, successors: tuple[tuple[str, str], ...]) -> Reasoned:
    """Revoked or replaced: what it means is said before, for it cannot be taken back."""
    translate = QCoreApplication.translate
    revokes = deed.kind is ActionKind.REVOKE
    text = translate(
        "ReasonDialog",
        "Surat tidak berlaku lagi dan tidak dapat dicetak lagi. Nomornya tetap terpakai. Kantor yang mengajukan "
        "melihatnya sesudah sinkronisasi. Ini tidak dapat dibatalkan.",
    )
    return Reasoned(
        title=translate("ReasonDialog", "Cabut surat") if revokes else translate("ReasonDialog", "Ganti surat"),
        text=text,
        often=(
            translate("ReasonDialog", "Isi surat keliru"),
            translate("ReasonDialog", "Data pemohon tidak benar"),
            translate("ReasonDialog", "Surat terbit dua kali"),
            translate("ReasonDialog", "Atas permintaan pemohon"),
        ),
        hint=translate("ReasonDialog", "Tetap tercatat bersama nomor surat."),
        missing=translate("ReasonDialog", "Tulis mengapa surat ini tidak berlaku lagi."),
        choice=translate("ReasonDialog", "Surat penggantinya"),
        choices=successors,
    )
