"""Every question that is asked of delivery."""

from betang.delivery.queries.cases import case, cases, running_out
from betang.delivery.queries.homes import doubles, home, home_of, homes, judgement, photo, sums
from betang.delivery.queries.numbers import number, numbers
from betang.delivery.queries.reports import marks_of, report, village_of_report
from betang.delivery.queries.tallies import (
    LastReport,
    TallyCell,
    cases_issued_since,
    finished_by_month,
    finished_homes,
    finished_since,
    first_report,
    has_cases,
    issued_cases,
    last_reports,
    regencies_reporting,
    reporting_cases,
    tally,
    unitemised,
)
from betang.delivery.queries.views import (
    Alike,
    CaseFilters,
    CaseView,
    HomeFilters,
    HomeRow,
    HomeView,
    Judgement,
    NumberView,
    Page,
    Pair,
    PhotoView,
    ReportView,
)

__all__ = [
    "Alike", "CaseFilters", "CaseView", "HomeFilters", "HomeRow", "HomeView", "Judgement", "LastReport", "NumberView",
    "Page", "Pair", "PhotoView", "ReportView", "TallyCell", "case", "cases", "cases_issued_since", "doubles",
    "finished_by_month", "finished_homes", "finished_since", "first_report", "has_cases", "home", "home_of", "homes",
    "issued_cases", "judgement", "last_reports", "marks_of", "number", "numbers", "photo", "regencies_reporting",
    "report", "reporting_cases", "running_out", "sums", "tally", "unitemised", "village_of_report",
]  # fmt: skip
