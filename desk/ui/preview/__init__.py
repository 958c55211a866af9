"""The print preview: shows exactly the bytes that will be printed, prints them, and keeps the ledger true."""
