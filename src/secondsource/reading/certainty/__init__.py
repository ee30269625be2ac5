"""How surely something is put: stance, hedges and certainty of event words."""
