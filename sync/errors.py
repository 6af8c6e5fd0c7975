"""What can go wrong in an exchange. Every sentence says what happened, whether the work is safe, and what to do.

::

    SyncError
    ├── Unreadable            bytes that are not what they should be: an action, a message, a code
    ├── BadSignature          a signature that does not fit its key and bytes
    ├── BadAddress            no address of a hub, or one that would carry citizens' data in the open
    ├── Unreachable           no connection: name, route, TLS, cut, stalled
    │   └── UntrustedHub      TLS found a certificate that this desk does not trust
    ├── ForeignAnswer         an answer without a fitting signature: a captive portal, a proxy, another key
    ├── HubBusy               the hub is there and wants to be asked later (429, 503, other 5xx)
    │   ├── HubFull           its disk is full: nothing was taken
    │   └── HubFailed         it fell over something, perhaps over what it was sent
    ├── BytesAlarm            an attachment is missing or changed on this desk: never uploaded, never deleted
    ├── FalseBytes            bytes that came down are not those that an accepted action names
    ├── Superseded            the hub holds a later revision of the letter than the one asked for
    ├── Stopped               a person ended the exchange
    ├── Endless               the hub has always more to say and nothing comes of it
    ├── EnrolmentRefused      the hub, or this desk, refused to be enrolled
    └── Refused               a signed refusal of the whole request: nothing of it was taken
        ├── StaleNonce        the nonce was too old; the refusal brings a fresh one
        ├── TooOld            this program speaks a protocol that the hub no longer reads
        ├── TooNew            this program speaks a protocol that the hub does not read yet
        ├── DeviceFork        another copy of this desk has used these places in the queue
        ├── Gap               the hub knows less of the queue than it acknowledged
        ├── EpochChanged      the hub was restored from a backup
        ├── HistoryRewritten  what this desk has read is no longer there, or is something else
        ├── FalseEntry        an entry whose author cannot be proved
        └── NotAllowed        unknown or revoked device, or a thing that this office may not read
"""

from __future__ import annotations

_SAFE = "Data tetap tersimpan di komputer ini."


class SyncError(Exception):
    """Any of them. `code` is the word on the wire, `sentence` is for the person at the desk."""

    code = "sync"
    sentence = f"Pertukaran data tidak berhasil. {_SAFE} Coba lagi nanti."

    def __init__(self, detail: str = "", *, sentence: str = "") -> None:
        super().__init__(detail or type(self).__name__)
        self.detail = detail
        if sentence:
            self.sentence = sentence


class Unreadable(SyncError):
    """Bytes that are not what they should be."""

    code = "unreadable"
    sentence = f"Kiriman tidak terbaca. {_SAFE} Hubungi pengelola hub."


class BadSignature(SyncError):
    """A signature that does not fit its key and bytes."""

    code = "bad_signature"
    sentence = f"Tanda tangan kiriman tidak cocok. {_SAFE} Hubungi pengelola hub."


class BadAddress(SyncError):
    """No address of a hub, or one that would carry citizens' data in the open."""

    code = "bad_address"
    sentence = "Alamat hub tidak benar: harus diawali https:// dan nama hub. Belum ada yang dikirim. Periksa alamatnya."


class Unreachable(SyncError):
    """No connection to the hub."""

    code = "unreachable"
    sentence = f"Hub tidak dapat dihubungi. {_SAFE} Akan dicoba lagi bila jaringan kembali."


class UntrustedHub(Unreachable):
    """TLS found a certificate that this desk does not trust."""

    code = "untrusted_hub"
    sentence = (
        f"Sertifikat hub tidak dipercaya oleh komputer ini, sehingga tidak ada yang dikirim. {_SAFE} "
        "Periksa jam komputer dan jaringan, lalu hubungi pengelola hub."
    )


class ForeignAnswer(SyncError):
    """Something answered that is not the pinned hub."""

    code = "foreign_answer"
    sentence = (
        f"Yang menjawab bukan hub kantor Anda (mungkin halaman masuk Wi-Fi atau perantara jaringan). {_SAFE} "
        "Buka peramban untuk masuk ke jaringan, lalu sinkronkan lagi. Bila tetap begini, hubungi pengelola hub."
    )


class HubBusy(SyncError):
    """The hub wants to be asked later.

    Attributes:
        retry_after: seconds that it asked for, or None.
    """

    code = "busy"
    sentence = f"Hub sedang sibuk. {_SAFE} Akan dicoba lagi sendiri."

    def __init__(self, detail: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class HubFull(HubBusy):
    """The hub has no room on its disk: nothing of the request was taken."""

    code = "hub_full"
    sentence = (
        "Penyimpanan hub sedang penuh, sehingga kiriman belum diterima. Data tetap tersimpan di komputer ini dan akan "
        "dikirim lagi sendiri. Beri tahu pengelola hub."
    )


class HubFailed(HubBusy):
    """The hub itself says that it failed: at everything, or at what this request carried."""

    code = "failed"
    sentence = f"Hub mengalami kesalahan. {_SAFE} Akan dicoba lagi sendiri."


class BytesAlarm(SyncError):
    """An attachment is missing or changed on this desk."""

    code = "bytes_alarm"
    sentence = (
        "Sebuah lampiran di komputer ini hilang atau berubah, sehingga tidak dikirim dan tidak dihapus. "
        "Pindai ulang dokumennya, lalu lampirkan lagi."
    )


class FalseBytes(SyncError):
    """Bytes that came down are not those that an accepted action names: forgotten, and asked for again later."""

    code = "false_bytes"
    sentence = (
        "Berkas yang diterima tidak cocok dengan sidik jarinya, sehingga tidak dipakai. Akan diminta lagi sendiri."
    )


class Superseded(SyncError):
    """The hub holds a later revision of the letter; the entry that tells of it is on its way."""

    code = "superseded"
    sentence = "Surat ini sudah diperbarui di hub. Sinkronkan lagi untuk menerima yang terbaru."


class Stopped(SyncError):
    """A person ended the exchange; no failure of anybody."""

    code = "stopped"
    sentence = (
        f"Sinkronisasi dihentikan. {_SAFE} Yang sudah terkirim tetap tercatat; sisanya dikirim saat sinkronisasi "
        "berikutnya."
    )


class Endless(SyncError):
    """The hub has always more to say and nothing comes of it: it lies, or something is wrong with it."""

    code = "endless"
    sentence = (
        f"Hub terus menjawab tanpa selesai, sehingga sinkronisasi dihentikan dahulu. {_SAFE} "
        "Sinkronkan lagi nanti. Bila tetap begini, hubungi pengelola hub."
    )


class EnrolmentRefused(SyncError):
    """No enrolment.

    Attributes:
        reason: `mistyped`, `wrong`, `used`, `expired`, `locked`, `not_the_hub`, `bad_file`.
        tries_left: how many more the hub allows, or None when it did not say.
    """

    code = "enrolment_refused"

    def __init__(self, reason: str, tries_left: int | None = None) -> None:
        super().__init__(reason, sentence=_ENROLMENT.get(reason, _ENROLMENT["wrong"]))
        self.reason = reason
        self.tries_left = tries_left
        if tries_left is not None:
            self.sentence += f" Sisa percobaan: {tries_left}."


_ENROLMENT = {
    "mistyped": "Kode pendaftaran salah ketik. Belum ada yang dikirim. Periksa huruf demi huruf, lalu ketik lagi.",
    "wrong": "Kode pendaftaran tidak cocok. Komputer ini belum terdaftar. Minta kode baru kepada pengelola hub.",
    "used": "Kode pendaftaran sudah dipakai. Komputer ini belum terdaftar. Minta kode baru kepada pengelola hub.",
    "expired": "Kode pendaftaran sudah kedaluwarsa. Komputer ini belum terdaftar. Minta kode baru ke pengelola hub.",
    "locked": "Kode pendaftaran terkunci karena terlalu banyak percobaan. Minta kode baru kepada pengelola hub.",
    "not_the_hub": (
        "Kode ini tidak cocok dengan hub yang menjawab. Mungkin kode salah ketik, mungkin yang menjawab bukan hub "
        "kabupaten Anda. Komputer ini belum terdaftar. Periksa kode huruf demi huruf dan alamat hub, lalu coba lagi; "
        "bila tetap begini, jangan diteruskan dan hubungi pengelola hub."
    ),
    "bad_file": "Berkas pendaftaran rusak atau diubah. Komputer ini belum terdaftar. Minta berkas baru.",
}


class Refused(SyncError):
    """A signed refusal of the whole request."""

    code = "refused"


class StaleNonce(Refused):
    """The nonce was too old.

    Attributes:
        nonce: the fresh one, to repeat the request with at once.
    """

    code = "old_nonce"

    def __init__(self, nonce: str) -> None:
        super().__init__("old nonce")
        self.nonce = nonce


class TooOld(Refused):
    """This program speaks a protocol that the hub no longer reads."""

    code = "too_old"
    sentence = f"Program ini terlalu lama untuk hub. {_SAFE} Pencatatan tetap bisa; perbarui program untuk mengirim."


class TooNew(Refused):
    """This program speaks a protocol that the hub does not read yet."""

    code = "too_new"
    sentence = (
        f"Hub belum mengenal versi program ini. {_SAFE} Pencatatan tetap bisa; minta pengelola hub memperbarui hub."
    )


class DeviceFork(Refused):
    """Another copy of this desk has used these places in the queue; the desk takes a new incarnation."""

    code = "device_fork"


class Gap(Refused):
    """The hub knows less of the queue than it acknowledged.

    Attributes:
        ack_through: the last place that the hub knows.
    """

    code = "gap"
    sentence = f"Hub kehilangan sebagian kiriman yang pernah diterimanya. {_SAFE} Hubungi pengelola hub."

    def __init__(self, ack_through: int) -> None:
        super().__init__(f"the hub knows the queue through {ack_through}")
        self.ack_through = ack_through


class EpochChanged(Refused):
    """The hub was restored from a backup: the desk gives back what it lost, then goes on.

    Attributes:
        epoch: the hub's epoch now.
    """

    code = "epoch_changed"
    sentence = (
        f"Hub baru saja dipulihkan dari cadangan, dan pertukaran sesudahnya belum selesai. {_SAFE} "
        "Sinkronkan lagi; bila tetap begini, hubungi pengelola hub."
    )

    def __init__(self, epoch: int) -> None:
        super().__init__(f"the hub is in epoch {epoch}")
        self.epoch = epoch


class HistoryRewritten(Refused):
    """What this desk has read at the hub is no longer there, or is something else. Nothing was applied."""

    code = "history_differs"
    sentence = (
        f"Riwayat di hub tidak sama dengan yang sudah dibaca komputer ini, sehingga pertukaran berhenti. {_SAFE} "
        "Segera hubungi pengelola hub."
    )


class FalseEntry(Refused):
    """An entry whose author cannot be proved: forged, or of another hub. Nothing was applied."""

    code = "false_entry"
    sentence = (
        f"Hub mengirim langkah yang pembuatnya tidak dapat dibuktikan, sehingga tidak diterima. {_SAFE} "
        "Segera hubungi pengelola hub."
    )


class NotAllowed(Refused):
    """Unknown or revoked device, or a thing that this office may not read."""

    code = "not_allowed"
    sentence = f"Hub tidak mengizinkan komputer ini. {_SAFE} Hubungi pengelola hub."
