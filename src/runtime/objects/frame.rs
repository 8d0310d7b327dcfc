//! Frames: heap objects that own their slots, so that any of them can be left and taken up again.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::attrs::Namespace;
use super::code::CodeObject;
use super::cx::{Stepper, Taker};
use super::exception::Exc;
use super::finalizer;
use super::function::NativeFuture;
use super::generator::Generator;
use super::header::Header;
use super::object::Object;
use super::then::Then;
use super::value::Value;

/// What a frame does with the value that the frame above it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Stores it in a slot.
    Store(u16),
    /// Drops it.
    Discard,
    /// Skips the next instruction if its truth is `when` (a `Test…`).
    Test { when: bool },
    /// Jumps to `target` if its truth is `when`.
    JumpIf { when: bool, target: u32 },
    /// Stores its truth, or the opposite.
    StoreTruth { slot: u16, negate: bool },
    /// Stores it and skips the next instruction; StopIteration ends the loop whose iterator is in slot `iterator`.
    ForIter { slot: u16, iterator: u16 },
    /// It is the result of the delegate in slot `iterator` of a `Send`: stored, and the slot is emptied.
    Send { slot: u16, iterator: u16 },
    /// The future in slot `iterator` has been yielded; what it has come to when this is resumed is the result of a `Send`,
    /// as above.
    Wait { slot: u16, iterator: u16 },
    /// It is dropped: the frame has given way for a turn of the loop, as `asyncio.sleep(0)` does, and has its result.
    GaveWay,
    /// It is the method that `LoadMethod` asked for, bound already: stored, the next slot emptied.
    Method(u16),
    /// It is the result of `__enter__`: stored.
    Enter(u16),
    /// It is the answer of the first method that the operator before `pc` asked; its operands are in their registers
    /// still, as CPython keeps them until the operator has its result.
    Operator,
    /// It is a sequence to unpack into `count` slots.
    Unpack { first: u16, count: u16 },
}

impl After {
    /// The coroutine of asyncio's, by name, that a suspended frame awaits without there being one.
    pub fn awaits_unmade(self) -> Option<&'static str> {
        (self == After::GaveWay).then_some("sleep")
    }
}

/// A running or suspended activation of a code object.
pub struct Frame {
    pub code: Rc<CodeObject>,
    /// The next instruction.
    pub pc: usize,
    /// The line of the last line event: another one comes when it changes, or by a back-edge.
    pub line: u32,
    pub slots: Vec<Value>,
    pub globals: Rc<Namespace>,
    /// The namespace of a class body, or of `exec` with locals of its own.
    pub namespace: Option<Value>,
    pub after: After,
    /// The exception that this frame handles at the moment (inside `except`, `finally`).
    pub handled: Option<Exc>,
    /// The generator or coroutine whose frame this is. Empty while it is suspended as the root of its chain.
    pub generator: Option<Rc<Generator>>,
    /// The instance, if this is the `__init__` of a class being called: it is the call's result.
    pub instance: Value,
    /// What becomes of the value that it returns.
    pub then: Option<Box<dyn Then>>,
    /// The object that tracebacks and the program hold of this frame, once there is one.
    pub object: Option<Rc<FrameObject>>,
    /// A second count of `code`, for whoever runs the frame: calls and returns hand it over and count nothing. Lent out
    /// while the frame runs, and while frames of the same code do that it has called.
    pub running: Option<Rc<CodeObject>>,
    /// It may hold something besides its slots (a namespace, an exception, a generator, an instance, a frame object):
    /// whoever gives it one of these says so, and its end looks.
    pub holds_more: bool,
    /// The next one of the ended frames that wait to be used again.
    pub next: Option<Box<Frame>>,
}

impl Frame {
    /// Whether it holds something besides its slots and nobody said so, which must not be.
    pub fn holds_more_unsaid(&self) -> bool {
        let more = self.namespace.is_some() || self.handled.is_some() || self.object.is_some() || self.then.is_some();
        !self.holds_more && (more || self.generator.is_some() || !self.instance.is_unset())
    }

    /// Whether it is that of a coroutine which its caller awaits where it makes it: no object is made of it until
    /// somebody asks for one. The frame must not be a suspended chain's outermost.
    #[inline]
    pub fn is_unmade(&self) -> bool {
        self.code.suspends && self.generator.is_none()
    }

    /// Makes an object of such a coroutine, in the chain of `root`.
    pub fn make_coroutine(&mut self, root: Weak<Generator>) {
        self.generator = Some(Generator::chained(&self.code, root));
        self.holds_more = true;
    }

    /// The count of `code` for whoever runs the frame.
    #[inline(always)]
    pub fn take_running(&mut self) -> Rc<CodeObject> {
        match self.running.take() {
            Some(code) => code,
            None => self.code.clone(),
        }
    }

    /// Gives this frame's count, `code`, back and takes that of the frame that runs next.
    #[inline(always)]
    pub fn hand_over(&mut self, code: &mut Rc<CodeObject>, next: &mut Frame) {
        self.running = Some(std::mem::replace(code, next.take_running()));
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        // One that has never begun leaves its arguments to who holds its object.
        if self.pc == 0
            && let Some(object) = &self.object
            && Rc::strong_count(object) > 1
        {
            object.slots.replace(std::mem::take(&mut self.slots));
            return;
        }
        finalizer::release_all(self.slots.drain(..));
    }
}

/// What a native block holds by this alone for as long as it waits, so that the collector can see it.
#[derive(Default)]
pub struct Held(RefCell<Vec<Value>>);

impl Held {
    pub fn set(&self, values: Vec<Value>) {
        self.0.replace(values);
    }

    pub fn take(&self) -> Vec<Value> {
        self.0.take()
    }

    /// Each of them.
    pub fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.borrow().iter().for_each(visit);
    }
}

/// A native frame: an async block that is polled when the frame is on top.
pub struct NativeFrame {
    pub future: NativeFuture,
    /// What it is, for the inspector: `gather`, `Queue.get`, `sorted`.
    pub label: &'static str,
    pub generator: Option<Rc<Generator>>,
    /// The future that it waits for while it is suspended. Its block holds that as well, where nobody can see it.
    pub waits_for: Option<Rc<Object>>,
    /// The object whose method it is. Its block holds that as well, once.
    pub owner: Option<Rc<Object>>,
    /// What its block keeps where the collector sees it.
    pub held: Option<Rc<Held>>,
    /// Who gets what the steps above this frame come to, in place of its block.
    pub stepper: Option<Rc<dyn Stepper>>,
    /// Who takes the items of the generator above this frame, in place of its block.
    pub taker: Option<Rc<dyn Taker>>,
    /// It is that of a coroutine, whose qualified name is the label.
    pub is_coroutine: bool,
}

impl NativeFrame {
    pub fn new(future: NativeFuture, label: &'static str) -> NativeFrame {
        NativeFrame {
            future,
            label,
            generator: None,
            waits_for: None,
            owner: None,
            held: None,
            stepper: None,
            taker: None,
            is_coroutine: false,
        }
    }

    /// As [`Frame::is_unmade`].
    pub fn is_unmade(&self) -> bool {
        self.is_coroutine && self.generator.is_none()
    }
}

/// A frame on a stack.
pub enum AnyFrame {
    Python(Box<Frame>),
    Native(Box<NativeFrame>),
}

impl AnyFrame {
    /// The frame, if CPython has one for it too.
    pub fn shown(&self) -> Option<&Frame> {
        match self {
            AnyFrame::Python(frame) if !frame.code.is_hidden() => Some(frame),
            _ => None,
        }
    }

    pub fn shown_mut(&mut self) -> Option<&mut Frame> {
        match self {
            AnyFrame::Python(frame) if !frame.code.is_hidden() => Some(frame),
            _ => None,
        }
    }

    pub fn generator(&self) -> Option<&Rc<Generator>> {
        match self {
            AnyFrame::Python(f) => f.generator.as_ref(),
            AnyFrame::Native(f) => f.generator.as_ref(),
        }
    }

    /// Makes an object of a coroutine that is none, in the chain of `root`.
    pub fn ensure_coroutine(&mut self, root: Weak<Generator>) {
        match self {
            AnyFrame::Python(frame) if frame.is_unmade() => frame.make_coroutine(root),
            AnyFrame::Native(frame) if frame.is_unmade() => {
                frame.generator = Some(Generator::chained_native(frame.label, root));
            }
            _ => {}
        }
    }

    pub fn set_generator(&mut self, generator: Option<Rc<Generator>>) {
        match self {
            AnyFrame::Python(f) => {
                f.holds_more |= generator.is_some();
                f.generator = generator;
            }
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
    /// The line that raised what a handler of the frame took last; 0: none.
    pub raised_line: Cell<u32>,
    /// The instruction after the last one that ran.
    pub pc: Cell<usize>,
    /// Of a frame that runs or is suspended they are its own, see [`FrameNow`].
    pub slots: RefCell<Vec<Value>>,
    /// The mapping that a class body's names were in; of a function, what `f_locals` has been given beyond its variables.
    pub namespace: RefCell<Option<Value>>,
    /// The caller's, once the frame has ended.
    pub back: RefCell<Option<Rc<FrameObject>>>,
    /// The generator whose frame it is.
    pub generator: RefCell<Weak<Generator>>,
    /// `f_trace`: what a trace function is told by; `Unset`: nothing.
    pub trace: RefCell<Value>,
    /// `f_trace_lines`
    pub traces_lines: Cell<bool>,
}

impl FrameObject {
    /// Of a function: the dict for what `f_locals` is given beyond its variables.
    pub fn extras(&self) -> Rc<super::containers::Dict> {
        let known = self.namespace.borrow().clone();
        if let Some(Value::Dict(known)) = known {
            return known;
        }
        let made = super::containers::Dict::new();
        self.namespace.replace(Some(Value::Dict(made.clone())));
        made
    }

    pub fn new(code: &Rc<CodeObject>, globals: &Rc<Namespace>, line: u32, slots: Vec<Value>) -> Rc<FrameObject> {
        Rc::new(FrameObject {
            header: Header::default(),
            code: code.clone(),
            globals: globals.clone(),
            line: Cell::new(line),
            raised_line: Cell::new(0),
            pc: Cell::new(0),
            slots: RefCell::new(slots),
            namespace: RefCell::default(),
            back: RefCell::default(),
            generator: RefCell::default(),
            trace: RefCell::default(),
            traces_lines: Cell::new(true),
        })
    }
}

impl FrameObject {
    /// Lets go of its variables and its caller.
    pub fn clear(&self) {
        drop(self.back.take());
        finalizer::release(self.trace.take());
        finalizer::release_all(self.slots.take());
    }
}

/// How the frame of a frame object stands while it has not ended.
pub struct FrameNow {
    pub line: u32,
    pub pc: usize,
    pub slots: Vec<Value>,
    pub namespace: Option<Value>,
    pub back: Option<Rc<FrameObject>>,
    /// It is on the stack; else its generator is suspended.
    pub running: bool,
}

impl Drop for FrameObject {
    fn drop(&mut self) {
        finalizer::release_all(self.slots.take());
        // A long chain of callers ends here, one after the other.
        let mut back = self.back.take();
        while let Some(frame) = back.and_then(Rc::into_inner) {
            back = frame.back.take();
        }
    }
}
