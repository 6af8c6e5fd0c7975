"""What ends a command of the administrator, as a word for programs and one sentence: the world's apart from ours."""

from __future__ import annotations

import traceback
from pathlib import Path

from sqlalchemy.exc import InterfaceError, OperationalError

from domain.identity import mask_digits
from domain.room import means_failing_disk, means_no_room
from hub.errors import DatabaseAway, HubError, StorageFailing, StorageFull, word_of
from sync.errors import SyncError

_LOG = "galat.log"


def told(error: Exception, folder: Path | None) -> tuple[str, str]:
    """The word and the sentence; a fault of ours is written to a log in the hub's folder, every long number masked."""
    if isinstance(error, HubError):
        return word_of(error), str(error)
    if isinstance(error, SyncError):
        return error.code, error.sentence
    if isinstance(error, OperationalError | InterfaceError):
        sentence = "Basis data hub sedang dipakai atau tidak menjawab. Tidak ada yang diubah. Tunggu, lalu ulangi."
        return DatabaseAway.word, sentence
    if isinstance(error, OSError):
        return _about_files(error)
    _note(error, folder)
    sentence = (
        f"Kesalahan program ({type(error).__name__}). Langkah ini dibatalkan; yang sudah tersimpan tetap aman. "
        f"Laporkan bersama berkas {_LOG} dari folder data hub."
    )
    return "galat", sentence


def _about_files(error: OSError) -> tuple[str, str]:
    if means_no_room(error.errno):
        return StorageFull.word, str(StorageFull())
    if means_failing_disk(error.errno):
        return StorageFailing.word, str(StorageFailing())
    name = error.filename or "yang diperlukan"
    return "berkas_bermasalah", (
        f"Berkas atau folder {name} tidak dapat dipakai ({error.strerror or type(error).__name__}). "
        "Yang sudah tersimpan tetap aman. Periksa letak dan izinnya, lalu ulangi."
    )


def _note(error: Exception, folder: Path | None) -> None:
    text = mask_digits("".join(traceback.format_exception(error)))
    try:
        with ((folder or Path()) / _LOG).open("a", encoding="utf-8") as log:
            log.write(text)
    except OSError:
        return
