"""`letter verify`: four findings about every signature of a PDF, offline, against roots that the caller trusts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop.errors import BadInput
from letters.errors import LettersError, RootUnreadable
from letters.findings import QUESTIONS
from letters.verdict import verify


def verify_file(path: Path, trust: Path) -> tuple[dict[str, Any], str, bool]:
    """What is to be told, in JSON and in words, and whether all is well.

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
    return told, _words(told), verdict.acceptable


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
