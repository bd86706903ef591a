"""Which page of planning has which address?"""

from django.urls import URLPattern

app_name = "planning"
urlpatterns: list[URLPattern] = []
