"""Results of connections."""
from sqlalchemy.engine.result import CursorResult
