"""What FastAPI logs."""
import logging as _logging

logger = _logging.getLogger('fastapi')
