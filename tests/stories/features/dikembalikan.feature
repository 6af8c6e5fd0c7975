# language: id
Fitur: Dikembalikan untuk diperbaiki
  Kecamatan mengembalikan permohonan dengan alasan; desa memperbaiki jawaban yang salah,
  bukan mengulang dari awal, dan warga tidak perlu ke kecamatan.

  Skenario: Camat mengembalikan, desa memperbaiki, camat menandatangani
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan komputer kecamatan "Anggana" yang sudah terdaftar
    Ketika desa mengirim permohonan "dispensasi-nikah"
    Dan kasi kesra memverifikasi dan sekcam memaraf
    Dan camat mengembalikannya dengan alasan "Tanggal akad pada N1 berbeda dengan surat permohonan."
    Maka desa menerima pengembalian dengan alasan itu
    Ketika petugas memperbaiki jawabannya
    Dan kasi kesra memverifikasi dan sekcam memaraf
    Dan camat menandatanganinya
    Maka desa menerima surat bertanda tangan yang sah
    Dan nomor surat itu hanya dipakai sekali
