"""Which page of figures has which address?"""

from django.urls import path

from betang.web.figures.views import achievement, published

app_name = "figures"
urlpatterns = [
    path("capaian/", achievement.achievement, name="achievement"),
    path("capaian/capaian.xlsx", achievement.workbook, name="workbook"),
    path("capaian/terbitan/", published.statements, name="published"),
    path("capaian/terbitan/tambah/", published.publish, name="publish"),
    path("capaian/terbitan/<uuid:statement_id>/tarik/", published.withdraw, name="withdraw"),
]
