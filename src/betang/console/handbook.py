"""Which commands are there, and what exactly do they answer?

Printed from the code: `docs/command-line.md` for people, `docs/answers.schema.json` for programs.
"""

import json
from collections.abc import Iterator
from typing import Any, get_type_hints

import click
import msgspec

from betang.console.groups import Deeds

ANYTHING = "text, number, date, list or null, as the data dictionary has it"
WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "uuid": "id",
    "date": "date, YYYY-MM-DD",
    "date-time": "moment, ISO 8601",
}
TITLE = """# The command line

Printed from the code; a test compares. The same as JSON Schema: [answers.schema.json](answers.schema.json).

`BETANG_HOME` names the data folder (`var/` in the working folder), `BETANG_DATABASE` a PostgreSQL. Every command takes
`--json`: then stdout carries one line of JSON as described here and nothing else; progress goes to stderr. Without
`--as` the node's operator acts, in the region of its agency. NIK and KK are masked in every answer.

| exit code | what happened | stdout with `--json` |
|---|---|---|
| 0 | done | the answer |
| 1 | a mistake of Betang's own; the traceback is on stderr | `{"error": ..., "code": "bug"}` |
| 2 | refused: a rule says no, or what was given cannot be read | `{"error": the sentence, "code": its stable name}` |

`./betang test [STAGE...]` runs the checks and answers on paper only; its stages are `ruff`, `mypy`, `imports`, `sqlite`
and `postgresql`.
"""


def printed(group: click.Group) -> str:
    """The whole page, ending in one newline."""
    sections = ("\n".join(_section(path, command)) for path, command in _commands(group))
    return "\n".join((TITLE, *sections)).rstrip() + "\n"


def schemas(group: click.Group) -> str:
    """Each command's answer as JSON Schema, ending in one newline."""
    found = {path: _schema(command) for path, command in _commands(group)}
    return json.dumps({path: schema for path, schema in found.items() if schema}, indent=1, ensure_ascii=False) + "\n"


def _commands(group: click.Group, above: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    for name, command in sorted(group.commands.items()):
        path = (*above, name)
        if isinstance(command, Deeds):
            yield " ".join(path), command.alone
        if isinstance(command, click.Group):
            yield from _commands(command, path)
        else:
            yield " ".join(path), command


def _section(path: str, command: click.Command) -> Iterator[str]:
    yield f"## {path}"
    yield ""
    yield f"`betang {path} {_usage(command)}`".replace(" `", "`")
    yield ""
    yield (command.help or "").strip()
    yield ""
    yield from _options(command)
    yield from _answer(command)


def _usage(command: click.Command) -> str:
    pieces = command.collect_usage_pieces(click.Context(command))
    return " ".join(pieces)


def _options(command: click.Command) -> Iterator[str]:
    options = [option for option in command.params if isinstance(option, click.Option) and option.name != "as_json"]
    if options:
        yield from ("| option | |", "|---|---|")
        yield from (f"| `{_spelled(option)}` | {option.help or ''}{_needed(option)} |" for option in options)
        yield ""


def _spelled(option: click.Option) -> str:
    name = option.opts[0]
    if option.is_flag:
        return name
    choices = option.type.choices if isinstance(option.type, click.Choice) else ()
    return f"{name} {'/'.join(map(str, choices)) or (option.metavar or option.type.name.upper())}"


def _needed(option: click.Option) -> str:
    return " (wajib)" if option.required else ""


def _answer(command: click.Command) -> Iterator[str]:
    schema = _schema(command)
    if schema is None:
        yield from ("Answers nothing on stdout but what its help says.", "")
        return
    yield from ("```", f"answer: {_word(schema)}")
    for name, part in schema.get("$defs", {}).items():
        yield from ("", f"{name}: {part.get('description', '')}")
        if "enum" in part:
            yield f"  one of {', '.join(map(str, part['enum']))}"
        yield from (f"  {field:<18} {_word(of)}" for field, of in part.get("properties", {}).items())
    yield from ("```", "")


# Any: JSON Schema is whatever JSON can hold.
def _schema(command: click.Command) -> dict[str, Any] | None:
    answer = get_type_hints(command.callback).get("return") if command.callback else None
    return None if answer in (None, type(None)) else msgspec.json.schema(answer, schema_hook=_anything)


def _anything(_type: type) -> dict[str, object]:
    return {"description": ANYTHING}


def _word(schema: dict[str, Any]) -> str:
    """A schema in one or two words: `text`, `list of Figure`, `number or null`."""
    if "anyOf" in schema:
        return " or ".join(map(_word, schema["anyOf"]))
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    kind = schema.get("type")
    if kind == "array":
        return f"list of {_word(schema.get('items', {}))}"
    if kind == "object":
        return f"object, each value: {_word(schema.get('additionalProperties', {}))}"
    return WORDS.get(str(schema.get("format") or kind), ANYTHING)
