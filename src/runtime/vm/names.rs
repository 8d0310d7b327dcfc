//! Names: globals with their inline caches, class bodies' names, cells, unbound variables.

use std::rc::Rc;

use super::cold::Cold;
use super::core::Vm;
use super::fast::Fast;
use super::naming::note_binding;
use super::registers::{at, pair, read, slot_mut, write};
use crate::bytecode::{Instr, reg};
use crate::objects::args::Args;
use crate::objects::attrs::AttrMap;
use crate::objects::code::{Cached, CodeObject, Site};
use crate::objects::containers::{Cell, Dict};
use crate::objects::exception::{name_error, unbound_local_error};
use crate::objects::frame::{After, Frame};
use crate::objects::gc;
use crate::objects::getattr_hook::ON_DEMAND;
use crate::objects::look::look;
use crate::objects::ops;
use crate::objects::{Exc, Flow, PyResult, Symbol, Value, known, types};

/// A global or builtin, where it was found before.
#[inline(always)]
pub fn cached_global(vm: &Vm, frame: &mut Frame, site: &Site, to: u16) -> Fast {
    let cached = site.cached.get();
    let Frame { globals, slots, .. } = frame;
    let names = look(&globals.names);
    if cached.class == 1 {
        return match names.at(cached.position as usize, site.name) {
            // What is called mostly.
            Some(Value::Function(function)) => {
                Fast::done(slot_mut(slots, to as usize).put_new(|| Value::Function(function.clone())))
            }
            Some(value) => Fast::done(slot_mut(slots, to as usize).assign(value)),
            None => Fast::No,
        };
    }
    if cached.class == 2 && names.version() == cached.epoch {
        let builtins = look(&vm.builtins.names);
        if let Some(value) = builtins.at(cached.position as usize, site.name) {
            return Fast::done(slot_mut(slots, to as usize).assign(value));
        }
    }
    Fast::No
}

/// `LoadDeref` of a cell that is not empty.
#[inline(always)]
pub fn load_cell(slots: &mut [Value], i: Instr) -> Fast {
    match pair(slots, at(i.b), i.a as usize) {
        Some((Value::Cell(cell), place)) => {
            let contents = look(&cell.contents);
            if contents.is_unset() { Fast::No } else { Fast::done(place.assign(&contents)) }
        }
        _ => Fast::No,
    }
}

/// A global or builtin, by the whole way; fills the site's cache.
pub fn load_global(vm: &mut Vm, frame: &Frame, site: &Site) -> PyResult {
    let globals = frame.globals.names.borrow();
    if let Some(position) = globals.position(site.name) {
        site.cached.set(Cached { class: 1, epoch: 0, position: position as u32 });
        return Ok(globals.at(position, site.name).cloned().unwrap_or_default());
    }
    if has_own_builtins(vm, &globals) {
        drop(globals);
        return builtin(vm, frame, site.name)?.ok_or_else(|| undefined(site.name));
    }
    let builtins = vm.builtins.names.borrow();
    match builtins.position(site.name) {
        Some(position) => {
            site.cached.set(Cached { class: 2, epoch: globals.version(), position: position as u32 });
            Ok(builtins.at(position, site.name).cloned().unwrap_or_default())
        }
        None => {
            drop((globals, builtins));
            on_demand(vm, frame, site.name)
        }
    }
}

/// A name that a module of the library reads when it is first asked for.
#[cold]
#[inline(never)]
fn on_demand(vm: &mut Vm, frame: &Frame, name: Symbol) -> PyResult {
    let own = frame.globals.names.borrow().get(known::NAME).and_then(|own| own.as_str().and_then(Symbol::of));
    let module = own.filter(|_| frame.code.filename.starts_with("<stdlib>/")).and_then(|own| vm.module(own));
    let Some(Value::Module(module)) = module else { return Err(undefined(name)) };
    match module.unlisted_hook(Symbol::new(ON_DEMAND)).filter(|_| Rc::ptr_eq(&module.namespace, &frame.globals)) {
        Some(hook) => match crate::objects::Interp::call(vm, &hook, Args::one(name.value())) {
            Err(exc) if exc.is_a(&types().attribute_error) => Err(undefined(name)),
            result => result,
        },
        None => Err(undefined(name)),
    }
}

/// Whether the program has put something as `__builtins__` into globals of its own.
fn has_own_builtins(vm: &Vm, globals: &AttrMap) -> bool {
    match globals.get(known::BUILTINS) {
        None | Some(Value::Module(_) | Value::None) => false,
        Some(Value::Dict(dict)) => !dict.is_view_of(&vm.builtins),
        Some(_) => true,
    }
}

/// A builtin as a frame's code sees it. Where the program has put a mapping into its globals as `__builtins__`, this is
/// asked.
pub fn builtin(vm: &mut Vm, frame: &Frame, name: Symbol) -> PyResult<Option<Value>> {
    let own = frame.globals.names.borrow().get(known::BUILTINS).cloned();
    match own {
        None | Some(Value::Module(_) | Value::None) => Ok(vm.builtins.names.borrow().get(name).cloned()),
        Some(Value::Dict(own)) => Ok(own.get_str(name)),
        Some(own) => {
            match ops::get_item(vm, &own, &name.value()).and_then(|flow| crate::objects::Interp::finish(vm, flow)) {
                Ok(value) => Ok(Some(value)),
                Err(exc) if exc.is_a(&types().key_error) => Ok(None),
                Err(exc) => Err(exc),
            }
        }
    }
}

#[cold]
#[inline(never)]
fn undefined(name: Symbol) -> Exc {
    with_name(name_error(format!("name '{}' is not defined", name.text())), name)
}

#[cold]
#[inline(never)]
fn with_name(exc: Exc, name: Symbol) -> Exc {
    exc.data().members.borrow_mut().set(Symbol::new("name"), name.value());
    exc
}

#[cold]
#[inline(never)]
pub fn unbound_local(code: &CodeObject, slot: usize) -> Exc {
    unbound_variable(&code.slot_name(slot))
}

#[cold]
#[inline(never)]
fn unbound_variable(name: &str) -> Exc {
    let text = format!("cannot access local variable '{name}' where it is not associated with a value");
    unbound_local_error(text)
}

#[cold]
#[inline(never)]
fn unbound_cell(code: &CodeObject, slot: usize) -> Exc {
    if slot < code.first_free {
        return unbound_local(code, slot);
    }
    let name = code.slot_name(slot);
    let text =
        format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
    with_name(name_error(text), Symbol::new(&name))
}

fn cell(frame: &Frame, slot: u16) -> Rc<Cell> {
    match &frame.slots[(slot & reg::SLOT) as usize] {
        Value::Cell(cell) => cell.clone(),
        _ => unreachable!("the compiler makes a cell before it is used"),
    }
}

#[inline(never)]
pub fn execute(vm: &mut Vm, frame: &mut Frame, code: &CodeObject, i: Instr) -> PyResult<Cold> {
    use crate::bytecode::Op;
    let slot = (i.a & reg::SLOT) as usize;
    match i.op {
        Op::CheckLocal => {
            if frame.slots[slot].is_unset() {
                return Err(unbound_local(code, slot));
            }
        }
        Op::CheckNamed => {
            if frame.slots[slot].is_unset() {
                return Err(unbound_variable(&code.code.names[i.b as usize]));
            }
        }
        Op::DeleteLocal => {
            let old = frame.slots[slot].take();
            if old.is_unset() {
                return Err(unbound_local(code, slot));
            }
        }
        Op::StoreGlobal => {
            let value = read(frame, i.a);
            let name = code.sites[i.b as usize].name;
            note_binding(vm, code, name, &value);
            let old = frame.globals.names.borrow_mut().set(name, value);
            drop(old);
        }
        Op::DeleteGlobal => {
            let name = code.sites[i.b as usize].name;
            let old = frame.globals.names.borrow_mut().remove(name);
            if old.is_none() {
                return Err(undefined(name));
            }
        }
        Op::LoadName => return load_name(vm, frame, code.names[i.b as usize], i.a),
        Op::StoreName => {
            let value = read(frame, i.a);
            return store_name(vm, frame, code.names[i.b as usize], value);
        }
        Op::DeleteName => return delete_name(vm, frame, code.names[i.b as usize]),
        Op::MakeCell => {
            let value = frame.slots[slot].take();
            frame.slots[slot] = Value::Cell(Cell::new(value));
        }
        Op::LoadDeref => {
            let value = cell(frame, i.b).contents.borrow().clone();
            if value.is_unset() {
                return Err(match i.c {
                    0 => unbound_cell(code, (i.b & reg::SLOT) as usize),
                    n => unbound_variable(&code.code.names[n as usize - 1]),
                });
            }
            write(frame, i.a, value);
        }
        Op::StoreDeref => {
            let value = read(frame, i.b);
            note_binding(vm, code, Symbol::new(&code.slot_name(slot)), &value);
            let cell = cell(frame, i.a);
            gc::link(&cell, &value);
            let old = cell.contents.replace(value);
            drop(old);
        }
        Op::DeleteDeref => {
            let old = cell(frame, i.a).contents.take();
            if old.is_unset() {
                return Err(unbound_cell(code, slot));
            }
        }
        Op::LoadClassDeref => {
            let name = code.names[i.c as usize];
            let found = match &frame.namespace {
                Some(Value::Namespace(n)) => n.names.borrow().get(name).cloned(),
                Some(Value::Dict(d)) => d.get_str(name),
                _ => None,
            };
            let value = found.unwrap_or_else(|| cell(frame, i.b).contents.borrow().clone());
            if value.is_unset() {
                return Err(unbound_cell(code, (i.b & reg::SLOT) as usize));
            }
            write(frame, i.a, value);
        }
        _ => unreachable!("not an instruction of names"),
    }
    Ok(Cold::Next)
}

fn load_name(vm: &mut Vm, frame: &mut Frame, name: Symbol, dst: u16) -> PyResult<Cold> {
    let found = match &frame.namespace {
        None => None,
        Some(Value::Namespace(n)) => n.names.borrow().get(name).cloned(),
        Some(mapping) => {
            let mapping = mapping.clone();
            match ops::get_item(vm, &mapping, &name.value()) {
                Ok(Flow::Done(value)) => Some(value),
                Ok(flow) => match crate::objects::Interp::finish(vm, flow) {
                    Ok(value) => Some(value),
                    Err(exc) if exc.is_a(&types().key_error) => None,
                    Err(exc) => return Err(exc),
                },
                Err(exc) if exc.is_a(&types().key_error) => None,
                Err(exc) => return Err(exc),
            }
        }
    };
    let found = match found.or_else(|| frame.globals.names.borrow().get(name).cloned()) {
        None => builtin(vm, frame, name)?,
        found => found,
    };
    match found {
        Some(value) => {
            write(frame, dst, value);
            Ok(Cold::Next)
        }
        None => Err(undefined(name)),
    }
}

fn store_name(vm: &mut Vm, frame: &mut Frame, name: Symbol, value: Value) -> PyResult<Cold> {
    match frame.namespace.clone() {
        None => {
            note_binding(vm, &frame.code, name, &value);
            let old = frame.globals.names.borrow_mut().set(name, value);
            drop(old);
        }
        Some(Value::Namespace(n)) => {
            let old = n.names.borrow_mut().set(name, value);
            drop(old);
        }
        Some(mapping) => {
            let flow = ops::set_item(vm, &mapping, &name.value(), value)?;
            frame.after = After::Discard;
            return Ok(Cold::Flow(flow));
        }
    }
    Ok(Cold::Next)
}

#[cold]
#[inline(never)]
fn delete_name(vm: &mut Vm, frame: &mut Frame, name: Symbol) -> PyResult<Cold> {
    let removed = match frame.namespace.clone() {
        None => frame.globals.names.borrow_mut().remove(name),
        Some(Value::Namespace(n)) => n.names.borrow_mut().remove(name),
        Some(mapping) => {
            // Whatever goes wrong, it is the name that is not there.
            frame.after = After::Discard;
            return match ops::del_item(vm, &mapping, &name.value()) {
                Ok(Flow::Done(_)) => Ok(Cold::Next),
                Ok(flow) => {
                    let cx = vm.cx();
                    Ok(Cold::Flow(Flow::frame(async move { cx.finish(Ok(flow)).await.map_err(|_| undefined(name)) })))
                }
                Err(_) => Err(undefined(name)),
            };
        }
    };
    match removed {
        Some(_) => Ok(Cold::Next),
        None => Err(undefined(name)),
    }
}

/// `SetupAnnotations`: the namespace gets an `__annotations__` dict if it has none.
#[inline(never)]
pub fn setup_annotations(vm: &mut Vm, frame: &mut Frame) -> PyResult<()> {
    let fresh = || Value::Dict(Dict::new());
    match frame.namespace.clone() {
        None => {
            let mut names = frame.globals.names.borrow_mut();
            if !names.contains(known::ANNOTATIONS) {
                names.set(known::ANNOTATIONS, fresh());
            }
        }
        Some(Value::Namespace(n)) => {
            let mut names = n.names.borrow_mut();
            if !names.contains(known::ANNOTATIONS) {
                names.set(known::ANNOTATIONS, fresh());
            }
        }
        Some(mapping) => {
            let key = known::ANNOTATIONS.value();
            let found = ops::get_item(vm, &mapping, &key).and_then(|flow| crate::objects::Interp::finish(vm, flow));
            match found {
                Ok(_) => {}
                Err(exc) if exc.is_a(&types().key_error) => {
                    let flow = ops::set_item(vm, &mapping, &key, fresh())?;
                    crate::objects::Interp::finish(vm, flow)?;
                }
                Err(exc) => return Err(exc),
            }
        }
    }
    Ok(())
}
