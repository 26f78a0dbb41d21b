#!/usr/bin/env python
"""Run Django's and Wagtail's commands for this site."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    # To check texts from outside, no practice has to be set up.
    is_outside = {"check_claims", "--stdin"} <= set(sys.argv)
    settings = "config.settings.dev" if is_outside else "config.settings.base"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    execute_from_command_line(sys.argv)
