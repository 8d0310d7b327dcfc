//! Calls that are done, or begun, where they stand, and the `await` of what they make with them: of native functions and
//! classes whose quick way knows the arguments, of coroutines and generators.

use std::rc::Rc;

use super::awaiting::after_await;
use super::call::{pass, suspended};
use super::core::Vm;
use super::super_method;
use crate::bytecode::{AWAITING, Instr, Op};
use crate::objects::frame::{After, Frame};
use crate::objects::function::{BuiltinCode, CoroutineFn};
use crate::objects::generator::NativeCoroutine;
use crate::objects::{Args, Value, instantiate, known, types};

/// What [`at_once`] came to.
pub enum AtOnce {
    /// So many instructions more are done besides.
    Done(usize),
    /// Those that await it as well, but for a turn of the loop to wait, or for what this coroutine of asyncio's comes to.
    GivesWay(Option<NativeCoroutine>),
}

/// `Call` of a native function or a built-in class whose quick way knows the arguments. `None`: nothing has happened, but
/// that in place of a bound method there may stand its function and the receiver, to be called so.
#[inline(never)]
pub fn at_once(vm: &mut Vm, frame: &mut Frame, i: Instr) -> Option<AtOnce> {
    let base = i.b as usize;
    let [callable, rest @ ..] = &mut frame.slots[base..] else { return None };
    let mut place = i.a;
    let mut done = AtOnce::Done(0);
    let answer = match callable {
        Value::Builtin(builtin) => {
            let args = if rest[0].is_unset() { &mut rest[1..=i.c as usize] } else { &mut rest[..=i.c as usize] };
            match builtin.code {
                BuiltinCode::Awaited(quick, make) | BuiltinCode::Yielding(quick, make) if !vm.at_limit() => {
                    let after = after_await(&frame.code.instrs, frame.pc).filter(|_| i.op == Op::CallAwait)?;
                    let After::Send { slot, .. } = after else { unreachable!("that of a Send") };
                    place = slot;
                    let yields = matches!(builtin.code, BuiltinCode::Yielding(..));
                    done = if yields { AtOnce::GivesWay(None) } else { AtOnce::Done(AWAITING) };
                    let answer = quick(vm, args);
                    if answer.is_none() {
                        let made = made_to_wait(vm, make, args)?;
                        callable.put_new(|| Value::Unset);
                        frame.after = after;
                        return Some(AtOnce::GivesWay(Some(made)));
                    }
                    answer
                }
                _ => builtin.answer(vm, args),
            }
        }
        Value::Method(method) if rest[0].is_unset() => {
            let receiver = method.receiver.clone();
            let builtin = match &method.function {
                Value::Builtin(builtin) => builtin,
                function @ Value::Function(_) => {
                    let function = function.clone();
                    rest[0] = receiver;
                    drop(std::mem::replace(callable, function));
                    return None;
                }
                _ => return None,
            };
            // `__aexit__` of `async with`.
            let is_awaited = matches!(builtin.code, BuiltinCode::Awaited(..)) && i.op == Op::CallAwait;
            if is_awaited {
                let After::Send { slot, .. } = after_await(&frame.code.instrs, frame.pc).filter(|_| !vm.at_limit())?
                else {
                    unreachable!("that of a Send")
                };
                place = slot;
                done = AtOnce::Done(AWAITING);
            }
            rest[0] = receiver;
            let args = &mut rest[..=i.c as usize];
            let answer = if is_awaited { builtin.awaited(vm, args) } else { builtin.answer(vm, args) };
            if answer.is_none() {
                rest[0] = Value::Unset;
            }
            answer
        }
        Value::Type(class) if i.c == 1 && rest[0].is_unset() => instantiate::at_once(class, &rest[1]),
        Value::Type(class) if i.c == 0 && rest[0].is_unset() && Rc::ptr_eq(class, &types().super_) => {
            return super_method::load(vm, frame, i).then_some(AtOnce::Done(1));
        }
        Value::Function(function) if function.code.shortcut.get().is_some() => {
            let from = rest[0].is_unset() as usize;
            function.answer(vm, &mut rest[from..=i.c as usize])
        }
        Value::Function(function) if function.code.suspends && vm.stack.origin_depth == 0 => {
            let with_self = !rest[0].is_unset();
            let count = i.c as usize + with_self as usize;
            if !function.code.takes_exactly(count) || vm.at_limit() {
                return None;
            }
            let mut called = vm.new_frame(&function.code, &function.globals);
            pass(&mut called, function, rest.split_at_mut(!with_self as usize).1, count);
            let line = super::interp::made_at(&frame.code, frame.pc);
            Some(suspended(function, called, line))
        }
        Value::Object(_) if rest[0].is_unset() => call_object(vm, callable, rest, i.c as usize),
        _ => return None,
    };
    let value = answer?;
    for slot in &mut frame.slots[base..base + 2 + i.c as usize] {
        slot.put_new(|| Value::Unset);
    }
    frame.slots[place as usize].put(value);
    Some(done)
}

/// What the native `__call__` of an object answers: of an `attrgetter` or `itemgetter`, whose quick way knows the argument.
#[inline(never)]
fn call_object(vm: &mut Vm, callable: &Value, args: &mut [Value], count: usize) -> Option<Value> {
    let object = callable.as_object()?;
    let Some(Value::Builtin(builtin)) = object.with_class(|class| class.lookup(known::CALL)) else { return None };
    let BuiltinCode::Quick(quick, _) = builtin.code else { return None };
    args[0] = callable.clone();
    let answer = quick(vm, &mut args[..=count]);
    if answer.is_none() {
        args[0] = Value::Unset;
    }
    answer
}

/// The coroutine of asyncio's that must wait, its arguments moved into it. If it refuses them it does so again where that
/// can be told.
#[inline(never)]
fn made_to_wait(vm: &mut Vm, make: CoroutineFn, args: &mut [Value]) -> Option<NativeCoroutine> {
    if vm.stack.origin_depth > 0 {
        return None;
    }
    let made = make(vm, Args::positional(args.iter().cloned())).ok()?;
    args.iter_mut().for_each(|arg| _ = arg.put_new(|| Value::Unset));
    Some(made)
}
