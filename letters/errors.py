"""What can go wrong with a letter, each with the sentence an officer reads; ``detail`` is for the log.

LettersError
├── RenderRefused            the letter cannot be set
│   ├── TemplateDiffers      another template than the one the letter was frozen with
│   ├── FontsDiffer          other fonts than the letter was frozen with
│   ├── TemplateFailed       Typst refused: a fault in the template, a glyph the font lacks
│   └── TemplateTooGreedy    a template of others used too much time or memory and was ended
├── PdfUnreadable            the bytes are not a PDF that can be read
├── RootUnreadable           what should be trusted is no certificate
├── PrepareRefused           the field is missing, already signed, or lies outside its page
├── OfficerKeyRefused        the PKCS#12 file or its certificate cannot sign this letter
│   ├── NotPkcs12
│   ├── WrongPassphrase
│   ├── KeyNotForSigning
│   ├── CertificateExpired
│   ├── CertificateNotYetValid
│   └── CertificateOfAnother
└── SignatureRefused         a signature that does not belong to the prepared file
    ├── PreparedChanged      the bytes shown are not the bytes that were prepared
    ├── CmsUnreadable
    ├── CmsTooLarge
    ├── CmsDoesNotFit        signed something else, or damaged
    ├── WrongSigner
    └── NotAcceptable        the verdict about the filled file is not good
"""

from typing import ClassVar


class LettersError(Exception):
    """Any failure of this room. ``str()`` is the officer's sentence."""

    sentence: ClassVar[str] = "Surat tidak dapat diolah. Data permohonan tetap tersimpan."

    def __init__(self, detail: str = "") -> None:
        super().__init__(self.sentence)
        self.detail = detail


class RenderRefused(LettersError):
    """The letter cannot be set."""

    sentence = "Surat tidak dapat dibuat. Data permohonan tetap tersimpan. Hubungi pengelola layanan."


class TemplateDiffers(RenderRefused):
    """The template at hand is not the one the letter was frozen with."""

    sentence = (
        "Naskah surat di komputer ini berbeda dari naskah saat surat dibekukan. Data tetap tersimpan. "
        "Sinkronkan layanan, lalu coba lagi."
    )


class FontsDiffer(RenderRefused):
    """The fonts at hand are not those the letter was frozen with."""

    sentence = "Huruf surat di komputer ini berbeda versinya. Data tetap tersimpan. Perbarui program, lalu coba lagi."


class TemplateFailed(RenderRefused):
    """Typst refused the template or the data."""

    sentence = (
        "Surat tidak dapat dibuat: naskahnya salah atau ada huruf yang tidak dikenal. Data permohonan tetap tersimpan. "
        "Periksa nama dan isian, atau hubungi pengelola layanan."
    )


class TemplateTooGreedy(RenderRefused):
    """The limited child process was ended."""

    sentence = (
        "Naskah surat dari layanan ini terlalu berat dan dihentikan. Data permohonan tetap tersimpan. "
        "Hubungi pemilik layanan."
    )


class PdfUnreadable(LettersError):
    """Not a PDF, damaged beyond reading, encrypted, or with a signature that cannot be read."""

    sentence = (
        "Berkas ini bukan PDF yang dapat dibaca, atau tanda tangannya rusak. Berkas tidak diubah. Minta berkas aslinya."
    )


class RootUnreadable(LettersError):
    """A trusted root is neither PEM nor DER."""

    sentence = (
        "Berkas kepercayaan bukan sertifikat yang dapat dibaca. Surat tidak diubah. "
        "Pilih berkas sertifikat induk (PEM) dari penerbit."
    )


class PrepareRefused(LettersError):
    """The signature's field cannot be laid."""

    sentence = "Ruang tanda tangan pada surat tidak dapat disiapkan. Surat belum berubah. Hubungi pengelola layanan."


class OfficerKeyRefused(LettersError):
    """The PKCS#12 file or its certificate cannot sign this letter."""

    sentence = "Sertifikat tidak dapat dipakai untuk menandatangani. Surat belum ditandatangani dan tetap tersimpan."


class NotPkcs12(OfficerKeyRefused):
    """Not a PKCS#12 file."""

    sentence = "Berkas ini bukan berkas sertifikat .p12. Surat belum ditandatangani. Pilih berkas .p12 yang benar."


class WrongPassphrase(OfficerKeyRefused):
    """The passphrase does not open the file."""

    sentence = "Frasa sandi sertifikat salah. Surat belum ditandatangani dan tetap tersimpan. Ketik ulang frasa sandi."


class KeyNotForSigning(OfficerKeyRefused):
    """No key, no certificate, a kind of key not supported, or a key usage without signing."""

    sentence = (
        "Sertifikat ini tidak diperuntukkan bagi tanda tangan elektronik. Surat belum ditandatangani. "
        "Hubungi penerbit sertifikat."
    )


class CertificateExpired(OfficerKeyRefused):
    """The certificate's time is over."""

    sentence = (
        "Masa berlaku sertifikat sudah habis. Surat belum ditandatangani dan tetap menunggu. "
        "Mintalah sertifikat baru kepada penerbit."
    )


class CertificateNotYetValid(OfficerKeyRefused):
    """The certificate's time has not begun; a wrong clock looks the same."""

    sentence = (
        "Sertifikat belum mulai berlaku. Surat belum ditandatangani dan tetap menunggu. "
        "Periksa tanggal dan jam komputer ini."
    )


class CertificateOfAnother(OfficerKeyRefused):
    """Somebody else's certificate."""

    sentence = (
        "Sertifikat ini milik orang lain, bukan pejabat yang ditunjuk untuk surat ini. Surat belum ditandatangani. "
        "Pilih sertifikat pejabat yang bersangkutan."
    )


class SignatureRefused(LettersError):
    """A signature that does not belong to the prepared file."""

    sentence = "Tanda tangan tidak dapat diterima. Surat asli tetap tersimpan dan belum ditandatangani."


class PreparedChanged(SignatureRefused):
    """The bytes shown are not those that were prepared, or do not form one open signature."""

    sentence = (
        "Berkas yang ditampilkan bukan berkas yang disiapkan untuk ditandatangani. Surat belum ditandatangani. "
        "Ambil ulang surat dari hub."
    )


class CmsUnreadable(SignatureRefused):
    """Not a CMS signature of one signer."""

    sentence = "Tanda tangan yang diterima rusak. Surat belum ditandatangani dan tetap menunggu. Tanda tangani ulang."


class CmsTooLarge(SignatureRefused):
    """The signature is larger than its reserved place."""

    sentence = (
        "Tanda tangan lebih besar daripada tempatnya, biasanya karena rantai sertifikat terlalu panjang. "
        "Surat belum ditandatangani. Hubungi pengelola."
    )


class CmsDoesNotFit(SignatureRefused):
    """The signature is over other bytes, or is damaged."""

    sentence = "Tanda tangan tidak cocok dengan surat ini. Surat belum ditandatangani. Buka surat terbaru, lalu ulangi."


class WrongSigner(SignatureRefused):
    """The signature was made by another person's certificate."""

    sentence = (
        "Surat ditandatangani dengan sertifikat orang lain, bukan pejabat yang ditunjuk. Tanda tangan ditolak; "
        "surat tetap menunggu."
    )


class NotAcceptable(SignatureRefused):
    """The filled file does not verify; ``detail`` holds the verdict."""

    sentence = (
        "Tanda tangan pada surat tidak lolos pemeriksaan, sehingga surat belum dianggap ditandatangani. "
        "Surat asli tetap tersimpan. Periksa sertifikat, lalu tanda tangani ulang."
    )
