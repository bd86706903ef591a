"""What may others have put on record that stands on a list, in the words of whoever wants to undo it?"""

from collections.abc import Mapping

# By the kind of record that points there, or by the deed.
SENTENCES: Mapping[str, str] = {
    "changed": "Isian dari daftar ini sudah diubah sesudahnya.",
    "family": "Keluarga lain tercatat di rumah dari daftar ini.",
    "person": "Anggota keluarga ditambahkan sesudah daftar ini.",
    "assessment": "Kunjungan dicatat sesudah daftar ini.",
    "aid": "Bantuan dicatat sesudah daftar ini.",
    "listed": "Daftar lain juga menyebut keluarga ini.",
}
