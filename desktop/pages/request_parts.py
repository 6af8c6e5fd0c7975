"""The parts of a request's page that only show: its trail, its documents, its answers."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.office.opening import Happened, Opened
from desktop.office.promising import Promise
from desktop.theme import Meaning, Type, px
from desktop.widgets.cards import Card, Sign, pair
from desktop.widgets.columns import Columns
from desktop.widgets.text import ToneWords, Words
from desktop.widgets.trail import TrailStep
from desktop.wording import grouped, when


def trail_of(opened: Opened, now: datetime, utc_offset: int) -> QWidget:
    """What was done, where it is now, what comes."""
    found = QWidget()
    stack = QVBoxLayout(found)
    stack.setContentsMargins(px(16), px(20), px(16), px(14))
    stack.setSpacing(0)
    for place, happened in enumerate(opened.trail):
        last = place == len(opened.trail) - 1 and not opened.ahead
        stack.addWidget(_happened(happened, when(happened.at, now, utc_offset), last=last))
    for place, ahead in enumerate(opened.ahead):
        last = place == len(opened.ahead) - 1
        icon, meaning = ("clock", Meaning.MOVING) if ahead.now else ("circle", Meaning.QUIET)
        step = TrailStep(icon, meaning, last=last, ahead=not ahead.now)
        here = QCoreApplication.translate("RequestPage", "Sekarang di sini")
        step.say(ahead.label, here if ahead.now else "")
        stack.addWidget(step)
    return found


def _happened(happened: Happened, at: str, *, last: bool) -> TrailStep:
    if happened.refused:
        icon, meaning = "warning", Meaning.ATTENTION
    elif happened.waiting:
        icon, meaning = "outbox", Meaning.QUIET
    elif happened.ends:
        icon, meaning = "x-circle", Meaning.REFUSED
    else:
        icon, meaning = "check", Meaning.DONE
    step = TrailStep(icon, meaning, last=last)
    step.say(happened.title or happened.text, happened.text if happened.title else "", at)
    if happened.note:
        step.note(f"“{happened.note}”")
    if happened.refused:
        step.note(happened.refused, Meaning.ATTENTION)
    return step


class PromiseCard(Card):
    """How much of the service promise is left, whose turn it is, and by when."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._left = Sign("clock", 20, Meaning.MOVING), ToneWords("", Meaning.MOVING, Type.HEAD, wrap=True)
        self._bar, self._text = QProgressBar(), Words("", Type.SECOND, "second", wrap=True)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        holder = QWidget()
        stack = QVBoxLayout(holder)
        stack.setContentsMargins(px(16), px(12), px(16), px(14))
        stack.setSpacing(px(8))
        line = QHBoxLayout()
        line.setSpacing(px(10))
        line.addWidget(self._sign)
        line.addWidget(self._left, 1)
        stack.addLayout(line)
        stack.addWidget(self._bar)
        stack.addWidget(self._text)
        self.body.addWidget(holder)
        self.hide()

    def show_promise(self, promise: Promise | None) -> None:
        """What is left; hidden where nothing is promised any more."""
        self.setVisible(promise is not None)
        if promise is None:
            return
        meaning = Meaning.ATTENTION if promise.late else Meaning.MOVING
        self._sign.meaning = self._left.meaning = meaning
        words = f"{promise.left[:1].upper()}{promise.left[1:]}"
        self._left.setText(words)
        self._text.setText(promise.text)
        self._bar.setProperty("late", "true" if promise.late else "false")
        self._bar.style().unpolish(self._bar)
        self._bar.style().polish(self._bar)
        self._bar.setValue(round(promise.share * 100))
        self._bar.setAccessibleName(words)


def show_answers(card: Card, opened: Opened) -> None:
    """Question and answer, part by part, in two columns where there is room."""
    card.clear(keep=2)
    if not opened.answers:
        gone = QCoreApplication.translate("RequestPage", "Isian sudah dimusnahkan.")
        card.row(Words(gone, Type.BODY, "second"), 1)
        return
    across = Columns(760, 0)
    columns = [across.column(1, gap=0), across.column(1, gap=0)]
    parts = _parts(opened.answers)
    half = (sum(len(lines) + 1 for _, lines in parts) + 1) // 2
    used = 0
    for part, lines in parts:
        side = Card("plain")
        side.row(Words(part, Type.STRONG), 1, height=36)
        for name, value in lines:
            side.row(*pair(name, grouped(value), 160), height=32)
        columns[0 if used < half else 1].addWidget(side)
        used += len(lines) + 1
    for column in columns:
        column.addStretch(1)
    card.body.addWidget(across)


def _parts(answers: tuple[tuple[str, str, str], ...]) -> list[tuple[str, list[tuple[str, str]]]]:
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for part, name, value in answers:
        if not found or found[-1][0] != part:
            found.append((part, []))
        found[-1][1].append((name, value))
    return found
