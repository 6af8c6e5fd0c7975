"""Asks at a terminal whether an invitation is for this office and this officer, before anything is kept."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from desktop.errors import NotAllowed
from desktop.phrases import phrase

if TYPE_CHECKING:
    from desktop.office.introducing import Introduced

_YES = {"y", "ya"}


def ask_whether(introduced: Introduced, args: argparse.Namespace) -> None:
    """Go on after a yes. A program that types for somebody, and `--yes`, are not asked.

    Raises:
        NotAllowed: it was not a yes.
    """
    if args.yes or sys.stdin is None or not sys.stdin.isatty():
        return
    sys.stderr.write(_told(introduced))
    sys.stderr.flush()
    if sys.stdin.readline().strip().casefold() not in _YES:
        raise NotAllowed(
            "tidak_disetujui",
            phrase(
                "Pendaftaran tidak dilanjutkan. Tidak ada yang disimpan di komputer ini, dan kodenya masih "
                "berlaku. Tanyakan kepada pengelola hub untuk kantor dan petugas mana kode ini dibuat."
            ),
        )


def _told(introduced: Introduced) -> str:
    offer = introduced.offer
    return (
        f"Kantor   {offer.office_name} ({offer.office})\n"
        f"Petugas  {offer.officer_name}\n"
        f"Hub      {introduced.begun.url}\n"
        f"Kunci    {introduced.hub_key}\n"
        "Yang akan disimpan di komputer ini, terkunci dengan kata sandi: permohonan, lampiran, surat, dan data warga "
        "kantor ini, serta kunci tanda tangan petugas.\n"
        "Ini kantor dan petugas Anda? [y/t] "
    )
