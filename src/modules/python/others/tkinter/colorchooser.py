"""The dialog that chooses a colour."""
from tkinter.filedialog import _dialog

askcolor = _dialog('askcolor')
