"""How it looks: text size, light or dark, language. Each choice takes effect at once."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal

from desktop.pages.section import Section, named, wrapped
from desktop.preferences import Preferences
from desktop.theme import SCALES
from desktop.widgets.cards import Card
from desktop.widgets.chips import FilterChip

Choices = list[tuple[str, dict[str, Any]]]
"""A word and what choosing it changes."""


class LookSection(Section):
    """Three rows of choices."""

    chosen = Signal(object)
    """New `Preferences`."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        card = Card()
        card.head(self.tr("Tampilan"), "eye")
        sizes: Choices = [(f"{scale} %", {"scale": scale}) for scale in SCALES]
        colours: Choices = [
            (self.tr("Terang"), {"dark": False, "follow_system": False}),
            (self.tr("Gelap"), {"dark": True, "follow_system": False}),
            (self.tr("Ikut sistem"), {"follow_system": True}),
        ]
        languages: Choices = [("Bahasa Indonesia", {"language": "id"}), ("English", {"language": "en"})]
        self._first = choices(self, card, self.tr("Ukuran huruf"), preferences, sizes)
        choices(self, card, self.tr("Warna"), preferences, colours)
        choices(self, card, self.tr("Bahasa"), preferences, languages)
        card.row(wrapped(self.tr("Pilihan langsung dipakai dan hanya berlaku di komputer ini.")))
        self.column.addWidget(card)

    def focus_first(self) -> None:
        """The text size."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)


def choices(section: Any, card: Card, label: str, preferences: Preferences, offered: Choices) -> FilterChip:
    """A row of chips, of which one is checked. Gives the checked one."""
    made = []
    for word, said in offered:
        chip = FilterChip(word)
        chip.setAccessibleName(f"{label}: {word}")
        chip.setChecked(all(getattr(preferences, name) == value for name, value in said.items()))
        chip.clicked.connect(partial(_choose, section, preferences, said))
        made.append(chip)
    card.row(named(label), *made, 1, height=52)
    return next((chip for chip in made if chip.isChecked()), made[0])


def _choose(section: Any, preferences: Preferences, said: dict[str, Any], _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
    section.chosen.emit(msgspec.structs.replace(preferences, **said))
