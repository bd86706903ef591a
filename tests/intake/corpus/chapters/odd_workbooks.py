"""Workbooks as people and other programs leave them: formulas, days counted from 1904, bold letters, hidden columns."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

from tests.intake.corpus import writing
from tests.intake.corpus.cases import Case, Writer, book, case
from tests.intake.corpus.homes import AKCAYA, BSPS, DEDAI, ERTLH, LADANG, bsps, heading_row, home, nik
from tests.intake.corpus.said import SOME, Said, accepted, flagged, repaired, returned
from tests.intake.corpus.sheets import Sheet, noise, sheet


def _changed(change: Callable[[Workbook], None]) -> Writer:
    """A workbook as openpyxl writes it, changed once more before it is sent."""

    def write(sheets: Sequence[Sheet]) -> bytes:
        made = load_workbook(io.BytesIO(writing.xlsx(sheets)))
        change(made)
        buffer = io.BytesIO()
        made.save(buffer)
        return buffer.getvalue()

    return write


def _from_1904(made: Workbook) -> None:
    made.epoch = CALENDAR_MAC_1904


def _half_bold(made: Workbook) -> None:
    cell = made.worksheets[0].cell(2, ERTLH.place("name") + 1)
    cell.value = CellRichText("Siti ", TextBlock(InlineFont(b=True), "Tembawang"))


def _hidden_columns(made: Workbook) -> None:
    for letter in ("D", "AE", "AM"):
        made.worksheets[0].column_dimensions[letter].hidden = True


def _very_hidden(made: Workbook) -> None:
    made.worksheets[1].sheet_state = "veryHidden"


def _filtered(made: Workbook) -> None:
    """An officer looked at one village and saved the list like that."""
    only = made.worksheets[0]
    only.auto_filter.ref = f"A1:AP{only.max_row}"
    only.auto_filter.add_filter_column(0, [LADANG])
    for number in (3, 5):
        only.row_dimensions[number].hidden = True


def _with_formulas(sheets: Sequence[Sheet]) -> bytes:
    """The area is worked out in Excel, which keeps the result beside the formula; the last was never worked out."""
    source = zipfile.ZipFile(io.BytesIO(writing.xlsx(sheets)))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            body = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                body = re.sub(rb'<c r="AE2"[^>]*><v>[^<]*</v></c>', rb'<c r="AE2"><f>6*9</f><v>54</v></c>', body)
                body = re.sub(
                    rb'<c r="C3"[^>]*>.*?</c>',
                    rb'<c r="C3" t="str"><f>UPPER("Yohanes Bide")</f><v>YOHANES BIDE</v></c>',
                    body,
                )
                body = re.sub(rb'<c r="AE4"[^>]*><v>[^<]*</v></c>', rb'<c r="AE4"><f>6*9</f></c>', body)
            target.writestr(name, body)
    return buffer.getvalue()


def _with_sep_line(sheets: Sequence[Sheet]) -> bytes:
    """A first line that tells Excel which sign parts the cells."""
    return b"sep=;\r\n" + writing.delimited(sheets, delimiter=";")


def _with_old_line_ends(sheets: Sequence[Sheet]) -> bytes:
    return writing.delimited(sheets).replace(b"\r\n", b"\r")


def _semicolons(sheets: Sequence[Sheet]) -> bytes:
    return writing.delimited(sheets, delimiter=";", encoding="utf-8-sig")


def _exponent(number: int) -> Said:
    return flagged("nik", head__nik_doubt=SOME, head__name=home(number)["name"]).not_decided("repaired")


CASES: tuple[Case, ...] = (
    case(
        "days counted from 1904, as Excel on a Macintosh does",
        (home(1), accepted(assessment__assessed_date=home(1)["surveyed"])),
        (home(2), accepted(assessment__assessed_date=home(2)["surveyed"])),
        write=_changed(_from_1904),
    ),
    case(
        "a name of which half is bold",
        (home(1), accepted(head__name="Siti Tembawang")),
        (home(2), accepted()),
        write=_changed(_half_bold),
    ),
    case(
        "hidden columns are columns",
        (home(1), accepted(head__nik_doubt=None, house__floor_area_m2=36, house__longitude=111.501)),
        (home(2), accepted()),
        write=_changed(_hidden_columns),
    ),
    book(
        "a sheet that only a programmer can show again",
        sheet((home(1), accepted())),
        sheet((home(2), accepted()), name="Arsip"),
        write=_changed(_very_hidden),
        says=True,
    ),
    case(
        "a list saved while a filter hid half of it",
        (home(1), accepted()),
        (home(2, village=AKCAYA), accepted(house__village_code=AKCAYA)),
        (home(3), accepted()),
        (home(4, village=DEDAI), accepted(house__village_code=DEDAI)),
        write=_changed(_filtered),
        says=True,
    ),
    case(
        "formulas: what Excel worked out counts, what it did not is empty",
        (home(1), accepted(house__floor_area_m2=54)),
        (home(2), accepted(head__name="YOHANES BIDE")),
        (home(3), accepted(house__floor_area_m2=None)),
        write=_with_formulas,
    ),
    case(
        "the headings once more on each printed page",
        (home(1), accepted()),
        (home(2), accepted()),
        noise(*heading_row(ERTLH)),
        (home(3), accepted()),
        noise(*heading_row(ERTLH)),
        (home(4, name=None), returned("name")),
        says=True,
    ),
    case(
        "a line with the village's name over its families",
        noise("DESA LADANG"),
        (home(1), accepted()),
        (home(2), accepted()),
        noise("KELURAHAN AKCAYA"),
        (home(3, village=AKCAYA), accepted(house__village_code=AKCAYA)),
        says=True,
    ),
    book(
        "headings that begin in the twentieth row",
        sheet((home(1), accepted()), (home(2), accepted()), above=[("LAMPIRAN",), *[(None,)] * 17, ("Daftar rumah",)]),
    ),
    case(
        "numbers given to rows that are still empty",
        (home(1), accepted()),
        (home(2), accepted()),
        noise(None, 3),
        noise(None, 4),
        noise(None, 5),
    ),
    case(
        "a csv whose first line is sep=;",
        (home(1), repaired(house__floor_area_m2=36)),
        (home(2), repaired()),
        write=_with_sep_line,
        file_name="daftar.csv",
    ),
    case(
        "a csv with the line ends of old Macintoshes",
        (home(1), repaired()),
        (home(2), repaired()),
        write=_with_old_line_ends,
        file_name="daftar.csv",
    ),
    case(
        "a csv with decimal commas, as Excel in Indonesian writes it",
        (home(1, floor_area="36,5", longitude="111,501", latitude="0,051"), repaired(house__floor_area_m2=36.5)),
        (home(2, longitude="111,502", latitude="-0,052"), repaired(house__longitude=111.502, house__latitude=-0.052)),
        write=_semicolons,
        file_name="daftar.csv",
    ),
    case(
        "a csv that Excel opened and saved: every NIK is 6,10501E+15, and nobody is taken for another",
        *((home(number, nik="6,10501E+15"), _exponent(number)) for number in range(1, 13)),
        write=_semicolons,
        file_name="daftar.csv",
    ),
    case(
        "a BSPS list that Excel opened and saved: the NIK and KK numbers end in 0000",
        *(
            (bsps(number, nik=nik(number)[:12] + "0000", kk=None), flagged("nik").not_decided("repaired"))
            for number in range(1, 8)
        ),
        form=BSPS,
        write=_semicolons,
        file_name="verval.csv",
    ),
)
