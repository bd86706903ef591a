"""Which address shows what of a comparison?"""

from django.urls import path

from betang.web.comparison import views

app_name = "comparison"
urlpatterns = [
    path("banding/", views.choose, name="choose"),
    path("banding/<uuid:comparison_id>/", views.comparison, name="comparison"),
    path("banding/<uuid:comparison_id>/kemajuan/", views.progress, name="progress"),
    path("banding/<uuid:comparison_id>/hentikan/", views.cancel, name="cancel"),
    path("banding/<uuid:comparison_id>/hasil.xlsx", views.workbook, name="workbook"),
]
