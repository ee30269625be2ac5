"""How much of a track is taken in; what comes from outside is hostile until it has been measured."""

PACKED_MOST = 64 * 1024 * 1024
"""Bytes of one file as it lies there."""

UNPACKED_MOST = 64 * 1024 * 1024
"""Bytes of one file unpacked; a day of one aircraft is about a megabyte."""

FIXES_MOST = 500_000
"""Fixes, or rows, of one file; a day of one a second is 86,400."""

AIRCRAFT_MOST = 2_000
"""Aircraft in one file."""

YEAR_FIRST, YEAR_LAST = 1990, 2100
"""Years in which a fix can have been taken; anything else is a number that is no time."""
