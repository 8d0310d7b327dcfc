//! Module objects.

use std::cell::RefCell;
use std::rc::Rc;

use super::attrs::{AttrMap, HasAttrs, Namespace};
use super::header::Header;
use super::symbol::{Symbol, known};
use super::value::Value;

/// A module: a name and its namespace, which functions defined in it share.
pub struct Module {
    pub header: Header,
    pub namespace: Rc<Namespace>,
}

impl Module {
    pub fn new(name: &str) -> Rc<Module> {
        let module = Rc::new(Module { header: Header::default(), namespace: Rc::default() });
        module.set(known::NAME, name.into());
        module.set(known::DOC, Value::None);
        module
    }

    pub fn name(&self) -> Option<Value> {
        self.get(known::NAME)
    }

    pub fn get(&self, name: Symbol) -> Option<Value> {
        self.namespace.names.borrow().get(name).cloned()
    }

    pub fn set(&self, name: Symbol, value: Value) {
        let _old = self.namespace.names.borrow_mut().set(name, value);
    }
}

impl HasAttrs for Module {
    fn attrs(&self) -> &RefCell<AttrMap> {
        &self.namespace.names
    }
}
