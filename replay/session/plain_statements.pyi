from psycopg import pq

from pgrehearse.replay.session.connection import Connection
from pgrehearse.replay.session.context import SessionContext
from pgrehearse.replay.session.outcomes import Outcomes
from pgrehearse.replay.session.session import Session

def use_libpq_of(module: str) -> None: ...

class PlainPath:
    def __init__(
        self, session: Session, outcomes: Outcomes, connection: Connection, context: SessionContext, copy: int
    ) -> None: ...
    def send(self, pg: pq.abc.PGconn, row: int) -> bool: ...
    def readable(self) -> None: ...
