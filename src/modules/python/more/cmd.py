"""Interpreters of commands, line by line."""
import string
import sys

__all__ = ['Cmd']
IDENTCHARS = string.ascii_letters + string.digits + '_'


class Cmd:
    """Subclasses have a method `do_NAME` for each command."""
    prompt, identchars, ruler, lastcmd, intro = '(Cmd) ', IDENTCHARS, '=', '', None
    doc_leader, doc_header = '', 'Documented commands (type help <topic>):'
    misc_header, undoc_header, nohelp = 'Miscellaneous help topics:', 'Undocumented commands:', '*** No help on %s'
    use_rawinput = 1

    def __init__(self, completekey='tab', stdin=None, stdout=None):
        self.stdin, self.stdout = stdin or sys.stdin, stdout or sys.stdout
        self.cmdqueue, self.completekey = [], completekey

    def cmdloop(self, intro=None):
        self.preloop()  #: 105
        if intro is not None:
            self.intro = intro
        if self.intro:
            self.stdout.write(str(self.intro) + '\n')
        stop = None
        while not stop:
            if self.cmdqueue:
                line = self.cmdqueue.pop(0)
            elif self.use_rawinput:
                try:
                    line = input(self.prompt)
                except EOFError:
                    line = 'EOF'
            else:
                self.stdout.write(self.prompt)
                self.stdout.flush()
                line = self.stdin.readline()
                line = line.rstrip('\r\n') if line else 'EOF'
            line = self.precmd(line)  #: 145
            stop = self.onecmd(line)  #: 146
            stop = self.postcmd(stop, line)  #: 147
        self.postloop()  #: 148

    def precmd(self, line):
        return line

    def postcmd(self, stop, line):
        return stop

    def preloop(self):
        pass

    def postloop(self):
        pass

    def parseline(self, line):
        line = line.strip()  #: 185
        if not line:
            return None, None, line
        if line[0] == '?':
            line = 'help ' + line[1:]
        elif line[0] == '!':
            if not hasattr(self, 'do_shell'):
                return None, None, line
            line = 'shell ' + line[1:]
        at = 0
        while at < len(line) and line[at] in self.identchars:
            at += 1
        return line[:at], line[at:].strip(), line

    def onecmd(self, line):
        cmd, arg, line = self.parseline(line)  #: 210
        if not line:
            return self.emptyline()  #: 212
        if cmd is None:
            return self.default(line)  #: 214
        self.lastcmd = line
        if line == 'EOF':
            self.lastcmd = ''
        if cmd == '':
            return self.default(line)
        function = getattr(self, 'do_' + cmd, None)
        if function is None:
            return self.default(line)  #: 223
        return function(arg)  #: 224 return «func(arg)»

    def emptyline(self):
        if self.lastcmd:
            return self.onecmd(self.lastcmd)  #: 234

    def default(self, line):
        self.stdout.write(f'*** Unknown syntax: {line}\n')

    def completedefault(self, *ignored):
        return []

    def completenames(self, text, *ignored):
        return [name[3:] for name in self.get_names() if name.startswith('do_' + text)]

    def complete_help(self, text, *ignored):
        topics = [name[5:] for name in self.get_names() if name.startswith('help_' + text)]
        return list({*self.completenames(text), *topics})

    def get_names(self):
        return dir(self.__class__)

    def do_help(self, arg):
        'List available commands with "help" or detailed help with "help cmd".'
        if arg:
            function = getattr(self, 'help_' + arg, None)
            if function is not None:
                function()
                return
            doc = getattr(getattr(self, 'do_' + arg, None), '__doc__', None)
            if doc:
                import inspect
                self.stdout.write(f'{inspect.cleandoc(doc)}\n')
            else:
                self.stdout.write(f'{self.nohelp % (arg,)}\n')
            return
        names = self.get_names()  #: 318
        topics = {name[5:] for name in names if name.startswith('help_')}
        told, untold = [], []
        for name in sorted(set(names)):
            if name.startswith('do_'):
                cmd = name[3:]
                if cmd in topics:
                    told.append(cmd)
                    topics.remove(cmd)
                elif getattr(self, name).__doc__:
                    told.append(cmd)
                else:
                    untold.append(cmd)
        self.stdout.write(f'{self.doc_leader}\n')
        self.print_topics(self.doc_header, told, 15, 80)
        self.print_topics(self.misc_header, sorted(topics), 15, 80)
        self.print_topics(self.undoc_header, untold, 15, 80)

    def print_topics(self, header, cmds, cmdlen, maxcol):
        if cmds:
            self.stdout.write(f'{header}\n')
            if self.ruler:
                self.stdout.write(f'{self.ruler * len(header)}\n')
            self.columnize(cmds, maxcol - 1)
            self.stdout.write('\n')

    def columnize(self, list, displaywidth=80):
        if not list:
            self.stdout.write('<empty>\n')
            return
        for rows in range(1, len(list) + 1):
            columns = [list[at:at + rows] for at in range(0, len(list), rows)]
            widths = [max(map(len, column)) for column in columns]
            if sum(widths) + 2 * (len(widths) - 1) <= displaywidth:
                break
        for row in range(rows):
            cells = [column[row] if row < len(column) else '' for column in columns]
            while cells and not cells[-1]:
                cells.pop()
            self.stdout.write('  '.join(cell.ljust(width) for cell, width in zip(cells, widths)) + '\n')
