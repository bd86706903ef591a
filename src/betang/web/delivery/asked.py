"""Who asks, and what came with the form?"""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_noop

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.kernel.errors import Malformed, Refusal
from betang.register.domain.parsing import FieldsRefused
from betang.web.acting import acting

FILE = "berkas"
_TOO_LARGE = gettext_noop("Foto ini terlalu besar. Kecilkan dulu, lalu kirim lagi.")
_NONE_SENT = gettext_noop("Pilih dulu fotonya, lalu kirim lagi.")


def reader(request: HttpRequest) -> Acting:
    """Somebody who sees the programme, or a donor, who sees what came of their own offers."""
    who = acting(request)
    if not who.may(Ability.PLEDGE):
        require(who, Ability.SEE_PROGRAMME, who.region_code)
    return who


def officer(request: HttpRequest) -> Acting:
    """Somebody who sees the programme; a donor has no part in permits, taxes and monthly numbers."""
    who = acting(request)
    require(who, Ability.SEE_PROGRAMME, who.region_code)
    return who


def able(request: HttpRequest, ability: Ability) -> Acting:
    """Somebody who may do this; raises `NotAllowed` for anybody else."""
    who = acting(request)
    require(who, ability, who.region_code)
    return who


def sent_photo(request: HttpRequest) -> bytes:
    """The content of the photo that came with a form. Raises `FieldsRefused` for none, `Malformed` for too much."""
    file = request.FILES.get(FILE)
    if file is None or not file.name:
        raise FieldsRefused({FILE: Refusal(_NONE_SENT, code="no_photo")})
    content = file.read() if (file.size or 0) <= settings.MAX_UPLOAD_BYTES else b""
    if len(content) < (file.size or 0):
        raise Malformed(_TOO_LARGE, code="file_too_large", field=FILE)
    return content


def page_number(text: str) -> int:
    """The page that an address asks for; the first for what is no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1
