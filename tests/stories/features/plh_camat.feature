# language: id
Fitur: Pelaksana harian
  Selama camat pergi beberapa hari, Plh. menandatangani, dan camat sendiri tidak.

  Skenario: Plh. camat menandatangani, camat definitif tidak dapat
    Diketahui komputer desa "Timbau" yang sudah terdaftar
    Dan komputer kecamatan "Tenggarong" yang sudah terdaftar
    Dan sekcam ditunjuk sebagai Plh. camat mulai hari ini
    Ketika desa mengirim permohonan "dispensasi-nikah"
    Dan kasi kesra memverifikasi dan sekcam memaraf
    Maka camat definitif tidak dapat menandatanganinya
    Ketika Plh. camat menandatanganinya
    Maka desa menerima surat bertanda tangan yang sah
    Dan suratnya menyebut "Plh. CAMAT TENGGARONG"
