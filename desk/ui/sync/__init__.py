"""Sinkron: what is on this PC, and that this counter works alone. Never says more than is proven."""
