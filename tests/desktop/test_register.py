from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Connection, select, text

from desktop.errors import BadInput
from desktop.office import rows_of_files
from desktop.office.desk import Desk
from desktop.office.register import import_citizens, search_citizens
from desktop.store import access_log, citizens
from desktop.store.tables import access_log as table
from sync.desk_log import AccessSeam
from tests.samples import sample_kk, sample_nik

HEAD = "NIK;No. KK;Nama Lengkap;JK;Tempat Lahir;Tgl Lahir;Agama;Alamat;Catatan\n"


def row(n: int, name: str = "Siti Aminah Contoh", **changes: str) -> str:
    cells = {
        "nik": str(sample_nik(n)),
        "kk": str(sample_kk(n)),
        "name": name,
        "sex": "P",
        "place": "Anggana",
        "born": "17-08-1990",
        "faith": "ISLAM",
        "home": "RT 02 Desa Contoh",
        "note": "x",
    } | changes
    return ";".join(cells.values()) + "\n"


def taken(desk: Desk, path: Path, text: str, *, preview: bool = False) -> dict[str, object]:
    path.write_text(text, encoding="utf-8-sig")
    return dict(import_citizens(desk, path, preview=preview).told)


def test_a_csv_with_the_usual_headings_is_taken_whole(desk: Desk, tmp_path: Path) -> None:
    told = taken(desk, tmp_path / "warga.csv", HEAD + row(1) + "\n" + row(2, "Rahmat Contoh", sex="laki-laki"))
    assert (told["rows"], told["changed"], told["ignored_columns"]) == (2, 2, ["Catatan"])
    found = search_citizens(desk, str(sample_nik(2))).told["citizens"]
    assert isinstance(found, list)
    person = found[0]["person"]  # type: ignore[index,call-overload]
    assert person["jenis_kelamin"] == "1"  # type: ignore[index,call-overload]
    assert person["tanggal_lahir"] == "1990-08-17"  # type: ignore[index,call-overload]


def test_the_same_file_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    taken(desk, tmp_path / "a.csv", HEAD + row(1))
    assert taken(desk, tmp_path / "a.csv", HEAD + row(1))["changed"] == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (row(3, nik="123"), "Baris 3: kolom nik"),
        (row(3, kk="abc"), "Baris 3: kolom kk"),
        (row(3, born="31-02-1990"), "bukan tanggal"),
        (row(3, faith="tidak jelas"), "daftar kode"),
        (row(3, name=""), "nama kosong"),
        (row(3, home="x" * 201), "lebih dari 200 huruf"),
        (row(1), "NIK sama dengan baris 2"),
    ],
)
def test_one_wrong_row_and_nothing_is_taken(desk: Desk, tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "warga.csv"
    path.write_text(HEAD + row(1) + line)
    with pytest.raises(BadInput, match="Belum ada baris yang diambil") as caught:
        import_citizens(desk, path, preview=False)
    assert any(said in detail for detail in caught.value.details)
    with desk.database.reading() as connection:
        assert citizens.count(connection) == 0


def test_a_preview_tells_everything_and_takes_nothing(desk: Desk, tmp_path: Path) -> None:
    told = taken(desk, tmp_path / "warga.csv", HEAD + row(1) + row(2, nik="1"), preview=True)
    assert (told["rows"], told["error_count"], told["changed"]) == (2, 1, 0)
    assert str(sample_nik(1)) not in str(told["sample"])
    with desk.database.reading() as connection:
        assert citizens.count(connection) == 0


def test_an_excel_file_is_taken_with_its_dates(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["nik", "nama", "tanggal lahir", "telepon"])
    sheet.append([str(sample_nik(5)), "Dewi Contoh", datetime(1990, 8, 17, tzinfo=UTC).replace(tzinfo=None), 8123.0])
    sheet.append([str(sample_nik(6)), "Budi Contoh", date(1990, 8, 17), None])
    book.save(tmp_path / "warga.xlsx")
    assert import_citizens(desk, tmp_path / "warga.xlsx", preview=False).told["rows"] == 2
    assert search_citizens(desk, "dewi con").told["citizens"]


def test_a_number_that_excel_has_rounded_is_never_taken_for_a_nik(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["nik", "nama"])
    sheet.append([int(str(sample_nik(5))), "Dewi Contoh"])
    book.save(tmp_path / "warga.xlsx")
    with pytest.raises(BadInput) as caught:
        import_citizens(desk, tmp_path / "warga.xlsx", preview=False)
    assert "tersimpan sebagai angka" in caught.value.details[0]


def _zipped(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


NO_SHEET = _zipped("[Content_Types].xml", b"<bukan")
"""A zip as Excel writes it, with XML that is none."""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"nama\n", "bukan CSV atau Excel"),
        ("a.xlsx", b"bukan zip", "bukan Excel"),
        ("a.xlsx", NO_SHEET, "bukan Excel"),
        ("a.csv", b"nama\0", "bukan CSV"),
        ("a.csv", b"", "kolom"),
        ("a.csv", b"nik\n1\n", "kolom"),
        ("a.csv", b'nama\n"' + b"x" * 200_000 + b'"\n', "bukan CSV"),
    ],
)
def test_what_is_no_table_of_persons_is_refused(
    desk: Desk, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput, match=said):
        import_citizens(desk, tmp_path / name, preview=False)


def test_a_missing_file_is_named(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="tidak dapat dibaca"):
        import_citizens(desk, tmp_path / "tidak-ada.csv", preview=False)


@pytest.mark.parametrize("limit", ["LARGEST", "UNPACKED", "ROWS"])
def test_what_is_too_large_is_refused(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (["nama"], ["Dewi Contoh"], ["Budi Contoh"]):
        sheet.append(line)
    book.save(tmp_path / "warga.xlsx")
    monkeypatch.setattr(rows_of_files, limit, 1)
    with pytest.raises(BadInput):
        import_citizens(desk, tmp_path / "warga.xlsx", preview=False)


def test_old_windows_text_is_read(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("nama,alamat\nRené Contoh,Desa\n".encode("cp1252"))
    assert import_citizens(desk, tmp_path / "a.csv", preview=False).told["rows"] == 1
    assert search_citizens(desk, "rene").told["citizens"]


def filled(desk: Desk, tmp_path: Path) -> None:
    lines = [row(n, f"Siti Aminah Contoh {n:03}") for n in range(1, 121)]
    taken(desk, tmp_path / "banyak.csv", HEAD + "".join(lines))


@pytest.mark.parametrize("words", ["s", "siti", "siti am", "SITI aminah 1", "desa"])
def test_every_word_begins_a_word_and_pages_go_on(desk: Desk, tmp_path: Path, words: str) -> None:
    filled(desk, tmp_path)
    seen: set[object] = set()
    after = 0
    while True:
        told = search_citizens(desk, words, after).told
        found = told["citizens"]
        assert isinstance(found, list)
        seen |= {each["id"] for each in found if isinstance(each, dict)}
        after = int(str(told["after"]))
        if not after:
            break
    assert len(seen) == (21 if words.endswith("1") else 120)


def test_part_of_a_nik_finds_masked_people_and_a_whole_one_is_noted(desk: Desk, tmp_path: Path) -> None:
    filled(desk, tmp_path)
    nik = str(sample_nik(7))
    some = search_citizens(desk, nik[:8]).told["citizens"]
    assert nik not in str(some)
    with desk.database.reading() as connection:
        before = entries(connection)
    assert nik in str(search_citizens(desk, nik).told["citizens"])
    with desk.database.reading() as connection:
        after = entries(connection)
        assert access_log.chain_is_whole(connection)
    assert len(after) == len(before) + 1
    assert nik not in after[-1]
    assert search_citizens(desk, "6402999999999999").told["citizens"] == []
    assert search_citizens(desk, "!!!").told["citizens"] == []


def entries(connection: Connection) -> list[str]:
    return [row.entry.decode() for row in connection.execute(select(table).order_by(table.c.n))]


def test_names_are_paged_in_their_order(desk: Desk, tmp_path: Path) -> None:
    filled(desk, tmp_path)
    with desk.database.reading() as connection:
        first = citizens.page_by_name(connection)
        second = citizens.page_by_name(connection, (first[-1].name, first[-1].id))
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT id FROM citizens WHERE name >= 'a' AND (name > 'a' OR id > 1) ORDER BY name, id"
        ).all()
    assert [each.name for each in (*first, *second)] == sorted(each.name for each in (*first, *second))
    assert "SEARCH" in str(plan)


def test_a_chain_that_was_changed_is_found(desk: Desk) -> None:
    with desk.database.writing() as connection:
        for _ in range(2):
            access_log.note(connection, access_log.Read("2026-11-20T04:00:00.000Z", "clerk", "shown", "contoh"))
        assert access_log.chain_is_whole(connection)
        connection.execute(text("UPDATE access_log SET entry = X'7B7D' WHERE n = 1"))
        assert not access_log.chain_is_whole(connection)


def test_a_chain_that_goes_on_behind_a_former_life_is_whole_until_its_seam_is_taken_out(desk: Desk) -> None:
    read = access_log.Read("2026-11-20T04:00:00.000Z", "clerk", "shown", "contoh")
    with desk.database.writing() as connection:
        for _ in range(3):
            access_log.note(connection, read)
        access_log.go_on_behind(connection, 7, AccessSeam(b"7" * 32, 1))
        access_log.note(connection, read)
        places = connection.execute(select(table.c.n).order_by(table.c.n)).scalars().all()
        assert places == [1, 7, 8, 9, 10]
        assert access_log.chain_is_whole(connection)
        connection.execute(text("DELETE FROM access_log WHERE n = 7"))
        assert not access_log.chain_is_whole(connection)
