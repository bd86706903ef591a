"""How is an address written in one line when only its parts are known?"""

from collections.abc import Mapping


def of_parts(house: Mapping[str, object]) -> str:
    """`Dusun Sejirak, RT 003, RW 001`, of what is known of these."""
    parts = (
        house.get("hamlet") and f"Dusun {house['hamlet']}",
        house.get("rt") and f"RT {house['rt']}",
        house.get("rw") and f"RW {house['rw']}",
    )
    return ", ".join(str(part) for part in parts if part)
