"""What analysts and editors do at the desk: judge, note, prepare a dossier, let it pass."""
