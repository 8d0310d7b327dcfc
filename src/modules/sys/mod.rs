//! `sys`: the standard streams, the exception being handled, facts about the interpreter.

use std::cell::Cell;
use std::rc::Rc;

mod limits;
pub mod sizes;
mod stdin;
pub(super) mod tracing;

pub use stdin::StandardInput;

use crate::modules::RunOptions;
use crate::modules::builtins::output::{StandardStream, encoded};
use crate::modules::imports::Home;
use crate::modules::struct_sequence::{Fields, instance};
use crate::objects::args::Args;
use crate::objects::class::class_flag;
use crate::objects::containers::Dict;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::frame_type::traceback_value;
use crate::objects::function::{Builtin, Flow, SyncFn};
use crate::objects::module::{Module, from_library};
use crate::objects::native_class::{NativeClass, alone, receiver};
use crate::objects::object::Object;
use crate::objects::types::{argument_type, type_name, type_of, types};
use crate::objects::{Interp, Symbol, Value, ops};
use crate::trace::Stream;
use crate::vm::{report, vm_of};

const FUNCTIONS: &[(&str, SyncFn)] = &[
    ("exit", exit),
    ("exception", |i, args| {
        args.exactly::<0>("sys.exception")?;
        Ok(i.handled().map(|e| e.value()).into())
    }),
    ("exc_info", exc_info),
    ("getrecursionlimit", |i, args| {
        args.exactly::<0>("sys.getrecursionlimit")?;
        let limit = vm_of(i).recursion_limit;
        Ok(Value::Int(limit as i64))
    }),
    ("setrecursionlimit", limits::set_recursion_limit),
    ("intern", |_, args| {
        let [text] = args.exactly("sys.intern")?;
        match text.as_str().and_then(Symbol::of) {
            Some(symbol) => Ok(symbol.value()),
            None => Err(type_error(format!("intern() argument must be str, not {}", argument_type(&text)))),
        }
    }),
    ("getdefaultencoding", |_, args| {
        args.exactly::<0>("sys.getdefaultencoding")?;
        Ok(Value::from("utf-8"))
    }),
    ("getfilesystemencoding", |_, args| {
        args.exactly::<0>("sys.getfilesystemencoding")?;
        Ok(Value::from("utf-8"))
    }),
    ("getswitchinterval", |i, args| {
        args.exactly::<0>("sys.getswitchinterval")?;
        Ok(Value::Float(crate::machine::machine(i).switch_interval()))
    }),
    ("setswitchinterval", |i, args| {
        let [given] = args.exactly("sys.setswitchinterval")?;
        let seconds = ops::to_float(i, &given)?;
        if seconds <= 0.0 {
            return Err(value_error("switch interval must be strictly positive"));
        }
        crate::machine::machine(i).set_switch_interval(seconds);
        Ok(Value::None)
    }),
    ("_getframe", crate::modules::frames::getframe),
    ("_getframemodulename", crate::modules::frames::getframemodulename),
    ("_current_frames", crate::modules::frames::current_frames),
    ("is_finalizing", |i, args| {
        args.exactly::<0>("sys.is_finalizing")?;
        Ok(Value::Bool(vm_of(i).is_finalizing()))
    }),
    ("getsizeof", |i, args| {
        let [value, default] = args.bind_in_c("getsizeof", &["object", "default"], 1)?;
        match sizes::size_of(i, &value) {
            Err(exc) if !default.is_unset() && exc.is_a(&crate::objects::types().type_error) => Ok(default),
            size => size,
        }
    }),
    ("getrefcount", |_, args| {
        let [value] = args.exactly("sys.getrefcount")?;
        Ok(Value::Int(reference_count(&value)))
    }),
    ("get_int_max_str_digits", limits::int_max_str_digits),
    ("set_int_max_str_digits", limits::set_int_max_str_digits),
    ("getallocatedblocks", |_, args| {
        args.exactly::<0>("sys.getallocatedblocks")?;
        Ok(Value::Int(0))
    }),
    ("audit", |_, _| Ok(Value::None)),
    ("_is_gil_enabled", |_, _| Ok(Value::Bool(true))),
];

/// Hooks of exceptions that nothing caught: the program may set its own.
const HOOKS: &[(&str, SyncFn)] = &[
    ("excepthook", |i, args| {
        let [_, value, _] = args.exactly("sys.excepthook")?;
        if let Some(exc) = Exc::from_value(&value) {
            report::show(vm_of(i), &exc);
        } else if value.is_none() {
            i.to_stderr("NoneType: None\n");
        } else {
            let found = type_name(&value);
            i.to_stderr(&format!("TypeError: print_exception(): Exception expected for value, {found} found\n"));
        }
        Ok(Value::None)
    }),
    ("unraisablehook", |i, args| {
        let [unraisable] = args.exactly("sys.unraisablehook")?;
        let class = from_library(i, "_standard", "UnraisableHookArgs")?;
        if !matches!(&class, Value::Type(class) if Rc::ptr_eq(class, &type_of(&unraisable))) {
            return Err(type_error("sys.unraisablehook argument type must be UnraisableHookArgs"));
        }
        let exc = crate::asyncio::py::get(i, &unraisable, "exc_value")?;
        let object = crate::asyncio::py::get(i, &unraisable, "object")?;
        if let Some(exc) = Exc::from_value(&exc) {
            report::write_unraisable(vm_of(i), &exc, &object);
        }
        Ok(Value::None)
    }),
];

/// The modules that are part of CPython's program.
const BUILT_IN: &str = "_abc _ast _codecs _collections _functools _imp _io _locale _operator _signal _sre _stat _string \
                        _suggestions _symtable _sysconfig _thread _tokenize _tracemalloc _typing _warnings _weakref \
                        atexit builtins errno faulthandler gc itertools marshal posix pwd sys time";

/// Makes the module.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    const NUMBERS: [(&str, i64); 4] =
        [("maxsize", i64::MAX), ("maxunicode", 0x10ffff), ("hexversion", 0x030d00f0), ("api_version", 1013)];
    const TEXTS: [(&str, &str); 10] = [
        ("byteorder", "little"),
        ("platform", "linux"),
        ("version", "3.13.0 (main, Oct  7 2024, 00:00:00) [GCC 12.2.0]"),
        ("executable", "/usr/bin/python3"),
        ("prefix", "/usr"),
        ("exec_prefix", "/usr"),
        ("base_prefix", "/usr"),
        ("base_exec_prefix", "/usr"),
        ("copyright", crate::modules::builtins::site::COPYRIGHT),
        ("float_repr_style", "short"),
    ];
    const INFOS: [(&str, fn() -> Value); 5] = [
        ("version_info", version_info),
        ("hash_info", hash_info),
        ("float_info", float_info),
        ("int_info", int_info),
        ("thread_info", thread_info),
    ];
    let module = Module::new("sys");
    let set = |name: &str, value: Value| module.set(Symbol::new(name), value);
    for (name, code) in FUNCTIONS {
        set(name, Builtin::sync(name, "sys", *code));
    }
    for (name, function) in tracing::functions() {
        set(name, function);
    }
    let (class, input) = (stream_class(), stdin::class());
    // Programs see that of `io` in their place.
    class.set_flag(class_flag::UNSEEN);
    input.set_flag(class_flag::UNSEEN);
    for (name, stream) in [("stdout", Stream::Stdout), ("stderr", Stream::Stderr)] {
        let object = Object::with_native(class.clone(), StandardStream { stream, closed: Cell::new(false) });
        set(name, object.clone());
        set(&format!("__{name}__"), object);
    }
    let stdin = Object::with_native(input, stdin::StandardInput::default());
    set("stdin", stdin.clone());
    set("__stdin__", stdin);
    let vm = vm_of(i);
    set("modules", Value::Dict(Dict::view(vm.modules.clone())));
    let file = vm.main_file.clone();
    let arguments = i.states().find::<RunOptions>().map(|o| o.args.clone()).unwrap_or_default();
    let argv = [file.to_string()].into_iter().chain(arguments);
    set("argv", Value::list(argv.map(Value::from).collect()));
    for (name, number) in NUMBERS {
        set(name, Value::Int(number));
    }
    for (name, text) in TEXTS {
        set(name, text.into());
    }
    set("warnoptions", Value::list(Vec::new()));
    set("_xoptions", Value::Dict(Dict::new()));
    set("flags", flags(i));
    for (name, info) in INFOS {
        set(name, info());
    }
    let home = Value::from("/home/user");
    i.states().get::<Home>().0 = home.clone();
    set("path", Value::list(vec![home]));
    set("pycache_prefix", Value::None);
    set("orig_argv", Value::list(vec!["python3".into(), file.to_string().into()]));
    let names: Vec<Value> = BUILT_IN.split(' ').map(Value::from).collect();
    set("builtin_module_names", Value::tuple(names));
    set("__getattr__", super::more("sys", "_standard"));
    for (name, code) in HOOKS {
        let hook = Builtin::sync(name, "sys", *code);
        set(&format!("__{name}__"), hook.clone());
        set(name, hook);
    }
    set("dont_write_bytecode", Value::Bool(true));
    Ok(module)
}

/// The class of `sys.stdout` and `sys.stderr`.
fn stream_class() -> Rc<crate::objects::Class> {
    fn standard(value: &Value) -> PyResult<&StandardStream> {
        receiver::<StandardStream>(value, "TextIOWrapper", "write")
    }
    fn stream(value: &Value) -> PyResult<Stream> {
        Ok(standard(value)?.stream)
    }
    fn close(i: &mut dyn Interp, args: Args) -> PyResult {
        alone(&args, "TextIOWrapper.close")?;
        let this = standard(&args.values[0])?;
        if !this.closed.replace(true) {
            i.flush(this.stream);
        }
        Ok(Value::None)
    }
    NativeClass::new("TextIOWrapper", "_io", &[], |_, class, _| {
        Err(type_error(format!("cannot create '{}' instances", class.name())))
    })
    .sync("write", |i, mut args| {
        let this = args.take_receiver();
        let [text_value] = args.exactly("TextIOWrapper.write")?;
        let Some(text) = text_value.as_str() else {
            return Err(type_error(format!("write() argument must be str, not {}", argument_type(&text_value))));
        };
        let length = text.data.len() as i64;
        let stream = standard(&this)?.open()?;
        i.write(stream, &encoded(stream, &text_value)?);
        Ok(Value::Int(length))
    })
    .method("writelines", |i, mut args| {
        let this = args.take_receiver();
        let [lines] = args.exactly("TextIOWrapper.writelines")?;
        let cx = i.cx();
        Ok(Flow::frame(async move {
            let iterator = cx.run(|i| ops::iter(i, &lines)).await?;
            while let Some(line) = ops::next_item(&cx, &iterator).await? {
                if line.as_str().is_none() {
                    return Err(type_error(format!("write() argument must be str, not {}", argument_type(&line))));
                }
                let stream = standard(&this)?.open()?;
                let text = encoded(stream, &line)?;
                cx.enter(|i| i.write(stream, &text));
            }
            Ok(Value::None)
        }))
    })
    .sync("flush", |i, args| {
        alone(&args, "TextIOWrapper.flush")?;
        i.flush(standard(&args.values[0])?.open()?);
        Ok(Value::None)
    })
    .sync("isatty", |_, args| standard(&args.values[0])?.open().map(|_| Value::Bool(false)))
    .getter("__class__", text_class)
    .sync("writable", |_, args| standard(&args.values[0])?.open().map(|_| Value::Bool(true)))
    .sync("readable", |_, args| standard(&args.values[0])?.open().map(|_| Value::Bool(false)))
    .sync("close", close)
    .sync("__enter__", |_, args| {
        standard(&args.values[0])?.open()?;
        Ok(args.values[0].clone())
    })
    .sync("__exit__", |i, args| close(i, Args::one(args.values[0].clone())))
    .sync("fileno", |_, args| match standard(&args.values[0])? {
        this if this.closed.get() => Err(value_error("I/O operation on closed file")),
        this => Ok(Value::Int(if this.stream == Stream::Stdout { 1 } else { 2 })),
    })
    .sync("reconfigure", |_, _| Ok(Value::None))
    .getter("name", |_, v| Ok(Value::from(if stream(v)? == Stream::Stdout { "<stdout>" } else { "<stderr>" })))
    .getter("mode", |_, _| Ok("w".into()))
    .member("encoding", |_, _| Ok("utf-8".into()))
    .getter("errors", |_, v| Ok(Value::from(if stream(v)? == Stream::Stdout { "strict" } else { "backslashreplace" })))
    .getter("closed", |_, v| Ok(Value::Bool(standard(v)?.closed.get())))
    .member("buffer", buffer)
    .member("line_buffering", |_, _| Ok(Value::Bool(false)))
    .member("write_through", |_, _| Ok(Value::Bool(false)))
    .getter("newlines", |_, _| Ok(Value::None))
    .sync("detach", |i, args| buffer(i, &args.values[0]))
    .sync("seekable", |_, _| Ok(Value::Bool(false)))
    .sync("__repr__", |_, args| {
        let name = if stream(&args.values[0])? == Stream::Stdout { "stdout" } else { "stderr" };
        Ok(Value::from(format!("<_io.TextIOWrapper name='<{name}>' mode='w' encoding='utf-8'>")))
    })
    .finish()
}

/// The class that standard streams say they are of: `io.TextIOWrapper`, whose own objects read and write files.
pub fn text_class(i: &mut dyn Interp, _: &Value) -> PyResult {
    from_library(i, "_open", "TextIOWrapper")
}

/// The bytes below a standard stream.
pub fn buffer(i: &mut dyn Interp, stream: &Value) -> PyResult {
    let make = from_library(i, "_standard_buffers", "buffer_of")?;
    i.call(&make, Args::one(stream.clone()))
}

fn exit(_: &mut dyn Interp, args: Args) -> PyResult {
    let [status] = args.between("sys.exit", 0)?;
    // As where any exception is raised by its class: a tuple is all of its arguments.
    let given = match &status {
        Value::Tuple(several) => several.items.to_vec(),
        Value::None => Vec::new(),
        one => one.clone().some().into_iter().collect(),
    };
    let code = match &given[..] {
        [] => Value::None,
        [only] => only.clone(),
        _ => status,
    };
    let exc = Exc::new(&types().system_exit, given);
    exc.data().members.borrow_mut().set(Symbol::new("code"), code);
    Err(exc)
}

fn exc_info(i: &mut dyn Interp, args: Args) -> PyResult {
    args.exactly::<0>("sys.exc_info")?;
    let Some(exc) = i.handled() else { return Ok(Value::tuple([Value::None, Value::None, Value::None])) };
    let traceback = exc.data().traceback.borrow().as_ref().map(traceback_value);
    Ok(Value::tuple([Value::Type(exc.class()), exc.value(), traceback.into()]))
}

fn version_info() -> Value {
    let parts = [Value::Int(3), Value::Int(13), Value::Int(0), "final".into(), Value::Int(0)];
    named_tuple(
        "version_info",
        "Version information as a named tuple.",
        &["major", "minor", "micro", "releaselevel", "serial"],
        &parts,
        false,
    )
}

fn hash_info() -> Value {
    let names = ["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"];
    let modulus = crate::objects::hash::MODULUS as i64;
    let [inf, imag] = [314159, 1000003].map(Value::Int);
    let rest = ["siphash13".into(), Value::Int(64), Value::Int(128), Value::Int(0)];
    let values: Vec<Value> =
        [Value::Int(64), Value::Int(modulus), inf, Value::Int(0), imag].into_iter().chain(rest).collect();
    named_tuple("hash_info", "How numbers are hashed.", &names, &values, true)
}

/// `sys.flags`: what the command line of a process that a program starts has said.
fn flags(i: &mut dyn Interp) -> Value {
    const NAMES: [&str; 19] = [
        "debug",
        "inspect",
        "interactive",
        "optimize",
        "dont_write_bytecode",
        "no_user_site",
        "no_site",
        "ignore_environment",
        "verbose",
        "bytes_warning",
        "quiet",
        "hash_randomization",
        "isolated",
        "dev_mode",
        "utf8_mode",
        "warn_default_encoding",
        "safe_path",
        "int_max_str_digits",
        "gil",
    ];
    const SHOWN: usize = 18;
    let values = NAMES[..SHOWN]
        .iter()
        .map(|name| match (*name, super::inherited::flag(i, name)) {
            ("dev_mode" | "safe_path", told) => Value::Bool(told > 0),
            (_, told @ 1..) => Value::Int(told),
            ("dont_write_bytecode" | "utf8_mode", _) => Value::Int(1),
            ("int_max_str_digits", _) => Value::Int(4300),
            _ => Value::Int(0),
        })
        .collect();
    let class = Fields::new("sys.flags", &NAMES, SHOWN).class("How the interpreter was started.", false);
    instance(&class, values, [(Symbol::new(NAMES[SHOWN]), Value::Int(1))])
}

/// A tuple with names, such as `sys.hash_info`; `open`: programs may make more of its class.
fn named_tuple(name: &str, doc: &str, names: &[&str], values: &[Value], open: bool) -> Value {
    let class = Fields::new(&format!("sys.{name}"), names, values.len()).class(doc, open);
    instance(&class, values.to_vec(), [])
}

fn float_info() -> Value {
    let names = [
        "max",
        "max_exp",
        "max_10_exp",
        "min",
        "min_exp",
        "min_10_exp",
        "dig",
        "mant_dig",
        "epsilon",
        "radix",
        "rounds",
    ];
    let [max, min, epsilon] = [f64::MAX, f64::MIN_POSITIVE, f64::EPSILON].map(Value::Float);
    let int = Value::Int;
    let values = [max, int(1024), int(308), min, int(-1021), int(-307), int(15), int(53), epsilon, int(2), int(1)];
    named_tuple("float_info", "The range and the precision of floats.", &names, &values, true)
}

fn int_info() -> Value {
    let names = ["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"];
    named_tuple("int_info", "How ints are kept and printed.", &names, &[30, 4, 4300, 640].map(Value::Int), true)
}

fn thread_info() -> Value {
    named_tuple(
        "thread_info",
        "How threads are made.",
        &["name", "lock", "version"],
        &["pthread".into(), "semaphore".into(), "NPTL 2.36".into()],
        true,
    )
}

/// References to an object, as `sys.getrefcount` counts them: with that of the call.
fn reference_count(value: &Value) -> i64 {
    let count = match value {
        Value::Object(o) => Rc::strong_count(o),
        Value::List(l) => Rc::strong_count(l),
        Value::Dict(d) => Rc::strong_count(d),
        Value::Tuple(t) => Rc::strong_count(t),
        Value::Set(s) => Rc::strong_count(s),
        Value::Function(f) => Rc::strong_count(f),
        Value::Generator(g) => Rc::strong_count(g),
        Value::Type(t) => Rc::strong_count(t),
        Value::Module(m) => Rc::strong_count(m),
        Value::Method(m) => Rc::strong_count(m),
        Value::Cell(c) => Rc::strong_count(c),
        Value::Iter(i) => Rc::strong_count(i),
        Value::Range(r) => Rc::strong_count(r),
        Value::Slice(s) => Rc::strong_count(s),
        Value::BigInt(n) => Rc::strong_count(n),
        Value::Complex(c) => Rc::strong_count(c),
        Value::Bytes(b) => Rc::strong_count(b),
        // Immortal, or taken for it: nobody counts who has a number or a text.
        _ => return 4294967295,
    };
    count as i64
}
