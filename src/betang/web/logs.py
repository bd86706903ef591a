"""What must not stand in a log, whoever put it there?"""

import logging
import re

# A NIK or KK number, or one that lost digits, as somebody may type it into an address or a database into its complaint.
_NUMBER = re.compile(r"(?:\d[ ._-]?){11,}\d")


class WithoutNumbers(logging.Formatter):
    """Writes a line, with its traceback, without personal numbers."""

    def format(self, record: logging.LogRecord) -> str:
        return _NUMBER.sub("••••", super().format(record))
