"""Retries, limits of time, headers and URLs."""
from urllib3.util.request import make_headers
from urllib3.util.retry import Retry
from urllib3.util.timeout import Timeout
from urllib3.util.url import Url, parse_url
