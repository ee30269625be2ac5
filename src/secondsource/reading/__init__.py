"""Reading: a pure function from a report to what it says; no database, no network, no clock."""
