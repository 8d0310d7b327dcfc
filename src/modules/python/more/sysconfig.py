"""How the Python of the simulated machine was built, and where it keeps what."""
import sys as _sys

__all__ = ['get_config_h_filename', 'get_config_var', 'get_config_vars', 'get_makefile_filename', 'get_path',
           'get_path_names', 'get_paths', 'get_platform', 'get_python_version', 'get_scheme_names', 'parse_config_h']
_PREFIX = _sys.prefix
_VARIABLES = {
    'prefix': _PREFIX, 'exec_prefix': _PREFIX, 'installed_base': _PREFIX, 'base': _PREFIX, 'installed_platbase': _PREFIX,
    'platbase': _PREFIX, 'projectbase': _PREFIX + '/bin', 'platlibdir': 'lib', 'userbase': '/home/user/.local',
    'py_version': '3.13.0', 'py_version_short': '3.13', 'py_version_nodot': '313', 'py_version_nodot_plat': '',
    'implementation': 'Python', 'implementation_lower': 'python', 'abiflags': '', 'abi_thread': '',
    'VERSION': '3.13', 'LDVERSION': '3.13', 'SOABI': 'cpython-313-x86_64-linux-gnu',
    'EXT_SUFFIX': '.cpython-313-x86_64-linux-gnu.so', 'SHLIB_SUFFIX': '.so', 'EXE': '', 'MULTIARCH': 'x86_64-linux-gnu',
    'BINDIR': _PREFIX + '/bin', 'LIBDIR': _PREFIX + '/lib', 'LIBDEST': _PREFIX + '/lib/python3.13',
    'BINLIBDEST': _PREFIX + '/lib/python3.13', 'INCLUDEDIR': _PREFIX + '/include',
    'INCLUDEPY': _PREFIX + '/include/python3.13', 'CONFINCLUDEPY': _PREFIX + '/include/python3.13', 'CC': 'gcc',
    'srcdir': _PREFIX + '/lib/python3.13/config-3.13-x86_64-linux-gnu', 'MACHDEP': 'linux', 'HOST_GNU_TYPE':
    'x86_64-pc-linux-gnu', 'Py_GIL_DISABLED': 0, 'Py_DEBUG': 0, 'Py_TRACE_REFS': 0, 'Py_ENABLE_SHARED': 0,
    'WITH_PYMALLOC': 1, 'WITH_DOC_STRINGS': 1, 'HAVE_FORK': 1, 'SIZEOF_VOID_P': 8, 'SIZEOF_LONG': 8, 'SIZEOF_INT': 4,
    'SIZEOF_SIZE_T': 8, 'SIZEOF_WCHAR_T': 4, 'SIZEOF_TIME_T': 8, 'SIZEOF_PTHREAD_T': 8, 'SIZEOF_DOUBLE': 8,
}
_SCHEMES = ('nt', 'nt_user', 'nt_venv', 'osx_framework_user', 'posix_home', 'posix_prefix', 'posix_user', 'posix_venv',
            'venv')
_LIB = 'lib/{implementation_lower}{py_version_short}{abi_thread}'
_VERSIONED = 'include/{implementation_lower}{py_version_short}{abiflags}'
_PREFIXED = {
    'stdlib': '{installed_base}/{platlibdir}' + _LIB[3:], 'platstdlib': '{platbase}/{platlibdir}' + _LIB[3:],
    'purelib': f'{{base}}/{_LIB}/site-packages', 'platlib': '{platbase}/{platlibdir}' + _LIB[3:] + '/site-packages',
    'include': '{installed_base}/' + _VERSIONED, 'platinclude': '{installed_platbase}/' + _VERSIONED,
    'scripts': '{base}/bin', 'data': '{base}',
}
_WINDOWS = {
    'stdlib': '{installed_base}/Lib', 'platstdlib': '{base}/Lib', 'purelib': '{base}/Lib/site-packages',
    'platlib': '{base}/Lib/site-packages', 'include': '{installed_base}/Include',
    'platinclude': '{installed_base}/Include', 'scripts': '{base}/Scripts', 'data': '{base}',
}


def _of_user(library, include, scripts):
    return {'stdlib': library, 'platstdlib': library, 'purelib': library + '/site-packages',
            'platlib': library + '/site-packages', 'include': include, 'scripts': scripts, 'data': '{userbase}'}


_OF_SCHEMES = {
    'posix_prefix': _PREFIXED, 'posix_venv': _PREFIXED, 'venv': _PREFIXED, 'nt': _WINDOWS, 'nt_venv': _WINDOWS,
    'nt_user': _of_user(*('{userbase}/{implementation}{py_version_nodot_plat}' + part
                          for part in ('', '/Include', '/Scripts'))),
    'osx_framework_user': _of_user('{userbase}/lib/{implementation_lower}',
                                   '{userbase}/include/{implementation_lower}{py_version_short}', '{userbase}/bin'),
    'posix_user': {
        'stdlib': '{userbase}/{platlibdir}' + _LIB[3:], 'platstdlib': '{userbase}/{platlibdir}' + _LIB[3:],
        'purelib': f'{{userbase}}/{_LIB}/site-packages', 'platlib': f'{{userbase}}/{_LIB}/site-packages',
        'include': '{userbase}/include/{implementation_lower}{py_version_short}{abi_thread}',
        'scripts': '{userbase}/bin', 'data': '{userbase}'},
    'posix_home': {
        'stdlib': '{installed_base}/lib/{implementation_lower}', 'platstdlib': '{base}/lib/{implementation_lower}',
        'purelib': '{base}/lib/{implementation_lower}',
        'platlib': '{base}/lib/{implementation_lower}', 'include': '{installed_base}/include/{implementation_lower}',
        'platinclude': '{installed_base}/include/{implementation_lower}', 'scripts': '{base}/bin', 'data': '{base}'},
}


def get_python_version():
    return '3.13'


def get_platform():
    return 'linux-x86_64'


def get_scheme_names():
    return _SCHEMES


def get_path_names():
    return 'stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'scripts', 'data'


def get_default_scheme():
    return 'posix_prefix'


def get_preferred_scheme(key):
    return {'prefix': 'posix_prefix', 'home': 'posix_home', 'user': 'posix_user'}[key]


def get_paths(scheme='posix_prefix', vars=None, expand=True):
    known = {**_VARIABLES, **(vars or {})}
    return {name: path.format(**known) if expand else path for name, path in _OF_SCHEMES[scheme].items()}


def get_path(name, scheme='posix_prefix', vars=None, expand=True):
    return get_paths(scheme, vars, expand)[name]


def get_config_vars(*args):
    return [get_config_var(name) for name in args] if args else _VARIABLES


def get_config_var(name):
    if name not in _VARIABLES and (name.isupper() or name.startswith('Py_')):
        from _frames import not_supported
        not_supported(f'sysconfig.get_config_var({name!r})')
    return _VARIABLES.get(name)


def get_makefile_filename():
    return _VARIABLES['srcdir'] + '/Makefile'


def get_config_h_filename():
    return _VARIABLES['INCLUDEPY'] + '/pyconfig.h'


def is_python_build(check_home=None):
    return False


def parse_config_h(fp, vars=None):
    """What a pyconfig.h defines."""
    import re
    found = {} if vars is None else vars
    for line in fp:
        if match := re.match('#define ([A-Z][A-Za-z0-9_]+) (.*)\n', line):
            name, value = match.groups()
            try:
                value = int(value)
            except ValueError:
                pass
            found[name] = value
        elif match := re.match('/[*] #undef ([A-Z][A-Za-z0-9_]+) [*]/\n', line):
            found[match[1]] = 0
    return found


def expand_makefile_vars(s, vars):
    import re
    while match := re.search(r'\$[({]([A-Za-z][A-Za-z0-9_]*)[)}]', s):
        s = s[:match.start()] + str(vars.get(match[1], '')) + s[match.end():]
    return s
