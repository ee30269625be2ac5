"""Makes the outline of the world's land that the package carries: ``python -m outlining``.

No part of the package, and it needs more than the package does: ``pip install .[outlining]``, and the states of
Natural Earth as the package ``geopandas`` 0.14 carries them. ``make outlining`` sees to both.
"""
