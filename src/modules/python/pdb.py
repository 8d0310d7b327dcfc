"""No debugger: the timeline steps through the program. One that has it at hand and never calls it runs."""
import _frames
import cmd

__all__ = ['run', 'pm', 'Pdb', 'runeval', 'runctx', 'runcall', 'set_trace', 'post_mortem', 'help']


class Restart(Exception):
    """What a debugger begins a program anew with."""


class Pdb(cmd.Cmd):
    def __init__(self, *args, **keywords):
        _lacks('Pdb')


def _lacks(name):
    _frames.not_supported(f'pdb.{name}', 'stepping in the timeline')


def _lacking(name):
    def function(*args, **keywords):
        _lacks(name)
    function.__name__ = function.__qualname__ = name
    return function


for _name in __all__:
    globals().setdefault(_name, _lacking(_name))
