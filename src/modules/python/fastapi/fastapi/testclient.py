"""What Starlette has, under the name of FastAPI."""
from starlette.testclient import TestClient
