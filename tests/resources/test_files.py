from __future__ import annotations

import json

import pytest

from resources.codes import open_classification, open_code_lists
from resources.packs import open_examples, open_packs


def test_packs_are_found_by_service_and_version() -> None:
    packs = open_packs()
    assert list(packs) == ["dispensasi-nikah@1", "sktm@1", "surat-keterangan-usaha@1"]
    assert all(json.loads(content)["format"] == "ketinting-pack-1" for content in packs.values())


def test_samples_stand_beside_their_pack() -> None:
    assert set(json.loads(open_examples("sktm", 1))) == {"mark", "at", "answers", "documents", "wrong"}
    with pytest.raises(FileNotFoundError):
        open_examples("tidak-ada", 1)


def test_code_lists_say_who_they_are() -> None:
    lists = open_code_lists()
    assert "klasifikasi" not in lists
    assert all(json.loads(content)["id"] == name for name, content in lists.items())
    sizes = {name: len(json.loads(content)["choices"]) for name, content in lists.items()}
    assert sizes["pekerjaan"] == 89
    assert (sizes["agama"], sizes["status_kawin"], sizes["hubungan_keluarga"], sizes["pendidikan"]) == (7, 4, 11, 10)
    assert json.loads(open_classification())["periods"]
