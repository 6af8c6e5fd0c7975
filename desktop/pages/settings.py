"""Settings in sections: the look, this computer, the office, its officers, a look at the computer, backups, report."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal

from desktop.pages.page import Heading, Page, column
from desktop.pages.section import Section
from desktop.pages.settings_backups import BackupsSection
from desktop.pages.settings_computer import ComputerSection
from desktop.pages.settings_examining import ExaminingSection
from desktop.pages.settings_look import LookSection
from desktop.pages.settings_office import OfficeSection
from desktop.pages.settings_officers import OfficersSection
from desktop.pages.settings_report import ReportSection
from desktop.preferences import Preferences
from desktop.theme import px
from desktop.widgets.chips import FilterChip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.turning import Turning
from desktop.work import Work

Makers = dict[str, Callable[[], Section]]


def section_words() -> dict[str, tuple[str, str]]:
    """Word and icon of each section, in order; the search finds them too."""
    translate = QCoreApplication.translate
    return {
        "look": (translate("Settings", "Tampilan"), "eye"),
        "computer": (translate("Settings", "Komputer ini"), "printer"),
        "office": (translate("Settings", "Kantor dan kop"), "office"),
        "officers": (translate("Settings", "Petugas"), "users"),
        "examining": (translate("Settings", "Periksa komputer"), "check-circle"),
        "backups": (translate("Settings", "Cadangan"), "usb"),
        "report": (translate("Settings", "Laporan masalah"), "document"),
    }


class SettingsPage(Page):
    """`show_thing` names a section. Sections are made when they are first looked at."""

    chosen = Signal(object)
    """New `Preferences`."""

    def __init__(self, work: Work, preferences: Preferences) -> None:
        super().__init__()
        self._work, self._preferences = work, preferences
        self._chips: dict[str, FilterChip] = {}
        self._made: dict[str, Section] = {}
        self._stack = Turning()
        self._now = ""
        stack = column(self)
        stack.addWidget(Heading(self.tr("Pengaturan")))
        flow = FlowLayout(px(8))
        for key, (word, icon) in section_words().items():
            chip = FilterChip(word, icon)
            chip.clicked.connect(partial(self._turn_to, key))
            self._chips[key] = chip
            flow.addWidget(chip)
        stack.addLayout(flow)
        stack.addWidget(self._stack)
        stack.addStretch(1)
        work.changed.connect(self.hear)

    def _makers(self) -> Makers:
        work = self._work
        return {
            "look": self._look,
            "computer": lambda: self._choosing(ComputerSection(work, self._preferences)),
            "office": lambda: OfficeSection(work),
            "officers": lambda: OfficersSection(work),
            "examining": lambda: ExaminingSection(work),
            "backups": lambda: BackupsSection(work),
            "report": lambda: ReportSection(work),
        }

    def _look(self) -> Section:
        return self._choosing(LookSection(self._preferences))

    def _choosing(self, section: LookSection | ComputerSection) -> Section:
        section.chosen.connect(self.chosen)
        return section

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self._made[self._now]

    @property
    def thing(self) -> str:
        """Its key, to come back to it after another look or language."""
        return self._now

    def show_thing(self, thing: object) -> None:
        """Turn to a section."""
        if str(thing) in self._chips:
            self._now = str(thing)

    def refresh(self) -> None:
        """Read the section anew."""
        self._turn_to(self._now or "look")

    def focus_first(self) -> None:
        """Where the section begins."""
        if self._now in self._made:
            self._chips[self._now].setFocus(Qt.FocusReason.OtherFocusReason)
            self.section.focus_first()

    def _turn_to(self, key: str, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        if key not in self._made:
            section = self._makers()[key]()
            section.go.connect(self.go)
            self._made[key] = section
            self._stack.add(section)
        self._now = key
        self._chips[key].setChecked(True)
        self._stack.turn_to(self._made[key])
        self._made[key].refresh()
