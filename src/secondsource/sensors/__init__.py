"""Sensors: what the aircraft did, as receivers recorded it, and how that bears on what reports say."""
