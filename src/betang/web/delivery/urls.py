"""Which page of delivery has which address?"""

from django.urls import URLPattern

app_name = "delivery"
urlpatterns: list[URLPattern] = []
