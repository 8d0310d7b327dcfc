from mcp.types import Tool


def get_display_name(obj):
    """What a person should read in place of the name that programs use."""
    if getattr(obj, 'title', None) is not None:
        return obj.title
    hints = obj.annotations if isinstance(obj, Tool) else None
    return hints.title if hints and hints.title is not None else obj.name
