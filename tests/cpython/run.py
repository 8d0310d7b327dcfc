"""Runs CPython's own tests here and on CPython 3.13, and says which of those that pass there fail here.

    run.py BINARY [MODULE ...] [--all] [--known FILE]

MODULE is a module or a package of CPython's `Lib/test`, such as `test_queue` or `test_asyncio`; none means those of
MODULES. The tests are read where a CPython 3.13 has them ($LOOPSCOPE_PYTHON, `python3.13`, pyenv's); in place of
`test.support` both sides get the small one that lies here. What CPython says is kept in target/cpython.

A line tells of each module: how many pass here of those that pass on CPython. A test that fails and is not in
known.txt is told, as is one that is in it and passes; the first kind makes the exit status 1. With `--all` those that
are known to fail are told as well, with what they say. A test that ends or holds up the run is given up and the run
goes on behind it.
"""
import argparse
import base64
import contextlib
import fnmatch
import glob
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
KEPT = os.path.join(HERE, '..', '..', 'target', 'cpython')
OURS = ('drive.py', 'standins.py')
SHORT = ('test_asyncio.test_queues', 'test_asyncio.test_locks', 'test_asyncio.test_taskgroups',
         'test_asyncio.test_timeouts', 'test_asyncio.test_waitfor')
MODULES = ('test_asyncio', 'test_thread', 'test_threading', 'test_threading_local', 'test_queue', 'test_sched',
           'test_concurrent_futures', 'test_context', 'test_contextlib', 'test_contextlib_async', 'test_asyncgen',
           'test_coroutines', 'test_generators', 'test_yield_from', 'test_logging', 'test_functools', 'test_itertools',
           'test_collections', 'test_deque', 'test_defaultdict', 'test_ordered_dict', 'test_userdict', 'test_userlist',
           'test_dataclasses', 'test_enum', 'test_typing', 'test_type_params', 'test_type_aliases', 'test_genericalias',
           'datetimetester', 'test_json', 'test_re', 'test_string', 'test_random', 'test_statistics', 'test_heapq',
           'test_bisect', 'test_copy', 'test_exceptions', 'test_exception_group', 'test_except_star', 'test_raise',
           'test_traceback', 'test_argparse', 'test_textwrap', 'test_pprint', 'test_subprocess', 'test_signal',
           'test_select', 'test_selectors', 'test_time', 'test_timeit', 'test_math', 'test_builtin', 'test_str',
           'test_list', 'test_tuple', 'test_dict', 'test_set', 'test_int', 'test_float', 'test_bool', 'test_complex',
           'test_range', 'test_slice', 'test_iter', 'test_enumerate', 'test_descr', 'test_property', 'test_super',
           'test_isinstance', 'test_abc', 'test_types', 'test_grammar', 'test_syntax', 'test_scope', 'test_listcomps',
           'test_patma', 'test_with', 'test_named_expressions', 'test_fstring', 'test_print', 'test_unpack',
           'test_inspect', 'test_unittest', 'test_csv', 'test_decimal', 'test_fractions', 'test_urlparse',
           'test_httplib', 'test_httpservers', 'test_htmlparser', 'test_tempfile', 'test_shutil',
           'test_pathlib.test_pathlib', 'test_shlex', 'test_graphlib', 'test_weakref', 'test_operator', 'test_struct',
           'test_abstract_numbers', 'test_array', 'test_augassign', 'test_binascii', 'test_binop', 'test_bytes',
           'test_class', 'test_cmd', 'test_colorsys', 'test_compare', 'test_configparser', 'test_contains',
           'test_decorators', 'test_dictcomps', 'test_dictviews', 'test_dynamicclassattribute', 'test_eof',
           'test_exception_hierarchy', 'test_exception_variations', 'test_extcall', 'test_fnmatch', 'test_format',
           'test_frame', 'test_funcattrs', 'test_generator_stop', 'test_genericpath', 'test_global', 'test_index',
           'test_int_literal', 'test_ipaddress', 'test_keyword', 'test_keywordonlyarg', 'test_long', 'test_memoryview',
           'test_metaclass', 'test_mimetypes', 'test_module', 'test_numeric_tower', 'test_optparse', 'test_popen',
           'test_posixpath', 'test_positional_only_arg', 'test_pow', 'test_reprlib', 'test_robotparser', 'test_secrets',
           'test_setcomps', 'test_sort', 'test_strftime', 'test_string_literals', 'test_strtod', 'test_structseq',
           'test_subclassinit', 'test_type_annotations', 'test_typechecks', 'test_unary', 'test_univnewlines',
           'test_unparse', 'test_utf8source', 'test_warnings', 'test_weakset', 'test_base64', 'test_baseexception',
           'test_bufio', 'test_calendar', 'test_charmapcodec', 'test_cmath', 'test_copyreg', 'test_dbm',
           'test_descrtut', 'test_difflib', 'test_errno', 'test_file', 'test_filecmp', 'test_genexps', 'test_gettext',
           'test_glob', 'test_hash', 'test_hmac', 'test_html', 'test_http_cookies', 'test_longexp', 'test_minidom',
           'test_opcodes', 'test_pkg', 'test_pstats', 'test_pulldom', 'test_richcmp', 'test_shelve', 'test_stat',
           'test_sundry', 'test_sys_setprofile', 'test_threadedtempfile', 'test_threadsignals', 'test_unicode_file',
           'test_unicode_file_functions', 'test_unicode_identifiers', 'test_urllib_response', 'test_wait3',
           'test_wait4', 'test_wsgiref', 'test_xml_dom_minicompat', 'test_ftplib', 'test_http_cookiejar', 'test_poplib',
           'test_xmlrpc', 'test___all__', 'test__colorize', 'test_bz2', 'test_dbm_dumb', 'test_dbm_sqlite3', 'test_fcntl',
           'test_fileinput', 'test_fileio', 'test_genericclass', 'test_getopt', 'test_grp', 'test_gzip',
           'test_linecache', 'test_lzma', 'test_memoryio', 'test_netrc', 'test_peepholer', 'test_picklebuffer', 'test_pkgutil',
           'test_platform', 'test_plistlib', 'test_poll', 'test_pwd', 'test_resource', 'test_runpy', 'test_smtplib',
           'test_socketserver', 'test_tarfile', 'test_tomllib', 'test_urllib', 'test_urllib2',
           'test_urllib2_localnet', 'test_uuid', 'test_wave', 'test_zipfile.test_core', 'test_zipfile._path', 'test_zlib', 'test_email',
           'test_call', 'test_codeop', 'test_iterlen', 'test_marshal', 'test_pickle', 'test_quopri', 'test_stringprep',
           'test_sys_settrace', 'test_tabnanny', 'test_unpack_ex', 'test_userstring', 'test_code_module', 'test_finalization',
           'test_future_stmt', 'test_hashlib', 'test_imaplib', 'test_mailbox', 'test_ntpath', 'test_pickletools',
           'test_pyclbr', 'test_sax', 'test_strptime', 'test_symtable', 'test_tokenize', 'test_xml_etree',
           'test_zoneinfo', 'test_ast', 'test_atexit', 'test_bdb', 'test_codeccallbacks', 'test_codecencodings_cn',
           'test_codecencodings_jp', 'test_codecencodings_kr', 'test_codecencodings_tw', 'test_codecs', 'test_cprofile',
           'test_doctest', 'test_epoll', 'test_fork1', 'test_gc', 'test_import', 'test_mmap', 'test_multibytecodec',
           'test_multiprocessing_fork', 'test_os', 'test_pep646_syntax', 'test_posix', 'test_profile', 'test_rlcompleter',
           'test_source_encoding', 'test_sqlite3', 'test_sys', 'test_ucn', 'test_unicodedata', 'test_webbrowser',
           'test_zipapp', 'test_zipimport', 'test_buffer', 'test_compile', 'test_io', 'test_socket', 'test_trace',
           'test_type_comments',
           'test_code', 'test_type_cache', 'test_monitoring', 'test_pydoc', 'test_compileall', 'test_py_compile',
           'test_cmd_line', 'test_cmd_line_script', 'test_pdb', 'test_faulthandler', 'test_importlib',
           'test_tracemalloc', 'test_dynamic', 'test_flufl', 'test_getpass', 'test_multiprocessing_spawn',
           'test_multiprocessing_main_handling', 'test_opcache', 'test_xml_etree_c', 'test_syslog',
           'test_script_helper', 'test_file_eintr', 'test_repl', 'test_site', 'test_locale', 'test_utf8_mode',
           'test_codecencodings_iso2022', 'test_pyexpat', 'test_multiprocessing_forkserver',
           'test_ctypes.test_aligned_structures', 'test_ctypes.test_array_in_pointer', 'test_ctypes.test_buffers',
           'test_ctypes.test_bytes', 'test_ctypes.test_frombuffer', 'test_ctypes.test_init', 'test_ctypes.test_internals',
           'test_ctypes.test_keeprefs', 'test_ctypes.test_loading', 'test_ctypes.test_random_things',
           'test_ctypes.test_repr', 'test_ctypes.test_sizes', 'test_ctypes.test_strings',
           'test_ctypes.test_unaligned_structures', 'test_ctypes.test_varsize_struct')
# How asyncio does inside what is native or another text here.
LEFT_OUT = re.compile(r'test_asyncio\.(test_proactor|test_selector|test_windows|test_ssl|test_sendfile)|.*test_shadow')
MARK = '@@ '
SILENCE = 30  # seconds without a line, after which a test is given up
DEATHS = 200
# Folders beside CPython's tests whose files some of them read.
DATA = ('archivetestdata', 'audiodata', 'certdata', 'cjkencodings', 'configdata', 'decimaltestdata', 'test_email/data',
        'test_doctest', 'test_tomllib/data', 'test_zoneinfo/data', 'tokenizedata', 'xmltestdata')
NAME = re.compile(r'((?:(?:setUp|tearDown)\w+ )?\S*) ?(.*)')
UNSUPPORTED = re.compile(r'not supported in Loopscope: (import )?([\w.]+)')


def find_python():
    """A CPython 3.13 that has its tests, or None, and the folder of these."""
    asks = 'import sys, test.libregrtest, os; print(sys.version_info[:2] == (3, 13), os.path.dirname(test.__file__))'
    for name in (os.environ.get('LOOPSCOPE_PYTHON'), 'python3.13',
                 *sorted(glob.glob(os.path.expanduser('~/.pyenv/versions/3.13.*/bin/python3.13')))):
        found = name and shutil.which(name)
        if found:
            done = subprocess.run([found, '-c', asks], capture_output=True, text=True)
            if done.stdout.startswith('True '):
                return found, done.stdout[5:].strip()
    return None, None


def make_folder(folder, tests):
    """A folder in which `test` is CPython's, but for `test.support`, and the driver lies beside it."""
    inside = os.path.join(folder, 'test')
    os.mkdir(inside)
    for name in OURS:
        # A copy: a program is looked for modules where its own file is, not where a link to it is.
        copy = shutil.copytree if os.path.isdir(os.path.join(HERE, name)) else shutil.copyfile
        copy(os.path.join(HERE, name), os.path.join(folder, name))
    for name in os.listdir(tests):
        if name not in ('support', '__init__.py', '__pycache__'):
            os.symlink(os.path.join(tests, name), os.path.join(inside, name))
    open(os.path.join(inside, '__init__.py'), 'w').close()
    os.symlink(os.path.join(HERE, 'support'), os.path.join(inside, 'support'))
    for name in DATA:
        with open(os.path.join(folder, f'data_{name.replace("/", "_")}.py'), 'w', encoding='utf-8') as file:
            file.write(f'FILES = {data_of(os.path.join(tests, name), tests)!r}\n')


def data_of(path, tests):
    """What the files of a folder hold, as text that a program can import: in the simulated machine there are no others."""
    files = {}
    for file in sorted(glob.glob(os.path.join(path, '**'), recursive=True)):
        if os.path.isfile(file) and not file.endswith('.pyc'):
            with open(file, 'rb') as opened:
                files[os.path.relpath(file, tests)] = base64.b64encode(zlib.compress(opened.read())).decode()
    return files


def beside(module, tests):
    """Options that name the folders of DATA that the source of a module speaks of."""
    path = os.path.join(tests, *module.split('.'))
    with open(os.path.join(path, '__init__.py') if os.path.isdir(path) else f'{path}.py', encoding='utf-8') as file:
        source = file.read()
    for helper in re.findall(r'^from test import (\w+)$', source, re.M):
        if os.path.exists(helped := os.path.join(tests, f'{helper}.py')):
            with open(helped, encoding='utf-8') as file:
                source += file.read()
    named = [name for name in DATA if name in source or module.startswith(name.partition('/')[0] + '.')]
    return [word for name in named for word in ('--data', name)]


def expand(names, tests):
    """Modules in place of packages."""
    for name in names:
        folder = os.path.join(tests, *name.split('.'))
        if os.path.isdir(folder):
            inside = sorted(part[:-3] if part.endswith('.py') else part for part in os.listdir(folder)
                            if re.match(r'test', part) and not part.endswith(('.pyc', '.txt')))
            yield from expand([f'{name}.{part}' for part in inside], tests) if inside else [name]
        elif not LEFT_OUT.match(name):
            yield name


def lines_of(command, folder):
    """What a command prints, line by line, then its standard error; one that stays silent for long is ended."""
    environment = {**os.environ, 'PYTHONHASHSEED': '0', 'PYTHONDONTWRITEBYTECODE': '1'}
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, cwd=folder,
                                   env=environment, start_new_session=True)
        silent = False
        try:
            while True:
                timer = threading.Timer(SILENCE, os.killpg, (process.pid, signal.SIGKILL))
                timer.start()
                line = process.stdout.readline()
                silent = not timer.is_alive()
                timer.cancel()
                if not line:
                    break
                yield line.decode('utf-8', 'replace').rstrip('\n')
            process.wait(SILENCE)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            process.stdout.close()
        errors.seek(0)
        said = errors.read().decode('utf-8', 'replace').strip()
    if silent:
        yield f'{MARK}died is silent for {SILENCE} s'
        return
    asked = UNSUPPORTED.search(said)
    end = asked[0] if asked else said.splitlines()[-1] if said else f'status {process.returncode}'
    yield f'{MARK}died {end}'


def results_of(command, module, folder, data=()):
    """How each test has ended, by its name, and why the whole could not be run, if so."""
    results, options, last = {}, [*data], None
    for _ in range(DEATHS):
        running, end, began = None, '', False
        after = ['--after', last] if last else []
        for line in lines_of([*command, f'test.{module}', *options, *after], folder):
            if not line.startswith(MARK):
                continue
            kind, _, rest = line.removeprefix(MARK).partition(' ')
            if kind == 'end':
                return results, None
            if kind == 'died':
                end = rest
                break
            name, words = NAME.match(rest).groups()
            began = True
            if kind == 'begin':
                running = last = name
            else:
                if results.get(name, ('ok',))[0] in ('ok', 'skip'):
                    results[name] = (kind, words)
                running = None
        if running:
            results[running] = ('ends the run', end)
        elif not began:
            asked = UNSUPPORTED.search(end)
            option = asked and ['--absent-module' if asked[1] else '--absent', asked[2]]
            if not option or option[1] in options:
                return results, end
            options += option
    return results, 'too many tests end the run'


def state_of(python):
    """What the results of CPython depend on."""
    state = hashlib.sha256(python.encode())
    for path in [os.path.join(HERE, name) for name in OURS] + [os.path.join(HERE, 'support')]:
        for file in sorted(glob.glob(os.path.join(path, '*.py'))) or [path]:
            with open(file, 'rb') as opened:
                state.update(opened.read())
    return state.hexdigest()[:16]


def on_cpython(python, module, folder, state):
    path = os.path.join(KEPT, f'{module}-{state}.json')
    if not os.path.exists(path):
        results, why = results_of([python, '-B', os.path.join(folder, 'drive.py')], module, os.path.join(folder, 'cwd'))
        os.makedirs(KEPT, exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            json.dump([results, why], file)
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def read_known(path):
    """What is known to fail: patterns of names, and of what is said (`= WORDS`), each with the reason above it."""
    known, reason = {}, ''
    with open(path, encoding='utf-8') as file:
        for line in map(str.strip, file):
            if line.startswith('# '):
                reason = line[2:]
            elif line:
                known[line] = reason
    return known


def compare(module, theirs, ours, known, tell_all):
    """Prints what there is to tell of a module; gives how many pass, and those that fail and are not known."""
    # Others are examples in docstrings of CPython's library.
    good = [name for name, (kind, _) in theirs.items() if kind == 'ok' and name.startswith('test.')]
    why = next((words for name, (_, words) in ours.items() if name.startswith('setUp')), '')
    bad = {name: ours.get(name, ['is not run', why]) for name in good}
    bad = {name: how for name, how in bad.items() if how[0] not in ('ok', 'skip')}
    print(f'{module}: {len(good) - len(bad)} of {len(good)}', flush=True)
    met, new = set(), []
    for name, (kind, words) in bad.items():
        told = (name.removeprefix('test.'), f'= {words}')
        patterns = [pattern for pattern in known if any(fnmatch.fnmatchcase(text, pattern) for text in told)]
        met.update(patterns)
        if not patterns:
            new.append(name)
        if tell_all or not patterns:
            print(f"    {known[patterns[0]] if patterns else 'FAILS'}: {told[0]}: {kind} {words}")
    for pattern in known:
        if pattern not in met and any(fnmatch.fnmatchcase(name.removeprefix('test.'), pattern) for name in good):
            print(f'    passes, and is known to fail: {pattern}')
    return len(good) - len(bad), new


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary')
    parser.add_argument('modules', nargs='*', metavar='MODULE')
    parser.add_argument('--short', action='store_true', help='the modules of asyncio that take some seconds')
    parser.add_argument('--all', action='store_true', help='tell of what is known to fail as well')
    parser.add_argument('--known', default=os.path.join(HERE, 'known.txt'))
    given = parser.parse_intermixed_args()
    python, tests = find_python()
    if python is None:
        print('no CPython 3.13 with its tests: skipped (LOOPSCOPE_PYTHON names one)')
        return 0
    known = read_known(given.known)
    passed, failed = 0, []
    state = state_of(python)
    with tempfile.TemporaryDirectory() as folder:
        make_folder(folder, tests)
        os.mkdir(os.path.join(folder, 'cwd'))
        for module in expand(given.modules or (SHORT if given.short else MODULES), tests):
            theirs, why = on_cpython(python, module, folder, state)
            if why:
                print(f'{module}: CPython itself does not run it: {why}')
            if not any(kind == 'ok' for kind, _ in theirs.values()):
                continue
            command = [os.path.abspath(given.binary), 'run', '--no-trace', os.path.join(folder, 'drive.py')]
            # Where the driver is: a process that a test starts looks for modules there.
            ours, why = results_of(command, module, folder, beside(module, tests))
            if why:
                print(f'{module}: stopped: {why}')
            good, new = compare(module, theirs, ours, known, given.all)
            passed, failed = passed + good, failed + new
    print(f"{passed} passed, {len(failed)} failed (CPython's tests, those left out that are known to fail)")
    return bool(failed)


if __name__ == '__main__':
    sys.exit(main())
