//! `sys.settrace` and `sys.setprofile`: functions of the program are told where its frames begin, come to a line, raise
//! and end (Python/legacy_tracing.c). Frames of the library are none of their business here: they are not CPython's.
//!
//! They are called where the frame stands, nested: they may do anything but wait.

use std::rc::Rc;

use super::allocations;
use super::core::Vm;
use super::monitor::{self, legacy};
use super::process::Threads;
use super::profile_function::{self, NativeCall};
use super::settle::{Settled, pop_python};
use super::stack::{Inbox, Stack};
use super::unwind::{frame_object, leaves_at};
use crate::bytecode::{Op, reg};
use crate::objects::code::CodeObject;
use crate::objects::exception::stop_iteration;
use crate::objects::frame::{After, AnyFrame, Frame, FrameObject};
use crate::objects::frame_type::{frame_value, traceback_value};
use crate::objects::{Args, Exc, Interp, PyResult, Value, finalizer, header, type_of, types};

/// A thread's trace function and its profile functions, one of which there is.
#[derive(Default)]
pub struct Tracer {
    function: Value,
    profile: Value,
    /// As the profile function, for cProfile, which has no part in that.
    collector: Value,
    /// As the profile function, for `sys.monitoring`, which is told of every event.
    pub(super) monitor: Value,
    /// The native functions that have been called and not returned, as far as the profile function has been told.
    pub(super) calls: Vec<NativeCall>,
    /// One of the functions is being called: what it does is not traced.
    busy: bool,
    /// The frame on top is at an instruction of which they are to be told.
    due: bool,
    /// A line begins there.
    pub(super) begins: bool,
    /// They have been told, and the frame may go on.
    pub(super) told: bool,
}

impl Tracer {
    /// Whether somebody is to be told of calls.
    fn profiles(&self) -> bool {
        [&self.profile, &self.collector, &self.monitor].iter().any(|function| !function.is_unset())
    }
}

/// One of the functions of a [`Tracer`].
pub type Place = fn(&mut Tracer) -> &mut Value;

pub const TRACE: Place = |tracer| &mut tracer.function;
pub const PROFILE: Place = |tracer| &mut tracer.profile;
pub const COLLECTOR: Place = |tracer| &mut tracer.collector;
pub const MONITOR: Place = |tracer| &mut tracer.monitor;

pub(super) fn put(stack: &mut Stack, place: Place, function: Value) {
    let tracer = stack.tracer.get_or_insert_default();
    *place(tracer) = function;
    if tracer.function.is_unset() && !tracer.profiles() {
        stack.tracer = None;
    }
}

impl Vm {
    /// The running thread's trace or profile function (`sys.gettrace`).
    pub fn trace_function(&mut self, place: Place) -> Option<Value> {
        self.stack.tracer.as_mut().and_then(|tracer| place(tracer).clone().some())
    }

    /// From now on somebody looks at lines that begin and frames that end.
    pub(super) fn notice_lines(&mut self) {
        (self.watched, self.tracing) = (true, true);
        self.log.ask_lines();
        // Where no lines were looked at before, none has begun.
        for segment in self.stack.segments_mut() {
            for frame in &mut segment.frames {
                if let AnyFrame::Python(frame) = frame {
                    frame.line = frame.line.max(frame.code.line(frame.pc.saturating_sub(1))).max(1);
                }
            }
        }
    }

    /// Sets it, or takes it away (`sys.settrace`). Frames that have begun are told of no lines.
    pub fn set_trace_function(&mut self, place: Place, function: Option<Value>) {
        if function.is_some() {
            self.notice_lines();
        }
        put(&mut self.stack, place, function.unwrap_or_default());
        profile_running(&mut self.stack);
    }

    /// Sets it for all threads (`threading.settrace_all_threads`).
    pub fn set_trace_function_of_all(&mut self, place: Place, function: Option<Value>) {
        self.set_trace_function(place, function.clone());
        if let Some(threads) = self.states.find::<Threads>() {
            for stack in threads.stacks.values_mut() {
                put(stack, place, function.clone().unwrap_or_default());
                profile_running(stack);
            }
        }
    }
}

/// The profile function is told of the end of the program's frames that have begun, and of what they call.
fn profile_running(stack: &mut Stack) {
    if stack.tracer.as_ref().is_none_or(|tracer| !tracer.profiles()) {
        return;
    }
    for segment in stack.segments_mut() {
        for frame in &mut segment.frames {
            if let AnyFrame::Python(frame) = frame
                && is_own(&frame.code)
            {
                frame_object(frame);
                profile_function::stop_at_calls(frame);
            }
        }
    }
}

/// Whether a block is the program's.
fn is_own(code: &CodeObject) -> bool {
    let own = !code.filename.starts_with("<stdlib>") && !code.filename.starts_with("<frozen");
    own && !code.is_hidden()
}

/// Whether what happens in a block is traced now.
pub(super) fn traces(vm: &Vm, code: &CodeObject) -> bool {
    is_own(code) && vm.stack.tracer.as_ref().is_some_and(|tracer| !tracer.busy)
}

/// Whether there is somebody to tell of `event` in `frame`: of "call" the thread's functions, of all else the frame's own
/// and, if it ends, the profile function.
fn concerns(vm: &Vm, frame: &Frame, event: &str) -> bool {
    let Some(tracer) = &vm.stack.tracer else { return false };
    let has_own = |object: &Rc<FrameObject>| !object.trace.borrow().is_unset();
    let told = !tracer.function.is_unset() && (legacy(event) == "call" || frame.object.as_ref().is_some_and(has_own));
    let profiled = tracer.profiles() && (is_for_profile(event) || !tracer.monitor.is_unset());
    (told || profiled) && traces(vm, &frame.code)
}

pub(super) fn has_profile(vm: &Vm) -> bool {
    vm.stack.tracer.as_ref().is_some_and(|tracer| tracer.profiles())
}

fn is_for_profile(event: &str) -> bool {
    matches!(legacy(event), "call" | "return" | "c_call" | "c_return" | "c_exception")
}

/// Whether the functions have just been told of the instruction at which the frame stands.
pub fn is_told(vm: &mut Vm) -> bool {
    vm.stack.tracer.as_mut().is_some_and(|tracer| std::mem::take(&mut tracer.told))
}

/// Whether `frame` is to be left before instruction `pc`, at which a line `begins` or not, so that the functions can be
/// told (`trace_lines::line`).
pub fn is_due(vm: &mut Vm, frame: &Frame, pc: usize, begins: bool) -> bool {
    let due = begins && concerns(vm, frame, if frame.line == 0 { "start" } else { "line" })
        || profile_function::is_due(vm, frame, pc);
    if let Some(tracer) = &mut vm.stack.tracer {
        (tracer.due, tracer.begins) = (due, begins);
    }
    due
}

/// Whether the frame on top has been left for `trace_lines::line`.
pub fn takes_turn(vm: &mut Vm) -> bool {
    vm.stack.tracer.as_mut().is_some_and(|tracer| std::mem::take(&mut tracer.due))
}

pub(super) fn top(vm: &mut Vm) -> Option<&mut Frame> {
    match vm.stack.top().last_mut() {
        Some(AnyFrame::Python(frame)) => Some(frame),
        _ => None,
    }
}

/// Tells of what happens in the frame on top, which stands before instruction `pc`.
pub(super) fn at(vm: &mut Vm, pc: usize, event: &str, argument: Value) -> PyResult<()> {
    let Some(frame) = top(vm) else { return Ok(()) };
    frame.pc = pc;
    match vm.frame_below(0) {
        Some(object) => tell(vm, &object, event, argument),
        None => Ok(()),
    }
}

/// Calls the functions for `event`, of a frame that is on the stack.
fn tell(vm: &mut Vm, object: &Rc<FrameObject>, event: &str, argument: Value) -> PyResult<()> {
    // What the frame has let go of is told of where it stands.
    if finalizer::pending() {
        super::finalize::drain(vm);
    }
    let given = match event {
        // Others than the monitor are not told why.
        "throw" | "unwind" => &Value::None,
        _ => &argument,
    };
    tell_trace_function(vm, object, legacy(event), given)?;
    for place in [PROFILE, COLLECTOR] {
        if is_for_profile(event)
            && let Some(function) = vm.trace_function(place)
        {
            let told = ask(vm, &function, object, legacy(event), given.clone());
            told.inspect_err(|_| put(&mut vm.stack, place, Value::Unset))?;
        }
    }
    monitor::hears(vm, object, event, argument)
}

/// For "call" the thread's trace function, which gives the frame's own, else that one. An exception of it ends the tracing.
fn tell_trace_function(vm: &mut Vm, object: &Rc<FrameObject>, event: &str, argument: &Value) -> PyResult<()> {
    let Some(function) = vm.trace_function(TRACE) else { return Ok(()) };
    let called = event == "call";
    let function = if called { function } else { object.trace.borrow().clone() };
    let unwanted = event == "line" && !object.traces_lines.get() || event.starts_with("c_");
    if function.is_unset() || unwanted {
        return Ok(());
    }
    let answer = ask(vm, &function, object, event, argument.clone()).inspect_err(|_| {
        put(&mut vm.stack, TRACE, Value::Unset);
        object.trace.replace(Value::Unset);
    })?;
    if called || !answer.is_none() {
        let old = object.trace.replace(if answer.is_none() { Value::Unset } else { answer });
        drop(old);
    }
    Ok(())
}

pub(super) fn ask(vm: &mut Vm, function: &Value, object: &Rc<FrameObject>, event: &str, argument: Value) -> PyResult {
    let set_busy = |vm: &mut Vm, busy| {
        if let Some(tracer) = &mut vm.stack.tracer {
            tracer.busy = busy;
        }
    };
    set_busy(vm, true);
    let answer = vm.call(function, Args::positional([frame_value(object), event.into(), argument]));
    set_busy(vm, false);
    answer
}

/// Tells of what happens in `frame`, which is not on the stack.
fn in_frame(vm: &mut Vm, frame: Box<Frame>, event: &str, argument: Value) -> (Box<Frame>, PyResult<()>) {
    if !concerns(vm, &frame, event) {
        return (frame, Ok(()));
    }
    let pc = frame.pc;
    vm.stack.push(AnyFrame::Python(frame));
    let told = at(vm, pc, event, argument);
    (pop_python(vm), told)
}

/// Tells of the end of `frame`, or that it gives way, with `value`. Err: the function's exception takes its place.
#[cold]
pub fn returns(vm: &mut Vm, mut frame: Box<Frame>, value: &Value) -> (Box<Frame>, PyResult<()>) {
    if header::notes_sites() {
        allocations::caller_goes_on(vm);
    }
    let Some(last) = frame.code.instrs.get(frame.pc.wrapping_sub(1)) else { return (frame, Ok(())) };
    if last.op == Op::Yield {
        return in_frame(vm, frame, "yield", value.clone());
    }
    if let Some(pc) = falls_off(&frame) {
        let end = std::mem::replace(&mut frame.pc, pc);
        let (mut frame, told) = in_frame(vm, frame, "return", value.clone());
        frame.pc = end;
        return (frame, told);
    }
    // A variable that is returned has been moved out.
    let slot = (last.a & reg::SLOT) as usize;
    let moved = last.op == Op::Return && last.a & reg::TAKE != 0 && slot < frame.code.code.first_temp();
    if !moved {
        return in_frame(vm, frame, "return", value.clone());
    }
    frame.slots[slot] = value.clone();
    let (mut frame, told) = in_frame(vm, frame, "return", value.clone());
    frame.slots[slot] = Value::Unset;
    (frame, told)
}

/// Where the frame stands that has come to the end of its block, or returns through a `finally`: in CPython the return
/// there has the line that led to it (Python/flowgraph.c `resolve_line_numbers`), here that of the last statement.
pub(super) fn falls_off(frame: &Frame) -> Option<usize> {
    let code = &frame.code;
    let own = |pc: usize| code.line(pc) == frame.line;
    let ends = frame.pc == code.instrs.len() || code.instrs[frame.pc - 1].op == Op::Return;
    let is_end = ends && frame.line > 0 && !own(frame.pc - 1);
    is_end.then(|| (0..frame.pc).rev().find(|&pc| own(pc)))?.map(|pc| pc + 1)
}

/// Whether a generator is being closed at a `yield` that nothing encloses: CPython lets go of its frame.
fn closes(frame: &Frame, exc: &Exc) -> bool {
    let at = (frame.pc as u32).wrapping_sub(1);
    let raised_again = frame.code.instrs.get(at as usize).is_some_and(|last| last.op == Op::Reraise);
    let thrown_in = frame.generator.is_some() && exc.is_a(&types().generator_exit) && !raised_again;
    thrown_in && frame.code.code.handler_at(at).is_none()
}

/// Tells of the end of `frame` by an exception, which the function's own may replace.
#[cold]
pub fn unwinds(vm: &mut Vm, frame: Box<Frame>, exc: Exc) -> (Box<Frame>, Exc) {
    if header::notes_sites() {
        allocations::caller_goes_on(vm);
    }
    if closes(&frame, &exc) {
        return (frame, exc);
    }
    let (mut frame, exc) = monitor::leaves(vm, frame, exc);
    let pc = frame.pc;
    frame.pc = leaves_at(&frame);
    let (mut frame, told) = in_frame(vm, frame, "unwind", described(&exc));
    frame.pc = pc;
    (frame, told.err().unwrap_or(exc))
}

/// The class, the exception, its traceback.
pub(super) fn described(exc: &Exc) -> Value {
    let traceback = exc.data().traceback.borrow().as_ref().map(traceback_value);
    Value::tuple([Value::Type(exc.class()), exc.value(), traceback.into()])
}

/// Tells of an exception that is raised in `frame` or has come to it, and that it goes on if it has been suspended and
/// the exception was thrown in (`waited`). The function's own may replace it.
#[cold]
pub fn raises(vm: &mut Vm, mut frame: Box<Frame>, exc: Exc, waited: bool) -> (Box<Frame>, Exc) {
    if closes(&frame, &exc) {
        return (frame, exc);
    }
    let mut told = Ok(());
    if waited {
        has_begun(&mut frame);
        (frame, told) = in_frame(vm, frame, "throw", described(&exc));
    }
    if told.is_ok()
        && let Some(call) = profile_function::raises(vm, &frame)
    {
        let pc = frame.pc;
        vm.stack.push(AnyFrame::Python(frame));
        told = profile_function::ends(vm, pc, call, ["c_exception", "fail"]);
        frame = pop_python(vm);
    }
    if told.is_ok() {
        (frame, told) = in_frame(vm, frame, "exception", described(&exc));
    }
    // CPython cleans up after what was awaited, at the same line, where the exception was thrown in.
    let last = frame.code.instrs.get(frame.pc.wrapping_sub(1));
    let awaited = waited && last.is_some_and(|last| last.op == Op::Send) && !exc.is_a(&types().stop_async_iteration);
    if told.is_ok() && awaited {
        (frame, told) = in_frame(vm, frame, "cleanup", Value::None);
    }
    (frame, told.err().unwrap_or(exc))
}

/// Tells of the StopIteration that a `__next__` of the program has raised, by which the loop of `frame` ends. CPython
/// clears what the function raises there along with that.
#[cold]
pub fn ends_loop(vm: &mut Vm, frame: Box<Frame>, exc: Exc) -> Settled {
    let (frame, _told) = in_frame(vm, frame, "exception", described(&exc));
    Settled::Go(frame)
}

/// Tells of the StopIteration with which CPython's awaited coroutines and generators give `value` to `frame`, or what has
/// to be raised in it instead.
#[cold]
pub fn delegate_ends(vm: &mut Vm, frame: Box<Frame>, value: &Value) -> (Box<Frame>, PyResult<()>) {
    in_frame(vm, frame, "stop", described(&stop_iteration(value.clone())))
}

/// As [`delegate_ends`], of what may be a future or another iterator, which raises.
#[cold]
pub fn awaited_ends(vm: &mut Vm, frame: Box<Frame>, value: &Value) -> (Box<Frame>, PyResult<()>) {
    let returns = match frame.after {
        After::Send { iterator, .. } => {
            matches!(&*type_of(&frame.slots[iterator as usize]).name(), "coroutine" | "generator")
        }
        After::Wait { .. } => false,
        _ => true,
    };
    let event = if returns { "stop" } else { "exception" };
    in_frame(vm, frame, event, described(&stop_iteration(value.clone())))
}

/// As [`ends_loop`], for the frame on top, whose loop is over a generator that has returned `value`.
#[cold]
pub fn generator_ends(vm: &mut Vm, value: &Value) {
    let frame = pop_python(vm);
    let (frame, _told) = delegate_ends(vm, frame, value);
    vm.stack.push(AnyFrame::Python(frame));
}

/// Tells of the innermost chain of frames, from its frame number `first`, that it goes on: of each, the outermost first.
/// Where an exception is thrown in, each goes on when that comes to it ([`raises`]).
#[cold]
pub fn resumes(vm: &mut Vm, first: usize) {
    if matches!(vm.stack.inbox, Some(Inbox::Value(Err(_)))) {
        return;
    }
    for number in first..vm.stack.top().len() {
        if let Err(exc) = chained(vm, number, "resume", Value::None) {
            vm.stack.inbox = Some(Inbox::Value(Err(exc)));
            return;
        }
    }
}

/// Tells of the innermost chain of frames that it gives way with `value`: of each, the innermost first. Err: that one
/// does not give way, a function's exception is raised in it.
#[cold]
pub fn suspends(vm: &mut Vm, value: &Value) -> PyResult<()> {
    let innermost = vm.stack.top().len().saturating_sub(1);
    for number in (0..=innermost).rev() {
        match chained(vm, number, "yield", value.clone()) {
            Err(exc) if number == innermost => return Err(exc),
            Err(exc) => super::report::unraisable(vm, &exc, &Value::None),
            Ok(()) => {}
        }
    }
    Ok(())
}

/// Whether a frame that is resumed has run before: then its line is known, also if nobody was to be told of lines.
fn has_begun(frame: &mut Frame) -> bool {
    if frame.line == 0 && frame.pc > 0 {
        frame.line = frame.code.line(frame.pc - 1).max(1);
    }
    frame.line > 0
}

fn chained(vm: &mut Vm, number: usize, event: &str, argument: Value) -> PyResult<()> {
    let Some(AnyFrame::Python(frame)) = vm.stack.top.frames.get_mut(number) else { return Ok(()) };
    // One that has not begun tells so at its first line.
    if !has_begun(frame) {
        return Ok(());
    }
    let Some(AnyFrame::Python(frame)) = vm.stack.top.frames.get(number) else { return Ok(()) };
    if !concerns(vm, frame, event) {
        return Ok(());
    }
    let inner = vm.stack.top()[number + 1..].iter().filter(|frame| is_shown(frame)).count();
    if let Some(object) = vm.frame_below(inner) {
        tell(vm, &object, event, argument)?;
    }
    if has_profile(vm)
        && let Some(AnyFrame::Python(frame)) = vm.stack.top.frames.get_mut(number)
    {
        profile_function::stop_at_calls(frame);
    }
    Ok(())
}

fn is_shown(frame: &AnyFrame) -> bool {
    matches!(frame, AnyFrame::Python(frame) if !frame.code.is_hidden())
}
