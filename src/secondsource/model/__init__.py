"""The desk's words as frozen values: no connections, no engines, nothing but the standard library."""
