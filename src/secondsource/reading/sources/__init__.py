"""Where the report says its information comes from, and what is said not to be known."""
