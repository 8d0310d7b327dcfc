//! What the program has changed in the library, which a forked process finds changed as well: names of modules and
//! attributes of classes that it has set, and what modules keep for it in tables and settings of their own
//! (`warnings.filters`, registered dialects, an installed opener).

use std::rc::Rc;

use super::fork::Copier;
use crate::objects::attrs::Namespace;
use crate::objects::class::Class;
use crate::objects::containers::{Dict, List, Set};
use crate::objects::module::Module;
use crate::objects::object::{Object, Payload};
use crate::objects::symbol::known;
use crate::objects::{Symbol, Value, ops};

/// Modules whose tables and settings are about a process itself: it has its own, or takes them over in another way. What
/// is the program's own is found in them all the same.
const OF_PROCESSES: &[&str] = &[
    "asyncio",
    "atexit",
    "concurrent",
    "gc",
    "importlib",
    "io",
    "multiprocessing",
    "os",
    "random",
    "selectors",
    "signal",
    "socketserver",
    "subprocess",
    "sys",
    "threading",
    "time",
    "weakref",
];

/// Private modules that keep something for the program; all others are about a process itself.
const KEEPING: &[&str] = &["_codec_errors", "_decimal_contexts", "_warnings"];

/// Settings of modules above that are the program's, whatever is in them.
const SETTINGS: &[(&str, &str)] =
    &[("sys", "path"), ("sys", "argv"), ("gc", "_thresholds"), ("threading", "_count"), ("_files", "masked")];

/// The streams of `sys` to which a process writes, and what they are before the program leads them elsewhere.
const STREAMS: [(&str, &str); 2] = [("stdout", "__stdout__"), ("stderr", "__stderr__")];

/// How deep tables in tables are looked at.
const MAX_DEPTH: usize = 4;

/// Above this many entries a table that has not grown is taken for one that nobody has changed.
const LARGE: usize = 500;

fn keeps_for_program(module: &str) -> bool {
    if module.starts_with('_') {
        return KEEPING.contains(&module) || module.starts_with("_sqlite");
    }
    !OF_PROCESSES.contains(&module.split('.').next().unwrap_or_default())
}

/// Whether an object that the module has under a name is the same one in each process, whatever it holds.
pub(super) fn has_objects_of_its_own(module: &str) -> bool {
    keeps_for_program(module) && module.split('.').next() != Some("logging")
}

impl Copier<'_> {
    /// What has been changed in the library's modules that the child has loaded.
    pub(super) fn copy_changes(&mut self) {
        for (home, theirs) in self.parent.modules.clone() {
            if self.parent.is_programs(home) {
                continue;
            }
            let Some(Value::Module(own)) = self.vm.module(home) else { continue };
            let name = home.text();
            if &*name == "sys" {
                self.copy_streams(&theirs, &own);
            }
            let whole = keeps_for_program(&name);
            for (attribute, value) in entries(&theirs.namespace) {
                let is_setting = SETTINGS.iter().any(|setting| *setting == (&*name, &*attribute.text()));
                if whole || is_setting || self.is_of_program(&value) || is_put_there(&own, attribute, &value) {
                    self.settle_name(&own, attribute, &value);
                }
                if let Value::Type(class) = &value
                    && class.attrs.borrow().get(known::MODULE).is_some_and(|of| of.is(&home.value()))
                    && let Some(Value::Type(twin)) = own.get(attribute)
                {
                    self.copy_class_changes(class, &twin);
                }
            }
        }
    }

    fn copy_streams(&mut self, theirs: &Module, own: &Module) {
        for (stream, first) in STREAMS {
            let (stream, first) = (Symbol::new(stream), theirs.get(Symbol::new(first)));
            if let (Some(now), Some(first)) = (theirs.get(stream), first)
                && !now.is(&first)
            {
                let now = self.copy(&now);
                own.set(stream, now);
            }
        }
    }

    fn settle_name(&mut self, own: &Rc<Module>, name: Symbol, theirs: &Value) {
        if name.text().starts_with("__") {
            return;
        }
        let replacement = match own.get(name) {
            Some(own) => self.changed(theirs, &own, 0),
            None => Some(self.copy(theirs)),
        };
        if let Some(replacement) = replacement {
            own.set(name, replacement);
        }
    }

    /// What the program has set in a class of the library.
    fn copy_class_changes(&mut self, theirs: &Rc<Class>, own: &Rc<Class>) {
        if Rc::ptr_eq(theirs, own) {
            return;
        }
        let attributes: Vec<(Symbol, Value)> =
            theirs.attrs.borrow().iter().map(|(name, value)| (name, value.clone())).collect();
        for (name, value) in attributes {
            let before = own.attrs.borrow().get(name).cloned();
            let is_set = match &before {
                _ if self.is_of_program(&value) => true,
                None => is_atom(&value),
                Some(before) => is_atom(&value) && !same_atom(&value, before),
            };
            if is_set {
                let value = self.copy(&value);
                own.define(name, value);
            }
        }
    }

    /// Whether a value is a function, a class or an object of the program's own.
    fn is_of_program(&self, value: &Value) -> bool {
        match value {
            Value::Function(function) => {
                self.parent.module_of(&function.globals).is_some_and(|home| self.parent.is_programs(home))
            }
            Value::Method(method) => self.is_of_program(&method.function),
            Value::Type(class) => self.is_programs_class(class),
            Value::Object(object) => self.is_programs_class(&object.class()),
            _ => false,
        }
    }

    fn is_programs_class(&self, class: &Class) -> bool {
        let home = class.attrs.borrow().get(known::MODULE).and_then(Value::as_str).and_then(Symbol::of);
        home.is_some_and(|home| self.parent.is_programs(home))
    }

    /// What shall stand in the place of the child's own value; None: what is there stays, with its parts changed as
    /// the parent's have been.
    fn changed(&mut self, theirs: &Value, own: &Value, depth: usize) -> Option<Value> {
        if theirs.is(own) || depth > MAX_DEPTH {
            return None;
        }
        let stays = match (theirs, own) {
            (Value::Tuple(a), Value::Tuple(b)) => {
                a.items.len() == b.items.len()
                    && a.items.iter().zip(&b.items).all(|(a, b)| self.changed(a, b, depth + 1).is_none())
            }
            (Value::List(a), Value::List(b)) => {
                self.change_list(a, b, depth);
                true
            }
            (Value::Dict(a), Value::Dict(b)) => {
                self.change_dict(a, b, depth);
                true
            }
            (Value::Set(a), Value::Set(b)) => self.is_set_of_same(a, b),
            (Value::Function(a), Value::Function(b)) => {
                a.code.code.qualname == b.code.code.qualname && a.code.code.first_line == b.code.code.first_line
            }
            (Value::Builtin(a), Value::Builtin(b)) => a.name == b.name,
            (Value::Method(a), Value::Method(b)) => self.changed(&a.function, &b.function, depth + 1).is_none(),
            (Value::Type(a), Value::Type(b)) => *a.qualname.borrow() == *b.qualname.borrow(),
            (Value::Module(_), Value::Module(_)) => true,
            (Value::Object(a), Value::Object(b)) => {
                let same = *a.class().qualname.borrow() == *b.class().qualname.borrow();
                if same {
                    self.change_object(a, b, depth);
                }
                same
            }
            (Value::Iter(_) | Value::Generator(_) | Value::Cell(_) | Value::Code(_) | Value::Namespace(_), _) => true,
            (theirs, own) => same_atom(theirs, own),
        };
        (!stays).then(|| self.copy(theirs))
    }

    fn change_list(&mut self, theirs: &List, own: &List, depth: usize) {
        let (items, before) = (theirs.items.borrow().clone(), own.items.borrow().clone());
        let same = items.len() == before.len()
            && items.iter().zip(&before).all(|(a, b)| self.changed(a, b, depth + 1).is_none());
        if !same {
            let items = items.iter().map(|item| self.copy(item)).collect();
            drop(own.items.replace(items));
        }
    }

    fn change_dict(&mut self, theirs: &Rc<Dict>, own: &Rc<Dict>, depth: usize) {
        if theirs.len() == own.len() && theirs.len() > LARGE {
            return;
        }
        let keys = theirs.keys();
        if keys.iter().any(|key| self.is_unknown(key, |copier, key| own.contains(copier.vm, key).unwrap_or(false))) {
            return;
        }
        let mut found = 0;
        for (key, value) in theirs.entries() {
            let key = self.copy(&key);
            let replacement = match own.get(self.vm, &key) {
                Ok(Some(before)) => self.changed(&value, &before, depth + 1),
                _ => Some(self.copy(&value)),
            };
            found += 1;
            if let Some(value) = replacement {
                let _ = own.set(self.vm, key, value);
            }
        }
        if own.len() > found {
            let theirs: Vec<Value> = theirs.keys().iter().map(|key| self.copy(key)).collect();
            for key in own.keys() {
                if !theirs.iter().any(|kept| ops::equal(self.vm, kept, &key).unwrap_or(true)) {
                    let _ = own.remove(self.vm, &key);
                }
            }
        }
    }

    /// Whether an object of the library that things are found by is none of those that the child has.
    fn is_unknown(&mut self, key: &Value, has: impl Fn(&mut Self, &Value) -> bool) -> bool {
        if !matches!(key, Value::Object(_)) || self.is_of_program(key) {
            return false;
        }
        let copy = self.copy(key);
        !has(self, &copy)
    }

    fn is_set_of_same(&mut self, theirs: &Set, own: &Set) -> bool {
        let items = theirs.items();
        if items.iter().any(|item| self.is_unknown(item, |copier, item| own.contains(copier.vm, item).unwrap_or(false)))
        {
            return true;
        }
        theirs.len() == own.len()
            && theirs.items().iter().all(|item| {
                let item = self.copy(item);
                own.contains(self.vm, &item).unwrap_or(true)
            })
    }

    fn change_object(&mut self, theirs: &Object, own: &Rc<Object>, depth: usize) {
        if let (Payload::Builtin(theirs), Payload::Builtin(own)) = (&theirs.payload, &own.payload) {
            self.changed(theirs, own, depth + 1);
        }
        let attributes: Vec<(Symbol, Value)> =
            theirs.attrs.borrow().iter().map(|(name, value)| (name, value.clone())).collect();
        for (name, value) in attributes {
            let before = own.attrs.borrow().get(name).cloned();
            let replacement = match before {
                Some(before) => self.changed(&value, &before, depth + 1),
                None => Some(self.copy(&value)),
            };
            if let Some(value) = replacement {
                own.attrs.borrow_mut().set(name, value);
            }
        }
    }
}

fn entries(namespace: &Namespace) -> Vec<(Symbol, Value)> {
    namespace.names.borrow().iter().map(|(name, value)| (name, value.clone())).collect()
}

fn is_atom(value: &Value) -> bool {
    use Value::*;
    matches!(value, None | Bool(_) | Int(_) | Float(_) | BigInt(_) | Complex(_) | Str(_) | Bytes(_))
}

/// Whether a name stands for a text or a number that the child's own module lacks, or for an object in the place of a
/// function.
fn is_put_there(own: &Module, name: Symbol, theirs: &Value) -> bool {
    match theirs {
        Value::Object(_) => matches!(own.get(name), Some(Value::Function(_) | Value::Builtin(_) | Value::Type(_))),
        theirs => is_atom(theirs) && own.get(name).is_none(),
    }
}

fn same_atom(a: &Value, b: &Value) -> bool {
    use Value::*;
    match (a, b) {
        (Str(a), Str(b)) => a.text() == b.text(),
        (Bytes(a), Bytes(b)) => a.data == b.data,
        (BigInt(a), BigInt(b)) => a == b,
        (Complex(_), Complex(_)) | (Range(_), Range(_)) | (Slice(_), Slice(_)) => true,
        _ => a.is(b),
    }
}
