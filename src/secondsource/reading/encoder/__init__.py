"""One small encoder, read once a report, whose heads say who speaks and who is named."""
