//! Where a line of the program begins: its event, and the places at which a run may halt or threads be switched.

use super::core::{Core, Vm};
use super::inspect::Halt;
use super::{allocations, trace_function};
use crate::bytecode::{Instr, Op, flag};
use crate::objects::code::CodeObject;
use crate::objects::frame::Frame;
use crate::objects::header;
use crate::trace::{CodeId, PackedLine};

/// Before the instruction that a `Line` stands for, at `next - 1`: records its line if it begins. True: the frame is to be
/// left before it, because the run halts here or another thread may run.
///
/// No line begins where the frame's last one was the same, except on a back-edge that stays on its line. With the
/// instruction `next + besides` is spent.
#[cold]
#[inline(never)]
pub fn begin(vm: &mut Vm, frame: &mut Frame, code: &CodeObject, next: usize, besides: i64) -> bool {
    let line = code.line(next - 1);
    if line == frame.line || vm.watched || vm.log.has_unnamed() || vm.halts_here() {
        return begin_otherwise(vm, frame, code, line, next - 1, next as i64 + besides);
    }
    frame.line = line;
    if vm.halt == Halt::NEVER {
        vm.log.answer_lines();
    }
    vm.line(code, line);
    false
}

/// The instructions to run where lines are recorded. The trace stands at the frame's line, again where a call has returned.
#[inline(always)]
pub fn go_on<'a>(vm: &mut Vm, frame: &Frame, code: &'a CodeObject) -> &'a [Instr] {
    if frame.line != 0 && code.trace_id.get() != 0 {
        vm.log.at_line(frame.line);
    }
    marked(vm, code)
}

/// As [`go_on`], and the trace stands where it stood.
#[inline(always)]
pub fn marked<'a>(vm: &mut Vm, code: &'a CodeObject) -> &'a [Instr] {
    match code.marked() {
        Some(marked) => marked,
        None => mark(vm, code),
    }
}

/// Lines of the library are no lines of the program: they are places to halt or to switch threads, if there are such.
#[cold]
#[inline(never)]
fn mark<'a>(vm: &mut Vm, code: &'a CodeObject) -> &'a [Instr] {
    match vm.trace_id(code) {
        None if !vm.watched && vm.halt == Halt::NEVER => code.mark(|_| None),
        id => code.mark(|line| Some(op_of(id, line))),
    }
}

/// The instruction in place of one with which a line of the code object with this number begins.
fn op_of(id: Option<CodeId>, line: u32) -> Instr {
    match (id, u16::try_from(line)) {
        (Some(id), Ok(line)) => Instr::wide(Op::Line, 0, PackedLine::new(id, line).bits()),
        _ => Instr::wide(Op::LineAsked, 0, 0),
    }
}

/// [`begin`] of most lines, which are recorded and nothing else; `bits`: the packed line. False: nothing has happened.
#[inline(always)]
pub fn record(vm: &mut Core, frame: &mut Frame, bits: u32) -> bool {
    let packed = PackedLine::from_bits(bits);
    let line = packed.line() as u32;
    let recorded = line != frame.line && vm.log.line_at_once(packed);
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
        super::naming::note_locals(vm, frame);
    }
    if vm.halts_here() {
        vm.fuel = 0;
        vm.halted = true;
        return true;
    }
    if vm.switches_here(cost) || vm.watched && trace_function::is_due(vm, frame, pc, true) {
        return true;
    }
    if header::notes_sites() {
        allocations::line_begins(vm, code, line);
    }
    frame.line = line;
    vm.line(code, line);
    false
}
