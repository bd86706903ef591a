"""Areas, amounts of money and numbers of people, as people write them."""

from tests.intake.corpus.cases import Case, case
from tests.intake.corpus.homes import BSPS, ERTLH46, bsps, home, newer
from tests.intake.corpus.said import SOME, Said, accepted, flagged, repaired


def _area(square_metres: float) -> Said:
    return repaired(house__floor_area_m2=square_metres, house__floor_area_doubt=None)


def _income(rupiah: int) -> Said:
    return repaired(family__income_rupiah=rupiah, family__income_doubt=None)


CASES: tuple[Case, ...] = (
    case(
        "areas with their unit, a comma, or length times width",
        (home(1, floor_area="36 m2"), _area(36)),
        (home(2, floor_area="36m²"), _area(36)),
        (home(3, floor_area="36,5"), _area(36.5)),
        (home(4, floor_area="9m x 9m"), _area(81)),
        (home(5, floor_area="6 x 9"), _area(54)),
        (home(6, floor_area="6,5 X 4 m"), _area(26)),
        (home(7, floor_area="36 M2"), _area(36)),
        (home(8, floor_area="'36'"), _area(36)),
        (home(9, floor_area="36.5"), accepted(house__floor_area_m2=36.5)),
        (home(10, floor_area="3O"), _area(30)),
    ),
    case(
        "areas that cannot be read are left empty",
        (home(1, floor_area="9 tahun"), flagged("floor_area", house__floor_area_m2=None)),
        (home(2, floor_area="9 cm2"), flagged("floor_area", house__floor_area_m2=None)),
        (home(3, floor_area="luas"), flagged("floor_area", house__floor_area_m2=None)),
        (home(4, floor_area="sekitar 30-40"), flagged("floor_area", house__floor_area_m2=None)),
        (home(5, floor_area=None), accepted(house__floor_area_m2=None)),
    ),
    case(
        "figures that may mean two things are not guessed",
        (home(1, floor_area="1.200"), flagged("floor_area", house__floor_area_m2=None)),
        (home(2, floor_area="36 m"), flagged("floor_area", house__floor_area_m2=None)),
        (home(3, income="1.500"), flagged("income", family__income_rupiah=None)),
        (home(4, income="1.5"), flagged("income", family__income_rupiah=None)),
        (home(5, income="1-2 jt"), flagged("income", family__income_rupiah=None)),
    ),
    case(
        "areas that no house has are kept, in doubt",
        (home(1, floor_area=3600), flagged("floor_area", house__floor_area_m2=3600, house__floor_area_doubt=SOME)),
        (home(2, floor_area=0.5), flagged("floor_area", house__floor_area_m2=0.5, house__floor_area_doubt=SOME)),
        (home(3, floor_area=0), flagged("floor_area", house__floor_area_m2=0, house__floor_area_doubt=SOME)),
    ),
    case(
        "income in rupiah where the sheet asks for a band",
        (home(1, income="Rp. 1.500.000"), _income(1_500_000)),
        (home(2, income="1,5 jt"), _income(1_500_000)),
        (home(3, income="900 rb perbulan"), _income(900_000)),
        (home(4, income="Rp 750.000,-"), _income(750_000)),
        (home(5, income="1.5oo.ooo"), _income(1_500_000)),
        (home(6, income="1,5 juta"), _income(1_500_000)),
        (home(7, income="Rp. 900.000,00"), _income(900_000)),
        (home(8, income="800 ribu"), _income(800_000)),
        (home(9, income=1_250_000), accepted(family__income_rupiah=1_250_000).not_decided("repaired")),
    ),
    case(
        "bands of income, spelt as people spell them",
        (home(1, income="0 - 1,2"), repaired(family__income_band="0-1,2", family__income_rupiah=None)),
        (home(2, income="1,3-1,8 JUTA"), repaired(family__income_band="1,3-1,8")),
        (home(3, income="1,9 – 2,1 juta"), repaired(family__income_band="1,9-2,1")),
        (home(4, income=">4,2"), accepted(family__income_band=">4,2")),
    ),
    case(
        "income that cannot be read, and income that nobody there has",
        (home(1, income="<600000"), flagged("income", family__income_rupiah=None)),
        (home(2, income="9 m2"), flagged("income", family__income_rupiah=None)),
        (home(3, income="tidak tentu"), flagged("income", family__income_rupiah=None)),
        (
            home(4, income="Rp. 5.000.000.000"),
            flagged("income", family__income_rupiah=5_000_000_000, family__income_doubt=SOME).not_decided("repaired"),
        ),
        (home(5, income=None), accepted(family__income_rupiah=None)),
    ),
    case(
        "the newer list keeps income as an amount",
        (newer(1, income=1_100_000), accepted(family__income_rupiah=1_100_000)),
        (newer(2, income="1.100.000"), repaired(family__income_rupiah=1_100_000)),
        (newer(3, income=0), accepted(family__income_rupiah=0).not_decided("flagged")),
        form=ERTLH46,
    ),
    case(
        "the patterns of the BSPS list: land in metres by metres, money with a letter O, the class of the backlog",
        (bsps(1, land_area="8m x 12m"), repaired(house__land_area_m2=96)),
        (
            bsps(2, land_area="120 m²", income="9oo.ooo"),
            repaired(house__land_area_m2=120, family__income_rupiah=900_000),
        ),
        (bsps(3, land_area="9 tahun"), flagged("land_area", house__land_area_m2=None).not_decided("repaired")),
        (bsps(4, income="<999999"), flagged("income", family__income_rupiah=None).not_decided("repaired")),
        (bsps(5, land_tenure="TKD"), repaired(house__land_tenure="TANAH KAS DESA")),
        (bsps(6, land_tenure="Menumpang"), repaired(house__land_tenure="BUKAN MILIK SENDIRI")),
        form=BSPS,
    ),
    case(
        "numbers of people with a word, none, far too many, or in letters",
        (home(1, occupants="4 orang"), repaired(house__occupants=4)),
        (home(2, occupants="5 jiwa"), repaired(house__occupants=5)),
        (home(3, occupants=0), flagged("occupants", house__occupants=0, house__occupants_doubt=SOME)),
        (home(4, occupants=99), flagged("occupants", house__occupants=99, house__occupants_doubt=SOME)),
        (home(5, occupants="empat"), flagged("occupants", house__occupants=None)),
        (home(6, occupants="3-4"), flagged("occupants", house__occupants=None)),
        (home(7, occupants=None), accepted(house__occupants=None)),
    ),
)
