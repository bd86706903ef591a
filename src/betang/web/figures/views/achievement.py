"""What was needed, wanted and delivered, side by side?"""

import io

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from betang.accounts.queries import Ability
from betang.figures import queries as figures
from betang.figures.domain import wording
from betang.figures.formats import workbook as books
from betang.organisation.domain.regions import level_of
from betang.web.figures import charts, published_words, table
from betang.web.figures.asking import asked, crumbs, reader
from betang.web.planning import choosing

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_GET
def achievement(request: HttpRequest) -> HttpResponse:
    """The figures of a region and its parts."""
    who = reader(request)
    chosen, today = asked(request, who), timezone.localdate()
    told = figures.achievement(who, chosen.region_code, year=chosen.year, today=today)
    lines = table.lines(told, today)
    statements = [each for each in figures.published(who, chosen.region_code) if each.region_code == told.region_code]
    context = {
        "chosen": chosen,
        "told": told,
        "lines": lines,
        "head": _(wording.PARTS[level_of(told.region_code)]),
        "doors": charts.doors(told.rows) if len(told.rows) <= charts.MOST_DOORS else [],
        "minis": charts.minis(told, today),
        "months": [_(name) for name in charts.MONTH_NAMES[: charts.months_shown(told.year, today)]],
        "stages": table.stage_labels(),
        "sources": table.source_labels(told),
        "matrix": table.matrix(told),
        "kinds": table.kinds(told),
        "quiet": table.quiet(told),
        "checks": table.check_sentences(told),
        "silence": table.silence(told),
        "attention": table.attention(told),
        "statements": published_words.shown(statements),
        "crumbs": crumbs(who, told.region_code),
        "regions": choosing.region_options(who.region_code, told.region_code),
        "years": choosing.year_options(told.year),
        "may_publish": who.may(Ability.PLAN),
        "is_of_regencies": any(line.tag or line.reported for line in lines),
    }
    return render(request, "figures/achievement.html", context)


@login_required
@require_GET
def workbook(request: HttpRequest) -> HttpResponseBase:
    """The same figures as a workbook."""
    who = reader(request)
    chosen = asked(request, who)
    told = figures.achievement(who, chosen.region_code, year=chosen.year, today=timezone.localdate())
    name = f"capaian-{told.region_code}-{told.year}.xlsx"
    return FileResponse(io.BytesIO(books.write(told)), as_attachment=True, filename=name, content_type=_WORKBOOK)
