"""Which page of coordination has which address?"""

from django.urls import URLPattern

app_name = "coordination"
urlpatterns: list[URLPattern] = []
