//! The methods of `object`.

use std::rc::Rc;

use super::args::Args;
use super::attribute::{generic_get, generic_set, no_attribute};
use super::class::{Class, class_flag};
use super::docstrings;
use super::exception::{PyResult, type_error};
use super::function::Flow;
use super::hash::hash_pointer;
use super::identity::id;
use super::instantiate::{make_object, new_function, object_init};
use super::interp::Interp;
use super::native_class::{NativeClass, is_field};
use super::ops;
use super::symbol::{Symbol, known};
use super::types::{Types, argument_type, type_name, type_of, types};
use super::value::Value;
use crate::trace::sorted::sort_by;

/// Fills `object`.
#[inline(never)]
pub fn install(t: &'static Types) {
    t.object.make.set(make_object);
    for class in t.all() {
        let wraps = Rc::ptr_eq(&class, &t.classmethod) || Rc::ptr_eq(&class, &t.staticmethod);
        if !class.is_exception() && !wraps {
            class.set_flag(class_flag::NO_DICT);
        }
    }
    t.object.set(known::NEW, new_function());
    NativeClass::extend(&t.object)
        .sync("__init__", object_init)
        .sync("__repr__", |_, args| default_repr(&receiver(args, "__repr__")?))
        .method("__str__", |i, args| ops::repr(i, &receiver(args, "__str__")?))
        .sync("__eq__", |_, args| {
            let [a, b] = pair(args, "__eq__")?;
            Ok(if a.is(&b) { Value::Bool(true) } else { Value::NotImplemented })
        })
        .method("__ne__", not_equal)
        .sync("__lt__", |_, args| pair(args, "__lt__").map(|_| Value::NotImplemented))
        .sync("__le__", |_, args| pair(args, "__le__").map(|_| Value::NotImplemented))
        .sync("__gt__", |_, args| pair(args, "__gt__").map(|_| Value::NotImplemented))
        .sync("__ge__", |_, args| pair(args, "__ge__").map(|_| Value::NotImplemented))
        .sync("__hash__", |_, args| Ok(Value::Int(hash_pointer(id(&receiver(args, "__hash__")?)))))
        .method("__format__", format)
        .method("__getattribute__", get_attribute)
        .method("__setattr__", set_attribute)
        .method("__delattr__", delete_attribute)
        .sync("__dir__", |i, args| {
            let this = receiver(args, "__dir__")?;
            if let Value::Module(module) = &this
                && !module.is_plain()
                && !matches!(super::attribute::get_attr_now(i, &this, known::DICT)?.plain(), Value::Dict(_))
            {
                return Err(type_error("<module>.__dict__ is not a dictionary"));
            }
            Ok(names_list(dir_of_instance(&this)))
        })
        .method("__reduce__", super::reduce::reduce)
        .method("__reduce_ex__", super::reduce::reduce_ex)
        .sync("__getstate__", |i, args| super::reduce::state(i, &receiver(args, "__getstate__")?))
        .sync("__sizeof__", |_, args| receiver(args, "__sizeof__").map(|_| Value::Int(16)))
        .class_method("__init_subclass__", init_subclass)
        .class_method("__subclasshook__", |_, mut args| {
            let method = of_class(args.take_first(), "__subclasshook__");
            args.exactly::<1>(&method).map(|_| Flow::Done(Value::NotImplemented))
        })
        .property("__class__", |_, obj| Ok(Value::Type(type_of(obj))), set_class)
        .property("__doc__", docstrings::of_instance, docstrings::set_of_instance);
}

fn receiver(args: Args, method: &str) -> PyResult {
    let mut args = args;
    let this = args.take_receiver();
    if matches!(method, "__dir__" | "__sizeof__" | "__getstate__") {
        let owner = if method == "__sizeof__" { type_name(&this) } else { "object".into() };
        args.exactly::<0>(&format!("{owner}.{method}"))?;
        return Ok(this);
    }
    let slot = match method {
        "__repr__" | "__str__" | "__hash__" => format!("object.{method}"),
        _ => method.into(),
    };
    let [] = args.exactly(&slot)?;
    Ok(this)
}

fn pair(args: Args, method: &str) -> PyResult<[Value; 2]> {
    let mut args = args;
    let this = args.take_receiver();
    if args.names.is_some() {
        args.no_keywords(&format!("object.{method}"))?;
    }
    let given = args.values.len();
    match args.take_first() {
        Some(other) if given == 1 => Ok([this, other]),
        _ => Err(type_error(format!("expected 1 argument, got {given}"))),
    }
}

/// A class's name with its module, as reprs give it; built-ins go without the module.
pub fn full_name(class: &Class) -> String {
    match class.attrs.borrow().get(known::MODULE) {
        Some(Value::Str(module)) if &*module.text() != "builtins" => {
            format!("{}.{}", module.text(), class.qualname.borrow())
        }
        _ => class.shown_name().to_string(),
    }
}

/// `<__main__.C object at 0x7f…>`
pub fn default_repr(value: &Value) -> PyResult {
    Ok(Value::from(format!("<{} object at {:#x}>", full_name(&type_of(value)), id(value))))
}

fn not_equal(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [a, b] = pair(args, "__ne__")?;
    let Some(flow) = super::attribute::call_special(i, &a, known::EQ, Args::one(b))? else {
        return Ok(Flow::Done(Value::NotImplemented));
    };
    flow.then(i, |i, equal| match equal {
        Value::NotImplemented => Ok(equal.into()),
        equal => ops::not_(i, &equal),
    })
}

fn format(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let mut args = args;
    let this = args.take_receiver();
    let [spec] = args.exactly("object.__format__")?;
    let Some(spec) = spec.as_str() else {
        return Err(type_error(format!("__format__() argument must be str, not {}", argument_type(&spec))));
    };
    if spec.data.is_empty() {
        return ops::str_of(i, &this);
    }
    Err(type_error(format!("unsupported format string passed to {}.__format__", type_name(&this))))
}

/// An attribute's name, given by the program.
pub fn attribute_name(name: &Value) -> PyResult<Symbol> {
    match name.as_str() {
        Some(text) => Symbol::of(text).ok_or_else(|| super::exception::attribute_error(name.clone())),
        None => Err(type_error(format!("attribute name must be string, not '{}'", type_name(name)))),
    }
}

fn get_attribute(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, name] = pair(args, "__getattribute__")?;
    let name = attribute_name(&name)?;
    let class = type_of(&this);
    generic_get(i, &this, name, &class)?.ok_or_else(|| no_attribute(&this, name))
}

fn set_attribute(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.take_receiver();
    let [name, value] = args.exactly("object.__setattr__")?;
    let class = type_of(&this);
    must_be_own(&this, &class, "__setattr__")?;
    generic_set(i, &this, attribute_name(&name)?, value, &class)
}

fn delete_attribute(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, name] = pair(args, "__delattr__")?;
    let class = type_of(&this);
    must_be_own(&this, &class, "__delattr__")?;
    generic_set(i, &this, attribute_name(&name)?, Value::Unset, &class)
}

/// TypeError: a class's attributes are `type`'s to set, and `object`'s way would get round what that checks (`hackcheck`).
fn must_be_own(this: &Value, class: &Class, method: &str) -> PyResult<()> {
    match this {
        Value::Type(_) => Err(type_error(format!("can't apply this {method} to {} object", class.shown_name()))),
        _ => Ok(()),
    }
}

fn init_subclass(_: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = args.take_first();
    args.exactly::<0>(&of_class(class, "__init_subclass__")).map(|[]| Flow::Done(Value::None))
}

/// A class method's name in its errors: that of the class that it is called of is before it.
pub fn of_class(class: Option<Value>, method: &str) -> String {
    match class {
        Some(Value::Type(class)) => format!("{}.{method}", class.qualname.borrow()),
        _ => format!("object.{method}"),
    }
}

/// `obj.__class__ = class`
fn set_class(_: &mut dyn Interp, obj: &Value, value: Value) -> PyResult<()> {
    if value.is_unset() {
        return Err(type_error("can't delete __class__ attribute"));
    }
    let Value::Type(class) = &value else {
        let text = format!("__class__ must be set to a class, not '{}' object", type_name(&value));
        return Err(type_error(text));
    };
    let only = "__class__ assignment only supported for mutable types or ModuleType subclasses";
    if let Value::Module(module) = obj
        && class.is_subclass_of(&types().module)
    {
        module.set_class(class);
        return Ok(());
    }
    if let Value::Type(changed) = obj
        && changed.flag(class_flag::IMMUTABLE)
    {
        return Err(type_error(format!(
            "cannot set '__class__' attribute of immutable type '{}'",
            changed.shown_name()
        )));
    }
    let (Value::Object(_) | Value::Type(_)) = obj else { return Err(type_error(only)) };
    let old = type_of(obj);
    if old.flag(class_flag::IMMUTABLE) || class.flag(class_flag::IMMUTABLE) {
        return Err(type_error(only));
    }
    let same_layout = match (old.layout(), class.layout()) {
        (None, None) => true,
        (Some(a), Some(b)) => Rc::ptr_eq(&a, &b),
        _ => false,
    };
    let weak = |class: &Rc<Class>| class.lookup(known::WEAKREF).is_some();
    let same_parts = old.flag(class_flag::NO_DICT) == class.flag(class_flag::NO_DICT) && weak(&old) == weak(class);
    if !same_layout || !same_parts || !has_same_slots(&old, class) {
        let text = format!("__class__ assignment: '{}' object layout differs from '{}'", class.name(), old.name());
        return Err(type_error(text));
    }
    match obj {
        Value::Type(changed) => changed.set_metaclass(class.clone()),
        Value::Object(changed) => changed.set_class(class.clone()),
        _ => {}
    }
    // Its attributes may hide methods of the new class.
    class.set_flag(class_flag::SHADOWED);
    super::class::next_epoch();
    Ok(())
}

/// Whether the instances of two classes have the same room: the class that has added slots last is the same, or has added
/// the same ones to the same base (`compatible_for_assignment`).
fn has_same_slots(old: &Rc<Class>, new: &Rc<Class>) -> bool {
    let ((a, slots), (b, others)) = (last_slots(old), last_slots(new));
    let same = |a: &Option<Rc<Class>>, b: &Option<Rc<Class>>| match (a, b) {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    let below = |class: &Option<Rc<Class>>| class.as_ref().and_then(|class| class.base());
    same(&a, &b) || slots == others && same(&below(&a), &below(&b))
}

/// Of a class and its bases, the first with names in `__slots__`, and these, sorted.
fn last_slots(class: &Rc<Class>) -> (Option<Rc<Class>>, Vec<String>) {
    let mut at = Some(class.clone());
    while let Some(class) = at {
        let attrs = class.attrs.borrow();
        let slots = attrs.iter().filter_map(|(_, value)| value.native::<super::descriptor::Slot>());
        let mut names: Vec<String> = slots.map(|slot| slot.name.text().to_string()).collect();
        drop(attrs);
        if !names.is_empty() {
            sort_by(&mut names, String::cmp);
            return (Some(class), names);
        }
        at = class.base();
    }
    (None, Vec::new())
}

/// Names as a list of strs.
pub fn names_list(names: Vec<Symbol>) -> Value {
    Value::list(names.into_iter().map(Symbol::value).collect())
}

/// What a copy takes up the fields of a native object by: a field itself, and none that is shown.
pub const SET_STATE: &str = "__setstate__";

/// What `object.__dir__` gives: the instance's names, then those along its class's order.
pub fn dir_of_instance(value: &Value) -> Vec<Symbol> {
    let mut names = Vec::new();
    match value {
        Value::Object(o) => {
            names.extend(o.own_entries().into_iter().map(|(n, _)| n));
            let set_state = Symbol::new(SET_STATE);
            for class in o.class().mro() {
                let is_seen = |name: Symbol, value: &Value| is_field(value) && name != set_state;
                names.extend(class.attrs.borrow().iter().filter(|(n, value)| is_seen(*n, value)).map(|(n, _)| n));
            }
        }
        Value::Function(f) => names.extend(f.attrs.borrow().iter().map(|(n, _)| n)),
        Value::Module(m) => return m.namespace.names.borrow().iter().map(|(n, _)| n).collect(),
        _ => {}
    }
    names.extend(dir_of_class(&type_of(value)));
    distinct(names)
}

/// The names of a class and its bases.
pub fn dir_of_class(class: &Rc<Class>) -> Vec<Symbol> {
    let mut names = Vec::new();
    for class in class.mro() {
        let is_seen = |name: Symbol| class.is_seen() || !name.text().starts_with('_');
        names.extend(class.attrs.borrow().iter().filter(|(n, v)| !is_field(v) && is_seen(*n)).map(|(n, _)| n));
    }
    distinct(names)
}

/// Each name once, where it comes first.
pub fn distinct(names: Vec<Symbol>) -> Vec<Symbol> {
    let mut seen = crate::trace::sorted::SortedSet::new();
    names.into_iter().filter(|n| seen.insert(*n)).collect()
}

/// Whether a class has `object`'s own method of this name.
pub fn inherits_from_object(class: &Rc<Class>, name: Symbol) -> bool {
    class.owner_of(name).is_none_or(|owner| Rc::ptr_eq(&owner, &types().object))
}
