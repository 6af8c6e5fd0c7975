from datetime import UTC, datetime

from domain.actions import ActionKind
from domain.letter_draft import SignedBy, Wording, draft_letter, verification_address
from domain.letters import Letterhead, ReservedSignature, Signature, TemplateRef
from domain.office_customs import Above, default_office
from domain.posts import Assignment, Form, Held, Officer
from domain.request import start
from domain.routes import Route
from tests.domain import builders
from tests.domain.builders import SKTM, USAHA, VILLAGE

OFFICE = default_office(VILLAGE, "Desa Contoh", Above("Kutai Kartanegara", "Anggana"))
KADES = Assignment(id="a1", officer="kades-1", office=VILLAGE, post="kades", start=datetime(2026, 1, 1, tzinfo=UTC))
WORDING = Wording(
    service="sku",
    pack="sku@1",
    title="SURAT KETERANGAN USAHA",
    template=TemplateRef("sku", "t" * 64),
    content={"nama": "Warga"},
)


def drafted(route: Route) -> tuple[Signature | ReservedSignature, ...]:
    request = start(builders.an_action(ActionKind.SUBMIT), route)
    signer = SignedBy(Officer("kades-1", "Kades Contoh"), Held(KADES, Form.OWN))
    draft = draft_letter("letter-1", request, WORDING, OFFICE, signer)
    assert (draft.letter, draft.request, draft.service, draft.pack) == ("letter-1", request.id, "sku", "sku@1")
    assert (draft.office, draft.place, draft.paper) == (OFFICE.id, OFFICE.name, OFFICE.paper.value)
    assert draft.kop == Letterhead(OFFICE.kop, OFFICE.address_line, OFFICE.emblem or None)
    assert (draft.title, draft.template, dict(draft.content)) == (WORDING.title, WORDING.template, {"nama": "Warga"})
    return draft.signatures


def test_a_draft_takes_its_fields_from_request_pack_office_and_signer() -> None:
    (signature,) = drafted(USAHA)
    assert isinstance(signature, Signature)
    assert (signature.field, signature.name) == ("ttd1", "Kades Contoh")


def test_a_draft_reserves_the_fields_of_later_signers() -> None:
    assert drafted(SKTM)[1:] == (ReservedSignature("ttd2"),)


def test_the_page_of_a_letter_is_found_by_a_token_that_begins_with_its_shard() -> None:
    found = verification_address("https://surat.contoh.example/p/", "64.02.04", "letter-1")
    assert found == "https://surat.contoh.example/p/64.02.04/letter-1"
