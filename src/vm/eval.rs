//! The evaluation loop: runs Python frames until something else must happen. The instructions that programs spend their
//! time in stand here with their fast paths; the others are in `cold`.

use super::cold::{self, Cold};
use super::core::Vm;
use super::settle::{Settled, settle};
use super::{call, generators};
use crate::bytecode::{Instr, Op, flag, reg};
use crate::objects::code::CodeObject;
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::iter::IterKind;
use crate::objects::ops::{self, BinaryOp, CompareOp};
use crate::objects::{Flow, PyResult, Value, finalizer};

/// Why the loop was left.
#[derive(PartialEq, Eq, Debug)]
pub enum Exit {
    /// Another frame is on top, or none.
    Switch,
    /// The slice is used up, or the machine wants to be asked; the frame is on top of the stack.
    Preempted,
}

/// A register's value: moved out at its last use, else copied.
#[inline(always)]
pub fn read(frame: &mut Frame, register: u16) -> Value {
    let slot = &mut frame.slots[(register & reg::SLOT) as usize];
    if register & reg::TAKE != 0 { std::mem::take(slot) } else { slot.clone() }
}

/// Empties a register that is read for the last time, after its value has been used in place.
#[inline(always)]
pub fn clear(frame: &mut Frame, register: u16) {
    if register & reg::TAKE != 0 {
        frame.slots[(register & reg::SLOT) as usize] = Value::Unset;
    }
}

/// A register's value where it is.
#[inline(always)]
pub fn peek(frame: &Frame, register: u16) -> &Value {
    &frame.slots[(register & reg::SLOT) as usize]
}

#[inline(always)]
pub fn write(frame: &mut Frame, slot: u16, value: Value) {
    frame.slots[slot as usize] = value;
}

/// Is the line event of a flagged instruction due? Not if the frame's last one was for the same line, except on a
/// back-edge that stays on its line.
fn begins_line(frame: &Frame, code: &CodeObject, i: Instr, pc: usize) -> bool {
    let line = code.line(pc);
    line != frame.line || i.op == Op::JumpBack && code.line(i.operand() as usize) == line
}

fn binary_slow(vm: &mut Vm, frame: &mut Frame, op: BinaryOp, i: Instr) -> PyResult<Flow> {
    if op == BinaryOp::Add
        && let (Value::Str(_), Value::Str(_)) = (peek(frame, i.b), peek(frame, i.c))
    {
        return concat(vm, frame, i);
    }
    let a = read(frame, i.b);
    let b = read(frame, i.c);
    ops::binary(vm, op, i.flags & flag::INPLACE != 0, &a, &b)
}

/// `a + b` of strs: `text += part` grows the text in place if nobody else holds it (`unicode_concatenate`).
fn concat(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Flow> {
    let slot = i.b & reg::SLOT;
    let rebinds = slot == i.a && slot != i.c & reg::SLOT;
    let mut a = if rebinds { std::mem::take(&mut frame.slots[slot as usize]) } else { read(frame, i.b) };
    let b = read(frame, i.c);
    if ops::append_str(&mut a, &b) {
        return Ok(Flow::Done(a));
    }
    let result = ops::binary(vm, BinaryOp::Add, false, &a, &b);
    if rebinds && result.is_err() {
        write(frame, slot, a);
    }
    result
}

fn compare_slow(vm: &mut Vm, frame: &mut Frame, op: CompareOp, x: u16, y: u16) -> PyResult<Flow> {
    let a = read(frame, x);
    let b = read(frame, y);
    ops::compare(vm, op, &a, &b)
}

/// Runs `frame` (not on the stack) until it and what it calls give way.
pub fn eval(vm: &mut Vm, mut frame: Box<Frame>) -> Exit {
    let mut cost: i64 = 0;
    'frame: loop {
        if finalizer::pending() {
            frame = super::finalize::run(vm, frame);
        }
        let code = frame.code.clone();
        let instrs = &code.instrs[..];
        let mut pc = frame.pc;

        // Goes on where execution goes on.
        macro_rules! go {
            ($settled:expr) => {
                match $settled {
                    Settled::Go(next) => {
                        frame = next;
                        continue 'frame;
                    }
                    Settled::Gone => {
                        vm.spend(cost);
                        return Exit::Switch;
                    }
                }
            };
        }
        // Goes on with what an operation came to; `frame.after` says what to do with its value.
        macro_rules! settle {
            ($result:expr) => {{
                let result = $result;
                go!(settle(vm, frame, result))
            }};
        }
        macro_rules! finalize {
            () => {
                if finalizer::pending() {
                    frame.pc = pc;
                    frame = super::finalize::run(vm, frame);
                }
            };
        }
        macro_rules! arithmetic {
            ($i:expr, $int:ident, $float:tt, $op:ident) => {{
                let i = $i;
                let known = match (peek(&frame, i.b), peek(&frame, i.c)) {
                    (Value::Int(a), Value::Int(b)) => a.$int(*b).map(Value::Int),
                    (Value::Float(a), Value::Float(b)) => Some(Value::Float(a $float b)),
                    (Value::Int(a), Value::Float(b)) => Some(Value::Float(*a as f64 $float b)),
                    (Value::Float(a), Value::Int(b)) => Some(Value::Float(a $float *b as f64)),
                    _ => None,
                };
                match known {
                    Some(value) => {
                        clear(&mut frame, i.b);
                        clear(&mut frame, i.c);
                        write(&mut frame, i.a, value);
                    }
                    None => {
                        frame.pc = pc;
                        frame.after = After::Store(i.a);
                        let result = binary_slow(vm, &mut frame, BinaryOp::$op, i);
                        match result {
                            Ok(Flow::Done(v)) => write(&mut frame, i.a, v),
                            result => settle!(result),
                        }
                    }
                }
            }};
        }
        macro_rules! comparison {
            ($i:expr, $test:tt, $op:ident, |$holds:ident| $then:expr, $after:expr) => {{
                let i = $i;
                let known = match (peek(&frame, i.b), peek(&frame, i.c)) {
                    (Value::Int(a), Value::Int(b)) => Some(a $test b),
                    (Value::Float(a), Value::Float(b)) => Some(a $test b),
                    _ => None,
                };
                match known {
                    Some($holds) => {
                        clear(&mut frame, i.b);
                        clear(&mut frame, i.c);
                        $then
                    }
                    None => {
                        frame.pc = pc;
                        frame.after = $after;
                        match compare_slow(vm, &mut frame, CompareOp::$op, i.b, i.c) {
                            Ok(Flow::Done(Value::Bool($holds))) => $then,
                            result => settle!(result),
                        }
                    }
                }
            }};
        }
        macro_rules! compare {
            ($i:expr, $test:tt, $op:ident) => {
                comparison!($i, $test, $op, |holds| write(&mut frame, $i.a, Value::Bool(holds)), After::Store($i.a))
            };
        }
        macro_rules! test {
            ($i:expr, $test:tt, $op:ident) => {{
                cost += 1;
                comparison!($i, $test, $op, |holds| pc += holds as usize, After::Test { when: true })
            }};
        }
        macro_rules! test_int {
            ($i:expr, $test:tt, $op:ident) => {{
                cost += 2;
                let i = $i;
                match peek(&frame, i.b) {
                    Value::Int(a) => {
                        pc += (*a $test i.c as i16 as i64) as usize;
                        clear(&mut frame, i.b);
                    }
                    _ => {
                        frame.pc = pc;
                        frame.after = After::Test { when: true };
                        let a = read(&mut frame, i.b);
                        match ops::compare(vm, CompareOp::$op, &a, &Value::Int(i.c as i16 as i64)) {
                            Ok(Flow::Done(Value::Bool(holds))) => pc += holds as usize,
                            result => settle!(result),
                        }
                    }
                }
            }};
        }
        macro_rules! with_int {
            ($i:expr, $fast:expr, $op:expr, $number:expr) => {{
                let i = $i;
                cost += 1;
                let fast: fn(i64, i64) -> Option<i64> = $fast;
                let done = match peek(&frame, i.b) {
                    Value::Int(a) => fast(*a, i.c as i16 as i64),
                    _ => None,
                };
                match done {
                    Some(n) => {
                        clear(&mut frame, i.b);
                        write(&mut frame, i.a, Value::Int(n));
                    }
                    None => {
                        frame.pc = pc;
                        frame.after = After::Store(i.a);
                        let a = read(&mut frame, i.b);
                        let result = ops::binary(vm, $op, i.flags & flag::INPLACE != 0, &a, &Value::Int($number));
                        drop(a);
                        match result {
                            Ok(Flow::Done(v)) => write(&mut frame, i.a, v),
                            result => settle!(result),
                        }
                    }
                }
            }};
        }

        loop {
            let i = instrs[pc];
            pc += 1;
            cost += 1;
            if i.flags & flag::LINE != 0 && vm.tracing && begins_line(&frame, &code, i, pc - 1) {
                if vm.log.take_unnamed() {
                    super::names::note_locals(vm, &frame);
                }
                if vm.halts_here() {
                    vm.spend(cost - 1);
                    vm.fuel = 0;
                    vm.halted = true;
                    frame.pc = pc - 1;
                    frame.after = After::Discard;
                    vm.stack.push(AnyFrame::Python(frame));
                    return Exit::Preempted;
                }
                frame.line = code.line(pc - 1);
                vm.line(&code, pc - 1);
            }
            match i.op {
                Op::Nop => {}
                Op::LoadConst => {
                    let value = code.consts[i.operand() as usize].clone();
                    write(&mut frame, i.a, value);
                    finalize!();
                }
                Op::LoadInt => {
                    write(&mut frame, i.a, Value::Int(i.operand() as i32 as i64));
                    finalize!();
                }
                Op::LoadNone => {
                    write(&mut frame, i.a, Value::None);
                    finalize!();
                }
                Op::Move => {
                    let value = read(&mut frame, i.b);
                    write(&mut frame, i.a, value);
                    finalize!();
                }
                Op::Drop => {
                    write(&mut frame, i.a, Value::Unset);
                    finalize!();
                }
                Op::LoadGlobal => {
                    let site = &code.sites[i.b as usize];
                    let cached = site.cached.get();
                    let found = match cached.class {
                        1 => frame.globals.names.borrow().at(cached.position as usize, site.name).cloned(),
                        2 if frame.globals.names.borrow().version() == cached.epoch => {
                            vm.builtins.names.borrow().at(cached.position as usize, site.name).cloned()
                        }
                        _ => None,
                    };
                    match found {
                        Some(value) => write(&mut frame, i.a, value),
                        None => match cold::load_global(vm, &frame, site) {
                            Ok(value) => write(&mut frame, i.a, value),
                            Err(exc) => {
                                frame.pc = pc;
                                settle!(Err(exc))
                            }
                        },
                    }
                }
                Op::Add => arithmetic!(i, checked_add, +, Add),
                Op::Sub => arithmetic!(i, checked_sub, -, Sub),
                Op::Mul => arithmetic!(i, checked_mul, *, Mul),
                Op::AddInt => {
                    let minus = i.flags >> flag::SHIFT != 0;
                    let n = i.c as i16 as i64;
                    match peek(&frame, i.b) {
                        Value::Int(a) if let Some(sum) = a.checked_add(n) => {
                            cost += 1;
                            clear(&mut frame, i.b);
                            write(&mut frame, i.a, Value::Int(sum));
                        }
                        Value::Float(x) => {
                            cost += 1;
                            let sum = x + n as f64;
                            clear(&mut frame, i.b);
                            write(&mut frame, i.a, Value::Float(sum));
                        }
                        _ => {
                            let (op, number) = if minus { (BinaryOp::Sub, -n) } else { (BinaryOp::Add, n) };
                            with_int!(i, |_, _| None, op, number)
                        }
                    }
                }
                Op::MulInt => with_int!(i, i64::checked_mul, BinaryOp::Mul, i.c as i16 as i64),
                Op::FloorDivInt => {
                    with_int!(i, floor_div, BinaryOp::FloorDiv, i.c as i16 as i64)
                }
                Op::ModInt => with_int!(i, floor_mod, BinaryOp::Mod, i.c as i16 as i64),
                Op::Lt => compare!(i, <, Lt),
                Op::Le => compare!(i, <=, Le),
                Op::Eq => compare!(i, ==, Eq),
                Op::Ne => compare!(i, !=, Ne),
                Op::Gt => compare!(i, >, Gt),
                Op::Ge => compare!(i, >=, Ge),
                Op::TestLt => test!(i, <, Lt),
                Op::TestLe => test!(i, <=, Le),
                Op::TestEq => test!(i, ==, Eq),
                Op::TestNe => test!(i, !=, Ne),
                Op::TestGt => test!(i, >, Gt),
                Op::TestGe => test!(i, >=, Ge),
                Op::TestLtInt => test_int!(i, <, Lt),
                Op::TestLeInt => test_int!(i, <=, Le),
                Op::TestEqInt => test_int!(i, ==, Eq),
                Op::TestNeInt => test_int!(i, !=, Ne),
                Op::TestGtInt => test_int!(i, >, Gt),
                Op::TestGeInt => test_int!(i, >=, Ge),
                Op::TestNone | Op::TestNotNone => {
                    cost += 1;
                    let is_none = read(&mut frame, i.b).is_none();
                    pc += (is_none == (i.op == Op::TestNone)) as usize;
                }
                Op::Jump => pc = i.operand() as usize,
                Op::JumpBack => {
                    pc = i.operand() as usize;
                    if vm.is_due(cost) {
                        vm.spend(cost);
                        cost = 0;
                        if vm.must_pause() {
                            frame.pc = pc;
                            frame.after = After::Discard;
                            vm.stack.push(AnyFrame::Python(frame));
                            return Exit::Preempted;
                        }
                    }
                }
                Op::JumpIfTrue | Op::JumpIfFalse => {
                    let when = i.op == Op::JumpIfTrue;
                    let known = match peek(&frame, i.a) {
                        Value::Bool(b) => Some(*b),
                        Value::None => Some(false),
                        Value::Int(n) => Some(*n != 0),
                        _ => None,
                    };
                    match known {
                        Some(truth) => {
                            clear(&mut frame, i.a);
                            if truth == when {
                                pc = i.operand() as usize;
                            }
                        }
                        None => {
                            frame.pc = pc;
                            frame.after = After::JumpIf { when, target: i.operand() };
                            let value = read(&mut frame, i.a);
                            settle!(Ok(Flow::Done(value)))
                        }
                    }
                }
                Op::ForIter => {
                    let item = match peek(&frame, i.b) {
                        Value::Iter(iter) => match &iter.kind {
                            IterKind::Range { next, step, left } if left.get() > 0 => {
                                let n = next.get();
                                next.set(n.wrapping_add(*step));
                                left.set(left.get() - 1);
                                Some(Value::Int(n))
                            }
                            IterKind::List { list, index } if !iter.exhausted.get() => {
                                let item = list.items.borrow().get(index.get()).cloned();
                                index.set(index.get() + 1);
                                item
                            }
                            IterKind::Native(_) => None,
                            // An error is raised by the slow path, which meets it again.
                            _ => iter.step().ok().flatten(),
                        },
                        _ => None,
                    };
                    match item {
                        Some(item) => {
                            write(&mut frame, i.a, item);
                            pc += 1;
                        }
                        None => {
                            frame.pc = pc;
                            go!(generators::for_iter(vm, frame, i))
                        }
                    }
                    finalize!();
                }
                Op::ListAppend => {
                    let value = read(&mut frame, i.b);
                    if let Value::List(list) = peek(&frame, i.a) {
                        list.items.borrow_mut().push(value);
                    }
                }
                Op::LoadAttr => match cold::cached_attr(&frame, &code, i) {
                    Some(value) => {
                        if i.b & reg::TAKE != 0 {
                            frame.slots[(i.b & reg::SLOT) as usize] = Value::Unset;
                        }
                        write(&mut frame, i.a, value);
                        finalize!();
                    }
                    None => {
                        frame.pc = pc;
                        let result = cold::load_attr(vm, &mut frame, &code, i);
                        settle!(result)
                    }
                },
                Op::LoadMethod => match cold::cached_method(&frame, &code, i) {
                    Some(function) => {
                        let receiver = read(&mut frame, i.b);
                        write(&mut frame, i.a, function);
                        write(&mut frame, i.a + 1, receiver);
                    }
                    None => {
                        frame.pc = pc;
                        match cold::load_method(vm, &mut frame, &code, i) {
                            Ok(None) => {}
                            Ok(Some(flow)) => settle!(Ok(flow)),
                            Err(exc) => settle!(Err(exc)),
                        }
                    }
                },
                Op::StoreAttr => match cold::cached_store(&mut frame, &code, i) {
                    Ok(old) => {
                        drop(old);
                        finalize!();
                    }
                    Err(value) => {
                        frame.pc = pc;
                        let result = cold::store_attr(vm, &mut frame, &code, i, value);
                        settle!(result)
                    }
                },
                Op::LoadSubscr => {
                    let found = match (peek(&frame, i.b), peek(&frame, i.c)) {
                        (Value::List(list), Value::Int(n)) => {
                            let items = list.items.borrow();
                            let at = if *n < 0 { *n + items.len() as i64 } else { *n };
                            items.get(at as usize).cloned()
                        }
                        (Value::Tuple(tuple), Value::Int(n)) => {
                            let at = if *n < 0 { *n + tuple.items.len() as i64 } else { *n };
                            tuple.items.get(at as usize).cloned()
                        }
                        _ => None,
                    };
                    match found {
                        Some(value) => {
                            clear(&mut frame, i.b);
                            clear(&mut frame, i.c);
                            write(&mut frame, i.a, value);
                        }
                        None => {
                            frame.pc = pc;
                            frame.after = After::Store(i.a);
                            let object = read(&mut frame, i.b);
                            let key = read(&mut frame, i.c);
                            let result = ops::get_item(vm, &object, &key);
                            drop(object);
                            match result {
                                Ok(Flow::Done(value)) => write(&mut frame, i.a, value),
                                result => settle!(result),
                            }
                        }
                    }
                    finalize!();
                }
                Op::StoreSubscr => {
                    let value = read(&mut frame, i.c);
                    let old = match (peek(&frame, i.a), peek(&frame, i.b)) {
                        (Value::List(list), Value::Int(n)) => {
                            let mut items = list.items.borrow_mut();
                            let at = if *n < 0 { *n + items.len() as i64 } else { *n };
                            match items.get_mut(at as usize) {
                                Some(place) => Ok(std::mem::replace(place, value)),
                                None => Err(value),
                            }
                        }
                        _ => Err(value),
                    };
                    match old {
                        Ok(old) => {
                            drop(old);
                            clear(&mut frame, i.a);
                            clear(&mut frame, i.b);
                        }
                        Err(value) => {
                            frame.pc = pc;
                            frame.after = After::Discard;
                            let object = read(&mut frame, i.a);
                            let key = read(&mut frame, i.b);
                            match ops::set_item(vm, &object, &key, value) {
                                Ok(Flow::Done(_)) => {}
                                result => settle!(result),
                            }
                        }
                    }
                    finalize!();
                }
                Op::Call => {
                    frame.pc = pc;
                    frame.after = After::Store(i.a);
                    match call::call_slots(vm, frame, i) {
                        Settled::Go(next) => {
                            frame = next;
                            // It may stand elsewhere: at a handler, or be the called function's.
                            pc = frame.pc;
                            finalize!();
                            if vm.is_due(cost) {
                                vm.spend(cost);
                                cost = 0;
                                if vm.must_pause() && frame.pc == 0 {
                                    frame.after = After::Discard;
                                    vm.stack.push(AnyFrame::Python(frame));
                                    return Exit::Preempted;
                                }
                            }
                            continue 'frame;
                        }
                        Settled::Gone => {
                            vm.spend(cost);
                            return Exit::Switch;
                        }
                    }
                }
                Op::Return => {
                    let value = read(&mut frame, i.a);
                    frame.pc = pc;
                    go!(call::return_value(vm, frame, value))
                }
                _ => {
                    frame.pc = pc;
                    match cold::execute(vm, &mut frame, &code, i) {
                        Ok(Cold::Next) => {}
                        Ok(Cold::Skip) => pc += 1,
                        Ok(Cold::Flow(flow)) => settle!(Ok(flow)),
                        Ok(Cold::Delegate(generator)) => go!(generators::delegate(vm, frame, generator)),
                        Ok(Cold::Yield(value)) => {
                            generators::yield_value(vm, frame, value);
                            vm.spend(cost);
                            return Exit::Switch;
                        }
                        Ok(Cold::Reraise(exc)) => go!(super::unwind::propagate(vm, frame, exc)),
                        Err(exc) => settle!(Err(exc)),
                    }
                    finalize!();
                }
            }
        }
    }
}

/// `a // b`; `None` if the result needs more than 64 bits.
#[inline(always)]
fn floor_div(a: i64, b: i64) -> Option<i64> {
    let q = a.checked_div(b)?;
    Some(if (a % b != 0) && ((a < 0) != (b < 0)) { q - 1 } else { q })
}

#[inline(always)]
fn floor_mod(a: i64, b: i64) -> Option<i64> {
    let r = a.checked_rem(b)?;
    Some(if r != 0 && ((r < 0) != (b < 0)) { r + b } else { r })
}
