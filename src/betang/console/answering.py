"""How does a command answer: on paper for people, as JSON for scripts, and with which exit code?

Stdout carries only the result; progress and sentences go to stderr. A refusal exits 2 with its sentence and code, a
bug exits 1 with an incident number whose traceback goes to stderr.
"""

import functools
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any, NoReturn, ParamSpec

import click
import msgspec

from betang.kernel.errors import BetangError

REFUSED = 2
BROKEN = 1
P = ParamSpec("P")
_encode = msgspec.json.Encoder(decimal_format="number").encode
Paper = Callable[[Any], str]


class RefusedWith(BetangError):
    """A refusal of which a script may want to know more than its sentence."""

    def __init__(self, refusal: BetangError, **more: object) -> None:
        super().__init__(refusal.template, code=refusal.code, **refusal.params)
        self.more = more


def deed(name: str, *, on_paper: Paper | None = None) -> Callable[..., click.Command]:
    """A command: what the function returns is the answer, written for people by `on_paper`."""

    def enroll(function: Callable[P, object]) -> click.Command:
        @functools.wraps(function)
        def answered(*args: P.args, **kwargs: P.kwargs) -> None:
            as_json = bool(kwargs.pop("as_json"))
            _say(_answer(function, as_json, *args, **kwargs), as_json, on_paper)

        option = click.option("--json", "as_json", is_flag=True, help="Jawaban sebagai JSON di stdout.")
        return click.command(name)(option(answered))

    return enroll


def run(commands: click.Group, arguments: list[str]) -> int:
    """Run the command line; a misspelt command is a refusal too, and answers a script as one."""
    as_json = "--json" in arguments
    if arguments[:1] == ["--json"]:
        arguments = [*arguments[1:], "--json"]
    try:
        commands.main(args=arguments, prog_name="betang", standalone_mode=False)
    except click.exceptions.Abort:
        return REFUSED
    except click.ClickException as misspelt:
        if as_json:
            click.echo(to_json({"error": misspelt.format_message(), "code": "usage"}))
        else:
            misspelt.show()
        return REFUSED
    return 0


def _answer(function: Callable[P, object], as_json: bool, *args: P.args, **kwargs: P.kwargs) -> object:
    try:
        return function(*args, **kwargs)
    except BetangError as refusal:
        refuse(refusal, as_json=as_json)
    except (KeyboardInterrupt, click.exceptions.Exit, click.ClickException):
        raise
    except Exception:  # noqa: BLE001  # the outermost edge: a bug is loud on stderr and still answers a script
        traceback.print_exc()
        _leave(BROKEN, {"error": "Perintah ini gagal karena kesalahan Betang sendiri.", "code": "bug"}, as_json)


def refuse(refusal: BetangError, *, as_json: bool) -> NoReturn:
    """End with the refusal's sentence and code."""
    more = refusal.more if isinstance(refusal, RefusedWith) else {}
    _leave(REFUSED, {"error": str(refusal), "code": refusal.code, **more}, as_json)


def _leave(code: int, answer: Mapping[str, object], as_json: bool) -> NoReturn:
    if as_json:
        click.echo(to_json(answer))
    else:
        click.echo(answer["error"], err=True)
    sys.exit(code)


def _say(answer: object, as_json: bool, on_paper: Paper | None) -> None:
    if as_json:
        click.echo(to_json(answer))
    elif answer is not None:
        click.echo(on_paper(answer) if on_paper else to_json(answer))


def to_json(answer: object) -> str:
    """One line of JSON; dates as ISO, ids as text, decimals as the numbers they are."""
    return _encode(answer).decode()


def note(sentence: str) -> None:
    """A sentence for whoever watches."""
    click.echo(sentence, err=True)
