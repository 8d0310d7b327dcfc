from mcp.server.fastmcp.exceptions import ToolError
from mcp.server.fastmcp.tools.base import Tool
from mcp.server.fastmcp.utilities.logging import get_logger

logger = get_logger(__name__)


class ToolManager:
    def __init__(self, warn_on_duplicate_tools=True, *, tools=None):
        self._tools = {}
        self.warn_on_duplicate_tools = warn_on_duplicate_tools
        for tool in tools or ():
            self._warn(tool.name)
            self._tools[tool.name] = tool

    def _warn(self, name):
        if self.warn_on_duplicate_tools and name in self._tools:
            logger.warning(f'Tool already exists: {name}')

    def get_tool(self, name):
        return self._tools.get(name)

    def list_tools(self):
        return list(self._tools.values())

    def add_tool(self, fn, **how):
        tool = Tool.from_function(fn, **how)
        self._warn(tool.name)
        return self._tools.setdefault(tool.name, tool)

    def remove_tool(self, name):
        if self._tools.pop(name, None) is None:
            raise ToolError(f'Unknown tool: {name}')

    async def call_tool(self, name, arguments, context=None, convert_result=False):
        tool = self.get_tool(name)
        if tool is None:
            raise ToolError(f'Unknown tool: {name}')
        return await tool.run(arguments, context=context, convert_result=convert_result)
