"""Dossiers as pages: one self-contained file that asks no host for anything and runs no script."""
