"""Which figure of a table stands in this column?"""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(figures: Mapping[Any, int], key: object) -> int:  # Any: keyed by a condition or by an age
    """The figure under a key; none is zero."""
    return figures.get(key, 0)
