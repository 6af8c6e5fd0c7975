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
        <source>Lampiran</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Ubah lampiran</source>
        <translation>Change documents</translation>
    </message>
    <message>
        <source>ada</source>
        <translation>here</translation>
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
        <source>Sudah ada permohonan yang sama dan belum selesai</source>
        <translation>The same request is already open</translation>
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
        <source>Serahkan surat</source>
        <translation>Hand over letter</translation>
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
        <source>Satu kali untuk surat ini. Surat sah hanya bila tertulis “ditandatangani”.</source>
        <translation>Once for this letter. A letter is valid only when it says “signed”.</translation>
    </message>
</context>
<context>
    <name>DocumentRow</name>
    <message>
        <source>boleh menyusul</source>
        <translation>may follow</translation>
    </message>
    <message>
        <source>Pilih berkas…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>Pilih berkas: %1</source>
        <translation>Choose file: %1</translation>
    </message>
    <message>
        <source>Lepas</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Lepas berkas: %1</source>
        <translation>Remove file: %1</translation>
    </message>
    <message>
        <source>Belum ada. Pilih atau seret berkas ke sini.</source>
        <translation>None yet. Choose or drop a file here.</translation>
    </message>
    <message>
        <source>Gambar atau PDF (*.pdf *.jpg *.jpeg *.png);;Semua berkas (*)</source>
        <translation>Picture or PDF (*.pdf *.jpg *.jpeg *.png);;All files (*)</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>PDF, JPG, atau PNG. Gambar diperkecil sendiri dan lokasi fotonya dibuang. Boleh menyusul.</source>
        <translation>PDF, JPG or PNG. Pictures are made smaller and lose their location. They may follow later.</translation>
    </message>
    <message>
        <source>sedang diperiksa…</source>
        <translation>being checked…</translation>
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
        <translation>From the hub's administrator. Capitals do not matter.</translation>
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
        <translation>This office's requests, documents and citizens' data are kept locked on this computer.</translation>
    </message>
    <message>
        <source>%1 sampai %2 huruf. Bukan tanggal lahir atau nama kantor.</source>
        <translation>%1 to %2 characters. Not a birth date, not the office's name.</translation>
    </message>
    <message>
        <source>Petugas baru di komputer ini</source>
        <translation>New officer on this computer</translation>
    </message>
    <message>
        <source>Kode Anda sendiri dari pengelola hub. Kata sandi ini hanya Anda yang tahu.</source>
        <translation>Your own code from the hub's administrator. Only you know this password.</translation>
    </message>
    <message>
        <source>Cukup satu kali, dengan sambungan internet. Kode diberikan pengelola hub.</source>
        <translation>Only once, with the internet. The hub's administrator gives the code.</translation>
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
        <source>Jeda otomatis</source>
        <translation>Pause</translation>
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
        <source>Perlu perbaikan</source>
        <translation>Needs mending</translation>
    </message>
    <message>
        <source>Riwayat sejak program dibuka</source>
        <translation>History since the program was opened</translation>
    </message>
    <message>
        <source>Sedang berjalan…</source>
        <translation>Running…</translation>
    </message>
    <message>
        <source>Lanjutkan otomatis</source>
        <translation>Resume</translation>
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
        <source>berjalan sendiri</source>
        <translation>by itself</translation>
    </message>
    <message>
        <source>langkah, aman di komputer ini</source>
        <translation>steps, safe on this computer</translation>
    </message>
    <message>
        <source>Sudah diambil</source>
        <translation>Fetched</translation>
    </message>
    <message>
        <source>Belum diketahui</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>sampai %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>Sedang mengirim dan mengambil.</source>
        <translation>Sending and fetching.</translation>
    </message>
    <message>
        <source>Pekerjaan boleh diteruskan.</source>
        <translation>You may go on working.</translation>
    </message>
    <message>
        <source>Luring. Data Anda aman di komputer ini.</source>
        <translation>Offline. Your data is safe on this computer.</translation>
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
    <message>
        <source>yang lain tetap berjalan</source>
        <translation>the others go on</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>disimpan %1</source>
        <translation>saved %1</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu dikirim.</source>
        <translation>Nothing waits to be sent.</translation>
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
    <name>FormFoot</name>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Sebelumnya</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Simpan draf</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>Batalkan permohonan</source>
        <translation>Discard request</translation>
    </message>
    <message>
        <source>Sesudah terkirim, perubahan diajukan sebagai koreksi.</source>
        <translation>Once sent, changes go as a correction.</translation>
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
        <source>Perlu tindakan</source>
        <translation>Needs action</translation>
    </message>
    <message>
        <source>Menunggu keputusan di sini</source>
        <translation>Waiting for a decision here</translation>
    </message>
    <message>
        <source>Surat selesai, siap dicetak</source>
        <translation>Letters ready to print</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu keputusan.</source>
        <translation>Nothing waits for a decision.</translation>
    </message>
    <message>
        <source>Belum ada surat yang selesai.</source>
        <translation>No letter is ready yet.</translation>
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
        <source>Simpan dan kirim perbaikan</source>
        <translation>Save and send correction</translation>
    </message>
    <message>
        <source>Simpan dan kirim ke kecamatan</source>
        <translation>Save and send to subdistrict</translation>
    </message>
    <message>
        <source>Simpan dan ajukan</source>
        <translation>Save and submit</translation>
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
        <source>Draf dan isian yang sudah diketik dibuang. Tidak ada yang dikirim.</source>
        <translation>The draft and everything typed is thrown away. Nothing is sent.</translation>
    </message>
    <message>
        <source>Ya, buang draf</source>
        <translation>Yes, discard draft</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Ada kesalahan program (%1). Yang sudah disimpan tetap aman.</source>
        <translation>A program error (%1). What was saved is safe.</translation>
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
        <source>buka penuh</source>
        <translation>open whole</translation>
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
        <source>Tidak ada yang menunggu Anda</source>
        <translation>Nothing waits for you</translation>
    </message>
    <message>
        <source>Halaman surat</source>
        <translation>Page of the letter</translation>
    </message>
    <message>
        <source>Lampiran</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Tidak ada lampiran.</source>
        <translation>No documents.</translation>
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
        <translation>Not this office's authority</translation>
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
    <message>
        <source>Simpan surat…</source>
        <translation>Save letter…</translation>
    </message>
    <message>
        <source>Simpan tanda terima…</source>
        <translation>Save receipt…</translation>
    </message>
    <message>
        <source>Simpan tanda terima</source>
        <translation>Save receipt</translation>
    </message>
    <message>
        <source>Simpan surat ke folder</source>
        <translation>Save letter to folder</translation>
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
        <translation>Filter by applicant's name</translation>
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
        <source>Tersambung</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Luring</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Belum tersambung</source>
        <translation>Not connected yet</translation>
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
    <name>SettingsPage</name>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Berlaku untuk komputer ini, langsung dipakai.</source>
        <translation>For this computer, used at once.</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>Appearance</translation>
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
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
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
        <source>Petugas di komputer ini</source>
        <translation>Officers on this computer</translation>
    </message>
    <message>
        <source>Tambah petugas dengan kode</source>
        <translation>Add officer by code</translation>
    </message>
    <message>
        <source>Kunci layar</source>
        <translation>Lock screen</translation>
    </message>
    <message>
        <source>Periksa komputer ini</source>
        <translation>Check this computer</translation>
    </message>
    <message>
        <source>Periksa sekarang</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Ruang, basis data, jam, dan sambungan diperiksa. Tidak ada yang diubah.</source>
        <translation>Disk, database, clock and connection are checked. Nothing is changed.</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Tambah baris</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>Hapus baris</source>
        <translation>Remove row</translation>
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
        <translation>Write the certificate's passphrase.</translation>
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
        <source>Tulis kata sandi Anda.</source>
        <translation>Write your password.</translation>
    </message>
    <message>
        <source>Membuka…</source>
        <translation>Opening…</translation>
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
</context>
<context>
    <name>parent</name>
    <message>
        <source>Tanda tangani</source>
        <translation>Sign</translation>
    </message>
</context>
</TS>
