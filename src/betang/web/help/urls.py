"""The addresses of the help; open to everyone, since nothing in it is about anyone."""

from django.urls import path

from betang.web.help import views

app_name = "help"

urlpatterns = [
    path("bantuan/", views.index, name="index"),
    path("bantuan/<slug:topic>/", views.page, name="page"),
]
