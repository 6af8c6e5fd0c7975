<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
<context>
    <name></name>
    <message>
        <source>Kata sandi salah {count} kali. Tunggu {seconds} detik, lalu coba lagi. Data tetap aman.</source>
        <translation>The password was wrong {count} times. Wait {seconds} seconds, then try again. The data is safe.</translation>
    </message>
    <message>
        <source>Penyimpanan komputer ini penuh (atau jatahnya habis), jadi langkah terakhir belum disimpan. Ruang cadangan baru saja dibuka: ulangi langkah itu sekarang, lalu kosongkan ruang. Semua yang sudah tersimpan tetap aman.</source>
        <translation>This computer&apos;s storage is full (or its quota is used up), so the last step was not saved. The reserved room has just been opened: repeat that step now, then make room. Everything saved before is safe.</translation>
    </message>
    <message>
        <source>Penyimpanan komputer ini penuh (atau jatahnya habis), jadi langkah terakhir belum disimpan. Semua yang sudah tersimpan tetap aman. Kosongkan ruang, lalu ulangi langkah terakhir.</source>
        <translation>This computer&apos;s storage is full (or its quota is used up), so the last step was not saved. Everything saved before is safe. Free some space, then repeat the last step.</translation>
    </message>
    <message>
        <source>Disk komputer ini gagal membaca atau menulis (rusak, terlepas, atau terkunci). Yang sudah tersimpan sebelumnya tidak berubah, dan yang sudah terkirim aman di hub. Langkah terakhir mungkin belum tersimpan: tutup Ketinting, periksa disknya, buka lagi, dan lihat dahulu sebelum mengulangi. Bila terjadi lagi, simpan cadangan ke disk lain dengan &apos;desk backup FILE&apos;.</source>
        <translation>This computer&apos;s disk failed to read or write (broken, unplugged or locked). What was saved before has not changed, and what was sent is safe at the hub. The last step may not have been saved: close Ketinting, check the disk, open it again, and look first before you repeat it. If it happens again, save a backup to another disk with &apos;desk backup FILE&apos;.</translation>
    </message>
    <message>
        <source>yang diperlukan</source>
        <translation>that is needed</translation>
    </message>
    <message>
        <source>Berkas atau folder {name} tidak dapat dipakai ({why}). Yang sudah tersimpan tetap aman. Periksa letak dan izinnya, lalu ulangi.</source>
        <translation>The file or folder {name} cannot be used ({why}). What was saved is safe. Check its place and permissions, then try again.</translation>
    </message>
    <message>
        <source>Sinkronisasi lain sedang berjalan di komputer ini. Data Anda aman. Tunggu sebentar, lalu coba lagi.</source>
        <translation>Another exchange is running on this computer. Your data is safe. Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Permohonan ini sudah diterima sebelumnya.</source>
        <translation>This request was accepted before.</translation>
    </message>
    <message>
        <source>Tidak perlu dikirim lagi.</source>
        <translation>It need not be sent again.</translation>
    </message>
    <message>
        <source>Langkah ini sudah tidak terbuka: permohonan sudah berpindah.</source>
        <translation>This step is no longer open: the request has moved on.</translation>
    </message>
    <message>
        <source>Lihat jejaknya, lalu putuskan lagi.</source>
        <translation>See its trail, then decide again.</translation>
    </message>
    <message>
        <source>Petugas lain sudah memutuskan lebih dahulu.</source>
        <translation>Another officer decided first.</translation>
    </message>
    <message>
        <source>Bandingkan kedua versi, lalu terapkan lagi bila perlu.</source>
        <translation>Compare both versions, then apply yours again if needed.</translation>
    </message>
    <message>
        <source>Langkah sebelumnya ditolak, sehingga langkah ini ikut berakhir.</source>
        <translation>The step before was refused, so this step ended with it.</translation>
    </message>
    <message>
        <source>Mulai lagi dari keadaan terbaru.</source>
        <translation>Start again from how it stands now.</translation>
    </message>
    <message>
        <source>Surat sudah disiapkan ulang sejak dibuka.</source>
        <translation>The letter was prepared anew since it was opened.</translation>
    </message>
    <message>
        <source>Buka surat yang terbaru, periksa, lalu tanda tangani.</source>
        <translation>Open the newest letter, check it, then sign.</translation>
    </message>
    <message>
        <source>Surat ini disiapkan untuk penanda tangan lain.</source>
        <translation>This letter was prepared for another signer.</translation>
    </message>
    <message>
        <source>Minta surat disiapkan ulang.</source>
        <translation>Ask for the letter to be prepared anew.</translation>
    </message>
    <message>
        <source>Surat pengganti harus dari permohonan lain pada kantor yang sama, yang tidak ditolak, ditarik, atau dicabut.</source>
        <translation>The new letter must be of another request of the same office that was not rejected, withdrawn or revoked.</translation>
    </message>
    <message>
        <source>Pilih permohonan penggantinya.</source>
        <translation>Choose the request that replaces it.</translation>
    </message>
    <message>
        <source>Permohonan ini bukan pada langkah kantor Anda.</source>
        <translation>This request is not at a step of your office.</translation>
    </message>
    <message>
        <source>Lihat jejaknya untuk tahu siapa yang memutuskan.</source>
        <translation>See its trail to know who decides.</translation>
    </message>
    <message>
        <source>Permohonan ini tidak termasuk wilayah kantor Anda.</source>
        <translation>This request does not belong to your office&apos;s area.</translation>
    </message>
    <message>
        <source>Hubungi pengelola hub.</source>
        <translation>Contact the hub&apos;s operator.</translation>
    </message>
    <message>
        <source>Hub tidak mengenal permohonan ini.</source>
        <translation>The hub does not know this request.</translation>
    </message>
    <message>
        <source>Hub tidak mengenal langkah yang menjadi dasar.</source>
        <translation>The hub does not know the step that this one stands on.</translation>
    </message>
    <message>
        <source>Permohonan hanya dapat dikembalikan ke langkah sebelumnya.</source>
        <translation>A request can only be returned to an earlier step.</translation>
    </message>
    <message>
        <source>Pilih langkah yang sudah lewat.</source>
        <translation>Choose a step that has passed.</translation>
    </message>
    <message>
        <source>Anda tidak memegang jabatan untuk langkah ini pada waktu itu.</source>
        <translation>You did not hold the post for this step at that time.</translation>
    </message>
    <message>
        <source>Minta pejabat yang bertugas memutuskannya, atau minta pengelola hub memeriksa penugasan Anda.</source>
        <translation>Ask the official on duty to decide, or ask the hub&apos;s operator to check your posts.</translation>
    </message>
    <message>
        <source>Jabatan ini sedang dipegang pelaksana harian (Plh.); pejabat definitif tidak bertindak.</source>
        <translation>This post is held by an acting official (Plh.) now; the permanent one does not act.</translation>
    </message>
    <message>
        <source>Serahkan langkah ini kepada Plh.</source>
        <translation>Leave this step to the acting official.</translation>
    </message>
    <message>
        <source>Jenis langkah ini tidak boleh dibuat oleh pengirimnya.</source>
        <translation>This kind of step may not be made by its sender.</translation>
    </message>
    <message>
        <source>Isi langkah ini tidak sesuai bentuk yang ditentukan.</source>
        <translation>The content of this step does not have the form laid down.</translation>
    </message>
    <message>
        <source>Kiriman ini tidak terbaca oleh hub.</source>
        <translation>The hub could not read what was sent.</translation>
    </message>
    <message>
        <source>Program di komputer ini lebih baru daripada hub, dan hub belum mengenal jenis langkah ini.</source>
        <translation>The program on this computer is newer than the hub, which does not know this kind of step yet.</translation>
    </message>
    <message>
        <source>Minta pengelola hub memperbarui hub, lalu terapkan lagi.</source>
        <translation>Ask the hub&apos;s administrator to update the hub, then apply it again.</translation>
    </message>
    <message>
        <source>Hub gagal setiap kali menerima langkah ini, maka langkah ini disisihkan supaya yang lain tetap terkirim.</source>
        <translation>The hub failed each time it received this step, so the step was set aside to let the others go on.</translation>
    </message>
    <message>
        <source>Terapkan lagi sesudah hub diperbaiki, atau simpan untuk dukungan.</source>
        <translation>Apply it again once the hub has been mended, or save it for support.</translation>
    </message>
    <message>
        <source>Langkah ini dibuat untuk hub lain.</source>
        <translation>This step was made for another hub.</translation>
    </message>
    <message>
        <source>Pembuat langkah ini tidak dikenal oleh hub.</source>
        <translation>The hub does not know the maker of this step.</translation>
    </message>
    <message>
        <source>Kunci petugas tidak dikenal oleh hub.</source>
        <translation>The hub does not know the officer&apos;s key.</translation>
    </message>
    <message>
        <source>Kunci petugas ini sudah dicabut.</source>
        <translation>This officer&apos;s key was revoked.</translation>
    </message>
    <message>
        <source>Minta kode pendaftaran baru kepada pengelola hub.</source>
        <translation>Ask the hub&apos;s operator for a new enrolment code.</translation>
    </message>
    <message>
        <source>Tanda tangan pembuat langkah tidak cocok dengan isinya.</source>
        <translation>The signature of the step&apos;s maker does not fit its content.</translation>
    </message>
    <message>
        <source>Isi permohonan tidak cocok dengan sidik jarinya.</source>
        <translation>The request&apos;s content does not fit its fingerprint.</translation>
    </message>
    <message>
        <source>Nomor langkah ini sudah dipakai untuk isi yang lain.</source>
        <translation>This step&apos;s number was already used for another content.</translation>
    </message>
    <message>
        <source>Versi layanan ini tidak dikenal oleh hub.</source>
        <translation>The hub does not know this version of the service.</translation>
    </message>
    <message>
        <source>Sinkronkan layanan, lalu ulangi; bila tetap begini, hubungi pengelola hub.</source>
        <translation>Synchronize the services, then try again; if it stays so, contact the hub&apos;s operator.</translation>
    </message>
    <message>
        <source>Jawaban tidak memenuhi syarat layanan ini.</source>
        <translation>The answers do not meet what this service asks.</translation>
    </message>
    <message>
        <source>Perbaiki, lalu kirim lagi.</source>
        <translation>Correct them, then send again.</translation>
    </message>
    <message>
        <source>Isi surat tidak sama dengan data yang dibekukan.</source>
        <translation>The letter&apos;s content is not the data that was frozen.</translation>
    </message>
    <message>
        <source>Hub menolak dan mencatat peringatan.</source>
        <translation>The hub refused it and noted an alarm.</translation>
    </message>
    <message>
        <source>Jangan serahkan surat itu; perbarui program, lalu terbitkan lagi dengan nomor baru.</source>
        <translation>Do not hand that letter over; update the program, then issue it again with a new number.</translation>
    </message>
    <message>
        <source>Tanda tangan pada surat tidak sah untuk pejabat atau surat ini.</source>
        <translation>The signature on the letter is not valid for the official or for this letter.</translation>
    </message>
    <message>
        <source>Periksa sertifikatnya, lalu ulangi.</source>
        <translation>Check the certificate, then try again.</translation>
    </message>
    <message>
        <source>Sertifikat penanda tangan bukan milik pejabat yang ditunjuk.</source>
        <translation>The signer&apos;s certificate is not that of the official appointed.</translation>
    </message>
    <message>
        <source>Tanda tangani dengan sertifikat pejabat itu.</source>
        <translation>Sign with that official&apos;s certificate.</translation>
    </message>
    <message>
        <source>Nomor surat ini bukan dari jatah nomor komputer ini.</source>
        <translation>This letter&apos;s number is not one of this computer&apos;s numbers.</translation>
    </message>
    <message>
        <source>Sinkronkan, lalu terbitkan lagi.</source>
        <translation>Synchronize, then issue it again.</translation>
    </message>
    <message>
        <source>Nomor surat ini sudah dipakai.</source>
        <translation>This letter&apos;s number was used already.</translation>
    </message>
    <message>
        <source>Hub mencatat peringatan; nomor tidak diganti diam-diam.</source>
        <translation>The hub noted an alarm; a number is never replaced in silence.</translation>
    </message>
    <message>
        <source>Sinkronkan, lalu terbitkan lagi dengan nomor baru.</source>
        <translation>Synchronize, then issue it again with a new number.</translation>
    </message>
    <message>
        <source>Langkah ini tertahan dan ditolak pengelola hub.</source>
        <translation>This step was held and refused by the hub&apos;s operator.</translation>
    </message>
    <message>
        <source>Tanyakan alasannya kepada pengelola, lalu mulai lagi dari keadaan terbaru.</source>
        <translation>Ask the operator for the reason, then start again from how it stands now.</translation>
    </message>
    <message>
        <source>Menunggu lampiran atau berkas surat selesai terkirim.</source>
        <translation>Waiting until the documents or the letter&apos;s file have been sent.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dilakukan.</source>
        <translation>Nothing needs to be done.</translation>
    </message>
    <message>
        <source>Menunggu langkah sebelumnya sampai di hub.</source>
        <translation>Waiting until the step before reaches the hub.</translation>
    </message>
    <message>
        <source>Masa jabatan penanda tangan hanya mencakup sebagian waktu.</source>
        <translation>The signer&apos;s term of office covers only part of the time.</translation>
    </message>
    <message>
        <source>Menunggu keputusan pengelola.</source>
        <translation>Waiting for the operator&apos;s decision.</translation>
    </message>
    <message>
        <source>Surat dibuat dengan versi program yang berbeda.</source>
        <translation>The letter was made with another version of the program.</translation>
    </message>
    <message>
        <source>Hub menolak langkah ini dengan alasan yang belum dikenal program ini.</source>
        <translation>The hub refused this step for a reason that this program does not know yet.</translation>
    </message>
    <message>
        <source>Perbarui program untuk membacanya.</source>
        <translation>Update the program to read it.</translation>
    </message>
    <message>
        <source>Yang sudah ditulis tetap tersimpan di komputer ini.</source>
        <translation>What was written stays saved on this computer.</translation>
    </message>
    <message>
        <source>Pertukaran data tidak berhasil.</source>
        <translation>The exchange did not succeed.</translation>
    </message>
    <message>
        <source>Data tetap tersimpan di komputer ini.</source>
        <translation>The data stays saved on this computer.</translation>
    </message>
    <message>
        <source>Coba lagi nanti.</source>
        <translation>Try again later.</translation>
    </message>
    <message>
        <source>Kiriman tidak terbaca.</source>
        <translation>What was sent cannot be read.</translation>
    </message>
    <message>
        <source>Tanda tangan kiriman tidak cocok.</source>
        <translation>The signature of what was sent does not fit.</translation>
    </message>
    <message>
        <source>Alamat hub tidak benar: harus diawali https:// dan nama hub.</source>
        <translation>The hub&apos;s address is not right: it must begin with https:// and the hub&apos;s name.</translation>
    </message>
    <message>
        <source>Belum ada yang dikirim.</source>
        <translation>Nothing was sent yet.</translation>
    </message>
    <message>
        <source>Periksa alamatnya.</source>
        <translation>Check the address.</translation>
    </message>
    <message>
        <source>Hub tidak dapat dihubungi.</source>
        <translation>The hub cannot be reached.</translation>
    </message>
    <message>
        <source>Akan dicoba lagi bila jaringan kembali.</source>
        <translation>It is tried again when the network is back.</translation>
    </message>
    <message>
        <source>Sertifikat hub tidak dipercaya oleh komputer ini, sehingga tidak ada yang dikirim.</source>
        <translation>This computer does not trust the hub&apos;s certificate, so nothing was sent.</translation>
    </message>
    <message>
        <source>Periksa jam komputer dan jaringan, lalu hubungi pengelola hub.</source>
        <translation>Check the computer&apos;s clock and the network, then contact the hub&apos;s operator.</translation>
    </message>
    <message>
        <source>Yang menjawab bukan hub kantor Anda (mungkin halaman masuk Wi-Fi atau perantara jaringan).</source>
        <translation>What answered is not your office&apos;s hub (perhaps a Wi-Fi sign-in page or a proxy).</translation>
    </message>
    <message>
        <source>Buka peramban untuk masuk ke jaringan, lalu sinkronkan lagi.</source>
        <translation>Open the browser to sign in to the network, then synchronize again.</translation>
    </message>
    <message>
        <source>Bila tetap begini, hubungi pengelola hub.</source>
        <translation>If it stays so, contact the hub&apos;s operator.</translation>
    </message>
    <message>
        <source>Hub sedang sibuk.</source>
        <translation>The hub is busy.</translation>
    </message>
    <message>
        <source>Hub mengalami kesalahan.</source>
        <translation>The hub met an error.</translation>
    </message>
    <message>
        <source>Akan dicoba lagi sendiri.</source>
        <translation>It is tried again by itself.</translation>
    </message>
    <message>
        <source>Penyimpanan hub sedang penuh, sehingga kiriman belum diterima.</source>
        <translation>The hub&apos;s storage is full, so what was sent was not taken yet.</translation>
    </message>
    <message>
        <source>Data tetap tersimpan di komputer ini dan akan dikirim lagi sendiri.</source>
        <translation>The data stays saved on this computer and is sent again by itself.</translation>
    </message>
    <message>
        <source>Beri tahu pengelola hub.</source>
        <translation>Tell the hub&apos;s operator.</translation>
    </message>
    <message>
        <source>Sebuah lampiran di komputer ini hilang atau berubah, sehingga tidak dikirim dan tidak dihapus.</source>
        <translation>A document on this computer is missing or altered, so it was neither sent nor deleted.</translation>
    </message>
    <message>
        <source>Pindai ulang dokumennya, lalu lampirkan lagi.</source>
        <translation>Scan the document again, then attach it again.</translation>
    </message>
    <message>
        <source>Berkas yang diterima tidak cocok dengan sidik jarinya, sehingga tidak dipakai.</source>
        <translation>The file that came does not fit its fingerprint, so it is not used.</translation>
    </message>
    <message>
        <source>Akan diminta lagi sendiri.</source>
        <translation>It is asked for again by itself.</translation>
    </message>
    <message>
        <source>Surat ini sudah diperbarui di hub.</source>
        <translation>This letter was renewed at the hub.</translation>
    </message>
    <message>
        <source>Sinkronkan lagi untuk menerima yang terbaru.</source>
        <translation>Synchronize again to receive the newest.</translation>
    </message>
    <message>
        <source>Hub baru saja dipulihkan dari cadangan, dan pertukaran sesudahnya belum selesai.</source>
        <translation>The hub was just restored from a backup, and the exchange after it has not finished.</translation>
    </message>
    <message>
        <source>Sinkronkan lagi; bila tetap begini, hubungi pengelola hub.</source>
        <translation>Synchronize again; if it stays like this, contact the hub&apos;s operator.</translation>
    </message>
    <message>
        <source>Sinkronisasi dihentikan.</source>
        <translation>The exchange was stopped.</translation>
    </message>
    <message>
        <source>Yang sudah terkirim tetap tercatat; sisanya dikirim saat sinkronisasi berikutnya.</source>
        <translation>What was sent stays recorded; the rest goes at the next exchange.</translation>
    </message>
    <message>
        <source>Hub terus menjawab tanpa selesai, sehingga sinkronisasi dihentikan dahulu.</source>
        <translation>The hub kept answering without an end, so the exchange was stopped for now.</translation>
    </message>
    <message>
        <source>Sinkronkan lagi nanti.</source>
        <translation>Synchronize again later.</translation>
    </message>
    <message>
        <source>Program ini terlalu lama untuk hub.</source>
        <translation>This program is too old for the hub.</translation>
    </message>
    <message>
        <source>Hub belum mengenal versi program ini.</source>
        <translation>The hub does not know this version of the program yet.</translation>
    </message>
    <message>
        <source>Pencatatan tetap bisa; minta pengelola hub memperbarui hub.</source>
        <translation>Recording still works; ask the hub&apos;s administrator to update the hub.</translation>
    </message>
    <message>
        <source>Pencatatan tetap bisa; perbarui program untuk mengirim.</source>
        <translation>Recording still works; update the program to send.</translation>
    </message>
    <message>
        <source>Hub kehilangan sebagian kiriman yang pernah diterimanya.</source>
        <translation>The hub has lost some of what it had accepted.</translation>
    </message>
    <message>
        <source>Hub baru saja dipulihkan dari cadangan, sehingga pertukaran berhenti.</source>
        <translation>The hub was just restored from a backup, so the exchange stopped.</translation>
    </message>
    <message>
        <source>Riwayat di hub tidak sama dengan yang sudah dibaca komputer ini, sehingga pertukaran berhenti.</source>
        <translation>The history at the hub is not what this computer has read, so the exchange stopped.</translation>
    </message>
    <message>
        <source>Segera hubungi pengelola hub.</source>
        <translation>Contact the hub&apos;s operator at once.</translation>
    </message>
    <message>
        <source>Hub mengirim langkah yang pembuatnya tidak dapat dibuktikan, sehingga tidak diterima.</source>
        <translation>The hub sent a step whose maker cannot be proved, so it was not taken.</translation>
    </message>
    <message>
        <source>Hub tidak mengizinkan komputer ini.</source>
        <translation>The hub does not allow this computer.</translation>
    </message>
    <message>
        <source>Kode pendaftaran salah ketik.</source>
        <translation>The enrolment code was mistyped.</translation>
    </message>
    <message>
        <source>Periksa huruf demi huruf, lalu ketik lagi.</source>
        <translation>Check it letter by letter, then type it again.</translation>
    </message>
    <message>
        <source>Kode pendaftaran tidak cocok.</source>
        <translation>The enrolment code does not fit.</translation>
    </message>
    <message>
        <source>Komputer ini belum terdaftar.</source>
        <translation>This computer is not enrolled.</translation>
    </message>
    <message>
        <source>Minta kode baru kepada pengelola hub.</source>
        <translation>Ask the hub&apos;s operator for a new code.</translation>
    </message>
    <message>
        <source>Kode pendaftaran sudah dipakai.</source>
        <translation>The enrolment code was used already.</translation>
    </message>
    <message>
        <source>Kode pendaftaran sudah kedaluwarsa.</source>
        <translation>The enrolment code has expired.</translation>
    </message>
    <message>
        <source>Minta kode baru ke pengelola hub.</source>
        <translation>Ask the hub&apos;s operator for a new code.</translation>
    </message>
    <message>
        <source>Kode pendaftaran terkunci karena terlalu banyak percobaan.</source>
        <translation>The enrolment code is locked after too many tries.</translation>
    </message>
    <message>
        <source>Kode ini tidak cocok dengan hub yang menjawab.</source>
        <translation>This code does not fit the hub that answered.</translation>
    </message>
    <message>
        <source>Mungkin kode salah ketik, mungkin yang menjawab bukan hub kabupaten Anda.</source>
        <translation>Perhaps the code was mistyped, perhaps what answered is not your regency&apos;s hub.</translation>
    </message>
    <message>
        <source>Periksa kode huruf demi huruf dan alamat hub, lalu coba lagi; bila tetap begini, jangan diteruskan dan hubungi pengelola hub.</source>
        <translation>Check the code letter by letter and the hub&apos;s address, then try again; if it stays so, do not go on and contact the hub&apos;s operator.</translation>
    </message>
    <message>
        <source>Berkas pendaftaran rusak atau diubah.</source>
        <translation>The enrolment file is damaged or was altered.</translation>
    </message>
    <message>
        <source>Minta berkas baru.</source>
        <translation>Ask for a new file.</translation>
    </message>
    <message>
        <source>Sisa percobaan: {tries_left}.</source>
        <translation>Tries left: {tries_left}.</translation>
    </message>
    <message>
        <source>Surat tidak dapat diolah.</source>
        <translation>The letter cannot be worked on.</translation>
    </message>
    <message>
        <source>Data permohonan tetap tersimpan.</source>
        <translation>The request&apos;s data stays saved.</translation>
    </message>
    <message>
        <source>Surat tidak dapat dibuat.</source>
        <translation>The letter cannot be made.</translation>
    </message>
    <message>
        <source>Hubungi pengelola layanan.</source>
        <translation>Contact the service&apos;s keeper.</translation>
    </message>
    <message>
        <source>Naskah surat di komputer ini berbeda dari naskah saat surat dibekukan.</source>
        <translation>The letter&apos;s text on this computer differs from the text when the letter was frozen.</translation>
    </message>
    <message>
        <source>Data tetap tersimpan.</source>
        <translation>The data stays saved.</translation>
    </message>
    <message>
        <source>Sinkronkan layanan, lalu coba lagi.</source>
        <translation>Synchronize the services, then try again.</translation>
    </message>
    <message>
        <source>Huruf surat di komputer ini berbeda versinya.</source>
        <translation>The letter&apos;s fonts on this computer are of another version.</translation>
    </message>
    <message>
        <source>Perbarui program, lalu coba lagi.</source>
        <translation>Update the program, then try again.</translation>
    </message>
    <message>
        <source>Surat tidak dapat dibuat: naskahnya salah atau ada huruf yang tidak dikenal.</source>
        <translation>The letter cannot be made: its text is wrong, or there is an unknown character.</translation>
    </message>
    <message>
        <source>Periksa nama dan isian, atau hubungi pengelola layanan.</source>
        <translation>Check names and answers, or contact the service&apos;s keeper.</translation>
    </message>
    <message>
        <source>Naskah surat dari layanan ini terlalu berat dan dihentikan.</source>
        <translation>The text of this service&apos;s letter is too heavy and was stopped.</translation>
    </message>
    <message>
        <source>Hubungi pemilik layanan.</source>
        <translation>Contact the service&apos;s owner.</translation>
    </message>
    <message>
        <source>Berkas ini bukan PDF yang dapat dibaca, atau tanda tangannya rusak.</source>
        <translation>This file is no PDF that can be read, or its signature is damaged.</translation>
    </message>
    <message>
        <source>Berkas tidak diubah.</source>
        <translation>The file was not changed.</translation>
    </message>
    <message>
        <source>Minta berkas aslinya.</source>
        <translation>Ask for the original file.</translation>
    </message>
    <message>
        <source>Berkas kepercayaan bukan sertifikat yang dapat dibaca.</source>
        <translation>The trust file is no certificate that can be read.</translation>
    </message>
    <message>
        <source>Surat tidak diubah.</source>
        <translation>The letter was not changed.</translation>
    </message>
    <message>
        <source>Pilih berkas sertifikat induk (PEM) dari penerbit.</source>
        <translation>Choose the issuer&apos;s root certificate file (PEM).</translation>
    </message>
    <message>
        <source>Ruang tanda tangan pada surat tidak dapat disiapkan.</source>
        <translation>Room for the signature could not be made in the letter.</translation>
    </message>
    <message>
        <source>Surat belum berubah.</source>
        <translation>The letter has not changed.</translation>
    </message>
    <message>
        <source>Sertifikat tidak dapat dipakai untuk menandatangani.</source>
        <translation>The certificate cannot be used for signing.</translation>
    </message>
    <message>
        <source>Surat belum ditandatangani dan tetap tersimpan.</source>
        <translation>The letter was not signed and stays saved.</translation>
    </message>
    <message>
        <source>Berkas ini bukan berkas sertifikat .p12.</source>
        <translation>This file is no .p12 certificate file.</translation>
    </message>
    <message>
        <source>Surat belum ditandatangani.</source>
        <translation>The letter was not signed.</translation>
    </message>
    <message>
        <source>Pilih berkas .p12 yang benar.</source>
        <translation>Choose the right .p12 file.</translation>
    </message>
    <message>
        <source>Frasa sandi sertifikat salah.</source>
        <translation>The certificate&apos;s passphrase is wrong.</translation>
    </message>
    <message>
        <source>Ketik ulang frasa sandi.</source>
        <translation>Type the passphrase again.</translation>
    </message>
    <message>
        <source>Sertifikat ini tidak diperuntukkan bagi tanda tangan elektronik.</source>
        <translation>This certificate is not meant for electronic signatures.</translation>
    </message>
    <message>
        <source>Hubungi penerbit sertifikat.</source>
        <translation>Contact the certificate&apos;s issuer.</translation>
    </message>
    <message>
        <source>Masa berlaku sertifikat sudah habis.</source>
        <translation>The certificate has expired.</translation>
    </message>
    <message>
        <source>Surat belum ditandatangani dan tetap menunggu.</source>
        <translation>The letter was not signed and still waits.</translation>
    </message>
    <message>
        <source>Mintalah sertifikat baru kepada penerbit.</source>
        <translation>Ask the issuer for a new certificate.</translation>
    </message>
    <message>
        <source>Sertifikat belum mulai berlaku.</source>
        <translation>The certificate is not valid yet.</translation>
    </message>
    <message>
        <source>Periksa tanggal dan jam komputer ini.</source>
        <translation>Check this computer&apos;s date and time.</translation>
    </message>
    <message>
        <source>Sertifikat ini milik orang lain, bukan pejabat yang ditunjuk untuk surat ini.</source>
        <translation>This certificate is another person&apos;s, not that of the official appointed for this letter.</translation>
    </message>
    <message>
        <source>Pilih sertifikat pejabat yang bersangkutan.</source>
        <translation>Choose that official&apos;s certificate.</translation>
    </message>
    <message>
        <source>Tanda tangan tidak dapat diterima.</source>
        <translation>The signature cannot be accepted.</translation>
    </message>
    <message>
        <source>Surat asli tetap tersimpan dan belum ditandatangani.</source>
        <translation>The original letter stays saved and is not signed.</translation>
    </message>
    <message>
        <source>Berkas yang ditampilkan bukan berkas yang disiapkan untuk ditandatangani.</source>
        <translation>The file shown is not the file that was prepared for signing.</translation>
    </message>
    <message>
        <source>Ambil ulang surat dari hub.</source>
        <translation>Fetch the letter from the hub again.</translation>
    </message>
    <message>
        <source>Tanda tangan yang diterima rusak.</source>
        <translation>The signature that came is damaged.</translation>
    </message>
    <message>
        <source>Tanda tangani ulang.</source>
        <translation>Sign again.</translation>
    </message>
    <message>
        <source>Tanda tangan lebih besar daripada tempatnya, biasanya karena rantai sertifikat terlalu panjang.</source>
        <translation>The signature is larger than its room, usually because the certificate chain is too long.</translation>
    </message>
    <message>
        <source>Hubungi pengelola.</source>
        <translation>Contact the operator.</translation>
    </message>
    <message>
        <source>Tanda tangan tidak cocok dengan surat ini.</source>
        <translation>The signature does not fit this letter.</translation>
    </message>
    <message>
        <source>Buka surat terbaru, lalu ulangi.</source>
        <translation>Open the newest letter, then try again.</translation>
    </message>
    <message>
        <source>Surat ditandatangani dengan sertifikat orang lain, bukan pejabat yang ditunjuk.</source>
        <translation>The letter was signed with another person&apos;s certificate, not that of the official appointed.</translation>
    </message>
    <message>
        <source>Tanda tangan ditolak; surat tetap menunggu.</source>
        <translation>The signature was refused; the letter still waits.</translation>
    </message>
    <message>
        <source>Tanda tangan pada surat tidak lolos pemeriksaan, sehingga surat belum dianggap ditandatangani.</source>
        <translation>The signature on the letter did not pass the check, so the letter does not count as signed.</translation>
    </message>
    <message>
        <source>Surat asli tetap tersimpan.</source>
        <translation>The original letter stays saved.</translation>
    </message>
    <message>
        <source>Periksa sertifikat, lalu tanda tangani ulang.</source>
        <translation>Check the certificate, then sign again.</translation>
    </message>
    <message>
        <source>Tanda tangan surat ini sah.</source>
        <translation>The signature of this letter is valid.</translation>
    </message>
    <message>
        <source>Dokumen ini tidak memuat tanda tangan elektronik.</source>
        <translation>This document has no electronic signature.</translation>
    </message>
    <message>
        <source>Surat ini belum lengkap: masih ada penanda tangan yang belum menandatangani.</source>
        <translation>This letter is not complete: a signer has not signed yet.</translation>
    </message>
    <message>
        <source>Surat ini TIDAK dapat diterima sebagai surat yang sah.</source>
        <translation>This letter can NOT be accepted as a valid letter.</translation>
    </message>
    <message>
        <source>Lihat keterangan di bawah.</source>
        <translation>See the remarks below.</translation>
    </message>
    <message>
        <source>Status pencabutan sertifikat tidak diketahui.</source>
        <translation>Whether the certificate was revoked is not known.</translation>
    </message>
    <message>
        <source>Isi dokumen tidak berubah sejak ditandatangani.</source>
        <translation>The document&apos;s content has not changed since it was signed.</translation>
    </message>
    <message>
        <source>Ditandatangani oleh {part}.</source>
        <translation>Signed by {part}.</translation>
    </message>
    <message>
        <source>Sertifikat diterbitkan oleh penerbit yang dipercaya dan masih berlaku.</source>
        <translation>The certificate was issued by a trusted issuer and is still valid.</translation>
    </message>
    <message>
        <source>Isi dokumen berubah setelah ditandatangani, atau tanda tangannya rusak.</source>
        <translation>The document&apos;s content changed after it was signed, or its signature is damaged.</translation>
    </message>
    <message>
        <source>Ada yang ditambahkan atau diubah pada berkas setelah ditandatangani.</source>
        <translation>Something was added or changed in the file after it was signed.</translation>
    </message>
    <message>
        <source>Tanda tangan ini tidak terbukti dibuat oleh {name}.</source>
        <translation>It is not proved that this signature was made by {name}.</translation>
    </message>
    <message>
        <source>Ditandatangani oleh {name}, bukan pejabat yang ditunjuk.</source>
        <translation>Signed by {name}, not by the official appointed.</translation>
    </message>
    <message>
        <source>Sertifikat penanda tangan tidak diterbitkan oleh penerbit yang dipercaya.</source>
        <translation>The signer&apos;s certificate was not issued by a trusted issuer.</translation>
    </message>
    <message>
        <source>Sertifikat dari penerbit yang dipercaya, tetapi masa berlakunya tidak mencakup hari ini; tanpa stempel waktu, waktu tanda tangan tidak dapat dibuktikan.</source>
        <translation>The certificate is from a trusted issuer, but not valid today; without a time stamp the time of signing cannot be proved.</translation>
    </message>
    <message>
        <source>Sertifikat tidak dicabut menurut daftar pencabutan yang masih berlaku.</source>
        <translation>The certificate is not revoked according to a revocation list that is still valid.</translation>
    </message>
    <message>
        <source>Status pencabutan tidak diketahui: daftar pencabutan yang berlaku tidak tersedia.</source>
        <translation>Whether it was revoked is not known: no valid revocation list is at hand.</translation>
    </message>
    <message>
        <source>Sertifikat telah dicabut pada {part} (menurut daftar pencabutan penerbit).</source>
        <translation>The certificate was revoked on {part} (according to the issuer&apos;s revocation list).</translation>
    </message>
    <message>
        <source>Teks memuat tanda tersembunyi ({part}) yang dapat mengubah arah tulisan. Yang diketik tetap ada; hapus tanda itu atau ketik ulang.</source>
        <translation>The text holds hidden marks ({part}) that can change the direction of writing. What was typed is kept; delete those marks or type it again.</translation>
    </message>
    <message>
        <source>Huruf {letters} ({codes}) tidak dapat dicetak pada surat. Yang diketik tetap ada; tulis dengan huruf Latin seperti pada dokumen kependudukan.</source>
        <translation>The characters {letters} ({codes}) cannot be printed on the letter. What was typed is kept; write it in Latin letters as in the civil documents.</translation>
    </message>
    <message>
        <source>“{label}” tidak dapat dihitung dari isian ini. Periksa isian yang terkait.</source>
        <translation>“{label}” cannot be computed from these answers. Check the answers it depends on.</translation>
    </message>
    <message>
        <source>“{label}” wajib diisi.</source>
        <translation>“{label}” must be answered.</translation>
    </message>
    <message>
        <source>“{label}” paling sedikit {min_rows} baris. Tambah baris.</source>
        <translation>“{label}” needs more rows, at least {min_rows}. Add a row.</translation>
    </message>
    <message>
        <source>“{label}” berisi pilihan yang tidak berlaku untuk isian ini. Pilih lagi.</source>
        <translation>“{label}” holds a choice that does not apply here. Choose again.</translation>
    </message>
    <message>
        <source>Layanan ini tidak meminta dokumen “{part}”. Berkas tidak disimpan.</source>
        <translation>This service does not ask for the document “{part}”. The file was not saved.</translation>
    </message>
    <message>
        <source>“{label}” harus berkas {wanted}. Pindai atau simpan ulang, lalu lampirkan lagi.</source>
        <translation>“{label}” must be a {wanted} file. Scan or save it again, then attach it again.</translation>
    </message>
    <message>
        <source>“{label}” paling besar {part} kB. Perkecil, lalu lampirkan lagi.</source>
        <translation>“{label}” may have at most {part} kB. Make it smaller, then attach it again.</translation>
    </message>
    <message>
        <source>Lampirkan “{label}”. Isian lain tetap tersimpan.</source>
        <translation>Attach “{label}”. The other answers stay saved.</translation>
    </message>
    <message>
        <source>Isian yang diterima tidak sama dengan hasil perhitungan formulir ini.</source>
        <translation>The answers received are not what this form computes.</translation>
    </message>
    <message>
        <source>Isi ulang dengan versi yang sama.</source>
        <translation>Fill it in again with the same version.</translation>
    </message>
    <message>
        <source>“{label}” dihitung lain di sini: {part}. Nilai dari desa dipakai.</source>
        <translation>“{label}” is computed differently here: {part}. The village&apos;s value is used.</translation>
    </message>
    <message>
        <source>Isian “{label}” tidak sesuai ketentuan. Periksa kembali.</source>
        <translation>The answer to “{label}” does not meet the rule. Check it again.</translation>
    </message>
    <message>
        <source>Isian “{label}” paling banyak {max_length} huruf. Ringkas isiannya.</source>
        <translation>The answer to “{label}” may have at most {max_length} characters. Shorten it.</translation>
    </message>
    <message>
        <source>Isian “{shown}” tidak dikenal oleh formulir ini dan tidak disimpan.</source>
        <translation>The answer “{shown}” is not known to this form and was not saved.</translation>
    </message>
    <message>
        <source>Isian “{label}” harus berupa {wanted}. Periksa kembali.</source>
        <translation>The answer to “{label}” must be {wanted}. Check it again.</translation>
    </message>
    <message>
        <source>Isian “{label}” tidak ada dalam daftar pilihan. Pilih lagi.</source>
        <translation>The answer to “{label}” is not in the list of choices. Choose again.</translation>
    </message>
    <message>
        <source>“{label}” paling banyak {max_rows} baris; {part} baris terakhir tidak dipakai. Kurangi barisnya.</source>
        <translation>“{label}” takes fewer rows, at most {max_rows}; left out at the end: {part}. Remove rows.</translation>
    </message>
    <message>
        <source>Tanggal lahir tidak boleh sesudah hari ini atau lebih dari 130 tahun lalu.</source>
        <translation>A date of birth cannot be after today or more than 130 years ago.</translation>
    </message>
    <message>
        <source>Periksa.</source>
        <translation>Check it.</translation>
    </message>
    <message>
        <source>Nomor telepon hanya berisi angka, misalnya 0812 3456 7890.</source>
        <translation>A telephone number holds digits only, for example 0812 3456 7890.</translation>
    </message>
    <message>
        <source>{what} harus 16 angka, yang diketik {part} angka. Periksa kartunya.</source>
        <translation>{what} must have 16 digits, {part} were typed. Check the card.</translation>
    </message>
    <message>
        <source>{what} belum diisi. Ketik 16 angka seperti pada kartu.</source>
        <translation>{what} is not filled in yet. Type the 16 digits of the card.</translation>
    </message>
    <message>
        <source>{what} hanya boleh berisi angka. Periksa huruf O dan I yang mirip angka.</source>
        <translation>{what} may hold digits only. Check for O and I, which look like digits.</translation>
    </message>
    <message>
        <source>Angka ke-7 sampai 12 NIK bukan tanggal lahir.</source>
        <translation>Digits 7 to 12 of the NIK are no date of birth.</translation>
    </message>
    <message>
        <source>Periksa kartunya.</source>
        <translation>Check the card.</translation>
    </message>
    <message>
        <source>Tanggal lahir berbeda dengan yang tertulis dalam NIK.</source>
        <translation>The date of birth differs from the one in the NIK.</translation>
    </message>
    <message>
        <source>Periksa keduanya.</source>
        <translation>Check both.</translation>
    </message>
    <message>
        <source>Jenis kelamin berbeda dengan yang tertulis dalam NIK.</source>
        <translation>The sex differs from the one in the NIK.</translation>
    </message>
    <message>
        <source>Angka ke-7 sampai 12 nomor KK bukan tanggal terbit.</source>
        <translation>Digits 7 to 12 of the family card number are no date of issue.</translation>
    </message>
    <message>
        <source>Enam angka pertama {what} bukan kode kecamatan yang dikenal. Periksa kartunya.</source>
        <translation>The first six digits of {what} are no known kecamatan code. Check the card.</translation>
    </message>
    <message>
        <source>Empat angka terakhir {what} tidak mungkin 0000. Periksa kartunya.</source>
        <translation>The last four digits of {what} cannot be 0000. Check the card.</translation>
    </message>
    <message>
        <source>Nama baru harus paling sedikit dua kata.</source>
        <translation>A new name must have at least two words.</translation>
    </message>
    <message>
        <source>Tulis seperti pada dokumen lama.</source>
        <translation>Write it as in the old document.</translation>
    </message>
    <message>
        <source>Nama baru paling banyak 60 huruf termasuk spasi.</source>
        <translation>A new name has at most 60 characters with spaces.</translation>
    </message>
    <message>
        <source>Periksa dokumennya.</source>
        <translation>Check the document.</translation>
    </message>
    <message>
        <source>Nama berisi angka, tanda baca atau huruf bukan Latin.</source>
        <translation>The name holds digits, punctuation or letters that are not Latin.</translation>
    </message>
    <message>
        <source>Nama tampaknya disingkat.</source>
        <translation>The name seems to be abbreviated.</translation>
    </message>
    <message>
        <source>Tulis lengkap bila dokumennya lengkap.</source>
        <translation>Write it in full if the document has it in full.</translation>
    </message>
    <message>
        <source>Jumlah nomor harus paling sedikit satu dan tidak boleh mundur.</source>
        <translation>The count of numbers must be at least one and may not go back.</translation>
    </message>
    <message>
        <source>Jatah nomor komputer ini sudah lewat masanya.</source>
        <translation>This computer&apos;s numbers have expired.</translation>
    </message>
    <message>
        <source>Sambungkan ke hub untuk mendapat jatah baru.</source>
        <translation>Connect to the hub to get new numbers.</translation>
    </message>
    <message>
        <source>Jatah nomor ini untuk buku tahun lain.</source>
        <translation>These numbers are for a book of another year.</translation>
    </message>
    <message>
        <source>Sambungkan ke hub untuk mendapat jatah tahun ini.</source>
        <translation>Connect to the hub to get this year&apos;s numbers.</translation>
    </message>
    <message>
        <source>Jatah nomor ini sudah dikembalikan.</source>
        <translation>These numbers were given back.</translation>
    </message>
    <message>
        <source>Jatah nomor komputer ini sudah habis.</source>
        <translation>This computer&apos;s numbers are used up.</translation>
    </message>
    <message>
        <source>Nomor surat ini tidak berasal dari jatah nomor komputer ini.</source>
        <translation>This letter&apos;s number does not come from this computer&apos;s numbers.</translation>
    </message>
    <message>
        <source>Nomor ini belum disiapkan untuk surat ini, atau sudah dibatalkan.</source>
        <translation>This number was not set aside for this letter, or it was voided.</translation>
    </message>
    <message>
        <source>Nomor tidak diganti diam-diam; hubungi pengelola hub.</source>
        <translation>A number is never replaced in silence; contact the hub&apos;s operator.</translation>
    </message>
    <message>
        <source>Nomor hanya dapat dibatalkan dengan alasan.</source>
        <translation>A number can only be voided with a reason.</translation>
    </message>
    <message>
        <source>Tulis alasannya.</source>
        <translation>Write the reason.</translation>
    </message>
    <message>
        <source>1 hari lagi</source>
        <translation>1 working day left</translation>
    </message>
    <message>
        <source>lewat 1 hari</source>
        <translation>1 working day late</translation>
    </message>
    <message>
        <source>sisa 1 jam</source>
        <translation>1 hour left</translation>
    </message>
    <message>
        <source>lewat 1 jam</source>
        <translation>1 hour late</translation>
    </message>
    <message>
        <source>sisa 1 menit</source>
        <translation>1 minute left</translation>
    </message>
    <message>
        <source>lewat 1 menit</source>
        <translation>1 minute late</translation>
    </message>
    <message>
        <source>{days} hari lagi</source>
        <translation>{days} working days left</translation>
    </message>
    <message>
        <source>lewat {days} hari</source>
        <translation>{days} working days late</translation>
    </message>
    <message>
        <source>sisa {hours} jam</source>
        <translation>{hours} hours left</translation>
    </message>
    <message>
        <source>lewat {hours} jam</source>
        <translation>{hours} hours late</translation>
    </message>
    <message>
        <source>sisa {minutes} menit</source>
        <translation>{minutes} minutes left</translation>
    </message>
    <message>
        <source>lewat {minutes} menit</source>
        <translation>{minutes} minutes late</translation>
    </message>
    <message>
        <source>waktunya habis</source>
        <translation>time is up</translation>
    </message>
    <message>
        <source>Sesuai jam pelayanan</source>
        <translation>During office hours</translation>
    </message>
    <message>
        <source>{minutes} menit jam pelayanan</source>
        <translation>within {minutes} office minutes</translation>
    </message>
    <message>
        <source>{weekday}, {day} {month} {year}, pukul {time}</source>
        <translation>{weekday}, {day} {month} {year}, at {time}</translation>
    </message>
    <message>
        <source>Tersambung.</source>
        <translation>Connected.</translation>
    </message>
    <message>
        <source>Terkirim {sent}, diterima hub {accepted}, ditolak {refused}, tertahan {parked}, masuk {received}, berkas naik {blobs_sent}, berkas turun {blobs_received}.</source>
        <translation>Sent {sent}, accepted by the hub {accepted}, refused {refused}, held {parked}, received {received}, files up {blobs_sent}, files down {blobs_received}.</translation>
    </message>
    <message>
        <source>Riwayat di komputer ini sudah dibetulkan: {count} langkah diambil lagi dari hub.</source>
        <translation>The history on this computer was mended: {count} steps were fetched from the hub again.</translation>
    </message>
    <message>
        <source>Senin</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Selasa</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Rabu</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Kamis</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Jumat</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Sabtu</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Minggu</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Januari</source>
        <translation>January</translation>
    </message>
    <message>
        <source>Februari</source>
        <translation>February</translation>
    </message>
    <message>
        <source>Maret</source>
        <translation>March</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>Mei</source>
        <translation>May</translation>
    </message>
    <message>
        <source>Juni</source>
        <translation>June</translation>
    </message>
    <message>
        <source>Juli</source>
        <translation>July</translation>
    </message>
    <message>
        <source>Agustus</source>
        <translation>August</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>Oktober</source>
        <translation>October</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>Desember</source>
        <translation>December</translation>
    </message>
    <message>
        <source>angka bulat tanpa titik dan koma</source>
        <translation>a whole number without points and commas</translation>
    </message>
    <message>
        <source>tanggal yang ada di kalender</source>
        <translation>a date that is in the calendar</translation>
    </message>
    <message>
        <source>jam, misalnya 08:30</source>
        <translation>a time, for example 08:30</translation>
    </message>
    <message>
        <source>daftar baris</source>
        <translation>a list of rows</translation>
    </message>
    <message>
        <source>data satu orang</source>
        <translation>one person&apos;s data</translation>
    </message>
    <message>
        <source>daftar pilihan</source>
        <translation>a list of choices</translation>
    </message>
    <message>
        <source>Berkas kunci keys.json tidak ada atau rusak. Data masih terenkripsi di komputer ini. Pulihkan dari cadangan dengan &apos;desk restore&apos;, atau hubungi Diskominfo.</source>
        <translation>The key file keys.json is missing or damaged. The data is still encrypted on this computer. Restore it from a backup with &apos;desk restore&apos;, or contact Diskominfo.</translation>
    </message>
    <message>
        <source>Petugas {officer} tidak terdaftar di komputer ini. Data tetap aman. Pilih petugas lain.</source>
        <translation>Officer {officer} is not enrolled on this computer. The data is safe. Choose another officer.</translation>
    </message>
    <message>
        <source>Kunci pemulihan ini bukan untuk komputer ini. Data tetap aman. Periksa kuncinya.</source>
        <translation>This recovery key is not for this computer. The data is safe. Check the key.</translation>
    </message>
    <message>
        <source>Gantungan kunci sistem (keyring) yang memegang sebagian kunci petugas ini tidak dapat dibuka. Data tetap aman dan terenkripsi. Buka kunci sistem lalu coba lagi, atau minta pemulihan kepada Diskominfo.</source>
        <translation>The system&apos;s keyring, which holds part of this officer&apos;s key, cannot be opened. The data is safe and encrypted. Unlock the system&apos;s keyring and try again, or ask Diskominfo for recovery.</translation>
    </message>
    <message>
        <source>Kata sandi salah. Data tetap aman dan tidak ada yang berubah. Periksa huruf besar-kecil, lalu coba lagi.</source>
        <translation>The password is wrong. The data is safe and nothing has changed. Check capital letters, then try again.</translation>
    </message>
    <message>
        <source>Belum ada yang disimpan. Tulis alasannya dengan --reason supaya desa tahu apa yang harus diperbaiki.</source>
        <translation>Nothing was saved yet. Write the reason with --reason, so that the village knows what to correct.</translation>
    </message>
    <message>
        <source>Tersimpan: {said}. Akan dikirim saat sinkronisasi.</source>
        <translation>Saved: {said}. It is sent at the next exchange.</translation>
    </message>
    <message>
        <source>Belum ada yang disimpan. Tulis alasannya; alasan itu tetap tercatat bersama nomor suratnya.</source>
        <translation>Nothing was saved yet. Write the reason; it stays on record with the letter&apos;s number.</translation>
    </message>
    <message>
        <source>Langkah “{to}” tidak ada pada layanan ini. Pilih: {offered}.</source>
        <translation>There is no step “{to}” in this service. Choose: {offered}.</translation>
    </message>
    <message>
        <source>Surat untuk permohonan ini belum ditandatangani. Data aman. Tunggu tanda tangannya, lalu ulangi.</source>
        <translation>The letter for this request is not signed yet. The data is safe. Wait for the signature, then try again.</translation>
    </message>
    <message>
        <source>permohonan diverifikasi</source>
        <translation>request verified</translation>
    </message>
    <message>
        <source>permohonan diparaf</source>
        <translation>request initialled</translation>
    </message>
    <message>
        <source>permohonan disetujui</source>
        <translation>request approved</translation>
    </message>
    <message>
        <source>permohonan dikembalikan</source>
        <translation>request returned</translation>
    </message>
    <message>
        <source>permohonan ditolak</source>
        <translation>request rejected</translation>
    </message>
    <message>
        <source>permohonan ditarik</source>
        <translation>request withdrawn</translation>
    </message>
    <message>
        <source>surat diserahkan</source>
        <translation>letter handed over</translation>
    </message>
    <message>
        <source>pencetakan dicatat</source>
        <translation>print recorded</translation>
    </message>
    <message>
        <source>surat diminta disiapkan</source>
        <translation>letter asked for</translation>
    </message>
    <message>
        <source>surat dikirim lewat kurir</source>
        <translation>letter sent by courier</translation>
    </message>
    <message>
        <source>surat asli diterima dari kurir</source>
        <translation>original letter received from the courier</translation>
    </message>
    <message>
        <source>surat dicabut, nomornya tetap terpakai</source>
        <translation>letter revoked, its number stays used</translation>
    </message>
    <message>
        <source>surat diganti, nomornya tetap terpakai</source>
        <translation>letter replaced, its number stays used</translation>
    </message>
    <message>
        <source>gambar JPG</source>
        <translation>a JPG picture</translation>
    </message>
    <message>
        <source>gambar PNG</source>
        <translation>a PNG picture</translation>
    </message>
    <message>
        <source>Berkas {name} terlalu besar untuk {label} (paling besar {limit} MB). Belum ada yang disimpan. Pindai dengan 150-200 dpi, lalu lampirkan lagi.</source>
        <translation>File {name} is too large for {label} (at most {limit} MB). Nothing was saved yet. Scan at 150-200 dpi, then attach it again.</translation>
    </message>
    <message>
        <source>Berkas {name} tidak dapat dibaca. Periksa letak dan izinnya.</source>
        <translation>File {name} cannot be read. Check its place and permissions.</translation>
    </message>
    <message>
        <source>Berkas {name} kosong. Pindai ulang dokumennya.</source>
        <translation>File {name} is empty. Scan the document again.</translation>
    </message>
    <message>
        <source>Berkas {name} lebih besar dari {size} MB. Belum ada yang disimpan. Pindai dengan 150-200 dpi, lalu lampirkan lagi.</source>
        <translation>File {name} is larger than {size} MB. Nothing was saved yet. Scan at 150-200 dpi, then attach it again.</translation>
    </message>
    <message>
        <source> atau </source>
        <translation> or </translation>
    </message>
    <message>
        <source>bukan {words}</source>
        <translation>not {words}</translation>
    </message>
    <message>
        <source>tidak dikenal</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Isi berkas {name} {was} seperti namanya, jadi tidak dilampirkan. Belum ada yang disimpan. Lampirkan {taken} yang asli dari pemindai.</source>
        <translation>The content of file {name} is {was} as its name says, so it was not attached. Nothing was saved yet. Attach the original {taken} from the scanner.</translation>
    </message>
    <message>
        <source>Untuk {label} lampirkan {taken}, bukan {words}. Belum ada yang disimpan.</source>
        <translation>For {label} attach {taken}, not {words}. Nothing was saved yet.</translation>
    </message>
    <message>
        <source>Berkas {name} adalah foto HEIC dari ponsel, yang tidak dapat dibaca di komputer ini. Belum ada yang disimpan. Di ponsel, kirim ulang sebagai JPG, atau setel kamera ke format “Paling kompatibel” lalu foto lagi.</source>
        <translation>File {name} is a HEIC photo from a phone, which cannot be read on this computer. Nothing was saved yet. On the phone, send it again as JPG, or set the camera to the format “Most compatible” and take the photo again.</translation>
    </message>
    <message>
        <source>Berkas {name} rusak atau terkunci sandi, jadi tidak dilampirkan. Belum ada yang disimpan. Pindai ulang dokumennya.</source>
        <translation>File {name} is damaged or locked with a password, so it was not attached. Nothing was saved yet. Scan the document again.</translation>
    </message>
    <message>
        <source>Sertifikat Anda belum didaftarkan di hub. Minta pengelola hub mendaftarkannya, lalu sinkronkan.</source>
        <translation>Your certificate is not registered at the hub. Ask the hub&apos;s operator to register it, then synchronize.</translation>
    </message>
    <message>
        <source>Masa berlaku sertifikat Anda sudah habis. Minta sertifikat yang baru.</source>
        <translation>Your certificate has expired. Ask for a new one.</translation>
    </message>
    <message>
        <source>Berkas sertifikat tidak dapat dibaca. Belum ada yang ditandatangani. Pilih berkas lain.</source>
        <translation>The certificate file cannot be read. Nothing was signed yet. Choose another file.</translation>
    </message>
    <message>
        <source>Ditandatangani, belum diterima pusat.</source>
        <translation>Signed, not accepted by the centre yet.</translation>
    </message>
    <message>
        <source>Menunggu sambungan</source>
        <translation>Waiting for a connection</translation>
    </message>
    <message>
        <source>Sebagian masih dikirim</source>
        <translation>Partly still being sent</translation>
    </message>
    <message>
        <source>Sudah diserahkan</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Surat selesai, siap dicetak</source>
        <translation>Letter finished, ready to print</translation>
    </message>
    <message>
        <source>Surat dicabut</source>
        <translation>Letter revoked</translation>
    </message>
    <message>
        <source>Surat diganti</source>
        <translation>Letter replaced</translation>
    </message>
    <message>
        <source>belum disahkan kepala kantor</source>
        <translation>not confirmed by the head of the office yet</translation>
    </message>
    <message>
        <source>disahkan</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>dicabut</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>Belum ada kunci petugas.</source>
        <translation>No officer&apos;s key yet.</translation>
    </message>
    <message>
        <source>Ini kunci yang sedang Anda pakai. Belum ada yang berubah. Cabut dari komputer lain, atau lewat pengelola hub.</source>
        <translation>This is the key you are using. Nothing has changed. Revoke it from another computer, or through the hub&apos;s operator.</translation>
    </message>
    <message>
        <source>menunggu pengesahan</source>
        <translation>waiting for confirmation</translation>
    </message>
    <message>
        <source>masih dipakai</source>
        <translation>still in use</translation>
    </message>
    <message>
        <source>Tidak ada kunci “{name}” yang {waits} di kantor ini. Tidak ada yang berubah. Lihat daftarnya.</source>
        <translation>There is no key “{name}” that is {waits} in this office. Nothing has changed. See the list.</translation>
    </message>
    <message>
        <source>{count} kunci {words}.</source>
        <translation>Keys {words}: {count}.</translation>
    </message>
    <message>
        <source>Menunggu surat disiapkan hub</source>
        <translation>Waiting for the hub to prepare the letter</translation>
    </message>
    <message>
        <source>Berkas surat belum diterima komputer ini</source>
        <translation>The letter&apos;s file has not reached this computer yet</translation>
    </message>
    <message>
        <source>Menunggu tanda tangan basah</source>
        <translation>Waiting for a signature on paper</translation>
    </message>
    <message>
        <source>Sudah Anda setujui. {note}</source>
        <translation>You have approved it. {note}</translation>
    </message>
    <message>
        <source>Tulis alasannya supaya pemohon tahu apa yang harus diperbaiki.</source>
        <translation>Write the reason, so that the applicant knows what to correct.</translation>
    </message>
    <message>
        <source>Langkah ini sudah tidak terbuka: permohonan sudah berpindah. Data aman. Lihat jejaknya.</source>
        <translation>This step is no longer open: the request has moved on. The data is safe. See its trail.</translation>
    </message>
    <message>
        <source>Keputusan diurungkan.</source>
        <translation>Decision undone.</translation>
    </message>
    <message>
        <source>Keputusan sudah dikirim.</source>
        <translation>The decision was sent already.</translation>
    </message>
    <message>
        <source>Konfigurasi dari hub belum memuat kantor {office_name}. Data tetap aman. Sinkronkan, ulangi.</source>
        <translation>The hub&apos;s configuration does not hold the office {office_name} yet. The data is safe. Synchronize, then try again.</translation>
    </message>
    <message>
        <source>Komputer ini belum terdaftar pada hub. Belum ada data di dalamnya. Jalankan &apos;desk enrol&apos; dengan kode atau berkas pendaftaran.</source>
        <translation>This computer is not enrolled at a hub. There is no data in it yet. Run &apos;desk enrol&apos; with an enrolment code or file.</translation>
    </message>
    <message>
        <source>Komputer ini dipakai beberapa petugas. Tidak ada yang berubah. Pakai --officer: {list}.</source>
        <translation>Several officers use this computer. Nothing has changed. Use --officer: {list}.</translation>
    </message>
    <message>
        <source>Lampiran baru</source>
        <translation>New document</translation>
    </message>
    <message>
        <source>{words} (isinya berubah)</source>
        <translation>{words} (its content changed)</translation>
    </message>
    <message>
        <source>Draf ini sudah diajukan atau dibuang. Tidak ada yang berubah. Lihat daftar permohonan.</source>
        <translation>This draft was submitted or discarded already. Nothing has changed. See the list of requests.</translation>
    </message>
    <message>
        <source>Draf dibuang.</source>
        <translation>Draft discarded.</translation>
    </message>
    <message>
        <source>Komputer ini sudah terdaftar untuk {office_name}. Data tetap aman. Untuk petugas lain pakai &apos;desk officer add&apos;, untuk kantor lain pakai profil lain.</source>
        <translation>This computer is enrolled for {office_name} already. The data is safe. For another officer use &apos;desk officer add&apos;, for another office use another profile.</translation>
    </message>
    <message>
        <source>Komputer ini terdaftar untuk {office_name}, petugas {officer_name}.</source>
        <translation>This computer is enrolled for {office_name}, officer {officer_name}.</translation>
    </message>
    <message>
        <source>Kode ini untuk {office_name}, sedangkan komputer ini milik {own_office}. Belum ada yang berubah. Pakai profil lain untuk kantor lain.</source>
        <translation>This code is for {office_name}, while this computer belongs to {own_office}. Nothing has changed. Use another profile for another office.</translation>
    </message>
    <message>
        <source>Ruang kosong {size} GB.</source>
        <translation>Free space {size} GB.</translation>
    </message>
    <message>
        <source>{words} Kosongkan ruang supaya pencatatan tidak terhenti.</source>
        <translation>{words} Free some space, so that recording does not stop.</translation>
    </message>
    <message>
        <source>Basis data utuh.</source>
        <translation>The database is whole.</translation>
    </message>
    <message>
        <source>Basis data rusak. Jangan hapus apa pun; pulihkan cadangan dengan &apos;desk restore&apos;.</source>
        <translation>The database is damaged. Do not delete anything; restore a backup with &apos;desk restore&apos;.</translation>
    </message>
    <message>
        <source>Semua lampiran dan surat di komputer ini utuh.</source>
        <translation>All documents and letters on this computer are whole.</translation>
    </message>
    <message>
        <source>Semua berkas lampiran ada.</source>
        <translation>All files of documents are there.</translation>
    </message>
    <message>
        <source>{count} berkas sementara hilang dari folder. Pindai ulang konsep yang belum lengkap.</source>
        <translation>Temporary files missing from the folder: {count}. Scan the unfinished drafts again.</translation>
    </message>
    <message>
        <source>Catatan akses utuh.</source>
        <translation>The access log is whole.</translation>
    </message>
    <message>
        <source>Catatan akses pernah diubah. Laporkan kepada Diskominfo.</source>
        <translation>The access log was altered. Report it to Diskominfo.</translation>
    </message>
    <message>
        <source>Sebagian riwayat di komputer ini rusak atau hilang; di hub riwayat itu aman. Sinkronkan: hanya bagian itu yang diambil lagi.</source>
        <translation>A part of the history on this computer is damaged or gone; at the hub it is safe. Exchange: only that part is fetched again.</translation>
    </message>
    <message>
        <source>Riwayat kantor sedang diisi, yang berjalan lebih dahulu: {done} dari {parts} bagian. Sinkronkan lagi.</source>
        <translation>The office&apos;s history is being filled in, what is open first: {done} of {parts} parts. Exchange again.</translation>
    </message>
    <message>
        <source>Riwayat di komputer ini utuh: {count} langkah sesuai dengan hub.</source>
        <translation>The history on this computer is whole: {count} steps agree with the hub.</translation>
    </message>
    <message>
        <source>Terakhir dibetulkan {day}: {count} langkah diambil lagi.</source>
        <translation>Last mended {day}: {count} steps were fetched again.</translation>
    </message>
    <message>
        <source>{waiting} langkah menunggu dikirim; aman di komputer ini.</source>
        <translation>Steps waiting to be sent: {waiting}; safe on this computer.</translation>
    </message>
    <message>
        <source>Hub {hub_url} terjangkau dan dikenali. {words}</source>
        <translation>The hub {hub_url} can be reached and is known. {words}</translation>
    </message>
    <message>
        <source>Tidak ada langkah yang disisihkan.</source>
        <translation>No step was set aside.</translation>
    </message>
    <message>
        <source>{count} langkah disisihkan karena hub tidak dapat membacanya. Semuanya aman di komputer ini dan tidak menahan yang lain. Putuskan di Status sinkron, atau dengan &apos;desk parked list&apos;.</source>
        <translation>{count} steps were set aside because the hub cannot read them. They are safe on this computer and hold nothing else back. Decide about them under Sync status, or with &apos;desk parked list&apos;.</translation>
    </message>
    <message>
        <source>Ruang di komputer ini terbatas, dan hub belum mempunyai cadangan yang diperiksa, jadi belum ada berkas lama yang boleh dilepas. Minta pengelola hub membuat cadangan.</source>
        <translation>This computer is short of room, and the hub has no verified backup yet, so no old file may leave. Ask the hub&apos;s administrator to make a backup.</translation>
    </message>
    <message>
        <source>{count} berkas lama tinggal di hub saja, semuanya ada dalam cadangannya.</source>
        <translation>{count} old files are at the hub only, all of them in its backup.</translation>
    </message>
    <message>
        <source>Jam belum pernah dibandingkan dengan jam hub.</source>
        <translation>The clock was never compared with the hub&apos;s clock.</translation>
    </message>
    <message>
        <source>Jam komputer ini berbeda lebih dari dua menit dari jam hub. Setel tanggal dan jam, lalu sinkronkan.</source>
        <translation>This computer&apos;s clock differs from the hub&apos;s by more than two minutes. Set the date and time, then synchronize.</translation>
    </message>
    <message>
        <source>Jam komputer cocok dengan jam hub.</source>
        <translation>The computer&apos;s clock agrees with the hub&apos;s.</translation>
    </message>
    <message>
        <source>dari folder sumber</source>
        <translation>from the source folder</translation>
    </message>
    <message>
        <source>Ketinting {found}; petugas di komputer ini: {officers}.</source>
        <translation>Ketinting {found}; officers on this computer: {officers}.</translation>
    </message>
    <message>
        <source>Hasil pindai surat yang ditandatangani di kertas.</source>
        <translation>Scan of the letter signed on paper.</translation>
    </message>
    <message>
        <source>Surat tidak dapat ditulis ke {folder}. Periksa tempatnya.</source>
        <translation>The letter cannot be written to {folder}. Check the place.</translation>
    </message>
    <message>
        <source>Berkas surat yang ditandatangani belum diterima komputer ini. Sinkronkan, lalu coba lagi.</source>
        <translation>The file of the signed letter has not reached this computer yet. Synchronize, then try again.</translation>
    </message>
    <message>
        <source>Surat untuk permohonan ini belum selesai ditandatangani. Data aman. Sinkronkan, lalu ulangi.</source>
        <translation>The letter for this request is not fully signed yet. The data is safe. Synchronize, then try again.</translation>
    </message>
    <message>
        <source>Tanda tangan ini belum diterima hub, jadi suratnya belum boleh diserahkan. Sinkronkan lebih dahulu.</source>
        <translation>This signature has not been accepted by the hub yet, so the letter may not be handed over. Synchronize first.</translation>
    </message>
    <message>
        <source>PDF tidak dapat diputar di sini. Pindai ulang dengan arah yang benar.</source>
        <translation>A PDF cannot be turned here. Scan it again the right way up.</translation>
    </message>
    <message>
        <source>Nomor surat sedang dipakai proses lain. Belum ada yang disimpan. Coba lagi.</source>
        <translation>The letter&apos;s number is being used by something else. Nothing was saved yet. Try again.</translation>
    </message>
    <message>
        <source>Surat ini tidak diterbitkan pada langkah sekarang. Lihat jejaknya dengan &apos;desk show&apos;.</source>
        <translation>This letter is not issued at the present step. See its trail with &apos;desk show&apos;.</translation>
    </message>
    <message>
        <source>Jatah nomor surat buku “{book}” tahun {year} di komputer ini habis atau lewat masanya. Permohonan tetap tersimpan. Periksa tanggal komputer, sinkronkan untuk meminta jatah baru, lalu terbitkan lagi.</source>
        <translation>The letter numbers of book “{book}” of {year} on this computer are used up or expired. The request stays saved. Check the computer&apos;s date, synchronize to ask for new numbers, then issue it again.</translation>
    </message>
    <message>
        <source>Surat nomor {text} ditandatangani dan tersimpan. Akan dikirim ke hub saat sinkronisasi.</source>
        <translation>Letter number {text} was signed and saved. It goes to the hub at the next exchange.</translation>
    </message>
    <message>
        <source>Sertifikat Anda belum didaftarkan di hub, jadi surat belum ditandatangani. Minta pengelola hub mendaftarkannya, sinkronkan, lalu coba lagi.</source>
        <translation>Your certificate is not registered at the hub, so the letter was not signed. Ask the hub&apos;s operator to register it, synchronize, then try again.</translation>
    </message>
    <message>
        <source>Anda tidak memegang jabatan yang menandatangani surat ini sekarang. Surat belum ditandatangani. Minta pejabat yang berwenang masuk dengan kata sandinya sendiri.</source>
        <translation>You do not hold the post that signs this letter now. The letter was not signed. Ask the official in charge to sign in with their own password.</translation>
    </message>
    <message>
        <source>Isian permohonan ini sudah dimusnahkan, jadi suratnya tidak dapat dibuat.</source>
        <translation>The answers of this request were erased, so its letter cannot be made.</translation>
    </message>
    <message>
        <source>Naskah surat untuk layanan ini tidak ada di program ini. Perbarui program.</source>
        <translation>The text of this service&apos;s letter is not in this program. Update the program.</translation>
    </message>
    <message>
        <source>draf</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>diproses</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>dikembalikan</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>menunggu tanda tangan</source>
        <translation>waiting for a signature</translation>
    </message>
    <message>
        <source>hasil belum pasti</source>
        <translation>outcome not certain yet</translation>
    </message>
    <message>
        <source>menunggu tanda tangan basah</source>
        <translation>waiting for a signature on paper</translation>
    </message>
    <message>
        <source>ditandatangani</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>ditolak</source>
        <translation>rejected</translation>
    </message>
    <message>
        <source>ditarik</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>diserahkan</source>
        <translation>handed over</translation>
    </message>
    <message>
        <source>diganti</source>
        <translation>replaced</translation>
    </message>
    <message>
        <source>dimusnahkan</source>
        <translation>erased</translation>
    </message>
    <message>
        <source>Keadaan “{state}” tidak dikenal. Pilih: {list}.</source>
        <translation>The state “{state}” is not known. Choose: {list}.</translation>
    </message>
    <message>
        <source>Belum ada permohonan.</source>
        <translation>No request yet.</translation>
    </message>
    <message>
        <source>{id}: {service}, {states}, langkah {label}</source>
        <translation>{id}: {service}, {states}, step {label}</translation>
    </message>
    <message>
        <source>  Ditolak hub ({value}): {sentence}</source>
        <translation>  Refused by the hub ({value}): {sentence}</translation>
    </message>
    <message>
        <source>Diajukan oleh</source>
        <translation>Submitted by</translation>
    </message>
    <message>
        <source>Dokumen ditambah oleh</source>
        <translation>Document added by</translation>
    </message>
    <message>
        <source>Diverifikasi oleh</source>
        <translation>Verified by</translation>
    </message>
    <message>
        <source>Diparaf oleh</source>
        <translation>Initialled by</translation>
    </message>
    <message>
        <source>Disetujui oleh</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Dikembalikan oleh</source>
        <translation>Returned by</translation>
    </message>
    <message>
        <source>Ditolak oleh</source>
        <translation>Rejected by</translation>
    </message>
    <message>
        <source>Diperbaiki oleh</source>
        <translation>Corrected by</translation>
    </message>
    <message>
        <source>Ditarik oleh</source>
        <translation>Withdrawn by</translation>
    </message>
    <message>
        <source>Surat diminta disiapkan oleh</source>
        <translation>Letter asked for by</translation>
    </message>
    <message>
        <source>Surat disiapkan oleh hub</source>
        <translation>Letter prepared by the hub</translation>
    </message>
    <message>
        <source>Surat dibuka kembali oleh hub</source>
        <translation>Letter opened again by the hub</translation>
    </message>
    <message>
        <source>Ditandatangani oleh</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>Diterbitkan oleh</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Ditandatangani basah oleh</source>
        <translation>Signed on paper by</translation>
    </message>
    <message>
        <source>Dikirim lewat kurir oleh</source>
        <translation>Sent by courier by</translation>
    </message>
    <message>
        <source>Diterima oleh</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>Dicetak oleh</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>Diserahkan oleh</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>Dicabut oleh</source>
        <translation>Revoked by</translation>
    </message>
    <message>
        <source>Diganti oleh</source>
        <translation>Replaced by</translation>
    </message>
    <message>
        <source>Nomor dibatalkan oleh hub</source>
        <translation>Number voided by the hub</translation>
    </message>
    <message>
        <source>Hasil tanda tangan dipastikan oleh hub</source>
        <translation>Outcome of the signature settled by the hub</translation>
    </message>
    <message>
        <source>Data pribadi dimusnahkan oleh hub</source>
        <translation>Personal data erased by the hub</translation>
    </message>
    <message>
        <source>{count} baris</source>
        <translation>rows: {count}</translation>
    </message>
    <message>
        <source>Sinkronisasi otomatis dijeda.</source>
        <translation>Automatic synchronization is paused.</translation>
    </message>
    <message>
        <source>Sinkronisasi otomatis dilanjutkan.</source>
        <translation>Automatic synchronization goes on.</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Surat ini menunggu tanda tangan elektronik, jadi belum dapat dicetak. Tanda tangani dahulu, atau minta disiapkan untuk tanda tangan di kertas.</source>
        <translation>This letter waits for an electronic signature, so it cannot be printed yet. Sign it first, or ask for it to be prepared for signing on paper.</translation>
    </message>
    <message>
        <source>Tanda terima {service}</source>
        <translation>Receipt {service}</translation>
    </message>
    <message>
        <source>Printer dan kertas ditanya lagi saat mencetak.</source>
        <translation>Printer and paper are asked again at the next print.</translation>
    </message>
    <message>
        <source>Tanda terima dicetak.</source>
        <translation>Receipt printed.</translation>
    </message>
    <message>
        <source>Surat tidak dapat ditulis ke {name}. Periksa tempatnya.</source>
        <translation>The letter cannot be written to {name}. Check the place.</translation>
    </message>
    <message>
        <source>Tersimpan di {path}.</source>
        <translation>Saved at {path}.</translation>
    </message>
    <message>
        <source>Surat dicetak ({said}) dan dicatat.</source>
        <translation>Letter printed ({said}) and recorded.</translation>
    </message>
    <message>
        <source>Surat dicetak dan dicatat.</source>
        <translation>Letter printed and recorded.</translation>
    </message>
    <message>
        <source>Rancangan dicetak dengan tulisan DRAF.</source>
        <translation>Draft printed with the word DRAF across it.</translation>
    </message>
    <message>
        <source>Surat dicetak untuk ditandatangani dan distempel.</source>
        <translation>Letter printed, to be signed and stamped.</translation>
    </message>
    <message>
        <source>Surat dicetak.</source>
        <translation>Letter printed.</translation>
    </message>
    <message>
        <source>{label}. Janji layanan {minutes} menit kerja, sampai {day} pukul {time}</source>
        <translation>{label}. Promised within {minutes} office minutes, until {day} at {time}</translation>
    </message>
    <message>
        <source>Berkas {name} tidak punya kolom “nama” pada baris pertama. Tambahkan judul kolom, lalu ulangi.</source>
        <translation>File {name} has no column “nama” in its first row. Add the column titles, then try again.</translation>
    </message>
    <message>
        <source>baris {number}</source>
        <translation>row {number}</translation>
    </message>
    <message>
        <source>NIK sama dengan baris {before}</source>
        <translation>same NIK as row {before}</translation>
    </message>
    <message>
        <source>Baris {number}: {problem}.</source>
        <translation>Row {number}: {problem}.</translation>
    </message>
    <message>
        <source>kolom {name} tersimpan sebagai angka; ubah kolom itu menjadi teks lalu isi lagi</source>
        <translation>column {name} is stored as numbers; change that column to text, then fill it in again</translation>
    </message>
    <message>
        <source>kolom {name}: {error}</source>
        <translation>column {name}: {error}</translation>
    </message>
    <message>
        <source>nama kosong</source>
        <translation>name is empty</translation>
    </message>
    <message>
        <source>lebih dari 200 huruf</source>
        <translation>more than 200 characters</translation>
    </message>
    <message>
        <source>bukan tanggal; tulis hh-bb-tttt</source>
        <translation>not a date; write dd-mm-yyyy</translation>
    </message>
    <message>
        <source>tidak ada dalam daftar kode</source>
        <translation>not in the list of codes</translation>
    </message>
    <message>
        <source>Tanda terima tidak dapat ditulis ke {name}. Permohonan tetap tersimpan. Periksa tempatnya.</source>
        <translation>The receipt cannot be written to {name}. The request stays saved. Check the place.</translation>
    </message>
    <message>
        <source>Tanda terima tersimpan di {path}.</source>
        <translation>Receipt saved at {path}.</translation>
    </message>
    <message>
        <source>Permohonan {request} tidak ada di komputer ini. Periksa nomornya dengan &apos;desk requests&apos;, atau sinkronkan lebih dahulu.</source>
        <translation>Request {request} is not on this computer. Check its number with &apos;desk requests&apos;, or synchronize first.</translation>
    </message>
    <message>
        <source>Ada {count} kesalahan pada {name}. Belum ada baris yang diambil. Perbaiki, lalu ulangi.</source>
        <translation>Errors in {name}: {count}. No row was taken yet. Correct them, then try again.</translation>
    </message>
    <message>
        <source>{count} baris terbaca, {errors} kesalahan. Belum ada yang disimpan.</source>
        <translation>Rows read: {count}, errors: {errors}. Nothing was saved yet.</translation>
    </message>
    <message>
        <source>{count} baris diambil; {changed} data penduduk baru atau berubah.</source>
        <translation>Rows taken: {count}; residents new or changed: {changed}.</translation>
    </message>
    <message>
        <source>Tidak ditemukan.</source>
        <translation>Not found.</translation>
    </message>
    <message>
        <source>Laporan tidak dapat ditulis ke {name}. Periksa tempatnya, lalu coba lagi.</source>
        <translation>The report cannot be written to {name}. Check the place, then try again.</translation>
    </message>
    <message>
        <source>Laporan masalah tersimpan di {path}: {count} berkas, tanpa data warga.</source>
        <translation>Problem report saved at {path}, without citizens&apos; data; files: {count}.</translation>
    </message>
    <message>
        <source>Warga ini tidak ada lagi di daftar. Cari lagi dengan nama atau NIK.</source>
        <translation>This resident is no longer in the list. Search again by name or NIK.</translation>
    </message>
    <message>
        <source>Cadangan dipulihkan. Sinkronkan sekarang supaya yang dicatat sesudah cadangan diambil lagi dari hub.</source>
        <translation>The backup was restored. Synchronize now, so that what was recorded after the backup is fetched from the hub again.</translation>
    </message>
    <message>
        <source>Berkas {name} bukan cadangan Ketinting atau rusak. Data sekarang tidak berubah.</source>
        <translation>File {name} is no backup of Ketinting, or it is damaged. The present data has not changed.</translation>
    </message>
    <message>
        <source>Cadangan ini rusak di dalamnya. Data sekarang tidak berubah.</source>
        <translation>This backup is damaged inside. The present data has not changed.</translation>
    </message>
    <message>
        <source>Langkah ini sudah tidak terbuka.</source>
        <translation>This step is no longer open.</translation>
    </message>
    <message>
        <source>Surat disiapkan untuk ditandatangani {name}.</source>
        <translation>The letter was prepared to be signed by {name}.</translation>
    </message>
    <message>
        <source>Berkas surat belum diterima komputer ini.</source>
        <translation>The letter&apos;s file has not reached this computer yet.</translation>
    </message>
    <message>
        <source>Surat tidak dapat ditampilkan. Sinkronkan, lalu buka lagi.</source>
        <translation>The letter cannot be shown. Synchronize, then open it again.</translation>
    </message>
    <message>
        <source>Mirip permohonan {who} yang masih terbuka.</source>
        <translation>Resembles the request of {who}, which is still open.</translation>
    </message>
    <message>
        <source>Belum Anda buka.</source>
        <translation>You have not opened it yet.</translation>
    </message>
    <message>
        <source>Diperbaiki sejak terakhir Anda buka.</source>
        <translation>Corrected since you last opened it.</translation>
    </message>
    <message>
        <source>Surat disiapkan ulang sejak terakhir Anda buka.</source>
        <translation>The letter was prepared anew since you last opened it.</translation>
    </message>
    <message>
        <source>Suratnya belum Anda buka.</source>
        <translation>You have not opened its letter yet.</translation>
    </message>
    <message>
        <source>Lampiran belum ada: {list}.</source>
        <translation>Documents missing: {list}.</translation>
    </message>
    <message>
        <source>Lampiran belum diterima komputer ini: {list}.</source>
        <translation>Documents that have not reached this computer: {list}.</translation>
    </message>
    <message>
        <source>Berkas {name} lebih dari {rows} baris. Pecah menjadi beberapa.</source>
        <translation>File {name} has more than {rows} rows. Split it into several files.</translation>
    </message>
    <message>
        <source>Berkas {name} bukan CSV atau Excel (.xlsx). Simpan ulang, lalu coba lagi.</source>
        <translation>File {name} is neither CSV nor Excel (.xlsx). Save it again, then retry.</translation>
    </message>
    <message>
        <source>Berkas {name} lebih dari 60 MB. Pecah menjadi beberapa.</source>
        <translation>File {name} is larger than 60 MB. Split it into several files.</translation>
    </message>
    <message>
        <source>Berkas {name} tidak dapat dibaca. Tidak ada yang diubah. Periksa letaknya.</source>
        <translation>File {name} cannot be read. Nothing was changed. Check where it is.</translation>
    </message>
    <message>
        <source>Berkas {name} bukan CSV. Simpan ulang sebagai CSV UTF-8, lalu coba lagi.</source>
        <translation>File {name} is not CSV. Save it again as CSV UTF-8, then retry.</translation>
    </message>
    <message>
        <source>Berkas {name} bukan CSV yang dapat dibaca: {error}. Tidak ada yang diubah.</source>
        <translation>File {name} is not a CSV that can be read: {error}. Nothing was changed.</translation>
    </message>
    <message>
        <source>Berkas {name} bukan Excel (.xlsx) yang dapat dibaca. Simpan ulang, lalu coba lagi.</source>
        <translation>File {name} is not an Excel file (.xlsx) that can be read. Save it again, then retry.</translation>
    </message>
    <message>
        <source>Cadangan tidak dapat ditulis ke {name}. Periksa tempatnya.</source>
        <translation>The backup cannot be written to {name}. Check the place.</translation>
    </message>
    <message>
        <source>Cadangan tersimpan di {target} ({size} byte).</source>
        <translation>Backup saved at {target} ({size} bytes).</translation>
    </message>
    <message>
        <source>Folder pemindai {name} tidak dapat dibuka. Periksa pemindai dan sambungannya, atau pilih folder lain. Berkas tetap dapat dipilih satu per satu.</source>
        <translation>The scanner&apos;s folder {name} cannot be opened. Check the scanner and its connection, or choose another folder. Files can still be chosen one by one.</translation>
    </message>
    <message>
        <source>Surat</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Dokumen “{document}”</source>
        <translation>Document “{document}”</translation>
    </message>
    <message>
        <source>permohonan {who} ({request})</source>
        <translation>the request of {who} ({request})</translation>
    </message>
    <message>
        <source>{what} pada {whose} rusak di komputer ini; diambil lagi dari hub saat sinkronisasi berikutnya.</source>
        <translation>{what} of {whose} is damaged on this computer; it is fetched from the hub again at the next exchange.</translation>
    </message>
    <message>
        <source>{what} pada {whose} rusak di komputer ini. Pulihkan cadangan, atau hubungi pengelola hub.</source>
        <translation>{what} of {whose} is damaged on this computer. Restore a backup, or contact the hub&apos;s operator.</translation>
    </message>
    <message>
        <source>{what} pada {whose} rusak dan belum ada di hub. Pindai ulang, lalu lampirkan lagi.</source>
        <translation>{what} of {whose} is damaged and not at the hub yet. Scan it again, then attach it again.</translation>
    </message>
    <message>
        <source>belum ada</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Layanan “{name}” tidak tersedia di kantor ini. Yang tersedia: {offered}.</source>
        <translation>The service “{name}” is not available in this office. Available: {offered}.</translation>
    </message>
    <message>
        <source>Belum ada layanan.</source>
        <translation>No service yet.</translation>
    </message>
    <message>
        <source>Isian lain</source>
        <translation>Other answers</translation>
    </message>
    <message>
        <source>Permohonan ini tidak mempunyai surat.</source>
        <translation>This request has no letter.</translation>
    </message>
    <message>
        <source>Permohonan ditolak, jadi tidak ada suratnya.</source>
        <translation>The request was rejected, so there is no letter.</translation>
    </message>
    <message>
        <source>Permohonan ditarik, jadi tidak ada suratnya.</source>
        <translation>The request was withdrawn, so there is no letter.</translation>
    </message>
    <message>
        <source>Data permohonan sudah dimusnahkan.</source>
        <translation>The request&apos;s data was erased.</translation>
    </message>
    <message>
        <source>Permohonan belum diajukan.</source>
        <translation>The request was not submitted yet.</translation>
    </message>
    <message>
        <source>Salinan surat ini sudah lama dan kini hanya ada di hub. Ambil lagi bila diperlukan.</source>
        <translation>The copy of this letter is old and now only at the hub. Fetch it again when it is needed.</translation>
    </message>
    <message>
        <source>Belum ada pejabat yang berwenang menandatangani surat ini.</source>
        <translation>No official is entitled to sign this letter yet.</translation>
    </message>
    <message>
        <source>{count} surat ditandatangani dan siap dikirim; {failed} belum.</source>
        <translation>Letters signed and ready to send: {count}; not yet: {failed}.</translation>
    </message>
    <message>
        <source>Surat ini belum disiapkan hub atau sudah tidak menunggu tanda tangan. Sinkronkan, lalu lihat lagi.</source>
        <translation>The hub has not prepared this letter yet, or it no longer waits for a signature. Synchronize, then look again.</translation>
    </message>
    <message>
        <source>Surat ini disiapkan untuk ditandatangani oleh {name}, bukan Anda. Belum ada yang berubah.</source>
        <translation>This letter was prepared to be signed by {name}, not by you. Nothing has changed.</translation>
    </message>
    <message>
        <source>Berkas surat yang disiapkan belum diterima komputer ini. Sinkronkan, lalu coba lagi.</source>
        <translation>The file of the prepared letter has not reached this computer yet. Synchronize, then try again.</translation>
    </message>
    <message>
        <source>Berkas jawaban {name} tidak dapat dibaca sebagai JSON. Belum ada yang disimpan. Periksa letak dan isinya, lalu ulangi.</source>
        <translation>The file of answers {name} cannot be read as JSON. Nothing was saved yet. Check its place and content, then try again.</translation>
    </message>
    <message>
        <source>Berkas jawaban {name} harus berisi satu objek JSON. Belum ada yang disimpan.</source>
        <translation>The file of answers {name} must hold one JSON object. Nothing was saved yet.</translation>
    </message>
    <message>
        <source>Ada {count} isian yang perlu diperbaiki. Belum ada yang dikirim. Perbaiki, lalu ulangi.</source>
        <translation>Answers that need correcting: {count}. Nothing was sent yet. Correct them, then try again.</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>{sentence} Belum ada yang disimpan. Yang diminta: {offered}.</source>
        <translation>{sentence} Nothing was saved yet. Asked for: {offered}.</translation>
    </message>
    <message>
        <source>Sudah ada permohonan {service} yang belum selesai untuk NIK yang sama ({id}).</source>
        <translation>There is an open request of {service} for the same NIK already ({id}).</translation>
    </message>
    <message>
        <source>Tersimpan di komputer ini dan siap dikirim.</source>
        <translation>Saved on this computer and ready to be sent.</translation>
    </message>
    <message>
        <source>{sentence} Nomor permohonan: {request}</source>
        <translation>{sentence} Request number: {request}</translation>
    </message>
    <message>
        <source>Jam komputer ini salah: tidak cocok dengan jam hub atau dengan yang sudah tercatat, jadi tanggal surat tidak dapat dipercaya dan surat belum ditandatangani. Data tetap aman; permohonan tetap dapat dicatat. Setel tanggal dan jam, sinkronkan, lalu tanda tangani lagi.</source>
        <translation>This computer&apos;s clock is wrong: it does not fit the hub&apos;s clock or what was recorded, so the letter&apos;s date cannot be trusted and the letter was not signed. The data is safe; requests can still be recorded. Set the date and time, synchronize, then sign again.</translation>
    </message>
    <message>
        <source> Jam komputer ini salah, jadi tanggal dan waktu surat diambil dari jam hub. Setel jam komputer.</source>
        <translation> This computer&apos;s clock is wrong, so the letter&apos;s date and time were taken from the hub&apos;s clock. Set the computer&apos;s clock.</translation>
    </message>
    <message>
        <source>Tidak ada langkah {action} yang ditolak atau tertahan di komputer ini. Lihat &apos;desk parked list&apos;.</source>
        <translation>There is no refused or held step {action} on this computer. See &apos;desk parked list&apos;.</translation>
    </message>
    <message>
        <source>Langkah ini tidak dikirim lagi. Isinya tetap ada di jejak komputer ini.</source>
        <translation>This step is not sent again. What is in it stays in this computer&apos;s trail.</translation>
    </message>
    <message>
        <source>Isian dan lampiran versi Anda tidak dikirim lagi. Versi hub yang berlaku; versi Anda tetap ada di jejak.</source>
        <translation>The answers and documents of your version are not sent again. The hub&apos;s version stands; yours stays in the trail.</translation>
    </message>
    <message>
        <source>Keputusan Anda tidak dikirim lagi. Keadaan di hub yang berlaku; keputusan Anda tetap ada di jejak.</source>
        <translation>Your decision is not sent again. What is at the hub stands; your decision stays in the trail.</translation>
    </message>
    <message>
        <source>Dikirim sebagai permohonan baru dengan nomor baru. Tidak ada yang hilang di hub.</source>
        <translation>Sent as a new request with a new number. Nothing at the hub is lost.</translation>
    </message>
    <message>
        <source>{count} isian di hub diganti dengan isian Anda. Isian lama tetap ada di jejak permohonan.</source>
        <translation>Answers at the hub that yours replace: {count}. The old ones stay in the request&apos;s trail.</translation>
    </message>
    <message>
        <source>Keputusan Anda dicatat sesudah yang ada di hub. Keputusan petugas lain tetap ada di jejak.</source>
        <translation>Your decision is recorded after the one at the hub. The other officer&apos;s decision stays in the trail.</translation>
    </message>
    <message>
        <source>Lampiran</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Langkah</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Keputusan</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Dikembalikan ke</source>
        <translation>Returned to</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Langkah ini tidak dapat diterapkan lagi. {sentence}</source>
        <translation>This step cannot be applied again. {sentence}</translation>
    </message>
    <message>
        <source>Versi Anda diterapkan lagi dan siap dikirim.</source>
        <translation>Your version was applied again and is ready to be sent.</translation>
    </message>
    <message>
        <source>Permohonan sudah di langkah lain ({label}), jadi keputusan Anda tidak dapat diterapkan lagi. Lihat jejaknya, lalu lepaskan versi Anda.</source>
        <translation>The request is at another step already ({label}), so your decision cannot be applied again. See its trail, then let your version go.</translation>
    </message>
    <message>
        <source>Hub belum memutuskan langkah ini, jadi belum dapat dilepas. {sentence}</source>
        <translation>The hub has not decided about this step, so it cannot be let go yet. {sentence}</translation>
    </message>
    <message>
        <source>Versi Anda dilepas. Versi hub berlaku.</source>
        <translation>Your version was let go. The hub&apos;s version stands.</translation>
    </message>
    <message>
        <source>Hanya pengajuan yang ditolak dapat dibuka sebagai draf.</source>
        <translation>Only a refused submission can be opened as a draft.</translation>
    </message>
    <message>
        <source>Isian dibuka sebagai draf. Perbaiki, pilih lagi lampirannya, lalu kirim.</source>
        <translation>The answers were opened as a draft. Correct them, choose the documents again, then send.</translation>
    </message>
    <message>
        <source>Tidak ada yang ditolak atau tertahan.</source>
        <translation>Nothing is refused or held.</translation>
    </message>
    <message>
        <source>Berkas {name} tidak dapat ditulis, atau sudah ada. Pilih nama lain.</source>
        <translation>The file {name} cannot be written, or is there already. Choose another name.</translation>
    </message>
    <message>
        <source>Tersimpan di {target}, tanpa data warga. Kirimkan kepada pengelola hub.</source>
        <translation>Saved to {target}, without citizens&apos; data. Send it to the hub&apos;s administrator.</translation>
    </message>
    <message>
        <source>Lampiran ini belum diterima komputer ini. Sinkronkan, lalu buka lagi.</source>
        <translation>This attachment has not reached this computer yet. Synchronize, then open it again.</translation>
    </message>
    <message>
        <source>halaman yang ditandatangani</source>
        <translation>the signed page</translation>
    </message>
    <message>
        <source>Surat untuk ditandatangani di kertas tersimpan di {path}.</source>
        <translation>Letter to be signed on paper saved at {path}.</translation>
    </message>
    <message>
        <source>Tanggal tanda tangan tidak boleh sesudah hari ini. Belum ada yang disimpan.</source>
        <translation>The date of signing cannot be after today. Nothing was saved yet.</translation>
    </message>
    <message>
        <source>Tersimpan: surat ditandatangani di kertas pada {day}. Hasil pindai dikirim saat sinkronisasi.</source>
        <translation>Saved: the letter was signed on paper on {day}. The scan is sent at the next exchange.</translation>
    </message>
    <message>
        <source>Surat ini tidak menunggu tanda tangan di kertas. Minta surat disiapkan untuk kertas, sinkronkan, lalu coba lagi.</source>
        <translation>This letter does not wait for a signature on paper. Ask for it to be prepared for paper, synchronize, then try again.</translation>
    </message>
    <message>
        <source>Surat ini disiapkan untuk {name}. Hasil pindainya dicatat oleh {name} dengan kata sandinya sendiri.</source>
        <translation>This letter was prepared for {name}. Its scan is recorded by {name} with their own password.</translation>
    </message>
    <message>
        <source>Belum ada surat lain yang selesai untuk orang ini atau layanan ini. Selesaikan dahulu surat penggantinya, lalu ganti surat ini. Bila surat ini tidak boleh dipakai lagi, cabut saja.</source>
        <translation>There is no other finished letter for this person or this service yet. Finish the new letter first, then replace this one. If this letter must not be used any more, just revoke it.</translation>
    </message>
    <message>
        <source>Kata sandi belum diberikan. Tidak ada yang berubah. Pakai --password-file FILE atau -.</source>
        <translation>No password was given. Nothing has changed. Use --password-file FILE or -.</translation>
    </message>
    <message>
        <source>Berkas kata sandi {name} tidak dapat dibaca. Tidak ada yang berubah. Periksa nama dan izinnya.</source>
        <translation>The password file {name} cannot be read. Nothing has changed. Check its name and permissions.</translation>
    </message>
    <message>
        <source> Belum ada yang disimpan atau dikirim.</source>
        <translation> Nothing was saved or sent yet.</translation>
    </message>
    <message>
        <source>Kata sandi harus {shortest} sampai {longest} huruf.{nothing} Pilih panjang yang sesuai.</source>
        <translation>The password must have {shortest} to {longest} characters.{nothing} Choose a fitting length.</translation>
    </message>
    <message>
        <source>Kata sandi ini hanya mengulang huruf yang sama.{nothing} Pilih yang lain.</source>
        <translation>This password only repeats the same characters.{nothing} Choose another one.</translation>
    </message>
    <message>
        <source>Tanggal lahir mudah ditebak.{nothing} Pilih kata sandi yang lain.</source>
        <translation>A date of birth is easy to guess.{nothing} Choose another password.</translation>
    </message>
    <message>
        <source>Nama atau kode kantor mudah ditebak.{nothing} Pilih kata sandi yang lain.</source>
        <translation>A name or an office code is easy to guess.{nothing} Choose another password.</translation>
    </message>
    <message>
        <source>Printer “{printer}” tidak ada lagi. Pilih printer lain.</source>
        <translation>The printer “{printer}” is no longer there. Choose another printer.</translation>
    </message>
    <message>
        <source>Printer tidak menerima surat ini. Tidak ada yang tercetak dan tidak ada yang dicatat. Periksa printer dan kertasnya, lalu cetak lagi.</source>
        <translation>The printer did not take this letter. Nothing was printed and nothing was recorded. Check the printer and its paper, then print again.</translation>
    </message>
    <message>
        <source>Printer “{name}” berhenti di tengah jalan.</source>
        <translation>The printer “{name}” stopped midway.</translation>
    </message>
    <message>
        <source>Folder data tidak dapat diganti; mungkin program lain memakainya. Data sekarang tidak berubah. Tutup program lain, lalu coba lagi.</source>
        <translation>The data folder cannot be replaced; perhaps another program uses it. The present data has not changed. Close other programs, then try again.</translation>
    </message>
    <message>
        <source>Sinkronisasi sedang berjalan. Data aman dan belum ada yang berubah. Tunggu sampai selesai, lalu coba lagi.</source>
        <translation>An exchange is running. The data is safe and nothing has changed yet. Wait until it ends, then try again.</translation>
    </message>
    <message>
        <source>Satu berkas di komputer ini hilang atau rusak. Berkas itu tidak dikirim dan tidak dihapus. Lampirkan lagi dari aslinya, atau pulihkan cadangan.</source>
        <translation>A file on this computer is missing or damaged. It was neither sent nor deleted. Attach it again from the original, or restore a backup.</translation>
    </message>
    <message>
        <source>Pustaka SQLite pada komputer ini terlalu tua. Pasang ulang Ketinting.</source>
        <translation>The SQLite library on this computer is too old. Install Ketinting again.</translation>
    </message>
    <message>
        <source>Basis data komputer ini hilang atau kosong, padahal kuncinya ada. Jangan hapus apa pun: pulihkan cadangan dengan &apos;desk restore FILE&apos;. Yang sudah terkirim aman di hub. Bila pendaftaran memang belum selesai, ulangi &apos;desk enrol&apos;.</source>
        <translation>This computer&apos;s database is missing or empty although its keys are there. Do not delete anything: restore a backup with &apos;desk restore FILE&apos;. What was sent is safe at the hub. If the enrolment was never finished, repeat &apos;desk enrol&apos;.</translation>
    </message>
    <message>
        <source>Data di komputer ini ditulis oleh versi Ketinting yang lebih baru. Data aman dan tidak diubah. Pasang versi terbaru, lalu buka lagi.</source>
        <translation>The data on this computer was written by a newer version of Ketinting. The data is safe and was not changed. Install the newest version, then open it again.</translation>
    </message>
    <message>
        <source>Basis data di komputer ini rusak, padahal kata sandinya benar. Jangan hapus apa pun: pulihkan cadangan dengan &apos;desk restore FILE&apos;. Yang sudah terkirim juga aman di hub.</source>
        <translation>The database on this computer is damaged although the password is right. Do not delete anything: restore a backup with &apos;desk restore FILE&apos;. What was sent is safe at the hub too.</translation>
    </message>
    <message>
        <source>Program lain sedang menulis data ini. Data aman. Tunggu sebentar, lalu coba lagi.</source>
        <translation>Another program is writing this data. The data is safe. Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Surat ini sudah dicabut dan tidak berlaku lagi</source>
        <translation>This letter was revoked and is no longer valid</translation>
    </message>
    <message>
        <source>Surat ini sudah diganti surat lain dan tidak berlaku lagi</source>
        <translation>This letter was replaced by another and is no longer valid</translation>
    </message>
    <message>
        <source>Minta kembali surat yang sudah dicetak atau diserahkan.</source>
        <translation>Ask for what was printed or handed over to be given back.</translation>
    </message>
    <message>
        <source>Nomornya tetap terpakai.</source>
        <translation>Its number stays used.</translation>
    </message>
    <message>
        <source>Surat ini sudah dicabut, jadi tidak dicetak dan tidak diserahkan. Alasannya ada di jejak.</source>
        <translation>This letter was revoked, so it is neither printed nor handed over. The reason is in the trail.</translation>
    </message>
    <message>
        <source>Surat ini sudah diganti, jadi tidak dicetak dan tidak diserahkan. Pakai surat penggantinya.</source>
        <translation>This letter was replaced, so it is neither printed nor handed over. Use the new letter.</translation>
    </message>
    <message>
        <source>Belum ada yang disimpan. Sebut permohonan yang suratnya menggantikan surat ini.</source>
        <translation>Nothing was saved yet. Name the request whose letter replaces this one.</translation>
    </message>
    <message>
        <source>Surat penggantinya belum selesai ditandatangani. Belum ada yang disimpan. Selesaikan dahulu.</source>
        <translation>The new letter is not signed yet. Nothing was saved. Finish it first.</translation>
    </message>
    <message>
        <source>Jawaban hub diambil: diterima {accepted}, ditolak {refused}, tertahan {parked}, berkas {files}.</source>
        <translation>The hub&apos;s answer was taken: {accepted} accepted, {refused} refused, {parked} held back, {files} files.</translation>
    </message>
    <message>
        <source>Jawaban ini sudah pernah diambil; tidak ada yang baru. Data tetap seperti semula.</source>
        <translation>This answer was taken before; there is nothing new in it. The data stay as they were.</translation>
    </message>
    <message>
        <source>Kiriman tersimpan: {actions} langkah dan {files} lampiran. Bawa flash disk ke pengelola hub, lalu ambil jawabannya di sini. Data juga tetap tersimpan di komputer ini.</source>
        <translation>Saved: {actions} steps and {files} attachments. Take the flash disk to the hub&apos;s operator, then fetch the answer here. The data also stay on this computer.</translation>
    </message>
    <message>
        <source>{count} lampiran belum termuat; simpan lanjutannya ke flash disk lain.</source>
        <translation>{count} attachments did not fit; save the rest to another flash disk.</translation>
    </message>
    <message>
        <source>{count} lampiran tidak terbaca. Jalankan pemeriksaan komputer.</source>
        <translation>{count} attachments cannot be read. Have this computer examined.</translation>
    </message>
    <message>
        <source>Berkas ini bukan kiriman atau jawaban Ketinting, sehingga tidak ada yang diambil.</source>
        <translation>This file is neither sent nor answered by Ketinting, so nothing was taken.</translation>
    </message>
    <message>
        <source>Pilih berkas lain di flash disk.</source>
        <translation>Choose another file on the flash disk.</translation>
    </message>
    <message>
        <source>Berkas ini terpotong; mungkin flash disk dicabut sebelum selesai disalin.</source>
        <translation>This file is cut short; the flash disk may have been pulled out before it was written.</translation>
    </message>
    <message>
        <source>Tidak ada yang diambil, dan data yang sudah tersimpan tetap aman.</source>
        <translation>Nothing was taken, and what is saved stays safe.</translation>
    </message>
    <message>
        <source>Salin atau buat lagi berkasnya.</source>
        <translation>Copy or make the file again.</translation>
    </message>
    <message>
        <source>Isi berkas ini rusak atau diubah orang, sehingga tidak ada yang diambil.</source>
        <translation>The contents of this file are damaged or were changed by somebody, so nothing was taken.</translation>
    </message>
    <message>
        <source>Data yang sudah tersimpan tetap aman.</source>
        <translation>What is saved stays safe.</translation>
    </message>
    <message>
        <source>Buat lagi berkasnya dari komputer asalnya.</source>
        <translation>Make the file again on the computer that it came from.</translation>
    </message>
    <message>
        <source>Berkas ini dibuat untuk hub atau komputer lain, sehingga tidak dapat dibuka di sini dan tidak ada yang diambil.</source>
        <translation>This file was made for another hub or computer, so it cannot be opened here and nothing was taken.</translation>
    </message>
    <message>
        <source>Pilih berkas yang dibuat untuk hub atau komputer ini.</source>
        <translation>Choose a file that was made for this hub or computer.</translation>
    </message>
    <message>
        <source>Salinan lain dari komputer ini pernah mengirim, sehingga kiriman ini belum diterima hub.</source>
        <translation>Another copy of this computer has sent before, so the hub has not accepted this yet.</translation>
    </message>
    <message>
        <source>Simpan kiriman baru ke flash disk, lalu bawa lagi.</source>
        <translation>Save to the flash disk anew and take it there again.</translation>
    </message>
    <message>
        <source>Jawaban ini lanjutan dari berkas yang belum diambil, sehingga belum ada yang diambil darinya.</source>
        <translation>This answer goes on from a file that was not taken yet, so nothing was taken from it.</translation>
    </message>
    <message>
        <source>Ambil bagian sebelumnya dahulu.</source>
        <translation>Take the earlier part first.</translation>
    </message>
    <message>
        <source>Bila berkas itu tidak ada lagi, simpan kiriman baru ke flash disk.</source>
        <translation>If that file is gone, save to the flash disk anew.</translation>
    </message>
    <message>
        <source>Sebagian jawaban ini hanya dapat dibaca program yang lebih baru; bagian itu tetap di hub, yang lain sudah diambil.</source>
        <translation>Part of this answer can only be read by a newer program; that part stays at the hub, the rest has been taken.</translation>
    </message>
    <message>
        <source>Perbarui program, lalu simpan kiriman baru ke flash disk dan ambil jawabannya.</source>
        <translation>Update the program, then save a new outbox to the flash disk and take its answer.</translation>
    </message>
    <message>
        <source>Flash disk penuh, sehingga berkasnya tidak jadi dibuat.</source>
        <translation>The flash disk is full, so the file was not made.</translation>
    </message>
    <message>
        <source>Kosongkan flash disk atau pakai yang lain, lalu ulangi.</source>
        <translation>Make room on the flash disk or use another one, then try again.</translation>
    </message>
    <message>
        <source>Flash disk tidak dapat dibaca atau ditulis; mungkin sudah dicabut.</source>
        <translation>The flash disk cannot be read or written; it may have been pulled out.</translation>
    </message>
    <message>
        <source>Pasang flash disk, periksa letak berkasnya, lalu ulangi.</source>
        <translation>Put the flash disk in, check where the file is, then try again.</translation>
    </message>
    <message>
        <source>{count} berkas diambil dari hub saat sinkronisasi berikutnya.</source>
        <translation>{count} files will be fetched from the hub with the next sync.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu diambil: berkas permohonan ini sudah ada di komputer ini.</source>
        <translation>Nothing needs to be fetched: this request&apos;s files are on this computer.</translation>
    </message>
    <message>
        <source>Penyimpanan komputer ini hampir penuh; ruang cadangannya sudah dipakai supaya pekerjaan dapat diselesaikan. Yang tersimpan aman dan tetap terkirim; lampiran dari hub menunggu. Kosongkan ruang hari ini.</source>
        <translation>This computer&apos;s storage is almost full; its reserved room is in use so that work can be finished. What is saved is safe and is still sent; attachments from the hub wait. Make room today.</translation>
    </message>
    <message>
        <source>Pendaftaran tidak dilanjutkan. Tidak ada yang disimpan di komputer ini, dan kodenya masih berlaku. Tanyakan kepada pengelola hub untuk kantor dan petugas mana kode ini dibuat.</source>
        <translation>The enrolment was not gone on with. Nothing was stored on this computer, and the code is still good. Ask the hub&apos;s administrator for which office and officer it was made.</translation>
    </message>
    <message>
        <source>Hub sedang sibuk atau terganggu, sehingga pendaftaran belum selesai. Tidak ada yang hilang, dan undangannya masih berlaku. Coba lagi sesudah {minutes} menit.</source>
        <translation>The hub is busy or in trouble, so the enrolment is not finished. Nothing is lost, and the invitation is still good. Try again after {minutes} minutes.</translation>
    </message>
    <message>
        <source>Menurut catatan kantor ini: {title}. {text}</source>
        <translation>As this office&apos;s record has it: {title}. {text}</translation>
    </message>
    <message>
        <source>Menurut catatan kantor ini surat ini berlaku, sejauh kabar hub sampai di sini.</source>
        <translation>As this office&apos;s record has it this letter is in force, as far as the hub&apos;s news has come here.</translation>
    </message>
    <message>
        <source>Menurut catatan kantor ini surat ini tidak berlaku: permohonannya belum selesai atau kembali.</source>
        <translation>As this office&apos;s record has it this letter is not in force: its request is not finished, or went back.</translation>
    </message>
    <message>
        <source>Nomor surat {number}.</source>
        <translation>Letter number {number}.</translation>
    </message>
    <message>
        <source>Penggantinya surat nomor {number}.</source>
        <translation>Letter number {number} took its place.</translation>
    </message>
    <message>
        <source>Komputer ini belum pernah bertukar dengan hub.</source>
        <translation>This computer has never exchanged with the hub.</translation>
    </message>
    <message>
        <source>Hub terakhir menjawab {days} hari yang lalu.</source>
        <translation>Days since the hub last answered: {days}.</translation>
    </message>
    <message>
        <source>Hub itu pernah dipulihkan; yang hilang di sana sudah dikembalikan dari sini.</source>
        <translation>The hub was restored once; what was lost there has been given back from here.</translation>
    </message>
    <message>
        <source>{waiting} langkah menunggu, aman di komputer ini. Tanpa jaringan, bawa dengan flash disk.</source>
        <translation>Steps waiting, safe on this computer: {waiting}. Without a network, carry them on a flash disk.</translation>
    </message>
    <message>
        <source>Jatah nomor surat cukup.</source>
        <translation>There are enough letter numbers.</translation>
    </message>
    <message>
        <source>Jatah nomor surat hampir habis: {books}. Sinkronkan untuk menambah.</source>
        <translation>Letter numbers are running low: {books}. Synchronise to get more.</translation>
    </message>
    <message>
        <source>Belum ada cadangan di komputer ini; yang pertama dibuat sesudah sinkronisasi berikutnya.</source>
        <translation>There is no backup on this computer yet; the first is made after the next exchange.</translation>
    </message>
    <message>
        <source>Cadangan harian terakhir berumur {days} hari.</source>
        <translation>Age of the last daily backup, in days: {days}.</translation>
    </message>
    <message>
        <source>Sinkronkan untuk membuat yang baru, atau simpan satu ke disk lain.</source>
        <translation>Synchronise to make a new one, or save one to another disk.</translation>
    </message>
</context>
<context>
    <name>ActButton</name>
    <message>
        <source>Tombol papan ketik: %1</source>
        <translation>Key: %1</translation>
    </message>
</context>
<context>
    <name>ArrivalsCard</name>
    <message>
        <source>Sejak Anda pergi</source>
        <translation>Since you left</translation>
    </message>
    <message>
        <source>terakhir di sini %1</source>
        <translation>last here %1</translation>
    </message>
    <message>
        <source>Belum ada yang baru. Kabar dari hub sampai %1.</source>
        <translation>Nothing new yet. News from the hub until %1.</translation>
    </message>
    <message>
        <source>Belum diketahui: komputer ini belum tersambung ke hub.</source>
        <translation>Not known: this computer has not reached the hub yet.</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>BackupsSection</name>
    <message>
        <source>Cadangan malam di komputer ini</source>
        <translation>Nightly backups on this computer</translation>
    </message>
    <message>
        <source>Cadangkan sekarang</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Simpan ke berkas…</source>
        <translation>Save to a file…</translation>
    </message>
    <message>
        <source>Semua data dan lampiran kantor ini dalam satu berkas terkunci, misalnya ke USB. Hanya terbuka dengan kata sandi petugas. Simpan di tempat lain dari komputer ini.</source>
        <translation>All data and documents of this office in one locked file, on a USB stick for instance. It opens with an officer’s password only. Keep it away from this computer.</translation>
    </message>
    <message>
        <source>Pulihkan dari cadangan</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>Pulihkan…</source>
        <translation>Restore…</translation>
    </message>
    <message>
        <source>Isi cadangan dan apa yang akan hilang ditunjukkan dulu. Data yang sekarang disisihkan, tidak dihapus.</source>
        <translation>What is in the backup and what would be lost is shown first. The present data is set aside, not deleted.</translation>
    </message>
    <message>
        <source>dibuat sendiri, tujuh hari terakhir</source>
        <translation>made by themselves, the last seven days</translation>
    </message>
    <message>
        <source>Pulihkan</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Belum ada. Cadangan dibuat sesudah sinkronisasi pertama setiap hari.</source>
        <translation>None yet. A backup is made after the first exchange of each day.</translation>
    </message>
    <message>
        <source>Tempatnya: %1</source>
        <translation>They lie in %1</translation>
    </message>
    <message>
        <source>Simpan cadangan</source>
        <translation>Save a backup</translation>
    </message>
    <message>
        <source>Cadangan Ketinting (*.ktg)</source>
        <translation>Ketinting backup (*.ktg)</translation>
    </message>
    <message>
        <source>Sedang menyimpan cadangan. Pekerjaan boleh diteruskan.</source>
        <translation>Saving the backup. Work may go on.</translation>
    </message>
    <message>
        <source>Cadangan tersimpan: %1 (%2)</source>
        <translation>Backup saved: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>CameOutDialog</name>
    <message>
        <source>%1 Lihat kertasnya: bila surat keluar utuh, pencetakan dicatat; bila tidak, cetak lagi.</source>
        <translation>%1 Look at the paper: if the letter came out whole, the print is recorded; if not, print again.</translation>
    </message>
    <message>
        <source>Sudah tercetak?</source>
        <translation>Did it come out?</translation>
    </message>
    <message>
        <source>Ya, sudah tercetak</source>
        <translation>Yes, it came out</translation>
    </message>
    <message>
        <source>Belum</source>
        <translation>Not yet</translation>
    </message>
</context>
<context>
    <name>CertificateFields</name>
    <message>
        <source>Berkas sertifikat</source>
        <translation>Certificate file</translation>
    </message>
    <message>
        <source>Berkas sertifikat (.p12)</source>
        <translation>Certificate file (.p12)</translation>
    </message>
    <message>
        <source>Frasa sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Pilih berkas sertifikat Anda.</source>
        <translation>Choose your certificate file.</translation>
    </message>
    <message>
        <source>Tulis frasa sandi sertifikat.</source>
        <translation>Type the certificate&apos;s passphrase.</translation>
    </message>
</context>
<context>
    <name>CheckLine</name>
    <message>
        <source>Belum diperiksa</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Sedang diperiksa</source>
        <translation>Being checked</translation>
    </message>
    <message>
        <source>Belum diketahui</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Perlu tindakan</source>
        <translation>Needs action</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Ubah</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ubah: %1</source>
        <translation>Change: %1</translation>
    </message>
    <message>
        <source>Tidak diisi</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>%1 lampiran wajib belum ada</source>
        <translation>Required documents missing: %1</translation>
    </message>
    <message>
        <source>Lampiran</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Ubah lampiran</source>
        <translation>Change documents</translation>
    </message>
    <message>
        <source>Tetap boleh diajukan; keputusannya menunggu sampai lampiran lengkap.</source>
        <translation>May be filed all the same; the decision waits until the documents are complete.</translation>
    </message>
    <message>
        <source>terbaca?</source>
        <translation>readable?</translation>
    </message>
    <message>
        <source>sudah terlampir</source>
        <translation>attached before</translation>
    </message>
    <message>
        <source>menyusul</source>
        <translation>to follow</translation>
    </message>
    <message>
        <source>tidak wajib</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Permohonan disimpan di komputer ini, lalu dikirim sendiri saat tersambung.</source>
        <translation>The request is saved on this computer, then sent by itself when connected.</translation>
    </message>
    <message>
        <source>Sedang luring, tidak apa-apa</source>
        <translation>Offline, and that is fine</translation>
    </message>
    <message>
        <source>Periksa sekali lagi</source>
        <translation>Check once more</translation>
    </message>
    <message>
        <source>Layanan ini: %1</source>
        <translation>This service: %1</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Pilih</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message>
        <source>Batal pilih</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>%1 dipilih</source>
        <translation>%1 selected</translation>
    </message>
    <message>
        <source>Tanda tangani %1 surat…</source>
        <translation>Sign %1 letter(s)…</translation>
    </message>
    <message>
        <source>Putuskan %1 permohonan…</source>
        <translation>Decide on %1 request(s)…</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Dua versi</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>Terapkan versi saya lagi</source>
        <translation>Apply my version again</translation>
    </message>
    <message>
        <source>Pakai versi hub</source>
        <translation>Use the hub&apos;s version</translation>
    </message>
    <message>
        <source>Buka sebagai draf</source>
        <translation>Open as a draft</translation>
    </message>
    <message>
        <source>Simpan untuk dukungan…</source>
        <translation>Save for support…</translation>
    </message>
    <message>
        <source>Buka permohonan</source>
        <translation>Open the request</translation>
    </message>
    <message>
        <source>Isian dapat diperbaiki lalu dikirim sebagai permohonan baru. Lampiran dipilih lagi.</source>
        <translation>The answers can be corrected and sent as a new request. Attachments are chosen again.</translation>
    </message>
    <message>
        <source>Satu berkas tanpa data warga, untuk pengelola hub. Tidak ada yang diputuskan.</source>
        <translation>One file without citizens&apos; data, for the hub&apos;s administrator. Nothing is decided.</translation>
    </message>
    <message>
        <source>Disisihkan</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Tertahan di hub</source>
        <translation>Held back by the hub</translation>
    </message>
    <message>
        <source>langkah-%1.json</source>
        <translation>step-%1.json</translation>
    </message>
    <message>
        <source>Simpan untuk dukungan</source>
        <translation>Save for support</translation>
    </message>
    <message>
        <source>Ditolak hub</source>
        <translation>Refused by the hub</translation>
    </message>
    <message>
        <source>Lepaskan</source>
        <translation>Let it go</translation>
    </message>
    <message>
        <source>Isian</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Versi Anda</source>
        <translation>Your version</translation>
    </message>
    <message>
        <source>Di hub</source>
        <translation>At the hub</translation>
    </message>
    <message>
        <source>Isinya sama dengan yang ada di hub.</source>
        <translation>The content is the same as at the hub.</translation>
    </message>
</context>
<context>
    <name>ComputerSection</name>
    <message>
        <source>Printer dan kertas yang diingat</source>
        <translation>Printer and paper that are remembered</translation>
    </message>
    <message>
        <source>Kunci layar</source>
        <translation>Lock screen</translation>
    </message>
    <message>
        <source>%1 menit</source>
        <translation>%1 minutes</translation>
    </message>
    <message>
        <source>Kunci layar setelah</source>
        <translation>Lock the screen after</translation>
    </message>
    <message>
        <source>Kunci sekarang</source>
        <translation>Lock now</translation>
    </message>
    <message>
        <source>Saat terkunci, yang menunggu tetap dikirim di latar.</source>
        <translation>While locked, what waits is still sent in the background.</translation>
    </message>
    <message>
        <source>Saat jendela ditutup</source>
        <translation>When the window is closed</translation>
    </message>
    <message>
        <source>Akhiri program</source>
        <translation>End the program</translation>
    </message>
    <message>
        <source>Tetap jalan di dekat jam</source>
        <translation>Keep running beside the clock</translation>
    </message>
    <message>
        <source>Menutup jendela</source>
        <translation>Closing the window</translation>
    </message>
    <message>
        <source>Tanda terima</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Lupakan</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>Dipilih saat mencetak pertama kali, untuk setiap jenis surat. Lupakan untuk ditanya lagi.</source>
        <translation>Chosen at the first print of each kind of letter. Forget to be asked again.</translation>
    </message>
    <message>
        <source>Belum ada. Printer dan kertas ditanya saat mencetak pertama kali, lalu diingat.</source>
        <translation>None yet. Printer and paper are asked at the first print, then remembered.</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>Buka kalender</source>
        <translation>Open calendar</translation>
    </message>
    <message>
        <source>Kalender</source>
        <translation>Calendar</translation>
    </message>
</context>
<context>
    <name>Decide</name>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Tanda tangani</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Tanda tangani dan terbitkan</source>
        <translation>Sign and issue</translation>
    </message>
    <message>
        <source>Perbaiki isian</source>
        <translation>Mend answers</translation>
    </message>
    <message>
        <source>Verifikasi</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Paraf</source>
        <translation>Initial</translation>
    </message>
    <message>
        <source>Setujui</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Siapkan surat</source>
        <translation>Prepare letter</translation>
    </message>
    <message>
        <source>Catat tanda tangan basah…</source>
        <translation>Record the pen signature…</translation>
    </message>
    <message>
        <source>Serahkan surat</source>
        <translation>Hand over letter</translation>
    </message>
    <message>
        <source>Surat asli diterima</source>
        <translation>Original received</translation>
    </message>
    <message>
        <source>Dikirim lewat kurir</source>
        <translation>Sent by courier</translation>
    </message>
    <message>
        <source>Tambah dokumen…</source>
        <translation>Add a document…</translation>
    </message>
    <message>
        <source>Tanda tangani di kertas</source>
        <translation>Sign on paper</translation>
    </message>
    <message>
        <source>Kembalikan</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Tarik permohonan</source>
        <translation>Withdraw request</translation>
    </message>
    <message>
        <source>Ganti dengan surat lain…</source>
        <translation>Replace by another letter…</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Cabut surat…</source>
        <translation>Revoke letter…</translation>
    </message>
    <message>
        <source>Kembali ke tanda tangan elektronik</source>
        <translation>Back to an electronic signature</translation>
    </message>
    <message>
        <source>Satu kali untuk surat ini. Surat sah hanya bila tertulis “ditandatangani”.</source>
        <translation>Once for this letter. A letter is valid only when it says “signed”.</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Tambah dokumen</source>
        <translation>Add a document</translation>
    </message>
    <message>
        <source>Yang sudah terlampir tetap ada. Kantor berikutnya melihat keduanya.</source>
        <translation>What is attached already stays. The next office sees both.</translation>
    </message>
    <message>
        <source>Dokumen (%1)</source>
        <translation>Documents (%1)</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>PDF, JPG atau PNG.</source>
        <translation>PDF, JPG or PNG.</translation>
    </message>
    <message>
        <source>Jenis dokumen</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>Pilih berkas dokumennya.</source>
        <translation>Choose the document&apos;s file.</translation>
    </message>
</context>
<context>
    <name>DocumentRow</name>
    <message>
        <source>Lihat: %1</source>
        <translation>View: %1</translation>
    </message>
    <message>
        <source>Pilih berkas…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>Putar ke kiri</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>Putar ke kanan</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>Ukuran asli</source>
        <translation>Original size</translation>
    </message>
    <message>
        <source>Gambar tidak diperkecil. Pengirimannya lebih lama.</source>
        <translation>The picture is not made smaller. Sending it takes longer.</translation>
    </message>
    <message>
        <source>(boleh dikosongkan)</source>
        <translation>(may be left empty)</translation>
    </message>
    <message>
        <source>Belum ada. Pilih, seret ke sini, atau tempel (Ctrl+V).</source>
        <translation>Nothing yet. Choose, drag here, or paste (Ctrl+V).</translation>
    </message>
    <message>
        <source>Sudah terlampir pada permohonan ini. Lampirkan lagi hanya bila diganti.</source>
        <translation>Attached to this request before. Attach again only to replace it.</translation>
    </message>
    <message>
        <source>Ganti…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>Pindaian (%1)</source>
        <translation>Scans (%1)</translation>
    </message>
    <message>
        <source>Lepas</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>PDF, JPG, atau PNG. Pilih berkas, seret ke barisnya, atau tempel dengan Ctrl+V. Gambar diperkecil sendiri dan lokasi fotonya dibuang. Berkas asal tetap di tempatnya.</source>
        <translation>PDF, JPG or PNG. Choose a file, drag it to its line, or paste with Ctrl+V. Pictures are made smaller and lose their place. The source file stays where it is.</translation>
    </message>
    <message>
        <source>tempelan.png</source>
        <translation>pasted.png</translation>
    </message>
    <message>
        <source>Papan klip tidak berisi gambar atau berkas. Salin dulu.</source>
        <translation>The clipboard holds no picture and no file. Copy one first.</translation>
    </message>
    <message>
        <source>%1 sedang diperiksa…</source>
        <translation>%1 is being checked…</translation>
    </message>
    <message>
        <source>%1 halaman</source>
        <translation>%1 pages</translation>
    </message>
</context>
<context>
    <name>Editors</name>
    <message>
        <source>hh-bb-tttt, misalnya 27-11-2026</source>
        <translation>dd-mm-yyyy, for example 27-11-2026</translation>
    </message>
    <message>
        <source>misalnya 09.00</source>
        <translation>for example 09.00</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Alamat hub</source>
        <translation>Address of the hub</translation>
    </message>
    <message>
        <source>Misalnya https://hub.kabupaten.go.id</source>
        <translation>For example https://hub.kabupaten.go.id</translation>
    </message>
    <message>
        <source>Kode pendaftaran</source>
        <translation>Enrolment code</translation>
    </message>
    <message>
        <source>12 huruf dan angka, tanpa O, 0, I, dan 1. Boleh ditempel.</source>
        <translation>12 letters and digits, without O, 0, I and 1. May be pasted.</translation>
    </message>
    <message>
        <source>Kata sandi baru</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Ulangi kata sandi</source>
        <translation>Repeat password</translation>
    </message>
    <message>
        <source>Daftarkan komputer ini</source>
        <translation>Enrol this computer</translation>
    </message>
    <message>
        <source>Pakai berkas pendaftaran</source>
        <translation>Use an enrolment file</translation>
    </message>
    <message>
        <source>Kembali ke halaman masuk</source>
        <translation>Back to sign in</translation>
    </message>
    <message>
        <source>Permohonan, lampiran, dan data warga kantor ini disimpan terkunci di komputer ini.</source>
        <translation>This office&apos;s requests, documents and citizens&apos; data are kept locked on this computer.</translation>
    </message>
    <message>
        <source>%1 sampai %2 huruf. Bukan tanggal lahir atau nama kantor.</source>
        <translation>%1 to %2 characters. Not a birth date, not the office&apos;s name.</translation>
    </message>
    <message>
        <source>Petugas baru di komputer ini</source>
        <translation>New officer on this computer</translation>
    </message>
    <message>
        <source>Kode Anda sendiri dari pengelola hub. Kata sandi ini hanya Anda yang tahu.</source>
        <translation>Your own code from the hub&apos;s administrator. Only you know this password.</translation>
    </message>
    <message>
        <source>Cukup satu kali, dengan sambungan internet. Kode diberikan pengelola hub.</source>
        <translation>Only once, with the internet. The hub&apos;s administrator gives the code.</translation>
    </message>
    <message>
        <source>Daftarkan petugas</source>
        <translation>Enrol officer</translation>
    </message>
    <message>
        <source>Tidak ada yang disimpan, dan kodenya masih berlaku.</source>
        <translation>Nothing was stored, and the code is still good.</translation>
    </message>
    <message>
        <source>Tanyakan kepada pengelola hub untuk kantor dan petugas mana kode ini dibuat.</source>
        <translation>Ask the hub&apos;s administrator for which office and officer this code was made.</translation>
    </message>
    <message>
        <source>Pendaftaran belum selesai; tidak ada data yang hilang.</source>
        <translation>The enrolment is not finished; no data is lost.</translation>
    </message>
    <message>
        <source>Ulangi dengan kode atau berkas dan kata sandi yang sama, atau minta kode baru.</source>
        <translation>Try again with the same code or file and the same password, or ask for a new code.</translation>
    </message>
    <message>
        <source>Berkas ini tidak dapat dibaca. Pilih berkas lain.</source>
        <translation>This file cannot be read. Choose another one.</translation>
    </message>
    <message>
        <source>Memakai berkas %1</source>
        <translation>Using the file %1</translation>
    </message>
    <message>
        <source>Berkas pendaftaran</source>
        <translation>Enrolment file</translation>
    </message>
    <message>
        <source>Berkas pendaftaran (*.json *.ketinting);;Semua berkas (*)</source>
        <translation>Enrolment file (*.json *.ketinting);;All files (*)</translation>
    </message>
    <message>
        <source>Tulis alamat hub yang diberikan pengelola.</source>
        <translation>Write the address that the administrator gave.</translation>
    </message>
    <message>
        <source>Kode belum benar: harus 12 huruf dan angka, tanpa O, 0, I, dan 1.</source>
        <translation>The code is not right yet: 12 letters and digits, without O, 0, I and 1.</translation>
    </message>
    <message>
        <source>Tulis kode pendaftaran.</source>
        <translation>Write the enrolment code.</translation>
    </message>
    <message>
        <source>Kedua kata sandi belum sama.</source>
        <translation>The two passwords differ.</translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message>
        <source>Ada yang perlu diperbaiki</source>
        <translation>Something needs mending</translation>
    </message>
</context>
<context>
    <name>ExaminingSection</name>
    <message>
        <source>Periksa komputer ini</source>
        <translation>Check this computer</translation>
    </message>
    <message>
        <source>Periksa sekarang</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Ruang penyimpanan</source>
        <translation>Disk room</translation>
    </message>
    <message>
        <source>Basis data</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Lampiran</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Catatan akses</source>
        <translation>Access log</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Berkas lama</source>
        <translation>Old files</translation>
    </message>
    <message>
        <source>Langkah yang disisihkan</source>
        <translation>Steps set aside</translation>
    </message>
    <message>
        <source>Pertukaran terakhir</source>
        <translation>Last exchange</translation>
    </message>
    <message>
        <source>Nomor surat</source>
        <translation>Letter numbers</translation>
    </message>
    <message>
        <source>Cadangan harian</source>
        <translation>Daily backup</translation>
    </message>
    <message>
        <source>Sambungan ke hub</source>
        <translation>Connection to the hub</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Buat laporan masalah</source>
        <translation>Make a problem report</translation>
    </message>
    <message>
        <source>Masih ada masalah? Laporan masalah tidak memuat data warga dan boleh dikirim ke Diskominfo.</source>
        <translation>Still in trouble? A problem report holds no citizens’ data and may be sent to Diskominfo.</translation>
    </message>
    <message>
        <source>Sedang memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>%1 hal perlu tindakan</source>
        <translation>%1 need action</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap aman.</source>
        <translation>What is saved stays safe.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu tindakan.</source>
        <translation>Nothing needs action.</translation>
    </message>
    <message>
        <source>Belum ada printer. Surat tetap dapat disimpan sebagai PDF.</source>
        <translation>No printer yet. Letters can still be saved as PDF.</translation>
    </message>
    <message>
        <source>Printer siap: %1</source>
        <translation>Printer ready: %1</translation>
    </message>
</context>
<context>
    <name>ExchangeLists</name>
    <message>
        <source>Ditolak hub</source>
        <translation>Refused by the hub</translation>
    </message>
    <message>
        <source>Tertahan di hub</source>
        <translation>Held back by the hub</translation>
    </message>
    <message>
        <source>Menunggu dikirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>yang lain tetap berjalan</source>
        <translation>the others go on</translation>
    </message>
    <message>
        <source>menunggu keputusan, aman di hub</source>
        <translation>waiting for a decision, safe at the hub</translation>
    </message>
    <message>
        <source>aman di komputer ini, tidak menahan yang lain</source>
        <translation>safe on this computer, holding nothing back</translation>
    </message>
    <message>
        <source>Kode: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Putuskan</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Bandingkan</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Bandingkan kedua versi, lalu terapkan versi Anda lagi atau pakai versi hub.</source>
        <translation>Compare both versions, then apply yours again or use the hub&apos;s.</translation>
    </message>
    <message>
        <source>Buka isiannya sebagai draf, perbaiki, lalu kirim lagi.</source>
        <translation>Open its answers as a draft, correct them, then send again.</translation>
    </message>
    <message>
        <source>Baca alasannya, lalu buka permohonannya.</source>
        <translation>Read the reason, then open the request.</translation>
    </message>
    <message>
        <source>disimpan %1</source>
        <translation>saved %1</translation>
    </message>
    <message>
        <source>Ada yang lain lagi; semuanya tampil di daftar permohonan.</source>
        <translation>There are more; all of them are in the list of requests.</translation>
    </message>
    <message>
        <source>Disisihkan</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Terapkan lagi, lepaskan, atau simpan untuk dukungan: Anda yang memutuskan.</source>
        <translation>Apply it again, let it go, or save it for support: you decide.</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu dikirim.</source>
        <translation>Nothing waits to be sent.</translation>
    </message>
    <message>
        <source>tanpa lampiran</source>
        <translation>no attachments</translation>
    </message>
    <message>
        <source>Isian terkirim · lampiran %1 dari %2</source>
        <translation>Answers sent · attachment %1 of %2</translation>
    </message>
    <message>
        <source>%1 lampiran, %2</source>
        <translation>%1 attachments, %2</translation>
    </message>
    <message>
        <source>lampiran sudah di hub</source>
        <translation>attachments are at the hub</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Status sinkron</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Sinkronkan sekarang</source>
        <translation>Exchange now</translation>
    </message>
    <message>
        <source>Terakhir tersambung</source>
        <translation>Last connected</translation>
    </message>
    <message>
        <source>Dicoba lagi</source>
        <translation>Next try</translation>
    </message>
    <message>
        <source>Menunggu dikirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Kabar dari hub</source>
        <translation>News from the hub</translation>
    </message>
    <message>
        <source>Lanjutkan otomatis</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Sambungan ini tampaknya berbayar menurut pemakaian.</source>
        <translation>This connection seems to be paid for by volume.</translation>
    </message>
    <message>
        <source>Sinkronisasi otomatis tetap berjalan sampai Anda menjedanya.</source>
        <translation>Automatic synchronization goes on until you pause it.</translation>
    </message>
    <message>
        <source>Penyimpanan komputer ini hampir penuh.</source>
        <translation>This computer&apos;s storage is almost full.</translation>
    </message>
    <message>
        <source>sesudah pukul %1</source>
        <translation>after %1</translation>
    </message>
    <message>
        <source>Belum pernah</source>
        <translation>Never yet</translation>
    </message>
    <message>
        <source>%1 permohonan</source>
        <translation>%1 requests</translation>
    </message>
    <message>
        <source>sedang dikirim</source>
        <translation>being sent</translation>
    </message>
    <message>
        <source>dijeda</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>F5 mengirim isian; lampiran menunggu sampai dilanjutkan</source>
        <translation>F5 sends the answers; documents wait until it goes on</translation>
    </message>
    <message>
        <source>dicoba lagi sendiri pukul %1</source>
        <translation>tried again by itself at %1</translation>
    </message>
    <message>
        <source>giliran berikutnya</source>
        <translation>goes with the next exchange</translation>
    </message>
    <message>
        <source>dikirim sendiri pukul %1</source>
        <translation>sent by itself at %1</translation>
    </message>
    <message>
        <source>menunggu sambungan</source>
        <translation>waiting for the line</translation>
    </message>
    <message>
        <source>%1, atau lewat flash disk di bawah</source>
        <translation>%1, or by flash disk below</translation>
    </message>
    <message>
        <source>petunjuknya di atas; %1</source>
        <translation>what to do stands above; %1</translation>
    </message>
    <message>
        <source>Dijeda</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>hanya bila Anda menekan F5</source>
        <translation>only when you press F5</translation>
    </message>
    <message>
        <source>berjalan sendiri</source>
        <translation>by itself</translation>
    </message>
    <message>
        <source>Pekerjaan boleh diteruskan. Bila dibatalkan, yang sudah terkirim tetap terkirim.</source>
        <translation>Work can go on. If cancelled, what was sent stays sent.</translation>
    </message>
    <message>
        <source>Menghentikan…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>Sinkronisasi otomatis dijeda.</source>
        <translation>Automatic synchronization is paused.</translation>
    </message>
    <message>
        <source>Sudah diambil</source>
        <translation>Fetched</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Jeda di sambungan berbayar</source>
        <translation>Pause on a costly line</translation>
    </message>
    <message>
        <source>Jeda sekarang</source>
        <translation>Pause now</translation>
    </message>
    <message>
        <source>Belum diketahui</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>aman di komputer ini</source>
        <translation>safe on this computer</translation>
    </message>
    <message>
        <source>beserta %1 lampiran, %2</source>
        <translation>with %1 documents, %2</translation>
    </message>
    <message>
        <source>Sedang mengirim dan mengambil.</source>
        <translation>Sending and fetching.</translation>
    </message>
    <message>
        <source>F5 mengirim catatan saja; lampiran dan surat menunggu sampai dilanjutkan.</source>
        <translation>F5 sends records only; attachments and letters wait until it is resumed.</translation>
    </message>
    <message>
        <source>Tersambung.</source>
        <translation>Connected.</translation>
    </message>
    <message>
        <source>Yang dicatat dikirim sendiri.</source>
        <translation>What is recorded is sent by itself.</translation>
    </message>
    <message>
        <source>Belum dicoba sejak program dibuka.</source>
        <translation>Not tried since the program was opened.</translation>
    </message>
    <message>
        <source>Data Anda aman di komputer ini. Yang menunggu dikirim sendiri saat tersambung.</source>
        <translation>Your data is safe on this computer. What waits is sent by itself when connected.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Istilah dan papan ketik</source>
        <translation>Words and keyboard</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>(boleh dikosongkan)</source>
        <translation>(may be left empty)</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Pilih berkas…</source>
        <translation>Choose file…</translation>
    </message>
</context>
<context>
    <name>FiledPage</name>
    <message>
        <source>Permohonan berikutnya, layanan sama</source>
        <translation>Next request, same service</translation>
    </message>
    <message>
        <source>Buka permohonan ini</source>
        <translation>Open this request</translation>
    </message>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Untuk pemohon</source>
        <translation>For the applicant</translation>
    </message>
    <message>
        <source>Kode permohonan, boleh dicatat atau disebutkan</source>
        <translation>Code of the request, to be written down or said</translation>
    </message>
    <message>
        <source>Permohonan tersimpan</source>
        <translation>Request saved</translation>
    </message>
    <message>
        <source>Perbaikan tersimpan</source>
        <translation>Correction saved</translation>
    </message>
    <message>
        <source>Dikirim sendiri begitu tersambung. Tidak perlu ditunggu.</source>
        <translation>Sent by itself once connected. No need to wait.</translation>
    </message>
    <message>
        <source>Data aman di komputer ini.</source>
        <translation>The data is safe on this computer.</translation>
    </message>
    <message>
        <source>Selesai paling lambat: %1</source>
        <translation>Done at the latest: %1</translation>
    </message>
    <message>
        <source>%1. Lampirkan dari halaman permohonan; keputusannya menunggu itu.</source>
        <translation>%1. Attach them from the page of the request; the decision waits for them.</translation>
    </message>
    <message>
        <source>%1 lampiran wajib menyusul</source>
        <translation>Required documents to follow: %1</translation>
    </message>
    <message>
        <source>Selanjutnya</source>
        <translation>What happens next</translation>
    </message>
    <message>
        <source>Surat siap dicetak di sini</source>
        <translation>The letter is ready to be printed here</translation>
    </message>
</context>
<context>
    <name>FormFoot</name>
    <message>
        <source>&amp;Lanjut</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>&amp;Sebelumnya</source>
        <translation>&amp;Previous</translation>
    </message>
    <message>
        <source>Simpan &amp;draf</source>
        <translation>Save &amp;draft</translation>
    </message>
    <message>
        <source>&amp;Batalkan permohonan</source>
        <translation>&amp;Cancel the request</translation>
    </message>
    <message>
        <source>Sesudah terkirim, perubahan diajukan sebagai koreksi.</source>
        <translation>Once sent, changes go as a correction.</translation>
    </message>
    <message>
        <source>&amp;Kembali ke periksa jawaban</source>
        <translation>Back to the chec&amp;k</translation>
    </message>
    <message>
        <source>&amp;Buang perbaikan</source>
        <translation>&amp;Discard the correction</translation>
    </message>
</context>
<context>
    <name>FoundPerson</name>
    <message>
        <source>Lahir</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>No. KK</source>
        <translation>Family card</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Ya, sesuai</source>
        <translation>Yes, right</translation>
    </message>
    <message>
        <source>Bukan</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Sesuai dengan orangnya?</source>
        <translation>Is this the person?</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Layanan desa dan kecamatan, tersambung atau tidak</source>
        <translation>Village and subdistrict services, connected or not</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>F1 membuka petunjuk singkat di halaman mana pun.</source>
        <translation>F1 opens short help on any page.</translation>
    </message>
    <message>
        <source>Istilah</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Papan ketik</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Cari istilah</source>
        <translation>Find a word</translation>
    </message>
    <message>
        <source>Nama layanan, pertanyaan, jabatan, dan isi surat tetap berbahasa Indonesia: semuanya data paket layanan dan ikut tercetak di surat. Artinya ada di daftar ini.</source>
        <translation>Names of services, questions, posts and the text of letters stay Indonesian: they are data of the service packs and are printed on letters. What they mean is in this list.</translation>
    </message>
    <message>
        <source>Istilah ini belum ada. Coba kata lain.</source>
        <translation>This word is not here yet. Try another.</translation>
    </message>
    <message>
        <source>permohonan baru</source>
        <translation>new request</translation>
    </message>
    <message>
        <source>cari layanan, warga, permohonan, halaman</source>
        <translation>find services, citizens, requests, pages</translation>
    </message>
    <message>
        <source>buka antrean</source>
        <translation>open the queue</translation>
    </message>
    <message>
        <source>sinkronkan sekarang</source>
        <translation>exchange now</translation>
    </message>
    <message>
        <source>petunjuk halaman ini</source>
        <translation>help for this page</translation>
    </message>
    <message>
        <source>kunci layar atau ganti petugas</source>
        <translation>lock the screen or change officers</translation>
    </message>
    <message>
        <source>kembali; draf tetap tersimpan</source>
        <translation>back; the draft is kept</translation>
    </message>
    <message>
        <source>bagian berikutnya, sebelumnya</source>
        <translation>next, previous part</translation>
    </message>
    <message>
        <source>pindah di daftar</source>
        <translation>move in a list</translation>
    </message>
    <message>
        <source>buka; pada isian: lanjut</source>
        <translation>open; in a form: next</translation>
    </message>
    <message>
        <source>saring daftar</source>
        <translation>filter a list</translation>
    </message>
    <message>
        <source>dari satu permohonan ke sebelumnya, berikutnya</source>
        <translation>from one request to the previous, the next</translation>
    </message>
    <message>
        <source>berikutnya, sebelumnya</source>
        <translation>next, previous</translation>
    </message>
    <message>
        <source>setujui, verifikasi, paraf, atau tanda tangani</source>
        <translation>approve, verify, initial or sign</translation>
    </message>
    <message>
        <source>kembalikan, tolak; alasan ditanya</source>
        <translation>return, reject; a reason is asked</translation>
    </message>
    <message>
        <source>urungkan dalam sepuluh detik</source>
        <translation>undo within ten seconds</translation>
    </message>
    <message>
        <source>Di mana pun</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Di daftar</source>
        <translation>In a list</translation>
    </message>
    <message>
        <source>Di antrean</source>
        <translation>In the queue</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Cari warga atau nomor</source>
        <translation>Find citizen or number</translation>
    </message>
    <message>
        <source>Permohonan baru</source>
        <translation>New request</translation>
    </message>
    <message>
        <source>Buka antrean</source>
        <translation>Open queue</translation>
    </message>
    <message>
        <source>Periksa</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Di meja petugas lain</source>
        <translation>On other officers’ desks</translation>
    </message>
    <message>
        <source>Perlu tindakan</source>
        <translation>Needs action</translation>
    </message>
    <message>
        <source>%1 hari ini</source>
        <translation>%1 today</translation>
    </message>
    <message>
        <source>dan %1 mengirim</source>
        <translation>and %1 on the way</translation>
    </message>
    <message>
        <source>%1 siap dicetak</source>
        <translation>%1 to print</translation>
    </message>
    <message>
        <source>di kantor lain</source>
        <translation>at other offices</translation>
    </message>
    <message>
        <source>lihat di atas</source>
        <translation>see above</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu petugas lain.</source>
        <translation>Nothing waits for other officers.</translation>
    </message>
    <message>
        <source>%1 kunci petugas baru menunggu pengesahan Anda</source>
        <translation>%1 new officer keys wait for your word</translation>
    </message>
    <message>
        <source>Sering dipakai di kantor ini</source>
        <translation>Often used in this office</translation>
    </message>
    <message>
        <source>Layanan datang bersama sinkronisasi pertama.</source>
        <translation>Services come with the first exchange.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu diperbaiki.</source>
        <translation>Nothing needs mending.</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Perbaiki</source>
        <translation>Mend</translation>
    </message>
    <message>
        <source>Draf tersimpan %1, belum diajukan.</source>
        <translation>Draft saved %1, not submitted yet.</translation>
    </message>
    <message>
        <source>“%3” — %2, %1</source>
        <translation>“%3” — %2, %1</translation>
    </message>
    <message>
        <source>Tidak diterima hub %1: %3</source>
        <translation>Not accepted by the hub %1: %3</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>Membaca %1…</source>
        <translation>Reading %1…</translation>
    </message>
    <message>
        <source>%1: %2 baris, %3 kesalahan</source>
        <translation>%1: %2 rows, %3 errors</translation>
    </message>
    <message>
        <source>Kolom yang tidak dipakai: %1</source>
        <translation>Columns not used: %1</translation>
    </message>
    <message>
        <source>dan %1 lagi</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>Perbaiki berkasnya, lalu pilih lagi. Belum ada yang disimpan.</source>
        <translation>Mend the file, then choose it again. Nothing was saved.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ambil %1 baris</source>
        <translation>Take %1 rows</translation>
    </message>
    <message>
        <source>Menyimpan %1…</source>
        <translation>Saving %1…</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Berkas ini belum dapat diambil</source>
        <translation>This file cannot be taken yet</translation>
    </message>
</context>
<context>
    <name>IntroducedPage</name>
    <message>
        <source>Ya, daftarkan petugas</source>
        <translation>Yes, enrol me</translation>
    </message>
    <message>
        <source>Ya, daftarkan komputer ini</source>
        <translation>Yes, enrol this computer</translation>
    </message>
    <message>
        <source>Bukan, kembali</source>
        <translation>No, go back</translation>
    </message>
    <message>
        <source>Ini nama Anda?</source>
        <translation>Is this your name?</translation>
    </message>
    <message>
        <source>Ini kantor Anda?</source>
        <translation>Is this your office?</translation>
    </message>
    <message>
        <source>Hub menjawab kode Anda. Belum ada yang disimpan.</source>
        <translation>The hub answered your code. Nothing is stored yet.</translation>
    </message>
    <message>
        <source>Yang akan disimpan di komputer ini</source>
        <translation>What will be stored on this computer</translation>
    </message>
    <message>
        <source>Semuanya terkunci dengan kata sandi Anda.</source>
        <translation>All of it locked with your password.</translation>
    </message>
    <message>
        <source>Kalau bukan, tidak ada yang tertinggal di sini.</source>
        <translation>If it is not, nothing stays behind here.</translation>
    </message>
    <message>
        <source>Kunci %1. Sama dengan kata pengelola hub?</source>
        <translation>Key %1. The same as the hub&apos;s administrator says?</translation>
    </message>
    <message>
        <source>Kantor %1</source>
        <translation>Office %1</translation>
    </message>
    <message>
        <source>Kunci tanda tangan Anda</source>
        <translation>Your signing key</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Permohonan, lampiran, dan surat kantor ini</source>
        <translation>Requests, documents and letters of this office</translation>
    </message>
    <message>
        <source>Data warga yang dilayani kantor ini</source>
        <translation>Data of the citizens whom this office serves</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>ditandatangani, belum diterima pusat</source>
        <translation>signed, not accepted by the hub yet</translation>
    </message>
    <message>
        <source>rancangan</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>menunggu tanda tangan</source>
        <translation>waiting for a signature</translation>
    </message>
    <message>
        <source>untuk ditandatangani di kertas</source>
        <translation>to be signed on paper</translation>
    </message>
    <message>
        <source>ditandatangani</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>hasil pindai, tanda tangan basah</source>
        <translation>scan, signed with a pen</translation>
    </message>
    <message>
        <source>Cetakan di kantor ini bertanda “%1”.</source>
        <translation>Prints at this office bear “%1”.</translation>
    </message>
    <message>
        <source>Belum pernah dicetak.</source>
        <translation>Never printed yet.</translation>
    </message>
    <message>
        <source>Sudah dicetak %1 kali. Cetakan berikutnya bertanda “%2”.</source>
        <translation>Printed %1 times. The next print bears “%2”.</translation>
    </message>
    <message>
        <source>waktu tidak disebut</source>
        <translation>time not told</translation>
    </message>
    <message>
        <source>Ditandatangani %1</source>
        <translation>Signed %1</translation>
    </message>
    <message>
        <source>Sertifikat tidak terdaftar di hub: %1</source>
        <translation>Certificate not registered at the hub: %1</translation>
    </message>
    <message>
        <source>Sertifikat dari %1, berlaku sampai %2, sidik %3</source>
        <translation>Certificate from %1, valid until %2, fingerprint %3</translation>
    </message>
    <message>
        <source>Utuh</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>Penanda tangan</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Rantai kepercayaan</source>
        <translation>Chain of trust</translation>
    </message>
    <message>
        <source>Pencabutan</source>
        <translation>Revocation</translation>
    </message>
    <message>
        <source>tidak dicabut</source>
        <translation>not revoked</translation>
    </message>
    <message>
        <source>dicabut</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>diganti</source>
        <translation>replaced</translation>
    </message>
    <message>
        <source>tidak diketahui</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>ya</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>tidak</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>LetterCard</name>
    <message>
        <source>Surat</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Ambil lagi</source>
        <translation>Fetch again</translation>
    </message>
    <message>
        <source>Buka surat: %1, %2</source>
        <translation>Open the letter: %1, %2</translation>
    </message>
    <message>
        <source>Ditandatangani di kertas. Tidak ada sertifikat yang dapat diperiksa; aslinya berstempel.</source>
        <translation>Signed on paper. There is no certificate to check; the original bears the stamp.</translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>Permohonan</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Cetak surat</source>
        <translation>Print the letter</translation>
    </message>
    <message>
        <source>Printer dan kertas…</source>
        <translation>Printer and paper…</translation>
    </message>
    <message>
        <source>Simpan PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Nomor %1</source>
        <translation>Number %1</translation>
    </message>
    <message>
        <source>Tidak ada surat</source>
        <translation>No letter</translation>
    </message>
    <message>
        <source>Cetak rancangan</source>
        <translation>Print the draft</translation>
    </message>
    <message>
        <source>Tidak dicetak lagi.</source>
        <translation>It is not printed any more.</translation>
    </message>
    <message>
        <source>Dapat dicetak setelah ditandatangani.</source>
        <translation>Can be printed once it is signed.</translation>
    </message>
    <message>
        <source>Kertas %1. Printer dipilih sekali, lalu diingat.</source>
        <translation>Paper %1. The printer is chosen once and remembered.</translation>
    </message>
    <message>
        <source>Ke %1, kertas %2.</source>
        <translation>To %1, paper %2.</translation>
    </message>
</context>
<context>
    <name>LettersCard</name>
    <message>
        <source>Surat selesai, siap dicetak</source>
        <translation>Letter finished, ready to print</translation>
    </message>
    <message>
        <source>Cetak semua</source>
        <translation>Print all</translation>
    </message>
    <message>
        <source>Belum ada surat yang selesai.</source>
        <translation>No letter is ready yet.</translation>
    </message>
    <message>
        <source>Cetak lagi</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Berkasnya belum tiba. Sinkronkan dahulu.</source>
        <translation>Its file has not come yet. Exchange first.</translation>
    </message>
    <message>
        <source>Sudah dicetak %1 kali</source>
        <translation>Printed %1 times</translation>
    </message>
    <message>
        <source>Ditandatangani %1</source>
        <translation>Signed %1</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Tampilan</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Ikut sistem</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Warna</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Pilihan langsung dipakai dan hanya berlaku di komputer ini.</source>
        <translation>Choices are used at once and for this computer only.</translation>
    </message>
</context>
<context>
    <name>NewRequestPage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lampiran</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Periksa jawaban</source>
        <translation>Check answers</translation>
    </message>
    <message>
        <source>Draf dipulihkan. Semua yang sudah diketik masih ada.</source>
        <translation>Draft restored. Everything that was typed is here.</translation>
    </message>
    <message>
        <source>%1 pertanyaan</source>
        <translation>%1 questions</translation>
    </message>
    <message>
        <source>Langkah %1 dari %2</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>Simpan dan kirim &amp;perbaikan</source>
        <translation>Save and send the co&amp;rrection</translation>
    </message>
    <message>
        <source>Simpan dan &amp;kirim ke kecamatan</source>
        <translation>Save and &amp;send to the subdistrict</translation>
    </message>
    <message>
        <source>Simpan dan &amp;ajukan</source>
        <translation>Save and &amp;file</translation>
    </message>
    <message>
        <source>Draf tersimpan %1</source>
        <translation>Draft saved %1</translation>
    </message>
    <message>
        <source>Aman di komputer ini. Boleh ditutup dan dilanjutkan kapan saja.</source>
        <translation>Safe on this computer. Close and continue at any time.</translation>
    </message>
    <message>
        <source>Batalkan permohonan ini?</source>
        <translation>Discard this request?</translation>
    </message>
    <message>
        <source>Buang perbaikan ini?</source>
        <translation>Discard this correction?</translation>
    </message>
    <message>
        <source>Draf dan isian yang sudah diketik dibuang. Tidak ada yang dikirim.</source>
        <translation>The draft and everything typed is thrown away. Nothing is sent.</translation>
    </message>
    <message>
        <source>Ya, buang draf</source>
        <translation>Yes, discard draft</translation>
    </message>
</context>
<context>
    <name>OfficeSection</name>
    <message>
        <source>Kepala surat (kop)</source>
        <translation>Letterhead (kop)</translation>
    </message>
    <message>
        <source>Kepala surat</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>Kantor</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Di bawah</source>
        <translation>Under</translation>
    </message>
    <message>
        <source>Kertas surat</source>
        <translation>Paper of letters</translation>
    </message>
    <message>
        <source>Lambang</source>
        <translation>Emblem</translation>
    </message>
    <message>
        <source>Kode nomor surat</source>
        <translation>Word in letter numbers</translation>
    </message>
    <message>
        <source>Pimpinan</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Alamat pemeriksaan surat</source>
        <translation>Address for checking letters</translation>
    </message>
    <message>
        <source>Diatur oleh</source>
        <translation>Set by</translation>
    </message>
    <message>
        <source>F4 (215 × 330 mm)</source>
        <translation>F4 (215 × 330 mm)</translation>
    </message>
    <message>
        <source>A4 (210 × 297 mm)</source>
        <translation>A4 (210 × 297 mm)</translation>
    </message>
    <message>
        <source>Siapa mengubah apa</source>
        <translation>Who changes what</translation>
    </message>
    <message>
        <source>Kop, lambang, kertas, dan kode nomor diatur pengelola hub kabupaten atau kota, supaya semua surat kantor ini sama di setiap komputer. Ada yang salah? Beri tahu pengelola hub; perubahan datang sendiri dengan sinkronisasi berikutnya.</source>
        <translation>Letterhead, emblem, paper and the word in numbers are set by the hub’s administrator of the regency or city, so that this office’s letters are the same on every computer. Something wrong? Tell the administrator; the change comes by itself with the next exchange.</translation>
    </message>
    <message>
        <source>Petugas dan jabatan juga diatur pengelola hub. Pimpinan kantor mengesahkan dan mencabut kunci.</source>
        <translation>Officers and posts are set by the hub’s administrator too. The head of the office confirms and revokes keys.</translation>
    </message>
    <message>
        <source>Printer, ukuran huruf, dan bahasa diatur sendiri di komputer ini.</source>
        <translation>Printer, text size and language are set on this computer.</translation>
    </message>
    <message>
        <source>Kepala surat tidak dapat ditampilkan.</source>
        <translation>The letterhead cannot be shown.</translation>
    </message>
</context>
<context>
    <name>OfficersSection</name>
    <message>
        <source>Petugas kantor ini</source>
        <translation>Officers of this office</translation>
    </message>
    <message>
        <source>Tambah petugas dengan kode</source>
        <translation>Add an officer by code</translation>
    </message>
    <message>
        <source>%1 kunci baru belum disahkan</source>
        <translation>%1 new keys not confirmed yet</translation>
    </message>
    <message>
        <source>Cocokkan dengan orangnya: benar ia petugas kantor ini dan benar ia mendaftar di komputer itu?</source>
        <translation>Ask the person: are they an officer of this office, and did they enrol on that computer?</translation>
    </message>
    <message>
        <source>%1 yang mengesahkannya. Sementara itu petugas boleh bekerja dan kuncinya ditandai.</source>
        <translation>%1 confirms them. Until then the officer may work and the key is marked.</translation>
    </message>
    <message>
        <source>Pimpinan kantor</source>
        <translation>The head of the office</translation>
    </message>
    <message>
        <source>Mencabut kunci tidak menghapus apa pun: yang sudah ditandatangani tetap sah, yang baru tidak diterima.</source>
        <translation>Revoking a key deletes nothing: what was signed stays valid, what is new is not accepted.</translation>
    </message>
    <message>
        <source>Hanya pimpinan kantor yang mengesahkan dan mencabut kunci, dengan kuncinya sendiri.</source>
        <translation>Only the head of the office confirms and revokes keys, with a key of their own.</translation>
    </message>
    <message>
        <source>tidak lagi bertugas di sini</source>
        <translation>no longer posted here</translation>
    </message>
    <message>
        <source>terakhir bekerja %1</source>
        <translation>last at work %1</translation>
    </message>
    <message>
        <source>belum ada pekerjaan tercatat</source>
        <translation>no work on record</translation>
    </message>
    <message>
        <source>masuk di komputer ini</source>
        <translation>signs in on this computer</translation>
    </message>
    <message>
        <source>Belum punya kunci</source>
        <translation>No key yet</translation>
    </message>
    <message>
        <source>komputer ini</source>
        <translation>this computer</translation>
    </message>
    <message>
        <source>komputer lain</source>
        <translation>another computer</translation>
    </message>
    <message>
        <source>sejak %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>Sahkan</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Cabut</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>Belum disahkan</source>
        <translation>Not confirmed</translation>
    </message>
    <message>
        <source>Dicabut</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Disahkan</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Cabut kunci %1?</source>
        <translation>Revoke the key %1?</translation>
    </message>
    <message>
        <source>Petugas tidak dapat lagi memutuskan dari komputer itu. Yang sudah ditandatangani tetap sah.</source>
        <translation>The officer can no longer decide from that computer. What was signed stays valid.</translation>
    </message>
    <message>
        <source>Cabut kunci</source>
        <translation>Revoke the key</translation>
    </message>
    <message>
        <source>Belum tercatat di hub.</source>
        <translation>Not recorded at the hub yet.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Halaman sebelumnya</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Halaman berikutnya</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Seluruh halaman</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>Perbesar</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Perkecil</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Halaman surat</source>
        <translation>Page of the letter</translation>
    </message>
    <message>
        <source>Halaman %1 dari %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>Selebar ruang</source>
        <translation>Fit the width</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>Berkas</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Tidak ada lampiran.</source>
        <translation>No documents.</translation>
    </message>
    <message>
        <source>belum tiba</source>
        <translation>not here yet</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Ambil lagi</source>
        <translation>Fetch again</translation>
    </message>
    <message>
        <source>hanya di hub</source>
        <translation>only at the hub</translation>
    </message>
</context>
<context>
    <name>PersonFinder</name>
    <message>
        <source>NIK atau nama, dua huruf atau lebih. Tidak ada? Ketik saja datanya di bawah.</source>
        <translation>NIK or name, two letters or more. Not there? Type the answers below.</translation>
    </message>
    <message>
        <source>Cari di daftar penduduk</source>
        <translation>Search the register</translation>
    </message>
    <message>
        <source>Penduduk yang cocok</source>
        <translation>Residents that fit</translation>
    </message>
    <message>
        <source>Lebih banyak…</source>
        <translation>More…</translation>
    </message>
    <message>
        <source>Tulis juga desa atau alamatnya supaya lebih tepat.</source>
        <translation>Add the village or the address to narrow it down.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok. Ketik datanya di bawah, seperti KTP-el.</source>
        <translation>Nobody fits. Type the answers below, as on the identity card.</translation>
    </message>
    <message>
        <source>NIK ini belum ada di daftar penduduk. Ketik datanya di bawah, seperti KTP-el.</source>
        <translation>This NIK is not in the register yet. Type the answers below, as on the identity card.</translation>
    </message>
</context>
<context>
    <name>Persons</name>
    <message>
        <source>permohonan sebelumnya</source>
        <translation>an earlier request</translation>
    </message>
    <message>
        <source>Data per %1, dari %2</source>
        <translation>As of %1, from %2</translation>
    </message>
    <message>
        <source>lahir %1</source>
        <translation>born %1</translation>
    </message>
</context>
<context>
    <name>PrepareCard</name>
    <message>
        <source>Siapkan lebih dulu</source>
        <translation>Have ready first</translation>
    </message>
    <message>
        <source>Dokumen diambil di langkah %1 dan boleh menyusul. Isian tersimpan sendiri.</source>
        <translation>Documents are taken in step %1 and may follow later. Answers are saved by themselves.</translation>
    </message>
    <message>
        <source>Mungkin diminta</source>
        <translation>May be asked for</translation>
    </message>
    <message>
        <source>NIK dan nomor kartu keluarga</source>
        <translation>NIK and family card number</translation>
    </message>
    <message>
        <source>NIK, atau nama di daftar penduduk</source>
        <translation>NIK, or the name in the register</translation>
    </message>
    <message>
        <source>Bila ada.</source>
        <translation>If there is one.</translation>
    </message>
    <message>
        <source>janji layanan %1 menit kerja</source>
        <translation>promised within %1 office minutes</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Diingat untuk jenis surat ini di komputer ini. Ukuran surat tidak pernah diubah.</source>
        <translation>Remembered for this type of letter on this computer. The letter is never scaled.</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Kertas di printer</source>
        <translation>Paper in the printer</translation>
    </message>
    <message>
        <source>Periksa sebelum mencetak</source>
        <translation>Check before printing</translation>
    </message>
</context>
<context>
    <name>PrintablePage</name>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Cetak surat yang sudah selesai</source>
        <translation>Print finished letters</translation>
    </message>
    <message>
        <source>Kemajuan pencetakan</source>
        <translation>Progress of printing</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Berhenti setelah surat ini</source>
        <translation>Stop after this letter</translation>
    </message>
    <message>
        <source>Belum ada surat yang siap dicetak.</source>
        <translation>No letter is ready to print yet.</translation>
    </message>
    <message>
        <source>%1 surat. Yang sudah pernah dicetak tidak dicentang; cetakan berikutnya bertanda SALINAN.</source>
        <translation>%1 letters. What was printed before is not ticked; its next print bears SALINAN (copy).</translation>
    </message>
    <message>
        <source>Berkasnya belum tiba. Sinkronkan dahulu.</source>
        <translation>Its file has not come yet. Exchange first.</translation>
    </message>
    <message>
        <source>%1 · sudah dicetak %2 kali</source>
        <translation>%1 · printed %2 times</translation>
    </message>
    <message>
        <source>%1 · kertas %2</source>
        <translation>%1 · paper %2</translation>
    </message>
    <message>
        <source>Cetak %1 surat</source>
        <translation>Print %1 letters</translation>
    </message>
    <message>
        <source>Tidak ada printer di komputer ini</source>
        <translation>This computer has no printer</translation>
    </message>
    <message>
        <source>Pasang printer, lalu cetak lagi. Surat dapat disimpan sebagai PDF dari permohonannya.</source>
        <translation>Install a printer, then print again. A letter can be saved as PDF from its request.</translation>
    </message>
    <message>
        <source>Ada bagian surat yang akan terpotong</source>
        <translation>A part of a letter would be cut off</translation>
    </message>
    <message>
        <source>Tetap cetak</source>
        <translation>Print anyway</translation>
    </message>
    <message>
        <source>Mencetak %1 dari %2…</source>
        <translation>Printing %1 of %2…</translation>
    </message>
    <message>
        <source>Sedang dicetak</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Dihentikan, belum dicetak</source>
        <translation>Stopped, not printed</translation>
    </message>
    <message>
        <source>%1 surat dicetak dan dicatat</source>
        <translation>%1 letters printed and recorded</translation>
    </message>
    <message>
        <source>%1 belum tercetak; lihat keterangannya di daftar.</source>
        <translation>%1 not printed; the list says why.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Simpan PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Tidak ada printer di komputer ini</source>
        <translation>This computer has no printer</translation>
    </message>
    <message>
        <source>Pasang printer, lalu cetak lagi, atau simpan sebagai PDF. Tidak ada yang hilang.</source>
        <translation>Install a printer and print again, or save as PDF. Nothing is lost.</translation>
    </message>
    <message>
        <source>Printer “%1” yang biasa dipakai tidak ada sekarang.</source>
        <translation>The usual printer “%1” is not there now.</translation>
    </message>
    <message>
        <source>Mencetak ke %1, kertas %2…</source>
        <translation>Printing to %1, paper %2…</translation>
    </message>
    <message>
        <source>Simpan sebagai PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Surat ini untuk kertas %1; ukurannya tidak diubah.</source>
        <translation>This letter is for paper %1; it is not scaled.</translation>
    </message>
    <message>
        <source>Tepi kiri</source>
        <translation>Left edge</translation>
    </message>
    <message>
        <source>Tepi atas</source>
        <translation>Top edge</translation>
    </message>
    <message>
        <source>Tepi kanan</source>
        <translation>Right edge</translation>
    </message>
    <message>
        <source>Tepi bawah</source>
        <translation>Bottom edge</translation>
    </message>
    <message>
        <source>%1 surat akan terpotong %2 mm pada printer dan kertas ini.</source>
        <translation>%1 of the letter would be cut by %2 mm on this printer and paper.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Ada kesalahan program (%1). Yang sudah disimpan tetap aman.</source>
        <translation>A program error (%1). What was saved is safe.</translation>
    </message>
    <message>
        <source>%1 permohonan belum terkirim. Aman di komputer ini, dikirim sendiri saat program dibuka lagi.</source>
        <translation>%1 requests are not sent yet. Safe on this computer; sent by themselves when the program is opened again.</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>Menunggu tanda tangan Anda</source>
        <translation>Waiting for your signature</translation>
    </message>
    <message>
        <source>Menunggu keputusan Anda</source>
        <translation>Waiting for your decision</translation>
    </message>
    <message>
        <source>%1 lewat waktu</source>
        <translation>%1 overdue</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu Anda.</source>
        <translation>Nothing waits for you.</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>%1 lagi di antrean</source>
        <translation>%1 more in the queue</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Menunggu tanda tangan</source>
        <translation>Waiting to be signed</translation>
    </message>
    <message>
        <source>Menunggu keputusan</source>
        <translation>Waiting for a decision</translation>
    </message>
    <message>
        <source>Antrean keputusan</source>
        <translation>Queue of decisions</translation>
    </message>
    <message>
        <source>pindah</source>
        <translation>move</translation>
    </message>
    <message>
        <source>Spasi</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>pilih</source>
        <translation>select</translation>
    </message>
    <message>
        <source>lampiran</source>
        <translation>attachments</translation>
    </message>
    <message>
        <source>Paling mendesak di atas</source>
        <translation>Most urgent first</translation>
    </message>
    <message>
        <source>Pilih semua</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Kirim sekarang</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>belum pernah</source>
        <translation>never yet</translation>
    </message>
    <message>
        <source>Terakhir tersambung: %1.</source>
        <translation>Last connected: %1.</translation>
    </message>
    <message>
        <source>Yang datang sesudahnya belum diketahui.</source>
        <translation>What came after that is not known yet.</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu Anda</source>
        <translation>Nothing waits for you</translation>
    </message>
    <message>
        <source>Permohonan ini masih dibuka. Tekan lagi setelah isinya tampil.</source>
        <translation>This request is still opening. Press again when it is shown.</translation>
    </message>
    <message>
        <source>Tersimpan. Dikirim setelah 10 detik, masih bisa diurungkan.</source>
        <translation>Saved. Sent after 10 seconds, can still be undone.</translation>
    </message>
    <message>
        <source>Program ditutup sebelum keputusan ini dikirim. Kirim sekarang, atau urungkan.</source>
        <translation>The program was closed before this decision was sent. Send it now, or undo it.</translation>
    </message>
    <message>
        <source>Ada keputusan yang belum dikirim</source>
        <translation>A decision was not sent</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Tulis alasan sendiri</source>
        <translation>Write your own reason</translation>
    </message>
    <message>
        <source>Lampiran tidak terbaca</source>
        <translation>A document is not legible</translation>
    </message>
    <message>
        <source>Lampiran kurang</source>
        <translation>A document is missing</translation>
    </message>
    <message>
        <source>Isian tidak sesuai dokumen</source>
        <translation>Answers differ from the documents</translation>
    </message>
    <message>
        <source>Bukan kewenangan kantor ini</source>
        <translation>Not this office&apos;s authority</translation>
    </message>
    <message>
        <source>Surat tidak berlaku lagi dan tidak dapat dicetak lagi. Nomornya tetap terpakai. Kantor yang mengajukan melihatnya sesudah sinkronisasi. Ini tidak dapat dibatalkan.</source>
        <translation>The letter is no longer valid and cannot be printed again. Its number stays used. The office that filed it sees this after the next exchange. This cannot be undone.</translation>
    </message>
    <message>
        <source>Cabut surat</source>
        <translation>Revoke letter</translation>
    </message>
    <message>
        <source>Ganti surat</source>
        <translation>Replace letter</translation>
    </message>
    <message>
        <source>Isi surat keliru</source>
        <translation>The letter&apos;s content is wrong</translation>
    </message>
    <message>
        <source>Data pemohon tidak benar</source>
        <translation>The applicant&apos;s data are not true</translation>
    </message>
    <message>
        <source>Surat terbit dua kali</source>
        <translation>The letter was issued twice</translation>
    </message>
    <message>
        <source>Atas permintaan pemohon</source>
        <translation>At the applicant&apos;s request</translation>
    </message>
    <message>
        <source>Tetap tercatat bersama nomor surat.</source>
        <translation>Stays on record with the letter&apos;s number.</translation>
    </message>
    <message>
        <source>Tulis mengapa surat ini tidak berlaku lagi.</source>
        <translation>Write why this letter is no longer valid.</translation>
    </message>
    <message>
        <source>Surat penggantinya</source>
        <translation>The new letter</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Dibaca pemohon dan kantor yang mengajukan.</source>
        <translation>Read by the applicant and the filing office.</translation>
    </message>
    <message>
        <source>Kembalikan ke</source>
        <translation>Return to</translation>
    </message>
    <message>
        <source>Alasan yang sering</source>
        <translation>Frequent reasons</translation>
    </message>
    <message>
        <source>Tulis alasannya supaya pemohon tahu apa yang diperbaiki.</source>
        <translation>Write the reason, so that the applicant knows what to mend.</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Tanda terima</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Cetak tanda terima</source>
        <translation>Print the receipt</translation>
    </message>
    <message>
        <source>Printer dan kertas…</source>
        <translation>Printer and paper…</translation>
    </message>
    <message>
        <source>Simpan PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Cetak tanda terima: %1</source>
        <translation>Print the receipt: %1</translation>
    </message>
    <message>
        <source>Diterima hub dengan nomor %1.</source>
        <translation>Accepted by the hub under number %1.</translation>
    </message>
    <message>
        <source>Nomor terima hub menyusul setelah terkirim, dan dapat dicetak lagi dari permohonannya.</source>
        <translation>The hub&apos;s number follows once it is sent; the receipt can be printed again from the request.</translation>
    </message>
</context>
<context>
    <name>ReportSection</name>
    <message>
        <source>Simpan laporan…</source>
        <translation>Save the report…</translation>
    </message>
    <message>
        <source>Laporan masalah</source>
        <translation>Problem report</translation>
    </message>
    <message>
        <source>Untuk Diskominfo atau pengelola hub. Tanpa nama, NIK, alamat, isian, lampiran, dan surat. Inilah seluruh isinya; periksa dulu, baru simpan.</source>
        <translation>For Diskominfo or the hub’s administrator. No names, NIKs, addresses, answers, documents or letters. This is all of it; look first, then save.</translation>
    </message>
    <message>
        <source>Berkas dalam laporan</source>
        <translation>Files in the report</translation>
    </message>
    <message>
        <source>Isi berkas</source>
        <translation>What is in the file</translation>
    </message>
    <message>
        <source>Simpan laporan</source>
        <translation>Save the report</translation>
    </message>
</context>
<context>
    <name>RequestFilters</name>
    <message>
        <source>Saringan</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>Hapus saringan</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Semua layanan</source>
        <translation>All services</translation>
    </message>
    <message>
        <source>Semua petugas</source>
        <translation>All officers</translation>
    </message>
    <message>
        <source>Kapan saja</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>7 hari terakhir</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>Sebulan terakhir</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>Setahun terakhir</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>Saring menurut layanan</source>
        <translation>Filter by service</translation>
    </message>
    <message>
        <source>Saring menurut waktu</source>
        <translation>Filter by time</translation>
    </message>
    <message>
        <source>Saring menurut petugas</source>
        <translation>Filter by officer</translation>
    </message>
</context>
<context>
    <name>RequestPage</name>
    <message>
        <source>Permohonan</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Sebelumnya</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Berikutnya</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Tombol papan ketik: %1</source>
        <translation>Key: %1</translation>
    </message>
    <message>
        <source>Buka penggantinya</source>
        <translation>Open the new one</translation>
    </message>
    <message>
        <source>Jejak</source>
        <translation>Trail</translation>
    </message>
    <message>
        <source>Isian</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>%1 dari %2 lebih</source>
        <translation>%1 of more than %2</translation>
    </message>
    <message>
        <source>%1 dari %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>NIK %1 · diajukan %2</source>
        <translation>NIK %1 · submitted %2</translation>
    </message>
    <message>
        <source>Nomor %1</source>
        <translation>Number %1</translation>
    </message>
    <message>
        <source>Belum pernah tersambung. Yang terjadi di hub belum diketahui.</source>
        <translation>Never connected yet. What happened at the hub is not known.</translation>
    </message>
    <message>
        <source>Kabar hub sampai %1. Sesudah itu belum diketahui.</source>
        <translation>News from the hub until %1. What came after is not known.</translation>
    </message>
    <message>
        <source>Bandingkan yang ditolak</source>
        <translation>Compare what was refused</translation>
    </message>
    <message>
        <source>Simpan PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Cetak tanda terima</source>
        <translation>Print the receipt</translation>
    </message>
    <message>
        <source>Cetak untuk ditandatangani</source>
        <translation>Print to be signed</translation>
    </message>
    <message>
        <source>Cetak salinan</source>
        <translation>Print a copy</translation>
    </message>
    <message>
        <source>Cetak surat</source>
        <translation>Print the letter</translation>
    </message>
    <message>
        <source>Sekarang di sini</source>
        <translation>Now here</translation>
    </message>
    <message>
        <source>Isian sudah dimusnahkan.</source>
        <translation>The answers were erased.</translation>
    </message>
</context>
<context>
    <name>RequestsModel</name>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Layanan</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Pemohon</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Diubah</source>
        <translation>Changed</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Permohonan</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Saring menurut nama pemohon</source>
        <translation>Filter by applicant&apos;s name</translation>
    </message>
    <message>
        <source>Permohonan baru</source>
        <translation>New request</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Di sini</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Daftar permohonan</source>
        <translation>List of requests</translation>
    </message>
    <message>
        <source>pindah</source>
        <translation>move</translation>
    </message>
    <message>
        <source>buka</source>
        <translation>open</translation>
    </message>
    <message>
        <source>saring</source>
        <translation>filter</translation>
    </message>
    <message>
        <source>sinkronkan</source>
        <translation>exchange</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation>Nothing fits</translation>
    </message>
    <message>
        <source>Belum ada permohonan</source>
        <translation>No requests yet</translation>
    </message>
    <message>
        <source>Ubah saringan di atas.</source>
        <translation>Change the filter above.</translation>
    </message>
    <message>
        <source>Permohonan yang dicatat tampil di sini.</source>
        <translation>Recorded requests appear here.</translation>
    </message>
    <message>
        <source>Menampilkan %1, gulir untuk lebih banyak</source>
        <translation>Showing %1, scroll for more</translation>
    </message>
    <message>
        <source>Menampilkan %1</source>
        <translation>Showing %1</translation>
    </message>
</context>
<context>
    <name>ResidentsPage</name>
    <message>
        <source>Warga</source>
        <translation>Citizens</translation>
    </message>
    <message>
        <source>Ambil dari berkas…</source>
        <translation>Take from a file…</translation>
    </message>
    <message>
        <source>Cari nama, alamat, atau angka awal NIK</source>
        <translation>Find a name, an address or the first digits of a NIK</translation>
    </message>
    <message>
        <source>Lebih banyak…</source>
        <translation>More…</translation>
    </message>
    <message>
        <source>Tidak ditemukan</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Periksa ejaan, atau coba NIK.</source>
        <translation>Check the spelling, or try the NIK.</translation>
    </message>
    <message>
        <source>Ambil dari berkas CSV atau Excel. Permohonan juga bisa dicatat tanpa daftar warga.</source>
        <translation>Take them from a CSV or Excel file. Requests can be filed without a register too.</translation>
    </message>
    <message>
        <source>Belum ada warga di komputer ini</source>
        <translation>No citizens on this computer yet</translation>
    </message>
    <message>
        <source>%1 warga di komputer ini</source>
        <translation>%1 citizens on this computer</translation>
    </message>
    <message>
        <source>diperbarui dari berkas %1</source>
        <translation>brought up to date from a file %1</translation>
    </message>
    <message>
        <source>belum pernah dari berkas</source>
        <translation>never from a file</translation>
    </message>
    <message>
        <source>Permohonan baru untuk warga ini</source>
        <translation>New request for this citizen</translation>
    </message>
    <message>
        <source>Dari %1, %2</source>
        <translation>From %1, %2</translation>
    </message>
    <message>
        <source>Anda membuka data lengkap; ini dicatat.</source>
        <translation>You opened the full data; this is written down.</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Data warga</source>
        <translation>A citizen</translation>
    </message>
    <message>
        <source>Pilih seorang warga. Data lengkapnya tampil di sini, dan siapa yang membuka dicatat.</source>
        <translation>Choose a citizen. The full data is shown here, and who opened it is written down.</translation>
    </message>
    <message>
        <source>Daftar warga</source>
        <translation>Register of citizens</translation>
    </message>
    <message>
        <source>CSV atau Excel (*.csv *.xlsx);;Semua berkas (*)</source>
        <translation>CSV or Excel (*.csv *.xlsx);;All files (*)</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Pilih berkas cadangan lain…</source>
        <translation>Choose another backup file…</translation>
    </message>
    <message>
        <source>Periksa isi cadangan</source>
        <translation>Look inside</translation>
    </message>
    <message>
        <source>Pulihkan cadangan ini</source>
        <translation>Restore this backup</translation>
    </message>
    <message>
        <source>Batal, kembali</source>
        <translation>Cancel, go back</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Kata sandi pada saat cadangan dibuat.</source>
        <translation>The password at the time of the backup.</translation>
    </message>
    <message>
        <source>Pulihkan dari cadangan</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>Isinya diperiksa dulu. Data yang sekarang disisihkan di komputer ini, tidak dihapus.</source>
        <translation>It is looked into first. The present data is set aside on this computer, not deleted.</translation>
    </message>
    <message>
        <source>Cadangan</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Yang sudah terkirim aman di hub dan datang lagi dengan sinkronisasi.</source>
        <translation>What was sent is safe at the hub and comes back with the exchange.</translation>
    </message>
    <message>
        <source>Tidak ada cadangan malam di komputer ini</source>
        <translation>No nightly backup on this computer</translation>
    </message>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>%1 permohonan, %2 draf, %3 warga</source>
        <translation>%1 requests, %2 drafts, %3 citizens</translation>
    </message>
    <message>
        <source>Kantor</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Catatan terakhir</source>
        <translation>Newest record</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>Data yang sekarang tidak dapat dibaca, jadi tidak diketahui apa yang dicatat sesudah cadangan. Yang belum terkirim ke hub mungkin harus dicatat ulang.</source>
        <translation>The present data cannot be read, so nobody knows what was recorded after the backup. What was not sent to the hub may have to be recorded again.</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang: semua yang dicatat sesudahnya sudah ada di hub.</source>
        <translation>Nothing is lost: all that was recorded since is at the hub.</translation>
    </message>
    <message>
        <source>Akan hilang: %1 langkah pada %2 permohonan dan %3 draf yang hanya ada di komputer ini.</source>
        <translation>Would be lost: %1 steps on %2 requests and %3 drafts that only this computer has.</translation>
    </message>
    <message>
        <source>dan %1 lagi</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>Berkas cadangan</source>
        <translation>Backup file</translation>
    </message>
    <message>
        <source>Cadangan Ketinting (*.ktg);;Semua berkas (*)</source>
        <translation>Ketinting backup (*.ktg);;All files (*)</translation>
    </message>
    <message>
        <source>Tulis kata sandi petugas itu.</source>
        <translation>Type that officer’s password.</translation>
    </message>
    <message>
        <source>Sedang memulihkan. Jangan matikan komputer.</source>
        <translation>Restoring. Do not switch off the computer.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Antrean</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Dikecualikan</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>Memeriksa %1 permohonan…</source>
        <translation>Checking %1 request(s)…</translation>
    </message>
    <message>
        <source>Akan ditandatangani</source>
        <translation>To be signed</translation>
    </message>
    <message>
        <source>Akan diputuskan</source>
        <translation>To be decided</translation>
    </message>
    <message>
        <source>Dibuka %1</source>
        <translation>Opened %1</translation>
    </message>
    <message>
        <source>Tinjau %1 permohonan</source>
        <translation>Review %1 request(s)</translation>
    </message>
    <message>
        <source>Belum ada yang dicentang</source>
        <translation>Nothing is ticked yet</translation>
    </message>
    <message>
        <source>Tanda tangani %1 surat</source>
        <translation>Sign %1 letter(s)</translation>
    </message>
    <message>
        <source>Verifikasi %1 permohonan</source>
        <translation>Verify %1 request(s)</translation>
    </message>
    <message>
        <source>Paraf %1 permohonan</source>
        <translation>Initial %1 request(s)</translation>
    </message>
    <message>
        <source>Setujui %1 permohonan</source>
        <translation>Approve %1 request(s)</translation>
    </message>
    <message>
        <source>Putuskan %1 permohonan</source>
        <translation>Decide on %1 request(s)</translation>
    </message>
    <message>
        <source>%1 dari %2 selesai</source>
        <translation>%1 of %2 done</translation>
    </message>
    <message>
        <source>Yang selesai tersimpan dan menunggu dikirim ke pusat.</source>
        <translation>What is done is saved and waits to be sent to the hub.</translation>
    </message>
    <message>
        <source>%1 dipilih</source>
        <translation>%1 selected</translation>
    </message>
    <message>
        <source>baca alasannya; centang bila tetap diikutkan</source>
        <translation>read why; tick to include all the same</translation>
    </message>
    <message>
        <source>Ditandatangani, belum diterima pusat</source>
        <translation>Signed, not yet received by the hub</translation>
    </message>
    <message>
        <source>Tersimpan, menunggu dikirim</source>
        <translation>Saved, waiting to be sent</translation>
    </message>
    <message>
        <source>Belum. Dihentikan sebelum giliran ini.</source>
        <translation>Not yet. Stopped before its turn.</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Satu kali untuk semua surat ini. Tidak pernah disimpan.</source>
        <translation>Once for all these letters. Never stored.</translation>
    </message>
    <message>
        <source>Hentikan sesudah ini</source>
        <translation>Stop after this one</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Penanda tangan</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Sertifikat</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>berlaku s.d. %1</source>
        <translation>valid until %1</translation>
    </message>
    <message>
        <source>belum terdaftar</source>
        <translation>not registered yet</translation>
    </message>
    <message>
        <source>Membuka sertifikat…</source>
        <translation>Opening the certificate…</translation>
    </message>
    <message>
        <source>%1 dari %2 selesai</source>
        <translation>%1 of %2 done</translation>
    </message>
    <message>
        <source>Berhenti sesudah yang sedang dikerjakan. Yang sudah selesai tetap tersimpan.</source>
        <translation>Stops after the present one. What is done stays saved.</translation>
    </message>
    <message>
        <source>%1 ditandatangani</source>
        <translation>%1 signed</translation>
    </message>
    <message>
        <source>%1 tersimpan</source>
        <translation>%1 saved</translation>
    </message>
    <message>
        <source>%1 gagal</source>
        <translation>%1 failed</translation>
    </message>
    <message>
        <source>%1 belum</source>
        <translation>%1 not yet</translation>
    </message>
    <message>
        <source>Coba lagi yang %1</source>
        <translation>Try the other %1 again</translation>
    </message>
    <message>
        <source>Surat sah sesudah diterima pusat; dikirim sendiri saat tersambung.</source>
        <translation>Letters are valid once the hub has received them; they are sent by themselves when connected.</translation>
    </message>
    <message>
        <source>Tanda tangan elektronik</source>
        <translation>Electronic signature</translation>
    </message>
    <message>
        <source>Keputusan</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Surat sah hanya bila tertulis “Ditandatangani”.</source>
        <translation>A letter is valid only when it says “Signed”.</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>Menunggu giliran</source>
        <translation>Waiting for its turn</translation>
    </message>
    <message>
        <source>Sedang dikerjakan…</source>
        <translation>In progress…</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Ambil dari daftar penduduk</source>
        <translation>Take from the register</translation>
    </message>
    <message>
        <source>Hapus baris</source>
        <translation>Remove row</translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>Tambah baris</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>Kembalikan baris</source>
        <translation>Bring the row back</translation>
    </message>
    <message>
        <source>%1 dihapus.</source>
        <translation>%1 removed.</translation>
    </message>
    <message>
        <source>Isinya masih dapat dikembalikan.</source>
        <translation>What was in it can still be brought back.</translation>
    </message>
    <message>
        <source>Paling banyak %1 baris.</source>
        <translation>At most %1 rows.</translation>
    </message>
</context>
<context>
    <name>SameCard</name>
    <message>
        <source>Sudah ada permohonan yang sama dan belum selesai</source>
        <translation>The same request is already open</translation>
    </message>
    <message>
        <source>Tetap buat baru</source>
        <translation>Make a new one all the same</translation>
    </message>
    <message>
        <source>Alasan tetap membuat baru</source>
        <translation>Why a new one is right</translation>
    </message>
    <message>
        <source>Dibaca pemeriksa dan ikut dikirim.</source>
        <translation>Read by those who verify; sent with the request.</translation>
    </message>
    <message>
        <source>Yang lama</source>
        <translation>The old one</translation>
    </message>
    <message>
        <source>Yang sedang dibuat</source>
        <translation>The one being made</translation>
    </message>
    <message>
        <source>Diajukan</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>belum diajukan</source>
        <translation>not filed yet</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>draf</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>Tidak diisi</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>dan %1 perbedaan lain</source>
        <translation>and %1 more differences</translation>
    </message>
    <message>
        <source>Isinya sama.</source>
        <translation>The answers are the same.</translation>
    </message>
    <message>
        <source>Buka yang lama</source>
        <translation>Open the old one</translation>
    </message>
    <message>
        <source>Tulis alasannya, atau buka permohonan yang lama.</source>
        <translation>Write the reason, or open the old request.</translation>
    </message>
</context>
<context>
    <name>Saying</name>
    <message>
        <source>Terakhir sinkron %1</source>
        <translation>Last exchange %1</translation>
    </message>
    <message>
        <source>Belum pernah tersambung</source>
        <translation>Never connected</translation>
    </message>
    <message>
        <source>%1 menunggu dikirim</source>
        <translation>%1 waiting to be sent</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu dikirim</source>
        <translation>Nothing waits to be sent</translation>
    </message>
    <message>
        <source>Penyimpanan penuh</source>
        <translation>Storage full</translation>
    </message>
    <message>
        <source>Menyinkronkan…</source>
        <translation>Exchanging…</translation>
    </message>
    <message>
        <source>Menghentikan…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>Dijeda</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Tersambung</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Belum tersambung</source>
        <translation>Not connected yet</translation>
    </message>
</context>
<context>
    <name>ScansCard</name>
    <message>
        <source>Dari pemindai</source>
        <translation>From the scanner</translation>
    </message>
    <message>
        <source>Pilih folder pemindai…</source>
        <translation>Choose the scanner&apos;s folder…</translation>
    </message>
    <message>
        <source>Ganti folder…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>Folder pemindai</source>
        <translation>The scanner&apos;s folder</translation>
    </message>
    <message>
        <source>Pilih folder tempat pemindai menyimpan hasilnya. Cukup sekali untuk komputer ini.</source>
        <translation>Choose the folder into which the scanner writes. Once for this computer.</translation>
    </message>
    <message>
        <source>Belum ada pindaian baru di folder %1. Hasil baru muncul di sini dengan sendirinya.</source>
        <translation>No new scan in the folder %1. New ones appear here by themselves.</translation>
    </message>
    <message>
        <source>Pakai untuk…</source>
        <translation>Use for…</translation>
    </message>
    <message>
        <source>Pakai %1 untuk…</source>
        <translation>Use %1 for…</translation>
    </message>
    <message>
        <source>baru dari pemindai</source>
        <translation>new from the scanner</translation>
    </message>
    <message>
        <source>%1 (mengganti)</source>
        <translation>%1 (replaces)</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Cari layanan, warga, permohonan, atau halaman</source>
        <translation>Find services, citizens, requests or pages</translation>
    </message>
    <message>
        <source>Hasil pencarian</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Tidak ditemukan.</source>
        <translation>Not found.</translation>
    </message>
    <message>
        <source>Ketik dua huruf atau lebih.</source>
        <translation>Type two letters or more.</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Permohonan baru</source>
        <translation>New request</translation>
    </message>
    <message>
        <source>Pilih layanan. Ketik untuk mencari.</source>
        <translation>Choose a service. Type to find.</translation>
    </message>
    <message>
        <source>Cari layanan</source>
        <translation>Find service</translation>
    </message>
    <message>
        <source>Pemohon sudah dipilih. Sekarang pilih layanannya.</source>
        <translation>The applicant is chosen. Now choose the service.</translation>
    </message>
    <message>
        <source>Coba kata lain.</source>
        <translation>Try another word.</translation>
    </message>
    <message>
        <source>Layanan datang bersama sinkronisasi pertama.</source>
        <translation>Services come with the first exchange.</translation>
    </message>
    <message>
        <source>Tidak ada layanan yang cocok</source>
        <translation>No service fits</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Tampilan</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Komputer ini</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>Kantor dan kop</source>
        <translation>Office and letterhead</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Officers</translation>
    </message>
    <message>
        <source>Periksa komputer</source>
        <translation>Check computer</translation>
    </message>
    <message>
        <source>Cadangan</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Laporan masalah</source>
        <translation>Problem report</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Masuk tetap bisa tanpa internet</source>
        <translation>Sign-in works without the internet</translation>
    </message>
    <message>
        <source>Internet hanya diperlukan sekali ini</source>
        <translation>The internet is needed only this once</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Tanda tangani</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Tidak pernah disimpan.</source>
        <translation>Never stored.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Tampilkan kata sandi</source>
        <translation>Show password</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Petugas baru di komputer ini? Pakai kode</source>
        <translation>New officer on this computer? Use a code</translation>
    </message>
    <message>
        <source>Pulihkan dari cadangan…</source>
        <translation>Restore from a backup…</translation>
    </message>
    <message>
        <source>Siapa yang masuk?</source>
        <translation>Who signs in?</translation>
    </message>
    <message>
        <source>Kantor di komputer ini</source>
        <translation>Office on this computer</translation>
    </message>
    <message>
        <source>Layar terkunci. Data aman dan pengiriman tetap berjalan.</source>
        <translation>The screen is locked. Data is safe and sending goes on.</translation>
    </message>
    <message>
        <source>Masuk, lalu sinkronkan: yang sudah ada di hub datang lagi.</source>
        <translation>Sign in, then exchange: what the hub has comes back.</translation>
    </message>
    <message>
        <source>Cadangan dipulihkan.</source>
        <translation>The backup was restored.</translation>
    </message>
    <message>
        <source>Tulis kata sandi Anda.</source>
        <translation>Write your password.</translation>
    </message>
    <message>
        <source>Membuka…</source>
        <translation>Opening…</translation>
    </message>
</context>
<context>
    <name>SignatureCard</name>
    <message>
        <source>Tanda tangan</source>
        <translation>Signature</translation>
    </message>
</context>
<context>
    <name>SignedPageDialog</name>
    <message>
        <source>Surat sudah ditandatangani dan distempel. Hasil pindainya menjadi surat yang dilihat semua.</source>
        <translation>The letter is signed and stamped. Its scan becomes the letter that everybody sees.</translation>
    </message>
    <message>
        <source>Catat tanda tangan basah</source>
        <translation>Record the pen signature</translation>
    </message>
    <message>
        <source>Simpan dan catat</source>
        <translation>Save and record</translation>
    </message>
    <message>
        <source>PDF, JPG atau PNG dari pemindai. Pastikan tanda tangan, stempel dan nomornya terbaca.</source>
        <translation>PDF, JPG or PNG from the scanner. Signature, stamp and number must be readable.</translation>
    </message>
    <message>
        <source>Halaman yang sudah ditandatangani</source>
        <translation>The signed page</translation>
    </message>
    <message>
        <source>Tanggal tanda tangan</source>
        <translation>Day of signing</translation>
    </message>
    <message>
        <source>hh-bb-tttt</source>
        <translation>dd-mm-yyyy</translation>
    </message>
    <message>
        <source>Pilih berkas hasil pindai.</source>
        <translation>Choose the scanned file.</translation>
    </message>
    <message>
        <source>Tulis tanggal yang benar, paling lambat hari ini.</source>
        <translation>Write a day that is not later than today.</translation>
    </message>
    <message>
        <source>Hasil pindai (%1)</source>
        <translation>Scans (%1)</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Data aman di komputer ini</source>
        <translation>Data safe on this computer</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>Tanpa jaringan: lewat flash disk</source>
        <translation>Without a network: by flash disk</translation>
    </message>
    <message>
        <source>Simpan ke flash disk…</source>
        <translation>Save to a flash disk…</translation>
    </message>
    <message>
        <source>Ambil jawaban dari flash disk…</source>
        <translation>Fetch the answer from a flash disk…</translation>
    </message>
    <message>
        <source>Yang menunggu disimpan dalam satu berkas terkunci. Bawa ke pengelola hub, lalu ambil jawabannya di sini. Data tetap ada di komputer ini sampai hub menjawab.</source>
        <translation>What waits is saved in one locked file. Take it to the hub&apos;s operator, then fetch the answer here. The data stay on this computer until the hub has answered.</translation>
    </message>
    <message>
        <source>Simpan lanjutannya…</source>
        <translation>Save the rest…</translation>
    </message>
    <message>
        <source>Kiriman Ketinting (*.ktk)</source>
        <translation>To send by Ketinting (*.ktk)</translation>
    </message>
    <message>
        <source>Simpan ke flash disk</source>
        <translation>Save to a flash disk</translation>
    </message>
    <message>
        <source>Sedang menyimpan ke flash disk. Jangan dicabut dahulu.</source>
        <translation>Saving to the flash disk. Do not pull it out yet.</translation>
    </message>
    <message>
        <source>Jawaban Ketinting (*.ktj);;Semua berkas (*)</source>
        <translation>Ketinting answers (*.ktj);;All files (*)</translation>
    </message>
    <message>
        <source>Ambil jawaban dari flash disk</source>
        <translation>Fetch the answer from a flash disk</translation>
    </message>
    <message>
        <source>Sedang mengambil jawaban. Flash disk jangan dicabut dahulu.</source>
        <translation>Taking the answer. Do not pull the flash disk out yet.</translation>
    </message>
    <message>
        <source>Flash disk boleh dicabut.</source>
        <translation>The flash disk may be pulled out.</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Lewat waktu</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Harus selesai dalam satu jam</source>
        <translation>Due within one hour</translation>
    </message>
    <message>
        <source>Di meja petugas lain</source>
        <translation>On other officers’ desks</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Buka Ketinting</source>
        <translation>Open Ketinting</translation>
    </message>
    <message>
        <source>Sinkronkan sekarang</source>
        <translation>Exchange now</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Luring</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Luring. Data Anda aman di komputer ini.</source>
        <translation>Offline. Your data is safe on this computer.</translation>
    </message>
    <message>
        <source>Semua pekerjaan boleh diteruskan. Yang menunggu dikirim sendiri saat tersambung.</source>
        <translation>All work can go on. What waits is sent by itself when connected.</translation>
    </message>
    <message>
        <source>Jam komputer salah</source>
        <translation>Wrong computer clock</translation>
    </message>
    <message>
        <source>Jam komputer ini berbeda dari jam hub.</source>
        <translation>This computer&apos;s clock differs from the hub&apos;s.</translation>
    </message>
    <message>
        <source>Setel tanggal dan jam komputer, lalu sinkronkan lagi. Data Anda aman.</source>
        <translation>Set the computer&apos;s date and time, then synchronize again. Your data is safe.</translation>
    </message>
    <message>
        <source>Hub tidak dipercaya</source>
        <translation>Hub not trusted</translation>
    </message>
    <message>
        <source>Hub tidak dapat dipercaya dari sini. Tidak ada yang dikirim.</source>
        <translation>The hub cannot be trusted from here. Nothing was sent.</translation>
    </message>
    <message>
        <source>Periksa dahulu jam komputer dan jaringan. Bila tetap begini, hubungi pengelola hub.</source>
        <translation>Check the computer&apos;s clock and network first. If it stays like this, contact the hub&apos;s administrator.</translation>
    </message>
    <message>
        <source>Program perlu diperbarui</source>
        <translation>Program needs an update</translation>
    </message>
    <message>
        <source>Program ini terlalu lama untuk hub.</source>
        <translation>This program is too old for the hub.</translation>
    </message>
    <message>
        <source>Pencatatan tetap bisa. Perbarui program supaya yang menunggu dapat dikirim.</source>
        <translation>You can go on recording. Update the program so that what waits can be sent.</translation>
    </message>
    <message>
        <source>Hub perlu diperbarui</source>
        <translation>Hub needs an update</translation>
    </message>
    <message>
        <source>Hub belum mengenal versi program ini. Data Anda aman di komputer ini.</source>
        <translation>The hub does not know this program&apos;s version yet. Your data is safe on this computer.</translation>
    </message>
    <message>
        <source>Pencatatan tetap bisa. Minta pengelola hub memperbarui hub; di sini tidak ada yang salah.</source>
        <translation>You can go on recording. Ask the hub&apos;s administrator to update the hub; nothing is wrong here.</translation>
    </message>
    <message>
        <source>Penyimpanan hub penuh</source>
        <translation>Hub storage full</translation>
    </message>
    <message>
        <source>Hub belum dapat menerima: penyimpanannya penuh. Data Anda aman di komputer ini.</source>
        <translation>The hub cannot take anything now: its storage is full. Your data is safe on this computer.</translation>
    </message>
    <message>
        <source>Beri tahu pengelola hub. Yang menunggu dikirim sendiri begitu ada tempat.</source>
        <translation>Tell the hub&apos;s administrator. What waits is sent by itself as soon as there is room.</translation>
    </message>
    <message>
        <source>Hub dipulihkan</source>
        <translation>Hub restored</translation>
    </message>
    <message>
        <source>Hub dipulihkan dari cadangan. Data Anda aman di komputer ini.</source>
        <translation>The hub was restored from a backup. Your data is safe on this computer.</translation>
    </message>
    <message>
        <source>Yang hilang di hub dikembalikan sendiri dari sini. Sinkronkan sekali lagi.</source>
        <translation>What the hub lost is given back from here by itself. Exchange once more.</translation>
    </message>
    <message>
        <source>Hub menolak komputer ini</source>
        <translation>Hub refuses this computer</translation>
    </message>
    <message>
        <source>Hub tidak mengizinkan komputer ini.</source>
        <translation>The hub does not allow this computer.</translation>
    </message>
    <message>
        <source>Data tetap di sini. Minta pengelola hub memeriksa pendaftaran komputer ini.</source>
        <translation>The data stays here. Ask the hub&apos;s administrator to check this computer&apos;s enrolment.</translation>
    </message>
    <message>
        <source>Jaringan meminta masuk</source>
        <translation>Network asks to sign in</translation>
    </message>
    <message>
        <source>Yang menjawab bukan hub, mungkin halaman masuk jaringan.</source>
        <translation>What answered is not the hub, perhaps a network&apos;s sign-in page.</translation>
    </message>
    <message>
        <source>Buka peramban untuk masuk ke jaringan, lalu sinkronkan lagi.</source>
        <translation>Open the browser to sign in to the network, then synchronize again.</translation>
    </message>
    <message>
        <source>Sedang disinkronkan</source>
        <translation>Being synchronized</translation>
    </message>
    <message>
        <source>Program lain di komputer ini sedang menyinkronkan.</source>
        <translation>Another program on this computer is synchronizing.</translation>
    </message>
    <message>
        <source>Tunggu sebentar. Tidak ada yang perlu dilakukan.</source>
        <translation>Wait a moment. There is nothing to do.</translation>
    </message>
    <message>
        <source>Disk bermasalah</source>
        <translation>Disk trouble</translation>
    </message>
    <message>
        <source>Disk atau data komputer ini bermasalah. Hub dan jaringan tidak.</source>
        <translation>This computer&apos;s disk or data has a problem. The hub and the network do not.</translation>
    </message>
    <message>
        <source>Yang sudah terkirim aman di hub. Jangan hapus apa pun; ikuti pesan di bawah.</source>
        <translation>What was sent is safe at the hub. Delete nothing; follow the message below.</translation>
    </message>
    <message>
        <source>Hub bermasalah</source>
        <translation>Hub in trouble</translation>
    </message>
    <message>
        <source>Hub menjawab, tetapi sedang bermasalah. Data Anda aman di komputer ini.</source>
        <translation>The hub answers but is in trouble. Your data is safe on this computer.</translation>
    </message>
    <message>
        <source>Akan dicoba lagi sendiri. Bila tetap begini, hubungi pengelola hub.</source>
        <translation>It will be tried again by itself. If it stays like this, contact the hub&apos;s administrator.</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Ya, terbaca</source>
        <translation>Yes, readable</translation>
    </message>
    <message>
        <source>Ganti berkas</source>
        <translation>Replace the file</translation>
    </message>
    <message>
        <source>Putar ke kiri</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>Putar ke kanan</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Terbaca?</source>
        <translation>Readable?</translation>
    </message>
    <message>
        <source>Lihat huruf dan angkanya. Dokumen tetap tersimpan apa pun jawabannya.</source>
        <translation>Look at letters and numbers. The document is kept whatever the answer.</translation>
    </message>
    <message>
        <source>Berkas ini tidak dapat ditampilkan.</source>
        <translation>This file cannot be shown.</translation>
    </message>
</context>
<context>
    <name>WeighingPane</name>
    <message>
        <source>Surat</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Isian</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Rancangan surat, belum bernomor dan belum ditandatangani.</source>
        <translation>A draft letter, without number and signature.</translation>
    </message>
    <message>
        <source>Tanda tangan menyusul saat suratnya ada di komputer ini.</source>
        <translation>The signature follows when the letter is on this computer.</translation>
    </message>
    <message>
        <source>Isinya dapat disetujui sekarang, juga tanpa sambungan; tanda tangan menyusul.</source>
        <translation>The content can be approved now, also without a connection; the signature follows.</translation>
    </message>
    <message>
        <source>Halaman surat</source>
        <translation>Page of the letter</translation>
    </message>
    <message>
        <source>Diperbaiki sejak keputusan terakhir</source>
        <translation>Corrected since the last decision</translation>
    </message>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>Lampiran ini belum diterima komputer ini. Sinkronkan, lalu buka lagi.</source>
        <translation>This attachment has not reached this computer yet. Synchronize, then open it again.</translation>
    </message>
    <message>
        <source>Berkas ini tidak dapat ditampilkan.</source>
        <translation>This file cannot be shown.</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Petugas</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Ganti petugas atau kunci: %1, %2</source>
        <translation>Change officer or lock: %1, %2</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Draf</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Perlu perbaikan</source>
        <translation>Needs mending</translation>
    </message>
    <message>
        <source>Menunggu di sini</source>
        <translation>Waiting here</translation>
    </message>
    <message>
        <source>Siap dikirim</source>
        <translation>Ready to send</translation>
    </message>
    <message>
        <source>Mengirim</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Terkirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Berakhir</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>baru saja</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>%1 menit lalu</source>
        <translation>%1 minutes ago</translation>
    </message>
    <message>
        <source>%1 jam lalu</source>
        <translation>%1 hours ago</translation>
    </message>
    <message>
        <source>%1 hari lalu</source>
        <translation>%1 days ago</translation>
    </message>
    <message>
        <source>gambarnya kecil</source>
        <translation>the picture is small</translation>
    </message>
    <message>
        <source>gambarnya kabur</source>
        <translation>the picture is blurred</translation>
    </message>
    <message>
        <source>gambarnya gelap</source>
        <translation>the picture is dark</translation>
    </message>
    <message>
        <source>hampir kosong atau terlalu pucat</source>
        <translation>almost empty or too pale</translation>
    </message>
    <message>
        <source>Mungkin sulit dibaca: %1.</source>
        <translation>May be hard to read: %1.</translation>
    </message>
    <message>
        <source>bagian %1 dari %2</source>
        <translation>part %1 of %2</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Sinkronisasi sedang berjalan.</source>
        <translation>An exchange is running.</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Antrean</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Warga</source>
        <translation>Citizens</translation>
    </message>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Permohonan</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Status sinkron</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
</context>
</TS>
