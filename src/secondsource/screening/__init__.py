"""Whose names are listed: sanctions lists, spellings made by rule, hits with their reasons."""
