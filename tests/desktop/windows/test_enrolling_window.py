"""Ini kantor Anda? Nothing is kept before a yes, and what was cut short between the halves is gone on with."""

from __future__ import annotations

from collections.abc import Callable

from desktop.pages.introduced import IntroducedPage
from desktop.widgets.text import Words
from sync.keys import short_key
from tests.desktop import fakes
from tests.desktop.town import Town, cut_at
from tests.desktop.windows.driver import Person, visible

Open = Callable[[str], Person]
URL = "https://hub.contoh.example"


def ask(person: Person, code: str) -> None:
    """Type everything and press."""
    page = person.program.shell.enrol
    for editor, text in (
        (page._url, URL),
        (page._code, code),
        (page._first, fakes.PASSWORD),
        (page._second, fakes.PASSWORD),
    ):
        editor.setText(text)
    person.press("Daftarkan komputer ini")


def said(person: Person) -> str:
    gate = person.program.shell.gate
    assert isinstance(gate, IntroducedPage)
    return "\n".join(each.text() for each in visible(gate, Words))


def test_a_no_leaves_an_empty_profile_and_a_code_that_still_works(town_window: Open, town: Town) -> None:
    person = town_window("desa")
    page, profile = person.program.shell.enrol, town.folder / "desa"
    before = sorted(profile.glob("**/*"))
    ask(person, town.code("clerk"))
    told = said(person)
    for word in ("Desa Sepatin", fakes.VILLAGE, "Petugas Contoh", URL, short_key(town.ground.identity.key.public)):
        assert word in told
    assert "Belum ada yang disimpan" in told
    person.press("Bukan, kembali")
    assert sorted(profile.glob("**/*")) == before
    assert not person.program._around.vault_by(profile).exists()
    assert page.isVisible()
    assert (page._url.text(), page._first.text()) == (URL, fakes.PASSWORD)
    assert "kodenya masih berlaku" in page._bar.accessibleName()
    person.press("Daftarkan komputer ini")
    person.press("Ya, daftarkan komputer ini")
    assert person.workplace.key == "home"
    one_more_sees_the_own_name_before_there_is_a_slot(person, town.code("kades"))


def one_more_sees_the_own_name_before_there_is_a_slot(person: Person, code: str) -> None:
    person.workplace.open("join", None)
    page, password = person.program.shell.enrol, "sandi kades 26"
    for editor, text in ((page._code, code), (page._first, password), (page._second, password)):
        editor.setText(text)
    person.press("Daftarkan petugas")
    assert "Kepala Desa Contoh" in said(person)
    person.press("Bukan, kembali")
    assert person.work.desk.vault.officers() == ("clerk",)
    person.press("Daftarkan petugas")
    person.press("Ya, daftarkan petugas")
    assert (person.work.desk.officer, person.workplace.key) == ("kades", "home")


def test_an_enrolment_that_was_cut_short_is_gone_on_with_after_a_restart(town_window: Open, town: Town) -> None:
    person, code = town_window("desa"), town.code("clerk")
    cut_at(town, "enrol_finish")
    ask(person, code)
    person.press("Ya, daftarkan komputer ini")
    assert "tidak dapat dihubungi" in person.program.shell.enrol._bar.accessibleName()
    person.program.shell.close()
    person = town_window("desa")
    person.enter("clerk", fakes.PASSWORD)
    assert "Pendaftaran belum selesai" in person.program.shell.enrol._bar.accessibleName()
    ask(person, code)
    assert person.workplace.key == "home"
