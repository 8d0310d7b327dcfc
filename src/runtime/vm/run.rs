//! The outer loop: gives the frame on top what it waits for and runs it, Python or native, until the thread ends,
//! blocks, or the slice is used up.

use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::call::{Started, start};
use super::complete;
use super::core::Vm;
use super::delegation::{self, delegate_to};
use super::eval::{Exit, eval};
use super::generators;
use super::settle::{Settled, settle_answer};
use super::stack::{Inbox, Root};
use super::then::answer;
use super::{trace_function, trace_lines, unwind};
use crate::asyncio::future_await;
use crate::objects::cx::{Answer, Block, Request, Steps};
use crate::objects::exception::{Exc, PyResult, runtime_error};
use crate::objects::frame::{AnyFrame, NativeFrame};
use crate::objects::generator::{Generator, GeneratorKind, NativeCoroutine, Resume, Step};
use crate::objects::{Args, Flow, Interp, Value, finalizer, known, types};

/// Why the outer loop was left.
pub enum Outcome {
    /// The segment it was asked to run has ended; the inbox has its result.
    Done,
    /// The slice is used up.
    Preempted,
    /// The thread waits.
    Blocked(Block),
    /// `Core::stop` says why.
    Stopped,
}

/// Runs until no more than `base` segments are left.
pub fn run(vm: &mut Vm, base: usize) -> Outcome {
    loop {
        if vm.stop.is_some() {
            return Outcome::Stopped;
        }
        if vm.stack.count() <= base {
            return Outcome::Done;
        }
        if finalizer::pending() {
            super::finalize::begin(vm);
            continue;
        }
        vm.base = base;
        let outcome = match vm.stack.pop() {
            Some(AnyFrame::Python(frame)) => match vm.stack.inbox.take() {
                None => eval(vm, frame),
                Some(Inbox::Value(result)) => match settle_answer(vm, frame, result.map(Flow::Done)) {
                    Settled::Go(frame) => eval(vm, frame),
                    Settled::Gone => Exit::Switch,
                },
                Some(_) => unreachable!("only native frames ask for steps and blocks"),
            },
            Some(AnyFrame::Native(frame)) => match poll(vm, frame) {
                Some(block) => return Outcome::Blocked(block),
                None => Exit::Switch,
            },
            None => unreachable!("a segment without frames has been completed"),
        };
        if let Some(block) = vm.stack.asks.take() {
            return Outcome::Blocked(block);
        }
        if outcome == Exit::Preempted {
            if vm.watched && trace_function::takes_turn(vm) {
                trace_lines::line(vm);
                continue;
            }
            return Outcome::Preempted;
        }
        if vm.is_due(0) && vm.must_pause() {
            return Outcome::Preempted;
        }
    }
}

/// Goes on with a native frame (taken off the stack): gives what is in the inbox to whoever has coroutines stepped for
/// it, or polls it. Some: it asks to block.
pub fn poll(vm: &mut Vm, mut frame: Box<NativeFrame>) -> Option<Block> {
    if let Some(stepper) = frame.stepper.take() {
        match vm.stack.inbox.take() {
            Some(Inbox::Step(came)) => match stepper.next(vm, Some(came)) {
                Ok(Steps::Resume(coroutine, with)) => {
                    frame.stepper = Some(stepper);
                    vm.spend(1);
                    vm.stack.push(AnyFrame::Native(frame));
                    step(vm, &coroutine, with);
                    return None;
                }
                Ok(Steps::Over) => vm.stack.inbox = Some(Inbox::Value(Ok(Value::None))),
                Err(exc) => vm.stack.inbox = Some(Inbox::Value(Err(exc))),
            },
            other => vm.stack.inbox = other,
        }
    }
    frame.taker = None;
    let mail = vm.mail.clone();
    let inbox = vm.stack.inbox.take();
    // Not held: the frame may let it go.
    let thrown = match &inbox {
        Some(Inbox::Value(Err(exc))) => Some(Rc::downgrade(&exc.0)),
        _ => None,
    };
    match inbox {
        Some(Inbox::Value(result)) => mail.set_answer(Answer::Value(result)),
        Some(Inbox::Step(step)) => mail.set_answer(Answer::Step(step)),
        Some(Inbox::Woken(woken)) => mail.set_answer(Answer::Woken(woken)),
        None => {}
    }
    vm.spend(1);
    let before = mail.lend(vm.lend());
    let polled = frame.future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    vm.restore(mail.collect());
    if let Some(outer) = before {
        // A nested run polls within an outer poll: the outer frame's handle goes back to its place.
        mail.lend(outer);
    }
    match polled {
        Poll::Ready(result) => {
            let (generator, unmade) = (frame.generator.take(), frame.is_coroutine);
            drop(frame);
            if let Err(exc) = &result
                && thrown.is_none_or(|thrown| thrown.as_ptr() != Rc::as_ptr(&exc.0))
                && vm.stack.top().is_empty()
            {
                unwind::raised_by_native(vm, None, exc);
            }
            match (generator, result) {
                (None, Err(exc)) if unmade && exc.is_a(&types().stop_iteration) => {
                    complete::complete(vm, None, Err(complete::no_stop_iteration("coroutine", exc)));
                }
                (generator, result) => complete::complete(vm, generator, result),
            }
            None
        }
        Poll::Pending => {
            let request = mail.take_request().expect("native code awaits only what its Cx gives");
            vm.stack.push(AnyFrame::Native(frame));
            handle(vm, request)
        }
    }
}

/// Does what the native frame on top asks for.
fn handle(vm: &mut Vm, request: Request) -> Option<Block> {
    match request {
        Request::Finish(flow) => answer(vm, Ok(flow)),
        Request::Await(value) => await_value(vm, value),
        Request::Yield(value) => generators::suspend(vm, value),
        Request::Resume(Value::Generator(generator), with) => step(vm, &generator, with),
        Request::Steps(stepper, first, with) => {
            if let Some(AnyFrame::Native(frame)) = vm.stack.top().last_mut() {
                frame.stepper = Some(stepper);
            }
            step(vm, &first, with);
        }
        Request::Resume(object, with) => resume_object(vm, object, with),
        Request::Take(generator, taker) => {
            if let Some(AnyFrame::Native(frame)) = vm.stack.top().last_mut() {
                frame.taker = Some(taker);
            }
            step(vm, &generator, Resume::Send(Value::None));
        }
        Request::AsyncGenerator(generator, with) => resume_async_generator(vm, generator, with),
        Request::Block(block) => return Some(block),
        Request::Leave(woken) => {
            drop(vm.stack.pop());
            vm.stack.inbox = woken.map(Inbox::Woken);
        }
    }
    None
}

/// Steps a coroutine for the native frame on top.
fn step(vm: &mut Vm, coroutine: &Rc<Generator>, with: Resume) {
    if let Err(came) = generators::resume(vm, coroutine, with, true) {
        vm.stack.inbox = Some(Inbox::Step(came));
    }
}

/// Awaits `value` for the native frame on top: a coroutine's frames join the chain, other awaitables are delegated to.
fn await_value(vm: &mut Vm, value: Value) {
    if future_await::has_own_await(vm, &value)
        && let Value::Object(future) = &value
    {
        let cx = vm.cx();
        return answer(vm, Ok(Flow::frame(future_await::wait_owned(cx, future.clone()))));
    }
    if let Value::Generator(generator) = &value
        && generator.kind != GeneratorKind::AsyncGenerator
    {
        if let Err(step) = generators::chain(vm, generator, Resume::Send(Value::None)) {
            vm.stack.inbox = Some(Inbox::Value(match step {
                Step::Return(value) | Step::Yield(value) => Ok(value),
                Step::Raise(exc) => Err(exc),
            }));
        }
        return;
    }
    let cx = vm.cx();
    answer(
        vm,
        Ok(Flow::frame(async move {
            let iterator = cx
                .run(|i| match i.as_any().downcast_mut::<Vm>() {
                    Some(vm) => delegation::awaitable(vm, value, 0),
                    None => Ok(Flow::Done(value)),
                })
                .await?;
            match &iterator {
                Value::Generator(_) => cx.await_(&iterator).await,
                _ => delegate_to(cx.clone(), iterator, Value::None, None).await,
            }
        })),
    );
}

/// A step of an object that has `send` and `throw` of its own (a hand-written coroutine).
fn resume_object(vm: &mut Vm, object: Value, with: Resume) {
    let cx = vm.cx();
    let stepping = Flow::frame(async move {
        let (name, value) = match with {
            Resume::Send(value) => (known::SEND, value),
            Resume::Throw(exc) => (known::THROW, exc.value()),
        };
        let method = cx.run(|i| crate::objects::attribute::get_attr(i, &object, name)).await?;
        cx.call(&method, [value].into()).await
    });
    let Flow::Frame(future) = stepping else { unreachable!("made by Flow::frame") };
    let step = async move {
        match future.await {
            Ok(value) => Step::Yield(value),
            Err(exc) if exc.is_a(&types().stop_iteration) => Step::Return(exc.stop_value()),
            Err(exc) => Step::Raise(exc),
        }
    };
    // A generator whose only step is that one: its yield, return or raise is the answer.
    let cx = vm.cx();
    let future = Box::pin(async move {
        match step.await {
            Step::Yield(value) => cx.yield_(value).await,
            Step::Return(value) => Ok(value),
            Step::Raise(exc) => Err(exc),
        }
    });
    let generator = NativeCoroutine::new("step", future).object();
    if let Err(step) = generators::resume(vm, &generator, Resume::Send(Value::None), true) {
        vm.stack.inbox = Some(Inbox::Step(step));
    }
}

fn resume_async_generator(vm: &mut Vm, generator: Rc<Generator>, with: Resume) {
    generator.running_async.set(true);
    if let Err(step) = generators::chain(vm, &generator, with) {
        generator.running_async.set(false);
        let result: PyResult = match step {
            Step::Raise(exc) => {
                generator.closed_async.set(generator.is_closed());
                Err(exc)
            }
            _ => Err(Exc::new(&types().stop_async_iteration, vec![])),
        };
        vm.stack.inbox = Some(Inbox::Value(result));
    }
}

/// How many nested runs may stand on the host's stack.
const MAX_NESTED: usize = 60;

/// What a nested run may cost before the run is stopped.
const NESTED_BUDGET: u64 = 1_000_000;

/// What a module of the library may cost, with all that it imports (some make hundreds of models of their own), and what
/// the library does with a whole source.
const LONG_BUDGET: u64 = 200_000_000;

/// Runs a flow to its end without leaving the caller's Rust frame.
pub fn run_nested(vm: &mut Vm, flow: Flow) -> PyResult {
    run_within(vm, flow, NESTED_BUDGET)
}

/// Runs the body of a module of the library's to its end.
pub fn run_module_body(vm: &mut Vm, body: Value) -> PyResult {
    run_at_length(vm, Flow::call(body, Args::none()))
}

/// As [`run_nested`], of what may take as long as an import: within another nested run it is not counted as that one's.
pub fn run_at_length(vm: &mut Vm, flow: Flow) -> PyResult {
    let (is_within, fuel) = (vm.nested > 0, vm.fuel);
    let result = run_within(vm, flow, LONG_BUDGET);
    if is_within {
        vm.fuel = fuel;
    }
    result
}

fn run_within(vm: &mut Vm, flow: Flow, budget: u64) -> PyResult {
    let flow = match flow {
        Flow::Done(value) => return Ok(value),
        Flow::Frame(future) => return run_nested_frame(vm, future, budget),
        // Native functions need no stack of their own.
        Flow::Call(call) => match *call {
            (Value::Builtin(builtin), args) => {
                let flow = builtin.invoke(vm, args)?;
                return run_within(vm, flow, budget);
            }
            (callable, args) => Flow::call(callable, args),
        },
        // Its item needs a frame that it goes to.
        Flow::Resume(resuming) => {
            let cx = vm.cx();
            let item = Box::pin(async move { cx.finish(Ok(Flow::Resume(resuming))).await });
            return run_nested_frame(vm, item, budget);
        }
        flow => flow,
    };
    enter_nested(vm, budget, |vm| {
        match start(vm, flow)? {
            Started::Value(value) => return Ok(Some(value)),
            Started::Python(frame) => vm.stack.push(AnyFrame::Python(frame)),
            Started::Native(frame) => vm.stack.push(AnyFrame::Native(frame)),
            Started::Resumed => {}
        }
        Ok(None)
    })
}

fn run_nested_frame(vm: &mut Vm, future: crate::objects::function::NativeFuture, budget: u64) -> PyResult {
    enter_nested(vm, budget, |vm| {
        vm.stack.push(AnyFrame::Native(Box::new(NativeFrame::new(future, "nested"))));
        Ok(None)
    })
}

fn enter_nested(vm: &mut Vm, budget: u64, begin: impl FnOnce(&mut Vm) -> PyResult<Option<Value>>) -> PyResult {
    if vm.nested >= MAX_NESTED {
        return Err(vm.too_deep(""));
    }
    let base = vm.stack.count();
    let inbox = vm.stack.inbox.take();
    let frames = std::mem::take(&mut vm.chain);
    vm.stack.push_segment(frames, Root::Nested);
    // Slice and quantum end are looked at again afterwards; meanwhile the budget is the limit.
    let (fuel, alarm, cost) = (vm.fuel, vm.alarm, vm.cost);
    vm.fuel = budget as i64;
    vm.alarm = u64::MAX;
    vm.nested += 1;
    let started = begin(vm);
    let result = match started {
        Ok(Some(value)) => {
            vm.stack.pop_segment();
            Ok(value)
        }
        Err(exc) => {
            vm.stack.pop_segment();
            Err(exc)
        }
        Ok(None) => loop {
            break match run(vm, base) {
                Outcome::Done => match vm.stack.inbox.take() {
                    Some(Inbox::Value(result)) => result,
                    _ => Err(runtime_error("a nested call ended without a result")),
                },
                Outcome::Preempted => Err(vm.stop(crate::objects::interp::Stop::StepLimit)),
                Outcome::Blocked(block) => match vm.wait_nested(block) {
                    true => continue,
                    false => Err(runtime_error("stopped")),
                },
                Outcome::Stopped => Err(runtime_error("stopped")),
            };
        },
    };
    while vm.stack.count() > base {
        vm.stack.pop_segment();
    }
    vm.nested -= 1;
    vm.fuel = fuel - (vm.cost - cost) as i64;
    vm.alarm = alarm;
    vm.stack.inbox = inbox;
    result
}
