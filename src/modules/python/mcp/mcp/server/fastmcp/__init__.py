from mcp.server.fastmcp.server import Context, FastMCP
from mcp.server.fastmcp.utilities.types import Audio, Image
from mcp.types import Icon

__version__ = '1.30.0'
__all__ = ['FastMCP', 'Context', 'Image', 'Audio', 'Icon']
