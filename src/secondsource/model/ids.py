"""Names of things, told apart by type so that one cannot stand for another."""

from typing import NewType

ReportId = NewType("ReportId", str)
"""A report: the caller's own id where one was given, else ``r-`` and twelve hex digits of its capture's digest."""

Digest = NewType("Digest", str)
"""A SHA-256 digest, 64 lower-case hex digits."""

EntityId = NewType("EntityId", str)
"""A person, body or place within one reading: ``e1``, ``e2``, …"""

StatementId = NewType("StatementId", str)
"""A statement within one reading: ``s1``, ``s2``, …"""

EventId = NewType("EventId", str)
"""An event that reports share, or an event mention within one reading (``v1``, ``v2``, …)."""

LineId = NewType("LineId", str)
"""A line of reporting within one linking: ``l1``, ``l2``, …"""
