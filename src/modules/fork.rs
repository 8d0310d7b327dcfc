//! What a forked process has of its parent: a copy of the program's names and of everything that they lead to. What
//! belongs to the library is the child's own, found by its name; code, text and numbers, which nobody can change, and
//! the few things that cannot be copied (a suspended coroutine, an event loop) are shared.

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

pub use super::fork_library::Parent;
use super::processes::adopted;
use super::weakref;
use crate::asyncio::contextvars::Inheritance;
use crate::asyncio::py;
use crate::machine::machine;
use crate::objects::attrs::Namespace;
use crate::objects::builtin_types::iterator_state;
use crate::objects::class::{Class, next_epoch};
use crate::objects::containers::{Cell, Dict, Set};
use crate::objects::function::{Function, Method};
use crate::objects::hasher::FastMap;
use crate::objects::header::Header;
use crate::objects::iter::{Iter, IterKind};
use crate::objects::module::Module;
use crate::objects::object::{Native, Object, Payload};
use crate::objects::symbol::known;
use crate::objects::{Args, Interp, PyResult, Symbol, Value, identity, ops, type_of};
use crate::vm::Vm;

/// How deep the copying of values goes into each other on the host's stack; what can be changed is filled later from
/// there on, and what cannot (a tuple within tuples) is shared a little deeper.
const MAX_DEPTH: usize = 200;
const DEEPEST: usize = MAX_DEPTH + 200;

/// Copies values into the process whose turn it is.
pub struct Copier<'a> {
    pub(super) vm: &'a mut Vm,
    pub(super) parent: Parent,
    pub(super) main: Rc<Module>,
    /// Copies by the address of what they are copies of, which the parent keeps alive.
    pub(super) known: FastMap<usize, Value>,
    /// Copies of namespaces that are no module's, by the addresses of these.
    pub(super) spaces: FastMap<usize, Rc<Namespace>>,
    /// Where the library has its objects, once one is sought.
    pub(super) places: FastMap<usize, (Symbol, Symbol)>,
    /// What weak references refer to.
    referred: Vec<Value>,
    /// What has been made of values of the parent, and copied.
    made_up: Vec<Value>,
    /// Values of the parent with copies that have nothing in them yet.
    unfilled: Vec<(Value, Value)>,
    depth: usize,
}

impl<'a> Copier<'a> {
    pub fn new(vm: &'a mut Vm, parent: Parent, main: Rc<Module>) -> Copier<'a> {
        let (spaces, places, referred, made_up, unfilled) = Default::default();
        Copier { vm, parent, main, known: HashMap::default(), spaces, places, referred, made_up, unfilled, depth: 0 }
    }

    /// Copies the names of the program, and modules of its own that only functions have imported.
    pub fn copy_main(&mut self) {
        let (from, to) = (self.parent.main.clone(), self.main.clone());
        self.copy_names(&from, &to);
        for (name, _) in self.parent.modules.clone() {
            if self.parent.made(name).is_some() {
                self.own_module(name);
            }
        }
        self.copy_registrations();
        let context = self.parent.context.clone().copied(|value| self.copy(value));
        self.vm.states().set(context);
        next_epoch();
    }

    /// All is copied. What only weak references lead to, frames of the parent hold, which are there in the child as well
    /// and do not go on: it lives as long as the process.
    pub fn finish(mut self) {
        self.copy_changes();
        let Copier { vm, known, referred, .. } = self;
        drop(known);
        vm.states().set(Lasting(referred.into_iter().filter(is_held_once).collect()));
    }

    pub(super) fn copy_names(&mut self, from: &Namespace, to: &Module) {
        let names: Vec<(Symbol, Value)> =
            from.names.borrow().iter().map(|(name, value)| (name, value.clone())).collect();
        for (name, value) in names {
            if name != known::BUILTINS {
                let value = self.copy(&value);
                to.set(name, value);
            }
        }
    }

    pub fn copy(&mut self, value: &Value) -> Value {
        let address = match value {
            Value::Tuple(it) => Rc::as_ptr(it) as usize,
            Value::List(it) => Rc::as_ptr(it) as usize,
            Value::Dict(it) => Rc::as_ptr(it) as usize,
            Value::Set(it) => Rc::as_ptr(it) as usize,
            Value::Function(it) => Rc::as_ptr(it) as usize,
            Value::Method(it) => Rc::as_ptr(it) as usize,
            Value::Type(it) => Rc::as_ptr(it) as usize,
            Value::Module(it) => Rc::as_ptr(it) as usize,
            Value::Cell(it) => Rc::as_ptr(it) as usize,
            Value::Iter(it) => Rc::as_ptr(it) as usize,
            Value::Generator(it) => Rc::as_ptr(it) as usize,
            Value::Object(it) => Rc::as_ptr(it) as usize,
            Value::Builtin(it) => Rc::as_ptr(it) as usize,
            _ => return value.clone(),
        };
        if let Some(copy) = self.known.get(&address) {
            return copy.clone();
        }
        if self.depth >= DEEPEST {
            return value.clone();
        }
        self.depth += 1;
        let copy = self.copy_new(value, address);
        self.depth -= 1;
        if matches!(copy, Value::Function(_) | Value::Builtin(_) | Value::Type(_)) && !copy.is(value) {
            identity::adopt(&copy, value);
        }
        self.known.insert(address, copy.clone());
        while self.depth == 0
            && let Some((value, copy)) = self.unfilled.pop()
        {
            self.depth = 1;
            self.fill(&value, &copy);
            self.depth = 0;
        }
        copy
    }

    /// Copies what a value has in it into its copy, now or later.
    fn fill(&mut self, value: &Value, copy: &Value) {
        if self.depth > MAX_DEPTH {
            self.unfilled.push((value.clone(), copy.clone()));
            return;
        }
        match (value, copy) {
            (Value::List(from), Value::List(to)) => {
                let items = from.items.borrow().to_vec();
                to.items.replace(self.all(&items));
            }
            (Value::Dict(from), Value::Dict(to)) => self.fill_dict(to, from),
            (Value::Cell(from), Value::Cell(to)) => {
                let contents = self.copy(&from.contents.borrow().clone());
                to.contents.replace(contents);
            }
            (Value::Object(from), Value::Object(to)) => {
                if let (Payload::Builtin(from), Payload::Builtin(to)) = (&from.payload, &to.payload) {
                    self.fill(from, to);
                }
                self.copy_attrs(from, to);
            }
            _ => {}
        }
    }

    fn all(&mut self, values: &[Value]) -> Vec<Value> {
        values.iter().map(|value| self.copy(value)).collect()
    }

    fn copy_new(&mut self, value: &Value, address: usize) -> Value {
        match value {
            Value::Tuple(tuple) => Value::tuple(self.all(&tuple.items)),
            Value::List(_) => self.known_and_filled(address, value, Value::list(Vec::new())),
            Value::Dict(dict) => match dict.viewed().and_then(|owner| owner.namespace()) {
                Some(namespace) => Value::Dict(Dict::view(self.namespace(&namespace))),
                None => self.known_and_filled(address, value, Value::Dict(Dict::new())),
            },
            Value::Cell(_) => self.known_and_filled(address, value, Value::Cell(Cell::new(Value::Unset))),
            Value::Set(set) => {
                let copy = Set::new(set.frozen);
                self.know(address, value, Value::Set(copy.clone()));
                copy.replace(set, |hash, item| {
                    let copied = self.copy(item);
                    (self.hash_of_copy(hash, item, &copied), copied)
                });
                Value::Set(copy)
            }
            Value::Method(method) => Method::new(self.copy(&method.function), self.copy(&method.receiver)),
            Value::Module(module) => match self.parent.module_of(&module.namespace) {
                Some(name) => self.own_with_parts(name).map(Value::Module).unwrap_or_else(|| value.clone()),
                None => Value::Module(self.unlisted_module(module)),
            },
            Value::Iter(iter) => self.copy_iter(iter).unwrap_or_else(|| value.clone()),
            Value::Generator(it) => self.copy_generator(it, address).unwrap_or_else(|| value.clone()),
            Value::Function(function) => self.copy_function(function, address),
            Value::Builtin(builtin) => self.own_builtin(builtin).unwrap_or_else(|| value.clone()),
            Value::Type(class) => Value::Type(self.copy_class(class, address)),
            Value::Object(object) => self.copy_object(object, address),
            other => other.clone(),
        }
    }

    /// An iterator where it stands, if it goes over what can be copied.
    fn copy_iter(&mut self, iter: &Rc<Iter>) -> Option<Value> {
        let kind = match &iter.kind {
            IterKind::List { list, index } => match self.copy(&Value::List(list.clone())) {
                Value::List(list) => IterKind::List { list, index: index.clone() },
                _ => return None,
            },
            IterKind::Tuple { tuple, index } => match self.copy(&Value::Tuple(tuple.clone())) {
                Value::Tuple(tuple) => IterKind::Tuple { tuple, index: index.clone() },
                _ => return None,
            },
            IterKind::Range { next, step, left } => {
                IterKind::Range { next: next.clone(), step: *step, left: left.clone() }
            }
            IterKind::Str { string, index } => IterKind::Str { string: string.clone(), index: index.clone() },
            IterKind::Dict { dict, what, index, size, left } => match self.copy(&Value::Dict(dict.clone())) {
                Value::Dict(dict) => {
                    let (index, size, left) = (index.clone(), size.clone(), left.clone());
                    IterKind::Dict { dict, what: *what, index, size, left }
                }
                _ => return None,
            },
            IterKind::Set { set, index, size } => match self.copy(&Value::Set(set.clone())) {
                Value::Set(set) => IterKind::Set { set, index: index.clone(), size: *size },
                _ => return None,
            },
            IterKind::Native(state) => {
                let walk = state.try_borrow().ok()?.forked(&mut |value| self.copy(value));
                match walk {
                    Some(walk) => IterKind::Native(RefCell::new(walk)),
                    None => return self.remade_iter(iter),
                }
            }
        };
        let copy = Iter::new(self.class(&iter.class), kind);
        if let Value::Iter(copy) = &copy {
            copy.exhausted.set(iter.exhausted.get());
        }
        Some(copy)
    }

    /// An iterator made again of what is left of it, as a pickled one is.
    fn remade_iter(&mut self, iter: &Rc<Iter>) -> Option<Value> {
        let reduced = iterator_state::reduce(self.vm, Args::one(Value::Iter(iter.clone()))).ok()?;
        let copied = self.copy(&reduced);
        // As long as there are copies of its parts by their addresses.
        self.made_up.push(reduced);
        let Value::Tuple(reduced) = copied else { return None };
        let [maker, Value::Tuple(parts), state @ ..] = &*reduced.items else { return None };
        let made = self.vm.call(maker, Args::positional(parts.items.to_vec())).ok()?;
        if let [state] = state
            && !state.is_none()
        {
            let set_state = py::get(self.vm, &made, "__setstate__").ok()?;
            self.vm.call(&set_state, Args::one(state.clone())).ok()?;
        }
        Some(made)
    }

    /// A weak reference to the copy of what it refers to.
    fn copy_reference(&mut self, reference: &Value, address: usize) -> Option<Value> {
        let (target, callback) = weakref::parts(reference)?;
        let class = self.class(&type_of(reference));
        let copy = weakref::blank(class);
        self.know(address, reference, copy.clone());
        let callback = if callback.is_unset() { callback } else { self.copy(&callback) };
        if let Some(target) = target {
            let aim = self.copy(&target);
            weakref::refer_as(&copy, reference, &aim, callback, !has_other_identity(&target, &aim));
            self.referred.push(aim);
        }
        Some(copy)
    }

    fn fill_dict(&mut self, copy: &Rc<Dict>, dict: &Dict) {
        let has_table = copy.replace(dict, |hash, key, value| {
            let (copied, value) = (self.copy(key), self.copy(value));
            (self.hash_of_copy(hash, key, &copied), copied, value)
        });
        if !has_table {
            for (key, value) in dict.entries() {
                let (key, value) = (self.copy(&key), self.copy(&value));
                let _ = copy.set(self.vm, key, value);
            }
        }
    }

    /// The hash of a key's copy. It is the key's, but where that depends on an identity that the child's own has not.
    fn hash_of_copy(&mut self, hash: i64, key: &Value, copy: &Value) -> i64 {
        if !has_other_identity(key, copy) {
            return hash;
        }
        ops::hash(self.vm, copy).unwrap_or(hash)
    }

    /// Notes the copy of a value, of which it has the identity.
    pub(super) fn know(&mut self, address: usize, value: &Value, copy: Value) {
        identity::adopt(&copy, value);
        self.known.insert(address, copy);
    }

    /// Notes an empty copy before it is filled: what is in it may lead back to it.
    fn known_and_filled(&mut self, address: usize, value: &Value, copy: Value) -> Value {
        self.know(address, value, copy.clone());
        self.fill(value, &copy);
        copy
    }

    fn copy_function(&mut self, function: &Rc<Function>, address: usize) -> Value {
        let home = self.parent.module_of(&function.globals);
        let qualname = function.naming.qualname().text_or_empty();
        if let Some(name) = home.filter(|name| !self.parent.is_programs(*name))
            && let Some(Value::Function(own)) = self.by_name(&name.value(), &qualname)
            && own.code.code.first_line == function.code.code.first_line
            && own.code.code.qualname == function.code.code.qualname
        {
            return Value::Function(own);
        }
        let globals = self.namespace(&function.globals);
        let tuple = |value: Value| match value {
            Value::Tuple(tuple) => Some(tuple),
            _ => None,
        };
        let closure = match &function.closure {
            Some(cells) => tuple(self.copy(&Value::Tuple(cells.clone()))),
            None => None,
        };
        // A cell of the closure may have led back to the function.
        if let Some(copy) = self.known.get(&address) {
            return copy.clone();
        }
        let copy = Rc::new(Function {
            header: Header::default(),
            code: function.code.share(),
            globals,
            naming: function.naming.clone(),
            defaults: Default::default(),
            kwdefaults: Default::default(),
            closure,
            attrs: Default::default(),
            members: Default::default(),
            weakrefs: Default::default(),
        });
        self.know(address, &Value::Function(function.clone()), Value::Function(copy.clone()));
        if let Some(defaults) = function.defaults.borrow().clone() {
            let defaults = tuple(self.copy(&Value::Tuple(defaults)));
            copy.defaults.replace(defaults);
        }
        if let Some(defaults) = function.kwdefaults.borrow().clone()
            && let Value::Dict(defaults) = self.copy(&Value::Dict(defaults))
        {
            copy.kwdefaults.replace(Some(defaults));
        }
        for (from, to) in [(&function.attrs, &copy.attrs), (&function.members, &copy.members)] {
            let entries: Vec<(Symbol, Value)> = from.borrow().iter().map(|(n, v)| (n, v.clone())).collect();
            for (name, value) in entries {
                let value = self.copy(&value);
                to.borrow_mut().set(name, value);
            }
        }
        Value::Function(copy)
    }

    fn class(&mut self, class: &Rc<Class>) -> Rc<Class> {
        match self.copy(&Value::Type(class.clone())) {
            Value::Type(copy) => copy,
            _ => class.clone(),
        }
    }

    fn copy_class(&mut self, class: &Rc<Class>, address: usize) -> Rc<Class> {
        let module = class.attrs.borrow().get(known::MODULE).cloned().unwrap_or_default();
        let home = module.as_str().and_then(Symbol::of);
        if !home.is_some_and(|home| self.parent.is_programs(home)) {
            let qualname = class.qualname.borrow().clone();
            match self.by_name(&module, &qualname).or_else(|| self.by_place(class, &qualname)) {
                Some(Value::Type(own)) => return own,
                _ if !self.is_of_a_text(class) => return class.clone(),
                _ => {}
            }
        }
        let bases: Vec<Rc<Class>> = class.bases.borrow().clone().iter().map(|base| self.class(base)).collect();
        let ancestors: Vec<Rc<Class>> = class.ancestors.borrow().clone().iter().map(|base| self.class(base)).collect();
        let metaclass = class.metaclass().map(|meta| self.class(&meta));
        let twin = class.twin(bases, ancestors, metaclass);
        self.know(address, &Value::Type(class.clone()), Value::Type(twin.clone()));
        let entries: Vec<(Symbol, Value)> = class.attrs.borrow().iter().map(|(n, v)| (n, v.clone())).collect();
        for (name, value) in entries {
            let value = self.copy(&value);
            twin.define(name, value);
        }
        next_epoch();
        twin
    }

    fn copy_object(&mut self, object: &Rc<Object>, address: usize) -> Value {
        let original = Value::Object(object.clone());
        let class = object.class();
        // The file system is the same for all.
        let of_files =
            class.attrs.borrow().get(known::MODULE).and_then(Value::as_str).is_some_and(|m| m.text() == "_files");
        if of_files || object.exception().is_some() {
            return original;
        }
        if let Some(adopted) = adopted(self.vm, &original) {
            return adopted;
        }
        if let Some(own) = self.own_member(&original, &class).or_else(|| self.own_constant(&original, &class)) {
            return own;
        }
        if let Some(copy) = self.copy_reference(&original, address) {
            self.fill(&original, &copy);
            return copy;
        }
        let payload = match &object.payload {
            Payload::None | Payload::Exception(_) => Payload::None,
            Payload::Builtin(Value::List(_)) => Payload::Builtin(Value::list(Vec::new())),
            Payload::Builtin(Value::Dict(_)) => Payload::Builtin(Value::Dict(Dict::new())),
            Payload::Builtin(value) => Payload::Builtin(self.copy(value)),
            Payload::Native(native) => {
                // What it holds may lead back to it, before its copy is there.
                self.known.insert(address, original.clone());
                match self.fork_native(&**native) {
                    Some(native) => Payload::Native(native.into()),
                    None => return original,
                }
            }
        };
        let class = self.class(&class);
        self.known_and_filled(address, &original, Value::Object(Object::new(class, payload)))
    }

    fn copy_attrs(&mut self, object: &Object, copy: &Object) {
        let (entries, shared) = {
            let attrs = object.attrs.borrow();
            let entries: Vec<(Symbol, Value)> = attrs.iter().map(|(n, v)| (n, v.clone())).collect();
            (entries, attrs.shared().cloned())
        };
        if let Some(shared) = shared {
            let shared = self.copy(&shared);
            copy.attrs.borrow_mut().share(shared);
        }
        for (name, value) in entries {
            let value = self.copy(&value);
            copy.attrs.borrow_mut().set(name, value);
        }
    }

    fn fork_native(&mut self, native: &dyn Native) -> Option<Box<dyn Native>> {
        let _: &dyn Any = native;
        native.forked(&mut |value| self.copy(value))
    }
}

/// The first thread of a process has the context of the one that forked.
pub fn settle_context(vm: &mut Vm) {
    let first = machine(vm).process_by_id(vm.process).main.get();
    let context = vm.states().find::<Inheritance>().cloned();
    context.unwrap_or_default().settle(vm, first);
}

/// What the frames of the parent hold, of which the process has copies that do not go on.
struct Lasting(#[expect(dead_code, reason = "held, never read")] Vec<Value>);

fn is_held_once(value: &Value) -> bool {
    match value {
        Value::Object(it) => Rc::strong_count(it) == 1,
        Value::Function(it) => Rc::strong_count(it) == 1,
        Value::Type(it) => Rc::strong_count(it) == 1,
        _ => false,
    }
}

/// Whether what a value is hashed by has another identity in its copy: a function of the library, and what holds one.
fn has_other_identity(value: &Value, copy: &Value) -> bool {
    match (value, copy) {
        (Value::Tuple(a), Value::Tuple(b)) => a.items.iter().zip(&b.items).any(|(a, b)| has_other_identity(a, b)),
        (Value::Set(a), Value::Set(b)) => a.hash() != b.hash(),
        (Value::Method(a), Value::Method(b)) => {
            has_other_identity(&a.function, &b.function) || has_other_identity(&a.receiver, &b.receiver)
        }
        (Value::Function(_) | Value::Builtin(_) | Value::Type(_) | Value::Module(_), _) => {
            !value.is(copy) && identity::id(value) != identity::id(copy)
        }
        (Value::Object(_), Value::Object(_)) => match (weakref::parts(value), weakref::parts(copy)) {
            (Some((Some(target), _)), Some((Some(copy), _))) => has_other_identity(&target, &copy),
            _ => false,
        },
        _ => false,
    }
}

/// `main` and `values` of the parent, copied into the process whose turn it is.
pub fn forked(vm: &mut Vm, parent: Parent, main: Rc<Module>, values: &[Value]) -> PyResult<Vec<Value>> {
    let mut copier = Copier::new(vm, parent, main);
    copier.copy_main();
    let copies = copier.all(values);
    copier.finish();
    Ok(copies)
}
