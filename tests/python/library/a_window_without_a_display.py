"""A program's first window fails where there is no display, in CPython's line."""
import tkinter as tk


class App(tk.Tk):
    def __init__(self):
        super().__init__()
        self.title('never')


try:
    tk.Tk()
except tk.TclError as error:
    print(type(error), error)
    frame = error.__traceback__.tb_next.tb_frame
    print(frame.f_code.co_name, error.__traceback__.tb_next.tb_lineno)
App().mainloop()
