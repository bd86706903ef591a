"""What value does the text in a form field or on a command line stand for, and how is a value written?"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from uuid import UUID

from betang.journal.domain.records import FieldType, Value
from betang.kernel import civil_numbers, money
from betang.kernel.errors import Refusal
from betang.register.domain.fields import BY_NAME, Field, Kind

# The answer that a doubtful number is kept with, beside the number itself.
DOUBT_OF: Mapping[str, tuple[str, Callable[[str], str | None]]] = {
    "nik": ("nik_doubt", civil_numbers.nik_doubt),
    "kk_number": ("kk_doubt", civil_numbers.kk_doubt),
}
# Figures that a list may bring though they cannot be so: which doubt stands beside which of them. Who types one by hand
# answers for it.
FIGURE_DOUBTS: Mapping[str, str] = {
    "longitude": "position_doubt",
    "latitude": "position_doubt",
    "floor_area_m2": "floor_area_doubt",
    "occupants": "occupants_doubt",
    "income_rupiah": "income_doubt",
}
DOUBTS = frozenset({*(doubt for doubt, _ in DOUBT_OF.values()), *FIGURE_DOUBTS.values()})
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_MONTH_NUMBERS = {name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)} | {"agt": 8, "peb": 2, "nop": 11}
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_YES_NO = {
    "ya": True,
    "ada": True,
    "true": True,
    "1": True,
    "benar": True,
    "yes": True,
    "tidak": False,
    "tidak ada": False,
    "false": False,
    "0": False,
    "bukan": False,
    "no": False,
}


class FieldsRefused(Refusal):
    """Fields of a form that cannot be taken: `refusals` has the reasons by field name, the first is the message."""

    def __init__(self, refusals: Mapping[str, Refusal]) -> None:
        first = next(iter(refusals.values()))
        super().__init__(first.template, code=first.code, **first.params)
        self.refusals = refusals


def read_all(kind: Kind, given: Mapping[str, object]) -> dict[str, Value]:
    """The values of a form, by field name; personal numbers stay text, each with its doubt beside it.

    Raises `FieldsRefused`. Values that are no text are taken as they are, within the limits of their field.
    """
    return read_fields(BY_NAME[kind], given)


def read_fields(fields: Mapping[str, Field], given: Mapping[str, object]) -> dict[str, Value]:
    """The same for records of another room, whose fields by name are given."""
    values: dict[str, Value] = {}
    refusals: dict[str, Refusal] = {}
    for name, value in given.items():
        try:
            values |= _read_one(fields, name, value)
        except Refusal as refusal:
            refusals[name] = refusal
    if refusals:
        raise FieldsRefused(refusals)
    return values


def _read_one(fields: Mapping[str, Field], name: str, value: object) -> dict[str, Value]:
    each = fields.get(name)
    if each is None or name in DOUBTS:
        raise Refusal(
            "Isian %(field)s tidak ada atau tidak dapat diisi sendiri. Periksa ejaannya.",
            code="no_such_field",
            field=name,
        )
    if name in DOUBT_OF:
        return read_number(name, value if isinstance(value, str) else None)
    taken: dict[str, Value] = {name: read(each, value) if isinstance(value, str) else settle(each, value)}
    return taken | ({FIGURE_DOUBTS[name]: None} if name in FIGURE_DOUBTS else {})


def read_number(name: str, text: str | None) -> dict[str, Value]:
    """A NIK or KK number, tidied, and why it is doubtful if it is; nothing written means unknown, which is no doubt."""
    doubt_name, doubt_of = DOUBT_OF[name]
    number = civil_numbers.clean(text or "")
    return {name: number or None, doubt_name: doubt_of(number) if number else None}


def read(each: Field, text: str) -> Value:
    """The value that a text stands for; an empty text is an explicit "unknown". Raises `Refusal`, naming the field."""
    bare = " ".join(text.split())
    return settle(each, _READERS[each.type](each, bare)) if bare else None


def settle(each: Field, value: object) -> Value:
    """A value in the one form in which it is compared and signed. Raises `Refusal` when it is out of range."""
    tidy = tidier(each)
    if value is None or tidy is None:
        return value  # type: ignore[return-value]  # of the type that the field says
    return tidy(each, value)


def tidier(each: Field) -> Callable[[Field, object], Value] | None:
    """What `settle` does to values of this field, to be asked once for many; None where they stay as they are."""
    return _TIDY.get(each.type)


def _tidy_text(each: Field, value: object) -> Value:
    return " ".join(str(value).split()) or None


def _tidy_integer(each: Field, value: object) -> Value:
    number = int(str(value))
    _check_range(each, number)
    return number


def _tidy_decimal(each: Field, value: object) -> Value:
    number = Decimal(str(value))
    _check_range(each, number)
    return number.quantize(Decimal(1).scaleb(-each.places)).normalize() + 0


def _tidy_codes(each: Field, value: object) -> Value:
    given = value if isinstance(value, list | tuple) else ()
    return [code for code in each.codes.codes if code in given] or None if each.codes else None


_TIDY: Mapping[FieldType, Callable[[Field, object], Value]] = {
    FieldType.TEXT: _tidy_text,
    FieldType.INTEGER: _tidy_integer,
    FieldType.DECIMAL: _tidy_decimal,
    FieldType.CODES: _tidy_codes,
}


def _check_range(each: Field, value: int | Decimal) -> None:
    if not each.low <= value <= each.high:
        raise Refusal(
            "%(label)s harus antara %(low)s dan %(high)s. Periksa lagi angkanya.",
            code="out_of_range",
            field=each.name,
            label=each.label,
            low=_grouped(each.low),
            high=_grouped(each.high),
        )


def _read_text(each: Field, text: str) -> Value:
    return text


def _read_integer(each: Field, text: str) -> Value:
    number = money.read_rupiah(text) if each.unit == "Rp" else _whole(_without_unit(each, text))
    if number is None:
        raise Refusal(
            "%(label)s harus bilangan bulat, misalnya 5. Tulis angkanya saja.",
            code="not_a_whole_number",
            field=each.name,
            label=each.label,
        )
    return number


def _whole(text: str) -> int | None:
    bare = text.replace(".", "") if _THOUSANDS.fullmatch(text) else text
    return int(bare) if re.fullmatch(r"-?\d{1,15}", bare, re.ASCII) else None


def _read_decimal(each: Field, text: str) -> Value:
    bare = _without_unit(each, text).replace("−", "-").replace(" ", "")
    if "," in bare or (each.places < 3 and _THOUSANDS.fullmatch(bare)):
        bare = bare.replace(".", "").replace(",", ".")
    try:
        number = Decimal(bare) if re.fullmatch(r"-?\d{1,15}(\.\d{1,20})?", bare, re.ASCII) else None
    except InvalidOperation:
        number = None
    if number is None:
        raise Refusal(
            "%(label)s harus angka, dengan koma untuk pecahan, misalnya 36,5.",
            code="not_a_number",
            field=each.name,
            label=each.label,
        )
    return number


def _without_unit(each: Field, text: str) -> str:
    units = {each.unit, each.unit.replace("²", "2")} - {""}
    for unit in units:
        text = re.sub(rf"\s*{re.escape(unit)}$", "", text, flags=re.IGNORECASE)
    return text


def _read_date(each: Field, text: str) -> Value:
    parts = _date_parts(text)
    try:
        if parts:
            return date(*parts)
    except ValueError:
        pass  # a 31 February is refused like any other text that is no date
    raise Refusal(
        "%(label)s harus tanggal, misalnya 2 Juli 2025 atau 02/07/2025.",
        code="not_a_date",
        field=each.name,
        label=each.label,
    )


def _date_parts(text: str) -> tuple[int, int, int] | None:
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text, re.ASCII):
        return int(match[1]), int(match[2]), int(match[3])
    if match := re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", text, re.ASCII):
        return int(match[3]), int(match[2]), int(match[1])
    if match := re.fullmatch(r"(\d{1,2})[ \-]([A-Za-z]{3,9})\.?[ \-](\d{4})", text, re.ASCII):
        month = _MONTH_NUMBERS.get(match[2].lower()[:3])
        return (int(match[3]), month, int(match[1])) if month else None
    return None


def _read_boolean(each: Field, text: str) -> Value:
    answer = _YES_NO.get(text.lower())
    if answer is None:
        raise Refusal("%(label)s harus Ya atau Tidak.", code="not_yes_or_no", field=each.name, label=each.label)
    return answer


def _read_code(each: Field, text: str) -> Value:
    code = each.codes.read(text) if each.codes else None
    if code is None:
        raise _not_a_choice(each)
    return code


def _read_codes(each: Field, text: str) -> Value:
    codes = [each.codes.read(part) for part in re.split(r"[,;]", text) if part.strip()] if each.codes else []
    if None in codes:
        raise _not_a_choice(each)
    return [code for code in codes if code]


def _not_a_choice(each: Field) -> Refusal:
    offered = ", ".join(each.codes.labels.values()) if each.codes else ""
    return Refusal(
        "%(label)s tidak mengenal pilihan itu. Pilih salah satu: %(offered)s.",
        code="not_a_choice",
        field=each.name,
        label=each.label,
        offered=offered,
    )


def _read_entity(each: Field, text: str) -> Value:
    try:
        return UUID(text)
    except ValueError:
        raise Refusal(
            "%(label)s harus nomor catatan. Salin dari alamat halamannya.",
            code="not_an_id",
            field=each.name,
            label=each.label,
        ) from None


_READERS: Mapping[FieldType, Callable[[Field, str], Value]] = {
    FieldType.TEXT: _read_text,
    FieldType.INTEGER: _read_integer,
    FieldType.DECIMAL: _read_decimal,
    FieldType.DATE: _read_date,
    FieldType.BOOLEAN: _read_boolean,
    FieldType.CODE: _read_code,
    FieldType.CODES: _read_codes,
    FieldType.ENTITY: _read_entity,
}


def write(each: Field, value: Value) -> str:
    """A value as a form shows it; reading it gives the value again. Not for personal numbers."""
    if value is None:
        return ""
    return _WRITERS.get(each.type, _write_plainly)(each, value)


def _write_plainly(each: Field, value: Value) -> str:
    return str(value)


def _write_decimal(each: Field, value: Value) -> str:
    text = format(Decimal(str(value)), "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _write_date(each: Field, value: Value) -> str:
    assert isinstance(value, date)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year:04d}"


def _write_code(each: Field, value: Value) -> str:
    return each.codes.label(str(value)) if each.codes else str(value)


def _write_codes(each: Field, value: Value) -> str:
    assert isinstance(value, list)
    return ", ".join(each.codes.label(code) if each.codes else code for code in value)


_WRITERS: Mapping[FieldType, Callable[[Field, Value], str]] = {
    FieldType.DECIMAL: _write_decimal,
    FieldType.DATE: _write_date,
    FieldType.CODE: _write_code,
    FieldType.CODES: _write_codes,
    FieldType.BOOLEAN: lambda each, value: "Ya" if value else "Tidak",
}


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
