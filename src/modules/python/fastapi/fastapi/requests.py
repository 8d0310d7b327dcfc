"""What Starlette has, under the name of FastAPI."""
from starlette.requests import HTTPConnection, Request
