//! The table of the library's texts: modules in our own Python, compiled when they are first imported.

/// Names and texts, in sections. The page downloads no text before a program wants one, and then those of its section:
/// www/build.mjs gathers what this table lists in a file for each, `library-SECTION.txt`.
macro_rules! texts {
    ($($section:ident { $(($name:literal, include_str!($file:literal)),)* })*) => {
        #[cfg(not(target_arch = "wasm32"))]
        const TEXTS: &[(&str, &[(&str, &str)])] = &[$((stringify!($section), &[$(($name, include_str!($file)),)*]),)*];
        const NAMES: &[(&str, &[&str])] = &[$((stringify!($section), &[$($name,)*]),)*];
    };
}

/// The section that the text of a module is in; None: there is no such module.
fn section(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(section, _)| *section)
}

/// The text of a module in Python; None: there is no such module; Err: the page has not fetched the texts yet.
pub fn text(name: &str) -> Option<Result<&'static str, Unfetched>> {
    #[cfg(not(target_arch = "wasm32"))]
    let found = TEXTS.iter().flat_map(|(_, texts)| *texts).find(|(n, _)| *n == name).map(|(_, text)| *text);
    #[cfg(target_arch = "wasm32")]
    let found = PROVIDED.with_borrow(|texts| texts.iter().find(|(n, _)| *n == name).map(|(_, text)| *text));
    match found {
        Some(text) => Some(Ok(text)),
        None => section(name).map(|section| Err(Unfetched { section })),
    }
}

/// The names of all modules that there are texts of.
#[cfg(not(target_arch = "wasm32"))]
pub fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().flat_map(|(_, names)| *names).copied()
}

/// The text is one of this section's, which has not been fetched.
pub struct Unfetched {
    pub section: &'static str,
}

/// In an interpreter's states: the section of a text that a program has asked for and that was not there. It can run from
/// its start after [`provide`].
#[derive(Default)]
pub struct Wanted(pub Option<&'static str>);

/// Before each text in a file of a section; then comes a line with its name.
#[cfg(target_arch = "wasm32")]
const MARK: char = '\u{1e}';

#[cfg(target_arch = "wasm32")]
thread_local! {
    /// Names and texts of the sections that have been fetched.
    static PROVIDED: std::cell::RefCell<Vec<(&'static str, &'static str)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Takes what is in `library-SECTION.txt`, for all runs of this instance of the wasm. Elsewhere the texts are part of the
/// program.
pub fn provide(library: String) {
    #[cfg(target_arch = "wasm32")]
    PROVIDED.with_borrow_mut(|texts| {
        let library: &'static str = library.leak();
        let mut all = library.split(MARK).filter_map(|text| text.split_once('\n')).peekable();
        // Two runs at once have asked for the same.
        let again = all.peek().is_some_and(|(first, _)| texts.iter().any(|(name, _)| name == first));
        if !again {
            texts.extend(all);
        }
    });
    #[cfg(not(target_arch = "wasm32"))]
    drop(library);
}

/// The sections that a program surely wants and that are not there, so that they are fetched side by side before it runs.
/// What else it comes to want is asked for by its run.
pub fn wanted_by(source: &str) -> Vec<&'static str> {
    let mut wanted = sections_of(source);
    wanted.retain(|section| !is_there(section));
    wanted
}

fn sections_of(source: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    for line in source.split('\n') {
        for section in imported(line.trim_start()).filter_map(section) {
            let rests_on: &[&str] = match section {
                "others" => &["common", "system", "others"],
                "common" => &["common"],
                section => &["common", section],
            };
            for section in rests_on {
                if !found.contains(section) {
                    found.push(section);
                }
            }
        }
    }
    found
}

/// The modules that a line imports, if it is one that does.
fn imported(line: &str) -> impl Iterator<Item = &str> {
    let names = match line.split_once(' ') {
        Some(("import", names)) => names,
        Some(("from", rest)) => rest.split_once(" import").map_or("", |(name, _)| name),
        _ => "",
    };
    names.split(',').map(|name| name.trim_start().split(' ').next().unwrap_or_default())
}

fn is_there(section: &str) -> bool {
    let first = NAMES.iter().find(|(name, _)| *name == section).and_then(|(_, names)| names.first());
    first.is_none_or(|name| matches!(text(name), Some(Ok(_))))
}

texts! {
    // What most programs import, and what that rests on.
    common {
        ("_absent", include_str!("python/_absent.py")),
        ("_clocks", include_str!("python/_clocks.py")),
        ("_descriptors", include_str!("python/_descriptors.py")),
        ("_files", include_str!("python/_files.py")),
        ("_imports", include_str!("python/_imports.py")),
        ("_missing_names", include_str!("python/_missing_names.py")),
        ("_open", include_str!("python/_open.py")),
        ("_random_methods", include_str!("python/_random_methods.py")),
        ("_standard", include_str!("python/_standard.py")),
        ("atexit", include_str!("python/atexit.py")),
        ("base64", include_str!("python/base64.py")),
        ("binascii", include_str!("python/binascii.py")),
        ("bisect", include_str!("python/bisect.py")),
        ("calendar", include_str!("python/calendar.py")),
        ("codecs", include_str!("python/codecs.py")),
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
        ("_pydatetime", include_str!("python/_pydatetime.py")),
        ("datetime", include_str!("python/datetime.py")),
        ("enum", include_str!("python/enum.py")),
        ("errno", include_str!("python/errno.py")),
        ("fnmatch", include_str!("python/fnmatch.py")),
        ("functools", include_str!("python/functools.py")),
        ("heapq", include_str!("python/heapq.py")),
        ("inspect", include_str!("python/inspect.py")),
        ("io", include_str!("python/io.py")),
        ("json", include_str!("python/json.py")),
        ("json.decoder", include_str!("python/json_decoder.py")),
        ("json.encoder", include_str!("python/json_encoder.py")),
        ("keyword", include_str!("python/keyword.py")),
        ("linecache", include_str!("python/linecache.py")),
        ("logging", include_str!("python/logging.py")),
        ("operator", include_str!("python/operator.py")),
        ("os", include_str!("python/os.py")),
        ("os.path", include_str!("python/os_path.py")),
        ("queue", include_str!("python/queue.py")),
        ("re", include_str!("python/re.py")),
        ("reprlib", include_str!("python/reprlib.py")),
        ("signal", include_str!("python/signal.py")),
        ("stat", include_str!("python/stat.py")),
        ("string", include_str!("python/string.py")),
        ("struct", include_str!("python/struct.py")),
        ("textwrap", include_str!("python/textwrap.py")),
        ("threading", include_str!("python/threading.py")),
        ("timeit", include_str!("python/timeit.py")),
        ("traceback", include_str!("python/traceback.py")),
        ("types", include_str!("python/types.py")),
        ("typing", include_str!("python/typing.py")),
        ("uuid", include_str!("python/uuid.py")),
        ("warnings", include_str!("python/warnings.py")),
        ("weakref", include_str!("python/weakref.py")),
    }
    // Files, sockets, processes, and what asyncio does with them.
    system {
        ("_awk", include_str!("python/_awk.py")),
        ("_child", include_str!("python/_child.py")),
        ("_children", include_str!("python/_children.py")),
        ("_command_lines", include_str!("python/_command_lines.py")),
        ("_commands", include_str!("python/_commands.py")),
        ("_cookie_files", include_str!("python/_cookie_files.py")),
        ("_cookie_jar", include_str!("python/_cookie_jar.py")),
        ("_duplicates", include_str!("python/_duplicates.py")),
        ("_environ", include_str!("python/_environ.py")),
        ("_exec", include_str!("python/_exec.py")),
        ("_fifos", include_str!("python/_fifos.py")),
        ("_file_commands", include_str!("python/_file_commands.py")),
        ("_find", include_str!("python/_find.py")),
        ("_fork_hooks", include_str!("python/_fork_hooks.py")),
        ("_host_names", include_str!("python/_host_names.py")),
        ("_kernels", include_str!("python/_kernels.py")),
        ("_loopback", include_str!("python/_loopback.py")),
        ("_network", include_str!("python/_network.py")),
        ("_old_urls", include_str!("python/_old_urls.py")),
        ("_os_more", include_str!("python/_os_more.py")),
        ("_path_patterns", include_str!("python/_path_patterns.py")),
        ("_pipes", include_str!("python/_pipes.py")),
        ("_preexec", include_str!("python/_preexec.py")),
        ("_programs", include_str!("python/_programs.py")),
        ("_python_options", include_str!("python/_python_options.py")),
        ("_run_module", include_str!("python/_run_module.py")),
        ("_sed", include_str!("python/_sed.py")),
        ("_shell", include_str!("python/_shell.py")),
        ("_shell_builtins", include_str!("python/_shell_builtins.py")),
        ("_shell_syntax", include_str!("python/_shell_syntax.py")),
        ("_shell_words", include_str!("python/_shell_words.py")),
        ("_socket_functions", include_str!("python/_socket_functions.py")),
        ("_socket_numbers", include_str!("python/_socket_numbers.py")),
        ("_packets", include_str!("python/_packets.py")),
        ("_sockets", include_str!("python/_sockets.py")),
        ("_text_commands", include_str!("python/_text_commands.py")),
        ("_unseekable", include_str!("python/_unseekable.py")),
        ("_windows_paths", include_str!("python/_windows_paths.py")),
        ("_wires", include_str!("python/_wires.py")),
        ("asyncio._abstract", include_str!("python/asyncio_abstract.py")),
        ("asyncio._bases", include_str!("python/asyncio_bases.py")),
        ("asyncio._datagrams", include_str!("python/asyncio_datagrams.py")),
        ("asyncio._flow_control", include_str!("python/asyncio_flow_control.py")),
        ("asyncio._network", include_str!("python/asyncio_network.py")),
        ("asyncio._own_sockets", include_str!("python/asyncio_own_sockets.py")),
        ("asyncio._pipes", include_str!("python/asyncio_pipes.py")),
        ("asyncio._private", include_str!("python/asyncio_private.py")),
        ("asyncio._states", include_str!("python/asyncio_states.py")),
        ("asyncio._streams", include_str!("python/asyncio_streams.py")),
        ("asyncio._subprocess", include_str!("python/asyncio_subprocess.py")),
        ("asyncio._transports", include_str!("python/asyncio_transports.py")),
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
        ("concurrent.futures.process", include_str!("python/concurrent_futures_process.py")),
        ("fcntl", include_str!("python/fcntl.py")),
        ("genericpath", include_str!("python/genericpath.py")),
        ("glob", include_str!("python/glob.py")),
        ("grp", include_str!("python/grp.py")),
        ("hashlib", include_str!("python/hashlib.py")),
        ("hmac", include_str!("python/hmac.py")),
        ("http", include_str!("python/http.py")),
        ("http.client", include_str!("python/http_client.py")),
        ("http.cookiejar", include_str!("python/http_cookiejar.py")),
        ("http.cookies", include_str!("python/http_cookies.py")),
        ("http.server", include_str!("python/http_server.py")),
        ("importlib", include_str!("python/importlib.py")),
        ("importlib.abc", include_str!("python/importlib_abc.py")),
        ("importlib.machinery", include_str!("python/importlib_machinery.py")),
        ("importlib.util", include_str!("python/importlib_util.py")),
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
        ("ntpath", include_str!("python/ntpath.py")),
        ("pathlib", include_str!("python/pathlib.py")),
        ("pathlib._abc", include_str!("python/pathlib_names.py")),
        ("pathlib._local", include_str!("python/pathlib_names.py")),
        ("pickle", include_str!("python/pickle.py")),
        ("platform", include_str!("python/platform.py")),
        ("posixpath", include_str!("python/posixpath.py")),
        ("pwd", include_str!("python/pwd.py")),
        ("resource", include_str!("python/resource.py")),
        ("runpy", include_str!("python/runpy.py")),
        ("secrets", include_str!("python/secrets.py")),
        ("select", include_str!("python/select.py")),
        ("selectors", include_str!("python/selectors.py")),
        ("shutil", include_str!("python/shutil.py")),
        ("socket", include_str!("python/socket.py")),
        ("socketserver", include_str!("python/socketserver.py")),
        ("ssl", include_str!("python/ssl.py")),
        ("subprocess", include_str!("python/subprocess.py")),
        ("tempfile", include_str!("python/tempfile.py")),
        ("urllib", include_str!("python/urllib.py")),
        ("urllib.error", include_str!("python/urllib_error.py")),
        ("urllib.parse", include_str!("python/urllib_parse.py")),
        ("urllib.request", include_str!("python/urllib_request.py")),
        ("urllib.response", include_str!("python/urllib_response.py")),
        ("urllib.robotparser", include_str!("python/urllib_robotparser.py")),
        ("xmlrpc", include_str!("python/xmlrpc.py")),
        ("xmlrpc.client", include_str!("python/xmlrpc_client.py")),
        ("xmlrpc.server", include_str!("python/xmlrpc_server.py")),
    }
    // The rest of CPython's library.
    more {
        ("__future__", include_str!("python/__future__.py")),
        ("_abstract_property", include_str!("python/_abstract_property.py")),
        ("_archives", include_str!("python/_archives.py")),
        ("_collections_abc", include_str!("python/_collections_abc.py")),
        ("_csv_sniffer", include_str!("python/_csv_sniffer.py")),
        ("_doctest_cases", include_str!("python/_doctest_cases.py")),
        ("_frame_locals", include_str!("python/_frame_locals.py")),
        ("_html_diff", include_str!("python/_html_diff.py")),
        ("_inspect_more", include_str!("python/_inspect_more.py")),
        ("_io", include_str!("python/_io.py")),
        ("_long_range", include_str!("python/_long_range.py")),
        ("_more_codecs", include_str!("python/_more_codecs.py")),
        ("_native_signatures", include_str!("python/_native_signatures.py")),
        ("_pdb_breaks", include_str!("python/_pdb_breaks.py")),
        ("_pdb_commands", include_str!("python/_pdb_commands.py")),
        ("_queue", include_str!("python/_queue.py")),
        ("_signatures", include_str!("python/_signatures.py")),
        ("_string", include_str!("python/_string.py")),
        ("_strptime", include_str!("python/_strptime.py")),
        ("_unicode_data", include_str!("python/_unicode_data.py")),
        ("_unparse", include_str!("python/_unparse.py")),
        ("argparse", include_str!("python/argparse.py")),
        ("array", include_str!("python/array.py")),
        ("ast", include_str!("python/ast.py")),
        ("bdb", include_str!("python/bdb.py")),
        ("cProfile", include_str!("python/cProfile.py")),
        ("cmath", include_str!("python/cmath.py")),
        ("cmd", include_str!("python/cmd.py")),
        ("code", include_str!("python/code.py")),
        ("codeop", include_str!("python/codeop.py")),
        ("colorsys", include_str!("python/colorsys.py")),
        ("configparser", include_str!("python/configparser.py")),
        ("csv", include_str!("python/csv.py")),
        ("ctypes", include_str!("python/ctypes.py")),
        ("decimal", include_str!("python/decimal.py")),
        ("difflib", include_str!("python/difflib.py")),
        ("doctest", include_str!("python/doctest.py")),
        ("faulthandler", include_str!("python/faulthandler.py")),
        ("filecmp", include_str!("python/filecmp.py")),
        ("fileinput", include_str!("python/fileinput.py")),
        ("fractions", include_str!("python/fractions.py")),
        ("gc", include_str!("python/gc.py")),
        ("getopt", include_str!("python/getopt.py")),
        ("getpass", include_str!("python/getpass.py")),
        ("gettext", include_str!("python/gettext.py")),
        ("graphlib", include_str!("python/graphlib.py")),
        ("gzip", include_str!("python/gzip.py")),
        ("html", include_str!("python/html.py")),
        ("html.entities", include_str!("python/html_entities.py")),
        ("html.parser", include_str!("python/html_parser.py")),
        ("importlib.metadata", include_str!("python/importlib_metadata.py")),
        ("ipaddress", include_str!("python/ipaddress.py")),
        ("locale", include_str!("python/locale.py")),
        ("logging.config", include_str!("python/logging_config.py")),
        ("logging.handlers", include_str!("python/logging_handlers.py")),
        ("mimetypes", include_str!("python/mimetypes.py")),
        ("netrc", include_str!("python/netrc.py")),
        ("numbers", include_str!("python/numbers.py")),
        ("optparse", include_str!("python/optparse.py")),
        ("pdb", include_str!("python/pdb.py")),
        ("pkgutil", include_str!("python/pkgutil.py")),
        ("pprint", include_str!("python/pprint.py")),
        ("profile", include_str!("python/profile.py")),
        ("pstats", include_str!("python/pstats.py")),
        ("pydoc", include_str!("python/pydoc.py")),
        ("quopri", include_str!("python/quopri.py")),
        ("readline", include_str!("python/readline.py")),
        ("sched", include_str!("python/sched.py")),
        ("shelve", include_str!("python/shelve.py")),
        ("shlex", include_str!("python/shlex.py")),
        ("statistics", include_str!("python/statistics.py")),
        ("sysconfig", include_str!("python/sysconfig.py")),
        ("termios", include_str!("python/termios.py")),
        ("this", include_str!("python/this.py")),
        ("token", include_str!("python/token.py")),
        ("tomllib", include_str!("python/tomllib.py")),
        ("trace", include_str!("python/trace.py")),
        ("tracemalloc", include_str!("python/tracemalloc.py")),
        ("tty", include_str!("python/tty.py")),
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
        ("webbrowser", include_str!("python/webbrowser.py")),
        ("xml", include_str!("python/xml.py")),
        ("xml.etree", include_str!("python/xml_etree.py")),
        ("xml.etree.ElementTree", include_str!("python/xml_etree_element_tree.py")),
        ("zipfile", include_str!("python/zipfile.py")),
        ("zlib", include_str!("python/zlib.py")),
        ("zoneinfo", include_str!("python/zoneinfo.py")),
    }
    // What is installed elsewhere.
    others {
        ("_hosts", include_str!("python/_hosts.py")),
        ("_multipart", include_str!("python/_multipart.py")),
        ("_websocket", include_str!("python/_websocket.py")),
        ("aiocsv", include_str!("python/aiocsv.py")),
        ("aiofiles", include_str!("python/aiofiles.py")),
        ("aiofiles.os", include_str!("python/aiofiles_os.py")),
        ("aiofiles.tempfile", include_str!("python/aiofiles_tempfile.py")),
        ("aiohttp", include_str!("python/aiohttp.py")),
        ("aiohttp._websockets", include_str!("python/aiohttp_websockets.py")),
        ("aiohttp.client_exceptions", include_str!("python/aiohttp_client_exceptions.py")),
        ("aiohttp.web", include_str!("python/aiohttp_web.py")),
        ("async_timeout", include_str!("python/async_timeout.py")),
        ("bs4", include_str!("python/bs4.py")),
        ("colorama", include_str!("python/colorama.py")),
        ("dotenv", include_str!("python/dotenv.py")),
        ("httpx", include_str!("python/httpx.py")),
        ("multidict", include_str!("python/multidict.py")),
        ("orjson", include_str!("python/orjson.py")),
        ("pytest", include_str!("python/pytest.py")),
        ("pytest_asyncio", include_str!("python/pytest_asyncio.py")),
        ("requests", include_str!("python/requests.py")),
        ("requests.adapters", include_str!("python/requests_adapters.py")),
        ("requests.auth", include_str!("python/requests_auth.py")),
        ("requests.cookies", include_str!("python/requests_cookies.py")),
        ("requests.exceptions", include_str!("python/requests_exceptions.py")),
        ("requests.models", include_str!("python/requests_models.py")),
        ("requests.sessions", include_str!("python/requests_sessions.py")),
        ("requests.structures", include_str!("python/requests_structures.py")),
        ("tkinter", include_str!("python/tkinter.py")),
        ("tkinter.colorchooser", include_str!("python/tkinter_colorchooser.py")),
        ("tkinter.constants", include_str!("python/tkinter_constants.py")),
        ("tkinter.filedialog", include_str!("python/tkinter_filedialog.py")),
        ("tkinter.font", include_str!("python/tkinter_font.py")),
        ("tkinter.messagebox", include_str!("python/tkinter_messagebox.py")),
        ("tkinter.scrolledtext", include_str!("python/tkinter_scrolledtext.py")),
        ("tkinter.simpledialog", include_str!("python/tkinter_simpledialog.py")),
        ("tkinter.ttk", include_str!("python/tkinter_ttk.py")),
        ("typing_extensions", include_str!("python/typing_extensions.py")),
        ("urllib3", include_str!("python/urllib3.py")),
        ("urllib3.connectionpool", include_str!("python/urllib3_connectionpool.py")),
        ("urllib3.exceptions", include_str!("python/urllib3_exceptions.py")),
        ("urllib3.response", include_str!("python/urllib3_response.py")),
        ("urllib3.util", include_str!("python/urllib3_util.py")),
        ("urllib3.util.retry", include_str!("python/urllib3_util_retry.py")),
        ("uvloop", include_str!("python/uvloop.py")),
        ("yarl", include_str!("python/yarl.py")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_most_programs_import_is_there_after_one_fetch() {
        for name in NAMES.iter().filter(|(section, _)| *section == "common").flat_map(|(_, names)| *names) {
            let Some(Ok(text)) = text(name) else { unreachable!("it is part of the program") };
            let elsewhere = |name: &&str| section(name).is_some_and(|section| section != "common");
            let wanted: Vec<_> = text.split('\n').flat_map(imported).filter(elsewhere).collect();
            assert!(wanted.is_empty(), "{name} imports {wanted:?}, which are in other sections");
        }
    }

    #[test]
    fn a_programs_lines_tell_which_sections_it_wants() {
        assert_eq!(sections_of("import asyncio\nprint('import json')"), [""; 0]);
        assert_eq!(sections_of("import sys, time as t, json\n"), ["common"]);
        assert_eq!(sections_of("async def f():\n    import os.path as p, subprocess"), ["common", "system"]);
        assert_eq!(sections_of("from concurrent.futures import wait\nfrom unittest import (\n"), ["common", "more"]);
        assert_eq!(sections_of("from aiohttp import web"), ["common", "system", "others"]);
        assert_eq!(sections_of("from . import json\nimport\nfrom\nimport ,"), [""; 0]);
    }
}
