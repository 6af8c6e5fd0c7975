"""The pages of one form, each built when it is shown for the first time; the answers of all are kept here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.heard import retold
from desktop.office import drafting
from desktop.office.drafting import Filling
from desktop.office.sheets import Sheet, asks_something, places_of
from desktop.pages.rows import RowsPage
from desktop.pages.sheets import SheetPage
from desktop.widgets.onepage import OnePage
from forms.evaluation import Form

AnyPage = SheetPage | RowsPage
Problems = list[tuple[str, str]]
"""Path and sentence."""


class SheetShelf(QObject):
    """Asks like a list of pages; a page that nobody opens costs nothing."""

    edited = Signal()
    finding = Signal(object)
    filled = Signal()
    """A person of the register was put in."""

    def __init__(self, stack: OnePage, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._filling: Filling | None = None
        self._form: Form | None = None
        self._pages: dict[int, AnyPage] = {}
        self._brought: dict[str, Mapping[str, str]] = {}
        self._problems: dict[str, str] = {}
        """What a page says when it is built: nothing before the whole form was judged at its end."""

    def begin(self, filling: Filling | None) -> None:
        """Another form: the pages of the last one go."""
        for page in self._pages.values():
            self._stack.take(page)
            page.deleteLater()
        self._pages, self._brought, self._problems = {}, {}, {}
        self._filling, self._form = filling, None

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    def __getitem__(self, place: int) -> AnyPage:
        """The page at a place, built now if it never was."""
        if place not in self._pages:
            self._pages[place] = self._built(self._sheets[place])
        return self._pages[place]

    def __iter__(self) -> Iterator[AnyPage]:
        """All pages, built."""
        return (self[place] for place in range(len(self)))

    @property
    def _sheets(self) -> tuple[Sheet, ...]:
        return self._filling.sheets if self._filling is not None else ()

    @property
    def built(self) -> int:
        """How many pages were opened so far."""
        return len(self._pages)

    def _built(self, sheet: Sheet) -> AnyPage:
        assert self._filling is not None  # noqa: S101 - there is a sheet
        make: Callable[..., AnyPage] = RowsPage if sheet.repeat else SheetPage
        page = make(self._filling.pack, sheet)
        self._stack.put(page)
        page.show_answers(self.filling.answers)
        if self._form is not None:
            page.show_form(self._form)
        if self._problems:
            page.say_problems(self._problems)
        page.edited.connect(self.edited)
        page.finding.connect(self.finding)
        page.filled.connect(self.fill)
        page.ready()
        return page

    @property
    def filling(self) -> Filling:
        """The form with what is in the editors."""
        assert self._filling is not None  # noqa: S101 - nothing is asked before a form is shown
        answers = dict(self._filling.answers)
        for page in self._pages.values():
            answers = page.answers(answers)
        self._filling = replace(self._filling, answers=answers)
        return self._filling

    def keep(self, filling: Filling) -> None:
        """What the documents page changed."""
        self._filling = filling

    def turn_to(self, place: int) -> None:
        """Show a page."""
        self._stack.turn_to(self[place])

    def show_form(self, form: Form, place: int) -> None:
        """The newest judgement, for the page that is shown; the others take it when they are."""
        self._form = form
        page = self._pages.get(place)
        if page is not None:
            page.show_form(form)

    def refresh(self, place: int) -> None:
        """A page that was built before and is shown again."""
        if self._form is not None and place in self._pages:
            self._pages[place].show_form(self._form)

    def asked_in(self, place: int, form: Form) -> bool:
        """Whether anything is asked there with these answers."""
        return asks_something(self._sheets[place], form)

    def problems_of(self, place: int, form: Form) -> Problems:
        """What blocks on one page, said under its fields too."""
        self._form, told = form, {problem.path: retold(problem.sentence) for problem in reversed(form.errors)}
        self._problems = told if self._problems else {}
        said = self[place].say_problems(told)
        known = {path for path, _ in said}
        places = places_of(self._sheets, form)
        other = [(each.path, retold(each.sentence)) for each in form.errors if places.get(each.path) == place]
        return [*said, *(each for each in other if each[0] not in known)]

    def all_problems(self, form: Form) -> Problems:
        """What blocks anywhere, in the order of the form; pages not built yet say it when they are."""
        self._form, self._problems = form, {problem.path: retold(problem.sentence) for problem in reversed(form.errors)}
        for page in self._pages.values():
            page.say_problems(self._problems)
        return list(
            {problem.path: (problem.path, retold(problem.sentence)) for problem in reversed(form.errors)}.values()
        )[::-1]

    def place_of(self, path: str) -> int | None:
        """Which page a problem is on."""
        return places_of(self._sheets, self._form).get(path) if self._form is not None else None

    def fill(self, reference: str, person: Mapping[str, str]) -> None:
        """Put a person of the register in; what was typed and the register lacks stays."""
        filling = drafting.with_person(self.filling, reference, person, self._brought.get(reference))
        self._brought[reference] = dict(person)
        self._filling = filling
        for page in self._pages.values():
            if page.sheet.person == reference:
                page.show_answers(filling.answers)
        self.edited.emit()
        self.filled.emit()
