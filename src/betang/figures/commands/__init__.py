"""Every deed of figures."""

from betang.figures.commands.publishing import publish, withdraw_statement

__all__ = ["publish", "withdraw_statement"]
