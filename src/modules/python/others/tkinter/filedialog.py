"""Dialogs that choose files, colours and words."""
import tkinter as _tkinter


def _dialog(name):
    def ask(*args, **options):
        _tkinter._temporary_root()
    ask.__name__ = ask.__qualname__ = name
    return ask


for _name in ('askdirectory askopenfile askopenfilename askopenfilenames askopenfiles asksaveasfile '
              'asksaveasfilename').split():
    globals()[_name] = _dialog(_name)
