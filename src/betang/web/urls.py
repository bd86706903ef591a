"""Which page has which address?"""

from django.urls import include, path

from betang.web.home.language import set_language

urlpatterns = [
    path("bahasa/", set_language, name="set-language"),
    path("", include("betang.web.first_run.urls")),
    path("", include("betang.web.help.urls")),
    path("", include("betang.web.home.urls")),
    path("", include("betang.web.accounts.urls")),
    path("", include("betang.web.register.urls")),
    path("", include("betang.web.intake.urls")),
    path("", include("betang.web.comparison.urls")),
    path("", include("betang.web.outgoing.urls")),
    path("", include("betang.web.planning.urls")),
    path("", include("betang.web.delivery.urls")),
    path("", include("betang.web.figures.urls")),
    path("", include("betang.web.coordination.urls")),
]
