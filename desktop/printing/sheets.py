"""The papers of an office as Qt knows them, exactly, and what a printer's margins would cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize

from desktop.pdf import Box
from domain.letters import Paper
from letters.render import PAGE_MM

POINTS_PER_MM: Final = 72 / 25.4
_TOLERANCE: Final = 0.75 * POINTS_PER_MM
"""Edges are found to half a millimetre; a printer that cuts less than this cuts nothing that a person sees."""


def page_size(paper: Paper) -> QPageSize:
    """The paper, exact: without `ExactMatch` Qt takes F4 (215 × 330 mm) for 8.5 × 13 inch."""
    width, height = PAGE_MM[paper]
    return QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, paper, QPageSize.SizeMatchPolicy.ExactMatch)


def cut_off(boxes: Iterable[Box], paper: Paper, margins: QMarginsF) -> tuple[str, ...]:
    """What a printer cannot print of these pages, in whole sentences; `margins` in points, as the printer says them."""
    sides = dict(_most_cut(boxes, paper, margins))
    return tuple(_sentence(side, points) for side, points in sides.items())


def _most_cut(boxes: Iterable[Box], paper: Paper, margins: QMarginsF) -> Iterator[tuple[str, float]]:
    found = list(boxes)
    if not found:
        return
    width, height = (side * POINTS_PER_MM for side in PAGE_MM[paper])
    missing = {
        "left": margins.left() - min(box.left for box in found),
        "top": margins.top() - min(box.top for box in found),
        "right": max(box.right for box in found) - (width - margins.right()),
        "bottom": max(box.bottom for box in found) - (height - margins.bottom()),
    }
    yield from ((side, points) for side, points in missing.items() if points > _TOLERANCE)


def _sentence(side: str, points: float) -> str:
    translate = QCoreApplication.translate
    where = {
        "left": translate("Printing", "Tepi kiri"),
        "top": translate("Printing", "Tepi atas"),
        "right": translate("Printing", "Tepi kanan"),
        "bottom": translate("Printing", "Tepi bawah"),
    }[side]
    text = translate("Printing", "%1 surat akan terpotong %2 mm pada printer dan kertas ini.")
    millimetres = f"{points / POINTS_PER_MM:.0f}" if points >= POINTS_PER_MM else "1"
    return text.replace("%1", where).replace("%2", millimetres)
