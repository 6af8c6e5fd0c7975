"""Verb by verb: from the words of a line to a use case. Each imports only what it needs."""
# ruff: noqa: PLC0415 - a verb pays for its own imports and for nobody else's: a list must not load PDF and TLS

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.cli.agreeing import ask_whether
from desktop.cli.session import Session, split_scan
from desktop.errors import BadInput
from desktop.files import small_bytes
from desktop.passwords import read_password

if TYPE_CHECKING:
    from desktop.office.changes import Changed
    from desktop.office.introducing import Invitation
    from desktop.office.submitting import Scan


def enrol(session: Session, args: argparse.Namespace) -> Changed:
    """`enrol --hub URL --code CODE [--ca FILE] | --file FILE [--yes]`."""
    from desktop.office import enrolling

    invitation, password = _invitation(args), session.password_of(args)
    surroundings = (session.vault, session.outside, session.reach)
    introduced = enrolling.introduce_desk(*surroundings, invitation, password)
    if introduced is not None:
        ask_whether(introduced, args)
    desk, changed = enrolling.settle_in(*surroundings, introduced, password)
    session.adopt(desk)
    return enrolling.with_services(desk, session.reach, changed)


def _invitation(args: argparse.Namespace) -> Invitation:
    from desktop.office.introducing import invitation_by_code, invitation_by_file

    if args.file is not None and args.code is None:
        return invitation_by_file(_bytes_of(args.file))
    if args.hub and args.code and args.file is None:
        ca = None if args.ca is None else _authority(args.ca)
        return invitation_by_code(args.hub, args.code, ca)
    raise BadInput("pendaftaran_kurang", "Pakai --hub URL --code KODE, atau --file BERKAS. Belum ada yang dikirim.")


def _authority(path: Path) -> str:
    found = _bytes_of(path).decode("utf-8", "replace")
    if "-----BEGIN CERTIFICATE-----" not in found:
        raise BadInput(
            "ca_salah",
            f"Berkas {path.name} bukan sertifikat CA (PEM). Belum ada yang dikirim. Pilih berkas yang benar.",
        )
    return found


def _bytes_of(path: Path) -> bytes:
    try:
        return small_bytes(path)
    except OSError as error:
        raise BadInput(
            "berkas_tidak_terbaca", f"Berkas {path.name} tidak dapat dibaca. Tidak ada yang diubah. Periksa letaknya."
        ) from error


def officer_add(session: Session, args: argparse.Namespace) -> Changed:
    """`officer add --code CODE [--yes]`."""
    from desktop.office.enrolling import introduce_officer, let_in

    desk = session.desk(args)
    password = read_password(args.new_password_file or getattr(args, "password_file", None), session.password)
    introduced = introduce_officer(desk, session.reach, args.code, password)
    ask_whether(introduced, args)
    return let_in(desk, session.reach, introduced, password)


def devices_list(session: Session, args: argparse.Namespace) -> Changed:
    """`devices list`."""
    from desktop.office.colleagues import list_devices

    return list_devices(session.desk(args))


def devices_confirm(session: Session, args: argparse.Namespace) -> Changed:
    """`devices confirm ID`."""
    from desktop.office.colleagues import confirm_device

    return confirm_device(session.desk(args), session.reach, args.id)


def devices_revoke(session: Session, args: argparse.Namespace) -> Changed:
    """`devices revoke ID`."""
    from desktop.office.colleagues import revoke_device

    return revoke_device(session.desk(args), session.reach, args.id)


def services(session: Session, args: argparse.Namespace) -> Changed:
    """`services`."""
    from desktop.office.services import list_services

    return list_services(session.desk(args))


def submit(session: Session, args: argparse.Namespace) -> Changed:
    """`submit SERVICE --answers FILE.json [--attach KIND=FILE]…`."""
    from desktop.office.submitting import read_answers, submit_request

    return submit_request(session.desk(args), args.service, read_answers(args.answers), _scans(args.attach))


def correct(session: Session, args: argparse.Namespace) -> Changed:
    """`correct REQUEST --answers FILE`."""
    from desktop.office.submitting import correct_request, read_answers

    return correct_request(session.desk(args), args.request, read_answers(args.answers), _scans(args.attach))


def attach(session: Session, args: argparse.Namespace) -> Changed:
    """`attach REQUEST KIND=FILE`."""
    from desktop.office.submitting import attach_documents

    return attach_documents(session.desk(args), args.request, _scans(args.attach))


def _scans(texts: list[str]) -> list[Scan]:
    from desktop.office.submitting import Scan

    return [Scan(*split_scan(text)) for text in texts]


def requests(session: Session, args: argparse.Namespace) -> Changed:
    """`requests [--state S]`."""
    from desktop.office.looking import list_requests

    return list_requests(session.desk(args), args.state)


def show(session: Session, args: argparse.Namespace) -> Changed:
    """`show REQUEST`."""
    from desktop.office.looking import show_request

    return show_request(session.desk(args), args.request)


def act(session: Session, args: argparse.Namespace) -> Changed:
    """`act REQUEST verify|paraf|…`."""
    from desktop.office import acting

    decision = acting.Decision(args.act, args.reason, args.to, args.medium, args.by)
    return acting.act(session.desk(args), args.request, decision)


def issue(session: Session, args: argparse.Namespace) -> Changed:
    """`issue REQUEST --p12 FILE`."""
    from desktop.office.issuing import issue_letter
    from desktop.office.lettering import read_p12

    desk = session.desk(args)
    return issue_letter(desk, args.request, read_p12(args.p12), _passphrase(args))


def sign(session: Session, args: argparse.Namespace) -> Changed:
    """`sign REQUEST… --p12 FILE --passphrase-file F`."""
    from desktop.office.lettering import read_p12
    from desktop.office.signing import sign_letters

    desk = session.desk(args)
    return sign_letters(desk, args.request, read_p12(args.p12), _passphrase(args))


def _passphrase(args: argparse.Namespace) -> str:
    return read_password(args.passphrase_file, None, "Frasa sandi sertifikat: ")


def letters(session: Session, args: argparse.Namespace) -> Changed:
    """`letters REQUEST --out DIR`."""
    from desktop.office.handing import export_letters

    return export_letters(session.desk(args), args.request, args.out)


def wet_ink(session: Session, args: argparse.Namespace) -> Changed:
    """`wet-ink REQUEST --out FILE.pdf | --scan FILE [--signed-on DAY]`."""
    from desktop.office.wet_ink import SignedPage, attach_signed_page, write_for_pen

    desk = session.desk(args)
    if args.scan is None:
        return write_for_pen(desk, args.request, args.out)
    return attach_signed_page(desk, args.request, SignedPage(args.scan, args.signed_on))


def receipt(session: Session, args: argparse.Namespace) -> Changed:
    """`receipt REQUEST --out FILE`."""
    from desktop.office.receipts import write_receipt

    return write_receipt(session.desk(args), args.request, args.out)


def sync(session: Session, args: argparse.Namespace) -> Changed:
    """`sync`."""
    from desktop.office.outgoing import exchange

    return exchange(session.desk(args), session.reach)


def export_outbox(session: Session, args: argparse.Namespace) -> Changed:
    """`export-outbox FILE [--max-mb N] [--next]`."""
    from desktop.office.carrying_out import export_outbox

    limit = None if args.max_mb is None else args.max_mb * 1024**2
    return export_outbox(session.desk(args), args.file, limit, rest=args.next)


def import_answer(session: Session, args: argparse.Namespace) -> Changed:
    """`import-answer FILE`."""
    from desktop.office.carrying_in import import_answer

    return import_answer(session.desk(args), args.file)


def fetch(session: Session, args: argparse.Namespace) -> Changed:
    """`fetch REQUEST`."""
    from desktop.office.letting_go import fetch_back

    return fetch_back(session.desk(args), args.request)


def parked_list(session: Session, args: argparse.Namespace) -> Changed:
    """`parked list`."""
    from desktop.office.unsettled_listing import list_unsettled

    return list_unsettled(session.desk(args))


def parked_again(session: Session, args: argparse.Namespace) -> Changed:
    """`parked again ACTION`."""
    from desktop.office.unsettled import apply_again

    return apply_again(session.desk(args), args.action)


def parked_drop(session: Session, args: argparse.Namespace) -> Changed:
    """`parked drop ACTION`."""
    from desktop.office.unsettled import let_go

    return let_go(session.desk(args), args.action)


def parked_export(session: Session, args: argparse.Namespace) -> Changed:
    """`parked export ACTION FILE`."""
    from desktop.office.unsettled_listing import export_for_support

    return export_for_support(session.desk(args), args.action, args.file)


def citizens_import(session: Session, args: argparse.Namespace) -> Changed:
    """`citizens import FILE`."""
    from desktop.office.register import import_citizens

    return import_citizens(session.desk(args), args.file, preview=args.preview)


def citizens_search(session: Session, args: argparse.Namespace) -> Changed:
    """`citizens search WORD…`."""
    from desktop.office.register import search_citizens

    return search_citizens(session.desk(args), " ".join(args.words), args.after)


def backup(session: Session, args: argparse.Namespace) -> Changed:
    """`backup FILE`."""
    from desktop.office.safekeeping import backup_to

    return backup_to(session.desk(args), args.file)


def restore(session: Session, args: argparse.Namespace) -> Changed:
    """`restore FILE`."""
    from desktop.office.restoring import restore_from

    session.close()
    who = (getattr(args, "officer", None), session.password_of(args))
    return restore_from(session.vault, session.outside, args.file, who)


def doctor(session: Session, args: argparse.Namespace) -> Changed:
    """`doctor [--quick]`."""
    from desktop.office.examining import examine

    return examine(session.desk(args), session.reach, quick=args.quick)


def report(session: Session, args: argparse.Namespace) -> Changed:
    """`report FILE.zip`."""
    from desktop.office.reporting import write_report

    return write_report(session.desk(args), session.reach, args.file)


VERBS: Final[Mapping[str, Callable[[Session, argparse.Namespace], Changed]]] = {
    "enrol": enrol,
    "officer add": officer_add,
    "devices list": devices_list,
    "devices confirm": devices_confirm,
    "devices revoke": devices_revoke,
    "services": services,
    "submit": submit,
    "correct": correct,
    "attach": attach,
    "requests": requests,
    "show": show,
    "act": act,
    "issue": issue,
    "sign": sign,
    "letters": letters,
    "wet-ink": wet_ink,
    "receipt": receipt,
    "sync": sync,
    "export-outbox": export_outbox,
    "import-answer": import_answer,
    "fetch": fetch,
    "parked list": parked_list,
    "parked again": parked_again,
    "parked drop": parked_drop,
    "parked export": parked_export,
    "citizens import": citizens_import,
    "citizens search": citizens_search,
    "backup": backup,
    "restore": restore,
    "doctor": doctor,
    "report": report,
}


def name_of(args: argparse.Namespace) -> str:
    """The verb with its second word, as in the table."""
    return f"{args.verb} {args.sub}" if getattr(args, "sub", None) else str(args.verb)


def perform(session: Session, args: argparse.Namespace) -> Changed:
    """Do what a parsed line says.

    Raises:
        WorldError: what the world has against it.
    """
    return VERBS[name_of(args)](session, args)
