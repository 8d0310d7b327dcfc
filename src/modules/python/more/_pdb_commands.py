"""The commands of the debugger, but for those of breakpoints."""
import cmd
import inspect
import linecache
import sys


class Commands:
    """What a debugger does at a command `NAME`: `do_NAME`, which gives true where the program is to go on."""

    def do_where(self, arg):
        """w(here)

        Shows the frames, the newest last."""
        if arg:
            return self._usage(self.do_where, arg)
        self.print_stack_trace()
    do_w = do_bt = do_where

    def _select_frame(self, number):
        self._enter(number)
        self.print_stack_entry(self.stack[number])
        self.lineno = None

    def do_exceptions(self, arg):
        """exceptions [number]

        Lists the exceptions of a chain, or goes to one of them."""
        chain = self._chained_exceptions
        if not chain:
            return self.message('Did not find chained exceptions. To move between exceptions, pdb/post_mortem must be '
                                'given an exception object rather than a traceback.')
        if not arg:
            for at, exc in enumerate(chain):
                mark = '>' if at == self._chained_exception_index else ' '
                shown = repr(exc)
                shown = shown[:77] + '...' if len(shown) > 80 else shown
                self.message(f"{mark} {'  -' if exc.__traceback__ is None else f'{at:>3}'} {shown}")
            return
        try:
            number = int(arg)
        except ValueError:
            return self.error('Argument must be an integer')
        if not 0 <= number < len(chain):
            return self.error('No exception with that number')
        if chain[number].__traceback__ is None:
            return self.error('This exception does not have a traceback, cannot jump to it')
        self._chained_exception_index = number
        self.setup(None, chain[number].__traceback__)
        self.print_stack_entry(self.stack[self.curindex])

    def _move(self, arg, end, word, step):
        if self.curindex == end:
            return self.error(f'{word} frame')
        try:
            count = int(arg or 1)
        except ValueError:
            return self.error(f'Invalid frame count ({arg})')
        self._select_frame(end if count < 0 else min(max(self.curindex + step * count, 0), len(self.stack) - 1))

    def do_up(self, arg):
        """u(p) [count]

        Goes to an older frame."""
        self._move(arg, 0, 'Oldest', -1)
    do_u = do_up

    def do_down(self, arg):
        """d(own) [count]

        Goes to a newer frame."""
        self._move(arg, len(self.stack) - 1, 'Newest', 1)
    do_d = do_down

    def do_until(self, arg):
        """unt(il) [lineno]

        Goes on to a line further down, or to the frame's end."""
        lineno = None
        if arg:
            try:
                lineno = int(arg)
            except ValueError:
                return self.error(f'Error in argument: {arg!r}')
            if lineno <= self.curframe.f_lineno:
                return self.error('"until" line number is smaller than current line number')
        self.set_until(self.curframe, lineno)
        return 1
    do_unt = do_until

    def do_step(self, arg):
        """s(tep)

        Goes on to the next line, in whatever function it is."""
        if arg:
            return self._usage(self.do_step, arg)
        self.set_step()
        return 1
    do_s = do_step

    def do_next(self, arg):
        """n(ext)

        Goes on to the next line of this function, or to its end."""
        if arg:
            return self._usage(self.do_next, arg)
        self.set_next(self.curframe)
        return 1
    do_n = do_next

    def do_return(self, arg):
        """r(eturn)

        Goes on to the end of this function."""
        if arg:
            return self._usage(self.do_return, arg)
        self.set_return(self.curframe)
        return 1
    do_r = do_return

    def do_continue(self, arg):
        """c(ont(inue))

        Goes on to the next breakpoint."""
        if arg:
            return self._usage(self.do_continue, arg)
        self.set_continue()
        return 1
    do_c = do_cont = do_continue

    def do_jump(self, arg):
        """j(ump) lineno

        Says which line is the next."""
        if self.curindex + 1 != len(self.stack):
            return self.error('You can only jump within the bottom frame')
        try:
            lineno = int(arg)
        except ValueError:
            return self.error("The 'jump' command requires a line number")
        self.curframe.f_lineno = lineno
    do_j = do_jump

    def do_debug(self, arg):
        """debug code

        Debugs a statement within the frame."""
        sys.settrace(None)
        inner = type(self)(self.completekey, self.stdin, self.stdout)
        inner.prompt = f'({self.prompt.strip()}) '
        self.message('ENTERING RECURSIVE DEBUGGER')
        try:
            sys.call_tracing(inner.run, (arg, self.curframe.f_globals, self.curframe_locals))
        except Exception:
            self._error_exc()
        self.message('LEAVING RECURSIVE DEBUGGER')
        sys.settrace(self.trace_dispatch)
        self.lastcmd = inner.lastcmd

    def do_run(self, arg):
        """run [args...]

        Begins the program anew."""
        if arg:
            import shlex
            sys.argv[1:] = shlex.split(arg)
        from pdb import Restart
        raise Restart
    do_restart = do_run

    def do_quit(self, arg):
        """q(uit) | exit

        Ends the program."""
        self.set_quit()
        return 1
    do_q = do_exit = do_quit

    def do_EOF(self, arg):
        """EOF

        The end of the commands ends the program."""
        self.message('')
        return self.do_quit(arg)

    def do_args(self, arg):
        """a(rgs)

        Shows the function's parameters."""
        if arg:
            return self._usage(self.do_args, arg)
        code = self.curframe.f_code
        more = bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
        for name in code.co_varnames[:code.co_argcount + code.co_kwonlyargcount + more]:
            found = name in self.curframe_locals
            self.message(f'{name} = ' + (self._safe_repr(self.curframe_locals[name], name) if found
                                         else '*** undefined ***'))
    do_a = do_args

    def do_retval(self, arg):
        """retval

        Shows what the function returns."""
        if arg:
            return self._usage(self.do_retval, arg)
        if '__return__' in self.curframe_locals:
            self.message(self._safe_repr(self.curframe_locals['__return__'], 'retval'))
        else:
            self.error('Not yet returned!')
    do_rv = do_retval

    def _show_value(self, arg, shown):
        try:
            value = self._getval(arg)
        except BaseException:
            return
        try:
            self.message(shown(value))
        except BaseException:
            self._error_exc()

    def do_p(self, arg):
        """p expression

        Shows a value."""
        self._show_value(arg, repr)

    def do_pp(self, arg):
        """pp expression

        Shows a value over several lines, if need be."""
        from pprint import pformat
        self._show_value(arg, pformat)

    def do_list(self, arg):
        """l(ist) [first[, last] | .]

        Shows lines of the source: around this one, further ones, or those asked for."""
        self.lastcmd, last = 'list', None
        if arg and arg != '.':
            try:
                if ',' in arg:
                    first, last = map(int, arg.split(','))
                    last = first + last if last < first else last
                else:
                    first = max(1, int(arg) - 5)
            except ValueError:
                return self.error(f'Error in argument: {arg!r}')
        elif self.lineno is None or arg == '.':
            first = max(1, self.curframe.f_lineno - 5)
        else:
            first = self.lineno + 1
        last = first + 10 if last is None else last
        filename = self.curframe.f_code.co_filename
        lines = linecache.getlines(filename, self.curframe.f_globals)
        self._print_lines(lines[first - 1:last], first, self.get_file_breaks(filename), self.curframe)
        self.lineno = min(last, len(lines))
        if len(lines) < last:
            self.message('[EOF]')
    do_l = do_list

    def do_longlist(self, arg):
        """ll | longlist

        Shows the source of the function."""
        if arg:
            return self._usage(self.do_longlist, arg)
        try:
            lines, first = self._getsourcelines(self.curframe)
        except OSError as err:
            return self.error(err)
        self._print_lines(lines, first, self.get_file_breaks(self.curframe.f_code.co_filename), self.curframe)
    do_ll = do_longlist

    def do_source(self, arg):
        """source expression

        Shows the source of what an expression gives."""
        try:
            lines, first = self._getsourcelines(self._getval(arg))
        except (OSError, TypeError) as err:
            return self.error(err)
        except BaseException:
            return
        self._print_lines(lines, first)

    def do_whatis(self, arg):
        """whatis expression

        Shows the kind of a value."""
        try:
            value = self._getval(arg)
        except BaseException:
            return
        function = getattr(value, '__func__', None)
        if hasattr(function, '__code__'):
            self.message(f'Method {function.__code__.co_name}')
        elif hasattr(value, '__code__'):
            self.message(f'Function {value.__code__.co_name}')
        elif value.__class__ is type:
            self.message(f'Class {value.__module__}.{value.__qualname__}')
        else:
            self.message(type(value))

    def do_display(self, arg):
        """display [expression]

        Shows a value whenever the frame stops and it has changed."""
        if arg:
            if wrong := self._compile_error_message(arg):
                return self.error(f'Unable to display {arg}: {wrong!r}')
            value = self._getval_except(arg)
            self.displaying.setdefault(self.curframe, {})[arg] = value
            self.message(f'display {arg}: {self._safe_repr(value, arg)}')
        elif self.displaying:
            self.message('Currently displaying:')
            for expr, value in self.displaying.get(self.curframe, {}).items():
                self.message(f'{expr}: {self._safe_repr(value, expr)}')
        else:
            self.message('No expression is being displayed')

    def do_undisplay(self, arg):
        """undisplay [expression]

        Shows a value no more, or none of the frame's."""
        if not arg:
            self.displaying.pop(self.curframe, None)
        elif arg in self.displaying.get(self.curframe, {}):
            del self.displaying[self.curframe][arg]
        else:
            self.error(f'not displaying {arg}')

    def do_interact(self, arg):
        """interact

        Takes Python's lines, with the names that the frame sees."""
        from code import InteractiveConsole
        console = InteractiveConsole({**self.curframe.f_globals, **self.curframe_locals}, local_exit=True)
        console.write = lambda text: self.message(text, end='')
        console.interact(banner='*pdb interact start*', exitmsg='*exit from pdb interact command*')

    def do_alias(self, arg):
        """alias [name [command]]

        Names a command, with %1, %2 … or %* for what stands behind the name."""
        name, *words = arg.split() or ['']
        if not name:
            for alias in sorted(self.aliases):
                self.message(f'{alias} = {self.aliases[alias]}')
        elif not words and name in self.aliases:
            self.message(f'{name} = {self.aliases[name]}')
        elif not words:
            self.error(f"Unknown alias '{name}'")
        else:
            command = ' '.join(words)
            used = [f'%{at}' in command for at in range(1, 10)]
            if '%*' not in command and sorted(used, reverse=True) != used:
                return self.error('Replaceable parameters must be consecutive')
            self.aliases[name] = command

    def do_unalias(self, arg):
        """unalias name

        Takes an alias away."""
        if not arg:
            return self._usage(self.do_unalias, arg)
        self.aliases.pop(arg.split()[0], None)

    def do_help(self, arg):
        """h(elp)

        Lists the commands, or tells of one."""
        if not arg:
            return cmd.Cmd.do_help(self, arg)
        topic, command = getattr(self, 'help_' + arg, None), getattr(self, 'do_' + arg, None)
        if topic:
            return topic()
        if command is None:
            return self.error(f'No help for {arg!r}')
        if command.__doc__ is None:
            return self.error(f'No help for {arg!r}; __doc__ string missing')
        self.message(self._help_message_from_doc(command.__doc__))
    do_h = do_help

    def help_exec(self):
        self.message('(!) statement')

    def help_pdb(self):
        self.do_help('')


from _frames import unseen as _unseen
_unseen(Commands)
