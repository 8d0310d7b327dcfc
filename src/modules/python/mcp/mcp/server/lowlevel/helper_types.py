from dataclasses import dataclass


@dataclass
class ReadResourceContents:
    """What reading gives."""
    content: str | bytes
    mime_type: str | None = None
    meta: dict | None = None
