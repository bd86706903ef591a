"""What does every test stand on? A home of its own that is thrown away, never the developer's `var/`."""

import atexit
import os
import shutil
import tempfile

import django

# Settings read the environment once, so the throwaway home is named before Django is set up.
# Each worker of a parallel run is a process and gets its own.
HOME = tempfile.mkdtemp(prefix="betang-test-home-")
os.environ["BETANG_HOME"] = HOME
os.environ["DJANGO_SETTINGS_MODULE"] = "betang.settings"
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

django.setup()
