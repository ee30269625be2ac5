"""Readers' comments: written by a form, shown once a moderator approved them, erasable, every step chained."""
