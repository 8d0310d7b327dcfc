"""What `subprocess` does where a function is to be called in the child before its program begins."""
import _exec
import _processes
import _programs
import os
import sys
from multiprocessing import _inheritance


def start(called, *rest):  #: -
    """As `_programs.start`, from a forked process that calls the function first."""
    function, args = called
    given = args, *rest
    settings = {'cwd': os.getcwd(), 'env': tuple(os.environ.items())}
    sys.stdout.flush()
    reader, writer = _processes.pipe()
    try:
        pid = _processes.fork(os.fsdecode(args[0]), settings, _child, writer, _inheritance.state_of_modules(), function,
                              given)
    finally:
        writer.close()
    told = b''
    while data := reader.read(4096):
        told += data
    reader.close()
    if told:
        _processes.wait(pid)
        kind, number, text, name = told.decode('utf-8', 'surrogateescape').split('\0')
        if kind == 'S':
            import subprocess
            raise subprocess.SubprocessError(text)
        raise OSError(int(number), text, name)
    return pid


def _child(writer, state, function, given):
    """Its streams are led where the program's are to go; it becomes the program, or tells why not."""
    _inheritance.take_up(state)
    args, child_in, out, err, cwd, *rest = given
    if child_in is not None:
        import _child as child
        child.take_input(None if child_in is False else child_in)
    for number, place in (1, out), (2, err):
        if place is not None:
            _processes.redirect(number, place).close()
    try:
        if cwd is not None:
            os.chdir(cwd)
        try:
            function()
        except Exception:
            told = 'S\0000\0Exception occurred in preexec_fn.\0'
        else:
            # Who waits for the function goes on first, as where a program begins by being loaded.
            pid = _programs.start(args, child_in, None, None, None, *rest, before=writer.close)
            told = None
    except OSError as error:
        told = f'O\0{error.errno}\0{error.strerror}\0{os.fsdecode(error.filename or "")}'
    if told is not None:
        writer.write(told.encode('utf-8', 'surrogateescape'))
        writer.close()
        _processes.exit_now(255)
    _exec._become(pid)
