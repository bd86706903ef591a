"""What must be looked up for a whole list before its rows are read?"""

from collections.abc import Mapping
from datetime import date

from betang.intake.commands.opening import Opened
from betang.intake.domain import rows as reading_rows
from betang.intake.domain.cells import Cell
from betang.intake.domain.evidence import plain
from betang.intake.domain.rows import Known
from betang.intake.domain.villages import Named, Resolved, named
from betang.organisation import queries as organisation
from betang.organisation.domain import matching
from betang.organisation.domain.regions import NATION, Level, is_within, level_of

_REGENCY_LETTERS = len("61.05")


def look_up(opened: Opened, *, region: str, today: date) -> Known:
    """The villages that the rows name, where their regencies lie, and the NIKs that stand beside two unlike names."""
    names: set[Named] = set()
    heads: list[tuple[str, Cell]] = []
    for sheet, row in opened.rows():
        names.add(named(sheet.table, row))
        if head := reading_rows.head(row, sheet.table):
            heads.append(head)
    villages = _resolved(names, region)
    regencies = {resolved.code[:_REGENCY_LETTERS] for resolved in villages.values() if resolved.code}
    return Known(villages, reading_rows.shared_numbers(heads), today, organisation.bounds_of(regencies))


def region_of(known: Known, *, region: str) -> str:
    """The smallest region that holds every village which the officer may write, at most their own."""
    codes = [resolved.code.split(".") for resolved in known.villages.values() if resolved.code]
    common = []
    for parts in zip(*codes, strict=False):
        if len(set(parts)) > 1:
            break
        common.append(parts[0])
    found = ".".join(common)
    return found if found and is_within(found, region) else region


def place_names(region: str) -> tuple[frozenset[str], frozenset[str]]:
    """The folded names of the villages and districts of a region, to know a column of them by; none for a nation."""
    if region == NATION:
        return frozenset(), frozenset()
    villages = organisation.villages_within(region)
    districts = organisation.names(map(_district, villages))
    return frozenset(map(plain, villages.values())), frozenset(map(plain, districts.values()))


def _resolved(names: set[Named], region: str) -> Mapping[Named, Resolved]:
    codes = {name.code for name in names if name.is_dotted} | {name.dotted for name in names if name.is_bare}
    there = organisation.names(codes)
    resolved = {name: _resolve(name, there, region) for name in names}
    return resolved | _spelt_as_registered(resolved)


def _spelt_as_registered(resolved: Mapping[Named, Resolved]) -> dict[Named, Resolved]:
    """A list that knows villages by name alone has nothing repaired where it spells them as they are."""
    by_name = {name: it.code for name, it in resolved.items() if name.by_name_alone and it.found and it.code}
    spelt = organisation.names({each for code in by_name.values() for each in (code, _district(code))})
    return {
        name: Resolved(code)
        for name, code in by_name.items()
        if name.village.casefold() == spelt[code].casefold()
        and name.district.casefold() == spelt[_district(code)].casefold()
    }


def _district(village_code: str) -> str:
    return village_code.rpartition(".")[0]


def _resolve(name: Named, there: Mapping[str, str], region: str) -> Resolved:
    if name.has_error:
        return Resolved(None, "cell_error")
    if name.is_dotted and name.code in there and not name.is_own_number:
        return _by_code(name, region)
    if code := _by_name(name, region):
        return Resolved(code, "village_by_name")
    if name.is_bare and not name.is_own_number and _agrees(name, there, region):
        return Resolved(name.dotted, "village_dots")
    return Resolved(None, _why_not(name))


def _by_code(name: Named, region: str) -> Resolved:
    """A dotted code is Kemendagri's, and it decides; names that say another village are told."""
    if not is_within(name.code, region):
        return Resolved(None, "village_elsewhere")
    by_name = _by_name(name, region)
    return Resolved(name.code, "village_name_differs" if by_name and by_name != name.code else None)


def _agrees(name: Named, there: Mapping[str, str], region: str) -> bool:
    """Ten digits without dots may be Kemendagri's or BPS's, and then they mean two places.

    The names beside them decide; without names the officer's region does, if it is no larger than a regency.
    """
    code = name.dotted
    if code not in there or not is_within(code, region):
        return False
    if name.village:
        return matching.best(name.village, {code: there[code]}) == code
    return level_of(region) >= Level.REGENCY


def _why_not(name: Named) -> str:
    if name.is_bare and not name.is_own_number:
        return "village_bare_code"
    if name.village and name.district:
        return "village_name_unknown"
    return "village_unknown" if name.code and not name.is_own_number else "village_missing"


def _by_name(name: Named, region: str) -> str | None:
    """Only within one regency, and only if the list names the district too: village names repeat themselves."""
    regency = _regency(name, region)
    if not (name.village and name.district and regency):
        return None
    code = organisation.village_by_name(village=name.village, district=name.district, regency_code=regency)
    return code if code is not None and is_within(code, region) else None


def _regency(name: Named, region: str) -> str | None:
    """The officer's own, or the one that the list names within their province."""
    if level_of(region) >= Level.REGENCY:
        return region[:_REGENCY_LETTERS]
    if level_of(region) is Level.PROVINCE and name.regency:
        return matching.best(name.regency, {each.code: each.name for each in organisation.children(region)})
    return None
