"""What the scan of Kotabaru's decree prints, taken down by a second reading that started from the scan."""

from __future__ import annotations

from dataclasses import dataclass, field

DAYASOS = "Bidang Pemberdayaan Sosial"
LINJAMSOS = "Bidang Perlindungan dan Jaminan Sosial"
REHSOS = "Bidang Rehabilitasi Sosial"

OFFICE = "Dinas Sosial Kabupaten Kotabaru"
OFFICER = (
    "Pejabat Pengelola Pengaduan: Gusti Rini Marlina, SE, NIP 19770707 200604 2 040, Kasubbag Perencanaan dan Keuangan"
)
ROSIDAWATI = "Rosidawati, NIP 19670929 199303 2 010, Penyuluh Sosial Ahli Muda"
NURLAILIYAH = "Nurlailiyah. A, S.Sos, NIP 19741013 200212 2 003, Sub Koordinator/Penyuluh Sosial Ahli Muda"
SHALEH = "Shaleh, NIP 19770415 200701 1 023, Pengelola Perlindungan Sosial"
SOPHIA = "Sophia Adhayani, SE, NIP 19811002 201001 2 013, Penelaah Teknis Kebijakan"
SAKERANI = "H. Sakerani, S.Sos, NIP 19791118 199802 1 001, Penyuluh Sosial Ahli Muda"
FAHRIADI = "Fahriadi, S.AP, NIP 19760311 200701 1 005, Penelaah Teknis Kebijakan"
BY_LETTER = (
    f"Surat yang dialamatkan ke {OFFICE}, Jl. Veteran KM.2 No.223, Pulaulaut Utara, Kotabaru, Kalimantan Selatan 72116"
)
IN_PERSON = [("counter", f"Tatap Muka Langsung kepada Pejabat Pengelola Pengaduan di {OFFICE}"), ("officer", OFFICER)]
OTHERWISE = [
    ("box", f"Tertulis disampaikan ke Kotak Pengaduan yang disediakan di {OFFICE}"),
    ("letter", BY_LETTER),
    ("sms", "0811-558-223"),
    ("whatsapp", "0811-558-223"),
    ("phone", "(0518) 6072019, (0811) 558223"),
    ("email", "dinsos@kotabarukab.go.id"),
    ("website", "https://dinsos.kotabarukab.go.id"),
    ("instagram", "info.dinsos.kotabarukab"),
    ("other", "Tiktok: info.dinsos.kotabarukab"),
    ("facebook", OFFICE),
    ("lapor", "https://www.lapor.go.id"),
]

SIKS, SLRT = "Aplikasi SIKS NG", "Aplikasi SLRT"


def furnished(*applications: str, book: str = "penerima", thermometer: bool = False) -> tuple[str, ...]:
    """The list of facilities that all standards share, with what differs between them."""
    return (
        *applications,
        "Ruang Pelayanan",
        "Banner informasi",
        f"Buku daftar {book} layanan",
        "Leaflet",
        "Televisi",
        "Buku tamu",
        "Kotak pengaduan dan saran",
        "Kamera CCTV",
        "Internet",
        "Jaringan LAN",
        "Personal Computer",
        "Printer",
        "Meja Kursi Layanan",
        "Meja Kursi Pengunjung",
        "Telepon",
        "Ruang Pengaduan dan Konsultasi",
        "Ruang Arsip",
        "Toilet",
        *(["Termo Gun"] if thermometer else []),
        "Tempat Parkir Kendaraan Roda 2 dan 4",
        "Fasilitas Difabel",
    )


WORKERS = ("TNP (Front Office)", "TNP (back office)", "TNP (Verifikator)")
SOCIAL_WORKERS = ("TNP (Front Office)", "TNP (back office)", "Pekerja Sosial (Verifikator)")
OFFICIALS = (
    "PNS (Front Office)",
    "THL (Front Office)",
    "PNS (back office)",
    "THL (back office)",
    "PNS (Verifikator)",
)

MINUTES_30 = (30, 30, "minute", "exact", "office")
DAY_AND_NIGHT = (24, 24, "hour", "exact", "elapsed")
THREE_NIGHTS = (72, 72, "hour", "exact", "elapsed")
THIRTY_DAYS = (30, 30, "day", "exact", "working")

POOR = "UU 13/2011, Permensos 8/2012, Permendagri 77/2020, Permensos 3/2021, "
PSYCHIATRIC = "UU 11/2009, Permensos 129/HUK/2008, Kepmensos 28/HUK/1986, Kepdirjen 245/PSK/KPTS/X, UU 19/2011"
PSYCHIATRIC_PAPERS = (
    "KTP (berdomisili di Kotabaru)",
    "Kartu Keluarga",
    "Surat Keterangan Tidak Mampu (SKTM)",
    "Surat Rujukan dan Rawat inap oleh Dokter Spesialis kejiwaan",
    "Surat permohonan dari Desa/Kelurahan/Kecamatan",
)


@dataclass(frozen=True)
class Printed:
    """What the scan prints of one service; `school` are the two least diplomas and what the second is for."""

    title: str
    division: str
    requirements: tuple[str, ...]  # the first words of each entry
    duration: tuple[int, int, str, str, str]
    as_written: str
    product: str
    steps: str  # the printed numbers
    first_step: str
    last_step: str
    laws: str
    staff: str
    unnumbered: int = 0  # entries at the end of the requirements without a number
    parts: dict[str, int] = field(default_factory=dict)
    facilities: tuple[str, ...] = furnished(SIKS, SLRT)
    people: int = 4
    roles: tuple[str, ...] = SOCIAL_WORKERS
    school: tuple[str, str, str] = ("SMA sederajat", "SMA sederajat", "Pelaksana")
    counts: tuple[int, int, int, int, int] = (4, 2, 3, 3, 2)  # competence, oversight, assurance, safety, evaluation
    hand_off: str | None = None
    visit: bool = False
    rejects: bool = False


PRINTED = {
    1: Printed(
        title="Izin Ziarah Taman Makam Pahlawan",
        division=DAYASOS,
        requirements=("Surat permohonan izin untuk ziarah di Taman Makam Pahlawan",),
        unnumbered=1,
        duration=MINUTES_30,
        as_written="30 (tiga puluh) menit",
        product="Surat Izin ziarah di Taman Makam Pahlawan",
        steps="1 2 3 4",
        first_step="Disposisi Surat Permohonan ijin ziarah dari yang berkepentingan",
        last_step="Surat izin ziarah untuk ditandatangani Kepala Dinas",
        laws="Kepmensos 33/HUK/1992, Permensos 23/2014",
        staff=ROSIDAWATI,
        facilities=furnished(SLRT, book="peneriam"),
        roles=WORKERS,
        school=("SMA sederajat", "SMA sederajat", "Customer Service"),
    ),
    2: Printed(
        title="Pertek Pengumpulan Uang atau Barang (PUB)",
        division=DAYASOS,
        requirements=(
            "Surat tanda daftar Organisasi Kemasyarakatan",
            "Surat keterangan domisili atau nomor induk berusaha",
            "Nomor pokok wajib pajak",
            "Bukti setor pajak bumi dan bangunan/surat sewa tempat",
            "Nomor rekening atau wadah/tempat penampung",
            "Kartu tanda penduduk direktur/ketua",
            "Surat pernyataan keabsahan dokumen legalitas",
            "Surat pernyataan bermeterai cukup",
            "Tanda daftar Lembaga Kesejahteraan Sosial bagi Lembaga Kesejahteraan Sosial",
            "Rekomendasi dari pejabat yang berwenang",
            "Selain persyaratan sebagaimana dimaksud pemohon harus menyiapkan",
        ),
        unnumbered=1,
        parts={"k2": 2, "k4": 2, "k5": 2, "k10": 2, "tambahan": 2},
        duration=MINUTES_30,
        as_written="30 (tiga puluh) menit",
        product="Izin Pengumpulan Uang atau Barang (PUB)",
        steps="1 2 3 4 5 6 7",
        first_step="Mengajukan permohonan izin PUB",
        last_step="Permohonan tertulis disampaikan: a. Menteri",
        laws="Permensos 11/2015, Permensos 22/2015, Permensos 8/2021",
        staff=ROSIDAWATI,
        facilities=furnished(SLRT, book="peneriam", thermometer=True),
        roles=WORKERS,
        school=("SMA sederajat", "SMA sederajat", "Customer Service"),
        hand_off="Menteri, Gubernur, atau Bupati",
    ),
    3: Printed(
        title="Rekom Lembaga Kesejahteraan Sosial (LKS)",
        division=DAYASOS,
        requirements=(
            "Fotocopy Akte Notaris pendirian",
            "Fotocopy Nomor Pokok Wajib Pajak",
            "Fotocopy Anggaran Dasar dan Anggaran Rumah Tangga",
            "Keterangan domisili dari Lurah/Kepala Desa setempat",
            "Struktur organisasi lembaga",
            "Nama, alamat, dan telepon pengurus dan anggota",
            "Program kerja di bidang kesejahteraan sosial",
            "Modal kerja untuk pelaksanaan kegiatan",
            "Sumber daya manusia",
            "Kelengkapan sarana dan prasarana",
            "Rekomendasi",
        ),
        parts={"k6": 3, "k9": 2, "k10": 2, "k10.a": 2, "k11": 2},
        duration=MINUTES_30,
        as_written="30 (tiga puluh) menit",
        product="Surat Tanda Daftar LKS",
        steps="a b c d e f",
        first_step="Mengajukan permohonan untuk pendaftaran LKS kepada Bupati",
        last_step="Permohonan pendaftaran LKS diterima, Kepala Dinas Sosial menerbitkan surat tanda bukti pendaftaran",
        laws="UU 16/2001, UU 28/2004, Permensos 184/2011",
        staff=NURLAILIYAH,
        facilities=furnished(SLRT, book="peneriam"),
        roles=WORKERS,
        school=("SMA sederajat", "SMA sederajat", "Customer Service"),
        rejects=True,
    ),
    4: Printed(
        title="Cek Data Kepesertaan DTKS, Cek Bansos dan Penerbitan Surat Keterangan",
        division=DAYASOS,
        requirements=(
            "Foto copy KTP Kabupaten Kotabaru yang masih berlaku",
            "Foto copy KK",
            "Foto copy Kartu Indonesia Sehat (KIS) Penerima Bantuan Iuran (PBI)",
        ),
        duration=(15, 15, "minute", "exact", "office"),
        as_written="15 (lima belas) menit",
        product="1. Cek Data Kepesertaan DTKS 2. Penerbitan Surat Keterangan",
        steps="1 2 3",
        first_step="Warga datang ke Dinas Sosial membawa berkas persyaratan",
        last_step="Surat Keterangan Kepesertaan DTKS ditandatangani oleh Supervisor data DTKS",
        laws=POOR + "Perpres 64/2020",
        staff=ROSIDAWATI,
        roles=WORKERS,
    ),
    5: Printed(
        title="Bantuan Logistik bagi Korban Bencana Alam dan Non Alam",
        division=LINJAMSOS,
        requirements=(
            "Surat Laporan Kejadian di Tandatangan Camat/Lurah/Kepala Desa",
            "Fotocopy KTP korban bencana (dicopy atas bawah tidak dipotong)",
            "Fotocopy KK korban bencana",
            "Foto dokumentasi lokasi kejadian bencana",
        ),
        duration=(60, 60, "minute", "exact", "office"),
        as_written="60 Menit",
        product="Bantuan Logistik bagi Korban Bencana Alam dan Non Alam",
        steps="1 2 3",
        first_step="Surat laporan kejadian bencana dari Camat/Lurah/Kepala Desa ke Dinas Sosial",
        last_step="Pemberian bantuan logistic bagi yang memenuhi syarat",
        laws="UU 24/2007, Perda 10/2014",
        staff=SHALEH,
        facilities=furnished(),
        people=6,
        roles=OFFICIALS,
        school=("SMA sederajat", "Diploma 3", "Customer Service"),
        counts=(4, 2, 3, 4, 3),
        visit=True,
    ),
    6: Printed(
        title="Bantuan Sosial Rumah Tidak Layak Huni (RUTILAHU)",
        division=LINJAMSOS,
        requirements=(
            "Foto copy KTP Kabupaten Kotabaru yang masih berlaku",
            "Foto copy KK",
            "Masuk dalam Data Terpadu Kesejahteraan Sosial (DTKS) pada aplikasi SIKS-NG online",
            "Proposal Usulan yang di tandatangani oleh Kepala Desa/Lurah",
        ),
        parts={"k4": 3},
        duration=(3, 5, "month", "range", "calendar"),
        as_written="3 sd 5 bulan",
        product="Bantuan Sosial RUTILAHU",
        steps="1 2 3 4 5 6 7",
        first_step="Proposal permohonan bantuan sosial Rutilahu diserahkan ke Dinas Sosial",
        last_step="Dinas Sosial melakukan monitoring penggunaan bantuan sosial",
        laws=POOR + "Perbup 5/2020",
        staff=SOPHIA,
        facilities=furnished(SIKS, thermometer=True),
        people=6,
        roles=OFFICIALS,
        school=("Diploma 3", "Diploma 3", "Customer Service"),
        counts=(1, 2, 3, 3, 3),
        hand_off="Bupati Kotabaru",
    ),
    7: Printed(
        title="Bantuan Sosial Usaha Ekonomi Produktif Perorangan (UEP-P)",
        division=LINJAMSOS,
        requirements=(
            "Foto copy KTP Kabupaten Kotabaru yang masih berlaku",
            "Foto copy KK",
            "Masuk dalam Data Terpadu Kesejahteraan Sosial (DTKS) pada aplikasi SIKS-NG online",
            "Proposal Usulan yang di tandatangani oleh Kepala Desa/Lurah",
            "Surat Pernyataan Tidak sedang dalam menjalani Kredit Usaha Rakyat (KUR)",
        ),
        parts={"k4": 3},
        duration=(3, 4, "month", "range", "calendar"),
        as_written="3 sd 4 bulan",
        product="Bantuan Sosial UEP-P",
        steps="1 2 3 4 5 6 7",
        first_step="Proposal usulan diserahkan ke Dinas Sosial Kabupaten Kotabaru",
        last_step="Dinas Sosial melakukan monitoring penggunaan bantuan sosial",
        laws=POOR + "Perbup 5/2020",
        staff=SOPHIA,
        facilities=furnished(SIKS),
        people=6,
        roles=OFFICIALS,
        school=("SMA sederajat", "Diploma 3", "Pelaksana"),
        counts=(4, 2, 3, 3, 3),
        hand_off="Bupati Kotabaru",
    ),
    8: Printed(
        title="Penanganan Gangguan Jiwa Terlantar",
        division=REHSOS,
        requirements=PSYCHIATRIC_PAPERS,
        parts={"k4": 2},
        duration=DAY_AND_NIGHT,
        as_written="24 (dua puluh empat) jam",
        product="Bantuan Fasilitasi Transportasi dan Pendampingan Ke Rumah Sakit Jiwa Rujukan",
        steps="1 2 3 4",
        first_step="Permohonan disampaikan ke Dinas Sosial Kabupaten Kotabaru",
        last_step="Dinas Sosial melaksanakan pendampingan tindaklanjut Hasil pemeriksaan",
        laws=PSYCHIATRIC,
        staff=SAKERANI,
        hand_off="RSJ",
    ),
    9: Printed(
        title="Rekomendasi dan Pendampingan bagi Lansia Terlantar",
        division=REHSOS,
        requirements=PSYCHIATRIC_PAPERS,
        parts={"k4": 2},
        duration=DAY_AND_NIGHT,
        as_written="24 (dua puluh empat) jam",
        product="Pendampingan Lansia terlantar kedalam panti",
        steps="1 2 3 4",
        first_step="Permohonan disampaikan ke Dinas Sosial Kabupaten Kotabaru",
        last_step="Dinas Sosial melaksanakan pendampingan tindaklanjut Hasil pemeriksaan",
        laws=PSYCHIATRIC,
        staff=SAKERANI,
        hand_off="RSJ",
    ),
    10: Printed(
        title="Rekomendasi Pengangkatan Anak",
        division=REHSOS,
        requirements=(
            "Sehat Jasmani dan rohani",
            "Berumur paling rendah 30 tahun dan paling tinggi 55 tahun",
            "Berkelakuan baik dan tidak pernah dihukum",
            "Mampu secara ekonomi dan sosial",
            "Berstatus menikah secara sah paling singkat 5 tahun",
            "COTA langsung datang untuk berkonsultasi",
            "Beragama yang sama dengan calon anak angkat",
        ),
        duration=MINUTES_30,
        as_written="30 menit",
        product="Surat Rekomendasi Pengangkatan Anak",
        steps="1 2 3 4 5",
        first_step="Pemohon mengajukan surat permohonan pengangkatan anak",
        last_step="Peksos anak mengirimkan Rekomendasi pengangkatan anak ke Dinas Sosial Provinsi",
        laws="UU 23/2002, UU 11/2009, UU 25/2009, Permensos 110/HUK/2009, Permendagri 52/2011",
        staff=SAKERANI,
        hand_off="Dinas Sosial Provinsi",
    ),
    11: Printed(
        title="Rekomendasi dan Pendampingan bagi Orang Terlantar",
        division=REHSOS,
        requirements=("Surat serah terima dari satpol pp atau Laporan dari masyarakat", "Hasil Asesment TKSK/Peksos"),
        parts={"k1": 2},
        duration=THREE_NIGHTS,
        as_written="72 Jam",
        product="Reunifikasi Orang Terlantar",
        steps="1 2 3 4 5",
        first_step="Menerima OT (Orang Terlantar) dari Masyarakat",
        last_step="Dinas Sosial Melaksanakan tindaklanjut hasil penanganan OT (Reunifikasi)",
        laws="UU 11/2009, UU 25/2009, Permendagri 52/2011",
        staff=FAHRIADI,
    ),
    12: Printed(
        title="Pendampingan Penanganan Anak Berhadapan dengan Hukum",
        division=REHSOS,
        requirements=("Pengaduan/Laporan dari Pihak Kepolisian", "Hasil Asesment Peksos Anak"),
        duration=THREE_NIGHTS,
        as_written="72 Jam",
        product="Dampingan Terhadap ABH",
        steps="1 2 3 4 5 6",
        first_step="Pelapor memberikan laporan terkait ABH/AMPK",
        last_step="TKS melakukan Terminasi dampingan",
        laws="UU 11/2009, UU 11/2012, UU 35/2014, UU 4/1979, PP 2/1988, Perma 1/2014, Keppres 36/1990, "
        "Permensos 9/2015",
        staff=FAHRIADI,
    ),
    13: Printed(
        title="Pelayanan Bantuan Sosial kepada Lanjut Usia, Disabilitas dan Anak Terlantar",
        division=REHSOS,
        requirements=(
            "Fotocopy KTP Kabupaten Kotabaru",
            "Fotocopy KK",
            "Masuk Data Terpadu Kesejahteraan Sejahtera (DTKS)",
            "Usulan dari Tenaga Kesejahteraan Sosial Kecamatan (TKSK), Desa/Kelurahan diketahui oleh Camat",
            "Surat Keterangan Tidak Mampu (SKTM)",
            "Rencana Anggaran dan Biaya (RAB)",
        ),
        duration=(4, 4, "month", "exact", "calendar"),
        as_written="4 bulan",
        product="Bantuan Sosial Lanjut Usia, Disabilitas, dan Anak Terlantar",
        steps="1 2 3 4 5 6 7",
        first_step="Permohonan disampaikan ke Dinas Sosial Kabupaten Kotabaru",
        last_step="Dinas Sosial melakukan monitoring terhadap penggunaan dana Bantuan Sosial tersebut",
        laws="UU 40/2004, UU 11/2009, UU 1/1998, UU 4/1965, UU 13/1998, PP 43/2004, Perpres 12/2013, Keppres 52, "
        "Permensos 8/2012, Perbup 114/2020",
        staff=FAHRIADI,
        hand_off="Bupati Kotabaru",
    ),
    14: Printed(
        title="Rujukan Anak Terlantar, Remaja Terlantar Kepanti",
        division=REHSOS,
        requirements=(
            "KTP/KIA berdomisili di Kotabaru",
            "Kartu Keluarga Alamat dikotabaru",
            "Surat Keterangan tidak mampu dari Desa/Kelurahan/Kecamatan",
            "Masuk dalam data DTKS",
            "Dinyatakan lulus seleksi",
        ),
        parts={"k1": 2},
        duration=THIRTY_DAYS,
        as_written="30 hari",
        product="Bantuan fasilitasi seleksi, Home visit, pengantaran dan penjemputan kepanti",
        steps="1 2 3 4",
        first_step="Permohonan diserahkan ke Dinas Sosial Kabupaten Kotabaru",
        last_step="Dinas Sosial mefasilitasi pengantaran Ke Panti",
        laws="UU 23/2002, UU 11/2009, UU 25/2009, Permendagri 52/2011",
        staff=SAKERANI,
        hand_off="Panti",
        visit=True,
    ),
    15: Printed(
        title="Rujukan Wanita Rawan Sosial, Gelandangan dan Pengemis",
        division=REHSOS,
        requirements=(
            "Fotocopy KTP berdomisili di Kabupaten Kotabaru",
            "Kartu Keluarga Alamat dikotabaru",
            "Masuk dalam data DTKS",
            "Dinyatakan lulus seleksi",
            "Surat Keterangan tidak mampu dari Desa/Kelurahan/Kecamatan",
            "Umur 18 Tahun sampai 55 Tahun",
        ),
        duration=THIRTY_DAYS,
        as_written="30 hari",
        product="Bantuan fasilitasi seleksi, Home visit, pengantaran dan penjemputan kepanti",
        steps="5 6 7 8",
        first_step="Permohonan diserahkan ke Dinas Sosial Kabupaten Kotabaru",
        last_step="Dinas Sosial memfasilitasi Pengantaran Ke Panti",
        laws="UU 11/2009, UU 25/2009, Permensos 8/2012, Permendagri 52/2011",
        staff=SAKERANI,
        hand_off="Panti",
        visit=True,
    ),
    16: Printed(
        title="Tim Reaksi Cepat Penanganan Pemerlu Pelayanan Kesejahteraan Sosial",
        division=REHSOS,
        requirements=(
            "Laporan dari Masyarakat, Desa/Kelurahan, Kecamatan",
            "Hasil penangkapan Razia dari Satpol PP",
        ),
        duration=(48, 48, "hour", "exact", "elapsed"),
        as_written="48 jam",
        product="Tim Reaksi Cepat Penanganan Pemerlu Pelayanan Kesejahteraan Sosial",
        steps="1 2 3 4 5 6",
        first_step="Permohonan/laporan/pemberitahuan dari stakeholder",
        last_step="Penyuluh Sosial dan Pekerja Sosial melaksanakan pendampingan",
        laws="UU 40/2004, UU 11/2009, Permensos 129/HUK/2008, Permensos 14/2020",
        staff=FAHRIADI,
        visit=True,
    ),
}
