"""The search for what must not lie on a disk in the clear, tried on what it must and must not find."""

from pathlib import Path

import pytest

from desktop.cli.demo.leaks import PIECE, Leak, needles, search
from tests.samples import sample_nik


def test_a_number_and_a_pdf_are_found_wherever_they_lie(tmp_path: Path) -> None:
    number = str(sample_nik())
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "log.txt").write_text(f"warga {number} datang", encoding="utf-8")
    (tmp_path / "wide.bin").write_bytes(number.encode("utf-16-le"))
    (tmp_path / "letter").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / f"{number}.jpg").write_bytes(b"scan")
    found = set(search([tmp_path], needles([number])))
    assert found == {
        Leak(tmp_path / "deep" / "log.txt", "NIK/KK"),
        Leak(tmp_path / "wide.bin", "NIK/KK"),
        Leak(tmp_path / "letter", "PDF"),
        Leak(tmp_path / f"{number}.jpg", "NIK/KK"),
    }


def test_a_number_across_the_seam_of_two_pieces_is_found(tmp_path: Path) -> None:
    number = str(sample_nik())
    (tmp_path / "big").write_bytes(bytes(PIECE - 7) + number.encode() + bytes(30))
    assert [leak.what for leak in search([tmp_path], needles([number]))] == ["NIK/KK"]


def test_sealed_files_masked_numbers_and_spared_folders_are_not_found(tmp_path: Path) -> None:
    number = sample_nik()
    (tmp_path / "sealed").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "list.txt").write_text(number.masked, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "surat.pdf").write_bytes(b"%PDF-1.7")
    assert not list(search([tmp_path], needles([str(number)]), except_in=[tmp_path / "out"]))


@pytest.mark.parametrize("before", [0, 1, PIECE - 4, PIECE, 3 * PIECE + 5])
def test_what_stands_behind_room_that_is_only_held_is_found(tmp_path: Path, before: int) -> None:
    (tmp_path / "ruang").write_bytes(bytes(before) + b"%PDF-1.7" + bytes(PIECE))
    assert [leak.what for leak in search([tmp_path], needles([]))] == ["PDF"]
