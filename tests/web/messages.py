"""Which sentences and words can a page say, and where does their English stand?

`PYTHONPATH=src python -m tests.web.messages --update` adds what is new to the catalogue, drops what is gone, and
compiles it; no gettext program is needed. The test only asks.
"""

import ast
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import django
import polib
from django.template import Template, engines
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

from betang.accounts.domain import roles
from betang.coordination.domain import commitments
from betang.coordination.domain.fields import FIELDS as OF_COORDINATION
from betang.coordination.domain.fields import Kind as CoordinationKind
from betang.coordination.formats import yaml_lines
from betang.delivery.domain import likeness, reporting, working_days
from betang.delivery.domain.fields import FIELDS as OF_DELIVERY
from betang.delivery.domain.fields import Kind as DeliveryKind
from betang.delivery.workbooks import sheets
from betang.delivery.workbooks.cases import CASES
from betang.delivery.workbooks.homes import HOMES
from betang.figures.domain import wording
from betang.figures.domain.fields import FIELDS as OF_FIGURES
from betang.figures.domain.fields import Kind as FiguresKind
from betang.intake.domain import (
    columns,
    comparing_reasons,
    comparing_told,
    comparing_words,
    findings,
    notes,
    unknown,
    workbooks,
)
from betang.intake.formats import reading
from betang.organisation.domain.agencies import MANDATES
from betang.planning.domain import pledges
from betang.planning.domain.fields import FIELDS as OF_PLANNING
from betang.planning.domain.fields import Kind as PlanningKind
from betang.register.domain import ages, built_on, condition
from betang.register.domain.fields import FIELDS as OF_REGISTER
from betang.register.domain.fields import Field, Kind

SOURCE = Path(__file__).parents[2] / "src" / "betang"
TEMPLATES = SOURCE / "web" / "templates"
CATALOGUE = SOURCE / "web" / "locale" / "en" / "LC_MESSAGES" / "django.po"
COMPILED = CATALOGUE.with_suffix(".mo")

_ONE = frozenset({"gettext", "gettext_lazy", "gettext_noop"})
_SEVERAL = frozenset({"ngettext", "ngettext_lazy"})
_TRANSLATION = "django.utils.translation"
SIGNS = frozenset({"", "Rp", "m", "m²", "°"})  # units that every language writes alike


@dataclass(frozen=True, order=True)
class Message:
    """A msgid with its plural, and a file that says it."""

    text: str
    plural: str = ""
    place: str = ""


def collected() -> dict[str, Message]:
    """Every message by msgid."""
    found: dict[str, Message] = {}
    for message in sorted([*of_python(), *of_templates(), *of_tables()]):
        known = found.get(message.text)
        if message.text and (known is None or (message.plural and not known.plural)):
            found[message.text] = message
    return found


# ------------------------------------------------------------------------------------------------ Python


def of_python() -> Iterator[Message]:
    """Literals in gettext calls, and the templates of refusals."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in _modules()}
    refusals = _refusals(trees.values())
    for path, tree in trees.items():
        names = _imported(tree, _TRANSLATION)
        refusing = refusals | _handing_on(tree, refusals)
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            yield from _said(call, names, refusing, path.relative_to(SOURCE).as_posix())


def _modules() -> Iterator[Path]:
    """What may be shown on a page; the command line speaks Bahasa only."""
    for path in sorted(SOURCE.rglob("*.py")):
        if "migrations" not in path.parts and path.parent.name != "console":
            yield path


def _imported(tree: ast.AST, module: str) -> dict[str, str]:
    """Name in the file -> name in the module."""
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == module)
    return {alias.asname or alias.name: alias.name for node in imports for alias in node.names}


def _refusals(trees: Iterable[ast.AST]) -> set[str]:
    """The names of all kinds of refusal."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    names = {"BetangError"}
    for _ in range(len(classes)):
        grown = names | {each.name for each in classes if names & {ast.unparse(base) for base in each.bases}}
        if grown == names:
            break
        names = grown
    return names


def _handing_on(tree: ast.AST, refusals: set[str]) -> set[str]:
    """The functions of a file that make a refusal of the template they are given."""
    return {
        each.name
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef) and _makes_one(each, refusals) and _is_given(each, "template")
    }


def _is_given(function: ast.FunctionDef, name: str) -> bool:
    return name in {each.arg for each in function.args.args}


def _makes_one(function: ast.FunctionDef, refusals: set[str]) -> bool:
    calls = (node for node in ast.walk(function) if isinstance(node, ast.Call) and node.args)
    return any(ast.unparse(call.func) in refusals and ast.unparse(call.args[0]) == "template" for call in calls)


def _said(call: ast.Call, names: dict[str, str], refusals: set[str], place: str) -> Iterator[Message]:
    called = call.func.id if isinstance(call.func, ast.Name) else ""
    words = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    if not words:
        return
    if names.get(called) in _SEVERAL:
        yield Message(words[0], words[1], place)
    elif names.get(called) in _ONE or called in refusals:
        yield Message(words[0], place=place)


# ------------------------------------------------------------------------------------------------ templates


def of_templates() -> Iterator[Message]:
    """What `translate` and `blocktranslate` say."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        name = path.relative_to(TEMPLATES).as_posix()
        template = Template(path.read_text("utf-8"), engine=engines["django"].engine)  # type: ignore[attr-defined]
        for one in template.nodelist.get_nodes_by_type(TranslateNode):
            yield Message(one.filter_expression.var.literal.replace("%", "%%"), place=name)  # as Django looks it up
        for block in template.nodelist.get_nodes_by_type(BlockTranslateNode):
            yield _block(block, name)


def _block(block: BlockTranslateNode, name: str) -> Message:
    singular, _ = block.render_token_list(block.singular)
    plural, _ = block.render_token_list(block.plural) if block.plural else ("", [])
    return Message(singular, plural, name)


# ------------------------------------------------------------------------------------------------ tables


def of_tables() -> Iterator[Message]:
    """Words that pure rooms keep in tables, and pages say through `{% said %}` or `_(label)`."""
    for place, words in _tables().items():
        yield from (Message(word, place=place) for word in words if any(map(str.isalpha, word)))


def _tables() -> dict[str, list[str]]:
    return {**_of_rooms(), **_of_domains(), **_of_lists(), **_of_comparing()}


# Each room with the kinds of record it has and their fields.
_ROOMS: dict[str, tuple[type[Enum], Iterable[tuple[Field, ...]]]] = {
    "register": (Kind, OF_REGISTER.values()),
    "planning": (PlanningKind, OF_PLANNING.values()),
    "delivery": (DeliveryKind, OF_DELIVERY.values()),
    "figures": (FiguresKind, OF_FIGURES.values()),
    "coordination": (CoordinationKind, OF_COORDINATION.values()),
}


def _of_rooms() -> dict[str, list[str]]:
    """The kinds of record, the fields with their units, the codes."""
    found: dict[str, list[str]] = {}
    for room, (kinds, of_kinds) in _ROOMS.items():
        fields = [each for of_kind in of_kinds for each in of_kind]
        found[f"{room}/domain/fields.py"] = [
            *(kind.label for kind in kinds),  # type: ignore[attr-defined]  # every room's kinds have one
            *(each.label for each in fields),
            *(each.unit for each in fields if each.unit not in SIGNS),
        ]
        found[f"{room}/domain/codes.py"] = [
            label for each in fields if each.codes for label in each.codes.labels.values()
        ]
    return found


def _of_domains() -> dict[str, list[str]]:
    """States, reasons and marks."""
    return {
        "register/domain/ages.py": [age.label for age in ages.Age],
        "register/domain/condition.py": [condition.label(figure) for figure in range(6)],
        "register/domain/built_on.py": list(built_on.SENTENCES.values()),
        "accounts/domain/roles.py": [*roles.LABELS.values(), *roles.ABILITY_LABELS.values()],
        "organisation/domain/agencies.py": list(MANDATES.values()),
        "planning/domain/pledges.py": [*pledges.LABELS.values(), *pledges.WHY_CLOSED.values()],
        "delivery/domain/reporting.py": list(reporting.MARKS.values()),
        "delivery/domain/likeness.py": list(likeness.REASONS.values()),
        "delivery/domain/working_days.py": list(working_days.CLOCK_LABELS.values()),
        "figures/domain/wording.py": [
            *wording.SUBJECTS.values(), *wording.RULES.values(), *wording.PARTS.values(), *wording.RESTS.values(),
        ],
        "coordination/domain/commitments.py": list(commitments.LABELS.values()),
        "coordination/formats/yaml_lines.py": list(yaml_lines.REFUSED.values()),
    }  # fmt: skip


def _of_lists() -> dict[str, list[str]]:
    """What intake and the rooms above say of a list, its columns and its rows."""
    sheets_of_ours = [
        word
        for sheet in (HOMES, CASES)
        for word in (
            sheet.name, *(each.label for each in sheet.own), *sheet.returns.values(), *sheet.flags.values(),
        )
    ]  # fmt: skip
    return {
        "intake/domain/columns.py": [each.label for each in columns.KEYS.values()],
        "intake/domain/findings.py": list(findings.SENTENCES.values()),
        "intake/domain/workbooks.py": [workbooks.LISTED],
        "delivery/workbooks/sheets.py": [
            *sheets.BUILT_ON.values(), *sheets.RETURNED_ANYWHERE.values(), *sheets_of_ours,
        ],
        "intake/domain/notes.py": list(notes.NOTES.values()),
        "intake/domain/unknown.py": [each.sentence for each in unknown.LOOKALIKES],
        "intake/formats/reading.py": list(reading.REFUSALS.values()),
    }  # fmt: skip


def _of_comparing() -> dict[str, list[str]]:
    """What is said of two lists side by side."""
    return {
        "intake/domain/comparing_reasons.py": [
            *comparing_reasons.LABELS.values(),
            *comparing_reasons.UNREAD.values(),
            *comparing_reasons.DOUBLED.values(),
            comparing_reasons.ANY_OTHER_UNREAD,
        ],
        "intake/domain/comparing_words.py": [
            *comparing_words.TOTALS.values(),
            *comparing_words.PARTS.values(),
            *comparing_words.RULES.values(),
            comparing_words.BOTH_AND_MAYBE,
            comparing_words.REGISTER,
        ],
        "intake/domain/comparing_told.py": [word for word in comparing_told.LABELS.values() if word != "NIK"],
    }


# ------------------------------------------------------------------------------------------------ the catalogue


def catalogue() -> polib.POFile:
    """The English as people edit it."""
    return polib.pofile(str(CATALOGUE)) if CATALOGUE.exists() else polib.POFile()


def update() -> list[str]:
    """Write catalogue and compiled file; the msgids that have no English yet."""
    old = {entry.msgid: entry for entry in catalogue()}
    new = polib.POFile(wrapwidth=118)
    new.metadata = _METADATA
    for text, message in sorted(collected().items(), key=lambda pair: (pair[1].place, pair[0])):
        new.append(_entry(message, old.get(text)))
    new.save(str(CATALOGUE))
    new.save_as_mofile(str(COMPILED))
    return [entry.msgid for entry in new if not entry.translated()]


_METADATA = {
    "Project-Id-Version": "Betang",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def _entry(message: Message, known: polib.POEntry | None) -> polib.POEntry:
    """With the English that is known; a message that came to have a plural is asked for anew."""
    made = polib.POEntry(msgid=message.text, occurrences=[(message.place, "")], flags=_flags(message))
    if message.plural:
        made.msgid_plural = message.plural
        made.msgstr_plural = dict(known.msgstr_plural) if known and known.msgstr_plural else {0: "", 1: ""}
    else:
        made.msgstr = known.msgstr if known else ""
    return made


def _flags(message: Message) -> list[str]:
    return ["python-format"] if "%(" in message.text else []


def main(arguments: list[str]) -> int:
    """Django is set up in a home that is thrown away: templates are read through it."""
    if arguments != ["--update"]:
        print("python -m tests.web.messages --update")
        return 2
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"BETANG_HOME": home, "DJANGO_SETTINGS_MODULE": "betang.settings"}
        django.setup()
        missing = update()
    print(f"{len(missing)} without English in {CATALOGUE}:", *missing, sep="\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
