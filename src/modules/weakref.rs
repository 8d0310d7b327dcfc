//! `_weakref`: references that do not keep their object alive.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::objects::args::Args;
use crate::objects::class::{Class, class_flag};
use crate::objects::containers::Set;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::finalizer::{self, Finalizer};
use crate::objects::function::{Builtin, Function, Method};
use crate::objects::generator::Generator;
use crate::objects::module::Module;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object, Payload};
use crate::objects::ops::CompareOp;
use crate::objects::weak::{Watchers, WeakSlot};
use crate::objects::{Interp, Symbol, Value, gc, known, ops, type_name, type_of};

/// What a reference refers to.
enum Target {
    Object(Weak<Object>),
    Function(Weak<Function>),
    Type(Weak<Class>),
    Module(Weak<Module>),
    Generator(Weak<Generator>),
    Set(Weak<Set>),
    /// Gone at once, as a rule: `obj.method` makes a new one each time.
    Method(Weak<Method>),
    Builtin(Weak<Builtin>),
    Gone,
}

impl Target {
    fn of(value: &Value) -> Option<Target> {
        Some(match value {
            Value::Object(o) => match &o.payload {
                Payload::Native(_) if value.native::<Ref>().is_some() && !o.class().flag(class_flag::HEAP) => {
                    return None;
                }
                Payload::Builtin(Value::Int(_) | Value::Tuple(_) | Value::Bool(_)) => return None,
                _ if o.class().is_exception() && !o.class().flag(class_flag::HEAP) => return None,
                _ => Target::Object(Rc::downgrade(o)),
            },
            Value::Function(f) => Target::Function(Rc::downgrade(f)),
            Value::Type(t) => Target::Type(Rc::downgrade(t)),
            Value::Module(m) => Target::Module(Rc::downgrade(m)),
            Value::Generator(g) => Target::Generator(Rc::downgrade(g)),
            Value::Set(s) => Target::Set(Rc::downgrade(s)),
            Value::Method(m) => Target::Method(Rc::downgrade(m)),
            Value::Builtin(b) => Target::Builtin(Rc::downgrade(b)),
            _ => return None,
        })
    }

    fn get(&self) -> Option<Value> {
        match self {
            Target::Object(o) => o.upgrade().map(Value::Object),
            Target::Function(f) => f.upgrade().map(Value::Function),
            Target::Type(t) => t.upgrade().map(Value::Type),
            Target::Module(m) => m.upgrade().map(Value::Module),
            Target::Generator(g) => g.upgrade().map(Value::Generator),
            Target::Set(s) => s.upgrade().map(Value::Set),
            Target::Method(m) => m.upgrade().map(Value::Method),
            Target::Builtin(b) => b.upgrade().map(Value::Builtin),
            Target::Gone => None,
        }
    }
}

/// The payload of a `weakref.ref`.
struct Ref {
    target: RefCell<Target>,
    callback: RefCell<Value>,
    hash: RefCell<Option<Value>>,
}

impl Native for Ref {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.callback.borrow());
    }

    fn clear(&self) {
        drop(self.callback.take());
    }

    fn lose(&self) -> Value {
        self.target.replace(Target::Gone);
        self.callback.take()
    }
}

/// Where the references to a value are kept; modules have no such place.
fn slot_of(value: &Value) -> Option<&WeakSlot> {
    Some(match value {
        Value::Object(o) => &o.weakrefs,
        Value::Function(f) => &f.weakrefs,
        Value::Type(c) => &c.weakrefs,
        Value::Generator(g) => &g.weakrefs,
        Value::Set(s) => &s.weakrefs,
        _ => return None,
    })
}

fn this(value: &Value) -> PyResult<&Ref> {
    receiver::<Ref>(value, "weakref.ReferenceType", "__call__")
}

/// `ref(object, callback)`: the one there is already, if neither has a callback.
fn make(_: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    let mut args = args.clone();
    if class.overrides(known::INIT) {
        args.drop_keywords();
    }
    if !(1..=2).contains(&args.values.len()) {
        return Err(arity("__new__", args.values.len()));
    }
    let [object, callback] = args.between("ref", 1)?;
    let Some(target) = Target::of(&object) else {
        return Err(type_error(format!("cannot create weak reference to '{}' object", type_name(&object))));
    };
    // A class with `__slots__` says by `__weakref__` that there is room.
    if let Value::Object(o) = &object
        && o.with_class(|c| {
            c.flag(class_flag::NO_DICT) && c.flag(class_flag::HEAP) && c.lookup(known::WEAKREF).is_none()
        })
    {
        return Err(type_error(format!("cannot create weak reference to '{}' object", type_name(&object))));
    }
    let callback = if callback.is_none() { Value::Unset } else { callback };
    if is_of_program(&callback) {
        gc::callback_made();
    }
    let plain = callback.is_unset() && class.name().as_ref() == "ReferenceType";
    let watchers = slot_of(&object).map(WeakSlot::watch);
    if plain && let Some(known) = watchers.as_ref().and_then(|w| w.plain.borrow().upgrade()) {
        return Ok(Value::Object(known));
    }
    let made = Object::of_native(class.clone(), new_ref(target, callback));
    match watchers {
        Some(watchers) if plain => drop(watchers.plain.replace(Rc::downgrade(&made))),
        Some(watchers) => watchers.others.borrow_mut().push(Rc::downgrade(&made)),
        // `ref(obj.method, callback)`: nobody else has the method, so it goes with the call.
        None if matches!(&object, Value::Method(m) if Rc::strong_count(m) <= 2) => {
            let watchers = Watchers::default();
            watchers.others.borrow_mut().push(Rc::downgrade(&made));
            finalizer::enqueue(Finalizer::Watchers(Rc::new(watchers)));
        }
        None => {}
    }
    Ok(Value::Object(made))
}

/// Whether the program may see that a callback is called.
fn is_of_program(callback: &Value) -> bool {
    match callback {
        Value::Function(f) => !f.code.filename.starts_with("<stdlib>"),
        Value::Method(m) => is_of_program(&m.function),
        Value::Object(_) => true,
        _ => false,
    }
}

fn arity(name: &str, given: usize) -> Exc {
    let (bound, n) = if given < 1 { ("at least", "1 argument") } else { ("at most", "2 arguments") };
    type_error(format!("{name} expected {bound} {n}, got {given}"))
}

fn new_ref(target: Target, callback: Value) -> Ref {
    Ref { target: RefCell::new(target), callback: RefCell::new(callback), hash: RefCell::new(None) }
}

fn repr(i: &mut dyn Interp, args: Args) -> PyResult {
    let own = match &args.values[0] {
        Value::Object(o) => o.header.address(),
        _ => 0,
    };
    Ok(Value::from(match this(&args.values[0])?.target.borrow().get() {
        None => format!("<weakref at {own:#x}; dead>"),
        Some(value) => {
            let address = crate::objects::identity::id(&value);
            let name = named(i, &value).map(|name| format!(" ({name})")).unwrap_or_default();
            format!("<weakref at {own:#x}; to '{}' at {address:#x}{name}>", type_of(&value).qualified_name())
        }
    }))
}

/// What the object's class has as `__name__` of its instances.
fn named(i: &mut dyn Interp, value: &Value) -> Option<String> {
    let mut found = type_of(value).lookup(known::NAME)?;
    if found.as_str().is_none() {
        found = crate::objects::attribute::get_attr_now(i, value, known::NAME).ok()?;
    }
    found.as_str().map(|name| name.text().into_owned())
}

fn ref_class() -> Rc<Class> {
    NativeClass::new("ReferenceType", "weakref", &[], make)
        .sync("__init__", |_, args| match args.values.len() {
            2 | 3 => Ok(Value::None),
            n => Err(arity("__init__", n.saturating_sub(1))),
        })
        .sync("__call__", |_, args| Ok(this(&args.values[0])?.target.borrow().get().into()))
        .sync("__repr__", repr)
        .sync("__hash__", |i, args| {
            let this = this(&args.values[0])?;
            if let Some(known) = &*this.hash.borrow() {
                return Ok(known.clone());
            }
            let Some(value) = this.target.borrow().get() else { return Err(type_error("weak object has gone away")) };
            let hash = Value::Int(ops::hash(i, &value)?);
            this.hash.replace(Some(hash.clone()));
            Ok(hash)
        })
        .sync("__eq__", |i, args| {
            let Some(other) = args.values.get(1).and_then(|v| v.native::<Ref>()) else {
                return Ok(Value::NotImplemented);
            };
            let (a, b) = (this(&args.values[0])?.target.borrow().get(), other.target.borrow().get());
            match (a, b) {
                (Some(a), Some(b)) => {
                    let flow = ops::compare(i, CompareOp::Eq, &a, &b)?;
                    i.finish(flow)
                }
                _ => Ok(Value::Bool(args.values[0].is(&args.values[1]))),
            }
        })
        .member("__callback__", |_, v| {
            let this = this(v)?;
            let alive = this.target.borrow().get().is_some();
            let callback = this.callback.borrow().clone();
            Ok(callback.some().filter(|_| alive).into())
        })
        .finish()
}

/// `getweakrefcount(object)` and the references themselves.
fn watchers(value: &Value) -> Vec<Value> {
    let Some(watchers) = slot_of(value).and_then(WeakSlot::watchers) else { return Vec::new() };
    let plain = watchers.plain.borrow().upgrade().map(Value::Object);
    let told: Vec<Value> = watchers.others.borrow().iter().filter_map(|r| r.upgrade().map(Value::Object)).collect();
    plain.into_iter().chain(told).collect()
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_weakref");
    module.set(Symbol::new("ref"), Value::Type(ref_class()));
    let count = Builtin::sync("getweakrefcount", "_weakref", |_, args| {
        let [object] = args.exactly("_weakref.getweakrefcount")?;
        Ok(Value::Int(watchers(&object).len() as i64))
    });
    module.set(Symbol::new("getweakrefcount"), count);
    let refs = Builtin::sync("getweakrefs", "_weakref", |_, args| {
        let [object] = args.exactly("_weakref.getweakrefs")?;
        Ok(Value::list(watchers(&object)))
    });
    module.set(Symbol::new("getweakrefs"), refs);
    Ok(module)
}
