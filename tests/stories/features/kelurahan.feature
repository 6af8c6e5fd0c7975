# language: id
Fitur: Kelurahan
  Di kota hanya ada kelurahan: lurah seorang PNS dengan NIP, dan kecamatan ada di kepala surat.

  Skenario konsep: Lurah menerbitkan surat keterangan usaha
    Diketahui hub "<kota>" dengan kelurahan "<kelurahan>"
    Ketika lurah menerbitkan surat keterangan usaha tanpa jaringan
    Dan kelurahan menyinkronkan sampai selesai
    Maka surat itu diterima hub dan sah
    Dan kepala suratnya menyebut "KECAMATAN <kecamatan>" dan "KELURAHAN <kelurahan kapital>"
    Dan di bawah tanda tangan ada NIP

    Contoh:
      | kota    | kecamatan     | kelurahan | kelurahan kapital |
      | bontang | BONTANG BARAT | Belimbing | BELIMBING         |
      | kediri  | KOTA          | Pocanan   | POCANAN           |
