"""Text with a scroll bar."""
from tkinter import Text

__all__ = ['ScrolledText']


class ScrolledText(Text):
    pass
