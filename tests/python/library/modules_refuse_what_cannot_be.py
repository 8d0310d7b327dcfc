"""Modules that are asked for the unusual: public helpers, and arguments that cannot be."""
import getopt, hashlib, os, pkgutil, plistlib, tempfile, tomllib, uuid, warnings


def tried(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


# getopt's own steps are public.
print(getopt.short_has_arg('a', 'a:b'), getopt.short_has_arg('b', 'a:b'))
tried(getopt.short_has_arg, 'c', 'a:b')
print(getopt.long_has_args('ab', ['abc=']), getopt.long_has_args('abc', ['abc', 'abcd=']))
tried(getopt.long_has_args, 'ab', ['abc', 'abd'])
print(getopt.do_shorts([], 'ab', 'ab:', ['arg', 'rest']), getopt.do_longs([], 'abc=1', ['abc='], ['rest']))
tried(getopt.do_longs, [], 'abc=1', ['abc'], [])
print(getopt.getopt(['-ax', '--long', 'v', 'w'], 'a:', ['long=']))

# A UUID is made from one thing alone.
for given in ({}, {'hex': '', 'int': 1}, {'bytes_le': b'x' * 16, 'hex': 'a'}, {'fields': (1,) * 6, 'bytes': b''}):
    tried(uuid.UUID, **given)
print(uuid.UUID(bytes_le=bytes(range(16))), uuid.UUID(fields=(1, 2, 3, 4, 5, 6)))

# A folder cannot be made where a link is, though it leads nowhere.
with tempfile.TemporaryDirectory() as folder:
    link, goal = os.path.join(folder, 'link'), os.path.join(folder, 'goal')
    os.symlink(goal, link)
    for make in os.mkdir, os.makedirs:
        try:
            make(link)
        except OSError as error:
            print(type(error).__name__, os.path.lexists(goal))
    try:
        os.makedirs(link, exist_ok=True)
    except OSError as error:
        print(type(error).__name__)
    os.mkdir(goal)
    os.makedirs(link, exist_ok=True)
    os.makedirs(os.path.join(link, 'inner'))
    print(os.listdir(goal))

    # Names of modules and their loaders.
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        print(type(pkgutil.find_loader('json')).__name__ != 'NoneType', pkgutil.find_loader('no_such_module'))
        print(pkgutil.get_loader('no_such_module'), pkgutil.get_loader('json') is not None)
        tried(pkgutil.find_loader, '.relative')
        tried(pkgutil.get_loader, 'no.such.module')
    for warning in caught:
        print(warning.category.__name__, warning.message)

    # The login data of the home directory must not be readable for others.
    import netrc
    os.environ['HOME'] = folder
    path = os.path.join(folder, '.netrc')
    with open(path, 'w') as file:
        file.write('machine a login b password c\n')
    for mode in 0o600, 0o644, 0o610:
        os.chmod(path, mode)
        tried(lambda: netrc.netrc().hosts)
    print(netrc.netrc(path).hosts)
    with open(path, 'w') as file:
        file.write('machine a login anonymous password c\n')
    tried(lambda: netrc.netrc().hosts)

# What a number is read by.
for parse in str, lambda text: {}, lambda text: [], lambda text: None:
    tried(tomllib.loads, 'f = 1.5\ng = [inf]', parse_float=parse)

# Numbers in archives of objects.
for number in -1, 1 << 64:
    tried(plistlib.UID, number)
    made = plistlib.UID(1)
    made.data = number
    tried(plistlib.dumps, made, fmt=plistlib.FMT_BINARY)

tried(hashlib.new, 'no_such_digest')
