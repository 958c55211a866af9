"""Desk: the front-office counter of a district social-service office."""
