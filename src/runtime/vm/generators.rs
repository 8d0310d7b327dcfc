//! Resuming and suspending generators and coroutines: moving chains of frames between their owners and the stack.

use std::rc::Rc;

use super::core::{Core, Vm};
use super::delegation::delegate_resumed;
use super::registers::write;
use super::settle::{Settled, settle, settle_answer};
use super::stack::{Inbox, Root};
use super::trace_function;
use super::unwind;
use crate::asyncio::coroutine_places::pass_unbegun;
use crate::asyncio::{future_await, futures, waiting};
use crate::bytecode::{Instr, reg};
use crate::objects::exception::{Exc, runtime_error, type_error, value_error};
use crate::objects::frame::{After, AnyFrame, Frame, NativeFrame};
use crate::objects::generator::{Generator, GeneratorKind, GeneratorState, Resume, Step};
use crate::objects::generator_methods::COROUTINE_WRAPPER;
use crate::objects::ops::{self, Next};
use crate::objects::types;
use crate::objects::{Cx, Flow, PyResult, Value, finalizer};

/// The generator whose chain the innermost segment is.
pub(super) fn chain_root(vm: &Core) -> Option<&Rc<Generator>> {
    vm.stack.top.root.generator()
}

/// Whether a generator's frames are on some thread's stack right now.
fn is_executing(generator: &Generator) -> bool {
    match &*generator.state.borrow() {
        GeneratorState::Running => true,
        GeneratorState::Chained(root) => root.upgrade().is_none_or(|r| is_executing(&r)),
        _ => false,
    }
}

/// Whether one in a suspended chain can be resumed by itself, as what it is awaited by may not be.
fn is_resumable_alone(kind: GeneratorKind) -> bool {
    matches!(kind, GeneratorKind::Generator | GeneratorKind::Coroutine)
}

/// The words for resuming one that runs already.
fn already_running(generator: &Generator) -> Exc {
    value_error(format!("{} already executing", generator.kind.noun()))
}

/// Whether it is what a coroutine's `__await__()` gives.
fn is_wrapper(generator: &Generator) -> bool {
    generator.code.is_none() && generator.naming.is_fixed(COROUTINE_WRAPPER)
}

fn already_awaited(generator: &Generator) -> Exc {
    // What `anext` gives with a default passes on what it waits for says.
    if let Some(Value::Tuple(pair)) = generator.given.get().map(|given| given.owner.clone())
        && let [Value::Generator(waits_for), _] = &pair.items[..]
    {
        return already_awaited(waits_for);
    }
    runtime_error(match generator.kind {
        GeneratorKind::AsyncGeneratorSend => "cannot reuse already awaited __anext__()/asend()",
        GeneratorKind::AsyncGeneratorThrow => "cannot reuse already awaited aclose()/athrow()",
        _ => "cannot reuse already awaited coroutine",
    })
}

/// The frames to put on the stack to resume a generator, and what to give the innermost one.
/// Err: there is nothing to resume; the step is what it comes to.
type Taken = Result<(Vec<AnyFrame>, Option<PyResult>), Step>;

fn take_frames(vm: &mut Vm, generator: &Rc<Generator>, with: Resume) -> Taken {
    match generator.state.replace(GeneratorState::Running) {
        GeneratorState::Created(mut frame) => match with {
            Resume::Send(Value::None) => {
                frame.set_generator(Some(generator.clone()));
                let mut frames = std::mem::take(&mut vm.chain);
                frames.push(frame);
                Ok((frames, None))
            }
            // What a first `send` of `asend(value)` gives goes in place of its value.
            Resume::Send(given) if generator.kind == GeneratorKind::AsyncGeneratorSend => {
                frame.set_generator(Some(generator.clone()));
                Ok((vec![frame], Some(Ok(given))))
            }
            // `aclose()` and `athrow()` may still begin (Objects/genobject.c `async_gen_athrow_send`).
            Resume::Send(_) if generator.kind == GeneratorKind::AsyncGeneratorThrow => {
                generator.state.replace(GeneratorState::Created(frame));
                Err(Step::Raise(runtime_error("can't send non-None value to a just-started coroutine")))
            }
            Resume::Send(_) => {
                let used_up = generator.kind.is_of_async_generator();
                let left = if used_up { GeneratorState::Closed } else { GeneratorState::Created(frame) };
                generator.state.replace(left);
                let kind = match generator.kind {
                    // That of whose item it waits for.
                    GeneratorKind::AnextAwaitable => "async generator",
                    _ if is_wrapper(generator) => "coroutine",
                    kind => kind.noun(),
                };
                Err(Step::Raise(type_error(format!("can't send non-None value to a just-started {kind}"))))
            }
            // `asend()`, `aclose()` and `athrow()` that have not begun pass it on to their async generator.
            Resume::Throw(exc) if generator.kind.is_of_async_generator() => {
                frame.set_generator(Some(generator.clone()));
                Ok((vec![frame], Some(Err(exc))))
            }
            Resume::Throw(exc) => {
                generator.state.replace(GeneratorState::Closed);
                match frame {
                    // As in CPython, the frame shows in the traceback though it has not begun, with its arguments.
                    AnyFrame::Python(mut frame) => {
                        unwind::add_unbegun(&mut frame, &exc);
                        vm.recycle(frame);
                    }
                    frame => pass_unbegun(generator, &exc, frame),
                }
                Err(Step::Raise(exc))
            }
        },
        GeneratorState::Suspended(frames) => take_chain(vm, generator, frames, with),
        GeneratorState::Idle(frame) => {
            let mut frames = std::mem::take(&mut vm.chain);
            frames.push(frame);
            take_chain(vm, generator, frames, with)
        }
        GeneratorState::Closed => {
            generator.state.replace(GeneratorState::Closed);
            Err(match with {
                _ if generator.is_coroutine() || is_wrapper(generator) => Step::Raise(already_awaited(generator)),
                Resume::Send(_) => Step::Return(Value::None),
                Resume::Throw(exc) => Step::Raise(exc),
            })
        }
        state @ GeneratorState::Running => {
            generator.state.replace(state);
            Err(Step::Raise(already_running(generator)))
        }
        GeneratorState::Chained(root) => {
            let root_generator = root.upgrade();
            generator.state.replace(GeneratorState::Chained(root));
            match root_generator {
                Some(r) if !is_executing(&r) && is_resumable_alone(generator.kind) => {
                    split(vm.cx(), &r, generator);
                    take_frames(vm, generator, with)
                }
                _ => Err(Step::Raise(already_running(generator))),
            }
        }
    }
}

/// As [`take_frames`] of a root that is suspended as this chain.
fn take_chain(vm: &mut Vm, generator: &Rc<Generator>, mut frames: Vec<AnyFrame>, with: Resume) -> Taken {
    frames[0].set_generator(Some(generator.clone()));
    let mut answer = match with {
        Resume::Send(value) => Ok(value),
        Resume::Throw(exc) => Err(exc),
    };
    match frames.last_mut() {
        Some(AnyFrame::Python(frame)) => match frame.after {
            After::Wait { slot, iterator } => {
                vm.spend(1);
                let future = &frame.slots[iterator as usize];
                answer = match answer {
                    Ok(_) => match waited(future) {
                        Err(_) if future_await::waits_again(future) => {
                            let future = future.clone();
                            frames[0].set_generator(None);
                            generator.state.replace(GeneratorState::Suspended(frames));
                            return Err(Step::Yield(future));
                        }
                        result => result,
                    },
                    thrown => thrown,
                };
                frame.after = After::Send { slot, iterator };
            }
            After::GaveWay => {
                vm.spend(1);
                answer = answer.map_err(waiting::thrown_into_sleep);
            }
            _ => {}
        },
        Some(AnyFrame::Native(innermost)) => innermost.waits_for = None,
        None => {}
    }
    Ok((frames, Some(answer)))
}

/// The end of `await future`: what the future has come to.
fn waited(future: &Value) -> PyResult {
    futures::as_future(future).map_or(Ok(Value::None), future_await::awaited)
}

/// What a suspended generator or coroutine delegates to, if that is one as well: GeneratorExit closes it first
/// (`gen_close_iter`). What an async generator waits for is asked as where one waits for the generator's item.
fn delegate(generator: &Rc<Generator>) -> Option<Rc<Generator>> {
    use GeneratorKind::{AnextAwaitable, AsyncGeneratorSend, AsyncGeneratorThrow};
    let takes_items = matches!(generator.kind, AsyncGeneratorSend | AsyncGeneratorThrow | AnextAwaitable);
    if !takes_items && !is_resumable_alone(generator.kind) {
        return None;
    }
    let mut state = generator.state.borrow_mut();
    let GeneratorState::Suspended(frames) = &mut *state else { return None };
    for frame in frames.iter_mut().skip(1) {
        frame.ensure_coroutine(Rc::downgrade(generator));
        match frame.generator() {
            Some(inner) if is_resumable_alone(inner.kind) => return Some(inner.clone()),
            Some(_) => {}
            None => return None,
        }
    }
    None
}

/// Takes a generator's part out of the suspended chain of the one that yields from it, so that it can be resumed by
/// itself; the chain goes on delegating to it by calls.
fn split(cx: Cx, root: &Rc<Generator>, generator: &Rc<Generator>) {
    let mut state = root.state.borrow_mut();
    match &mut *state {
        GeneratorState::Suspended(frames) => {
            let Some(at) = frames.iter().position(|f| f.generator().is_some_and(|g| Rc::ptr_eq(g, generator))) else {
                return;
            };
            let mut part: Vec<AnyFrame> = frames.drain(at..).collect();
            part[0].set_generator(None);
            generator.state.replace(GeneratorState::Suspended(part));
            // What stands in its place asks it for the next value when the chain is resumed; see `delegate_resumed`.
            let delegating = Box::pin(delegate_resumed(cx, Value::Generator(generator.clone())));
            frames.push(AnyFrame::Native(Box::new(NativeFrame::new(delegating, "yield from"))));
        }
        GeneratorState::Chained(outer) => {
            let outer = outer.upgrade();
            drop(state);
            if let Some(outer) = outer {
                split(cx, &outer, generator);
            }
        }
        _ => {}
    }
}

/// Resumes a generator as the root of a segment of its own. Err: it did not run; the step is what it comes to.
pub fn resume(vm: &mut Vm, generator: &Rc<Generator>, with: Resume, stepped: bool) -> Result<(), Step> {
    super::call::check_depth(vm).map_err(Step::Raise)?;
    let thrown = matches!(with, Resume::Throw(_));
    if let Resume::Throw(exc) = &with
        && exc.is_a(&types().generator_exit)
        && let Some(inner) = delegate(generator)
    {
        split(vm.cx(), generator, &inner);
    }
    let (frames, inbox) = take_frames(vm, generator, with)?;
    let root = if stepped { Root::Step(generator.clone()) } else { Root::Value(generator.clone()) };
    let count = frames.len();
    vm.stack.push_segment(frames, root);
    if thrown {
        vm.stack.top.thrown = count;
    }
    vm.stack.inbox = inbox.map(Inbox::Value);
    if vm.watched {
        trace_function::resumes(vm, 0);
    }
    Ok(())
}

/// Puts the frames of an awaited generator on top of the chain that awaits it. Err: it did not run.
pub fn chain(vm: &mut Vm, generator: &Rc<Generator>, with: Resume) -> Result<(), Step> {
    super::call::check_depth(vm).map_err(Step::Raise)?;
    let being_awaited = match &*generator.state.borrow() {
        GeneratorState::Running | GeneratorState::Chained(_) | GeneratorState::Suspended(_) => generator.is_coroutine(),
        _ => false,
    };
    if being_awaited {
        return Err(Step::Raise(runtime_error("coroutine is being awaited already")));
    }
    let root = chain_root(vm).map(Rc::downgrade).unwrap_or_default();
    if matches!(with, Resume::Send(Value::None)) {
        // It mostly begins now.
        match generator.state.replace(GeneratorState::Chained(root)) {
            GeneratorState::Created(mut frame) => {
                frame.set_generator(Some(generator.clone()));
                vm.stack.push(frame);
                vm.stack.inbox = None;
                return Ok(());
            }
            state => {
                generator.state.replace(state);
            }
        }
    }
    let (mut frames, inbox) = take_frames(vm, generator, with)?;
    let root = chain_root(vm).map(Rc::downgrade).unwrap_or_default();
    generator.state.replace(GeneratorState::Chained(root));
    if matches!((&inbox, frames.last()), (Some(Err(_)), Some(AnyFrame::Python(_)))) {
        let top = &mut vm.stack.top;
        top.into = Some(top.frames.len() + frames.len() - 1);
    }
    let (first, watched) = (vm.stack.top().len(), vm.watched);
    vm.stack.depth += frames.len();
    vm.stack.top().append(&mut frames);
    vm.chain = frames;
    vm.stack.inbox = inbox.map(Inbox::Value);
    if watched {
        trace_function::resumes(vm, first);
    }
    Ok(())
}

/// `for`: the next item of the iterator in slot b, for iterators without a path of their own in the loop.
#[inline(never)]
pub fn for_iter(vm: &mut Vm, mut frame: Box<Frame>, i: Instr) -> Settled {
    let place = i.b & reg::SLOT;
    frame.after = After::ForIter { slot: i.a, iterator: place };
    let iterator = frame.slots[place as usize].clone();
    let result = match &iterator {
        Value::Generator(generator) if generator.kind == GeneratorKind::Generator => {
            vm.stack.push(AnyFrame::Python(frame));
            match resume(vm, generator, Resume::Send(Value::None), false) {
                Ok(()) => return go_on(vm),
                Err(step) => {
                    frame = super::settle::pop_python(vm);
                    match step {
                        Step::Raise(exc) => return unwind::raise(vm, frame, exc),
                        _ => Ok(Next::End),
                    }
                }
            }
        }
        other => ops::next(vm, other),
    };
    match result {
        Ok(Next::Item(item)) => {
            write(&mut frame, i.a, item);
            frame.pc += 1;
            Settled::Go(frame)
        }
        Ok(Next::End) => {
            frame.slots[place as usize] = Value::Unset;
            Settled::Go(frame)
        }
        Ok(Next::Flow(flow)) => {
            drop(iterator);
            settle(vm, frame, Ok(flow))
        }
        Err(exc) => unwind::raise(vm, frame, exc),
    }
}

/// Goes on with the frame on top without leaving the evaluation loop: native frames are polled here, until a Python frame
/// is on top or the outer loop has something to do. What has run is accounted for.
pub fn go_on(vm: &mut Vm) -> Settled {
    loop {
        if vm.stack.count() <= vm.base {
            return Settled::Gone;
        }
        let begins = vm.stack.inbox.is_none();
        let is_native = match vm.stack.top().last() {
            Some(AnyFrame::Native(_)) => true,
            Some(AnyFrame::Python(_)) if begins => return Settled::Go(super::settle::pop_python(vm)),
            Some(AnyFrame::Python(_)) => false,
            None => return Settled::Gone,
        };
        if vm.is_due(0) || vm.stop.is_some() || finalizer::pending() {
            return Settled::Gone;
        }
        match vm.stack.pop() {
            Some(AnyFrame::Native(frame)) if is_native => {
                if let Some(block) = super::run::poll(vm, frame) {
                    vm.stack.asks = Some(block);
                    return Settled::Gone;
                }
            }
            Some(AnyFrame::Python(frame)) => {
                return match vm.stack.inbox.take() {
                    Some(Inbox::Value(result)) => settle_answer(vm, frame, result.map(Flow::Done)),
                    _ => unreachable!("only native frames ask for steps and blocks"),
                };
            }
            _ => unreachable!("just seen"),
        }
    }
}

/// `yield`: suspends `frame`, whose `after` says where the value sent goes.
#[inline(never)]
pub fn yield_value(vm: &mut Vm, mut frame: Box<Frame>, value: Value) {
    let is_async = frame.generator.as_ref().is_some_and(|g| g.kind == GeneratorKind::AsyncGenerator);
    if is_async {
        if vm.watched {
            let told;
            (frame, told) = trace_function::returns(vm, frame, &value);
            if let Err(exc) = told {
                vm.stack.push(AnyFrame::Python(frame));
                vm.stack.inbox = Some(Inbox::Value(Err(exc)));
                return;
            }
        }
        let generator = frame.generator.take().expect("just seen");
        generator.running_async.set(false);
        generator.state.replace(GeneratorState::Idle(AnyFrame::Python(frame)));
        vm.stack.inbox = Some(Inbox::Value(Ok(value)));
        return;
    }
    vm.stack.push(AnyFrame::Python(frame));
    suspend(vm, value);
}

/// Suspends the innermost chain with `value` for whoever resumed it.
pub fn suspend(vm: &mut Vm, value: Value) {
    if vm.watched
        && let Err(exc) = trace_function::suspends(vm, &value)
    {
        vm.stack.inbox = Some(Inbox::Value(Err(exc)));
        return;
    }
    let mut segment = vm.stack.pop_segment();
    if let Some(AnyFrame::Native(innermost)) = segment.frames.last_mut() {
        innermost.waits_for = future_await::waited_natively(&value);
    }
    let then = segment.then.take();
    let step = match &segment.root {
        Root::Value(_) => Inbox::Value(Ok(value)),
        Root::Step(_) => Inbox::Step(Step::Yield(value)),
        Root::Thread | Root::Nested | Root::Finalizers(_) => {
            // Nothing drives this chain: it cannot be suspended.
            vm.stack.depth += segment.frames.len();
            vm.stack.put_segment(segment);
            vm.stack.inbox =
                Some(Inbox::Value(Err(runtime_error("this code runs inside a call that cannot be suspended"))));
            return;
        }
    };
    if let Root::Value(generator) | Root::Step(generator) = segment.root {
        segment.frames[0].set_generator(None);
        generator.state.replace(GeneratorState::Suspended(segment.frames));
    }
    match (then, step) {
        (Some(then), Inbox::Value(Ok(value))) => {
            let flow = then.value(vm, value);
            super::then::answer_step(vm, flow);
        }
        (_, step) => vm.stack.inbox = Some(step),
    }
}
