"""How many rupiah are meant, and how are they written?"""

import re

_WORDS = {"rb": 1_000, "ribu": 1_000, "jt": 1_000_000, "juta": 1_000_000, "m": 10**9, "miliar": 10**9, "milyar": 10**9}
_AMOUNT = re.compile(r"^(?:rp\.?)?([0-9.,]+)(rb|ribu|jt|juta|miliar|milyar|m)?(?:,-|,00|/bulan|perbulan)?$")


def read_rupiah(text: str) -> int | None:
    """Rupiah as a whole number from "Rp. 1.500.000", "1,5 jt", "900 ribu"; None when it cannot be read for certain."""
    bare = re.sub(r"\s", "", text.strip().lower()).replace("o", "0") if re.search(r"\d", text) else ""
    match = _AMOUNT.match(re.sub(r",-$|,00$", "", bare))
    if not match:
        return None
    digits, word = match.groups()
    return _with_word(digits, _WORDS[word]) if word else _plain(digits)


def _with_word(digits: str, unit: int) -> int | None:
    try:
        return round(float(digits.replace(",", ".")) * unit)
    except ValueError:
        return None


def _plain(digits: str) -> int | None:
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits)
    bare = re.sub(r"[.,]", "", digits) if grouped else re.sub(r"[.,]0{1,2}$", "", digits)
    return int(bare) if bare.isdigit() else None


def rupiah(amount: int) -> str:
    """`Rp 1.500.000`."""
    return "Rp " + f"{amount:,}".replace(",", ".")


def short_rupiah(amount: int) -> str:
    """`Rp 20 juta`, `Rp 99,8 M`, `Rp 8,89 T`."""
    for unit, word in ((10**12, "T"), (10**9, "M"), (10**6, "juta")):
        if abs(amount) >= unit:
            return f"Rp {amount / unit:.3g} {word}".replace(".", ",")
    return rupiah(amount)
