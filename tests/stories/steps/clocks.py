"""Steps: a computer whose clock is wrong by years."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pytest_bdd import then, when

from desktop.cli.demo.citizens import DOCUMENTS
from desktop.cli.demo.processes import PROGRAM
from tests.stories.outside import with_clock
from tests.stories.world import World, answers_for, slug

SERVICE = "surat-keterangan-usaha"


@when("jam komputer desa mundur sepuluh tahun dan petugas mencatat lalu menyinkronkan")
def ten_years_ago(world: World) -> None:
    desk, nursery = world.clerk(), world.house.nursery
    desk.close()
    who = ("--officer", desk.officer, "--password-file", str(desk.secrets.password(desk.officer)))
    command = [*PROGRAM, "desk", "--profile", str(desk.profile), *who, "run", "--script", "-"]
    old = nursery.start("jam-salah", command, with_clock(nursery, timedelta(days=-3653)))
    scans = [word for kind in DOCUMENTS[SERVICE] for word in ("--attach", f"{kind}={world.house.page(kind)}")]
    answers = world.paper(answers_for(world, SERVICE))
    said = {
        "submit": old.ask(desk.line("submit", SERVICE, "--answers", answers, *scans)),
        "sync": old.ask(desk.line("sync")),
        "doctor": old.ask(desk.line("doctor", "--quick")),
    }
    old.close()
    desk.open(f"{slug(world.village)}-petugas")
    world.said = said


@then("pemeriksaan komputer menyuruh menyetel tanggal dan jam")
def told(world: World) -> None:
    clock = next(check for check in world.said["doctor"]["checks"] if check["check"] == "clock")
    assert clock["good"] is False, world.said
    assert "Setel tanggal dan jam" in clock["sentence"]


@then("tidak ada langkah yang bertanggal sepuluh tahun lalu")
def dated(world: World) -> None:
    recorded = world.said["submit"]
    assert recorded["ok"], world.said
    world.mine.append(recorded["request"])
    years = {line["at"][:4] for line in world.show(world.clerk())["trail"]}
    assert years == {f"{datetime.now(UTC):%Y}"}, world.said


@then("tidak ada yang hilang walau jam salah")
def kept(world: World) -> None:
    world.sync_all(world.clerk())
    rows = world.rows(world.desk)
    assert len(rows) == len(world.mine)
    assert all(row["sent"] for row in rows.values())
