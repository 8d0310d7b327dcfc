//! Calling a class: `type.__call__` (Objects/typeobject.c `type_call`, `object_new`, `object_init`).

use std::rc::{Rc, Weak};

use super::args::Args;
use super::class::{Class, class_flag, epoch};
use super::class_creation::{namespace_dict, namespace_entries, new_class, winning_metaclass};
use super::descriptor::StaticMethod;
use super::exception::{Exc, PyResult, type_error, value_error};
use super::function::{Binding, Builtin, BuiltinCode, Flow};
use super::interp::Interp;
use super::object::{Object, Payload};
use super::str::PyStr;
use super::symbol::{Symbol, known};
use super::type_methods::in_utf8;
use super::types::{argument_type, type_name, type_of, types};
use super::value::Value;

/// The `__init__` (a Python function) of a class whose instantiation is «make a plain object, call it».
/// `None`: call the class by [`call_class`].
#[inline]
pub fn plain_init(class: &Rc<Class>) -> Option<Value> {
    let known = {
        let (known_in, init) = &*class.plain_init.borrow();
        (*known_in == epoch()).then(|| init.clone())
    };
    known.unwrap_or_else(|| find_plain_init(class))
}

/// The instance that such a class makes.
pub fn plain_instance(class: &Rc<Class>) -> Value {
    Value::Object(Object::new(class.clone(), Payload::None))
}

fn find_plain_init(class: &Rc<Class>) -> Option<Value> {
    let special = class.metaclass().is_some_and(|m| !is_builtin_of(&m.lookup(known::CALL), &types().type_))
        || class.flag(class_flag::ABSTRACT)
        || class.layout().is_some()
        || Rc::ptr_eq(class, &types().object)
        || !is_builtin_of(&class.lookup(known::NEW), &types().object);
    // A coroutine that `__init__` makes is refused like any other result, and never awaited.
    let plain = |f: &Value| matches!(f, Value::Function(f) if !f.code.suspends);
    let init = if special { None } else { class.lookup(known::INIT).filter(plain) };
    class.plain_init.replace((epoch(), init.clone()));
    init
}

/// Whether a class attribute is the native function that `class` (object, type) itself defines.
fn is_builtin_of(found: &Option<Value>, class: &Rc<Class>) -> bool {
    matches!(found, Some(Value::Builtin(b)) if *b.owner == **class.name.borrow())
}

/// Whether a class's `__new__` comes to its `make`. One that the program has taken from another class does so as well.
fn is_made(found: &Option<Value>) -> bool {
    matches!(found, Some(Value::Builtin(b)) if matches!(b.code, BuiltinCode::New(_)) || *b.owner == *"object")
}

/// Whether calling a class comes to its `make` alone: that of a built-in whose `__init__` does nothing (`str`, `int`).
fn is_only_made(class: &Rc<Class>) -> bool {
    let (known_in, only) = class.only_made.get();
    if known_in == epoch() {
        return only;
    }
    let only = !class.has_metaclass()
        && class.flag(class_flag::IMMUTABLE)
        && class.layout().is_some()
        && !Rc::ptr_eq(class, &types().type_)
        && is_made(&class.lookup(known::NEW))
        && class.lookup(known::INIT).is_none_or(|init| is_builtin_of(&Some(init), &types().object));
    class.only_made.set((epoch(), only));
    only
}

/// `str(x)`, `bool(x)`, `int(x)`, `float(x)` of what needs no protocol; `type(x)`.
pub fn at_once(class: &Rc<Class>, arg: &Value) -> Option<Value> {
    let t = types();
    if Rc::ptr_eq(class, &t.str) {
        return match arg {
            Value::Int(n) => Some(PyStr::from_int(*n).into()),
            Value::Str(_) => Some(arg.clone()),
            _ => None,
        };
    }
    if Rc::ptr_eq(class, &t.bool_) {
        return super::ops::plain_truth(arg).map(Value::Bool);
    }
    if Rc::ptr_eq(class, &t.int) {
        return match arg {
            Value::Int(n) => Some(Value::Int(*n)),
            Value::Bool(b) => Some(Value::Int(*b as i64)),
            Value::Float(x) if x.abs() < EXACT => Some(Value::Int(*x as i64)),
            Value::Str(text) => number(text.data.as_ascii()?).map(Value::Int),
            _ => None,
        };
    }
    if Rc::ptr_eq(class, &t.float) {
        return match arg {
            Value::Float(x) => Some(Value::Float(*x)),
            Value::Int(n) if (*n as f64).abs() < EXACT => Some(Value::Float(*n as f64)),
            Value::Str(text) => super::float_parse::parse_str(&text.data).ok().map(Value::Float),
            _ => None,
        };
    }
    Rc::ptr_eq(class, &t.type_).then(|| Value::Type(type_of(arg)))
}

/// What so few digits come to that no sum of them is too large.
fn number(digits: &str) -> Option<i64> {
    let plain = !digits.is_empty() && digits.len() <= 18;
    digits
        .bytes()
        .try_fold(0, |n, digit| (plain && digit.is_ascii_digit()).then(|| n * 10 + (digit - b'0') as i64))
        .filter(|_| plain)
}

/// Whole numbers below are floats without loss.
const EXACT: f64 = (1u64 << 53) as f64;

/// `class(*args)`.
pub fn call_class(i: &mut dyn Interp, class: &Rc<Class>, args: Args) -> PyResult<Flow> {
    if is_only_made(class) {
        return (class.make.get())(i, class, &args).map(Flow::Done);
    }
    if args.names.is_none()
        && let [value] = &args.values[..]
    {
        let t = types();
        if Rc::ptr_eq(class, &t.bool_) {
            return super::ops::truth_of(i, value.clone());
        }
        if Rc::ptr_eq(class, &t.str) {
            return super::ops::str_of(i, value);
        }
    }
    if let Some(meta) = class.metaclass()
        && let Some(hook) = meta.lookup(known::CALL)
        && !matches!(&hook, Value::Builtin(b) if &*b.owner == "type")
    {
        let this = Value::Type(class.clone());
        if let Value::Function(_) = &hook {
            let mut args = args;
            args.insert_first(this);
            return super::ops::call_now(i, &hook, args);
        }
        let flow = super::attribute::bind(i, &hook, &this, &meta)?;
        let cx = i.cx();
        return Ok(match flow {
            Flow::Done(hook) => Flow::call(hook, args),
            flow => Flow::frame(async move {
                let hook = cx.finish(Ok(flow)).await?;
                cx.call(&hook, args).await
            }),
        });
    }
    type_call(i, class, args)
}

/// `type.__call__(class, *args)`: `__new__`, then `__init__` if that gave an instance.
pub fn type_call(i: &mut dyn Interp, class: &Rc<Class>, args: Args) -> PyResult<Flow> {
    if Rc::ptr_eq(class, &types().type_) {
        match args.positional_count() {
            1 => {
                args.no_keywords("type")?;
                return Ok(Flow::Done(Value::Type(type_of(&args.values[0]))));
            }
            3 => {}
            _ => return Err(type_error("type() takes 1 or 3 arguments")),
        }
    }
    let new = class.lookup(known::NEW);
    if !is_made(&new)
        && let Some(new) = new
    {
        return call_new(i, class, new, args);
    }
    let made = (class.make.get())(i, class, &args)?;
    initialize(i, class, made, args, true)
}

fn call_new(i: &mut dyn Interp, class: &Rc<Class>, new: Value, args: Args) -> PyResult<Flow> {
    // A native `__new__` mostly answers at once.
    if let Value::Builtin(native) = &new {
        let mut new_args = args.clone();
        new_args.insert_first(Value::Type(class.clone()));
        return match native.clone().invoke(i, new_args)? {
            Flow::Done(made) => initialize_made(i, class, made, args),
            flow => {
                let class = class.clone();
                flow.then(i, move |i, made| initialize_made(i, &class, made, args))
            }
        };
    }
    let new = match new.native::<StaticMethod>() {
        Some(function) => function.0.borrow().clone(),
        None => {
            let flow = super::attribute::bind(i, &new, &Value::Unset, class)?;
            i.finish(flow)?
        }
    };
    let mut new_args = args.clone();
    new_args.insert_first(Value::Type(class.clone()));
    if let Value::Function(function) = &new
        && new_args.names.is_none()
        && let Some(made) = function.answer(i, &mut new_args.values)
    {
        return initialize_made(i, class, made, args);
    }
    let class = class.clone();
    Flow::call(new, new_args).then(i, move |i, made| initialize_made(i, &class, made, args))
}

/// What `__new__` made is initialized if it is an instance of the class.
fn initialize_made(i: &mut dyn Interp, class: &Rc<Class>, made: Value, args: Args) -> PyResult<Flow> {
    // Exact immutable built-ins have no `__init__` of their own; a class may have it of its metaclass.
    let own = matches!(&made, Value::Object(_)) || matches!(&made, Value::Type(c) if c.has_metaclass());
    if !own && class.flag(class_flag::IMMUTABLE) {
        return Ok(Flow::Done(made));
    }
    let own = type_of(&made);
    if !own.is_subclass_of(class) {
        return Ok(Flow::Done(made));
    }
    initialize(i, &own, made, args, false)
}

/// Calls `__init__` and gives the instance. `fresh`: the class's own `make` has made it, with these arguments.
fn initialize(i: &mut dyn Interp, class: &Rc<Class>, made: Value, mut args: Args, fresh: bool) -> PyResult<Flow> {
    let init = match class.lookup(known::INIT) {
        None => return Ok(Flow::Done(made)),
        // An exception has kept its arguments already.
        Some(Value::Builtin(b)) if fresh && args.names.is_none() && &*b.source().owner == "BaseException" => {
            return Ok(Flow::Done(made));
        }
        // Without arguments there is nothing to check.
        Some(Value::Builtin(b)) if args.values.is_empty() && &*b.owner == "object" => return Ok(Flow::Done(made)),
        Some(init) => init,
    };
    args.insert_first(made.clone());
    let flow = match &init {
        Value::Builtin(b) => b.clone().invoke(i, args)?,
        Value::Function(_) => Flow::call(init, args),
        other => {
            args.take_first();
            let flow = super::attribute::bind(i, other, &made, class)?;
            let bound = i.finish(flow)?;
            Flow::call(bound, args)
        }
    };
    flow.then(i, move |_, result| check_init(&result).map(|()| made.into()))
}

/// TypeError if `__init__` returned something.
#[inline]
pub fn check_init(result: &Value) -> PyResult<()> {
    if result.is_none() {
        return Ok(());
    }
    Err(type_error(format!("__init__() should return None, not '{}'", type_name(result))))
}

/// `object.__new__`'s work: a plain instance.
pub fn make_object(_: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    if !args.values.is_empty() {
        if !is_builtin_of(&class.lookup(known::NEW), &types().object) {
            return Err(type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        if is_builtin_of(&class.lookup(known::INIT), &types().object) {
            return Err(type_error(format!("{}() takes no arguments", class.name())));
        }
    }
    if class.flag(class_flag::ABSTRACT) {
        return Err(abstract_error(class));
    }
    Ok(Value::Object(Object::new(class.clone(), Payload::None)))
}

#[cold]
fn abstract_error(class: &Rc<Class>) -> Exc {
    let methods = class.attrs.borrow().get(Symbol::new("__abstractmethods__")).cloned().unwrap_or_default();
    let mut names: Vec<String> = match methods.plain() {
        Value::Set(set) => set.items().iter().filter_map(|m| Some(m.as_str()?.text().into_owned())).collect(),
        _ => Vec::new(),
    };
    crate::trace::sorted::sort_by(&mut names, Ord::cmp);
    let plural = if names.len() == 1 { "" } else { "s" };
    type_error(format!(
        "Can't instantiate abstract class {} without an implementation for abstract method{plural} '{}'",
        class.name(),
        names.join("', '")
    ))
}

/// Whether a built-in class's `__new__` may make an instance of what it was given (Objects/typeobject.c `tp_new_wrapper`).
pub fn check_new(owner: &Rc<Class>, given: Option<&Value>) -> PyResult<()> {
    let name = owner.shown_name();
    let class = match given {
        Some(Value::Type(class)) => class,
        Some(other) => {
            return Err(type_error(format!("{name}.__new__(X): X is not a type object ({})", type_name(other))));
        }
        None => return Err(type_error(format!("{name}.__new__(): not enough arguments"))),
    };
    let shown = class.shown_name();
    if !class.is_subclass_of(owner) {
        return Err(type_error(format!("{name}.__new__({shown}): {shown} is not a subtype of {name}")));
    }
    // The next of its classes that is made as a built-in one is.
    let mut maker = Some(class.clone());
    while let Some(other) = &maker
        && !matches!(other.lookup(known::NEW), Some(Value::Builtin(_)))
    {
        maker = other.base();
    }
    let (Some(maker), Some(own)) = (maker, owner.owner_of(known::NEW)) else { return Ok(()) };
    // One that cannot be made has none.
    let by = match maker.owner_of(known::NEW) {
        Some(by) if !Rc::ptr_eq(&by, &types().object) || !maker.flag(class_flag::IMMUTABLE) => by,
        _ => maker.clone(),
    };
    // A class may have taken it for its own: `__new__ = int.__new__`.
    let taken = !maker.flag(class_flag::IMMUTABLE)
        && matches!((by.lookup(known::NEW), own.lookup(known::NEW)), (Some(a), Some(b)) if a.is(&b));
    let same = taken
        || Rc::ptr_eq(&by, &own)
        || is_made(&by.lookup(known::NEW))
            && is_made(&own.lookup(known::NEW))
            && std::ptr::fn_addr_eq(by.make.get(), own.make.get());
    if same {
        return Ok(());
    }
    let maker = maker.shown_name();
    Err(type_error(format!("{name}.__new__({shown}) is not safe, use {maker}.__new__()")))
}

/// `__new__` of a class that makes its instances itself.
pub fn native_new(i: &mut dyn Interp, owner: &Weak<Class>, mut args: Args) -> PyResult<Flow> {
    if let Some(owner) = owner.upgrade() {
        check_new(&owner, args.positional_values().first())?;
    }
    match args.take_first() {
        Some(Value::Type(class)) => (class.make.get())(i, &class, &args).map(Flow::Done),
        _ => Err(type_error("object.__new__(): not enough arguments")),
    }
}

/// Gives a class that makes its instances itself, and has no `__new__` yet, one.
pub fn define_new(class: &Rc<Class>) {
    if !class.attrs.borrow().contains(known::NEW) {
        let code = BuiltinCode::New(Rc::downgrade(class));
        class.define(known::NEW, Builtin::of("__new__".into(), class.name(), Binding::Function, None, code));
    }
}

/// `object.__new__(class, *args)`, also for classes that are Python in CPython, whose own `make` is asked.
pub fn object_new(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = match args.take_first() {
        Some(Value::Type(class)) => class,
        Some(other) => {
            return Err(type_error(format!("object.__new__(X): X is not a type object ({})", type_name(&other))));
        }
        None => return Err(type_error("object.__new__(): not enough arguments")),
    };
    if class.layout().is_some() || class.flag(class_flag::IMMUTABLE) {
        check_new(&types().object, Some(&Value::Type(class.clone())))?;
    }
    (class.make.get())(i, &class, &args).map(Flow::Done)
}

/// `object.__init__(self, *args)`.
pub fn object_init(_: &mut dyn Interp, args: Args) -> PyResult {
    if args.values.len() <= 1 {
        return Ok(Value::None);
    }
    let class = type_of(&args.values[0]);
    // A class with a payload of its own looks at the arguments when it makes it.
    let built_in = |c: &Rc<Class>| c.flag(class_flag::IMMUTABLE) && !Rc::ptr_eq(c, &types().object);
    if class.layout().is_some() || class.mro().iter().any(built_in) {
        return Ok(Value::None);
    }
    if !is_builtin_of(&class.lookup(known::INIT), &types().object) {
        return Err(type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
    }
    if is_builtin_of(&class.lookup(known::NEW), &types().object) {
        let text = format!("{}.__init__() takes exactly one argument (the instance to initialize)", class.name());
        return Err(type_error(text));
    }
    Ok(Value::None)
}

/// `type.__new__(meta, name, bases, namespace, **keywords)`.
pub fn type_new(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [Value::Type(meta), name, bases, namespace] = args.positional_values() else {
        return Err(match args.positional_values() {
            [] => type_error("type.__new__(): not enough arguments"),
            [Value::Type(_), given @ ..] => {
                type_error(format!("type.__new__() takes exactly 3 arguments ({} given)", given.len()))
            }
            [other, ..] => type_error(format!("type.__new__(X): X is not a type object ({})", type_name(other))),
        });
    };
    let wrong = |n: u32, what: &str, value: &Value| {
        type_error(format!("type.__new__() argument {n} must be {what}, not {}", argument_type(value)))
    };
    let Some(text) = name.as_str() else { return Err(wrong(1, "str", name)) };
    if text.text().contains('\0') {
        return Err(value_error("type name must not contain null characters"));
    }
    in_utf8(text)?;
    let Value::Tuple(bases) = bases.plain() else { return Err(wrong(2, "tuple", bases)) };
    let Some(dict) = namespace_dict(namespace) else { return Err(wrong(3, "dict", namespace)) };
    let winner = winning_metaclass(meta, &bases.items)?;
    if !Rc::ptr_eq(&winner, meta)
        && let Some(new) = winner.lookup(known::NEW)
        && !is_builtin_of(&Some(new.clone()), &types().type_)
    {
        // A base's metaclass has a `__new__` of its own.
        let new = match new.native::<StaticMethod>() {
            Some(function) => function.0.borrow().clone(),
            None => new,
        };
        let mut args = args;
        args.values[0] = Value::Type(winner);
        return Ok(Flow::call(new, args));
    }
    let (meta, text, bases) = (meta.clone(), Rc::from(&*text.text()), bases.items.to_vec());
    let entries = namespace_entries(&dict);
    if let Some((_, doc)) = entries.iter().find(|(name, _)| *name == known::DOC)
        && let Some(doc) = doc.as_str()
    {
        in_utf8(doc)?;
    }
    if entries.len() < dict.len() {
        let text = format!("non-string key in the __dict__ of class {text}");
        super::warnings::warn(i, &types().runtime_warning, &text, None)?;
    }
    let keywords = args.keywords().map(|(n, v)| (n, v.clone())).collect();
    Ok(Flow::frame(new_class(i.cx(), meta, text, bases, entries, keywords)))
}

/// A native function that calls classes' `make`, for `__new__` of `object`.
pub fn new_function() -> Value {
    Builtin::function("__new__", "object", object_new)
}
