//! What a process takes up that is forked off by `os.fork`: the frames of the thread that forks, where they stand.

use std::rc::Rc;

use super::core::Vm;
use super::stack::{Inbox, Root, Stack};
use crate::objects::attrs::Namespace;
use crate::objects::code::CodeObject;
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::{Exc, Value};

/// What a frame goes on with, by value.
pub struct Standing {
    pub code: Rc<CodeObject>,
    pub pc: usize,
    pub line: u32,
    pub slots: Vec<Value>,
    pub globals: Rc<Namespace>,
    pub namespace: Option<Value>,
    pub after: After,
    pub handled: Option<Exc>,
    pub instance: Value,
}

impl Standing {
    /// None: when the frame returns, something goes on that only its own process has.
    pub fn of(frame: &Frame) -> Option<Standing> {
        let standing = || Standing {
            code: frame.code.clone(),
            pc: frame.pc,
            line: frame.line,
            slots: frame.slots.clone(),
            globals: frame.globals.clone(),
            namespace: frame.namespace.clone(),
            after: frame.after,
            handled: frame.handled.clone(),
            instance: frame.instance.clone(),
        };
        frame.then.is_none().then(standing)
    }
}

impl Vm {
    /// The frames of the running thread, outermost first. Err: what stands among them that only one process can go on
    /// with.
    pub fn standing(&self) -> Result<Vec<Standing>, &'static str> {
        if self.nested > 0 || self.stack.count() != 1 {
            return Err("a coroutine, a generator or a callback");
        }
        let mut found = Vec::new();
        for (at, frame) in self.stack.top.frames.iter().enumerate() {
            match frame {
                AnyFrame::Python(frame) if frame.generator.is_some() => return Err("a coroutine or a generator"),
                AnyFrame::Python(frame) => found.push(Standing::of(frame).ok_or("native")?),
                // With it a process or a thread began: the new one ends with its outermost Python frame.
                AnyFrame::Native(_) if at == 0 => {}
                AnyFrame::Native(frame) => return Err(frame.label),
            }
        }
        Ok(found)
    }

    /// The process whose turn it is begins where these frames stand; the innermost one's call gives `value`.
    pub fn take_up(&mut self, frames: Vec<AnyFrame>, value: Value) {
        let mut stack = Stack::default();
        stack.push_segment(frames, Root::Thread);
        stack.inbox = Some(Inbox::Value(Ok(value)));
        self.start_main_stack(stack, "MainThread");
    }
}
