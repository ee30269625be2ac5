"""The shapes flight tracks come in, each read by one module into the same fixes."""
