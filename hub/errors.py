"""What can go wrong at the hub, as sentences for the person in front of it.

HubError                 the world's: a sentence says what happened and what to do (exit 1, one line)
├── WrongKey             the key file is missing, readable by others, or of another hub
├── NewerSchema          the database was written by a newer program
├── OldSchema            the database awaits its migration
├── OldSqlite            the SQLite library lacks a fix that the record depends on
├── NotInitialised       the folder holds no hub
├── StorageFull          the disk, or the account's share of it, has no room left
├── StorageFailing       the disk does not read or write now
├── StorageAway          the store of files does not answer, or not as it should
├── DatabaseAway         the database does not answer, or another program keeps it busy
├── DamagedDatabase      the file of the database is no longer what was written
├── LostDatabase         a folder that held a hub has no database any more
├── DamagedBackup        a backup that is cut, changed, or none of ours
├── WrongPassphrase      the passphrase does not open the backup
├── TargetInUse          the place to restore to, or the file to write, holds something already
├── Refused(code)        a request that the hub declines; carries an HTTP status and a word for programs
└── NotKnown             an office, officer or pack that was never entered
"""

from dataclasses import dataclass
from typing import ClassVar


class HubError(Exception):
    """Something outside this program that a person can mend; the text is the sentence to show.

    Attributes:
        word: what programs read of it on the command line; stable, listed in ``docs/hub.md``.
    """

    word: ClassVar[str] = "tidak_dapat"


class WrongKey(HubError):
    """The key file does not fit."""

    word = "kunci_salah"


class NewerSchema(HubError):
    """The database is from the future."""

    word = "versi_baru"


class OldSchema(HubError):
    """The database was not migrated."""

    word = "skema_lama"


class OldSqlite(HubError):
    """SQLite before 3.51.3 can lose a committed write when its log restarts."""

    word = "sqlite_lama"


class NotInitialised(HubError):
    """There is no hub in this folder."""

    word = "belum_disiapkan"


class NotKnown(HubError):
    """A name that the reference tables do not hold."""

    word = "tidak_dikenal"


class StorageFull(HubError):
    """No room on the disk: nothing of what was asked is kept, everything before it is."""

    word = "penyimpanan_penuh"

    def __init__(self) -> None:
        super().__init__(
            "Penyimpanan hub penuh (atau jatahnya habis), sehingga langkah ini tidak disimpan. Semua yang sudah "
            "tersimpan tetap aman. Kosongkan ruang, lalu ulangi."
        )


class StorageFailing(HubError):
    """The disk does not read or write: nothing says that what it holds is damaged."""

    word = "penyimpanan_gagal"

    def __init__(self) -> None:
        super().__init__(
            "Disk hub gagal membaca atau menulis (rusak, terlepas, atau hanya-baca). Yang sudah dijawab kepada kantor "
            "tetap tersimpan, kiriman menunggu di komputer mereka. Periksa disk dan catatan sistem; bila terjadi lagi, "
            "hentikan hub dan pindahkan ke disk lain dari cadangan."
        )


class StorageAway(HubError):
    """The store of files does not answer now; whether the last thing was written cannot be said."""

    word = "penyimpanan_tidak_terjangkau"

    def __init__(self) -> None:
        super().__init__(
            "Penyimpanan berkas hub tidak menjawab. Semua yang sudah tersimpan tetap aman, kiriman menunggu. "
            "Periksa layanan penyimpanan, alamat dan kuncinya."
        )


class DatabaseAway(HubError):
    """The database does not answer now."""

    word = "basis_data_tidak_terbuka"


class DamagedDatabase(HubError):
    """The database's file is no longer what was written."""

    word = "basis_data_rusak"

    def __init__(self) -> None:
        super().__init__(
            "Basis data hub rusak. Jangan hapus apa pun: hentikan hub dan pulihkan cadangan. Yang dicatat kantor "
            "tetap tersimpan di komputer mereka."
        )


class LostDatabase(HubError):
    """The folder holds a hub, and its database is not there."""

    word = "basis_data_hilang"

    def __init__(self) -> None:
        super().__init__(
            "Basis data hub hilang atau kosong, padahal hub sudah pernah disiapkan. Jangan hapus apa pun: pulihkan "
            "cadangan. Yang dicatat kantor tetap tersimpan di komputer mereka."
        )


class DamagedBackup(HubError):
    """A backup that is cut, changed, or none of ours."""

    word = "cadangan_rusak"

    def __init__(self, what: str = "") -> None:
        super().__init__(
            f"Berkas cadangan rusak, terpotong, atau bukan cadangan hub{f' ({what})' if what else ''}. "
            "Tidak ada yang diubah. Pakai cadangan yang lain, dan simpan berkas ini."
        )


class WrongPassphrase(HubError):
    """The passphrase does not open the backup."""

    word = "sandi_cadangan_salah"

    def __init__(self) -> None:
        super().__init__(
            "Kata sandi cadangan tidak cocok (atau kepala berkasnya diubah). Tidak ada yang diubah. "
            "Periksa kata sandinya, lalu ulangi."
        )


class TargetInUse(HubError):
    """The place to restore to, or the file to write, holds something already."""

    word = "tujuan_terisi"


@dataclass
class Refused(HubError):
    """A request that is answered with `status` and the body ``{"error": code, "message": sentence}``.

    Attributes:
        code: a word for programs, stable.
        sentence: Indonesian, for the officer: what happened, whether the data is safe, what to do.
        retry_after: seconds, for 429 and 503.
    """

    status: int
    code: str
    sentence: str
    retry_after: int | None = None

    def __str__(self) -> str:
        return self.sentence


def word_of(error: HubError) -> str:
    """The word for programs."""
    return error.code if isinstance(error, Refused) else error.word
