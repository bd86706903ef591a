"""Which room answers which address?"""

from django.urls import include, path

urlpatterns = [path("", include("betang.web.urls"))]

handler403 = "betang.web.errors.forbidden"
handler404 = "betang.web.errors.not_found"
handler500 = "betang.web.errors.broken"
