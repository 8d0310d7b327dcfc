//! The slow halves of the loop's instructions: operands of any kind, by the operators' protocols.

use super::cold::{Cold, store};
use super::core::Vm;
use super::registers::{clear, peek, read, write};
use super::settle::{apply_after, truth};
use super::{call, fast, texts};
use crate::bytecode::{Instr, Op, flag, reg};
use crate::objects::frame::{After, Frame};
use crate::objects::iter::Advance;
use crate::objects::ops::pairs::{self, Pair};
use crate::objects::ops::{self, BinaryOp, CompareOp};
use crate::objects::{Flow, PyResult, Value};

#[inline(never)]
pub fn binary(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    if i.op == Op::Add && texts::add(&mut frame.slots, i) || fast::mixed_arithmetic(&mut frame.slots, i) {
        return Ok(Cold::Next);
    }
    let op = binary_of(i.op);
    frame.after = After::Store(i.a);
    let inplace = i.flags & flag::INPLACE != 0;
    if let Some(method) = ops::first_function(op, inplace, peek(frame, i.b), peek(frame, i.c)) {
        return Ok(match operator_at_once(vm, frame, i, &method) {
            Some(answer) => store(frame, i.a, Flow::Done(answer)),
            None => call_operator(vm, frame, i, method),
        });
    }
    let a = read(frame, i.b);
    let b = read(frame, i.c);
    let flow = ops::binary(vm, op, inplace, &a, &b)?;
    Ok(store(frame, i.a, flow))
}

/// What the shortcut of the Python function that an operator asks first answers, which is no NotImplemented. The operands
/// are then used up.
fn operator_at_once(vm: &mut Vm, frame: &mut Frame, i: Instr, method: &Value) -> Option<Value> {
    let Value::Function(function) = method else { return None };
    function.code.shortcut.get()?;
    let mut args = [peek(frame, i.b).clone(), peek(frame, i.c).clone()];
    let answer = function.answer(vm, &mut args).filter(|answer| !matches!(answer, Value::NotImplemented))?;
    drop((read(frame, i.c), read(frame, i.b)));
    Some(answer)
}

/// Calls the Python function that an operator asks first. The operands stay until it has answered.
fn call_operator(vm: &mut Vm, frame: &mut Frame, i: Instr, method: Value) -> Cold {
    frame.after = After::Operator;
    let mut args = [peek(frame, i.b).clone(), peek(frame, i.c).clone()];
    if let Value::Function(function) = &method
        && function.code.enters_with.get() == 2
        && !vm.at_limit()
    {
        let mut called = vm.new_frame(&function.code, &function.globals);
        call::pass(&mut called, function, &mut args, 2);
        return Cold::Enter(called);
    }
    Cold::Flow(Flow::call(method, args.into()))
}

/// The first method of the operator before `frame.pc` has answered.
pub fn operator_answered(vm: &mut Vm, frame: &mut Frame, answer: Value) -> PyResult<Option<Flow>> {
    let i = frame.code.instrs[frame.pc - 1];
    frame.after = match i.op {
        Op::TestLt | Op::TestLe | Op::TestEq | Op::TestNe | Op::TestGt | Op::TestGe => After::Test { when: true },
        _ => After::Store(i.a),
    };
    // The right operand is let go after the left one.
    let (b, a) = (read(frame, i.c), read(frame, i.b));
    if !matches!(answer, Value::NotImplemented) {
        return apply_after(vm, frame, answer);
    }
    match comparison_of(i.op) {
        Some(op) => ops::compare_otherwise(vm, op, &a, &b),
        None => ops::binary_otherwise(vm, binary_of(i.op), i.flags & flag::INPLACE != 0, &a, &b),
    }
    .map(Some)
}

fn comparison_of(op: Op) -> Option<CompareOp> {
    Some(match op {
        Op::Lt | Op::TestLt | Op::TestLtInt => CompareOp::Lt,
        Op::Le | Op::TestLe | Op::TestLeInt => CompareOp::Le,
        Op::Eq | Op::TestEq | Op::TestEqInt => CompareOp::Eq,
        Op::Ne | Op::TestNe | Op::TestNeInt => CompareOp::Ne,
        Op::Gt | Op::TestGt | Op::TestGtInt => CompareOp::Gt,
        Op::Ge | Op::TestGe | Op::TestGeInt => CompareOp::Ge,
        _ => return None,
    })
}

fn comparison(i: Instr) -> CompareOp {
    comparison_of(i.op).unwrap_or_else(|| unreachable!("{} compares nothing", i.op.info().name))
}

fn binary_of(op: Op) -> BinaryOp {
    match op {
        Op::Add => BinaryOp::Add,
        Op::Sub => BinaryOp::Sub,
        Op::Mul => BinaryOp::Mul,
        Op::TrueDiv => BinaryOp::TrueDiv,
        Op::FloorDiv => BinaryOp::FloorDiv,
        Op::Mod => BinaryOp::Mod,
        Op::Pow => BinaryOp::Pow,
        Op::MatMul => BinaryOp::MatMul,
        Op::LShift => BinaryOp::LShift,
        Op::RShift => BinaryOp::RShift,
        Op::BitAnd => BinaryOp::And,
        Op::BitOr => BinaryOp::Or,
        Op::BitXor => BinaryOp::Xor,
        op => unreachable!("{} asks no method of two operands", op.info().name),
    }
}

/// An operator with the number in the instruction on its right.
#[inline(never)]
pub fn with_number(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    frame.after = After::Store(i.a);
    let number = i.c as i16 as i64;
    let (op, number) = match i.op {
        Op::AddInt if i.flags >> flag::SHIFT != 0 => (BinaryOp::Sub, -number),
        Op::AddInt => (BinaryOp::Add, number),
        Op::MulInt => (BinaryOp::Mul, number),
        Op::FloorDivInt => (BinaryOp::FloorDiv, number),
        Op::BitAndInt => (BinaryOp::And, number),
        Op::BitOrInt => (BinaryOp::Or, number),
        Op::BitXorInt => (BinaryOp::Xor, number),
        Op::LShiftInt => (BinaryOp::LShift, number),
        Op::RShiftInt => (BinaryOp::RShift, number),
        _ => (BinaryOp::Mod, number),
    };
    let a = read(frame, i.b);
    let flow = ops::binary(vm, op, i.flags & flag::INPLACE != 0, &a, &Value::Int(number))?;
    drop(a);
    Ok(store(frame, i.a, flow))
}

#[inline(never)]
pub fn compare(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    let op = comparison(i);
    frame.after = After::Store(i.a);
    if let Some(method) = ops::first_comparison(op, peek(frame, i.b), peek(frame, i.c)) {
        return Ok(match operator_at_once(vm, frame, i, &method) {
            Some(answer) => store(frame, i.a, Flow::Done(answer)),
            None => call_operator(vm, frame, i, method),
        });
    }
    let a = read(frame, i.b);
    let b = read(frame, i.c);
    let flow = ops::compare(vm, op, &a, &b)?;
    Ok(store(frame, i.a, flow))
}

/// A `Test…`: skips the next instruction if the comparison holds.
#[inline(never)]
pub fn test(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    let op = comparison(i);
    if let Some(method) = ops::first_comparison(op, peek(frame, i.b), peek(frame, i.c)) {
        return Ok(match operator_at_once(vm, frame, i, &method) {
            Some(answer) => tested(frame, Flow::Done(answer)),
            None => call_operator(vm, frame, i, method),
        });
    }
    let a = read(frame, i.b);
    let b = read(frame, i.c);
    test_values(vm, frame, op, &a, &b)
}

#[inline(never)]
pub fn test_number(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    let a = read(frame, i.b);
    test_values(vm, frame, comparison(i), &a, &Value::Int(i.c as i16 as i64))
}

fn test_values(vm: &mut Vm, frame: &mut Frame, op: CompareOp, a: &Value, b: &Value) -> PyResult<Cold> {
    Ok(tested(frame, ops::compare(vm, op, a, b)?))
}

fn tested(frame: &mut Frame, flow: Flow) -> Cold {
    frame.after = After::Test { when: true };
    match flow {
        Flow::Done(Value::Bool(true)) => Cold::Skip,
        Flow::Done(Value::Bool(false)) => Cold::Next,
        flow => Cold::Flow(flow),
    }
}

/// `JumpIfTrue`, `JumpIfFalse`.
#[inline(never)]
pub fn jump_if(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    let when = i.op == Op::JumpIfTrue;
    let value = read(frame, i.a);
    frame.after = After::JumpIf { when, target: i.operand() };
    match truth(vm, value)? {
        Ok(holds) if holds == when => frame.pc = i.operand() as usize,
        Ok(_) => {}
        Err(flow) => return Ok(Cold::Flow(flow)),
    }
    Ok(Cold::Next)
}

#[inline(never)]
pub fn load_item(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    if let Value::Dict(dict) = peek(frame, i.b)
        && let Some(Some(value)) = dict.get_simple(peek(frame, i.c))
    {
        clear(&mut frame.slots, i.c);
        clear(&mut frame.slots, i.b);
        write(frame, i.a, value);
        return Ok(Cold::Next);
    }
    frame.after = After::Store(i.a);
    let object = read(frame, i.b);
    let key = read(frame, i.c);
    let flow = ops::get_item(vm, &object, &key)?;
    drop(object);
    Ok(store(frame, i.a, flow))
}

/// `LoadItem`: the key is in the instruction.
#[inline(never)]
pub fn load_number(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    frame.after = After::Store(i.a);
    let object = read(frame, i.b);
    let flow = ops::get_item(vm, &object, &Value::Int(i.c as i16 as i64))?;
    drop(object);
    Ok(store(frame, i.a, flow))
}

/// What a step of a built-in's iterator came to that runs no Python: how many instructions follow that are done as well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stepped {
    /// The loop ends.
    End,
    Item,
    /// The items of a pair are where they are unpacked to.
    Pair,
    /// Nothing has happened.
    No,
}

/// `ForIter` where no Python runs.
#[inline(never)]
pub fn step(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Stepped> {
    let place = i.b & reg::SLOT;
    let Value::Iter(iter) = &frame.slots[place as usize] else { return Ok(Stepped::No) };
    let next = frame.code.instrs[frame.pc + 1];
    if next.op == Op::UnpackSequence && next.c == 2 && next.b == i.a | reg::TAKE && !vm.watched {
        match pairs::next(vm, iter)? {
            Pair::Of(first, second) => {
                write(frame, next.a, first);
                write(frame, next.a + 1, second);
                return Ok(Stepped::Pair);
            }
            Pair::End => {
                write(frame, place, Value::Unset);
                return Ok(Stepped::End);
            }
            Pair::Unknown => {}
        }
    }
    Ok(match iter.step()? {
        Some(item) => {
            write(frame, i.a, item);
            Stepped::Item
        }
        None => Stepped::No,
    })
}

/// `ForIter` of a built-in's iterator; `None`: slot b holds another one.
#[inline(never)]
pub fn next_item(vm: &mut Vm, frame: &mut Frame, i: Instr) -> Option<PyResult<Cold>> {
    let place = i.b & reg::SLOT;
    let Value::Iter(iter) = &frame.slots[place as usize] else { return None };
    let iter = iter.clone();
    Some(iter.advance(vm).map(|advance| match advance {
        Advance::Item(item) => {
            write(frame, i.a, item);
            Cold::Skip
        }
        Advance::End => {
            write(frame, place, Value::Unset);
            Cold::Next
        }
        Advance::Frame(future) => {
            frame.after = After::ForIter { slot: i.a, iterator: place };
            Cold::Flow(Flow::Frame(future))
        }
        Advance::Flow(flow) => {
            frame.after = After::ForIter { slot: i.a, iterator: place };
            Cold::Flow(flow)
        }
    }))
}

#[inline(never)]
pub fn store_item(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    frame.after = After::Discard;
    let mut value = read(frame, i.c);
    let object = read(frame, i.a);
    let mut key = read(frame, i.b);
    if let Value::Dict(dict) = &object {
        match dict.set_simple(key, value) {
            Ok(()) => return Ok(Cold::Next),
            Err(back) => (key, value) = back,
        }
    }
    Ok(match ops::set_item(vm, &object, &key, value)? {
        Flow::Done(_) => Cold::Next,
        flow => Cold::Flow(flow),
    })
}
