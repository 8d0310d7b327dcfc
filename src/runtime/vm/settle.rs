//! Brings what an operation came to into the frame that asked for it: a value by the frame's `after`, a call or a
//! native frame by pushing it, an exception by unwinding.

use super::call::{Started, start};
use super::core::Vm;
use super::then::go_on_resumed;
use super::{trace_function, unwind};
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::{Flow, PyResult, Value, ops, types};

/// Where execution goes on.
pub enum Settled {
    /// In this frame, which is not on the stack.
    Go(Box<Frame>),
    /// In whatever is on top of the stack.
    Gone,
}

/// Goes on with `result`, asked for by `frame` (not on the stack) whose `pc` and `after` are set.
pub fn settle(vm: &mut Vm, frame: Box<Frame>, result: PyResult<Flow>) -> Settled {
    match result {
        Ok(flow) => settle_answer(vm, frame, Ok(flow)),
        Err(exc) => unwind::raise(vm, frame, exc),
    }
}

/// As [`settle`], where an error is the answer to what `frame` asked for: StopIteration may end its loop.
pub fn settle_answer(vm: &mut Vm, mut frame: Box<Frame>, mut result: PyResult<Flow>) -> Settled {
    loop {
        result = match result {
            Err(exc) if is_stop_iteration(&exc) && end_loop(&mut frame) => return Settled::Go(frame),
            Err(exc) => return unwind::raise(vm, frame, exc),
            Ok(Flow::Done(value)) if vm.watched && is_delegating(&frame) && raises_end(&frame, &value) => {
                let (told_frame, told) = trace_function::awaited_ends(vm, frame, &value);
                frame = told_frame;
                match told.and_then(|()| apply_after(vm, &mut frame, value)) {
                    Ok(_) => return Settled::Go(frame),
                    Err(exc) => Err(exc),
                }
            }
            Ok(Flow::Done(value)) => match apply_after(vm, &mut frame, value) {
                Ok(None) => return Settled::Go(frame),
                Ok(Some(flow)) => Ok(flow),
                Err(exc) => Err(exc),
            },
            Ok(flow) => {
                vm.stack.push(AnyFrame::Python(frame));
                match start(vm, flow) {
                    Ok(Started::Python(called)) => return Settled::Go(called),
                    Ok(Started::Native(native)) => {
                        vm.stack.push(AnyFrame::Native(native));
                        return Settled::Gone;
                    }
                    Ok(Started::Resumed) => return go_on_resumed(vm),
                    done => {
                        frame = pop_python(vm);
                        match done {
                            Ok(Started::Value(value)) => Ok(Flow::Done(value)),
                            Err(exc) => Err(exc),
                            _ => unreachable!("handled above"),
                        }
                    }
                }
            }
        }
    }
}

/// Whether what it is given is the end of what it awaits.
fn is_delegating(frame: &Frame) -> bool {
    matches!(frame.after, After::Send { .. } | After::Wait { .. } | After::GaveWay)
}

/// Whether what `frame` awaits or yields from ends by StopIteration: a built-in iterator ends without.
#[cold]
fn raises_end(frame: &Frame, value: &Value) -> bool {
    match frame.after {
        After::Send { iterator, .. } => !value.is_none() || !matches!(frame.slots[iterator as usize], Value::Iter(_)),
        _ => true,
    }
}

/// The Python frame just pushed.
pub fn pop_python(vm: &mut Vm) -> Box<Frame> {
    match vm.stack.pop() {
        Some(AnyFrame::Python(frame)) => frame,
        _ => unreachable!("the frame pushed before a native's start is on top after it"),
    }
}

/// Gives `value` to a frame as its `after` says. Some(flow): the value's truth must be found first; the frame's
/// `after` still stands for the flow's value.
pub fn apply_after(vm: &mut Vm, frame: &mut Frame, value: Value) -> PyResult<Option<Flow>> {
    match frame.after {
        After::Store(slot) => {
            if let Value::Object(_) = &value
                && let Some(name) = frame.code.locals.get(slot as usize)
            {
                super::naming::note_binding(vm, &frame.code, *name, &value);
            }
            frame.slots[slot as usize].put(value);
        }
        After::Enter(slot) => frame.slots[slot as usize] = value,
        After::Discard | After::GaveWay => drop(value),
        After::Test { when } => match truth(vm, value)? {
            Ok(holds) => frame.pc += (holds == when) as usize,
            Err(flow) => return Ok(Some(flow)),
        },
        After::JumpIf { when, target } => match truth(vm, value)? {
            Ok(holds) if holds == when => frame.pc = target as usize,
            Ok(_) => {}
            Err(flow) => return Ok(Some(flow)),
        },
        After::StoreTruth { slot, negate } => match truth(vm, value)? {
            Ok(holds) => frame.slots[slot as usize] = Value::Bool(holds != negate),
            Err(flow) => return Ok(Some(flow)),
        },
        After::ForIter { slot, .. } => {
            frame.slots[slot as usize] = value;
            frame.pc += 1;
        }
        After::Send { slot, iterator } | After::Wait { slot, iterator } => {
            frame.slots[slot as usize] = value;
            frame.slots[iterator as usize] = Value::Unset;
        }
        After::Method(slot) => {
            frame.slots[slot as usize] = value;
            frame.slots[slot as usize + 1] = Value::Unset;
        }
        After::Operator => return super::slow::operator_answered(vm, frame, value),
        After::Unpack { first, count } => super::unpack::store(vm, frame, &value, first, count)?,
    }
    Ok(None)
}

/// The truth of a value, or the flow (whose value is a bool) that finds it.
pub fn truth(vm: &mut Vm, value: Value) -> PyResult<Result<bool, Flow>> {
    if let Value::Bool(b) = value {
        return Ok(Ok(b));
    }
    Ok(match ops::truth_of(vm, value)? {
        Flow::Done(Value::Bool(b)) => Ok(b),
        flow => Err(flow),
    })
}

/// Ends the loop of a frame whose `after` is `ForIter`: its iterator is let go, the next instruction runs.
pub fn end_loop(frame: &mut Frame) -> bool {
    match frame.after {
        After::ForIter { iterator, .. } => {
            frame.slots[iterator as usize] = Value::Unset;
            true
        }
        _ => false,
    }
}

/// Whether an exception is the StopIteration that ends a `for` loop's iteration.
pub fn is_stop_iteration(exc: &crate::objects::Exc) -> bool {
    exc.is_a(&types().stop_iteration)
}
