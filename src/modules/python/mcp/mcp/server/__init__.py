from mcp.server.fastmcp import FastMCP
from mcp.server.lowlevel import NotificationOptions, Server
from mcp.server.models import InitializationOptions

__all__ = ['Server', 'FastMCP', 'NotificationOptions', 'InitializationOptions']
