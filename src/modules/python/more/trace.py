"""Prints the lines that run, counts them, and tells who calls whom."""
import linecache
import os
import sys
import threading
from time import monotonic as _time


def _modname(path):
    return os.path.splitext(os.path.basename(path))[0]


def _fullmodname(path):
    """The dotted name under which a file would be imported."""
    path = os.path.normcase(path)
    roots = [os.path.normcase(root) for root in sys.path if path.startswith(os.path.normcase(root) + os.sep)]
    longest = max(roots, key=len, default='')
    name, _ = os.path.splitext(path[len(longest) + 1:] if longest else path)
    return name.replace(os.sep, '.').lstrip('.')


class _Ignore:
    """The modules and folders of which nothing is told."""

    def __init__(self, modules, folders):
        self._modules, self._folders = set(modules or ()), [os.path.normpath(folder) for folder in folders or ()]
        self._known = {'<string>': True}

    def names(self, filename, modulename):
        if modulename not in self._known:
            self._known[modulename] = self._is_ignored(filename, modulename)
        return self._known[modulename]

    def _is_ignored(self, filename, modulename):
        if modulename in self._modules or any(modulename.startswith(name + '.') for name in self._modules):
            return True
        return filename is None or any(filename.startswith(folder + os.sep) for folder in self._folders)


class CoverageResults:
    """How often lines ran, which functions did, and who called whom."""

    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = dict(counts or {})
        self.calledfuncs = dict(calledfuncs or {})
        self.callers = dict(callers or {})
        self.infile, self.outfile = infile, outfile
        self.counter = self.counts.copy()
        if infile:
            import pickle
            try:
                with open(infile, 'rb') as file:
                    counts, calledfuncs, callers = pickle.load(file)
                self.update(CoverageResults(counts, calledfuncs, callers=callers))
            except (OSError, EOFError, ValueError) as err:
                print('Skipping counts file %r: %s' % (infile, err), file=sys.stderr)

    def is_ignored_filename(self, filename):
        return filename.startswith('<') and filename.endswith('>')

    def update(self, other):
        for place, count in other.counts.items():
            self.counts[place] = self.counts.get(place, 0) + count
        self.calledfuncs.update(dict.fromkeys(other.calledfuncs, 1))
        self.callers.update(dict.fromkeys(other.callers, 1))

    def write_results(self, show_missing=True, summary=False, coverdir=None, *, ignore_missing_files=False):
        self._print_functions()
        self._print_callers()
        files = {}
        for (filename, line), count in self.counts.items():
            files.setdefault(filename, {})[line] = count
        sums = {}
        for filename, hits in files.items():
            if self.is_ignored_filename(filename):
                continue
            if ignore_missing_files and not os.path.isfile(filename):
                continue
            folder, modulename = coverdir, _fullmodname(filename)
            if coverdir is None:
                folder, modulename = os.path.dirname(os.path.abspath(filename)), _modname(filename)
            else:
                os.makedirs(folder, exist_ok=True)
            executable = _executable_lines(filename) if show_missing else {}
            path = os.path.join(folder, modulename + '.cover')
            encoding = None
            if os.path.exists(filename):
                import tokenize
                with open(filename, 'rb') as file:
                    encoding, _ = tokenize.detect_encoding(file.readline)
            lines, covered = self.write_results_file(path, linecache.getlines(filename), executable, hits, encoding)
            if summary and lines:
                sums[modulename] = lines, int(100 * covered / lines), modulename, filename
        if summary and sums:
            print('lines   cov%   module   (path)')
            for modulename in sorted(sums):
                print('%5d   %3d%%   %s   (%s)' % sums[modulename])
        if self.outfile:
            import pickle
            with open(self.outfile, 'wb') as file:
                pickle.dump((self.counts, self.calledfuncs, self.callers), file, 1)

    def _print_functions(self):
        if self.calledfuncs:
            print()
            print('functions called:')
            for place in sorted(self.calledfuncs):
                print('filename: %s, modulename: %s, funcname: %s' % place)

    def _print_callers(self):
        if not self.callers:
            return
        print()
        print('calling relationships:')
        shown = shown_called = ''
        for (filename, module, function), (called, *names) in sorted(self.callers):
            if filename != shown:
                print()
                print('***', filename, '***')
                shown, shown_called = filename, ''
            if called != filename and called != shown_called:
                print('  -->', called)
                shown_called = called
            print('    %s.%s -> %s.%s' % (module, function, *names))

    def write_results_file(self, path, lines, lnotab, lines_hit, encoding=None):
        """Writes the lines of a file with how often each ran; how many can run, and how many did."""
        able = done = 0
        with open(path, 'w', encoding=encoding) as file:
            for number, line in enumerate(lines, 1):
                if number in lines_hit:
                    file.write('%5d: ' % lines_hit[number])
                    able, done = able + 1, done + 1
                elif number in lnotab and '#pragma NO COVER' not in line:
                    file.write('>>>>>> ')
                    able += 1
                else:
                    file.write('       ')
                file.write(line.expandtabs(8))
        return able, done


def _lines_of(code):
    lines = {line for _, _, line in code.co_lines() if line}
    for constant in code.co_consts:
        if isinstance(constant, type(code)):
            lines |= _lines_of(constant)
    return lines


def _texts_of(source):
    """The lines of texts with which blocks begin, such as docstrings."""
    import ast
    lines = set()
    for node in ast.walk(ast.parse(source)):
        for block in () if isinstance(node, ast.Module) else map(vars(node).get, ('body', 'orelse', 'finalbody')):
            first = block[0] if isinstance(block, list) and block else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
                lines.update(range(first.lineno, first.end_lineno + 1))
    return lines


def _executable_lines(filename):
    """The lines of a file at which something can run."""
    try:
        import tokenize
        with tokenize.open(filename) as file:
            source = file.read()
            lines = _lines_of(compile(source, filename, 'exec')) - _texts_of(source)
            if source.startswith(('#', '\n')):
                # Where a module begins is no line of its own.
                lines.discard(1)
            return dict.fromkeys(sorted(lines), 1)
    except OSError as err:
        print('Not printing coverage data for %r: %s' % (filename, err), file=sys.stderr)
        return {}


class Trace:
    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(), infile=None,
                 outfile=None, timing=False):
        self.infile, self.outfile, self.trace = infile, outfile, trace
        self.ignore = _Ignore(ignoremods, ignoredirs)
        self.counts, self.pathtobasename = {}, {}
        self.donothing = 0
        self._calledfuncs, self._callers = {}, {}
        self.start_time = _time() if timing else None
        if countcallers:
            self.globaltrace = self.globaltrace_trackcallers
        elif countfuncs:
            self.globaltrace = self.globaltrace_countfuncs
        elif trace or count:
            self.globaltrace = self.globaltrace_lt
            self.localtrace = (self.localtrace_trace_and_count if trace and count else
                               self.localtrace_trace if trace else self.localtrace_count)
        else:
            self.donothing = 1

    def run(self, cmd):
        import __main__
        self.runctx(cmd, __main__.__dict__, __main__.__dict__)  #: 447 self.runctx(cmd, dict, dict)

    def runctx(self, cmd, globals=None, locals=None):
        globals = {} if globals is None else globals
        locals = {} if locals is None else locals
        if not self.donothing:
            threading.settrace(self.globaltrace)
            sys.settrace(self.globaltrace)
        try:
            exec(cmd, globals, locals)  #: 456
        finally:
            if not self.donothing:
                sys.settrace(None)
                threading.settrace(None)

    def runfunc(self, func, /, *args, **kw):
        if not self.donothing:
            sys.settrace(self.globaltrace)
        try:
            return func(*args, **kw)  #: 467 result = «func(*args, **kw)»
        finally:
            if not self.donothing:
                sys.settrace(None)

    def file_module_function_of(self, frame):
        code = frame.f_code
        *around, name = code.co_qualname.split('.')
        if around and around[-1] != '<locals>':
            name = around[-1] + '.' + name
        return code.co_filename, _modname(code.co_filename) if code.co_filename else None, name

    def globaltrace_trackcallers(self, frame, why, arg):
        if why == 'call':
            called, caller = self.file_module_function_of(frame), self.file_module_function_of(frame.f_back)
            self._callers[caller, called] = 1

    def globaltrace_countfuncs(self, frame, why, arg):
        if why == 'call':
            self._calledfuncs[self.file_module_function_of(frame)] = 1

    def globaltrace_lt(self, frame, why, arg):
        if why != 'call':
            return None
        filename = frame.f_globals.get('__file__')
        if not filename:
            return None
        modulename = _modname(filename)
        if self.ignore.names(filename, modulename):
            return None
        if self.trace:
            print(' --- modulename: %s, funcname: %s' % (modulename, frame.f_code.co_name))
        return self.localtrace

    def _count(self, frame):
        place = frame.f_code.co_filename, frame.f_lineno
        self.counts[place] = self.counts.get(place, 0) + 1

    def _print(self, frame):
        if self.start_time:
            print('%.2f' % (_time() - self.start_time), end=' ')
        filename, number = frame.f_code.co_filename, frame.f_lineno
        place, line = '%s(%d)' % (os.path.basename(filename), number), linecache.getline(filename, number)
        if line:
            print(place + ': ', line, end='')
        else:
            print(place)

    def localtrace_trace_and_count(self, frame, why, arg):
        if why == 'line':
            self._count(frame)
            self._print(frame)
        return self.localtrace

    def localtrace_trace(self, frame, why, arg):
        if why == 'line':
            self._print(frame)
        return self.localtrace

    def localtrace_count(self, frame, why, arg):
        if why == 'line':
            self._count(frame)
        return self.localtrace

    def results(self):
        return CoverageResults(self.counts, infile=self.infile, outfile=self.outfile, calledfuncs=self._calledfuncs,
                               callers=self._callers)


def _parser():
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument('--version', action='version', version='trace 2.0')
    add = parser.add_argument_group('Main options', 'One of these (or --report) must be given').add_argument
    add('-c', '--count', action='store_true',
        help='Count the number of times each line is executed and write the counts to <module>.cover for each module executed, in the '
             "module's directory. See also --coverdir, --file, --no-report below.")
    add('-t', '--trace', action='store_true', help='Print each line to sys.stdout before it is executed')
    add('-l', '--listfuncs', action='store_true',
        help='Keep track of which functions are executed at least once and write the results to sys.stdout after the program exits. Cannot '
             'be specified alongside --trace or --count.')
    add('-T', '--trackcalls', action='store_true',
        help='Keep track of caller/called pairs and write the results to sys.stdout after the program exits.')
    group = parser.add_argument_group('Modifiers')
    add = group.add_mutually_exclusive_group().add_argument
    add('-r', '--report', action='store_true',
        help='Generate a report from a counts file; does not execute any code. --file must specify the results file to read, which must '
             'have been created in a previous run with --count --file=FILE')
    add('-R', '--no-report', action='store_true',
        help='Do not generate the coverage report files. Useful if you want to accumulate over several runs.')
    add = group.add_argument
    add('-f', '--file', help='File to accumulate counts over several runs')
    add('-C', '--coverdir', help='Directory where the report files go. The coverage report for <package>.<module> will be written to file '
                                 '<dir>/<package>/<module>.cover')
    add('-m', '--missing', action='store_true', help='Annotate executable lines that were not executed with ">>>>>> "')
    add('-s', '--summary', action='store_true',
        help='Write a brief summary for each file to sys.stdout. Can only be used with --count or --report')
    add('-g', '--timing', action='store_true', help='Prefix each line with the time since the program started. Only used while tracing')
    add = parser.add_argument_group('Filters', 'Can be specified multiple times').add_argument
    add('--ignore-module', action='append', default=[],
        help='Ignore the given module(s) and its submodules (if it is a package). Accepts comma separated list of module names.')
    add('--ignore-dir', action='append', default=[],
        help='Ignore files in the given directory (multiple directories can be joined by os.pathsep).')
    parser.add_argument('--module', action='store_true', default=False, help='Trace a module. ')
    parser.add_argument('progname', nargs='?', help='file to run as main program')
    parser.add_argument('arguments', nargs=argparse.REMAINDER, help='arguments to the program')
    return parser


def _ignored_folder(text):
    import sysconfig
    place = os.path.expanduser(os.path.expandvars(text))
    place = place.replace('$prefix', sysconfig.get_path('stdlib')).replace('$exec_prefix', sysconfig.get_path('platstdlib'))
    return os.path.normpath(place)


def _code_of(opts):
    """The path and the code of the program that is to be traced."""
    if opts.module:
        import _run_module
        found = _run_module.found(opts.progname, _run_module.folders(os.getcwd(), {}, os.environ))
        if found is None:
            raise ImportError(f'No module named {opts.progname}')
        path, text = found
    else:
        sys.path[0], path = os.path.dirname(opts.progname), opts.progname
        with open(path, 'rb') as file:
            text = file.read()
    return path, compile(text, path, 'exec')


def main():
    """What `python -m trace` does."""
    parser = _parser()
    opts = parser.parse_args()
    if opts.report:
        if not opts.file:
            parser.error('-r/--report requires -f/--file')
        CoverageResults(infile=opts.file, outfile=opts.file).write_results(opts.missing, opts.summary, opts.coverdir)
        return
    for is_wrong, words in (
            (not (opts.trace or opts.count or opts.listfuncs or opts.trackcalls),
             'must specify one of --trace, --count, --report, --listfuncs, or --trackcalls'),
            (opts.listfuncs and (opts.count or opts.trace), 'cannot specify both --listfuncs and (--trace or --count)'),
            (opts.summary and not opts.count, '--summary can only be used with --count or --report'),
            (opts.progname is None, 'progname is missing: required with the main options')):
        if is_wrong:
            parser.error(words)
    tracer = Trace(opts.count, opts.trace, countfuncs=opts.listfuncs, countcallers=opts.trackcalls, infile=opts.file,
                   ignoremods=[name.strip() for names in opts.ignore_module for name in names.split(',')],
                   ignoredirs=[_ignored_folder(name) for names in opts.ignore_dir for name in names.split(os.pathsep)],
                   outfile=opts.file, timing=opts.timing)
    sys.argv = [opts.progname, *opts.arguments]
    try:
        path, code = _code_of(opts)
        sys.argv[0] = path
        names = {'__file__': path, '__name__': '__main__', '__package__': None, '__cached__': None}
        tracer.runctx(code, names, names)
    except OSError as err:
        sys.exit('Cannot run file %r because: %s' % (sys.argv[0], err))
    except SystemExit:
        pass
    results = tracer.results()
    if not opts.no_report:
        results.write_results(opts.missing, opts.summary, opts.coverdir)
