"""FollowTheMoney JSON lines, as OpenSanctions and others give them: one entity a line."""
