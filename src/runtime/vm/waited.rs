//! Names of what is waited for where no trace has recorded them: the variables that hold it when nothing can run.

use super::core::{Core, Vm};
use super::process::Threads;
use crate::asyncio::deadlock::Known;
use crate::asyncio::{asyncio, tasks};
use crate::objects::frame::{AnyFrame, Frame};
use crate::objects::generator::GeneratorState;
use crate::objects::object::Payload;
use crate::objects::{Symbol, Value, known as names};
use crate::trace::{Event, Log, Options};

/// So deep are the attributes of what variables hold looked at.
const DEPTH: usize = 2;

/// What the variables of all frames hold, if nothing has been recorded that says it.
pub fn known(vm: &mut Vm) -> Known {
    let mut found = Known::default();
    if vm.log.records() {
        return found;
    }
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
    // What gives an object its name writes it into a log.
    let mut log = Log::new(Options::default());
    for depth in 0..=DEPTH {
        let mut deeper = Vec::new();
        for (name, value) in &bindings {
            let Value::Object(object) = value else { continue };
            match &object.payload {
                Payload::Native(native) if *name != names::SELF => {
                    let before = log.len();
                    native.bound_to(&mut log, &name.text());
                    if let Some((_, entry)) = log.entries_from(before).next()
                        && let Event::ObjectNamed { object, .. } = entry.event
                    {
                        found.see(object, name.text().to_string(), value);
                    }
                }
                Payload::Native(_) => {}
                _ if depth < DEPTH => {
                    deeper.extend(object.attrs.borrow().iter().map(|(name, value)| (name, value.clone())));
                }
                _ => {}
            }
        }
        bindings = deeper;
    }
    found
}

/// The variables of a process's threads, outermost first.
fn variables(core: &mut Core, bindings: &mut Vec<(Symbol, Value)>) {
    for (_, stack) in core.states.get::<Threads>().stacks.iter() {
        let frames: Vec<_> = stack.frames().collect();
        frames.into_iter().rev().for_each(|frame| of_frame(frame, bindings));
    }
}

fn of_frame(frame: &AnyFrame, bindings: &mut Vec<(Symbol, Value)>) {
    let AnyFrame::Python(frame) = frame else { return };
    let frame: &Frame = frame;
    if frame.code.filename.starts_with('<') {
        return;
    }
    bindings.extend(frame.globals.names.borrow().iter().map(|(name, value)| (name, value.clone())));
    for (slot, value) in frame.slots.iter().enumerate() {
        let name = frame.code.slot_name(slot);
        if name.is_empty() {
            break;
        }
        let value = match value {
            Value::Cell(cell) => cell.contents.borrow().clone(),
            plain => plain.clone(),
        };
        bindings.push((Symbol::new(&name), value));
    }
}
