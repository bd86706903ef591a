"""Which address gives a list out? The filters stand in the address, as on the list."""

from django.urls import path

from betang.web.outgoing import printing, workbooks

app_name = "outgoing"
urlpatterns = [
    path("rumah/unduh/", workbooks.order, name="order"),
    path("rumah/unduh/<uuid:job_id>/", workbooks.ordered, name="ordered"),
    path("rumah/unduh/<uuid:job_id>/berkas.xlsx", workbooks.collected, name="collected"),
    path("rumah/cetak/", printing.families, name="families"),
    path("rumah/rekap/", printing.recap, name="recap"),
]
