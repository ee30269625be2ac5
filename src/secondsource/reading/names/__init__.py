"""Names, the entities they stand for, and the offices the report gives them."""
