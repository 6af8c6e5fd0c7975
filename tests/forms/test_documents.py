from __future__ import annotations

from forms.documents import missing, refused
from tests.forms.building import form, pack

DOCUMENTS = [
    {"kind": "ktp", "label": "KTP-el", "media_types": ["application/pdf", "image/jpeg"], "max_bytes": 1_000_000},
    {
        "kind": "surat",
        "label": "Surat kuasa",
        "relevant": "${a} = 'ya'",
        "required": "${a} = 'ya'",
        "media_types": ["image/png"],
        "max_bytes": 50_000,
    },
    {"kind": "foto", "label": "Foto", "required": False, "media_types": ["image/png"], "max_bytes": 50_000},
]
OF = pack({"type": "text", "name": "a", "label": "A"}, documents=DOCUMENTS)


def test_documents_are_asked_for_as_the_answers_want_it() -> None:
    assert [(each.kind, each.required) for each in form(OF, {}).documents] == [("ktp", True), ("foto", False)]
    assert [each.kind for each in form(OF, {"a": "ya"}).documents] == ["ktp", "surat", "foto"]


def test_what_is_required_and_has_not_come_is_missing() -> None:
    asked = form(OF, {"a": "ya"}).documents
    assert [(each.path, each.code) for each in missing(asked, {"ktp"})] == [("documents/surat", "document_missing")]
    assert missing(asked, {"ktp", "surat"}) == ()


def test_a_document_of_another_kind_type_or_size_is_refused() -> None:
    asked = form(OF, {}).documents
    assert refused(asked, "ktp", "image/jpeg", 1_000_000) == ()
    assert [each.code for each in refused(asked, "surat", "image/png", 1)] == ["document_not_asked"]
    both = refused(asked, "ktp", "text/html", 1_000_001)
    assert [each.code for each in both] == ["document_type", "document_too_large"]
    assert "PDF atau JPEG" in both[0].sentence
    assert "1000 kB" in both[1].sentence
