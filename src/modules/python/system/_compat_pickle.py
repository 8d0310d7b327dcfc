"""How Python 2 called what Python 3 has, for pickles of protocols before 3."""


def _pairs(text):
    return dict(entry.split('=') for entry in text.split())


def _names(text):
    """`old=new module:NAME,NAME=OLD…`: the names of one module that are found in another."""
    found = {}
    for line in text.split('\n'):
        modules, _, names = line.strip().partition(': ')
        old, _, new = modules.partition('=')
        for name in names.split():
            before, _, now = name.partition('=')
            found[old, before] = new, now or before
    return found


def _turned(mapping):
    return {new: old for old, new in mapping.items()}


IMPORT_MAPPING = _pairs('''
__builtin__=builtins copy_reg=copyreg Queue=queue SocketServer=socketserver ConfigParser=configparser repr=reprlib
tkFileDialog=tkinter.filedialog tkSimpleDialog=tkinter.simpledialog tkColorChooser=tkinter.colorchooser
tkCommonDialog=tkinter.commondialog Dialog=tkinter.dialog Tkdnd=tkinter.dnd tkFont=tkinter.font
tkMessageBox=tkinter.messagebox ScrolledText=tkinter.scrolledtext Tkconstants=tkinter.constants ttk=tkinter.ttk
Tkinter=tkinter markupbase=_markupbase _winreg=winreg thread=_thread dummy_thread=_dummy_thread dbhash=dbm.bsd
dumbdbm=dbm.dumb dbm=dbm.ndbm gdbm=dbm.gnu xmlrpclib=xmlrpc.client SimpleXMLRPCServer=xmlrpc.server httplib=http.client
htmlentitydefs=html.entities HTMLParser=html.parser Cookie=http.cookies cookielib=http.cookiejar
BaseHTTPServer=http.server test.test_support=test.support commands=subprocess urlparse=urllib.parse
robotparser=urllib.robotparser urllib2=urllib.request anydbm=dbm _abcoll=collections.abc
''')
PYTHON2_EXCEPTIONS = tuple('''
ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError
EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError
OverflowError PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError
SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
'''.split())
MULTIPROCESSING_EXCEPTIONS = 'AuthenticationError', 'BufferTooShort', 'ProcessError', 'TimeoutError'
PYTHON3_OSERROR_EXCEPTIONS = tuple('''
BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError
ProcessLookupError TimeoutError
'''.split())
PYTHON3_IMPORTERROR_EXCEPTIONS = 'ModuleNotFoundError',
NAME_MAPPING = _names('''
__builtin__=builtins: xrange=range unichr=chr unicode=str long=int
__builtin__=functools: reduce
__builtin__=sys: intern
itertools=builtins: izip=zip imap=map ifilter=filter
itertools=itertools: ifilterfalse=filterfalse izip_longest=zip_longest
UserDict=collections: IterableUserDict=UserDict
UserList=collections: UserList
UserString=collections: UserString
whichdb=dbm: whichdb
_socket=socket: fromfd
_multiprocessing=multiprocessing.connection: Connection
multiprocessing.process=multiprocessing.context: Process
multiprocessing.forking=multiprocessing.popen_fork: Popen
urllib=urllib.error: ContentTooShortError
urllib=urllib.request: getproxies pathname2url url2pathname urlcleanup urlopen urlretrieve
urllib=urllib.parse: quote_plus quote unquote_plus unquote urlencode
urllib2=urllib.error: HTTPError URLError
''')
NAME_MAPPING.update({('exceptions', name): ('builtins', name) for name in PYTHON2_EXCEPTIONS})
NAME_MAPPING.update({('multiprocessing', name): ('multiprocessing.context', name) for name in MULTIPROCESSING_EXCEPTIONS})
REVERSE_IMPORT_MAPPING, REVERSE_NAME_MAPPING = _turned(IMPORT_MAPPING), _turned(NAME_MAPPING)

# What leads one way only.
IMPORT_MAPPING.update(_pairs('''
cPickle=pickle _elementtree=xml.etree.ElementTree FileDialog=tkinter.filedialog SimpleDialog=tkinter.simpledialog
DocXMLRPCServer=xmlrpc.server SimpleHTTPServer=http.server CGIHTTPServer=http.server UserDict=collections
UserList=collections UserString=collections whichdb=dbm StringIO=io cStringIO=io
'''))
REVERSE_IMPORT_MAPPING.update(_pairs('_bz2=bz2 _dbm=dbm _functools=functools _gdbm=gdbm _pickle=pickle'))
NAME_MAPPING.update(_names('''
__builtin__=builtins: basestring=str
exceptions=builtins: StandardError=Exception
UserDict=collections: UserDict
socket=socket: _socketobject=SocketType
'''))
REVERSE_NAME_MAPPING.update(_names('''
_functools=__builtin__: reduce
tkinter.filedialog=FileDialog: FileDialog LoadFileDialog SaveFileDialog
tkinter.simpledialog=SimpleDialog: SimpleDialog
xmlrpc.server=DocXMLRPCServer: ServerHTMLDoc XMLRPCDocGenerator DocXMLRPCRequestHandler DocXMLRPCServer DocCGIXMLRPCRequestHandler
http.server=SimpleHTTPServer: SimpleHTTPRequestHandler
http.server=CGIHTTPServer: CGIHTTPRequestHandler
_socket=socket: socket=_socketobject
'''))
REVERSE_NAME_MAPPING.update({('builtins', name): ('exceptions', 'OSError') for name in PYTHON3_OSERROR_EXCEPTIONS})
REVERSE_NAME_MAPPING.update({('builtins', name): ('exceptions', 'ImportError') for name in PYTHON3_IMPORTERROR_EXCEPTIONS})
