"""Ini kantor Anda? As a hub would be introduced; the sample morning has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.office.introducing import Begun, Introduced
from desktop.pages.introduced import IntroducedPage
from desktop.preferences import Preferences
from sync.encoding import b64u
from sync.enrolment import Begin, Finish, Offer
from sync.keys import SigningKey
from tooling.sample_desk import VILLAGE

if TYPE_CHECKING:
    from tooling.screenshots.photographing import Photographer

_LOOKS = {
    "": Preferences(),
    "-gelap": Preferences(dark=True),
    "-150": Preferences(scale=150),
    "-english": Preferences(language="en"),
}


def ask_whether(seen: Photographer) -> None:
    """The question in each look."""
    for look, chosen in _LOOKS.items():
        program = seen.open("baru", chosen=chosen)
        page = IntroducedPage(introduced(), joining=False)
        program.shell.show_gate(page)
        page.focus_first()
        seen.take(f"01-ini-kantor-anda{look}")
    seen.open("baru", chosen=Preferences())


def introduced() -> Introduced:
    """What a hub says of a code for the village's clerk."""
    blank = b64u(bytes(32))
    begin = Begin(locator="K7Q", device_key=blank, officer_key=blank, desk_nonce=blank)
    names = {"office_name": "Desa Sepatin", "officer": "sepatin-petugas", "officer_name": "Siti Contoh"}
    offer = Offer(hub_id="contoh", hub_key=blank, hub_nonce=blank, office=VILLAGE, hub_proof=blank, **names)
    finish = Finish(locator="K7Q", desk_nonce=blank, desk_proof="", device_signature="", officer_signature="")
    url = "https://hub.contoh.go.id"
    begun = Begun(url=url, ca_pem=None, begin=begin, offer=offer, finish=finish, device_key=bytes(32))
    return Introduced(begun, SigningKey(bytes(32)))
