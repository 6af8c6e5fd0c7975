"""The story, act by act: recorded offline, sent over a link that breaks, decided, signed, corrected, handed over."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from desktop.cli.demo import citizens
from desktop.cli.demo.play import PATIENCE, Play, expect
from desktop.cli.demo.processes import PlayBroken
from domain.indonesian import local_day

WITA = 480
CLERK, KADES = "sepatin-petugas", "sepatin-kades"
KESRA, KESOS, SEKCAM, CAMAT = "anggana-kasi-kesra", "anggana-kasi-kesos", "anggana-sekcam", "anggana-camat"
DESKS = (
    ("desa", "64.02.04.2001", (CLERK, KADES)),
    ("kecamatan", "64.02.04", (KESRA, KESOS, SEKCAM, CAMAT)),
)
SERVICES = {
    "nikah": "dispensasi-nikah",
    "tidak-mampu": "sktm",
    "ditolak": "dispensasi-nikah",
    "usaha": "surat-keterangan-usaha",
}
"""The requests of the play by its own names."""
WRONG_INCOME = "Penghasilan pada surat pernyataan berbeda dengan isian. Mohon diperbaiki."
NO_GROUND = "Alasan tidak cukup: akad dapat ditunda sampai waktu pendaftaran terpenuhi."


def record_offline(play: Play) -> None:
    """No network: the clerk records four requests; the power fails after two, and the program is closed after four."""
    today = local_day(datetime.now(UTC), WITA)
    play.scene.link.order("down")
    desk = play.village
    desk.turn_to(CLERK)
    play.submit("nikah", citizens.marriage(citizens.COUPLES[0], today))
    play.submit("tidak-mampu", citizens.poverty(income=2_900_000))
    desk.kill()
    play.kills["desa"] += 1
    desk.open(CLERK)
    expect(len(desk.do("requests")["requests"]) == 2, "what was recorded before the power cut is not there after it")
    play.submit("ditolak", citizens.marriage(citizens.COUPLES[1], today))
    play.submit("usaha", citizens.business(citizens.FISHERMAN, "Ikan Asin Contoh"))
    expect(not desk.attempt("sync")["ok"], "an exchange without a network went well")
    desk.close()
    desk.open(CLERK)
    rows = desk.do("requests")["requests"]
    expect(len(rows) == 4, "what was recorded before the program was closed is not there after it")
    expect(not any(row["sent"] for row in rows), "something claims to be sent that cannot be")


def issue_offline(play: Play) -> None:
    """Still no network: the kades signs two village letters with leased numbers; one is printed and handed over."""
    desk = play.village
    desk.turn_to(KADES)
    for name in ("usaha", "tidak-mampu"):
        found = desk.do("issue", play.requests[name], *play.scene.signing(KADES))
        expect(found["n"] >= 1, f"{name}: no number")
    desk.turn_to(CLERK)
    desk.do("letters", play.requests["usaha"], "--out", play.scene.stage.folder / "cetak")
    play.act_on(desk, "print", "usaha")
    play.act_on(desk, "hand-over", "usaha", reason="diterima pemohon")


def send_over_a_bad_link(play: Play) -> None:
    """The link comes, loses an answer, breaks inside a scan; then desk and hub are killed in mid-sending."""
    desk, link = play.village, play.scene.link
    link.order("through")
    link.order("lose_answer")
    expect(not desk.attempt("sync")["ok"], "an exchange whose answer was lost went well")
    expect(link.order("report")["answers_lost"] == 1, "the link lost no answer")
    link.order("cut_upstream", after=150_000)
    expect(not desk.attempt("sync")["ok"], "an exchange that was cut inside a scan went well")
    expect(link.order("report")["cuts_upstream"] == 1, "the link did not cut inside a scan")
    play.retries += 2
    kill_in_mid_sending(play)
    desk.open(CLERK)
    play.scene.hub.serve()
    link.order("slow", bandwidth=0)
    play.until(desk, ["nikah", "ditolak", "tidak-mampu"], "at_step")
    play.until(desk, ["usaha"], "handed_over")


def kill_in_mid_sending(play: Play) -> None:
    """The village's desk and the hub die while a scan goes up."""
    desk, link, hub = play.village, play.scene.link, play.scene.hub
    before = link.order("slow", bandwidth=1_500_000)["bytes_up"]
    desk.program.say(desk.line("sync"))
    until = time.monotonic() + PATIENCE
    while link.order("report")["bytes_up"] < before + 100_000:
        if time.monotonic() > until:
            raise PlayBroken("nothing more went up before the kill")
        time.sleep(0.02)
    desk.kill()
    hub.kill()
    play.kills["desa"] += 1
    play.kills["hub"] += 1


def decide_in_the_kecamatan(play: Play) -> None:
    """Kasi verify, sekcam adds a paraf, the camat sees the letters, signs one, returns one, rejects one."""
    desk = play.kecamatan
    desk.turn_to(KESRA)
    play.until(desk, ["nikah", "ditolak", "tidak-mampu"], "at_step")
    expect(len(desk.do("requests")["requests"]) == 3, "the kecamatan sees a letter that is the village's alone")
    play.act_on(desk, "verify", "nikah", "ditolak")
    desk.turn_to(KESOS)
    play.act_on(desk, "verify", "tidak-mampu")
    play.sync(desk)
    desk.turn_to(SEKCAM)
    play.act_on(desk, "paraf", "nikah", "ditolak")
    play.until(desk, ["nikah", "ditolak", "tidak-mampu"], "to_sign")
    desk.kill()
    play.kills["kecamatan"] += 1
    desk.open(CAMAT)
    see_the_letters(play, "nikah", "ditolak", "tidak-mampu")
    desk.do("sign", play.requests["nikah"], *play.scene.signing(CAMAT))
    play.act_on(desk, "return", "tidak-mampu", reason=WRONG_INCOME, to="pengajuan")
    play.act_on(desk, "reject", "ditolak", reason=NO_GROUND)
    play.until(desk, ["nikah"], "signed")


def see_the_letters(play: Play, *names: str) -> None:
    """The camat has the very bytes that are to be signed; the play remembers which."""
    for name in names:
        (waiting,) = [each for each in play.show(play.kecamatan, name)["letters"] if each["revision"] == "prepared"]
        expect(waiting["here"], f"{name}: the camat cannot see the letter that is to be signed")
        play.seen[name] = waiting["sha256"]


def correct_in_the_village(play: Play) -> None:
    """The village reads the reasons, corrects, and the kades signs again with a new number."""
    desk = play.village
    desk.turn_to(CLERK)
    play.until(desk, ["nikah"], "signed")
    play.until(desk, ["ditolak"], "rejected")
    play.until(desk, ["tidak-mampu"], "returned")
    for name, reason in (("tidak-mampu", WRONG_INCOME), ("ditolak", NO_GROUND)):
        notes = [line["note"] for line in play.show(desk, name)["trail"]]
        expect(reason in notes, f"{name}: the village does not see the camat's reason")
    answers = play.paper("tidak-mampu-diperbaiki", citizens.poverty(income=900_000))
    desk.do("correct", play.requests["tidak-mampu"], "--answers", answers)
    desk.turn_to(KADES)
    desk.do("issue", play.requests["tidak-mampu"], *play.scene.signing(KADES))
    play.until(desk, ["tidak-mampu"], "at_step")


def sign_what_was_corrected(play: Play) -> None:
    """The hub stops and starts again, as for maintenance; then kasi and camat finish the corrected request."""
    play.scene.hub.stop()
    play.scene.hub.serve()
    desk = play.kecamatan
    desk.turn_to(KESOS)
    play.until(desk, ["tidak-mampu"], "at_step")
    play.act_on(desk, "verify", "tidak-mampu")
    desk.turn_to(CAMAT)
    play.until(desk, ["tidak-mampu"], "to_sign")
    see_the_letters(play, "tidak-mampu")
    desk.do("sign", play.requests["tidak-mampu"], *play.scene.signing(CAMAT))
    play.until(desk, ["tidak-mampu"], "signed")


def hand_over(play: Play) -> None:
    """The village prints the camat's letters and hands them over."""
    desk = play.village
    desk.turn_to(CLERK)
    play.until(desk, ["nikah", "tidak-mampu"], "signed")
    for name in ("nikah", "tidak-mampu"):
        play.act_on(desk, "print", name)
        play.act_on(desk, "hand-over", name, reason="diterima pemohon")
    play.until(desk, ["nikah", "tidak-mampu"], "handed_over")
    play.sync(play.kecamatan)
