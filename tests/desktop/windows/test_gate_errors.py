"""The page of the first day with everything wrong: each sentence is whole, and nothing that was typed is gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop.widgets.buttons import LinkButton
from tests.desktop.windows.driver import Person, visible
from tests.desktop.windows.test_reach_of_all import LOOKS, _is_cut, _text


@pytest.mark.parametrize("look", LOOKS)
def test_every_sentence_about_a_mistake_is_whole(
    look: str, open_window: Callable[[Path], Person], tmp_path: Path
) -> None:
    person = open_window(tmp_path / "baru")
    person.program.prefer(LOOKS[look])
    page = person.program.shell.enrol
    page._code.setText("o01m4rtp")
    page._first.setText("perahu")
    page._press()
    person.settle()
    assert {path for path, field in page._fields.items() if field.error} == {"url", "code", "first", "second"}
    links = visible(page, LinkButton)
    assert len([each for each in links if each.isVisible() and each.height() >= each.heightForWidth(each.width())]) >= 4
    cut = [f"{type(each).__name__}: {_text(each)}" for each in visible(page, QWidget) if _is_cut(each)]
    assert not cut
    assert page._code.height() >= page._code.sizeHint().height()
    assert page._code.text() == "O01M-4RTP"
