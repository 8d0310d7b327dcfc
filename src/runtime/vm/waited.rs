//! Names of what is waited for where nothing can run any more: the variables that hold it.

use super::core::{Core, Vm};
use super::process::Threads;
use crate::asyncio::deadlock::Known;
use crate::asyncio::{asyncio, tasks};
use crate::objects::frame::{AnyFrame, Frame};
use crate::objects::generator::GeneratorState;
use crate::objects::object::Payload;
use crate::objects::{Value, known as names};

/// So deep are the attributes and items of what variables hold looked at.
const DEPTH: usize = 2;
/// So many items of a list or tuple are.
const ITEMS: usize = 1000;

/// What the variables of all frames hold: those of threads, outermost first, then those of tasks.
pub fn known(vm: &mut Vm) -> Known {
    let mut bindings = Vec::new();
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
    for depth in 0..=DEPTH {
        let mut deeper = Vec::new();
        for (name, value) in &bindings {
            if let Value::Object(object) = value
                && let Payload::Native(native) = &object.payload
                && let Some(followed) = native.followed()
                && followed.id().is_some()
                && **name != *names::SELF.text()
            {
                found.see(followed.id(), name, value);
            } else if depth < DEPTH {
                within(name, value, &mut deeper);
            }
        }
        bindings = deeper;
    }
    found
}

/// The attributes of an object and the items of a list, with what they are called.
fn within(name: &str, value: &Value, found: &mut Vec<(Box<str>, Value)>) {
    let mut items = |items: &[Value]| {
        let called = |at: usize| format!("{name}[{at}]").into();
        found.extend(items.iter().take(ITEMS).enumerate().map(|(at, item)| (called(at), item.clone())));
    };
    match value {
        Value::List(list) => items(&list.items.borrow()),
        Value::Tuple(tuple) => items(&tuple.items),
        Value::Object(object) if !matches!(object.payload, Payload::Native(_)) => {
            found.extend(object.attrs.borrow().iter().map(|(name, value)| ((&*name.text()).into(), value.clone())));
        }
        _ => {}
    }
}

/// The variables of a process's threads, outermost first.
fn variables(core: &mut Core, bindings: &mut Vec<(Box<str>, Value)>) {
    for (_, stack) in core.states.get::<Threads>().stacks.iter() {
        let frames: Vec<_> = stack.frames().collect();
        frames.into_iter().rev().for_each(|frame| of_frame(frame, bindings));
    }
}

fn of_frame(frame: &AnyFrame, bindings: &mut Vec<(Box<str>, Value)>) {
    let AnyFrame::Python(frame) = frame else { return };
    let frame: &Frame = frame;
    if frame.code.filename.starts_with('<') {
        return;
    }
    bindings.extend(frame.globals.names.borrow().iter().map(|(name, value)| ((&*name.text()).into(), value.clone())));
    for (slot, value) in frame.slots.iter().enumerate() {
        let name = frame.code.slot_name(slot);
        if name.is_empty() {
            break;
        }
        let value = match value {
            Value::Cell(cell) => cell.contents.borrow().clone(),
            plain => plain.clone(),
        };
        bindings.push(((&*name).into(), value));
    }
}
