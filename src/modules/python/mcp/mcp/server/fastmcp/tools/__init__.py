from mcp.server.fastmcp.tools.base import Tool
from mcp.server.fastmcp.tools.tool_manager import ToolManager

__all__ = ['Tool', 'ToolManager']
