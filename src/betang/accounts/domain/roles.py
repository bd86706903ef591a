"""Which roles are there, and what may each do?"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from betang.organisation.domain.agencies import DONORS, AgencyKind


class Ability(StrEnum):
    """A thing that somebody may be allowed to do, inside the region of their grant."""

    SEE_RECORDS = "see_records"
    SEE_NUMBERS = "see_numbers"
    EDIT = "edit"
    ADD_FAMILY = "add_family"
    TAKE_IN = "take_in"
    DECIDE = "decide"
    MANAGE_USERS = "manage_users"
    SEE_ACCESS_LOG = "see_access_log"
    SEE_PROGRAMME = "see_programme"
    PLAN = "plan"
    REPORT_HOMES = "report_homes"
    REPORT_CASES = "report_cases"
    CONVENE = "convene"
    RAISE = "raise"
    SEND_UP = "send_up"
    PLEDGE = "pledge"


class Role(StrEnum):
    """What somebody does for an office."""

    DATA_OFFICER = "data_officer"
    HEAD_OF_OFFICE = "head_of_office"
    FACILITATOR = "facilitator"
    VILLAGE_OPERATOR = "village_operator"
    VIEWER = "viewer"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    DONOR = "donor"


ABILITIES: Mapping[Role, frozenset[Ability]] = MappingProxyType(
    {
        Role.DATA_OFFICER: frozenset(
            {
                Ability.SEE_RECORDS,
                Ability.SEE_NUMBERS,
                Ability.EDIT,
                Ability.ADD_FAMILY,
                Ability.TAKE_IN,
                Ability.DECIDE,
                Ability.SEE_PROGRAMME,
                Ability.PLAN,
                Ability.REPORT_HOMES,
                Ability.REPORT_CASES,
                Ability.CONVENE,
                Ability.RAISE,
            }
        ),
        Role.HEAD_OF_OFFICE: frozenset(
            {
                Ability.SEE_RECORDS,
                Ability.SEE_NUMBERS,
                Ability.EDIT,
                Ability.ADD_FAMILY,
                Ability.TAKE_IN,
                Ability.DECIDE,
                Ability.SEE_ACCESS_LOG,
                Ability.SEE_PROGRAMME,
                Ability.PLAN,
                Ability.REPORT_HOMES,
                Ability.REPORT_CASES,
                Ability.CONVENE,
                Ability.RAISE,
                Ability.SEND_UP,
            }
        ),
        Role.FACILITATOR: frozenset({Ability.SEE_RECORDS, Ability.EDIT, Ability.ADD_FAMILY}),
        Role.VILLAGE_OPERATOR: frozenset({Ability.SEE_RECORDS, Ability.EDIT, Ability.ADD_FAMILY}),
        Role.VIEWER: frozenset({Ability.SEE_RECORDS, Ability.SEE_PROGRAMME}),
        Role.AUDITOR: frozenset({Ability.SEE_RECORDS, Ability.SEE_ACCESS_LOG, Ability.SEE_PROGRAMME}),
        Role.ADMINISTRATOR: frozenset({Ability.MANAGE_USERS, Ability.SEE_ACCESS_LOG}),
        Role.DONOR: frozenset({Ability.PLEDGE}),
    }
)

# Abilities that only some kinds of office have, whatever the role; the others are open to every kind.
OFFICES_OF: Mapping[Ability, frozenset[AgencyKind]] = MappingProxyType(
    {
        Ability.PLAN: frozenset({AgencyKind.HOUSING, AgencyKind.PROVINCE, AgencyKind.BALAI, AgencyKind.MINISTRY}),
        Ability.REPORT_HOMES: frozenset(
            {
                AgencyKind.HOUSING,
                AgencyKind.VILLAGES,
                AgencyKind.PERMITS,
                AgencyKind.PROVINCE,
                AgencyKind.BALAI,
                AgencyKind.MINISTRY,
            }
        ),
        Ability.REPORT_CASES: frozenset({AgencyKind.PERMITS, AgencyKind.REVENUE}),
        Ability.PLEDGE: DONORS,
    }
)

# In Bahasa, as on screen; msgids.
LABELS: Mapping[Role, str] = MappingProxyType(
    {
        Role.DATA_OFFICER: "Petugas data",
        Role.HEAD_OF_OFFICE: "Kepala kantor",
        Role.FACILITATOR: "Fasilitator lapangan (TFL)",
        Role.VILLAGE_OPERATOR: "Operator desa",
        Role.VIEWER: "Pembaca",
        Role.AUDITOR: "Pemeriksa",
        Role.ADMINISTRATOR: "Pengelola pengguna",
        Role.DONOR: "Penyumbang",
    }
)
ABILITY_LABELS: Mapping[Ability, str] = MappingProxyType(
    {
        Ability.SEE_RECORDS: "Melihat catatan",
        Ability.SEE_NUMBERS: "Membuka NIK dan KK (tercatat)",
        Ability.EDIT: "Mengubah catatan",
        Ability.ADD_FAMILY: "Menambah keluarga",
        Ability.TAKE_IN: "Mengunggah daftar",
        Ability.DECIDE: "Memutuskan usulan",
        Ability.MANAGE_USERS: "Mengelola pengguna",
        Ability.SEE_ACCESS_LOG: "Melihat catatan akses",
        Ability.SEE_PROGRAMME: "Melihat target, capaian, dan rapat",
        Ability.PLAN: "Menetapkan target dan sumber dana",
        Ability.REPORT_HOMES: "Melaporkan rumah",
        Ability.REPORT_CASES: "Melaporkan kasus PBG dan BPHTB",
        Ability.CONVENE: "Mengadakan rapat",
        Ability.RAISE: "Mencatat kendala dan komitmen",
        Ability.SEND_UP: "Mengirim kendala ke tingkat atas",
        Ability.PLEDGE: "Menawarkan bantuan",
    }
)


def printed() -> str:
    """The roles as a page of documentation."""
    head = "| peran | kode |" + "".join(f" {ABILITY_LABELS[ability]} |" for ability in Ability)
    rows = [_row(role) for role in Role]
    offices = [f"| {ABILITY_LABELS[each]} | {', '.join(sorted(kinds))} |" for each, kinds in OFFICES_OF.items()]
    return _PAGE.format(table="\n".join((head, "|---|---|" + "---|" * len(Ability), *rows)), offices="\n".join(offices))


def _row(role: Role) -> str:
    marks = "".join(f" {'ya' if ability in ABILITIES[role] else '–'} |" for ability in Ability)
    return f"| {LABELS[role]} | `{role}` |{marks}"


_PAGE = """# Roles

Printed from `accounts/domain/roles.py`; a test compares. Every ability holds only inside the region of the grant, and
what an edit counts for follows from the policy (`policy-2.md`).

{table}

Some abilities only certain kinds of office have:

| kemampuan | jenis instansi |
|---|---|
{offices}
"""
