//! What older Pythons had: programs that are years old end with an error at such a name, which does not say so.
//! From the «Removed» lists of `Doc/whatsnew` in CPython, and of Python 3.0.

use crate::objects::exception::Exc;
use crate::objects::{Symbol, Value, ops, type_of, types};

use super::core::Vm;

/// A name that was removed.
#[derive(Debug, PartialEq, Eq)]
pub struct Outdated {
    /// As the program writes it.
    pub name: String,
    /// The version without it.
    pub since: &'static str,
    pub instead: String,
}

/// Names, the version without them, what is written instead.
type Table = [(&'static str, &'static str, &'static str)];

const MODULES: &Table = &[
    ("asynchat", "3.12", "asyncio.open_connection"),
    ("asyncore", "3.12", "asyncio.start_server"),
    ("cgi", "3.13", "urllib.parse"),
    ("ConfigParser", "3.0", "configparser"),
    ("cookielib", "3.0", "http.cookiejar"),
    ("Cookie", "3.0", "http.cookies"),
    ("cPickle", "3.0", "pickle"),
    ("crypt", "3.13", "hashlib"),
    ("cStringIO", "3.0", "io"),
    ("distutils", "3.12", "shutil, sysconfig"),
    ("dummy_thread", "3.9", "_thread"),
    ("dummy_threading", "3.9", "threading"),
    ("HTMLParser", "3.0", "html.parser"),
    ("httplib", "3.0", "http.client"),
    ("imghdr", "3.13", "mimetypes"),
    ("imp", "3.12", "importlib"),
    ("pipes", "3.13", "subprocess, shlex"),
    ("Queue", "3.0", "queue"),
    ("smtpd", "3.12", "asyncio.start_server"),
    ("SocketServer", "3.0", "socketserver"),
    ("StringIO", "3.0", "io"),
    ("telnetlib", "3.13", "asyncio.open_connection"),
    ("thread", "3.0", "threading"),
    ("Tkinter", "3.0", "tkinter"),
    ("urllib2", "3.0", "urllib.request"),
    ("urlparse", "3.0", "urllib.parse"),
];

const BUILTINS: &Table = &[
    ("basestring", "3.0", "str"),
    ("cmp", "3.0", "(a > b) - (a < b)"),
    ("execfile", "3.0", "exec(open(…).read())"),
    ("long", "3.0", "int"),
    ("raw_input", "3.0", "input"),
    ("reduce", "3.0", "functools.reduce"),
    ("reload", "3.0", "importlib.reload"),
    ("unichr", "3.0", "chr"),
    ("unicode", "3.0", "str"),
    ("xrange", "3.0", "range"),
];

const OF_MODULES: &Table = &[
    ("asyncio.JoinableQueue", "3.5", "asyncio.Queue"),
    ("asyncio.coroutine", "3.11", "async def"),
    ("base64.decodestring", "3.9", "base64.decodebytes"),
    ("base64.encodestring", "3.9", "base64.encodebytes"),
    ("fractions.gcd", "3.9", "math.gcd"),
    ("inspect.getargspec", "3.11", "inspect.getfullargspec"),
    ("itertools.ifilter", "3.0", "filter"),
    ("itertools.imap", "3.0", "map"),
    ("itertools.izip", "3.0", "zip"),
    ("itertools.izip_longest", "3.0", "itertools.zip_longest"),
    ("os.errno", "3.7", "errno"),
    ("os.getcwdu", "3.0", "os.getcwd"),
    ("os.popen2", "3.0", "subprocess.Popen"),
    ("ssl.wrap_socket", "3.12", "ssl.create_default_context().wrap_socket"),
    ("string.letters", "3.0", "string.ascii_letters"),
    ("string.lowercase", "3.0", "string.ascii_lowercase"),
    ("string.maketrans", "3.0", "str.maketrans"),
    ("string.uppercase", "3.0", "string.ascii_uppercase"),
    ("sys.maxint", "3.0", "sys.maxsize"),
    ("sys.setcheckinterval", "3.9", "sys.setswitchinterval"),
    ("sys.setdefaultencoding", "3.0", "open(…, encoding=…)"),
    ("time.clock", "3.8", "time.perf_counter"),
    ("types.coroutine_wrapper", "3.8", "types.coroutine"),
    ("unittest.makeSuite", "3.13", "unittest.defaultTestLoader.loadTestsFromTestCase"),
    ("urllib.quote", "3.0", "urllib.parse.quote"),
    ("urllib.unquote", "3.0", "urllib.parse.unquote"),
    ("urllib.urlencode", "3.0", "urllib.parse.urlencode"),
    ("urllib.urlopen", "3.0", "urllib.request.urlopen"),
    ("urllib.urlretrieve", "3.0", "urllib.request.urlretrieve"),
];

/// Of classes and what is derived from them.
const OF_CLASSES: &Table = &[
    ("Task.all_tasks", "3.9", "asyncio.all_tasks"),
    ("Task.current_task", "3.9", "asyncio.current_task"),
    ("Thread.isAlive", "3.9", "is_alive"),
    ("dict.has_key", "3.0", "in"),
    ("dict.iteritems", "3.0", "items"),
    ("dict.iterkeys", "3.0", "keys"),
    ("dict.itervalues", "3.0", "values"),
    ("generator.next", "3.0", "__next__"),
    ("str.decode", "3.0", "encode"),
];

/// What moved from `collections` to `collections.abc`.
const ABSTRACT: [&str; 10] = [
    "Awaitable",
    "Callable",
    "Coroutine",
    "Hashable",
    "Iterable",
    "Iterator",
    "Mapping",
    "MutableMapping",
    "Sequence",
    "Set",
];

/// What an exception that ended a program says of its age; None: nothing.
pub fn of(vm: &mut Vm, exc: &Exc) -> Option<Outdated> {
    let t = types();
    let member = |key: &str| exc.data().members.borrow().get(Symbol::new(key)).cloned().unwrap_or(Value::None);
    let name = member("name").text_or_empty();
    if exc.is_a(&t.module_not_found_error) {
        find(MODULES, &name)
    } else if exc.is_a(&t.import_error) {
        of_module(&name, &member("name_from").text_or_empty())
    } else if exc.is_a(&t.name_error) {
        find(BUILTINS, &name)
    } else if exc.is_a(&t.attribute_error) {
        of_object(&member("obj"), &name)
    } else if exc.is_a(&t.type_error) {
        of_call(&ops::str_text(vm, &exc.value()).ok()?.text())
    } else {
        None
    }
}

fn find(table: &Table, name: &str) -> Option<Outdated> {
    let (name, since, instead) = table.iter().find(|(known, ..)| *known == name)?;
    Some(Outdated { name: name.to_string(), since, instead: instead.to_string() })
}

fn of_module(module: &str, name: &str) -> Option<Outdated> {
    if module == "collections" && ABSTRACT.contains(&name) {
        let instead = format!("collections.abc.{name}");
        return Some(Outdated { name: format!("collections.{name}"), since: "3.10", instead });
    }
    find(OF_MODULES, &format!("{module}.{name}"))
}

fn of_object(object: &Value, name: &str) -> Option<Outdated> {
    let class = match object {
        Value::Module(module) => return of_module(&module.get(Symbol::new("__name__"))?.text_or_empty(), name),
        Value::Type(class) => class.clone(),
        object => type_of(object),
    };
    class.mro().iter().find_map(|class| find(OF_CLASSES, &format!("{}.{name}", class.name())))
}

/// Of a call that an older asyncio would have taken, by the error's words.
fn of_call(words: &str) -> Option<Outdated> {
    if words == "Passing coroutines is forbidden, use tasks explicitly." {
        let instead = "asyncio.create_task(…)".to_string();
        return Some(Outdated { name: "asyncio.wait([coroutine])".to_string(), since: "3.11", instead });
    }
    let function = words.strip_suffix("() got an unexpected keyword argument 'loop'")?;
    let function = function.strip_suffix(".__init__").unwrap_or(function);
    let taken = [
        "sleep",
        "wait",
        "wait_for",
        "gather",
        "shield",
        "as_completed",
        "Queue",
        "LifoQueue",
        "PriorityQueue",
        "Lock",
        "Event",
        "Condition",
        "Semaphore",
        "BoundedSemaphore",
        "open_connection",
        "start_server",
        "StreamReader",
        "create_subprocess_exec",
        "create_subprocess_shell",
    ];
    taken.contains(&function).then(|| Outdated {
        name: format!("{function}(…, loop=…)"),
        since: "3.10",
        instead: format!("{function}(…)"),
    })
}
