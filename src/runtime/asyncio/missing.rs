//! What of asyncio is text of the library, read when it is first asked for; and the bases of protocols.

use std::rc::Rc;

use super::private_names;
use crate::objects::attribute::no_attribute;
use crate::objects::class::Class;
use crate::objects::function::{Binding, Builtin, BuiltinCode};
use crate::objects::instantiate::make_object;
use crate::objects::native_class::NativeClass;
use crate::objects::{Args, Flow, Interp, Symbol, Value, bind};

/// What the library has as text, read when it is first asked for: submodule, name, the text's module.
pub const TEXTS: &[(&str, &str, &str)] = &[
    ("streams", "open_connection", "asyncio._streams"),
    ("streams", "start_server", "asyncio._streams"),
    ("streams", "StreamReader", "asyncio._streams"),
    ("streams", "StreamWriter", "asyncio._streams"),
    ("streams", "StreamReaderProtocol", "asyncio._streams"),
    ("streams", "FlowControlMixin", "asyncio._streams"),
    ("streams", "open_unix_connection", "asyncio._streams"),
    ("streams", "start_unix_server", "asyncio._streams"),
    ("base_events", "Server", "asyncio._network"),
    ("subprocess", "create_subprocess_exec", "asyncio._subprocess"),
    ("subprocess", "create_subprocess_shell", "asyncio._subprocess"),
    ("subprocess", "Process", "asyncio._subprocess"),
    ("subprocess", "SubprocessStreamProtocol", "asyncio._subprocess"),
    ("transports", "BaseTransport", "asyncio._bases"),
    ("transports", "ReadTransport", "asyncio._bases"),
    ("transports", "WriteTransport", "asyncio._bases"),
    ("transports", "Transport", "asyncio._bases"),
    ("transports", "DatagramTransport", "asyncio._bases"),
    ("transports", "SubprocessTransport", "asyncio._bases"),
    ("log", "logger", "asyncio._watchers"),
    ("events", "get_child_watcher", "asyncio._watchers"),
    ("events", "set_child_watcher", "asyncio._watchers"),
    ("unix_events", "AbstractChildWatcher", "asyncio._watchers"),
    ("unix_events", "FastChildWatcher", "asyncio._watchers"),
    ("unix_events", "MultiLoopChildWatcher", "asyncio._watchers"),
    ("unix_events", "PidfdChildWatcher", "asyncio._watchers"),
    ("unix_events", "SafeChildWatcher", "asyncio._watchers"),
    ("unix_events", "ThreadedChildWatcher", "asyncio._watchers"),
];

/// Names of [`TEXTS`] that the package itself lacks.
pub const NOT_OF_THE_PACKAGE: &[&str] =
    &["Server", "Process", "SubprocessStreamProtocol", "FlowControlMixin", "logger"];

/// Methods of loops that are coroutine functions of a text: its functions take the loop first.
const LOOP_TEXTS: &[(&str, &[&str])] = &[
    (
        "asyncio._network",
        &["create_connection", "create_server", "connect_accepted_socket", "getaddrinfo", "getnameinfo"],
    ),
    ("asyncio._datagrams", &["create_datagram_endpoint"]),
    (
        "asyncio._own_sockets",
        &[
            "sendfile",
            "sock_accept",
            "sock_connect",
            "sock_recv",
            "sock_recv_into",
            "sock_recvfrom",
            "sock_recvfrom_into",
            "sock_sendall",
            "sock_sendfile",
            "sock_sendto",
            "start_tls",
        ],
    ),
    ("asyncio._unix", &["create_unix_connection", "create_unix_server"]),
    ("asyncio._pipes", &["connect_read_pipe", "connect_write_pipe"]),
    ("asyncio._subprocess", &["subprocess_exec", "subprocess_shell"]),
];

/// A method, and its parameters behind `self`.
type Signature = (&'static str, &'static [&'static str]);

/// Base classes of protocols: the program's own derive from them.
const BASES: &[(&str, &str, &[Signature])] = &[
    (
        "BaseProtocol",
        "",
        &[
            ("connection_made", &["transport"]),
            ("connection_lost", &["exc"]),
            ("pause_writing", &[]),
            ("resume_writing", &[]),
        ],
    ),
    ("Protocol", "BaseProtocol", &[("data_received", &["data"]), ("eof_received", &[])]),
    (
        "BufferedProtocol",
        "BaseProtocol",
        &[("get_buffer", &["sizehint"]), ("buffer_updated", &["nbytes"]), ("eof_received", &[])],
    ),
    ("DatagramProtocol", "BaseProtocol", &[("datagram_received", &["data", "addr"]), ("error_received", &["exc"])]),
    (
        "SubprocessProtocol",
        "BaseProtocol",
        &[("pipe_data_received", &["fd", "data"]), ("pipe_connection_lost", &["fd", "exc"]), ("process_exited", &[])],
    ),
];

/// The bases of protocols, and what subprocesses' streams may be.
pub fn members() -> Vec<(&'static str, &'static str, Value)> {
    let mut members: Vec<(&'static str, &'static str, Value)> = vec![
        ("subprocess", "PIPE", Value::Int(-1)),
        ("subprocess", "STDOUT", Value::Int(-2)),
        ("subprocess", "DEVNULL", Value::Int(-3)),
    ];
    let mut made: Vec<(&str, Rc<Class>)> = Vec::new();
    for (name, base, methods) in BASES {
        let base: Vec<&Rc<Class>> = made.iter().filter(|(n, _)| n == base).map(|(_, class)| class).collect();
        let mut class = NativeClass::new(name, "asyncio.protocols", &base, make_object);
        for (method, parameters) in *methods {
            class = class.constant(method, empty_method(name, method, parameters));
        }
        let class = class.without_dict().shared_layout().finish();
        made.push((name, class.clone()));
        members.push(("protocols", *name, Value::Type(class)));
    }
    members
}

/// A method that only looks at how it is called.
fn empty_method(class: &str, name: &str, parameters: &'static [&'static str]) -> Value {
    let full = format!("{class}.{name}");
    let code = move |_: &mut dyn Interp, args: Args| {
        let all: Vec<&str> = std::iter::once("self").chain(parameters.iter().copied()).collect();
        bind::check(args, &full, &all).map(|()| Flow::Done(Value::None))
    };
    let module = Some(Symbol::new("asyncio.protocols"));
    Builtin::of(name.into(), class.into(), Binding::Method, module, BuiltinCode::Closure(Rc::new(code)))
}

/// A method of a class that is a function of a text.
fn text_method(class: &str, text: &'static str, name: &'static str) -> Value {
    let code = move |i: &mut dyn Interp, args: Args| {
        let module = i.import(text)?;
        let function = super::py::get(i, &module, name)?;
        Ok(Flow::call(function, args))
    };
    let module = if class.starts_with("Abstract") { "asyncio.events" } else { "asyncio.base_events" };
    let module = Some(Symbol::new(module));
    Builtin::of(name.into(), class.into(), Binding::Method, module, BuiltinCode::Closure(Rc::new(code)))
}

/// `asyncio.NAME` of what is text: the package's `__getattr__`, and that of its submodules.
pub fn getattr(module: &'static str) -> Value {
    Builtin::closure("__getattr__", move |i, args| {
        let [name] = args.exactly::<1>("__getattr__")?;
        let wanted = name.text_or_empty();
        let short = module.strip_prefix("asyncio.").unwrap_or_default();
        let found = TEXTS.iter().find(|(of, name, _)| *name == wanted && (short.is_empty() || short == *of));
        let missing = short.is_empty() && NOT_OF_THE_PACKAGE.contains(&&*wanted) && wanted != "Server";
        let private = private_names::of(short, &wanted).map(|name| (name, private_names::TEXT));
        let found = found.filter(|_| !missing).map(|(_, name, text)| (*name, *text));
        if let Some(other) = private_names::submodule(short, &wanted) {
            return Ok(i.import(&other)?.into());
        }
        let Some((name, text)) = found.or(private) else {
            // With the module itself, from whose names a report makes its suggestion.
            let module = i.import(module)?;
            return Err(no_attribute(&module, Symbol::new(&wanted)));
        };
        let text = i.import(text)?;
        Ok(super::py::get(i, &text, name)?.into())
    })
}

/// What AbstractEventLoop leaves to those that are derived from it, besides the methods of [`LOOP_TEXTS`].
const ABSTRACT: &[&str] = &[
    "_timer_handle_cancelled",
    "add_reader",
    "add_signal_handler",
    "add_writer",
    "call_at",
    "call_exception_handler",
    "call_later",
    "call_soon",
    "call_soon_threadsafe",
    "close",
    "create_future",
    "create_task",
    "default_exception_handler",
    "get_debug",
    "get_exception_handler",
    "get_task_factory",
    "is_closed",
    "is_running",
    "remove_reader",
    "remove_signal_handler",
    "remove_writer",
    "run_forever",
    "run_in_executor",
    "run_until_complete",
    "set_debug",
    "set_default_executor",
    "set_exception_handler",
    "set_task_factory",
    "shutdown_asyncgens",
    "shutdown_default_executor",
    "stop",
    "time",
];

/// Adds methods that are functions of `text`, which are told of as those of the class `of`.
fn text_methods(
    class: NativeClass,
    of: &str,
    text: &'static str,
    names: impl IntoIterator<Item = &'static str>,
) -> NativeClass {
    names.into_iter().fold(class, |class, name| class.constant(name, text_method(of, text, name)))
}

/// Adds the methods that only raise NotImplementedError.
pub fn abstract_methods(class: NativeClass) -> NativeClass {
    let names = LOOP_TEXTS.iter().flat_map(|(_, names)| *names).chain(ABSTRACT);
    text_methods(class, "AbstractEventLoop", "asyncio._abstract", names.copied())
}

/// `AbstractServer`: all of it is for servers to do.
pub fn abstract_server_class() -> Rc<Class> {
    const METHODS: [&str; 10] = [
        "close",
        "close_clients",
        "abort_clients",
        "get_loop",
        "is_serving",
        "start_serving",
        "serve_forever",
        "wait_closed",
        "__aenter__",
        "__aexit__",
    ];
    let method = |name: &'static str| {
        let code = move |i: &mut dyn Interp, args: Args| {
            let module = i.import("asyncio._abstract")?;
            let text = super::py::get(i, &module, "AbstractServer")?;
            Ok(Flow::call(super::py::get(i, &text, name)?, args))
        };
        let module = Some(Symbol::new("asyncio.events"));
        Builtin::of(name.into(), "AbstractServer".into(), Binding::Method, module, BuiltinCode::Closure(Rc::new(code)))
    };
    let class = super::events::abstract_class("AbstractServer");
    METHODS.into_iter().fold(class, |class, name| class.constant(name, method(name))).finish()
}

/// Adds the methods that a policy derived from AbstractEventLoopPolicy is to have.
pub fn abstract_policy_methods(class: NativeClass) -> NativeClass {
    let names = ["get_event_loop", "set_event_loop", "new_event_loop", "get_child_watcher", "set_child_watcher"];
    text_methods(class, "AbstractEventLoopPolicy", "asyncio._abstract", names)
}

/// Adds a policy's methods that are text.
pub fn policy_methods(class: NativeClass) -> NativeClass {
    let method = |name: &'static str, function| {
        let code = move |i: &mut dyn Interp, args: Args| {
            let module = i.import("asyncio._watchers")?;
            Ok(Flow::call(super::py::get(i, &module, function)?, args))
        };
        let (class, module) = ("_UnixDefaultEventLoopPolicy", Some(Symbol::new("asyncio.unix_events")));
        Builtin::of(name.into(), class.into(), Binding::Method, module, BuiltinCode::Closure(Rc::new(code)))
    };
    let get = method("get_child_watcher", "of_policy");
    class.constant("get_child_watcher", get).constant("set_child_watcher", method("set_child_watcher", "to_policy"))
}

/// Adds the loop's methods that are text.
pub fn loop_methods(class: NativeClass) -> NativeClass {
    LOOP_TEXTS
        .iter()
        .fold(class, |class, (text, names)| text_methods(class, "BaseEventLoop", text, names.iter().copied()))
}
