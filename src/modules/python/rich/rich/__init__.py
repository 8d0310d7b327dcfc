"""Text with colours, tables and bars for terminals."""
import os as _os

__all__ = ['get_console', 'reconfigure', 'print', 'inspect', 'print_json']
_console = None
_IMPORT_CWD = _os.path.abspath(_os.getcwd())


def get_console():
    """The console that everything prints to that is given no other."""
    global _console
    if _console is None:
        from rich.console import Console
        _console = Console()
    return _console


def reconfigure(*args, **kwargs):
    """Makes that console anew."""
    from rich.console import Console
    get_console().__dict__ = Console(*args, **kwargs).__dict__


def print(*objects, sep=' ', end='\n', file=None, flush=False):
    """Prints objects, with markup in strings read."""
    if file is None:
        console = get_console()
    else:
        from rich.console import Console
        console = Console(file=file)
    return console.print(*objects, sep=sep, end=end)


def print_json(json=None, *, data=None, indent=2, highlight=True, skip_keys=False, ensure_ascii=False, check_circular=True,
               allow_nan=True, default=None, sort_keys=False):
    """Prints JSON so that it can be read."""
    get_console().print_json(json, data=data, indent=indent, highlight=highlight, skip_keys=skip_keys, ensure_ascii=ensure_ascii,
                             check_circular=check_circular, allow_nan=allow_nan, default=default, sort_keys=sort_keys)


def inspect(obj, *, console=None, title=None, help=False, methods=False, docs=True, private=False, dunder=False, sort=True,
            all=False, value=True):
    """Prints what an object is and has."""
    from rich._inspect import Inspect
    own = obj is inspect
    (console or get_console()).print(Inspect(obj, title=title, help=own or help, methods=own or methods, docs=own or docs,
                                             private=private, dunder=dunder, sort=sort, all=all, value=value))
