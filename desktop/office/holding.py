"""The documents of a draft: read once, made ready, sealed on this computer at once; the source stays where it is.

A USB stick is pulled out, a scanner's folder is emptied, a picture was only in the clipboard: what a person chose must
still be there when the form is sent, and a scan of a citizen's papers may not lie on the disk in the clear.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from desktop.errors import BadInput
from desktop.office.attachments import Allowed, Attachment, read_attachment, ready_attachment, turned_image
from desktop.office.desk import Desk
from desktop.office.legibility import measure
from desktop.phrases import phrase
from desktop.store.blobfiles import Kept
from forms.documents import AskedDocument
from sync.encoding import b64u, unb64u
from sync.prepared import prepared


@prepared
class Held(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sealed document of a draft.

    Attributes:
        name: of the file it came from.
        key: the file's key, wrapped by the profile's.
        source: where it came from; empty for the clipboard.
        whole: kept at the size it came with, because somebody asked.
        pages: of a PDF.
        doubts: why it may not be readable (`legibility.Doubt`).
        seen: a person looked and said that it can be read.
    """

    name: str
    media_type: str
    size: int
    file: str
    key: str
    sha256: str
    source: str = ""
    whole: bool = False
    pages: int = 1
    doubts: tuple[str, ...] = ()
    seen: bool = False

    @property
    def kept(self) -> Kept:
        """The file behind it."""
        return Kept(self.file, unb64u(self.key), unb64u(self.sha256), self.size)

    @property
    def is_picture(self) -> bool:
        """Whether it can be turned."""
        return self.media_type != "application/pdf"

    @property
    def doubtful(self) -> bool:
        """Whether somebody should look at it."""
        return bool(self.doubts) and not self.seen


def hold_file(desk: Desk, document: AskedDocument, path: Path, *, whole: bool = False) -> Held:
    """Take a file that a person chose; the file itself is not touched.

    Raises:
        BadInput: it cannot be taken; the sentence says what to do.
        StoreFull: no room.
    """
    return _seal(desk, read_attachment(path, allowed_for(document), whole=whole), str(path), whole=whole)


def hold_bytes(desk: Desk, document: AskedDocument, name: str, content: bytes) -> Held:
    """Take what was in the clipboard.

    Raises:
        BadInput, StoreFull: as `hold_file`.
    """
    return _seal(desk, ready_attachment(content, name, allowed_for(document)), "")


def turn(desk: Desk, held: Held, quarters: int) -> Held:
    """Turned right by quarters of a circle; a new file, the old one may be let go.

    Raises:
        BadInput: a PDF is turned where it was made.
        DamagedStore: the file does not read.
    """
    if not held.is_picture:
        raise BadInput("putar_pdf", phrase("PDF tidak dapat diputar di sini. Pindai ulang dengan arah yang benar."))
    content = turned_image(desk.files.read_all(held.kept), held.media_type, quarters)
    found = _seal(desk, Attachment(content, held.media_type, held.name), held.source, whole=held.whole)
    return msgspec.structs.replace(found, seen=held.seen)


def said_readable(held: Held) -> Held:
    """A person looked at it and can read it."""
    return msgspec.structs.replace(held, seen=True)


def bytes_of(desk: Desk, held: Held) -> bytes:
    """What is in it.

    Raises:
        DamagedStore: the file does not read.
    """
    return desk.files.read_all(held.kept)


def let_go(desk: Desk, held: Held) -> None:
    """Remove the sealed copy of a document that no draft names any more."""
    desk.files.forget(held.file)


def allowed_for(document: AskedDocument) -> Allowed:
    """What the service takes for it."""
    return Allowed(f"“{document.label}”", document.media_types, document.max_bytes)


def read_held(kept: object) -> dict[str, Held]:
    """Documents as a draft keeps them; what an older program wrote (the path alone) is left out."""
    if not isinstance(kept, Mapping):
        return {}
    return {str(kind): msgspec.convert(each, Held) for kind, each in kept.items() if isinstance(each, Mapping)}


def write_held(scans: Mapping[str, Held]) -> dict[str, Any]:
    """As a draft keeps them."""
    return {kind: msgspec.to_builtins(held) for kind, held in scans.items()}


def _seal(desk: Desk, ready: Attachment, source: str, *, whole: bool = False) -> Held:
    doubts = () if ready.media_type == "application/pdf" else measure(ready.content).doubts
    kept = desk.files.keep([ready.content])
    return Held(
        name=ready.name,
        media_type=ready.media_type,
        size=kept.size,
        file=kept.file,
        key=b64u(kept.wrapped_key),
        sha256=b64u(kept.sha256),
        source=source,
        whole=whole,
        pages=ready.pages,
        doubts=tuple(str(doubt) for doubt in doubts),
    )
