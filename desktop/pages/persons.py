"""Serves the search for persons: the register is asked on the lane of keystrokes, stale answers are dropped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.background import Lane
from desktop.office import register
from desktop.office.register import Listed, Page, Whole
from desktop.widgets.finder import Entry, PersonFinder
from desktop.wording import moment
from desktop.work import Work


class Persons(QObject):
    """Connects finders to the register."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def serve(self, finder: PersonFinder) -> None:
        """From now on this one gets answers."""
        finder.asked.connect(lambda words, after: self._list(finder, words, after))
        finder.numbered.connect(lambda nik: self._open_nik(finder, nik))
        finder.picked.connect(lambda row: self._open_row(finder, row))

    def _list(self, finder: PersonFinder, words: str, after: int) -> None:
        def show(page: Page) -> None:
            finder.show_people([self._entry(each) for each in page.people], page.after)

        self._work.look("persons", lambda desk: register.list_persons(desk, words, after), show, Lane.SEARCH)

    def _open_nik(self, finder: PersonFinder, nik: str) -> None:
        show = self._show(finder)
        self._work.look("persons", lambda desk: register.person_of_nik(desk, nik), show, Lane.SEARCH)

    def _open_row(self, finder: PersonFinder, row: int) -> None:
        show = self._show(finder)
        self._work.look("persons", lambda desk: register.person_of_row(desk, row), show, Lane.SEARCH)

    def _show(self, finder: PersonFinder) -> Callable[[Whole | None], None]:
        def show(found: Whole | None) -> None:
            if found is None:
                finder.show_person(None, "")
                return
            day = moment(found.changed_at, self._work.me.utc_offset).partition(" ")[0]
            from_request = found.source.startswith("permohonan ")
            source = self.tr("permohonan sebelumnya") if from_request else found.source
            since = self.tr("Data per %1, dari %2").replace("%1", day).replace("%2", source)
            finder.show_person(found.person, since)

        return show

    def _entry(self, listed: Listed) -> Entry:
        born = "-".join(reversed(listed.born.split("-")))
        parts = (listed.place, self.tr("lahir %1").replace("%1", born) if born else "", listed.nik)
        return Entry(listed.id, listed.name, " · ".join(part for part in parts if part))
