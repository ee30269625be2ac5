"""Writes the outline: ``python -m outlining``; needs about a gigabyte of memory and half a minute."""

import argparse
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from outlining.packing import pack
from outlining.world_outline import DETAILS, draw, land_rings, land_shares

TARGET = Path(__file__).parent.parent / "src" / "secondsource" / "publishing" / "outline" / "world.bin"
_STATES = "datasets/naturalearth_lowres/naturalearth_lowres.shp"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the outline; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m outlining", description=main.__doc__)
    parser.add_argument("--mask", type=Path, default=_carried("global_land_mask", "globe_combined_mask_compressed.npz"))
    parser.add_argument("--states", type=Path, default=_carried("geopandas", _STATES))
    parser.add_argument("--to", type=Path, default=TARGET)
    given = parser.parse_args(arguments)
    if given.mask is None or given.states is None:
        parser.error("the land mask or the states are not there; fetch them and make it so: make outlining")
    rings = land_rings(land_shares(given.mask, given.states))
    packed = pack([(detail.per_degree, draw(rings, detail)) for detail in DETAILS])
    given.to.write_bytes(packed)
    print(f"{given.to}: {len(packed):,} bytes", file=sys.stderr)
    return 0


def _carried(package: str, name: str) -> Path | None:
    """Return a file that a package carries, without importing the package; None where it is not installed."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        return None
    return Path(found.submodule_search_locations[0]) / name


if __name__ == "__main__":
    sys.exit(main())
