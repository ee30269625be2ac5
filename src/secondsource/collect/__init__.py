"""Files, folders, patterns and standard input to reports: bytes kept as they came, encodings found, pages stripped."""
