"""Passwords of officers: where they come from and what is too weak."""

from __future__ import annotations

import getpass
import os
import sys
from datetime import date
from pathlib import Path
from typing import Final

from desktop.errors import BadInput
from desktop.phrases import noted, phrase

SHORTEST, LONGEST = 8, 128
VARIABLE = "KETINTING_PASSWORD"


def take_from_environment() -> str | None:
    """The password of tests. It is cleared at once, so that no child process inherits it."""
    return os.environ.pop(VARIABLE, None)


def read_password(source: str | None, from_environment: str | None, prompt: str = "Kata sandi: ") -> str:
    """The password from `--password-file FILE|-`, else from the environment, else asked for at a terminal.

    Raises:
        BadInput: there is no source, or the file cannot be read.
    """
    if source == "-":
        return sys.stdin.readline().rstrip("\r\n")
    if source is not None:
        return _first_line(Path(source))
    if from_environment is not None:
        return from_environment
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(prompt)
    raise BadInput(
        "sandi_tidak_ada",
        phrase("Kata sandi belum diberikan. Tidak ada yang berubah. Pakai --password-file FILE atau -."),
    )


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            "berkas_sandi",
            phrase(
                "Berkas kata sandi {name} tidak dapat dibaca. Tidak ada yang berubah. Periksa nama dan izinnya.",
                name=path.name,
            ),
        ) from error


_NOTHING: Final = noted(" Belum ada yang disimpan atau dikirim.")


def check_new_password(password: str, *, office_names: tuple[str, ...] = (), born: date | None = None) -> None:
    """Refuse what the first guesses would find: short ones, the birth date, the office's name or code.

    A birth date as the first password is how village systems were opened by others; length is worth more than signs.

    Raises:
        BadInput: with the sentence that says what is wrong.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadInput(
            "sandi_lemah",
            phrase(
                "Kata sandi harus {shortest} sampai {longest} huruf.{nothing} Pilih panjang yang sesuai.",
                shortest=SHORTEST,
                longest=LONGEST,
                nothing=phrase(_NOTHING),
            ),
        )
    plain = _bare(password)
    if len(set(plain)) < 3:
        raise BadInput(
            "sandi_lemah",
            phrase(
                "Kata sandi ini hanya mengulang huruf yang sama.{nothing} Pilih yang lain.", nothing=phrase(_NOTHING)
            ),
        )
    if born is not None and plain in _dates(born):
        raise BadInput(
            "sandi_lemah",
            phrase("Tanggal lahir mudah ditebak.{nothing} Pilih kata sandi yang lain.", nothing=phrase(_NOTHING)),
        )
    if any(plain in {_bare(name), _bare(name) + "123"} for name in office_names if name):
        raise BadInput(
            "sandi_lemah",
            phrase(
                "Nama atau kode kantor mudah ditebak.{nothing} Pilih kata sandi yang lain.", nothing=phrase(_NOTHING)
            ),
        )


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _dates(born: date) -> frozenset[str]:
    day, month, year = f"{born:%d}", f"{born:%m}", f"{born:%Y}"
    return frozenset({day + month + year, year + month + day, month + day + year})
