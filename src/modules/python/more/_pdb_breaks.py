"""The commands of the debugger that concern breakpoints."""
import bdb
import linecache
import re


class _rstr(str):
    """A text that shows itself without quotes."""

    def __repr__(self):
        return self


def find_first_executable_line(code):
    first = code.co_firstlineno
    return next((line for _, _, line in code.co_lines() if line is not None and line != first), first)


def find_function(funcname, filename):
    """The name, file and first line with code of a function that a file defines at its top; None: there is none."""
    begins = re.compile(rf'def\s+{re.escape(funcname)}\s*[(]')
    linecache.checkcache(filename)
    lines = linecache.getlines(filename)
    for start, line in enumerate(lines):
        if begins.match(line):
            for end in range(start + 1, len(lines) + 1):
                try:
                    code = compile(''.join(lines[start:end]), filename, 'exec')
                except SyntaxError:
                    continue
                inner = next(const for const in code.co_consts if hasattr(const, 'co_lines'))
                return funcname, filename, start + find_first_executable_line(inner)


class BreakCommands:
    """What a debugger does at a command `NAME`: `do_NAME`."""

    def do_commands(self, arg):
        """(Pdb) commands [bpnumber]
        (com) ...
        (com) end
        (Pdb)

        What to do at a breakpoint: commands line by line, up to 'end'."""
        try:
            number = int(arg) if arg else len(bdb.Breakpoint.bpbynumber) - 1
        except ValueError:
            return self._usage(self.do_commands, arg)
        try:
            self.get_bpbynumber(number)
        except ValueError as err:
            return self.error(f'cannot set commands: {err}')
        tables = (self.commands, []), (self.commands_doprompt, True), (self.commands_silent, False)
        before = [(table, table.get(number)) for table, _ in tables]
        for table, value in tables:
            table[number] = value
        self.commands_bnum, prompt = number, self.prompt
        self.prompt, self.commands_defining = '(com) ', True
        try:
            self.cmdloop()
        except KeyboardInterrupt:
            for table, value in before:
                table[number] = value
            self.error('command definition aborted, old commands restored')
        finally:
            self.commands_defining, self.prompt = False, prompt

    def do_break(self, arg, temporary=0):
        """b(reak) [ ([filename:]lineno | function) [, condition] ]

        Sets a breakpoint; without an argument: lists them."""
        if not arg:
            if self.breaks:
                self.message('Num Type         Disp Enb   Where')
                for found in filter(None, bdb.Breakpoint.bpbynumber):
                    self.message(found.bpformat())
            return
        filename = funcname = condition = None
        if arg.find(',') > 0:
            arg, _, condition = arg.partition(',')
            arg, condition = arg.rstrip(), condition.lstrip()
            if wrong := self._compile_error_message(condition):
                return self.error(f'Invalid condition {condition}: {wrong!r}')
        name, colon, place = arg.rpartition(':')
        if colon:
            name, place = name.rstrip(), place.lstrip()
            filename = self.lookupmodule(name)
            if not filename:
                return self.error(f'{name!r} not found from sys.path')
        try:
            lineno = int(place)
        except ValueError:
            if colon:
                return self.error(f'Bad lineno: {place}')
            funcname, filename, lineno = self._function_place(arg)
            if not funcname:
                return self.error(f'The specified object {arg!r} is not a function or was not found along sys.path.')
        filename = filename or self.defaultFile()
        line = self.checkline(filename, lineno)
        if not line:
            return
        wrong = self.set_break(filename, line, temporary, condition, funcname)
        if wrong:
            return self.error(wrong)
        found = self.get_breaks(filename, line)[-1]
        self.message(f'Breakpoint {found.number} at {found.file}:{found.line}')
    do_b = do_break

    def _function_place(self, arg):
        try:
            function = eval(arg, self.curframe.f_globals, self.curframe_locals)
        except BaseException:
            function = arg
        code = getattr(getattr(function, '__func__', function), '__code__', None)
        if code is None:
            return self.lineinfo(arg)
        return code.co_name, code.co_filename, find_first_executable_line(code)

    def do_tbreak(self, arg):
        """tbreak [ ([filename:]lineno | function) [, condition] ]

        Sets a breakpoint that goes when it is reached."""
        self.do_break(arg, 1)

    def _numbered(self, arg):
        """The breakpoints of these numbers; tells of those that there are not."""
        for number in arg.split():
            try:
                yield self.get_bpbynumber(number)
            except ValueError as err:
                self.error(err)

    def do_enable(self, arg):
        """enable bpnumber [bpnumber ...]

        Lets the program stop at breakpoints again."""
        for found in self._numbered(arg):
            found.enable()
            self.message(f'Enabled {found}')

    def do_disable(self, arg):
        """disable bpnumber [bpnumber ...]

        Keeps breakpoints, without stopping there."""
        for found in self._numbered(arg):
            found.disable()
            self.message(f'Disabled {found}')

    def do_condition(self, arg):
        """condition bpnumber [condition]

        Says when a breakpoint holds; without a condition: always."""
        number, *rest = arg.split(' ', 1)
        condition = rest[0] if rest else None
        if condition is not None and (wrong := self._compile_error_message(condition)):
            return self.error(f'Invalid condition {condition}: {wrong!r}')
        try:
            found = self.get_bpbynumber(number.strip())
        except ValueError as err:
            return self.error(err)
        found.cond = condition
        self.message(f'New condition set for breakpoint {found.number}.' if condition
                     else f'Breakpoint {found.number} is now unconditional.')

    def do_ignore(self, arg):
        """ignore bpnumber [count]

        Passes a breakpoint by so many times."""
        number, *rest = arg.split() or ['']
        if not number:
            return self.error('Breakpoint number expected')
        try:
            count, = map(int, rest or [0])
        except ValueError:
            return self._usage(self.do_ignore, arg)
        try:
            found = self.get_bpbynumber(number)
        except ValueError as err:
            return self.error(err)
        found.ignore = count
        if count > 0:
            crossings = f'{count} crossings' if count > 1 else '1 crossing'
            self.message(f'Will ignore next {crossings} of breakpoint {found.number}.')
        else:
            self.message(f'Will stop next time breakpoint {found.number} is reached.')

    def do_clear(self, arg):
        """cl(ear) [filename:lineno | bpnumber ...]

        Takes breakpoints away; without an argument: all, if that is confirmed."""
        if not arg:
            try:
                reply = input('Clear all breaks? ')
            except EOFError:
                reply = 'no'
            if reply.strip().lower() not in ('y', 'yes'):
                return
            gone = list(filter(None, bdb.Breakpoint.bpbynumber))
            self.clear_all_breaks()
        elif ':' in arg:
            filename, _, place = arg.rpartition(':')
            try:
                gone = self.get_breaks(filename, int(place))[:]
                wrong = self.clear_break(filename, int(place))
            except ValueError:
                wrong = f'Invalid line number ({place})'
            if wrong:
                return self.error(wrong)
        else:
            for found in self._numbered(arg):
                self.clear_bpbynumber(found.number)
                self.message(f'Deleted {found}')
            return
        for found in gone:
            self.message(f'Deleted {found}')
    do_cl = do_clear


from _frames import unseen as _unseen
_unseen(BreakCommands)

from _frames import shown_as as _shown_as
_shown_as(globals(), 'pdb')
