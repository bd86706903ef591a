"""Does every fact of the meeting of 12 June 2025 stand in its file and on its papers? One by one."""

import pytest

from betang.coordination import samples
from betang.coordination.formats import attendance_list, minutes, press_release
from betang.organisation.domain.agencies import KABUPATEN
from tests.coordination.papers import meeting_of_12_june, rows_of, text_of

# As the press release of the organisers has them.
WHEN_AND_WHERE = (
    "Kamis",
    "12 Juni 2025",
    "Ruang Tengkawang",
    "Kantor Gubernur Kalimantan Barat",
    "Pontianak",
    "Direktorat Jenderal Perumahan Perdesaan Kementerian Perumahan dan Kawasan Permukiman (Kementerian PKP)",
    "Balai Pelaksana Penyediaan Perumahan dan Kawasan Permukiman Kalimantan I",
    "Zoom",
)
SPEAKERS = (
    ("Dr. Drs. Imran, M.Si., M.A.Cd", "Dirjen Perumahan Perdesaan"),
    (
        "Yosafat Triadhi Andjioe, S.T., M.M., M.T.",
        "Kepala Dinas Perumahan Rakyat dan Kawasan Permukiman Provinsi Kalbar",
    ),
    ("R. An An Andri Hikmat S.R, AP, MM", "Direktur Pembiayaan Perumahan Perdesaan"),
    ("H. Agus Wahidi, S.Pd., M.Si.", "Direktur Peningkatan Kualitas Perumahan Perdesaan"),
)
WHAT_WAS_SAID = (
    "dalam rangka mendorong percepatan capaian Program Nasional Tiga Juta Rumah",
    "memperkuat kolaborasi antara pemerintah pusat dan pemerintah daerah",
    "mendukung target nasional pembangunan tiga juta unit rumah yang dicanangkan Presiden",
    "Saya sangat mengharapkan dukungan dari pemerintah daerah.",
    "Program ini harus berkelanjutan, dan dibutuhkan koordinasi yang kuat, terutama dengan Dinas Perkim.",
    (
        "Semua elemen perlu terlibat, termasuk memanfaatkan CSR dan lembaga-lembaga di daerah untuk mewujudkan hunian "
        "layak"
    ),
    "menekankan pentingnya sinkronisasi data antara pusat dan daerah untuk perencanaan program ke depan",
    "Pemerintah Provinsi Kalimantan Barat turut hadir dan memberikan dukungan melalui sambutan",
    "Kegiatan ini berlangsung dengan lancar",
    "Jajaran Direktorat Jenderal Perumahan Perdesaan turut hadir langsung untuk memberikan paparan",
    "Diskusi terbuka pada akhir sesi",
    (
        "menjadi ruang strategis untuk menyampaikan berbagai kendala yang dihadapi pemerintah daerah dalam pelaksanaan "
        "program perumahan, seperti kendala regulasi, dan kebutuhan pemutakhiran data"
    ),
    "Kendala regulasi",
    "Kebutuhan pemutakhiran data",
    (
        "Pemerintah daerah dan pusat sepakat bahwa keberhasilan program ini hanya dapat dicapai melalui koordinasi "
        "yang erat dan kerja sama lintas sektor yang terus ditingkatkan"
    ),
    "langkah konkret dalam mempererat koordinasi lintas sektor dan level pemerintahan",
    (
        "program tiga juta rumah dapat terealisasi dengan tepat sasaran dan berkelanjutan di seluruh wilayah "
        "Indonesia, khususnya di Kalimantan Barat"
    ),
)
OFFICES = ("Disperakim", "DPMPTSP", "Bapenda", "DPMD")


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    meeting = meeting_of_12_june()
    return {
        "notulen": minutes.write(meeting),
        "daftar hadir": attendance_list.write(meeting),
        "siaran pers": press_release.write(meeting),
    }


@pytest.mark.parametrize("fact", WHEN_AND_WHERE)
def test_when_and_where_it_was_stands_on_every_paper(papers: dict[str, bytes], fact: str) -> None:
    assert [name for name, content in papers.items() if fact not in text_of(content)] == []


@pytest.mark.parametrize(("name", "function"), SPEAKERS)
def test_a_speaker_stands_on_every_paper_with_title_and_function(
    papers: dict[str, bytes], name: str, function: str
) -> None:
    for content in papers.values():
        text = text_of(content)

        assert name in text
        assert function in text


@pytest.mark.parametrize("fact", WHAT_WAS_SAID)
def test_what_was_said_stands_in_minutes_and_press_release(papers: dict[str, bytes], fact: str) -> None:
    for name in ("notulen", "siaran pers"):
        assert fact.casefold() in text_of(papers[name]).casefold()


def test_eight_kabupaten_with_four_offices_each_have_a_row_to_sign(papers: dict[str, bytes]) -> None:
    signing = {row[1]: row[4] for row in rows_of(papers["daftar hadir"]) if len(row) == 5}

    offices = [f"{office} Kabupaten {name}" for name in KABUPATEN.values() for office in OFFICES]
    assert len(offices) == 32
    assert all(signing[office].endswith(".") for office in offices)


def test_the_one_speaker_who_was_online_signs_nowhere(papers: dict[str, bytes]) -> None:
    online = [row for row in rows_of(papers["daftar hadir"]) if "Daring (Zoom)" in row]

    assert [row[2] for row in online] == ["Dr. Drs. Imran, M.Si., M.A.Cd"]


def test_the_press_release_says_in_one_sentence_who_sent_whom(papers: dict[str, bytes]) -> None:
    assert (
        "delapan kabupaten – Bengkayang, Landak, Sanggau, Ketapang, Sintang, Kapuas Hulu, Sekadau, dan Melawi – yang "
        "masing-masing mengutus pejabat dari Dinas Perumahan dan Kawasan Permukiman (Disperakim), Dinas Penanaman "
        "Modal dan Pelayanan Terpadu Satu Pintu (DPMPTSP), Badan Pendapatan Daerah (Bapenda), dan Dinas Pemberdayaan "
        "Masyarakat dan Desa (DPMD)."
    ) in text_of(papers["siaran pers"])


def test_the_press_release_opens_as_press_releases_do(papers: dict[str, bytes]) -> None:
    assert "Pontianak, 12 Juni 2025 – Dalam rangka mendorong" in text_of(papers["siaran pers"])
    assert "Pontianak, Kamis (12/6)." in text_of(papers["siaran pers"])
    assert "secara daring melalui Zoom. “Saya sangat mengharapkan" in text_of(papers["siaran pers"])
    assert "hunian layak,” ungkapnya. Ia juga menekankan" in text_of(papers["siaran pers"])


def test_the_file_adds_nothing_of_its_own() -> None:
    """What the press release does not tell is empty: hours, chair, invitations, promises, names of the delegates."""
    meeting = meeting_of_12_june()

    assert (meeting.starts, meeting.ends, meeting.chair, meeting.commitments) == ("", "", "", ())
    assert sum(bool(each.name) for each in meeting.attendance) == len(SPEAKERS)
    assert all(each.due_date is None and not each.responsible for each in meeting.obstacles)
    assert b"undangan: []" in samples.content()
