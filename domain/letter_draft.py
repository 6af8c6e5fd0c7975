"""The letter of a request before its number: which field comes from where.

One rule for the desk that issues and the hub that prepares or sets the letter again: their bytes must be equal.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.letter_signatures import signatures_at
from domain.letters import Content, Draft, Letterhead, TemplateRef
from domain.offices import Office
from domain.posts import Held, Officer
from domain.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a service pack and the answers give to a letter. `pack` is ``id@version``."""

    service: str
    pack: str
    title: str
    template: TemplateRef
    content: Content


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Who signs at the present step, by which right."""

    officer: Officer
    held: Held


def draft_letter(letter: str, request: Request, wording: Wording, office: Office, signer: SignedBy) -> Draft:
    """The draft of the letter with this id, frozen at the request's present step by this office.

    Raises:
        LetterInvalid: a content that no letter can have.
    """
    return Draft(
        letter=letter,
        request=request.id,
        service=wording.service,
        pack=wording.pack,
        office=office.id,
        place=office.name,
        kop=Letterhead(office.kop, office.address_line, office.emblem or None),
        title=wording.title,
        content=dict(wording.content),
        signatures=signatures_at(request, office.seat, signer.officer, signer.held),
        paper=office.paper.value,
        template=wording.template,
    )


def verification_address(site: str, shard: str, letter: str) -> str:
    """Where the QR leads: the page of the letter at the regency's site, found by a token that begins with its shard."""
    return f"{site.rstrip('/')}/{shard}/{letter}"
