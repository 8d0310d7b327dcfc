"""multiprocessing's processes."""
from multiprocessing._process import AuthenticationString, BaseProcess, active_children, current_process, parent_process


def __getattr__(name):
    if name == '_current_process':
        return current_process()
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
