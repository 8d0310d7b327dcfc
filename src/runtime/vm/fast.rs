//! The fast halves of instructions on numbers: they answer at once or not at all, and touch nothing but registers.
//! Each gives false if it does not know the operands; then nothing has happened yet.

use super::registers::{at, clear, forget, pair, slot, slot_mut};
use crate::bytecode::{Instr, Op};
use crate::objects::Value;
use crate::objects::iter::IterKind;
use crate::objects::look::{change, look};

/// Whether a result can simply be written to the register: nothing is dropped there that could have a finalizer.
#[inline(always)]
fn takes_result(slots: &[Value], i: Instr) -> bool {
    slot(slots, i.a as usize).is_inline()
}

#[inline(always)]
fn store(slots: &mut [Value], i: Instr, value: Value) -> bool {
    forget(slots, i.b);
    forget(slots, i.c);
    slot_mut(slots, i.a as usize).set(value);
    true
}

/// Two numbers of which one is a float, as floats.
#[inline(always)]
fn floats(x: &Value, y: &Value) -> Option<(f64, f64)> {
    match (x, y) {
        (Value::Float(a), Value::Float(b)) => Some((*a, *b)),
        (Value::Int(a), Value::Float(b)) => Some((*a as f64, *b)),
        (Value::Float(a), Value::Int(b)) => Some((*a, *b as f64)),
        _ => None,
    }
}

/// `+`, `-`, `*` of two ints, if the result stays within 64 bits, or two floats.
#[inline(always)]
pub fn arithmetic(
    slots: &mut [Value],
    i: Instr,
    int: impl Fn(i64, i64) -> Option<i64>,
    float: impl Fn(f64, f64) -> f64,
) -> bool {
    if !takes_result(slots, i) {
        return false;
    }
    let result = match (slot(slots, at(i.b)), slot(slots, at(i.c))) {
        (Value::Int(a), Value::Int(b)) => match int(*a, *b) {
            Some(n) => Value::Int(n),
            None => return false,
        },
        (Value::Float(a), Value::Float(b)) => Value::Float(float(*a, *b)),
        _ => return false,
    };
    store(slots, i, result)
}

/// As [`arithmetic`], of an int and a float.
pub fn mixed_arithmetic(slots: &mut [Value], i: Instr) -> bool {
    let Some((a, b)) = floats(slot(slots, at(i.b)), slot(slots, at(i.c))) else { return false };
    let result = match i.op {
        Op::Add => a + b,
        Op::Sub => a - b,
        Op::Mul => a * b,
        _ => return false,
    };
    takes_result(slots, i) && store(slots, i, Value::Float(result))
}

/// Operators that only ints know.
#[inline(always)]
fn integers(slots: &mut [Value], i: Instr, int: impl Fn(i64, i64) -> Option<i64>) -> bool {
    match (slot(slots, at(i.b)), slot(slots, at(i.c))) {
        (Value::Int(a), Value::Int(b)) if takes_result(slots, i) => match int(*a, *b) {
            Some(n) => store(slots, i, Value::Int(n)),
            None => false,
        },
        _ => false,
    }
}

/// The operators on bits, of two ints.
#[inline(never)]
pub fn bits(slots: &mut [Value], i: Instr) -> bool {
    integers(slots, i, |a, b| bitwise(i.op, a, b))
}

/// The operators on bits, with the number in the instruction on the right.
#[inline(never)]
pub fn bits_number(slots: &mut [Value], i: Instr) -> bool {
    with_number(slots, i, |a, b| bitwise(i.op, a, b))
}

#[inline(always)]
fn bitwise(op: Op, a: i64, b: i64) -> Option<i64> {
    match op {
        Op::BitAnd | Op::BitAndInt => Some(a & b),
        Op::BitOr | Op::BitOrInt => Some(a | b),
        Op::BitXor | Op::BitXorInt => Some(a ^ b),
        Op::LShift | Op::LShiftInt => shift_left(a, b),
        _ => shift_right(a, b),
    }
}

/// `/`, `//` and `%`.
#[inline(never)]
pub fn division(slots: &mut [Value], i: Instr) -> bool {
    match i.op {
        Op::TrueDiv => divide(slots, i),
        Op::FloorDiv => integers(slots, i, floor_div),
        _ => integers(slots, i, floor_mod),
    }
}

/// `//` with the number in the instruction on the right.
#[inline(never)]
pub fn floor_div_number(slots: &mut [Value], i: Instr) -> bool {
    with_number(slots, i, floor_div)
}

/// `/` of floats and ints that are exact as floats.
#[inline(always)]
fn divide(slots: &mut [Value], i: Instr) -> bool {
    const EXACT: u64 = 1 << 53;
    let (x, y) = (slot(slots, at(i.b)), slot(slots, at(i.c)));
    let (a, b) = match (x, y) {
        (Value::Int(a), Value::Int(b)) if a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT => {
            (*a as f64, *b as f64)
        }
        _ => match floats(x, y) {
            Some(both) => both,
            None => return false,
        },
    };
    b != 0.0 && takes_result(slots, i) && store(slots, i, Value::Float(a / b))
}

/// An int and the number in the instruction.
#[inline(always)]
pub fn with_number(slots: &mut [Value], i: Instr, int: impl Fn(i64, i64) -> Option<i64>) -> bool {
    let Value::Int(a) = slot(slots, at(i.b)) else { return false };
    match int(*a, i.c as i16 as i64) {
        Some(n) if takes_result(slots, i) => {
            forget(slots, i.b);
            slot_mut(slots, i.a as usize).set(Value::Int(n));
            true
        }
        _ => false,
    }
}

/// A float and the whole number in the instruction, added.
#[inline(always)]
pub fn add_to_float(slots: &mut [Value], i: Instr) -> bool {
    let Value::Float(x) = slot(slots, at(i.b)) else { return false };
    let sum = x + i.c as i16 as f64;
    if !takes_result(slots, i) {
        return false;
    }
    forget(slots, i.b);
    slot_mut(slots, i.a as usize).set(Value::Float(sum));
    true
}

/// Writes a comparison's bool.
#[inline(always)]
pub fn store_bool(slots: &mut [Value], i: Instr, holds: bool) -> bool {
    slot_mut(slots, i.a as usize).put_new(|| Value::Bool(holds))
}

/// `a * b`. Most factors have 32 bits; a checked product of 64 bits is a call in WebAssembly.
#[inline(always)]
pub fn multiply(a: i64, b: i64) -> Option<i64> {
    if a as i32 as i64 == a && b as i32 as i64 == b { Some(a * b) } else { multiply_wide(a, b) }
}

#[inline(never)]
fn multiply_wide(a: i64, b: i64) -> Option<i64> {
    a.checked_mul(b)
}

/// Whether both are positive numbers of 31 bits: their division is a cheap one and needs no rounding down.
#[inline(always)]
fn both_short(a: i64, b: i64) -> bool {
    (a | b) as u64 >> 31 == 0 && b != 0
}

/// `a // b`; `None` if the result needs more than 64 bits, or of a division by zero.
#[inline(always)]
fn floor_div(a: i64, b: i64) -> Option<i64> {
    if both_short(a, b) { Some((a as u32 / b as u32) as i64) } else { floor_div_wide(a, b) }
}

#[inline(never)]
fn floor_div_wide(a: i64, b: i64) -> Option<i64> {
    let q = a.checked_div(b)?;
    Some(if (a % b != 0) && ((a < 0) != (b < 0)) { q - 1 } else { q })
}

/// `a % b`, with the sign of `b`.
#[inline(always)]
pub fn floor_mod(a: i64, b: i64) -> Option<i64> {
    if both_short(a, b) { Some((a as u32 % b as u32) as i64) } else { floor_mod_wide(a, b) }
}

#[inline(never)]
fn floor_mod_wide(a: i64, b: i64) -> Option<i64> {
    let r = a.checked_rem(b)?;
    Some(if r != 0 && ((r < 0) != (b < 0)) { r + b } else { r })
}

/// `a << b` within 64 bits.
#[inline(always)]
fn shift_left(a: i64, b: i64) -> Option<i64> {
    ((0..=31).contains(&b) && a as i32 as i64 == a).then(|| a << b)
}

/// `a >> b`
#[inline(always)]
fn shift_right(a: i64, b: i64) -> Option<i64> {
    (b >= 0).then(|| a >> b.min(63))
}

/// The truth of the values whose truth needs no asking.
#[inline(always)]
pub fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(b) => Some(*b),
        Value::None => Some(false),
        Value::Int(n) => Some(*n != 0),
        _ => None,
    }
}

/// What a fast half that may drop a counted reference came to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fast {
    Done,
    /// Done, and a counted reference was dropped: a finalizer may wait.
    Dropped,
    /// Nothing has happened.
    No,
}

impl Fast {
    #[inline(always)]
    pub fn done(dropped: bool) -> Fast {
        if dropped { Fast::Dropped } else { Fast::Done }
    }
}

/// Puts a copy of what the object in register `b` lends into slot `a`, and empties `b` if this was its last use.
#[inline(always)]
pub fn load_from(slots: &mut [Value], i: Instr, lend: impl Lend) -> Fast {
    let (a, b) = (i.a as usize, at(i.b));
    let Some((object, place)) = pair(slots, b, a) else { return load_in_place(slot_mut(slots, a), lend) };
    match lend.lend(object, |item| place.assign(item)) {
        Some(dropped) => Fast::done(dropped | clear(slots, i.b)),
        None => Fast::No,
    }
}

/// As [`load_from`], where the answer takes the object's place.
#[inline(never)]
fn load_in_place(place: &mut Value, lend: impl Lend) -> Fast {
    match lend.lend(place, Value::clone) {
        Some(item) => Fast::done(place.put(item)),
        None => Fast::No,
    }
}

/// A value inside an object, lent for the length of a call; `None`: the slow half must look.
pub trait Lend {
    fn lend<R>(&self, object: &Value, with: impl FnOnce(&Value) -> R) -> Option<R>;
}

/// The item of a list or tuple. `LITERAL`: the index is in the instruction; two types, so that each has code of its own
/// in the loop.
pub struct Item<const LITERAL: bool>(i64);

impl<const LITERAL: bool> Lend for Item<LITERAL> {
    #[inline(always)]
    #[expect(clippy::manual_map, reason = "a call where the page is optimised for size")]
    fn lend<R>(&self, object: &Value, with: impl FnOnce(&Value) -> R) -> Option<R> {
        let borrowed;
        let items: &[Value] = match object {
            Value::List(list) => {
                borrowed = look(&list.items);
                &borrowed
            }
            Value::Tuple(tuple) => &tuple.items,
            _ => return None,
        };
        match items.get(position(self.0, items.len())) {
            Some(item) => Some(with(item)),
            None => None,
        }
    }
}

/// Where an index counted from either end stands; out of range if there is no such item.
#[inline(always)]
fn position(index: i64, len: usize) -> usize {
    (if index < 0 { index + len as i64 } else { index }).try_into().unwrap_or(usize::MAX)
}

/// `x[n]` of a list or tuple.
#[inline(always)]
pub fn load_item(slots: &mut [Value], i: Instr) -> Fast {
    let Value::Int(n) = slot(slots, at(i.c)) else { return Fast::No };
    let item = Item::<false>(*n);
    let loaded = load_from(slots, i, item);
    if loaded != Fast::No && at(i.c) != i.a as usize {
        forget(slots, i.c);
    }
    loaded
}

/// As [`load_item`], with the number in the instruction.
#[inline(always)]
pub fn load_number(slots: &mut [Value], i: Instr) -> Fast {
    load_from(slots, i, Item::<true>(i.c as i16 as i64))
}

/// `x[n] = v` of a list whose old item and new one are held in place.
#[inline(always)]
pub fn store_item(slots: &mut [Value], i: Instr) -> Fast {
    let (Value::List(list), Value::Int(n), value) = (slot(slots, at(i.a)), slot(slots, at(i.b)), slot(slots, at(i.c)))
    else {
        return Fast::No;
    };
    let mut items = change(&list.items);
    let at = position(*n, items.len());
    match items.get_mut(at) {
        Some(place) if place.is_inline() && value.is_inline() => place.assign(value),
        _ => return Fast::No,
    };
    drop(items);
    forget(slots, i.b);
    forget(slots, i.c);
    Fast::done(clear(slots, i.a))
}

/// `for`: the next item of a range, a list or a tuple. No: it has ended, or it is another iterator.
#[inline(always)]
pub fn next_item(slots: &mut [Value], i: Instr) -> Fast {
    let Some((Value::Iter(iter), place)) = pair(slots, at(i.b), i.a as usize) else { return Fast::No };
    match &iter.kind {
        IterKind::Range { next, step, left } if left.get() > 0 => {
            let n = next.get();
            next.set(n.wrapping_add(*step));
            left.set(left.get() - 1);
            Fast::done(place.put_new(|| Value::Int(n)))
        }
        IterKind::List { list, index } if !iter.exhausted.get() => {
            let items = look(&list.items);
            let Some(item) = items.get(index.get()) else { return Fast::No };
            index.set(index.get() + 1);
            Fast::done(place.assign(item))
        }
        IterKind::Tuple { tuple, index } if !iter.exhausted.get() => {
            let Some(item) = tuple.items.get(index.get()) else { return Fast::No };
            index.set(index.get() + 1);
            Fast::done(place.assign(item))
        }
        _ => Fast::No,
    }
}

/// A tuple of as many items as there are slots for them.
#[inline(never)]
pub fn unpack_tuple(slots: &mut [Value], i: Instr) -> Fast {
    let (first, count, from) = (i.a as usize, i.c as usize, at(i.b));
    // Its own register may be among the slots.
    let Value::Tuple(tuple) = slot(slots, from) else { return Fast::No };
    if tuple.items.len() != count || slots.len() < first + count {
        return Fast::No;
    }
    let tuple = tuple.clone();
    clear(slots, i.b);
    let (_, places) = slots.split_at_mut(first);
    for (slot, item) in places.iter_mut().zip(tuple.items.iter()) {
        slot.assign(item);
    }
    Fast::Dropped
}
