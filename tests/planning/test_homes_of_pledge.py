"""What becomes of an offer that was accepted, and how does its donor see it before and after?"""

from datetime import date

from betang.delivery import commands as delivery
from betang.delivery.queries.of_pledge import homes_of_pledge
from betang.planning import commands, queries
from tests.planning.cast import LEBANG, SINTANG, Cast

_PHOTO = b"\xff\xd8\xff\xe0 rekaan "
_STAGES = (
    ("0", date(2025, 3, 1)),
    ("0", date(2025, 3, 9)),
    ("30", date(2025, 4, 1)),
    ("100", date(2025, 6, 1)),
)


def test_an_accepted_offer_becomes_homes_with_the_first_photo_before_and_the_last_after(cast: Cast) -> None:
    pledge_id = commands.offer_pledge(cast.pt, {"region_code": SINTANG, "work": "BARU", "homes": "2"})
    first, _second = delivery.accept_pledge(cast.maria, pledge_id, homes=2, village_code=LEBANG, note="")
    before, _again, _half, after = (
        delivery.add_photo(cast.maria, first, stage=stage, content=_PHOTO + stage.encode(), taken_date=on, caption="")
        for stage, on in _STAGES
    )

    seen, page = homes_of_pledge(cast.pt, pledge_id)

    assert page.total == 2
    assert {(each.before, each.after) for each in seen} == {(before, after), (None, None)}
    assert {(each.home.recipient, each.home.address) for each in seen} == {("", "")}
    assert queries.pledge(cast.pt, pledge_id).state.label == "Diterima"
    assert homes_of_pledge(cast.baznas, pledge_id)[0] == []
