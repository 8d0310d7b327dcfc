"""Processes and their pipes, on the simulated machine."""
import os
import signal
import sys
import time as _time
import warnings
import _children
import _processes
import _programs

from _subprocess_results import CalledProcessError, CompletedProcess, SubprocessError, TimeoutExpired, list2cmdline
from _subprocess_ends import (DEVNULL, PIPE, STDOUT, _Ends, _file_place, _handed, _owners_are_ours, _takes_standard,
                              _unfit, _unfit_owners)

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run',
           'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess']
_SIGKILL, _SIGTERM = 9, 15
# Those that nobody has any more and that still ran then.
_active = []


class Popen:
    """A process that runs."""
    _child_created = False
    _state = None

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        if _active:
            _active[:] = [process for process in _active if process.poll() is None]
        bufsize = -1 if bufsize is None else bufsize
        if not isinstance(bufsize, int):
            raise TypeError('bufsize must be an integer')  #: 842 raise TypeError("bufsize must be an integer")
        if stdout is STDOUT:
            raise ValueError('STDOUT can only be used for stderr')  #: 845 raise ValueError("STDOUT can only be used for stderr")
        pipesize = -1 if pipesize is None else pipesize
        if not isinstance(pipesize, int):
            raise TypeError('pipesize must be an integer')  #: 850 raise TypeError("pipesize must be an integer")
        if pass_fds and not close_fds:
            warnings.warn('pass_fds overriding close_fds.', RuntimeWarning)  #: 859 warnings.warn("pass_fds overriding close_fds.", RuntimeWarning)
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')  #: 862 raise ValueError("startupinfo is only supported on Windows "⏎                 "platforms")
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')  #: 865 raise ValueError("creationflags is only supported on Windows "⏎                 "platforms")
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            text = 'text and universal_newlines are supplied but different. Pass one or the other.'
            raise SubprocessError(f'Cannot disambiguate when both {text}')  #: 881 raise SubprocessError('Cannot disambiguate when both text '⏎                      'and universal_newlines are supplied but '⏎                      'different. Pass one or the other.')
        self.args, self.returncode, self.pid = args, None, None
        self.stdin = self.stdout = self.stderr = None
        self.encoding, self.errors = encoding, errors
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self.pipesize = pipesize
        if isinstance(group, str):
            import grp
            group = grp.getgrnam(group).gr_gid  #: 921 gid = «grp.getgrnam(group)».gr_gid
        elif group is not None and not isinstance(group, int):
            raise TypeError(f'Group must be a string or an integer, not {type(group)}')  #: 925 raise TypeError("Group must be a string or an integer, not {}"⏎                .format(type(group)))
        if group is not None and group < 0:
            raise ValueError(f'Group ID cannot be negative, got {group}')  #: 929 raise ValueError(f"Group ID cannot be negative, got {gid}")
        if isinstance(extra_groups, str):
            raise ValueError('Groups must be a list, not a string')  #: 938 raise ValueError("Groups must be a list, not a string")
        gids = []
        for extra_group in () if extra_groups is None else extra_groups:  #: 941 for extra_group in «extra_groups»:
            if isinstance(extra_group, str):
                import grp
                extra_group = grp.getgrnam(extra_group).gr_gid  #: 950 gids.append(«grp.getgrnam(extra_group)».gr_gid)
            elif not isinstance(extra_group, int):
                raise TypeError(f'Items in extra_groups must be a string or integer, not {type(extra_group)}')  #: 954 raise TypeError("Items in extra_groups must be a string "⏎                "or integer, not {}"⏎                .format(type(extra_group)))
            gids.append(extra_group)
        for gid_check in gids:
            if gid_check < 0:
                raise ValueError(f'Group ID cannot be negative, got {gid_check}')  #: 962 raise ValueError(f"Group ID cannot be negative, got {gid_check}")
        if isinstance(user, str):
            import pwd
            user = pwd.getpwnam(user).pw_uid  #: 976 uid = «pwd.getpwnam(user)».pw_uid
        elif user is not None and not isinstance(user, int):
            raise TypeError('User must be a string or an integer')  #: 980 raise TypeError("User must be a string or an integer")
        if user is not None and user < 0:
            raise ValueError(f'User ID cannot be negative, got {user}')  #: 983 raise ValueError(f"User ID cannot be negative, got {uid}")
        process_group = -1 if process_group is None else process_group
        ends = _Ends()
        try:
            child_in, outputs = self._get_handles(stdin, stdout, stderr, ends)  #: 1002 errread, errwrite) = «self._get_handles(stdin, stdout, stderr)»
            if encoding or errors:
                import io
                for name in ends.mine:
                    if name == 'stdin':
                        io.TextIOWrapper(io.BytesIO(), encoding, errors)  #: 1022 self.stdin = «io.TextIOWrapper(self.stdin, write_through=True,⏎        line_buffering=line_buffering,⏎        encoding=encoding, errors=errors)»
                    elif name == 'stdout':
                        io.TextIOWrapper(io.BytesIO(), encoding, errors)  #: 1028 self.stdout = «io.TextIOWrapper(self.stdout,⏎        encoding=encoding, errors=errors)»
                    else:
                        io.TextIOWrapper(io.BytesIO(), encoding, errors)  #: 1033 self.stderr = «io.TextIOWrapper(self.stderr,⏎        encoding=encoding, errors=errors)»
            plain = (preexec_fn is None and not pass_fds and cwd is None and not _takes_standard(stdin, stdout, stderr)
                     and not start_new_session and process_group == -1 and group is extra_groups is user is None)
            self._execute_child(  #: 1036 «self._execute_child(args, executable, preexec_fn, close_fds,⏎                    pass_fds, cwd, env,⏎                    startupinfo, creationflags, shell,⏎                    p2cread, p2cwrite,⏎                    c2pread, c2pwrite,⏎                    errread, errwrite,⏎                    restore_signals,⏎                    gid, gids, uid, umask,⏎                    start_new_session, process_group)»
                args, child_in, outputs, pass_fds, cwd, env, executable, shell, preexec_fn, plain, umask, process_group,
                (group, None if extra_groups is None else gids, user))
        except BaseException:
            ends.release()
            raise
        _children.started(self.pid)
        if start_new_session:
            _processes.begin_session(self.pid)
        if process_group >= 0:
            _processes.set_group(self.pid, process_group or self.pid)
        self._child_created = True
        ends.release(but=ends.mine.values())
        if ends.mine:
            import _pipes
            for name, end in ends.mine.items():
                if bufsize == 1 and not self.text_mode:
                    why = "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"
                    if name == 'stdin':
                        warnings.warn(why, RuntimeWarning)  #: 1020 self.stdin = «io.open(p2cwrite, 'wb', bufsize)»
                    elif name == 'stdout':
                        warnings.warn(why, RuntimeWarning)  #: 1026 self.stdout = «io.open(c2pread, 'rb', bufsize)»
                    else:
                        warnings.warn(why, RuntimeWarning)  #: 1031 self.stderr = «io.open(errread, 'rb', bufsize)»
                buffered = bufsize == 1 and name == 'stdin'
                file = _pipes.opened(end, ends.numbers[end], self.text_mode, encoding, errors, None, buffered, bufsize == 0, bufsize)
                setattr(self, name, file)
        self._waiting, self._sigint_wait_secs = None, .25

    def _get_handles(self, stdin, stdout, stderr, ends):
        """What the child has for its input, and for its outputs by their names."""
        if stdin == PIPE:
            child_in, ends.mine['stdin'] = ends.pipe()
        elif stdin == DEVNULL:
            child_in = ends.null()
        else:
            if stdin is not None and not isinstance(stdin, int):
                stdin.fileno  #: 1720 p2cread = «stdin.fileno»()
            child_in = None if stdin is None else _file_place(stdin, 'stdin')  #: 1720 p2cread = «stdin.fileno()»
        outputs = {}
        for name, wanted in ('stdout', stdout), ('stderr', stderr):
            if wanted == PIPE:
                ends.mine[name], outputs[name] = ends.pipe()
            elif wanted == DEVNULL:
                outputs[name] = ends.null()
            elif wanted == STDOUT and name == 'stderr':
                outputs[name] = _file_place(1, 'stderr') if stdout is None else outputs['stdout']
            elif wanted is None:
                outputs[name] = None
            elif name == 'stdout':
                if not isinstance(wanted, int):
                    wanted.fileno  #: 1735 c2pwrite = «stdout.fileno»()
                outputs[name] = _file_place(wanted, name)  #: 1735 c2pwrite = «stdout.fileno()»
            else:
                if not isinstance(wanted, int):
                    wanted.fileno  #: 1755 errwrite = «stderr.fileno»()
                outputs[name] = _file_place(wanted, name)  #: 1755 errwrite = «stderr.fileno()»
        return child_in, outputs

    def _execute_child(self, args, child_in, outputs, pass_fds, cwd, env, executable, shell, preexec_fn, plain, umask, group,
                       owners):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError('path-like args is not allowed when shell is true')  #: 1817 raise TypeError('path-like args is not allowed when '⏎                'shell is true')
            args = [args]
        else:
            args = list(args)  #: 1821
        if shell:
            args = [executable or '/bin/sh', '-c', *args]
        if executable is None:
            args[0]  #: 1832 executable = «args[0]»
        named = args[0] if executable is None else executable
        if os.path.dirname(named) and plain and umask < 0:  #: 1837 and «os.path.dirname(executable)»
            self._posix_spawn(args, child_in, outputs, env, executable, shell)  #: 1851 «self._posix_spawn(args, executable, env, restore_signals, close_fds,⏎                  p2cread, p2cwrite,⏎                  c2pread, c2pwrite,⏎                  errread, errwrite)»
            return
        for k, v in () if env is None else env.items():  #: 1879 for k, v in «env.items»():
            k = os.fsencode(k)  #: 1880
            if b'=' in k:
                raise ValueError('illegal environment variable name')  #: 1882 raise ValueError("illegal environment variable name")
            os.fsencode(v)  #: 1883 env_list.append(k + b'=' + «os.fsencode(v)»)
        os.fsencode(named)  #: 1886 executable = «os.fsencode(executable)»
        kept = set(pass_fds)  #: 1894 fds_to_keep = «set(pass_fds)»
        kept = sorted(map(int, kept))  #: 1898 close_fds, tuple(«sorted(map(int, fds_to_keep))»),
        fault = _unfit(args, env, cwd, kept, umask, group) or _unfit_owners(*owners)
        if fault is not None:
            raise fault  #: 1896 self.pid = «_fork_exec(⏎        args, executable_list,⏎        close_fds, tuple(sorted(map(int, fds_to_keep))),⏎        cwd, env_list,⏎        p2cread, p2cwrite, c2pread, c2pwrite,⏎        errread, errwrite,⏎        errpipe_read, errpipe_write,⏎        restore_signals, start_new_session,⏎        process_group, gid, gids, uid, umask,⏎        preexec_fn, _USE_VFORK)»
        for place in child_in, *outputs.values():
            if isinstance(place, OSError):
                raise OSError(9, 'Bad file descriptor')  #: 1968 raise child_exception_type(errno_num, err_msg)
        if not _owners_are_ours(*owners) and (cwd is None or os.path.isdir(cwd)):
            raise OSError(1, 'Operation not permitted')  #: 1968 raise child_exception_type(errno_num, err_msg)
        command = args[2] if shell and isinstance(args[2], str) else None
        start = _programs.start
        given = args
        if preexec_fn is not None:
            import _preexec
            start = _preexec.start
            given = preexec_fn, args
        import _files
        before = _files.masked
        if umask >= 0:
            _files.masked = umask
        try:
            self.pid = start(  #: 1966 raise child_exception_type(errno_num, err_msg, err_filename)
                given, child_in, outputs['stdout'], outputs['stderr'], cwd, env, executable, command, _handed(kept), self._state)
        except SubprocessError as failed:
            fault = failed.with_traceback(None)
        finally:
            _files.masked = before
        if fault is not None:
            raise fault  #: 1969 raise child_exception_type(err_msg)

    def _posix_spawn(self, args, child_in, outputs, env, executable, shell):
        """What CPython takes the short way for: a program named by its place, and nothing that must be done before it."""
        fault = None if args else ValueError('posix_spawn: argv must not be empty')
        if env is not None and not hasattr(env, 'keys'):
            fault = TypeError('posix_spawn: environment must be a mapping object or None')
        fault = fault or _unfit(args, env)
        if fault is not None:
            raise fault  #: 1795 self.pid = «os.posix_spawn(executable, args, env, **kwargs)»
        for place in child_in, *outputs.values():
            if isinstance(place, OSError):
                raise OSError(9, 'Bad file descriptor', os.fsdecode(args[0] if executable is None else executable))  #: 1795 self.pid = «os.posix_spawn(executable, args, env, **kwargs)»
        command = args[2] if shell and isinstance(args[2], str) else None
        self.pid = _programs.start(  #: 1795 self.pid = «os.posix_spawn(executable, args, env, **kwargs)»
            args, child_in, outputs['stdout'], outputs['stderr'], None, env, executable, command, [], self._state)

    def __repr__(self):
        text = f'<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>'
        return text[:76] + '...>' if len(text) > 80 else text

    __class_getitem__ = classmethod(type(list[int]))

    @property
    def universal_newlines(self):
        return self.text_mode

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        if self.stdout:
            self.stdout.close()
        if self.stderr:
            self.stderr.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if exc_type == KeyboardInterrupt:
                # The children have heard of it as well: they get a moment, if they have not had it.
                if self._sigint_wait_secs > 0:
                    self._wait_briefly(None)
            else:
                self.wait()

    def __del__(self, _warn=warnings.warn):
        if self._child_created and self.returncode is None and _processes.poll(self.pid) is None:
            _warn(f'subprocess {self.pid} is still running', ResourceWarning, source=self)  #: 1137 _warn("subprocess %s is still running" % self.pid,⏎      ResourceWarning, source=self)
            # It and its pipes are kept until the process has ended.
            _active.append(self)

    def poll(self):
        if self.returncode is None:
            self._handle_exitstatus(_processes.poll(self.pid))
        return self.returncode

    def _handle_exitstatus(self, code):
        # Somebody else may have waited for it: how it has ended is then not known.
        # Another thread may have been told before.
        if code is not None and self.returncode is None:
            self.returncode = 0 if self.pid in _children.gone or _processes.forgotten(self.pid) else code
            _children.collected(self.pid)

    def wait(self, timeout=None):
        end = None
        if timeout is not None:
            end = _time.monotonic() + timeout  #: 1272 endtime = «_time() + timeout»
        try:
            return self._wait(timeout=timeout)  #: 1274
        except KeyboardInterrupt:
            self._wait_briefly(end)
            raise

    def _wait_briefly(self, end):  #: -
        seconds = self._sigint_wait_secs
        self._sigint_wait_secs = 0
        try:
            self._wait(timeout=seconds if end is None else min(seconds, end - _time.monotonic()))
        except TimeoutExpired:
            pass

    def _wait(self, timeout):
        if self.returncode is None:
            if timeout is None:
                code = self._try_wait(0)  #: 2060 (pid, sts) = «self._try_wait(0)»
            else:
                code = _processes.wait(self.pid, max(timeout, 0))  #: 2054 time.sleep(delay)
            if code is None:
                raise TimeoutExpired(self.args, timeout)  #: 2052
            self._handle_exitstatus(code)
        return self.returncode

    def _try_wait(self, wait_flags):
        return _processes.wait(self.pid, None)  #: 2018 (pid, sts) = «os.waitpid(self.pid, wait_flags)»

    def send_signal(self, sig):
        if self.poll() is None:
            try:
                os.kill(self.pid, sig)  #: 2210 os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        self.send_signal(_SIGTERM)

    def kill(self):
        self.send_signal(_SIGKILL)

    def communicate(self, input=None, timeout=None):
        if self._waiting is not None and input:
            raise ValueError('Cannot send input after starting communication')  #: 1194 raise ValueError("Cannot send input after starting communication")
        if self._waiting is None:
            if timeout is None and [self.stdin, self.stdout, self.stderr].count(None) >= 2:
                stdout = stderr = None
                if self.stdin:
                    self._stdin_write(input)  #: 1204
                elif self.stdout:
                    stdout = self.stdout.read()  #: 1206
                    self.stdout.close()
                elif self.stderr:
                    stderr = self.stderr.read()  #: 1209
                    self.stderr.close()
                self.wait()  #: 1211
                return stdout, stderr
        endtime = None
        if timeout is not None:
            endtime = _time.monotonic() + timeout  #: 1214 endtime = «_time() + timeout»
        if self._waiting is None:
            if self.stdin:
                try:
                    self.stdin.flush()
                except BrokenPipeError:
                    pass
                if not input:
                    try:
                        self.stdin.close()
                    except BrokenPipeError:
                        pass
        try:
            stdout, stderr = self._communicate(input, endtime, timeout)  #: 1219
        except KeyboardInterrupt:
            self._wait_briefly(endtime)
            raise
        return stdout, stderr

    def _stdin_write(self, input):
        if input:
            try:
                self.stdin.write(input)  #: 1153
            except BrokenPipeError:
                pass
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _save_input(self, input):
        if input is not None and self.stdin and self.text_mode:
            input = input.encode(self.stdin.encoding, self.stdin.errors)  #: 2179 self._input = «self._input.encode(self.stdin.encoding,⏎                                 self.stdin.errors)»
        self._input = input

    def _communicate(self, input, end, timeout):
        if self._waiting is None:
            self._save_input(input)  #: 2099
            left = memoryview(self._input or b'')  #: 2102 input_view = «memoryview(self._input)»
            self._waiting = {'left': left, 'stdout': [], 'stderr': []}
        state = self._waiting
        open_ends = {}
        for name in 'stdout', 'stderr':
            file = getattr(self, name)
            if file and not file.closed:
                raw = file.buffer if self.text_mode else file
                state[name].append(raw._take(len(raw._left)))
                open_ends[name] = raw._end
        if self.stdin and not self.stdin.closed and state['left']:
            open_ends['stdin'] = (self.stdin.buffer if self.text_mode else self.stdin)._end
        while open_ends:
            names = list(open_ends)
            left = None if end is None else end - _time.monotonic()
            found = [] if left is not None and left < 0 else _select(list(open_ends.values()), left)  #: 2122 ready = «selector.select(timeout)»
            if not found:
                self._check_timeout(state, timeout)  #: 2123 self._check_timeout(endtime, orig_timeout, stdout, stderr)
            for at in found:
                name = names[at]
                if name == 'stdin':
                    try:
                        count = open_ends[name].write_now(state['left'][:512])
                        state['left'] = state['left'][count:]
                        done = not state['left']
                    except BrokenPipeError:
                        done = True
                else:
                    data = open_ends[name].read_now(32768)
                    state[name].append(data or b'')
                    done = data == b''
                if done:
                    del open_ends[name]
                    getattr(self, name).close()
        self.wait(None if end is None else max(end - _time.monotonic(), 0))  #: 2148 self.wait(timeout=self._remaining_time(endtime))
        stdout, stderr = (None if file is None else b''.join(state[name])
                          for name, file in (('stdout', self.stdout), ('stderr', self.stderr)))
        if self.text_mode:
            if stdout is not None:
                stdout = self._translate_newlines(stdout, self.stdout.encoding, self.stdout.errors)  #: 2160 stdout = «self._translate_newlines(stdout,⏎                                  self.stdout.encoding,⏎                                  self.stdout.errors)»
            if stderr is not None:
                stderr = self._translate_newlines(stderr, self.stderr.encoding, self.stderr.errors)  #: 2164 stderr = «self._translate_newlines(stderr,⏎                                  self.stderr.encoding,⏎                                  self.stderr.errors)»
        return stdout, stderr

    def _translate_newlines(self, data, encoding, errors):
        data = data.decode(encoding, errors)  #: 1096
        return data.replace('\r\n', '\n').replace('\r', '\n')

    def _check_timeout(self, state, timeout):
        raise TimeoutExpired(self.args, timeout, b''.join(state['stdout']) or None, b''.join(state['stderr']) or None)  #: 1263 raise TimeoutExpired(⏎        self.args, orig_timeout,⏎        output=b''.join(stdout_seq) if stdout_seq else None,⏎        stderr=b''.join(stderr_seq) if stderr_seq else None)


def _select(ends, timeout):  #: in selectors.py select
    return _processes.wait_any(ends, timeout)  #: 398 fd_event_list = «self._selector.poll(timeout)»


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):  #: in subprocess.py
    """Runs a program to its end."""
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')  #: 544
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')  #: 549 raise ValueError('stdout and stderr arguments may not be used '⏎                 'with capture_output.')
        kwargs['stdout'] = kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:  #: 554
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)  #: 556
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except BaseException:
            process.kill()
            raise
        retcode = process.poll()
        if check and retcode:
            raise CalledProcessError(retcode, process.args,  #: 577
                                     output=stdout, stderr=stderr)  #: 578
    return CompletedProcess(process.args, retcode, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    """Runs a program to its end; its status."""
    with Popen(*popenargs, **kwargs) as process:  #: 395 with «Popen(*popenargs, **kwargs)» as p:
        try:
            return process.wait(timeout=timeout)  #: 397 return «p.wait(timeout=timeout)»
        except BaseException:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    """As call; CalledProcessError if the status is not 0."""
    retcode = call(*popenargs, **kwargs)  #: 414
    if retcode:
        cmd = kwargs.get('args')
        if cmd is None:
            cmd = popenargs[0]
        raise CalledProcessError(retcode, cmd)  #: 419
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Runs a program to its end; what it wrote."""
    for name in 'stdout', 'check':
        if name in kwargs:
            raise ValueError(f'{name} argument not allowed, it will be overridden.')  #: 460 raise ValueError(f'{kw} argument not allowed, it will be overridden.')
    if 'input' in kwargs and kwargs['input'] is None:
        kwargs['input'] = '' if any(kwargs.get(k) for k in ('text', 'universal_newlines', 'encoding')) else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True,  #: 472
               **kwargs).stdout  #: 473


def getstatusoutput(cmd, *, encoding=None, errors=None):
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT,  #: 677
                            encoding=encoding, errors=errors)  #: 678
        status = 0
    except CalledProcessError as exc:
        data, status = exc.output, exc.returncode
    return status, data[:-1] if data[-1:] == '\n' else data


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]  #: 697
