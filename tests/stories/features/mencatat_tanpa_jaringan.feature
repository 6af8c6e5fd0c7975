# language: id
Fitur: Mencatat permohonan tanpa jaringan
  Warga yang datang ke kantor desa dilayani hari itu juga, walau jaringan mati;
  permohonannya berangkat sendiri begitu jaringan hidup.

  Skenario: Tiga layanan dicatat, program ditutup, lalu terkirim
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan jaringan desa terputus
    Ketika petugas mencatat permohonan "surat-keterangan-usaha"
    Dan petugas mencatat permohonan "dispensasi-nikah"
    Dan petugas mencatat permohonan "sktm"
    Dan program di desa ditutup lalu dibuka lagi
    Maka di desa tercatat 3 permohonan
    Dan belum ada permohonan desa di hub
    Ketika jaringan desa tersambung
    Dan desa menyinkronkan sampai selesai
    Maka hub memiliki 3 permohonan dari desa itu beserta semua lampirannya
    Dan tidak ada NIK contoh maupun PDF terbuka di cakram desa

  Skenario: Jawaban yang belum lengkap tidak dicatat setengah-setengah
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Ketika petugas mencatat "surat-keterangan-usaha" tanpa nama usaha
    Maka program menolak dengan kalimat yang menyebut "usaha"
    Dan di desa tercatat 0 permohonan
