"""The code lists of delivery, each code with its label in Bahasa Indonesia (a msgid)."""

from collections.abc import Mapping

from betang.register.domain.code_lists import CodeList, code_list

# In the order in which a home passes through them.
STAGE = code_list(
    "stage",
    "0",
    "30",
    "100",
    "SERAH TERIMA",
    labels={"0": "0 %", "30": "30 %", "100": "100 %", "SERAH TERIMA": "Serah terima"},
    aliases={"0,3": "30", "0.3": "30", "1": "100", "SELESAI": "100", "BELUM MULAI": "0", "DISERAHKAN": "SERAH TERIMA"},
)
CASE_KIND = code_list("case_kind", "PBG", "BPHTB", labels={"PBG": "PBG", "BPHTB": "BPHTB"}, aliases={"IMB": "PBG"})
CASE_OUTCOME = code_list(
    "case_outcome", "TERBIT", "DITOLAK", "DITARIK", aliases={"DISETUJUI": "TERBIT", "DIBEBASKAN": "TERBIT"}
)
VERDICT = code_list("verdict", "SATU RUMAH", "DUA RUMAH", aliases={"SAMA": "SATU RUMAH", "BERBEDA": "DUA RUMAH"})

LISTS: Mapping[str, CodeList] = {made.name: made for made in (STAGE, CASE_KIND, CASE_OUTCOME, VERDICT)}
