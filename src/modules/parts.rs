//! Parts of the library's modules: texts beside a module's own that run in its namespace, at once or when what they have is
//! first asked for.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::{code_of, library, unfetched};
use crate::objects::attribute::{change, no_attribute};
use crate::objects::exception::{Exc, PyResult, system_error, type_error};
use crate::objects::function::Builtin;
use crate::objects::getattr_hook::{ON_DEMAND, WHOLE};
use crate::objects::hasher::{FastMap, FastSet};
use crate::objects::module::Module;
use crate::objects::types::types;
use crate::objects::{Args, Flow, Interp, Symbol, Value, known};
use crate::vm::{Vm, vm_of};

/// In an interpreter's states: the parts that have been read, each with the module that has it.
#[derive(Default)]
struct Read(FastMap<Symbol, Weak<Module>>);

/// The module `whole`, with its part `name`.
pub(super) fn read(vm: &mut Vm, name: &str, whole: &str) -> PyResult<Rc<Module>> {
    let Value::Module(module) = vm.import(whole)? else {
        return Err(system_error(format!("{name} is a part of {whole}")));
    };
    read_into(vm, name, &module)?;
    Ok(module)
}

/// Reads a part, if the module does not have it yet.
fn read_into(vm: &mut Vm, name: &str, module: &Rc<Module>) -> PyResult<()> {
    let part = Symbol::new(name);
    let has_it = |read: &mut Read| read.0.get(&part).is_some_and(|has| has.as_ptr() == Rc::as_ptr(module));
    if vm.states().find::<Read>().is_some_and(has_it) {
        return Ok(());
    }
    let text = match library::text(name) {
        Some(Ok(text)) => text,
        Some(Err(wanted)) => return Err(unfetched(vm, name, wanted)),
        None => return Err(system_error(format!("no text {name}"))),
    };
    let (code, file) = code_of(name, text)?;
    vm.states().get::<Read>().0.insert(part, Rc::downgrade(module));
    let doc = module.get(known::DOC);
    let result = vm.run_part(module, code, &file);
    module.set(known::DOC, doc.into());
    if result.is_err() {
        vm.states().get::<Read>().0.remove(&part);
    }
    result
}

/// What a module gives when it is asked for it.
struct Later {
    module: Weak<Module>,
    /// Names with the texts that they are in.
    wanted: Vec<(Symbol, Symbol)>,
    /// The module's function that makes other things, and the names that it keeps then.
    maker: Option<Symbol>,
    made: Vec<Symbol>,
    /// Of the names of parts and of those that are kept, those that the module has been given: it does not get them again.
    given: RefCell<FastSet<Symbol>>,
}

impl Later {
    fn give(&self, i: &mut dyn Interp, name: Symbol) -> PyResult {
        let module = self.module.upgrade().ok_or_else(|| system_error("the module is gone"))?;
        if self.given.borrow().contains(&name) && module.get(name).is_none() {
            let own = |hook: Option<Value>| matches!(hook, Some(Value::Function(f)) if Rc::ptr_eq(&f.globals, &module.namespace));
            if self.made.contains(&name) && own(module.get(known::GETATTR)) {
                return Err(no_attribute(&Value::Module(module), name));
            }
            return asked_of_program(i, &module, name, None);
        }
        if let Some((_, part)) = self.wanted.iter().find(|(wanted, _)| *wanted == name) {
            let beside: Vec<Symbol> =
                self.wanted.iter().filter(|(_, other)| other == part).map(|(name, _)| *name).collect();
            let touched = |name: &Symbol| module.get(*name).is_some() || self.given.borrow().contains(name);
            let before: Vec<(Symbol, Option<Value>)> =
                beside.iter().copied().filter(touched).map(|name| (name, module.get(name))).collect();
            read_into(vm_of(i), &part.text(), &module)?;
            self.given.borrow_mut().extend(beside);
            // What the program has put in the place of others stays, and what it has deleted stays away.
            for (name, value) in before {
                change(&module.namespace.names, name, value.unwrap_or(Value::Unset));
            }
        }
        // Another thread may have come before.
        if let Some(found) = module.get(name) {
            return Ok(found);
        }
        let Some(maker) = self.maker.and_then(|maker| module.get(maker)) else {
            return asked_of_program(i, &module, name, None);
        };
        let value = match i.call(&maker, Args::one(name.value())) {
            Err(refused) if refused.is_a(&types().attribute_error) && self.maker != Some(known::GETATTR) => {
                return asked_of_program(i, &module, name, Some(refused));
            }
            result => result?,
        };
        if self.made.contains(&name) {
            module.set(name, value.clone());
            self.given.borrow_mut().insert(name);
        }
        Ok(value)
    }

    /// What can still be asked for.
    fn names(&self) -> Vec<Symbol> {
        let given = self.given.borrow();
        let all = self.wanted.iter().map(|(name, _)| *name).chain(self.made.iter().copied());
        all.filter(|name| !given.contains(name)).collect()
    }
}

/// What the `__getattr__` that a program has given a module says of a name; without one `refused`, or that there is none.
fn asked_of_program(i: &mut dyn Interp, module: &Rc<Module>, name: Symbol, refused: Option<Exc>) -> PyResult {
    match module.get(known::GETATTR) {
        Some(hook) => i.call(&hook, Args::one(name.value())),
        None => Err(refused.unwrap_or_else(|| no_attribute(&Value::Module(module.clone()), name))),
    }
}

/// `on_demand(globals, parts, maker=None, made='')`: has a module answer for names that it lacks. `parts`: for each part the
/// names that are in it; `maker`: the name of a function of the module that makes what else is asked for, or refuses to;
/// `made`: of which names the module keeps what it makes. Without a `maker` it is the `__getattr__` that a program gives it.
pub(super) fn on_demand(i: &mut dyn Interp, args: Args) -> PyResult {
    let [globals, parts, maker, made] = args.between("on_demand", 2)?;
    let (Value::Dict(globals), Value::Dict(parts)) = (globals, parts) else { return Err(type_error("expected dicts")) };
    let own = globals.get_str(known::NAME).unwrap_or_default().text_or_empty();
    let Some(Value::Module(module)) = i.imported(&own) else { return Err(system_error("no module")) };
    let split = |names: &Value| names.text_or_empty().split_whitespace().map(Symbol::new).collect::<Vec<_>>();
    let mut wanted = Vec::new();
    for (part, names) in parts.entries() {
        let part = Symbol::new(&part.text_or_empty());
        wanted.extend(split(&names).into_iter().map(|name| (name, part)));
    }
    let maker = maker.as_str().and_then(Symbol::of);
    let later =
        Rc::new(Later { module: Rc::downgrade(&module), wanted, maker, made: split(&made), given: RefCell::default() });
    let asked = later.clone();
    let give = move |i: &mut dyn Interp, args: Args| {
        let [name, deleted] = args.between("__getattr__", 1)?;
        let Some(name) = name.as_str().and_then(Symbol::of) else { return Err(type_error("expected a name")) };
        if deleted.is_unset() {
            return asked.give(i, name).map(Flow::Done);
        }
        let lacked = asked.module.upgrade().is_some_and(|module| module.get(name).is_none());
        if lacked {
            asked.give(i, name)?;
        }
        asked.given.borrow_mut().insert(name);
        Ok(Flow::Done(Value::None))
    };
    let give = Builtin::closure("__getattr__", give);
    module.set_hook(Symbol::new(ON_DEMAND), give.clone());
    module.set_hook(known::GETATTR, give);
    let listed = later.clone();
    let list = move |_: &mut dyn Interp, _: Args| {
        let mut names = listed.names();
        if let Some(module) = listed.module.upgrade() {
            names.extend(module.namespace.names.borrow().iter().map(|(name, _)| name));
            names.retain(|name| !listed.given.borrow().contains(name) || module.get(*name).is_some());
        }
        names.sort_unstable_by_key(|name| name.text());
        names.dedup();
        Ok(Flow::Done(Value::list(names.into_iter().map(|name| name.value()).collect())))
    };
    module.set_hook(known::DIR, Builtin::closure("__dir__", list));
    let complete = move |i: &mut dyn Interp, _: Args| {
        let Some(module) = later.module.upgrade() else { return Ok(Flow::Done(Value::None)) };
        for name in later.names() {
            if module.get(name).is_none() {
                later.give(i, name)?;
            }
        }
        Ok(Flow::Done(Value::None))
    };
    module.set_hook(Symbol::new(WHOLE), Builtin::closure(WHOLE, complete));
    Ok(Value::None)
}
