//! `_struct`: bytes laid out as C lays them out, for `struct` (own Python text).

mod format;

use std::cell::RefCell;
use std::rc::Rc;

use format::{Format, Wrong};

use crate::objects::args::Args;
use crate::objects::builtin_types::{bytearray, bytes_like};
use crate::objects::class::Class;
use crate::objects::containers::Slice;
use crate::objects::exception::{PyResult, runtime_error, type_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode};
use crate::objects::hasher::FastMap;
use crate::objects::module::Module;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::{Exc, Interp, Symbol, Value, known, ops, type_name, types};

/// `Struct`: a compiled format, and its text. `__init__` gives them.
#[derive(Default)]
struct Compiled(RefCell<Option<(Rc<Format>, Value)>>);

impl Native for Compiled {
    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let state = self.0.borrow().as_ref().map(|(format, text)| (format.clone(), copy(text)));
        Some(Box::new(Compiled(RefCell::new(state))))
    }
}

/// The formats that have been compiled.
#[derive(Default)]
struct Formats(FastMap<Box<[u8]>, Rc<Format>>);

/// So many are kept, as in CPython.
const KEPT: usize = 100;

/// `struct.error(text)`
fn raised(i: &mut dyn Interp, wrong: Wrong) -> Exc {
    match wrong {
        Wrong::Exc(exc) => exc,
        Wrong::Text(text) => Exc::message(&i.states().get_or(classes).0, text),
    }
}

fn formatted(i: &mut dyn Interp, format: &Value) -> PyResult<Rc<Format>> {
    let found = match format.plain() {
        Value::Str(text) => match text.data.as_ascii() {
            Some(text) => compiled(i, text.as_bytes())?,
            None => {
                let encoded = Args::from([format.clone(), "ascii".into()]);
                let encode = types().str.lookup(Symbol::new("encode")).unwrap_or_default();
                i.call(&encode, encoded)?;
                compiled(i, &[])?
            }
        },
        Value::Bytes(text) => compiled(i, &text.data)?,
        _ => {
            let name = type_name(format);
            return Err(type_error(format!("Struct() argument 1 must be a str or bytes object, not {name}")));
        }
    };
    Ok(found)
}

fn compiled(i: &mut dyn Interp, text: &[u8]) -> PyResult<Rc<Format>> {
    if let Some(found) = i.states().get::<Formats>().0.get(text) {
        return Ok(found.clone());
    }
    let format = Rc::new(Format::parse(text).map_err(|wrong| raised(i, wrong))?);
    let all = &mut i.states().get::<Formats>().0;
    if all.len() >= KEPT {
        all.clear();
    }
    all.insert(text.into(), format.clone());
    Ok(format)
}

/// A text of `struct.error`.
fn error<T>(i: &mut dyn Interp, text: String) -> PyResult<T> {
    Err(raised(i, Wrong::Text(text)))
}

fn packed(i: &mut dyn Interp, format: &Format, values: &[Value], function: &str) -> PyResult<Vec<u8>> {
    if values.len() != format.values {
        let text = match function {
            "pack_into" => format!("pack_into expected {} items for packing (got {})", format.values, values.len()),
            _ => format!("pack expected {} items for packing (got {})", format.values, values.len()),
        };
        return error(i, text);
    }
    format.pack(i, values).map_err(|wrong| raised(i, wrong))
}

fn pack(i: &mut dyn Interp, format: &Format, args: &[Value]) -> PyResult {
    Ok(Value::bytes(packed(i, format, args, "pack")?))
}

/// A place counted from the end if it is negative, from which on the format fits into so many bytes.
fn place(i: &mut dyn Interp, format: &Format, offset: &Value, len: usize, into: bool) -> PyResult<usize> {
    let (size, mut offset, len) =
        (format.total, if into { ops::index(i, offset) } else { ops::ssize(i, offset) }?, len as i64);
    if offset < 0 {
        if offset + size > 0 {
            let text = match into {
                true => format!("no space to pack {size} bytes at offset {offset}"),
                false => format!("not enough data to unpack {size} bytes at offset {offset}"),
            };
            return error(i, text);
        }
        if offset + len < 0 {
            return error(i, format!("offset {offset} out of range for {len}-byte buffer"));
        }
        offset += len;
    }
    if len - offset < size {
        let (function, doing) = if into { ("pack_into", "packing") } else { ("unpack_from", "unpacking") };
        let needed = i128::from(size) + i128::from(offset);
        return error(
            i,
            format!(
                "{function} requires a buffer of at least {needed} bytes for {doing} {size} bytes at offset {offset} \
                 (actual buffer size is {len})"
            ),
        );
    }
    Ok(ops::size(offset))
}

fn pack_into(i: &mut dyn Interp, format: &Format, args: &[Value]) -> PyResult {
    let [buffer, offset, values @ ..] = args else {
        let lacks = if args.is_empty() { "buffer" } else { "offset" };
        return error(i, format!("pack_into expected {lacks} argument"));
    };
    if values.len() != format.values {
        return packed(i, format, values, "pack_into").map(Value::bytes);
    }
    let (lent, name) = (bytes_like::view(i, buffer)?, type_name(buffer));
    let buffer = lent.as_ref().unwrap_or(buffer);
    let len = bytes_like::with(buffer, |data| data.len())
        .filter(|_| bytes_like::is_writable(buffer) && bytes_like::without_gaps(buffer).is_ok());
    let Some(len) = len else {
        return Err(type_error(format!("argument must be read-write bytes-like object, not {name}")));
    };
    // What is asked for its number meanwhile cannot change the size.
    let kept = bytearray::of(buffer).map(bytearray::Export::new);
    let at = place(i, format, offset, len, true)?;
    let data = packed(i, format, values, "pack_into")?;
    drop(kept);
    let (start, stop) = (at.into(), (at + format.size()).into());
    let part = Slice { header: Default::default(), start, stop, step: Value::None };
    let flow = ops::set_item(i, buffer, &Value::Slice(Rc::new(part)), Value::bytes(data))?;
    i.finish(flow)
}

fn unpack(i: &mut dyn Interp, format: &Format, args: &[Value]) -> PyResult {
    let [buffer] = args else {
        let n = args.len();
        return Err(type_error(format!("Struct.unpack() takes exactly one argument ({n} given)")));
    };
    let lent = bytes_like::view(i, buffer)?;
    let buffer = lent.as_ref().unwrap_or(buffer);
    bytes_like::without_gaps(buffer)?;
    let size = format.size();
    let fitting = |data: &[u8]| (data.len() == size).then(|| format.unpack(data));
    match bytes_like::with(buffer, fitting) {
        Some(Some(values)) => values,
        Some(None) => error(i, format!("unpack requires a buffer of {size} bytes")),
        None => bytes_like::required(i, buffer).map(Value::bytes),
    }
}

fn unpack_from(i: &mut dyn Interp, format: &Format, buffer: &Value, offset: &Value) -> PyResult {
    let lent = bytes_like::view(i, buffer)?;
    let buffer = lent.as_ref().unwrap_or(buffer);
    bytes_like::without_gaps(buffer)?;
    let Some(len) = bytes_like::with(buffer, |data| data.len()) else {
        return bytes_like::required(i, buffer).map(Value::bytes);
    };
    let at = place(i, format, offset, len, false)?;
    bytes_like::with(buffer, |data| format.unpack(&data[at..at + format.size()])).unwrap_or(Ok(Value::None))
}

/// The format that a function's first argument names, and its other arguments.
fn first(i: &mut dyn Interp, args: &mut Args, function: &str) -> PyResult<Rc<Format>> {
    match args.take_first() {
        Some(format) => formatted(i, &format),
        None => Err(type_error(match function {
            "pack" | "pack_into" => "missing format argument".to_string(),
            _ => format!("{function} expected 2 arguments, got 0"),
        })),
    }
}

fn both(this: &Value, method: &str) -> PyResult<(Rc<Format>, Value)> {
    let state = receiver::<Compiled>(this, "_struct.Struct", method)?.0.borrow().clone();
    state.ok_or_else(|| runtime_error("Struct object is not initialized"))
}

fn of(this: &Value, method: &str) -> PyResult<Rc<Format>> {
    both(this, method).map(|(format, _)| format)
}

type Work = fn(&mut dyn Interp, &Format, &[Value]) -> PyResult;

/// A function of the module and of `Struct`: the first argument is a format's text, or a Struct.
fn either(i: &mut dyn Interp, mut args: Args, name: &str, method: bool, work: Work) -> PyResult {
    if args.names.is_some() {
        args.no_keywords(&format!("{}.{name}", if method { "Struct" } else { "_struct" }))?;
    }
    let format = match method {
        true => of(&args.take_receiver(), name)?,
        false if name == "unpack" && args.values.len() != 2 => {
            return Err(type_error(format!("unpack expected 2 arguments, got {}", args.values.len())));
        }
        false => first(i, &mut args, name)?,
    };
    work(i, &format, &args.values)
}

fn from(i: &mut dyn Interp, mut args: Args, method: bool) -> PyResult {
    let format = match method {
        true => of(&args.take_receiver(), "unpack_from")?,
        false => first(i, &mut args, "unpack_from")?,
    };
    let [buffer, offset] = args.bind_in_c("unpack_from", &["buffer", "offset"], 1)?;
    unpack_from(i, &format, &buffer, &offset.some().unwrap_or(Value::Int(0)))
}

/// `parts(format, data)`: the values of each of the parts of which the data are made.
fn parts(i: &mut dyn Interp, args: Args) -> PyResult {
    let [format, data] = args.exactly("iter_unpack")?;
    let format = match format.native::<Compiled>() {
        Some(_) => of(&format, "iter_unpack")?,
        None => formatted(i, &format)?,
    };
    if format.size() == 0 {
        return error(i, "cannot iteratively unpack with a struct of length 0".to_string());
    }
    let data = bytes_like::required(i, &data)?;
    if data.len() % format.size() != 0 {
        let size = format.size();
        return error(i, format!("iterative unpacking requires a buffer of a multiple of {size} bytes"));
    }
    Ok(Value::list(data.chunks(format.size()).map(|part| format.unpack(part)).collect::<PyResult<_>>()?))
}

fn new(_: &mut dyn Interp, class: &Rc<Class>, _: &Args) -> PyResult {
    Ok(Object::with_native(class.clone(), Compiled::default()))
}

fn init(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let [text] = args.bind_in_c("Struct", &["format"], 1)?;
    let format = formatted(i, &text)?;
    let text = match text.plain() {
        Value::Bytes(text) => String::from_utf8_lossy(&text.data).into_owned().into(),
        _ => text,
    };
    receiver::<Compiled>(&this, "_struct.Struct", "__init__")?.0.replace(Some((format, text)));
    Ok(Value::None)
}

/// `error` and `Struct`, of one interpreter.
struct Classes(Rc<Class>, Rc<Class>);

fn classes() -> Classes {
    let exception = &types().exception;
    let error = NativeClass::new("error", "struct", &[exception], exception.make.get()).finish();
    let format = NativeClass::new("Struct", "_struct", &[], new)
        .without_dict()
        .sync("__init__", init)
        .sync("pack", |i, args| either(i, args, "pack", true, pack))
        .sync("pack_into", |i, args| either(i, args, "pack_into", true, pack_into))
        .sync("unpack", |i, args| either(i, args, "unpack", true, unpack))
        .sync("unpack_from", |i, args| from(i, args, true))
        .sync("__repr__", |i, args| {
            let (_, text) = both(&args.values[0], "__repr__")?;
            Ok(format!("Struct({})", ops::repr_text(i, &text)?.text()).into())
        })
        .getter("format", |_, this| Ok(both(this, "format")?.1))
        .getter("size", |_, this| Ok(Value::Int(of(this, "size")?.total)))
        .finish();
    Classes(error, format)
}

/// Makes the module.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_struct");
    let made = i.states().get_or(classes);
    module.set(Symbol::new("error"), Value::Type(made.0.clone()));
    module.set(Symbol::new("Struct"), Value::Type(made.1.clone()));
    let set = |name: &str, code| {
        let code = BuiltinCode::Sync(code);
        module.set(Symbol::new(name), Builtin::of(name.into(), "_struct".into(), Binding::Function, None, code));
    };
    set("pack", |i, args| either(i, args, "pack", false, pack));
    set("pack_into", |i, args| either(i, args, "pack_into", false, pack_into));
    set("unpack", |i, args| either(i, args, "unpack", false, unpack));
    set("unpack_from", |i, args| from(i, args, false));
    set("parts", parts);
    set("calcsize", |i, args| {
        let [format] = args.exactly("_struct.calcsize")?;
        Ok(Value::Int(formatted(i, &format)?.total))
    });
    module.set(known::DOC, "Functions to convert between Python values and C structs.".into());
    Ok(module)
}
