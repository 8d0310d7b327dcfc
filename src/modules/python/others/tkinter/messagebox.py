"""Dialogs that tell and ask."""
import tkinter as _tkinter

ERROR, INFO, QUESTION, WARNING = 'error', 'info', 'question', 'warning'
ABORTRETRYIGNORE, OK, OKCANCEL, RETRYCANCEL = 'abortretryignore', 'ok', 'okcancel', 'retrycancel'
YESNO, YESNOCANCEL = 'yesno', 'yesnocancel'
ABORT, RETRY, IGNORE, CANCEL, YES, NO = 'abort', 'retry', 'ignore', 'cancel', 'yes', 'no'


def _dialog(name):
    def ask(title=None, message=None, **options):
        _tkinter._temporary_root()
    ask.__name__ = ask.__qualname__ = name
    return ask


for _name in ('showinfo showwarning showerror askquestion askokcancel askretrycancel askyesno askyesnocancel').split():
    globals()[_name] = _dialog(_name)
