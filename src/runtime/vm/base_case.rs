//! Calls that the first test of their function answers: of `if n < 2: return n`, the base case of a recursion, there is no
//! frame to make.

use super::comparing::Order;
use super::core::Core;
use super::registers::at;
use crate::bytecode::{Instr, Op};
use crate::objects::Value;
use crate::objects::code::CodeObject;
use crate::objects::frame::Frame;

/// `Call` of a function that begins by comparing a parameter with a number and, if that holds, returns a parameter or a
/// constant: what the instructions done there cost. `cost`: that of the slice so far. 0: nothing has happened.
#[inline(always)]
pub fn answer(vm: &Core, frame: &mut Frame, i: Instr, cost: i64) -> i64 {
    match frame.slots.get(i.b as usize) {
        Some(Value::Function(function)) if begins_with_test(&function.code) => answer_tested(vm, frame, i, cost),
        _ => 0,
    }
}

#[inline(always)]
fn begins_with_test(code: &CodeObject) -> bool {
    code.instrs.first().is_some_and(|first| is_test(first.op))
}

#[inline(always)]
fn is_test(op: Op) -> bool {
    use Op::*;
    matches!(op, TestLtInt | TestLeInt | TestEqInt | TestNeInt | TestGtInt | TestGeInt)
}

#[inline(never)]
fn answer_tested(vm: &Core, frame: &mut Frame, i: Instr, cost: i64) -> i64 {
    let (base, end) = (i.b as usize, i.b as usize + 2 + i.c as usize);
    let Some([Value::Function(function), receiver, ..]) = frame.slots.get(base..end) else { return 0 };
    let given = &frame.slots[base + 1 + receiver.is_unset() as usize..end];
    let code = &function.code;
    let [test, jump, first, ..] = code.instrs[..] else { return 0 };
    let Some(Value::Int(number)) = given.get(at(test.b)) else { return 0 };
    if !Order::of_ints(*number, test.c as i16 as i64).satisfies(test.op, Op::TestLtInt) {
        return 0;
    }
    // A call that is refused, told of or due for a pause takes the whole way.
    let plain = jump.op == Op::Jump && code.enters_with.get() as usize == given.len();
    if !plain || vm.watched || vm.at_limit() || vm.is_due(cost) {
        return 0;
    }
    let returns = |n: usize| code.instrs.get(n).is_some_and(|last| last.op == Op::Return && at(last.a) == at(first.a));
    // A test with a number counts as three instructions.
    let (answer, spent) = match first.op {
        Op::Return => match given.get(at(first.a)) {
            Some(parameter) => (parameter.clone(), 3 + 1),
            None => return 0,
        },
        Op::LoadInt if returns(3) => (Value::Int(first.operand() as i32 as i64), 3 + 2),
        Op::LoadNone if returns(3) => (Value::None, 3 + 2),
        Op::LoadConst if returns(3) => (code.consts[first.operand() as usize].clone(), 3 + 2),
        _ => return 0,
    };
    for slot in &mut frame.slots[base..end] {
        slot.put_new(|| Value::Unset);
    }
    frame.slots[i.a as usize].put(answer);
    spent
}
