//! `Interp` as the VM implements it, and the accounting of fuel, cost and memory.

use std::any::Any;
use std::rc::Rc;

use super::core::{Core, Output, Vm, Written};
use super::run::run_nested;
use crate::objects::code::CodeObject;
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::frame::{AnyFrame, Frame, FrameNow, FrameObject};
use crate::objects::function::Function;
use crate::objects::generator::{Generator, GeneratorState};
use crate::objects::interp::{Interp, MACHINE_MEMORY, Place, States, Stop};
use crate::objects::stack_entry::StackEntry;
use crate::objects::{Args, Cx, Exc, Flow, Object, Value, type_name, types};
use crate::trace::{CodeId, Log, Stream};

/// The line of the last instruction before `pc` that has one: a handler's clean-up has none of its own.
pub(super) fn standing_at(code: &CodeObject, pc: usize) -> u32 {
    (0..pc).rev().map(|at| code.line(at)).find(|line| *line > 0).unwrap_or(code.code.first_line)
}

/// How deep native recursion may be: wasm's stack is small.
const MOST_NATIVE: usize = 300;
/// An allocation of so many bytes takes as much of a slice as one instruction.
const BYTES_OF_ONE: u64 = 64;

impl Interp for Vm {
    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }

    fn lend(&mut self) -> Box<dyn Interp> {
        let mut core = self.core.take();
        // The handle of the last poll serves again.
        match core.as_mut().and_then(|core| core.handle.take()) {
            Some(mut handle) => {
                handle.core = core;
                handle
            }
            None => Box::new(Vm { core }),
        }
    }

    fn restore(&mut self, lent: Box<dyn Interp>) {
        if let Ok(mut handle) = lent.into_any().downcast::<Vm>() {
            self.core = handle.core.take();
            self.handle = Some(handle);
        }
    }

    fn cx(&self) -> Cx {
        Cx(self.mail.clone())
    }

    fn log(&mut self) -> &mut Log {
        &mut self.log
    }

    fn states(&mut self) -> &mut States {
        &mut self.states
    }

    fn is_watched(&self) -> bool {
        self.watched
    }

    fn finish(&mut self, flow: Flow) -> PyResult {
        run_nested(self, flow)
    }

    fn call_at_length(&mut self, callable: &Value, args: Args) -> PyResult {
        let flow = self.begin_call(callable, args);
        super::run::run_at_length(self, flow)
    }

    fn begin_call(&mut self, callable: &Value, args: Args) -> Flow {
        Flow::of_call(self, callable, args)
    }

    fn frame_of_call(
        &mut self,
        function: &Rc<Function>,
        receiver: Option<&Value>,
        args: &mut [Value],
    ) -> Option<Box<Frame>> {
        let code = &function.code;
        let first = receiver.is_some() as usize;
        let is_plain = code.enters_with.get() as usize == args.len() + first && !code.suspends;
        if !is_plain || self.body_namespace.is_some() || code.shortcut.get().is_some() {
            return None;
        }
        let mut frame = self.new_frame(code, &function.globals);
        let (own, rest) = frame.slots.split_at_mut(first);
        if let ([slot], Some(receiver)) = (own, receiver) {
            slot.set(receiver.clone());
        }
        for (slot, arg) in rest.iter_mut().zip(args) {
            slot.set(arg.take());
        }
        if let Some(closure) = &function.closure {
            super::call::fill_closure(&mut frame, closure);
        }
        Some(frame)
    }

    fn import(&mut self, name: &str) -> PyResult {
        super::imports::import_module(self, name)
    }

    fn imported(&self, name: &str) -> Option<Value> {
        self.module(crate::objects::Symbol::new(name))
    }

    fn depth(&self) -> usize {
        self.stack.depth
    }

    fn besides(&mut self) -> &mut usize {
        &mut self.stack.besides
    }

    fn frames(&self) -> Vec<(usize, StackEntry)> {
        let all = self.stack.segments().flat_map(|s| s.frames.iter()).enumerate();
        let shown = all.filter_map(|(depth, frame)| {
            let frame = frame.shown()?;
            let (file, function) = (frame.code.filename.clone(), frame.code.code.name.clone());
            Some((depth, StackEntry { file, line: standing_at(&frame.code, frame.pc), function }))
        });
        shown.collect()
    }

    fn awaits_within(&self, qualname: &str, owner: Option<&Rc<Object>>) -> Option<&'static str> {
        crate::asyncio::coroutine_places::awaits_within(qualname, owner)
    }

    fn frame_of(&mut self, generator: &Rc<Generator>) -> Option<Rc<FrameObject>> {
        Core::frame_of(self, generator).or_else(|| crate::asyncio::coroutine_places::frame(generator))
    }

    fn frame_now(&mut self, object: &Rc<FrameObject>) -> Option<FrameNow> {
        Core::frame_now(self, object)
    }

    fn track_origins(&mut self, depth: usize) -> usize {
        std::mem::replace(&mut self.stack.origin_depth, depth)
    }

    fn note_origin(&mut self, coroutine: &Generator) {
        if self.stack.origin_depth > 0 {
            let depth = self.stack.origin_depth;
            let origin = crate::asyncio::source_traceback::stack(self, Some(depth));
            coroutine.given.change(|given| given.origin = Some(origin.into()));
        }
    }

    fn line_of(&self, generator: &Rc<Generator>) -> Option<u32> {
        let line = |frame: &AnyFrame| match frame {
            AnyFrame::Python(frame) => Some(standing_at(&frame.code, frame.pc)),
            AnyFrame::Native(_) => None,
        };
        let is_its = |frame: &&AnyFrame| frame.generator().is_some_and(|g| Rc::ptr_eq(g, generator));
        match &*generator.state.borrow() {
            GeneratorState::Created(_) => generator.code.as_ref().map(|code| code.code.first_line),
            state @ (GeneratorState::Suspended(_) | GeneratorState::Idle(_)) => state.chain()?.first().and_then(line),
            GeneratorState::Running => self.stack.frames().find(is_its).and_then(line),
            GeneratorState::Chained(root) => match root.upgrade() {
                Some(root) => match root.state.borrow().chain() {
                    Some(chain) => chain.iter().find(is_its).and_then(line),
                    None => self.stack.frames().find(is_its).and_then(line),
                },
                None => self.stack.frames().find(is_its).and_then(line),
            },
            GeneratorState::Closed => None,
        }
    }

    fn source_line(&self, file: &str, line: u32) -> Option<String> {
        super::traceback::source_line(self, file, line)
    }

    fn read_lines(&mut self, file: &Rc<str>) {
        super::traceback::linecache::read(self, file);
    }

    fn format_exception(&mut self, exc: &Exc) -> String {
        super::traceback::format_exception(self, exc, true)
    }

    fn handled(&self) -> Option<Exc> {
        self.handled_below()
    }

    fn set_handled_by_native(&mut self, exc: Option<Exc>) -> Option<Exc> {
        std::mem::replace(&mut self.stack.native_handled, exc)
    }

    fn place(&self) -> Place {
        self.place_in(|_, _| true)
    }

    fn program_place(&self) -> Place {
        let own = self.place_in(|file, _| !file.starts_with("<stdlib>"));
        if own.globals.is_some() { own } else { self.place() }
    }

    fn making_place(&self) -> Place {
        self.place_in(|file, function| !file.starts_with("<stdlib>") && function != "__init__")
    }

    fn library_call(&self) -> Option<Rc<str>> {
        let mut called = None;
        for frame in self.stack.frames() {
            if let AnyFrame::Python(frame) = frame {
                if !frame.code.filename.starts_with("<stdlib>") {
                    break;
                }
                called = Some(&frame.code.code.qualname);
            }
        }
        called.cloned()
    }

    fn stands_in_library(&self, besides: &[&str]) -> bool {
        for frame in self.stack.frames() {
            let AnyFrame::Python(frame) = frame else { continue };
            match frame.code.filename.strip_prefix("<stdlib>/") {
                None => return false,
                Some(file) if besides.iter().any(|other| file.starts_with(other)) => {}
                Some(_) => return true,
            }
        }
        false
    }

    fn super_arguments(&self) -> PyResult<(Value, Value)> {
        let frame = self.stack.frames().find_map(|f| match f {
            AnyFrame::Python(frame) => Some(frame),
            AnyFrame::Native(_) => None,
        });
        let Some(frame) = frame else { return Err(runtime_error("super(): no current frame")) };
        let code = &frame.code;
        if code.code.params.positional == 0 {
            return Err(runtime_error("super(): no arguments"));
        }
        let contents = |slot: usize| match &frame.slots[slot] {
            Value::Cell(cell) => cell.contents.borrow().clone(),
            other => other.clone(),
        };
        let receiver = contents(0);
        if receiver.is_unset() {
            return Err(super::super_method::no_receiver(frame));
        }
        let Some(at) = code.code.free.iter().position(|n| &**n == "__class__") else {
            return Err(runtime_error("super(): __class__ cell not found"));
        };
        match contents(code.first_free + at) {
            Value::Unset => Err(runtime_error("super(): empty __class__ cell")),
            class @ Value::Type(_) => Ok((class, receiver)),
            other => Err(runtime_error(format!("super(): __class__ is not a type ({})", type_name(&other)))),
        }
    }

    fn to_stderr(&mut self, text: &str) {
        super::report::to_stderr(self, text);
    }

    fn write(&mut self, stream: Stream, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.write_elsewhere(stream, text.as_bytes()) {
            return;
        }
        let Output::Terminal(stream) = self.outputs[stream as usize] else { return };
        let time = crate::machine::machine(self).now();
        self.log.output_written(stream, text);
        match self.written.last_mut() {
            Some(last) if last.stream == stream && last.time == time => last.text.push_str(text),
            _ => self.written.push(Written { stream, time, text: text.to_string() }),
        }
    }

    fn flush(&mut self, stream: Stream) {
        self.send_on(stream);
    }

    fn stop(&mut self, reason: Stop) -> Exc {
        if self.stop.is_none() {
            self.stop = Some(reason);
        }
        crate::objects::exception::system_error("the run has been stopped")
    }

    fn charge(&mut self, cost: u64) {
        self.cost += cost;
        self.fuel -= cost as i64;
    }

    fn tire(&mut self, cost: u64) {
        self.fuel -= cost as i64;
    }

    fn reserve(&mut self, bytes: usize) -> PyResult<()> {
        if bytes as u64 >= MACHINE_MEMORY || bytes == usize::MAX {
            return Err(Exc::new(&types().memory_error, vec![]));
        }
        if bytes > self.memory_limit {
            return Err(self.stop(Stop::MemoryLimit));
        }
        // Whoever watches the memory looks at it between slices.
        self.tire(bytes as u64 / BYTES_OF_ONE);
        Ok(())
    }

    fn finalize(&mut self) {
        super::finalize::drain(self);
    }

    fn never_awaited(&mut self, coroutine: &Rc<Generator>) {
        super::report::never_awaited(self, coroutine);
    }

    fn explain(&mut self, exc: &Exc) {
        super::explained::explain(self, exc);
    }

    fn unraisable(&mut self, exc: &Exc, object: &Value) {
        super::report::unraisable(self, exc, object);
    }

    fn enter_recursion(&mut self, doing: &str) -> PyResult<()> {
        if self.native_depth >= MOST_NATIVE {
            return Err(self.too_deep(doing));
        }
        self.native_depth += 1;
        Ok(())
    }

    fn leave_recursion(&mut self) {
        self.native_depth -= 1;
    }

    fn check_recursion(&mut self) -> PyResult<()> {
        if self.at_limit() || self.native_depth >= MOST_NATIVE {
            return Err(self.too_deep(""));
        }
        Ok(())
    }
}

impl Vm {
    /// Where the innermost Python frame of such a file stands; without globals if there is none.
    fn place_in(&self, wanted: impl Fn(&str, &str) -> bool) -> Place {
        for frame in self.stack.frames() {
            if let Some(frame) = frame.shown()
                && wanted(&frame.code.filename, &frame.code.code.name)
            {
                let code = &frame.code;
                return Place {
                    file: code.filename.clone(),
                    line: standing_at(code, frame.pc),
                    function: code.code.qualname.clone(),
                    globals: Some(frame.globals.clone()),
                };
            }
        }
        Place { file: self.main_file.clone(), line: 0, function: "<module>".into(), globals: None }
    }

    /// What the frames on the stack handle, innermost first. Those that wait for what becomes of an exception that was
    /// thrown in do not count, as in CPython, where `throw` goes through them without entering them.
    pub fn handled_below(&self) -> Option<Exc> {
        let mut frames = self.stack.segments().rev().flat_map(|s| s.entered().iter().rev());
        let handled = frames.find_map(|f| match f {
            AnyFrame::Python(f) => f.handled.clone(),
            AnyFrame::Native(_) => None,
        });
        handled.or_else(|| self.stack.native_handled.clone())
    }

    /// The line that makes a coroutine: see [`made_at`].
    pub(super) fn making_line(&self) -> u32 {
        let mut frames = self.stack.frames();
        let maker = frames.find_map(|frame| if let AnyFrame::Python(frame) = frame { Some(frame) } else { None });
        maker.map_or(0, |frame| made_at(&frame.code, frame.pc))
    }
}

/// The line before an offset; 0 in the library's code, which calls what it was handed, as a thread does.
#[inline]
pub(super) fn made_at(code: &CodeObject, pc: usize) -> u32 {
    if code.filename.starts_with("<stdlib>") { 0 } else { code.line(pc.saturating_sub(1)) }
}

impl Core {
    /// Accounts for instructions that have run.
    #[inline(always)]
    pub fn spend(&mut self, cost: i64) {
        self.fuel -= cost;
        self.cost += cost as u64;
    }

    /// Whether the slice or the machine's patience is used up after `cost` more.
    #[inline(always)]
    pub fn is_due(&self, cost: i64) -> bool {
        self.fuel <= cost || self.cost + cost as u64 >= self.alarm
    }

    /// Whether the loop must be left: never within a nested run, whose budget is counted by itself.
    #[cold]
    pub fn must_pause(&mut self) -> bool {
        self.stop.is_some() || self.fuel <= 0 || self.cost >= self.alarm
    }

    /// Whether another thread may run before an instruction, of which `cost` is spent with it. At least one runs between
    /// two switches.
    #[inline]
    pub fn switches_here(&self, cost: i64) -> bool {
        self.switches_anywhere && self.cost + cost as u64 > self.alarm
    }

    /// A line of the program begins.
    pub fn line(&mut self, code: &CodeObject, line: u32) {
        if let Some(id) = self.trace_id(code) {
            self.log.line(id, line);
        }
    }

    /// The number of a code object in the trace, dealt when it is first asked for. None: only the program's own files
    /// are traced.
    pub fn trace_id(&mut self, code: &CodeObject) -> Option<CodeId> {
        if code.filename.starts_with('<') {
            return None;
        }
        if code.trace_id.get() == 0 {
            let block = &code.code;
            let id = self.log.code(&block.name, &block.qualname, &code.filename, block.first_line);
            code.trace_id.set(id.0);
        }
        Some(CodeId(code.trace_id.get()))
    }
}
