"""What does the web server's worker load?"""

from betang.console.serving import leave_with_parent
from betang.wsgi import application

__all__ = ["application"]

leave_with_parent()
