# What tkinter stands on has its errors and numbers; loops that update windows by hand import them from there.
import asyncio
import os
import tkinter as tk
import tkinter.ttk
import _tkinter
from _tkinter import TclError

print(TclError is tk.TclError, tk._tkinter is _tkinter, TclError.__mro__[1])
print(_tkinter.DONT_WAIT, _tkinter.ALL_EVENTS, _tkinter.WINDOW_EVENTS, _tkinter.FILE_EVENTS, _tkinter.TIMER_EVENTS, _tkinter.IDLE_EVENTS)
print(_tkinter.READABLE, _tkinter.WRITABLE, _tkinter.EXCEPTION, _tkinter.TK_VERSION, _tkinter.TCL_VERSION)
print(_tkinter.TkappType, _tkinter.TkttType, _tkinter.Tcl_Obj)
print(_tkinter.getbusywaitinterval(), _tkinter.setbusywaitinterval(30), _tkinter.getbusywaitinterval())
print(_tkinter._flatten((1, (2, [3, (4,)]), None, 'ab')), tk._flatten([]))


def tried(make):
    try:
        print(make())
    except (TclError, TypeError, ValueError) as error:
        print(type(error), error)


tried(_tkinter.create)
os.environ['DISPLAY'] = ':0.0'
tried(tk.Tk)
tried(lambda: _tkinter.create(1))
tried(lambda: _tkinter.create(None, None))
tried(lambda: _tkinter.create('x'))
tried(lambda: tk.Tk('display:0'))
tried(_tkinter.Tcl_Obj)
tried(lambda: _tkinter.setbusywaitinterval(-1))
tried(lambda: _tkinter.setbusywaitinterval('x'))
tried(lambda: _tkinter._flatten(1))
tried(tk.Frame)


class App(tk.Tk):
    def __init__(self, loop, interval=1 / 120):
        super().__init__()
        self.loop = loop

    async def updater(self, interval):
        while await asyncio.sleep(interval, True):
            while self.dooneevent(_tkinter.DONT_WAIT):
                pass


try:
    App(None)
except tk._tkinter.TclError as error:
    print('no window:', error)
App(None)
