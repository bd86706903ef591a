"""The addresses of the preparation; none is there once a node is founded."""

from django.urls import path

from betang.web.first_run import views

app_name = "first-run"

urlpatterns = [
    path("mulai/", views.start, name="start"),
    path("mulai/kantor/", views.office, name="office"),
    path("mulai/orang/", views.person, name="person"),
    path("mulai/selesai/", views.done, name="done"),
]
