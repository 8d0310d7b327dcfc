//! Where a line of the program begins: its event, and the places at which a run may halt or threads be switched.

use super::core::{Core, Vm};
use super::inspect::Halt;
use super::trace_function;
use crate::bytecode::{Instr, Op, flag};
use crate::objects::code::CodeObject;
use crate::objects::frame::Frame;
use crate::trace::CodeId;

/// Before the instruction that a `Line` stands for, at `next - 1`: records `line` if it begins. True: the frame is to be
/// left before it, because the run halts here or another thread may run.
///
/// No line begins where the frame's last one was the same, except on a back-edge that stays on its line. With the
/// instruction `next + besides` is spent.
#[cold]
#[inline(never)]
pub fn begin(vm: &mut Vm, frame: &mut Frame, code: &CodeObject, line: u32, next: usize, besides: i64) -> bool {
    if line == frame.line || vm.watched || vm.log.has_unnamed() || vm.halts_here() {
        return begin_otherwise(vm, frame, code, line, next - 1, next as i64 + besides);
    }
    frame.line = line;
    vm.line(code, line);
    if vm.halt == Halt::NEVER {
        vm.log.answer_lines();
    }
    false
}

/// The instructions to run where lines are recorded.
#[inline(always)]
pub fn marked<'a>(vm: &Vm, code: &'a CodeObject) -> &'a [Instr] {
    match code.marked() {
        Some(marked) => marked,
        None => mark(vm, code),
    }
}

/// Lines of the library are no lines of the program: they are places to halt or to switch threads, if there are such.
#[cold]
#[inline(never)]
fn mark<'a>(vm: &Vm, code: &'a CodeObject) -> &'a [Instr] {
    code.mark(vm.watched || vm.halt != Halt::NEVER || !code.filename.starts_with('<'))
}

/// [`begin`] of most lines, which are recorded and nothing else. False: nothing has happened.
#[inline(always)]
pub fn record(vm: &mut Core, frame: &mut Frame, code: &CodeObject, line: u32) -> bool {
    let id = code.trace_id.get();
    let recorded = line != frame.line && id.wrapping_sub(1) < u16::MAX - 1 && vm.log.line_at_once(CodeId(id), line);
    if recorded {
        frame.line = line;
    }
    recorded
}

/// [`begin`] where there is more to do than to record the line, or less.
#[inline(never)]
fn begin_otherwise(vm: &mut Vm, frame: &mut Frame, code: &CodeObject, line: u32, pc: usize, cost: i64) -> bool {
    let i = code.instrs[pc];
    if vm.watched && trace_function::is_told(vm) {
        return false;
    }
    let stays = line == frame.line && (i.op != Op::JumpBack || code.line(i.operand() as usize) != line);
    if stays || i.flags & flag::LINE == 0 {
        return vm.switches_here(cost) || vm.watched && trace_function::is_due(vm, frame, pc, false);
    }
    // What the library calls a thing (`self`) is no name of the program's.
    if vm.log.has_unnamed() && !code.filename.starts_with('<') {
        vm.log.take_unnamed();
        super::names::note_locals(vm, frame);
    }
    if vm.halts_here() {
        vm.fuel = 0;
        vm.halted = true;
        return true;
    }
    if vm.switches_here(cost) || vm.watched && trace_function::is_due(vm, frame, pc, true) {
        return true;
    }
    frame.line = line;
    vm.line(code, line);
    false
}
