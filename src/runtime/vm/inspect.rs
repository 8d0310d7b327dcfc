//! Looking into a run that has been brought to a step: it halts before a line, and shows the frames of a task or a thread
//! with their locals. Nothing of the program runs for that.

use std::rc::Rc;

use super::core::{Core, Vm};
use super::process::Threads;
use super::stack::Stack;
use crate::asyncio::{asyncio, labels};
use crate::objects::Value;
use crate::objects::frame::{AnyFrame, Frame};
use crate::objects::generator::{Generator, GeneratorState};
use crate::trace::{TaskId, ThreadId};

/// Where a run halts: before the first line after so many events and lines of the log, or where no thread runs then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Halt {
    pub events: usize,
    pub lines: usize,
}

impl Halt {
    pub const NEVER: Halt = Halt { events: usize::MAX, lines: usize::MAX };
}

/// A frame as the inspector shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameView {
    /// As tracebacks name it; of a native frame what asyncio calls it.
    pub name: Rc<str>,
    /// The line it stands on; 0: it has none.
    pub line: u32,
    /// Names and short reprs, parameters first. No code of the program runs for a repr.
    pub locals: Vec<(Rc<str>, String)>,
}

impl Core {
    /// Is it a place at which the run shall halt, before a line or between threads? Never within a nested run, which cannot be left.
    #[inline(always)]
    pub fn halts_here(&self) -> bool {
        self.log.lines().len() >= self.halt.lines && self.log.len() >= self.halt.events && self.nested == 0
    }

    fn stack_of(&mut self, thread: ThreadId) -> Option<&Stack> {
        let threads = self.states.find::<Threads>()?;
        if threads.current == thread { Some(&self.stack) } else { threads.stacks.get(&thread).map(Box::as_ref) }
    }
}

/// A frame's name, its line and what its variables hold.
type Parts = (Rc<str>, u32, Vec<(Rc<str>, Value)>);

impl Vm {
    /// The frames of a living task, outermost first; empty if there is no such task.
    pub fn frames_of(&mut self, task: TaskId) -> Vec<FrameView> {
        let file = self.main_file.clone();
        let mut found: Vec<Parts> = Vec::new();
        if let Some(Value::Generator(coroutine)) = asyncio(self).coroutine_of(task) {
            match &*coroutine.state.borrow() {
                GeneratorState::Created(frame) => found.extend(parts(frame)),
                GeneratorState::Suspended(frames) => found.extend(frames.iter().flat_map(parts)),
                // What runs between the program's own frames is the library's.
                _ => {
                    let own = self.running_frames(&coroutine).filter(|frame| is_own(frame, &file));
                    found = begun(own.flat_map(parts).collect());
                }
            }
        }
        self.shown(found)
    }

    /// The program's own frames in a thread of any process, outermost first; empty if it has ended or not begun.
    pub fn frames_of_thread(&mut self, thread: ThreadId) -> Vec<FrameView> {
        let file = self.main_file.clone();
        let own = |stack: &Stack| {
            let frames = stack.segments().flat_map(|segment| &segment.frames);
            begun(frames.filter(|frame| is_own(frame, &file)).flat_map(parts).collect())
        };
        let mut found = self.stack_of(thread).map(own);
        if found.is_none() {
            found = self.parked.values_mut().find_map(|core| core.stack_of(thread).map(own));
        }
        self.shown(found.unwrap_or_default())
    }

    fn shown(&mut self, frames: Vec<Parts>) -> Vec<FrameView> {
        let view = |(name, line, values): Parts| {
            let locals = values.into_iter().map(|(local, value)| (local, labels::short(self, &value))).collect();
            FrameView { name, line, locals }
        };
        frames.into_iter().map(view).collect()
    }

    /// The frames on the stack from the coroutine's own on.
    fn running_frames<'a>(&'a self, coroutine: &'a Rc<Generator>) -> impl Iterator<Item = &'a AnyFrame> {
        let frames = self.stack.segments().flat_map(|segment| segment.frames.iter());
        frames.skip_while(|frame| !frame.generator().is_some_and(|of| Rc::ptr_eq(of, coroutine)))
    }
}

/// Without the function that was called, but stands before its first line.
fn begun(mut frames: Vec<Parts>) -> Vec<Parts> {
    while frames.len() > 1 && frames.last().is_some_and(|(_, line, _)| *line == 0) {
        frames.pop();
    }
    frames
}

/// A frame's name, line and variables; of one that gives way in `sleep(0)` that as well.
fn parts(frame: &AnyFrame) -> impl Iterator<Item = Parts> {
    let (own, awaits) = match frame {
        AnyFrame::Python(frame) => {
            ((frame.code.code.qualname.clone(), frame.line, locals(frame)), frame.after.awaits_unmade())
        }
        AnyFrame::Native(frame) => ((frame.label.into(), 0, Vec::new()), None),
    };
    [own].into_iter().chain(awaits.map(|name| (name.into(), 0, Vec::new())))
}

/// Code of the program, not of the library.
fn is_own(frame: &AnyFrame, main_file: &str) -> bool {
    match frame {
        AnyFrame::Python(frame) => *frame.code.filename == *main_file || !frame.code.filename.starts_with('<'),
        AnyFrame::Native(_) => false,
    }
}

/// What its variables hold, those of enclosing functions last; names that the compiler made are left out.
fn locals(frame: &Frame) -> Vec<(Rc<str>, Value)> {
    let code = &frame.code.code;
    if &*code.qualname == "<module>" {
        return globals(frame);
    }
    let names = code.locals.iter().chain(&code.cells).chain(&code.free);
    let held = names.zip(&frame.slots).filter(|(name, _)| !name.starts_with(['.', '@'])).map(|(name, value)| {
        let value = match value {
            Value::Cell(cell) => cell.contents.borrow().clone(),
            other => other.clone(),
        };
        (name.clone(), value)
    });
    held.filter(|(_, value)| !matches!(value, Value::Unset)).collect()
}

/// What a module's own code has bound, but for its functions, classes and imports.
fn globals(frame: &Frame) -> Vec<(Rc<str>, Value)> {
    let names = frame.globals.names.borrow();
    let held = names.iter().filter(|(name, value)| {
        let defined = matches!(
            value,
            Value::Function(_) | Value::Method(_) | Value::Builtin(_) | Value::Type(_) | Value::Module(_)
        );
        !defined && !name.text().starts_with("__")
    });
    held.map(|(name, value)| (name.text(), value.clone())).collect()
}
