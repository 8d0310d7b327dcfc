//! A thread's stack: segments of frames. A segment is what is suspended and resumed as one: the code of the thread
//! itself, or the chain of a generator that is resumed by itself.

use std::rc::Rc;

use super::trace_function::Tracer;
use crate::objects::Value;
use crate::objects::cx::Block;
use crate::objects::exception::{Exc, PyResult};
use crate::objects::frame::AnyFrame;
use crate::objects::generator::{AsyncGenHooks, Generator};
use crate::objects::then::Then;

/// Who gets what comes of a segment.
#[derive(Default)]
pub enum Root {
    /// The thread: its first code.
    #[default]
    Thread,
    /// A nested run: Rust code waits for the result.
    Nested,
    /// A generator resumed for a `for` loop or by a call (`next`, `send`, `throw`): a yield is the value, the end is
    /// StopIteration in the frame below.
    Value(Rc<Generator>),
    /// A generator or coroutine stepped by native code (a task): the native frame below gets a `Step`.
    Step(Rc<Generator>),
    /// Nobody: finalizers that have come between two instructions. What the stack goes on with after them.
    Finalizers(Option<Inbox>),
}

impl Root {
    /// The generator whose chain the segment is.
    pub fn generator(&self) -> Option<&Rc<Generator>> {
        match self {
            Root::Value(generator) | Root::Step(generator) => Some(generator),
            Root::Thread | Root::Nested | Root::Finalizers(_) => None,
        }
    }
}

#[derive(Default)]
pub struct Segment {
    pub frames: Vec<AnyFrame>,
    pub root: Root,
    /// An exception has been thrown in: so many of the frames, from the outermost, wait for what becomes of it.
    pub thrown: usize,
    /// An exception is being thrown into this frame alone, an async generator's.
    pub into: Option<usize>,
    /// What the value is where a generator ends that a call has resumed, in place of StopIteration.
    pub default: Option<Box<Value>>,
    /// What becomes of what a generator yields, or of its end, for whoever resumed it.
    pub then: Option<Box<dyn Then>>,
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
    /// The innermost segment; while there is none, an empty one.
    pub top: Segment,
    /// What is below it, the empty one first.
    below: Vec<Segment>,
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
    /// An exception that another thread has for it (`PyThreadState_SetAsyncExc`), raised where it runs next.
    pub sent: Option<Exc>,
    /// What a native function handles, if no Python frame does.
    pub native_handled: Option<Exc>,
    /// `sys.settrace`
    pub tracer: Option<Box<Tracer>>,
    /// `sys.set_asyncgen_hooks`, while the thread does not run.
    pub hooks: AsyncGenHooks,
    /// How many frames coroutines remember of those that made them in this thread.
    pub origin_depth: usize,
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
        &mut self.top.frames
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
        self.put_segment(Segment { frames, root, thrown: 0, into: None, default: None, then: None });
    }

    pub fn pop_segment(&mut self) -> Segment {
        let below = self.below.pop().expect("a running thread has a segment");
        let segment = std::mem::replace(&mut self.top, below);
        self.depth -= segment.frames.len();
        segment
    }

    /// The segment below the innermost.
    pub fn below(&self) -> Option<&Segment> {
        self.below.last()
    }

    /// Puts a segment on top whose frames are counted already.
    pub fn put_segment(&mut self, segment: Segment) {
        self.below.push(std::mem::replace(&mut self.top, segment));
    }

    /// How many segments there are.
    pub fn count(&self) -> usize {
        self.below.len()
    }

    /// All segments, outermost first, and before them the empty one.
    pub fn segments(&self) -> impl DoubleEndedIterator<Item = &Segment> {
        self.below.iter().chain([&self.top])
    }

    /// As [`Stack::segments`], to change them.
    pub fn segments_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Segment> {
        self.below.iter_mut().chain([&mut self.top])
    }

    /// All frames, innermost first.
    pub fn frames(&self) -> impl Iterator<Item = &AnyFrame> {
        self.segments().rev().flat_map(|s| s.frames.iter().rev())
    }
}
