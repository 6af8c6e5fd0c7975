"""The play's props: pages as heavy as a scanner's, and a certificate that a desk believes for this play only."""

import ssl
import stat
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.demo.scans import HEAVY, save_scan
from desktop.cli.demo.tls import make_transport


def test_scans_are_heavy_and_of_the_kind_their_name_says(tmp_path: Path) -> None:
    page = save_scan(tmp_path, "kk.jpg", "KARTU KELUARGA (CONTOH)", ["tidak berlaku"], 1)
    sheet = save_scan(tmp_path, "n1.pdf", "N1 (CONTOH)", [], 2)
    assert page.read_bytes().startswith(b"\xff\xd8")
    assert sheet.read_bytes().startswith(b"%PDF")
    assert min(page.stat().st_size, sheet.stat().st_size) >= HEAVY


def test_the_same_seed_gives_the_same_page(tmp_path: Path) -> None:
    pages = [save_scan(tmp_path, name, "KTP (CONTOH)", [], 7).read_bytes() for name in ("a.jpg", "b.jpg")]
    assert pages[0] == pages[1]


def test_a_desk_that_has_the_authority_believes_the_hub(tmp_path: Path) -> None:
    made = make_transport(tmp_path, "hub.contoh", datetime.now(UTC))
    assert stat.S_IMODE(made.key.stat().st_mode) == 0o600
    at_hub, at_desk = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context(cafile=made.authority)
    at_hub.load_cert_chain(made.certificate, made.key)
    assert _shake_hands(at_hub, at_desk, "hub.contoh")
    assert _shake_hands(at_hub, at_desk, "127.0.0.1")


def _shake_hands(at_hub: ssl.SSLContext, at_desk: ssl.SSLContext, host: str) -> bool:
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    hub = at_hub.wrap_bio(up, down, server_side=True)
    desk = at_desk.wrap_bio(down, up, server_hostname=host)
    done: set[ssl.SSLObject] = set()
    while len(done) < 2:
        for end in (desk, hub):
            try:
                end.do_handshake()
                done.add(end)
            except ssl.SSLWantReadError:
                continue
    return True
