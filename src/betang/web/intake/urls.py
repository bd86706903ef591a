"""Which address shows what of the lists that were sent?"""

from django.urls import path

from betang.web.intake import views

app_name = "intake"
urlpatterns = [
    path("unggah/", views.upload, name="upload"),
    path("unggah/<uuid:batch_id>/", views.batch, name="batch"),
    path("unggah/<uuid:batch_id>/kemajuan/", views.progress, name="progress"),
    path("unggah/<uuid:batch_id>/hentikan/", views.cancel, name="cancel"),
    path("unggah/<uuid:batch_id>/dikembalikan.xlsx", views.returned, name="returned"),
]
