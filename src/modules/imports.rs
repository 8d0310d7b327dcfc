//! `_importing`: which modules the library has, and what the importer of files (`_imports`) needs of the run.

use std::fmt;
use std::rc::Rc;

use super::attached::Attached;
use super::{HALVES, NATIVE, RunOptions, absent, asyncio, library};
use crate::objects::code::CodeObject;
use crate::objects::exception::{Exc, PyResult, Traceback};
use crate::objects::function::{Builtin, SyncFn};
use crate::objects::interp::not_supported;
use crate::objects::module::{Module, from_library};
use crate::objects::warnings::warn_at;
use crate::objects::{Args, Interp, Symbol, Value, ops, types};
use crate::vm::imports::deprecation;
use crate::vm::{Vm, vm_of};

/// What the host has beside the program: by a path relative to its folder, a file's bytes; by one that ends in a slash,
/// whether there is such a folder (then with no bytes).
#[derive(Clone)]
pub struct Beside(pub Rc<dyn Fn(&str) -> Option<Vec<u8>>>);

impl fmt::Debug for Beside {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Beside")
    }
}

fn beside(i: &mut dyn Interp) -> Option<Beside> {
    i.states().find::<RunOptions>().and_then(|options| options.beside.clone())
}

/// The working directory, in which the program stands.
pub(super) const HOME: &str = "/home/user";

/// Where `importlib.import_module` stands while it imports.
const IMPORT_MODULE: (&str, u32, &str) = ("<stdlib>/importlib/__init__.py", 88, "importlib");

const FUNCTIONS: &[(&str, SyncFn)] = &[
    ("has", |i, args| {
        let [name] = args.exactly("has")?;
        Ok(Value::Bool(has(i, &name.text_or_empty())))
    }),
    ("here", |i, args| {
        let [name] = args.exactly("here")?;
        Ok(Value::Bool(here(i, &name.text_or_empty())))
    }),
    ("absent", |i, args| {
        let [name] = args.exactly("absent")?;
        let name = name.text_or_empty();
        Ok(Value::Bool(absent(&name) && !here(i, &name)))
    }),
    ("lacks", |i, args| {
        let [module, name] = args.exactly("lacks")?;
        let (module, name) = (module.text_or_empty(), name.text_or_empty());
        let instead = absent::all().ok().and_then(|mut all| all.find(|it| it.standard && it.name == module)?.instead);
        Err(not_supported(i, &format!("{module}.{name}"), instead))
    }),
    ("warn_of", |i, args| {
        let [name] = args.exactly("warn_of")?;
        if let Some(text) = deprecation(vm_of(i), &name.text_or_empty()) {
            warn_at(i, &types().deprecation_warning, &text, Value::None, IMPORT_MODULE)?;
        }
        Ok(Value::None)
    }),
    ("library", |i, args| {
        let [name] = args.exactly("library")?;
        i.import(&name.text_or_empty())
    }),
    ("code", |_, args| {
        let [name] = args.exactly("code")?;
        let name = name.text_or_empty();
        let Some(Ok(text)) = library::text(&name) else { return Ok(Value::None) };
        let (code, file) = super::code_of(&name, text)?;
        Ok(Value::Code(CodeObject::new(code, &file.as_str().into())))
    }),
    ("beside", |i, args| {
        let [path] = args.exactly("beside")?;
        let path = path.text_or_empty();
        let Some(Beside(read)) = beside(i) else { return Ok(Value::None) };
        let found = read(&relative(&path));
        Ok(found.map_or(Value::None, Value::bytes))
    }),
    ("attached", |i, args| {
        let [] = args.exactly("attached")?;
        let files = i.states().find::<RunOptions>().map(|options| options.attached.clone()).unwrap_or_default();
        let pair = |file: &Attached| {
            Value::tuple(vec![Value::from(file.place()), Value::bytes(file.text.clone().into_bytes())])
        };
        Ok(Value::list(files.iter().map(pair).collect()))
    }),
    ("home", |i, args| {
        let [] = args.exactly("home")?;
        Ok(i.states().get::<Home>().0.clone())
    }),
    ("trim", trim),
];

/// The entry of `sys.path` that is the program's folder, as the very object that stood there first.
pub struct Home(pub Value);

impl Default for Home {
    fn default() -> Home {
        Home(Value::None)
    }
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_importing");
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_importing", *code));
    }
    Ok(module)
}

/// Whether the library has a module, or CPython's has it.
fn has(i: &mut dyn Interp, name: &str) -> bool {
    here(i, name) || absent(name)
}

fn here(i: &mut dyn Interp, name: &str) -> bool {
    NATIVE.iter().any(|(native, _)| *native == name)
        || asyncio::submodule(i, name).is_some()
        || library::text(name).is_some() && library::whole_of(name).is_none()
        || HALVES.iter().any(|(half, _)| *half == name)
}

/// Whether CPython has a module that is not here.
fn absent(name: &str) -> bool {
    absent::all().is_ok_and(|mut all| all.any(|it| it.standard && it.name == name))
}

/// A path of the simulated machine as seen from the program's folder, which may go up; others as they are.
fn relative(path: &str) -> String {
    if let Some(below) = path.strip_prefix(HOME).and_then(|path| path.strip_prefix('/')) {
        return below.to_string();
    }
    match path.strip_prefix("/home/") {
        Some(below) => format!("../{below}"),
        None => path.to_string(),
    }
}

/// Whether the first part of `full` that is not there yet is a file, or for a finder of the program's own. `path`: of
/// the package that it is in.
pub fn is_programs(vm: &mut Vm, full: &str, path: Option<Value>) -> PyResult<bool> {
    if full.contains('.') {
        let mut of_library = |path: &Value| match path {
            Value::List(folders) => match folders.items.borrow().first() {
                Some(folder) => folder.text_or_empty().starts_with("<stdlib>"),
                // So says a module whose parts a finder makes.
                None => has(vm, full),
            },
            _ => false,
        };
        return Ok(path.is_some_and(|path| !of_library(&path)));
    }
    let loaded = |vm: &Vm, name: &str| vm.module(Symbol::new(name)).is_some();
    let stem = vm.main_file.strip_suffix(".py").is_some_and(|stem| stem.rsplit('/').next() == Some(full));
    let made = stem || loaded(vm, "_files");
    if !made && !loaded(vm, "_imports") && stands_nowhere(vm, full) {
        return Ok(false);
    }
    let files = made || beside(vm).is_some();
    // Names of the library's own are nobody's files.
    if full.starts_with('_') && has(vm, full) {
        return Ok(false);
    }
    let function = from_library(vm, "_imports", "is_programs")?;
    let found = vm.call(&function, [Value::from(full), Value::Bool(files)].into())?;
    ops::is_true(vm, &found)
}

/// Whether the host has neither a file nor a folder of the name where the program looks, as long as that is its own
/// folder alone: so much is known before the importer of files is compiled.
fn stands_nowhere(vm: &mut Vm, name: &str) -> bool {
    let Some(Beside(read)) = beside(vm) else { return true };
    if let Some(Value::Module(sys)) = vm.module(Symbol::new("sys")) {
        let is_home = |path: Value| match path {
            Value::List(folders) => {
                matches!(&folders.items.borrow()[..], [Value::Str(one)] if *one.text() == *HOME)
            }
            _ => false,
        };
        if !sys.get(Symbol::new("path")).is_some_and(is_home) {
            return false;
        }
    }
    read(&format!("{name}.py")).is_none() && read(&format!("{name}/")).is_none()
}

/// Takes importlib's frames out of an exception's traceback, as an import statement does: all of them from an
/// ImportError, else those that end in `_call_with_frames_removed` (Python/import.c `remove_importlib_frames`).
fn trim(_: &mut dyn Interp, args: Args) -> PyResult {
    let [exc] = args.exactly("trim")?;
    let Some(exc) = Exc::from_value(&exc) else { return Ok(Value::None) };
    let always = exc.is_a(&types().import_error);
    let mut kept: Vec<Rc<Traceback>> = Vec::new();
    // Where the frames of importlib that were met last begin.
    let mut chunk: Option<usize> = None;
    let mut entry = exc.data().traceback.borrow().clone();
    while let Some(traceback) = entry {
        entry = traceback.next.borrow().clone();
        let code = traceback.frame.code.clone();
        let of_importlib = code.filename.starts_with("<frozen importlib._bootstrap");
        let removed = of_importlib && (always || *code.code.name == *"_call_with_frames_removed");
        let start = chunk.unwrap_or(kept.len());
        kept.push(traceback);
        chunk = of_importlib.then_some(start);
        if removed {
            kept.truncate(start);
        }
    }
    for pair in kept.windows(2) {
        pair[0].next.replace(Some(pair[1].clone()));
    }
    if let Some(last) = kept.last() {
        last.next.replace(None);
    }
    *exc.data().traceback.borrow_mut() = kept.first().cloned();
    Ok(Value::None)
}

/// What runs an import that [`is_programs`] has said to be the program's: a function of the names and of what is wanted.
pub fn statement(vm: &mut Vm) -> PyResult {
    from_library(vm, "_imports", "statement")
}
