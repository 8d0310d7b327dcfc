"""pytest's file of options, and the folder that paths are told from."""
import os
import pathlib

from .config_errors import UsageError

_NAMES = 'pytest.toml', '.pytest.toml', 'pytest.ini', '.pytest.ini', 'pyproject.toml', 'tox.ini', 'setup.cfg'


def _options(path):
    """What a file says to pytest; None: nothing."""
    if path.suffix == '.toml':
        import tomllib
        try:
            read = tomllib.loads(path.read_text(encoding='UTF-8'))
        except tomllib.TOMLDecodeError as e:
            raise UsageError(f'{path}: {e}') from e
        if path.name != 'pyproject.toml':
            return read.get('pytest', {})
        tool = read.get('tool', {}).get('pytest', {})
        options = tool.get('ini_options')
        if options is None:
            return tool or None
        return {name: value if isinstance(value, list) else str(value) for name, value in options.items()}
    import configparser
    parser = configparser.RawConfigParser(strict=False, interpolation=None, inline_comment_prefixes=None)
    try:
        parser.read_string(path.read_text(encoding='UTF-8'))
    except configparser.Error as e:
        raise UsageError(str(e)) from e
    section = 'tool:pytest' if path.suffix == '.cfg' else 'pytest'
    if parser.has_section(section):
        return dict(parser.items(section))
    return {} if path.name in ('pytest.ini', '.pytest.ini') else None


def _located(folders):
    """The first file of options in these folders or above."""
    pyproject = None
    for folder in folders:
        for base in (folder, *folder.parents):
            for name in _NAMES:
                path = base / name
                if not path.is_file():
                    continue
                if name == 'pyproject.toml' and pyproject is None:
                    pyproject = path
                options = _options(path)
                if options is not None:
                    return base, path, options
    return (pyproject.parent, pyproject, {}) if pyproject else (None, None, {})


def common_folder(folders, otherwise):
    there = [str(folder) for folder in folders if folder.exists()]
    found = pathlib.Path(os.path.commonpath(there)) if there else otherwise
    return found.parent if found.is_file() else found


def found(option, args, start):
    """The root, the file of options and what it says."""
    folders = []
    for arg in args:
        path = pathlib.Path(os.path.abspath(start / arg.split('[')[0].split('::')[0]))
        if arg[:1] != '-' and path.exists():
            folders.append(path if path.is_dir() else path.parent)
    root = file = None
    if option.inifilename:
        file = pathlib.Path(os.path.abspath(option.inifilename))
        if not file.exists():
            raise UsageError(f"Config file '{file}' not found. Check your '-c/--config-file' option.")
        root, options = file.parent, _options(file) or {}
    else:
        ancestor = common_folder(folders, start)
        root, file, options = _located([ancestor])
        if root is None:
            root = next((each for each in (ancestor, *ancestor.parents) if (each / 'setup.py').is_file()), None)
            if root is None:
                if folders != [ancestor]:
                    root, file, options = _located(folders)
                root = root or common_folder([start, ancestor], start)
                if str(root) == '/':
                    root = ancestor
    if option.rootdir:
        root = pathlib.Path(os.path.abspath(os.path.expandvars(option.rootdir)))
        if not root.is_dir():
            raise UsageError(f"Directory '{root}' not found. Check your '--rootdir' option.")
    for given in option.override_ini or ():
        name, equals, value = given.partition('=')
        if not equals:
            raise UsageError(f'-o/--override-ini expects option=value style (got: {given!r}).')
        options = {**options, name: value}
    return root, file, options
