"""The code lists of coordination, each code with its label in Bahasa Indonesia (a msgid)."""

from collections.abc import Mapping

from betang.register.domain.code_lists import CodeList, code_list

MEETING_STATE = code_list("meeting_state", "DIRENCANAKAN", "BERLANGSUNG", "SELESAI", "DIBATALKAN")
PART = code_list("part", "PENYELENGGARA", "DIUNDANG")
ITEM = code_list("item", "SAMBUTAN", "PAPARAN", "DISKUSI", "LAINNYA", labels={"DISKUSI": "Diskusi terbuka"})
MODE = code_list(
    "mode", "RUANG", "DARING", labels={"RUANG": "Di ruang"}, aliases={"LURING": "RUANG", "ONLINE": "DARING"}
)
OUTCOME = code_list("outcome", "INFORMASI", "KEPUTUSAN", "KOMITMEN")
TOPIC = code_list(
    "topic",
    "REGULASI",
    "DATA",
    "ANGGARAN",
    "LAHAN",
    "PERIZINAN DAN PAJAK",
    "AKSES",
    "KELEMBAGAAN",
    labels={"DATA": "Pemutakhiran data", "AKSES": "Akses lokasi"},
)
# Where an obstacle lies, from below: the order in which it is sent up.
LEVEL = code_list("level", "KABUPATEN", "PROVINSI", "BALAI", "KEMENTERIAN", labels={"KABUPATEN": "Kabupaten/kota"})
OBSTACLE_STATE = code_list("obstacle_state", "TERBUKA", "DITANGANI", "SELESAI")
PROOF = code_list(
    "proof", "BUKTI", "TERUKUR", labels={"BUKTI": "Dengan bukti terlampir", "TERUKUR": "Diukur dari data"}
)
METRIC = code_list(
    "metric",
    "KELUARGA DIDATA",
    "DESA DIDATA",
    "RUMAH SELESAI",
    "KASUS TERBIT",
    "KABUPATEN MELAPOR",
    labels={
        "KELUARGA DIDATA": "Keluarga didata sejak",
        "DESA DIDATA": "Desa dengan keluarga didata sejak",
        "RUMAH SELESAI": "Rumah selesai sejak",
        "KASUS TERBIT": "PBG atau BPHTB terbit sejak",
        "KABUPATEN MELAPOR": "Kabupaten yang melaporkan PBG atau BPHTB sejak",
    },
)
COMMITMENT_STATE = code_list("commitment_state", "TERBUKA", "TERPENUHI", "DIBATALKAN")

LISTS: Mapping[str, CodeList] = {
    made.name: made
    for made in (
        MEETING_STATE, PART, ITEM, MODE, OUTCOME, TOPIC, LEVEL, OBSTACLE_STATE, PROOF, METRIC, COMMITMENT_STATE,
    )
}  # fmt: skip
