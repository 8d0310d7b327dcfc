//! Shows the browser that the evaluation loop is hot, before a long program needs it to be fast.
//!
//! A function of wasm is compiled twice: at once and plainly, and again, optimised, by another thread when it has been
//! found hot. V8 finds that by the bytes that its loops have run through; in the evaluation loop some hundred instructions
//! will do, which the first, short program of a page mostly lacks. They are run here when a program has ended: the other
//! thread then has until the reader starts the next one. At the start of a run it would take time from the page, which is
//! being set up just then. Where the loop is optimised already, and natively, this takes some microseconds.

use std::rc::Rc;

use super::core::Vm;
use super::eval::eval;
use super::stack::Root;
use crate::bytecode::{Code, Instr, Op};
use crate::objects::attrs::Namespace;
use crate::objects::code::CodeObject;
use crate::objects::finalizer;

/// So many instructions are run: some times more than V8 wants.
const INSTRUCTIONS: i64 = 4000;

impl Vm {
    /// Runs an endless loop for a short while, of which nothing remains. For an interpreter whose program has ended.
    pub fn warm_up(&mut self) {
        if finalizer::pending() {
            return;
        }
        let instrs =
            vec![Instr::wide(Op::LoadInt, 0, 1), Instr::new(Op::AddInt, 1, 0, 1), Instr::wide(Op::JumpBack, 0, 0)];
        let code = CodeObject::new(Rc::new(Code { instrs, slots: 2, ..Code::default() }), &"".into());
        let frame = self.new_frame(&code, &Rc::<Namespace>::default());
        let cost = self.cost;
        self.fuel = INSTRUCTIONS;
        self.stack.push_segment(Vec::new(), Root::Thread);
        eval(self, frame);
        self.stack.pop_segment();
        (self.fuel, self.cost) = (0, cost);
    }
}
