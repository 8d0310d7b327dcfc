"""multiprocessing's processes."""
from multiprocessing._process import BaseProcess, active_children, current_process, parent_process
