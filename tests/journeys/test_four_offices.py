"""Four offices and a donor bring one home after the other, and Capaian counts each once: in a browser, offline."""

from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import FilePayload
from pytest_django import Settings

from betang.delivery.models import Case, Realisation, Sameness
from betang.intake import commands as intake
from betang.journal.domain.sealed import Sealed
from betang.journal.kept import VOID
from tests.intake.sheets import line, xlsx
from tests.journeys import programme
from tests.journeys.conftest import Desk
from tests.journeys.programme import (
    KETUNGAU,
    NANGA_BUGAU,
    SINTANG,
    acting,
    answered,
    aside,
    fill,
    numbers,
    send,
    sit_down,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]

YEAR = timezone.localdate().year - 1  # a month may be reported for two years
STARTED, THIRTY, FINISHED = f"1/7/{YEAR}", f"4/8/{YEAR}", f"15/9/{YEAR}"
HEAD, NIK = "Petrus Bugau", "6105061208710003"
FAMILIES = (
    (HEAD, NIK), ("Lusia Sayu", "6105064107900001"), ("Hasanah Rekaan", "6105065503680002"),
    ("Yakobus Ruai", "6105061208720003"), ("Maria Senentang", "6105064107910001"),
)  # fmt: skip
STAGES = ("0", "30", "100", "SERAH TERIMA")


@pytest.fixture(autouse=True)
def _offices(transactional_db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = programme.QUICK
    programme.open_offices()
    rows = [
        line(village=NANGA_BUGAU, number=number, name=name, nik=nik, address=f"Dusun Rekaan {number}")
        for number, (name, nik) in enumerate(FAMILIES, 1)
    ]
    batch = intake.open_batch(acting("maria"), "RTLH Ketungau Hulu.xlsx", xlsx(rows))
    intake.run_batch(batch.id, pause_s=0)


@pytest.mark.parametrize(("width", "language"), [(360, "en")])
def test_four_offices_and_a_donor_deliver(desk: Desk, language: str, tmp_path: Path) -> None:
    def as_(name: str, *deeds: Callable[[Desk], object]) -> None:
        sit_down(desk, name, language)
        for deed in deeds:
            deed(desk)

    as_("maria", housing_brings_a_home_to_100, housing_reports_a_number)
    as_("domi", villages_report_the_same_home)
    as_("dewi", permits_enter_a_case)
    as_("hendra", revenue_enters_a_case)
    as_("natalia", capaian_tells_one_home_and_the_number_beside, balai_reports_what_looks_like_it, balai_decides)
    as_("citra", a_donor_offers)
    as_("maria", the_offer_is_taken)
    as_("citra", the_donor_sees_the_photos)
    as_("natalia", capaian_equals_the_records)

    assert desk.strangers == []
    assert desk.complaints == []


def housing_brings_a_home_to_100(desk: Desk) -> None:
    """From the house's own page; before and after are photographed."""
    page = desk.page
    desk.open(f"/rumah/?q={HEAD.split()[0]}")
    page.locator("table.cards tbody th a").first.click()
    page.locator("main a[href^='/realisasi/tambah/?rumah=']").first.click()
    desk.look("1-laporkan-rumah")
    assert page.locator("[name=village_code]").count() == 0, "the place of a listed house is known"
    fill(page, work="PENINGKATAN", source="APBD KABUPATEN/KOTA", stage="0", started_date=STARTED, recipient=HEAD)
    send(page)
    home = answered(page)
    photograph(desk, home, "0", "2-tambah-foto")
    advance(desk, home, "30", THIRTY, "3-catat-tahap")
    advance(desk, home, "100", FINISHED)
    photograph(desk, home, "100")
    assert page.locator("ol.stages li.done").count() == 3
    assert seen_photos(desk) == 2


def advance(desk: Desk, home: str, stage: str, on: str, look: str = "") -> None:
    go_to(desk, home)
    desk.page.locator("main a[href$='/tahap/']").first.click()
    if look:
        desk.look(look)
    fill(desk.page, stage=stage, tanggal=on)
    send(desk.page)
    answered(desk.page)


def go_to(desk: Desk, home: str) -> None:
    if desk.page.url != home:
        desk.page.goto(home)


def photograph(desk: Desk, home: str, stage: str, look: str = "") -> None:
    page = desk.page
    go_to(desk, home)
    page.locator("main a[href$='/foto/']").first.click()
    if look:
        desk.look(look)
    colour = "brown" if stage == "0" else "green"
    photo = FilePayload(name=f"{stage}.jpg", mimeType="image/jpeg", buffer=jpeg(desk, colour))
    page.set_input_files("[name=berkas]", photo)
    fill(page, stage=stage, taken_date=FINISHED)
    send(page)
    answered(page)


def jpeg(desk: Desk, colour: str) -> bytes:
    """A few pixels, as a camera would send them."""
    drawn = """colour => { const sheet = document.createElement('canvas'); sheet.width = sheet.height = 8;
    const brush = sheet.getContext('2d'); brush.fillStyle = colour; brush.fillRect(0, 0, 8, 8);
    return sheet.toDataURL('image/jpeg'); }"""
    return b64decode(desk.page.evaluate(drawn, colour).partition(",")[2])


def seen_photos(desk: Desk) -> int:
    """The photos that the browser can draw."""
    drawn = """async all => { all.forEach(each => { each.loading = 'eager'; });
    const tried = await Promise.allSettled(all.map(each => each.decode()));
    return tried.filter(each => each.status === 'fulfilled').length; }"""
    return int(desk.page.eval_on_selector_all("main img[src^='/realisasi/foto/']", drawn))


def housing_reports_a_number(desk: Desk) -> None:
    page = desk.page
    desk.open("/realisasi/angka/tambah/")
    desk.look("4-laporkan-angka")
    fill(page, region_code=SINTANG, month=f"{YEAR}-08-01", source="FLPP", stage="100", homes="12")
    send(page)
    answered(page)
    desk.look("5-laporan-angka")


def villages_report_the_same_home(desk: Desk) -> None:
    """The same person's home, paid by Dana Desa: taken and marked."""
    page = desk.page
    desk.open("/realisasi/tambah/")
    desk.look("6-desa-melaporkan")
    fill(
        page, village_code=NANGA_BUGAU, work="PENINGKATAN", stage="30", thirty_date=THIRTY, nik=NIK,
        musdes_date=f"12/3/{YEAR}", musdes_decree="Keputusan Musdes 3 rekaan",
    )  # fmt: skip
    send(page)
    answered(page)
    desk.look("7-satu-rumah-dua-pelapor")
    assert page.locator(".notice.wait").count() >= 2, "told that another office has it, and paid otherwise"
    assert page.locator("dl.facts.told").count() == 2
    desk.open("/realisasi/")
    assert page.locator("table.cards tbody tr").count() == 1


def permits_enter_a_case(desk: Desk) -> None:
    """Complete on Monday 2 June 2025; ten working days later, past Idul Adha and its joint leave, is 18 June."""
    _enter_a_case(desk, "PBG-610506-0001", 8)
    page = desk.page
    assert "18 Jun" in page.inner_text(".verdict.bad p")
    page.locator("aside a[href^='/realisasi/']").click()
    assert page.locator("ol.stages li.done").count() == 3
    desk.open("/kasus/")
    desk.look("10-kasus")
    assert page.locator("table.cards tbody tr").count() == 1


def revenue_enters_a_case(desk: Desk) -> None:
    _enter_a_case(desk, "BPHTB-610506-0007")
    desk.open("/kasus/")
    cases = desk.page.locator("table.cards tbody tr")
    assert cases.count() == 1, "the permits office's case is not the revenue office's"
    assert "BPHTB" in cases.inner_text()


def _enter_a_case(desk: Desk, number: str, look: int = 0) -> None:
    page = desk.page
    desk.open("/kasus/tambah/")
    if look:
        desk.look(f"{look}-kasus-baru")
    fill(
        page, case_number=number, applied_date="28 Mei 2025", complete_date="2 Juni 2025", nik=NIK,
        village_code=NANGA_BUGAU,
    )  # fmt: skip
    send(page)
    answered(page)
    if look:
        desk.look(f"{look + 1}-kasus")


def capaian_tells_one_home_and_the_number_beside(desk: Desk) -> None:
    desk.open(f"/capaian/?wilayah={SINTANG}&tahun={YEAR}")
    desk.look("11-capaian")
    told = side_by_side(desk)
    assert (told["finished"], told["under_way"], told["unitemised"]) == (1, 0, 12)


def side_by_side(desk: Desk) -> dict[str, int]:
    """What the whole region has, as it stands at the foot of the first table."""
    cells = desk.page.locator("table.side tfoot td")
    finished, under_way, unitemised = numbers(cells.nth(at).inner_text() for at in (3, 4, 5))
    (need,) = numbers([cells.nth(0).inner_text()])
    return {"need": need, "finished": finished, "under_way": under_way, "unitemised": unitemised}


def balai_reports_what_looks_like_it(desk: Desk) -> None:
    """BSPS for somebody of nearly that name in that village, whose NIK the list of the balai lacks."""
    page = desk.page
    desk.open("/realisasi/tambah/")
    fill(
        page, village_code=NANGA_BUGAU, work="PENINGKATAN", source="BSPS", stage="100", finished_date=FINISHED,
        recipient="Petrus Bogau", amount_rupiah="20000000",
    )  # fmt: skip
    send(page)
    answered(page)
    desk.open(f"/capaian/?wilayah={SINTANG}&tahun={YEAR}")
    assert side_by_side(desk)["finished"] == 2, "what looks alike stays in the total until it is decided"
    assert "1" in page.locator("table.side tfoot td").nth(3).locator("small").last.inner_text()


def balai_decides(desk: Desk) -> None:
    page = desk.page
    desk.open("/realisasi/")
    desk.look("12-realisasi")
    page.locator("main a[href^='/realisasi/ganda/']").first.click()
    desk.look("13-rumah-ganda")
    page.fill("[name=alasan]", "Foto dan alamatnya sama")
    page.click("button[value='SATU RUMAH']")
    answered(page)
    desk.open(f"/capaian/?wilayah={SINTANG}&tahun={YEAR}")
    assert side_by_side(desk)["finished"] == 1
    assert page.locator("table.side tfoot td").nth(3).locator("small").count() == 0


def a_donor_offers(desk: Desk) -> None:
    """It chooses by how many live where, and never by name."""
    page = desk.page
    desk.open("/tawaran/")
    desk.look("14-tawaran")
    desk.open(f"/tawaran/baru/?wilayah={KETUNGAU}")
    desk.look("15-tawarkan-bantuan")
    village = page.locator("#desa table tbody tr")
    assert village.count() == 1
    assert village.locator("td").inner_text().endswith(str(len(FAMILIES)))
    nobody_is_named(desk)
    fill(page, region_code=KETUNGAU, work="PENINGKATAN", homes="2", conditions="Tenaga gotong royong")
    page.locator("main form[method=post] button[type=submit]").click()
    answered(page)
    desk.look("16-tawaran-terkirim")
    nobody_is_named(desk)


def nobody_is_named(desk: Desk) -> None:
    said = desk.page.content()
    assert [name for name, nik in FAMILIES if name in said or nik in said] == []


def the_offer_is_taken(desk: Desk) -> None:
    """It becomes two homes to deliver; one of them is finished."""
    page = desk.page
    desk.open("/tawaran/")
    page.locator("table.cards tbody th a").first.click()
    page.locator("main a[href$='/terima/']").click()
    desk.look("17-terima-tawaran")
    fill(page, homes="2", village_code=NANGA_BUGAU)
    send(page)
    answered(page)
    homes = page.locator("table.cards tbody th a")
    assert homes.count() == 2
    homes.first.click()
    home = page.url
    photograph(desk, home, "0")
    advance(desk, home, "100", FINISHED)
    photograph(desk, home, "100")


def the_donor_sees_the_photos(desk: Desk) -> None:
    page = desk.page
    desk.open("/tawaran/")
    page.locator("table.cards tbody th a").first.click()
    desk.look("18-rumah-dari-tawaran")
    assert page.locator("ul.before-after > li").count() == 2
    assert seen_photos(desk) == 2
    nobody_is_named(desk)
    desk.open("/realisasi/")
    assert page.locator("table.cards tbody tr").count() == 2
    nobody_is_named(desk)


def capaian_equals_the_records(desk: Desk) -> None:
    """Every stage of both years, against a count of the records by another way."""
    homes = aside(recount)
    assert homes.total() == 3, "the donor's second home is begun this year"
    for year in (YEAR + 1, YEAR):
        desk.open(f"/capaian/?wilayah={SINTANG}&tahun={year}")
        of_year = [homes[year, stage] for stage in STAGES]
        told = side_by_side(desk)
        assert (told["under_way"], told["finished"]) == (sum(of_year[:2]), sum(of_year[2:]))
        assert told["need"] == len(FAMILIES)
        by_stage = desk.page.locator("table:has(#tahap-sumber) tfoot td").all_inner_texts()[:5]
        assert numbers(by_stage) == [*of_year, sum(of_year)]


def recount() -> Counter[tuple[int, str]]:
    """Homes by year and stage: reports are one where anything links them, straight or over a case."""
    groups: list[set[Hashable]] = []
    for links in _links():
        touching = [group for group in groups if group & links]
        groups = [group for group in groups if not group & links] + [links.union(*touching)]
    reports: dict[Hashable, Realisation] = {
        each.id: each for each in Realisation.objects.exclude(status=VOID).order_by("id")
    }
    homes = ([reports[each] for each in group if each in reports] for group in groups)
    return Counter((_year(home), max((each.stage or "" for each in home), key=STAGES.index)) for home in homes if home)


def _year(home: list[Realisation]) -> int:
    """That in which it was finished, else that of the last that is known of it."""
    finished = [each.finished_date for each in home if each.finished_date]
    known = (each.thirty_date or each.started_date or timezone.localdate(each.created_at) for each in home)
    return min(finished).year if finished else max(known).year


def _links() -> Iterator[set[Hashable]]:
    for model in (Realisation, Case):
        for row in model.objects.order_by("id").values("id", "house", "nik", "case_number", "status"):
            if row["status"] != VOID:
                number = Sealed.from_bytes(bytes(row["nik"])).tag if row["nik"] else None
                yield {each for each in (row["id"], row["house"], number, row["case_number"]) if each}
    for one, other, verdict in Sameness.objects.order_by("id").values_list("one", "other", "verdict"):
        if verdict == "SATU RUMAH":
            yield {one, other}
