"""Can every case that starts finish? Four properties, decided exactly or said to be unknown; see ``README.md`` here."""

from procmap.facade import callable_package

callable_package(__name__, "procmap.verify.verify", "verify")
