//! The scheduler: which thread runs, who waits until when, and when the clock moves.
//!
//! One thread runs at a time; the runnable ones stand in a FIFO; when it is empty the clock jumps to the earliest
//! deadline and all threads due then become runnable, in the order in which they began to wait.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::costs::{Counts, Options, quantum_of, seconds_of};
use super::ending::Ending;
use super::lock::Lock;
use super::process::Process;
use super::run_queue::{Rank, Runnable, State, Thread, Threads, Waiting};
use super::signals::SIGINT;
use super::{EPOCH_NS, MONOTONIC_NS};
use crate::objects::Value;
use crate::objects::look::look;
use crate::trace::{EventId, Log, ObjectId, Outcome, ProcessId, Purpose, TextId, ThreadId, When};

/// What the scheduler decides.
#[derive(Debug, PartialEq)]
pub enum Next {
    /// This thread runs now. `woken`: of a thread that had blocked, whether it was woken; false if its deadline came.
    Run { thread: ThreadId, woken: bool },
    /// Every thread waits and nothing is due.
    Deadlock,
    /// The next deadline is beyond the limit; the clock stands at the limit.
    TimeLimit,
}

/// What becomes of a thread that has computed for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It goes on.
    Continue,
    /// Others are waiting for the processor: ask [`Machine::give_way`] and [`Machine::next`].
    GiveWay,
    /// Its computing takes until then, and other processes run meanwhile: ask [`Machine::compute`] and
    /// [`Machine::next`].
    Busy(u64),
    /// Its computing has brought the clock to the limit.
    TimeLimit,
}

/// The machine of one session. Its methods take the log, to which they report.
pub struct Machine {
    options: Options,
    quantum: Cell<u64>,
    now: Cell<u64>,
    pub(super) processes: RefCell<Vec<Rc<Process>>>,
    /// What one process leaves for another, by number.
    pub kept: RefCell<Vec<Box<dyn Any>>>,
    /// What all processes have in common, such as the file system.
    pub common: RefCell<Vec<(String, Value)>>,
    threads: RefCell<Threads>,
}

impl Machine {
    pub fn new(options: Options) -> Rc<Machine> {
        Rc::new(Machine {
            quantum: Cell::new(options.quantum),
            options,
            now: Cell::new(0),
            processes: RefCell::default(),
            kept: RefCell::default(),
            common: RefCell::default(),
            threads: RefCell::default(),
        })
    }

    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Instructions that a thread may run before it gives way to another.
    pub fn quantum(&self) -> u64 {
        self.quantum.get()
    }

    /// `sys.getswitchinterval()`, in seconds: CPython keeps whole microseconds.
    pub fn switch_interval(&self) -> f64 {
        1e-6 * (seconds_of(self.quantum.get()) * 1e6).round()
    }

    /// `sys.setswitchinterval(seconds)`
    pub fn set_switch_interval(&self, seconds: f64) {
        self.quantum.set(quantum_of(seconds));
    }

    /// Nanoseconds since the start of the run. Does not count as the program's reading of a clock.
    #[inline]
    pub fn now(&self) -> u64 {
        self.now.get()
    }

    /// `loop.time()` and `time.monotonic()` in seconds, without counting as a read.
    #[inline]
    pub fn monotonic(&self) -> f64 {
        (MONOTONIC_NS + self.now.get()) as f64 / 1e9
    }

    /// The program reads a clock: ns since the start of the run. A busy wait makes it move.
    pub fn read_clock(&self, log: &mut Log) -> u64 {
        let due = self.counts(|counts, options| counts.read(options));
        if due > 0 {
            self.charge(log, due);
        }
        self.now.get() + self.debt()
    }

    /// What the running thread's reading of the clock has cost and has not been charged yet, in ns: it is to be asked
    /// soon ([`Machine::ran`]).
    pub fn debt(&self) -> u64 {
        let inner = self.threads.borrow();
        inner.threads.get(&inner.current).map_or(0, |thread| thread.debt)
    }

    /// A small charge, for what cannot be left now.
    fn charge(&self, log: &mut Log, due: u64) {
        if !self.is_parallel() {
            self.computing(log, due);
            return;
        }
        let mut inner = self.threads.borrow_mut();
        let current = inner.current;
        if let Some(thread) = inner.threads.get_mut(&current) {
            thread.debt += due;
        }
    }

    /// The program reads `time.monotonic()` or `loop.time()`, in ns.
    pub fn read_monotonic(&self, log: &mut Log) -> u64 {
        MONOTONIC_NS + self.read_clock(log)
    }

    /// The program reads `time.time()`, in ns.
    pub fn read_wall(&self, log: &mut Log) -> u64 {
        EPOCH_NS + self.read_clock(log)
    }

    /// A loop of the running thread takes a turn that finds something ready. `deadline`: it has timers pending.
    /// True: it has turned so often without blocking that the other runnable threads shall run first.
    pub fn loop_turned(&self, log: &mut Log, deadline: bool) -> bool {
        let pending = deadline || !self.threads.borrow().deadlines.is_empty();
        let others = !self.threads.borrow().queue.is_empty();
        if !pending && !others {
            return false;
        }
        let (due, long) = self.counts(|counts, options| counts.turned(options));
        if due > 0 && pending {
            self.charge(log, due);
        }
        long && others || self.debt() > 0
    }

    /// The running thread has run `cost` more instructions. To be called at the end of each quantum
    /// ([`Options::quantum`]) where CPython would look, and before a block with what has been run since.
    pub fn ran(&self, log: &mut Log, cost: u64) -> Verdict {
        let due = self.counts(|counts, options| counts.ran(cost, options)) + self.debt();
        if due > 0 && self.is_parallel() {
            return Verdict::Busy(self.now.get() + due);
        }
        if due > 0 && !self.computing(log, due) {
            return Verdict::TimeLimit;
        }
        if due > 0 {
            // Who computes for long does not keep the others from what has come at their sockets.
            self.threads.borrow_mut().wake_idle(log);
        }
        if self.threads.borrow().queue.is_empty() { Verdict::Continue } else { Verdict::GiveWay }
    }

    /// The running thread is busy until `until`, and keeps its process's GIL meanwhile.
    pub fn compute(&self, until: u64) {
        let mut inner = self.threads.borrow_mut();
        let inner = &mut *inner;
        inner.registrations += 1;
        let key = (until, inner.registrations);
        if let Some(thread) = inner.threads.get_mut(&inner.current) {
            thread.state = State::Busy;
            thread.process.busy.set(true);
            thread.debt = 0;
            thread.deadline = Some(key);
            inner.deadlines.insert(key, inner.current);
        }
    }

    fn counts<T: Default>(&self, f: impl FnOnce(&mut Counts, &Options) -> T) -> T {
        let mut inner = self.threads.borrow_mut();
        let current = inner.current;
        inner.threads.get_mut(&current).map_or_else(T::default, |t| f(&mut t.counts, &self.options))
    }

    /// The running thread is busy for `ns`: the clock moves and deadlines that pass make their threads runnable.
    /// False if the limit came first.
    fn computing(&self, log: &mut Log, ns: u64) -> bool {
        let end = self.now.get() + ns;
        loop {
            match self.next_due() {
                Some(at) if at <= end => self.advance(log, at),
                _ => break,
            }
        }
        self.advance(log, end.min(self.options.limit));
        end <= self.options.limit
    }

    /// The first thread of a process, or another: it stands at the end of the run queue, that of a server before all others.
    pub fn start_thread(&self, log: &mut Log, process: ProcessId, name: &str, daemon: bool) -> ThreadId {
        let id = log.thread_started(process, name, daemon);
        let process = self.process_by_id(process);
        if process.main.get().is_none() {
            process.main.set(id);
        }
        let rank = if process.serves.get() { Rank::Server } else { Rank::Other };
        let mut inner = self.threads.borrow_mut();
        let thread = Thread {
            state: State::Runnable,
            rank,
            process,
            early: false,
            debt: 0,
            name: name.into(),
            daemon,
            deadline: None,
            registered: 0,
            woken: true,
            why: Purpose::Plain,
            label: String::new(),
            object: ObjectId::NONE,
            lock: Weak::new(),
            counts: Counts::default(),
            ending: Rc::default(),
        };
        inner.threads.insert(id, Box::new(thread));
        inner.enqueue(id, rank);
        id
    }

    /// The end of a living thread.
    pub fn ending(&self, thread: ThreadId) -> Option<Rc<Ending>> {
        self.threads.borrow().threads.get(&thread).map(|t| t.ending.clone())
    }

    /// The first thread, other than the running one, that the end of the program waits for: its name and its end.
    pub fn awaited_at_exit(&self) -> Option<(Rc<str>, Rc<Ending>)> {
        let inner = self.threads.borrow();
        let own = inner.threads.get(&inner.current)?.process.id;
        let mut others =
            inner.threads.iter().filter(|(id, t)| **id != inner.current && !t.daemon && t.process.id == own);
        others.next().map(|(_, thread)| (thread.name.clone(), thread.ending.clone()))
    }

    /// Threads of the running one's process that have started and not ended.
    pub fn living(&self) -> usize {
        let own = self.process().id;
        self.threads.borrow().threads.values().filter(|t| t.process.id == own).count()
    }

    pub(super) fn process_id_of(&self, thread: ThreadId) -> Option<ProcessId> {
        self.threads.borrow().threads.get(&thread).map(|t| t.process.id)
    }

    /// The name of a living thread.
    pub fn name_of(&self, thread: ThreadId) -> Option<Rc<str>> {
        self.threads.borrow().threads.get(&thread).map(|t| t.name.clone())
    }

    /// The running thread waits for this lock: for the deadlock's report.
    pub(super) fn waits_for(&self, thread: ThreadId, lock: &Rc<Lock>) {
        if let Some(thread) = self.threads.borrow_mut().threads.get_mut(&thread) {
            thread.lock = Rc::downgrade(lock);
        }
    }

    /// The thread that runs.
    pub fn current(&self) -> ThreadId {
        look(&self.threads).current
    }

    /// The thread that runs is the first one of its process.
    pub fn in_main_thread(&self) -> bool {
        self.process().main.get() == self.current()
    }

    /// The name of the thread that runs.
    pub fn current_name(&self) -> Rc<str> {
        let inner = self.threads.borrow();
        inner.threads.get(&inner.current).map_or_else(|| "MainThread".into(), |t| t.name.clone())
    }

    /// The running thread waits until it is woken or until `deadline` (ns since the start of the run). A deadline that
    /// has come already: it goes to the end of the run queue.
    pub fn block(&self, log: &mut Log, why: Purpose, object: ObjectId, deadline: Option<u64>, label: &str) {
        if deadline.is_some_and(|at| at <= self.now.get()) {
            // Who only gives way goes on computing: a busy wait makes the clock move.
            self.loop_turned(log, false);
        }
        let mut inner = self.threads.borrow_mut();
        let inner = &mut *inner;
        let id = inner.current;
        let early = inner.threads.get_mut(&id).is_some_and(|thread| std::mem::take(&mut thread.early));
        if early || deadline.is_some_and(|at| at <= self.now.get()) {
            if let Some(thread) = inner.threads.get_mut(&id) {
                thread.state = State::Runnable;
                thread.woken = early;
                if early {
                    thread.counts.reset();
                }
            }
            inner.queue.push_back(Runnable::Thread(id));
            log.thread_ready(id, EventId::NONE);
            return;
        }
        inner.registrations += 1;
        let key = deadline.map(|at| (at, inner.registrations));
        if let Some(key) = key {
            inner.deadlines.insert(key, id);
        }
        if let Some(thread) = inner.threads.get_mut(&id) {
            thread.state = State::Blocked;
            thread.deadline = key;
            thread.registered = inner.registrations;
            thread.woken = false;
            thread.why = why;
            thread.label = label.to_string();
            thread.object = object;
            thread.counts.reset();
        }
        let until = deadline.map_or(When::NEVER, When::new);
        let label = log.intern(label);
        log.thread_blocked(id, why, object, until, label);
    }

    /// A blocked thread becomes runnable; `cause`: the event because of which. False if it was not blocked.
    pub fn wake(&self, log: &mut Log, thread: ThreadId, cause: EventId) -> bool {
        self.threads.borrow_mut().ready(log, thread, true, cause)
    }

    /// Whether a thread waits in its loop's selector.
    pub fn is_selecting(&self, thread: ThreadId) -> bool {
        let inner = look(&self.threads);
        inner.threads.get(&thread).is_some_and(|t| t.state == State::Blocked && t.why == Purpose::Select)
    }

    /// What a blocked thread waits for at a socket has come: it becomes runnable once no other thread can run, after
    /// those that have waited longer at theirs, for the system is only asked then.
    pub fn wake_when_idle(&self, thread: ThreadId, cause: EventId) {
        let mut inner = self.threads.borrow_mut();
        let Some(blocked) = inner.threads.get(&thread).filter(|t| t.state == State::Blocked) else { return };
        let registered = blocked.registered;
        inner.idle.insert(registered, (thread, cause));
    }

    /// The running thread goes to the end of the run queue (`time.sleep(0)`, the end of its quantum).
    pub fn give_way(&self, log: &mut Log) {
        let mut inner = self.threads.borrow_mut();
        let id = inner.current;
        if let Some(thread) = inner.threads.get_mut(&id) {
            thread.state = State::Runnable;
            thread.woken = true;
            inner.queue.push_back(Runnable::Thread(id));
            log.thread_ready(id, EventId::NONE);
        }
    }

    /// The running thread has ended.
    pub fn end(&self, log: &mut Log, outcome: Outcome, text: TextId) {
        let id = self.current();
        let ended = self.threads.borrow_mut().threads.remove(&id);
        log.thread_ended(id, outcome, text);
        if let Some(thread) = ended {
            thread.ending.set_done(self, log);
        }
    }

    /// A process is over: the threads that it has left (daemons) never run again.
    pub fn abandon(&self, log: &mut Log, process: ProcessId) {
        let mut inner = self.threads.borrow_mut();
        let inner = &mut *inner;
        let left: Vec<ThreadId> =
            inner.threads.iter().filter(|(_, t)| t.process.id == process).map(|(id, _)| *id).collect();
        for id in &left {
            if let Some(key) = inner.threads.remove(id).and_then(|thread| thread.deadline) {
                inner.deadlines.remove(&key);
            }
            log.thread_ended(*id, Outcome::Cancelled, TextId::NONE);
        }
        inner.queue.retain(|runnable| !matches!(runnable, Runnable::Thread(id) if left.contains(id)));
        inner.idle.retain(|_, (id, _)| !left.contains(id));
    }

    pub(super) fn grant_later(&self, lock: Rc<Lock>) {
        self.threads.borrow_mut().queue.push_back(Runnable::Grant(lock));
    }

    /// Which thread runs now. The one that ran before must have blocked, given way or ended.
    pub fn next(&self, log: &mut Log) -> Next {
        loop {
            self.wake_main(log);
            self.threads.borrow_mut().resolve_grants(log);
            let runnable = self.threads.borrow_mut().pop();
            if let Some(id) = runnable {
                let mut inner = self.threads.borrow_mut();
                inner.current = id;
                let thread = inner.threads.get_mut(&id).expect("threads in the run queue are alive");
                thread.state = State::Running;
                log.thread_running(id);
                return Next::Run { thread: id, woken: thread.woken };
            }
            if self.threads.borrow_mut().wake_idle(log) {
                continue;
            }
            match self.next_due() {
                None => return Next::Deadlock,
                Some(at) if at > self.options.limit => {
                    self.set_clock(log, self.options.limit);
                    return Next::TimeLimit;
                }
                Some(at) => self.advance(log, at),
            }
        }
    }

    /// The next deadline or signal.
    fn next_due(&self) -> Option<u64> {
        let deadline = self.threads.borrow().deadlines.first_key_value().map(|((at, _), _)| *at);
        let processes = self.processes.borrow();
        deadline.into_iter().chain(processes.iter().filter_map(|p| p.signals.next_due())).min()
    }

    /// A signal that has come wakes the main thread of its process, which runs before the others that are due.
    fn wake_main(&self, log: &mut Log) {
        let mut inner = self.threads.borrow_mut();
        for process in self.processes.borrow().iter().filter(|p| p.signals.wakes()) {
            let main = process.main.get();
            // One that computes is interrupted where it is, and stands in no queue.
            if inner.ready(log, main, true, EventId::NONE)
                && matches!(inner.queue.back(), Some(Runnable::Thread(last)) if *last == main)
            {
                inner.queue.rotate_right(1);
            }
        }
    }

    /// Moves the clock to `to` (never back) and makes runnable whom this makes due.
    fn advance(&self, log: &mut Log, to: u64) {
        let event = self.set_clock(log, to);
        self.signals_arrive();
        self.wake_main(log);
        let mut inner = self.threads.borrow_mut();
        while let Some((&key, &thread)) = inner.deadlines.first_key_value() {
            if key.0 > to {
                break;
            }
            inner.due(log, thread, event);
        }
    }

    /// A terminal's Ctrl+C reaches all of the process's group.
    fn signals_arrive(&self) {
        let now = self.now.get();
        let arrives = |process: &&Rc<Process>| process.signals.arrive(now);
        let interrupted: Vec<Rc<Process>> = self.processes.borrow().iter().filter(arrives).cloned().collect();
        for process in interrupted {
            let others = self.living_processes().into_iter().filter(|other| other.id != process.id);
            others.filter(|other| other.group == process.group).for_each(|other| other.signals.send(SIGINT));
        }
    }

    fn set_clock(&self, log: &mut Log, to: u64) -> EventId {
        if to <= self.now.get() {
            return EventId::NONE;
        }
        self.now.set(to);
        log.clock_advanced(to)
    }

    /// The blocked threads, in the order of their start.
    pub fn waiting(&self) -> Vec<Waiting> {
        let inner = self.threads.borrow();
        let name_of = |id: ThreadId| inner.threads.get(&id).map(|t| t.name.clone());
        let blocked = inner.threads.iter().filter(|(_, t)| t.state == State::Blocked);
        let waiting = blocked.map(|(id, t)| Waiting {
            thread: *id,
            name: t.name.clone(),
            why: t.why,
            label: t.label.clone(),
            object: t.object,
            holder: t.lock.upgrade().and_then(|lock| name_of(lock.holder())),
        });
        waiting.collect()
    }
}
