//! Module objects.

use std::cell::RefCell;
use std::rc::Rc;

use super::args::Args;
use super::attrs::{AttrMap, HasAttrs, Namespace};
use super::class::Class;
use super::exception::{PyResult, type_error};
use super::header::Header;
use super::interp::Interp;
use super::symbol::{Symbol, known};
use super::types::{type_name, types};
use super::value::Value;

/// A module: a name and its namespace, which functions defined in it share.
pub struct Module {
    pub header: Header,
    pub namespace: Rc<Namespace>,
    /// The class, if it is a subclass of `types.ModuleType`.
    subclass: RefCell<Option<Rc<Class>>>,
}

impl Module {
    pub fn new(name: &str) -> Rc<Module> {
        let module = Rc::new(Module::unnamed());
        module.set(known::NAME, name.into());
        module.set(known::DOC, Value::None);
        module
    }

    fn unnamed() -> Module {
        Module { header: Header::default(), namespace: Rc::default(), subclass: RefCell::default() }
    }

    pub fn class(&self) -> Rc<Class> {
        self.subclass.borrow().as_ref().unwrap_or(&types().module).clone()
    }

    /// `module.__class__ = class`
    pub fn set_class(&self, class: &Rc<Class>) {
        let plain = Rc::ptr_eq(class, &types().module);
        let _old = self.subclass.replace((!plain).then(|| class.clone()));
    }

    /// Is `types.ModuleType` its very class?
    pub fn is_plain(&self) -> bool {
        self.subclass.borrow().is_none()
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

impl Module {
    /// The repr of one that is part of CPython's executable, if this is such a one of the library's.
    pub fn frozen_repr(&self) -> Option<String> {
        let of_library = self.get(known::FILE)?.text_or_empty().starts_with("<stdlib>/");
        let name = self.name()?.text_or_empty();
        let found = FROZEN.iter().find(|frozen| of_library && ***frozen == name[..])?;
        let shown = if *found == "collections.abc" { "_collections_abc" } else { found };
        Some(format!("<module '{shown}' (frozen)>"))
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

/// The library's modules that are part of CPython's executable (Python/frozen.c), which their reprs say.
const FROZEN: &[&str] = &[
    "abc",
    "codecs",
    "collections.abc",
    "genericpath",
    "importlib.machinery",
    "importlib.util",
    "io",
    "ntpath",
    "os",
    "posixpath",
    "runpy",
    "stat",
];

/// Fills `module`.
pub fn install(t: &'static super::types::Types) {
    use super::native_class::NativeClass;
    NativeClass::extend(&t.module).sync("__init__", init).sync("__repr__", |i, args| {
        let Value::Module(module) = &args.values[0] else {
            return super::object_methods::default_repr(&args.values[0]);
        };
        if let Some(shown) = module.frozen_repr() {
            return Ok(Value::from(shown));
        }
        let name = super::ops::repr_text(i, &module.name().into())?;
        Ok(Value::from(match module.get(known::FILE) {
            Some(file) => format!("<module {} from {}>", name.text(), super::ops::repr_text(i, &file)?.text()),
            None => format!("<module {} (built-in)>", name.text()),
        }))
    });
    t.module.make.set(|_, class, _| {
        let module = Module::unnamed();
        module.set_class(class);
        Ok(Value::Module(Rc::new(module)))
    });
}

/// `ModuleType.__init__(self, name, doc=None)`
fn init(_: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_first();
    let [name, doc] = args.bind_in_c("module", &["name", "doc"], 1)?;
    if name.as_str().is_none() {
        let text = format!("module() argument 'name' must be str, not {}", type_name(&name));
        return Err(type_error(text));
    }
    if let Some(Value::Module(module)) = this {
        module.set(known::NAME, name);
        module.set(known::DOC, doc.some().into());
        for name in [known::PACKAGE, known::LOADER, known::SPEC] {
            module.set(name, Value::None);
        }
    }
    Ok(Value::None)
}
