"""The code lists of figures, each code with its label in Bahasa Indonesia (a msgid)."""

from collections.abc import Mapping

from betang.register.domain.code_lists import CodeList, code_list

SUBJECT = code_list(
    "subject",
    "RTLH",
    "TERTANGANI",
    "SISA",
    "BACKLOG",
    "REALISASI",
    labels={
        "RTLH": "RTLH",
        "TERTANGANI": "RTLH yang sudah ditangani",
        "SISA": "RTLH yang tersisa",
        "BACKLOG": "Backlog kepemilikan",
        "REALISASI": "Realisasi",
    },
)

LISTS: Mapping[str, CodeList] = {SUBJECT.name: SUBJECT}
