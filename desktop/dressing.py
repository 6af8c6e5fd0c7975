"""Puts the look in force on every window, at once: font, palette, and the few lines of QSS that Fusion cannot say.

Colours and sizes come from `desktop.theme` only. The sheet is each window's and not the application's: with a sheet of
the application's Qt tells every widget of its style anew each time that something it lies in is put into something
else, and a page is put together from the inside (ADR 0140).
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.theme import Look, Meaning, Tokens, Type, choose, family, px, tokens, type_px, weight


def dress(app: QApplication, chosen: Look) -> None:
    """Choose a look and put it on; what wears it already is left alone, for every widget would be measured anew."""
    choose(chosen)
    if app.font().family() != family():
        app.setFont(QFont(family()))
    body = QFont(family())
    body.setPixelSize(type_px(Type.BODY))
    if app.font() != body:
        app.setFont(body)
    if app.palette() != palette():
        app.setPalette(palette())
    for window in app.topLevelWidgets():
        if window.parentWidget() is None:
            dress_window(window)


def dress_window(window: QWidget) -> None:
    """Put the sheet on a window, for everything that is in it, that is put into it later, and that it opens."""
    sheet = stylesheet()
    if window.styleSheet() != sheet:
        window.setStyleSheet(sheet)


def palette() -> QPalette:
    """The palette of the look in force."""
    now = tokens()
    found = QPalette()
    role = QPalette.ColorRole
    for part, value in {
        role.Window: now.bg,
        role.WindowText: now.text,
        role.Base: now.surface,
        role.AlternateBase: now.bg,
        role.Text: now.text,
        role.PlaceholderText: now.text2,
        role.Button: now.surface,
        role.ButtonText: now.text,
        role.Highlight: now.fill,
        role.HighlightedText: now.on_fill,
        role.Link: now.accent,
        role.LinkVisited: now.accent,
        role.ToolTipBase: now.surface,
        role.ToolTipText: now.text,
        role.Mid: now.line,
        role.Dark: now.ctl,
        role.Light: now.surface,
        role.Accent: now.accent,
    }.items():
        found.setColor(part, QColor(value))
    for part in (role.Text, role.ButtonText, role.WindowText):
        found.setColor(QPalette.ColorGroup.Disabled, part, QColor(now.text2))
    return found


def stylesheet() -> str:
    """The sheet for the look in force."""
    now = tokens()
    return "\n".join([_texts(now), _grounds(now), _fields(now), _lists(now)])


def _texts(now: Tokens) -> str:
    rules = [
        f'QLabel[type="{kind.value}"] {{ font-size: {type_px(kind)}px; font-weight: {weight(kind)}; }}' for kind in Type
    ]
    rules.append(f'QLabel[ink="second"] {{ color: {now.text2}; }}')
    rules.append(f'QLabel[ink="accent"] {{ color: {now.accent}; }}')
    rules += [f'QLabel[tone="{meaning.value}"] {{ color: {each.ink}; }}' for meaning, each in now.tones.items()]
    return "\n".join(rules)


def _grounds(now: Tokens) -> str:
    tones = "\n".join(
        f'QFrame[ground="{meaning.value}"] {{ background: {each.back}; border: 0; border-radius: {px(6)}px; }}'
        for meaning, each in now.tones.items()
    )
    refused = now.tones[Meaning.REFUSED].ink
    return f"""{tones}
QFrame[ground="refused"] {{ border: 1px solid {refused}; }}
QFrame[ground="card"] {{ background: {now.surface}; border: 1px solid {now.line}; border-radius: {px(6)}px; }}
QFrame[ground="found"] {{ background: {now.soft}; border: 1px solid {now.accent}; border-radius: {px(6)}px; }}
QFrame[ground="popup"] {{ background: {now.surface}; border: 1px solid {now.ctl}; border-radius: {px(6)}px; }}
QWidget[ground="page"] {{ background: {now.bg}; }}
QWidget[ground="side"] {{ background: {now.side}; border-right: 1px solid {now.line}; }}
QWidget[ground="help"] {{ background: {now.surface}; border-left: 1px solid {now.line}; }}
QTextBrowser {{ background: transparent; color: {now.text}; border: 0; font-size: {type_px(Type.BODY)}px; }}
QWidget[ground="list"] {{ background: {now.surface}; border-right: 1px solid {now.line}; }}
QWidget[ground="foot"] {{ background: {now.surface}; border-top: 1px solid {now.line}; }}
QFrame[ground="rule"] {{ background: {now.line2}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[ground="upright"] {{ background: {now.line2}; border: 0; max-width: 1px; min-width: 1px; }}
QToolTip {{ background: {now.surface}; color: {now.text}; border: 1px solid {now.ctl}; padding: {px(4)}px; }}
"""


def _fields(now: Tokens) -> str:
    kinds = "QLineEdit, QComboBox, QPlainTextEdit"
    return f"""
{kinds} {{ background: {now.surface}; color: {now.text}; border: 1px solid {now.ctl}; border-radius: {px(6)}px;
    padding: 0 {px(12)}px; min-height: {px(38)}px; selection-background-color: {now.accent};
    selection-color: {now.surface}; }}
QLineEdit[ground="code"] {{ min-height: {px(56)}px; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {now.text2}; }}
QLineEdit {{ lineedit-password-character: 8226; }}
QPlainTextEdit {{ padding: {px(8)}px {px(8)}px; }}
{", ".join(f'{kind}[wrong="true"]' for kind in kinds.split(", "))} {{ border: 2px solid
    {now.tones[Meaning.REFUSED].ink}; }}
QListWidget[ground="files"] {{ background: {now.surface}; color: {now.text}; border: 1px solid {now.line};
    border-radius: {px(6)}px; outline: 0; }}
QListWidget[ground="files"]::item {{ min-height: {px(36)}px; padding: 0 {px(10)}px; }}
QListWidget[ground="files"]::item:selected {{ background: {now.soft}; color: {now.text}; }}
QMenu {{ background: {now.surface}; color: {now.text}; border: 1px solid {now.ctl}; }}
QComboBox::drop-down {{ border: 0; width: {px(32)}px; }}
QComboBox QAbstractItemView {{ background: {now.surface}; color: {now.text}; border: 1px solid {now.ctl};
    selection-background-color: {now.soft}; selection-color: {now.text}; }}
QComboBox QAbstractItemView::item {{ min-height: {px(36)}px; padding: 0 {px(12)}px; }}
"""


def _lists(now: Tokens) -> str:
    return f"""
QTableView, QListView, QScrollArea {{ background: transparent; border: 0; }}
QHeaderView {{ background: {now.surface}; border: 0; }}
QHeaderView::section {{ background: {now.surface}; color: {now.text2}; border: 0;
    border-bottom: 1px solid {now.line}; padding: 0 {px(8)}px; font-weight: 600; font-size: {px(12)}px;
    height: {px(35)}px; }}
QHeaderView::section:first {{ padding-left: {px(14)}px; }}
QHeaderView::section:last {{ padding-right: {px(16)}px; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {now.ctl}; border-radius: {px(3)}px; min-height: {px(32)}px;
    margin: {px(2)}px {px(3)}px; }}
QScrollBar:horizontal {{ height: 0; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
    border: 0; height: 0; width: 0; }}
QProgressBar {{ background: {now.line}; border: 0; border-radius: {px(3)}px; max-height: {px(6)}px;
    min-height: {px(6)}px; }}
QProgressBar::chunk {{ background: {now.accent}; border-radius: {px(3)}px; }}
QProgressBar[late="false"]::chunk {{ background: {now.tones[Meaning.MOVING].ink}; }}
QProgressBar[late="true"]::chunk {{ background: {now.tones[Meaning.ATTENTION].ink}; }}
"""
