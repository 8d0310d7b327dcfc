//! Registers: the slots of a frame as the operands of instructions name them.

use crate::bytecode::{Instr, reg};
use crate::objects::Value;
use crate::objects::frame::Frame;

/// The number of a register's slot.
#[inline(always)]
pub fn at(register: u16) -> usize {
    (register & reg::SLOT) as usize
}

/// A slot. A check that fails costs the evaluation loop no more than a call: the compiler makes no other numbers.
#[inline(always)]
pub fn slot(slots: &[Value], n: usize) -> &Value {
    match slots.get(n) {
        Some(slot) => slot,
        None => no_slot(),
    }
}

/// As [`slot`], to change it.
#[inline(always)]
pub fn slot_mut(slots: &mut [Value], n: usize) -> &mut Value {
    match slots.get_mut(n) {
        Some(slot) => slot,
        None => no_slot(),
    }
}

#[cold]
#[inline(never)]
fn no_slot() -> ! {
    panic!("an instruction names a slot that its frame does not have")
}

/// A register's value: moved out at its last use, else copied.
#[inline(always)]
pub fn read(frame: &mut Frame, register: u16) -> Value {
    let place = slot_mut(&mut frame.slots, at(register));
    if register & reg::TAKE != 0 { std::mem::take(place) } else { place.copy() }
}

/// A register's value where it is.
#[inline(always)]
pub fn peek(frame: &Frame, register: u16) -> &Value {
    slot(&frame.slots, at(register))
}

#[inline(always)]
pub fn write(frame: &mut Frame, number: u16, value: Value) {
    slot_mut(&mut frame.slots, number as usize).put(value);
}

/// Two slots at once, unless they are the same.
#[inline(always)]
pub fn pair(slots: &mut [Value], x: usize, y: usize) -> Option<(&mut Value, &mut Value)> {
    // Not `get_disjoint_mut`, which is a loop over an array of indices when optimised for size.
    if x < y {
        let (left, right) = slots.split_at_mut(y);
        Some((slot_mut(left, x), slot_mut(right, 0)))
    } else if y < x {
        let (left, right) = slots.split_at_mut(x);
        Some((slot_mut(right, 0), slot_mut(left, y)))
    } else {
        None
    }
}

/// Empties a register that is read for the last time and holds no counted reference.
#[inline(always)]
pub fn forget(slots: &mut [Value], register: u16) {
    if register & reg::TAKE != 0 {
        slot_mut(slots, at(register)).set(Value::Unset);
    }
}

/// Empties a register that is read for the last time; whether that dropped a counted reference.
#[inline(always)]
pub fn clear(slots: &mut [Value], register: u16) -> bool {
    register & reg::TAKE != 0 && slot_mut(slots, at(register)).put_new(|| Value::Unset)
}

/// `Move`: whether the old value was a counted reference.
#[inline(always)]
pub fn copy_register(slots: &mut [Value], i: Instr) -> bool {
    match pair(slots, at(i.b), i.a as usize) {
        Some((source, place)) if i.b & reg::TAKE != 0 => place.take_from(source),
        Some((source, place)) => place.assign(source),
        None => false,
    }
}
