//! The evaluation loop: runs Python frames until something else must happen. The instructions that programs spend their
//! time in stand here, each with its fast half (`fast`); what that does not know goes to the slow half (`slow`) or, for
//! the instructions that have only one, to `cold`.
//!
//! Browsers compile a function of wasm anew, optimised, once it is found to be hot, in the background and in a time that
//! grows with its size; until then a program runs at a third of its speed. So what is not needed at each instruction
//! stands apart here and in `cold` (`inline(never)`), though it is called from one place only.

use std::rc::Rc;

use super::at_once::{AtOnce, at_once};
use super::cold::{self, Cold};
use super::core::Vm;
use super::fast::{self, Fast};
use super::registers::{at, clear, copy_register, forget, peek, read, slot, slot_mut};
use super::settle::Settled;
use super::slow::Stepped;
use super::{attributes, awaiting, call, comparing, for_generator, generators, handlers, lines, names, slow};
use crate::bytecode::{AWAITING, Op};
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::look::change;
use crate::objects::{Value, finalizer};

/// Why the loop was left.
#[derive(PartialEq, Eq, Debug)]
pub enum Exit {
    /// Another frame is on top, or none.
    Switch,
    /// The slice is used up, or the machine wants to be asked; the frame is on top of the stack.
    Preempted,
}

/// Leaves the loop; `frame` goes on at its `pc`.
#[cold]
fn pause(vm: &mut Vm, mut frame: Box<Frame>) -> Exit {
    frame.after = After::Discard;
    vm.stack.push(AnyFrame::Python(frame));
    Exit::Preempted
}

/// Runs `frame` (not on the stack) until it and what it calls give way.
#[inline(never)]
pub fn eval(vm: &mut Vm, mut frame: Box<Frame>) -> Exit {
    // Cost not yet accounted for, from where this was last said.
    let mut cost: i64 = 0;
    let mut code = frame.take_running();
    let tracing = vm.tracing;
    'frame: loop {
        if !Rc::ptr_eq(&code, &frame.code) {
            code = frame.take_running();
        }
        // A plain call or return goes on here: it has set `frame` and `code`.
        'entered: loop {
            let instrs = if tracing { lines::go_on(vm, &frame, &code) } else { &code.instrs };
            let mut pc = frame.pc;
            // What the cost not yet accounted for is besides `pc`: an instruction costs one mostly, so this changes only
            // where `pc` leaps, or an instruction costs more.
            let mut besides = cost - pc as i64;
            // An instruction that may have dropped something with a finalizer goes on here.
            'dropped: loop {
                if finalizer::pending() {
                    frame.pc = pc;
                    match super::finalize::between_instructions(vm, frame) {
                        Some(again) => frame = again,
                        None => {
                            vm.spend(besides + pc as i64);
                            return Exit::Switch;
                        }
                    }
                }

                'next: loop {
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
                    macro_rules! cost {
                        () => {
                            besides + pc as i64
                        };
                    }
                    // Goes on elsewhere, which costs nothing.
                    macro_rules! leap {
                        ($to:expr) => {{
                            let to = $to;
                            besides += pc as i64 - to as i64;
                            pc = to;
                        }};
                    }
                    // Leaves the instruction to its slow half.
                    macro_rules! slow {
                        ($half:expr) => {{
                            frame.pc = pc;
                            $half
                        }};
                    }
                    // Done, if the fast half knew the operands.
                    macro_rules! done {
                        ($fast:expr) => {
                            if $fast {
                                continue 'next;
                            }
                        };
                    }
                    // As `done!` where a counted reference may have been dropped, whose finalizer comes first.
                    macro_rules! done_dropping {
                        ($fast:expr) => {
                            match $fast {
                                Fast::Done => continue 'next,
                                Fast::Dropped => continue 'dropped,
                                Fast::No => {}
                            }
                        };
                    }
                    macro_rules! arithmetic {
                        ($i:expr, $int:expr, $float:expr) => {{
                            done!(fast::arithmetic(&mut frame.slots, $i, $int, $float));
                            slow!(slow::binary(vm, &mut frame, $i))
                        }};
                    }
                    macro_rules! with_number {
                        ($i:expr, $fast:expr) => {{
                            besides += 1;
                            done!($fast);
                            slow!(slow::with_number(vm, &mut frame, $i))
                        }};
                    }
                    // The end of a test: it skips the next instruction if it holds, which else is a jump and is done at once.
                    macro_rules! branch {
                        ($holds:expr) => {{
                            let next = instrs[pc];
                            if $holds {
                                leap!(pc + 1);
                            } else if next.op == Op::Jump {
                                pc += 1;
                                leap!(next.operand() as usize);
                            }
                            continue 'next;
                        }};
                    }
                    let mut i = instrs[pc];
                    pc += 1;
                    // An instruction that is done at once goes on with the next one; the value here is what the others came to.
                    let outcome = loop {
                        break match i.op {
                            // Where a line begins, if lines are recorded.
                            Op::Line | Op::LineAsked => {
                                let recorded = i.op == Op::Line && lines::record(vm, &mut frame, i.operand());
                                if !recorded && lines::begin(vm, &mut frame, &code, pc, besides) {
                                    vm.spend(cost!() - 1);
                                    frame.pc = pc - 1;
                                    return pause(vm, frame);
                                }
                                i = code.instrs[pc - 1];
                                continue;
                            }
                            Op::Nop => continue 'next,
                            Op::LoadConst => {
                                done_dropping!(Fast::done(
                                    slot_mut(&mut frame.slots, i.a as usize).assign(&code.consts[i.operand() as usize])
                                ));
                                continue 'next;
                            }
                            Op::LoadInt => {
                                done_dropping!(Fast::done(
                                    slot_mut(&mut frame.slots, i.a as usize)
                                        .put_new(|| Value::Int(i.operand() as i32 as i64))
                                ));
                                continue 'next;
                            }
                            Op::LoadNone => {
                                done_dropping!(Fast::done(
                                    slot_mut(&mut frame.slots, i.a as usize).put_new(|| Value::None)
                                ));
                                continue 'next;
                            }
                            Op::Move => {
                                done_dropping!(Fast::done(copy_register(&mut frame.slots, i)));
                                continue 'next;
                            }
                            Op::Drop => {
                                done_dropping!(Fast::done(
                                    slot_mut(&mut frame.slots, i.a as usize).put_new(|| Value::Unset)
                                ));
                                continue 'next;
                            }
                            Op::CheckLocal if !slot(&frame.slots, at(i.a)).is_unset() => continue 'next,
                            Op::LoadGlobal => {
                                done_dropping!(names::cached_global(vm, &mut frame, &code.sites[i.b as usize], i.a));
                                slow!(cold::execute(vm, &mut frame, &code, i))
                            }
                            Op::LoadDeref => {
                                done_dropping!(names::load_cell(&mut frame.slots, i));
                                slow!(cold::execute(vm, &mut frame, &code, i))
                            }
                            Op::Add => arithmetic!(i, |a, b| a.checked_add(b), |a, b| a + b),
                            Op::Sub => arithmetic!(i, |a, b| a.checked_sub(b), |a, b| a - b),
                            Op::Mul => arithmetic!(i, fast::multiply, |a, b| a * b),
                            Op::TrueDiv | Op::FloorDiv | Op::Mod => {
                                done!(fast::division(&mut frame.slots, i));
                                slow!(slow::binary(vm, &mut frame, i))
                            }
                            Op::BitAnd | Op::BitOr | Op::BitXor | Op::LShift | Op::RShift => {
                                done!(fast::bits(&mut frame.slots, i));
                                slow!(slow::binary(vm, &mut frame, i))
                            }
                            Op::AddInt => with_number!(
                                i,
                                fast::with_number(&mut frame.slots, i, |a, b| a.checked_add(b))
                                    || fast::add_to_float(&mut frame.slots, i)
                            ),
                            Op::MulInt => with_number!(i, fast::with_number(&mut frame.slots, i, fast::multiply)),
                            Op::ModInt => with_number!(i, fast::with_number(&mut frame.slots, i, fast::floor_mod)),
                            Op::FloorDivInt => with_number!(i, fast::floor_div_number(&mut frame.slots, i)),
                            Op::BitAndInt | Op::BitOrInt | Op::BitXorInt | Op::LShiftInt | Op::RShiftInt => {
                                with_number!(i, fast::bits_number(&mut frame.slots, i))
                            }
                            Op::Lt | Op::Le | Op::Eq | Op::Ne | Op::Gt | Op::Ge => {
                                if let Some(order) = comparing::registers(&mut frame.slots, i) {
                                    let holds = order.satisfies(i.op, Op::Lt);
                                    done_dropping!(Fast::done(fast::store_bool(&mut frame.slots, i, holds)));
                                }
                                slow!(slow::compare(vm, &mut frame, i))
                            }
                            Op::TestLt | Op::TestLe | Op::TestEq | Op::TestNe | Op::TestGt | Op::TestGe => {
                                besides += 1;
                                if let Some(order) = comparing::registers(&mut frame.slots, i) {
                                    branch!(order.satisfies(i.op, Op::TestLt));
                                }
                                slow!(slow::test(vm, &mut frame, i))
                            }
                            Op::TestLtInt
                            | Op::TestLeInt
                            | Op::TestEqInt
                            | Op::TestNeInt
                            | Op::TestGtInt
                            | Op::TestGeInt => {
                                besides += 2;
                                if let Some(order) = comparing::with_number(&mut frame.slots, i) {
                                    branch!(order.satisfies(i.op, Op::TestLtInt));
                                }
                                slow!(slow::test_number(vm, &mut frame, i))
                            }
                            Op::TestNone | Op::TestNotNone => {
                                besides += 1;
                                let is_none = slot(&frame.slots, at(i.b)).is_none();
                                leap!(pc + (is_none == (i.op == Op::TestNone)) as usize);
                                done_dropping!(Fast::done(clear(&mut frame.slots, i.b)));
                                continue 'next;
                            }
                            Op::Jump => {
                                leap!(i.operand() as usize);
                                continue 'next;
                            }
                            Op::JumpBack => {
                                leap!(i.operand() as usize);
                                if vm.is_due(cost!()) {
                                    vm.spend(cost!());
                                    besides = -(pc as i64);
                                    if vm.must_pause() {
                                        frame.pc = pc;
                                        return pause(vm, frame);
                                    }
                                }
                                continue 'next;
                            }
                            Op::JumpIfTrue | Op::JumpIfFalse => match fast::truth(slot(&frame.slots, at(i.a))) {
                                Some(truth) => {
                                    forget(&mut frame.slots, i.a);
                                    if truth == (i.op == Op::JumpIfTrue) {
                                        leap!(i.operand() as usize);
                                    }
                                    continue 'next;
                                }
                                None => slow!(slow::jump_if(vm, &mut frame, i)),
                            },
                            Op::ForIter => {
                                let next = fast::next_item(&mut frame.slots, i);
                                leap!(pc + (next != Fast::No) as usize);
                                done_dropping!(next);
                                frame.pc = pc;
                                match slow::step(vm, &mut frame, i) {
                                    Ok(Stepped::No) => {}
                                    Ok(stepped) => {
                                        leap!(pc + stepped as usize);
                                        besides += (stepped == Stepped::Pair) as i64;
                                        continue 'dropped;
                                    }
                                    Err(exc) => break Err(exc),
                                }
                                if for_generator::begin_next(vm, &mut frame, i) {
                                    cost = cost!();
                                    continue 'frame;
                                }
                                match slow::next_item(vm, &mut frame, i) {
                                    Some(outcome) => outcome,
                                    None => {
                                        vm.spend(cost!());
                                        cost = 0;
                                        go!(generators::for_iter(vm, frame, i))
                                    }
                                }
                            }
                            Op::ListAppend => {
                                let value = read(&mut frame, i.b);
                                if let Value::List(list) = peek(&frame, i.a) {
                                    change(&list.items).push(value);
                                }
                                continue 'next;
                            }
                            Op::UnpackSequence => {
                                done_dropping!(fast::unpack_tuple(&mut frame.slots, i));
                                slow!(cold::execute(vm, &mut frame, &code, i))
                            }
                            Op::LoadAttr | Op::AddAttr => {
                                if i.op == Op::AddAttr {
                                    let done = attributes::add_in_place(&frame.slots, &code, pc);
                                    if done != 0 {
                                        leap!(pc + 2);
                                        besides += done;
                                        continue 'next;
                                    }
                                }
                                done_dropping!(attributes::cached_attr(&mut frame.slots, &code, i));
                                slow!(cold::execute(vm, &mut frame, &code, i))
                            }
                            Op::LoadMethod => {
                                done!(attributes::cached_method(&mut frame.slots, &code, i));
                                slow!(cold::execute(vm, &mut frame, &code, i))
                            }
                            Op::StoreAttr => {
                                done_dropping!(attributes::cached_store(&mut frame.slots, &code, i));
                                slow!(cold::execute(vm, &mut frame, &code, i))
                            }
                            Op::LoadSubscr => {
                                done_dropping!(fast::load_item(&mut frame.slots, i));
                                slow!(slow::load_item(vm, &mut frame, i))
                            }
                            Op::LoadItem => {
                                besides += 1;
                                done_dropping!(fast::load_number(&mut frame.slots, i));
                                slow!(slow::load_number(vm, &mut frame, i))
                            }
                            Op::StoreSubscr => {
                                done_dropping!(fast::store_item(&mut frame.slots, i));
                                slow!(slow::store_item(vm, &mut frame, i))
                            }
                            Op::Call | Op::CallAwait => {
                                frame.pc = pc;
                                cost = cost!();
                                let core = &mut **vm;
                                if i.op == Op::CallAwait
                                    && let Some(mut called) = awaiting::enter_awaited(core, &mut frame, i)
                                {
                                    cost += AWAITING as i64;
                                    if !Rc::ptr_eq(&code, &called.code) {
                                        frame.hand_over(&mut code, &mut called);
                                    }
                                    core.stack.push(AnyFrame::Python(std::mem::replace(&mut frame, called)));
                                    continue 'entered;
                                }
                                frame.after = After::Store(i.a);
                                match call::enter(core, &mut frame, i) {
                                    Some(mut called) => {
                                        if !Rc::ptr_eq(&code, &called.code) {
                                            frame.hand_over(&mut code, &mut called);
                                        }
                                        core.stack.push(AnyFrame::Python(std::mem::replace(&mut frame, called)));
                                        if !core.is_due(cost) {
                                            continue 'entered;
                                        }
                                    }
                                    None => {
                                        match at_once(vm, &mut frame, i) {
                                            Some(AtOnce::Done(more)) => {
                                                pc += more;
                                                done_dropping!(Fast::Dropped);
                                            }
                                            Some(AtOnce::GivesWay(to)) => {
                                                vm.spend(cost);
                                                cost = 0;
                                                go!(awaiting::give_way(vm, frame, to))
                                            }
                                            None => {}
                                        }
                                        match call::call_slots(vm, frame, i) {
                                            // It may stand elsewhere: at a handler, or be the called function's.
                                            Settled::Go(next) => frame = next,
                                            Settled::Gone => {
                                                vm.spend(cost);
                                                return Exit::Switch;
                                            }
                                        }
                                    }
                                }
                                if vm.is_due(cost) {
                                    vm.spend(cost);
                                    cost = 0;
                                    if vm.must_pause() && frame.pc == 0 {
                                        return pause(vm, frame);
                                    }
                                }
                                continue 'frame;
                            }
                            Op::GetAwaitable if awaiting::is_new_coroutine(slot(&frame.slots, at(i.b))) => {
                                done_dropping!(Fast::done(copy_register(&mut frame.slots, i)));
                                continue 'next;
                            }
                            Op::GetANext if awaiting::is_idle_async_generator(slot(&frame.slots, at(i.b))) => {
                                let generator = slot(&frame.slots, at(i.b)).clone();
                                done_dropping!(Fast::done(slot_mut(&mut frame.slots, i.a as usize).put(generator)));
                                continue 'next;
                            }
                            Op::Yield => {
                                frame.pc = pc;
                                cost = cost!();
                                let answered = awaiting::yield_item(vm, frame, i);
                                match answered.or_else(|yields| for_generator::yield_next(vm, yields, i)) {
                                    Ok(asks) => {
                                        frame = asks;
                                        continue 'frame;
                                    }
                                    Err(yields) => frame = yields,
                                }
                                awaiting::execute(vm, &mut frame, i)
                            }
                            Op::Send => {
                                frame.pc = pc;
                                cost = cost!();
                                match awaiting::begin_awaited(vm, &mut frame, i) {
                                    Some(mut called) => {
                                        frame.hand_over(&mut code, &mut called);
                                        vm.stack.push(AnyFrame::Python(std::mem::replace(&mut frame, called)));
                                        continue 'frame;
                                    }
                                    None => awaiting::execute(vm, &mut frame, i),
                                }
                            }
                            Op::Return => {
                                frame.pc = pc;
                                cost = cost!();
                                if call::leave(vm, &mut frame, &mut code, i) {
                                    continue 'entered;
                                }
                                let value = read(&mut frame, i.a);
                                vm.spend(cost);
                                cost = 0;
                                go!(call::return_value(vm, frame, value))
                            }
                            Op::GetAwaitable | Op::GetANext | Op::GetAIter => {
                                slow!(awaiting::execute(vm, &mut frame, i))
                            }
                            Op::BeforeWith => slow!(handlers::before_with(vm, &mut frame, i)),
                            _ => slow!(cold::execute(vm, &mut frame, &code, i)),
                        };
                    };
                    match outcome {
                        Ok(Cold::Next) => leap!(frame.pc),
                        Ok(Cold::Skip) => leap!(frame.pc + 1),
                        other => {
                            let (settled, left) = cold::settle_outcome(vm, frame, other, cost!());
                            cost = left;
                            match settled {
                                Settled::Go(next) => frame = next,
                                Settled::Gone => {
                                    vm.spend(cost);
                                    return Exit::Switch;
                                }
                            }
                            // A function that is called with `*args` begins, for one.
                            if frame.pc == 0 && vm.is_due(cost) {
                                vm.spend(cost);
                                cost = 0;
                                if vm.must_pause() {
                                    return pause(vm, frame);
                                }
                            }
                            continue 'frame;
                        }
                    }
                    continue 'dropped;
                }
            }
        }
    }
}
