//! Raising: the traceback grows frame by frame until a handler of the exception table takes the exception.

use std::cell::RefCell;
use std::rc::Rc;

use super::complete;
use super::core::Vm;
use super::monitor;
use super::settle::{Settled, end_loop, is_stop_iteration};
use super::then::go_on_with;
use super::trace_function;
use crate::bytecode::Op;
use crate::objects::code::CodeObject;
use crate::objects::exception::Traceback;
use crate::objects::finalizer;
use crate::objects::frame::{AnyFrame, Frame, FrameObject};
use crate::objects::{Exc, Value, types};

/// Raises `exc` at the instruction before `frame.pc`: the traceback gets this frame, the context is set if the
/// exception is new here.
pub fn raise(vm: &mut Vm, frame: Box<Frame>, exc: Exc) -> Settled {
    let waited = chained(vm, &frame, &exc);
    if !waited {
        raised_by_native(vm, Some(&frame), &exc);
    }
    raise_here(vm, frame, exc, waited)
}

/// Sets the context of an exception that is new: a native function, or a native coroutine without any frame of the
/// program's between it and the task that it is of, has raised it while something was handled.
pub fn raised_by_native(vm: &Vm, frame: Option<&Frame>, exc: &Exc) {
    if is_new(exc) && exc.data().context.borrow().is_none() {
        set_context(vm, frame, exc);
    }
}

/// Whether no code of the program has seen the exception: at most native functions have raised it, whose traceback
/// shows CPython's library.
fn is_new(exc: &Exc) -> bool {
    let mut next = exc.data().traceback.borrow().clone();
    while let Some(entry) = next {
        if !entry.frame.code.code.instrs.is_empty() {
            return false;
        }
        next = entry.next.borrow().clone();
    }
    true
}

/// An exception that was thrown into a chain, or what it has become, gets as its context what each frame of the chain
/// handles, and nothing of what whoever throws handles (Objects/genobject.c `gen_send_ex2`, Python/errors.c
/// `_PyErr_ChainStackItem`). Whether `frame` waited so.
fn chained(vm: &mut Vm, frame: &Frame, exc: &Exc) -> bool {
    let segment = &mut vm.stack.top;
    let index = segment.frames.len();
    if segment.into.take() != Some(index) {
        if index >= segment.thrown {
            return false;
        }
        segment.thrown = index;
    }
    if let Some(handled) = &frame.handled {
        exc.set_context(handled);
    }
    true
}

/// Sets `__context__` to what is being handled now.
pub fn set_context(vm: &Vm, frame: Option<&Frame>, exc: &Exc) {
    let handled = frame.and_then(|f| f.handled.clone()).or_else(|| vm.handled_below());
    if let Some(handled) = handled {
        exc.set_context(&handled);
    }
}

/// Raises `exc`, which a trace function has raised of the end of `frame`, at the statement after which it ends, whose
/// handlers are behind it.
#[cold]
pub fn raise_at_end(vm: &mut Vm, mut frame: Box<Frame>, exc: Exc) -> Settled {
    raised_by_native(vm, Some(&frame), &exc);
    let end = frame.pc;
    frame.pc = trace_function::falls_off(&frame).unwrap_or(end);
    add_traceback(&mut frame, &exc);
    frame.pc = end;
    let (frame, exc) = trace_function::raises(vm, frame, exc, false);
    propagate(vm, frame, exc)
}

/// `waited`: as [`chained`] says.
fn raise_here(vm: &mut Vm, mut frame: Box<Frame>, mut exc: Exc, waited: bool) -> Settled {
    add_traceback(&mut frame, &exc);
    if vm.watched {
        (frame, exc) = trace_function::raises(vm, frame, exc, waited);
    }
    propagate(vm, frame, exc)
}

/// Raises what left a handler once more, whose traceback has the frame's entry already.
pub fn raise_again(vm: &mut Vm, mut frame: Box<Frame>, mut exc: Exc) -> Settled {
    if vm.watched {
        (frame, exc) = monitor::raises_again(vm, frame, exc);
    }
    propagate(vm, frame, exc)
}

/// Goes on raising `exc` in `frame`, whose entry the traceback has already.
pub fn propagate(vm: &mut Vm, mut frame: Box<Frame>, mut exc: Exc) -> Settled {
    loop {
        if vm.stop.is_none()
            && let Some(handler) = frame.code.code.handler_at((frame.pc as u32).wrapping_sub(1)).copied()
        {
            let depth = handler.depth as usize;
            for slot in frame.slots[depth..].iter_mut().rev() {
                *slot = Value::Unset;
            }
            // What went with the operands ends where the exception came, before the handler runs.
            if finalizer::pending() {
                frame = super::finalize::run(vm, frame);
            }
            if let Some(object) = &frame.object
                && let Some(line) = raising_line(&frame.code, frame.pc.wrapping_sub(1))
            {
                object.raised_line.set(line);
            }
            frame.slots[depth] = exc.value();
            frame.pc = handler.target as usize;
            if vm.watched {
                let told = monitor::handles(vm, frame, &exc);
                frame = told.0;
                if let Err(new) = told.1 {
                    exc = new;
                    continue;
                }
            }
            return Settled::Go(frame);
        }
        if vm.watched {
            (frame, exc) = trace_function::unwinds(vm, frame, exc);
        }
        // The frame ends here: its variables live on in the frame object that the traceback holds.
        let first_temp = frame.code.code.first_temp();
        for slot in frame.slots[first_temp..].iter_mut().rev() {
            *slot = Value::Unset;
        }
        if finalizer::pending() {
            frame = super::finalize::run(vm, frame);
        }
        if frame.is_unmade() && exc.is_a(&types().stop_iteration) {
            exc = complete::no_stop_iteration("coroutine", exc);
        }
        let (generator, then) = (frame.generator.take(), frame.then.take());
        vm.recycle(frame);
        if let Some(then) = then {
            exc = match then.failed(vm, exc) {
                Ok(flow) => return go_on_with(vm, Ok(flow)),
                Err(exc) => exc,
            };
        }
        if generator.is_some() {
            complete::complete(vm, generator, Err(exc));
            return Settled::Gone;
        }
        match vm.stack.top().last() {
            Some(AnyFrame::Python(_)) => {
                let Some(AnyFrame::Python(caller)) = vm.stack.pop() else { unreachable!("just seen") };
                frame = caller;
                if is_stop_iteration(&exc) && end_loop(&mut frame) {
                    if vm.watched {
                        return trace_function::ends_loop(vm, frame, exc);
                    }
                    return Settled::Go(frame);
                }
                let waited = chained(vm, &frame, &exc);
                add_traceback(&mut frame, &exc);
                if vm.watched {
                    (frame, exc) = trace_function::raises(vm, frame, exc, waited);
                }
            }
            _ => {
                complete::complete(vm, None, Err(exc));
                return Settled::Gone;
            }
        }
    }
}

/// The line of an instruction that raises, as `f_lineno` gives it. None: one that raises again what has left a handler,
/// which stands where that was raised (`RERAISE` gives the frame back its place).
fn raising_line(code: &CodeObject, at: usize) -> Option<u32> {
    let (line, again) = (code.line(at), code.instrs[at].op == Op::Reraise);
    if line > 0 {
        return Some(line).filter(|_| !again);
    }
    let before = at.checked_sub(1)?;
    match code.instrs[before].op {
        Op::Jump => asked_last(code, at).map(|asked| code.line(asked)),
        _ => Some(code.line(before)).filter(|line| *line > 0),
    }
}

/// Where the last clause is asked that leads to `at` if it does not take the exception.
fn asked_last(code: &CodeObject, at: usize) -> Option<usize> {
    let asks = |n: &usize| code.instrs[*n].op == Op::JumpIfFalse && code.instrs[*n].operand() as usize == at;
    (0..at.saturating_sub(1)).rev().find(asks)
}

/// Where a frame stands that an exception leaves: past the clean-up of handlers, which has no line.
pub fn leaves_at(frame: &Frame) -> usize {
    let (code, at) = (&frame.code, frame.pc.wrapping_sub(1));
    let again = code.instrs.get(at).is_some_and(|raises| raises.op == Op::Reraise) && code.line(at) == 0;
    let raised = frame.object.as_ref().map_or(0, |object| object.raised_line.get());
    let stands = |pc: &usize| again && raised > 0 && code.line(*pc) == raised;
    (0..at).rev().find(stands).map_or(frame.pc, |pc| pc + 1)
}

/// The line at which a frame has ended.
pub fn ended_at(object: &FrameObject, code: &CodeObject, pc: usize) -> u32 {
    let at = pc.wrapping_sub(1);
    match object.raised_line.get() {
        line if line > 0 && code.instrs.get(at).is_some_and(|last| last.op == Op::Reraise) && code.line(at) == 0 => {
            line
        }
        _ => super::interp::standing_at(code, pc),
    }
}

/// The object that stands for a frame in tracebacks.
pub fn frame_object(frame: &mut Frame) -> Rc<FrameObject> {
    let line = frame.code.line(frame.pc.saturating_sub(1));
    frame.holds_more = true;
    let object = frame.object.get_or_insert_with(|| FrameObject::new(&frame.code, &frame.globals, line, Vec::new()));
    object.line.set(line);
    object.clone()
}

/// The entry of a frame that has not begun, into which `exc` is thrown.
pub fn add_unbegun(frame: &mut Frame, exc: &Exc) {
    let object = frame_object(frame);
    object.line.set(frame.code.code.first_line);
    let (line, pc) = (object.line.get(), frame.code.code.positions.len());
    let next = exc.data().traceback.take();
    let entry = Traceback { header: Default::default(), line, frame: object, pc, next: RefCell::new(next) };
    exc.data().traceback.replace(Some(Rc::new(entry)));
}

/// The entry of a frame whose beginning was refused by who was told of it: no part of the line runs.
pub fn add_refused(frame: &mut Frame, exc: &Exc) {
    add_unbegun(frame, exc);
    if let Some(entry) = &mut *exc.data().traceback.borrow_mut()
        && let Some(entry) = Rc::get_mut(entry)
    {
        entry.pc += 1;
    }
}

/// An exception that has passed through no frame gets an entry of the one that is running (`PyErr_FormatUnraisable`).
pub fn add_running(vm: &mut Vm, exc: &Exc) {
    if exc.data().traceback.borrow().is_some() {
        return;
    }
    let frames = vm.stack.segments_mut().rev().flat_map(|segment| segment.frames.iter_mut().rev());
    if let Some(frame) = frames.filter_map(AnyFrame::shown_mut).next() {
        // It may stand where a handler is left, which is on no line.
        let line = super::interp::standing_at(&frame.code, frame.pc);
        add_entry(frame, line, exc);
    }
}

fn add_traceback(frame: &mut Frame, exc: &Exc) {
    if frame.code.is_hidden() {
        return;
    }
    let line = frame.code.line(frame.pc.saturating_sub(1));
    add_entry(frame, line, exc);
}

fn add_entry(frame: &mut Frame, line: u32, exc: &Exc) {
    let object = frame_object(frame);
    object.line.set(line);
    let pc = frame.pc.saturating_sub(1);
    let next = exc.data().traceback.take();
    let entry = Traceback { header: Default::default(), line, frame: object, pc, next: RefCell::new(next) };
    exc.data().traceback.replace(Some(Rc::new(entry)));
}
