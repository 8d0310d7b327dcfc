//! Names of what is waited for where nothing can run any more: the variables that hold it.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::core::{Core, Vm};
use super::naming::{followed, items};
use super::process::Threads;
use crate::asyncio::deadlock::Known;
use crate::asyncio::{asyncio, tasks};
use crate::objects::attrs::Namespace;
use crate::objects::frame::{AnyFrame, Frame};
use crate::objects::gc_graph::address_of;
use crate::objects::generator::GeneratorState;
use crate::objects::object::Payload;
use crate::objects::{Value, known as names};

/// So deep are the attributes and items of what variables hold looked at.
const DEPTH: usize = 2;

/// What the variables of all frames hold: those of threads, outermost first, then those of tasks.
pub fn known(vm: &mut Vm) -> Known {
    let mut bindings = Bindings::default();
    variables(vm, &mut bindings);
    for other in vm.parked.values_mut() {
        variables(other, &mut bindings);
    }
    let state = asyncio(vm);
    let loops: Vec<_> = state.running.borrow().values().cloned().collect();
    for task in loops.iter().flat_map(|owner| tasks::all_tasks(&state, owner)) {
        if let Value::Generator(coroutine) = &*tasks::task(&task).coroutine.borrow()
            && let GeneratorState::Suspended(frames) = &*coroutine.state.borrow()
        {
            frames.iter().for_each(|frame| of_frame(frame, &mut bindings));
        }
    }
    let mut found = Known::default();
    let mut seen = BTreeSet::new();
    let mut bindings = bindings.values;
    for depth in 0..=DEPTH {
        let mut deeper = Vec::new();
        for (name, value) in &bindings {
            if let Some(followed) = followed(value) {
                found.see(followed.id(), name, value);
            } else if depth < DEPTH && address_of(value).is_some_and(|address| seen.insert(address)) {
                within(name, value, &mut deeper);
            }
        }
        bindings = deeper;
    }
    found
}

/// The attributes of an object and the items of a container, with what they are called.
fn within(name: &str, value: &Value, found: &mut Vec<(Box<str>, Value)>) {
    match value {
        Value::Object(object) if !matches!(object.payload, Payload::Native(_)) => {
            found.extend(object.attrs.borrow().iter().map(|(name, value)| ((&*name.text()).into(), value.clone())));
        }
        _ => found.extend(items(value).into_iter().map(|(place, item)| ([name, &place].concat().into(), item))),
    }
}

/// Variables with their values, of the program's code alone.
#[derive(Default)]
struct Bindings {
    values: Vec<(Box<str>, Value)>,
    /// The globals that are among them.
    globals: BTreeSet<*const Namespace>,
}

/// The variables of a process's threads, outermost first.
fn variables(core: &mut Core, bindings: &mut Bindings) {
    for (_, stack) in core.states.get::<Threads>().stacks.iter() {
        let frames: Vec<_> = stack.frames().collect();
        frames.into_iter().rev().for_each(|frame| of_frame(frame, bindings));
    }
}

fn of_frame(frame: &AnyFrame, bindings: &mut Bindings) {
    let AnyFrame::Python(frame) = frame else { return };
    let frame: &Frame = frame;
    if frame.code.filename.starts_with('<') {
        return;
    }
    if bindings.globals.insert(Rc::as_ptr(&frame.globals)) {
        let names = frame.globals.names.borrow();
        bindings.values.extend(names.iter().map(|(name, value)| ((&*name.text()).into(), value.clone())));
    }
    for (slot, value) in frame.slots.iter().enumerate() {
        let name = frame.code.slot_name(slot);
        if name.is_empty() {
            break;
        }
        let value = match value {
            Value::Cell(cell) => cell.contents.borrow().clone(),
            plain => plain.clone(),
        };
        // What is looked at of `self` are its attributes.
        if *name != *names::SELF.text() || followed(&value).is_none() {
            bindings.values.push(((&*name).into(), value));
        }
    }
}
