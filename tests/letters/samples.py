"""Sample letters for tests (contoh): real region names, invented persons whose NIK serial is 0000 and so nobody's."""

from datetime import date

from domain.letters import (
    Content,
    Draft,
    Footer,
    FrozenLetter,
    Letterhead,
    LetterNumber,
    PrivacyNotice,
    Receipt,
    ReservedSignature,
    Signature,
)
from letters.render import typesetting_here
from letters.templates import load_template

ON = date(2026, 11, 21)
FOOTER = Footer(
    "own-ca",
    "Dokumen ini ditandatangani secara elektronik dengan sertifikat dari Otoritas Sertifikat Contoh. "
    "Keasliannya dapat diperiksa dengan memindai kode QR.",
    date(2026, 1, 1),
)
KADES = Signature("ttd1", "own", "definitif", ("Kepala Desa Kayu Batu",), "Contoh Kepala Desa")
LURAH = Signature(
    "ttd1", "own", "definitif", ("Lurah Tanjung Laut",), "Contoh Nama Lurah, S.Sos.", "19800101 200501 1 000"
)
CAMAT = Signature(
    "ttd1", "own", "definitif", ("Camat Muara Muntai",), "Drs. Contoh Camat, M.Si.", "19700101 199501 1 000"
)
PLH = Signature(
    "ttd1",
    "own",
    "plh",
    ("Plh. Camat Muara Muntai", "Sekretaris Kecamatan"),
    "Contoh Sekcam, S.H.",
    "19720101 199801 2 000",
)
AN_UB = Signature(
    "ttd1",
    "ub",
    "definitif",
    ("a.n. Camat Muara Muntai", "Sekretaris Kecamatan", "u.b.", "Kepala Seksi Kesejahteraan Rakyat"),
    "Contoh Kasi, S.E.",
    "19750101 200001 1 000",
)
DESA = Letterhead(
    ("Pemerintah Kabupaten Kutai Kartanegara".upper(), "KECAMATAN MUARA MUNTAI", "DESA KAYU BATU"),
    "Jalan Contoh Nomor 1 RT 02, Kayu Batu, Kode Pos 75562, surel kayubatu@contoh.desa.id",
    "contoh",
)
KECAMATAN = Letterhead(
    ("PEMERINTAH KABUPATEN KUTAI KARTANEGARA", "KECAMATAN MUARA MUNTAI"),
    "Jalan Contoh Nomor 10, Muara Muntai, Kode Pos 75562, telepon (0541) 000000",
    "contoh",
)
BONTANG = Letterhead(
    ("PEMERINTAH KOTA BONTANG", "KECAMATAN BONTANG SELATAN", "KELURAHAN TANJUNG LAUT"),
    "Jalan Contoh Nomor 5, Tanjung Laut, Bontang 75321",
)
KEDIRI = Letterhead(
    ("PEMERINTAH KOTA KEDIRI", "KECAMATAN MOJOROTO", "KELURAHAN BANDAR LOR"),
    "Jalan Contoh Nomor 7, Bandar Lor, Kota Kediri 64114",
    "contoh",
)
USAHA: Content = {
    "nama": "Siti Contoh binti Ahmad",
    "nik": "6402044107900000",
    "ttl": "Kayu Batu, 1 Juli 1990",
    "jenis_kelamin": "Perempuan",
    "agama": "Islam",
    "pekerjaan": "Wiraswasta",
    "alamat": "Jalan Sungai Contoh RT 02, Desa Kayu Batu, Kecamatan Muara Muntai",
    "nama_usaha": "Kios Contoh Jaya",
    "bidang_usaha": "Perdagangan sembako dan bahan bakar eceran",
    "alamat_usaha": "RT 02 Desa Kayu Batu",
    "sejak": "2019-03-01",
    "keperluan": "Pengajuan Kredit Usaha Rakyat",
}
DISPENSASI: Content = {
    "pria_nama": "Budi Contoh",
    "pria_nik": "6402040101980000",
    "pria_ttl": "Muara Muntai, 1 Januari 1998",
    "pria_agama": "Islam",
    "pria_pekerjaan": "Nelayan",
    "pria_alamat": "RT 01 Desa Kayu Batu, Kecamatan Muara Muntai",
    "pria_status": "Belum kawin",
    "wanita_nama": "Ani Contoh",
    "wanita_nik": "6402044202000000",
    "wanita_ttl": "Kayu Batu, 2 Februari 2000",
    "wanita_agama": "Islam",
    "wanita_pekerjaan": "Mengurus rumah tangga",
    "wanita_alamat": "RT 03 Desa Kayu Batu, Kecamatan Muara Muntai",
    "wanita_status": "Belum kawin",
    "tanggal_nikah": "2026-11-28",
    "hari_nikah": "Sabtu",
    "jam_nikah": "09.00 WITA",
    "tempat_nikah": "Rumah mempelai wanita, RT 03 Desa Kayu Batu",
    "kua": "KUA Kecamatan Muara Muntai",
    "alasan": "orang tua calon mempelai pria akan berangkat berobat ke Samarinda",
    "hari_kerja_tersisa": "5",
}


def _member(nama: str, nik: str, hubungan: str, umur: str, pekerjaan: str) -> dict[str, str]:
    return {"nama": nama, "nik": nik, "hubungan": hubungan, "umur": umur, "pekerjaan": pekerjaan}


SKTM: Content = {
    "nama": "Rahmat Contoh",
    "nik": "6402040505700000",
    "ttl": "Kayu Batu, 5 Mei 1970",
    "jenis_kelamin": "Laki-laki",
    "pekerjaan": "Buruh nelayan/perikanan",
    "alamat": "RT 01 Desa Kayu Batu, Kecamatan Muara Muntai",
    "keperluan": "Pengurusan bantuan biaya sekolah anak",
    "keluarga": (
        _member("Rahmat Contoh", "6402040505700000", "Kepala keluarga", "56", "Buruh nelayan"),
        _member("Aminah Contoh", "6402044606750000", "Istri", "51", "Mengurus rumah tangga"),
        _member("Dina Contoh", "6402045101100000", "Anak", "16", "Pelajar"),
        _member("Anto Contoh", "6402041212130000", "Anak", "12", "Pelajar"),
    ),
}
_TITLES = {
    "surat-keterangan-usaha": "Surat Keterangan Usaha",
    "dispensasi-nikah": "Surat Dispensasi Nikah",
    "sktm": "Surat Keterangan Tidak Mampu",
}
_CODES = {"surat-keterangan-usaha": "500.2.2.4", "dispensasi-nikah": "400.12.3.2", "sktm": "100.2.2.5"}
_CONTENTS = {"surat-keterangan-usaha": USAHA, "dispensasi-nikah": DISPENSASI, "sktm": SKTM}


def draft(
    service: str = "surat-keterangan-usaha", signer: Signature = KADES, kop: Letterhead = DESA, **other: object
) -> Draft:
    signatures = (signer, ReservedSignature("ttd2")) if service == "sktm" else (signer,)
    known = {
        "letter": "01a0c0de-0000-7000-8000-000000000001",
        "request": "01a0c0de-0000-7000-8000-000000000002",
        "service": service,
        "pack": f"{service}@1.0.0",
        "office": "64.02.04.2001",
        "place": "Kayu Batu",
        "kop": kop,
        "title": _TITLES[service],
        "content": _CONTENTS[service],
        "signatures": signatures,
        "paper": "F4",
        "template": load_template(service).ref,
    }
    return Draft(**(known | other))  # type: ignore[arg-type]


def frozen(
    service: str = "surat-keterangan-usaha", signer: Signature = KADES, kop: Letterhead = DESA, **other: object
) -> FrozenLetter:
    number = LetterNumber(f"{service}-2026", 2026, 12, f"{_CODES[service]}/012/KB/XI/2026")
    return draft(service, signer, kop, **other).numbered(number, ON, FOOTER, typesetting_here())


def receipt() -> Receipt:
    return Receipt(
        number="R-2026-0012",
        service="Surat Keterangan Tidak Mampu",
        kop=DESA,
        applicant="Rahmat Contoh",
        received_at="Sabtu, 21 November 2026 pukul 09.14 WITA",
        officer="Contoh Petugas Pelayanan",
        documents=("Fotokopi Kartu Keluarga", "Fotokopi KTP-el", "Surat pengantar RT"),
        missing=("Foto rumah tampak depan",),
        next_steps=(
            "Berkas diperiksa kepala seksi kesejahteraan sosial di kecamatan.",
            "Surat ditandatangani camat.",
            "Anda dihubungi; surat dicetak dan diambil di kantor desa.",
        ),
        expected="dua hari kerja sejak berkas lengkap",
        fee="tidak dipungut biaya",
        notice=PrivacyNotice(
            controller="Pemerintah Desa Kayu Batu",
            legal_basis="pelaksanaan tugas pelayanan publik (Pasal 20 ayat (2) huruf e UU 27/2022)",
            purpose="memproses permohonan surat ini dan arsipnya",
            kinds_of_data="identitas kependudukan, susunan keluarga, dan dokumen yang Anda serahkan",
            retention="5 tahun sejak surat diserahkan, menurut jadwal retensi arsip",
            contact="petugas pelayanan Kantor Desa Kayu Batu",
        ),
        paper="F4",
    )
