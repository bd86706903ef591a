"""What does a command mean that can be said alone, and has others under it?"""

import click

_UNNAMED = ""


class Deeds(click.Group):
    """`intake undo ...` is the command undo; `intake FILE` is the one that goes without a name of its own."""

    def __init__(self, alone: click.Command, *others: click.Command) -> None:
        super().__init__(alone.name, commands=others, help=alone.help, subcommand_metavar="FILE | COMMAND [ARGS]...")
        self.alone = alone

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = {*self.commands, *self.get_help_option_names(ctx)}
        # After the dashes nothing is an option of the group itself.
        return super().parse_args(ctx, args if known.intersection(args[:1]) else ["--", _UNNAMED, *args])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return self.alone if cmd_name == _UNNAMED else super().get_command(ctx, cmd_name)
