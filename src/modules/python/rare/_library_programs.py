"""What modules of the library do as programs: `python -m NAME …` (their names below are those of these functions)."""
import argparse
import os
import sys


def _parser(description=None, **named):
    return argparse.ArgumentParser(description=description, **named)


def _bytes_of(name):
    if name in (None, '-'):
        return sys.stdin.buffer.read()
    with open(name, 'rb') as file:
        return file.read()


# Functions of modules that have their program themselves; where there is none, being imported is all that they do.
_OWN = {'timeit': 'main', 'pydoc': 'cli', 'py_compile': 'main', 'tabnanny': 'main', 'trace': 'main', 'this': None, 'antigravity': None}


def run(name):
    """What the module does as a program; its exit status."""
    if name not in _OWN:
        return globals()[name]()
    module = __import__(name)
    return getattr(module, _OWN[name])() if _OWN[name] else None


def compileall():
    import compileall
    return int(not compileall.main())


def base64():
    import base64
    import getopt
    usage = (f'usage: {sys.argv[0]} [-h|-d|-e|-u] [file|-]\n        -h: print this help message and exit\n'
             '        -d, -u: decode\n        -e: encode (default)')
    try:
        options, files = getopt.getopt(sys.argv[1:], 'hdeu')
    except getopt.error as error:
        print(error, usage, sep='\n', file=sys.stderr)
        return 2
    names = [name for name, _ in options]
    if '-h' in names:
        print(usage)
        return
    work = next((base64.encode if name == '-e' else base64.decode for name in reversed(names)), base64.encode)
    if files and files[0] != '-':
        with open(files[0], 'rb') as file:
            work(file, sys.stdout.buffer)
    else:
        work(sys.stdin.buffer, sys.stdout.buffer)


def zipfile():
    from zipfile import ZIP_DEFLATED, ZipFile
    parser = _parser('A simple command-line interface for zipfile module.')
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument('-l', '--list', metavar='<zipfile>', help='Show listing of a zipfile')
    group.add_argument('-e', '--extract', nargs=2, metavar=('<zipfile>', '<output_dir>'), help='Extract zipfile into target dir')
    group.add_argument('-c', '--create', nargs='+', metavar=('<name>', '<file>'), help='Create zipfile from sources')
    group.add_argument('-t', '--test', metavar='<zipfile>', help='Test if a zipfile is valid')
    parser.add_argument('--metadata-encoding', metavar='<encoding>', help='Specify encoding of member names for -l, -e and -t')
    args = parser.parse_args()
    if args.create:
        if args.metadata_encoding:
            print('Non-conforming encodings not supported with -c.', file=sys.stderr)
            return 1

        def add(path, name):
            if os.path.isfile(path):
                archive.write(path, name, ZIP_DEFLATED)
            elif os.path.isdir(path):
                if name:
                    archive.write(path, name)
                for entry in sorted(os.listdir(path)):
                    add(os.path.join(path, entry), os.path.join(name, entry))

        with ZipFile(args.create[0], 'w') as archive:
            for path in args.create[1:]:
                name = os.path.basename(path) or os.path.basename(os.path.dirname(path))
                add(path, '' if name in ('.', '..') else name)
        return
    with ZipFile(args.test or args.list or args.extract[0], metadata_encoding=args.metadata_encoding) as archive:
        if args.list is not None:
            archive.printdir()
        elif args.extract:
            archive.extractall(args.extract[1])
        elif broken := archive.testzip():
            print(f'The following enclosed file is corrupted: {broken!r}')
    if args.test is not None:
        print('Done testing')


def tarfile():
    import tarfile
    parser = _parser('A simple command-line interface for tarfile module.')
    parser.add_argument('-v', '--verbose', action='store_true', default=False, help='Verbose output')
    parser.add_argument('--filter', metavar='<filtername>', choices=('fully_trusted', 'tar', 'data'), help='Filter for extraction')
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument('-l', '--list', metavar='<tarfile>', help='Show listing of a tarfile')
    group.add_argument('-e', '--extract', nargs='+', metavar=('<tarfile>', '<output_dir>'), help='Extract tarfile into target dir')
    group.add_argument('-c', '--create', nargs='+', metavar=('<name>', '<file>'), help='Create tarfile from sources')
    group.add_argument('-t', '--test', metavar='<tarfile>', help='Test if a tarfile is valid')
    args = parser.parse_args()
    if args.filter and args.extract is None:
        parser.exit(1, '--filter is only valid for extraction\n')
    if args.create:
        name, *paths = args.create
        kind = {'.gz': 'gz', '.tgz': 'gz', '.xz': 'xz', '.txz': 'xz', '.bz2': 'bz2', '.tbz': 'bz2', '.tbz2': 'bz2', '.tb2': 'bz2'}
        kind = kind.get(os.path.splitext(name)[1])
        with tarfile.open(name, f'w:{kind}' if kind else 'w') as archive:
            for path in paths:
                archive.add(path)
        if args.verbose:
            print(f'{name!r} file created.')
        return
    if args.extract and len(args.extract) > 2:
        parser.exit(1, parser.format_help())
    name = args.test or args.list or args.extract[0]
    if not tarfile.is_tarfile(name):
        parser.exit(1, f'{name!r} is not a tar archive.\n')
    with tarfile.open(name) as archive:
        if args.test:
            print(archive.getmembers(), file=sys.stderr)
        elif args.list:
            archive.list(verbose=args.verbose)
        else:
            place = args.extract[1] if len(args.extract) == 2 else '.'
            archive.extractall(place, filter=args.filter)
    if args.verbose and args.test:
        print(f'{name!r} is a tar archive.')
    elif args.verbose and args.extract:
        print(f'{name!r} file is extracted' + ('.' if place == '.' else f' into {place!r} directory.'))


def ast():
    import ast
    parser = _parser(prog='python -m ast')
    parser.add_argument('infile', nargs='?', default='-', help='the file to parse; defaults to stdin')
    parser.add_argument('-m', '--mode', default='exec', choices=('exec', 'single', 'eval', 'func_type'),
                        help='specify what kind of code must be parsed')
    parser.add_argument('--no-type-comments', default=True, action='store_false', help="don't add information about type comments")
    parser.add_argument('-a', '--include-attributes', action='store_true',
                        help='include attributes such as line numbers and column offsets')
    parser.add_argument('-i', '--indent', type=int, default=3, help='indentation of nodes (number of spaces)')
    args = parser.parse_args()
    name = '<stdin>' if args.infile == '-' else args.infile
    tree = ast.parse(_bytes_of(args.infile), name, args.mode, type_comments=args.no_type_comments)
    print(ast.dump(tree, include_attributes=args.include_attributes, indent=args.indent))


def _profiled(module, name):
    import pstats
    from optparse import OptionParser
    usage = f'{name}.py [-o output_file_path] [-s sort] [-m module | scriptfile] [arg] ...'
    parser = OptionParser(usage=usage)
    parser.allow_interspersed_args = False
    parser.add_option('-o', '--outfile', help='Save stats to <outfile>')
    parser.add_option('-s', '--sort', default=2, choices=sorted(pstats.Stats.sort_arg_dict_default),
                      help='Sort order when printing to stdout, based on pstats.Stats class')
    parser.add_option('-m', dest='module', action='store_true', default=False, help='Profile a library module')
    if not sys.argv[1:]:
        parser.print_usage()
        return 2
    options, args = parser.parse_args()
    sys.argv[:] = args
    if not args:
        parser.print_usage()
        return
    place = options.outfile and os.path.abspath(options.outfile)
    if options.module:
        import runpy
        code, names = "run_module(modname, run_name='__main__')", {'run_module': runpy.run_module, 'modname': args[0]}
    else:
        sys.path.insert(0, os.path.dirname(args[0]))
        code = compile(_bytes_of(args[0]), args[0], 'exec')
        names = {'__file__': args[0], '__name__': '__main__', '__package__': None, '__cached__': None}
    module.runctx(code, names, None, place, options.sort)


def cProfile():
    import cProfile
    return _profiled(cProfile, 'cProfile')


def profile():
    import profile
    return _profiled(profile, 'profile')


def doctest():
    import doctest
    parser = _parser('doctest runner')
    parser.add_argument('-v', '--verbose', action='store_true', default=False, help='print very verbose output for all tests')
    parser.add_argument('-o', '--option', action='append', choices=doctest.OPTIONFLAGS_BY_NAME.keys(), default=[],
                        help='specify a doctest option flag to apply to the test run; may be specified more than once to apply '
                             'multiple options')
    parser.add_argument('-f', '--fail-fast', action='store_true',
                        help='stop running tests after first failure (this is a shorthand for -o FAIL_FAST, and is in addition to '
                             'any other -o options)')
    parser.add_argument('file', nargs='+', help='file containing the tests to run')
    args = parser.parse_args()
    flags = doctest.FAIL_FAST if args.fail_fast else 0
    for name in args.option:
        flags |= doctest.OPTIONFLAGS_BY_NAME[name]
    for path in args.file:
        if path.endswith('.py'):
            folder, name = os.path.split(path)
            sys.path.insert(0, folder)
            module = __import__(name[:-3])
            del sys.path[0]
            failures, _ = doctest.testmod(module, verbose=args.verbose, optionflags=flags)
        else:
            failures, _ = doctest.testfile(path, module_relative=False, verbose=args.verbose, optionflags=flags)
        if failures:
            return 1
    return 0


def uuid():
    import uuid
    made = {'uuid1': uuid.uuid1, 'uuid3': uuid.uuid3, 'uuid4': uuid.uuid4, 'uuid5': uuid.uuid5}
    spaces = {f'@{name}': getattr(uuid, f'NAMESPACE_{name.upper()}') for name in ('dns', 'url', 'oid', 'x500')}
    parser = _parser('Generates a uuid using the selected uuid function.')
    parser.add_argument('-u', '--uuid', choices=made.keys(), default='uuid4',
                        help='The function to use to generate the uuid. By default uuid4 function is used.')
    parser.add_argument('-n', '--namespace',
                        help="The namespace is a UUID, or '@ns' where 'ns' is a well-known predefined UUID addressed by namespace "
                             'name. Such as @dns, @url, @oid, and @x500. Only required for uuid3/uuid5 functions.')
    parser.add_argument('-N', '--name',
                        help='The name used as part of generating the uuid. Only required for uuid3/uuid5 functions.')
    args = parser.parse_args()
    if args.uuid not in ('uuid3', 'uuid5'):
        print(made[args.uuid]())
        return
    if not args.namespace or not args.name:
        parser.error(f'Incorrect number of arguments. {args.uuid} requires a namespace and a name. '
                     "Run 'python -m uuid -h' for more information.")
    print(made[args.uuid](spaces.get(args.namespace) or uuid.UUID(args.namespace), args.name))


def random():
    import random
    parser = _parser(formatter_class=argparse.RawTextHelpFormatter)
    group = parser.add_mutually_exclusive_group()
    group.add_argument('-c', '--choice', nargs='+', help='print a random choice')
    group.add_argument('-i', '--integer', type=int, metavar='N', help='print a random integer between 1 and N inclusive')
    group.add_argument('-f', '--float', type=float, metavar='N',
                       help='print a random floating-point number between 0 and N inclusive')
    parser.add_argument('input', nargs='*', help='if no options given, output depends on the input\n    string or multiple: same as '
                                                 '--choice\n    integer: same as --integer\n    float: same as --float')
    args = parser.parse_args()
    given = args.input
    if args.choice or len(given) > 1:
        print(random.choice(args.choice or given))
    elif args.integer is not None:
        print(random.randint(1, args.integer))
    elif args.float is not None:
        print(random.uniform(0, args.float))
    elif not given:
        print(parser.format_help())
    else:
        for kind, work in ((int, lambda end: random.randint(1, end)), (float, lambda end: random.uniform(0, end)),
                           (str.split, random.choice)):
            try:
                value = kind(given[0])
            except ValueError:
                continue
            return print(work(value))


def gzip():
    import gzip
    parser = _parser('A simple command line interface for the gzip module: act like gzip, but do not delete the input file.')
    group = parser.add_mutually_exclusive_group()
    group.add_argument('--fast', action='store_true', help='compress faster')
    group.add_argument('--best', action='store_true', help='compress better')
    group.add_argument('-d', '--decompress', action='store_true', help='act like gunzip instead of gzip')
    parser.add_argument('args', nargs='*', default=['-'], metavar='file')
    args = parser.parse_args()
    level = 1 if args.fast else 9 if args.best else 6
    for name in args.args:
        if args.decompress and name != '-' and name[-3:] != '.gz':
            return f"filename doesn't end in .gz: {name!r}"
        data = gzip.decompress(_bytes_of(name)) if args.decompress else gzip.compress(_bytes_of(name), level)
        if name == '-':
            sys.stdout.buffer.write(data)
            continue
        with open(name[:-3] if args.decompress else name + '.gz', 'wb') as file:
            file.write(data)


def tokenize():
    import io
    import tokenize
    parser = _parser(prog='python -m tokenize')
    parser.add_argument(dest='filename', nargs='?', metavar='filename.py', help='the file to tokenize; defaults to stdin')
    parser.add_argument('-e', '--exact', action='store_true', help='display token names using the exact type')
    args = parser.parse_args()
    try:
        if args.filename:
            tokens = list(tokenize.tokenize(io.BytesIO(_bytes_of(args.filename)).readline))
        else:
            tokens = list(tokenize.generate_tokens(sys.stdin.readline))
    except (tokenize.TokenError, IndentationError) as error:
        line, column = error.args[1][1:3] if isinstance(error, IndentationError) else error.args[1]
        print(f'{args.filename or "<stdin>"}:{line}:{column}: error: {error.args[0]}', file=sys.stderr)
        return 1
    except OSError as error:
        print(f'error: {error}', file=sys.stderr)
        return 1
    for token in tokens:
        place = '%d,%d-%d,%d:' % (token.start + token.end)
        kind = token.exact_type if args.exact else token.type
        print(f'{place:20}{tokenize.tok_name[kind]:15}{token.string!r:15}')


def sqlite3():
    import sqlite3
    parser = _parser('Python sqlite3 CLI', prog='python -m sqlite3')
    parser.add_argument('filename', default=':memory:', nargs='?', help="SQLite database to open (defaults to ':memory:'). "
                                                                        'A new database is created if the file does not previously exist.')
    parser.add_argument('sql', nargs='?', help='An SQL query to execute. Any returned rows are printed to stdout.')
    parser.add_argument('-v', '--version', action='version', version=f'SQLite version {sqlite3.sqlite_version}',
                        help='Print underlying SQLite library version')
    args = parser.parse_args()
    if not args.sql:
        from _frames import not_supported
        not_supported('python -m sqlite3 without SQL')
    database = sqlite3.connect(args.filename, isolation_level=None)
    try:
        for row in database.execute(args.sql):
            print(row)
    except sqlite3.Error as error:
        kind = type(error).__name__
        try:
            print(f'{kind} ({error.sqlite_errorname}): {error}', file=sys.stderr)
        except AttributeError:
            print(f'{kind}: {error}', file=sys.stderr)
        return 1
    finally:
        database.close()
