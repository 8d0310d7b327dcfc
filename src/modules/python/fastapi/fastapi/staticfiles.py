"""What Starlette has, under the name of FastAPI."""
from starlette.staticfiles import StaticFiles
