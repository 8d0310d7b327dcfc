//! Frames: heap objects that own their slots, so that any of them can be left and taken up again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::attrs::Namespace;
use super::code::CodeObject;
use super::exception::Exc;
use super::finalizer;
use super::function::NativeFuture;
use super::generator::Generator;
use super::header::Header;
use super::value::Value;

/// What a frame does with the value that the frame above it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Stores it in a slot.
    Store(u16),
    /// Drops it.
    Discard,
    /// Skips the next instruction if it is true (a `Test…`), after `__bool__` if need be; `negate`: if it is false.
    Test { negate: bool },
    /// Jumps to `target` if its truth is `when`.
    JumpIf { when: bool, target: u32 },
    /// Stores `not` it, or its truth.
    StoreTruth { slot: u16, negate: bool },
    /// It is `__init__`'s and must be None; the instance is in the slot already.
    Init,
    /// Stores it and skips the next instruction; StopIteration ends the loop whose iterator is in slot `iterator`.
    ForIter { slot: u16, iterator: u16 },
    /// The `Send` at the pc before: its delegate's answer.
    Send,
}

/// A running or suspended activation of a code object.
pub struct Frame {
    pub code: Rc<CodeObject>,
    /// The next instruction.
    pub pc: usize,
    pub slots: Vec<Value>,
    pub globals: Rc<Namespace>,
    /// The namespace of a class body, or of `exec` with locals of its own.
    pub namespace: Option<Value>,
    pub after: After,
    /// The exception that this frame handles at the moment (inside `except`, `finally`).
    pub handled: Option<Exc>,
    /// The generator or coroutine whose frame this is. Empty while it is suspended as the root of its chain.
    pub generator: Option<Rc<Generator>>,
    /// The object that tracebacks and the program hold of this frame, once there is one.
    pub object: Option<Rc<FrameObject>>,
}

impl Drop for Frame {
    fn drop(&mut self) {
        finalizer::release_all(self.slots.drain(..));
    }
}

/// A native frame: an async block that is polled when the frame is on top.
pub struct NativeFrame {
    pub future: NativeFuture,
    /// What it is, for the inspector: `gather`, `Queue.get`, `sorted`.
    pub label: &'static str,
    pub generator: Option<Rc<Generator>>,
}

/// A frame on a stack.
pub enum AnyFrame {
    Python(Box<Frame>),
    Native(Box<NativeFrame>),
}

impl AnyFrame {
    pub fn generator(&self) -> Option<&Rc<Generator>> {
        match self {
            AnyFrame::Python(f) => f.generator.as_ref(),
            AnyFrame::Native(f) => f.generator.as_ref(),
        }
    }

    pub fn set_generator(&mut self, generator: Option<Rc<Generator>>) {
        match self {
            AnyFrame::Python(f) => f.generator = generator,
            AnyFrame::Native(f) => f.generator = generator,
        }
    }
}

/// A frame as the program sees it (`tb_frame`, `cr_frame`, `sys._getframe()`). When the activation is unwound by an
/// exception its slots move here, so that they live as long as the traceback.
pub struct FrameObject {
    pub header: Header,
    pub code: Rc<CodeObject>,
    pub globals: Rc<Namespace>,
    pub line: Cell<u32>,
    pub slots: RefCell<Vec<Value>>,
    pub back: Option<Rc<FrameObject>>,
}

impl Drop for FrameObject {
    fn drop(&mut self) {
        finalizer::release_all(self.slots.take());
    }
}
