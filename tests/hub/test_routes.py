"""The three services from filing to the signed letter, through the service itself, on both databases."""

import pytest

from domain.actions import ActionKind
from domain.verdicts import Code
from domain.workflow import State
from hub.service.reading import find_letter, read_part
from letters.verdict import Trust, verify_with
from sync.hub_port import LetterKey
from tests.hub.desks import Desk, enrol
from tests.hub.stories import decide, issue, sign, state_of, submit_with_scans
from tests.hub.town import KECAMATAN, VILLAGE, Town

pytestmark = pytest.mark.slow


def _letter(desk: Desk, request: str, letter: str) -> tuple[bytes, str]:
    found = find_letter(desk.town.ground, desk.sender, LetterKey(request, letter))
    return read_part(desk.town.ground, found, 0, found.size).content, found.revision


def _kecamatan(town: Town) -> Desk:
    desk = enrol(town, KECAMATAN, "camat")
    for officer in ("kasi-kesos", "kasi-kesra", "sekcam"):
        enrol(town, KECAMATAN, officer, desk)
    return desk


def _village(town: Town) -> Desk:
    desk = enrol(town, VILLAGE, "kades")
    return enrol(town, VILLAGE, "clerk", desk)


def test_dispensasi_nikah_is_verified_initialled_and_signed_by_the_camat(town: Town) -> None:
    village, kecamatan = _village(town), _kecamatan(town)
    filed = submit_with_scans(village, "clerk", "dispensasi-nikah")
    request = filed.request or ""
    assert village.final(filed) is Code.OK
    kecamatan.sync()
    for officer, kind in (("kasi-kesra", ActionKind.VERIFY), ("sekcam", ActionKind.PARAF)):
        town.clock.pass_by(minutes=10)
        done = decide(kecamatan, officer, kind, request)
        kecamatan.sync()
        assert kecamatan.final(done) is Code.OK
    assert town.work() >= 1
    kecamatan.sync()
    assert state_of(kecamatan, request).state is State.TO_SIGN
    signed = sign(kecamatan, "camat", request)
    kecamatan.sync()
    assert [row.code for row in kecamatan.verdicts if row.action == signed.hash] == [Code.OK]
    town.work()
    village.sync()
    assert state_of(village, request).state is State.SIGNED
    pdf, revision = _letter(village, request, signed.text("letter"))
    assert revision == "signed"
    verdict = verify_with(pdf, Trust([town.authority.root_pem], town.clock.now))
    assert verdict.acceptable, verdict.to_json()


def test_sktm_is_issued_by_the_village_and_signed_over_by_the_camat(town: Town) -> None:
    village, kecamatan = _village(town), _kecamatan(town)
    filed = submit_with_scans(village, "clerk", "sktm")
    request = filed.request or ""
    issued, pdf = issue(village, "kades", state_of(village, request), 1)
    village.sync()
    assert village.final(issued) is Code.PARKED
    village.send_blob(request, pdf, issued.text("pdf"))
    town.work()
    village.sync()
    assert village.final(issued) is Code.OK
    kecamatan.sync()
    decide(kecamatan, "kasi-kesos", ActionKind.VERIFY, request)
    kecamatan.sync()
    town.work()
    kecamatan.sync()
    town.apply(crls=[__import__("base64").b64encode(crl).decode() for crl in town.authority.crls(town.clock.now)])
    signed = sign(kecamatan, "camat", request)
    kecamatan.sync()
    assert kecamatan.final(signed) is Code.OK
    town.work()
    village.sync()
    assert state_of(village, request).state is State.SIGNED
    content, revision = _letter(village, request, signed.text("letter"))
    assert revision == "with_revocation"
    verdict = verify_with(content, Trust([town.authority.root_pem], town.clock.now))
    assert verdict.acceptable, verdict.to_json()
    assert verdict.pencabutan.answer == "yes"
    assert len(verdict.signatures) == 2


def test_surat_keterangan_usaha_is_issued_in_the_village_alone(town: Town) -> None:
    village = _village(town)
    filed = submit_with_scans(village, "clerk", "surat-keterangan-usaha")
    request = filed.request or ""
    issued, pdf = issue(village, "kades", state_of(village, request), 1)
    village.sync()
    village.send_blob(request, pdf, issued.text("pdf"))
    town.work()
    village.sync()
    assert village.final(issued) is Code.OK
    assert state_of(village, request).state is State.SIGNED
    assert state_of(village, request).signatures[-1].number == issued.number()
