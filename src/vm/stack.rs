//! A thread's stack: segments of frames. A segment is what is suspended and resumed as one: the code of the thread
//! itself, or the chain of a generator that is resumed by itself.

use std::rc::Rc;

use crate::objects::cx::Block;
use crate::objects::exception::PyResult;
use crate::objects::frame::AnyFrame;
use crate::objects::generator::{AsyncGenHooks, Generator};

/// Who gets what comes of a segment.
pub enum Root {
    /// The thread: its first code.
    Thread,
    /// A nested run: Rust code waits for the result.
    Nested,
    /// A generator resumed for a `for` loop or by a call (`next`, `send`, `throw`): a yield is the value, the end is
    /// StopIteration in the frame below.
    Value(Rc<Generator>),
    /// A generator or coroutine stepped by native code (a task): the native frame below gets a `Step`.
    Step(Rc<Generator>),
}

pub struct Segment {
    pub frames: Vec<AnyFrame>,
    pub root: Root,
    /// An exception has been thrown in: so many of the frames, from the outermost, wait for what becomes of it.
    pub thrown: usize,
    /// An exception is being thrown into this frame alone, an async generator's.
    pub into: Option<usize>,
}

impl Segment {
    /// The frames that do not wait for what becomes of a thrown exception.
    pub fn entered(&self) -> &[AnyFrame] {
        self.frames.get(self.thrown..).unwrap_or_default()
    }
}

/// The stack of one thread.
#[derive(Default)]
pub struct Stack {
    pub segments: Vec<Segment>,
    /// Frames on all segments: what the recursion limit counts.
    pub depth: usize,
    /// How many frames CPython has besides: those of a running loop, of which most are one native frame here.
    pub besides: usize,
    /// What the frame on top goes on with: the value of the call it made, or the exception to raise in it.
    pub inbox: Option<Inbox>,
    /// The block that the frame on top has just asked for, for the outer loop.
    pub asks: Option<Block>,
    /// The frame on top has asked to block and gets a wake-up as its answer.
    pub blocked: bool,
    /// It has computed for a while, and blocks so once that time is over.
    pub postponed: Option<Block>,
    /// It has computed for a while, and goes on once that time is over.
    pub computed: bool,
    /// `sys.set_asyncgen_hooks`, while the thread does not run.
    pub hooks: AsyncGenHooks,
}

/// What a frame goes on with.
pub enum Inbox {
    Value(PyResult),
    Step(crate::objects::generator::Step),
    Woken(bool),
}

impl Stack {
    /// The frames of the innermost segment.
    #[inline(always)]
    pub fn top(&mut self) -> &mut Vec<AnyFrame> {
        &mut self.segments.last_mut().expect("a running thread has a segment").frames
    }

    #[inline(always)]
    pub fn push(&mut self, frame: AnyFrame) {
        self.depth += 1;
        self.top().push(frame);
    }

    #[inline(always)]
    pub fn pop(&mut self) -> Option<AnyFrame> {
        let frame = self.top().pop();
        if frame.is_some() {
            self.depth -= 1;
        }
        frame
    }

    pub fn push_segment(&mut self, frames: Vec<AnyFrame>, root: Root) {
        self.depth += frames.len();
        self.segments.push(Segment { frames, root, thrown: 0, into: None });
    }

    pub fn pop_segment(&mut self) -> Segment {
        let segment = self.segments.pop().expect("a running thread has a segment");
        self.depth -= segment.frames.len();
        segment
    }

    /// All frames, innermost first.
    pub fn frames(&self) -> impl Iterator<Item = &AnyFrame> {
        self.segments.iter().rev().flat_map(|s| s.frames.iter().rev())
    }
}
