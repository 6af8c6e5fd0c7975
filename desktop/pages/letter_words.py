"""What a page says of a letter: what it is, who signed it, and the four answers about each signature."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.heard import retold
from desktop.office import showing
from desktop.office.desk import Desk
from desktop.office.showing import LetterKind, ShownLetter, SignedBy
from desktop.theme import Meaning
from desktop.widgets.signatures import Answer, Signed
from domain.indonesian import date_short, local_time
from domain.workflow import State
from letters.findings import Finding, SignatureVerdict, Verdict

Judged = tuple[Verdict, tuple[SignedBy, ...]]
_MEANINGS = {"yes": Meaning.DONE, "no": Meaning.REFUSED, "unknown": Meaning.ATTENTION}


def judge(desk: Desk, letter: ShownLetter) -> Judged | None:
    """On the work lane: what can be said of the signatures of a signed letter."""
    if letter.kind is not LetterKind.SIGNED:
        return None
    verdict = showing.judge_letter(desk, letter.pdf)
    return verdict, showing.signers_of(desk, verdict)


def kind_words(letter: ShownLetter) -> str:
    """What the pages are, in two or three words."""
    translate = QCoreApplication.translate
    if letter.ending is not None:
        replaced = letter.ending.state is State.REPLACED
        return translate("Letter", "diganti") if replaced else translate("Letter", "dicabut")
    if letter.kind is LetterKind.SIGNED and not letter.accepted:
        return translate("Letter", "ditandatangani, belum diterima pusat")
    return {
        LetterKind.DRAFT: translate("Letter", "rancangan"),
        LetterKind.PREPARED: translate("Letter", "menunggu tanda tangan"),
        LetterKind.FOR_PEN: translate("Letter", "untuk ditandatangani di kertas"),
        LetterKind.SIGNED: translate("Letter", "ditandatangani"),
        LetterKind.SCANNED: translate("Letter", "hasil pindai, tanda tangan basah"),
        LetterKind.NONE: "",
    }[letter.kind]


def copies_words(letter: ShownLetter) -> str:
    """How often it was printed, and what the next print will bear."""
    if not letter.final or letter.ending is not None:
        return ""
    translate = QCoreApplication.translate
    mark = showing.mark_of_copy(letter)
    if not letter.files_here:
        return translate("Letter", "Cetakan di kantor ini bertanda “%1”.").replace("%1", mark)
    if not mark:
        return translate("Letter", "Belum pernah dicetak.")
    text = translate("Letter", "Sudah dicetak %1 kali. Cetakan berikutnya bertanda “%2”.")
    return text.replace("%1", str(letter.copies)).replace("%2", mark)


def summary_words(letter: ShownLetter, judged: Judged | None) -> str:
    """The signatures in one sentence; of a letter signed with a pen, that nothing can be checked."""
    if letter.kind is LetterKind.SCANNED:
        return QCoreApplication.translate(
            "LetterCard", "Ditandatangani di kertas. Tidak ada sertifikat yang dapat diperiksa; aslinya berstempel."
        )
    ended = f"{letter.ending.title}." if letter.ending is not None else ""
    return " ".join(part for part in (ended, retold(judged[0].sentence) if judged is not None else "") if part)


def signed_words(judged: Judged, utc_offset: int) -> tuple[Signed, ...]:
    """Each signature as it is told."""
    verdict, signers = judged
    return tuple(
        Signed(one.name, _lines(one, utc_offset), _answers(found))
        for one, found in zip(signers, verdict.signatures, strict=True)
    )


def _lines(one: SignedBy, utc_offset: int) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    at = translate("Letter", "waktu tidak disebut") if one.at is None else _moment(one.at, utc_offset)
    when = translate("Letter", "Ditandatangani %1").replace("%1", at)
    if one.certificate is None:
        return when, translate("Letter", "Sertifikat tidak terdaftar di hub: %1").replace("%1", _short(one.fingerprint))
    text = translate("Letter", "Sertifikat dari %1, berlaku sampai %2, sidik %3")
    ends = date_short(local_time(one.certificate.ends, utc_offset).date())
    text = text.replace("%1", one.certificate.issuer).replace("%2", ends).replace("%3", _short(one.fingerprint))
    return when, text


def _moment(at: datetime, utc_offset: int) -> str:
    local = local_time(at, utc_offset)
    return f"{date_short(local.date())} {local:%H.%M}"


def _short(fingerprint: str) -> str:
    """The first sixteen digits in fours: enough to compare two certificates by eye."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, 16, 4))


def _answers(found: SignatureVerdict) -> tuple[Answer, ...]:
    translate = QCoreApplication.translate
    asked: tuple[tuple[str, Finding], ...] = (
        (translate("Letter", "Utuh"), found.utuh),
        (translate("Letter", "Penanda tangan"), found.penanda_tangan),
        (translate("Letter", "Rantai kepercayaan"), found.rantai_kepercayaan),
        (translate("Letter", "Pencabutan"), found.pencabutan),
    )
    return tuple(
        Answer(name, _word(name, finding), retold(finding.sentence), _MEANINGS[finding.answer])
        for name, finding in asked
    )


def _word(name: str, finding: Finding) -> str:
    translate = QCoreApplication.translate
    if name == translate("Letter", "Pencabutan"):
        words = {
            "yes": translate("Letter", "tidak dicabut"),
            "no": translate("Letter", "dicabut"),
            "unknown": translate("Letter", "tidak diketahui"),
        }
    else:
        words = {
            "yes": translate("Letter", "ya"),
            "no": translate("Letter", "tidak"),
            "unknown": translate("Letter", "tidak diketahui"),
        }
    return words[finding.answer]
