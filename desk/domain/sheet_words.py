"""What a disposition sheet is labelled with: the paper's own words, which the screen repeats so that eyes go across."""

from __future__ import annotations

TITLE = "LEMBAR DISPOSISI"
SENDER, LETTER_NUMBER, LETTER_DATE = "Surat dari", "No. surat", "Tgl. surat"
RECEIVED, AGENDA, URGENCY, SUBJECT = "Diterima tgl.", "No. agenda", "Sifat", "Hal"
DESKS, PHRASES = "Diteruskan kepada Sdr.", "Dengan hormat harap"
WORDS, DEADLINE, EARLIER = "Catatan", "Batas waktu", "Disposisi sebelumnya"
NO_LETTER = "tanpa surat"
