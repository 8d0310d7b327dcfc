//! Where a line of the program begins: its event, and the places at which a run may halt or threads be switched.

use std::rc::Rc;

use super::core::Vm;
use crate::bytecode::{Instr, Op};
use crate::objects::code::CodeObject;
use crate::objects::frame::Frame;

/// Is the line event of a flagged instruction due? Not if the frame's last one was for the same line, except on a
/// back-edge that stays on its line.
fn begins_line(frame: &Frame, code: &CodeObject, i: Instr, pc: usize) -> bool {
    let line = code.line(pc);
    line != frame.line || i.op == Op::JumpBack && code.line(i.operand() as usize) == line
}

/// Before a flagged instruction: records the line if one begins. True: the frame is to be left before it, because the
/// run halts here or another thread may run.
#[inline(never)]
pub fn begin(vm: &mut Vm, frame: &mut Frame, code: &Rc<CodeObject>, i: Instr, pc: usize, cost: i64) -> bool {
    if !begins_line(frame, code, i, pc) {
        return vm.switches_here(cost);
    }
    // What the library calls a thing (`self`) is no name of the program's.
    if !code.filename.starts_with('<') && vm.log.take_unnamed() {
        super::names::note_locals(vm, frame);
    }
    if vm.halts_here() {
        vm.fuel = 0;
        vm.halted = true;
        return true;
    }
    if vm.switches_here(cost) {
        return true;
    }
    frame.line = code.line(pc);
    vm.line(code, pc);
    false
}
