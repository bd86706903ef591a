"""How does whoever started an empty home make it the node of their office?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from betang import environment
from betang.accounts.founding import FirstPerson, Founded, found
from betang.accounts.recovery_page import recovery_page
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation
from betang.web.errors import sentence
from betang.web.first_run import gate, offices

_FIELD_OF = {
    "bad_agency_name": "agency",
    "agency_known_otherwise": "agency",
    "bad_username": "username",
    "username_taken": "username",
    "bad_full_name": "full_name",
    "weak_password": "password",
}
Errors = list[dict[str, str]]


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """What will be asked, for whoever comes with the key of this start; it does not stay in the address."""
    _only_before_founding()
    if gate.let_in(request, request.GET.get("kunci", "")):
        return redirect("first-run:start")
    if not gate.is_let_in(request):
        return render(request, "first_run/closed.html", status=403)
    return render(request, "first_run/start.html")


@require_http_methods(["GET", "POST"])
def office(request: HttpRequest) -> HttpResponse:
    """Of which kind, and of which region."""
    _only_before_founding()
    if not gate.is_let_in(request):
        return redirect("first-run:start")
    kind, region = request.POST.get("kind", ""), request.POST.get("region", "")
    errors = _wrong_office(kind, region) if request.method == "POST" else []
    if request.method == "POST" and not errors:
        return _ask_person(request, {"kind": kind, "region": region, "agency": offices.usual_name(kind, region)})
    context = {
        "kinds": offices.KINDS,
        "provinces": offices.provinces(),
        "typed": {"kind": kind or "housing", "region": region},
        "errors": errors,
    }
    return render(request, "first_run/office.html", context, status=400 if errors else 200)


@sensitive_post_parameters("password", "again")
@require_POST
def person(request: HttpRequest) -> HttpResponse:
    """The office's name and its first user; with them the node is founded, and the paper shown once."""
    _only_before_founding()
    if not gate.is_let_in(request):
        return redirect("first-run:start")
    typed = {name: request.POST.get(name, "").strip() for name in ("kind", "region", "agency", "full_name", "username")}
    password = request.POST.get("password", "")
    if _wrong_office(typed["kind"], typed["region"]):
        return redirect("first-run:office")
    if password != request.POST.get("again", ""):
        return _ask_person(request, typed, field="again", wrong=gettext("Kedua kata sandi tidak sama. Ketik lagi."))
    try:
        made = _found(typed, password)
    except Refusal as refused:
        return _ask_person(request, typed, field=_FIELD_OF.get(refused.code, ""), wrong=sentence(refused))
    return render(request, "first_run/paper.html", {"made": made, "username": typed["username"].lower()})


@require_POST
def done(request: HttpRequest) -> HttpResponse:
    """The code is on paper: its page goes from the disk, and people sign in."""
    if not gate.is_let_in(request) or not organisation.is_founded():
        raise Http404
    recovery_page().unlink(missing_ok=True)
    request.session.flush()
    return redirect("accounts:sign-in")


def _only_before_founding() -> None:
    if not environment.first_run_key() or organisation.is_founded():
        raise Http404


def _wrong_office(kind: str, region: str) -> Errors:
    if kind not in {known for known, _label, _short in offices.KINDS}:
        return [{"field": "kind", "sentence": gettext("Jenis kantor belum dipilih.")}]
    if organisation.region(region) is None:
        return [{"field": "region", "sentence": gettext("Wilayah belum dipilih.")}]
    if not offices.fits(kind, region):
        wrong = gettext(
            "Jenis kantor dan wilayah tidak sesuai: kantor kabupaten/kota memilih kabupaten atau kota, dinas provinsi "
            "dan balai memilih provinsi, kementerian memilih Indonesia."
        )
        return [{"field": "region", "sentence": wrong}]
    return []


def _ask_person(request: HttpRequest, typed: dict[str, str], *, field: str = "", wrong: str = "") -> HttpResponse:
    errors = [{"field": field, "sentence": wrong}] if wrong else []
    context = {"typed": typed, "place": organisation.label(typed["region"]), "errors": errors}
    return render(request, "first_run/person.html", context, status=400 if errors else 200)


def _found(typed: dict[str, str], password: str) -> Founded:
    first = FirstPerson(typed["username"], typed["full_name"], password)
    return found(agency=typed["agency"], kind=typed["kind"], region=typed["region"], first=first)
