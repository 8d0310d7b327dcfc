"""Dialogs that ask for one value."""
from tkinter import Toplevel as _Toplevel
from tkinter.filedialog import _dialog

askfloat, askinteger, askstring = map(_dialog, ('askfloat', 'askinteger', 'askstring'))


class Dialog(_Toplevel):
    """A dialog of the program's own."""
