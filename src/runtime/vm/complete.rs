//! The end of a frame that is not simply returned from: generators close, segments end, native callers get answers.

use std::rc::Rc;

use super::core::Vm;
use super::stack::{Inbox, Root, Segment};
use super::trace_function;
use crate::objects::exception::{runtime_error, stop_iteration};
use crate::objects::frame::{After, AnyFrame};
use crate::objects::generator::{Generator, GeneratorKind, GeneratorState, Step};
use crate::objects::{Exc, PyResult, Value, types};

/// Called when a frame has ended with `result`, has been taken off the stack, and was that of `generator`, if any.
/// Leaves the inbox for the frame that is on top now; an ended thread or nested run leaves it with no segment.
pub fn complete(vm: &mut Vm, generator: Option<Rc<Generator>>, mut result: PyResult) {
    if let Some(generator) = generator {
        result = generator_result(&generator, result);
    }
    if !vm.stack.top().is_empty() {
        vm.stack.inbox = Some(Inbox::Value(result));
        return;
    }
    let Segment { frames, root, default, then, .. } = vm.stack.pop_segment();
    vm.chain = frames;
    if let Some(then) = then {
        let flow = match result {
            Ok(value) => then.ended(vm, value),
            Err(exc) => then.failed(vm, exc),
        };
        return super::then::answer_step(vm, flow);
    }
    vm.stack.inbox = Some(match root {
        Root::Finalizers(inbox) => {
            vm.stack.inbox = inbox;
            return;
        }
        Root::Thread | Root::Nested => Inbox::Value(result),
        Root::Step(_) => Inbox::Step(match result {
            Ok(value) => Step::Return(value),
            Err(exc) => Step::Raise(exc),
        }),
        Root::Value(_) => Inbox::Value(match result {
            Ok(_) if let Some(default) = default => Ok(*default),
            Ok(Value::None) if ends_loop(vm) => return,
            Ok(value) if vm.watched && is_loop(vm) => {
                trace_function::generator_ends(vm, &value);
                Err(stop_iteration(value))
            }
            Ok(value) => Err(stop_iteration(value)),
            Err(exc) => Err(exc),
        }),
    });
}

/// Whether the frame on top asks in a `for` loop for the next item.
fn is_loop(vm: &mut Vm) -> bool {
    matches!(vm.stack.top().last(), Some(AnyFrame::Python(frame)) if matches!(frame.after, After::ForIter { .. }))
}

/// A `for` loop over a generator that has just returned ends without an exception being made.
fn ends_loop(vm: &mut Vm) -> bool {
    if let Some(AnyFrame::Python(frame)) = vm.stack.top().last_mut()
        && let After::ForIter { iterator, .. } = frame.after
    {
        frame.slots[iterator as usize] = Value::Unset;
        vm.stack.inbox = None;
        return true;
    }
    false
}

/// Closes a generator; StopIteration may not leave it (PEP 479).
fn generator_result(generator: &Generator, result: PyResult) -> PyResult {
    generator.state.replace(GeneratorState::Closed);
    let kind = generator.kind.noun();
    let is_async = generator.kind == GeneratorKind::AsyncGenerator;
    if is_async {
        generator.closed_async.set(true);
        generator.running_async.set(false);
    }
    match result {
        Ok(_) if is_async => Err(Exc::new(&types().stop_async_iteration, vec![])),
        // Of what is thrown into an async generator's awaitable, its generator has made what it is.
        Err(exc) if exc.is_a(&types().stop_iteration) && !generator.kind.is_of_async_generator() => {
            Err(no_stop_iteration(kind, exc))
        }
        Err(exc) if is_async && exc.is_a(&types().stop_async_iteration) => {
            Err(converted(kind, "StopAsyncIteration", exc))
        }
        result => result,
    }
}

/// PEP 479: what a StopIteration becomes that leaves a generator of this kind.
pub fn no_stop_iteration(kind: &str, exc: Exc) -> Exc {
    converted(kind, "StopIteration", exc)
}

fn converted(kind: &str, what: &str, exc: Exc) -> Exc {
    let error = runtime_error(format!("{kind} raised {what}"));
    error.set_context(&exc);
    error.with_cause(Some(exc))
}
