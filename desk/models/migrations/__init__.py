"""Schema migrations. Additive only; self-contained (nothing of desk is imported); frozen once shipped."""
