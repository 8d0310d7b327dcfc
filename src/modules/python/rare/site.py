"""Where packages are installed: nothing is, so it can be asked for and no more."""
import builtins
import os
import sys

PREFIXES = [sys.prefix, sys.exec_prefix]
ENABLE_USER_SITE, USER_SITE, USER_BASE = True, None, None


def getuserbase():
    """The user's own folder for what is installed."""
    global USER_BASE
    if USER_BASE is None:
        USER_BASE = os.environ.get('PYTHONUSERBASE') or os.path.join(os.path.expanduser('~'), '.local')
    return USER_BASE


def getusersitepackages():
    """The user's own folder of packages."""
    global USER_SITE
    if USER_SITE is None:
        USER_SITE = f'{getuserbase()}/lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages'
    return USER_SITE


def getsitepackages(prefixes=None):
    """The folders of packages, one for each prefix."""
    prefixes = dict.fromkeys(prefix for prefix in (PREFIXES if prefixes is None else prefixes) if prefix)
    return [f'{prefix}/lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages' for prefix in prefixes]


def makepath(*paths):
    """A path in full, and as it is compared."""
    path = os.path.abspath(os.path.join(*paths))
    return path, os.path.normcase(path)


def removeduppaths():
    """Leaves each folder once in sys.path, in full."""
    known, kept = set(), []
    for path in sys.path:
        path, compared = makepath(path)
        if compared not in known:
            known.add(compared)
            kept.append(path)
    sys.path[:] = kept
    return known


def addsitedir(sitedir, known_paths=None):
    """Adds a folder to sys.path, and those that its .pth files name."""
    reset = known_paths is None
    if reset:
        known_paths = {makepath(path)[1] for path in sys.path if os.path.exists(path)}
    sitedir, compared = makepath(sitedir)
    if compared not in known_paths:
        sys.path.append(sitedir)
        known_paths.add(compared)
    try:
        names = os.listdir(sitedir)
    except OSError:
        return None
    for name in sorted(name for name in names if name.endswith('.pth') and not name.startswith('.')):
        addpackage(sitedir, name, known_paths)
    return None if reset else known_paths


def addpackage(sitedir, name, known_paths):
    """Follows a .pth file: each line a folder, or an import."""
    reset = known_paths is None
    if reset:
        known_paths = {makepath(path)[1] for path in sys.path if os.path.exists(path)}
    try:
        with open(os.path.join(sitedir, name), encoding='utf-8-sig') as file:
            lines = file.read().splitlines()
    except OSError:
        return None
    for line in lines:
        if line.startswith('#') or not line.strip():
            continue
        if line.startswith(('import ', 'import\t')):
            exec(line)
            continue
        folder, compared = makepath(sitedir, line.rstrip())
        if compared not in known_paths and os.path.exists(folder):
            sys.path.append(folder)
            known_paths.add(compared)
    return None if reset else known_paths


def addusersitepackages(known_paths):
    if os.path.isdir(getusersitepackages()):
        addsitedir(USER_SITE, known_paths)
    return known_paths


def addsitepackages(known_paths, prefixes=None):
    for folder in getsitepackages(prefixes):
        if os.path.isdir(folder):
            addsitedir(folder, known_paths)
    return known_paths


def check_enableusersite():
    """None: it is not safe; False: the user does not want it."""
    if sys.flags.no_user_site:
        return False
    return True


def gethistoryfile():
    """Where an interpreter at a terminal keeps what was typed."""
    return os.environ.get('PYTHON_HISTORY') or os.path.join(os.path.expanduser('~'), '.python_history')


def main():
    """Makes sys.path as it is at the start of a program."""
    known = removeduppaths()
    addusersitepackages(known)
    addsitepackages(known)


getusersitepackages()
