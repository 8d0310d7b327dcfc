//! What native functions say of themselves: their names, kinds and reprs.

use std::rc::{Rc, Weak};

use super::args::Args;
use super::class::{Class, class_flag};
use super::descriptor::ClassMethod;
use super::exception::{Exc, PyResult, type_error};
use super::function::{Binding, Builtin, BuiltinCode, Flow, Function};
use super::identity::id;
use super::interp::Interp;
use super::isinstance::is_plain_instance;
use super::look::look;
use super::native_class::wrong_receiver;
use super::object_methods::full_name;
use super::symbol::Symbol;
use super::types::{type_name, type_of};
use super::value::Value;

/// The declaration of what is Python in CPython and native here: a function of the library with the same parameters.
pub fn declared(i: &mut dyn Interp, function: &Builtin) -> PyResult<Rc<Function>> {
    let mut found = i.import("_signatures")?;
    for name in [&function.owner, &function.name] {
        let name = Symbol::new(name.rsplit('.').next().unwrap_or_default());
        found = super::attribute::get_attr_now(i, &found, name)?;
    }
    match found {
        Value::Function(f) => Ok(f),
        other => Err(type_error(format!("expected a function, not '{}'", type_name(&other)))),
    }
}

/// What a native function's `__qualname__` is.
pub fn qualname_of(value: &Value, function: &Builtin) -> String {
    if let Value::Method(method) = value
        && function.binding != Binding::Function
        && !is_slot(function)
    {
        let class = match &method.receiver {
            Value::Type(class) => class.clone(),
            receiver => super::types::type_of(receiver),
        };
        return format!("{}.{}", class.qualname.borrow(), function.name);
    }
    let of_class = || super::types::types().all().into_iter().any(|class| *class.name() == *function.owner);
    match matches!(value, Value::Method(_)) || function.binding != Binding::Function || of_class() {
        true => format!("{}.{}", function.owner, function.name),
        false => function.name.to_string(),
    }
}

/// What a native function's `__module__` is.
pub fn module_of(function: &Builtin) -> Value {
    match function.python {
        Some(module) => module.value(),
        None if function.binding == Binding::Function => Value::from(&*function.owner),
        None => Value::None,
    }
}

/// The native function that a value is or binds.
pub fn builtin(value: &Value) -> PyResult<&Rc<Builtin>> {
    match value {
        Value::Builtin(b) => Ok(b),
        Value::Method(m) => builtin(&m.function),
        other => Err(type_error(format!("expected a built-in function, not '{}'", type_name(other)))),
    }
}

/// Whether a method of a built-in class stands for one of its slots (`__add__`), and is no method by its own right
/// (`__reduce__`).
pub fn is_slot(function: &Builtin) -> bool {
    function.binding == Binding::Method && names_slot(&function.owner, &function.name)
}

/// The same of a method's name, in the class `owner`.
pub fn names_slot(owner: &str, name: &str) -> bool {
    if !name.starts_with("__") || !name.ends_with("__") {
        return false;
    }
    match name {
        "__getitem__" => !matches!(owner, "list" | "dict" | "deque" | "defaultdict" | "OrderedDict"),
        "__contains__" => !matches!(owner, "dict" | "set" | "frozenset"),
        "__reversed__" | "__format__" | "__round__" | "__trunc__" | "__floor__" | "__ceil__" | "__sizeof__" => false,
        "__reduce__" | "__reduce_ex__" | "__getstate__" | "__setstate__" | "__getnewargs__" | "__copy__" => false,
        "__dir__" | "__missing__" | "__length_hint__" | "__complex__" | "__bytes__" | "__enter__" | "__exit__" => false,
        "__instancecheck__" | "__subclasscheck__" | "__subclasses__" | "__prepare__" | "__mro_entries__" => false,
        "__deepcopy__" | "__class_getitem__" | "__init_subclass__" | "__subclasshook__" => false,
        "__typing_subst__" | "__typing_prepare_subst__" | "__replace__" => false,
        _ => true,
    }
}

/// What a base's slot does, for an instance of the class that has it from there.
#[inline(never)]
pub fn inherited(
    this: &Builtin,
    class: &Weak<Class>,
    base: &Builtin,
    i: &mut dyn Interp,
    args: Args,
) -> PyResult<Flow> {
    let (receiver, class) = (&args.values[0], class.upgrade());
    match class.is_none_or(|class| is_plain_instance(receiver, &class)) {
        true => base.invoke(i, args),
        false => Err(wrong_receiver(receiver, &this.owner, &this.name)),
    }
}

/// TypeError: a method that was called on nothing.
#[cold]
#[inline(never)]
pub fn no_receiver(b: &Builtin) -> Exc {
    let (owner, name) = (&b.owner, &b.name);
    type_error(if b.python.is_some() {
        format!("{owner}.{name}() missing 1 required positional argument: 'self'")
    } else if is_slot(b) {
        format!("descriptor '{name}' of '{owner}' object needs an argument")
    } else {
        format!("unbound method {owner}.{name}() needs an argument")
    })
}

/// «find() takes no keyword arguments» with the class of a method before it, as CPython words it.
#[cold]
pub fn of_method(exc: Exc, builtin: &Builtin) -> Exc {
    let text = exc.first_arg().text_or_empty();
    match builtin.binding {
        Binding::Method if text == format!("{}() takes no keyword arguments", builtin.name) => {
            type_error(format!("{}.{text}", builtin.owner))
        }
        _ => exc,
    }
}

/// A method that was bound before it is called names the class of its receiver («L.append() takes …»), not that which
/// defines it, where the call itself finds the number of its arguments wrong (`meth_get__qualname__`). A slot's does not.
#[cold]
pub fn of_receiver(exc: Exc, builtin: &Builtin, class: &Class) -> Exc {
    let text = exc.first_arg().text_or_empty();
    let told = text.strip_prefix(&*format!("{}.{}() takes ", builtin.owner, builtin.name)).filter(|told| {
        let words = ["no arguments (", "exactly one argument (", "no keyword arguments"];
        !is_slot(builtin) && words.iter().any(|words| told.starts_with(words))
    });
    match told {
        Some(told) => type_error(format!("{}.{}() takes {told}", class.qualname.borrow(), builtin.name)),
        None => exc,
    }
}

pub fn builtin_repr(value: &Value) -> String {
    let Ok(b) = builtin(value) else { return String::new() };
    let owner = || super::types::types().all().into_iter().find(|class| *class.name() == *b.owner);
    match value {
        Value::Method(m) => {
            let (name, class, at) = (&b.name, type_name(&m.receiver), id(&m.receiver));
            match is_slot(b) {
                true => format!("<method-wrapper '{name}' of {class} object at {at:#x}>"),
                false => format!("<built-in method {name} of {class} object at {at:#x}>"),
            }
        }
        _ if b.python.is_some() => format!("<function {} at {:#x}>", qualname_of(value, b), id(value)),
        _ if b.binding == Binding::Function => match owner() {
            // A static method of a class.
            Some(class) => format!("<built-in method {} of type object at {:#x}>", b.name, id(&Value::Type(class))),
            None => format!("<built-in function {}>", b.name),
        },
        _ if is_slot(b) => format!("<slot wrapper '{}' of '{}' objects>", b.name, b.owner),
        _ => format!("<method '{}' of '{}' objects>", b.name, b.owner),
    }
}

/// How a method shows that is text here and C in CPython: one of a class of an extension. None: it is another one.
pub fn of_extension(receiver: &Value, function: &Rc<Function>) -> Option<String> {
    let name = function.naming.name().text_or_empty();
    if let Value::Type(class) = receiver
        && is_class_method_of_extension(class, &name, function)
    {
        return Some(format!("<built-in method {name} of type object at {:#x}>", id(receiver)));
    }
    let owner = type_of(receiver).owner_of(Symbol::new(&name))?;
    is_of_extension(&owner, &name, function).then(|| {
        let kind = if name.starts_with("__") { "method-wrapper" } else { "built-in method" };
        let shown = if name.starts_with("__") { format!("'{name}'") } else { name.to_string() };
        format!("<{kind} {shown} of {} object at {:#x}>", type_name(receiver), id(receiver))
    })
}

/// The same of the function that its class shows.
pub fn in_extension(function: &Rc<Function>) -> Option<String> {
    let qualname = function.naming.qualname().text_or_empty();
    let (class, name) = qualname.split_once('.')?;
    let Some(Value::Type(class)) = function.globals.names.borrow().get(Symbol::new(class)).cloned() else {
        return None;
    };
    let kind = if name.starts_with("__") { "slot wrapper" } else { "method" };
    is_of_extension(&class, name, function).then(|| format!("<{kind} '{name}' of '{}' objects>", full_name(&class)))
}

/// A method that a program calls by way of a class of an extension: it refuses what is no instance, as C's do.
#[cold]
#[inline(never)]
pub fn by_class(class: &Rc<Class>, name: Symbol, method: Value) -> Value {
    let Value::Function(function) = &method else { return method };
    let Some(owner) = class.owner_of(name).filter(|owner| is_of_extension(owner, &name.text(), function)) else {
        return method;
    };
    let name = name.text();
    if &*name == "__new__" {
        return method;
    }
    // What several classes share is in each of them in C.
    let shown = if owner.name().starts_with('_') { class.clone() } else { owner.clone() };
    let (slot, checked) = (names_slot(&shown.name(), &name), name.clone());
    let function = function.clone();
    let code = move |_: &mut dyn Interp, args: Args| {
        let Some(receiver) = args.values.first().filter(|_| args.positional_count() > 0) else {
            return Err(type_error(match slot {
                true => format!("descriptor '{checked}' of '{}' object needs an argument", full_name(&shown)),
                false => format!("unbound method {}.{checked}() needs an argument", shown.name()),
            }));
        };
        if type_of(receiver).is_subclass_of(&shown) {
            return Ok(Flow::call(Value::Function(function.clone()), args));
        }
        let (of, given) = (full_name(&shown), type_name(receiver));
        Err(type_error(match slot {
            true => format!("descriptor '{checked}' requires a '{of}' object but received a '{given}'"),
            false => format!("descriptor '{checked}' for '{of}' objects doesn't apply to a '{given}' object"),
        }))
    };
    Builtin::of(name.clone(), class.name(), Binding::Function, None, BuiltinCode::Closure(Rc::new(code)))
}

fn is_class_method_of_extension(class: &Rc<Class>, name: &str, function: &Rc<Function>) -> bool {
    let Some(owner) = class.owner_of(Symbol::new(name)).filter(|owner| owner.flag(class_flag::EXTENSION)) else {
        return false;
    };
    let own = owner.attrs.borrow().get(Symbol::new(name)).cloned();
    let wrapped = own.as_ref().and_then(|own| own.native::<ClassMethod>());
    wrapped.is_some_and(|method| matches!(&*look(&method.0), Value::Function(own) if Rc::ptr_eq(own, function)))
}

fn is_of_extension(class: &Class, name: &str, function: &Rc<Function>) -> bool {
    let own = class.attrs.borrow().get(Symbol::new(name)).cloned();
    class.flag(class_flag::EXTENSION) && matches!(own, Some(Value::Function(own)) if Rc::ptr_eq(&own, function))
}
