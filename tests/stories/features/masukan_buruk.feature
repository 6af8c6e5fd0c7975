# language: id
Fitur: Masukan yang buruk
  Setiap kesalahan dijawab dengan kalimat yang mengatakan apa yang terjadi,
  apakah datanya aman, dan apa yang harus dilakukan; tidak ada yang hilang.

  Skenario: Kode pendaftaran salah ketik
    Ketika komputer baru didaftarkan dengan kode yang salah ketik
    Maka program menolak dengan kalimat yang menyebut "kode"

  Skenario: Kode pendaftaran salah
    Ketika komputer baru didaftarkan dengan kode yang salah
    Maka program menolak dengan kalimat yang menyebut "kode"

  Skenario: Kode pendaftaran dipakai dua kali
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Ketika komputer lain didaftarkan dengan kode yang sama
    Maka program menolak dengan kalimat yang menyebut "kode"

  Skenario: Kode pendaftaran kedaluwarsa
    Ketika komputer baru didaftarkan dengan kode yang dibuat tiga jam lalu
    Maka program menolak dengan kalimat yang menyebut "kedaluwarsa"

  Skenario: Hub yang kuncinya bukan kunci yang disimpan
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan petugas mencatat permohonan "surat-keterangan-usaha"
    Ketika alamat hub ternyata dijawab hub lain
    Maka sinkronisasi gagal dengan kalimat tentang hub yang bukan hub kita
    Dan di desa tercatat 1 permohonan yang belum terkirim

  Skenario: Halaman HTML menjawab sebagai hub
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan petugas mencatat permohonan "surat-keterangan-usaha"
    Ketika jaringan dijawab halaman masuk Wi-Fi
    Maka sinkronisasi gagal dengan kalimat tentang hub yang bukan hub kita
    Dan di desa tercatat 1 permohonan yang belum terkirim

  Skenario: Kata sandi salah
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Ketika program dibuka dengan kata sandi yang salah
    Maka program menolak dengan kalimat yang menyebut "sandi"

  Skenario: Basis data rusak
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Ketika basis data desa rusak dan program dibuka
    Maka program menolak dengan kalimat yang menyebut "cadangan"

  Skenario: Basis data dari program yang lebih baru
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Ketika basis data desa berasal dari program yang lebih baru dan program dibuka
    Maka program menolak dengan kalimat yang menyebut "lebih baru"

  Skenario: Lampiran yang bukan seperti namanya
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Ketika petugas melampirkan berkas program bernama kk.jpg
    Maka program menolak dengan kalimat yang menyebut "kk"
    Dan di desa tercatat 0 permohonan

  Skenario: Lampiran melebihi batas
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Ketika petugas melampirkan pindaian yang melebihi batas
    Maka program menolak dengan kalimat yang menyebut "besar"
    Dan di desa tercatat 0 permohonan

  Skenario: Cakram komputer desa tidak menerima satu byte pun lagi
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Ketika petugas mencatat "surat-keterangan-usaha" saat jatah cakram komputer desa habis
    Maka program menolak dengan kalimat yang menyebut "Kosongkan ruang"
    Dan di desa tercatat 0 permohonan
    Ketika petugas mencatat permohonan "surat-keterangan-usaha"
    Dan desa menyinkronkan sampai selesai
    Maka hub memiliki 1 permohonan dari desa itu beserta semua lampirannya

  Skenario: Cakram hub tidak menerima satu byte pun lagi
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan petugas mencatat permohonan "surat-keterangan-usaha"
    Ketika desa menyinkronkan saat jatah cakram hub habis
    Maka sinkronisasi ditunda dengan kalimat tentang penyimpanan hub
    Dan pemantau melihat bahwa hub kekurangan ruang
    Dan di desa tercatat 1 permohonan yang belum terkirim
    Ketika cakram hub menerima lagi
    Dan desa menyinkronkan sampai selesai
    Maka hub memiliki 1 permohonan dari desa itu beserta semua lampirannya
    Dan setiap tindakan tercatat tepat sekali di hub

  Skenario: Perintah pengelola saat cakram hub penuh
    Ketika pengelola mendaftarkan kantor saat cakram hub tidak menerima apa pun
    Maka program menolak dengan kalimat yang menyebut "Penyimpanan hub penuh"

  Skenario: Jam komputer salah sepuluh tahun
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Ketika jam komputer desa mundur sepuluh tahun dan petugas mencatat lalu menyinkronkan
    Maka pemeriksaan komputer menyuruh menyetel tanggal dan jam
    Dan tidak ada langkah yang bertanggal sepuluh tahun lalu
    Dan tidak ada yang hilang walau jam salah

  Skenario: PKCS#12 milik orang lain
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan petugas mencatat permohonan "surat-keterangan-usaha"
    Ketika kades menerbitkannya dengan sertifikat orang lain
    Maka program menolak dengan kalimat yang menyebut "sertifikat"
    Dan surat itu belum terbit

  Skenario: Kata sandi PKCS#12 salah
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan petugas mencatat permohonan "surat-keterangan-usaha"
    Ketika kades menerbitkannya dengan kata sandi sertifikat yang salah
    Maka program menolak dengan kalimat yang menyebut "sandi"
    Dan surat itu belum terbit

  Skenario: Petugas tanpa wewenang
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan petugas mencatat permohonan "surat-keterangan-usaha"
    Ketika petugas mencoba menerbitkannya sendiri
    Maka program menolak dengan kalimat yang menyebut "berwenang"
    Dan surat itu belum terbit

  Skenario: PKCS#12 yang sudah habis masa berlakunya
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan petugas mencatat permohonan "surat-keterangan-usaha"
    Ketika kades menerbitkannya dengan sertifikat yang sudah kedaluwarsa
    Maka program menolak dengan kalimat yang menyebut "Masa berlaku sertifikat"
    Dan surat itu belum terbit

  Skenario: Komputer desa yang berbohong tentang isi surat
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan petugas mencatat permohonan "surat-keterangan-usaha"
    Ketika program desa yang diubah menandatangani surat dengan isi lain
    Maka hub menolak surat itu dengan alasan "letter_is_false"
    Dan permohonan itu tetap menunggu diterbitkan
