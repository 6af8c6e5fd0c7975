# language: id
Fitur: Surat desa terbit tanpa jaringan
  Kades menandatangani surat keterangan usaha di tempat dengan nomor yang sudah dipinjamkan hub.

  Skenario: Terbit tanpa jaringan, lalu diterima hub
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan jaringan desa terputus
    Ketika petugas mencatat permohonan "surat-keterangan-usaha"
    Dan kades menerbitkannya
    Maka suratnya bertanda tangan sah dengan nomor dari blok desa
    Ketika jaringan desa tersambung
    Dan desa menyinkronkan sampai selesai
    Maka hub menerima surat itu dengan isi yang sama

  Skenario: Dua surat tidak pernah bernomor sama
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan jaringan desa terputus
    Ketika kades menerbitkan 2 surat keterangan usaha dengan program ditutup di antaranya
    Maka nomor kedua surat itu berurutan dan berbeda
