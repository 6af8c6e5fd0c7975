"""`letter verify`: four findings about every signature of a PDF, offline, against roots that the caller trusts.

With a desk at hand the office's own record is told beside them: whether the letter was revoked or replaced since. That
is no finding about the file, so it changes neither the four answers nor whether all is well.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.errors import BadInput
from letters.errors import LettersError, RootUnreadable
from letters.findings import QUESTIONS
from letters.verdict import verify

if TYPE_CHECKING:
    from desktop.office.desk import Desk


def verify_file(path: Path, trust: Path, desk: Desk | None = None) -> tuple[dict[str, Any], str, bool]:
    """What is to be told, in JSON and in words, and whether all is well with the signatures.

    Raises:
        BadInput: a file that cannot be read, or is no PDF or no certificate.
    """
    try:
        pdf, root = path.read_bytes(), trust.read_bytes()
    except OSError as error:
        name = Path(str(error.filename)).name
        raise BadInput(
            "berkas_tidak_terbaca", f"Berkas {name} tidak dapat dibaca. Tidak ada yang diubah. Periksa letaknya."
        ) from error
    try:
        verdict = verify(pdf, [root], datetime.now(UTC))
    except RootUnreadable as error:
        raise BadInput("akar_salah", str(error)) from error
    except LettersError as error:
        raise _unreadable(pdf, error) from error
    told = verdict.to_json()
    words = _words(told)
    if desk is not None:
        told["record"], said = _record(desk, pdf)
        words = f"{words}\n{said}"
    return told, words, verdict.acceptable


def _record(desk: Desk, pdf: bytes) -> tuple[dict[str, Any] | None, str]:
    """What the desk's record says of these bytes."""
    from desktop.office.recognizing import recognize  # noqa: PLC0415 - only where a desk is at hand

    found = recognize(desk, pdf)
    if found is None:
        return None, "Surat ini tidak ada dalam catatan kantor ini."
    return found.to_json(), found.sentence


def _unreadable(pdf: bytes, error: LettersError) -> BadInput:
    """Why a file could not be looked at, as far as its bytes tell."""
    if not pdf:
        return BadInput("berkas_kosong", "Berkas ini kosong. Tidak ada yang diperiksa. Minta berkas aslinya.")
    if b"%PDF-" not in pdf[:1024]:
        return BadInput("bukan_pdf", "Berkas ini bukan PDF. Tidak ada yang diperiksa. Pilih berkas PDF surat itu.")
    if b"/Encrypt" in pdf:
        return BadInput(
            "pdf_terkunci",
            "PDF ini terkunci (terenkripsi), sehingga tanda tangannya tidak dapat diperiksa. Berkas tidak diubah. "
            "Minta berkas asli yang tidak dikunci.",
        )
    return BadInput("pdf_tidak_terbaca", str(error))


def _words(told: dict[str, Any]) -> str:
    lines = [str(told["sentence"])]
    for one in told["signatures"]:
        lines.append(f"{one['signer']} ({one['field']})")
        lines += [f"  {name.replace('_', ' ')}: {one[name]['word']}. {one[name]['sentence']}" for name in QUESTIONS]
    return "\n".join(lines)
