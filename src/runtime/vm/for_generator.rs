//! `for` over a generator of the program, without leaving the evaluation loop: the fast halves of `ForIter` and `Yield`,
//! also where the generator yields from others.

use super::core::Core;
use super::registers::{at, read, slot, slot_mut};
use super::stack::Root;
use crate::bytecode::{Instr, reg};
use crate::objects::Value;
use crate::objects::cx::Taker;
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::generator::{GeneratorKind, GeneratorState};
use crate::objects::look::change;

/// `ForIter` of a generator: goes on in its frame, as the root of a segment above that of the loop. Nothing has happened if
/// it is false.
#[inline(never)]
pub fn begin_next(vm: &mut Core, frame: &mut Box<Frame>, i: Instr) -> bool {
    let iterator = i.b & reg::SLOT;
    let Value::Generator(generator) = slot(&frame.slots, iterator as usize) else { return false };
    if generator.kind != GeneratorKind::Generator || vm.watched || vm.at_limit() {
        return false;
    }
    let mut state = change(&generator.state);
    let sent_to = match &*state {
        GeneratorState::Created(AnyFrame::Python(_)) => None,
        GeneratorState::Suspended(frames) => match frames.last() {
            Some(AnyFrame::Python(frame)) => match frame.after {
                After::Store(slot) => Some(slot),
                _ => return false,
            },
            _ => return false,
        },
        _ => return false,
    };
    let (mut called, mut chain) = match std::mem::replace(&mut *state, GeneratorState::Running) {
        GeneratorState::Created(AnyFrame::Python(called)) => (called, std::mem::take(&mut vm.chain)),
        GeneratorState::Suspended(mut frames) => {
            let Some(AnyFrame::Python(called)) = frames.pop() else { unreachable!("just seen") };
            (called, frames)
        }
        _ => unreachable!("just seen"),
    };
    drop(state);
    if let Some(place) = sent_to {
        slot_mut(&mut called.slots, place as usize).put_new(|| Value::None);
    }
    let root = Root::Value(generator.clone());
    match chain.first_mut() {
        Some(outermost) => outermost.set_generator(Some(generator.clone())),
        None => {
            called.generator = Some(generator.clone());
            called.holds_more = true;
        }
    }
    frame.after = After::ForIter { slot: i.a, iterator };
    vm.stack.push(AnyFrame::Python(std::mem::replace(frame, called)));
    vm.stack.push_segment(chain, root);
    true
}

/// `Yield` of a generator to the loop that asked for the item: the loop's frame, taken off the stack. Or to native code that
/// takes it at once: the generator's own. Err: it is another `Yield`, of the frame given back.
#[inline(never)]
pub fn yield_next(vm: &mut Core, mut frame: Box<Frame>, i: Instr) -> Result<Box<Frame>, Box<Frame>> {
    let (place, skipped) = match who_asks(vm, &frame) {
        Some(Asks::Loop(place)) => (place, 1),
        Some(Asks::Call(place)) => (place, 0),
        Some(Asks::Taker(taker)) => {
            let place = slot_mut(&mut frame.slots, at(i.b));
            let item = if i.b & reg::TAKE != 0 { place.take() } else { place.clone() };
            match taker.take(item) {
                None => {
                    slot_mut(&mut frame.slots, at(i.a)).put(Value::None);
                    vm.spend(1);
                    return Ok(frame);
                }
                Some(item) => {
                    slot_mut(&mut frame.slots, at(i.b)).put(item);
                    return Err(frame);
                }
            }
        }
        None => return Err(frame),
    };
    let mut segment = vm.stack.pop_segment();
    let (Some(AnyFrame::Python(mut caller)), Root::Value(generator)) = (vm.stack.pop(), segment.root) else {
        unreachable!("just seen")
    };
    slot_mut(&mut caller.slots, place as usize).put(read(&mut frame, i.b));
    caller.pc += skipped;
    frame.after = After::Store(i.a);
    match segment.frames.first_mut() {
        Some(outermost) => outermost.set_generator(None),
        None => frame.generator = None,
    }
    segment.frames.push(AnyFrame::Python(frame));
    *change(&generator.state) = GeneratorState::Suspended(segment.frames);
    Ok(caller)
}

/// Who has asked for a generator's next item.
enum Asks<'a> {
    /// A loop, for this slot of its frame.
    Loop(u16),
    /// A call (`next`, `send`), likewise.
    Call(u16),
    Taker(&'a dyn Taker),
}

/// Who has asked for the item that `frame` yields, if nothing stands between them.
fn who_asks<'a>(vm: &'a Core, frame: &Frame) -> Option<Asks<'a>> {
    let kind = frame.generator.as_ref()?.kind;
    let top = &vm.stack.top;
    if vm.watched || kind != GeneratorKind::Generator || vm.stack.count() <= vm.base + 1 {
        return None;
    }
    if let Some(then) = &top.then {
        return then.taker().map(Asks::Taker);
    }
    match (&top.root, vm.stack.below()?.frames.last()?) {
        (Root::Value(_), AnyFrame::Python(caller)) => match caller.after {
            After::ForIter { slot, .. } => Some(Asks::Loop(slot)),
            After::Store(slot) => Some(Asks::Call(slot)),
            _ => None,
        },
        (Root::Step(_), AnyFrame::Native(native)) => native.taker.as_deref().map(Asks::Taker),
        _ => None,
    }
}
