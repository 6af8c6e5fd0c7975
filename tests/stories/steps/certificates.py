"""Steps: certificates that may not be used any more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cryptography import x509
from pytest_bdd import when

from desktop.cli.demo.stage import PASSPHRASE
from letters.officer_keys import common_name
from tests.stories.world import World, head_of


@when("kades menerbitkannya dengan sertifikat yang sudah kedaluwarsa")
def expired(world: World) -> None:
    """His own of last year, which the hub knows: the passphrase is right, the person too, the time is over."""
    stage, officer = world.scene.stage, head_of(world.village)
    known = x509.load_pem_x509_certificate((stage.folder / "keys" / f"{officer}.pem").read_bytes())
    made = stage.authority.issue_officer(common_name(known), PASSPHRASE, datetime.now(UTC) - timedelta(days=400), 365)
    locked, public = world.folder / "lama.p12", world.folder / "lama.pem"
    locked.write_bytes(made.pkcs12)
    public.write_bytes(made.certificate_pem)
    world.scene.hub.command("officer cert", officer, "--cert", str(public))
    world.sync_all(world.head())
    world.said = world.desk.attempt(
        "issue", world.request, "--p12", locked, "--passphrase-file", stage.secrets.passphrase()
    )
