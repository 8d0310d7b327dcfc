"""Requests and responses."""
from werkzeug.wrappers.request import Request
from werkzeug.wrappers.response import Response, ResponseStream
