//! The instructions of awaits and of `yield`. First their fast halves, for the awaits that programs spend their time in:
//! of a coroutine of the program that has not begun, and of one of asyncio's own that need not wait.

use std::rc::Rc;

use super::call::pass;
use super::cold::{Cold, store};
use super::core::{Core, Vm};
use super::generators::{chain_root, go_on, suspend};
use super::registers::{at, peek, read, slot, slot_mut};
use super::settle::Settled;
use super::{async_iteration, delegation};
use crate::bytecode::{AWAITING, Instr, Op, reg};
use crate::objects::Value;
use crate::objects::code::CodeObject;
use crate::objects::exception::PyResult;
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::generator::{GeneratorKind, GeneratorState, NativeCoroutine};
use crate::objects::look::{change, look};

/// Whether a value is a coroutine of the program that has not begun: it may be awaited as it is.
#[inline(always)]
pub fn is_new_coroutine(value: &Value) -> bool {
    match value {
        Value::Generator(generator) => {
            generator.kind == GeneratorKind::Coroutine
                && matches!(&*look(&generator.state), GeneratorState::Created(AnyFrame::Python(_)))
        }
        _ => false,
    }
}

/// `GetANext` of an async generator that is asked for an item, not for the first time.
#[inline(always)]
pub fn is_idle_async_generator(value: &Value) -> bool {
    match value {
        Value::Generator(generator) => {
            generator.kind == GeneratorKind::AsyncGenerator
                && generator.hooks_done.get()
                && !generator.running_async.get()
                && !generator.closed_async.get()
        }
        _ => false,
    }
}

/// `Send` to a coroutine of the program that begins now, or to an async generator that goes on after a `yield`: its
/// frame, chained to those of who awaits it. `None`: nothing has happened.
#[inline(never)]
pub fn begin_awaited(vm: &mut Core, frame: &mut Frame, i: Instr) -> Option<Box<Frame>> {
    let iterator = i.b & reg::SLOT;
    let (Value::Generator(generator), sent) = (slot(&frame.slots, iterator as usize), slot(&frame.slots, at(i.a)))
    else {
        return None;
    };
    let mut state = change(&generator.state);
    let goes_on = match &*state {
        GeneratorState::Created(AnyFrame::Python(_)) if generator.kind == GeneratorKind::Coroutine => false,
        GeneratorState::Idle(AnyFrame::Python(frame)) if !vm.watched && matches!(frame.after, After::Store(_)) => true,
        _ => return None,
    };
    if vm.at_limit() || !(sent.is_unset() || sent.is_none()) {
        return None;
    }
    let root = chain_root(vm).map(Rc::downgrade).unwrap_or_default();
    let (GeneratorState::Created(AnyFrame::Python(mut called)) | GeneratorState::Idle(AnyFrame::Python(mut called))) =
        std::mem::replace(&mut *state, GeneratorState::Chained(root))
    else {
        unreachable!("just seen")
    };
    drop(state);
    if goes_on {
        generator.running_async.set(true);
        if let After::Store(slot) = called.after {
            slot_mut(&mut called.slots, slot as usize).put_new(|| Value::None);
        }
    }
    called.generator = Some(generator.clone());
    called.holds_more = true;
    slot_mut(&mut frame.slots, at(i.a)).set(Value::Unset);
    frame.after = After::Send { slot: i.a & reg::SLOT, iterator };
    Some(called)
}

/// `Yield` of an item of an async generator to a Python frame that awaits it: that frame, taken off the stack. Err: it is
/// another `Yield`, of the frame given back.
#[inline(never)]
pub fn yield_item(vm: &mut Core, mut frame: Box<Frame>, i: Instr) -> Result<Box<Frame>, Box<Frame>> {
    let frames = vm.stack.top();
    let (Some(generator), [.., AnyFrame::Python(caller)]) = (&frame.generator, &mut frames[..]) else {
        return Err(frame);
    };
    let After::Send { slot, iterator } = caller.after else { return Err(frame) };
    if vm.watched || generator.kind != GeneratorKind::AsyncGenerator {
        return Err(frame);
    }
    let (Some(AnyFrame::Python(mut caller)), Some(generator)) = (vm.stack.top().pop(), frame.generator.take()) else {
        unreachable!("just seen")
    };
    vm.stack.depth -= 1;
    slot_mut(&mut caller.slots, slot as usize).put(read(&mut frame, i.b));
    frame.after = After::Store(i.a);
    generator.running_async.set(false);
    *change(&generator.state) = GeneratorState::Idle(AnyFrame::Python(frame));
    slot_mut(&mut caller.slots, iterator as usize).put_new(|| Value::Unset);
    Ok(caller)
}

/// How a frame goes on whose instruction before `pc` is done with the `await` that follows it.
#[inline(always)]
pub fn after_await(instrs: &[Instr], pc: usize) -> Option<After> {
    let send = instrs.get(pc + AWAITING - 1)?;
    Some(After::Send { slot: send.a & reg::SLOT, iterator: send.b & reg::SLOT })
}

/// `CallAwait` of a coroutine function that needs no binding: its frame, with the arguments in
/// place. No object is made of the coroutine, and the instructions that await it are done. `None`: nothing has happened.
#[inline(never)]
pub fn enter_awaited(vm: &mut Core, frame: &mut Frame, i: Instr) -> Option<Box<Frame>> {
    let (_, slots) = frame.slots.split_at_mut(i.b as usize);
    let [Value::Function(function), receiver, ..] = slots else { return None };
    let first = 1 + receiver.is_unset() as usize;
    let count = i.c as usize + 2 - first;
    let code: &Rc<CodeObject> = &function.code;
    if code.awaits_with.get() as usize != count || vm.stack.origin_depth > 0 || vm.at_limit() {
        return None;
    }
    let after = after_await(&frame.code.instrs, frame.pc)?;
    if !function.naming.is(code.naming()) {
        return None;
    }
    let mut called = vm.frame_at_once(code, &function.globals);
    let Value::Function(function) = slots[0].take() else { unreachable!("just seen") };
    pass(&mut called, &function, slots.split_at_mut(first).1, count);
    frame.after = after;
    frame.pc += AWAITING;
    Some(called)
}

/// Goes on where `frame`, before the instructions that await what it has called, gives way: to the coroutine `to`, whose
/// value its `after` expects, or for a turn of the loop, with the result in place already. What has run is accounted for.
#[inline(never)]
pub fn give_way(vm: &mut Vm, mut frame: Box<Frame>, to: Option<NativeCoroutine>) -> Settled {
    frame.pc += AWAITING;
    match to {
        Some(coroutine) => {
            vm.spend(AWAITING as i64);
            vm.stack.push(AnyFrame::Python(frame));
            vm.stack.push(AnyFrame::Native(coroutine.frame()));
            vm.stack.inbox = None;
        }
        None => {
            vm.spend(AWAITING as i64 + 1);
            frame.after = After::GaveWay;
            vm.stack.push(AnyFrame::Python(frame));
            suspend(vm, Value::None);
        }
    }
    go_on(vm)
}

/// The slow half of these instructions; `frame.pc` is past it. Not part of `cold`, since asyncio's programs come here often,
/// and of that they need nothing else.
#[inline(never)]
pub fn execute(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    frame.after = After::Discard;
    let flow = match i.op {
        Op::GetAwaitable => {
            let value = read(frame, i.b);
            delegation::awaitable(vm, value, i.c)?
        }
        Op::GetAIter => {
            let value = read(frame, i.b);
            async_iteration::get_aiter(vm, value)?
        }
        Op::GetANext => {
            let value = peek(frame, i.b).clone();
            async_iteration::get_anext(vm, value)?
        }
        Op::Send => {
            frame.after = After::Send { slot: i.a & reg::SLOT, iterator: i.b & reg::SLOT };
            return Ok(Cold::Delegate(peek(frame, i.b).clone()));
        }
        Op::Yield => {
            frame.after = After::Store(i.a);
            return Ok(Cold::Yield(read(frame, i.b)));
        }
        op => unreachable!("{} awaits nothing", op.info().name),
    };
    Ok(store(frame, i.a, flow))
}
