"""The desk's own file, chained as the ledger is; what a reader wrote can be erased from it."""
