"""Provisions of sanctions regimes that an event may bear on; the regime is data."""
