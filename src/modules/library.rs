//! The tables of the library: modules in our own Python, compiled when they are first imported, and modules of
//! CPython's that there are none of here.

/// Names and texts. The page downloads no text before a program wants one: www/build.mjs gathers what this table lists
/// in `library.txt`.
macro_rules! texts {
    ($(($name:literal, include_str!($file:literal)),)*) => {
        #[cfg(not(target_arch = "wasm32"))]
        const TEXTS: &[(&str, &str)] = &[$(($name, include_str!($file)),)*];
        #[cfg(target_arch = "wasm32")]
        const NAMES: &[&str] = &[$($name,)*];
    };
}

/// The text of a module in Python; None: there is no such module; Err: the page has not fetched the texts yet.
#[cfg(not(target_arch = "wasm32"))]
pub fn text(name: &str) -> Option<Result<&'static str, Unfetched>> {
    TEXTS.iter().find(|(n, _)| *n == name).map(|(_, text)| Ok(*text))
}

#[cfg(target_arch = "wasm32")]
pub fn text(name: &str) -> Option<Result<&'static str, Unfetched>> {
    if !NAMES.contains(&name) {
        return None;
    }
    let library: &'static str = LIBRARY.with(|library| library.get().copied()).unwrap_or_default();
    let text = library.split(MARK).find_map(|part| part.strip_prefix(name)?.strip_prefix('\n'));
    Some(text.ok_or(Unfetched))
}

pub struct Unfetched;

/// In an interpreter's states: a program has asked for a text that was not there. It can run from its start after
/// [`provide`].
#[derive(Default)]
pub struct Wanted(pub bool);

/// Before each text in `library.txt`; then comes a line with its name.
#[cfg(target_arch = "wasm32")]
const MARK: char = '\u{1e}';

#[cfg(target_arch = "wasm32")]
thread_local! {
    static LIBRARY: std::cell::OnceCell<&'static str> = const { std::cell::OnceCell::new() };
}

/// Takes `library.txt`, for all runs of this instance of the wasm. Elsewhere the texts are part of the program.
pub fn provide(library: String) {
    #[cfg(target_arch = "wasm32")]
    LIBRARY.with(|it| _ = it.set(library.leak()));
    #[cfg(not(target_arch = "wasm32"))]
    drop(library);
}

texts! {
    ("__future__", include_str!("python/__future__.py")),
    ("asyncio._network", include_str!("python/asyncio_network.py")),
    ("asyncio._streams", include_str!("python/asyncio_streams.py")),
    ("atexit", include_str!("python/atexit.py")),
    ("bisect", include_str!("python/bisect.py")),
    ("collections", include_str!("python/collections.py")),
    ("collections.abc", include_str!("python/collections_abc.py")),
    ("concurrent", include_str!("python/concurrent.py")),
    ("concurrent.futures", include_str!("python/concurrent_futures.py")),
    ("concurrent.futures._base", include_str!("python/concurrent_futures_base.py")),
    ("concurrent.futures.thread", include_str!("python/concurrent_futures_thread.py")),
    ("contextlib", include_str!("python/contextlib.py")),
    ("copy", include_str!("python/copy.py")),
    ("copyreg", include_str!("python/copyreg.py")),
    ("dataclasses", include_str!("python/dataclasses.py")),
    ("datetime", include_str!("python/datetime.py")),
    ("enum", include_str!("python/enum.py")),
    ("functools", include_str!("python/functools.py")),
    ("gc", include_str!("python/gc.py")),
    ("heapq", include_str!("python/heapq.py")),
    ("inspect", include_str!("python/inspect.py")),
    ("io", include_str!("python/io.py")),
    ("itertools", include_str!("python/itertools.py")),
    ("json", include_str!("python/json.py")),
    ("keyword", include_str!("python/keyword.py")),
    ("logging", include_str!("python/logging.py")),
    ("operator", include_str!("python/operator.py")),
    ("os", include_str!("python/os.py")),
    ("os.path", include_str!("python/os_path.py")),
    ("queue", include_str!("python/queue.py")),
    ("signal", include_str!("python/signal.py")),
    ("statistics", include_str!("python/statistics.py")),
    ("string", include_str!("python/string.py")),
    ("textwrap", include_str!("python/textwrap.py")),
    ("threading", include_str!("python/threading.py")),
    ("traceback", include_str!("python/traceback.py")),
    ("types", include_str!("python/types.py")),
    ("typing", include_str!("python/typing.py")),
    ("uuid", include_str!("python/uuid.py")),
    ("warnings", include_str!("python/warnings.py")),
}

const SLEEP: &str = "await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting";
const PROCESSES: &str = "asyncio tasks or asyncio.to_thread show the same shape";
const FILES: &str = "there is no file system; keep the data in the program";

/// Standard modules that are missing, and what to use instead (empty: nothing is like it).
pub const MISSING: &[(&str, &str)] = &[
    ("argparse", "sys.argv"),
    ("array", "a list"),
    ("ast", ""),
    ("base64", ""),
    ("binascii", ""),
    ("bz2", ""),
    ("calendar", "datetime"),
    ("cmath", "math"),
    ("cmd", "input() in a loop"),
    ("code", ""),
    ("codecs", "str.encode and bytes.decode"),
    ("compileall", ""),
    ("configparser", "a dict"),
    ("cProfile", "the timeline, which shows what runs when"),
    ("csv", "str.split"),
    ("ctypes", ""),
    ("curses", "print"),
    ("dbm", "a dict"),
    ("decimal", "int or float"),
    ("difflib", ""),
    ("dis", ""),
    ("doctest", "assert"),
    ("email", ""),
    ("errno", "the numbers"),
    ("fcntl", FILES),
    ("fileinput", FILES),
    ("fnmatch", "str methods"),
    ("fractions", "float"),
    ("ftplib", SLEEP),
    ("getopt", "sys.argv"),
    ("getpass", "input()"),
    ("gettext", ""),
    ("glob", FILES),
    ("graphlib", ""),
    ("gzip", ""),
    ("hashlib", "hash"),
    ("hmac", ""),
    ("html", ""),
    ("http", SLEEP),
    ("imaplib", SLEEP),
    ("importlib", "an import statement"),
    ("ipaddress", ""),
    ("json.decoder", "json"),
    ("json.encoder", "json"),
    ("json.tool", "json.dumps(…, indent=2)"),
    ("linecache", ""),
    ("locale", ""),
    ("logging.config", "logging.basicConfig"),
    ("logging.handlers", "logging.StreamHandler"),
    ("lzma", ""),
    ("mailbox", ""),
    ("marshal", ""),
    ("mimetypes", ""),
    ("mmap", FILES),
    ("multiprocessing", PROCESSES),
    ("netrc", ""),
    ("numbers", "int and float"),
    ("optparse", "sys.argv"),
    ("pathlib", "os.path"),
    ("pdb", "stepping in the timeline"),
    ("pickle", "copy.deepcopy, or repr"),
    ("pkgutil", ""),
    ("platform", "sys.platform"),
    ("plistlib", ""),
    ("poplib", SLEEP),
    ("posix", "os"),
    ("pprint", "print, or json.dumps(…, indent=2)"),
    ("profile", "the timeline, which shows what runs when"),
    ("pstats", "the timeline, which shows what runs when"),
    ("pty", ""),
    ("py_compile", ""),
    ("pydoc", ""),
    ("re", "str methods"),
    ("readline", "input()"),
    ("reprlib", "repr"),
    ("resource", ""),
    ("runpy", ""),
    ("sched", "asyncio's loop.call_later"),
    ("secrets", "random"),
    ("select", "asyncio streams"),
    ("selectors", "asyncio streams"),
    ("shelve", "a dict"),
    ("shlex", "str.split"),
    ("shutil", FILES),
    ("site", ""),
    ("smtplib", SLEEP),
    ("socket", "asyncio streams"),
    ("socketserver", "asyncio.start_server"),
    ("sqlite3", "a dict; await asyncio.sleep(…) shows the waiting"),
    ("ssl", "asyncio streams without encryption"),
    ("stat", FILES),
    ("struct", "int.to_bytes and int.from_bytes"),
    ("subprocess", SLEEP),
    ("symtable", ""),
    ("sysconfig", ""),
    ("syslog", "print"),
    ("tarfile", FILES),
    ("tempfile", FILES),
    ("termios", ""),
    ("test", ""),
    ("timeit", "time.perf_counter"),
    ("tkinter", "print"),
    ("token", ""),
    ("tokenize", ""),
    ("tomllib", "a dict"),
    ("trace", "stepping in the timeline"),
    ("tracemalloc", ""),
    ("tty", ""),
    ("turtle", "print"),
    ("unicodedata", "str methods"),
    ("unittest", "assert"),
    ("urllib", SLEEP),
    ("venv", ""),
    ("wave", ""),
    ("weakref", ""),
    ("webbrowser", "print"),
    ("wsgiref", ""),
    ("xml", ""),
    ("xmlrpc", SLEEP),
    ("zipfile", FILES),
    ("zipimport", ""),
    ("zlib", ""),
    ("zoneinfo", "datetime.timezone"),
];
