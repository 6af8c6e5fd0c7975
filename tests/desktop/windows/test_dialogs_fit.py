"""Dialogs of decisions at 150 %: on the screen of a village whole, with their mistakes said, and in one language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.pages.deed_foot import DeedFoot
from desktop.widgets.buttons import ActButton
from desktop.widgets.deciding import Decide
from domain.actions import ActionKind
from tests.desktop.windows.driver import Person, visible
from tests.desktop.windows.leftovers import left_over, readable
from tests.desktop.windows.test_reach_of_all import LOOKS, _is_cut, _text
from tests.desktop.windows.test_said import DIALOGS

_ROOM = 698
"""Of 768 px, under a title bar and over a task bar."""
_GIVEN = (
    "Kembalikan ke",
    "Kembalikan",
    "Petugas",
    "Alasannya apa?",
    "Tanda tangani?",
    "Satu surat.",
    "Cetak?",
    "Dua surat dicetak.",
    "KTP-el",
    "Printer contoh",
)
"""Said by whoever opens the dialog."""


@pytest.mark.parametrize("look", ["id-150", "en-150"])
def test_every_dialog_is_whole_and_fits(look: str, open_window: Callable[[Path], Person], tmp_path: Path) -> None:
    person = open_window(tmp_path / "baru")
    person.program.prefer(LOOKS[look])
    for name in ("reason", "document", "sign", "print", "came out", "signed page"):
        dialog = DIALOGS[name](person.program.shell)
        assert isinstance(dialog, Decide)
        dialog.problem()
        dialog.show()
        person.settle()
        cut = [f"{type(each).__name__}: {_text(each)}" for each in visible(dialog, QWidget) if _is_cut(each)]
        assert not cut, (name, cut)
        assert dialog.height() <= _ROOM, name
        lowest = max(each.mapTo(dialog, each.rect().bottomLeft()).y() for each in visible(dialog, ActButton))
        assert dialog.height() - lowest < 48, (name, "empty room under the buttons")
        if look == "en-150":
            assert left_over(readable(dialog), _GIVEN) == [], name
        dialog.close()
        dialog.deleteLater()


def test_in_a_narrow_queue_decisions_leave_out_icons_before_they_take_a_second_row(
    app: QApplication, qtbot: QtBot
) -> None:
    foot, may = DeedFoot(), (ActionKind.SIGN, ActionKind.RETURN, ActionKind.REJECT)
    qtbot.addWidget(foot)
    opened = SimpleNamespace(may=may, other_signer=False)
    foot.resize(800, 64)
    foot.offer(SimpleNamespace(quick=None, opened=opened))  # type: ignore[arg-type] # all that it looks at
    foot.show()
    buttons = foot.findChildren(ActButton)
    assert all(each.icon_name for each in buttons)
    whole = sum(each.sizeHint().width() for each in buttons)
    foot.resize(whole + 2 * 24 + 2 * 10 - 1, 64)
    assert not any(each.icon_name for each in buttons)
    app.processEvents()
    assert len({each.y() for each in buttons}) == 1
    foot.resize(800, 64)
    assert all(each.icon_name for each in buttons)
