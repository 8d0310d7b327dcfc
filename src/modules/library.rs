//! The tables of the library: modules in our own Python, compiled when they are first imported, and modules that there
//! are elsewhere and not here.

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

#[cfg(not(target_arch = "wasm32"))]
pub fn names() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().map(|(name, _)| *name)
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
    ("_absent", include_str!("python/_absent.py")),
    ("_abstract_property", include_str!("python/_abstract_property.py")),
    ("_archives", include_str!("python/_archives.py")),
    ("_child", include_str!("python/_child.py")),
    ("_clocks", include_str!("python/_clocks.py")),
    ("_cookie_files", include_str!("python/_cookie_files.py")),
    ("_cookie_jar", include_str!("python/_cookie_jar.py")),
    ("_csv_sniffer", include_str!("python/_csv_sniffer.py")),
    ("_command_lines", include_str!("python/_command_lines.py")),
    ("_commands", include_str!("python/_commands.py")),
    ("_children", include_str!("python/_children.py")),
    ("_duplicates", include_str!("python/_duplicates.py")),
    ("_exec", include_str!("python/_exec.py")),
    ("_descriptors", include_str!("python/_descriptors.py")),
    ("_environ", include_str!("python/_environ.py")),
    ("_file_commands", include_str!("python/_file_commands.py")),
    ("_files", include_str!("python/_files.py")),
    ("_frame_locals", include_str!("python/_frame_locals.py")),
    ("_host_names", include_str!("python/_host_names.py")),
    ("_doctest_cases", include_str!("python/_doctest_cases.py")),
    ("_fork_hooks", include_str!("python/_fork_hooks.py")),
    ("_hosts", include_str!("python/_hosts.py")),
    ("_imports", include_str!("python/_imports.py")),
    ("_inspect_more", include_str!("python/_inspect_more.py")),
    ("_loopback", include_str!("python/_loopback.py")),
    ("_io", include_str!("python/_io.py")),
    ("_more_codecs", include_str!("python/_more_codecs.py")),
    ("_old_urls", include_str!("python/_old_urls.py")),
    ("_missing_names", include_str!("python/_missing_names.py")),
    ("_kernels", include_str!("python/_kernels.py")),
    ("_long_range", include_str!("python/_long_range.py")),
    ("_multipart", include_str!("python/_multipart.py")),
    ("_native_signatures", include_str!("python/_native_signatures.py")),
    ("_network", include_str!("python/_network.py")),
    ("_open", include_str!("python/_open.py")),
    ("_os_more", include_str!("python/_os_more.py")),
    ("_path_patterns", include_str!("python/_path_patterns.py")),
    ("_pipes", include_str!("python/_pipes.py")),
    ("_programs", include_str!("python/_programs.py")),
    ("_python_options", include_str!("python/_python_options.py")),
    ("_queue", include_str!("python/_queue.py")),
    ("_random_methods", include_str!("python/_random_methods.py")),
    ("_run_module", include_str!("python/_run_module.py")),
    ("_shell", include_str!("python/_shell.py")),
    ("_shell_builtins", include_str!("python/_shell_builtins.py")),
    ("_shell_syntax", include_str!("python/_shell_syntax.py")),
    ("_shell_words", include_str!("python/_shell_words.py")),
    ("_socket_functions", include_str!("python/_socket_functions.py")),
    ("_signatures", include_str!("python/_signatures.py")),
    ("_socket_numbers", include_str!("python/_socket_numbers.py")),
    ("_sockets", include_str!("python/_sockets.py")),
    ("_text_commands", include_str!("python/_text_commands.py")),
    ("_standard", include_str!("python/_standard.py")),
    ("_strptime", include_str!("python/_strptime.py")),
    ("_unicode_data", include_str!("python/_unicode_data.py")),
    ("_unparse", include_str!("python/_unparse.py")),
    ("_unseekable", include_str!("python/_unseekable.py")),
    ("_websocket", include_str!("python/_websocket.py")),
    ("_windows_paths", include_str!("python/_windows_paths.py")),
    ("_wires", include_str!("python/_wires.py")),
    ("aiocsv", include_str!("python/aiocsv.py")),
    ("aiofiles", include_str!("python/aiofiles.py")),
    ("aiofiles.os", include_str!("python/aiofiles_os.py")),
    ("aiofiles.tempfile", include_str!("python/aiofiles_tempfile.py")),
    ("aiohttp", include_str!("python/aiohttp.py")),
    ("aiohttp._websockets", include_str!("python/aiohttp_websockets.py")),
    ("aiohttp.client_exceptions", include_str!("python/aiohttp_client_exceptions.py")),
    ("aiohttp.web", include_str!("python/aiohttp_web.py")),
    ("argparse", include_str!("python/argparse.py")),
    ("array", include_str!("python/array.py")),
    ("ast", include_str!("python/ast.py")),
    ("async_timeout", include_str!("python/async_timeout.py")),
    ("asyncio._abstract", include_str!("python/asyncio_abstract.py")),
    ("asyncio._bases", include_str!("python/asyncio_bases.py")),
    ("asyncio._datagrams", include_str!("python/asyncio_datagrams.py")),
    ("asyncio._flow_control", include_str!("python/asyncio_flow_control.py")),
    ("asyncio._network", include_str!("python/asyncio_network.py")),
    ("asyncio._own_sockets", include_str!("python/asyncio_own_sockets.py")),
    ("asyncio._pipes", include_str!("python/asyncio_pipes.py")),
    ("asyncio._streams", include_str!("python/asyncio_streams.py")),
    ("asyncio._subprocess", include_str!("python/asyncio_subprocess.py")),
    ("asyncio._transports", include_str!("python/asyncio_transports.py")),
    ("asyncio._private", include_str!("python/asyncio_private.py")),
    ("asyncio._states", include_str!("python/asyncio_states.py")),
    ("asyncio._unix", include_str!("python/asyncio_unix.py")),
    ("asyncio._watchers", include_str!("python/asyncio_watchers.py")),
    ("asyncio.base_futures", include_str!("python/asyncio_base_futures.py")),
    ("asyncio.base_subprocess", include_str!("python/asyncio_base_subprocess.py")),
    ("asyncio.base_tasks", include_str!("python/asyncio_base_tasks.py")),
    ("asyncio.format_helpers", include_str!("python/asyncio_format_helpers.py")),
    ("asyncio.proactor_events", include_str!("python/asyncio_proactor_events.py")),
    ("asyncio.selector_events", include_str!("python/asyncio_selector_events.py")),
    ("asyncio.sslproto", include_str!("python/asyncio_sslproto.py")),
    ("asyncio.staggered", include_str!("python/asyncio_staggered.py")),
    ("asyncio.trsock", include_str!("python/asyncio_trsock.py")),
    ("asyncio.windows_events", include_str!("python/asyncio_windows_events.py")),
    ("asyncio.windows_utils", include_str!("python/asyncio_windows_utils.py")),
    ("atexit", include_str!("python/atexit.py")),
    ("base64", include_str!("python/base64.py")),
    ("binascii", include_str!("python/binascii.py")),
    ("bisect", include_str!("python/bisect.py")),
    ("bs4", include_str!("python/bs4.py")),
    ("cProfile", include_str!("python/cProfile.py")),
    ("calendar", include_str!("python/calendar.py")),
    ("cmath", include_str!("python/cmath.py")),
    ("cmd", include_str!("python/cmd.py")),
    ("code", include_str!("python/code.py")),
    ("codecs", include_str!("python/codecs.py")),
    ("codeop", include_str!("python/codeop.py")),
    ("collections", include_str!("python/collections.py")),
    ("collections.abc", include_str!("python/collections_abc.py")),
    ("colorama", include_str!("python/colorama.py")),
    ("colorsys", include_str!("python/colorsys.py")),
    ("concurrent", include_str!("python/concurrent.py")),
    ("concurrent.futures", include_str!("python/concurrent_futures.py")),
    ("concurrent.futures._base", include_str!("python/concurrent_futures_base.py")),
    ("concurrent.futures.process", include_str!("python/concurrent_futures_process.py")),
    ("concurrent.futures.thread", include_str!("python/concurrent_futures_thread.py")),
    ("configparser", include_str!("python/configparser.py")),
    ("contextlib", include_str!("python/contextlib.py")),
    ("copy", include_str!("python/copy.py")),
    ("copyreg", include_str!("python/copyreg.py")),
    ("csv", include_str!("python/csv.py")),
    ("ctypes", include_str!("python/ctypes.py")),
    ("dataclasses", include_str!("python/dataclasses.py")),
    ("datetime", include_str!("python/datetime.py")),
    ("decimal", include_str!("python/decimal.py")),
    ("difflib", include_str!("python/difflib.py")),
    ("_html_diff", include_str!("python/_html_diff.py")),
    ("doctest", include_str!("python/doctest.py")),
    ("dotenv", include_str!("python/dotenv.py")),
    ("enum", include_str!("python/enum.py")),
    ("errno", include_str!("python/errno.py")),
    ("faulthandler", include_str!("python/faulthandler.py")),
    ("fcntl", include_str!("python/fcntl.py")),
    ("fileinput", include_str!("python/fileinput.py")),
    ("filecmp", include_str!("python/filecmp.py")),
    ("fnmatch", include_str!("python/fnmatch.py")),
    ("fractions", include_str!("python/fractions.py")),
    ("functools", include_str!("python/functools.py")),
    ("gc", include_str!("python/gc.py")),
    ("genericpath", include_str!("python/genericpath.py")),
    ("getopt", include_str!("python/getopt.py")),
    ("getpass", include_str!("python/getpass.py")),
    ("gettext", include_str!("python/gettext.py")),
    ("glob", include_str!("python/glob.py")),
    ("graphlib", include_str!("python/graphlib.py")),
    ("grp", include_str!("python/grp.py")),
    ("gzip", include_str!("python/gzip.py")),
    ("hashlib", include_str!("python/hashlib.py")),
    ("heapq", include_str!("python/heapq.py")),
    ("hmac", include_str!("python/hmac.py")),
    ("html", include_str!("python/html.py")),
    ("html.entities", include_str!("python/html_entities.py")),
    ("html.parser", include_str!("python/html_parser.py")),
    ("http", include_str!("python/http.py")),
    ("http.client", include_str!("python/http_client.py")),
    ("http.cookiejar", include_str!("python/http_cookiejar.py")),
    ("http.cookies", include_str!("python/http_cookies.py")),
    ("http.server", include_str!("python/http_server.py")),
    ("httpx", include_str!("python/httpx.py")),
    ("importlib", include_str!("python/importlib.py")),
    ("importlib.abc", include_str!("python/importlib_abc.py")),
    ("importlib.machinery", include_str!("python/importlib_machinery.py")),
    ("importlib.metadata", include_str!("python/importlib_metadata.py")),
    ("importlib.util", include_str!("python/importlib_util.py")),
    ("inspect", include_str!("python/inspect.py")),
    ("io", include_str!("python/io.py")),
    ("ipaddress", include_str!("python/ipaddress.py")),
    ("json", include_str!("python/json.py")),
    ("json.decoder", include_str!("python/json_decoder.py")),
    ("json.encoder", include_str!("python/json_encoder.py")),
    ("keyword", include_str!("python/keyword.py")),
    ("linecache", include_str!("python/linecache.py")),
    ("locale", include_str!("python/locale.py")),
    ("logging", include_str!("python/logging.py")),
    ("logging.config", include_str!("python/logging_config.py")),
    ("logging.handlers", include_str!("python/logging_handlers.py")),
    ("mimetypes", include_str!("python/mimetypes.py")),
    ("multidict", include_str!("python/multidict.py")),
    ("multiprocessing", include_str!("python/multiprocessing.py")),
    ("multiprocessing._process", include_str!("python/multiprocessing_process.py")),
    ("multiprocessing._queues", include_str!("python/multiprocessing_queues.py")),
    ("multiprocessing._sync", include_str!("python/multiprocessing_sync.py")),
    ("multiprocessing.connection", include_str!("python/multiprocessing_connection.py")),
    ("multiprocessing.context", include_str!("python/multiprocessing_context.py")),
    ("multiprocessing.dummy", include_str!("python/multiprocessing_dummy.py")),
    ("multiprocessing.dummy.connection", include_str!("python/multiprocessing_dummy_connection.py")),
    ("multiprocessing.managers", include_str!("python/multiprocessing_managers.py")),
    ("multiprocessing.pool", include_str!("python/multiprocessing_pool.py")),
    ("multiprocessing.process", include_str!("python/multiprocessing_process_names.py")),
    ("multiprocessing.queues", include_str!("python/multiprocessing_queue_names.py")),
    ("multiprocessing.reduction", include_str!("python/multiprocessing_reduction.py")),
    ("multiprocessing.shared_memory", include_str!("python/multiprocessing_shared_memory.py")),
    ("multiprocessing.sharedctypes", include_str!("python/multiprocessing_sharedctypes.py")),
    ("multiprocessing.synchronize", include_str!("python/multiprocessing_synchronize.py")),
    ("multiprocessing.util", include_str!("python/multiprocessing_util.py")),
    ("netrc", include_str!("python/netrc.py")),
    ("ntpath", include_str!("python/ntpath.py")),
    ("numbers", include_str!("python/numbers.py")),
    ("operator", include_str!("python/operator.py")),
    ("optparse", include_str!("python/optparse.py")),
    ("orjson", include_str!("python/orjson.py")),
    ("os", include_str!("python/os.py")),
    ("os.path", include_str!("python/os_path.py")),
    ("pathlib", include_str!("python/pathlib.py")),
    ("pathlib._abc", include_str!("python/pathlib_names.py")),
    ("pathlib._local", include_str!("python/pathlib_names.py")),
    ("pdb", include_str!("python/pdb.py")),
    ("pickle", include_str!("python/pickle.py")),
    ("pkgutil", include_str!("python/pkgutil.py")),
    ("platform", include_str!("python/platform.py")),
    ("posixpath", include_str!("python/posixpath.py")),
    ("pprint", include_str!("python/pprint.py")),
    ("profile", include_str!("python/profile.py")),
    ("pstats", include_str!("python/pstats.py")),
    ("pwd", include_str!("python/pwd.py")),
    ("pydoc", include_str!("python/pydoc.py")),
    ("pytest", include_str!("python/pytest.py")),
    ("pytest_asyncio", include_str!("python/pytest_asyncio.py")),
    ("queue", include_str!("python/queue.py")),
    ("quopri", include_str!("python/quopri.py")),
    ("re", include_str!("python/re.py")),
    ("readline", include_str!("python/readline.py")),
    ("reprlib", include_str!("python/reprlib.py")),
    ("requests", include_str!("python/requests.py")),
    ("requests.adapters", include_str!("python/requests_adapters.py")),
    ("requests.auth", include_str!("python/requests_auth.py")),
    ("requests.cookies", include_str!("python/requests_cookies.py")),
    ("requests.exceptions", include_str!("python/requests_exceptions.py")),
    ("requests.models", include_str!("python/requests_models.py")),
    ("requests.sessions", include_str!("python/requests_sessions.py")),
    ("requests.structures", include_str!("python/requests_structures.py")),
    ("resource", include_str!("python/resource.py")),
    ("runpy", include_str!("python/runpy.py")),
    ("sched", include_str!("python/sched.py")),
    ("secrets", include_str!("python/secrets.py")),
    ("select", include_str!("python/select.py")),
    ("selectors", include_str!("python/selectors.py")),
    ("shelve", include_str!("python/shelve.py")),
    ("shlex", include_str!("python/shlex.py")),
    ("shutil", include_str!("python/shutil.py")),
    ("signal", include_str!("python/signal.py")),
    ("socket", include_str!("python/socket.py")),
    ("socketserver", include_str!("python/socketserver.py")),
    ("ssl", include_str!("python/ssl.py")),
    ("stat", include_str!("python/stat.py")),
    ("statistics", include_str!("python/statistics.py")),
    ("string", include_str!("python/string.py")),
    ("struct", include_str!("python/struct.py")),
    ("subprocess", include_str!("python/subprocess.py")),
    ("sysconfig", include_str!("python/sysconfig.py")),
    ("tempfile", include_str!("python/tempfile.py")),
    ("termios", include_str!("python/termios.py")),
    ("textwrap", include_str!("python/textwrap.py")),
    ("this", include_str!("python/this.py")),
    ("threading", include_str!("python/threading.py")),
    ("timeit", include_str!("python/timeit.py")),
    ("tkinter", include_str!("python/tkinter.py")),
    ("tkinter.colorchooser", include_str!("python/tkinter_colorchooser.py")),
    ("tkinter.constants", include_str!("python/tkinter_constants.py")),
    ("tkinter.filedialog", include_str!("python/tkinter_filedialog.py")),
    ("tkinter.font", include_str!("python/tkinter_font.py")),
    ("tkinter.messagebox", include_str!("python/tkinter_messagebox.py")),
    ("tkinter.scrolledtext", include_str!("python/tkinter_scrolledtext.py")),
    ("tkinter.simpledialog", include_str!("python/tkinter_simpledialog.py")),
    ("tkinter.ttk", include_str!("python/tkinter_ttk.py")),
    ("token", include_str!("python/token.py")),
    ("tomllib", include_str!("python/tomllib.py")),
    ("traceback", include_str!("python/traceback.py")),
    ("tracemalloc", include_str!("python/tracemalloc.py")),
    ("tty", include_str!("python/tty.py")),
    ("types", include_str!("python/types.py")),
    ("typing", include_str!("python/typing.py")),
    ("unicodedata", include_str!("python/unicodedata.py")),
    ("unittest", include_str!("python/unittest.py")),
    ("unittest.async_case", include_str!("python/unittest_async_case.py")),
    ("unittest.case", include_str!("python/unittest_case.py")),
    ("unittest.loader", include_str!("python/unittest_loader.py")),
    ("unittest.main", include_str!("python/unittest_main.py")),
    ("unittest.mock", include_str!("python/unittest_mock.py")),
    ("unittest.result", include_str!("python/unittest_result.py")),
    ("unittest.runner", include_str!("python/unittest_runner.py")),
    ("unittest.signals", include_str!("python/unittest_signals.py")),
    ("unittest.suite", include_str!("python/unittest_suite.py")),
    ("unittest.util", include_str!("python/unittest_util.py")),
    ("urllib", include_str!("python/urllib.py")),
    ("urllib.error", include_str!("python/urllib_error.py")),
    ("urllib.parse", include_str!("python/urllib_parse.py")),
    ("urllib.request", include_str!("python/urllib_request.py")),
    ("urllib.response", include_str!("python/urllib_response.py")),
    ("urllib.robotparser", include_str!("python/urllib_robotparser.py")),
    ("urllib3", include_str!("python/urllib3.py")),
    ("urllib3.connectionpool", include_str!("python/urllib3_connectionpool.py")),
    ("urllib3.exceptions", include_str!("python/urllib3_exceptions.py")),
    ("urllib3.response", include_str!("python/urllib3_response.py")),
    ("urllib3.util", include_str!("python/urllib3_util.py")),
    ("urllib3.util.retry", include_str!("python/urllib3_util_retry.py")),
    ("uuid", include_str!("python/uuid.py")),
    ("uvloop", include_str!("python/uvloop.py")),
    ("warnings", include_str!("python/warnings.py")),
    ("weakref", include_str!("python/weakref.py")),
    ("webbrowser", include_str!("python/webbrowser.py")),
    ("xml", include_str!("python/xml.py")),
    ("xml.etree", include_str!("python/xml_etree.py")),
    ("xml.etree.ElementTree", include_str!("python/xml_etree_element_tree.py")),
    ("xmlrpc", include_str!("python/xmlrpc.py")),
    ("xmlrpc.client", include_str!("python/xmlrpc_client.py")),
    ("xmlrpc.server", include_str!("python/xmlrpc_server.py")),
    ("yarl", include_str!("python/yarl.py")),
    ("zipfile", include_str!("python/zipfile.py")),
    ("zlib", include_str!("python/zlib.py")),
    ("zoneinfo", include_str!("python/zoneinfo.py")),
}

/// A module that there is elsewhere, and not here.
pub struct Absent {
    pub name: &'static str,
    /// It is of CPython's library; others are installed, or are not.
    pub standard: bool,
    /// What to use instead.
    pub instead: Option<&'static str>,
}

/// What modules/python/_absent.py lists, in its two tables.
pub fn absent() -> Result<impl Iterator<Item = Absent>, Unfetched> {
    let text = text("_absent").expect("the tables are part of the library")?;
    let tables = text.split("'''").skip(1).step_by(2).zip([true, false]);
    Ok(tables.flat_map(|(table, standard)| {
        table.lines().flat_map(move |line| {
            let (names, instead) = line.split_once(" => ").map_or((line, None), |(names, way)| (names, Some(way)));
            names.split(' ').filter(|name| !name.is_empty()).map(move |name| Absent { name, standard, instead })
        })
    }))
}
