//! What native functions say of themselves: their names, kinds and reprs.

use std::rc::{Rc, Weak};

use super::args::Args;
use super::bind::missing_arguments;
use super::class::{Class, class_flag};
use super::descriptor::ClassMethod;
use super::exception::{Exc, PyResult, type_error};
use super::function::{Binding, Builtin, BuiltinCode, Flow, Function};
use super::hasher::FastMap;
use super::identity::id;
use super::interp::Interp;
use super::isinstance::is_plain_instance;
use super::look::look;
use super::native_class::wrong_receiver;
use super::object::Object;
use super::object_methods::full_name;
use super::symbol::{Symbol, known};
use super::types::{type_name, type_of};
use super::value::Value;
use crate::bytecode::CodeFlags;

/// The declaration of what is Python in CPython and native here: a function of the library with the same parameters.
pub fn declared(i: &mut dyn Interp, function: &Builtin) -> PyResult<Rc<Function>> {
    // Those of random's are the very ones that do what the native ones leave to them.
    let random = function.python.is_some_and(|module| &*module.text() == "random");
    let mut found = i.import(if random { "_random_methods" } else { "_signatures" })?;
    for name in [&function.owner, &function.name] {
        let name = Symbol::new(name.rsplit('.').next().unwrap_or_default());
        found = super::attribute::get_attr_now(i, &found, name)?;
    }
    match found {
        Value::Function(f) => Ok(f),
        other => Err(type_error(format!("expected a function, not '{}'", type_name(&other)))),
    }
}

/// The positional parameters of a function that have no defaults.
fn required(function: &Function) -> Vec<Rc<str>> {
    let defaults = function.defaults.borrow().as_ref().map_or(0, |defaults| defaults.items.len());
    let positional = usize::from(function.code.code.params.positional);
    function.code.locals[..positional.saturating_sub(defaults)].iter().map(|name| name.text()).collect()
}

/// The first keyword that a function does not take.
fn unknown_keyword(function: &Function, args: &Args) -> Option<Symbol> {
    let params = function.code.code.params;
    let known = &function.code.locals[..usize::from(params.positional + params.keyword_only)];
    if function.code.has(CodeFlags::VARKEYWORDS) {
        return None;
    }
    args.keywords().map(|(name, _)| name).find(|name| !known.contains(name))
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
    match matches!(value, Value::Method(_)) || function.binding != Binding::Function || class_of(function).is_some() {
        true => format!("{}.{}", function.owner, function.name),
        false => function.name.to_string(),
    }
}

/// What a native function's `__module__` is.
pub fn module_of(function: &Builtin) -> Value {
    match function.python {
        Some(module) => module.value(),
        None if function.binding == Binding::Function && class_of(function).is_none() => Value::from(&*function.owner),
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

/// Methods that take nothing.
const ALONE: [&str; 18] = [
    "__repr__",
    "__str__",
    "__hash__",
    "__iter__",
    "__next__",
    "__await__",
    "__aiter__",
    "__anext__",
    "__len__",
    "__int__",
    "__float__",
    "__index__",
    "__neg__",
    "__pos__",
    "__abs__",
    "__invert__",
    "__bool__",
    "__del__",
];

/// How many arguments a method takes at most, its receiver among them, as far as its name alone says so; else `u8::MAX`.
#[inline(never)]
pub fn most_arguments(name: &str, owner: &str, in_python: bool) -> u8 {
    match name {
        _ if !name.starts_with("__") => u8::MAX,
        "__enter__" | "__aenter__" if in_python => 1,
        "__exit__" | "__aexit__" if in_python && owner != "Barrier" => 4,
        _ if ALONE.contains(&name) => 1,
        _ => u8::MAX,
    }
}

/// TypeError: more arguments than a method's name allows.
#[cold]
#[inline(never)]
pub fn too_many(b: &Builtin, args: Args) -> Exc {
    let (method, most) = (format!("{}.{}", b.owner, b.name), most_arguments(&b.name, &b.owner, b.python.is_some()));
    let refused = match (b.python, most) {
        (None, _) => super::native_class::alone(&args, &method),
        (Some(_), 1) => super::native_class::alone_in_python(&args, &method),
        _ => Err(match args.keywords().next() {
            Some((name, _)) => super::bind::unexpected_keyword(&method, &name.text(), &[]),
            None => super::bind::too_many(&method, most.into(), most.into(), args.values.len(), 0),
        }),
    };
    refused.err().unwrap_or_else(|| type_error(format!("{method}() needs an argument")))
}

/// A method called without a positional argument: one that is Python in CPython may have its receiver by name.
#[cold]
#[inline(never)]
pub fn without_receiver(i: &mut dyn Interp, b: &Builtin, args: Args) -> PyResult<Flow> {
    match args.keyword(known::SELF).cloned() {
        Some(receiver) if b.python.is_some() => {
            let rest = args.keywords().filter(|(name, _)| *name != known::SELF);
            let rest: Vec<(Symbol, Value)> = rest.map(|(name, value)| (name, value.clone())).collect();
            b.invoke(i, Args::with_keywords([receiver], rest))
        }
        _ => Err(no_receiver(i, b, &args)),
    }
}

/// TypeError: a method that was called on nothing.
fn no_receiver(i: &mut dyn Interp, b: &Builtin, args: &Args) -> Exc {
    let (owner, name) = (&b.owner, &b.name);
    if b.python.is_some() {
        let declaration = declared(i, b).ok();
        let method = format!("{owner}.{name}");
        if let Some(function) = &declaration
            && let Some(unknown) = unknown_keyword(function, args)
        {
            return super::bind::unexpected_keyword(&method, &unknown.text(), &[]);
        }
        let required = declaration.map_or_else(|| vec!["self".into()], |function| required(&function));
        let given = |name: &str| args.keywords().any(|(keyword, _)| &*keyword.text() == name);
        let missing: Vec<&str> = required.iter().map(|name| &**name).filter(|name| !given(name)).collect();
        return missing_arguments(&method, "positional", &missing);
    }
    type_error(if is_slot(b) || b.binding == Binding::ClassMethod {
        format!("descriptor '{name}' of '{}' object needs an argument", shown_owner(b))
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
    match value {
        Value::Method(m) => {
            let (name, class, at) = (&b.name, type_name(&m.receiver), id(&m.receiver));
            match is_slot(b) {
                true => format!("<method-wrapper '{name}' of {class} object at {at:#x}>"),
                false => format!("<built-in method {name} of {class} object at {at:#x}>"),
            }
        }
        _ if b.python.is_some() => format!("<function {} at {:#x}>", qualname_of(value, b), id(value)),
        _ if b.binding == Binding::Function => match class_of(b) {
            // A static method of a class.
            Some(class) => format!("<built-in method {} of type object at {:#x}>", b.name, id(&Value::Type(class))),
            None => format!("<built-in function {}>", b.name),
        },
        _ if is_slot(b) => format!("<slot wrapper '{}' of '{}' objects>", b.name, shown_owner(b)),
        _ => format!("<method '{}' of '{}' objects>", b.name, shown_owner(b)),
    }
}

/// What classes of extensions have shown of their methods that are text here: by the class's serial and the name.
#[derive(Default)]
struct Shown(FastMap<(u32, Symbol), Value>);

/// What has been found as a class's attribute, as the class shows it: a method of an extension's class is C in CPython.
#[inline]
pub fn shown(i: &mut dyn Interp, class: &Rc<Class>, name: Symbol, found: Value) -> Value {
    match text_of(&found) {
        Some((binding, function)) => descriptor(i, class, name, binding, &function).unwrap_or(found),
        None => found,
    }
}

/// The library's function in what a class has, and how it is bound; `None`: it is no text of the library's.
#[inline]
pub(super) fn text_of(found: &Value) -> Option<(Binding, Rc<Function>)> {
    match found {
        Value::Function(function) if function.code.has(CodeFlags::HIDDEN) => Some((Binding::Method, function.clone())),
        Value::Object(object) => class_method_text(object).map(|function| (Binding::ClassMethod, function)),
        _ => None,
    }
}

fn class_method_text(object: &Object) -> Option<Rc<Function>> {
    match &*look(&object.native::<ClassMethod>()?.0) {
        Value::Function(function) if function.code.has(CodeFlags::HIDDEN) => Some(function.clone()),
        _ => None,
    }
}

/// The descriptor of such a method, made once; `None`: the function is shown as it is.
#[cold]
#[inline(never)]
fn descriptor(
    i: &mut dyn Interp,
    class: &Rc<Class>,
    name: Symbol,
    binding: Binding,
    function: &Rc<Function>,
) -> Option<Value> {
    let is_known = |shown: &Value| matches!(shown, Value::Builtin(b) if matches!(&b.code, BuiltinCode::Shown(_, of) if Rc::ptr_eq(of, function)));
    if let Some(shown) = i.states().get::<Shown>().0.get(&(class.serial, name)).filter(|shown| is_known(shown)) {
        return Some(shown.clone());
    }
    let owner = class.owner_of(name).filter(|owner| owner.flag(class_flag::EXTENSION))?;
    let text = name.text();
    // What is C has no names of its own, and its `__new__` is no method.
    if name == known::NEW
        || text.starts_with('_') && !text.starts_with("__")
        || !is_of_extension(&owner, &text, function)
    {
        return None;
    }
    // What several classes share is in each of them in C.
    let is_public = |class: &Rc<Class>| class.flag(class_flag::EXTENSION) && !class.name().starts_with('_');
    let owner = if is_public(&owner) { owner } else { class.mro().into_iter().find(is_public)? };
    let all = &mut i.states().get::<Shown>().0;
    let of_owner = all.entry((owner.serial, name)).or_default();
    if !is_known(of_owner) {
        let code = BuiltinCode::Shown(Rc::downgrade(&owner), function.clone());
        *of_owner = Builtin::of(text, owner.name(), binding, None, code);
    }
    let made = of_owner.clone();
    all.insert((class.serial, name), made.clone());
    Some(made)
}

/// What such a descriptor does.
#[inline(never)]
pub fn shown_method(this: &Builtin, class: &Weak<Class>, function: &Rc<Function>, args: Args) -> PyResult<Flow> {
    let receiver = &args.values[0];
    if this.binding != Binding::ClassMethod && !accepts(class, receiver) {
        return Err(wrong_receiver(receiver, &shown_owner(this), &this.name));
    }
    Ok(Flow::call(Value::Function(function.clone()), args))
}

/// Err: what a class method is called on is no class that has it from its owner (`classmethod_get`).
#[inline]
pub fn check_class(this: &Builtin, given: &Value) -> PyResult<()> {
    match given {
        Value::Type(class) if *look(&class.name) == this.owner && is_native(class) => Ok(()),
        _ => check_class_slowly(this, given),
    }
}

#[inline(never)]
fn check_class_slowly(this: &Builtin, given: &Value) -> PyResult<()> {
    let Value::Type(given) = given else {
        let (name, owner, given) = (&this.name, shown_owner(this), type_name(given));
        let text = format!("descriptor '{name}' for type '{owner}' needs a type, not a '{given}' as arg 2");
        return Err(type_error(text));
    };
    let is_owner = |class: &Rc<Class>| *look(&class.name) == this.owner && is_native(class);
    if this.python.is_some() || given.ancestors.borrow().iter().any(is_owner) {
        return Ok(());
    }
    match class_of(this) {
        Some(class) if !given.is_subclass_of(&class) => {
            let (name, owner) = (&this.name, shown_owner(this));
            let text =
                format!("descriptor '{name}' requires a subtype of '{owner}' but received '{}'", given.shown_name());
            Err(type_error(text))
        }
        _ => Ok(()),
    }
}

/// Whether a value is an instance of the class, or that is gone.
pub fn accepts(class: &Weak<Class>, receiver: &Value) -> bool {
    class.upgrade().is_none_or(|class| type_of(receiver).is_subclass_of(&class))
}

/// The class that a descriptor is of, where that says which it is.
pub fn class_of(function: &Builtin) -> Option<Rc<Class>> {
    match &function.code {
        BuiltinCode::Shown(class, _) => class.upgrade(),
        _ => {
            let (types, owner) = (super::types::types(), &*function.owner);
            let is_of_class = function.binding != Binding::Function || &*function.name == "__new__";
            // Several modules may have classes of one name: the one that has the function goes first.
            let of_class = || {
                let named = |class: &Rc<Class>| **look(&class.name) == *owner;
                native_below(&types.object, &|class| named(class) && has_own(class, function))
                    .or_else(|| native_below(&types.object, &named))
            };
            types.named(owner).or_else(|| is_of_class.then(of_class).flatten())
        }
    }
}

/// The native class that is derived from another one, and as it should be.
fn native_below(class: &Rc<Class>, fits: &dyn Fn(&Rc<Class>) -> bool) -> Option<Rc<Class>> {
    class
        .subclasses()
        .into_iter()
        .filter(|class| is_native(class))
        .find_map(|class| if fits(&class) { Some(class) } else { native_below(&class, fits) })
}

fn is_native(class: &Class) -> bool {
    !class.flag(class_flag::HEAP) || class.flag(class_flag::EXTENSION)
}

/// Whether a class has this function as an attribute of its own.
fn has_own(class: &Class, function: &Builtin) -> bool {
    let own = class.attrs.borrow().get(Symbol::new(&function.name)).cloned();
    matches!(own, Some(Value::Builtin(own)) if std::ptr::eq(&*own, function))
}

/// The name of that class, as reprs tell it.
fn shown_owner(function: &Builtin) -> String {
    match &function.code {
        BuiltinCode::Shown(..) => class_of(function).map(|class| full_name(&class)).unwrap_or_default(),
        _ if function.binding == Binding::Function => function.owner.to_string(),
        _ => class_of(function).map_or_else(|| function.owner.to_string(), |class| full_name(&class)),
    }
}

/// Whether a class of an extension has this function as a method of its own, also as a class method.
fn is_of_extension(class: &Class, name: &str, function: &Rc<Function>) -> bool {
    let own = class.attrs.borrow().get(Symbol::new(name)).cloned();
    let own = own.as_ref().and_then(text_of);
    class.flag(class_flag::EXTENSION) && own.is_some_and(|(_, own)| Rc::ptr_eq(&own, function))
}
