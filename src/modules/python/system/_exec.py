"""`os.exec…`, by which a process becomes another program, and `os.spawn…` and `os.posix_spawn`, which start one."""
import _children
import _descriptors
import _processes
import _programs
import os
import sys
from _frames import c_int
from os import path


def _become(pid):
    """The program that was started goes on in place of this one: under its pid, with what it has left open."""
    here = os.getpid()
    # Its pid is the program's from here on.
    _processes.take_place_of(pid)
    for number, thing in list(_descriptors.table.items()):
        # A number that is only taken has nothing to close.
        if number > 2 and thing is not None:
            try:
                os.close(number)
            except OSError:
                pass
    _processes.redirect(1, False).close()
    _processes.redirect(2, False).close()
    own = getattr(sys.__stdin__, 'buffer', None)
    if hasattr(own, '_end'):
        own._end.close()
    _processes.end_as(_processes.wait(here))


def _checked(name, args):
    what = 'execv() arg 2' if name == 'execv' else f'{name}: argv'
    if not isinstance(args, (list, tuple)):
        raise TypeError(f'{what} must be a tuple or list')
    if not args:
        raise ValueError(f'{what} must not be empty')
    args = [arg if isinstance(arg, str) else os.fsdecode(arg) for arg in args]
    if any('\0' in arg for arg in args):
        raise ValueError('embedded null byte')
    if not args[0]:
        raise ValueError(f'{what} first element cannot be empty')
    return args


def _mapping(name, env, more=''):
    if not hasattr(type(env), 'keys'):
        raise TypeError(f'{name}: environment must be a mapping object{more}')
    env = {os.fsdecode(key): os.fsdecode(value) for key, value in dict(env).items()}
    for key, value in env.items():
        if '\0' in key or '\0' in value:
            raise ValueError('embedded null byte')
        if '=' in key[1:] or not key:
            raise ValueError('illegal environment variable name')
    return env


def _left_open():
    """The pipes whose numbers a program finds open that is started here."""
    from _subprocess_ends import _handed
    return _handed([number for number, thing in _descriptors.table.items()
                    if number > 2 and _is_pipe(thing) and os.get_inheritable(number)])


def _is_pipe(thing):
    return hasattr(thing, 'writes') or isinstance(getattr(thing, '_end', None), _processes.PipeEnd)


def _place(path):
    """A name without a folder is one of the working directory, and none to search for."""
    file = os.fsdecode(path)
    return file if '/' in file else f'./{file}'


def execv(path, argv, /):  #: -
    argv = _checked('execv', argv)
    try:
        pid = _programs.start(argv, executable=_place(path), handed=_left_open())
    except OSError as e:
        e.filename = None
        raise
    _become(pid)


def execve(path, argv, env):  #: -
    argv, env = _checked('execve', argv), _mapping('execve', env)
    pid = _programs.start(argv, executable=_place(path), env=env, handed=_left_open())
    _become(pid)


def execl(file, *args):  #: in <frozen os>
    execv(file, args)  #: 579


def execle(file, *args):  #: in <frozen os>
    execve(file, args[:-1], args[-1])  #: 587


def execlp(file, *args):  #: in <frozen os>
    execvp(file, args)  #: 594


def execlpe(file, *args):  #: in <frozen os>
    execvpe(file, args[:-1], args[-1])  #: 603


def execvp(file, args):  #: in <frozen os>
    _execvpe(file, args)  #: 611


def execvpe(file, args, env):  #: in <frozen os>
    _execvpe(file, args, env)  #: 620


def _execvpe(file, args, env=None):  #: in <frozen os>
    function, rest = (execv, (args,)) if env is None else (execve, (args, env))
    if path.dirname(file):
        function(file, *rest)  #: 634
    saved = last = None
    for folder in os.get_exec_path(env):
        full = path.join(folder, os.fsdecode(file))
        try:
            function(full, *rest)  #: 644
        except (FileNotFoundError, NotADirectoryError) as e:
            last = e
        except OSError as e:
            saved = saved or e
    raise saved or last  #: 653


def _spawn(mode, file, args, env, search):
    """Where the program cannot be started, what a child would end with that could not become it."""
    if not isinstance(args, (tuple, list)):
        raise TypeError('argv must be a tuple or a list')
    if not args or not args[0]:
        raise ValueError('argv first element cannot be empty')
    try:
        env = env if env is None else _mapping('execve', env)
        pid = _programs.start(args, executable=os.fsdecode(file) if search else _place(file), env=env,
                              handed=_left_open())
    except Exception:
        pid = _programs.start(['sh', '-c', 'exit 127'])
    _children.started(pid)
    return pid if mode == os.P_NOWAIT else os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def spawnv(mode, file, args):
    return _spawn(mode, file, args, None, False)


def spawnve(mode, file, args, env):
    return _spawn(mode, file, args, env, False)


def spawnvp(mode, file, args):
    return _spawn(mode, file, args, None, True)


def spawnvpe(mode, file, args, env):
    return _spawn(mode, file, args, env, True)


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    return spawnvpe(mode, file, args[:-1], args[-1])


def _actions(file_actions):
    """What is to become of a child's descriptors, once it is known to be that."""
    if not isinstance(file_actions, (tuple, list)):
        raise TypeError('file_actions must be a sequence or None')
    for action in file_actions:
        if not isinstance(action, tuple) or not action:
            raise TypeError('Each file_actions element must be a non-empty tuple')
        kind = c_int(action[0])
        name, size = {os.POSIX_SPAWN_OPEN: ('n open', 5), os.POSIX_SPAWN_CLOSE: (' close', 2),
                      os.POSIX_SPAWN_DUP2: (' dup2', 3)}.get(kind, (None, 0))
        if name is None:
            raise TypeError('Unknown file_actions identifier')
        if len(action) != size:
            raise TypeError(f'A{name} file_action tuple must have {size} elements')
        if kind == os.POSIX_SPAWN_OPEN:
            number, file, flags, mode = action[1:]
            yield kind, c_int(number), os.fspath(file), c_int(flags), c_int(mode)
        else:
            yield kind, *map(c_int, action[1:])


def _signals(numbers):
    for number in map(c_int, numbers):
        if not 1 <= number <= 64:
            raise ValueError(f'signal number {number} out of range [1; 64]')


def _posix_spawn(name, path, argv, env, file_actions, setpgroup, setsigmask, setsigdef):
    """`file_actions`: what becomes of the child's standard streams."""
    argv, env = _checked(name, argv), _mapping(name, env, ' or None')
    if setpgroup is not None:
        c_int(setpgroup)
    _signals(setsigmask)
    _signals(setsigdef)
    import subprocess
    streams, opened = {}, []
    for action, *what in list(_actions(file_actions)) if file_actions is not None else ():
        if action == os.POSIX_SPAWN_OPEN:
            number, file, flags, mode = what
            fd = os.open(file, flags, mode)
            opened.append(fd)
        elif action == os.POSIX_SPAWN_DUP2:
            fd, number = what
        else:
            fd, number = None, what[0]
        if number <= 2:
            stream = ('stdin', 'stdout', 'stderr')[number]
            streams[stream] = False if fd is None else subprocess._file_place(fd, stream)
    try:
        pid = _programs.start(argv, executable=_place(path) if name == 'posix_spawn' else path, env=env,
                              handed=_left_open(), **streams)
    except OSError as e:
        e.filename = path
        raise
    finally:
        for fd in opened:
            os.close(fd)
    return _children.started(pid)


def posix_spawn(path, argv, env, /, *, file_actions=None, setpgroup=None, resetids=False, setsid=False,  #: -
                setsigmask=(), setsigdef=(), scheduler=None):
    return _posix_spawn('posix_spawn', path, argv, env, file_actions, setpgroup, setsigmask, setsigdef)


def posix_spawnp(path, argv, env, /, *, file_actions=None, setpgroup=None, resetids=False, setsid=False,  #: -
                 setsigmask=(), setsigdef=(), scheduler=None):
    return _posix_spawn('posix_spawnp', path, argv, env, file_actions, setpgroup, setsigmask, setsigdef)


from _frames import native as _native
_native(globals(), 'execl', 'execle', 'execlp', 'execlpe', 'execvp', 'execvpe', 'spawnv', 'spawnve', 'spawnvp', 'spawnvpe',
        'spawnl', 'spawnle', 'spawnlp', 'spawnlpe')

from _frames import shown_as as _shown_as
_shown_as(globals(), 'os')
