# language: id
Fitur: Milik desa lain
  Komputer sebuah desa tidak dapat meminta permohonan atau lampiran desa lain,
  walau pengenalnya diketahui.

  Skenario: Desa lain meminta permohonan dan lampiran
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan komputer desa kedua "Muara Pantuan"
    Ketika desa mengirim permohonan "surat-keterangan-usaha"
    Dan desa kedua menyinkronkan
    Maka desa kedua tidak melihat permohonan itu
    Dan desa kedua yang meminta lampirannya langsung kepada hub ditolak
    Dan desa kedua yang meminta suratnya langsung kepada hub ditolak
