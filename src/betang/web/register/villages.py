"""Which villages can a form offer?"""

from dataclasses import replace

from django.utils.translation import gettext as _

from betang.organisation import queries as organisation
from betang.web.register.forms import Option, Question

_REGENCY = 5  # letters of a regency's code; above it, a list of villages would be too long to choose from


def offered(asked: Question, region_code: str) -> Question:
    """The question with the villages of a region to choose from; above a regency the code itself is asked."""
    if len(region_code) < _REGENCY:
        return replace(asked, hint=_("Kode Kemendagri bertitik, misalnya 61.05.19.2001."), width=16)
    names = organisation.villages_within(region_code)
    districts = organisation.names({code[:8] for code in names})
    options = [Option(code, name, districts.get(code[:8], "")) for code, name in names.items()]
    empty = [] if len(options) == 1 else [Option("", _("Pilih desa atau kelurahan"))]
    return replace(asked, widget="choice", options=(*empty, *options))
