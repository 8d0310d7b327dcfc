//! The log: a bounded store of scheduling events with the context that stamps them.

use std::borrow::Cow;

use super::event::{Event, Severity};
use super::ids::*;
use super::lines::Lines;
use super::text::Texts;

/// One event as recorded: what, by whom, where, because of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub event: Event,
    /// The event that brought this about; of what a task does itself, the `step-began` of its step.
    pub cause: EventId,
    /// The task that acted, if one did.
    pub task: TaskId,
    pub thread: ThreadId,
    /// The line of the user's main file that was running; 0 if none.
    pub line: u16,
}

const _: () = assert!(size_of::<Event>() <= 20);
const _: () = assert!(size_of::<Entry>() <= 32);

/// The bounds of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// False: nothing is kept but output, diagnostics and the end (`--no-trace`).
    pub record: bool,
    /// Most scheduling events.
    pub events: u32,
    /// Where that many have been recorded, the run goes on for so many more, which nobody wants to see.
    pub unrecorded: u32,
    /// Most bytes of output, both streams together.
    pub output_bytes: usize,
    /// Most line events listed for one uninterrupted stretch of a task or thread.
    pub lines_per_stretch: u32,
    /// Most line events listed at all.
    pub lines: u32,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            record: true,
            events: 1_000_000,
            unrecorded: 0,
            output_bytes: 10_000_000,
            lines_per_stretch: 2_000,
            lines: 1_000_000,
        }
    }
}

/// Which bound of the log was hit. The run must stop; what was recorded stays playable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    Events,
    Output,
}

/// A code object of the user's files, as far as a trace speaks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    pub name: TextId,
    pub qualname: TextId,
    pub file: TextId,
    pub first_line: u16,
}

/// One link of an await chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Link {
    pub outer: ChainId,
    /// The frame's function as the traceback names it.
    pub name: TextId,
    pub line: u16,
}

/// A finding about the program; the texts of both languages are the scenes' (`code` picks them, `args` fill them).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// `never-awaited`, `blocked-loop`, `deadlock`, …
    pub code: &'static str,
    pub severity: Severity,
    /// Where in the program's text, 1-based; 0: where the object of the first argument was created.
    pub line: u32,
    /// Texts for the places of the finding's sentence; `task:7` stands for the label of that task.
    pub args: Vec<TextId>,
}

/// Who acts in a thread: a stack, since a handle runs within a loop that runs within a thread's own code,
/// and an eager task's first step within its parent's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub task: TaskId,
    /// The event that began this context: the cause of what it does.
    pub begin: EventId,
    pub line: u16,
}

impl Context {
    pub const NOBODY: Context = Context { task: TaskId::NONE, begin: EventId::NONE, line: 0 };
}

/// Events are stored in blocks, so that growing never copies.
const BLOCK: usize = 1 << 12;

pub(super) const CHAINS: usize = 32;

pub struct Log {
    pub(super) options: Options,
    blocks: Vec<Vec<Entry>>,
    pub(super) length: u32,
    /// While there are fewer events than this, one more is recorded without a question.
    room: u32,
    full: Option<Full>,
    texts: Texts,
    none: TextId,
    blank: String,
    output: String,
    pub(super) lines: Lines,
    pub(super) codes: Vec<Code>,
    pub(super) links: Vec<Link>,
    /// Chains of late, by a key of whoever made them, each at its place modulo the length.
    pub(super) chains: [(u64, ChainId); CHAINS],
    pub(super) link_ids: std::collections::BTreeMap<Link, ChainId>,
    diagnostics: Vec<Diagnostic>,
    /// The clock: the event at which it was advanced, and to what.
    times: Vec<(EventId, u64)>,
    pub(super) counters: Counters,
    pub(super) thread: ThreadId,
    /// Who acts now.
    pub(super) context: Context,
    /// By thread: the contexts around the present one, outermost first; of a thread that does not run, its own too.
    pub(super) around: Vec<Vec<Context>>,
    /// Where each task was suspended, by its number.
    pub(super) suspended_at: Vec<u16>,
    /// Something was made that a variable may name.
    pub(super) unnamed: bool,
}

/// The last id dealt of each kind.
#[derive(Default)]
pub(super) struct Counters {
    pub process: u16,
    pub thread: u16,
    pub event_loop: u16,
    pub future: u32,
    pub handle: u32,
    pub object: u32,
}

impl Log {
    pub fn new(options: Options) -> Log {
        let mut lines = Lines::new(options.lines_per_stretch, options.lines);
        if !options.record {
            lines.stop();
        }
        Log {
            options,
            blocks: Vec::new(),
            length: 0,
            room: 0,
            full: None,
            texts: Texts::new(),
            none: TextId::NONE,
            blank: String::new(),
            output: String::new(),
            lines,
            codes: Vec::new(),
            links: Vec::new(),
            chains: [(0, ChainId::NONE); CHAINS],
            link_ids: std::collections::BTreeMap::new(),
            diagnostics: Vec::new(),
            times: Vec::new(),
            counters: Counters::default(),
            thread: ThreadId::NONE,
            context: Context::NOBODY,
            around: Vec::new(),
            suspended_at: Vec::new(),
            unnamed: false,
        }
    }

    /// Whether events are recorded: if not, nothing need be worded for them.
    pub fn records(&self) -> bool {
        self.options.record
    }

    /// Set once a bound is hit: the run must stop.
    pub fn full(&self) -> Option<Full> {
        self.full
    }

    /// Whether there are so many events that what is done over and over need not be told each time.
    pub fn is_crowded(&self) -> bool {
        self.length > self.options.events / 2
    }

    /// How many events are recorded.
    pub fn len(&self) -> usize {
        self.length as usize
    }

    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The event with this number. Panics beyond the end, as an index does.
    pub fn entry(&self, index: usize) -> &Entry {
        &self.blocks[index / BLOCK][index % BLOCK]
    }

    pub fn get(&self, id: EventId) -> Option<&Entry> {
        (id.index() < self.len()).then(|| self.entry(id.index()))
    }

    /// The events in order, from the given one on.
    pub fn entries_from(&self, start: usize) -> impl Iterator<Item = (EventId, &Entry)> {
        (start..self.len()).map(|index| (EventId(index as u32), self.entry(index)))
    }

    /// The events in order, as they are stored.
    pub fn blocks(&self) -> &[Vec<Entry>] {
        &self.blocks
    }

    pub fn text(&self, id: TextId) -> Cow<'_, str> {
        self.texts.get(id)
    }

    /// The name of a function or file, which is never a number's text: those ids say themselves.
    pub fn name(&self, id: TextId) -> &str {
        self.texts.stored(id)
    }

    /// The id of a text; equal texts have equal ids. Texts beyond 1,000 bytes are cut.
    pub fn intern(&mut self, text: &str) -> TextId {
        self.texts.intern(text)
    }

    /// An empty text to write one in that is then interned, see [`Log::intern_blank`].
    pub fn blank(&mut self) -> String {
        std::mem::take(&mut self.blank)
    }

    /// The id of what was written into a [`Log::blank`], which is kept for the next one.
    pub fn intern_blank(&mut self, mut text: String) -> TextId {
        let id = self.intern(&text);
        text.clear();
        self.blank = text;
        id
    }

    /// The id of «None», which most tasks and waiters come to.
    pub fn none(&mut self) -> TextId {
        if self.none.is_none() {
            self.none = self.intern("None");
        }
        self.none
    }

    /// The id of a whole number's digits.
    pub fn intern_number(&mut self, n: i64) -> TextId {
        self.texts.intern_number(n)
    }

    /// The id of what `repr` says of a float.
    pub fn intern_float(&mut self, x: f64, repr: impl FnOnce(f64) -> String) -> TextId {
        self.texts.intern_float(x, repr)
    }

    /// All output so far, both streams in order; what each event wrote is a range of it.
    pub fn output(&self) -> &str {
        &self.output
    }

    pub fn lines(&self) -> &Lines {
        &self.lines
    }

    pub fn codes(&self) -> &[Code] {
        &self.codes
    }

    pub fn code_of(&self, id: CodeId) -> Option<&Code> {
        self.codes.get(id.index())
    }

    /// The frames of an await chain, outermost first: function and line.
    pub fn chain_of(&self, mut id: ChainId) -> Vec<(TextId, u16)> {
        let mut frames = Vec::new();
        while let Some(link) = self.links.get(id.index()) {
            frames.push((link.name, link.line));
            id = link.outer;
        }
        frames.reverse();
        frames
    }

    /// The line of an await chain's innermost frame that is the program's own.
    pub fn line_of_chain(&self, mut id: ChainId) -> Option<u16> {
        while let Some(link) = self.links.get(id.index()) {
            if link.line != 0 && self.codes.iter().any(|code| code.qualname == link.name) {
                return Some(link.line);
            }
            id = link.outer;
        }
        None
    }

    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The virtual clock when the event happened, in ns since the start of the run.
    pub fn time_at(&self, id: EventId) -> u64 {
        let after = self.times.partition_point(|(advance, _)| *advance <= id);
        if after == 0 { 0 } else { self.times[after - 1].1 }
    }

    /// The clock's advances: at which event, to which time.
    pub fn advances(&self) -> &[(EventId, u64)] {
        &self.times
    }

    /// The clock now.
    pub fn now(&self) -> u64 {
        self.times.last().map_or(0, |(_, ns)| *ns)
    }

    /// Roughly the bytes held.
    pub fn bytes(&self) -> usize {
        self.blocks.len() * BLOCK * size_of::<Entry>()
            + self.texts.bytes()
            + self.output.len()
            + self.lines.bytes()
            + self.times.len() * 16
    }

    /// Records an event of the context.
    pub(super) fn emit(&mut self, event: Event) -> EventId {
        self.emit_often(event, EventId::NONE)
    }

    /// Records an event; without a cause the context's beginning is its cause.
    pub(super) fn emit_because(&mut self, event: Event, cause: EventId) -> EventId {
        self.emit_often(event, cause)
    }

    /// As [`Log::emit_because`], for what happens at each step of a task: the event is made where it is stored.
    #[inline(always)]
    pub(super) fn emit_often(&mut self, event: Event, cause: EventId) -> EventId {
        if self.length >= self.room && !(self.records_any(&event) && self.make_room(&event)) {
            return EventId::NONE;
        }
        let Context { task, begin, line } = self.context;
        let cause = if cause.is_none() { begin } else { cause };
        let entry = Entry { event, cause, task, thread: self.thread, line };
        if let Some(block) = self.blocks.last_mut() {
            block.push(entry);
        }
        self.length += 1;
        self.lines.new_span();
        EventId(self.length - 1)
    }

    /// Whether any event of this kind may be recorded: of a run that is not, only output, findings and the end are.
    #[inline(always)]
    fn records_any(&self, event: &Event) -> bool {
        self.options.record || matches!(event, Event::Output { .. } | Event::Diagnostic { .. } | Event::RunEnded { .. })
    }

    /// Sees to it that one more event can be stored. False: it is not to be kept.
    #[cold]
    #[inline(never)]
    fn make_room(&mut self, event: &Event) -> bool {
        let may_record = self.options.record && self.full.is_none() && self.length < self.options.events;
        if !may_record && !self.is_kept_anyway(event) {
            return false;
        }
        if self.length as usize == self.blocks.len() * BLOCK {
            self.blocks.push(Vec::with_capacity(BLOCK));
        }
        if may_record {
            self.room = self.options.events.min((self.blocks.len() * BLOCK) as u32);
        }
        true
    }

    /// What is recorded also of a run that is not, or in a log that is full.
    fn is_kept_anyway(&mut self, event: &Event) -> bool {
        let kept = match event {
            Event::Output { .. } => self.full.is_none(),
            Event::Diagnostic { .. } => self.length < self.options.events + 1000,
            Event::RunEnded { .. } => true,
            _ => self.full.is_none(),
        };
        if kept && self.length >= self.options.events {
            match self.options.unrecorded.checked_sub(1) {
                Some(left) => self.go_on_unrecorded(left),
                None => self.fill(Full::Events),
            }
            return matches!(event, Event::Diagnostic { .. } | Event::RunEnded { .. });
        }
        kept
    }

    /// Nothing more is recorded, for the first of such reasons.
    fn fill(&mut self, why: Full) {
        self.full.get_or_insert(why);
        self.room = 0;
        self.lines.stop();
    }

    /// Nothing more is recorded; the run is ended after so many events more.
    fn go_on_unrecorded(&mut self, left: u32) {
        (self.room, self.options.unrecorded) = (0, left);
        self.lines.stop();
    }

    pub(super) fn note_advance(&mut self, id: EventId, ns: u64) {
        match self.times.last_mut() {
            Some(last) if last.0 == id => last.1 = ns,
            _ => self.times.push((id, ns)),
        }
    }

    pub(super) fn push_diagnostic(&mut self, diagnostic: Diagnostic) -> u32 {
        self.diagnostics.push(diagnostic);
        self.diagnostics.len() as u32 - 1
    }

    /// Appends to the output; None if its bound is hit.
    pub(super) fn push_output(&mut self, text: &str) -> Option<u32> {
        if self.output.len() + text.len() > self.options.output_bytes {
            self.fill(Full::Output);
            return None;
        }
        let start = self.output.len() as u32;
        self.output.push_str(text);
        Some(start)
    }
}
