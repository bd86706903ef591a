"""What was published of the unfit homes of Kabupaten Sekadau, as it was published: it does not add up.

Baseline of 2017 by kecamatan, with how many of them were handled; the same source says 2,181 handled and 7,020 left.
The handled of the kecamatan add to 2,154, and 8,266 less 2,181 is 6,085.
"""

from collections.abc import Mapping

REGION = "61.09"
ABOUT: Mapping[str, object] = {
    "title": "RTLH Kabupaten Sekadau menurut kecamatan, baseline 2017",
    "publisher": "Pemerintah Kabupaten Sekadau",
    "as_of_year": "2017",
}
WHOLE: Mapping[str, int] = {"RTLH": 8266, "TERTANGANI": 2181, "SISA": 7020}
# Kecamatan by name: unfit homes, and those of them that were handled.
DISTRICTS: Mapping[str, tuple[int, int]] = {
    "Sekadau Hilir": (1362, 734),
    "Sekadau Hulu": (1447, 310),
    "Nanga Taman": (1556, 402),
    "Nanga Mahap": (1822, 233),
    "Belitang Hilir": (423, 185),
    "Belitang": (310, 54),
    "Belitang Hulu": (1346, 236),
}


def figures(codes: Mapping[str, str]) -> list[dict[str, object]]:
    """The figures with the code of each kecamatan by its name (`organisation.children(REGION)`)."""
    found: list[dict[str, object]] = [
        {"region_code": REGION, "subject": subject, "homes": str(homes)} for subject, homes in WHOLE.items()
    ]
    for name, (listed, handled) in DISTRICTS.items():
        found.append({"region_code": codes[name], "subject": "RTLH", "homes": str(listed)})
        found.append({"region_code": codes[name], "subject": "TERTANGANI", "homes": str(handled)})
    return found
