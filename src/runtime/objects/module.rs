//! Module objects.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use super::args::Args;
use super::attrs::{AttrMap, HasAttrs, Namespace};
use super::class::{Class, class_flag};
use super::exception::{Exc, PyResult, type_error};
use super::function::{Flow, is_callable};
use super::gc;
use super::header::Header;
use super::interp::Interp;
use super::symbol::{Symbol, known};
use super::types::{argument_type, type_name, types};
use super::value::Value;

/// A module: a name and its namespace, which functions defined in it share.
pub struct Module {
    pub header: Header,
    pub namespace: Rc<Namespace>,
    /// The class, if it is a subclass of `types.ModuleType`.
    subclass: RefCell<Option<Rc<Class>>>,
    /// What answers for names that are made when they are asked for (`__getattr__`, `__dir__`), and is no name itself.
    hooks: RefCell<Vec<(Symbol, Value)>>,
}

impl Drop for Module {
    fn drop(&mut self) {
        self.header.tell();
    }
}

impl Module {
    pub fn new(name: &str) -> Rc<Module> {
        let module = Rc::new(Module::over(Rc::default()));
        module.set(known::NAME, Symbol::new(name).value());
        module.set(known::DOC, Value::None);
        module
    }

    /// One whose names these are.
    pub fn over(namespace: Rc<Namespace>) -> Module {
        Module { header: Header::default(), namespace, subclass: RefCell::default(), hooks: RefCell::default() }
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

    /// The module's function of this name that Python asks, whether a program sees it or not.
    pub fn hook(&self, name: Symbol) -> Option<Value> {
        self.get(name).or_else(|| self.unlisted_hook(name))
    }

    /// That function, if it is not among the names.
    pub fn unlisted_hook(&self, name: Symbol) -> Option<Value> {
        self.hooks.borrow().iter().find(|(n, _)| *n == name).map(|(_, value)| value.clone())
    }

    /// Gives the module a function that Python asks and that is not among the names, in place of one that it has.
    pub fn set_hook(&self, name: Symbol, value: Value) {
        let mut hooks = self.hooks.borrow_mut();
        hooks.retain(|(known, _)| *known != name);
        hooks.push((name, value));
    }

    pub fn take_hook(&self, name: Symbol) -> Option<Value> {
        let mut hooks = self.hooks.borrow_mut();
        hooks.iter().position(|(known, _)| *known == name).map(|at| hooks.remove(at).1)
    }

    /// The repr of one that is part of CPython's executable, if this is such a one of the library's.
    pub fn frozen_repr(&self) -> Option<String> {
        if !self.get(known::FILE)?.text_or_empty().starts_with("<stdlib>/") {
            return None;
        }
        let name = self.name()?.text_or_empty();
        if BUILT_IN.contains(&&*name) {
            return Some(format!("<module '{name}' (built-in)>"));
        }
        let found = FROZEN.iter().find(|frozen| ***frozen == name[..])?;
        let shown = if *found == "collections.abc" { "_collections_abc" } else { found };
        Some(format!("<module '{shown}' (frozen)>"))
    }

    /// Whether it is one of the library's.
    pub fn of_library(&self) -> bool {
        match self.get(known::FILE) {
            Some(file) => file.text_or_empty().starts_with("<stdlib>/"),
            None => self.get(known::LOADER).is_none() && self.is_plain(),
        }
    }

    /// Whether it is being imported.
    pub fn is_initializing(&self) -> bool {
        matches!(self.of_spec("_initializing"), Some(Value::Bool(true)))
    }

    /// An attribute of its spec, if an importer of files or of the program's own has made that.
    fn of_spec(&self, name: &str) -> Option<Value> {
        let Some(Value::Object(spec)) = self.get(known::SPEC) else { return None };
        spec.attrs.borrow().get(Symbol::new(name)).cloned()
    }
}

/// What a module of the library has by a name; the module is imported where it has not been yet.
pub fn from_library(i: &mut dyn Interp, module: &str, name: &str) -> PyResult {
    let module = i.import(module)?;
    super::attribute::get_attr_now(i, &module, Symbol::new(name))
}

thread_local! {
    static REPLACED: Cell<bool> = const { Cell::new(false) };
}

/// Sets an attribute of a module or, with `Unset`, removes it. `None`: there was nothing to remove.
pub fn set_attribute(module: &Module, name: Symbol, value: Value) -> Option<Value> {
    let callable = |old: &Value| matches!(old, Value::Builtin(_) | Value::Function(_) | Value::Type(_));
    // What asyncio's modules give only when it is asked for is not there before.
    let asyncios = || module.name().is_some_and(|name| name.text_or_empty().starts_with("asyncio."));
    if module.get(name).as_ref().map_or_else(asyncios, callable) && module.of_library() {
        REPLACED.set(true);
    }
    super::attribute::change(&module.namespace.names, name, value)
}

/// What the program has put in place of a native function or class in a module of the library, as mocks do.
#[inline]
pub fn replaced(i: &mut dyn Interp, module: &str, name: &str) -> Option<Value> {
    if REPLACED.get() { find_replaced(i, module, name) } else { None }
}

#[cold]
fn find_replaced(i: &mut dyn Interp, module: &str, name: &str) -> Option<Value> {
    let Ok(Value::Module(module)) = i.import(module) else { return None };
    module.get(Symbol::new(name)).filter(|found| match found {
        Value::Builtin(function) => *function.name != *name,
        // A private name that was asked for before.
        Value::Function(function) => !function.code.filename.starts_with("<stdlib>/"),
        Value::Type(class) => *class.name() != *name || class.flag(class_flag::HEAP),
        _ => true,
    })
}

/// Native modules of which a text has the names that are seldom asked for, and what else stands in it.
const MORE: [(&str, &str, &[&str]); 3] = [
    ("abc", "_abstract_property", &[]),
    ("time", "_clocks", &[]),
    ("sys", "_standard", &["UnraisableHookArgs", "asyncgen_hooks", "unraisable"]),
];

/// The names of a module, with those that the library makes when they are asked for.
pub fn all_names(i: &mut dyn Interp, module: &Rc<Module>) -> Vec<Symbol> {
    let own = |module: &Module| module.namespace.names.borrow().iter().map(|(n, _)| n).collect::<Vec<_>>();
    let mut names = own(module);
    let named = module.name().map(|name| name.text_or_empty());
    if !module.of_library() {
        return names;
    }
    complete(module, &mut names);
    // Of `typing` and the like CPython makes them as well when they are asked for.
    if module.hook(known::GETATTR).is_none() || named.as_deref().is_some_and(|name| ASKING.contains(&name)) {
        return names;
    }
    let mut add = |name: Symbol| {
        if !names.contains(&name) {
            names.push(name);
        }
    };
    if let Some(Value::List(all)) = module.get(known::ALL) {
        all.items.borrow().iter().filter_map(|name| name.as_str().and_then(Symbol::of)).for_each(&mut add);
    }
    if let Some((_, text, other)) = MORE.iter().find(|(name, ..)| named.as_deref() == Some(*name))
        && let Ok(Value::Module(text)) = i.import(text)
    {
        let public = |name: &Symbol| !name.text().starts_with('_') && !other.contains(&&*name.text());
        own(&text).into_iter().filter(public).for_each(&mut add);
    }
    names
}

/// The names of a module of the library as CPython has them: with what importlib gives, without the hooks that stand for
/// what is made when it is asked for.
pub fn complete(module: &Module, names: &mut Vec<Symbol>) {
    let named = module.name().map(|name| name.text_or_empty());
    if !module.of_library() || named.as_deref().is_some_and(|name| LISTING.contains(&name)) {
        return;
    }
    for name in OF_IMPORTLIB {
        let name = Symbol::new(name);
        if !names.contains(&name) && is_given(module, name) {
            names.push(name);
        }
    }
    if !names.contains(&known::ALL) && is_listed_apart(module) {
        names.push(known::ALL);
    }
    names.retain(|name| *name != known::DIR);
    if !named.as_deref().is_some_and(|name| ASKING.contains(&name)) {
        names.retain(|name| *name != known::GETATTR);
    }
}

/// Modules of the library that have a `__dir__` in CPython.
const LISTING: [&str; 3] = ["concurrent.futures", "unittest", "zoneinfo"];

/// Modules of the library that have a `__getattr__` in CPython.
const ASKING: [&str; 11] = [
    "ast",
    "calendar",
    "concurrent.futures",
    "importlib.abc",
    "sqlite3",
    "sqlite3.dbapi2",
    "types",
    "typing",
    "unittest",
    "urllib.parse",
    "zoneinfo",
];

/// What importlib gives to each module, and to those that it reads from a file.
const OF_IMPORTLIB: [&str; 5] = ["__spec__", "__loader__", "__package__", "__cached__", "__builtins__"];

/// Modules of the library whose `__all__` is read when it is asked for, from the text `_public_names`.
const LISTED_APART: [&str; 33] = [
    "__future__",
    "asyncio.base_events",
    "asyncio.coroutines",
    "asyncio.events",
    "asyncio.exceptions",
    "asyncio.futures",
    "asyncio.locks",
    "asyncio.protocols",
    "asyncio.queues",
    "asyncio.runners",
    "asyncio.streams",
    "asyncio.subprocess",
    "asyncio.taskgroups",
    "asyncio.tasks",
    "asyncio.threads",
    "asyncio.timeouts",
    "asyncio.transports",
    "asyncio.unix_events",
    "base64",
    "inspect",
    "linecache",
    "locale",
    "multiprocessing.connection",
    "multiprocessing.context",
    "multiprocessing.process",
    "multiprocessing.queues",
    "multiprocessing.reduction",
    "multiprocessing.synchronize",
    "os",
    "posixpath",
    "trace",
    "urllib.error",
    "xml",
];

/// Whether importlib gives this to a module of the library.
fn is_given(module: &Module, name: Symbol) -> bool {
    let read = || module.get(known::FILE).is_some_and(|file| file.text_or_empty().ends_with(".py"));
    match &*name.text() {
        "__cached__" => read() && module.name().is_none_or(|name| !FROZEN.contains(&&*name.text_or_empty())),
        "__builtins__" => read(),
        other => OF_IMPORTLIB.contains(&other),
    }
}

/// Whether the module's `__all__` stands in another text.
fn is_listed_apart(module: &Module) -> bool {
    let named = module.name().map(|name| name.text_or_empty());
    module.of_library() && named.is_some_and(|name| LISTED_APART.contains(&name.as_ref()))
}

/// What a module of the library has without having been given it: what importlib gives to each, and `__all__`.
pub fn of_importlib(i: &mut dyn Interp, module: &Rc<Module>, name: Symbol) -> PyResult<Option<Value>> {
    if name == known::ALL && is_listed_apart(module) {
        let function = from_library(i, "_public_names", "of")?;
        let all = i.finish(Flow::call(function, [Value::Module(module.clone())].into()))?;
        module.set(known::ALL, all.clone());
        return Ok(Some(all));
    }
    if !module.of_library() {
        return Ok(None);
    }
    if !is_given(module, name) {
        return imported_there(i, module, name);
    }
    let function = from_library(i, "_imports", "library_attribute")?;
    i.finish(Flow::call(function, [Value::Module(module.clone()), name.value()].into())).map(Some)
}

/// The names of missing attributes that are no modules of the library: who probes for a name does so again and again.
#[derive(Default)]
struct NoModules(BTreeSet<Symbol>);

/// Whether the library has a module of the name.
fn names_module(i: &mut dyn Interp, name: Symbol) -> PyResult<bool> {
    if name.text().starts_with('_') || i.states().get::<NoModules>().0.contains(&name) {
        return Ok(false);
    }
    let here = from_library(i, "_importing", "here")?;
    let found = matches!(i.call(&here, [name.value()].into())?, Value::Bool(true));
    if !found {
        i.states().get::<NoModules>().0.insert(name);
    }
    Ok(found)
}

/// A module that CPython's imports at its top, where the text here does not: `from os import sys`.
fn imported_there(i: &mut dyn Interp, module: &Module, name: Symbol) -> PyResult<Option<Value>> {
    let is_module = names_module(i, name)?;
    let Some(of) = module.name().filter(|_| is_module) else { return Ok(None) };
    let has = from_library(i, "_imported_modules", "has")?;
    if !matches!(i.call(&has, [of, name.value()].into())?, Value::Bool(true)) {
        return Ok(None);
    }
    let found = i.import(&name.text())?;
    module.set(name, found.clone());
    Ok(Some(found))
}

/// The folder of the program, in which a file may have the name of another module.
const PROGRAMS_FOLDER: &str = "/home/user";

/// Why a module that was read from a file lacks an attribute: it may not be the one that was meant, or may not be whole
/// yet (Objects/moduleobject.c `_Py_module_getattro_impl`).
pub fn without_attribute(i: &mut dyn Interp, module: &Rc<Module>, name: Symbol) -> PyResult<Option<String>> {
    let (Some(called), Some(Value::Bool(located))) = (module.name(), module.of_spec("_set_fileattr")) else {
        return Ok(None);
    };
    let (called, name) = (called.text_or_empty(), name.text());
    let origin = module.of_spec("origin").filter(|_| located).map(|origin| origin.text_or_empty()).unwrap_or_default();
    let folder = origin.rsplit_once('/').map(|(folder, file)| match file {
        "__init__.py" => folder.rsplit_once('/').map_or("", |(above, _)| above),
        _ => folder,
    });
    let shadows = folder == Some(PROGRAMS_FOLDER);
    let lacks = format!("module '{called}' has no attribute '{name}'");
    if shadows {
        let Value::Module(standard) = i.import("_standard")? else { return Ok(None) };
        let names = standard.get(Symbol::new("stdlib_module_names")).unwrap_or_default();
        let found = super::ops::contains(i, &names, &Value::from(called.as_str()))?;
        if matches!(found, Flow::Done(Value::Bool(true))) {
            return Ok(Some(format!(
                "{lacks} (consider renaming '{origin}' since it has the same name as the standard library module named \
                 '{called}' and the import system gives it precedence)"
            )));
        }
    }
    if module.is_initializing() {
        return Ok(Some(if shadows {
            format!(
                "{lacks} (consider renaming '{origin}' if it has the same name as a third-party module you intended to \
                 import)"
            )
        } else {
            let from = if origin.is_empty() { String::new() } else { format!(" from '{origin}'") };
            format!(
                "partially initialized module '{called}'{from} has no attribute '{name}' (most likely due to a circular \
                 import)"
            )
        }));
    }
    let unfinished = match module.of_spec("_uninitialized_submodules") {
        Some(Value::List(names)) => names.items.borrow().iter().any(|child| child.text_or_empty() == *name),
        _ => false,
    };
    Ok(unfinished.then(|| {
        format!("cannot access submodule '{name}' of module '{called}' (most likely due to a circular import)")
    }))
}

impl HasAttrs for Module {
    fn attrs(&self) -> &RefCell<AttrMap> {
        &self.namespace.names
    }

    fn namespace(self: Rc<Self>) -> Option<Rc<Namespace>> {
        Some(self.namespace.clone())
    }
}

/// Modules that are C in CPython's executable, of those that are written in Python here.
const BUILT_IN: [&str; 8] = ["_io", "atexit", "errno", "faulthandler", "gc", "marshal", "posix", "pwd"];

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
        shown(i, module).map(Value::from)
    });
    t.module.make.set(|_, class, _| {
        let module = Module::over(Rc::default());
        module.set_class(class);
        gc::register(&module.namespace);
        Ok(Value::Module(Rc::new(module)))
    });
}

/// A module's repr (Lib/importlib/_bootstrap.py `_module_repr`).
pub fn shown(i: &mut dyn Interp, module: &Rc<Module>) -> PyResult<String> {
    if let Some(shown) = module.frozen_repr() {
        return Ok(shown);
    }
    if let Some(spec @ Value::Object(_)) = module.get(known::SPEC) {
        let function = from_library(i, "_imports", "module_repr")?;
        return i.finish(Flow::call(function, [spec].into())).map(|shown| shown.text_or_empty());
    }
    let mut repr = |value: Value| super::ops::repr_text(i, &value).map(|text| text.text().into_owned());
    let name = repr(module.name().unwrap_or("?".into()))?;
    Ok(match (module.get(known::FILE), module.get(known::LOADER)) {
        (Some(file), _) => format!("<module {name} from {}>", repr(file)?),
        (None, Some(Value::None)) => format!("<module {name}>"),
        (None, Some(loader)) => format!("<module {name} ({})>", repr(loader)?),
        (None, None) => format!("<module {name} (built-in)>"),
    })
}

/// `ModuleType.__init__(self, name, doc=None)`
fn init(_: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_first();
    let [name, doc] = args.bind_in_c("module", &["name", "doc"], 1)?;
    if name.as_str().is_none() {
        let text = format!("module() argument 'name' must be str, not {}", argument_type(&name));
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

/// The error of a value that is called and cannot be; of a module that has something of its own name, that is meant
/// (Python/ceval.c `object_is_not_callable`).
pub fn not_callable(value: &Value) -> Exc {
    let error = format!("'{}' object is not callable", type_name(value));
    if let Value::Module(module) = value
        && let Some(name) = module.name().as_ref().and_then(Value::as_str)
        && Symbol::of(name).and_then(|name| module.get(name)).is_some_and(|own| is_callable(&own))
    {
        return type_error(format!("{error}. Did you mean: '{0}.{0}(...)'?", name.text()));
    }
    type_error(error)
}
