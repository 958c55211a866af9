"""What the scan of Lubuklinggau's decree prints, taken down by a second reading that started from the scan."""

from __future__ import annotations

from dataclasses import dataclass, field

REHSOS = "Bidang Rehabilitasi Sosial"
LINJAMSOS = "Bidang Perlindungan dan Jaminan Sosial"
DAYASOS = "Bidang Pemberdayaan Sosial"
POVERTY = "Bidang Penanganan Kemiskinan"
CHANNELS = [("email", "Melalui email"), ("phone", "Melalui telpon"), ("other", "Melalui Media Sosial")]
LETTERS = ("Ruang tunggu", "Toilet", "Komputer dan Printer", "Meja, Kursi, Lemari Arsip", "Alat Tulis")
POKOK = "UU 11/2009"

HOUR = (0, 1, "hour", "at_most", "office")
TWO_DAYS = (0, 2, "day", "at_most", "working")
THREE_DAYS = (0, 3, "day", "at_most", "working")


@dataclass(frozen=True)
class Printed:
    """What the scan prints of one service.

    `way` are the boxes of the flow chart, number and first words, as its arrows go on; a box without a number stands
    with its words alone. `back` are the arrows that return, from box to box.
    """

    title: str
    division: str | None
    requirements: tuple[str, ...]  # the first words of each numbered entry
    as_written: str
    product: str
    way: tuple[str, ...]
    counts: tuple[int, int, int, int, int]  # competence, oversight, assurance, safety, evaluation
    laws: str = POKOK
    duration: tuple[int, int, str, str, str] = HOUR
    back: tuple[tuple[str, str], ...] = ()
    parts: dict[str, int] = field(default_factory=dict)
    facilities: tuple[str, ...] = LETTERS
    people: int = 3
    watched: str = "Dilaksanakan secara Kontinyu"
    hand_off: str | None = None
    visit: bool = False


PRINTED = {
    1: Printed(
        title="Pemberian Bantuan Tanggap Darurat kepada Korban Bencana Alam dan Bencana Sosial",
        division=None,
        requirements=("Laporan lisan / surat laporan dari RT/Lurah/Camat", "Pendataan Tim Tagana"),
        parts={"k1": 2},
        duration=(0, 24, "hour", "at_most", "elapsed"),
        as_written="Mak 24 Jam",
        product="Bantuan Logistik dan TRC",
        way=(),  # the row 'Sistem, Mekanisme, dan Prosedur' is empty in the scan
        laws="UU 11/2009, UU 24/2007",
        facilities=("Tenda", "Velbed", "Water Rescue Kit", "Vertical Rescue Kit", "Logistik Bencana"),
        people=10,
        watched="Dilaksanakan secara insidental",
        counts=(5, 3, 1, 2, 1),
    ),
    2: Printed(
        title="Pemberian Bantuan untuk Meneruskan Perjalanan Orang Terlantar",
        division=LINJAMSOS,
        requirements=(
            "Surat Keterangan Kehilangan dari Kepolisian",
            "Surat pengantar dari Dinas Sosial terdekat",
            "FC KTP atau identitas lainnya",
            "Pas Foto badan",
        ),
        parts={"k3": 2},
        as_written="Mak 1 jam",
        product="1. Surat Pengantar Bantuan Orang Terlantar 2. Uang bantuan biaya makan di jalan",
        way=(
            "1 Pemohon",
            "2 Bagian Umum",
            "4 Kasi",
            "5 Kabid Perlindungan dan Jaminan Sosial",
            "3 Sekretaris",
            "4 Kepala Dinas",
            "1 Pemohon",
        ),
        back=(("3 Sekretaris", "2 Bagian Umum"),),
        facilities=(*LETTERS, "Uang Makan"),
        watched="Dilaksanakan secara insidental",
        counts=(4, 3, 1, 1, 1),
    ),
    3: Printed(
        title="Penerbitan Izin Pengumpulan Uang dan Barang",
        division=DAYASOS,
        requirements=(
            "Surat permohonan pengajuan izin (Nama Org",
            "Surat Keterangan dari kepolisian setempat",
            "Fotocopy Akte Pendirian Organisasi",
            "AD/ART",
            "Fotocopy KTP Penanggungjawab Pelaksana",
            "Permohonan izin pengumpulan sumbangan, diajukan secara tertulis kepada Walikota",
        ),
        as_written="Mak 1 jam",
        product="Surat Rekomendasi Izin Pengumpulan Uang dan Barang",
        way=(
            "1 Pemohon",
            "2 Bagian Umum",
            "4 Kasi",
            "5 Kabid Pemberdayaan",
            "3 Sekretaris",
            "4 Kepala Dinas",
            "2 Bagian Umum",
        ),
        back=(("5 Kabid Pemberdayaan", "2 Bagian Umum"), ("3 Sekretaris", "2 Bagian Umum")),
        laws="PP 29/1980, Kepmensos 1/HUK/1995, Kepmensos 56/HUK/1996, Permensos 8/2021",
        watched="Dilaksanakan secara insidental",
        counts=(4, 3, 1, 0, 1),
        hand_off="Walikota Lubuklinggau",
    ),
    4: Printed(
        title="Penerbitan Surat Rekomendasi Perizinan Undian Gratis Berhadiah",
        division=DAYASOS,
        requirements=(
            "Surat permohonan pengajuan izin (Nama Kegiatan",
            "Fotocopy Akte Pendirian Organisasi",
            "Fotocopy KTP Penanggungjawab Pelaksana",
            "Permohonan izin diajukan secara tertulis kepada Walikota",
        ),
        as_written="Mak 1 jam",
        product="Surat Rekomendasi Izin Undian Gratis Berhadiah",
        way=(
            "1 Pemohon",
            "2 Bagian Umum",
            "4 Kasi",
            "5 Kabid Pemberdayaan",
            "3 Sekretaris",
            "4 Kepala Dinas",
            "2 Bagian Umum",
        ),
        back=(("5 Kabid Pemberdayaan", "2 Bagian Umum"), ("3 Sekretaris", "2 Bagian Umum")),
        counts=(4, 3, 1, 0, 1),
        hand_off="Walikota Lubuklinggau",
    ),
    5: Printed(
        title="Penerbitan Surat Rekomendasi Izin Orang Tua Angkat",
        division=REHSOS,
        requirements=(
            "Surat Permohonan",
            "Surat Keterangan Sehat Jasmani dan Rohani (dari Dokter Pemerintah)",
            "FC Akte Kelahiran calon Orang Tua Angkat (Suami-Isteri)",
            "FC Surat Keterangan Kelakuan Baik dari Kepolisian",
            "FC KTP Suami/Isteri dan KK calon orang tua angkat",
            "FC Surat Nikah",
            "FC Surat Keterangan berpenghasilan tempat bekerja",
            "Surat Pernyataan Pengangkatan Anak Perlindungan Anak diatas materai Rp.6.000,-",
            "Surat Pernyataan Jaminan calon orang tua angkat diatas materai Rp.6.000,-",
            "Surat Pernyataan calon orang calon orang tua angkat bahwa hak anak tersebut sama",
        ),
        parts={"k3": 2, "k5": 3},
        duration=TWO_DAYS,
        as_written="Mak 2 hari",
        product="Surat Rekomendasi Izin Orang Tua Angkat",
        way=(
            "1 Pemohon",
            "2 Bagian Umum",
            "6 Kasi Rehabilitasi Sosial Anak dan Lanjut Usia",
            "5 Kabid Rehabilitasi Sosial",
            "Surat Izin Sosial Calon Orang Tua Angkat",
            "3 Sekretaris",
            "4 Kepala Dinas",
            "2 Bagian Umum",
        ),
        back=(("4 Kepala Dinas", "6 Kasi Rehabilitasi Sosial Anak"),),
        laws="UU 11/2009, Permensos 110/2009",
        counts=(3, 3, 1, 1, 1),
    ),
    6: Printed(
        title="Penerbitan Surat Rekomendasi Perizinan Kafetaria",
        division=REHSOS,
        requirements=(
            "Surat Permohonan",
            "FC SITU, SIUP, dan izin sebelumnya",
            "FC KTP Penanggungjawab",
            "Pas Foto Penanggungjawab",
            "Denah Lokasi",
        ),
        parts={"k2": 3},
        duration=THREE_DAYS,
        as_written="Mak 3 Hari",
        product="Surat Rekomendasi Izin Kafetaria",
        way=(
            "1 Pemohon",
            "2 Bagian Umum",
            "4 Kasi Rehabilitasi Sosial",
            "Survey Ke Lokasi",
            "5 Kabid Rehabilitasi Sosial",
            "3 Sekretaris",
            "4 Kepala Dinas",
        ),
        back=(
            ("Survey Ke Lokasi", "4 Kasi Rehabilitasi Sosial"),
            ("5 Kabid Rehabilitasi Sosial", "4 Kasi Rehabilitasi Sosial"),
        ),
        counts=(3, 3, 1, 1, 1),
        visit=True,
    ),
    7: Printed(
        title="Penerbitan Surat Rekomendasi Perizinan Operasional Lembaga Kesejahteraan Sosial",
        division=DAYASOS,
        requirements=(
            "Surat Permohonan",
            "Daftar Nama Anak Asuh",
            "Akta Notaris",
            "Surat Keterangan dari RT",
            "Surat Keterangan dari Lurah",
            "Fotocopy KTP Penanggungjawab",
            "NPWP Lembaga",
            "Struktur Organisasi",
        ),
        duration=THREE_DAYS,
        as_written="Mak 3 Hari",
        product="Surat Rekomendasi Izin Operasional Lembaga Kesejahteraan Sosial",
        way=(
            "1 Pemohon",
            "2 Bagian Umum",
            "6 Kasi Pemberdayaan Perempuan dan Keluarga",
            "Survey Ke Lokasi",
            "5 Kabid Pemberdayaan Sosial",
            "3 Sekretaris",
            "4 Kepala Dinas",
            "2 Bagian Umum",
        ),
        back=(("4 Kepala Dinas", "6 Kasi Pemberdayaan Perempuan"),),
        laws="UU 11/2009, Permensos 184/2011",
        counts=(3, 3, 1, 0, 1),
        visit=True,
    ),
    8: Printed(
        title="Penerbitan Surat Rekomendasi Berobat ke Rumah Sakit Jiwa",
        division=REHSOS,
        requirements=(
            "Surat pengantar dari Kelurahan",
            "Surat Rujukan dari Rumah Sakit Daerah",
            "FC Kartu BPJS / Surat Keterangan Tidak Mampu",
            "Surat Diagnosa Penyakit",
            "FC KTP dan KK",
        ),
        parts={"k3": 2, "k5": 2},
        as_written="Mak 1 Jam",
        product="Surat Rekomendasi Berobat Kerumah Sakit Jiwa",
        way=(
            "1 Pemohon",
            "2 Bagian Umum",
            "6 Kasi Rehabilitasi Sosial Penyandang Disabilitas",
            "5 Kabid Rehabilitasi Sosial",
            "3 Sekretaris",
            "4 Kepala Dinas",
            "2 Bagian Umum",
        ),
        back=(
            ("3 Sekretaris", "6 Kasi Rehabilitasi Sosial Penyandang Disabilitas"),
            ("3 Sekretaris", "5 Kabid Rehabilitasi Sosial"),
        ),
        counts=(3, 3, 1, 0, 1),
    ),
    9: Printed(
        title="Pendaftaran Data Terpadu Kesejahteraan Sosial (DTKS) dan Penerbitan Surat Keterangan Terdaftar DTKS",
        division=POVERTY,
        requirements=(
            "Fotocopy KK dan KTP",
            "Foto Rumah",
            "Surat Keterangan Tidak Mampu Kelurahan",
            "Mengisi Formulir",
        ),
        parts={"k1": 2},
        as_written="Mak 1 Jam",
        product="Data Terpadu Kesejahteraan Sosial / Surat Terdaftar DTKS",
        way=(
            "1 Pemohon",
            "2 Bagian Umum",
            "4 Kasi Pengkaji DTKS / Pengisi Data Kab/Kota",
            "5 Kabid Penanganan Kemiskinan",
            "Verifikasi Berkas",
            "Input Data",
            "2 Bagian Umum",
        ),
        back=(("Verifikasi Berkas", "4 Kasi Pengkaji DTKS"),),
        laws="Permensos 3/2021, Kepmensos 150/2022",
        counts=(3, 3, 1, 0, 1),
    ),
    10: Printed(
        title="Pendaftaran untuk Mendapatkan Jaminan Kesehatan (PBI JK)",
        division=POVERTY,
        requirements=(
            "Pendaftar harus terdaftar pada Data Terpadu Kesejahteraan Sosial (DTKS)",
            "Untuk yang belum terdaftar harus didaftarkan ke DTKS dengan syarat",
        ),
        parts={"k2": 4},
        as_written="Mak 1 Jam",
        product="Terdaftar sebagai Penerima Bantuan Iuran Jaminan Kesehatan",
        way=(
            "1 Pemohon",
            "2 Bagian Umum",
            "4 Kasi Pengkaji DTKS / Pengisi Data Kab/Kota",
            "5 Kabid Penanganan Kemiskinan",
            "Verifikasi Berkas",
            "Input Data",
        ),
        back=(("Verifikasi Berkas", "4 Kasi Pengkaji DTKS"),),
        laws="Perpres 64/2020",
        counts=(3, 3, 1, 0, 1),
    ),
    11: Printed(
        title="Pelayanan Rehabilitasi Sosial (Penjangkauan, Alat Bantu, Pendampingan, Permakanan, Home Visit, Dll)",
        division=REHSOS,
        requirements=("KTP", "KK"),
        as_written="Mak 1 Jam",
        product="PPKS menerima layanan Rehabilitasi Sosial",
        way=(
            "1 Pelapor",
            "2 Bidang Rehsos",
            "3 Sakti Peksos dan Tim Rehsos",
            "4 Sakti Peksos dan Tim Rehsos",
            "Rencana Tindak Lanjut",
            "PPKS Terlayani",
        ),
        back=(
            ("Rencana Tindak Lanjut", "2 Bidang Rehsos"),
            ("Rencana Tindak Lanjut", "3 Sakti Peksos"),
            ("PPKS Terlayani", "Rencana Tindak Lanjut"),
        ),
        laws="Permensos 16/2019",
        facilities=("Mobil Tanggap Darurat", "Personel Peksos", "Tim Penjangkauan Rehsos"),
        counts=(3, 3, 1, 0, 1),
        visit=True,
    ),
}
