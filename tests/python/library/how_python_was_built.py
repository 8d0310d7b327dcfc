"""sysconfig tells how Python was built; readline keeps a history; select looks at numbers that a set of bits can hold."""
import codecs
import functools
import io
import os
import readline
import select
import sysconfig
import tempfile
import traceback

print(sysconfig.get_python_version(), sysconfig.get_platform(), sysconfig.get_config_var('Py_GIL_DISABLED'))
print(sysconfig.get_config_vars('py_version_short', 'EXT_SUFFIX', 'HAVE_FORK', 'nothing'), sysconfig.get_path_names())
print(sysconfig.get_default_scheme(), sysconfig.get_preferred_scheme('user'), sysconfig.is_python_build())
print(sysconfig.get_path('scripts', 'posix_home', {'base': '/opt'}), sysconfig.get_path('data', expand=False))
print(sysconfig.get_paths('posix_prefix', {'base': '/a', 'installed_base': '/b', 'platbase': '/c'})['stdlib'])
print(sysconfig.parse_config_h(io.StringIO('#define AN_A 5\n#define A_B "x"\n/* #undef A_C */\nother\n')))
try:
    sysconfig.get_path('nothing')
except KeyError as error:
    print(repr(error))

readline.parse_and_bind('tab: complete')
readline.set_completer(lambda text, state: None)
print(callable(readline.get_completer()), repr(readline.get_completer_delims()), readline.get_line_buffer() == '')
for line in 'first', 'second', 'third':
    readline.add_history(line)
readline.remove_history_item(0)
readline.replace_history_item(0, '2nd')
print([readline.get_history_item(n) for n in range(4)], readline.get_current_history_length())
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, 'history')
    readline.set_history_length(1)
    readline.write_history_file(name)
    readline.clear_history()
    readline.read_history_file(name)
    print(readline.get_history_item(1), readline.get_current_history_length(), readline.get_history_length())
for refused in lambda: readline.remove_history_item(7), lambda: readline.remove_history_item(-1):
    try:
        refused()
    except ValueError as error:
        print(error)

for number in 5000, 1024, -1, 'text':
    try:
        select.select([number], [], [], 0)
    except (ValueError, TypeError) as error:
        print(error)

there = codecs.make_identity_dict(range(256))
there.update({ord('a'): ord('b')})
back = codecs.make_encoding_map(there)
print(codecs.charmap_encode('cb', 'strict', {99: 100, 98: 97}), back[ord('b')], back[ord('c')])
print(codecs.charmap_decode(b'ab', 'strict', {97: 'x', 98: 'yz'}), codecs.charmap_decode(b'ab', 'replace', {97: 120}))
for refused in (lambda: codecs.charmap_encode('ab', 'strict', {97: 98}), lambda: codecs.charmap_decode('text'),
                lambda: codecs.charmap_decode(b'ab', 'strict', 'x'), lambda: codecs.charmap_encode('a', 'strict', {97: 300}),
                lambda: codecs.charmap_encode('a', 'strict', {97: 'x'})):
    try:
        print(refused())
    except (UnicodeError, TypeError) as error:
        print(type(error).__name__, error)
for stream in codecs.getwriter('utf-8')(io.StringIO()), codecs.getreader('utf-8')(io.StringIO('text')):
    try:
        stream.write('text') if hasattr(stream, 'encode') and isinstance(stream, codecs.StreamWriter) else stream.read()
    except TypeError:
        traceback.print_exc()
print(functools.partial(print).__doc__)
for scheme in sysconfig.get_scheme_names():
    places = sysconfig.get_paths(scheme, {'base': '/a', 'installed_base': '/b', 'platbase': '/c', 'installed_platbase': '/d',
                                          'userbase': '/e'})
    print(scheme, places, sysconfig.get_path('purelib', scheme, expand=False))
