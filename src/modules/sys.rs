//! `sys`: the standard streams, the exception being handled, facts about the interpreter.

use std::rc::Rc;

use super::RunOptions;
use super::builtins::output::StandardStream;
use crate::objects::args::Args;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::frame_type::traceback_value;
use crate::objects::function::{Binding, Builtin, BuiltinCode, Flow, SyncFn};
use crate::objects::module::Module;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::Object;
use crate::objects::types::{type_name, types};
use crate::objects::{Interp, Symbol, Value, ops};
use crate::trace::Stream;
use crate::vm::Vm;

const FUNCTIONS: &[(&str, SyncFn)] = &[
    ("exit", exit),
    ("exception", |i, _| Ok(i.handled().map(|e| e.value()).into())),
    ("exc_info", exc_info),
    ("getrecursionlimit", |i, _| {
        let limit = i.as_any().downcast_mut::<Vm>().map_or(1000, |vm| vm.recursion_limit);
        Ok(Value::Int(limit as i64))
    }),
    ("setrecursionlimit", set_recursion_limit),
    ("intern", |_, args| {
        let [text] = args.exactly("intern")?;
        match text.as_str().and_then(Symbol::of) {
            Some(symbol) => Ok(symbol.value()),
            None => Err(type_error(format!("intern() argument must be str, not {}", type_name(&text)))),
        }
    }),
    ("getdefaultencoding", |_, _| Ok(Value::from("utf-8"))),
    ("getfilesystemencoding", |_, _| Ok(Value::from("utf-8"))),
    ("getswitchinterval", |i, _| Ok(Value::Float(crate::machine::machine(i).switch_interval()))),
    ("setswitchinterval", |i, args| {
        let [given] = args.exactly("setswitchinterval")?;
        let seconds = ops::to_float(i, &given)?;
        if seconds <= 0.0 {
            return Err(value_error("switch interval must be strictly positive"));
        }
        crate::machine::machine(i).set_switch_interval(seconds);
        Ok(Value::None)
    }),
    ("_getframe", super::frames::getframe),
    ("gettrace", |_, _| Ok(Value::None)),
    ("is_finalizing", |_, _| Ok(Value::Bool(false))),
    ("_is_gil_enabled", |_, _| Ok(Value::Bool(true))),
];

/// Makes the module.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("sys");
    let set = |name: &str, value: Value| module.set(Symbol::new(name), value);
    for (name, code) in FUNCTIONS {
        set(name, Builtin::sync(name, "sys", *code));
    }
    let class = stream_class();
    for (name, stream) in [("stdout", Stream::Stdout), ("stderr", Stream::Stderr)] {
        let object = Object::with_native(class.clone(), StandardStream(stream));
        set(name, object.clone());
        set(&format!("__{name}__"), object);
    }
    let arguments = i.states().find::<RunOptions>().map(|o| o.args.clone()).unwrap_or_default();
    let file = i.place().file;
    let argv = [file.to_string()].into_iter().chain(arguments);
    set("argv", Value::list(argv.map(Value::from).collect()));
    set("maxsize", Value::Int(i64::MAX));
    set("maxunicode", Value::Int(0x10ffff));
    set("byteorder", "little".into());
    set("platform", "linux".into());
    set("version", "3.13.0 (Loopscope)".into());
    set("hexversion", Value::Int(0x030d00f0));
    set("version_info", version_info());
    set("flags", flags());
    set("hash_info", hash_info());
    set("path", Value::list(Vec::new()));
    set("executable", "".into());
    set("prefix", "/usr".into());
    set("dont_write_bytecode", Value::Bool(true));
    set("warnoptions", Value::list(Vec::new()));
    Ok(module)
}

/// The class of `sys.stdout` and `sys.stderr`.
fn stream_class() -> Rc<crate::objects::Class> {
    fn stream(value: &Value) -> PyResult<Stream> {
        Ok(receiver::<StandardStream>(value, "TextIOWrapper", "write")?.0)
    }
    NativeClass::new("TextIOWrapper", "_io", &[], |_, class, _| {
        Err(type_error(format!("cannot create '{}' instances", class.name())))
    })
    .sync("write", |i, mut args| {
        let this = args.take_first().unwrap_or_default();
        let [text] = args.exactly("TextIOWrapper.write")?;
        let Some(text) = text.as_str() else {
            return Err(type_error(format!("write() argument must be str, not {}", type_name(&text))));
        };
        i.write(stream(&this)?, &text.text());
        Ok(Value::Int(text.data.len() as i64))
    })
    .sync("writelines", |i, mut args| {
        let this = args.take_first().unwrap_or_default();
        let [lines] = args.exactly("TextIOWrapper.writelines")?;
        for line in ops::to_vec(i, &lines)? {
            let Some(text) = line.as_str() else {
                return Err(type_error(format!("write() argument must be str, not {}", type_name(&line))));
            };
            i.write(stream(&this)?, &text.text());
        }
        Ok(Value::None)
    })
    .sync("flush", |_, _| Ok(Value::None))
    .sync("isatty", |_, _| Ok(Value::Bool(false)))
    .sync("writable", |_, _| Ok(Value::Bool(true)))
    .sync("readable", |_, _| Ok(Value::Bool(false)))
    .sync("fileno", |_, args| Ok(Value::Int(if stream(&args.values[0])? == Stream::Stdout { 1 } else { 2 })))
    .sync("reconfigure", |_, _| Ok(Value::None))
    .getter("name", |_, v| Ok(Value::from(if stream(v)? == Stream::Stdout { "<stdout>" } else { "<stderr>" })))
    .getter("mode", |_, _| Ok("w".into()))
    .getter("encoding", |_, _| Ok("utf-8".into()))
    .getter("errors", |_, v| Ok(Value::from(if stream(v)? == Stream::Stdout { "strict" } else { "backslashreplace" })))
    .getter("closed", |_, _| Ok(Value::Bool(false)))
    .sync("__repr__", |_, args| {
        let name = if stream(&args.values[0])? == Stream::Stdout { "stdout" } else { "stderr" };
        Ok(Value::from(format!("<_io.TextIOWrapper name='<{name}>' mode='w' encoding='utf-8'>")))
    })
    .finish()
}

fn exit(_: &mut dyn Interp, args: Args) -> PyResult {
    let [code] = args.between("exit", 0)?;
    let given: Vec<Value> = code.clone().some().into_iter().collect();
    let exc = Exc::new(&types().system_exit, given);
    exc.data().members.borrow_mut().set(Symbol::new("code"), code.some().into());
    Err(exc)
}

fn exc_info(i: &mut dyn Interp, _: Args) -> PyResult {
    let Some(exc) = i.handled() else { return Ok(Value::tuple([Value::None, Value::None, Value::None])) };
    let traceback = exc.data().traceback.borrow().as_ref().map(traceback_value);
    Ok(Value::tuple([Value::Type(exc.class()), exc.value(), traceback.into()]))
}

fn set_recursion_limit(i: &mut dyn Interp, args: Args) -> PyResult {
    let [limit] = args.exactly("setrecursionlimit")?;
    let limit = ops::index(i, &limit)?;
    if limit < 1 {
        return Err(value_error("recursion limit must be greater or equal than 1"));
    }
    if let Some(vm) = i.as_any().downcast_mut::<Vm>() {
        vm.recursion_limit = limit as usize;
    }
    Ok(Value::None)
}

fn version_info() -> Value {
    let parts = [Value::Int(3), Value::Int(13), Value::Int(0), "final".into(), Value::Int(0)];
    named_tuple("version_info", &["major", "minor", "micro", "releaselevel", "serial"], &parts)
}

fn hash_info() -> Value {
    let names = ["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"];
    let modulus = crate::objects::hash::MODULUS as i64;
    let [inf, imag] = [314159, 1000003].map(Value::Int);
    let rest = ["siphash13".into(), Value::Int(64), Value::Int(128), Value::Int(0)];
    let values: Vec<Value> =
        [Value::Int(64), Value::Int(modulus), inf, Value::Int(0), imag].into_iter().chain(rest).collect();
    named_tuple("hash_info", &names, &values)
}

fn flags() -> Value {
    const NAMES: [&str; 18] = [
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
    ];
    let values: Vec<Value> = NAMES
        .iter()
        .map(|name| match *name {
            "dev_mode" | "safe_path" => Value::Bool(false),
            "int_max_str_digits" => Value::Int(4300),
            _ => Value::Int(0),
        })
        .collect();
    named_tuple("flags", &NAMES, &values)
}

/// `__repr__` of such a tuple: `sys.flags(debug=0, …)`.
fn repr_with_names(class: &str, names: &[&str]) -> Value {
    let (class_name, names) = (class.to_string(), names.iter().map(|n| n.to_string()).collect::<Vec<_>>());
    let code = move |i: &mut dyn Interp, args: Args| {
        let Value::Tuple(items) = args.values[0].plain() else { return Ok(Flow::Done(Value::None)) };
        let mut parts = Vec::new();
        for (name, value) in names.iter().zip(&items.items) {
            parts.push(format!("{name}={}", ops::repr_text(i, value)?.text()));
        }
        Ok(Flow::Done(Value::from(format!("sys.{class_name}({})", parts.join(", ")))))
    };
    Builtin::new("__repr__", class, Binding::Method, BuiltinCode::Closure(Rc::new(code)))
}

/// A tuple with names, such as `sys.version_info`.
fn named_tuple(name: &str, names: &[&str], values: &[Value]) -> Value {
    let class = NativeClass::new(name, "sys", &[&types().tuple], types().tuple.make.get());
    let class = names
        .iter()
        .zip(values)
        .fold(class, |class, (name, value)| class.constant(name, value.clone()))
        .constant("__slots__", Value::tuple([]))
        .constant("__repr__", repr_with_names(name, names))
        .finish();
    let payload = crate::objects::object::Payload::Builtin(Value::tuple(values.to_vec()));
    Value::Object(Object::new(class, payload))
}
