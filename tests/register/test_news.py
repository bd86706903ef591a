"""Which of what a row states is news, and whom does a masked number mean?"""

from decimal import Decimal
from uuid import UUID

from betang.kernel.civil_numbers import HIDDEN, masked_in
from betang.register.domain.matching import Verdict, narrowed
from betang.register.domain.news import news, without_parts

ONE, OTHER, THIRD = UUID(int=1), UUID(int=2), UUID(int=3)
MASK = f"6105{HIDDEN}0003"


def test_what_is_not_stated_says_nothing() -> None:
    assert news({"roof_material": "SENG", "rt": "003"}, {"roof_material": "SENG", "rt": None}) == {}


def test_marks_at_the_edges_of_a_text_are_no_news() -> None:
    assert news({"address": 'Jl. Melati "Gang Dua"'}, {"address": 'Jl. Melati "Gang Dua'}) == {}
    assert news({"address": "Jl. Melati"}, {"address": "Jl. Mawar"}) == {"address": "Jl. Mawar"}


def test_what_is_worked_out_is_news_only_with_what_it_comes_from() -> None:
    shown = {"income_rupiah": 900_000, "income_band": None, "longitude": Decimal("111.5"), "latitude": Decimal("0.1")}

    assert news(shown, {"income_rupiah": 900_000, "income_band": "0-1,2"}) == {}
    assert news(shown, {"income_band": "0-1,2"}) == {"income_band": "0-1,2"}
    assert news(shown, shown | {"position_source": "BERKAS"}) == {}
    moved = shown | {"latitude": Decimal("0.2"), "position_source": "BERKAS"}
    assert news(shown, moved) == {"latitude": Decimal("0.2"), "position_source": "BERKAS"}


def test_parts_read_out_of_the_shown_address_are_not_stated() -> None:
    stated = {"address": "Dusun Riam RT 003", "rt": "003", "roof_material": "SENG"}

    shown = {"address": "Dusun Riam RT 003", "rt": "004"}
    assert without_parts(shown, stated) == {"address": "Dusun Riam RT 003", "roof_material": "SENG"}
    assert without_parts({"address": "Jl. Melati"}, stated) == stated


def test_a_mask_chooses_among_those_who_fit_and_makes_the_one_certain() -> None:
    several = Verdict(ONE, is_certain=False, others=(OTHER, THIRD))

    chosen = narrowed(several, MASK, {ONE: f"6105{HIDDEN}0001", OTHER: MASK})

    assert chosen == Verdict(OTHER, is_certain=True, others=(ONE, THIRD))


def test_two_like_masks_or_one_that_hides_everything_make_nobody_certain() -> None:
    several = Verdict(ONE, is_certain=False, others=(OTHER,))

    assert not narrowed(several, MASK, {ONE: MASK, OTHER: MASK}).is_certain
    assert not narrowed(several, HIDDEN, {OTHER: HIDDEN}).is_certain
    assert narrowed(several, MASK, {}) == several


def test_a_mask_finds_nobody_by_itself() -> None:
    assert narrowed(Verdict(None), MASK, {}) == Verdict(None)


def test_only_a_masked_number_is_one() -> None:
    assert masked_in(f" {MASK} ") == MASK
    assert masked_in("6105194107900001") == masked_in(None) == masked_in(6.1e15) == ""
