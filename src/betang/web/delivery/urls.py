"""Which page of delivery has which address?"""

from django.urls import path

from betang.web.delivery.views import cases, doubles, homes, numbers, offers, photos, reporting

app_name = "delivery"
urlpatterns = [
    path("realisasi/", homes.homes, name="homes"),
    path("realisasi/tambah/", reporting.report, name="report"),
    path("realisasi/ganda/", doubles.doubles, name="doubles"),
    path("realisasi/angka/", numbers.numbers, name="numbers"),
    path("realisasi/angka/tambah/", numbers.report, name="report-number"),
    path("realisasi/angka/<uuid:number_id>/tarik/", numbers.withdraw, name="withdraw-number"),
    path("realisasi/putusan/<uuid:judgement_id>/batal/", doubles.take_back, name="take-back-judgement"),
    path("realisasi/foto/<uuid:photo_id>/", homes.photo, name="photo"),
    path("realisasi/<uuid:home_id>/", homes.home, name="home"),
    path("realisasi/laporan/<uuid:report_id>/tahap/", reporting.advance, name="advance"),
    path("realisasi/laporan/<uuid:report_id>/ubah/", reporting.correct, name="correct"),
    path("realisasi/laporan/<uuid:report_id>/tarik/", reporting.withdraw, name="withdraw"),
    path("realisasi/laporan/<uuid:report_id>/foto/", photos.add_photo, name="add-photo"),
    path("kasus/", cases.cases, name="cases"),
    path("kasus/tambah/", cases.add, name="add-case"),
    path("kasus/<uuid:case_id>/", cases.case, name="case"),
    path("kasus/<uuid:case_id>/sunting/", cases.change, name="change-case"),
    path("tawaran/<uuid:pledge_id>/terima/", offers.accept, name="accept-pledge"),
]
