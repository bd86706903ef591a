"""A node on a stick and back: everything sealed under the node's own key, opened again with the code on paper."""

from betang.console.backups.restoring import restore
from betang.console.backups.taking import backup

COMMANDS = (backup, restore)
