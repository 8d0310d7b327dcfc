//! A name that is not there: it was written wrong, is a word that came along with the program, or stands in a module of
//! Python's library from which the program has not imported it.

use std::rc::Rc;

use super::core::Vm;
use super::explained::{Known, WithProgram, shown};
use super::traceback::{Meant, Summary, meant};
use crate::compiler::lines::{is_of_name, numbered};
use crate::objects::distance::nearest;
use crate::objects::exception::Exc;
use crate::objects::{Symbol, Value, types};

/// Names by which programs know what is in a module, from which they import them. `name(`: it has to be called, since it
/// is a name that programs give as well.
const HOMES: &[(&str, &str)] = &[
    (
        "asyncio",
        "CancelledError IncompleteReadError InvalidStateError QueueEmpty QueueFull Runner TaskGroup all_tasks as_completed( \
         create_subprocess_exec create_subprocess_shell create_task current_task ensure_future gather( get_event_loop \
         get_running_loop iscoroutinefunction new_event_loop open_connection open_unix_connection run_coroutine_threadsafe \
         set_event_loop shield( start_server start_unix_server timeout( to_thread wait_for",
    ),
    ("threading", "RLock Thread ThreadError Timer active_count current_thread get_ident get_native_id main_thread"),
    ("queue", "Empty Full SimpleQueue"),
    ("multiprocessing", "Array( JoinableQueue Manager( Pipe( Pool Process Value( cpu_count current_process"),
    ("concurrent.futures", "ProcessPoolExecutor ThreadPoolExecutor"),
    (
        "time",
        "ctime( gmtime localtime mktime monotonic monotonic_ns perf_counter perf_counter_ns process_time sleep strftime( \
              strptime( thread_time time_ns",
    ),
    ("datetime", "timedelta timezone"),
    ("collections", "ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple"),
    (
        "contextlib",
        "AsyncExitStack ExitStack aclosing asynccontextmanager closing( contextmanager nullcontext redirect_stderr \
                    redirect_stdout suppress(",
    ),
    ("contextvars", "ContextVar copy_context"),
    ("dataclasses", "FrozenInstanceError asdict astuple dataclass field("),
    ("enum", "Enum Flag IntEnum IntFlag StrEnum"),
    ("abc", "ABC ABCMeta abstractmethod"),
    (
        "functools",
        "cached_property lru_cache partial( partialmethod reduce( singledispatch singledispatchmethod total_ordering \
                   wraps",
    ),
    (
        "itertools",
        "accumulate( batched chain( combinations( combinations_with_replacement count( cycle( dropwhile( groupby( \
                   islice( pairwise( permutations( product( repeat( starmap( takewhile( zip_longest(",
    ),
    ("random", "betavariate choice( choices( gauss( getrandbits randint randrange sample( shuffle( uniform("),
    (
        "math",
        "ceil( comb( cos( exp( factorial( floor( gcd( hypot( inf isclose isqrt log( log10( log2( pi prod( sin( sqrt tan(",
    ),
    ("statistics", "fmean mean( median( mode( pstdev stdev variance("),
    ("json", "JSONDecodeError dumps( loads("),
    ("pathlib", "Path PurePath"),
    ("decimal", "Decimal getcontext localcontext"),
    ("fractions", "Fraction"),
    ("uuid", "UUID uuid1 uuid3 uuid4 uuid5"),
    ("string", "ascii_letters ascii_lowercase ascii_uppercase punctuation"),
    ("copy", "deepcopy"),
    ("operator", "attrgetter itemgetter methodcaller"),
    ("heapq", "heapify heappop heappush heappushpop heapreplace nlargest nsmallest"),
    ("bisect", "bisect_left bisect_right insort insort_left insort_right"),
    ("io", "BytesIO StringIO TextIOWrapper"),
    ("types", "MappingProxyType SimpleNamespace"),
    ("traceback", "format_exc print_exc print_stack"),
    ("textwrap", "dedent"),
    ("urllib.parse", "parse_qs quote_plus urlencode urljoin urlparse urlsplit"),
    ("urllib.request", "urlopen urlretrieve"),
    (
        "typing",
        "Annotated Any AsyncGenerator AsyncIterable AsyncIterator Awaitable Callable ClassVar Coroutine Dict Final \
                FrozenSet Generator Generic Iterable Iterator List Literal Mapping NamedTuple NoReturn Optional ParamSpec \
                Protocol Sequence Set Tuple Type TypeAlias TypeVar TypedDict Union cast( overload",
    ),
    ("unittest", "IsolatedAsyncioTestCase TestCase"),
    ("unittest.mock", "AsyncMock MagicMock Mock patch("),
    ("aiohttp", "ClientSession ClientTimeout TCPConnector"),
    ("bs4", "BeautifulSoup"),
];
/// What both tasks and threads have: asyncio's is meant where there are coroutines.
const OF_BOTH: [(&str, &str); 12] = [
    ("Barrier", "threading"),
    ("BoundedSemaphore", "threading"),
    ("Condition", "threading"),
    ("Event", "threading"),
    ("FIRST_COMPLETED", "concurrent.futures"),
    ("FIRST_EXCEPTION", "concurrent.futures"),
    ("ALL_COMPLETED", "concurrent.futures"),
    ("LifoQueue", "queue"),
    ("Lock", "threading"),
    ("PriorityQueue", "queue"),
    ("Queue", "queue"),
    ("Semaphore", "threading"),
];
/// What has the name of its module: with what follows it where it is meant, and not the module.
const NAMESAKES: [(&str, &[&str]); 7] = [
    ("copy", &["("]),
    (
        "datetime",
        &["(", ".now(", ".utcnow(", ".today(", ".strptime(", ".fromtimestamp(", ".fromisoformat(", ".combine("],
    ),
    ("glob", &["("]),
    ("pprint", &["("]),
    ("random", &["("]),
    ("time", &["("]),
    ("timeit", &["("]),
];

/// The module from which a name is imported that a line says, in a text of which it is a line.
fn home_of(name: &str, line: &str, text: &str) -> Option<&'static str> {
    let behind = |name: &str| {
        let at = line
            .match_indices(name)
            .map(|(at, _)| at)
            .find(|at| !line[..*at].ends_with(|c| is_of_name(c) || c == '.'))?;
        let rest = &line[at + name.len()..];
        (!rest.starts_with(is_of_name)).then_some((&line[..at], rest))
    };
    let (before, rest) = behind(name)?;
    let asynchronous = text.contains("async def ");
    if let Some((module, _)) =
        NAMESAKES.iter().find(|(own, uses)| *own == name && uses.iter().any(|used| rest.starts_with(used)))
    {
        return Some(module);
    }
    if let Some((_, module)) = OF_BOTH.iter().find(|(own, _)| *own == name) {
        return Some(if asynchronous { "asyncio" } else { module });
    }
    if name == "sleep" && before.trim_end().ends_with("await") {
        return Some("asyncio");
    }
    let is_it = |one: &str| one == name || one.strip_suffix('(') == Some(name) && rest.starts_with('(');
    HOMES.iter().find(|(_, names)| names.split_whitespace().any(is_it)).map(|(module, _)| *module)
}

/// The text of the line of the program at which an error stands, and that of its file.
fn place(vm: &mut Vm, frames: &[Summary]) -> Option<(String, Rc<str>)> {
    let last = frames.last()?;
    let text = if *last.file == *vm.main_file {
        vm.source.clone()
    } else {
        vm.states.get::<WithProgram>().0.iter().find(|(file, _)| **file == *last.file)?.1.clone()
    };
    Some((numbered(&text, last.line)?.to_string(), text))
}

/// Whether a built-in name can be meant by another one: one of its letters is wrong, missing, too much, or in another case, or
/// they are in another order. CPython's suggestions go further.
fn is_slip(wrong: &str, meant: &str) -> bool {
    let sorted = |name: &str| {
        let mut letters = name.to_lowercase().into_bytes();
        letters.sort_unstable();
        letters
    };
    let (a, b) = (sorted(wrong), sorted(meant));
    let prefix = wrong.bytes().zip(meant.bytes()).take_while(|(a, b)| a == b).count();
    let suffix = wrong.bytes().rev().zip(meant.bytes().rev()).take_while(|(a, b)| a == b).count();
    a == b || wrong.len() > 3 && wrong.len().max(meant.len()) <= prefix + suffix + 1
}

/// A name that is not there, and what is.
pub fn of_name(vm: &mut Vm, exc: &Exc, frames: &[Summary]) -> Option<Known> {
    if exc.is_a(&types().unbound_local_error) || !vm.log.records() {
        return None;
    }
    let meant = meant(vm, exc);
    if exc.is_a(&types().name_error)
        && let Some(found) = not_imported(vm, exc, frames)
    {
        return Some(found);
    }
    if !matches!(meant, Some((_, Meant::Name(_))))
        && let Some(found) = stray_word(vm, exc, frames)
    {
        return Some(found);
    }
    let (wrong, meant) = meant?;
    if shown(vm).iter().any(|text| text.lines().any(|line| binds(line, &wrong))) {
        return None;
    }
    Some(match meant {
        Meant::Module => ("not-imported", vec![wrong]),
        Meant::Name(name) => {
            let built_in =
                exc.is_a(&types().name_error) && vm.builtins.names.borrow().get(Symbol::new(&name)).is_some();
            if built_in && !is_slip(&wrong, &name) {
                return None;
            }
            ("misspelled", vec![wrong, name])
        }
    })
}

/// A name of Python's library that is not imported, and its module.
fn not_imported(vm: &mut Vm, exc: &Exc, frames: &[Summary]) -> Option<Known> {
    let name = exc.data().members.borrow().get(Symbol::new("name")).map(Value::text_or_empty)?;
    let (line, text) = place(vm, frames)?;
    let module = home_of(&name, &line, &text)?;
    let bound = shown(vm).iter().any(|text| text.lines().any(|line| binds(line, &name)));
    (!bound).then(|| ("name-not-imported", vec![name.to_string(), module.to_string()]))
}

/// The name that is not there, if it is all that a line holds: a statement that was written wrong, or, at the left edge, a word
/// that came along with the program.
fn stray_word(vm: &mut Vm, exc: &Exc, frames: &[Summary]) -> Option<Known> {
    let place = frames.last().filter(|frame| *frame.file == *vm.main_file)?;
    let line = numbered(&vm.source, place.line)?;
    let name = exc.data().members.borrow().get(Symbol::new("name")).map(Value::text_or_empty)?;
    if !exc.is_a(&types().name_error) || line.trim() != name {
        return None;
    }
    let statements = ["break", "continue", "pass", "return", "raise"].map(str::to_string);
    let lower = name.to_lowercase();
    let meant = if statements.contains(&lower) { Some(lower) } else { nearest(&statements, &lower) };
    if let Some(meant) = meant {
        return Some(("misspelled", vec![name.to_string(), meant]));
    }
    (line.trim_end() == name && *place.name == *"<module>").then(|| ("stray-word", vec![name.to_string()]))
}

/// Whether a line of the program gives a name to something: then it is none that was written wrong, but not there yet, or
/// elsewhere.
fn binds(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let (before, behind) = (&line[..at], line[at + name.len()..].trim_start());
        if before.ends_with(is_of_name) || line[at + name.len()..].starts_with(is_of_name) {
            return false;
        }
        let word = before.trim_end().rsplit(|c: char| !is_of_name(c)).next().unwrap_or_default();
        let names = behind.find(|c: char| !(is_of_name(c) || ", ()[]*.".contains(c))).map_or("", |end| &behind[end..]);
        // What is called, or has an item or attribute set, is there.
        let itself = !behind.starts_with(['(', '[', '.']);
        let assigned = itself && (names.starts_with('=') && !names.starts_with("==") || names.starts_with(":="));
        let annotated = behind.starts_with(':') && before.trim().is_empty();
        let defines = ["def", "class", "for", "as", "import", "global", "nonlocal"].contains(&word);
        let loops = before.contains("for ") && !before.contains(" in ") && behind.contains("in ");
        let first = before.trim_end().ends_with(['(', ',', '*']);
        let parameter = first && before.contains("def ") && !before.contains("):") && !before.contains(") ->");
        let of_lambda = before.rsplit_once("lambda ").is_some_and(|(_, parameters)| !parameters.contains(':'));
        defines || assigned || annotated || loops || parameter || of_lambda
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_looked_for_in_the_module_that_a_line_is_likely_to_mean() {
        let home = |name, line: &str| home_of(name, line, line);
        assert_eq!(home("Thread", "t = Thread(target=f)"), Some("threading"));
        assert_eq!(home("sleep", "    await sleep(1)"), Some("asyncio"));
        assert_eq!(home("sleep", "    sleep(1)"), Some("time"));
        assert_eq!(home("Queue", "q = Queue()"), Some("queue"));
        assert_eq!(home_of("Queue", "    q = Queue()", "async def main():\n    q = Queue()"), Some("asyncio"));
        assert_eq!(home("datetime", "print(datetime.now())"), Some("datetime"));
        assert_eq!(home("datetime", "print(datetime.datetime.now())"), None);
        assert_eq!(home("count", "print(count)"), None);
        assert_eq!(home("count", "for n in count(1):"), Some("itertools"));
        assert_eq!(home("Thread", "x.Thread"), None);
    }

    #[test]
    fn of_built_in_names_only_slips_are_taken_for_them() {
        for (wrong, meant) in
            [("lenn", "len"), ("prnit", "print"), ("Print", "print"), ("rang", "range"), ("lne", "len")]
        {
            assert!(is_slip(wrong, meant), "{wrong}");
        }
        for (wrong, meant) in
            [("items", "iter"), ("Ten", "len"), ("form", "format"), ("Timer", "iter"), ("name", "range")]
        {
            assert!(!is_slip(wrong, meant), "{wrong}");
        }
    }
}
