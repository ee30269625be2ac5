"""How the reader's encoder is trained: from marked texts to the model in the package."""
