"""Which address shows what of the register? No address holds a number or, but for words searched, a name."""

from django.urls import path

from betang.web.register.views import adding, editing, finding, record, visiting

app_name = "register"
urlpatterns = [
    path("rumah/", finding.families, name="list"),
    path("rumah/cari/", finding.search, name="search"),
    path("rumah/tambah/", adding.add, name="add"),
    path("rumah/<uuid:entity>/", record.home, name="record"),
    path("rumah/<uuid:entity>/keluarga/", adding.join, name="join"),
    path("rumah/<uuid:entity>/kunjungan/", visiting.assess, name="assess"),
    path("rumah/<uuid:entity>/putusan/", record.decide, name="decide"),
    path("rumah/<uuid:entity>/riwayat/<slug:field>/", record.history, name="history"),
    path("rumah/<uuid:entity>/nomor/<slug:field>/", record.open_number, name="open-number"),
    path("keluarga/<uuid:entity>/anggota/", visiting.add_member, name="add-member"),
    path("keluarga/<uuid:entity>/bantuan/", visiting.add_aid, name="add-aid"),
    path("<slug:kind>/<uuid:entity>/ubah/", editing.edit, name="edit"),
]
