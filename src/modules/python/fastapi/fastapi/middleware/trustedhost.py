"""What Starlette has, under the name of FastAPI."""
from starlette.middleware.trustedhost import TrustedHostMiddleware
