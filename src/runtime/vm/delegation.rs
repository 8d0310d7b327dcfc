//! What `await` and `yield from` delegate to (PEP 380, PEP 492).

use super::core::Vm;
use super::generators::{chain, go_on, suspend};
use super::settle::{Settled, settle};
use super::{for_generator, unwind};
use crate::asyncio::{future_await, futures};
use crate::bytecode::{Instr, Op, reg};
use crate::objects::exception::{Exc, runtime_error, type_error};
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::generator::{GeneratorKind, GeneratorState, Resume, Step, Thrown};
use crate::objects::iter::IterKind;
use crate::objects::ops::{self, Next};
use crate::objects::{Args, Cx, Flow, Interp, PyResult, Value, attribute, known, type_name, type_of, types};

/// `Send`: delegates from `frame` (its `after` is set) to the awaitable's iterator.
#[inline(never)]
pub fn delegate(vm: &mut Vm, mut frame: Box<Frame>, iterator: Value) -> Settled {
    if let Value::Object(_) = &iterator
        && let Some(future) = futures::as_future(&iterator)
    {
        // `Future.__await__`, without an iterator object.
        let own = futures::future(future);
        if own.done() {
            let result = own.get_result();
            if let Err(exc) = &result {
                unwind::set_context(vm, Some(&frame), exc);
            }
            return settle(vm, frame, result.map(Flow::Done));
        }
        if let Err(exc) = super::call::check_depth(vm) {
            return unwind::raise(vm, frame, exc);
        }
        if let After::Send { slot, iterator } = frame.after {
            frame.after = After::Wait { slot, iterator };
        }
        vm.spend(1);
        if let Err(exc) = own.begin_wait() {
            return unwind::raise(vm, frame, exc);
        }
        vm.stack.push(AnyFrame::Python(frame));
        suspend(vm, iterator);
        return go_on(vm);
    }
    let Value::Generator(generator) = &iterator else {
        return iterate(vm, frame, iterator);
    };
    if generator.kind == GeneratorKind::AsyncGenerator {
        generator.running_async.set(true);
    }
    let After::Send { slot, .. } = frame.after else { unreachable!("set by Send") };
    let sent = std::mem::replace(&mut frame.slots[slot as usize], Value::Unset);
    let sent = if sent.is_unset() { Value::None } else { sent };
    vm.stack.push(AnyFrame::Python(frame));
    match chain(vm, generator, Resume::Send(sent)) {
        Ok(()) => go_on(vm),
        Err(step) => {
            let frame = super::settle::pop_python(vm);
            match step {
                Step::Return(value) | Step::Yield(value) => settle(vm, frame, Ok(Flow::Done(value))),
                Step::Raise(exc) => unwind::raise(vm, frame, exc),
            }
        }
    }
}

/// `Send` to an iterator that is no generator. Where the next item of a native one is known at once, the frame yields it
/// and the instruction runs again with what is sent then; else a native frame delegates from here on.
fn iterate(vm: &mut Vm, mut frame: Box<Frame>, iterator: Value) -> Settled {
    let After::Send { slot, .. } = frame.after else { unreachable!("set by Send") };
    let sent = std::mem::take(&mut frame.slots[slot as usize]).some().unwrap_or(Value::None);
    let mut begun = None;
    if let Value::Iter(iter) = &iterator
        && sent.is_none()
        && !vm.watched
        && (!matches!(iter.kind, IterKind::Native(_)) || iter.class.lookup(known::THROW).is_none())
    {
        match ops::next(vm, &iterator) {
            Ok(Next::Item(item)) => return yield_again(vm, frame, slot, item),
            Ok(Next::End) => {
                let value = ops::stopped(&iterator).stop_value();
                return settle(vm, frame, Ok(Flow::Done(value)));
            }
            Ok(Next::Flow(flow)) => begun = Some(flow),
            Err(exc) => return settle(vm, frame, Err(exc)),
        }
    }
    let cx = vm.cx();
    settle(vm, frame, Ok(Flow::frame(delegate_to(cx, iterator, sent, begun))))
}

/// Yields an item of the iterator that `Send`, which has just run, delegates to; it runs again with what goes to `slot`.
fn yield_again(vm: &mut Vm, mut frame: Box<Frame>, slot: u16, item: Value) -> Settled {
    frame.pc -= 1;
    frame.after = After::Store(slot);
    frame.slots[slot as usize] = item;
    if !vm.is_due(0) {
        let yields = Instr::new(Op::Yield, slot, slot | reg::TAKE, 0);
        match for_generator::yield_next(vm, frame, yields) {
            Ok(asks) => return Settled::Go(asks),
            Err(yields) => frame = yields,
        }
    }
    let item = std::mem::take(&mut frame.slots[slot as usize]);
    vm.stack.push(AnyFrame::Python(frame));
    suspend(vm, item);
    go_on(vm)
}

/// Delegates to any iterator, as `yield from` does (PEP 380). `begun`: the first step, where that has begun.
pub async fn delegate_to(cx: Cx, iterator: Value, mut sent: Value, mut begun: Option<Flow>) -> PyResult {
    loop {
        let stepped = if let Some(flow) = begun.take() {
            cx.finish(Ok(flow)).await
        } else if sent.is_none() {
            cx.run(|i| next_flow(i, &iterator)).await
        } else {
            let method = cx.run(|i| attribute::get_attr(i, &iterator, known::SEND)).await?;
            cx.call(&method, [sent].into()).await
        };
        let mut item = match stepped {
            Ok(item) => item,
            Err(exc) if exc.is_a(&types().stop_iteration) => return Ok(exc.stop_value()),
            Err(exc) => return Err(exc),
        };
        sent = loop {
            match cx.yield_(item).await {
                Ok(value) => break value,
                Err(exc) => match throw_into(&cx, &iterator, exc).await {
                    Ok(next) => item = next,
                    Err(exc) if exc.is_a(&types().stop_iteration) => return Ok(exc.stop_value()),
                    Err(exc) => return Err(exc),
                },
            }
        };
    }
}

/// Stands in a suspended chain for a generator that is resumed by itself now: passes on what the chain is resumed with.
pub(super) async fn delegate_resumed(cx: Cx, generator: Value) -> PyResult {
    let mut sent = cx.answer();
    loop {
        let with = match sent {
            Ok(value) => Resume::Send(value),
            // What is delegated to is closed first.
            Err(exit) if exit.is_a(&types().generator_exit) => {
                // One that has ended meanwhile has nothing to close.
                if matches!(&generator, Value::Generator(own) if own.is_closed()) {
                    return Err(exit);
                }
                let own = Exc::new(&types().generator_exit, vec![]);
                let coroutine = matches!(&generator, Value::Generator(own) if own.is_coroutine());
                return match cx.resume(&generator, Resume::Throw(own)).await {
                    Step::Yield(_) if coroutine => Err(runtime_error("coroutine ignored GeneratorExit")),
                    Step::Yield(_) => Err(runtime_error("generator ignored GeneratorExit")),
                    Step::Raise(exc) if !super::finalize::is_silent(&exc) => Err(exc),
                    _ => Err(exit),
                };
            }
            Err(exc) => Resume::Throw(exc),
        };
        match cx.resume(&generator, with).await {
            Step::Yield(value) => sent = cx.yield_(value).await,
            Step::Return(value) => return Ok(value),
            Step::Raise(exc) => return Err(exc),
        }
    }
}

fn next_flow(i: &mut dyn Interp, iterator: &Value) -> PyResult<Flow> {
    Ok(match ops::next(i, iterator)? {
        Next::Item(value) => Flow::Done(value),
        Next::End => return Err(ops::stopped(iterator)),
        Next::Flow(flow) => flow,
    })
}

async fn throw_into(cx: &Cx, iterator: &Value, exc: Exc) -> PyResult {
    let is_exit = exc.is_a(&types().generator_exit);
    let name = if is_exit { known::CLOSE } else { known::THROW };
    let method = match cx.run(|i| attribute::get_attr(i, iterator, name)).await {
        Ok(method) => method,
        Err(missing) if missing.is_a(&types().attribute_error) => return Err(exc),
        // What an iterator raises that is asked for its `close` is only told (`gen_close_iter`).
        Err(other) if is_exit => {
            cx.enter(|i| i.unraisable(&other, iterator));
            return Err(exc);
        }
        Err(other) => return Err(other),
    };
    if is_exit {
        cx.call(&method, Args::none()).await?;
        return Err(exc);
    }
    let thrown = cx.enter(|i| i.states().get::<Thrown>().0.take());
    let given = thrown.filter(|(made, _)| std::ptr::eq(*made, &*exc.0)).map(|(_, given)| given);
    cx.call(&method, given.unwrap_or_else(|| [exc.value()].into())).await
}

/// `GetAwaitable`: what `await value` delegates to.
pub fn awaitable(vm: &mut Vm, value: Value, context: u16) -> PyResult<Flow> {
    if let Value::Generator(g) = &value
        && g.is_awaitable()
    {
        let awaited = match &*g.state.borrow() {
            GeneratorState::Running | GeneratorState::Chained(_) => g.is_coroutine(),
            _ => false,
        };
        if awaited {
            return Err(runtime_error("coroutine is being awaited already"));
        }
        return Ok(Flow::Done(value));
    }
    if future_await::has_own_await(vm, &value) {
        return Ok(Flow::Done(value));
    }
    let Some(method) = attribute::lookup_special(vm, &value, known::AWAIT)? else {
        let name = type_name(&value);
        return Err(type_error(match context {
            1 => format!("'async with' received an object from __aenter__ that does not implement __await__: {name}"),
            2 => format!("'async with' received an object from __aexit__ that does not implement __await__: {name}"),
            _ => format!("object {name} can't be used in 'await' expression"),
        }));
    };
    let cx = vm.cx();
    if let Value::Method(bound) = &method
        && let Value::Builtin(native) = &bound.function
    {
        // A native `__await__` gives an iterator for certain.
        return native.clone().invoke(vm, [bound.receiver.clone()].into());
    }
    Ok(Flow::frame(async move {
        let iterator = cx.call(&method, Args::none()).await?;
        if let Value::Generator(g) = &iterator
            && g.is_coroutine()
        {
            return Err(type_error("__await__() returned a coroutine"));
        }
        if !is_iterator(&iterator) {
            let name = type_name(&iterator);
            return Err(type_error(format!("__await__() returned non-iterator of type '{name}'")));
        }
        Ok(iterator)
    }))
}

/// Whether a value has `__next__`.
pub fn is_iterator(value: &Value) -> bool {
    match value {
        Value::Iter(_) => true,
        Value::Generator(g) => g.kind == GeneratorKind::Generator,
        other => type_of(other).lookup(known::NEXT).is_some(),
    }
}
