//! Looking into a run that has been brought to a step: it halts before a line, and shows the frames of a task with
//! their locals. Nothing of the program runs for that.

use std::rc::Rc;

use super::core::{Core, Vm};
use crate::asyncio::{asyncio, labels};
use crate::objects::Value;
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::generator::{Generator, GeneratorState};
use crate::trace::TaskId;

/// Before which line a run halts: the first one after so many events and lines of the log.
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
    /// Names and short reprs, parameters first. No code of the program runs for a repr.
    pub locals: Vec<(Rc<str>, String)>,
}

impl Core {
    /// Is the line that begins now one before which the run shall halt? Never within a nested run, which cannot be left.
    #[inline(always)]
    pub fn halts_here(&self) -> bool {
        self.log.lines().len() >= self.halt.lines && self.log.len() >= self.halt.events && self.nested == 0
    }
}

impl Vm {
    /// The frames of a living task, outermost first; empty if there is no such task. Of no task (`TaskId::NONE`): those
    /// of the thread that runs.
    pub fn frames_of(&mut self, task: TaskId) -> Vec<FrameView> {
        let mut found: Vec<Parts> = Vec::new();
        if task == TaskId::NONE {
            found.extend(self.stack.segments.iter().flat_map(|segment| &segment.frames).flat_map(parts));
        } else if let Some(Value::Generator(coroutine)) = asyncio(self).coroutine_of(task) {
            match &*coroutine.state.borrow() {
                GeneratorState::Created(frame) => found.extend(parts(frame)),
                GeneratorState::Suspended(frames) => found.extend(frames.iter().flat_map(parts)),
                _ => found.extend(self.running_frames(&coroutine).flat_map(parts)),
            }
        }
        let view = |(name, values): Parts| {
            let locals = values.into_iter().map(|(local, value)| (local, labels::short(self, &value))).collect();
            FrameView { name, locals }
        };
        found.into_iter().map(view).collect()
    }

    /// The frames on the stack from the coroutine's own on.
    fn running_frames<'a>(&'a self, coroutine: &'a Rc<Generator>) -> impl Iterator<Item = &'a AnyFrame> {
        let frames = self.stack.segments.iter().flat_map(|segment| segment.frames.iter());
        frames.skip_while(|frame| !frame.generator().is_some_and(|of| Rc::ptr_eq(of, coroutine)))
    }
}

type Parts = (Rc<str>, Vec<(Rc<str>, Value)>);

/// A frame's name and variables; of one that gives way in `sleep(0)` that as well.
fn parts(frame: &AnyFrame) -> impl Iterator<Item = Parts> {
    let (own, sleeps) = match frame {
        AnyFrame::Python(frame) => ((frame.code.code.qualname.clone(), locals(frame)), frame.after == After::GaveWay),
        AnyFrame::Native(frame) => ((frame.label.into(), Vec::new()), false),
    };
    [own].into_iter().chain(sleeps.then(|| ("sleep".into(), Vec::new())))
}

/// What its variables hold, those of enclosing functions last; names that the compiler made are left out.
fn locals(frame: &Frame) -> Vec<(Rc<str>, Value)> {
    let code = &frame.code.code;
    if &*code.qualname == "<module>" {
        return globals(frame);
    }
    let names = code.locals.iter().chain(&code.cells).chain(&code.free);
    let held = names.zip(&frame.slots).filter(|(name, _)| !name.starts_with('.')).map(|(name, value)| {
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
        let defined = matches!(value, Value::Function(_) | Value::Builtin(_) | Value::Type(_) | Value::Module(_));
        !defined && !name.text().starts_with("__")
    });
    held.map(|(name, value)| (name.text(), value.clone())).collect()
}
