"""What Berkas calls acts, entries of the history, and papers. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping

from desk.language import mark
from desk.ui.kit.tokens import Tone

ACTIONS: Mapping[str, str] = {
    "advance": mark("Langkah ini selesai"),
    "take_back": mark("Batalkan langkah terakhir"),
    "dispose": mark("Catat disposisi"),
    "receive": mark("Sudah diterima pemegangnya"),
    "answer": mark("Catat jawaban"),
    "recall": mark("Tarik kembali disposisi"),
    "reassign": mark("Pindahkan ke pejabat lain"),
    "visit": mark("Catat kunjungan lapangan"),
    "hand_off": mark("Teruskan ke badan atau sistem lain"),
    "deliver": mark("Serahkan kepada penerima"),
    "give_back": mark("Kembalikan berkas asli"),
    "pause": mark("Hentikan hitungan waktu"),
    "resume": mark("Jalankan lagi hitungan waktu"),
    "return": mark("Kembalikan kepada pemohon"),
    "resubmit": mark("Lanjutkan berkas"),
    "reject": mark("Tolak dengan alasan"),
    "withdraw": mark("Catat pencabutan oleh pemohon"),
    "merge": mark("Gabungkan ke berkas lain"),
    "reopen": mark("Buka kembali"),
    "reclassify": mark("Ganti layanan"),
    "number": mark("Isi nomor surat"),
    "record": mark("Lengkapi catatan langkah"),
    "correct": mark("Perbaiki data"),
    "note": mark("Tambah catatan"),
    "settle": mark("Selesaikan perbedaan"),
}
"""Every act of `domain.offers`, as its button says it."""

KINDS: Mapping[str, tuple[str, str]] = {
    "case_registered": ("clipboard-pen", mark("Berkas didaftarkan")),
    "papers_added": ("file-check", mark("Kekurangan diterima")),
    "case_corrected": ("pencil", mark("Data diperbaiki")),
    "step_done": ("check", mark("Langkah selesai")),
    "step_taken_back": ("undo-2", mark("Langkah terakhir dibatalkan")),
    "case_returned": ("undo-2", mark("Dikembalikan kepada pemohon")),
    "case_rejected": ("circle-x", mark("Ditolak")),
    "case_withdrawn": ("ban", mark("Dicabut oleh pemohon")),
    "case_reopened": ("history", mark("Dibuka kembali")),
    "not_duplicate": ("users", mark("Bukan orang yang sama")),
    "case_merged": ("copy", mark("Digabungkan ke berkas lain")),
    "case_absorbed": ("copy", mark("Menerima gabungan berkas lain")),
    "case_released": ("undo-2", mark("Gabungan dilepas lagi")),
    "case_reclassified": ("book-open", mark("Layanan diganti")),
    "clock_paused": ("circle-pause", mark("Hitungan waktu dihentikan")),
    "clock_resumed": ("clock", mark("Hitungan waktu jalan lagi")),
    "disposed": ("send", mark("Didisposisikan")),
    "received": ("inbox", mark("Diterima pemegangnya")),
    "answered": ("message-circle", mark("Dijawab")),
    "recalled": ("undo-2", mark("Disposisi ditarik kembali")),
    "reassigned": ("users", mark("Dipindahkan ke pejabat lain")),
    "visited": ("map-pin", mark("Kunjungan lapangan dicatat")),
    "handed_off": ("arrow-right", mark("Diteruskan ke badan lain")),
    "handed_over": ("user", mark("Diserahkan kepada penerima")),
    "letter_numbered": ("stamp", mark("Nomor surat diisi")),
    "step_recorded": ("pencil", mark("Catatan langkah dilengkapi")),
    "papers_given_back": ("file-text", mark("Berkas asli dikembalikan")),
    "attachment_added": ("paperclip", mark("Lampiran ditambahkan")),
    "attachment_removed": ("trash-2", mark("Lampiran dilepas")),
    "note_added": ("message-square", mark("Catatan")),
    "conflict_settled": ("scale", mark("Perbedaan diselesaikan")),
    "case_destroyed": ("trash-2", mark("Data pribadi dimusnahkan")),
}
"""(icon, words) of each kind of event."""

CHAPTERS: Mapping[str, tuple[str, frozenset[str]]] = {
    "way": (
        mark("Langkah"),
        frozenset({
            "case_registered", "step_done", "step_taken_back", "visited", "handed_over", "handed_off", "step_recorded",
            "letter_numbered", "papers_given_back",
        }),
    ),
    "sent": (mark("Disposisi"), frozenset({"disposed", "received", "answered", "recalled", "reassigned"})),
    "time": (
        mark("Waktu dan akhir"),
        frozenset({
            "clock_paused", "clock_resumed", "case_returned", "papers_added", "case_rejected", "case_withdrawn",
            "case_reopened", "case_merged", "case_absorbed", "case_released", "case_destroyed",
        }),
    ),
    "data": (
        mark("Catatan dan perbaikan"),
        frozenset({
            "note_added", "case_corrected", "case_reclassified", "conflict_settled", "attachment_added",
            "attachment_removed", "not_duplicate",
        }),
    ),
}  # fmt: skip
"""(words, kinds) of each part of the history that can be looked at alone."""

DISPOSITION_STATES: Mapping[str, str] = {
    "waiting": mark("belum dibaca"), "read": mark("sudah diterima"), "passed_on": mark("diteruskan"),
    "answered": mark("dijawab"), "recalled": mark("ditarik kembali"), "closed": mark("selesai"),
}  # fmt: skip
"""What became of a disposition or a hand-off, as it stands beside its desk."""

PAPERS: Mapping[str, str] = {
    "slip": mark("Tanda terima"),
    "missing": mark("Lembar kekurangan"),
    "checklist": mark("Daftar persyaratan"),
    "given_back": mark("Tanda terima pengembalian berkas asli"),
    "disposition": mark("Lembar disposisi"),
}
PRINT_STATES: Mapping[str, tuple[str, Tone, str]] = {
    "asked": ("clock", "warn", mark("diminta, belum ada kabar dari pencetak")),
    "printed": ("printer", "ok", mark("tercetak")),
    "saved": ("save", "ok", mark("disimpan sebagai PDF")),
    "failed": ("circle-alert", "bad", mark("gagal")),
}
FLAGS: Mapping[str, str] = {
    "conflict": mark("Ada isian yang berbeda antara dua loket; seseorang harus memilih."),
    "read_only": mark("Berkas ini ditulis oleh Desk yang lebih baru. Perbarui Desk untuk mengubahnya."),
    "destroyed": mark("Data pribadi berkas ini sudah dimusnahkan sesuai jadwal retensi."),
    "waiting_for_events": mark("Sebagian riwayat berkas ini belum tiba dari loket lain."),
    "merged_both_ways": mark(
        "Dua loket saling menggabungkan dua berkas, sehingga keduanya berhenti. Buka kembali salah satunya."
    ),
}

FIELDS: Mapping[str, str] = {
    "state": mark("Status"), "station": mark("Tempat di alur"), "paused": mark("Hitungan waktu"),
    "outcome": mark("Hasil langkah"), "handover": mark("Penyerahan"), "service": mark("Layanan"),
    "merged_into": mark("Digabungkan ke"), "sex": mark("Jenis kelamin"), "district": mark("Kecamatan"),
    "village": mark("Desa"), "applicant.name": mark("Nama"), "applicant.nik": mark("NIK"), "applicant.kk": mark("Nomor KK"),
    "applicant.no_nik_reason": mark("Alasan tanpa NIK"), "applicant.birth_place": mark("Tempat lahir"),
    "applicant.birth_date": mark("Tanggal lahir"), "applicant.phone": mark("Telepon/WhatsApp"),
    "applicant.contact": mark("Narahubung"), "applicant.street": mark("Alamat"), "applicant.rt": mark("RT"),
    "applicant.rw": mark("RW"), "applicant.sex": mark("Jenis kelamin"), "applicant.village": mark("Desa"),
    "applicant.district": mark("Kecamatan"), "external_reference": mark("Nomor rujukan"),
    "beneficiaries": mark("Penerima manfaat"), "received_at": mark("Diterima"), "counter": mark("Loket"),
}  # fmt: skip
"""What officers call the fields of a file."""
