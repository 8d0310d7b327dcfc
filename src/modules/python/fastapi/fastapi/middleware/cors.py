"""What Starlette has, under the name of FastAPI."""
from starlette.middleware.cors import CORSMiddleware
