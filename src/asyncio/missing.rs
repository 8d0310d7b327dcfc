//! What asyncio has and Loopscope lacks so far: asking for it ends the run with a reason that no `except` swallows.

use std::rc::Rc;

use super::coroutines::native_method;
use crate::objects::class::Class;
use crate::objects::function::Builtin;
use crate::objects::interp::not_supported;
use crate::objects::native_class::NativeClass;
use crate::objects::object::Payload;
use crate::objects::{Object, Value};

/// Coroutine functions: submodule and name.
const COROUTINES: &[(&str, &str)] = &[
    ("streams", "open_connection"),
    ("streams", "start_server"),
    ("streams", "open_unix_connection"),
    ("streams", "start_unix_server"),
    ("subprocess", "create_subprocess_exec"),
    ("subprocess", "create_subprocess_shell"),
];

/// Classes that cannot be instantiated yet.
const CLASSES: &[(&str, &str)] = &[
    ("streams", "StreamReader"),
    ("streams", "StreamWriter"),
    ("streams", "StreamReaderProtocol"),
    ("base_events", "Server"),
];

/// Methods of loops that are coroutine functions, and those that are not.
const LOOP_COROUTINES: &[&str] = &[
    "create_connection",
    "create_server",
    "create_unix_connection",
    "create_unix_server",
    "create_datagram_endpoint",
    "connect_accepted_socket",
    "connect_read_pipe",
    "connect_write_pipe",
    "subprocess_exec",
    "subprocess_shell",
    "sendfile",
    "start_tls",
    "sock_accept",
    "sock_connect",
    "sock_recv",
    "sock_recv_into",
    "sock_recvfrom",
    "sock_sendall",
    "sock_sendto",
    "sock_sendfile",
    "getaddrinfo",
    "getnameinfo",
];
const LOOP_METHODS: &[&str] =
    &["add_reader", "remove_reader", "add_writer", "remove_writer", "add_signal_handler", "remove_signal_handler"];

/// Base classes of protocols and transports: the program's own protocols derive from them.
const BASES: &[(&str, &str, &[&str])] = &[
    ("BaseProtocol", "", &["connection_made", "connection_lost", "pause_writing", "resume_writing"]),
    ("Protocol", "BaseProtocol", &["data_received", "eof_received"]),
    ("BufferedProtocol", "BaseProtocol", &["get_buffer", "buffer_updated", "eof_received"]),
    ("DatagramProtocol", "BaseProtocol", &["datagram_received", "error_received"]),
    ("SubprocessProtocol", "BaseProtocol", &["pipe_data_received", "pipe_connection_lost", "process_exited"]),
    ("BaseTransport", "", &[]),
    ("ReadTransport", "BaseTransport", &[]),
    ("WriteTransport", "BaseTransport", &[]),
    ("Transport", "WriteTransport", &[]),
    ("DatagramTransport", "BaseTransport", &[]),
    ("SubprocessTransport", "BaseTransport", &[]),
];

/// The members of the package that stand for what is missing.
pub fn members() -> Vec<(&'static str, &'static str, Value)> {
    let mut members: Vec<(&'static str, &'static str, Value)> = vec![
        ("subprocess", "PIPE", Value::Int(-1)),
        ("subprocess", "STDOUT", Value::Int(-2)),
        ("subprocess", "DEVNULL", Value::Int(-3)),
    ];
    for (module, name) in COROUTINES {
        let value = Builtin::closure(name, move |i, _| {
            Ok(native_method(i, name, name, async move |cx| Err(cx.enter(|i| refuse(i, name)))))
        });
        members.push((*module, *name, value));
    }
    for (module, name) in CLASSES {
        let class = NativeClass::new(name, &format!("asyncio.{module}"), &[], |i, class, _| {
            let name = class.name();
            Err(refuse(i, &name))
        });
        members.push((*module, *name, Value::Type(class.finish())));
    }
    let mut made: Vec<(&str, Rc<Class>)> = Vec::new();
    for (name, base, methods) in BASES {
        let module = if name.ends_with("Transport") { "transports" } else { "protocols" };
        let base: Vec<&Rc<Class>> = made.iter().filter(|(n, _)| n == base).map(|(_, class)| class).collect();
        let mut class = NativeClass::new(name, &format!("asyncio.{module}"), &base, |_, class, _| {
            Ok(Value::Object(Object::new(class.clone(), Payload::None)))
        });
        for method in *methods {
            class = class.sync(method, |_, _| Ok(Value::None));
        }
        let class = class.finish();
        class.clear_flag(crate::objects::class::class_flag::LAYOUT);
        made.push((name, class.clone()));
        members.push((module, *name, Value::Type(class)));
    }
    members
}

#[cold]
fn refuse(i: &mut dyn crate::objects::Interp, name: &str) -> crate::objects::Exc {
    not_supported(i, &format!("asyncio.{name}"), None)
}

/// Adds the loop's missing methods.
pub fn loop_methods(mut class: NativeClass) -> NativeClass {
    for name in LOOP_COROUTINES {
        class = class.constant(
            name,
            Builtin::closure(name, move |i, _| {
                Ok(native_method(i, name, name, async move |cx| Err(cx.enter(|i| refuse(i, &format!("loop.{name}"))))))
            }),
        );
    }
    for name in LOOP_METHODS {
        class = class.constant(name, Builtin::closure(name, move |i, _| Err(refuse(i, &format!("loop.{name}")))));
    }
    class
}
