from datetime import UTC, datetime

from domain.posts import Assignment, Form, Officer, Status
from domain.signature_block import Seat, SignatureBlock, signature_block, signature_lines

KECAMATAN = Seat("Camat", "Tenggarong", nip_line=True, deputy_title="Sekretaris Kecamatan")
DESA = Seat("Petinggi", "Sungai Meriam", nip_line=False)
OFFICER = Officer("o1", "Contoh Pejabat, S.Sos.", "197001011990031001")


def post(code: str, status: Status = Status.DEFINITIF, title: str = "", seksi: str | None = None) -> Assignment:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    return Assignment(
        id="a1", officer="o1", office="64.02.06", post=code, start=start, status=status, title=title, seksi=seksi
    )


def test_a_head_signs_under_the_office_s_name() -> None:
    assert signature_block(KECAMATAN, OFFICER, post("camat"), Form.OWN) == SignatureBlock(
        ("CAMAT TENGGARONG",), "Contoh Pejabat, S.Sos.", ("NIP. 19700101 199003 1 001",)
    )
    assert signature_lines(Seat("Kepala Dinas Sosial", "", nip_line=True), post("head"), Form.OWN) == (
        "KEPALA DINAS SOSIAL",
    )


def test_a_plh_is_named_as_one() -> None:
    assert signature_lines(KECAMATAN, post("camat", Status.PLH), Form.OWN) == ("Plh. CAMAT TENGGARONG",)
    assert signature_lines(KECAMATAN, post("sekcam", Status.PLT), Form.AN) == (
        "a.n. CAMAT TENGGARONG",
        "Plt. Sekretaris Kecamatan",
    )


def test_a_deputy_signs_in_the_head_s_name() -> None:
    assert signature_lines(KECAMATAN, post("sekcam"), Form.AN) == ("a.n. CAMAT TENGGARONG", "Sekretaris Kecamatan")


def test_one_level_further_down_is_untuk_beliau() -> None:
    kasi = post("kasi", title="Kepala Seksi Kesejahteraan Sosial", seksi="kesos")

    assert signature_lines(KECAMATAN, kasi, Form.UB) == (
        "a.n. CAMAT TENGGARONG",
        "Sekretaris Kecamatan",
        "u.b.",
        "Kepala Seksi Kesejahteraan Sosial",
    )
    assert signature_lines(DESA, kasi, Form.UB)[1] == "u.b."


def test_who_is_not_the_head_signs_under_the_own_post() -> None:
    assert signature_lines(KECAMATAN, post("sekcam"), Form.OWN) == ("Sekretaris Kecamatan",)
    assert signature_lines(KECAMATAN, post("bendahara"), Form.OWN) == ("Bendahara",)


def test_a_kades_has_no_nip_line_and_a_pj_kades_has_one() -> None:
    assert signature_block(DESA, OFFICER, post("kades"), Form.OWN).below == ()
    acting = signature_block(DESA, OFFICER, post("kades", Status.PJ), Form.OWN)
    assert acting.above == ("Pj. PETINGGI SUNGAI MERIAM",)
    assert acting.below == ("NIP. 19700101 199003 1 001",)
    assert signature_block(KECAMATAN, Officer("o2", "Contoh"), post("camat"), Form.OWN).below == ()
