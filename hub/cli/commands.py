"""Each command: open the hub, one call, one document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from hub.admin.applying import apply_document
from hub.admin.doctor import examine
from hub.admin.documents import BookStart, Certified, Document, read_document
from hub.admin.folder import FolderSettings, Place, make_hub, open_hub
from hub.admin.listing import list_devices, list_keys, revoke_device, skip_awaited
from hub.admin.waiting import list_waiting
from hub.cli import keeping, looking
from hub.cli.parcels import export_answer, import_outbox
from hub.cli.parsing import Arguments
from hub.errors import HubError
from hub.room import write_new
from hub.service import enrolling
from hub.service.ground import Ground
from hub.service.release import decide
from hub.world import real_world
from sync.encoding import b64u
from sync.keys import short_key


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is printed, and the exit status."""

    document: dict[str, Any] | None
    status: int = 0


def run(arguments: Arguments) -> Outcome:
    """Run one command.

    Raises:
        HubError: with the sentence for standard error.
    """
    place = Place(Path(arguments.text("data")), Path(arguments.text("key_file")))
    if arguments.verb == "init":
        return _init(place, arguments)
    if arguments.verb == "restore":
        return Outcome(keeping.restore_hub(place, arguments, real_world()))
    if arguments.verb == "verify-backup":
        return Outcome(keeping.verify_backup(arguments, real_world()))
    ground = open_hub(place, real_world())
    try:
        if arguments.verb == "serve":
            return _serve(ground, arguments)
        if arguments.verb == "doctor":
            return _doctor(ground, place)
        return Outcome(_COMMANDS[arguments.verb](ground, arguments))
    finally:
        ground.close()


def _init(place: Place, arguments: Arguments) -> Outcome:
    at = keeping.elsewhere(arguments)
    settings = FolderSettings(regency=arguments.text("regency"), database=at.database, blobs=at.blobs)
    ground = make_hub(place, settings, arguments.text("name"), real_world())
    identity = ground.identity
    ground.close()
    about = {"hub_id": identity.hub_id, "hub_key": b64u(identity.key.public), "regency": identity.regency}
    return Outcome({**about, "name": identity.name, "data": str(place.folder), "key_file": str(place.key_file)})


def _serve(ground: Ground, arguments: Arguments) -> Outcome:
    from hub.api.serving import Address, serve  # noqa: PLC0415 - the other commands need no server

    certificate, key = arguments.path("tls_cert"), arguments.path("tls_key")
    if (certificate is None) is not (key is None):
        raise HubError("TLS memerlukan --tls-cert dan --tls-key bersama-sama. Hub tidak dijalankan.")
    address = Address(arguments.text("host"), arguments.whole("port"), certificate, key)
    return Outcome(None, serve(ground, address, Path(arguments.text("data"))))


def _doctor(ground: Ground, place: Place) -> Outcome:
    found = examine(ground, place)
    bad = any(each.level == "bad" for each in found)
    return Outcome({"ok": not bad, "findings": [each.to_json() for each in found]}, int(bad))


def _apply(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    path = Path(arguments.text("file"))
    try:
        content = path.read_bytes()
    except OSError as cause:
        raise HubError(f"Berkas {path} tidak terbaca. Tidak ada yang diubah. Periksa letaknya.") from cause
    return {"applied": apply_document(ground, read_document(content), path.parent)}


def _enter(ground: Ground, document: Document) -> dict[str, Any]:
    return {"applied": apply_document(ground, document, Path.cwd())}


def _office(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    fields = ("id", "name", "address", "postcode", "phone", "email", "paper", "number_code")
    source: dict[str, Any] = {field: arguments.text(field) for field in fields if arguments.text(field)}
    if arguments.texts("kop"):
        source["kop"] = arguments.texts("kop")
    return _enter(ground, Document(offices=(source,)))


def _officer(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    source = {"id": arguments.text("id"), "name": arguments.text("name"), "nip": arguments.text("nip") or None}
    return _enter(ground, Document(officers=(source,)))


def _certificate(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    return _enter(
        ground, Document(certificates=(Certified(officer=arguments.text("id"), file=arguments.text("cert")),))
    )


def _assignment(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    fields = ("officer", "office", "post", "first", "last", "seksi", "status", "decree")
    source: dict[str, Any] = {field: arguments.text(field) for field in fields if arguments.text(field)}
    source["id"] = arguments.text("id") or ground.world.new_id()
    return _enter(ground, Document(assignments=(source,))) | {"assignment": source["id"]}


def _book(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    year, first = arguments.whole("year"), arguments.whole("first")
    start = BookStart(office=arguments.text("office"), book=arguments.text("book"), year=year, first=first)
    return _enter(ground, Document(books=(start,)))


def _enrol_code(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    """One code for each officer; who asked for one finds it at the top as well."""
    office, officers, minutes = arguments.text("office"), arguments.texts("officer"), arguments.whole("minutes")
    made = enrolling.invite_by_codes(ground, office, officers, minutes)
    codes = [{"officer": officer, "code": code} for officer, code in zip(officers, made, strict=True)]
    about = {"office": office, "minutes": minutes, "hub_key": short_key(ground.identity.key.public)}
    return {**(codes[0] if len(codes) == 1 else {}), **about, "codes": codes}


def _enrol_file(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    office, officer = arguments.text("office"), arguments.text("officer")
    ca = arguments.path("ca")
    out = Path(arguments.text("out"))
    try:
        pem = None if ca is None else ca.read_text(encoding="ascii")
        write_new(out, enrolling.invite_by_file(ground, office, officer, arguments.text("url"), pem))
    except (OSError, UnicodeDecodeError) as cause:
        raise HubError(
            f"Berkas {out} tidak dapat dibuat, atau CA tidak terbaca. Tidak ada yang ditimpa. Periksa keduanya."
        ) from cause
    shown = short_key(ground.identity.key.public)
    return {"file": str(out), "office": office, "officer": officer, "days": 30, "hub_key": shown}


def _devices(ground: Ground, _arguments: Arguments) -> dict[str, Any]:
    return {"devices": list_devices(ground)}


def _revoke(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    return {"revoked": arguments.text("id"), "keys": revoke_device(ground, arguments.text("id"))}


def _skip(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    skip_awaited(ground, arguments.text("id"))
    return {"skipped": arguments.text("id")}


def _keys(ground: Ground, _arguments: Arguments) -> dict[str, Any]:
    return {"keys": list_keys(ground)}


def _parked(ground: Ground, _arguments: Arguments) -> dict[str, Any]:
    return {"parked": list_waiting(ground)}


def _decide(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    return {"released": decide(ground, arguments.text("id"), arguments.text("decision"))}


_COMMANDS: Final[Mapping[str, Callable[[Ground, Arguments], dict[str, Any]]]] = {
    "apply": _apply,
    "backup": keeping.backup,
    "office add": _office,
    "office set": _office,
    "officer add": _officer,
    "officer cert": _certificate,
    "assignment add": _assignment,
    "book set": _book,
    "enrol-code": _enrol_code,
    "enrol-file": _enrol_file,
    "devices list": _devices,
    "devices revoke": _revoke,
    "devices skip": _skip,
    "keys list": _keys,
    "parked list": _parked,
    "parked decide": _decide,
    "import-outbox": import_outbox,
    "export-answer": export_answer,
    **looking.COMMANDS,
}
