//! Parts of the library's modules: texts beside a module's own that run in its namespace, at once or when what they have is
//! first asked for.

use std::rc::{Rc, Weak};

use super::{code_of, library, unfetched};
use crate::objects::attribute::no_attribute;
use crate::objects::exception::{PyResult, system_error, type_error};
use crate::objects::function::Builtin;
use crate::objects::getattr_hook::{ON_DEMAND, WHOLE};
use crate::objects::hasher::FastMap;
use crate::objects::module::Module;
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
}

impl Later {
    fn give(&self, i: &mut dyn Interp, name: Symbol) -> PyResult {
        let module = self.module.upgrade().ok_or_else(|| system_error("the module is gone"))?;
        if let Some((_, part)) = self.wanted.iter().find(|(wanted, _)| *wanted == name) {
            let beside = self.wanted.iter().filter(|(_, other)| other == part).map(|(name, _)| *name);
            let given: Vec<(Symbol, Value)> = beside.filter_map(|name| Some((name, module.get(name)?))).collect();
            read_into(vm_of(i), &part.text(), &module)?;
            // What the program has put in the place of others stays.
            for (name, value) in given {
                module.set(name, value);
            }
        }
        // Another thread may have come before.
        if let Some(found) = module.get(name) {
            return Ok(found);
        }
        let Some(maker) = module.get(self.maker.unwrap_or(known::GETATTR)) else {
            return Err(no_attribute(&Value::Module(module), name));
        };
        let value = i.call(&maker, Args::one(name.value()))?;
        if self.made.contains(&name) {
            module.set(name, value.clone());
        }
        Ok(value)
    }

    fn names(&self) -> impl Iterator<Item = Symbol> {
        self.wanted.iter().map(|(name, _)| *name).chain(self.made.iter().copied())
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
    let later = Rc::new(Later { module: Rc::downgrade(&module), wanted, maker, made: split(&made) });
    let asked = later.clone();
    let give = move |i: &mut dyn Interp, args: Args| {
        let [name] = args.exactly::<1>("__getattr__")?;
        let Some(name) = name.as_str().and_then(Symbol::of) else { return Err(type_error("expected a name")) };
        asked.give(i, name).map(Flow::Done)
    };
    let give = Builtin::closure("__getattr__", give);
    module.set_hook(Symbol::new(ON_DEMAND), give.clone());
    module.set_hook(known::GETATTR, give);
    let listed = later.clone();
    let list = move |_: &mut dyn Interp, _: Args| {
        let mut names: Vec<Symbol> = listed.names().collect();
        if let Some(module) = listed.module.upgrade() {
            names.extend(module.namespace.names.borrow().iter().map(|(name, _)| name));
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
