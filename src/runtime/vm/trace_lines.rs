//! Where a frame begins and where a line begins in it: who traces is told ([`trace_function`](super::trace_function)).

use super::complete::complete;
use super::core::Vm;
use super::profile_function;
use super::settle::{Settled, pop_python};
use super::stack::Inbox;
use super::then::go_on_with;
use super::trace_function::{at, has_profile, top};
use super::unwind::add_refused;
use crate::objects::code::CodeObject;
use crate::objects::frame::{After, AnyFrame};
use crate::objects::{Exc, PyResult, Value};

/// The frame on top stands before an instruction: tells of the end of the native function that it has called, of the
/// frame's beginning, if this is it, of a line that begins, and of the native function to call.
pub fn line(vm: &mut Vm) {
    let begins = vm.stack.tracer.as_ref().is_some_and(|tracer| tracer.begins);
    let Some(frame) = top(vm) else { return };
    let (pc, code) = (frame.pc, frame.code.clone());
    let mut told = profile_function::returns(vm);
    let mut refused = false;
    if begins {
        told = told.and_then(|()| line_begins(vm, &code, pc, &mut refused));
    }
    told = told.and_then(|()| profile_function::calls(vm, pc));
    if let Some(frame) = top(vm) {
        frame.pc = pc;
        if told.is_err() {
            (frame.pc, frame.after) = (pc + 1, After::Discard);
        }
    }
    match told {
        Ok(()) => {
            if let Some(tracer) = &mut vm.stack.tracer {
                tracer.told = true;
            }
        }
        Err(exc) if refused => never_begins(vm, exc),
        Err(exc) => vm.stack.inbox = Some(Inbox::Value(Err(exc))),
    }
}

/// The frame on top ends before its first instruction: nothing in it can handle what was raised of its beginning.
fn never_begins(vm: &mut Vm, exc: Exc) {
    let mut frame = pop_python(vm);
    add_refused(&mut frame, &exc);
    let (generator, then) = (frame.generator.take(), frame.then.take());
    vm.recycle(frame);
    match then {
        Some(then) => match then.failed(vm, exc) {
            Ok(flow) => {
                if let Settled::Go(frame) = go_on_with(vm, Ok(flow)) {
                    vm.stack.push(AnyFrame::Python(frame));
                }
            }
            Err(exc) => complete(vm, generator, Err(exc)),
        },
        None => complete(vm, generator, Err(exc)),
    }
}

/// `refused`: what failed was told of the frame's beginning.
fn line_begins(vm: &mut Vm, code: &CodeObject, pc: usize, refused: &mut bool) -> PyResult<()> {
    let Some(frame) = top(vm) else { return Ok(()) };
    let begins = frame.line == 0;
    let line = code.line(pc);
    frame.line = line;
    let mut told = Ok(());
    if begins {
        told = at(vm, 0, "start", Value::None);
        *refused = told.is_err();
    }
    if told.is_ok() {
        told = at(vm, pc + 1, "line", Value::None);
    }
    vm.line(code, line);
    if begins
        && has_profile(vm)
        && let Some(frame) = top(vm)
    {
        profile_function::stop_at_calls(frame);
    }
    told
}
