//! What the engine calls as things happen. Ids are dealt here also when nothing is recorded.
//!
//! Every method returns the number of the event it recorded (or the id it dealt); pass that on as `cause` where
//! something happens later because of it: a future's end pushes its waiters' handles, a timer's firing its callback.
//! `EventId::NONE` as a cause means «by whoever acts now».

use super::event::*;
use super::ids::*;
use super::lines::{LineEvent, PackedLine};
use super::log::{CHAINS, Code, Context, Diagnostic, Link, Log};

/// Processes, threads, loops.
impl Log {
    pub fn process_started(&mut self, command: &str) -> ProcessId {
        self.child_started(command, ProcessId::NONE)
    }

    /// A process that another one starts.
    pub fn child_started(&mut self, command: &str, parent: ProcessId) -> ProcessId {
        self.counters.process += 1;
        let process = ProcessId(self.counters.process);
        let command = self.intern(command);
        self.emit(Event::ProcessStarted { process, parent, command });
        process
    }

    pub fn process_ended(&mut self, process: ProcessId, exit_code: i32) -> EventId {
        self.emit(Event::ProcessEnded { process, exit_code })
    }

    pub fn thread_started(&mut self, process: ProcessId, name: &str, daemon: bool) -> ThreadId {
        self.counters.thread += 1;
        let thread = ThreadId(self.counters.thread);
        let name = self.intern(name);
        let begin = self.emit(Event::ThreadStarted { thread, process, name, daemon });
        self.around.push(vec![Context { begin, ..Context::NOBODY }]);
        thread
    }

    /// The thread runs now: it is the context of what follows. Call it at each switch of threads, the first included.
    pub fn thread_running(&mut self, thread: ThreadId) -> EventId {
        let before = std::mem::replace(&mut self.thread, thread);
        if before != thread {
            if let Some(stack) = self.around.get_mut(before.index()) {
                stack.push(self.context);
            }
            self.context = self.outer().and_then(Vec::pop).unwrap_or(Context::NOBODY);
        }
        self.lines.new_stretch();
        let id = self.emit(Event::ThreadRunning { thread });
        if id.is_some() && self.outer().is_some_and(|outer| outer.is_empty()) {
            self.context.begin = id;
        }
        id
    }

    pub fn thread_blocked(
        &mut self,
        thread: ThreadId,
        why: Purpose,
        object: ObjectId,
        until: When,
        label: TextId,
    ) -> EventId {
        self.emit(Event::ThreadBlocked { thread, why, object, until, label })
    }

    /// A blocked thread may run again.
    pub fn thread_ready(&mut self, thread: ThreadId, cause: EventId) -> EventId {
        self.emit_because(Event::ThreadReady { thread }, cause)
    }

    pub fn thread_ended(&mut self, thread: ThreadId, outcome: Outcome, text: TextId) -> EventId {
        self.emit(Event::ThreadEnded { thread, outcome, text })
    }

    pub fn loop_created(&mut self) -> LoopId {
        self.counters.event_loop += 1;
        let event_loop = LoopId(self.counters.event_loop);
        self.emit(Event::LoopCreated { event_loop });
        event_loop
    }

    pub fn loop_started(&mut self, event_loop: LoopId) -> EventId {
        self.emit(Event::LoopStarted { event_loop })
    }

    pub fn loop_stopped(&mut self, event_loop: LoopId) -> EventId {
        self.emit(Event::LoopStopped { event_loop })
    }

    pub fn loop_closed(&mut self, event_loop: LoopId) -> EventId {
        self.emit(Event::LoopClosed { event_loop })
    }

    /// `_run_once` begins to run what is ready.
    pub fn turn_began(&mut self, event_loop: LoopId, turn: u32, ready: u32) -> EventId {
        self.emit_often(Event::TurnBegan { event_loop, turn, ready }, EventId::NONE)
    }

    /// Nanoseconds since the start of the run.
    pub fn clock_advanced(&mut self, ns: u64) -> EventId {
        let id = self.emit(Event::ClockAdvanced { to: When::new(ns) });
        self.note_advance(if id.is_none() { EventId(self.len() as u32) } else { id }, ns);
        id
    }
}

/// Handles and timers.
impl Log {
    pub fn new_handle(&mut self) -> HandleId {
        self.counters.handle += 1;
        HandleId(self.counters.handle)
    }

    /// A handle enters the ready queue. `label`: the callback as the program names it; `task`: whose step it is, or
    /// whom it concerns.
    pub fn handle_pushed(
        &mut self,
        handle: HandleId,
        event_loop: LoopId,
        kind: HandleKind,
        task: TaskId,
        label: TextId,
        cause: EventId,
    ) -> EventId {
        self.emit_often(Event::HandlePushed { handle, event_loop, kind, task, label }, cause)
    }

    /// The loop takes the handle and runs it; until [`Log::handle_done`] it is the context.
    pub fn handle_taken(&mut self, handle: HandleId) -> EventId {
        self.lines.new_stretch();
        let id = self.emit_often(Event::HandleTaken { handle }, EventId::NONE);
        self.push_context(TaskId::NONE, id, 0);
        id
    }

    pub fn handle_done(&mut self, handle: HandleId) -> EventId {
        let id = self.emit_often(Event::HandleDone { handle }, EventId::NONE);
        self.pop_context();
        self.lines.new_stretch();
        id
    }

    pub fn handle_cancelled(&mut self, handle: HandleId) -> EventId {
        self.emit(Event::HandleCancelled { handle })
    }

    /// A `TimerHandle` enters the heap, due at `ns` since the start of the run.
    pub fn timer_set(
        &mut self,
        handle: HandleId,
        event_loop: LoopId,
        kind: HandleKind,
        ns: u64,
        label: TextId,
    ) -> EventId {
        self.emit(Event::TimerSet { handle, event_loop, kind, when: When::new(ns), label })
    }

    /// A due timer moves to the ready queue. The cause is the clock's last advance.
    pub fn timer_fired(&mut self, handle: HandleId) -> EventId {
        let cause = self.advances().last().map_or(EventId::NONE, |(advance, _)| *advance);
        self.emit_because(Event::TimerFired { handle }, cause)
    }
}

/// Tasks and futures.
impl Log {
    /// `code`: the coroutine's qualified name; `args`: the short text of its arguments, without brackets.
    pub fn task_created(
        &mut self,
        event_loop: LoopId,
        code: TextId,
        args: TextId,
        name: TextId,
        named: bool,
    ) -> TaskId {
        self.counters.future += 1;
        let task = TaskId(self.counters.future);
        self.emit_often(Event::TaskCreated { task, event_loop, named, code, name, args }, EventId::NONE);
        task
    }

    /// `named`: the program gave a name, not None.
    pub fn task_named(&mut self, task: TaskId, named: bool, name: TextId) -> EventId {
        self.emit(Event::TaskNamed { task, named, name })
    }

    /// The task runs: it is the context until [`Log::step_ended`]. `handle` is none for an eager start.
    pub fn step_began(&mut self, task: TaskId, handle: HandleId, resume: Resume) -> EventId {
        self.lines.new_stretch();
        let line = self.suspended_at.get(task.0 as usize).copied().unwrap_or(0);
        self.push_context(task, EventId::NONE, line);
        let cause = self.outer().and_then(|outer| outer.last()).map_or(EventId::NONE, |outer| outer.begin);
        let id = self.emit_often(Event::StepBegan { task, handle, resume }, cause);
        self.context.begin = id;
        id
    }

    pub fn step_ended(
        &mut self,
        task: TaskId,
        how: StepEnd,
        future: FutureId,
        chain: ChainId,
        text: TextId,
    ) -> EventId {
        let id = self.emit_often(Event::StepEnded { task, how, future, chain, text }, EventId::NONE);
        let index = task.0 as usize;
        if self.suspended_at.len() <= index {
            self.suspended_at.resize(index + 1, 0);
        }
        self.suspended_at[index] = self.context.line;
        self.pop_context();
        self.lines.new_stretch();
        id
    }

    /// A future that is not a task. `object`: the queue, lock, … whose waiter it is.
    pub fn future_created(&mut self, purpose: Purpose, object: ObjectId, label: TextId) -> FutureId {
        self.counters.future += 1;
        let future = FutureId(self.counters.future);
        if self.options.record && purpose == Purpose::Plain {
            self.look_for_names();
        }
        self.emit_often(Event::FutureCreated { future, purpose, object, label }, EventId::NONE);
        future
    }

    pub fn future_named(&mut self, future: FutureId, name: TextId) -> EventId {
        self.emit(Event::FutureNamed { future, name })
    }

    /// Of futures and tasks: the result or exception is there. Pass the returned event on as the cause of the pushes
    /// of its callbacks.
    pub fn future_done(&mut self, future: FutureId, outcome: Outcome, text: TextId) -> EventId {
        self.emit_often(Event::FutureDone { future, outcome, text }, EventId::NONE)
    }

    /// `cancel()` of a task or future. Pass the returned event on as the cause of what it pushes.
    pub fn cancel_requested(&mut self, future: FutureId, message: TextId) -> EventId {
        self.emit(Event::CancelRequested { future, message })
    }
}

/// Synchronisation primitives, scopes, executors, sockets: objects.
impl Log {
    /// `number`: maxsize, initial value or parties; `label`: as Python names it, `asyncio.Queue`.
    pub fn object_created(&mut self, kind: ObjectKind, number: i32, label: TextId) -> ObjectId {
        self.counters.object += 1;
        let object = ObjectId(self.counters.object);
        if self.options.record {
            self.look_for_names();
        }
        self.emit(Event::ObjectCreated { object, kind, number, label });
        object
    }

    /// As [`Log::object_created`], of a label in words and of any number.
    pub fn object_labelled(&mut self, kind: ObjectKind, number: i64, label: &str) -> ObjectId {
        let label = self.intern(label);
        self.object_created(kind, number.clamp(i32::MIN as i64, i32::MAX as i64) as i32, label)
    }

    pub fn object_named(&mut self, object: ObjectId, name: TextId) -> EventId {
        self.emit(Event::ObjectNamed { object, name })
    }

    fn look_for_names(&mut self) {
        self.unnamed = true;
        self.lines.ask();
    }

    /// Whether objects or futures were made since [`Log::take_unnamed`] was last called: then the next line looks which of its frame's
    /// variables holds them. (A call's result goes into a local variable without an instruction of its own.)
    #[inline(always)]
    pub fn has_unnamed(&self) -> bool {
        self.unnamed
    }

    pub fn take_unnamed(&mut self) {
        self.unnamed = false;
    }

    /// See [`Operation`] for what `value`, `text` and `future` say.
    pub fn object_used(
        &mut self,
        object: ObjectId,
        operation: Operation,
        value: i32,
        text: TextId,
        future: FutureId,
    ) -> EventId {
        self.emit_often(Event::ObjectUsed { object, operation, value, text, future }, EventId::NONE)
    }

    /// A lock that another thread has taken at some line, which is told only now that somebody waits for it.
    pub fn lock_was_taken(&mut self, object: ObjectId, by: ThreadId, line: u16) {
        let context = Context { task: TaskId::NONE, line, ..self.context };
        let (thread, context) =
            (std::mem::replace(&mut self.thread, by), std::mem::replace(&mut self.context, context));
        self.object_used(object, Operation::Acquire, 1, TextId::NONE, FutureId::NONE);
        (self.thread, self.context) = (thread, context);
    }
}

/// Lines, output, exceptions, findings, the end.
impl Log {
    /// A code object of the user's files; ask once for each.
    pub fn code(&mut self, name: &str, qualname: &str, file: &str, first_line: u32) -> CodeId {
        let code = Code {
            name: self.intern(name),
            qualname: self.intern(qualname),
            file: self.intern(file),
            first_line: short(first_line),
        };
        self.codes.push(code);
        CodeId(self.codes.len().min(u16::MAX as usize) as u16)
    }

    /// A line of the user's code begins to run.
    pub fn line(&mut self, code: CodeId, line: u32) {
        let (before, task, thread, line) = (self.length, self.context.task, self.thread, short(line));
        if self.lines.push(LineEvent { before, task, thread, code, line, counted: false }) {
            self.context.line = line;
        }
    }

    /// As [`Log::line`] if nobody asks about lines ([`Log::ask_lines`]). False: nothing has happened.
    #[inline(always)]
    pub fn line_at_once(&mut self, line: PackedLine) -> bool {
        if !self.lines.record(self.length, line) {
            return self.first_of_span(line);
        }
        self.context.line = line.line();
        true
    }

    #[inline(never)]
    fn first_of_span(&mut self, line: PackedLine) -> bool {
        let at_once = !self.lines.is_asked();
        if at_once {
            self.line(line.code(), line.line() as u32);
        }
        at_once
    }

    /// From now on no line is recorded at once: whoever runs it has something to look for first.
    pub fn ask_lines(&mut self) {
        self.lines.ask();
    }

    /// There is nothing to look for at a line any more.
    pub fn answer_lines(&mut self) {
        self.lines.answer();
    }

    /// The context stands at this line (again), without a line event: after a call returns to its caller's line.
    #[inline]
    pub fn at_line(&mut self, line: u32) {
        self.context.line = short(line);
    }

    /// An await chain, built from the task's coroutine inwards: `outer` is NONE for the first frame.
    pub fn chain(&mut self, outer: ChainId, name: TextId, line: u32) -> ChainId {
        let link = Link { outer, name, line: short(line) };
        if let Some(id) = self.link_ids.get(&link) {
            return *id;
        }
        self.links.push(link);
        let id = ChainId(self.links.len() as u32);
        self.link_ids.insert(link, id);
        id
    }

    /// The chain kept under a key that stands for all its frames ([`Log::keep_chain`]), if it has not been displaced.
    pub fn chain_at(&self, key: u64) -> Option<ChainId> {
        let (known, chain) = self.chains[key as usize % CHAINS];
        (known == key && chain.is_some()).then_some(chain)
    }

    pub fn keep_chain(&mut self, key: u64, chain: ChainId) {
        self.chains[key as usize % CHAINS] = (key, chain);
    }

    /// Text written to a stream by the context. Flushed pieces as the program writes them; lines are put together above.
    pub fn output_written(&mut self, stream: Stream, text: &str) -> EventId {
        match self.push_output(text) {
            Some(start) => self.emit(Event::Output { stream, start, length: text.len() as u32 }),
            None => EventId::NONE,
        }
    }

    pub fn exception_raised(&mut self, text: TextId) -> EventId {
        self.emit(Event::ExceptionRaised { text })
    }

    pub fn exception_caught(&mut self, text: TextId) -> EventId {
        self.emit(Event::ExceptionCaught { text })
    }

    pub fn signal(&mut self, number: u16, name: &str) -> EventId {
        let name = self.intern(name);
        self.emit(Event::Signal { number, name })
    }

    pub fn input_asked(&mut self, prompt: TextId) -> EventId {
        self.emit(Event::InputAsked { prompt })
    }

    pub fn input_given(&mut self, text: TextId) -> EventId {
        self.emit(Event::InputGiven { text })
    }

    /// A finding; recorded also after the log is full.
    pub fn diagnose(&mut self, diagnostic: Diagnostic) -> EventId {
        let number = self.push_diagnostic(diagnostic);
        self.emit(Event::Diagnostic { number })
    }

    /// The last event; recorded also after the log is full.
    pub fn run_ended(&mut self, reason: EndReason, exit_code: i32, text: TextId) -> EventId {
        self.emit(Event::RunEnded { reason, exit_code, text })
    }
}

/// The context.
impl Log {
    /// The event that began what acts now, the default cause.
    pub fn acting(&self) -> EventId {
        self.context.begin
    }

    /// The line that runs now; 0 if none is known.
    pub fn acting_line(&self) -> u32 {
        self.context.line as u32
    }

    /// The task that acts now, if one does.
    pub fn acting_task(&self) -> TaskId {
        self.context.task
    }

    /// The contexts around the present one, outermost first; None before any thread runs.
    #[inline]
    fn outer(&mut self) -> Option<&mut Vec<Context>> {
        self.around.get_mut(self.thread.index())
    }

    #[inline]
    fn push_context(&mut self, task: TaskId, begin: EventId, line: u16) {
        let context = self.context;
        if let Some(outer) = self.outer() {
            outer.push(context);
            self.context = Context { task, begin, line };
            self.lines.new_span();
        }
    }

    /// The thread's own code at the bottom stays.
    #[inline]
    fn pop_context(&mut self) {
        if let Some(context) = self.outer().and_then(Vec::pop) {
            self.context = context;
            self.lines.new_span();
        }
    }
}

fn short(line: u32) -> u16 {
    line.min(u16::MAX as u32) as u16
}
