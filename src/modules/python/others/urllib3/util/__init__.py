"""Retries."""
__path__ = []
from urllib3.util.retry import Retry
