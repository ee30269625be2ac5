"""The official formats of sanctions lists, read as streams, and the snapshots that are kept of them."""
