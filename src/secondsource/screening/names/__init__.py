"""Names taken apart and spelt by rule, so that two spellings of one name meet."""
