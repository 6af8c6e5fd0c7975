"""Keys of officers at this office: who decides with which key on which computer, and the head's word on them."""

from __future__ import annotations

from desktop.errors import HubTrouble, NotAllowed, NotFound
from desktop.heard import retold
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.reach import Reach
from desktop.office.recording import moment
from desktop.phrases import noted, phrase
from desktop.store.configuration import KeyEntry
from domain.actions import Json
from sync.encoding import instant_text, unb64u
from sync.errors import SyncError
from sync.keys import CONFIRM, key_decision

_WORDS = {
    "certified": noted("belum disahkan kepala kantor"),
    "confirmed": noted("disahkan"),
    "revoked": noted("dicabut"),
}


def short_id(key: KeyEntry) -> str:
    """A key's name for people and command lines: twelve letters of its hash that never look like an option."""
    return unb64u(key.key, size=32)[:6].hex()


def list_devices(desk: Desk) -> Changed:
    """The keys of this office, as the configuration last told."""
    with desk.database.reading() as connection:
        who, config = desk.enrolled(connection), desk.configuration(connection)
    mine = [key for key in config.keys if key.office == who.office]
    told: list[Json] = [
        {
            "id": short_id(key),
            "key": key.key,
            "device": key.device,
            "officer": key.officer,
            "officer_name": config.name_of(key.officer),
            "state": key.state,
            "this_desk": key.device == who.device_id,
        }
        for key in mine
    ]
    lines = [
        f"{short_id(key)}  {config.name_of(key.officer)}  {phrase(_WORDS.get(key.state, key.state))}" for key in mine
    ]
    return Changed(told={"devices": told}, sentence="\n".join(lines) or phrase("Belum ada kunci petugas."))


def confirm_device(desk: Desk, reach: Reach, name: str) -> Changed:
    """The head of the office confirms a colleague's key, named by its id or by its device.

    Raises:
        NotFound: no such key waits here.
        HubTrouble: the hub could not be reached, or found that the acting officer does not lead the office.
    """
    return _decide(desk, reach, name, "confirmed", frozenset({"certified"}))


def revoke_device(desk: Desk, reach: Reach, name: str) -> Changed:
    """The head of the office takes a key out of use: a colleague has left, or a computer is gone.

    What was done with it before stays valid; nothing that it signs from now on is accepted.

    Raises:
        NotFound: no such key is in use here.
        NotAllowed: it is the very key that would sign this.
        HubTrouble: as `confirm_device`.
    """
    if name in {desk.signing_key.key_id, unb64u(desk.signing_key.key_id, size=32)[:6].hex()}:
        raise NotAllowed(
            "kunci_sendiri",
            phrase(
                "Ini kunci yang sedang Anda pakai. Belum ada yang berubah. Cabut dari komputer lain, atau lewat "
                "pengelola hub."
            ),
        )
    return _decide(desk, reach, name, "revoked", frozenset({"certified", "confirmed"}))


def _decide(desk: Desk, reach: Reach, name: str, state: str, before: frozenset[str]) -> Changed:
    with desk.database.reading() as connection:
        who, contact, config = desk.enrolled(connection), desk.contact(connection), desk.configuration(connection)
    chosen = [key for key in config.keys if name in {short_id(key), key.key, key.device} and key.office == who.office]
    chosen = [key for key in chosen if key.state in before]
    if not chosen:
        waits = phrase("menunggu pengesahan") if state == "confirmed" else phrase("masih dipakai")
        raise NotFound(
            "kunci_tidak_ada",
            phrase(
                "Tidak ada kunci “{name}” yang {waits} di kantor ini. Tidak ada yang berubah. Lihat daftarnya.",
                name=name[:60],
                waits=waits,
            ),
        )
    hub, _ = reach.hub(who, contact.hub_keys[-1], contact.nonce)
    at = instant_text(moment(desk))
    try:
        for key in chosen:
            message = key_decision(who.hub_id, key.key, state, at)
            hub.decide_key(key.key, state, at, desk.signing_key.sign(CONFIRM, message))
    except SyncError as error:
        raise HubTrouble(error.code, retold(error.sentence)) from error
    done: list[Json] = [key.key for key in chosen]
    return Changed(
        everything=True,
        told={state: done},
        sentence=phrase("{count} kunci {words}.", count=len(done), words=phrase(_WORDS[state])),
    )
