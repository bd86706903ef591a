"""The addresses of people's pages."""

from django.urls import path

from betang.web.accounts import signing_in, users

app_name = "accounts"

urlpatterns = [
    path("masuk/", signing_in.sign_in, name="sign-in"),
    path("keluar/", signing_in.sign_out, name="sign-out"),
    path("ganti-pengguna/", signing_in.switch, name="switch"),
    path("terkunci/", signing_in.locked, name="locked"),
    path("terjaga/", signing_in.awake, name="awake"),
    path("kata-sandi/", signing_in.change_password, name="change-password"),
    path("akun/", signing_in.me, name="me"),
    path("akun/tugas/", signing_in.choose_grant, name="choose-grant"),
    path("pengguna/", users.users, name="users"),
    path("pengguna/tambah/", users.add, name="add-user"),
    path("pengguna/<int:user_id>/", users.user, name="user"),
    path("pengguna/<int:user_id>/tugas/", users.grant, name="grant"),
    path("pengguna/<int:user_id>/tugas/<int:grant_id>/cabut/", users.revoke, name="revoke"),
    path("pengguna/<int:user_id>/akses/", users.access, name="access"),
    path("pengguna/<int:user_id>/kata-sandi/", users.reset_password, name="reset-password"),
    path("catatan-akses/", users.access_log, name="access-log"),
]
