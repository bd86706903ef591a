"""What does the help say?

Steps in the order in which they are done, each a sentence or two; a picture is a file of `static/betang/bantuan`, made
from the pages themselves by `tests/web/pictures.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class Step:
    """What to do. `picture` is a file name, `shows` says what is on it to who does not see it."""

    words: Words
    picture: str = ""
    shows: Words = ""


@dataclass(frozen=True)
class Topic:
    """A question, its short answer, and the way."""

    slug: str
    question: Words
    answer: Words
    steps: tuple[Step, ...]
    notes: tuple[Words, ...] = ()


TOPICS: tuple[Topic, ...] = (
    Topic(
        "unggah",
        _("Bagaimana memasukkan daftar?"),
        _("Letakkan berkas Excel, ODS, atau CSV apa adanya di halaman Unggah. Tidak perlu disalin ke format lain."),
        (
            Step(
                _("Pilih Unggah di menu, lalu pilih berkasnya. Periksa dulu bila ragu: tidak ada yang ditulis."),
                "unggah.png",
                _("Halaman Unggah dengan pilihan berkas dan tombol Periksa dulu"),
            ),
            Step(
                _(
                    "Tunggu, atau tutup halamannya: pekerjaan jalan terus dan kemajuannya ada di Daftar masuk. Seratus "
                    "ribu baris perlu beberapa menit."
                )
            ),
            Step(
                _("Baca hasilnya: berapa baris baru, diperbarui, tidak berubah, dan dikembalikan. Jumlahnya pas."),
                "hasil.png",
                _("Halaman hasil dengan empat angka yang berjumlah sama dengan baris berkas, dan alasan terbanyak"),
            ),
        ),
        (
            _("Dikenali sendiri: lembar impor e-RTLH 42 kolom, daftar e-RTLH yang lebih baru, BSPS 2026, dan Jambi."),
            _("Setiap lembar dibaca, juga yang tersembunyi; urutan kolom dan sel gabungan tidak menjadi soal."),
            _("Berkas yang sama dua kali tidak mengubah apa pun; keluarga dikenali dari NIK, KK, atau alamat."),
        ),
    ),
    Topic(
        "dikembalikan",
        _("Mengapa ada baris yang dikembalikan?"),
        _("Baris tanpa nama atau desa, atau dengan isian yang tidak terbaca, kembali kepada Anda dengan alasannya."),
        (
            Step(
                _("Di halaman hasil, unduh buku kerja baris yang dikembalikan. Kolomnya kolom Anda sendiri."),
            ),
            Step(
                _("Perbaiki sel yang berwarna. Alasannya ada di catatan sel dan di kolom ALASAN paling kanan."),
                "dikembalikan.png",
                _("Buku kerja dengan sel berwarna dan kolom ALASAN"),
            ),
            Step(_("Simpan, lalu unggah buku kerja itu. Baris yang sudah masuk dikenali dan tidak menjadi dua.")),
        ),
        (
            _("NIK yang meragukan tidak membuat keluarga kehilangan tempat: barisnya masuk, diberi tanda."),
            _("Lembar kedua berisi baris yang masuk tetapi perlu dilihat, lembar ketiga kode desa wilayah Anda."),
        ),
    ),
    Topic(
        "kolom",
        _("Judul kolom saya lain. Apa yang terjadi?"),
        _("Betang menebak, Anda yang memutuskan, sekali saja: jawabannya diingat untuk daftar kantor Anda berikutnya."),
        (
            Step(
                _("Sesudah mengunggah, halaman Cocokkan kolom terbuka. Setiap judul Anda tampil dengan contoh isinya."),
                "kolom.png",
                _("Tabel judul kolom dengan contoh isi dan pilihan artinya"),
            ),
            Step(
                _("Periksa tebakannya. Yang wajib hanya nama kepala keluarga dan desanya; selebihnya boleh diabaikan.")
            ),
            Step(_("Masukkan daftar. Berkas lain dengan judul yang sama tidak ditanyakan lagi.")),
        ),
    ),
    Topic(
        "batalkan",
        _("Berkasnya keliru. Bisa dibatalkan?"),
        _("Ya, seluruh daftar dapat dikeluarkan lagi: nilai lama kembali, keluarga yang baru dari daftar itu hilang."),
        (
            Step(_("Buka daftar itu di Daftar masuk, lalu pilih Batalkan daftar ini.")),
            Step(
                _(
                    "Baca apa yang dicatat sesudahnya: kunjungan, perubahan, atau daftar lain sesudahnya. Anda memilih "
                    "membiarkan yang itu dan membatalkan selebihnya, atau tidak jadi."
                ),
                "batalkan.png",
                _("Halaman pembatalan dengan angka dan yang dicatat sesudah daftar itu"),
            ),
            Step(_("Daftar yang dibatalkan dapat diunggah lagi. Riwayat tetap menyimpan semuanya.")),
        ),
    ),
    Topic(
        "banding",
        _("Mengapa jumlah kita berbeda dengan daftar pusat?"),
        _("Banding dua daftar menjelaskan selisihnya sampai keluarga terakhir, tanpa mengubah apa pun."),
        (
            Step(
                _("Pilih dua sisi: register wilayah Anda, daftar yang pernah diunggah, atau berkas baru."),
                "banding.png",
                _("Halaman banding dengan dua sisi yang dipilih"),
            ),
            Step(_("Baca hitungannya dari atas ke bawah: ganda, tidak terbaca, hanya di sini, hanya di sana.")),
            Step(_("Unduh buku kerjanya untuk dibawa ke rapat; setiap lembar dapat disaring di Excel.")),
        ),
    ),
    Topic(
        "unduh",
        _("Bagaimana mengeluarkan daftar?"),
        _("Daftar yang sedang Anda saring keluar sebagai lembar e-RTLH, daftar BSPS, atau rekap."),
        (
            Step(
                _("Di halaman Rumah, pasang saringan, lalu pilih Unduh Excel."),
                "unduh.png",
                _("Halaman unduh dengan pilihan lembar dan nomor tersamar"),
            ),
            Step(
                _(
                    "NIK dan KK keluar tersamar. Nomor utuh hanya dengan keperluan tertulis, dan itu tercatat "
                    "atas nama Anda."
                )
            ),
            Step(_("Berkas yang keluar boleh diunggah lagi: yang tidak Anda ubah tetap sama.")),
        ),
    ),
    Topic(
        "cadangan",
        _("Bagaimana mencadangkan, dan bila komputer rusak?"),
        _("Stik di laci dan kertas di lemari terkunci mengembalikan semuanya. Isi stik tersegel."),
        (
            Step(_("Pasang stik, lalu di jendela perintah ketik ./betang backup diikuti nama foldernya.")),
            Step(_("Simpan stik di tempat lain. Ulangi setiap minggu; beranda pengelola mengingatkan.")),
            Step(
                _(
                    "Di komputer baru: pasang Betang, ketik ./betang restore diikuti nama folder stik, lalu ketik kode "
                    "di kertas pemulihan."
                )
            ),
        ),
        (_("Kehilangan kertas dan komputer berarti kehilangan semua NIK dan KK untuk selamanya. Simpan terpisah."),),
    ),
    Topic(
        "latihan",
        _("Di mana saya dapat mencoba tanpa merusak apa pun?"),
        _("Di simpul latihan: kantor dan desa Anda, orang rekaan, dan garis-garis di kepala halaman."),
        (
            Step(_("Di jendela perintah ketik ./betang practice, lalu buka alamat yang tertulis.")),
            Step(
                _("Masuk sebagai petugas, kepala, fasilitator, atau pengelola; kata sandinya tampil di halaman masuk."),
                "latihan.png",
                _("Halaman masuk simpul latihan dengan kepala bergaris"),
            ),
            Step(_("Hapus folder latihan di folder data untuk mulai dari awal.")),
        ),
    ),
)
BY_SLUG: Mapping[str, Topic] = {topic.slug: topic for topic in TOPICS}
