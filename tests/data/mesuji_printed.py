"""What the scan of Mesuji's decree prints, taken down by a second reading that started from the scan."""

from __future__ import annotations

from dataclasses import dataclass, field

REHSOS = "Bidang Rehabilitasi Sosial"
STRANDED = "Surat Pengantar untuk Pemulangan Orang Terlantar ke Daerah Asal"
CHANNELS = [
    ("phone", "0823-1746-8174"),
    ("whatsapp", "0823-1746-8174"),
    ("email", "Dinsosmesuji2606@gmail.com"),
    ("lapor", "https://www.lapor.go.id"),
    ("box", "Kotak Pengaduan/Saran"),
    ("counter", "Datang langsung"),
]
ROOMS_BEFORE = (
    "Ruang Tunggu Lengkap dengan Kursi dan AC",
    "Meja Kantor",
    "Alat Tulis Kantor",
    "Komputer",
    "Printer",
    "Koneksi Internet",
    "Ruang Menyusui",
)
ROOMS_AFTER = ("Jalur Disabilitas", "Kursi Roda", "Tempat Parkir", "Apar", "Kotak P3K")
COMPETENCE = (
    "Kualifikasi Pendidikan Minimal SMA",
    "Mampu mengoperasikan komputer",
    "Mampu berkomunikasi dengan baik",
    "Berpenampilan menarik dan berattitude",
)
OVERSIGHT = ("Pengawasan dilakukan oleh atasan langsung secara berjenjang", "Pengawasan dilakukan oleh APIP")
SAFETY = (
    "Data dijamin keamanan dan kerahasiannya",
    "Petugas yang kompeten",
    "Ditandatangani oleh Pejabat berwenang",
)


@dataclass(frozen=True)
class Printed:
    """What the scan prints of one service: `requirements` and `steps` in order, by their first words."""

    title: str
    division: str | None
    requirements: tuple[str, ...]
    days: int
    as_written: str
    product: str
    steps: tuple[str, ...]  # one for each printed number
    laws: str
    toilet: str = "Toilet"  # the decree has both spellings, and in the SOP both 'operasional' and 'oprasional'
    procedure: str = "Menguasai standar oprasional Prosedur"
    parts: dict[str, int] = field(default_factory=dict)
    hand_off: str | None = None
    visit: bool = False
    returns: bool = False
    rejects: bool = False


PRINTED = {
    1: Printed(
        title="Rekomendasi Surat terhadap Orang Terlantar",
        division=REHSOS,
        requirements=("Surat Keterangan dari Kepolisian", "Kartu Keluarga", "Kartu Tanda Penduduk"),
        days=1,
        as_written="1 (satu) hari",
        product=STRANDED,
        steps=(
            "Menyampaikan Surat Permohonan beserta persyaratan",
            "Front Office menyampaikan Surat Permohonan",
            "Kepala Bidang Rehabilitasi Sosial melakukan peninjauan",
            "Kepala Bidang memerintahkan Staf untuk membuat konsep",
            "Konsep surat rekomendasi pemulangan orang terlantar diserahkan",
            "Kepala Dinas Sosial Menandatangani surat",
            "Kepala Dinas Sosial Menyerahkan surat",
            "Staf/Pelaksana Mengarsipkan Surat",
        ),
        laws="UU 11/2009, PP 31/1980, Permensos 16/2019, Perbup 35/2022",
        toilet="Toliet",
    ),
    2: Printed(
        title="Rekomendasi Pengangkatan Anak",
        division=REHSOS,
        requirements=(
            "Surat Permohonan ijin pengangkatan anak",
            "Berumur paling rendah 30 (tiga puluh) tahun dan paling tinggi 55",
            "Seagama Calon Orang Tua Angkat",
            "Tidak merupakan pasangan sejenis",
            "Berstatus menikah paling singkat 5 (lima) tahun",
            "Tidak atau belum mempunyai anak atau hanya memiliki satu",
            "Telah mengasuh calon anak angkat paling singkat 6 (enam) bulan",
            "Surat Keterangan sehat Calon Orang Tua Asuh",
            "Surat Keterangan Kesehatan jiwa",
            "FC Akta Kelahiran Calon Orang Tua Asuh",
            "Surat Keterangan Catatan Kepolisian (SKCK) setempat",
            "FC Surat Nikah/Akta Perkaswinan",
            "FC Kartu Keluarga dan KTP",
            "FC Akta Kelahiran Calon anak angkat",
            "Surat Keterangan penghasilan",
            "Surat pernyataan persetujuan Calon Anak Angkat",
            "Surat Pernyataan motifikasi",
            "Surat pernyataan Akta Kelahiran Calon Orang Tua Asuh (COTA) akan memperlakukan",
            "Surat pernyataan persetujuan adopsi dari pihak keluarga",
            "Surat penyerahan dan kuasa dari pihak orang tua kandung",
            "Surat pernyataan bahwa semua dokumen persyaratan adopsi",
            "Poin 1 s/d 19 dibuat rangkap 3 (tiga)",
            "Foto Calon Orang Tua angkat (COTA) dan calon anak angkat (CAA) uk. 4X6",
            "Foto CAA ukuran 5 R rangkap tiga",
        ),
        parts={"k13": 2, "k23": 2},
        days=4,
        as_written="4 (empat) Hari",
        product=STRANDED,
        steps=(
            "Menyampaikan permohonan secara tertulis yang ditujukan kepada Bupati",
            "Front Office menyampaikan Surat Permohonan",
            "Kepala Dinas Sosial memerintahkan Kepala Bidang",
            "Kepala Bidang Rehabilitasi Sosial memverifikasi berkas dan kunjungan kelapangan",
            "Kepala Bidang Rehabilitasi Sosial memerintahkan staf",
            "Konsep Surat diserahkan kepada Kepala Bidang",
            "Kepala Dinas Sosial Menandatangani Surat Rekomendasi Pengangkatan Anak",
            "Surat Rekomendasi Pengangkatan Anak diserahkan",
            "Kepala Bidang Rehabilitasi Sosial mengajukan surat rekomendasi permohonan izin",
        ),
        laws="UU 23/2002, UU 11/2009, Permensos 110/HUK/2009, Perbup 35/2022",
        toilet="Toliet",
        hand_off="Dinas Sosial Provinsi",
        visit=True,
        rejects=True,
    ),
    3: Printed(
        title="Layanan Pemberian Bantuan bagi Korban Bencana Alam",
        division="Bidang Perlindungan dan Jaminan Sosial",
        requirements=(
            "Surat Keterangan dari Pemerintah Desa yang diketahui Camat, yang dilengkapi dengan: Data Korban",
            "Fotocopy KK korban Bencana",
            "Foto lokasi/rumah pasca bencana",
            "Data Kerugian Korban Bencana",
        ),
        parts={"k1": 2},
        days=3,
        as_written="3 (tiga) hari",
        product="Bantuan Sosial kepada Korban Bencana Alam",
        steps=(
            "Permohonan secara tertulis yang ditujukan kepada Bupati",
            "Front Office menyampaikan Surat Permohonan",
            "Kepala Dinas Sosial Memerintahkan Kepala Bidang",
            "Kepala Bidang Perlindungan dan Jaminan Sosial Memerintahkan Taruna Siaga Bencana",
            "Taruna Siaga Bencana (Tagana) melaporkan Hasil asesment",
            "Kepala Bidang Perlindungan dan Jaminan Sosial mempelajari dan menelaah",
            "Kepala Dinas Sosial memberikan disposi kepada Kepala Bidang",
            "Kepala Bidang Perlindungan dan Jaminan Sosial memerintahkan staf (Penjaga Gudang Logistik)",
            "Kepala Bidang Perlindungan dan Jaminan Sosial Membawa dan menyerahkan Logistik",
        ),
        laws="UU 24/2007, UU 11/2009, PP 21/2008, PP 2012, Permensos 1/2013, Permensos 9/2018, Perbup 35/2022",
        toilet="Toliet",
        visit=True,
        rejects=True,
    ),
    4: Printed(
        title="Layanan Informasi Aduan Keluarga Sasaran Jaminan Perlindungan Sosial",
        division=None,
        requirements=("Surat Pengantar dari Kepala Desa setempat", "Kartu Tanda Penduduk", "Kartu Keluarga"),
        days=1,
        as_written="1 (satu) hari",
        product=STRANDED,
        steps=(
            "Permohonan secara tertulis yang ditujukan kepada Kepala Dinas",
            "Front Office menyampaikan Surat Permohonan",
            "Kepala Dinas Sosial mendisposisikan Surat Permohonan kepada Kepala Bidang terkait",
            "Kepala Bidang Memerintahkan Staf untuk mencatat Identitas",
            "Kepala Bidang memberikan informasi/penjelasan",
        ),
        laws="UU 11/2009, Permensos 3/2021, Perbup 35/2022",
        procedure="Menguasai standar operasional Prosedur",
    ),
    5: Printed(
        title="Izin Sumbangan Sosial/Pengumpulan Uang atau Barang",
        division="Bidang Pemberdayaan Sosial",
        requirements=(
            "Surat Permohonan Izin Penyelenggaraan PUB ditujukan kepada Bupati Mesuji",
            "Surat keterangan domisili atau nomor induk berusaha",
            "Nomor pokok wajib pajak",
            "Bukti setor pajak bumi dan bangunan/surat sewa tempat",
            "Nomor rekening atau wadah/tempat penampung",
            "Kartu tanda penduduk direktur/ketua",
            "Surat pernyataan keabsahan dokumen legalitas",
            "Surat pernyataan bermeterai cukup yang menyatakan PUB tidak disalurkan",
            "Tanda daftar Lembaga Kesejahteraan Sosial",
            "Rekomendasi dari pejabat yang berwenang",
            "Proposal",
            "Contoh Iklan/Promosi",
        ),
        parts={"k2": 2, "k4": 2, "k5": 2},
        days=5,
        as_written="5 (lima) hari",
        product="Izin/Rekomendasi Sumbangan Sosial/Pengumpulan Uang/Barang",
        steps=(
            "Melakukan Pendaftaran secara On Line: a) Registrasi Pemohon",
            "Operator menyampaikan surat permohonan dan kelengkapan administrasi",
            "Kepala Dinas Sosial Memerintahkan Kepala Bidang Pemberdayaan Sosial",
            "Tim Verifikasi melakukan verifikasi dan peninjauan kelengkapan",
            "Tim Verifikasi menyampaikan hasil verifikasi",
            "Kepala Bidang Pemberdayaan Sosial memerintahkan Operator",
            "Operator menyampaikan Konsep Surat",
            "Kepala Dinas Menandatangani Surat Izin Sumbangan Sosial",
            "Operator mengupload Surat Izin PUB",
        ),
        laws="UU 11/2009, Permensos 8/2021, Perbup 35/2022",
        returns=True,
        rejects=True,
    ),
    6: Printed(
        title="Rekomendasi Layanan Peralihan Peserta BPJS PBI APBD dan Jaminan Kesehatan Provinsi",
        division=REHSOS,
        requirements=(
            "Fotocopi KTP",
            "Fotocopi KK",
            "Surat Keterangan Tidak Mampu yang ditandatangani Kepala Desa Mengetahui Camat",
            "Surat Permohonan yang ditandatangani Pemohon yang didalamnya memuat",
        ),
        parts={"k4": 2},
        days=1,
        as_written="1 (satu) hari",
        product="Surat Rekomendasi Peralihan Peserta PBI APBD dan Jaminan Kesehatan Provinsi di Kantor Dinas Sosial",
        steps=(
            "Pemohon menyampaikan permohonan Kepada Kepala Dinas",
            "Petugas Front Office menyerahkan Surat Permohonan",
            "Kepala Dinas Sosial Memerintahkan Kepala Bidang Rehabilitasi Sosial memverifikasi",
            "Kepala Bidang Rehabilitasi memerintahkan Staf/Operator BPJS",
            "Staf/Operator menyerahkan konsep surat rekomendasi",
            "Kepala Dinas Sosial menandatangani konsep Surat",
            "Surat Rekomendasi diserahkan Kepada Kepala Bidang",
            "Staf/Pelaksana mengarsipkan Surat",
        ),
        laws="UU 11/2009, Permensos 21/2019, Perbup 35/2022",
        procedure="Menguasai standar operasional Prosedur",
        returns=True,
    ),
    7: Printed(
        title="Penerbitan Surat Rekomendasi Kartu Indonesia Pintar (KIP)",
        division="Bidang Penanganan Fakir Miskin",
        requirements=(
            "Surat Keterangan Tidak Mampu (SKTM) dari Desa setempat",
            "Membawa fotocopy KTP",
            "Membawa Fotocopy Kartu Keluarga (KK)",
            "Membawa pengantar dari Sekolah Pemohon",
            "Membawa Fotocopy Akte Lahir Pemohon",
            "Terdaftar dalam Data Terpadu Kesejahteraan Sosial (DTKS)",
        ),
        days=1,
        as_written="1 (satu) Hari",
        product="Surat Rekomendasi Kartu Indonesia Pintar (KIP)",
        steps=(
            "Pemohon mengajukan Permohonan ke Dinas Sosial",
            "Petugas Front Office menyerahkan surat pemohon",
            "Kepala Bidang Penanganan Fakir Miskin untuk memverifikasi data",
            "Kepala Bidang Penanganan Fakir Miskin memerintahkan Staf",
            "Staf/Pelaksana menyerahkan konsep Surat Rekomendasi",
            "Konsep Surat yang sudah diparaf ditandatangani",
            "Surat Rekomendasi yang sudah ditandatangani diserahkan",
            "Staf/Pelaksana mengarsipkan surat",
        ),
        laws="UU 11/2009, Permendikbud 10/2020, Permensos 3/2021, Perbup 35/2022",
        toilet="Toliet",
        returns=True,
    ),
    8: Printed(
        title="Usulan, Verifikasi dan Validasi Data Terpadu Kesejahteraan Sosial",
        division="Bidang Penanganan Fakir Miskin",
        requirements=(
            "Surat Pengantar dari desa setempat diketahui Kepala Desa",
            "Surat Keterangan Tidak Mampu diketahui Kepala Desa",
            "Fotocopy KTP",
            "Fotocopy Kartu Keluarga (KK)",
            "Foto diri pemohon didepan Rumah",
        ),
        days=1,
        as_written="1 (satu) Hari",
        product="Terinputnya Usulan Penerima Bansos dalam SIKS NG",
        steps=(
            "Pemohon mengajukan Permohonan ke Dinas Sosial",
            "Petugas Front Office mencatat dalam agenda surat masuk",
            "Kepala Dinas mendisposisikan kepada Kepala Bidang",
            "Kepala Bidang Penanganan Fakir Miskin memerintahkan Staf untuk mencatat keperluan",
            "Kepala Bidang Penanganan Fakir Miskin menelaah dan memverifikasi berkas",
            "Kepala Bidang Penanganan Fakir Miskin memerintahkan Staf untuk menginput data",
            "Staf menyampaikan print out hasil input data",
        ),
        laws="UU 11/2009, Permensos 3/2021, Perbup 35/2022",
        returns=True,
    ),
}
