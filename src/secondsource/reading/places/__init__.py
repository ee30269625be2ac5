"""Places named and where they lie."""
