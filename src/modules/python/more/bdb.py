"""What debuggers are made of: where the program stops, and breakpoints."""
import fnmatch
import os
import sys

__all__ = ['BdbQuit', 'Bdb', 'Breakpoint']
GENERATOR_AND_COROUTINE_FLAGS = 0x20 | 0x80 | 0x200


class BdbQuit(Exception):
    """Ends the program that is debugged."""


class Bdb:
    """Follows a program by a trace function; subclasses say what is done where it stops (`user_line` …)."""

    def __init__(self, skip=None):
        self.skip = set(skip) if skip else None
        self.breaks, self.fncache = {}, {}
        self.frame_returning = self.enterframe = None
        # At the call of set_trace: the trace function is set when the commands there are done.
        self._beginning, self._traces = False, False
        self._load_breaks()

    def canonic(self, filename):
        """A file's absolute path; what stands in <…> is no file."""
        if filename[:1] == '<' and filename[-1:] == '>' or filename.startswith('<stdlib>'):
            return filename
        if filename not in self.fncache:
            self.fncache[filename] = os.path.normcase(os.path.abspath(filename))
        return self.fncache[filename]

    def reset(self):
        import linecache
        linecache.checkcache()
        self.botframe = None
        self._set_stopinfo(None, None)

    def trace_dispatch(self, frame, event, arg):  #: 66
        self.enterframe = frame
        if self.quitting:
            return None
        if event == 'line':
            return self.dispatch_line(frame)  #: 96
        if event == 'call':
            return self.dispatch_call(frame, arg)  #: 98
        if event == 'return':
            return self.dispatch_return(frame, arg)  #: 100
        if event == 'exception':
            return self.dispatch_exception(frame, arg)  #: 102
        if event == 'opcode':
            return self.dispatch_opcode(frame, arg)  #: 110
        if event not in ('c_call', 'c_return', 'c_exception'):
            print('bdb.Bdb.dispatch: unknown debugging event:', repr(event))
        return self.trace_dispatch

    def dispatch_line(self, frame):
        if self.stop_here(frame) or self.break_here(frame):
            self.user_line(frame)  #: 122
            if self.quitting: raise BdbQuit  #: 123 if self.quitting: «raise BdbQuit»
        return self.trace_dispatch

    def dispatch_call(self, frame, arg):
        if self.botframe is None:
            self.botframe = frame.f_back
            return self.trace_dispatch
        if not (self.stop_here(frame) or self.break_anywhere(frame)):
            return None
        if self.stopframe and _suspends(frame):
            return self.trace_dispatch
        self.user_call(frame, arg)  #: 144
        if self.quitting: raise BdbQuit  #: 145 if self.quitting: «raise BdbQuit»
        return self.trace_dispatch

    def dispatch_return(self, frame, arg):
        if self.stop_here(frame) or frame == self.returnframe:
            if self.stopframe and _suspends(frame):
                return self.trace_dispatch
            try:
                self.frame_returning = frame
                self.user_return(frame, arg)  #: 161
            finally:
                self.frame_returning = None
            if self.quitting: raise BdbQuit  #: 164 if self.quitting: «raise BdbQuit»
            if self.stopframe is frame and self.stoplineno != -1:
                self._set_stopinfo(None, None)
            caller = frame.f_back
            if self.stoplineno != -1 and caller and not caller.f_trace:
                caller.f_trace = self.trace_dispatch
        return self.trace_dispatch

    def dispatch_exception(self, frame, arg):
        if self.stop_here(frame):
            # The end of what `yield from` and `await` run is none.
            if not (_suspends(frame) and arg[0] is StopIteration and arg[2] is None):
                self.user_exception(frame, arg)  #: 188
                if self.quitting: raise BdbQuit  #: 189 if self.quitting: «raise BdbQuit»
        elif (self.stopframe and frame is not self.stopframe and _suspends(self.stopframe)
              and arg[0] in (StopIteration, GeneratorExit)):
            self.user_exception(frame, arg)  #: 197
            if self.quitting: raise BdbQuit  #: 198 if self.quitting: «raise BdbQuit»
        return self.trace_dispatch

    def dispatch_opcode(self, frame, arg):
        if self.stop_here(frame) or self.break_here(frame):
            self.user_opcode(frame)  #: 209
            if self.quitting: raise BdbQuit  #: 210 if self.quitting: «raise BdbQuit»
        return self.trace_dispatch

    def is_skipped_module(self, module_name):
        return module_name is not None and any(fnmatch.fnmatch(module_name, pattern) for pattern in self.skip)

    def stop_here(self, frame):
        if self.skip and self.is_skipped_module(frame.f_globals.get('__name__')):
            return False
        if frame is self.stopframe:
            return self.stoplineno != -1 and frame.f_lineno >= self.stoplineno
        return not self.stopframe

    def break_here(self, frame):
        """Whether a breakpoint holds at the line, or at the function that begins."""
        filename = self.canonic(frame.f_code.co_filename)
        lines = self.breaks.get(filename, ())
        lineno = frame.f_lineno if frame.f_lineno in lines else frame.f_code.co_firstlineno
        if lineno not in lines:
            return False
        found, may_go = effective(filename, lineno, frame)
        if not found:
            return False
        self.currentbp = found.number
        if may_go and found.temporary:
            self.do_clear(str(found.number))
        return True

    def do_clear(self, arg):
        raise NotImplementedError('subclass of bdb must implement do_clear()')

    def break_anywhere(self, frame):
        return self.canonic(frame.f_code.co_filename) in self.breaks

    def user_call(self, frame, argument_list):
        pass

    def user_line(self, frame):
        pass

    def user_return(self, frame, return_value):
        pass

    def user_exception(self, frame, exc_info):
        pass

    def user_opcode(self, frame):
        pass

    def _set_stopinfo(self, stopframe, returnframe, stoplineno=0):
        """Where to stop: in a frame from a line on (-1: nowhere in it), or when a frame returns; None: anywhere."""
        self.stopframe, self.returnframe, self.stoplineno, self.quitting = stopframe, returnframe, stoplineno, False

    def set_until(self, frame, lineno=None):
        self._set_stopinfo(frame, frame, frame.f_lineno + 1 if lineno is None else lineno)

    def set_step(self):
        self._set_stopinfo(None, None)

    set_stepinstr = set_step

    def set_next(self, frame):
        self._set_stopinfo(frame, None)

    def set_return(self, frame):
        if _suspends(frame):
            self._set_stopinfo(frame, None, -1)
        else:
            self._set_stopinfo(frame.f_back, frame)

    def set_trace(self, frame=None):  #: -
        """Stops at once, where the frame (that of who calls) stands."""
        frame = frame or _caller()
        sys.settrace(None)
        self.reset()
        start = frame
        while frame:
            frame.f_trace = self.trace_dispatch
            self.botframe = frame
            frame = frame.f_back
        self.set_stepinstr()
        self._beginning = self._traces = True
        try:
            self.trace_dispatch(start, 'opcode', None)
        finally:
            self._beginning = False
        if self._traces:
            sys.settrace(self.trace_dispatch)

    def _set_tracing(self, traces):
        if self._beginning:
            self._traces = traces
        else:
            sys.settrace(self.trace_dispatch if traces else None)

    def set_continue(self):
        """Stops at breakpoints only; without any the program is not followed any more."""
        self._set_stopinfo(self.botframe, None, -1)
        if not self.breaks:
            self._set_tracing(False)
            frame = self.enterframe
            while frame and frame is not self.botframe:
                frame.f_trace = None
                frame = frame.f_back

    def set_quit(self):
        self.stopframe, self.returnframe, self.quitting = self.botframe, None, True
        self._set_tracing(False)

    def _add_to_breaks(self, filename, lineno):
        lines = self.breaks.setdefault(filename, [])
        if lineno not in lines:
            lines.append(lineno)

    def set_break(self, filename, lineno, temporary=False, cond=None, funcname=None):
        """What is wrong with the place, or None."""
        import linecache
        filename = self.canonic(filename)
        if not linecache.getline(filename, lineno):
            return f'Line {filename}:{lineno} does not exist'
        self._add_to_breaks(filename, lineno)
        Breakpoint(filename, lineno, temporary, cond, funcname)

    def _load_breaks(self):
        for filename, lineno in Breakpoint.bplist:
            self._add_to_breaks(filename, lineno)

    def _prune_breaks(self, filename, lineno):
        if (filename, lineno) not in Breakpoint.bplist:
            self.breaks[filename].remove(lineno)
        if not self.breaks[filename]:
            del self.breaks[filename]

    def clear_break(self, filename, lineno):
        filename = self.canonic(filename)
        if filename not in self.breaks:
            return f'There are no breakpoints in {filename}'
        if lineno not in self.breaks[filename]:
            return f'There is no breakpoint at {filename}:{lineno}'
        for found in Breakpoint.bplist[filename, lineno][:]:
            found.deleteMe()
        self._prune_breaks(filename, lineno)

    def clear_bpbynumber(self, arg):
        try:
            found = self.get_bpbynumber(arg)
        except ValueError as err:
            return str(err)
        found.deleteMe()
        self._prune_breaks(found.file, found.line)

    def clear_all_file_breaks(self, filename):
        filename = self.canonic(filename)
        if filename not in self.breaks:
            return f'There are no breakpoints in {filename}'
        for lineno in self.breaks.pop(filename):
            for found in Breakpoint.bplist[filename, lineno][:]:
                found.deleteMe()

    def clear_all_breaks(self):
        if not self.breaks:
            return 'There are no breakpoints'
        for found in filter(None, Breakpoint.bpbynumber):
            found.deleteMe()
        self.breaks = {}

    def get_bpbynumber(self, arg):
        if not arg:
            raise ValueError('Breakpoint number expected')
        try:
            number = int(arg)
        except ValueError:
            raise ValueError(f'Non-numeric breakpoint number {arg}') from None
        try:
            found = Breakpoint.bpbynumber[number]
        except IndexError:
            raise ValueError(f'Breakpoint number {number} out of range') from None
        if found is None:
            raise ValueError(f'Breakpoint {number} already deleted')
        return found

    def get_break(self, filename, lineno):
        return lineno in self.get_file_breaks(filename)

    def get_breaks(self, filename, lineno):
        return self.get_break(filename, lineno) and Breakpoint.bplist[self.canonic(filename), lineno] or []

    def get_file_breaks(self, filename):
        return self.breaks.get(self.canonic(filename), [])

    def get_all_breaks(self):
        return self.breaks

    def get_stack(self, f, t):
        """The frames down to `f` and those of a traceback, with their lines, and the place of `f` among them."""
        stack = []
        if t and t.tb_frame is f:
            t = t.tb_next
        while f is not None:
            stack.append((f, f.f_lineno))
            if f is self.botframe:
                break
            f = f.f_back
        stack.reverse()
        at = max(0, len(stack) - 1)
        while t is not None:
            stack.append((t.tb_frame, t.tb_lineno))
            t = t.tb_next
        return stack, max(0, len(stack) - 1) if f is None else at

    def format_stack_entry(self, frame_lineno, lprefix=': '):
        import linecache
        frame, lineno = frame_lineno
        filename = self.canonic(frame.f_code.co_filename)
        text = f"{filename}({lineno!r}){frame.f_code.co_name or '<lambda>'}()"
        if '__return__' in frame.f_locals:
            import reprlib
            text += '->' + reprlib.repr(frame.f_locals['__return__'])
        if lineno is None:
            return f'{text}{lprefix}Warning: lineno is None'
        import _frames
        line = linecache.getline(filename, lineno, frame.f_globals) or _frames.source_line(filename, lineno)
        return text + lprefix + line.strip() if line else text

    def run(self, cmd, globals=None, locals=None):
        if isinstance(cmd, str):
            cmd = compile(cmd, '<string>', 'exec')
        globals, locals = _names(globals, locals)
        with _Following(self):
            exec(cmd, globals, locals)  #: 651

    def runeval(self, expr, globals=None, locals=None):
        globals, locals = _names(globals, locals)
        with _Following(self):
            return eval(expr, globals, locals)  #: 671

    def runctx(self, cmd, globals, locals):
        self.run(cmd, globals, locals)

    def runcall(self, func, /, *args, **kwds):
        with _Following(self):
            return func(*args, **kwds)  #: 694 res = «func(*args, **kwds)»


class _Following:
    """Has a debugger follow what runs within; its end by the debugger is none of the program's."""

    def __init__(self, debugger):
        self._debugger = debugger

    def __enter__(self):
        self._debugger.reset()
        sys.settrace(self._debugger.trace_dispatch)

    def __exit__(self, kind, exc, tb):
        self._debugger.quitting = True
        sys.settrace(None)
        return kind is not None and issubclass(kind, BdbQuit)


def _names(globals, locals):
    if globals is None:
        import __main__
        globals = __main__.__dict__
    return globals, globals if locals is None else locals


def _suspends(frame):
    return frame.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS


def _caller():
    """The frame of the program that asks."""
    frame = sys._getframe()
    while frame.f_code.co_filename.startswith('<stdlib>') and frame.f_back:
        frame = frame.f_back
    return frame


def set_trace():  #: -
    Bdb().set_trace(_caller())


class Breakpoint:
    """A place to stop at: a line, or the first one of a function (`funcname`). All debuggers share them."""
    next, bplist, bpbynumber = 1, {}, [None]

    def __init__(self, file, line, temporary=False, cond=None, funcname=None):
        self.funcname, self.func_first_executable_line = funcname, None
        self.file, self.line, self.temporary, self.cond = file, line, temporary, cond
        self.enabled, self.ignore, self.hits = True, 0, 0
        self.number = Breakpoint.next
        Breakpoint.next += 1
        self.bpbynumber.append(self)
        self.bplist.setdefault((file, line), []).append(self)

    @staticmethod
    def clearBreakpoints():
        Breakpoint.next, Breakpoint.bplist, Breakpoint.bpbynumber = 1, {}, [None]

    def deleteMe(self):
        place = self.file, self.line
        self.bpbynumber[self.number] = None
        self.bplist[place].remove(self)
        if not self.bplist[place]:
            del self.bplist[place]

    def enable(self):
        self.enabled = True

    def disable(self):
        self.enabled = False

    def bpprint(self, out=None):
        print(self.bpformat(), file=out or sys.stdout)

    def bpformat(self):
        kept, enabled = 'del' if self.temporary else 'keep', 'yes' if self.enabled else 'no'
        text = f'{self.number:<4}breakpoint   {kept:<4} {enabled:<4}  at {self.file}:{self.line}'
        if self.cond:
            text += f'\n\tstop only if {self.cond}'
        if self.ignore:
            text += f'\n\tignore next {self.ignore} hits'
        if self.hits:
            text += f"\n\tbreakpoint already hit {self.hits} time{'s' * (self.hits > 1)}"
        return text

    def __str__(self):
        return f'breakpoint {self.number} at {self.file}:{self.line}'


def checkfuncname(b, frame):
    """Whether a frame stands where a breakpoint of its line or function is."""
    if not b.funcname:
        return b.line == frame.f_lineno
    if frame.f_code.co_name != b.funcname:
        return False
    if not b.func_first_executable_line:
        b.func_first_executable_line = frame.f_lineno
    return b.func_first_executable_line == frame.f_lineno


def effective(file, line, frame):
    """The breakpoint of a line that holds now, and whether it may be cleared if it is temporary."""
    for found in Breakpoint.bplist[file, line]:
        if not found.enabled or not checkfuncname(found, frame):
            continue
        found.hits += 1
        try:
            holds = not found.cond or eval(found.cond, frame.f_globals, frame.f_locals)
        except BaseException:
            return found, False
        if holds and found.ignore > 0:
            found.ignore -= 1
        elif holds:
            return found, True
    return None, None
