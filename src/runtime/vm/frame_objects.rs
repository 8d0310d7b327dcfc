//! Frame objects of frames on the stack: what they show while their frame runs, and the callers that they keep once it
//! has ended (Python/frame.c `take_ownership`).

use std::rc::{Rc, Weak};

use super::core::Core;
use super::interp::standing_at;
use super::process::Threads;
use super::stack::{Root, Segment, Stack};
use super::unwind::frame_object;
use crate::asyncio::base_events::{EventLoop, event_loop};
use crate::asyncio::{Asyncio, run_loop};
use crate::bytecode::CodeFlags;
use crate::objects::frame::{AnyFrame, Frame, FrameNow, FrameObject};
use crate::objects::function_methods::with_frames;
use crate::objects::generator::Generator;
use crate::objects::{Object, Symbol, Value};
use crate::trace::ThreadId;
use crate::trace::sorted::sort_by_key;

/// The object of a frame of the stack that the program asks for; `root` is its segment's.
fn asked_for(frame: &mut Frame, root: &Root) -> Rc<FrameObject> {
    let object = frame_object(frame);
    if frame.is_unmade() {
        frame.make_coroutine(root.generator().map(Rc::downgrade).unwrap_or_default());
    }
    if let Some(generator) = &frame.generator {
        object.generator.replace(Rc::downgrade(generator));
    }
    object
}

impl Core {
    /// A frame that is off the stack ends while somebody holds its object: from now on that has its caller's.
    #[cold]
    pub fn keep_caller(&mut self, object: &Rc<FrameObject>) {
        let caller = self.caller_object(usize::MAX);
        object.back.replace(caller);
    }

    /// The object of the innermost Python frame under place `place` of the stack. Where a loop runs what stands at
    /// that place, it is the innermost of those that stand for the library's frames.
    pub fn caller_object(&mut self, place: usize) -> Option<Rc<FrameObject>> {
        match self.entered_loop() {
            // What the loop runs stands at its depth and above.
            Some((owner, under)) if under <= place => {
                self.shown_between(under, place).or_else(|| self.entry_frame(event_loop(&owner)))
            }
            _ => self.shown_under(place),
        }
    }

    /// The loop that runs, and the depth of the stack where what it runs begins.
    fn entered_loop(&mut self) -> Option<(Rc<Object>, usize)> {
        let running = self.states.find::<Rc<Asyncio>>()?.running_loop()?;
        let under = event_loop(&running).entered.depth.get();
        (under > 0).then_some((running, under))
    }

    /// The innermost of the frame objects for the library's frames under what a loop runs.
    fn entry_frame(&mut self, owner: &EventLoop) -> Option<Rc<FrameObject>> {
        let modules = self.modules.clone();
        let globals = |name: &str| match modules.names.borrow().get(Symbol::new(name)) {
            Some(Value::Module(module)) => module.namespace.clone(),
            _ => Rc::default(),
        };
        run_loop::entry_frame(owner, globals, || self.shown_under(owner.entered.depth.get()))
    }

    /// The object of the innermost Python frame under a place of the stack.
    fn shown_under(&mut self, place: usize) -> Option<Rc<FrameObject>> {
        self.shown_between(0, place)
    }

    fn shown_between(&mut self, from: usize, place: usize) -> Option<Rc<FrameObject>> {
        let mut at = self.stack.depth;
        for segment in self.stack.segments_mut().rev() {
            for frame in segment.frames.iter_mut().rev() {
                at -= 1;
                if at < from {
                    return None;
                }
                if at < place
                    && let Some(frame) = frame.shown_mut()
                {
                    return Some(asked_for(frame, &segment.root));
                }
            }
        }
        None
    }

    /// Whether what runs was called, at whatever distance, by a generator that is not part of an await chain.
    pub fn is_within_generator(&self) -> bool {
        use crate::objects::generator::GeneratorKind;
        let root = self.stack.top.root.generator();
        root.is_some_and(|generator| generator.kind == GeneratorKind::Generator && generator.code.is_some())
    }

    /// The object of the Python frame so many calls below the innermost one, those of the library's counted that lie under
    /// what a loop runs.
    pub fn frame_below(&mut self, depth: usize) -> Option<Rc<FrameObject>> {
        let Some((running, under)) = self.entered_loop() else { return self.shown_below(depth) };
        let owner = event_loop(&running);
        let above = self.shown_above(under, depth);
        if depth < above {
            return self.shown_below(depth);
        }
        let library = owner.entered.sites(owner.timed.get()).count();
        if depth >= above + library {
            return self.shown_below(depth - library);
        }
        let back = |frame: Rc<FrameObject>| frame.back.borrow().clone();
        (above..depth).try_fold(self.entry_frame(owner)?, |frame, _| back(frame))
    }

    /// How many Python frames lie above place `under` of the stack; of more than `most` no more are counted.
    fn shown_above(&self, under: usize, most: usize) -> usize {
        let frames = self.stack.segments().rev().flat_map(|segment| segment.frames.iter().rev());
        let above = frames.take(self.stack.depth.saturating_sub(under));
        above.filter_map(AnyFrame::shown).take(most + 1).count()
    }

    fn shown_below(&mut self, depth: usize) -> Option<Rc<FrameObject>> {
        let frames = self.stack.segments_mut().rev().flat_map(|Segment { frames, root, .. }| {
            let root = &*root;
            frames.iter_mut().rev().map(move |frame| (frame, root))
        });
        let mut shown = frames.filter_map(|(frame, root)| Some((frame.shown_mut()?, root)));
        shown.nth(depth).map(|(frame, root)| asked_for(frame, root))
    }

    /// The object of the frame of a generator that runs or waits for what it has called.
    pub fn frame_of(&mut self, generator: &Rc<Generator>) -> Option<Rc<FrameObject>> {
        let is_its = |frame: &&mut AnyFrame| frame.generator().is_some_and(|of| Rc::ptr_eq(of, generator));
        self.stack.segments_mut().find_map(|segment| match segment.frames.iter_mut().find(is_its)? {
            AnyFrame::Python(frame) => Some(asked_for(frame, &segment.root)),
            AnyFrame::Native(_) => None,
        })
    }

    /// Gives a variable of a frame a value: on the stack, in a suspended generator, or after the frame's end.
    #[cold]
    pub fn set_slot(&mut self, object: &Rc<FrameObject>, slot: usize, value: Value) {
        let is_its = |frame: &Frame| frame.object.as_ref().is_some_and(|own| Rc::ptr_eq(own, object));
        let mut frames = self.stack.segments_mut().flat_map(|segment| segment.frames.iter_mut());
        let running = frames.find_map(|frame| match frame {
            AnyFrame::Python(frame) if is_its(frame) => Some(frame),
            _ => None,
        });
        if let Some(frame) = running {
            return put(&mut frame.slots, slot, value);
        }
        drop(frames);
        let generator = Weak::upgrade(&object.generator.borrow());
        if let Some(generator) = generator {
            // Its object may be a picture of it alone.
            with_frames(&generator, |frame, _, _| {
                if let AnyFrame::Python(frame) = frame {
                    put(&mut frame.slots, slot, value.clone());
                }
            });
        }
        put(&mut object.slots.borrow_mut(), slot, value);
    }

    /// How a frame object's frame stands now: on the stack, or in a suspended generator. `None`: it has ended.
    pub fn frame_now(&mut self, object: &Rc<FrameObject>) -> Option<FrameNow> {
        let is_its = |frame: &Frame| frame.object.as_ref().is_some_and(|own| Rc::ptr_eq(own, object));
        let found = self.stack.segments().flat_map(|segment| &segment.frames).enumerate().find_map(|(at, frame)| {
            let AnyFrame::Python(frame) = frame else { return None };
            is_its(frame).then(|| (at, state_of(frame, true)))
        });
        if let Some((place, now)) = found {
            return Some(FrameNow { back: self.caller_object(place), ..now });
        }
        let generator = Weak::upgrade(&object.generator.borrow());
        let suspended = generator.and_then(|generator| {
            let its = |frame: &mut AnyFrame| match frame {
                AnyFrame::Python(frame) if is_its(frame) => Some(state_of(frame, false)),
                _ => None,
            };
            with_frames(&generator, |frame, _, _| its(frame)).flatten()
        });
        suspended.or_else(|| self.frame_elsewhere(object))
    }

    /// As `frame_now`, of a frame on the stack of a thread that waits.
    #[cold]
    fn frame_elsewhere(&mut self, object: &Rc<FrameObject>) -> Option<FrameNow> {
        let stacks = &mut self.states.find::<Threads>()?.stacks;
        for stack in stacks.values_mut() {
            let mut found: Option<FrameNow> = None;
            for Segment { frames, root, .. } in stack.segments_mut().rev() {
                for frame in frames.iter_mut().rev() {
                    let AnyFrame::Python(frame) = frame else { continue };
                    match &mut found {
                        None if frame.object.as_ref().is_some_and(|own| Rc::ptr_eq(own, object)) => {
                            found = Some(state_of(frame, true));
                        }
                        Some(now) if !frame.code.is_hidden() => {
                            now.back = Some(asked_for(frame, root));
                            return found;
                        }
                        _ => {}
                    }
                }
            }
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// The innermost Python frame of each thread, the oldest thread first (`sys._current_frames`).
    pub fn frames_of_threads(&mut self) -> Vec<(ThreadId, Rc<FrameObject>)> {
        let own = self.frame_below(0);
        let Some(threads) = self.states.find::<Threads>() else { return Vec::new() };
        let shown = |stack: &mut Stack| {
            stack.segments_mut().rev().find_map(|Segment { frames, root, .. }| {
                frames.iter_mut().rev().find_map(|frame| Some(asked_for(frame.shown_mut()?, root)))
            })
        };
        let current = threads.current;
        let waiting: Vec<ThreadId> = threads.stacks.keys().copied().filter(|thread| *thread != current).collect();
        let frame_of = |thread| Some((thread, shown(threads.stacks.get_mut(&thread)?)?));
        let mut found: Vec<_> = waiting.into_iter().filter_map(frame_of).collect();
        found.extend(own.map(|frame| (current, frame)));
        sort_by_key(&mut found, |(thread, _)| *thread);
        found
    }
}

fn state_of(frame: &Frame, running: bool) -> FrameNow {
    let namespace = match &frame.namespace {
        Some(Value::Namespace(_)) | None if !frame.code.has(CodeFlags::OPTIMIZED) => {
            Some(super::class_body::namespace_dict(frame))
        }
        other => other.clone(),
    };
    FrameNow {
        line: standing_at(&frame.code, frame.pc),
        pc: frame.pc,
        slots: frame.slots.clone(),
        namespace,
        back: None,
        running,
    }
}

/// Stores a variable, in its cell if it has one.
fn put(slots: &mut [Value], slot: usize, value: Value) {
    match slots.get_mut(slot) {
        Some(Value::Cell(cell)) => drop(cell.contents.replace(value)),
        Some(place) => drop(std::mem::replace(place, value)),
        None => {}
    }
}
