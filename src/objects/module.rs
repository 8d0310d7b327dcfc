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

    fn namespace(self: Rc<Self>) -> Option<Rc<Namespace>> {
        Some(self.namespace.clone())
    }
}

/// Fills `module`.
pub fn install(t: &'static super::types::Types) {
    use super::native_class::NativeClass;
    NativeClass::extend(&t.module).sync("__repr__", |i, args| {
        let Value::Module(module) = &args.values[0] else {
            return super::object_methods::default_repr(&args.values[0]);
        };
        let name = super::ops::repr_text(i, &module.name().into())?;
        Ok(Value::from(match module.get(known::FILE) {
            Some(file) => format!("<module {} from {}>", name.text(), super::ops::repr_text(i, &file)?.text()),
            None => format!("<module {} (built-in)>", name.text()),
        }))
    });
    t.module.make.set(|_, class, args| {
        use super::symbol::Symbol;
        let [name, doc] = args.clone().bind("module", &["name", "doc"], 1)?;
        let Some(text) = name.as_str() else {
            let text = format!("module() argument 'name' must be str, not {}", super::types::type_name(&name));
            return Err(super::exception::type_error(text));
        };
        let module = Module::new(&text.text());
        module.set(known::DOC, doc.some().into());
        for name in ["__loader__", "__spec__", "__package__"] {
            module.set(Symbol::new(name), Value::None);
        }
        let _ = class;
        Ok(Value::Module(module))
    });
}
