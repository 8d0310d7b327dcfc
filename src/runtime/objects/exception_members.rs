//! The exception classes that have members or constructors of their own: OSError, ImportError, SyntaxError, …

use std::rc::Rc;

use super::args::Args;
use super::attrs::AttrMap;
use super::bind;
use super::builtin_types::bytes_like;
use super::class::Class;
use super::containers::Tuple;
use super::exception::{Exc, PyResult, type_error, value_error};
use super::exception_types::{self, no_keywords, receiver};
use super::function::Flow;
use super::interp::Interp;
use super::native_class::NativeClass;
use super::object::{Native, Object};
use super::ops;
use super::symbol::{Symbol, known};
use super::types::{Types, type_name, type_of, types};
use super::value::Value;

/// A member of an exception class: kept in `ExceptionData::members`, None until it is set.
pub struct Member {
    pub name: Symbol,
    pub owner: Rc<str>,
    pub readonly: bool,
    /// A number that is absent until it is set (AttributeError), instead of None.
    pub optional: bool,
}

impl Native for Member {}

fn members(class: &Rc<Class>, names: &[&str]) {
    for name in names {
        let (readonly, optional) = (class.name().starts_with("BaseExceptionG"), *name == "characters_written");
        let member = Member { name: Symbol::new(name), owner: class.name().as_ref().into(), readonly, optional };
        class.set(member.name, Object::with_native(types().member_descriptor.clone(), member));
    }
}

pub(super) fn member(exc: &Exc, name: &str) -> Value {
    exc.data().members.borrow().get(Symbol::new(name)).cloned().unwrap_or(Value::None)
}

fn set_member(exc: &Exc, name: &str, value: Value) {
    let old = exc.data().members.borrow_mut().set(Symbol::new(name), value);
    drop(old);
}

pub(super) fn set_args(exc: &Exc, args: &Args) {
    exc.data().args.replace(Tuple::new(args.positional_values().to_vec()));
}

/// Fills these classes.
#[inline(never)]
pub fn install(t: &'static Types) {
    members(&t.stop_iteration, &["value"]);
    t.stop_iteration.make.set(make_stop_iteration);
    NativeClass::extend(&t.stop_iteration).sync("__init__", |_, args| {
        let (exc, args) = receiver(args)?;
        no_keywords(&exc, &args)?;
        set_args(&exc, &args);
        set_member(&exc, "value", args.values.first().cloned().unwrap_or(Value::None));
        Ok(Value::None)
    });
    members(&t.system_exit, &["code"]);
    NativeClass::extend(&t.system_exit).sync("__init__", |_, args| {
        let (exc, args) = receiver(args)?;
        no_keywords(&exc, &args)?;
        set_args(&exc, &args);
        let code = match args.values.as_slice() {
            [] => Value::None,
            [one] => one.clone(),
            more => Value::tuple(more.to_vec()),
        };
        set_member(&exc, "code", code);
        Ok(Value::None)
    });
    NativeClass::extend(&t.key_error).method("__str__", |i, args| {
        let (exc, _) = receiver(args)?;
        let args = exc.data().args.borrow().clone();
        match &*args.items {
            [key] => ops::repr(i, key),
            _ => exception_types::str_(i, &exc),
        }
    });
    members(&t.attribute_error, &["name", "obj"]);
    NativeClass::extend(&t.attribute_error)
        .sync("__init__", |_, args| with_keywords(args, "AttributeError", &["name", "obj"]));
    members(&t.name_error, &["name"]);
    NativeClass::extend(&t.name_error).sync("__init__", |_, args| with_keywords(args, "NameError", &["name"]));
    members(&t.import_error, &["msg", "name", "path", "name_from"]);
    NativeClass::extend(&t.import_error)
        .sync("__init__", |_, args| {
            let (exc, message) = (args.values.first().cloned().unwrap_or_default(), args.values.get(1).cloned());
            let one = args.positional_count() == 2;
            with_keywords(args, "ImportError", &["name", "path", "name_from"])?;
            set_member(&receiver(Args::one(exc))?.0, "msg", message.filter(|_| one).into());
            Ok(Value::None)
        })
        .method("__str__", |i, args| {
            let (exc, _) = receiver(args)?;
            match member(&exc, "msg") {
                text @ Value::Str(_) => Ok(Flow::Done(text)),
                _ => exception_types::str_(i, &exc),
            }
        });
    super::exception_reduce::install(t);
    install_os_error(t);
    install_syntax_error(t);
    install_unicode_errors(t);
}

fn make_stop_iteration(i: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    let made = exception_types::make(i, class, args)?;
    if let (Some(exc), Some(value)) = (Exc::from_value(&made), args.positional_values().first()) {
        exc.data().members.borrow_mut().set(known::VALUE, value.clone());
    }
    Ok(made)
}

/// `__init__(self, *args, name=None, …)`: keywords become members.
fn with_keywords(args: Args, class: &str, allowed: &[&str]) -> PyResult {
    let (exc, args) = receiver(args)?;
    set_args(&exc, &args);
    for name in allowed {
        drop(exc.data().members.borrow_mut().remove(Symbol::new(name)));
    }
    let (given, most) = (args.keywords().count(), allowed.len());
    if given > most {
        let plural = if most == 1 { "" } else { "s" };
        return Err(type_error(format!("{class}() takes at most {most} keyword argument{plural} ({given} given)")));
    }
    for (name, value) in args.keywords() {
        let text = name.text();
        if !allowed.contains(&&*text) {
            return Err(bind::unexpected_keyword(class, &text, allowed));
        }
        set_member(&exc, &text, value.clone());
    }
    Ok(Value::None)
}

/// The subclass that OSError(errno, …) makes (Objects/exceptions.c `errnomap`; Linux's numbers).
fn class_of_errno(errno: i64) -> Option<&'static Rc<Class>> {
    let t = types();
    Some(match errno {
        11 | 114 | 115 => &t.blocking_io_error,
        32 | 108 => &t.broken_pipe_error,
        10 => &t.child_process_error,
        103 => &t.connection_aborted_error,
        111 => &t.connection_refused_error,
        104 => &t.connection_reset_error,
        17 => &t.file_exists_error,
        2 => &t.file_not_found_error,
        21 => &t.is_a_directory_error,
        20 => &t.not_a_directory_error,
        4 => &t.interrupted_error,
        1 | 13 => &t.permission_error,
        3 => &t.process_lookup_error,
        110 => &t.timeout_error,
        _ => return None,
    })
}

/// Whether the class has an `__init__` of its own but OSError's `__new__`: then the arguments are for `__init__`
/// (`oserror_use_init`).
fn uses_init(class: &Rc<Class>) -> bool {
    let plain = matches!(class.lookup(known::INIT), Some(Value::Builtin(init)) if &*init.source().owner == "OSError");
    !plain && !class.overrides(known::NEW)
}

fn make_os_error(i: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    if uses_init(class) {
        return exception_types::make(i, class, &Args::none());
    }
    if args.names.is_some() {
        return Err(type_error(format!("{}() takes no keyword arguments", class.name())));
    }
    let given = args.positional_values();
    let mut class = class;
    if Rc::ptr_eq(class, &types().os_error)
        && (2..=5).contains(&given.len())
        && let Some(special) = given[0].as_int().and_then(class_of_errno)
    {
        class = special;
    }
    let made = exception_types::make(i, class, args)?;
    fill_os_error(i, &exception_types::exception_of(&made)?, given)?;
    Ok(made)
}

/// Puts (errno, strerror, filename, winerror, filename2) into the members (`oserror_init`).
fn fill_os_error(i: &mut dyn Interp, exc: &Exc, given: &[Value]) -> PyResult<()> {
    exc.data().args.replace(Tuple::new(given.to_vec()));
    if !(2..=5).contains(&given.len()) {
        return Ok(());
    }
    set_member(exc, "errno", given[0].clone());
    set_member(exc, "strerror", given[1].clone());
    let filename = given.get(2).filter(|v| !v.is_none());
    if let Some(filename) = filename {
        if exc.is_a(&types().blocking_io_error) && is_number(filename) {
            let written = written(i, filename)?;
            drop(exc.data().members.borrow_mut().set(Symbol::new("characters_written"), written));
            return Ok(());
        }
        set_member(exc, "filename", filename.clone());
        if let Some(second) = given.get(4).filter(|v| !v.is_none()) {
            set_member(exc, "filename2", second.clone());
        }
        exc.data().args.replace(Tuple::new(given[..2].to_vec()));
    }
    Ok(())
}

/// `characters_written`, of which -1 is none.
fn written(i: &mut dyn Interp, given: &Value) -> PyResult {
    let written = ops::index_or(i, given, value_error)?;
    Ok(if written == -1 { Value::Unset } else { Value::Int(written) })
}

/// `PyNumber_Check`
fn is_number(value: &Value) -> bool {
    let class = type_of(value);
    matches!(value.plain(), Value::Complex(_))
        || [known::INDEX, known::INT, known::FLOAT].iter().any(|name| class.lookup(*name).is_some())
}

fn install_os_error(t: &'static Types) {
    members(&t.os_error, &["errno", "strerror", "filename", "filename2", "characters_written"]);
    for class in t.all() {
        if class.is_subclass_of(&t.os_error) {
            class.make.set(make_os_error);
        }
    }
    NativeClass::extend(&t.os_error)
        .sync("__init__", |i, args| {
            let (exc, args) = receiver(args)?;
            if uses_init(&exc.class()) {
                no_keywords(&exc, &args)?;
                fill_os_error(i, &exc, args.positional_values())?;
            }
            Ok(Value::None)
        })
        .method("__str__", |i, args| {
            let (exc, _) = receiver(args)?;
            let (errno, strerror) = (member(&exc, "errno"), member(&exc, "strerror"));
            let filename = member(&exc, "filename");
            if filename.is_none() && (errno.is_none() || strerror.is_none()) {
                return exception_types::str_(i, &exc);
            }
            let mut text =
                format!("[Errno {}] {}", ops::str_text(i, &errno)?.text(), ops::str_text(i, &strerror)?.text());
            if !filename.is_none() {
                text += &format!(": {}", ops::repr_text(i, &filename)?.text());
                let second = member(&exc, "filename2");
                if !second.is_none() {
                    text += &format!(" -> {}", ops::repr_text(i, &second)?.text());
                }
            }
            Ok(Flow::Done(Value::from(text)))
        });
}

const SYNTAX_PLACE: [&str; 6] = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];

fn install_syntax_error(t: &'static Types) {
    members(&t.syntax_error, &["msg", "print_file_and_line"]);
    members(&t.syntax_error, &SYNTAX_PLACE);
    NativeClass::extend(&t.syntax_error)
        .sync("__init__", |i, args| {
            let (exc, args) = receiver(args)?;
            no_keywords(&exc, &args)?;
            set_args(&exc, &args);
            if let Some(message) = args.values.first() {
                set_member(&exc, "msg", message.clone());
            }
            if args.values.len() == 2 {
                let place = ops::to_vec(i, &args.values[1])?;
                if place.len() < 4 {
                    return Err(type_error(format!("function takes at least 4 arguments ({} given)", place.len())));
                }
                if place.len() > 6 {
                    return Err(type_error(format!("function takes at most 6 arguments ({} given)", place.len())));
                }
                if place.len() == 5 {
                    return Err(type_error("end_offset must be provided when end_lineno is provided"));
                }
                for (name, value) in SYNTAX_PLACE.iter().zip(place) {
                    set_member(&exc, name, value);
                }
            }
            Ok(Value::None)
        })
        .sync("__str__", |i, args| {
            let (exc, _) = receiver(args)?;
            let message = ops::str_text(i, &member(&exc, "msg"))?;
            let (filename, line) = (member(&exc, "filename"), member(&exc, "lineno").as_int());
            let file = filename.as_str().map(|f| f.text().rsplit('/').next().unwrap_or("").to_string());
            Ok(match (file, line) {
                (Some(file), Some(line)) => Value::from(format!("{} ({file}, line {line})", message.text())),
                (Some(file), None) => Value::from(format!("{} ({file})", message.text())),
                (None, Some(line)) => Value::from(format!("{} (line {line})", message.text())),
                (None, None) => Value::Str(message),
            })
        });
}

fn install_unicode_errors(t: &'static Types) {
    for class in [&t.unicode_decode_error, &t.unicode_encode_error] {
        members(class, &["encoding", "object", "start", "end", "reason"]);
    }
    members(&t.unicode_translate_error, &["object", "start", "end", "reason"]);
    NativeClass::extend(&t.unicode_translate_error)
        .sync("__init__", |_, mut args| {
            // As an encoder's error, of no encoding.
            args.values.insert(1.min(args.values.len()), known::EMPTY.value());
            init_unicode(args, false)
        })
        .sync("__str__", |i, args| unicode_text(i, args, "translate"));
    NativeClass::extend(&t.unicode_decode_error)
        .sync("__init__", |_, args| init_unicode(args, true))
        .sync("__str__", |i, args| unicode_text(i, args, "decode"));
    NativeClass::extend(&t.unicode_encode_error)
        .sync("__init__", |_, args| init_unicode(args, false))
        .sync("__str__", |i, args| unicode_text(i, args, "encode"));
}

fn init_unicode(args: Args, bytes: bool) -> PyResult {
    let (exc, args) = receiver(args)?;
    no_keywords(&exc, &args)?;
    // The one that translates has no encoding.
    let besides = exc.is_a(&types().unicode_translate_error) as usize;
    exc.data().args.replace(Tuple::new(args.positional_values()[besides.min(args.values.len())..].to_vec()));
    let (given, wanted) = (args.values.len() - besides, 5 - besides);
    if given != wanted {
        return Err(type_error(format!("function takes exactly {wanted} arguments ({given} given)")));
    }
    // The memory that a decoder's object is, is looked at once all are what they are to be.
    for (at, name) in ["encoding", "object", "start", "end", "reason", ""].iter().enumerate() {
        if at == 5 {
            match &args.values[1] {
                lacking if bytes && !matches!(lacking.plain(), Value::Bytes(_) | Value::Object(_)) => {
                    let kind = type_name(lacking);
                    return Err(type_error(format!("a bytes-like object is required, not '{kind}'")));
                }
                given if bytes && matches!(given, Value::Object(_)) => {
                    // Another kind of memory is copied.
                    if let Some(copy) = bytes_like::to_vec(given) {
                        set_member(&exc, "object", Value::bytes(copy));
                    }
                    break;
                }
                _ => break,
            }
        }
        let value = &args.values[at];
        let what = match at {
            2 | 3 if value.as_int().is_none() => {
                let text = format!("'{}' object cannot be interpreted as an integer", type_name(value));
                return Err(type_error(text));
            }
            0 | 4 if value.as_str().is_none() => "str",
            1 if !bytes && value.as_str().is_none() => "str",
            _ => {
                set_member(&exc, name, value.clone());
                continue;
            }
        };
        return Err(type_error(format!("argument {} must be {what}, not {}", at + 1 - besides, type_name(value))));
    }
    Ok(Value::None)
}

fn unicode_text(i: &mut dyn Interp, args: Args, doing: &str) -> PyResult {
    let (exc, _) = receiver(args)?;
    let object = member(&exc, "object");
    if object.is_none() {
        return Ok(known::EMPTY.value());
    }
    let subject = match &exc {
        exc if exc.is_a(&types().unicode_translate_error) => "can't".to_string(),
        exc => format!("'{}' codec can't", ops::str_text(i, &member(exc, "encoding"))?.text()),
    };
    let reason = ops::str_text(i, &member(&exc, "reason"))?;
    let (start, end) = (member(&exc, "start").as_int().unwrap_or(0), member(&exc, "end").as_int().unwrap_or(0));
    let one = (end == start + 1).then_some(start as usize);
    let what = match (object.plain(), one) {
        (Value::Bytes(b), Some(at)) if at < b.data.len() => format!("byte {:#04x} in position {at}", b.data[at]),
        (Value::Str(s), Some(at)) if at < s.data.len() => {
            let c = s.data.at(at);
            let escape = match c {
                0..=0xff => format!("\\x{c:02x}"),
                0x100..=0xffff => format!("\\u{c:04x}"),
                _ => format!("\\U{c:08x}"),
            };
            format!("character '{escape}' in position {at}")
        }
        (Value::Str(_), _) => format!("characters in position {start}-{}", end - 1),
        _ => format!("bytes in position {start}-{}", end - 1),
    };
    Ok(Value::from(format!("{subject} {doing} {what}: {}", reason.text())))
}

/// A member of an exception class as an attribute: its value.
pub fn get_member(i: &dyn Interp, descriptor: &Member, receiver: &Value) -> PyResult {
    let exc = exception_types::exception_of(receiver)?;
    super::attribute_context::fill(&exc, &|name| i.imported(name));
    let members = exc.data().members.borrow();
    match members.get(descriptor.name) {
        Some(value) => Ok(value.clone()),
        None if descriptor.optional => Err(super::exception::attribute_error(descriptor.name.value())),
        // An import that failed made it.
        None if exc.is_a(&types().import_error) && &*descriptor.name.text() == "msg" => Ok(exc.first_arg()),
        None => Ok(Value::None),
    }
}

/// Sets or, with `Unset`, clears a member.
pub fn set_member_value(i: &mut dyn Interp, descriptor: &Member, receiver: &Value, value: Value) -> PyResult<()> {
    if descriptor.readonly {
        return Err(super::exception::attribute_error("readonly attribute"));
    }
    let exc = exception_types::exception_of(receiver)?;
    let absent = exc.data().members.borrow().get(descriptor.name).is_none();
    let value = match descriptor.optional {
        true if value.is_unset() && absent => {
            return Err(super::exception::attribute_error(descriptor.name.value()));
        }
        true if !value.is_unset() => written(i, &value)?,
        _ => value,
    };
    let mut members = exc.data().members.borrow_mut();
    let members: &mut AttrMap = &mut members;
    drop(if value.is_unset() { members.remove(descriptor.name) } else { members.set(descriptor.name, value) });
    Ok(())
}
/// Registers the read-only members of exception groups.
pub fn group_members(t: &'static Types) {
    members(&t.base_exception_group, &["message", "exceptions"]);
}
