"""The commands: files or ``-`` in, tables for people or JSON lines for programs out."""
