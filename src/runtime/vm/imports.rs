//! Imports: `sys.modules`, the finder, `from … import`.

use std::rc::Rc;

use super::class_body::namespace_dict;
use super::cold::{Cold, warn_where_it_stands};
use super::core::Vm;
use super::names::builtin;
use super::registers::{peek, write};
use crate::bytecode::{Code, CodeFlags, Handler, Instr, Op, flag};
use crate::objects::code::CodeObject;
use crate::objects::containers::Dict;
use crate::objects::exception::{Exc, PyResult, import_error, type_error};
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::interp::Stop;
use crate::objects::module::Module;
use crate::objects::{Flow, Interp, Symbol, Value, attribute, known, ops, types, warnings};

/// Modules of the library that warn where they are imported.
const DEPRECATED: [&str; 3] = ["sre_compile", "sre_constants", "sre_parse"];

/// The module `name` (dotted), imported with its parents. A parent gets its child as an attribute.
pub fn import_module(vm: &mut Vm, name: &str) -> PyResult {
    let mut parent: Option<Rc<Module>> = None;
    let mut module = Value::None;
    for (at, _) in name.match_indices('.').chain([(name.len(), "")]) {
        let full = &name[..at];
        let symbol = Symbol::new(full);
        module = match vm.module(symbol) {
            Some(Value::None) if at == name.len() => {
                return Err(not_found(format!("import of {full} halted; None in sys.modules"), full));
            }
            // Its child is looked for all the same, and there is no place to look in.
            Some(Value::None) => {
                let rest = &name[at + 1..];
                let child = &name[..at + 1 + rest.find('.').unwrap_or(rest.len())];
                return Err(no_module(vm, child, true));
            }
            Some(module) => module,
            None => load(vm, full, parent.is_some())?,
        };
        if let (Some(parent), Some((_, child))) = (&parent, full.rsplit_once('.')) {
            let child = Symbol::new(child);
            if parent.get(child).is_none() && vm.module(symbol).is_some() {
                parent.set(child, module.clone());
            }
        }
        parent = match &module {
            Value::Module(m) => Some(m.clone()),
            _ => None,
        };
    }
    Ok(module)
}

/// The warning that a module of the library begins with, if it is to be loaded.
pub fn deprecation(vm: &Vm, name: &str) -> Option<String> {
    let warns = DEPRECATED.contains(&name) && vm.module(Symbol::new(name)).is_none();
    warns.then(|| format!("module '{name}' is deprecated"))
}

/// Gives [`deprecation`] where the program stands.
pub fn warn_of(vm: &mut Vm, name: &str) -> PyResult<()> {
    let text = deprecation(vm, name);
    text.map_or(Ok(()), |text| warnings::warn(vm, &types().deprecation_warning, &text, None))
}

fn load(vm: &mut Vm, full: &str, has_parent: bool) -> PyResult {
    match (vm.finder.find)(vm, full) {
        Some(module) => {
            let module = Value::Module(module?);
            let symbol = Symbol::new(full);
            // A module may have put another into its place.
            match vm.module(symbol) {
                Some(present) => Ok(present),
                // A part of another module is none of its own.
                None if (vm.finder.is_part)(full) => Ok(module),
                None => {
                    vm.add_module(symbol, module.clone());
                    Ok(module)
                }
            }
        }
        None => Err(no_module(vm, full, has_parent)),
    }
}

#[cold]
#[inline(never)]
fn no_module(vm: &Vm, full: &str, has_parent: bool) -> Exc {
    let text = match full.rsplit_once('.') {
        Some((parent, _)) if has_parent && !is_package(vm, parent) => {
            // CPython raises it from None.
            let text = format!("No module named '{full}'; '{parent}' is not a package");
            return not_found(text, full).with_cause(None);
        }
        _ => format!("No module named '{full}'"),
    };
    not_found(text, full)
}

fn not_found(text: String, name: &str) -> Exc {
    let exc = Exc::message(&types().module_not_found_error, text);
    exc.data().members.borrow_mut().set(Symbol::new("name"), Value::from(name));
    exc
}

fn is_package(vm: &Vm, name: &str) -> bool {
    let symbol = Symbol::new(name);
    matches!(vm.module(symbol), Some(Value::Module(m)) if m.get(known::PATH).is_some())
}

#[inline(never)]
pub fn execute(vm: &mut Vm, frame: &mut Frame, code: &CodeObject, i: Instr) -> PyResult<Cold> {
    let value = match i.op {
        Op::ImportName => {
            let mut name = code.names[i.b as usize].text();
            let fromlist = (i.c != 0xffff).then(|| code.consts[i.c as usize].clone());
            let level = (i.flags >> flag::SHIFT) as usize;
            let given = name.clone();
            if level > 0 {
                let globals = frame.globals.clone();
                let global = |name: &str| globals.names.borrow().get(Symbol::new(name)).cloned();
                name = absolute_name(&global, &name, level)?.into();
            }
            // What the library imports is the library's.
            let file = &frame.code.filename;
            if !file.starts_with("<stdlib>/") && !file.starts_with("<frozen ") {
                if let Some(own) = own_import(vm, frame)? {
                    let globals = Value::Dict(Dict::view(frame.globals.clone()));
                    let (wanted, level) = (fromlist.unwrap_or(Value::None), Value::Int(level as i64));
                    frame.after = After::Store(i.a);
                    let locals = if code.has(CodeFlags::OPTIMIZED) { Value::None } else { namespace_dict(frame) };
                    let args = [Value::from(&*given), globals, locals, wanted, level];
                    return Ok(Cold::Flow(Flow::call(own, args.into())));
                }
                match by_program(vm, &name, &given, fromlist.as_ref()) {
                    Ok(Some(call)) => {
                        frame.after = After::Store(i.a);
                        return Ok(Cold::Flow(call));
                    }
                    // The library's parts are not the program's to import.
                    Ok(None) if (vm.finder.is_part)(&name) => {
                        let exc = no_module(vm, &name, name.contains('.'));
                        return Err(unfound(vm, frame, exc));
                    }
                    Ok(None) => {}
                    Err(exc) => {
                        blame(vm, frame);
                        return Err(exc);
                    }
                }
            }
            if let Some(text) = deprecation(vm, &name) {
                warn_where_it_stands(vm, frame, &text)?;
            }
            let module = match import_module(vm, &name) {
                Ok(module) => module,
                Err(exc) => {
                    let exc = unfound(vm, frame, exc);
                    blame(vm, frame);
                    return Err(exc);
                }
            };
            match fromlist {
                // `from a.b import c`: the module named; a name that is a submodule is imported.
                Some(Value::Tuple(names)) => {
                    for wanted in names.items.iter().filter_map(|n| n.as_str()) {
                        import_submodule(vm, &module, &name, &wanted.text());
                    }
                    module
                }
                // `import a.b` binds `a`.
                _ => match name.split_once('.') {
                    Some((top, _)) => import_module(vm, top)?,
                    None => module,
                },
            }
        }
        Op::ImportFrom => {
            let module = peek(frame, i.b).clone();
            import_from(vm, &module, code.names[i.c as usize]).inspect_err(|_| blame(vm, frame))?
        }
        _ => unreachable!("not an instruction of imports"),
    };
    write(frame, i.a, value);
    Ok(Cold::Next)
}

/// The function that the program has put in the place of `__import__`.
fn own_import(vm: &mut Vm, frame: &Frame) -> PyResult<Option<Value>> {
    // Code that is run with builtins of its own may have none to import with.
    let import = builtin(vm, frame, known::IMPORT)?.ok_or_else(|| import_error("__import__ not found"))?;
    Ok(Some(import).filter(|import| !matches!(import, Value::Builtin(_))))
}

/// The call that imports what is a file, or is for finders of the program's own; None: the library has it, it is there
/// already, or it is nowhere.
pub fn by_program(vm: &mut Vm, full: &str, given: &str, wanted: Option<&Value>) -> PyResult<Option<Flow>> {
    if !is_programs(vm, full, wanted)? {
        return Ok(None);
    }
    let statement = (vm.finder.statement)(vm)?;
    let wanted = wanted.cloned().unwrap_or(Value::None);
    Ok(Some(Flow::call(statement, [Value::from(full), Value::from(given), wanted].into())))
}

fn is_programs(vm: &mut Vm, full: &str, wanted: Option<&Value>) -> PyResult<bool> {
    let mut path = None;
    for (at, _) in full.match_indices('.').chain([(full.len(), "")]) {
        path = match vm.module(Symbol::new(&full[..at])) {
            Some(Value::Module(module)) if module.is_initializing() => return Ok(true),
            Some(Value::Module(module)) => module.get(known::PATH),
            // Something of the program's own stands for a package.
            Some(_) if at < full.len() => return Ok(true),
            Some(_) => None,
            None => return (vm.finder.is_programs)(vm, &full[..at], path),
        };
    }
    // A package of the program's, of which a name is wanted that may be a module.
    let (Some(path), Some(Value::Tuple(names))) = (path, wanted) else { return Ok(false) };
    let Some(Value::Module(module)) = vm.module(Symbol::new(full)) else { return Ok(false) };
    let lacks = |name: &Value| name.as_str().is_some_and(|n| module.get(Symbol::new(&n.text())).is_none());
    Ok(names.items.iter().any(lacks) && (vm.finder.is_programs)(vm, &format!("{full}.*"), Some(path))?)
}

/// The module that a relative import names, from `__package__` or `__name__` among the globals, which are asked for by
/// name (importlib's `_calc___package__` and `_resolve_name`).
#[cold]
#[inline(never)]
pub fn absolute_name(global: &dyn Fn(&str) -> Option<Value>, name: &str, level: usize) -> PyResult<String> {
    let global = |name: &str| global(name).filter(|value| !value.is_none());
    let package = match (global("__package__"), global("__name__")) {
        (Some(package), _) => {
            package.as_str().ok_or_else(|| type_error("package must be a string"))?.text().into_owned()
        }
        (None, Some(module)) => {
            let module = module.as_str().ok_or_else(|| type_error("__name__ must be a string"))?.text().into_owned();
            match module.rsplit_once('.') {
                _ if global("__path__").is_some() => module,
                Some((parent, _)) => parent.into(),
                None => String::new(),
            }
        }
        (None, None) => return Err(Exc::message(&types().key_error, "'__name__' not in globals")),
    };
    if package.is_empty() {
        return Err(import_error("attempted relative import with no known parent package"));
    }
    let Some(base) = package.rsplitn(level, '.').nth(level - 1) else {
        return Err(import_error("attempted relative import beyond top-level package"));
    };
    Ok(if name.is_empty() { base.into() } else { format!("{base}.{name}") })
}

/// What an import statement raises that has found no module. A library of others may be missing on any machine, and a
/// program that handles that, around the statement or around a call on the way to it, goes on as there; for any other the run
/// ends with what is missing.
#[cold]
#[inline(never)]
fn unfound(vm: &mut Vm, frame: &Frame, exc: Exc) -> Exc {
    let of_program = |frame: &Frame| !frame.code.filename.starts_with("<stdlib>");
    let handled = handles_import_errors(frame)
        || vm
            .stack
            .frames()
            .any(|outer| matches!(outer, AnyFrame::Python(outer) if of_program(outer) && handles_import_errors(outer)));
    if handled || vm.stop.is_some() || !exc.is_a(&types().module_not_found_error) {
        return exc;
    }
    let name = exc.data().members.borrow().get(Symbol::new("name")).cloned();
    let name = name.as_ref().and_then(|name| name.as_str()).map(|name| name.text());
    name.and_then(|name| (vm.finder.lacking)(vm, &name)).unwrap_or(exc)
}

/// Whether a frame handles an ImportError where it stands: in a `with` statement, or by a clause that names no class or
/// one of those that an ImportError is of.
fn handles_import_errors(frame: &Frame) -> bool {
    const CLASSES: [&str; 4] = ["ImportError", "ModuleNotFoundError", "Exception", "BaseException"];
    let code = &*frame.code.code;
    let names_one = |i: &Instr| {
        let name = match i.op {
            Op::LoadGlobal => code.sites[i.b as usize] as usize,
            Op::LoadName => i.b as usize,
            _ => return false,
        };
        CLASSES.contains(&&*code.names[name])
    };
    let handles = |row: &Handler| {
        let rest = code.instrs.get(row.target as usize..).unwrap_or_default();
        // The second instruction of a `with` statement's row asks whether the exception goes on.
        if rest.get(1).is_some_and(|i| i.op == Op::WithExceptStart) {
            return true;
        }
        let clauses = rest.iter().position(|i| i.op == Op::Reraise).unwrap_or(rest.len());
        let last = rest[..clauses].iter().rposition(|i| i.op == Op::CheckExcMatch);
        !row.cleanup && last.is_none_or(|last| rest[..last].iter().any(names_one))
    };
    // Where one does not, what goes on does so from its handler.
    let mut at = (frame.pc as u32).wrapping_sub(1);
    for _ in 0..100 {
        match code.handler_at(at) {
            Some(row) if handles(row) => return true,
            Some(row) => at = row.target,
            None => return false,
        }
    }
    false
}

/// What is not supported and came up while a module was imported stands at the program's import statement.
#[cold]
#[inline(never)]
fn blame(vm: &mut Vm, frame: &Frame) {
    let standing = super::interp::standing_at(&frame.code, frame.pc);
    // The frame itself was not on the stack: the place found was its caller's.
    let caller = vm.program_place();
    if let Some(Stop::NotSupported { file, line, .. }) = &mut vm.stop
        && (*line == 0 || file.starts_with("<stdlib>") || (*line, &*file) == (caller.line, &caller.file))
        && !frame.code.filename.starts_with('<')
    {
        (*file, *line) = (frame.code.filename.clone(), standing);
    }
}

fn import_submodule(vm: &mut Vm, module: &Value, name: &str, wanted: &str) {
    if wanted == "*" {
        return import_listed(vm, module, name);
    }
    if let Value::Module(m) = module
        && m.get(known::PATH).is_some()
        && m.get(Symbol::new(wanted)).is_none()
    {
        // Whether it exists shows when the name is taken from the package.
        let _ = import_module(vm, &format!("{name}.{wanted}"));
    }
}

/// `from package import *`: what `__all__` lists and the package lacks is a submodule.
#[cold]
fn import_listed(vm: &mut Vm, module: &Value, name: &str) {
    let Value::Module(package) = module else { return };
    let Some(listed) = package.get(known::ALL) else { return };
    for wanted in ops::to_vec(vm, &listed).unwrap_or_default() {
        if let Some(wanted) = wanted.as_str() {
            import_submodule(vm, module, name, &wanted.text());
        }
    }
}

fn import_from(vm: &mut Vm, module: &Value, name: Symbol) -> PyResult {
    let found = attribute::get_attr_now(vm, module, name);
    match found {
        Err(exc) if exc.is_a(&types().attribute_error) && vm.stop.is_none() => {
            submodule(vm, module, name).ok_or_else(|| cannot_import(module, name))
        }
        result => result,
    }
}

/// A submodule that is being imported, which its package lacks until it is done: modules that import each other.
#[cold]
#[inline(never)]
fn submodule(vm: &mut Vm, module: &Value, name: Symbol) -> Option<Value> {
    let package = match module {
        Value::Module(m) => m.name()?,
        _ => attribute::get_attr_now(vm, module, Symbol::new("__name__")).ok()?,
    };
    vm.module(Symbol::new(&format!("{}.{}", package.as_str()?.text(), name.text())))
}

#[cold]
#[inline(never)]
fn cannot_import(module: &Value, name: Symbol) -> Exc {
    let (module_name, file) = match module {
        Value::Module(m) => (m.name(), m.get(known::FILE).filter(|file| file.as_str().is_some())),
        _ => (None, None),
    };
    let module_name = module_name.and_then(|n| n.as_str().map(|s| s.text().into_owned()));
    let module_name = module_name.unwrap_or_else(|| "<unknown module name>".into());
    let place = file.as_ref().and_then(|f| f.as_str()).map_or("unknown location".into(), |s| s.text());
    let from = match module {
        Value::Module(m) if m.is_initializing() => {
            format!("partially initialized module '{module_name}' (most likely due to a circular import)")
        }
        _ => format!("'{module_name}'"),
    };
    let exc = import_error(format!("cannot import name '{}' from {from} ({place})", name.text()));
    {
        let mut members = exc.data().members.borrow_mut();
        members.set(Symbol::new("name"), Value::from(module_name));
        members.set(Symbol::new("name_from"), name.value());
        if let Some(file) = &file {
            members.set(Symbol::new("path"), file.clone());
        }
    }
    exc
}

impl Vm {
    /// Runs a library module's code in its namespace, nested.
    pub fn run_module(&mut self, module: &Rc<Module>, code: Rc<Code>, file: &str) -> PyResult<()> {
        let name = module.name().and_then(|n| n.as_str().and_then(Symbol::of)).unwrap_or(known::MAIN);
        self.add_module(name, Value::Module(module.clone()));
        let result = self.run_part(module, code, file);
        if result.is_err() {
            let removed = self.modules.names.borrow_mut().remove(name);
            drop(removed);
        }
        result
    }

    /// Runs the code of a library module's part in the module's namespace, nested.
    pub fn run_part(&mut self, module: &Rc<Module>, code: Rc<Code>, file: &str) -> PyResult<()> {
        let code = CodeObject::new(code, &file.into());
        let function = super::class_body::new_function(&code, &module.namespace);
        super::run::run_module_body(self, Value::Function(Rc::new(function))).map(drop)
    }
}
