"""The backend that Django loads."""

from django.db.backends.postgresql import base
from psycopg import OperationalError

from config.breaker import breaker
from config.postgresql import driver
from config.postgresql.address import address_of, in_public
from config.postgresql.liveness import answers

PATIENCE = 0.35  # seconds for the first sign of a server; psycopg's shortest is two


class DatabaseWrapper(base.DatabaseWrapper):
    """Says within half a second that a server hangs, and asks it once a second."""

    Database = driver

    def get_new_connection(self, conn_params):
        if not breaker.may_ask():
            raise OperationalError("The database was away a moment ago.")
        if not answers(in_public(address_of(conn_params)), PATIENCE):
            breaker.trip()
            raise OperationalError("The database server does not answer.")
        connection = super().get_new_connection(conn_params)
        breaker.mend()
        return connection

    def is_usable(self):
        if self.connection is None:
            return False
        with self.connection.in_a_hurry():
            return super().is_usable()
