"""An authority, officers and letters in every phase, made once for all tests of this room."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

import pytest

from domain.letters import FrozenLetter
from letters.authority import Authority, OfficerFile, make_authority
from letters.officer_keys import ExpectedSigner, OfficerKey, fingerprint_of_pem, open_pkcs12
from letters.phases import Prepared, Signed
from letters.preparing import prepare, prepare_next
from letters.revocation import add_revocation
from letters.signing import sign_here
from letters.stamp import SignerBlock, Stamp
from letters.templates import TemplateSource, load_template
from letters.verdict import Trust
from tests.doors import shut_doors
from tests.letters.samples import ON, frozen
from tests.quickly import officer_files_quick

shut_doors()

BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
URL = "https://hub.contoh.go.id/v/640204-AbCdEf123456"
STAMP = Stamp(URL, ON)
SECOND_STAMP = Stamp(
    URL,
    ON,
    SignerBlock(
        ("Mengetahui,", "Nomor Register : 400/017/KMM/2026"),
        ("Plh. Camat Muara Muntai", "Sekretaris Kecamatan"),
        "Contoh Sekcam, S.H.",
        "19720101 199801 2 000",
    ),
)


@dataclass(frozen=True)
class Officer:
    """One officer of the tests with the file, the open key, and what the hub expects."""

    file: OfficerFile
    key: OfficerKey
    expected: ExpectedSigner


@dataclass(frozen=True)
class World:
    """Who signs here and what is trusted."""

    authority: Authority
    kades: Officer
    camat: Officer

    @property
    def roots(self) -> tuple[bytes, ...]:
        return (self.authority.root_pem,)

    @cached_property
    def crls(self) -> tuple[bytes, ...]:
        return self.authority.crls(NOW)

    def trust(self, **expected: Officer) -> Trust:
        return Trust(self.roots, NOW, self.crls, {field: officer.expected for field, officer in expected.items()})


def officer(authority: Authority, name: str, begins: datetime = BEGINS, days: int = 730) -> Officer:
    with officer_files_quick():
        file = authority.issue_officer(name, "rahasia", begins, days)
    return Officer(file, open_pkcs12(file.pkcs12, "rahasia"), ExpectedSigner(fingerprint_of_pem(file.certificate_pem)))


@pytest.fixture(scope="session")
def world() -> World:
    authority = make_authority("Contoh", BEGINS)
    return World(authority, officer(authority, "Contoh Kepala Desa"), officer(authority, "Drs. Contoh Camat, M.Si."))


@pytest.fixture(scope="session")
def letter() -> FrozenLetter:
    return frozen()


@pytest.fixture(scope="session")
def template() -> TemplateSource:
    return load_template("surat-keterangan-usaha")


@pytest.fixture(scope="session")
def prepared(letter: FrozenLetter, template: TemplateSource) -> Prepared:
    return prepare(letter, template, STAMP)


@pytest.fixture(scope="session")
def signed(prepared: Prepared, world: World) -> Signed:
    """The village's own letter: one signer, certified."""
    return sign_here(prepared, world.kades.key, world.kades.expected, NOW)


@pytest.fixture(scope="session")
def half_signed(world: World) -> bytes:
    """An SKTM signed by the kades, with the CRLs laid in; the camat's field is open."""
    first = prepare(frozen("sktm"), load_template("sktm"), STAMP)
    done = sign_here(first, world.kades.key, world.kades.expected, NOW)
    return add_revocation(done.pdf, [world.authority.root_pem, world.authority.intermediate_pem], world.crls)


@pytest.fixture(scope="session")
def twice_signed(half_signed: bytes, world: World) -> bytes:
    """The same SKTM signed by the camat too, with CRLs."""
    second = prepare_next(half_signed, "ttd2", SECOND_STAMP)
    done = sign_here(second, world.camat.key, world.camat.expected, NOW)
    return add_revocation(done.pdf, [], world.crls)
