"""The fields a person may have on a form, with the wording and the code lists of the family card."""

from __future__ import annotations

from typing import Final

from forms.schema import Asked, Date, SelectOne, Text

_FIELDS: Final[tuple[Asked, ...]] = (
    Text(name="nik", label="NIK", format="nik", max_length=40, hint="16 angka seperti pada KTP-el atau KK"),
    Text(name="kk", label="Nomor KK", format="kk", max_length=40, hint="16 angka seperti pada kartu keluarga"),
    Text(name="nama", label="Nama lengkap", format="name", max_length=100, hint="Tulis seperti pada KTP-el"),
    Text(name="bin", label="Bin/binti", max_length=100),
    Text(name="tempat_lahir", label="Tempat lahir", max_length=100),
    Date(
        name="tanggal_lahir",
        label="Tanggal lahir",
        constraint=". <= today() and years-between(., today()) <= 130",
        constraint_message="Tanggal lahir tidak boleh sesudah hari ini atau lebih dari 130 tahun lalu. Periksa.",
    ),
    SelectOne(name="jenis_kelamin", label="Jenis kelamin", choices="jenis_kelamin"),
    SelectOne(name="agama", label="Agama", choices="agama"),
    SelectOne(name="status_kawin", label="Status perkawinan", choices="status_kawin"),
    SelectOne(name="pendidikan", label="Pendidikan terakhir", choices="pendidikan"),
    SelectOne(name="pekerjaan", label="Pekerjaan", choices="pekerjaan"),
    SelectOne(name="kewarganegaraan", label="Kewarganegaraan", choices="kewarganegaraan"),
    Text(name="alamat", label="Alamat", max_length=200, hint="Jalan atau dusun, RT/RW, desa atau kelurahan"),
    Text(
        name="telepon",
        label="Nomor telepon",
        max_length=20,
        constraint="regex(., '[0-9+][0-9 -]{6,18}')",
        constraint_message="Nomor telepon hanya berisi angka, misalnya 0812 3456 7890.",
    ),
)

PERSON_FIELDS: Final[dict[str, Asked]] = {field.name: field for field in _FIELDS}
"""By name, in the order in which a form shows them."""
