<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
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
        <source>%1. Permohonan tetap boleh diajukan; keputusannya menunggu sampai lampiran lengkap.</source>
        <translation>%1. The request may be filed all the same; the decision waits until they are there.</translation>
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
        <source>periksa: terbaca?</source>
        <translation>check: readable?</translation>
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
        <source>Buka permohonan</source>
        <translation>Open the request</translation>
    </message>
    <message>
        <source>Isian dapat diperbaiki lalu dikirim sebagai permohonan baru. Lampiran dipilih lagi.</source>
        <translation>The answers can be corrected and sent as a new request. Attachments are chosen again.</translation>
    </message>
    <message>
        <source>Tertahan di hub</source>
        <translation>Held back by the hub</translation>
    </message>
    <message>
        <source>Ditolak hub</source>
        <translation>Refused by the hub</translation>
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
        <source>Tolak</source>
        <translation>Reject</translation>
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
        <source>Dari pengelola hub. Huruf besar-kecil tidak berbeda.</source>
        <translation>From the hub&apos;s administrator. Capitals do not matter.</translation>
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
        <source>sesudah pukul %1</source>
        <translation>after %1</translation>
    </message>
    <message>
        <source>Belum pernah</source>
        <translation>Never yet</translation>
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
        <source>langkah, aman di komputer ini</source>
        <translation>steps, safe on this computer</translation>
    </message>
    <message>
        <source>langkah, beserta %1 lampiran, %2</source>
        <translation>steps, with %1 attachments, %2</translation>
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
        <source>Surat selesai, siap dicetak</source>
        <translation>Letters ready to print</translation>
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
        <source>Draf tersimpan, belum diajukan.</source>
        <translation>Draft saved, not submitted.</translation>
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
        <source>Tidak ada surat</source>
        <translation>No letter</translation>
    </message>
    <message>
        <source>Cetak rancangan</source>
        <translation>Print the draft</translation>
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
        <source>%1 langkah belum terkirim. Aman di komputer ini, dikirim sendiri saat program dibuka lagi.</source>
        <translation>%1 steps not sent yet. Safe on this computer, sent by themselves when the program is opened again.</translation>
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
        <source>Jejak</source>
        <translation>Trail</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Isian</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>NIK %1 · diajukan %2</source>
        <translation>NIK %1 · submitted %2</translation>
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
        <source>Tidak ada lampiran.</source>
        <translation>No documents.</translation>
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
        <source>Berkas sertifikat (.p12)</source>
        <translation>Certificate file (.p12)</translation>
    </message>
    <message>
        <source>Satu kali untuk semua surat ini. Tidak pernah disimpan.</source>
        <translation>Once for all these letters. Never stored.</translation>
    </message>
    <message>
        <source>Frasa sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Pilih berkas…</source>
        <translation>Choose file…</translation>
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
    <message>
        <source>Pilih berkas sertifikat Anda.</source>
        <translation>Choose your certificate file.</translation>
    </message>
    <message>
        <source>Tulis frasa sandi sertifikat.</source>
        <translation>Type the certificate&apos;s passphrase.</translation>
    </message>
    <message>
        <source>Berkas sertifikat</source>
        <translation>Certificate file</translation>
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
        <source>Pilih berkas…</source>
        <translation>Choose file…</translation>
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
        <source>Tidak pernah disimpan.</source>
        <translation>Never stored.</translation>
    </message>
    <message>
        <source>Pilih berkas sertifikat Anda.</source>
        <translation>Choose your certificate file.</translation>
    </message>
    <message>
        <source>Tulis frasa sandi sertifikat.</source>
        <translation>Write the certificate&apos;s passphrase.</translation>
    </message>
    <message>
        <source>Berkas sertifikat</source>
        <translation>Certificate file</translation>
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
        <source>Pilih berkas…</source>
        <translation>Choose file…</translation>
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
<context>
    <name>parent</name>
    <message>
        <source>Tanda tangani</source>
        <translation>Sign</translation>
    </message>
</context>
</TS>
