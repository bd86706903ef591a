"""How does a list go in?"""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from betang.accounts.queries import Acting
from betang.intake import commands
from betang.intake import queries as intake
from betang.intake.domain.templates import TEMPLATES
from betang.kernel.errors import Malformed, NotAllowed, Refusal
from betang.web.errors import sentence
from betang.web.intake.asked import officer
from betang.web.intake.forms import KINDS, sent

_RECENT = 5


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The form, and the lists that were sent last. A trial is a list like any other, only that nothing is written."""
    who = officer(request)
    if request.method != "POST":
        return _form(request, who)
    try:
        file = sent(request.FILES.get("berkas"))
        batch = commands.receive(who, file.name, file.content, is_trial=request.POST.get("cara") == "coba")
    except (Malformed, NotAllowed, Refusal) as refused:
        return _form(request, who, error=sentence(refused), status=422)
    return redirect("intake:batch", batch_id=batch.id)


def _form(request: HttpRequest, who: Acting, *, error: str = "", status: int = 200) -> HttpResponse:
    context = {
        "batches": intake.batches(who, limit=_RECENT),
        "templates": TEMPLATES.values(),
        "kinds": ",".join(KINDS),
        "error": error,
    }
    return render(request, "intake/upload.html", context, status=status)
