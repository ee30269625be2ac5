"""How much of anything is taken in; what comes from outside is hostile until it has been measured."""

FILE_MOST = 64 * 1024 * 1024
"""Bytes of one file; JSON lines may run on beyond it, since they are taken line by line."""

LINE_MOST = 8 * 1024 * 1024
"""Bytes of one JSON line."""

TEXT_MOST = 5_000_000
"""Characters of one report."""

TAGS_MOST = 100_000
"""Tags of one page; news pages have a few thousand."""

DEPTH_MOST = 200
"""Elements that stand in one another; the parser drops what stands deeper than 256 without a word."""

ATTRIBUTES_MOST = 500
"""Attributes of one tag; the parser's time grows with the square of their number."""

JSON_LD_MOST = 200_000
"""Characters of one block of linked data in a page."""

SPANS_MOST = 100_000
"""Pairs, predicates or mentions that one report may bring."""
