"""The Authorization header."""
from fastapi.security.base import parted as get_authorization_scheme_param
