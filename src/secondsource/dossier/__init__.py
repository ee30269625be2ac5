"""Dossiers: what a set of reports adds up to, in sentences that each cite the words they rest on."""
