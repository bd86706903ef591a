"""Which fields does each form of delivery ask, under which heading, of which office?"""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from betang.organisation.domain.agencies import AgencyKind
from betang.web.register.layout import Groups

_PLACE = (_("Letak rumah"), ("village_code", "address", "unit_number", "latitude", "longitude"))
_WORK = (_("Pekerjaan"), ("work", "source", "amount_rupiah", "pledge"))
_PROGRESS = (_("Kemajuan"), ("stage", "started_date", "thirty_date", "finished_date", "handover_date"))
_RECIPIENT = (_("Penerima"), ("recipient", "nik", "case_number"))
_NOTE = (_("Catatan"), ("note",))
_VILLAGE_MEETING = (_("Musyawarah desa"), ("musdes_date", "musdes_decree"))

# An office is asked for what it knows; what another one holds is not asked of it.
_USUAL: Groups = (_PLACE, _WORK, _PROGRESS, _RECIPIENT, _NOTE)
_REPORTS: Mapping[str, Groups] = {
    AgencyKind.VILLAGES: (
        _VILLAGE_MEETING,
        (_("Letak rumah"), ("village_code", "address", "latitude", "longitude")),
        (_("Pekerjaan"), ("work", "amount_rupiah", "pledge")),
        _PROGRESS,
        (_("Penerima"), ("recipient", "nik")),
        _NOTE,
    ),
    AgencyKind.PERMITS: (
        (_("Penerima dan nomor PBG"), ("case_number", "recipient", "nik")),
        _PLACE,
        (_("Pekerjaan"), ("work", "source", "amount_rupiah")),
        _PROGRESS,
        _NOTE,
    ),
}
# The one source that an office of this kind reports.
SOURCES: Mapping[str, str] = {AgencyKind.VILLAGES: "DANA DESA"}
REPORT_REQUIRED = ("village_code", "work", "source", "stage")

_CASES: Mapping[str, str] = {AgencyKind.PERMITS: "PBG", AgencyKind.REVENUE: "BPHTB"}
_APPLICANT = (_("Pemohon"), ("applicant", "nik"))
_DATES = (_("Waktu pelayanan"), ("applied_date", "complete_date", "decided_date", "outcome"))
_CASE_PLACE = (_("Letak rumah"), ("village_code", "address"))
_CASE: Mapping[str, Groups] = {
    "PBG": ((_("Kasus"), ("case_number", "charge_rupiah")), _DATES, _APPLICANT, _CASE_PLACE, _NOTE),
    "BPHTB": ((_("Kasus"), ("case_number", "tax_object", "charge_rupiah")), _DATES, _APPLICANT, _CASE_PLACE, _NOTE),
}
CASE_REQUIRED = ("case_number", "village_code", "applied_date")

NUMBER: Groups = (
    (_("Laporan bulan ini"), ("region_code", "month", "work", "source", "stage", "homes")),
    (_("Dasar laporan"), ("document", "note")),
)
NUMBER_REQUIRED = ("region_code", "month", "source", "stage", "homes")
PHOTO = ("stage", "taken_date", "caption")


def report(agency_kind: str) -> Groups:
    """What an office of this kind is asked of a home."""
    return _REPORTS.get(agency_kind, _USUAL)


def case_kind(agency_kind: str) -> str:
    """Which cases an office of this kind has; none for any other office."""
    return _CASES.get(agency_kind, "")


def case(kind: str) -> Groups:
    """What is asked of a case of this kind."""
    return _CASE[kind]
