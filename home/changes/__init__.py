"""What has changed, told at once to every process that keeps something.

`reading` notes which tables and rows an answer was made from, `writing` notes which were
changed, and the `journal` is where the two meet.
"""

from home.changes.journal import Moment
from home.changes.reading import Reading, recording, valid_until
from home.changes.shared import the_journal

__all__ = ["Moment", "Reading", "recording", "the_journal", "valid_until"]
