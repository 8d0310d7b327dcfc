//! Exception handling: what is being handled, matching, raising, `with` statements.

use super::awaiting::after_await;
use super::cold::Cold;
use super::core::Vm;
use super::registers::{peek, read, write};
use super::unwind;
use crate::bytecode::{AWAITING, Instr, Op, awaited, flag, reg};
use crate::objects::exception::{Exc, PyResult, runtime_error, type_error};
use crate::objects::exception_group::{match_group, prep_reraise_star};
use crate::objects::exception_types::{Raised, exception_matches, make_exception};
use crate::objects::frame::{After, Frame};
use crate::objects::function::BuiltinCode;
use crate::objects::{Args, Flow, Value, attribute, known, type_name, type_of, types};

fn exception_in(frame: &Frame, register: u16) -> Exc {
    Exc::from_value(peek(frame, register)).expect("the compiler keeps an exception in this slot")
}

#[inline(never)]
pub fn execute(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    match i.op {
        Op::PushExcInfo => {
            let exc = exception_in(frame, i.b);
            let before = frame.handled.replace(exc);
            frame.holds_more = true;
            let before = before.map_or(Value::None, |e| e.value());
            write(frame, i.a, before);
        }
        Op::PopExcept => {
            let before = read(frame, i.a | reg::TAKE);
            let old = std::mem::replace(&mut frame.handled, Exc::from_value(&before));
            drop(old);
        }
        Op::CheckExcMatch => {
            let pattern = read(frame, i.c);
            let exc = exception_in(frame, i.b);
            let matches = exception_matches(vm, &exc, &pattern)?;
            write(frame, i.a, Value::Bool(matches));
        }
        Op::CheckEgMatch => {
            let pattern = read(frame, i.c);
            // Nothing is left after a clause that caught all.
            let (matched, rest) = match Exc::from_value(peek(frame, i.b)) {
                Some(exc) => match_group(vm, &exc, &pattern)?,
                None => (Value::None, Value::None),
            };
            if let Some(matched) = Exc::from_value(&matched) {
                frame.handled = Some(matched);
                frame.holds_more = true;
            }
            write(frame, i.a, matched);
            write(frame, i.a + 1, rest);
        }
        Op::PrepReraiseStar => {
            let raised = read(frame, i.c);
            let original = exception_in(frame, i.b);
            let raised = match &raised {
                Value::List(list) => list.items.borrow().clone(),
                _ => Vec::new(),
            };
            let result = prep_reraise_star(vm, &original, &raised)?;
            write(frame, i.a, result);
        }
        Op::Raise => return raise(vm, frame, i),
        Op::Reraise => {
            let value = read(frame, i.a | reg::TAKE);
            let exc = Exc::from_value(&value).expect("the compiler keeps an exception in this slot");
            return Ok(Cold::Reraise(exc));
        }
        Op::EndAsyncFor => {
            let value = read(frame, i.a | reg::TAKE);
            let exc = Exc::from_value(&value).expect("the compiler keeps an exception in this slot");
            if !exc.is_a(&types().stop_async_iteration) {
                return Ok(Cold::Reraise(exc));
            }
        }
        Op::LoadAssertionError => write(frame, i.a, Value::Type(types().assertion_error.clone())),
        Op::WithExceptStart => {
            let exc = exception_in(frame, i.c);
            let exit = peek(frame, i.b).clone();
            let traceback = exc.data().traceback.borrow().clone();
            let class = Value::Type(exc.class());
            let traceback = traceback.as_ref().map(crate::objects::frame_type::traceback_value).into();
            frame.after = After::Store(i.a);
            return Ok(Cold::Flow(Flow::call(exit, Args::from([class, exc.value(), traceback]))));
        }
        _ => unreachable!("not an instruction of handlers"),
    }
    Ok(Cold::Next)
}

#[inline(never)]
fn raise(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    if i.c == 0 {
        let handled = frame.handled.clone().or_else(|| vm.handled_below());
        return match handled {
            Some(exc) => Ok(Cold::Reraise(exc)),
            None => Err(runtime_error("No active exception to reraise")),
        };
    }
    let cause = if i.c == 2 { Some(read(frame, i.b)) } else { None };
    let value = read(frame, i.a);
    match make_exception(vm, &value)? {
        Raised::Exc(exc) => match cause {
            None => Err(raised_here(vm, frame, exc)),
            Some(Value::None) if frame.code.is_hidden() => Err(raised_in_c(vm, frame, exc)),
            Some(Value::None) => Err(raised_here(vm, frame, exc).with_cause(None)),
            Some(cause) => match make_cause(vm, &cause)? {
                Raised::Exc(cause) => Err(raised_here(vm, frame, exc).with_cause(Some(cause))),
                Raised::Flow(flow) => {
                    let cx = vm.cx();
                    Ok(Cold::Flow(Flow::frame(async move {
                        let cause = cx.finish(Ok(flow)).await?;
                        Err(exc.with_cause(Exc::from_value(&cause)))
                    })))
                }
            },
        },
        Raised::Flow(flow) => {
            let cx = vm.cx();
            Ok(Cold::Flow(Flow::frame(async move {
                let exc = cx.finish(Ok(flow)).await?;
                let exc =
                    Exc::from_value(&exc).ok_or_else(|| type_error("exceptions must derive from BaseException"))?;
                match cause {
                    None => Err(exc),
                    Some(cause) => Err(exc.with_cause(Exc::from_value(&cause))),
                }
            })))
        }
    }
}

#[cold]
#[inline(never)]
fn make_cause(vm: &mut Vm, cause: &Value) -> PyResult<Raised> {
    let derives = match cause {
        Value::Type(class) => class.is_exception(),
        other => Exc::from_value(other).is_some(),
    };
    if !derives {
        return Err(type_error("exception causes must derive from BaseException"));
    }
    make_exception(vm, cause)
}

/// `raise` sets the context also of an exception that was raised before.
fn raised_here(vm: &Vm, frame: &Frame, exc: Exc) -> Exc {
    unwind::set_context(vm, Some(frame), &exc);
    exc
}

/// `raise exc from None` in what is C in CPython: nothing is handled there.
fn raised_in_c(vm: &Vm, frame: &mut Frame, exc: Exc) -> Exc {
    frame.handled = None;
    raised_here(vm, frame, exc)
}

/// `BeforeWith`; `frame.pc` is past it.
#[inline(never)]
pub fn before_with(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    frame.after = After::Discard;
    let mut manager = read(frame, i.b);
    let is_async = i.flags & flag::ASYNC != 0;
    let (enter_name, exit_name) = if is_async { (known::AENTER, known::AEXIT) } else { (known::ENTER, known::EXIT) };
    let class = type_of(&manager);
    let Some(enter) = class.lookup(enter_name) else { return Err(no_protocol(&manager, is_async, false)) };
    let plain = attribute::is_plain_method(&enter);
    let enter = if plain { enter } else { attribute::bind_special(vm, &enter, &manager, &class)? };
    let Some(exit) = class.lookup(exit_name) else { return Err(no_protocol(&manager, is_async, true)) };
    let exit = attribute::bind_special(vm, &exit, &manager, &class)?;
    write(frame, i.a, exit);
    if is_async
        && plain
        && let Value::Builtin(enter) = &enter
        && let BuiltinCode::Awaited(quick, make) = enter.code
        && awaited(&frame.code.instrs, frame.pc, i.a + 1).is_some()
        && let Some(after @ After::Send { slot: place, .. }) = after_await(&frame.code.instrs, frame.pc)
    {
        if let Some(entered) = quick(vm, std::slice::from_mut(&mut manager)) {
            vm.spend(AWAITING as i64);
            frame.pc += AWAITING;
            write(frame, place, entered);
            return Ok(Cold::Next);
        }
        if vm.stack.origin_depth == 0 && !vm.at_limit() {
            frame.after = after;
            return make(vm, Args::one(manager)).map(Cold::Await);
        }
    }
    frame.after = After::Enter(i.a + 1);
    Ok(Cold::Flow(Flow::call(enter, if plain { Args::one(manager) } else { Args::none() })))
}

/// Python/ceval.c `BEFORE_WITH`: what is missing.
#[cold]
#[inline(never)]
fn no_protocol(manager: &Value, is_async: bool, exit: bool) -> Exc {
    let kind = if is_async { "asynchronous context manager" } else { "context manager" };
    let missed = match (exit, is_async) {
        (true, false) => " (missed __exit__ method)",
        (true, true) => " (missed __aexit__ method)",
        _ => "",
    };
    type_error(format!("'{}' object does not support the {kind} protocol{missed}", type_name(manager)))
}
