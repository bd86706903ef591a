"""Who lives in the demo? Invented people, one for each kind of office, in two regencies and above."""

from dataclasses import dataclass

from betang.organisation.domain.agencies import KABUPATEN


@dataclass(frozen=True)
class Member:
    """A user of the demo: name to sign in with, name on screen, role, office and the region they work in."""

    username: str
    full_name: str
    role: str
    agency: str
    region: str


SINTANG, SANGGAU = "61.05", "61.03"
PROVINCE_OFFICE = "Dinas Perkim Provinsi Kalimantan Barat"
HOUSING_OFFICES = {region: f"Disperakim Kabupaten {name}" for region, name in KABUPATEN.items()}

BALAI, MINISTRY = "BP3KP Kalimantan I", "Direktorat Jenderal Perumahan Perdesaan"
DONOR_OFFICE = "PT Rimba Betang Rekaan"  # invented: no company of this name is meant

PEOPLE = (
    Member("maria", "Maria Tekla", "data_officer", HOUSING_OFFICES[SINTANG], SINTANG),
    Member("yohanes", "Yohanes Anton", "head_of_office", HOUSING_OFFICES[SINTANG], SINTANG),
    Member("siti", "Siti Aminah", "facilitator", HOUSING_OFFICES[SINTANG], SINTANG),
    Member("petrus", "Petrus Ganing", "village_operator", "DPMD Kabupaten Sintang", "61.05.19"),
    Member("dewi", "Dewi Lestari", "data_officer", "DPMPTSP Kabupaten Sintang", SINTANG),
    Member("klara", "Klara Sepauk", "data_officer", "DPMD Kabupaten Sintang", SINTANG),
    Member("hendra", "Hendra Wijaya", "data_officer", "Bapenda Kabupaten Sintang", SINTANG),
    Member("budi", "Budi Santoso", "data_officer", HOUSING_OFFICES[SANGGAU], SANGGAU),
    Member("lukas", "Lukas Banjar", "data_officer", HOUSING_OFFICES["61.04"], "61.04"),
    Member("paulina", "Paulina Idang", "data_officer", HOUSING_OFFICES["61.06"], "61.06"),
    Member("markus", "Markus Libau", "data_officer", HOUSING_OFFICES["61.07"], "61.07"),
    Member("yuliana", "Yuliana Ngabang", "data_officer", HOUSING_OFFICES["61.08"], "61.08"),
    Member("stefanus", "Stefanus Sanau", "data_officer", HOUSING_OFFICES["61.09"], "61.09"),
    Member("natalia", "Natalia Pinoh", "data_officer", HOUSING_OFFICES["61.10"], "61.10"),
    Member("fransiska", "Fransiska Lia", "data_officer", PROVINCE_OFFICE, "61"),
    Member("anton", "Anton Sujarwo", "administrator", PROVINCE_OFFICE, "61"),
    Member("theresia", "Theresia Lusi", "data_officer", BALAI, "61"),
    Member("agnes", "Agnes Yuliana", "viewer", BALAI, "61"),
    Member("rahmat", "Rahmat Hidayat", "head_of_office", MINISTRY, "00"),
    Member("rini", "Rini Wulandari", "viewer", "Direktorat Peningkatan Kualitas Perumahan Perdesaan", "00"),
    Member("teguh", "Teguh Prasetyo", "auditor", PROVINCE_OFFICE, "61"),
    Member("ratna", "Ratna Kusuma", "donor", DONOR_OFFICE, SINTANG),
)


def _of_the_other_offices(region: str, name: str) -> tuple[Member, ...]:
    """Who works at DPMPTSP, Bapenda and DPMD of a kabupaten; they go by their office."""
    offices = ("DPMPTSP", "Bapenda", "DPMD")
    return tuple(
        Member(
            f"{office.lower()}-{name.lower().replace(' ', '-')}",
            f"Petugas {office} {name}",
            "data_officer",
            f"{office} Kabupaten {name}",
            region,
        )
        for office in offices
    )


OTHER_OFFICES = tuple(
    member for region, name in KABUPATEN.items() if region != SINTANG for member in _of_the_other_offices(region, name)
)
CAST = PEOPLE + OTHER_OFFICES

# Who takes in the list of each kabupaten: its own data officer, so that its office is right about what stands there.
OFFICERS = {
    member.region: member.username
    for member in CAST
    if member.role == "data_officer" and member.agency == HOUSING_OFFICES.get(member.region)
}


def of_office(agency: str) -> str:
    """The data officer of an office, by user name."""
    return next(member.username for member in CAST if (member.agency, member.role) == (agency, "data_officer"))
