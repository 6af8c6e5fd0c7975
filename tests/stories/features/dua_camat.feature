# language: id
Fitur: Dua pejabat memutuskan bersamaan
  Satu permohonan hanya punya satu putusan: yang pertama diterima hub berlaku,
  yang kedua diberi tahu bahwa keadaannya sudah berubah, dan tidak ada yang hilang.

  Skenario: Yang satu menandatangani, yang lain menolak
    Diketahui komputer desa "Saliki" yang sudah terdaftar
    Dan komputer kecamatan "Muara Badak" yang sudah terdaftar
    Dan komputer kedua kecamatan dengan Plt. camat
    Ketika desa mengirim permohonan "dispensasi-nikah"
    Dan kasi kesra memverifikasi dan sekcam memaraf
    Dan kedua komputer kecamatan sudah melihat surat itu
    Dan camat menandatangani dan Plt. camat menolak sebelum saling tahu
    Maka tepat satu putusan diterima dan satu ditolak sebagai "conflict"
    Dan semua komputer melihat keadaan yang sama
