from pydantic import BaseModel

from mcp import types
from mcp._types.base import _Text


class InitializationOptions(BaseModel):
    """What a server says of itself."""
    server_name: str
    server_version: str
    capabilities: types.ServerCapabilities
    instructions: _Text = None
    website_url: _Text = None
    icons: list[types.Icon] | None = None
