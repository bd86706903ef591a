"""How does a template of the register say a value, a role, a rank?"""

from django import template
from django.utils.html import format_html

from betang.journal.domain.commits import CommitId
from betang.journal.domain.records import Value
from betang.register.domain.fields import BY_NAME, Kind
from betang.register.domain.parsing import DOUBT_OF
from betang.web.register import wording
from betang.web.register.card import RANKS
from betang.web.register.layout import WORDS

register = template.Library()


def _kind(kind: Kind | str) -> Kind:
    return kind if isinstance(kind, Kind) else Kind[kind.upper()]


@register.simple_tag
def written(kind: Kind | str, name: str, value: Value) -> str:
    """The value of a field, with its unit; a masked number in letters of one width."""
    text = wording.written(BY_NAME[_kind(kind)][name], value)
    return format_html('<span class="mono">{}</span>', text) if name in DOUBT_OF and value else text


@register.simple_tag
def label(kind: Kind | str, name: str) -> str:
    """What a field is called."""
    return wording.label(BY_NAME[_kind(kind)][name])


@register.filter
def role_word(name: str) -> str:
    return wording.role(name)


@register.filter
def rank_word(rank: int) -> str:
    return str(RANKS.get(rank, RANKS[0]))


@register.filter
def kind_word(kind: Kind | str) -> str:
    """The word for a kind in an address."""
    return WORDS[_kind(kind)]


@register.filter
def commit_text(commit: CommitId) -> str:
    """A commit as a form names it."""
    return f"{commit.stream.hex()}.{commit.seq}"
