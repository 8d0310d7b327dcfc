//! What a forked process has of its parent: a copy of the program's names and of everything that they lead to. What
//! belongs to the library is the child's own, found by its name; code, text and numbers, which nobody can change, and
//! the few things that cannot be copied (a suspended generator, an event loop) are shared.

use std::any::Any;
use std::collections::HashMap;
use std::rc::Rc;

use super::processes::adopted;
use crate::asyncio::py;
use crate::objects::attrs::Namespace;
use crate::objects::class::{Class, next_epoch};
use crate::objects::containers::{Cell, Dict, List, Set};
use crate::objects::function::{Builtin, BuiltinCode, Function, Method};
use crate::objects::hasher::FastMap;
use crate::objects::header::Header;
use crate::objects::iter::{Iter, IterKind};
use crate::objects::module::Module;
use crate::objects::object::{Native, Object, Payload};
use crate::objects::symbol::known;
use crate::objects::{Interp, PyResult, Symbol, Value, ops};
use crate::vm::Vm;

/// How deep what is copied may be nested; below that it is shared.
const MAX_DEPTH: usize = 900;

/// What the parent has loaded, for telling what belongs to whom.
pub struct Parent {
    main: Rc<Namespace>,
    modules: Vec<(Symbol, Rc<Module>)>,
}

impl Parent {
    pub fn of(vm: &mut Vm) -> Option<Parent> {
        let mut modules = Vec::new();
        for (name, module) in vm.modules.names.borrow().iter() {
            if let Value::Module(module) = module {
                modules.push((name, module.clone()));
            }
        }
        let main = modules.iter().find(|(name, _)| *name == known::MAIN)?.1.namespace.clone();
        Some(Parent { main, modules })
    }

    /// The module of this name, if the program has made it: such a one has a loader of its own, or none, and says so.
    fn made(&self, name: Symbol) -> Option<Rc<Module>> {
        let module = &self.modules.iter().find(|(loaded, _)| *loaded == name)?.1;
        module.get(known::LOADER).is_some().then(|| module.clone())
    }

    /// Whether a module is the program itself or one that it has made.
    fn is_programs(&self, name: Symbol) -> bool {
        name == known::MAIN || &*name.text() == "__mp_main__" || self.made(name).is_some()
    }

    fn module_of(&self, namespace: &Rc<Namespace>) -> Option<Symbol> {
        self.modules.iter().find(|(_, module)| Rc::ptr_eq(&module.namespace, namespace)).map(|(name, _)| *name)
    }
}

/// Copies values into the process whose turn it is.
pub struct Copier<'a> {
    vm: &'a mut Vm,
    parent: Parent,
    main: Rc<Module>,
    /// Copies by the address of what they are copies of, which the parent keeps alive.
    known: FastMap<usize, Value>,
    depth: usize,
}

impl<'a> Copier<'a> {
    pub fn new(vm: &'a mut Vm, parent: Parent, main: Rc<Module>) -> Copier<'a> {
        Copier { vm, parent, main, known: HashMap::default(), depth: 0 }
    }

    /// Copies the names of the program.
    pub fn copy_main(&mut self) {
        let (from, to) = (self.parent.main.clone(), self.main.clone());
        self.copy_names(&from, &to);
        next_epoch();
    }

    fn copy_names(&mut self, from: &Namespace, to: &Module) {
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
            Value::Object(it) => Rc::as_ptr(it) as usize,
            Value::Builtin(it) => Rc::as_ptr(it) as usize,
            _ => return value.clone(),
        };
        if let Some(copy) = self.known.get(&address) {
            return copy.clone();
        }
        if self.depth >= MAX_DEPTH {
            return value.clone();
        }
        self.depth += 1;
        let copy = self.copy_new(value, address);
        self.depth -= 1;
        self.known.insert(address, copy.clone());
        copy
    }

    fn all(&mut self, values: &[Value]) -> Vec<Value> {
        values.iter().map(|value| self.copy(value)).collect()
    }

    fn copy_new(&mut self, value: &Value, address: usize) -> Value {
        match value {
            Value::Tuple(tuple) => Value::tuple(self.all(&tuple.items)),
            Value::List(list) => {
                let copy = List::new(Vec::new());
                self.known.insert(address, Value::List(copy.clone()));
                let items = list.items.borrow().to_vec();
                copy.items.replace(self.all(&items));
                Value::List(copy)
            }
            Value::Dict(dict) => {
                let copy = Dict::new();
                self.known.insert(address, Value::Dict(copy.clone()));
                self.fill_dict(&copy, dict);
                Value::Dict(copy)
            }
            Value::Set(set) => {
                let items = self.all(&set.items());
                Set::of(self.vm, set.frozen, items).map(Value::Set).unwrap_or_else(|_| value.clone())
            }
            Value::Cell(cell) => {
                let copy = Cell::new(Value::Unset);
                self.known.insert(address, Value::Cell(copy.clone()));
                let contents = self.copy(&cell.contents.borrow().clone());
                copy.contents.replace(contents);
                Value::Cell(copy)
            }
            Value::Method(method) => Method::new(self.copy(&method.function), self.copy(&method.receiver)),
            Value::Module(module) => match self.parent.module_of(&module.namespace) {
                Some(name) => self.own_with_parts(name).map(Value::Module).unwrap_or_else(|| value.clone()),
                None => value.clone(),
            },
            Value::Iter(iter) => self.copy_iter(iter).unwrap_or_else(|| value.clone()),
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
            IterKind::Set { .. } | IterKind::Native(_) => return None,
        };
        let copy = Iter::new(iter.class.clone(), kind);
        if let Value::Iter(copy) = &copy {
            copy.exhausted.set(iter.exhausted.get());
        }
        Some(copy)
    }

    fn fill_dict(&mut self, copy: &Rc<Dict>, dict: &Dict) {
        for (key, value) in dict.entries() {
            // The hash is the original's: the copy of a key may not be whole yet.
            let hash = ops::hash(self.vm, &key);
            let (key, value) = (self.copy(&key), self.copy(&value));
            if let Ok(hash) = hash {
                let _ = copy.set_hashed(self.vm, key, hash, value);
            }
        }
    }

    /// The child's own module.
    fn own_module(&mut self, name: Symbol) -> Option<Rc<Module>> {
        if name == known::MAIN || &*name.text() == "__mp_main__" {
            return Some(self.main.clone());
        }
        if let Some(made) = self.parent.made(name) {
            return Some(self.made_module(name, &made));
        }
        match self.vm.import(&name.text()) {
            Ok(Value::Module(module)) => Some(module),
            _ => None,
        }
    }

    /// The child's own module for a name of the program's, with the parts of it that the parent has loaded
    /// (`logging.handlers`): the program reaches them through it.
    fn own_with_parts(&mut self, name: Symbol) -> Option<Rc<Module>> {
        let prefix = format!("{}.", name.text());
        let loaded = self.parent.modules.iter().map(|(loaded, _)| *loaded);
        let parts: Vec<Symbol> = loaded.filter(|loaded| loaded.text().starts_with(&prefix)).collect();
        for part in parts {
            self.own_module(part);
        }
        self.own_module(name)
    }

    /// A module that the program has made is the program's: it is copied with its names.
    fn made_module(&mut self, name: Symbol, made: &Rc<Module>) -> Rc<Module> {
        let address = Rc::as_ptr(&made.namespace) as usize;
        if let Some(Value::Module(copy)) = self.known.get(&address) {
            return copy.clone();
        }
        let copy = Module::new(&name.text());
        self.known.insert(address, Value::Module(copy.clone()));
        self.vm.add_module(name, Value::Module(copy.clone()));
        self.copy_names(&made.namespace, &copy);
        // Who imports it asks for its packages first.
        if let Some((package, _)) = name.text().rsplit_once('.')
            && let Some(made) = self.parent.made(Symbol::new(package))
        {
            self.made_module(Symbol::new(package), &made);
        }
        copy
    }

    /// The namespace of the child's own module, for one of the parent's modules.
    pub fn namespace(&mut self, namespace: &Rc<Namespace>) -> Rc<Namespace> {
        match self.parent.module_of(namespace).and_then(|name| self.own_module(name)) {
            Some(module) => module.namespace.clone(),
            None => namespace.clone(),
        }
    }

    /// What the child has under a name of a module of the library.
    fn by_name(&mut self, module: &Value, qualname: &str) -> Option<Value> {
        let name = Symbol::of(module.as_str()?)?;
        if name == known::MAIN || !self.parent.modules.iter().any(|(loaded, _)| *loaded == name) {
            return None;
        }
        let mut parts = qualname.split('.');
        let (own, first) = (self.own_module(name)?, parts.next()?);
        let mut found = own.get(Symbol::new(first)).or_else(|| py::get(self.vm, &Value::Module(own), first).ok())?;
        for part in parts {
            let Value::Type(class) = &found else { return None };
            let next = class.attrs.borrow().get(Symbol::new(part)).cloned()?;
            found = next;
        }
        Some(found)
    }

    /// A class that says it is of another module: the one that has it.
    fn by_place(&mut self, class: &Rc<Class>, qualname: &str) -> Option<Value> {
        let name = Symbol::new(qualname);
        let is_it = |value: Option<Value>| matches!(value, Some(Value::Type(found)) if Rc::ptr_eq(&found, class));
        let home = self.parent.modules.iter().find(|(home, m)| *home != known::MAIN && is_it(m.get(name)))?.0;
        self.by_name(&home.value(), qualname)
    }

    /// The child's own of what a text of the library has as a native function.
    fn own_builtin(&mut self, builtin: &Builtin) -> Option<Value> {
        let BuiltinCode::Text(function) = &builtin.code else { return None };
        let home = self.parent.module_of(&function.globals)?;
        self.by_name(&home.value(), &function.naming.qualname().text_or_empty())
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
            code: function.code.clone().into(),
            globals,
            naming: function.naming.clone(),
            defaults: Default::default(),
            kwdefaults: Default::default(),
            closure,
            attrs: Default::default(),
            members: Default::default(),
            weakrefs: Default::default(),
        });
        self.known.insert(address, Value::Function(copy.clone()));
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
            return match self.by_name(&module, &qualname).or_else(|| self.by_place(class, &qualname)) {
                Some(Value::Type(own)) => own,
                _ => class.clone(),
            };
        }
        let bases: Vec<Rc<Class>> = class.bases.borrow().clone().iter().map(|base| self.class(base)).collect();
        let ancestors: Vec<Rc<Class>> = class.ancestors.borrow().clone().iter().map(|base| self.class(base)).collect();
        let metaclass = class.metaclass.clone().map(|meta| self.class(&meta));
        let twin = class.twin(bases, ancestors, metaclass);
        self.known.insert(address, Value::Type(twin.clone()));
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
        let copy = Object::new(class, payload);
        self.known.insert(address, Value::Object(copy.clone()));
        match (&object.payload, &copy.payload) {
            (Payload::Builtin(Value::List(from)), Payload::Builtin(Value::List(to))) => {
                let items = from.items.borrow().to_vec();
                to.items.replace(self.all(&items));
            }
            (Payload::Builtin(Value::Dict(from)), Payload::Builtin(Value::Dict(to))) => self.fill_dict(to, from),
            _ => {}
        }
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
        Value::Object(copy)
    }

    fn fork_native(&mut self, native: &dyn Native) -> Option<Box<dyn Native>> {
        let _: &dyn Any = native;
        native.forked(&mut |value| self.copy(value))
    }
}

/// `main` and `values` of the parent, copied into the process whose turn it is.
pub fn forked(vm: &mut Vm, parent: Parent, main: Rc<Module>, values: &[Value]) -> PyResult<Vec<Value>> {
    let mut copier = Copier::new(vm, parent, main);
    copier.copy_main();
    Ok(copier.all(values))
}
