//! The methods and attributes of `type`.

use std::rc::Rc;

use super::args::Args;
use super::attribute::generic_set;
use super::builtin_types::codec;
use super::class::{Class, class_flag, next_epoch};
use super::class_sizes::ClassSize;
use super::containers::Dict;
use super::docstrings;
use super::exception::{PyResult, attribute_error, type_error, value_error};
use super::function::Flow;
use super::instantiate::{type_call, type_new};
use super::interp::Interp;
use super::isinstance;
use super::mapping_proxy;
use super::native_class::{NativeClass, is_field, wrong_receiver};
use super::native_function;
use super::object_methods::{attribute_name, dir_of_class, full_name, names_list};
use super::str::codec::{Encoding, Errors};
use super::string::Str;
use super::symbol::{Symbol, known};
use super::types::{Types, type_name, type_of, types};
use super::value::Value;

/// Fills `type`.
#[inline(never)]
pub fn install(t: &'static Types) {
    NativeClass::extend(&t.type_)
        .new_method(type_new)
        .sync("__init__", init)
        .method("__call__", |i, args| {
            let (class, args) = receiver(args, "__call__")?;
            type_call(i, &class, args)
        })
        .method("__setattr__", |i, args| {
            let (class, args) = receiver(args, "__setattr__")?;
            let [name, value] = args.exactly("type.__setattr__")?;
            set_attribute(i, class, &name, value)
        })
        .method("__delattr__", |i, args| {
            let (class, args) = receiver(args, "__delattr__")?;
            let [name] = args.exactly("type.__delattr__")?;
            set_attribute(i, class, &name, Value::Unset)
        })
        .sync("__repr__", |_, args| {
            let (class, _) = receiver(args, "__repr__")?;
            Ok(Value::from(format!("<class '{}'>", full_name(&class))))
        })
        .sync("mro", |_, args| {
            let (class, args) = receiver(args, "mro")?;
            let [] = args.exactly(&format!("{}.mro", class.name()))?;
            Ok(Value::list(class.mro().into_iter().filter(|class| class.is_seen()).map(Value::Type).collect()))
        })
        .sync("__subclasses__", |i, args| {
            let (class, _) = receiver(args, "__subclasses__")?;
            super::getattr_hook::complete_module_of(i, &class)?;
            Ok(Value::list(class.subclasses_here().into_iter().map(Value::Type).collect()))
        })
        .sync("__instancecheck__", |i, args| {
            let (class, args) = receiver(args, "__instancecheck__")?;
            let [value] = args.exactly("type.__instancecheck__")?;
            let is = isinstance::is_plain_instance(&value, &class) || isinstance::claims_class(i, &value, &class)?;
            Ok(Value::Bool(is))
        })
        .sync("__subclasscheck__", |_, args| {
            let (class, args) = receiver(args, "__subclasscheck__")?;
            let [value] = args.exactly("type.__subclasscheck__")?;
            match value {
                Value::Type(sub) => Ok(Value::Bool(sub.is_subclass_of(&class))),
                _ => Err(type_error("issubclass() arg 1 must be a class")),
            }
        })
        .sync("__dir__", |_, args| {
            let (class, _) = receiver(args, "__dir__")?;
            Ok(names_list(dir_of_class(&class)))
        })
        .class_method("__prepare__", |_, _| Ok(Flow::Done(Value::Dict(Dict::new()))))
        .property(
            "__name__",
            |_, v| class_of(v).map(|class| name_value(class, &class.name())),
            |_, v, new| {
                let text = new_name(v, &new, "__name__")?;
                class_of(v)?.name.replace(text);
                Ok(())
            },
        )
        .property(
            "__qualname__",
            |_, v| class_of(v).map(|class| name_value(class, &class.qualname.borrow())),
            |_, v, new| {
                let text = new_name(v, &new, "__qualname__")?;
                class_of(v)?.qualname.replace(text);
                Ok(())
            },
        )
        .property("__module__", module, |_, v, new| {
            set_special(v, known::MODULE, new)?;
            // The line was one of the module's before (`type_set_module`).
            class_of(v)?.remove(known::FIRSTLINENO);
            Ok(())
        })
        .property("__doc__", doc, |_, v, new| set_special(v, known::DOC, new))
        .property(
            "__bases__",
            |_, v| Ok(classes(bases(class_of(v)?).into_iter())),
            |_, v, new| super::class_bases::set_bases(class_of(v)?, &new),
        )
        .getter("__text_signature__", |i, v| docstrings::signature_of(i, v))
        .member("__base__", |_, v| Ok(base(class_of(v)?).map(Value::Type).into()))
        .member("__basicsize__", |_, v| Ok(size(v)?.basic.into()))
        .member("__itemsize__", |_, v| Ok(size(v)?.item.into()))
        .member("__dictoffset__", |_, v| Ok(size(v)?.dict.into()))
        .member("__weakrefoffset__", |_, v| Ok(size(v)?.weak.into()))
        .member("__flags__", |_, v| Ok(size(v)?.flags.into()))
        .getter("__mro__", |_, v| Ok(classes(class_of(v)?.mro().into_iter().filter(|class| class.is_seen()))))
        .getter("__dict__", |i, v| Ok(mapping_proxy::new(Value::Dict(namespace(i, class_of(v)?)))))
        .property("__annotations__", annotations, |_, v, new| set_own(v, known::ANNOTATIONS, new))
        .property("__type_params__", type_params, |_, v, new| set_special(v, known::TYPE_PARAMS, new))
        .property("__abstractmethods__", abstract_methods, set_abstract_methods);
    t.type_.make.set(|_, _, _| Err(type_error("type() takes 1 or 3 arguments")));
}

fn receiver(mut args: Args, method: &str) -> PyResult<(Rc<Class>, Args)> {
    match args.take_receiver() {
        Value::Type(class) => Ok((class, args)),
        other => Err(wrong_receiver(&other, "type", method)),
    }
}

/// Sets an attribute of a class or, with `Unset`, removes it.
fn set_attribute(i: &mut dyn Interp, class: Rc<Class>, name: &Value, value: Value) -> PyResult<Flow> {
    let (name, class) = (attribute_name(name)?, Value::Type(class));
    generic_set(i, &class, name, value, &type_of(&class))
}

fn class_of(value: &Value) -> PyResult<&Rc<Class>> {
    match value {
        Value::Type(class) => Ok(class),
        other => Err(type_error(format!("expected a type object, not '{}'", type_name(other)))),
    }
}

fn size(value: &Value) -> PyResult<ClassSize> {
    Ok(ClassSize::of(class_of(value)?))
}

fn init(_: &mut dyn Interp, args: Args) -> PyResult {
    let (_, args) = receiver(args, "__init__")?;
    let given = args.positional_count();
    if given != 1 && given != 3 {
        return Err(type_error("type.__init__() takes 1 or 3 arguments"));
    }
    Ok(Value::None)
}

/// What the class has itself: a view, unless it has something that only its instances show, or that it shows otherwise.
pub(super) fn namespace(i: &mut dyn Interp, class: &Rc<Class>) -> Rc<Dict> {
    let of_extension = class.flag(class_flag::EXTENSION);
    if !of_extension && !class.attrs.borrow().iter().any(|(_, value)| is_field(value)) {
        return Dict::view(class.clone());
    }
    let own: Vec<_> = class.attrs.borrow().iter().map(|(name, value)| (name, value.clone())).collect();
    let shown = Dict::new();
    for (name, value) in own.into_iter().filter(|(_, value)| !is_field(value)) {
        shown.set_str(name, native_function::shown(i, class, name, value));
    }
    shown
}

/// `__bases__`: those that programs see, in place of the others theirs.
fn bases(class: &Class) -> Vec<Rc<Class>> {
    let all = class.bases.borrow();
    let seen = |base: &Rc<Class>| if base.is_seen() { vec![base.clone()] } else { bases(base) };
    let mut found: Vec<_> = all.iter().flat_map(seen).collect();
    // `object` stands for what has no base that is seen.
    if found.len() > 1 && all.iter().any(|base| !base.is_seen()) {
        found.retain(|base| !Rc::ptr_eq(base, &types().object));
    }
    if found.is_empty() && !all.is_empty() { vec![types().object.clone()] } else { found }
}

/// `__base__`
fn base(class: &Rc<Class>) -> Option<Rc<Class>> {
    class.base().and_then(|base| if base.is_seen() { Some(base) } else { bases(class).into_iter().next() })
}

fn classes(items: impl Iterator<Item = Rc<Class>>) -> Value {
    Value::tuple(items.map(Value::Type).collect::<Vec<_>>())
}

/// The class's own attribute.
fn own(value: &Value, name: Symbol) -> PyResult<Option<Value>> {
    Ok(class_of(value)?.attrs.borrow().get(name).cloned())
}

fn set_own(value: &Value, name: Symbol, new: Value) -> PyResult<()> {
    let class = mutable(value, name)?;
    if new.is_unset() {
        return match class.remove(name) {
            Some(_) => Ok(()),
            None => Err(attribute_error(name.value())),
        };
    }
    class.set(name, new);
    Ok(())
}

/// What a class always has (`check_set_special_type_attr`).
fn set_special(value: &Value, name: Symbol, new: Value) -> PyResult<()> {
    if new.is_unset() {
        let class = class_of(value)?.name();
        return Err(type_error(format!("cannot delete '{}' attribute of immutable type '{class}'", name.text())));
    }
    set_own(value, name, new)
}

/// TypeError: nothing of a built-in class is set or deleted (`type_setattro`).
pub(super) fn must_change(class: &Class, name: Symbol) -> PyResult<()> {
    if class.flag(class_flag::IMMUTABLE | class_flag::FIXED) {
        return Err(type_error(format!(
            "cannot set '{}' attribute of immutable type '{}'",
            name.text(),
            class.shown_name()
        )));
    }
    Ok(())
}

fn mutable(value: &Value, name: Symbol) -> PyResult<&Rc<Class>> {
    let class = class_of(value)?;
    if class.flag(class_flag::IMMUTABLE) {
        let text = format!("cannot set '{}' attribute of immutable type '{}'", name.text(), class.name());
        return Err(type_error(text));
    }
    Ok(class)
}

/// A class's name: the program's names are interned.
fn name_value(class: &Class, name: &str) -> Value {
    if class.flag(class_flag::HEAP) { Symbol::new(name).value() } else { name.into() }
}

/// UnicodeEncodeError for a text that is none in UTF-8.
pub(super) fn in_utf8(text: &Rc<Str>) -> PyResult<()> {
    codec::encode_built_in(text, Encoding::Utf8, Errors::Strict).map(drop)
}

fn new_name(value: &Value, new: &Value, what: &str) -> PyResult<Rc<str>> {
    let class = mutable(value, Symbol::new(what))?;
    match new.as_str() {
        Some(text) if what == "__name__" && text.text().contains('\0') => {
            Err(value_error("type name must not contain null characters"))
        }
        Some(text) if what == "__name__" => in_utf8(text).map(|()| Rc::from(&*text.text())),
        Some(text) => Ok(Rc::from(&*text.text())),
        None if new.is_unset() => {
            Err(type_error(format!("cannot delete '{what}' attribute of immutable type '{}'", class.name())))
        }
        None => {
            let text = format!("can only assign string to {}.{what}, not '{}'", class.name(), type_name(new));
            Err(type_error(text))
        }
    }
}

fn module(_: &mut dyn Interp, value: &Value) -> PyResult {
    // `type` has the attribute itself in its namespace.
    let text = own(value, known::MODULE)?.filter(|module| module.as_object().is_none());
    Ok(text.unwrap_or_else(|| Symbol::new("builtins").value()))
}

/// `C.__doc__`: the class's own, which may be a descriptor.
fn doc(i: &mut dyn Interp, value: &Value) -> PyResult {
    let class = class_of(value)?;
    let Some(found) = own(value, known::DOC)? else { return docstrings::of_class(i, class) };
    // Among built-in ones it is the descriptor of the instances' docstrings.
    if class.flag(class_flag::IMMUTABLE) && matches!(found, Value::Object(_)) {
        return docstrings::of_class(i, class);
    }
    let flow = super::attribute::bind(i, &found, &Value::Unset, class)?;
    i.finish(flow)
}

fn annotations(_: &mut dyn Interp, value: &Value) -> PyResult {
    let class = class_of(value)?;
    if let Some(found) = own(value, known::ANNOTATIONS)?
        && !class.flag(class_flag::IMMUTABLE)
    {
        return Ok(found);
    }
    if !class.flag(class_flag::HEAP) {
        let text = format!("type object '{}' has no attribute '__annotations__'", class.name());
        return Err(attribute_error(text));
    }
    let made = Value::Dict(Dict::new());
    class.set(known::ANNOTATIONS, made.clone());
    Ok(made)
}

fn type_params(_: &mut dyn Interp, value: &Value) -> PyResult {
    match own(value, known::TYPE_PARAMS)? {
        // `type` itself has the attribute's descriptor there.
        Some(found) if !matches!(found, Value::Object(_)) => Ok(found),
        _ => Ok(Value::tuple([])),
    }
}

const ABSTRACT_METHODS: &str = "__abstractmethods__";

fn abstract_methods(_: &mut dyn Interp, value: &Value) -> PyResult {
    match own(value, Symbol::new(ABSTRACT_METHODS))? {
        // `type` itself has the attribute's descriptor there.
        Some(found) if !matches!(found, Value::Object(_)) => Ok(found),
        _ => Err(attribute_error(ABSTRACT_METHODS)),
    }
}

fn set_abstract_methods(i: &mut dyn Interp, value: &Value, new: Value) -> PyResult<()> {
    let class = mutable(value, Symbol::new(ABSTRACT_METHODS))?;
    if !new.is_unset() && super::ops::is_true(i, &new)? {
        class.set_flag(class_flag::ABSTRACT);
    } else {
        class.clear_flag(class_flag::ABSTRACT);
    }
    next_epoch();
    set_own(value, Symbol::new(ABSTRACT_METHODS), new)
}

/// Whether `class` is `type` or one of its subclasses, so that its instances are classes.
pub fn is_metaclass(class: &Class) -> bool {
    class.is_subclass_of(&types().type_)
}
