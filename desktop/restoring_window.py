"""Between the restore page and the use cases: look inside, close the desk, put the backup in place, sign in anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.background import Background
from desktop.door import Officer, read_door
from desktop.errors import BadInput, NotAllowed
from desktop.keys import Vault
from desktop.phrases import phrase

if TYPE_CHECKING:
    from desktop.office.changes import Changed
    from desktop.office.desk import Desk, Outside
    from desktop.office.losing import Inside, Lost
    from desktop.pages.restore import Chosen, RestorePage


class RestoringWindow(QObject):
    """Lives as long as its page. `let_go` closes the desk that is open; `done` shows the sign-in page again."""

    def __init__(
        self, page: RestorePage, background: Background, vault: Vault, outside: Outside, desk: Desk | None
    ) -> None:
        super().__init__(page)
        self._page, self._background, self._vault = page, background, vault
        self._outside, self._desk = outside, desk
        self.let_go: Callable[[], bool] = lambda: True
        self.done: Callable[[], None] = lambda: None
        page.file_chosen.connect(self._ask_officers)
        page.looked.connect(self._look)
        page.wanted.connect(self._restore)

    def begin(self, chosen: Path | None, utc_offset: int | None) -> None:
        """Show what there is, by the office's clock, or by the computer's while the office is not known."""
        from desktop.office.restoring import nightly_backups  # noqa: PLC0415 - after the first paint

        here = self._outside.now().astimezone().utcoffset() or timedelta()
        offset = int(here.total_seconds() // 60) if utc_offset is None else utc_offset
        self._page.prepare(nightly_backups(self._vault.folder), chosen, offset)

    def _ask_officers(self, source: Path) -> None:
        from desktop.office.restoring import officers_inside  # noqa: PLC0415 - as above

        vault = self._vault
        self._background.do(lambda: officers_inside(vault, source), self._show_officers, self._page.refuse)

    def _show_officers(self, officers: tuple[str, ...]) -> None:
        known = {each.id: each for each in read_door(self._vault.folder, officers).officers}
        self._page.show_officers(tuple(known.get(each, Officer(each, each)) for each in officers))

    def _look(self, chosen: Chosen) -> None:
        from desktop.office.losing import look_inside  # noqa: PLC0415 - as above

        vault, outside, desk = self._vault, self._outside, self._desk
        who = (chosen.officer, chosen.password)

        def look() -> tuple[Inside, Lost]:
            return look_inside(vault, outside, chosen.source, who, desk)

        self._background.do(look, lambda found: self._page.show_inside(*found), self._page.refuse)

    def _restore(self, chosen: Chosen) -> None:
        from desktop.office.restoring import restore_from  # noqa: PLC0415 - as above

        vault, outside = self._vault, self._outside
        if not self.let_go():
            self._page.refuse(_busy())
            return
        self._desk = None

        def restore() -> Changed:
            try:
                return restore_from(vault, outside, chosen.source, (chosen.officer, chosen.password))
            except OSError as error:
                raise BadInput(
                    "pulihkan_gagal",
                    phrase(
                        "Folder data tidak dapat diganti; mungkin program lain memakainya. Data sekarang "
                        "tidak berubah. Tutup program lain, lalu coba lagi."
                    ),
                ) from error

        self._background.do(restore, lambda _changed: self.done(), self._page.refuse)


def _busy() -> NotAllowed:
    return NotAllowed(
        "sedang_sinkron",
        phrase(
            "Sinkronisasi sedang berjalan. Data aman dan belum ada yang berubah. Tunggu sampai selesai, lalu coba lagi."
        ),
    )
