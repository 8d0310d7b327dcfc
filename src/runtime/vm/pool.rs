//! Frames are used again: making one, and taking an ended one back.

use std::rc::Rc;

use super::core::Core;
use crate::bytecode::CodeFlags;
use crate::objects::Value;
use crate::objects::attrs::Namespace;
use crate::objects::code::CodeObject;
use crate::objects::frame::{After, Frame};
use crate::objects::gc;

impl Core {
    /// A frame of `code`, its slots empty.
    #[inline(never)]
    pub fn new_frame(&mut self, code: &Rc<CodeObject>, globals: &Rc<Namespace>) -> Box<Frame> {
        self.frame_at_once(code, globals)
    }

    /// As [`Core::new_frame`], for the evaluation loop.
    #[inline(always)]
    pub fn frame_at_once(&mut self, code: &Rc<CodeObject>, globals: &Rc<Namespace>) -> Box<Frame> {
        let Some(mut frame) = self.frames.take() else { return first_frame(code, globals) };
        std::mem::swap(&mut self.frames, &mut frame.next);
        self.ended -= 1;
        // Mostly the same function's, since the last one ended is the first one used.
        if !Rc::ptr_eq(&frame.code, code) || !Rc::ptr_eq(&frame.globals, globals) {
            convert(&mut frame, code, globals);
        }
        frame.pc = 0;
        frame.line = 0;
        frame
    }

    /// Takes an ended frame back: its values are dropped, or go to the frame object if someone holds it.
    pub fn recycle(&mut self, mut frame: Box<Frame>) {
        frame.generator = None;
        if let Some(object) = &frame.object
            && Rc::strong_count(object) > 1
        {
            self.keep_caller(&object.clone());
        }
        frame.instance.put_new(|| Value::Unset);
        let slots = frame.slots.len();
        self.keep(frame, slots);
    }

    /// Lets go of the ended frames, which hold the names that their code ran in.
    pub fn forget_ended_frames(&mut self) {
        let mut next = self.frames.take();
        while let Some(mut frame) = next {
            next = frame.next.take();
        }
        self.ended = 0;
    }

    /// As [`Core::recycle`] of a plain function's frame, of which no more than the first so many slots hold anything.
    #[inline(always)]
    pub fn keep(&mut self, mut frame: Box<Frame>, filled: usize) {
        if frame.holds_more {
            strip(&mut frame, &self.builtins);
        }
        debug_assert!(!frame.holds_more_unsaid(), "{} holds more than its slots", frame.code.code.qualname);
        let (filled, empty) = frame.slots.split_at_mut(filled);
        debug_assert!(
            empty.iter().all(Value::is_unset),
            "a temporary is left at the end of {}",
            frame.code.code.qualname
        );
        for slot in filled {
            slot.put_new(|| Value::Unset);
        }
        if self.ended < 256 {
            self.ended += 1;
            std::mem::swap(&mut self.frames, &mut frame.next);
            // What was next to a frame in use is nothing: there is nothing to drop.
            std::mem::forget(self.frames.replace(frame));
        }
    }
}

/// A frame where none has ended yet.
#[cold]
fn first_frame(code: &Rc<CodeObject>, globals: &Rc<Namespace>) -> Box<Frame> {
    Box::new(Frame {
        code: code.clone(),
        pc: 0,
        line: 0,
        slots: vec![Value::Unset; code.slots],
        globals: globals.clone(),
        namespace: None,
        after: After::Discard,
        handled: None,
        generator: None,
        instance: Value::Unset,
        then: None,
        object: None,
        running: None,
        holds_more: !code.has(CodeFlags::OPTIMIZED),
        next: None,
    })
}

/// Makes the ended frame of another function one of `code`.
#[inline(never)]
fn convert(frame: &mut Frame, code: &Rc<CodeObject>, globals: &Rc<Namespace>) {
    frame.globals = globals.clone();
    frame.code = code.clone();
    frame.running = None;
    frame.holds_more = !code.has(CodeFlags::OPTIMIZED);
    if frame.slots.len() != code.slots {
        frame.slots.resize_with(code.slots, Value::default);
    }
}

/// Lets go of what few frames have besides their slots. `builtins`: names that stay.
#[cold]
fn strip(frame: &mut Frame, builtins: &Rc<Namespace>) {
    if let Some(object) = frame.object.take()
        && Rc::strong_count(&object) > 1
    {
        object.pc.set(frame.pc);
        object.line.set(super::unwind::ended_at(&object, &frame.code, frame.pc));
        if !frame.code.has(CodeFlags::OPTIMIZED) {
            object.namespace.replace(frame.namespace.take());
        }
        let empty = vec![Value::Unset; frame.slots.len()];
        object.slots.replace(std::mem::replace(&mut frame.slots, empty));
        gc::link_all(&object, &object.slots.borrow());
    }
    // The names that `eval` was given go with its frame.
    if !frame.code.has(CodeFlags::OPTIMIZED) {
        frame.globals = builtins.clone();
    }
    frame.namespace = None;
    frame.handled = None;
    frame.then = None;
    frame.holds_more = false;
}
