"""Whether every attachment and letter of this desk still opens; what does not is fetched again where the hub has it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.errors import DamagedStore
from desktop.office.desk import Desk
from desktop.phrases import phrase
from desktop.store import mending
from desktop.store.mending import LETTER, Place
from domain.actions import Json
from sync.encoding import instant_text


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that is missing or does not open; `coming` says that the next exchange brings it back."""

    place: Place
    coming: bool

    @property
    def sentence(self) -> str:
        """Whose, which, and what to do."""
        place = self.place
        what = phrase("Surat") if place.document == LETTER else phrase("Dokumen “{document}”", document=place.document)
        whose = phrase("permohonan {who} ({request})", who=place.subject or place.request, request=place.request)
        if self.coming:
            return phrase(
                "{what} pada {whose} rusak di komputer ini; diambil lagi dari hub saat sinkronisasi berikutnya.",
                what=what,
                whose=whose,
            )
        if place.document == LETTER:
            return phrase(
                "{what} pada {whose} rusak di komputer ini. Pulihkan cadangan, atau hubungi pengelola hub.",
                what=what,
                whose=whose,
            )
        return phrase(
            "{what} pada {whose} rusak dan belum ada di hub. Pindai ulang, lalu lampirkan lagi.", what=what, whose=whose
        )

    def told(self) -> Json:
        """For programs."""
        place = self.place
        return {"request": place.request, "document": place.document, "sha256": place.sha256, "coming": self.coming}


def look_at_seals(desk: Desk, *, quick: bool = False) -> list[Broken]:
    """Open every piece of every file, or with `quick` only see that the files are there.

    Reads as many bytes as the desk holds: some seconds for each gigabyte.
    """
    with desk.database.reading() as connection:
        places = mending.places(connection)
    names = desk.files.names()
    bad = [place for place in places if place.kept.file not in names or not (quick or _opens(desk, place))]
    if not bad:
        return []
    now = instant_text(desk.outside.now())
    with desk.database.writing() as connection:
        return [Broken(place, mending.fetch_again(connection, place, now)) for place in bad]


def _opens(desk: Desk, place: Place) -> bool:
    try:
        desk.files.read_all(place.kept)
    except DamagedStore:
        return False
    return True
