"""Lampiran: the scans and photos of one file, as a strip that any screen can hold (`screen.build_strip`).

`presenter`, `staging`, `scanning` and `viewing` decide, without Qt; `strip`, `tiles`, `panel`, `picker` and `viewer`
show. Nothing that was attached is ever written to the disk unsealed, but by 'Simpan ke …'.
"""
