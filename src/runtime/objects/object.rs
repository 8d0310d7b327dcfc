//! `Object`: an instance of a class that has no variant of its own in `Value`.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::attrs::{AttrMap, HasAttrs};
use super::class::Class;
use super::containers::Dict;
use super::exception::ExceptionData;
use super::finalizer;
use super::gc;
use super::gc_graph::Edge;
use super::header::Header;
use super::look::{change, look};
pub use super::native::NativeBox;
use super::symbol::Symbol;
use super::value::Value;
use super::weak::WeakSlot;
use crate::trace::{Followed, Log};

/// State of a native class's instance: a future, a lock, a queue. State that changes sits in cells inside.
pub trait Native: Any {
    /// Visits the values that it holds, for the cycle collector: each as often as it holds it, or less often.
    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    /// As `traverse`, for what holds other things than values.
    fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        self.traverse(&mut |value| visit(Edge::Value(value)));
    }

    /// Lets go of what it holds: it is part of a cycle that nobody refers to.
    fn clear(&self) {}

    /// What it calls when it is called, if that is all it does.
    fn wrapped(&self) -> Option<Value> {
        None
    }

    /// It comes to hold other objects as time goes by: the cycle collector is to know it from the beginning.
    fn changes(&self) -> bool {
        false
    }

    /// It was a weak reference; what it referred to is gone. Gives the callback.
    fn lose(&self) -> Value {
        Value::Unset
    }

    /// It is a weak reference to an object that goes on as this one for as long as its `__del__` runs.
    fn follow(&self, _heir: &Rc<Object>) {}

    /// Whether something must still happen when the last reference goes (a pending task, an exception never
    /// retrieved). Then the object goes to the finalizer queue, and its class's `__del__` is called with it.
    fn needs_finalizer(&self) -> bool {
        false
    }

    /// Its attributes are all that a copy needs: it is copied and pickled as an object of a program's class is.
    fn copied_by_attributes(&self) -> bool {
        false
    }

    /// The same for a process that is forked off; `copy` copies a value that it holds. None: it is shared.
    fn forked(&self, _copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        None
    }

    /// What the trace knows it by, if it follows it.
    fn followed(&self) -> Option<&Followed> {
        None
    }

    /// A variable (or attribute) of the program is bound to the object: the trace names it by the first one.
    fn bound_to(&self, log: &mut Log, name: &str) {
        if let Some(followed) = self.followed() {
            followed.bound_to(log, name);
        }
    }
}

/// What an instance carries besides its attributes.
pub enum Payload {
    None,
    /// The built-in value of an instance of its subclass (`class Stack(list)`).
    Builtin(Value),
    Exception(Box<ExceptionData>),
    Native(NativeBox),
}

/// An instance.
pub struct Object {
    pub header: Header,
    class: RefCell<Rc<Class>>,
    /// The serial of `class`, for inline caches.
    serial: Cell<u32>,
    pub attrs: RefCell<AttrMap>,
    pub payload: Payload,
    /// `__del__` has been called: it is not called again.
    pub finalized: Cell<bool>,
    pub weakrefs: WeakSlot,
}

impl Object {
    pub fn new(class: Rc<Class>, payload: Payload) -> Rc<Object> {
        let object = Rc::new(Object {
            header: Header::default(),
            serial: Cell::new(class.serial),
            class: RefCell::new(class),
            attrs: RefCell::default(),
            payload,
            finalized: Cell::new(false),
            weakrefs: WeakSlot::default(),
        });
        let ends = object.with_class(|class| class.has_finalizer());
        if ends || matches!(&object.payload, Payload::Native(n) if n.changes()) {
            gc::register(&object);
        }
        object
    }

    /// An instance of a native class, as an object.
    #[inline(always)]
    pub fn of_native(class: Rc<Class>, native: impl Native) -> Rc<Object> {
        Object::new(class, Payload::Native(NativeBox::new(native)))
    }

    /// An instance of a native class.
    pub fn with_native(class: Rc<Class>, native: impl Native) -> Value {
        Value::Object(Object::of_native(class, native))
    }

    pub fn class(&self) -> Rc<Class> {
        self.class.borrow().clone()
    }

    /// Runs `f` on the class without counting a reference.
    #[inline(always)]
    pub fn with_class<R>(&self, f: impl FnOnce(&Rc<Class>) -> R) -> R {
        f(&look(&self.class))
    }

    /// The serial of its class.
    #[inline(always)]
    pub fn class_serial(&self) -> u32 {
        self.serial.get()
    }

    pub fn set_class(&self, class: Rc<Class>) {
        self.serial.set(class.serial);
        self.class.replace(class);
    }

    /// Whether something is still to be done when nobody refers to it any more.
    pub fn needs_finalizer(&self) -> bool {
        let native = || matches!(&self.payload, Payload::Native(n) if n.needs_finalizer());
        !self.finalized.get() && (self.class.borrow().has_finalizer() || native())
    }

    /// The dict that holds its attributes, if one was assigned to its `__dict__`.
    pub fn shared_dict(&self) -> Option<Rc<Dict>> {
        match look(&self.attrs).shared()?.plain() {
            Value::Dict(dict) => Some(dict.clone()),
            _ => None,
        }
    }

    /// An attribute of its own.
    #[inline]
    pub fn own(&self, name: Symbol) -> Option<Value> {
        if let Some(value) = look(&self.attrs).get(name) {
            return Some(value.clone());
        }
        self.shared_dict()?.get_str(name)
    }

    /// Sets an attribute of its own; gives the old value.
    pub fn set_own(&self, name: Symbol, value: Value) -> Option<Value> {
        match self.shared_dict() {
            None => change(&self.attrs).set(name, value),
            Some(dict) => {
                let old = dict.get_str(name);
                dict.set_str(name, value);
                old
            }
        }
    }

    /// Removes an attribute of its own; gives its value.
    pub fn remove_own(&self, name: Symbol) -> Option<Value> {
        match self.shared_dict() {
            None => change(&self.attrs).remove(name),
            Some(dict) => dict.remove_str(name),
        }
    }

    /// Its own attributes, in order.
    pub fn own_entries(&self) -> Vec<(Symbol, Value)> {
        let mut entries: Vec<_> = look(&self.attrs).iter().map(|(name, value)| (name, value.clone())).collect();
        if let Some(dict) = self.shared_dict() {
            let names = dict.entries().into_iter();
            entries.extend(names.filter_map(|(key, value)| Some((Symbol::of(key.as_str()?)?, value))));
        }
        entries
    }

    pub fn builtin(&self) -> Option<&Value> {
        match &self.payload {
            Payload::Builtin(v) => Some(v),
            _ => None,
        }
    }

    pub fn exception(&self) -> Option<&ExceptionData> {
        match &self.payload {
            Payload::Exception(e) => Some(e),
            _ => None,
        }
    }

    #[inline]
    pub fn native<T: 'static>(&self) -> Option<&T> {
        match &self.payload {
            Payload::Native(n) => n.get(),
            _ => None,
        }
    }
}

impl HasAttrs for Object {
    fn attrs(&self) -> &RefCell<AttrMap> {
        &self.attrs
    }

    fn hand_over(self: Rc<Self>, view: &Rc<super::containers::Dict>) -> bool {
        super::instance_dict::hold_names(&self, &Value::Dict(view.clone()));
        true
    }
}

impl Drop for Object {
    fn drop(&mut self) {
        let class = self.class.borrow();
        let needed = self.needs_finalizer();
        if !needed {
            drop(class);
            self.weakrefs.tell();
            match std::mem::replace(&mut self.payload, Payload::None) {
                Payload::None => {}
                Payload::Builtin(value) => finalizer::release(value),
                Payload::Exception(data) => finalizer::release_any(data),
                Payload::Native(native) => finalizer::release_any(native),
            }
            finalizer::release_all(self.attrs.borrow_mut().take().into_iter().map(|(_, v)| v));
            return;
        }
        let heir = Object {
            header: Header::default(),
            serial: self.serial.clone(),
            class: RefCell::new(class.clone()),
            attrs: RefCell::new(std::mem::take(&mut *self.attrs.borrow_mut())),
            payload: std::mem::replace(&mut self.payload, Payload::None),
            // The heir's own drop does nothing more than free it.
            finalized: Cell::new(true),
            weakrefs: std::mem::take(&mut self.weakrefs),
        };
        heir.header.adopt(&self.header);
        finalizer::enqueue(finalizer::Finalizer::Object(Rc::new(heir)));
    }
}
