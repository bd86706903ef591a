"""Where does the house stand? Degrees in every dress; what is outside the kabupaten is kept, in doubt."""

from tests.intake.corpus.cases import Case, case
from tests.intake.corpus.homes import ERTLH46, JAMBI, home, jambi, newer
from tests.intake.corpus.said import SOME, Said, accepted, flagged, repaired

_PLACE = "longitude|latitude|position"


def _at(longitude: float, latitude: float) -> Said:
    return repaired(house__longitude=longitude, house__latitude=latitude, house__position_doubt=None)


def _outside(longitude: float | None, latitude: float | None) -> Said:
    return flagged(
        _PLACE, house__longitude=longitude, house__latitude=latitude, house__position_doubt=SOME
    )  # fmt: skip


def _unread() -> Said:
    return flagged(_PLACE)


CASES: tuple[Case, ...] = (
    case(
        "coordinates with a comma, a degree sign, blanks or quotes",
        (home(1, longitude="111,5012", latitude="0,0512"), _at(111.5012, 0.0512)),
        (home(2, longitude="111.5°", latitude="0.05°"), _at(111.5, 0.05).not_decided("repaired")),
        (home(3, longitude=" 111.5", latitude="'0.05"), _at(111.5, 0.05)),
        (home(4, longitude="111.5", latitude="-0.0512"), accepted(house__longitude=111.5, house__latitude=-0.0512)),
    ),
    case(
        "coordinates in degrees, minutes and seconds",
        (home(1, longitude="111°30'36.0\"E", latitude="0°04'12.0\"N"), _at(111.51, 0.07)),
        (home(2, longitude="111° 30' 36\" BT", latitude="0° 4' 12\" LU"), _at(111.51, 0.07)),
        (home(3, longitude="111°30'36\"BT", latitude="0°4'12\"LS"), _at(111.51, -0.07)),
        (home(4, longitude="E 111°30'36\"", latitude="S 0°04'12\""), _at(111.51, -0.07)),
        (home(5, longitude="111°30’36”", latitude="0°04’12”"), _at(111.51, 0.07)),
    ),
    case(
        "longitude and latitude in each other's column",
        (home(1, longitude=0.05, latitude=111.5), _at(111.5, 0.05)),
        (home(2, longitude="0,05", latitude="111,5"), _at(111.5, 0.05)),
        (home(3, longitude=-0.1, latitude=111.6), _at(111.6, -0.1)),
    ),
    case(
        "a house outside the kabupaten, at sea, or at nought degrees",
        (home(1, longitude=109.95, latitude=0.35), _outside(109.95, 0.35)),  # Landak
        (home(2, longitude=109.33, latitude=-0.02), _outside(109.33, -0.02)),  # Pontianak
        (home(3, longitude=0, latitude=0), flagged(_PLACE)),
        (home(4, longitude=106.8, latitude=-6.2), _outside(106.8, -6.2)),  # Jakarta
    ),
    case(
        "half a position, or one that is no number",
        (home(1, latitude=None), flagged(_PLACE)),
        (home(2, longitude=None), flagged(_PLACE)),
        (home(3, longitude="dekat jembatan", latitude="RT 3"), _unread()),
        (home(4, longitude=1115012, latitude=512), _unread()),
        (home(5, longitude=None, latitude=None), accepted(house__longitude=None, house__latitude=None)),
        (home(6, longitude="-", latitude="-"), accepted(house__longitude=None)),
    ),
    case(
        "latitude before longitude in the newer list",
        (newer(1), accepted(house__longitude=111.501, house__latitude=0.051)),
        (newer(2, longitude=0.05, latitude=111.5), _at(111.5, 0.05)),
        form=ERTLH46,
    ),
    case(
        "both in one cell, as the Jambi sheet has them",
        (jambi(1, position="0.051, 111.501"), accepted(house__longitude=111.501, house__latitude=0.051)),
        (jambi(2, position="0.052,111.502"), accepted(house__longitude=111.502, house__latitude=0.052)),
        (jambi(3, position="111.503, 0.053"), _at(111.503, 0.053)),
        (jambi(4, position="0,054; 111,504"), _at(111.504, 0.054)),
        (jambi(5, position="0,055, 111,505"), _at(111.505, 0.055)),
        (jambi(6, position="0°04'12\"LU, 111°30'36\"BT"), _at(111.51, 0.07)),
        (jambi(7, position="0.35, 109.95"), _outside(109.95, 0.35)),
        (jambi(8, position="-"), accepted(house__longitude=None)),
        (jambi(9, position="di hulu"), _unread()),
        form=JAMBI,
    ),
)
