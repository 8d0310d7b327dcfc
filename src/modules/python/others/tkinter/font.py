"""Fonts of a display."""
import tkinter as _tkinter

NORMAL, ROMAN, BOLD, ITALIC = 'normal', 'roman', 'bold', 'italic'


class Font:
    def __init__(self, root=None, font=None, name=None, exists=False, **options):
        if root is None:
            _tkinter._root('use font')


def families(root=None, displayof=None):
    _tkinter._root('use font.families()')


def names(root=None):
    _tkinter._root('use font.names()')
