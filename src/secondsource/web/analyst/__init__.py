"""The analysts' pages: what the ledger holds and what it adds up to. A GET here changes neither desk nor ledger."""
