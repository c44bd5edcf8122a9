"""What has to be settled before an e-service is built: for whom, how they show who they are, what is asked, what then.

Asked of each process with a block ``e_service``, see ``procmap.graph.e_services``. Where a process has none, that is
all that is said: nothing-said-of-the-e-service lists what to settle first, and no check asks about single attributes.
"""

from procmap.text import Text

__all__ = ["LEFT_OUT"]

LEFT_OUT: dict[str, Text] = {}
