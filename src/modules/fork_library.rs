//! What a forked process has of the library: its own modules, classes and functions, found by the names that the
//! parent's have.

use std::rc::Rc;

use super::abc;
use super::fork::Copier;
use super::fork_changes::has_objects_of_its_own;
use crate::asyncio::contextvars::{ContextVar, Inheritance};
use crate::asyncio::py;
use crate::objects::attrs::Namespace;
use crate::objects::class::Class;
use crate::objects::function::{Binding, Builtin, BuiltinCode};
use crate::objects::gc;
use crate::objects::hasher::FastMap;
use crate::objects::module::Module;
use crate::objects::native_function::shown;
use crate::objects::symbol::known;
use crate::objects::{Interp, Symbol, Value};
use crate::vm::Vm;

/// What programs put into modules of the library by calling them: tables by module and name.
const TABLES: [(&str, &str); 4] = [
    ("copyreg", "dispatch_table"),
    ("_ctypes.arrays", "_types"),
    ("_ctypes.pointers", "_pointer_type_cache"),
    ("ctypes", "_c_functype_cache"),
];

/// Whether a module is the program: in a process that `spawn` has begun it has a second name.
fn is_main(name: Symbol) -> bool {
    name == known::MAIN || &*name.text() == "__mp_main__"
}

/// Whether a namespace is that of a text of the library.
fn is_of_library(namespace: &Namespace) -> bool {
    let names = namespace.names.borrow();
    names.get(known::FILE).and_then(Value::as_str).is_some_and(|file| file.text().starts_with("<stdlib>"))
}

/// What the parent has loaded, for telling what belongs to whom.
pub struct Parent {
    pub(super) main: Rc<Namespace>,
    pub(super) modules: Vec<(Symbol, Rc<Module>)>,
    /// The context of the thread that forks.
    pub(super) context: Inheritance,
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
        Some(Parent { main, modules, context: Inheritance::of(vm) })
    }

    /// The module of this name, if the program has made it: such a one has a loader of its own, or none, and says so.
    pub(super) fn made(&self, name: Symbol) -> Option<Rc<Module>> {
        let module = &self.modules.iter().find(|(loaded, _)| *loaded == name)?.1;
        module.get(known::LOADER).is_some().then(|| module.clone())
    }

    /// Whether a module is the program itself or one that it has made.
    pub(super) fn is_programs(&self, name: Symbol) -> bool {
        is_main(name) || self.made(name).is_some()
    }

    /// Modules and names by the addresses of the library's objects that have them. A constant is at home where its class
    /// is.
    fn places(&self) -> FastMap<usize, (Symbol, Symbol)> {
        let mut places = FastMap::default();
        let is_constant = |name: Symbol| !name.text().trim_start_matches('_').starts_with(char::is_lowercase);
        for (home, module) in self.modules.iter().filter(|(home, _)| !self.is_programs(*home)) {
            let all = has_objects_of_its_own(&home.text());
            for (name, value) in module.namespace.names.borrow().iter() {
                let Value::Object(object) = value else { continue };
                // `decimal`'s context variable has a name like any.
                if !all && !is_constant(name) && value.native::<ContextVar>().is_none() {
                    continue;
                }
                let address = Rc::as_ptr(object) as usize;
                let of_class = object.class().attrs.borrow().get(known::MODULE).is_some_and(|of| of.is(&home.value()));
                if of_class || !places.contains_key(&address) {
                    places.insert(address, (*home, name));
                }
            }
        }
        places
    }

    pub(super) fn module_of(&self, namespace: &Rc<Namespace>) -> Option<Symbol> {
        self.modules.iter().find(|(_, module)| Rc::ptr_eq(&module.namespace, namespace)).map(|(name, _)| *name)
    }
}

impl Copier<'_> {
    /// The child's own module.
    pub(super) fn own_module(&mut self, name: Symbol) -> Option<Rc<Module>> {
        if is_main(name) {
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
    pub(super) fn own_with_parts(&mut self, name: Symbol) -> Option<Rc<Module>> {
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
            None => self.namespace_of_its_own(namespace),
        }
    }

    /// A module that only the program knows of (`types.ModuleType`).
    pub(super) fn unlisted_module(&mut self, module: &Rc<Module>) -> Rc<Module> {
        let namespace = self.namespace_of_its_own(&module.namespace);
        if Rc::ptr_eq(&namespace, &module.namespace) {
            return module.clone();
        }
        Rc::new(Module::over(namespace))
    }

    /// Whether a class is one of a text that has been run outside of all modules (`exec`).
    pub(super) fn is_of_a_text(&self, class: &Class) -> bool {
        class.attrs.borrow().iter().any(|(_, value)| match value {
            Value::Function(function) => {
                let globals = &function.globals;
                self.parent.module_of(globals).is_none() && !is_of_library(globals)
            }
            _ => false,
        })
    }

    /// A copy of a namespace that some text has been run in (`exec`).
    fn namespace_of_its_own(&mut self, namespace: &Rc<Namespace>) -> Rc<Namespace> {
        let address = Rc::as_ptr(namespace) as usize;
        if let Some(copy) = self.spaces.get(&address) {
            return copy.clone();
        }
        if is_of_library(namespace) {
            return namespace.clone();
        }
        let copy = Rc::new(Namespace::default());
        gc::register(&copy);
        self.spaces.insert(address, copy.clone());
        let entries: Vec<(Symbol, Value)> =
            namespace.names.borrow().iter().map(|(name, value)| (name, value.clone())).collect();
        for (name, value) in entries {
            let value = self.copy(&value);
            copy.names.borrow_mut().set(name, value);
        }
        copy
    }

    /// What the child has under a name of a module of the library.
    pub(super) fn by_name(&mut self, module: &Value, qualname: &str) -> Option<Value> {
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
    pub(super) fn by_place(&mut self, class: &Rc<Class>, qualname: &str) -> Option<Value> {
        let name = Symbol::new(qualname);
        let is_it = |value: Option<Value>| matches!(value, Some(Value::Type(found)) if Rc::ptr_eq(&found, class));
        let home = self.parent.modules.iter().find(|(home, m)| *home != known::MAIN && is_it(m.get(name)))?.0;
        self.by_name(&home.value(), qualname)
    }

    /// What the program has registered with the library: classes with its abstract ones, functions that pickle.
    pub(super) fn copy_registrations(&mut self) {
        let modules = self.parent.modules.clone();
        for (home, module) in &modules {
            let values: Vec<Value> = module.namespace.names.borrow().iter().map(|(_, value)| value.clone()).collect();
            if !self.parent.is_programs(*home) {
                values.iter().for_each(|value| self.copy_registered(*home, value));
            }
        }
        for (home, table) in TABLES {
            let (home, table) = (Symbol::new(home), Symbol::new(table));
            let tables = modules.iter().find(|(name, _)| *name == home).and_then(|(_, theirs)| {
                let own = self.own_module(home)?;
                Some((theirs.get(table)?, own.get(table)?))
            });
            let Some((Value::Dict(theirs), Value::Dict(own))) = tables else { continue };
            for (key, value) in theirs.entries() {
                let (key, value) = (self.copy(&key), self.copy(&value));
                let _ = own.set(self.vm, key, value);
            }
        }
    }

    /// The program's classes that are registered with a class of the library, once: where it is at home.
    fn copy_registered(&mut self, home: Symbol, value: &Value) {
        let Value::Type(class) = value else { return };
        if !class.attrs.borrow().get(known::MODULE).is_some_and(|module| module.is(&home.value())) {
            return;
        }
        for registered in abc::registered(class) {
            let module = registered.attrs.borrow().get(known::MODULE).cloned().unwrap_or_default();
            if module.as_str().and_then(Symbol::of).is_some_and(|module| self.parent.is_programs(module))
                && let (Value::Type(own), Value::Type(copy)) = (self.copy(value), self.copy(&Value::Type(registered)))
            {
                abc::register_copy(&own, &copy);
            }
        }
    }

    /// The module of the library that a class says it is of.
    fn home_of(&self, class: &Class) -> Option<Symbol> {
        let home = class.attrs.borrow().get(known::MODULE)?.as_str().and_then(Symbol::of)?;
        (!self.parent.is_programs(home)).then_some(home)
    }

    /// The child's own of an object that a class of the library has: `timezone.utc`, a member of an enumeration.
    pub(super) fn own_member(&mut self, object: &Value, class: &Rc<Class>) -> Option<Value> {
        self.home_of(class)?;
        let name = class.attrs.borrow().iter().find(|(_, value)| value.is(object))?.0;
        let Value::Type(own) = self.copy(&Value::Type(class.clone())) else { return None };
        if Rc::ptr_eq(&own, class) {
            return None;
        }
        own.attrs.borrow().get(name).cloned()
    }

    /// The child's own of an object by which the library tells things apart: a constant of one of its modules
    /// (`dataclasses.MISSING`, `typing.Union`), or what a module that keeps something for the program has under a name.
    pub(super) fn own_constant(&mut self, object: &Value, class: &Rc<Class>) -> Option<Value> {
        self.home_of(class)?;
        let Value::Object(it) = object else { return None };
        if self.places.is_empty() {
            self.places = self.parent.places();
        }
        let (home, name) = *self.places.get(&(Rc::as_ptr(it) as usize))?;
        let own = self.own_module(home)?.get(name)?;
        let same = matches!(&own, Value::Object(own) if *own.class().qualname.borrow() == *class.qualname.borrow());
        same.then_some(own)
    }

    /// The child's own of a native function of the library, and of what a text of it has as one.
    pub(super) fn own_builtin(&mut self, builtin: &Builtin) -> Option<Value> {
        if let BuiltinCode::Shown(class, _) = &builtin.code {
            let Value::Type(own) = self.copy(&Value::Type(class.upgrade()?)) else { return None };
            let name = Symbol::new(&builtin.name);
            return own.lookup(name).map(|found| shown(self.vm, &own, name, found));
        }
        let (home, name) = match &builtin.code {
            BuiltinCode::Text(function) => {
                (self.parent.module_of(&function.globals)?, function.naming.qualname().text_or_empty())
            }
            _ if builtin.binding == Binding::Function => (Symbol::new(&builtin.owner), builtin.name.to_string()),
            _ => return None,
        };
        self.by_name(&home.value(), &name).filter(|own| matches!(own, Value::Builtin(_)))
    }
}
