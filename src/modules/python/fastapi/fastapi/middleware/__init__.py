"""What Starlette has, under the name of FastAPI."""
__path__ = []
from starlette.middleware import Middleware
