"""`letter verify` of what is no signed letter: told apart, never taken for good, never a fault of the program."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest

import desktop.cli
from letters.authority import make_authority
from tests.desktop.house import pdf_scan


def locked(user: str) -> bytes:
    writer, written = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_scan())), io.BytesIO()
    writer.encrypt(user_password=user, owner_password="pemilik", algorithm="AES-256")
    writer.write(written)
    return written.getvalue()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("akar") / "root.pem"
    path.write_bytes(make_authority("Contoh", datetime.now(UTC)).root_pem)
    return path


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "berkas_kosong"),
        (b"halo", "bukan_pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(900), "bukan_pdf"),
        (pdf_scan()[:200], "pdf_tidak_terbaca"),
        (b"%PDF-1.7\n", "pdf_tidak_terbaca"),
        (locked("rahasia"), "pdf_terkunci"),
        (locked(""), "pdf_terkunci"),
    ],
    ids=["empty", "text", "picture", "cut", "header", "locked", "locked-for-the-owner"],
)
def test_what_is_no_readable_pdf_is_named(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str], content: bytes, error: str
) -> None:
    file = tmp_path / "surat.pdf"
    file.write_bytes(content)
    assert desktop.cli.main(["letter", "verify", str(file), "--trust", str(root), "--json"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out) == {"error": error, "message": err.strip()}
    assert file.read_bytes() == content


def test_a_pdf_without_a_signature_is_not_acceptable(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "surat.pdf"
    file.write_bytes(pdf_scan())
    assert desktop.cli.main(["letter", "verify", str(file), "--trust", str(root), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["acceptable"], told["signatures"]) == (False, [])


@pytest.mark.parametrize("content", [b"", b"bukan sertifikat", None])
def test_what_is_no_certificate_to_trust_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    file, trust = tmp_path / "surat.pdf", tmp_path / "root.pem"
    file.write_bytes(pdf_scan())
    if content is not None:
        trust.write_bytes(content)
    assert desktop.cli.main(["letter", "verify", str(file), "--trust", str(trust), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == ("berkas_tidak_terbaca" if content is None else "akar_salah")
