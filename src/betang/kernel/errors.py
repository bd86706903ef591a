"""In how many ways can a deed be refused?

A message is a Bahasa template with named parts, so that an edge can translate the template and the tests can check
that every one has a translation. No part may ever hold a NIK, a KK number or a person's name.
"""


class BetangError(Exception):
    """A refusal with a stable code. Everything else that is raised is a bug, and may be loud."""

    def __init__(self, template: str, /, *, code: str, **params: object) -> None:
        super().__init__(template, code, params)
        self.template = template
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return self.template % self.params


class Refusal(BetangError):
    """A rule says no."""


class NotAllowed(BetangError):
    """This person, in this role and region, may not."""


class Conflict(BetangError):
    """The thing has changed since it was looked at."""


class Malformed(BetangError):
    """What was sent cannot be read; says the row, column or byte where there is one."""
