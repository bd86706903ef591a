"""Which page of planning has which address?"""

from django.urls import path

from betang.web.planning.views import offering, pledges, purses, target_form, targets

app_name = "planning"
urlpatterns = [
    path("rencana/", targets.home, name="home"),
    path("rencana/target/", target_form.edit, name="edit-target"),
    path("rencana/target/<uuid:target_id>/", targets.target, name="target"),
    path("rencana/target/<uuid:target_id>/sk/", targets.decree, name="decree"),
    path("rencana/target/<uuid:target_id>/putusan/", targets.decide, name="decide"),
    path("rencana/target/<uuid:target_id>/tarik/", targets.withdraw, name="withdraw-target"),
    path("rencana/dana/", purses.edit, name="edit-purse"),
    path("rencana/dana/dikenal/", purses.take_known, name="take-known"),
    path("rencana/dana/<uuid:purse_id>/tarik/", purses.withdraw, name="withdraw-purse"),
    path("tawaran/", pledges.pledges, name="pledges"),
    path("tawaran/baru/", offering.offer, name="offer"),
    path("tawaran/<uuid:pledge_id>/", pledges.pledge, name="pledge"),
    path("tawaran/<uuid:pledge_id>/tarik/", pledges.withdraw, name="withdraw-pledge"),
    path("tawaran/<uuid:pledge_id>/jawab/", pledges.refuse, name="refuse-pledge"),
]
