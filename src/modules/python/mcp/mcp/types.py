"""What the protocol sends: requests, notifications, their results and what these hold, each a model of pydantic's."""
from mcp._types.base import *
from mcp._types.capabilities import *
from mcp._types.contents import *
from mcp._types.requests import *
