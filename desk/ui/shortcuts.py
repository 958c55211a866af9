"""Every key of the window, in one place. What each does is said in `MEANINGS` and `IN_LISTS`, shown by F1.

Function keys and Ctrl+digit clash neither with typing nor with NVDA (Insert, Caps Lock) nor with Windows (Win+L locks
the PC; Ctrl+L only covers this window).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from desk.language import mark


class Key(Enum):
    """One shortcut, as Qt writes it."""

    HELP = "F1"
    RENAME = "F2"
    NEXT_TAB = "Ctrl+Tab"
    NEW = "Ctrl+N"
    CLOSE_TAB = "Ctrl+W"
    SEARCH = "Ctrl+K"
    FIND_HERE = "Ctrl+F"
    REFRESH = "F5"
    CHANGE_SERVICE = "F3"
    ACCEPT = "Ctrl+Return"
    NEW_OF_FAMILY = "Ctrl+Shift+N"
    APPLICANT_KIND = "Ctrl+J"
    CHANNEL = "Ctrl+T"
    NO_NIK = "Ctrl+G"
    LETTER = "Ctrl+I"
    PASTE_LIST = "Ctrl+Shift+V"
    PRINT_CHECKLIST = "F6"
    REVEAL = "F7"
    SAVE_INCOMPLETE = "F8"
    SAVE = "F9"
    PRINT = "Ctrl+P"
    SAVE_PDF = "Ctrl+S"
    UNDO = "Ctrl+Z"
    REDO = "Ctrl+Shift+Z"
    EDIT = "Ctrl+E"
    CORRECT = "Ctrl+B"
    DOUBTS = "Ctrl+D"
    HISTORY = "Ctrl+H"
    COMPARE = "Ctrl+R"
    MORE = "Ctrl+O"
    NOTE = "Ctrl+M"
    SCAN_STACK = "F11"
    COUNT_TRAY = "Shift+F11"
    NOTICES = "F12"
    NEXT_ACT = "F4"
    DISPOSE = "F10"
    CURTAIN = "Ctrl+L"
    CLOSE = "Esc"
    GO_1 = "Ctrl+1"
    GO_2 = "Ctrl+2"
    GO_3 = "Ctrl+3"
    GO_4 = "Ctrl+4"
    GO_5 = "Ctrl+5"
    GO_6 = "Ctrl+6"
    GO_7 = "Ctrl+7"
    GO_8 = "Ctrl+8"


class TrayLetter(Enum):
    """Letters that act on the file selected in a tray, while the list has the focus."""

    ADVANCE = "L"
    DISPOSE = "D"
    ANSWER = "J"
    RECEIVE = "T"
    RECALL = "K"
    REASSIGN = "P"


GO_TO: tuple[Key, ...] = (Key.GO_1, Key.GO_2, Key.GO_3, Key.GO_4, Key.GO_5, Key.GO_6, Key.GO_7, Key.GO_8)

MEANINGS: Mapping[Key, str] = {
    Key.SEARCH: mark("Cari apa saja: nama, NIK, nomor, kode, layanan, perintah"),
    Key.GO_1: mark("Loket"),
    Key.GO_2: mark("Berkas"),
    Key.GO_3: mark("Disposisi"),
    Key.GO_4: mark("Surat"),
    Key.GO_5: mark("Rekap"),
    Key.GO_6: mark("Layanan"),
    Key.GO_7: mark("Sinkron"),
    Key.GO_8: mark("Pengaturan"),
    Key.NEW: mark("Pendaftaran baru"),
    Key.NEXT_TAB: mark("Pendaftaran terbuka berikutnya"),
    Key.CLOSE_TAB: mark("Tutup pendaftaran ini (dapat diurungkan)"),
    Key.FIND_HERE: mark("Cari di layar ini"),
    Key.CHANGE_SERVICE: mark("Ganti layanan; centang yang sama tetap"),
    Key.ACCEPT: mark("Pakai yang ditawarkan (di Loket juga Enter di isian itu)"),
    Key.NEW_OF_FAMILY: mark("Pendaftaran baru untuk keluarga yang sama"),
    Key.APPLICANT_KIND: mark("Jenis pemohon berikutnya (lembaga, pemerintah desa)"),
    Key.CHANNEL: mark("Cara masuk berikutnya (telepon, WhatsApp …)"),
    Key.NO_NIK: mark("Pemohon tanpa NIK, dengan alasan"),
    Key.LETTER: mark("Surat yang dibawa pemohon: nomor, tanggal, perihal"),
    Key.PASTE_LIST: mark("Tempel daftar penerima manfaat atau korban"),
    Key.PRINT_CHECKLIST: mark("Cetak daftar persyaratan"),
    Key.REVEAL: mark("Tampilkan atau tutup nomor identitas"),
    Key.SAVE_INCOMPLETE: mark("Simpan dan cetak lembar kekurangan"),
    Key.SAVE: mark("Simpan dan cetak tanda terima; di Berkas: simpan formulir"),
    Key.NEXT_ACT: mark("Yang berikutnya pada berkas ini: langkah, kunjungan, jawaban"),
    Key.DISPOSE: mark("Catat disposisi"),
    Key.NOTE: mark("Tambah catatan pada berkas"),
    Key.RENAME: mark("Ubah isian yang dipilih"),
    Key.PRINT: mark("Cetak"),
    Key.SAVE_PDF: mark("Simpan sebagai PDF"),
    Key.UNDO: mark("Urungkan yang baru saja terjadi"),
    Key.REDO: mark("Ulangi yang diurungkan (di penyunting Layanan)"),
    Key.EDIT: mark("Sunting layanan ini"),
    Key.CORRECT: mark("Betulkan: catatan bertanggal di atas yang tercetak"),
    Key.DOUBTS: mark("Daftar keraguan dalam standar pelayanan"),
    Key.HISTORY: mark("Riwayat layanan ini"),
    Key.COMPARE: mark("Bandingkan layanan ini dengan dinas lain"),
    Key.SCAN_STACK: mark("Terima dari baki: pindai setumpuk berkas, catat sekaligus"),
    Key.COUNT_TRAY: mark("Hitung isi baki yang dibuka"),
    Key.NOTICES: mark("Yang perlu dilihat: terlambat, jatuh tempo, siap diambil"),
    Key.MORE: mark("Tindakan lain pada berkas; di Layanan: layanan baru, paket dinas"),
    Key.REFRESH: mark("Muat ulang daftar"),
    Key.CURTAIN: mark("Tutup layar sampai sebuah tombol ditekan"),
    Key.CLOSE: mark("Tutup lembar atau kembali"),
    Key.HELP: mark("Bantuan: semua tombol"),
}

IN_LISTS: Mapping[str, str] = {
    "1–9, A–Z": mark("Centang persyaratan bernomor atau berhuruf itu (Shift+angka: aslinya diperlihatkan)"),
    "Ctrl+A": mark("Semua ada: centang semua berkas yang diminta"),
    "Ctrl+V": mark("Tempel gambar sebagai lampiran (di Lampiran sebuah berkas)"),
}
"""Keys that only a list takes, of requirements or of attachments, while it has the focus."""

IN_TRAYS: Mapping[str, str] = {
    "Kanan, Kiri": mark("Dari daftar baki ke berkasnya, dan kembali"),
    TrayLetter.ADVANCE.value: mark("Langkah berkas ini selesai"),
    TrayLetter.DISPOSE.value: mark("Catat disposisi"),
    TrayLetter.ANSWER.value: mark("Catat jawaban"),
    TrayLetter.RECEIVE.value: mark("Sudah diterima pemegangnya"),
    TrayLetter.RECALL.value: mark("Tarik kembali disposisi"),
    TrayLetter.REASSIGN.value: mark("Pindahkan ke pejabat lain"),
}
"""Keys that only the list of a tray takes, while it has the focus."""
