"""Themed widgets, which have no display either."""
import tkinter as _tkinter

__all__ = ['Button', 'Checkbutton', 'Combobox', 'Entry', 'Frame', 'Label', 'Labelframe', 'LabelFrame', 'Menubutton',
           'Notebook', 'Panedwindow', 'PanedWindow', 'Progressbar', 'Radiobutton', 'Scale', 'Scrollbar', 'Separator',
           'Sizegrip', 'Spinbox', 'Style', 'Treeview', 'LabeledScale', 'OptionMenu']


class Widget(_tkinter.Widget):
    """A themed widget."""


class Style:
    def __init__(self, master=None):
        self.master = _tkinter._root() if master is None else master


for _name in __all__:
    if _name != 'Style':
        globals()[_name] = type(_name, (Widget,), {'__module__': 'tkinter.ttk'})
del _name
