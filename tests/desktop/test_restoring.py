"""The way back: what is in a backup and what would be lost are told first, and nothing is ever deleted."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.errors import BadInput, DamagedStore, WrongPassword
from desktop.office import losing, restoring, safekeeping
from desktop.office.browsing import page_of_requests
from desktop.office.desk import Desk, open_with
from desktop.office.losing import Lost
from desktop.office.submitting import submit_request
from desktop.store import drafts
from desktop.store.browsing import Wanted
from desktop.store.database import FILE
from desktop.store.drafts import FormDraft
from tests.desktop import fakes
from tests.desktop.house import example

WHO = ("clerk", fakes.PASSWORD)


def file_one(desk: Desk) -> str:
    return str(submit_request(desk, "surat-keterangan-usaha", example("surat-keterangan-usaha")).told["request"])


def draft(desk: Desk, name: str, at: str) -> None:
    with desk.database.writing() as connection:
        drafts.keep_draft(connection, FormDraft(name, "sktm", "clerk", {}, at))


def later(desk: Desk, **span: float) -> None:
    clock: fakes.Clock = desk.outside.now.__self__  # type: ignore[attr-defined]
    clock.instant += timedelta(**span)


@pytest.fixture
def nightly(desk: Desk) -> Path:
    """A desk with one request and one draft, copied in the night; then one more of each."""
    file_one(desk)
    draft(desk, "lama", "2026-11-20T01:00:00.000Z")
    made = safekeeping.backup_daily(desk)
    assert made is not None
    later(desk, hours=3)
    return made


def test_what_is_inside_and_what_would_be_lost_is_told_first(desk: Desk, nightly: Path) -> None:
    request = file_one(desk)
    draft(desk, "lama", "2026-11-20T09:00:00.000Z")
    draft(desk, "baru", "2026-11-20T09:00:00.000Z")
    inside, lost = losing.look_inside(desk.vault, desk.outside, nightly, WHO, desk)
    assert (inside.office, inside.requests, inside.drafts) == ("Desa Sepatin Contoh", 1, 1)
    assert inside.newest == "2026-11-20T04:00:00.000Z"
    assert (lost.known, lost.steps, lost.requests, lost.drafts) == (True, 1, 1, 2)
    title, name = lost.lines[0]
    assert title == "Surat Keterangan Usaha"
    assert name.endswith(".")
    assert request
    assert not list(desk.profile.parent.glob(".*.lihat"))


def test_what_the_hub_has_is_not_lost(desk: Desk, nightly: Path) -> None:
    _, lost = losing.look_inside(desk.vault, desk.outside, nightly, WHO, desk)
    assert lost == Lost()


def test_a_profile_that_does_not_read_says_that_nobody_knows(desk: Desk, nightly: Path) -> None:
    vault, outside = desk.vault, desk.outside
    desk.close()
    content = bytearray((vault.folder / FILE).read_bytes())
    content[100:4000] = b"\xff" * 3900
    (vault.folder / FILE).write_bytes(bytes(content))
    inside, lost = losing.look_inside(vault, outside, nightly, WHO, None)
    assert (inside.requests, lost.known) == (1, False)


def test_a_closed_profile_is_opened_to_compare(desk: Desk, nightly: Path) -> None:
    file_one(desk)
    vault, outside = desk.vault, desk.outside
    desk.close()
    _, lost = losing.look_inside(vault, outside, nightly, WHO, None)
    assert lost.steps == 1


def test_a_nightly_backup_is_put_in_place_and_the_present_is_set_aside(desk: Desk, nightly: Path) -> None:
    file_one(desk)
    desk.files.keep([b"lampiran"])
    (desk.profile / "tampilan.json").write_bytes(b"{}")
    vault, outside = desk.vault, desk.outside
    desk.close()
    told = restoring.restore_from(vault, outside, nightly, WHO).told
    aside = Path(str(told["aside"]))
    assert aside.is_dir()
    assert (aside / FILE).exists()
    assert (vault.folder / "tampilan.json").exists()
    assert [each.path.name for each in restoring.nightly_backups(vault.folder)] == [nightly.name]
    again = open_with(vault, outside, vault.open(*WHO, outside.now()))
    assert len(page_of_requests(again, Wanted()).lines) == 1
    assert len(again.files.names()) == 1
    again.close()
    later(desk, seconds=1)
    second = Path(str(restoring.restore_from(vault, outside, nightly, WHO).told["aside"]))
    assert second != aside
    assert aside.is_dir(), "what was set aside once is never deleted"


def test_a_wrong_password_changes_nothing(desk: Desk, nightly: Path) -> None:
    with pytest.raises(WrongPassword):
        losing.look_inside(desk.vault, desk.outside, nightly, ("clerk", "bukan ini"), desk)
    assert len(page_of_requests(desk, Wanted()).lines) == 1


def test_a_nightly_copy_that_is_broken_or_gone_is_named(desk: Desk, nightly: Path) -> None:
    content = bytearray(nightly.read_bytes())
    content[5000:9000] = b"\xff" * 4000
    nightly.write_bytes(bytes(content))
    with pytest.raises(DamagedStore):
        losing.look_inside(desk.vault, desk.outside, nightly, WHO, desk)
    nightly.unlink()
    with pytest.raises(BadInput):
        losing.look_inside(desk.vault, desk.outside, nightly, WHO, desk)


def test_whose_password_opens_a_backup_is_known_without_one(desk: Desk, nightly: Path, tmp_path: Path) -> None:
    file = tmp_path / "usb.ktg"
    safekeeping.backup_to(desk, file)
    assert restoring.officers_inside(desk.vault, nightly) == ("clerk",)
    assert restoring.officers_inside(desk.vault, file) == ("clerk",)
    inside, lost = losing.look_inside(desk.vault, desk.outside, file, WHO, desk)
    assert (inside.requests, lost.steps) == (1, 0)


def test_where_the_disk_knows_no_second_names_files_are_copied(
    desk: Desk, nightly: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    vault, outside = desk.vault, desk.outside
    desk.close()
    restoring.restore_from(vault, outside, nightly, WHO)
    assert restoring.nightly_backups(vault.folder)


def test_a_name_is_masked_for_recognising() -> None:
    assert losing.masked_name("Siti Aminah Contoh") == "Siti A. C."
    assert losing.masked_name("") == ""
