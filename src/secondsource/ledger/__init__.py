"""What was taken in, read, judged and published: appended, never overwritten, every step in a hash-chained log."""
