//! `_weak`, what `weakref` rests on: references that do not keep their object alive.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::objects::args::Args;
use crate::objects::class::{Class, class_flag};
use crate::objects::code::CodeObject;
use crate::objects::containers::Set;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::function::{Builtin, Function, Method};
use crate::objects::generator::Generator;
use crate::objects::module::Module;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object, Payload};
use crate::objects::ops::CompareOp;
use crate::objects::weak::{self, Watchers};
use crate::objects::{Interp, Symbol, Value, gc, known, ops, type_name, type_of, types};

/// What a reference refers to.
enum Target {
    Object(Weak<Object>),
    Function(Weak<Function>),
    Type(Weak<Class>),
    Module(Weak<Module>),
    Generator(Weak<Generator>),
    Set(Weak<Set>),
    Method(Weak<Method>),
    Builtin(Weak<Builtin>),
    Code(Weak<CodeObject>),
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
                _ if is_built_in_exception(&o.class()) => return None,
                _ => Target::Object(Rc::downgrade(o)),
            },
            Value::Function(f) => Target::Function(Rc::downgrade(f)),
            Value::Type(t) => Target::Type(Rc::downgrade(t)),
            Value::Module(m) => Target::Module(Rc::downgrade(m)),
            Value::Generator(g) => Target::Generator(Rc::downgrade(g)),
            Value::Set(s) => Target::Set(Rc::downgrade(s)),
            Value::Method(m) => Target::Method(Rc::downgrade(m)),
            Value::Builtin(b) => Target::Builtin(Rc::downgrade(b)),
            Value::Code(c) => Target::Code(Rc::downgrade(c)),
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
            Target::Code(c) => c.upgrade().map(Value::Code),
            Target::Gone => None,
        }
    }
}

/// Those of other modules are made as programs' classes are.
fn is_built_in_exception(class: &Class) -> bool {
    class.is_exception()
        && !class.flag(class_flag::HEAP)
        && !std::ptr::eq(class, &*types().exception_group)
        && class
            .attrs
            .borrow()
            .get(known::MODULE)
            .and_then(Value::as_str)
            .is_none_or(|name| *name.text() == *"builtins")
}

/// Built-in classes to whose instances nothing can refer weakly.
const NEVER: &str = "object property staticmethod classmethod bytearray SimpleNamespace mappingproxy getset_descriptor \
                     member_descriptor wrapper_descriptor method-wrapper method_descriptor classmethod_descriptor super \
                     ContextVar Token UnionType itemgetter attrgetter methodcaller frame traceback dict_keys \
                     dict_values dict_items ProxyType CallableProxyType";

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

    fn follow(&self, heir: &Rc<Object>) {
        self.target.replace(Target::Object(Rc::downgrade(heir)));
    }
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
    let plain = class.name().as_ref() == "ReferenceType";
    refer(class, &object, callback, plain.then_some(|watchers| &watchers.plain))
}

/// A reference of `class`. The one that is there already at `shared`, if it has no callback.
fn refer(
    class: &Rc<Class>,
    object: &Value,
    callback: Value,
    shared: Option<fn(&Watchers) -> &RefCell<Weak<Object>>>,
) -> PyResult {
    let refused = || type_error(format!("cannot create weak reference to '{}' object", type_name(object)));
    let kind = type_of(object);
    let built_in = !kind.flag(class_flag::HEAP) || kind.flag(class_flag::EXTENSION);
    if built_in && NEVER.split(' ').any(|name| *name == *kind.name()) {
        return Err(refused());
    }
    let target = Target::of(object).ok_or_else(refused)?;
    // A class with `__slots__` says by `__weakref__` that there is room.
    if let Value::Object(o) = object
        && o.with_class(|c| {
            c.flag(class_flag::NO_DICT) && c.flag(class_flag::HEAP) && c.lookup(known::WEAKREF).is_none()
        })
    {
        return Err(refused());
    }
    let Some(watchers) = weak::watch(object) else { return Err(refused()) };
    let callback = if callback.is_none() { Value::Unset } else { callback };
    if is_of_program(&callback) {
        gc::callback_made();
    }
    let shared = shared.filter(|_| callback.is_unset()).map(|shared| shared(&watchers));
    if let Some(known) = shared.and_then(|place| place.borrow().upgrade()) {
        return Ok(Value::Object(known));
    }
    let state = Ref { target: RefCell::new(target), callback: RefCell::new(callback), hash: RefCell::new(None) };
    let made = Object::of_native(class.clone(), state);
    match shared {
        Some(place) => drop(place.replace(Rc::downgrade(&made))),
        None => watchers.others.borrow_mut().push(Rc::downgrade(&made)),
    }
    Ok(Value::Object(made))
}

/// What a reference refers to, if it is one and that lives still, and what it calls.
pub fn parts(reference: &Value) -> Option<(Option<Value>, Value)> {
    let state = reference.native::<Ref>()?;
    Some((state.target.borrow().get(), state.callback.borrow().clone()))
}

/// A reference of this class to nothing: [`refer_as`] comes next.
pub fn blank(class: Rc<Class>) -> Value {
    let state = Ref { target: RefCell::new(Target::Gone), callback: RefCell::default(), hash: RefCell::default() };
    Object::with_native(class, state)
}

/// A blank reference refers to `target` from now on as `original` does to what that is the copy of.
pub fn refer_as(reference: &Value, original: &Value, target: &Value, callback: Value, keeps_hash: bool) {
    let (Value::Object(object), Some(state), Some(from)) =
        (reference, reference.native::<Ref>(), original.native::<Ref>())
    else {
        return;
    };
    let (Some(aim), Some(watchers)) = (Target::of(target), weak::watch(target)) else { return };
    state.target.replace(aim);
    state.callback.replace(callback);
    if keeps_hash {
        state.hash.replace(from.hash.borrow().clone());
    }
    let theirs = from.target.borrow().get().and_then(|target| weak::watchers(&target));
    let places: [fn(&Watchers) -> &RefCell<Weak<Object>>; 2] = [|w| &w.plain, |w| &w.proxy];
    let stands_at = |place: &fn(&Watchers) -> &RefCell<Weak<Object>>| {
        let shared = theirs.as_ref().and_then(|theirs| place(theirs).borrow().upgrade());
        shared.is_some_and(|shared| Value::Object(shared).is(original)) && place(&watchers).borrow().upgrade().is_none()
    };
    match places.into_iter().find(stands_at) {
        Some(place) => drop(place(&watchers).replace(Rc::downgrade(object))),
        None => watchers.others.borrow_mut().push(Rc::downgrade(object)),
    }
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
        .without_dict()
        .class_method("__class_getitem__", crate::objects::builtin_types::generic_alias::class_getitem)
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
                (Some(a), Some(b)) if a.is(&b) && is_compared_by_identity(&a) => Ok(Value::Bool(true)),
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

/// Whether an instance has `object.__eq__`.
fn is_compared_by_identity(value: &Value) -> bool {
    let Value::Object(object) = value else { return false };
    matches!(object.with_class(|class| class.lookup(known::EQ)), Some(Value::Builtin(eq)) if &*eq.owner == "object")
}

/// `weakref.ref`
#[derive(Clone)]
struct RefClass(Rc<Class>);

/// What a proxy refers to is looked up by the text of `weakref`, which makes classes of this one.
fn proxy_class() -> Rc<Class> {
    let refused = |_: &mut dyn Interp, class: &Rc<Class>, _: &Args| {
        Err(type_error(format!("cannot create 'weakref.{}' instances", class.name())))
    };
    NativeClass::new("_Proxy", "weakref", &[], refused).finish()
}

/// `_proxy(class, object, callback)`
fn make_proxy(_: &mut dyn Interp, args: Args) -> PyResult {
    let [class, object, callback] = args.exactly("proxy")?;
    let Value::Type(class) = &class else { return Ok(Value::None) };
    refer(class, &object, callback, Some(|watchers| &watchers.proxy))
}

/// `_target(proxy)`
fn target(_: &mut dyn Interp, args: Args) -> PyResult {
    let [proxy] = args.exactly("proxy")?;
    Ok(proxy.native::<Ref>().and_then(|state| state.target.borrow().get()).into())
}

/// `getweakrefs(object)`: those without a callback, then the newest first.
fn references(i: &mut dyn Interp, value: &Value) -> PyResult<Vec<Value>> {
    let of_bases = match value {
        // Those that a class derives from refer to it.
        Value::Type(class) if !class.bases.borrow().is_empty() => i.states().find::<RefClass>().cloned(),
        _ => None,
    };
    let _kept = of_bases.map(|class| make(i, &class.0, &Args::one(value.clone()))).transpose()?;
    let Some(watchers) = weak::watchers(value) else { return Ok(Vec::new()) };
    let others = watchers.others.borrow();
    let [plain, proxy] = [&watchers.plain, &watchers.proxy].map(|place| place.borrow().upgrade());
    let all = plain.into_iter().chain(proxy).chain(others.iter().rev().filter_map(Weak::upgrade));
    Ok(all.map(Value::Object).collect())
}

/// Makes the module.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_weak");
    let class = ref_class();
    i.states().set(RefClass(class.clone()));
    module.set(Symbol::new("ref"), Value::Type(class));
    module.set(Symbol::new("_Proxy"), Value::Type(proxy_class()));
    let add = |name: &str, function| module.set(Symbol::new(name), Builtin::sync(name, "_weakref", function));
    add("_proxy", make_proxy);
    add("_target", target);
    add("getweakrefcount", |i, args| {
        let [object] = args.exactly("_weakref.getweakrefcount")?;
        Ok(Value::Int(references(i, &object)?.len() as i64))
    });
    add("getweakrefs", |i, args| {
        let [object] = args.exactly("_weakref.getweakrefs")?;
        Ok(Value::list(references(i, &object)?))
    });
    Ok(module)
}
