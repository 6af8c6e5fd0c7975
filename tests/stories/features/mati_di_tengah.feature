# language: id
Fitur: Mati di tengah jalan
  Listrik padam, jaringan putus dan mesin yang dimatikan tidak menghilangkan
  dan tidak menggandakan apa pun.

  Skenario: Desa mati di tengah pengiriman
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan petugas mencatat permohonan "dispensasi-nikah"
    Dan sambungan akan putus di tengah lampiran
    Ketika program desa dimatikan paksa saat mengirim
    Dan program di desa dibuka lagi
    Dan desa menyinkronkan sampai selesai
    Maka hub memiliki 1 permohonan dari desa itu beserta semua lampirannya
    Dan setiap tindakan tercatat tepat sekali di hub

  Skenario: Hub mati setelah menyimpan dan sebelum menjawab
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Dan petugas mencatat permohonan "surat-keterangan-usaha"
    Dan jawaban hub atas pengiriman berikutnya akan hilang dan hub mati
    Ketika desa mencoba menyinkronkan
    Dan hub dihidupkan lagi
    Dan desa menyinkronkan sampai selesai
    Maka hub memiliki 1 permohonan dari desa itu beserta semua lampirannya
    Dan setiap tindakan tercatat tepat sekali di hub

  Skenario: Komputer yang sama dihidupkan sepuluh kali
    Diketahui komputer desa "Sepatin" yang sudah terdaftar
    Ketika program desa dimatikan dan dihidupkan 10 kali, tiap kali mencatat atau menyinkronkan
    Dan desa menyinkronkan sampai selesai
    Maka hub memiliki 5 permohonan dari desa itu beserta semua lampirannya
    Dan setiap tindakan tercatat tepat sekali di hub
