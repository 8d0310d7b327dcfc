//! Descriptors: property, classmethod, staticmethod, computed attributes, `__slots__` members, and the program's own.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::args::Args;
use super::attribute::{MethodFound, no_attribute};
use super::class::{Class, class_flag};
use super::containers::Dict;
use super::dict::DictData;
use super::exception::PyResult;
use super::exception_members::{Member, get_member, set_member_value};
use super::function::{Flow, Method};
use super::instance_dict::{apart_from_slots, has_slots, may_hide_methods, set_dict};
use super::interp::Interp;
use super::look::look;
use super::mapping_proxy;
use super::native_class::{self, GetSet};
use super::object::{Native, Object, Payload};
use super::slots::{not_of_slot, not_writable, set_slot};
use super::super_object::Super;
use super::symbol::{Symbol, known};
use super::type_methods;
use super::types::type_of;
use super::value::Value;

/// `property`. Filled by `__init__`, so that a subclass may have its own.
#[derive(Default)]
pub struct Property {
    pub get: RefCell<Value>,
    pub set: RefCell<Value>,
    pub delete: RefCell<Value>,
    pub doc: RefCell<Value>,
    /// The docstring is the getter's, so that another getter brings its own.
    pub doc_of_getter: Cell<bool>,
    /// Given by `__set_name__`.
    pub name: RefCell<Value>,
}

impl Native for Property {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        for field in [&self.get, &self.set, &self.delete, &self.doc, &self.name] {
            visit(&field.borrow());
        }
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let mut copied = |field: &RefCell<Value>| RefCell::new(copy(&field.borrow().clone()));
        Some(Box::new(Property {
            get: copied(&self.get),
            set: copied(&self.set),
            delete: copied(&self.delete),
            doc: copied(&self.doc),
            doc_of_getter: self.doc_of_getter.clone(),
            name: copied(&self.name),
        }))
    }
}

/// `classmethod`.
#[derive(Default)]
pub struct ClassMethod(pub RefCell<Value>);

/// `staticmethod`.
#[derive(Default)]
pub struct StaticMethod(pub RefCell<Value>);

impl Native for ClassMethod {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0.borrow());
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        Some(Box::new(ClassMethod(RefCell::new(copy(&self.0.borrow().clone())))))
    }
}

impl Native for StaticMethod {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0.borrow());
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        Some(Box::new(StaticMethod(RefCell::new(copy(&self.0.borrow().clone())))))
    }
}

/// Where the value of a [`Slot`] is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the instance's map, under the slot's name.
    Attribute,
    /// There too, and the program cannot set it.
    ReadOnly,
    /// There too, and it is set once: where the instance is made. Whether it is a member in CPython's own terms.
    Once { member: bool },
    /// An item of the instance, which is a tuple.
    Item(usize),
}

/// A name of `__slots__`, or of a struct sequence's fields.
pub struct Slot {
    pub name: Symbol,
    pub owner: Rc<str>,
    pub class: Weak<Class>,
    pub place: Place,
}

impl Native for Slot {
    /// It is of the class that the other process has.
    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let class = match self.class.upgrade().map(|class| copy(&Value::Type(class))) {
            Some(Value::Type(class)) => Rc::downgrade(&class),
            _ => self.class.clone(),
        };
        Some(Box::new(Slot { name: self.name, owner: self.owner.clone(), class, place: self.place }))
    }
}

impl Slot {
    /// Whether it is an instance of the slot's class.
    pub(super) fn is_of(&self, object: &Object) -> bool {
        let own = self.class.as_ptr();
        object.with_class(|class| {
            std::ptr::eq(Rc::as_ptr(class), own) || self.class.upgrade().is_none_or(|own| class.is_subclass_of(&own))
        })
    }
}

/// The descriptor of such a name of `class`; `owner`: the class as it is told of.
pub fn slot(class: &Rc<Class>, owner: Rc<str>, name: Symbol, place: Place) -> Value {
    let slot = Slot { name, owner, class: Rc::downgrade(class), place };
    Object::with_native(super::types::types().member_descriptor.clone(), slot)
}

/// Whether a class attribute is a data descriptor: it goes before the instance's own attributes.
#[inline]
pub fn is_data(value: &Value) -> bool {
    match value {
        Value::Object(o) => object_is_data(o),
        _ => false,
    }
}

/// A named tuple's member: an item by its place.
pub struct Item {
    pub at: usize,
    pub doc: RefCell<Value>,
}

impl Native for Item {
    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        Some(Box::new(Item { at: self.at, doc: RefCell::new(copy(&self.doc.borrow().clone())) }))
    }
}

fn object_is_data(o: &Rc<Object>) -> bool {
    if let Payload::Native(native) = &o.payload {
        let is_data = native.get::<GetSet>().is_some()
            || native.get::<Property>().is_some()
            || native.get::<Slot>().is_some()
            || native.get::<Member>().is_some()
            || native.get::<Item>().is_some();
        if is_data {
            return true;
        }
    }
    o.with_class(|c| {
        !c.flag(class_flag::IMMUTABLE) && (c.lookup(known::SET).is_some() || c.lookup(known::DELETE).is_some())
    })
}

/// What calling a classmethod or staticmethod through an instance calls.
pub fn static_or_class_method(descriptor: &Rc<Object>, receiver: &Rc<Object>) -> Option<MethodFound> {
    if !descriptor.with_class(|c| c.flag(class_flag::IMMUTABLE)) {
        return None;
    }
    if let Some(method) = descriptor.native::<StaticMethod>() {
        return Some(MethodFound::Bound(method.0.borrow().clone()));
    }
    let function = class_method_function(descriptor)?;
    Some(MethodFound::With { function, receiver: Value::Type(receiver.class()) })
}

/// Whether a data descriptor of the program's has no `__get__`: then the instance's own attribute goes before it.
pub fn lacks_get(value: &Value) -> bool {
    matches!(value, Value::Object(o) if matches!(o.payload, Payload::None) && hook(o, known::GET).is_none())
}

/// Whether a class attribute is the `__slots__` member `name`.
pub fn is_slot(value: &Value, name: Symbol) -> bool {
    value.native::<Slot>().is_some_and(|s| s.name == name)
}

/// The function of a classmethod object.
pub fn class_method_function(o: &Rc<Object>) -> Option<Value> {
    o.native::<ClassMethod>().map(|c| c.0.borrow().clone())
}

/// A descriptor's method, unless its class is built in.
#[inline]
fn hook(o: &Rc<Object>, name: Symbol) -> Option<Value> {
    o.with_class(|c| if c.flag(class_flag::IMMUTABLE) { None } else { c.lookup(name) })
}

/// Whether a descriptor's method is that of a built-in class, which is done without calling it.
fn is_inherited(method: &Value) -> bool {
    matches!(method, Value::Builtin(b) if matches!(&*b.owner, "property" | "classmethod" | "staticmethod"))
}

/// `__get__` of an object found on a class; the object itself if it has none.
pub fn get(i: &mut dyn Interp, o: &Rc<Object>, receiver: &Value, owner: &Rc<Class>) -> PyResult<Flow> {
    if let Some(item) = o.native::<Item>()
        && let Value::Tuple(tuple) = receiver.plain()
        && let Some(found) = tuple.items.get(item.at)
    {
        return Ok(Flow::Done(found.clone()));
    }
    let this = || Value::Object(o.clone());
    if let Some(method) = hook(o, known::GET)
        && !is_inherited(&method)
    {
        let receiver = if receiver.is_unset() { Value::None } else { receiver.clone() };
        return super::ops::call_now(i, &method, Args::from([this(), receiver, Value::Type(owner.clone())]));
    }
    get_native(i, o, receiver, owner)
}

/// `__get__` of a native descriptor; the object itself if it is none.
pub fn get_native(i: &mut dyn Interp, o: &Rc<Object>, receiver: &Value, owner: &Rc<Class>) -> PyResult<Flow> {
    let this = || Value::Object(o.clone());
    let Payload::Native(native) = &o.payload else { return Ok(Flow::Done(this())) };
    let native: &dyn std::any::Any = &**native;
    if let Some(method) = native.downcast_ref::<ClassMethod>() {
        return Ok(Flow::Done(Method::new(method.0.borrow().clone(), Value::Type(owner.clone()))));
    }
    if let Some(method) = native.downcast_ref::<StaticMethod>() {
        return Ok(Flow::Done(method.0.borrow().clone()));
    }
    if let Some(computed) = native.downcast_ref::<GetSet>()
        && computed.field
    {
        return native_class::get_field(i, computed, receiver, owner);
    }
    if receiver.is_unset() {
        return Ok(Flow::Done(this()));
    }
    if let Some(super_) = native.downcast_ref::<Super>()
        && super_.receiver.is_unset()
    {
        return super::descriptor_types::bound_super(i, o, super_, receiver);
    }
    if let Some(computed) = native.downcast_ref::<GetSet>() {
        if computed.on_stack {
            let (cx, get, receiver) = (i.cx(), computed.get, receiver.clone());
            return Ok(Flow::frame(async move { cx.enter(|i| get(i, &receiver)) }));
        }
        return (computed.get)(i, receiver).map(Flow::Done);
    }
    if let Some(property) = native.downcast_ref::<Property>() {
        let getter = property.get.borrow().clone();
        if getter.is_unset() || getter.is_none() {
            return Err(super::descriptor_types::property_error(i, property, receiver, "getter"));
        }
        let mut args = Args::one(receiver.clone());
        if let Value::Function(function) = &getter {
            let answer = function.answer(i, &mut args.values);
            return Ok(answer.map_or_else(|| Flow::call(getter, args), Flow::Done));
        }
        return super::ops::call_now(i, &getter, args);
    }
    if let Some(member) = native.downcast_ref::<Member>() {
        return get_member(i, member, receiver).map(Flow::Done);
    }
    if let Some(slot) = native.downcast_ref::<Slot>() {
        let Value::Object(object) = receiver else {
            return Err(not_of_slot(slot, receiver));
        };
        if !slot.is_of(object) {
            return Err(not_of_slot(slot, receiver));
        }
        let value = match (slot.place, receiver.plain()) {
            (Place::Item(at), Value::Tuple(tuple)) => tuple.items.get(at).cloned(),
            (Place::Item(_), _) => return Err(not_of_slot(slot, receiver)),
            _ => object.attrs.borrow().get(slot.name).cloned(),
        };
        return value.map(Flow::Done).ok_or_else(|| {
            let class = type_of(receiver).qualified_name();
            let text = format!("'{class}' object has no attribute '{}'", slot.name.text());
            super::attribute::attribute_error(text, receiver, slot.name)
        });
    }
    Ok(Flow::Done(this()))
}

/// `__set__` or, with `Unset` as value, `__delete__` of an object found on a class; `None` if it has none.
pub fn set(i: &mut dyn Interp, o: &Rc<Object>, receiver: &Value, value: &Value) -> PyResult<Option<Flow>> {
    let (wanted, other) = if value.is_unset() { (known::DELETE, known::SET) } else { (known::SET, known::DELETE) };
    let (found, other) = (hook(o, wanted), hook(o, other));
    match (found, other) {
        // A native descriptor's own, inherited.
        (None, None) => set_native(i, o, receiver, value),
        (Some(found), _) if is_inherited(&found) => set_native(i, o, receiver, value),
        (Some(hook), _) => {
            let mut args = Args::from([Value::Object(o.clone()), receiver.clone()]);
            if !value.is_unset() {
                args.values.push(value.clone());
            }
            Ok(Some(Flow::call(hook, args)))
        }
        (None, Some(_)) => {
            let missing = if value.is_unset() { "__delete__" } else { "__set__" };
            Err(super::exception::attribute_error(missing))
        }
    }
}

/// `__set__` or, with `Unset` as value, `__delete__` of a native descriptor; `None` if it is none.
pub fn set_native(i: &mut dyn Interp, o: &Rc<Object>, receiver: &Value, value: &Value) -> PyResult<Option<Flow>> {
    let Payload::Native(native) = &o.payload else { return Ok(None) };
    let native: &dyn std::any::Any = &**native;
    if let Some(computed) = native.downcast_ref::<GetSet>() {
        let Some(setter) = computed.set else {
            if o.with_class(|class| Rc::ptr_eq(class, &super::types::types().member_descriptor)) {
                return Err(super::exception::attribute_error("readonly attribute"));
            }
            let owner = type_of(receiver).mro().into_iter().find(|class| *class.name() == *computed.owner);
            if owner.as_ref().is_some_and(|owner| owner.is_python_in_cpython()) {
                return Err(super::descriptor_types::no_accessor(receiver, &computed.name.text(), value));
            }
            let owner = owner.map_or(computed.owner.clone(), |owner| owner.shown_name());
            return Err(not_writable(&computed.name.text(), &owner));
        };
        if computed.on_stack {
            let (cx, receiver, value) = (i.cx(), receiver.clone(), value.clone());
            let flow = Flow::frame(async move { cx.enter(|i| setter(i, &receiver, value)).map(|()| Value::None) });
            return Ok(Some(flow));
        }
        setter(i, receiver, value.clone())?;
        return Ok(Some(Flow::Done(Value::None)));
    }
    if let Some(slot) = native.downcast_ref::<Slot>() {
        return set_slot(slot, receiver, value).map(Some);
    }
    if let Some(member) = native.downcast_ref::<Member>() {
        set_member_value(i, member, receiver, value.clone())?;
        return Ok(Some(Flow::Done(Value::None)));
    }
    let Some(property) = native.downcast_ref::<Property>() else { return Ok(None) };
    let (function, what) = if value.is_unset() { (&property.delete, "deleter") } else { (&property.set, "setter") };
    let function = function.borrow().clone();
    if function.is_unset() || function.is_none() {
        // A property of a class that is C in CPython is none there.
        let name = property.name.borrow().clone();
        if let Some(name) = name.as_str().and_then(Symbol::of)
            && let Some(owner) = type_of(receiver).owner_of(name)
            && let Some(extension) = type_of(receiver).mro().into_iter().find(|class| class.flag(class_flag::EXTENSION))
            && extension.is_subclass_of(&owner)
        {
            return Err(not_writable(&name.text(), &extension.shown_name()));
        }
        return Err(super::descriptor_types::property_error(i, property, receiver, what));
    }
    let mut args = Args::one(receiver.clone());
    if !value.is_unset() {
        args.values.push(value.clone());
    }
    Ok(Some(Flow::call(function, args)))
}

/// A dict that is a view of the value's attributes: `obj.__dict__`.
pub fn dict_of(obj: &Value) -> Option<Value> {
    let view = match obj {
        Value::Object(o) if !o.with_class(|c| c.flag(class_flag::NO_DICT)) => {
            let attrs = look(&o.attrs);
            if let Some(shared) = attrs.shared() {
                return Some(shared.clone());
            }
            let known = attrs.view();
            drop(attrs);
            if known.is_none() && o.with_class(has_slots) {
                return Some(apart_from_slots(o));
            }
            let view = known.unwrap_or_else(|| {
                may_hide_methods(o);
                let made = Dict::view(o.clone());
                o.attrs.borrow_mut().set_view(&made);
                made
            });
            return Some(Value::Dict(view));
        }
        Value::Function(f) => DictData::View(f.clone()),
        Value::Module(m) => DictData::View(m.namespace.clone()),
        Value::Namespace(n) => DictData::View(n.clone()),
        _ => return None,
    };
    Some(dict_view(view))
}

pub fn dict_view(data: DictData) -> Value {
    Value::Dict(Rc::new(Dict { header: Default::default(), data: RefCell::new(data) }))
}

/// The descriptor `__dict__` of a class whose instances keep theirs: a member that only reads.
pub fn kept_dict(class: &Rc<Class>) -> Value {
    let get: super::native_class::GetFn = |_, obj| dict_of(obj).ok_or_else(|| no_attribute(obj, known::DICT));
    let (name, owner, class) = (known::DICT, class.name(), Rc::downgrade(class));
    let descriptor = GetSet { name, owner, get, set: None, on_stack: false, field: false, class };
    Object::with_native(super::types::types().member_descriptor.clone(), descriptor)
}

/// The descriptor `__dict__` or `__weakref__` that a class has for its instances.
pub fn own_attribute(class: &Rc<Class>, name: Symbol) -> Value {
    let get: super::native_class::GetFn = if name == known::DICT {
        |i, obj| match obj {
            // A metaclass that has a plain class before `type` among its bases.
            Value::Type(class) => Ok(mapping_proxy::new(Value::Dict(type_methods::namespace(i, class)))),
            obj => dict_of(obj).ok_or_else(|| no_attribute(obj, known::DICT)),
        }
    } else {
        |_, obj| {
            let watchers = obj.as_object().and_then(|o| o.weakrefs.watchers());
            Ok(watchers.and_then(|w| w.plain.borrow().upgrade()).map_or(Value::None, Value::Object))
        }
    };
    let set: Option<super::native_class::SetFn> = if name == known::DICT { Some(set_dict) } else { None };
    let descriptor =
        GetSet { name, owner: class.name(), get, set, on_stack: false, field: false, class: Rc::downgrade(class) };
    Object::with_native(super::types::types().getset_descriptor.clone(), descriptor)
}
