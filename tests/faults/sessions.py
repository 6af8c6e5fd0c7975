"""The recorded sessions: a village's desk over two lives of its program, and a hub over one."""

from __future__ import annotations

from pathlib import Path

from desktop.cli.demo.processes import PROGRAM
from desktop.cli.demo.stage import Desk
from tests.faults.stage import (
    ABOVE,
    CLERK,
    KADES,
    NIKAH,
    OFFICE,
    OFFICE_ABOVE,
    SKU,
    VILLAGE,
    Recorded,
    close,
    codes_of,
    mark,
    open_watched,
    seated,
    story,
    tree_of,
)
from tests.faults.tracing import until_written, watched
from tests.stories.world import House, World


def record_desk(house: House, folder: Path) -> Recorded:
    """Enrol, record, issue, print, hand over, exchange, correct, withdraw; closed and opened again in the middle."""
    codes = codes_of(house.scene.hub, OFFICE, (CLERK, KADES))
    desk = house.scene.stage.desk("desa-rekam")
    recorded = Recorded(desk.profile, {})
    open_watched(desk, CLERK, recorded)
    desk.enrol(house.scene.link.url, house.scene.stage.transport.authority, codes[0])
    desk.add_officer(KADES, codes[1])
    house.desks[VILLAGE] = desk
    world = story(house, folder)
    desk.do("sync")
    _issue(world, desk)
    world.submit(NIKAH)
    desk.do("sync")
    open_watched(desk, CLERK, recorded)
    for _ in range(3):
        world.submit(SKU)
    world.submit(NIKAH)
    desk.do("sync")
    desk.do("act", world.request, "withdraw", "--reason", "batal menikah")
    _issue(world, desk)
    desk.do("sync")
    desk.do("sync")
    close(desk, recorded)
    return recorded


def _issue(world: World, desk: Desk) -> None:
    """A village letter from its first word to the citizen's hand."""
    request = world.submit(SKU)
    desk.turn_to(KADES)
    desk.do("issue", request, *world.scene.signing(KADES))
    desk.turn_to(CLERK)
    desk.do("letters", request, "--out", world.folder)
    desk.do("act", request, "print")
    desk.do("act", request, "hand-over", "--reason", "diterima pemohon")


def record_hub(house: House, folder: Path) -> Recorded:
    """A village and its kecamatan at a hub that is watched from the moment it serves until it is told to end."""
    hub = house.scene.hub
    hub.stop()
    codes = codes_of(hub, OFFICE, (CLERK, KADES)), codes_of(hub, OFFICE_ABOVE, ABOVE)
    recorded = Recorded(hub.data, tree_of(hub.data), [folder / "hub.strace"])
    hub.serving_program = (*watched(recorded.recordings[0]), *PROGRAM, "hub")
    hub.serve()
    village = seated(house, "desa-tamu", codes[0], (CLERK, KADES))
    above = seated(house, "kecamatan-tamu", codes[1], ABOVE)
    world = story(house, folder)
    for _ in range(2):
        _through_the_offices(world, recorded, village, above)
    hub.stop()
    until_written(recorded.recordings[0])
    return recorded


def _through_the_offices(world: World, recorded: Recorded, village: Desk, above: Desk) -> None:
    _issue(world, village)
    _heard(recorded, village)
    world.mine.clear()
    request = world.submit(NIKAH)
    _heard(recorded, village)
    world.until(above, "at_step")
    mark(recorded, above)
    for officer, verb in zip(ABOVE, ("verify", "paraf"), strict=False):
        above.turn_to(officer)
        above.do("act", request, verb)
        _heard(recorded, above)
    world.until(above, "to_sign")
    above.turn_to(ABOVE[2])
    above.do("sign", request, *world.scene.signing(ABOVE[2]))
    world.until(above, "signed")
    mark(recorded, above)
    world.until(village, "signed")
    mark(recorded, village)


def _heard(recorded: Recorded, desk: Desk) -> None:
    assert desk.do("sync")["ok"]
    mark(recorded, desk)
