"""Laying the next signature over a letter: field, stamp, certification, and an empty place for the CMS.

The first signature certifies the letter: nothing may change any more, or, when another signer follows, only the
prepared fields may be filled (DocMDP). All fields are laid with the first signature: a certified file takes no new one.
No ``/M``: the time of signing is not known yet and travels in the CMS (docs/adr/0021).
"""

import hashlib
import io
from typing import Any

from domain.letters import FrozenLetter
from letters.errors import PreparedChanged, PrepareRefused
from letters.integrity import is_waiting
from letters.pdf_files import drawing, reading, updating
from letters.phases import Prepared
from letters.render import render_with_fields
from letters.stamp import Stamp, render_stamp
from letters.templates import TemplateSource
from letters.typeset import FieldBox

CMS_ROOM = 12_288
"""Bytes kept for one CMS: a chain of three RSA certificates takes five thousand, a later time-stamp as much again."""


def prepare(letter: FrozenLetter, template: TemplateSource, stamp: Stamp) -> Prepared:
    """Render revision 0 and prepare its first signature. A function of its arguments, byte for byte.

    Raises RenderRefused, PrepareRefused.
    """
    rendered = render_with_fields(letter, template)
    return _lay(rendered.pdf, rendered.fields[0], stamp, new_fields=rendered.fields)


def prepare_next(signed_pdf: bytes, field: str, stamp: Stamp) -> Prepared:
    """Prepare the next signature over a letter already signed once. Raises PrepareRefused, PdfUnreadable."""
    return _lay(signed_pdf, _open_field(signed_pdf, field), stamp, new_fields=())


def read_prepared(pdf: bytes, sha256: str) -> Prepared:
    """The prepared file as a desk received it: it must be the one that ``letter_frozen`` names.

    The digest to sign is taken from these bytes, the same that are shown. Raises PreparedChanged, PdfUnreadable.
    """
    from pyhanko.sign.fields import enumerate_sig_fields  # noqa: PLC0415 - 1.6 s

    if hashlib.sha256(pdf).hexdigest() != sha256:
        raise PreparedChanged("another file than letter_frozen names")
    with reading(pdf) as reader:
        filled = [(name, value.get_object()) for name, value, _ in enumerate_sig_fields(reader, filled_status=True)]
        waiting = [(name, value) for name, value in filled if is_waiting(value)]
        if len(waiting) != 1:
            raise PreparedChanged(f"{len(waiting)} signatures wait for a CMS")
        name, value = waiting[0]
        first, start, end, rest = (int(part) for part in value["/ByteRange"])
    prepared = Prepared(pdf, name, start, end)
    place = pdf[start:end]
    if (
        first != 0
        or end + rest != len(pdf)
        or not (place[:1] == b"<" and place[-1:] == b">" and not place[1:-1].strip(b"0"))
    ):
        raise PreparedChanged("the byte range does not cover all but the place of the signature")
    return prepared


def _lay(pdf: bytes, box: FieldBox, stamp: Stamp, new_fields: tuple[FieldBox, ...]) -> Prepared:
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - 1.6 s
    from pyhanko.sign import fields  # noqa: PLC0415 - as above
    from pyhanko.sign.signers import cms_embedder  # noqa: PLC0415 - as above
    from pyhanko.sign.signers.pdf_byterange import SignatureObject  # noqa: PLC0415 - as above

    appearance = render_stamp(stamp, box)
    writer = updating(PdfFileReader(io.BytesIO(pdf)), hashlib.sha256(pdf).digest() + appearance)
    for new in new_fields:
        fields.append_signature_field(writer, _field_spec(new))
    steps = cms_embedder.PdfCMSEmbedder().write_cms(box.name, writer, existing_fields_only=True)
    annotation = next(steps).get_object()
    annotation["/AP"] = _appearance(drawing(writer, appearance))
    writer.update_container(annotation)
    place = SignatureObject(subfilter=fields.SigSeedSubFilter.PADES, bytes_reserved=CMS_ROOM * 2)
    steps.send(cms_embedder.SigObjSetup(sig_placeholder=place, mdp_setup=_certification(len(new_fields))))
    digest, output = steps.send(cms_embedder.SigIOSetup(md_algorithm="sha256"))
    return Prepared(output.getvalue(), box.name, digest.reserved_region_start, digest.reserved_region_end)


def _certification(fields_laid: int) -> Any:
    from pyhanko.sign.fields import MDPPerm  # noqa: PLC0415 - see _lay
    from pyhanko.sign.signers.cms_embedder import SigMDPSetup  # noqa: PLC0415 - see _lay

    if fields_laid == 0:
        return None
    allowed = MDPPerm.NO_CHANGES if fields_laid == 1 else MDPPerm.FILL_FORMS
    return SigMDPSetup(md_algorithm="sha256", certify=True, docmdp_perms=allowed)


def _field_spec(box: FieldBox) -> Any:
    from pyhanko.sign.fields import SigFieldSpec  # noqa: PLC0415 - see _lay

    corners: Any = (box.x, box.y, round(box.x + box.width, 2), round(box.y + box.height, 2))
    return SigFieldSpec(box.name, on_page=box.page, box=corners, readable_field_name="Tanda tangan elektronik")


def _appearance(form: Any) -> Any:
    from pyhanko.pdf_utils import generic  # noqa: PLC0415 - see _lay

    return generic.DictionaryObject({generic.pdf_name("/N"): form})  # type: ignore[no-untyped-call]


def _open_field(pdf: bytes, field: str) -> FieldBox:
    from pyhanko.sign.fields import enumerate_sig_fields  # noqa: PLC0415 - see _lay

    with reading(pdf) as reader:
        for name, value, reference in enumerate_sig_fields(reader):
            if name == field and value is None:
                x, y, right, top = (float(corner) for corner in reference.get_object()["/Rect"])
                return FieldBox(field, 0, x, y, right - x, top - y)
    raise PrepareRefused(f"no open field {field}")
