"""The packs as they are shipped, with the sample answers that are shipped beside them."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from datetime import datetime
from typing import Any

import pytest

from domain.routes import StepAct
from forms.catalogue import shipped_catalogue
from forms.classification import load_classification
from forms.documents import missing
from forms.evaluation import Form, evaluate, evaluate_again
from forms.letter_content import letter_content
from forms.pack import Pack
from forms.packs import route_of
from resources.codes import open_classification
from resources.packs import open_examples
from tests.forms.building import circumstances

CATALOGUE = shipped_catalogue()
SAMPLES: dict[str, Any] = {pack.ref: json.loads(open_examples(pack.id, pack.file.version)) for pack in CATALOGUE.packs}
WRONG = [(ref, wrong) for ref, sample in SAMPLES.items() for wrong in sample["wrong"]]
PERSON_FIELDS = ("nama", "nik", "ttl", "agama", "pekerjaan", "alamat", "status")
MERGE_FIELDS = {
    "surat-keterangan-usaha": {
        *("nama", "nik", "ttl", "jenis_kelamin", "agama", "pekerjaan", "alamat"),
        *("nama_usaha", "bidang_usaha", "alamat_usaha", "sejak", "keperluan"),
    },
    "dispensasi-nikah": {
        *(f"{who}_{what}" for who in ("pria", "wanita") for what in PERSON_FIELDS),
        *("tanggal_nikah", "hari_nikah", "jam_nikah", "tempat_nikah", "kua", "alasan", "hari_kerja_tersisa"),
    },
    "sktm": {"nama", "nik", "ttl", "jenis_kelamin", "pekerjaan", "alamat", "keperluan", "keluarga"},
}


def shipped(ref: str) -> Pack:
    found = CATALOGUE.pack(ref)
    assert found is not None
    return found


def judged(ref: str, answers: dict[str, Any]) -> Form:
    return evaluate(shipped(ref), answers, circumstances(datetime.fromisoformat(SAMPLES[ref]["at"])))


def changed(answers: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    whole = copy.deepcopy(answers)
    for path, answer in changes.items():
        place: Any = whole
        *way, last = path.split("/")
        for key in way:
            place = place[int(key) if key.isdigit() else key]
        place[last] = answer
    return whole


def test_the_three_services_are_there() -> None:
    assert [pack.ref for pack in CATALOGUE.packs] == ["dispensasi-nikah@1", "sktm@1", "surat-keterangan-usaha@1"]
    assert all("periksa dengan bagian hukum" in pack.file.mark for pack in CATALOGUE.packs)


@pytest.mark.parametrize("ref", SAMPLES)
def test_the_sample_is_right_and_travels_unchanged(ref: str) -> None:
    sample = SAMPLES[ref]
    found = judged(ref, sample["answers"])
    assert found.problems == ()
    assert missing(found.documents, sample["documents"]) == ()
    again = evaluate_again(shipped(ref), found.answers, found.settled.circumstances)
    assert again.answers == found.answers
    assert again.problems == ()
    assert letter_content(again) == letter_content(found)


@pytest.mark.parametrize(("ref", "wrong"), WRONG, ids=[f"{ref}: {wrong['why']}" for ref, wrong in WRONG])
def test_wrong_input_is_named_where_it_is(ref: str, wrong: dict[str, Any]) -> None:
    found = judged(ref, changed(SAMPLES[ref]["answers"], wrong["set"]))
    assert (wrong["path"], wrong["code"]) in {(problem.path, str(problem.code)) for problem in found.problems}
    assert all(problem.sentence.endswith(".") for problem in found.problems)


@pytest.mark.parametrize("ref", SAMPLES)
def test_a_letter_gets_the_fields_that_its_template_knows(ref: str) -> None:
    pack = shipped(ref)
    content = letter_content(judged(ref, SAMPLES[ref]["answers"]))
    assert set(content) == MERGE_FIELDS[pack.id]
    assert all(content.values())
    assert (
        load_classification(open_classification()).code_for(pack.id, pack.file.valid_from)
        == pack.file.letter.classification
    )


def test_letters_read_as_letters_do() -> None:
    usaha = letter_content(judged("surat-keterangan-usaha@1", SAMPLES["surat-keterangan-usaha@1"]["answers"]))
    assert (usaha["ttl"], usaha["bidang_usaha"], usaha["sejak"]) == ("Kayu Batu, 1 Juli 1990", "Perdagangan", "2019")
    nikah = letter_content(judged("dispensasi-nikah@1", SAMPLES["dispensasi-nikah@1"]["answers"]))
    assert (nikah["hari_nikah"], nikah["tanggal_nikah"]) == ("Sabtu", "21 November 2026")
    assert (nikah["jam_nikah"], nikah["hari_kerja_tersisa"]) == ("09.00 WITA", "3 (tiga)")
    sktm = letter_content(judged("sktm@1", SAMPLES["sktm@1"]["answers"]))
    assert sktm["keluarga"][2] == {
        "nama": "Anto Contoh",
        "nik": "–",
        "hubungan": "ANAK",
        "umur": "0",
        "pekerjaan": "BELUM/TIDAK BEKERJA",
    }


def test_documents_follow_the_answers() -> None:
    ref = "dispensasi-nikah@1"
    young = {"wanita/tanggal_lahir": "2008-02-02", "izin_pengadilan": "ada", "pria/status_kawin": "4"}
    asked = {each.kind for each in judged(ref, changed(SAMPLES[ref]["answers"], young)).documents}
    assert {"n5", "n6", "izin_pengadilan"} <= asked
    assert "akta_cerai" not in asked
    assert not {"n5", "n6", "izin_pengadilan"} & {each.kind for each in judged(ref, SAMPLES[ref]["answers"]).documents}


def test_routes_are_those_of_the_law() -> None:
    routes = {pack.id: [(step.act, step.place) for step in route_of(pack).steps] for pack in CATALOGUE.packs}
    assert routes["surat-keterangan-usaha"][1:] == [(StepAct.ISSUE, "filing")]
    assert [act for act, _ in routes["dispensasi-nikah"]] == [
        StepAct.FILL,
        StepAct.VERIFY,
        StepAct.PARAF,
        StepAct.SIGN,
    ]
    assert routes["sktm"][1:] == [
        (StepAct.ISSUE, "filing"),
        (StepAct.VERIFY, "kecamatan"),
        (StepAct.SIGN, "kecamatan"),
    ]
    for pack in CATALOGUE.packs:
        assert sum(step.minutes for step in route_of(pack).steps) == pack.file.sla_minutes


ELSEWHERE = """
import json, sys
from datetime import datetime
from forms.catalogue import shipped_catalogue
from forms.evaluation import evaluate
from forms.letter_content import letter_content
from resources.packs import open_examples
from tests.forms.building import circumstances
out = {}
for pack in shipped_catalogue().packs:
    sample = json.loads(open_examples(pack.id, pack.file.version))
    form = evaluate(pack, sample["answers"], circumstances(datetime.fromisoformat(sample["at"])))
    out[pack.ref] = [pack.content_hash, form.answers, letter_content(form), pack.order]
print(json.dumps(out))
"""


def test_another_process_comes_to_the_same() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"}
    )
    here = {}
    for pack in CATALOGUE.packs:
        found = judged(pack.ref, SAMPLES[pack.ref]["answers"])
        here[pack.ref] = [pack.content_hash, found.answers, letter_content(found), pack.order]
    assert json.loads(ran.stdout) == json.loads(json.dumps(here))
