//! The awaits that programs spend their time in: of a coroutine of the program that has not begun, and of one of
//! asyncio's own that need not wait.

use std::rc::Rc;

use super::core::Core;
use super::generators::chain_root;
use super::registers::at;
use crate::bytecode::{Instr, Op, flag, reg};
use crate::objects::Value;
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::generator::{GeneratorKind, GeneratorState};
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

/// `Send` to a coroutine of the program that begins now: its frame, chained to those of who awaits it. `None`: nothing
/// has happened.
pub fn begin_awaited(vm: &mut Core, frame: &mut Frame, i: Instr) -> Option<Box<Frame>> {
    let iterator = i.b & reg::SLOT;
    let Value::Generator(generator) = &frame.slots[iterator as usize] else { return None };
    let sent = &frame.slots[at(i.a)];
    let is_plain = is_new_coroutine(&frame.slots[iterator as usize]) && (sent.is_unset() || sent.is_none());
    if !is_plain || vm.stack.depth + vm.native_depth >= vm.recursion_limit {
        return None;
    }
    let root = chain_root(vm).map(Rc::downgrade).unwrap_or_default();
    let state = std::mem::replace(&mut *change(&generator.state), GeneratorState::Chained(root));
    let GeneratorState::Created(AnyFrame::Python(mut called)) = state else { unreachable!("just seen") };
    called.generator = Some(generator.clone());
    frame.slots[at(i.a)].set(Value::Unset);
    frame.after = After::Send { slot: i.a & reg::SLOT, iterator };
    Some(called)
}

/// How many instructions await a value that the one before them has made.
pub const AWAITING: usize = 3;

/// The register for the result if the instructions from `pc` on await what is in register `made`, in the same line.
#[inline(always)]
pub fn awaited_register(instrs: &[Instr], pc: usize, made: u16) -> Option<u16> {
    let Some([get, none, send]) = instrs.get(pc..pc + AWAITING) else { return None };
    let awaits = get.op == Op::GetAwaitable && get.b == made | reg::TAKE && send.op == Op::Send;
    let in_line = (get.flags | none.flags | send.flags) & flag::LINE == 0;
    (awaits && in_line).then_some(send.a & reg::SLOT)
}
