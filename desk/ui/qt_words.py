"""Qt's own words in the language of the window: PySide6 ships no Indonesian for its standard dialogs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTranslator

from desk.language import language

INDONESIAN: Mapping[str, str] = {
    "OK": "OK", "&OK": "&OK", "Cancel": "Batal", "&Cancel": "&Batal", "Close": "Tutup", "&Close": "&Tutup",
    "Save": "Simpan", "&Save": "&Simpan", "Save All": "Simpan semua", "Open": "Buka", "&Open": "&Buka",
    "&Yes": "&Ya", "Yes": "Ya", "&No": "&Tidak", "No": "Tidak", "Yes to &All": "Ya untuk semu&a",
    "N&o to All": "Tidak untuk semua", "Abort": "Hentikan", "Retry": "Coba lagi", "Ignore": "Abaikan",
    "Discard": "Buang", "Don't Save": "Jangan simpan", "Help": "Bantuan", "Apply": "Terapkan", "Reset": "Atur ulang",
    "Restore Defaults": "Kembalikan bawaan", "&Undo": "&Urungkan", "&Redo": "&Ulangi", "Cu&t": "Po&tong",
    "&Copy": "&Salin", "&Paste": "&Tempel", "Delete": "Hapus", "&Delete": "&Hapus", "Select All": "Pilih semua",
    "&Look in:": "&Cari di:", "Look in:": "Cari di:", "File &name:": "&Nama berkas:",
    "Files of &type:": "&Jenis berkas:", "Files of type:": "Jenis berkas:", "Directory:": "Folder:",
    "Back": "Kembali", "Forward": "Maju", "Parent Directory": "Folder induk", "Create New Folder": "Buat folder baru",
    "&New Folder": "Folder &baru", "New Folder": "Folder baru", "List View": "Daftar", "Detail View": "Rincian",
    "Name": "Nama", "Size": "Ukuran", "Type": "Jenis", "Kind": "Jenis", "Date Modified": "Diubah",
    "My Computer": "Komputer", "Computer": "Komputer", "Sidebar": "Bilah samping", "&Rename": "&Ubah nama",
    "Show &hidden files": "Tampilkan berkas tersembunyi", "Find Directory": "Cari folder", "Recent Places": "Tempat terakhir",
    "Save As": "Simpan sebagai", "All Files (*)": "Semua berkas (*)", "%1 already exists.\nDo you want to replace it?":
    "%1 sudah ada.\nGanti dengan yang baru?", "File": "Berkas", "Folder": "Folder", "&Print": "&Cetak", "Print": "Cetak",
    "Copy &Link Location": "Salin &alamat", "Clear": "Bersihkan",
}  # fmt: skip


class QtWords(QTranslator):
    """Says Qt's words in Indonesian where the window does."""

    def isEmpty(self) -> bool:
        """It has words although it read no file."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The word, or None for 'as it is'."""
        return INDONESIAN.get(source) if language() == "id" else None
