"""The desk after sign-in: navigation by role and the pages. Imported after the first paint: it brings the store."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.background import Lane
from desktop.help import help_for
from desktop.office.finding import Hit, find
from desktop.office.team import keys_to_confirm
from desktop.pages.compare import ComparePage
from desktop.pages.decisions import QueuePage
from desktop.pages.exchange import ExchangePage
from desktop.pages.filed import FiledPage
from desktop.pages.helping import HelpPage
from desktop.pages.home import HomePage
from desktop.pages.letter import LetterPage
from desktop.pages.new_request import NewRequestPage
from desktop.pages.page import Page
from desktop.pages.printable import PrintablePage
from desktop.pages.request import RequestPage
from desktop.pages.requests import RequestsPage
from desktop.pages.residents import ResidentsPage
from desktop.pages.review import ReviewPage
from desktop.pages.services import ServicesPage
from desktop.pages.settings import SettingsPage, section_words
from desktop.preferences import Preferences
from desktop.theme import px
from desktop.widgets.explanation import Explanation
from desktop.widgets.navigation import Navigation, Place
from desktop.widgets.search import Found, SearchPopup
from desktop.work import Work

_WITHIN = {
    "new": "requests",
    "filed": "requests",
    "request": "requests",
    "letter": "requests",
    "printable": "home",
    "review": "queue",
    "compare": "exchange",
}
"""Pages that are reached from another one, which stays marked."""
_ICONS = {"service": "plus", "request": "list", "citizen": "user", "page": "arrow-right"}


class Workplace(QWidget):
    """One officer's pages. Built anew for another officer, look or language."""

    leave = Signal(str, object)
    """``lock``, ``join``, ``restore``: what the program does, not a page."""
    preferred = Signal(object)

    def __init__(self, work: Work, preferences: Preferences) -> None:
        super().__init__()
        self._work, self._preferences = work, preferences
        self._pages: dict[str, Page] = {}
        self._trail: list[str] = []
        self._now = ""
        self._navigation = Navigation()
        self._stack = QStackedWidget()
        self._search = SearchPopup(self)
        self._explanation, self._beside = Explanation(self), QWidget()
        self._makers = self._makers_by_role()
        self._build()

    def _makers_by_role(self) -> dict[str, Callable[[], Page]]:
        work = self._work
        return {
            "home": lambda: HomePage(work),
            "requests": lambda: RequestsPage(work),
            "request": lambda: RequestPage(work),
            "letter": lambda: LetterPage(work),
            "exchange": lambda: ExchangePage(work),
            "compare": lambda: ComparePage(work),
            "settings": self._settings,
            "help": lambda: HelpPage(self._preferences.language),
            **({"queue": lambda: QueuePage(work), "review": lambda: ReviewPage(work)} if work.me.decides else {}),
            **(
                {
                    "new": lambda: ServicesPage(work),
                    "form": lambda: NewRequestPage(work),
                    "filed": lambda: FiledPage(work),
                    "residents": lambda: ResidentsPage(work),
                    "printable": lambda: PrintablePage(work),
                }
                if work.me.files
                else {}
            ),
        }

    def _build(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._navigation)
        line.addWidget(self._stack, 1)
        line.addWidget(self._beside)
        self._beside.setFixedWidth(0)
        me = self._work.me
        self._navigation.say_office(me.office, me.above)
        self._navigation.who.say(me.name, me.post)
        self._navigation.set_places(self.places())
        self._navigation.fit(self.width())
        self._navigation.chosen.connect(lambda key: self.open(key, None))
        self._navigation.who_pressed.connect(lambda: self.leave.emit("lock", None))
        self._explanation.closed.connect(self.explain)
        self._explanation.more.connect(lambda: self.open("help", None))
        self._search.asked.connect(self._look_up)
        self._search.chosen.connect(self._go_to_found)
        self._work.exchange_changed.connect(self._count)
        self._work.changed.connect(self._count_keys)
        self._count_keys(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The navigation gives way in a narrow window."""
        self._navigation.fit(self.width())
        super().resizeEvent(event)
        self._place_explanation()

    def places(self) -> tuple[Place, ...]:
        """The pages of this officer, in order; only such as work."""
        queue = (Place("queue", self.tr("Antrean"), "inbox"),) if self._work.me.decides else ()
        register = (Place("residents", self.tr("Warga"), "user"),) if self._work.me.files else ()
        return (
            Place("home", self.tr("Beranda"), "home"),
            *queue,
            Place("requests", self.tr("Permohonan"), "list"),
            *register,
            Place("exchange", self.tr("Status sinkron"), "refresh"),
            Place("settings", self.tr("Pengaturan"), "sliders"),
            Place("help", self.tr("Bantuan"), "help"),
        )

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._now]

    @property
    def key(self) -> str:
        """Its key."""
        return self._now

    def open(self, key: str, thing: object) -> None:
        """Show a page; ``back`` the one before, ``search`` the search."""
        if key in {"lock", "join", "restore"}:
            self.leave.emit(key, thing)
        elif key == "explain":
            self.explain()
        elif key == "search":
            self._search.open()
        elif key == "back":
            self._show(self._trail.pop() if self._trail else "home", None)
        elif key in {"draft", "correct"}:
            self.open("new", f"{key}:{thing}")
        elif key in self._makers:
            if self._now and self._now != key and self._now in {place.key for place in self.places()}:
                self._trail = [*self._trail[-9:], self._now]
            self._show(key, thing)

    def _show(self, key: str, thing: object) -> None:
        if self._now:
            self.page.leave()
        if key not in self._pages:
            page = self._makers[key]()
            page.go.connect(self.open)
            self._pages[key] = page
            self._stack.addWidget(page)
        self._now = key
        page = self._pages[key]
        if thing is not None:
            page.show_thing(thing)
            self._say_whence(page)
        self._stack.setCurrentWidget(page)
        self._navigation.setVisible(key != "form")
        self._navigation.check(_WITHIN.get(key, key))
        page.refresh()
        page.focus_first()
        if self._explanation.isVisible():
            self._explain()

    def _say_whence(self, page: Page) -> None:
        """A request that was opened from the list may be left for the next one of it."""
        if isinstance(page, RequestPage):
            whence, listed = self._trail[-1] if self._trail else "home", self._pages.get("requests")
            word = next(place.word for place in self.places() if place.key == whence)
            walked = listed if whence == "requests" and isinstance(listed, RequestsPage) else None
            page.come_from(word, walked.beside(page.request) if walked is not None else None)

    def explain(self) -> None:
        """Show the help of this page beside it, or put it away."""
        if self._explanation.isVisible():
            self._explanation.hide()
            self._place_explanation()
            self.page.focus_first()
        else:
            self._explain()
            self._explanation.focus_text()

    def _explain(self) -> None:
        found = help_for(self._now, self._preferences.language)
        self._explanation.explain(found.title, found.text)
        self._place_explanation()

    def _place_explanation(self) -> None:
        """Beside the page where there is room for both, else over its right side."""
        panel = self._explanation
        wide = self.width() >= px(1180)
        self._beside.setFixedWidth(panel.width() if panel.isVisible() and wide else 0)
        panel.setGeometry(self.width() - panel.width(), 0, panel.width(), self.height())
        panel.raise_()

    def _settings(self) -> SettingsPage:
        page = SettingsPage(self._work, self._preferences)
        page.chosen.connect(self.preferred)
        return page

    def _count(self) -> None:
        self._navigation.count("exchange", self._work.exchange.waiting)

    def _count_keys(self, _changed: object) -> None:
        """New keys that the head has to look at."""
        self._work.look("keys", keys_to_confirm, lambda count: self._navigation.count("settings", count))

    def _look_up(self, words: str) -> None:
        low = words.strip().casefold()
        places = [(place.key, place.word, place.icon) for place in self.places()]
        if low:
            places += [(f"settings:{key}", word, icon) for key, (word, icon) in section_words().items()]
        pages = tuple(Found("page", key, word, "", icon) for key, word, icon in places if low in word.casefold())
        self._work.look("find", lambda desk: find(desk, words), lambda hits: self._show_hits(pages, hits), Lane.SEARCH)

    def _show_hits(self, pages: tuple[Found, ...], hits: tuple[Hit, ...]) -> None:
        shown = [hit for hit in hits if hit.kind == "request" or "new" in self._makers]
        found = tuple(Found(hit.kind, hit.key, hit.title, hit.text, _ICONS[hit.kind]) for hit in shown)
        self._search.show_found((*found, *pages))

    def _go_to_found(self, kind: str, key: str) -> None:
        if kind == "page":
            place, _, part = key.partition(":")
            self.open(place, part or None)
        elif kind == "request":
            self.open("request", key)
        else:
            self.open("new", key if kind == "service" else f"warga:{key}")
