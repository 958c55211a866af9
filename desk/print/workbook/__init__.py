"""Workbooks for Excel and LibreOffice: values in, bytes out. May import the domain and openpyxl; never the store.

Texts that people typed are always text: a name like ``=1+1`` is no formula (FAILURES 53), a NIK keeps its figures (52).
"""
