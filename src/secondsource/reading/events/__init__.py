"""Event words, who did it, to whom, when and where."""
