"""multiprocessing's processes."""
from multiprocessing._process import AuthenticationString, BaseProcess, active_children, current_process, parent_process
