"""Which page of coordination has which address?"""

from django.urls import path

from betang.web.coordination.views import board, commitments, meetings, obstacles, papers, parts, projector

app_name = "coordination"
urlpatterns = [
    path("rapat/", meetings.meetings, name="meetings"),
    path("rapat/unggah/", meetings.take_in, name="import-meeting"),
    path("rapat/baru/", meetings.call, name="call-meeting"),
    path("rapat/berkas/<uuid:part_id>/", papers.file, name="file"),
    path("rapat/bagian/<uuid:part_id>/hapus/", parts.remove, name="remove-part"),
    path("rapat/<uuid:meeting_id>/", meetings.meeting, name="meeting"),
    path("rapat/<uuid:meeting_id>/sunting/", meetings.change, name="change-meeting"),
    path("rapat/<uuid:meeting_id>/acara/", parts.add, {"part": "acara"}, name="add-agenda"),
    path("rapat/<uuid:meeting_id>/undangan/", parts.add, {"part": "undangan"}, name="invite"),
    path("rapat/<uuid:meeting_id>/hadir/", parts.add, {"part": "hadir"}, name="attend"),
    path("rapat/<uuid:meeting_id>/hasil/", parts.add, {"part": "hasil"}, name="add-outcome"),
    path("rapat/<uuid:meeting_id>/layar/", projector.wall, name="projector"),
    path("rapat/<uuid:meeting_id>/notulen.docx", papers.download, {"paper": "notulen"}, name="minutes"),
    path("rapat/<uuid:meeting_id>/daftar-hadir.docx", papers.download, {"paper": "daftar-hadir"}, name="attendance"),
    path("rapat/<uuid:meeting_id>/siaran-pers.docx", papers.download, {"paper": "siaran-pers"}, name="release"),
    path("kendala/", board.board, name="board"),
    path("kendala/tambah/", obstacles.add, name="raise-obstacle"),
    path("kendala/<uuid:obstacle_id>/", obstacles.obstacle, name="obstacle"),
    path("kendala/<uuid:obstacle_id>/jawab/", obstacles.answer, name="answer-obstacle"),
    path("kendala/<uuid:obstacle_id>/kirim/", obstacles.send_up, name="send-up"),
    path("kendala/<uuid:obstacle_id>/tutup/", obstacles.close, name="close-obstacle"),
    path("komitmen/tambah/", commitments.add, name="promise"),
    path("komitmen/<uuid:commitment_id>/", commitments.commitment, name="commitment"),
    path("komitmen/<uuid:commitment_id>/bukti/", commitments.prove, name="prove"),
    path("komitmen/<uuid:commitment_id>/batal/", commitments.cancel, name="cancel-commitment"),
]
