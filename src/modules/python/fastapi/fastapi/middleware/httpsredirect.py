"""What Starlette has, under the name of FastAPI."""
from starlette.middleware.httpsredirect import HTTPSRedirectMiddleware
