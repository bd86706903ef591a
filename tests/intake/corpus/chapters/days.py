"""Which day is meant? Written days are read, impossible ones go back, since the age of a fact is a fact."""

from datetime import date, datetime

from tests.intake.corpus.cases import Case, case
from tests.intake.corpus.homes import BSPS, ERTLH46, bsps, home, newer
from tests.intake.corpus.said import Said, accepted, flagged, repaired, returned

_DAY = date(2024, 5, 12)


def _on(day: date) -> Said:
    return repaired(assessment__assessed_date=day)


CASES: tuple[Case, ...] = (
    case(
        "a day in a date cell, in digits three ways, and as Excel's count of days",
        (home(1, surveyed=_DAY), accepted(assessment__assessed_date=_DAY)),
        (home(2, surveyed=datetime(2024, 5, 12, 9, 30)), accepted(assessment__assessed_date=_DAY)),
        (home(3, surveyed="12/05/2024"), _on(_DAY)),
        (home(4, surveyed="12-05-2024"), _on(_DAY)),
        (home(5, surveyed="2024-05-12"), _on(_DAY)),
        (home(6, surveyed="12.5.2024"), _on(_DAY)),
        (home(7, surveyed="12/05/24"), _on(_DAY)),
        (home(8, surveyed=45424), _on(_DAY)),
        (home(9, surveyed="2024-05-12 09:30:00"), _on(_DAY)),
        (home(10, surveyed="05/13/2024"), _on(date(2024, 5, 13))),
    ),
    case(
        "Indonesian months, whole, short, old, and with the day of the week",
        (home(1, surveyed="12 Mei 2024"), _on(_DAY)),
        (home(2, surveyed="12 mei 2024"), _on(_DAY)),
        (home(3, surveyed="3 Agustus 2023"), _on(date(2023, 8, 3))),
        (home(4, surveyed="3 Agt 2023"), _on(date(2023, 8, 3))),
        (home(5, surveyed="17 Nopember 2023"), _on(date(2023, 11, 17))),
        (home(6, surveyed="5 Pebruari 2024"), _on(date(2024, 2, 5))),
        (home(7, surveyed="12-Mei-24"), _on(_DAY)),
        (home(8, surveyed="Minggu, 12 Mei 2024"), _on(_DAY)),
        (home(9, surveyed="1 Desember 2023"), _on(date(2023, 12, 1))),
    ),
    case(
        "a day that is in no calendar, or no day at all, goes back",
        (home(1, surveyed="31/02/2023"), returned("surveyed")),
        (home(2, surveyed="Mei"), returned("surveyed")),
        (home(3, surveyed="kemarin"), returned("surveyed")),
        (home(4, surveyed=2024), returned("surveyed")),
        (home(5, surveyed="32 Januari 2024"), returned("surveyed")),
        (home(6, surveyed="29/02/2023"), returned("surveyed")),
        (home(7), accepted()),
    ),
    case(
        "no day of visit, and one that is still to come",
        (home(1, surveyed=None), flagged("surveyed", assessment__assessed_date=None)),
        (home(2, surveyed=date(2031, 1, 5)), flagged("surveyed", assessment__assessed_date=None)),
    ),
    case(
        "the newer list exports its day as a text",
        (newer(1, surveyed="2024-05-12"), _on(_DAY)),
        (newer(2, surveyed="31/02/2024"), returned("surveyed")),
        form=ERTLH46,
    ),
    case(
        "the BSPS list has no day of visit, and that is no fault; its birth dates are dates",
        (bsps(1), repaired(head__birth_date=date(1970, 5, 8))),
        (bsps(2, birth_date="23/11/1981"), repaired(head__birth_date=date(1981, 11, 23))),
        (bsps(3, birth_date=date(1966, 1, 30)), repaired(head__birth_date=date(1966, 1, 30))),
        (bsps(4, birth_date="14 Juli 1975"), repaired(head__birth_date=date(1975, 7, 14))),
        (bsps(5, birth_date=None), repaired(head__birth_date=None)),
        form=BSPS,
    ),
    case(
        "a birth date that is not the one inside the NIK: 353 of 1,527 rows of a real list",
        (bsps(1, birth_date="1970-08-05"), flagged("birth_date|nik", head__nik_doubt=None).not_decided("repaired")),
        (bsps(2, birth_date="1971-11-23"), flagged("birth_date|nik", head__nik_doubt=None).not_decided("repaired")),
        (bsps(3), repaired()),
        form=BSPS,
    ),
)
