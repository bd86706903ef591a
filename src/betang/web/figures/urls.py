"""Which page of figures has which address?"""

from django.urls import URLPattern

app_name = "figures"
urlpatterns: list[URLPattern] = []
