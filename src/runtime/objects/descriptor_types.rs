//! The classes property, classmethod, staticmethod and super, and the descriptors of native classes.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::args::Args;
use super::attribute::{bind, get_attr_now, set_attr};
use super::class::{Class, class_flag};
use super::descriptor::{self, ClassMethod, Property, Slot, StaticMethod};
use super::exception::{Exc, PyResult, attribute_error, type_error};
use super::exception_members::Member;
use super::function::{Binding, Flow};
use super::instantiate::call_class;
use super::interp::{Interp, recursing};
use super::native_class::{GetSet, NativeClass, receiver, wrong_receiver};
use super::object::Object;
use super::ops;
use super::super_object::{Super, make_super};
use super::symbol::{Symbol, known};
use super::types::{Types, type_name, type_of, types};
use super::value::Value;

/// Fills these classes.
#[inline(never)]
pub fn install(t: &'static Types) {
    t.property.make.set(|_, class, _| Ok(with_native::<Property>(class)));
    t.classmethod.make.set(|_, class, _| Ok(with_native::<ClassMethod>(class)));
    t.staticmethod.make.set(|_, class, _| Ok(with_native::<StaticMethod>(class)));
    t.super_.make.set(make_super_object);
    t.super_.set_flag(class_flag::GETATTRIBUTE);
    install_property(t);
    install_wrapper(&t.classmethod);
    install_wrapper(&t.staticmethod);
    NativeClass::extend(&t.classmethod)
        .sync("__init__", |_, args| wrap(args, "classmethod", |v| v.native::<ClassMethod>().map(|m| &m.0)))
        .member("__func__", |_, v| Ok(receiver::<ClassMethod>(v, "classmethod", "__func__")?.0.borrow().clone()))
        .member("__wrapped__", |_, v| Ok(receiver::<ClassMethod>(v, "classmethod", "__wrapped__")?.0.borrow().clone()))
        .sync("__repr__", |i, args| {
            let function = receiver::<ClassMethod>(&args.values[0], "classmethod", "__repr__")?.0.borrow().clone();
            Ok(Value::from(format!("<classmethod({})>", ops::repr_text(i, &function)?.text())))
        });
    NativeClass::extend(&t.staticmethod)
        .sync("__init__", |_, args| wrap(args, "staticmethod", |v| v.native::<StaticMethod>().map(|m| &m.0)))
        .member("__func__", |_, v| Ok(receiver::<StaticMethod>(v, "staticmethod", "__func__")?.0.borrow().clone()))
        .member("__wrapped__", |_, v| {
            Ok(receiver::<StaticMethod>(v, "staticmethod", "__wrapped__")?.0.borrow().clone())
        })
        .method("__call__", |_, mut args| {
            let this = args.take_receiver();
            let function = receiver::<StaticMethod>(&this, "staticmethod", "__call__")?.0.borrow().clone();
            Ok(Flow::call(function, args))
        })
        .sync("__repr__", |i, args| {
            let function = receiver::<StaticMethod>(&args.values[0], "staticmethod", "__repr__")?.0.borrow().clone();
            Ok(Value::from(format!("<staticmethod({})>", ops::repr_text(i, &function)?.text())))
        });
    NativeClass::extend(&t.super_)
        .sync("__init__", |_, args| receiver::<Super>(&args.values[0], "super", "__init__").map(|_| Value::None))
        .member("__thisclass__", |_, v| Ok(Value::Type(receiver::<Super>(v, "super", "__thisclass__")?.after.clone())))
        .member("__self__", |_, v| Ok(receiver::<Super>(v, "super", "__self__")?.receiver.clone().some().into()))
        .member("__self_class__", |_, v| {
            Ok(Value::Type(receiver::<Super>(v, "super", "__self_class__")?.class.clone()))
        })
        .method("__get__", |i, args| {
            let [value, given, ..] = args.values.as_slice() else {
                return Err(type_error(format!("expected at least 1 argument, got {}", args.values.len() - 1)));
            };
            let this = receiver::<Super>(value, "super", "__get__")?;
            if given.is_none() && args.values.get(2).is_none_or(Value::is_none) {
                return Err(type_error("__get__(None, None) is invalid"));
            }
            match value {
                Value::Object(o) if !given.is_none() && this.receiver.is_unset() => bound_super(i, o, this, given),
                _ => Ok(Flow::Done(value.clone())),
            }
        })
        .sync("__repr__", |_, args| {
            let this = receiver::<Super>(&args.values[0], "super", "__repr__")?;
            let after = this.after.name();
            Ok(Value::from(match &this.receiver {
                Value::Unset => format!("<super: <class '{after}'>, NULL>"),
                _ => format!("<super: <class '{after}'>, <{} object>>", this.class.name()),
            }))
        });
    for class in [&t.getset_descriptor, &t.member_descriptor] {
        NativeClass::extend(class)
            .method("__get__", get_method)
            .method("__set__", set_method)
            .method("__delete__", set_method)
            .sync("__repr__", |_, args| {
                let (what, name, owner) = describe(&args.values[0]);
                Ok(Value::from(format!("<{what} '{}' of '{owner}' objects>", name.text())))
            })
            .getter("__name__", |_, v| Ok(describe(v).1.value()))
            .getter("__objclass__", |_, v| {
                let of_slot = v.native::<Slot>().map(|slot| &slot.class);
                let own = of_slot.or(v.native::<GetSet>().map(|own| &own.class)).and_then(Weak::upgrade);
                let owner = describe(v).2;
                let known = || types().all().into_iter().find(|class| *class.name() == *owner);
                match own.or_else(known) {
                    Some(class) => Ok(Value::Type(class)),
                    None => Err(attribute_error(format!("'{}' object has no attribute '__objclass__'", type_name(v)))),
                }
            })
            .getter("__qualname__", |_, v| {
                let (_, name, owner) = describe(v);
                let class = owner.rsplit('.').next().unwrap_or_default();
                Ok(Value::from(format!("{class}.{}", name.text())))
            });
    }
}

fn with_native<T: super::object::Native + Default>(class: &Rc<Class>) -> Value {
    Object::with_native(class.clone(), T::default())
}

/// Kind, name and owner's name of a native descriptor.
fn describe(value: &Value) -> (&'static str, Symbol, Rc<str>) {
    if let Some(computed) = value.native::<GetSet>() {
        let is_member = Rc::ptr_eq(&type_of(value), &types().member_descriptor);
        return (if is_member { "member" } else { "attribute" }, computed.name, computed.owner.clone());
    }
    if let Some(slot) = value.native::<Slot>() {
        return ("member", slot.name, slot.owner.clone());
    }
    match value.native::<Member>() {
        Some(member) => ("member", member.name, member.owner.clone()),
        None => ("attribute", known::EMPTY, "".into()),
    }
}

/// `descriptor.__get__(receiver, owner=None)`, for all native descriptors and functions.
pub fn get_method(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.take_receiver();
    let [receiver, owner] = args.between("", 1)?;
    if let Value::Builtin(method) = &this
        && method.binding == Binding::ClassMethod
        && !owner.is_none()
        && !owner.is_unset()
    {
        super::native_function::check_class(method, &owner)?;
    }
    let owner = match &owner {
        Value::Type(class) => class.clone(),
        _ if receiver.is_none() => return Err(type_error("__get__(None, None) is invalid")),
        _ => type_of(&receiver),
    };
    let receiver = if receiver.is_none() { Value::Unset } else { receiver };
    match &this {
        // Not by `bind`, which would ask a `__get__` of a subclass: that is who calls here.
        Value::Object(o) => descriptor::get_native(i, o, &receiver, &owner),
        other => {
            if let Value::Builtin(method) = other
                && method.binding == Binding::Method
                && !receiver.is_unset()
                && let Some(class) =
                    super::types::types().all().into_iter().find(|class| *class.name() == *method.owner)
                && !type_of(&receiver).is_subclass_of(&class)
            {
                let (name, owner, given) = (&method.name, &method.owner, type_name(&receiver));
                let text = format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object");
                return Err(type_error(text));
            }
            bind(i, other, &receiver, &owner)
        }
    }
}

/// `descriptor.__set__(receiver, value)` and `descriptor.__delete__(receiver)`.
fn set_method(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.take_receiver();
    let [receiver, value] = args.between("__set__", 1)?;
    let Value::Object(o) = &this else { return Ok(Flow::Done(Value::None)) };
    let flow = descriptor::set_native(i, o, &receiver, &value)?;
    Ok(flow.unwrap_or(Flow::Done(Value::None)))
}

fn wrap(mut args: Args, class: &str, place: fn(&Value) -> Option<&RefCell<Value>>) -> PyResult {
    let this = args.take_receiver();
    let place = place(&this).ok_or_else(|| wrong_receiver(&this, class, "__init__"))?;
    args.no_keywords(class)?;
    let given = args.values.len();
    let [function] =
        args.exactly::<1>(class).map_err(|_| type_error(format!("{class} expected 1 argument, got {given}")))?;
    place.replace(function);
    Ok(Value::None)
}

/// What classmethod and staticmethod show of the function that they wrap, unless they are told otherwise.
fn install_wrapper(class: &Rc<Class>) {
    fn wrapped(i: &mut dyn Interp, value: &Value, name: Symbol) -> PyResult {
        if let Value::Object(o) = value
            && let Some(own) = o.attrs.borrow().get(name)
        {
            return Ok(own.clone());
        }
        let function = match (value.native::<ClassMethod>(), value.native::<StaticMethod>()) {
            (Some(m), _) => m.0.borrow().clone(),
            (_, Some(m)) => m.0.borrow().clone(),
            _ => Value::None,
        };
        let found = recursing(i, " while calling a Python object", |i| get_attr_now(i, &function, name));
        found.map_err(|exc| match exc.is_a(&types().attribute_error) {
            true => super::attribute::no_attribute(value, name),
            false => exc,
        })
    }
    fn keep(value: &Value, name: Symbol, own: Value) -> PyResult<()> {
        let Value::Object(o) = value else { return Ok(()) };
        if own.is_unset() {
            let removed = o.attrs.borrow_mut().remove(name);
            return removed.map(|_| ()).ok_or_else(|| super::attribute::no_attribute(value, name));
        }
        super::gc::link(o, &own);
        o.attrs.borrow_mut().set(name, own);
        Ok(())
    }
    /// What it shows of the function becomes its own.
    fn dict(i: &mut dyn Interp, value: &Value) -> PyResult {
        for name in [known::MODULE, known::NAME, known::QUALNAME, known::DOC, known::ANNOTATIONS] {
            if let Some(shown) = optional(wrapped(i, value, name))? {
                keep(value, name, shown)?;
            }
        }
        super::descriptor::dict_of(value).ok_or_else(|| super::attribute::no_attribute(value, known::DICT))
    }
    NativeClass::extend(class)
        .method("__get__", get_method)
        .property("__dict__", dict, super::instance_dict::set_dict)
        .property("__name__", |i, v| wrapped(i, v, known::NAME), |_, v, own| keep(v, known::NAME, own))
        .property("__qualname__", |i, v| wrapped(i, v, known::QUALNAME), |_, v, own| keep(v, known::QUALNAME, own))
        .property("__doc__", |i, v| wrapped(i, v, known::DOC), |_, v, own| keep(v, known::DOC, own))
        .property("__module__", |i, v| wrapped(i, v, known::MODULE), |_, v, own| keep(v, known::MODULE, own))
        .property(
            "__annotations__",
            |i, v| wrapped(i, v, known::ANNOTATIONS),
            |_, v, own| keep(v, known::ANNOTATIONS, own),
        )
        .getter("__isabstractmethod__", wraps_abstract);
}

/// Whether a value says that it is abstract, as `abc.abstractmethod` has functions say (`_PyObject_IsAbstract`).
pub fn is_abstract(i: &mut dyn Interp, value: &Value) -> PyResult<bool> {
    let mark = match value {
        Value::Function(f) => f.attrs.borrow().get(known::ABSTRACT).cloned(),
        Value::Object(_) | Value::Type(_) | Value::Method(_) | Value::Module(_) => {
            optional(get_attr_now(i, value, known::ABSTRACT))?
        }
        _ => None,
    };
    mark.map_or(Ok(false), |mark| ops::is_true(i, &mark))
}

/// `__isabstractmethod__` of what wraps functions: one of them is.
fn wraps_abstract(i: &mut dyn Interp, value: &Value) -> PyResult {
    let parts = match (value.native::<Property>(), value.native::<ClassMethod>(), value.native::<StaticMethod>()) {
        (Some(p), _, _) => [&p.get, &p.set, &p.delete].map(|part| part.borrow().clone()).to_vec(),
        (_, Some(method), _) => vec![method.0.borrow().clone()],
        (_, _, Some(method)) => vec![method.0.borrow().clone()],
        _ => Vec::new(),
    };
    // They may wrap each other in a circle.
    recursing(i, " while calling a Python object", |i| {
        for part in &parts {
            if is_abstract(i, part)? {
                return Ok(Value::Bool(true));
            }
        }
        Ok(Value::Bool(false))
    })
}

/// An attribute that may be lacking.
fn optional(found: PyResult) -> PyResult<Option<Value>> {
    match found {
        Ok(value) => Ok(Some(value)),
        Err(exc) if exc.is_a(&types().attribute_error) => Ok(None),
        Err(exc) => Err(exc),
    }
}

/// What an unbound `super(C)` that is a class's attribute gives for an instance; of a subclass that makes another one.
pub(super) fn bound_super(i: &mut dyn Interp, o: &Rc<Object>, this: &Super, receiver: &Value) -> PyResult<Flow> {
    let (after, class) = (Value::Type(this.after.clone()), o.class());
    match Rc::ptr_eq(&class, &types().super_) {
        true => make_super(i, &after, receiver).map(Flow::Done),
        false => call_class(i, &class, Args::from([after, receiver.clone()])),
    }
}

/// `super()`: its attributes are looked up by [`super::super_object::get`], never as methods of its class.
fn make_super_object(i: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    args.no_keywords("super")?;
    let made = match args.values.as_slice() {
        [] => {
            let (after, receiver) = i.super_arguments()?;
            make_super(i, &after, &receiver)
        }
        [after] => make_super(i, after, &Value::Unset),
        [after, receiver] => make_super(i, after, if receiver.is_none() { &Value::Unset } else { receiver }),
        more => Err(type_error(format!("super() expected at most 2 arguments, got {}", more.len()))),
    }?;
    if let Value::Object(o) = &made
        && !o.with_class(|c| Rc::ptr_eq(c, class))
    {
        o.set_class(class.clone());
    }
    Ok(made)
}

fn property(value: &Value) -> PyResult<&Property> {
    receiver::<Property>(value, "property", "property")
}

fn shown(field: &RefCell<Value>) -> Value {
    field.borrow().clone().some().into()
}

/// `property.__doc__`, which may still be the getter's.
fn property_doc(i: &mut dyn Interp, value: &Value) -> PyResult {
    let data = property(value)?;
    let getter = data.get.borrow().clone();
    if data.doc_of_getter.get() && data.doc.borrow().is_unset() {
        let text = get_attr_now(i, &getter, known::DOC).unwrap_or(Value::None);
        data.doc_of_getter.set(!text.is_none());
        data.doc.replace(text);
    }
    Ok(shown(&data.doc))
}

fn init_property(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let data = receiver::<Property>(&this, "property", "__init__")?;
    let [get, set, delete, doc] = args.bind_in_c("property", &["fget", "fset", "fdel", "doc"], 0)?;
    data.get.replace(get.clone());
    data.set.replace(set);
    data.delete.replace(delete);
    data.doc.replace(Value::Unset);
    let is_plain = Rc::ptr_eq(&type_of(&this), &types().property);
    // What is built in says so in a text of the library: that is read where it is asked for.
    let is_read_later = is_plain
        && match &get {
            Value::Builtin(_) => true,
            Value::Type(class) => !class.flag(class_flag::HEAP),
            _ => false,
        };
    let given = doc.some().filter(|doc| !doc.is_none());
    let asks_getter = given.is_none() && !matches!(get, Value::Unset | Value::None);
    let text = match asks_getter && !is_read_later {
        true => optional(get_attr_now(i, &get, known::DOC))?.filter(|doc| !doc.is_none()),
        false => given,
    };
    data.doc_of_getter.set(asks_getter && (is_read_later || text.is_some()));
    if is_plain {
        data.doc.replace(text.unwrap_or(Value::Unset));
        return Ok(Value::None);
    }
    // A subclass has a docstring of its own in the way: an instance's goes wherever its class has put the place for it.
    match set_attr(i, &this, known::DOC, text.into()).and_then(|flow| i.finish(flow)) {
        Err(exc) if data.doc_of_getter.get() || !exc.is_a(&types().attribute_error) => Err(exc),
        _ => Ok(Value::None),
    }
}

/// What a computed attribute says that is a property in CPython: it cannot be set, or deleted.
#[cold]
pub(super) fn no_accessor(receiver: &Value, name: &str, value: &Value) -> Exc {
    let what = if value.is_unset() { "deleter" } else { "setter" };
    super::exception::attribute_error(format!("property '{name}' of '{}' object has no {what}", type_name(receiver)))
}

/// What a property without this function says.
#[cold]
pub(super) fn property_error(i: &mut dyn Interp, property: &Property, receiver: &Value, what: &str) -> Exc {
    let class = type_of(receiver).qualname.borrow().clone();
    // `property_name`: what no class has given a name is called like its getter.
    let (own, getter) = (property.name.borrow().clone(), property.get.borrow().clone());
    let name = if own.is_unset() && !getter.is_unset() {
        get_attr_now(i, &getter, known::NAME).unwrap_or_default()
    } else {
        own
    };
    let message = match &name {
        Value::Str(name) => format!("property '{}' of '{class}' object has no {what}", name.text()),
        _ => format!("property of '{class}' object has no {what}"),
    };
    // What fails as it is read says of what, as any such access does.
    match name.as_str().and_then(Symbol::of) {
        Some(name) if what == "getter" => super::attribute::attribute_error(message, receiver, name),
        _ => attribute_error(message),
    }
}

/// A copy with one of the functions replaced: `@x.setter`.
fn copy_with(i: &mut dyn Interp, mut args: Args, which: usize) -> PyResult<Flow> {
    let this = args.take_receiver();
    let [function] = args.exactly(["property.getter", "property.setter", "property.deleter"][which])?;
    let data = property(&this)?;
    let mut fields = [shown(&data.get), shown(&data.set), shown(&data.delete)];
    // A subclass's docstring is the instance's attribute, and no part of what is copied.
    let own = type_of(&this).flag(class_flag::HEAP);
    let doc = if own || data.doc_of_getter.get() { Value::None } else { shown(&data.doc) };
    fields[which] = function;
    let [get, set, delete] = fields;
    let flow = call_class(i, &type_of(&this), Args::from([get, set, delete, doc]))?;
    if let (Flow::Done(made), name) = (&flow, data.name.borrow().clone())
        && let Some(copy) = made.native::<Property>()
    {
        copy.name.replace(name);
    }
    Ok(flow)
}

fn install_property(t: &'static Types) {
    NativeClass::extend(&t.property)
        .sync("__init__", init_property)
        .method("__get__", get_method)
        .method("__set__", set_method)
        .method("__delete__", set_method)
        .method("getter", |i, args| copy_with(i, args, 0))
        .method("setter", |i, args| copy_with(i, args, 1))
        .method("deleter", |i, args| copy_with(i, args, 2))
        .sync("__set_name__", |_, mut args| {
            let this = args.take_receiver();
            let given = args.values.len();
            let [_, name] = args.exactly("__set_name__").map_err(|_| {
                type_error(format!("__set_name__() takes 2 positional arguments but {given} were given"))
            })?;
            property(&this)?.name.replace(name);
            Ok(Value::None)
        })
        .member("fget", |_, v| Ok(shown(&property(v)?.get)))
        .member("fset", |_, v| Ok(shown(&property(v)?.set)))
        .member("fdel", |_, v| Ok(shown(&property(v)?.delete)))
        .property("__doc__", property_doc, |_, v, new| {
            property(v)?.doc.replace(new.some().into());
            Ok(())
        })
        .property(
            "__name__",
            |i, v| {
                let data = property(v)?;
                if let Some(name) = data.name.borrow().clone().some() {
                    return Ok(name);
                }
                let getter = shown(&data.get);
                match get_attr_now(i, &getter, known::NAME) {
                    Ok(name) => Ok(name),
                    Err(_) => {
                        let text = format!("'{}' object has no attribute '__name__'", type_name(v));
                        Err(super::exception::attribute_error(text))
                    }
                }
            },
            |_, v, new| {
                property(v)?.name.replace(new);
                Ok(())
            },
        )
        .getter("__isabstractmethod__", wraps_abstract);
}
