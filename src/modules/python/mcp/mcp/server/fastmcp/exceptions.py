class FastMCPError(Exception):
    pass


class ValidationError(FastMCPError):
    pass


class ResourceError(FastMCPError):
    pass


class ToolError(FastMCPError):
    pass


class InvalidSignature(Exception):
    """A function that cannot be a tool."""
