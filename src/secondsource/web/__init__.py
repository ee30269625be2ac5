"""The server: published dossiers and their comments for everybody, the desk for those who sign in."""
