"""Officers and devices of this office: posts, keys, since when, last seen; the head confirms and revokes here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from desktop.errors import WorldError
from desktop.office import colleagues
from desktop.office.changes import Changed
from desktop.office.team import NEW, Colleague, OfficerKey, Team, see_team
from desktop.pages.section import Section, wrapped
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign
from desktop.widgets.chips import StateChip
from desktop.widgets.deciding import Decide
from desktop.widgets.rows import ActionRow
from desktop.widgets.text import OneLine, rule
from desktop.wording import moment
from desktop.work import Work

Act = Callable[..., None]


class OfficersSection(Section):
    """Those with a new key first."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._bar = InlineBar(Meaning.ATTENTION)
        self._list = Card()
        self._head = self._list.head(self.tr("Petugas kantor ini"), "users")
        self._add = ActButton(self.tr("Tambah petugas dengan kode"), icon="plus")
        self._add.clicked.connect(lambda: self.go.emit("join", None))
        self._head.add(self._add)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._list)

    def refresh(self) -> None:
        """Read who works here."""
        self._work.look("team", see_team, self._show)

    def focus_first(self) -> None:
        """The way in for another officer."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, team: Team) -> None:
        self._list.clear(keep=2)
        self._head.say(len(team.colleagues))
        self._say_new(team)
        for place, colleague in enumerate(team.colleagues):
            if place:
                self._list.body.addWidget(rule())
            self._list.body.addWidget(self._officer(colleague))
            for key in colleague.keys:
                self._list.body.addWidget(self._key(key, team))
        self._list.body.addWidget(rule())
        self._list.row(wrapped(self._foot(team), kind=Type.SECOND))

    def _say_new(self, team: Team) -> None:
        new = sum(key.state == NEW for each in team.colleagues for key in each.keys)
        if not new:
            self._bar.say("")
            return
        title = self.tr("%1 kunci baru belum disahkan").replace("%1", str(new))
        text = (
            self.tr("Cocokkan dengan orangnya: benar ia petugas kantor ini dan benar ia mendaftar di komputer itu?")
            if team.leads
            else self.tr("%1 yang mengesahkannya. Sementara itu petugas boleh bekerja dan kuncinya ditandai.")
        )
        self._bar.say(title, text.replace("%1", team.head or self.tr("Pimpinan kantor")))

    def _foot(self, team: Team) -> str:
        if team.leads:
            return self.tr(
                "Mencabut kunci tidak menghapus apa pun: yang sudah ditandatangani tetap sah, yang baru tidak diterima."
            )
        return self.tr("Hanya pimpinan kantor yang mengesahkan dan mencabut kunci, dengan kuncinya sendiri.")

    def _officer(self, colleague: Colleague) -> QWidget:
        posts = ", ".join(colleague.posts) or self.tr("tidak lagi bertugas di sini")
        last = (
            self.tr("terakhir bekerja %1").replace("%1", moment(colleague.last_at, self._work.me.utc_offset))
            if colleague.last_at
            else self.tr("belum ada pekerjaan tercatat")
        )
        here = (self.tr("masuk di komputer ini"),) if colleague.here else ()
        row = ActionRow("user", Meaning.QUIET, colleague.name, posts, " · ".join((last, *here)))
        if not colleague.keys:
            row.add(StateChip(self.tr("Belum punya kunci"), "clock", Meaning.QUIET))
        return row

    def _key(self, key: OfficerKey, team: Team) -> QWidget:
        holder = QWidget()
        holder.setMinimumHeight(px(44))
        row = _line(holder)
        where = self.tr("komputer ini") if key.this_desk else key.device or self.tr("komputer lain")
        since = self.tr("sejak %1").replace("%1", moment(key.since, self._work.me.utc_offset)) if key.since else ""
        row.addWidget(Sign("lock", 16))
        row.addWidget(OneLine(" · ".join(filter(None, (key.id, where, since))), Type.SECOND, "second"), 1)
        row.addWidget(self._chip(key))
        if team.leads and key.state == NEW:
            row.addWidget(self._deed(self.tr("Sahkan"), key, self._confirm, Kind.OUTLINE))
        if team.leads and key.state != "revoked" and not self._is_own(key):
            row.addWidget(self._deed(self.tr("Cabut"), key, self._revoke, Kind.WORD))
        return holder

    def _is_own(self, key: OfficerKey) -> bool:
        return key.officer == self._work.me.officer and key.this_desk

    def _chip(self, key: OfficerKey) -> StateChip:
        if key.state == NEW:
            return StateChip(self.tr("Belum disahkan"), "warning", Meaning.ATTENTION)
        if key.state == "revoked":
            return StateChip(self.tr("Dicabut"), "x-circle", Meaning.REFUSED)
        return StateChip(self.tr("Disahkan"), "check-circle", Meaning.DONE)

    def _deed(self, word: str, key: OfficerKey, act: Act, kind: Kind) -> ActButton:
        button = ActButton(word, kind)
        button.setAccessibleName(f"{word}: {key.id}")
        button.clicked.connect(partial(act, key))
        return button

    def _confirm(self, key: OfficerKey, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        reach = self._work.reach
        self._work.do(lambda desk: colleagues.confirm_device(desk, reach, key.id), self._done, self._refused)

    def _revoke(self, key: OfficerKey, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        asked = Decide(
            self,
            self.tr("Cabut kunci %1?").replace("%1", key.id),
            self.tr("Petugas tidak dapat lagi memutuskan dari komputer itu. Yang sudah ditandatangani tetap sah."),
            self.tr("Cabut kunci"),
        )
        asked.finish()
        if asked.exec() == QDialog.DialogCode.Accepted:
            reach = self._work.reach
            self._work.do(lambda desk: colleagues.revoke_device(desk, reach, key.id), self._done, self._refused)

    def _done(self, _changed: Changed) -> None:
        """The hub has it; the configuration brings it back here."""
        self._bar.say("")
        self._work.synchronize()

    def _refused(self, error: WorldError) -> None:
        self._bar.say(self.tr("Belum tercatat di hub."), error.sentence, Meaning.ATTENTION)


def _line(holder: QWidget) -> QHBoxLayout:
    """A row under its officer, set in by the width of the icon."""
    row = QHBoxLayout(holder)
    row.setContentsMargins(px(48), px(2), px(16), px(6))
    row.setSpacing(px(12))
    return row
