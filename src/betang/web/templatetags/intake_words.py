"""How does a template of the intake say a reason, a note on what was read, a fault?"""

from collections.abc import Mapping
from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext

from betang.intake.queries import ReasonView

register = template.Library()


@register.simple_tag
def reason(found: ReasonView) -> str:
    """What was found, in the language of the page."""
    said = gettext(found.sentence)
    return said if found.row is None else said % {"row": found.row}


@register.filter
def clock(value: datetime) -> str:
    """`08.40`, under a day in a dense table."""
    return f"{timezone.localtime(value):%H.%M}"


@register.simple_tag
def fault(error: Mapping[str, object] | None) -> str:
    """Why work broke off: in the language of the page where the template of the sentence is known."""
    if not error:
        return ""
    if isinstance(params := error.get("params"), Mapping):
        return gettext(str(error["template"])) % params
    return str(error.get("message", ""))
