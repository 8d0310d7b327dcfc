import tkinter as tk, os
from tkinter import ttk, messagebox, filedialog, scrolledtext, simpledialog, font
for f in (lambda: tk.Tk(), lambda: tk.Label(text='x'), lambda: tk.Frame(), lambda: tk.StringVar(), lambda: tk.IntVar(value=3), lambda: tk.mainloop(), lambda: messagebox.showinfo('a', 'b'), lambda: filedialog.askopenfilename(), lambda: ttk.Button(text='x'), lambda: ttk.Progressbar(None), lambda: scrolledtext.ScrolledText(), lambda: tk.Canvas(width=5), lambda: tk.Toplevel(), lambda: simpledialog.askstring('a','b'), lambda: font.Font(), lambda: tk.PhotoImage(file='x'), lambda: ttk.Style(), lambda: tk.Menu(), lambda: tk.getint('3'), lambda: tk.TkVersion, lambda: tk.TclVersion, lambda: tk.Label(5), lambda: tk.Button(tk.Tk), lambda: ttk.Frame(padding=10), lambda: tk.messagebox, lambda: ttk.Label(7)):
    try: print(f())
    except BaseException as e: print(type(e), e)
