"""Which address shows what of the lists that were sent?"""

from django.urls import path

from betang.web.intake.views import following, lists, mapping, returning, sending, undoing

app_name = "intake"
urlpatterns = [
    path("unggah/", sending.upload, name="upload"),
    path("unggah/daftar/", lists.lists, name="lists"),
    path("unggah/<uuid:batch_id>/", following.batch, name="batch"),
    path("unggah/<uuid:batch_id>/kemajuan/", following.progress, name="progress"),
    path("unggah/<uuid:batch_id>/kolom/", mapping.columns, name="columns"),
    path("unggah/<uuid:batch_id>/hentikan/", following.cancel, name="cancel"),
    path("unggah/<uuid:batch_id>/masukkan/", following.go_on, name="go-on"),
    path("unggah/<uuid:batch_id>/batalkan/", undoing.undo, name="undo"),
    path("unggah/<uuid:batch_id>/dikembalikan.xlsx", returning.returned, name="returned"),
]
