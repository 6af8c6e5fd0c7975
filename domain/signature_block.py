"""The lines around a signature: whose name the letter bears, who signs it, and whether a NIP stands below."""

from dataclasses import dataclass

from domain.posts import HEAD_POSTS, Assignment, Form, Officer, Status, prefixed


@dataclass(frozen=True, slots=True)
class Seat:
    """The office as its signature blocks name it.

    Attributes:
        head_title: ``Camat``, ``Kepala Desa``, ``Petinggi``, ``Lurah`` or the full title of an agency's head.
        place: what follows the title: ``Anggana``; empty for an agency.
        nip_line: whether the office prints a NIP (a desa does not: its kades is elected).
        deputy_title: the post between the head and an u.b. signer: ``Sekretaris Kecamatan``.
    """

    head_title: str
    place: str
    nip_line: bool
    deputy_title: str = ""

    @property
    def head_line(self) -> str:
        """``CAMAT ANGGANA``."""
        return f"{self.head_title} {self.place}".strip().upper()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Lines above the signature, the signer's name, lines below it."""

    above: tuple[str, ...]
    name: str
    below: tuple[str, ...]


def signature_block(seat: Seat, officer: Officer, assignment: Assignment, form: Form) -> SignatureBlock:
    """The block of this signer.

    A Pj. kades is a civil servant by law (UU 6/2014), so a Pj. has a NIP printed even in an office without NIP lines.
    """
    printed = officer.nip is not None and (seat.nip_line or assignment.status is Status.PJ)
    below = (f"NIP. {officer.nip_printed}",) if printed else ()
    return SignatureBlock(signature_lines(seat, assignment, form), officer.name, below)


def signature_lines(seat: Seat, assignment: Assignment, form: Form) -> tuple[str, ...]:
    """The lines above it: ``("a.n. CAMAT ANGGANA", "Sekretaris Kecamatan")`` or ``("Plh. CAMAT ANGGANA",)``."""
    if form is Form.AN:
        return (f"a.n. {seat.head_line}", assignment.post_title)
    if form is Form.UB:
        between = (seat.deputy_title,) if seat.deputy_title else ()
        return (f"a.n. {seat.head_line}", *between, "u.b.", assignment.post_title)
    if assignment.post in HEAD_POSTS:
        return (prefixed(assignment.status, seat.head_line),)
    return (assignment.post_title,)
