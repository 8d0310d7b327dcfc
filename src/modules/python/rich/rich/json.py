"""JSON, read and written anew so that it can be read."""
from json import dumps, loads

from rich.highlighter import JSONHighlighter, NullHighlighter


class JSON:
    """Shows JSON with indentation and colours."""

    def __init__(self, json, indent=2, highlight=True, skip_keys=False, ensure_ascii=False, check_circular=True, allow_nan=True,
                 default=None, sort_keys=False):
        self._write(loads(json), indent, highlight, skip_keys, ensure_ascii, check_circular, allow_nan, default, sort_keys)

    @classmethod
    def from_data(cls, data, indent=2, highlight=True, skip_keys=False, ensure_ascii=False, check_circular=True, allow_nan=True,
                  default=None, sort_keys=False):
        made = cls.__new__(cls)
        made._write(data, indent, highlight, skip_keys, ensure_ascii, check_circular, allow_nan, default, sort_keys)
        return made

    def _write(self, data, indent, highlight, skip_keys, ensure_ascii, check_circular, allow_nan, default, sort_keys):
        written = dumps(data, indent=indent, skipkeys=skip_keys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                        allow_nan=allow_nan, default=default, sort_keys=sort_keys)
        self.text = (JSONHighlighter() if highlight else NullHighlighter())(written)
        self.text.no_wrap, self.text.overflow = True, None

    def __rich__(self):
        return self.text
