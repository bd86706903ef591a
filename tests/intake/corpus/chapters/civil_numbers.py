"""NIK and KK numbers: what is certain is put right, what is doubtful goes in as written and matches nobody."""

from tests.intake.corpus.cases import Case, case
from tests.intake.corpus.homes import ERTLH46, JAMBI, home, jambi, newer, nik
from tests.intake.corpus.said import Said, accepted, flagged, repaired

_WITH_KK = ERTLH46


def _doubtful(doubt: str, column: str = "nik") -> Said:
    field = {"nik": "head__nik_doubt", "kk": "family__kk_doubt"}[column]
    return flagged(column, **{field: doubt})


def _spaced(number: int) -> str:
    written = nik(number)
    return f"{written[:6]} {written[6:12]} {written[12:]}"


def _mask(number: int) -> str:
    return f"{nik(number)[:4]}••••••••{nik(number)[-4:]}"


CASES: tuple[Case, ...] = (
    case(
        "apostrophes, quotes, blanks, dots and dashes around and between the digits of a NIK",
        (home(1, nik=f"'{nik(1)}"), repaired(head__nik=_mask(1), head__nik_doubt=None)),
        (home(2, nik=f'"{nik(2)}"'), repaired(head__nik=_mask(2), head__nik_doubt=None)),
        (home(3, nik=_spaced(3)), repaired(head__nik=_mask(3), head__nik_doubt=None)),
        (home(4, nik=f"  {nik(4)} "), repaired(head__nik=_mask(4), head__nik_doubt=None)),
        (home(5, nik=_spaced(5).replace(" ", ".")), repaired(head__nik=_mask(5), head__nik_doubt=None)),
        (home(6, nik=_spaced(6).replace(" ", "-")), repaired(head__nik=_mask(6), head__nik_doubt=None)),
        (home(7, nik=f"{nik(7)}\u00a0"), repaired(head__nik=_mask(7), head__nik_doubt=None)),
    ),
    case(
        "the letter O for a nought, the letters l and I for a one",
        (home(1, nik=nik(1).replace("0", "O")), repaired(head__nik=_mask(1), head__nik_doubt=None)),
        (home(2, nik=f"{nik(2)[:-1]}l"), repaired(head__nik=_mask(2), head__nik_doubt=None)),
        (home(3, nik=f"{nik(3)[:12]}o{nik(3)[13:]}"), repaired(head__nik=_mask(3), head__nik_doubt=None)),
    ),
    case(
        "a NIK of 15, 17, 12 and 8 digits",
        (home(1, nik=nik(1)[:-1]), _doubtful("fifteen_digits")),
        (home(2, nik=nik(2) + "4"), _doubtful("seventeen_digits")),
        (home(3, nik=nik(3)[:12]), _doubtful("wrong_length")),
        (home(4, nik="19751407"), _doubtful("wrong_length")),
    ),
    case(
        "a NIK that Excel keeps as a number: the last digit is lost where it was typed",
        (home(1, nik=int(nik(1))), accepted(head__nik=_mask(1), head__nik_doubt=None)),
        (home(2, nik=int(nik(2)[:15] + "0")), _doubtful("lost_digits")),
        (home(3, nik=float(nik(3)[:12] + "0000")), _doubtful("lost_digits")),
    ),
    case(
        "a NIK that was saved as 6,10501E+15",
        (home(1, nik="6,10501E+15"), _doubtful("excel_exponent")),
        (home(2, nik="6.10501E+15"), _doubtful("excel_exponent")),
        (home(3, nik="6.1E15"), _doubtful("excel_exponent")),
    ),
    case(
        "a NIK with the serial 0000",
        (home(1, nik=nik(1)[:12] + "0000"), _doubtful("lost_digits")),
        (home(2), accepted(head__nik_doubt=None)),
    ),
    case(
        "no NIK at all, in five ways of writing nothing",
        (home(1, nik=None), flagged("nik", head__nik=None)),
        (home(2, nik=""), flagged("nik", head__nik=None)),
        (home(3, nik="-"), flagged("nik", head__nik=None)),
        (home(4, nik=" "), flagged("nik", head__nik=None).not_decided("repaired")),
        (home(5, nik="'"), flagged("nik", head__nik=None).not_decided("repaired")),
    ),
    case(
        "letters where a NIK should stand",
        (home(1, nik="BELUM PUNYA KTP"), _doubtful("not_digits").not_decided("repaired")),
        (home(2, nik=f"£{nik(2)}"), _doubtful("not_digits")),
        (home(3, nik=f"{nik(3)[:8]}AB{nik(3)[10:]}"), _doubtful("not_digits")),
    ),
    case(
        "a NIK with a birth date that is in no calendar",
        (home(1, nik="6105013513700011"), _doubtful("no_such_date")),
        (home(2, nik="6105017502810021"), _doubtful("no_such_date")),
        (home(3, nik="6105010000660031"), _doubtful("no_such_date")),
    ),
    case(
        "a NIK that was first issued in another kabupaten is no fault",
        (home(1, nik="6108" + nik(1)[4:]), accepted(head__nik_doubt=None)),
        (home(2, nik="3273" + nik(2)[4:]), accepted(head__nik_doubt=None)),
    ),
    case(
        "a NIK that says another sex than the row",
        (home(1, sex="LAKI-LAKI"), flagged("sex|nik", head__sex="LAKI-LAKI", head__nik_doubt=None)),
        (home(2), accepted()),
    ),
    case(
        "one NIK with two unlike names: nobody is taken for the other, both need a look",
        (home(1), flagged("nik", head__name="Siti Tembawang")),
        (home(8, nik=nik(1), sex="PEREMPUAN"), flagged("nik", head__name="Hamdan Panggau")),
        (home(3), accepted()),
    ),
    case(
        "two families under one doubtful NIK stay two families",
        (home(1, nik=nik(1)[:15]), _doubtful("fifteen_digits")),
        (home(2, nik=nik(1)[:15]), _doubtful("fifteen_digits")),
    ),
    case(
        "a KK number that is the NIK",
        (newer(1, kk=nik(1)), flagged("kk")),
        (newer(2), accepted(family__kk_doubt=None)),
        form=_WITH_KK,
    ),
    case(
        "a KK number of 12 digits, of 17, with the serial 0000, in E+15, in letters",
        (newer(1, kk="610501010212"), _doubtful("wrong_length", "kk")),
        (newer(2, kk="61050102021204213"), _doubtful("seventeen_digits", "kk")),
        (newer(3, kk="6105010302120000"), _doubtful("lost_digits", "kk")),
        (newer(4, kk="6,10501E+15"), _doubtful("excel_exponent", "kk")),
        (newer(5, kk="masih proses"), _doubtful("not_digits", "kk")),
        form=_WITH_KK,
    ),
    case(
        "a KK number with an apostrophe, blanks, or the letter O",
        (newer(1, kk=f"'{newer(1)['kk']}"), repaired(family__kk_doubt=None)),
        (newer(2, kk=str(newer(2)["kk"])[:6] + " " + str(newer(2)["kk"])[6:]), repaired(family__kk_doubt=None)),
        (newer(3, kk=str(newer(3)["kk"]).replace("0", "O")), repaired(family__kk_doubt=None)),
        form=_WITH_KK,
    ),
    case(
        "no KK number",
        (newer(1, kk=None), accepted(family__kk_number=None)),
        (newer(2, kk="-"), accepted(family__kk_number=None)),
        form=_WITH_KK,
    ),
    case(
        "the Jambi sheet keeps every NIK as a number",
        (jambi(1), accepted(head__nik=_mask(1), head__nik_doubt=None)),
        (jambi(2, nik=int(nik(2)[:15] + "0")), _doubtful("lost_digits")),
        (jambi(3, nik=f"'{nik(3)}"), repaired(head__nik=_mask(3), head__nik_doubt=None)),
        form=JAMBI,
    ),
    case(
        "a number that comes back masked says nothing",
        (home(1, nik=_mask(1)), accepted(head__nik=None).not_decided("flagged")),
    ),
)
