from __future__ import annotations

from forms.letter_content import letter_content
from tests.forms.building import form, load, pack_file

CHILDREN = {
    "type": "repeat",
    "name": "anak",
    "label": "Anak",
    "relevant": "${a} != 'tanpa'",
    "questions": [{"type": "text", "name": "nama", "label": "Nama"}],
}


def test_a_letter_gets_texts_and_tables() -> None:
    file = pack_file({"type": "text", "name": "a", "label": "A"}, CHILDREN)
    file["letter"]["fields"] = {"nama": "${pemohon_nama}", "jumlah": "count(${anak})", "tanggal": "date(${a})"}
    file["letter"]["tables"] = {
        "daftar": {"rows": "anak", "columns": {"ke": "position(..)", "nama": "${anak_nama}", "wali": "${pemohon_nama}"}}
    }
    of = load(file)
    answers = {"pemohon": {"nama": "Ani Contoh"}, "a": "x", "anak": [{"nama": "Budi"}, {}]}
    assert letter_content(form(of, answers)) == {
        "nama": "Ani Contoh",
        "jumlah": "2",
        "tanggal": "",
        "daftar": (
            {"ke": "1", "nama": "Budi", "wali": "Ani Contoh"},
            {"ke": "2", "nama": "", "wali": "Ani Contoh"},
        ),
    }
    assert letter_content(form(of, {**answers, "a": "tanpa"}))["daftar"] == ()
