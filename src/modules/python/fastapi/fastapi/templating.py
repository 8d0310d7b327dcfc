"""What Starlette has, under the name of FastAPI."""
from starlette.templating import Jinja2Templates
