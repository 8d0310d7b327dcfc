//! Processes of the machine: who they are, what reaches them and how they end. Each has a GIL of its own: while one of
//! its threads computes, the threads of other processes run at the same virtual time.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::ending::Ending;
use super::run_queue::Rank;
use super::signals::Signals;
use super::{Machine, machine};
use crate::objects::Interp;
use crate::objects::cx::{Block, Cx};
use crate::objects::exception::Exc;
use crate::trace::{ProcessId, Purpose, ThreadId};

/// The pid of the program; its children count on from it.
pub const MAIN_PID: i32 = 4242;

/// The system's first process, to which those come whose parent has ended.
const FIRST_PID: i32 = 1;

/// As many answers as a manager gives while CPython starts a process: some 1 ms at 50 µs each. Who asks more often meets the
/// others: additions to one number without a lock get lost then, as there.
const MOST_ANSWERS: u32 = 20;

/// What CPython takes to leave after a program's last line, in nanoseconds: so long its children still have it as parent.
const LEAVING: u64 = 10_000_000;

/// Sent to the parent of a process that ends.
const SIGCHLD: i32 = 17;

/// Wait statuses (bits/waitstatus.h): it goes on; and the low byte of one that was stopped.
const CONTINUED: i32 = 0xffff;
const STOPPED: i32 = 0x7f;

/// Processes are numbered in the order of their start.
pub fn pid_of(id: ProcessId) -> i32 {
    MAIN_PID + i32::from(id.0.max(1)) - 1
}

/// `get_ident()` of the main thread; each thread started later has a thousand more.
pub const MAIN_IDENT: i64 = 140_000_000_000_000;
pub const IDENT_STEP: i64 = 1000;

/// `get_ident()` of a thread of the process whose main thread is `main`: each process counts its own.
pub fn ident(thread: ThreadId, main: ThreadId) -> i64 {
    MAIN_IDENT + (thread.0 as i64 - main.0 as i64) * IDENT_STEP
}

/// Something to be told when a pipe or a process changes: whether it can be read and written without waiting.
pub type Watcher = Rc<dyn Fn(&mut dyn Interp, bool, bool)>;

/// One process.
pub struct Process {
    pub id: ProcessId,
    /// Its pid and its parent's: what `exec` starts takes them over ([`Process::take_place_of`]).
    pub pid: Cell<i32>,
    pub parent: Cell<i32>,
    pub main: Cell<ThreadId>,
    pub signals: Signals,
    /// One of its threads computes.
    pub(super) busy: Cell<bool>,
    /// The group that signals may be sent to, by the pid of its leader; the session is its leader's pid as well.
    pub group: Cell<i32>,
    pub session: Cell<i32>,
    /// CPython's returncode: negative for a signal. None while it lives.
    exit_code: Cell<Option<i32>>,
    /// When its children come to the system's first process.
    leaves: Cell<u64>,
    /// Its end has been asked for: the system forgets it.
    collected: Cell<bool>,
    /// The system forgot it at once, since its parent ignores such ends.
    forgotten: Cell<bool>,
    pub(super) ending: Ending,
    watchers: RefCell<Vec<Watcher>>,
    /// A signal has stopped it: its threads do not run until another one lets it go on.
    pub(super) stopped: Cell<bool>,
    /// That it was stopped or goes on, as a wait status that its parent has not asked for yet; who is told of both.
    change: Cell<Option<i32>>,
    change_watchers: RefCell<Vec<Watcher>>,
    /// It has a handler for SIGCHLD, and so hears of it when a child ends.
    pub heeds_children: Cell<bool>,
    /// It ignores SIGCHLD: nobody can ask for its children's ends.
    pub ignores_children: Cell<bool>,
    /// A signal ends it: the VM does so before the process runs again.
    pub killed_by: Cell<Option<i32>>,
    /// Its program has not begun: signals that come wait until it does.
    pub begins: Cell<bool>,
    /// It answers other processes, as a manager's does: its threads go before others, and so does who gets one of its first
    /// answers since it began or waited for something else (`MOST_ANSWERS`).
    pub serves: Cell<bool>,
    /// How many answers it has got since then.
    pub(super) answers: Cell<u32>,
}

impl Process {
    pub(super) fn new(id: ProcessId, parent: i32) -> Rc<Process> {
        Rc::new(Process {
            id,
            pid: Cell::new(pid_of(id)),
            parent: Cell::new(parent),
            group: Cell::new(MAIN_PID),
            session: Cell::new(MAIN_PID),
            main: Cell::new(ThreadId::NONE),
            signals: Signals::default(),
            busy: Cell::new(false),
            exit_code: Cell::new(None),
            leaves: Cell::new(0),
            collected: Cell::new(false),
            ending: Ending::default(),
            watchers: RefCell::default(),
            stopped: Cell::new(false),
            change: Cell::new(None),
            change_watchers: RefCell::default(),
            heeds_children: Cell::new(false),
            ignores_children: Cell::new(false),
            forgotten: Cell::new(false),
            killed_by: Cell::new(None),
            begins: Cell::new(false),
            serves: Cell::new(false),
            answers: Cell::new(0),
        })
    }

    /// Before whom a thread of it goes that is woken, by a server's answer or otherwise.
    pub(super) fn rank(&self, answered: bool) -> Rank {
        let answers = if answered { self.answers.get().saturating_add(1) } else { 0 };
        self.answers.set(answers);
        match self.serves.get() {
            true => Rank::Server,
            false if (1..=MOST_ANSWERS).contains(&answers) => Rank::Answered,
            false => Rank::Other,
        }
    }

    pub fn exit_code(&self) -> Option<i32> {
        self.exit_code.get()
    }

    /// The exit code, if it has ended; the system has forgotten the process then.
    pub fn collect(&self) -> Option<i32> {
        self.exit_code.get().inspect(|_| self.collected.set(true))
    }

    /// Whether its end was nothing to its parent.
    pub fn is_forgotten(&self) -> bool {
        self.forgotten.get()
    }

    /// Whether it has ended and nobody can ask for that any more: somebody has, or its parent has ended as well.
    pub fn is_collected(&self, machine: &Machine) -> bool {
        let parent = machine.process_by_pid(self.parent.get().into());
        self.collected.get() || parent.is_none_or(|parent| parent.exit_code.get().is_some())
    }

    /// The pid of its parent; that of the system's first process once its parent has ended.
    pub fn parent_now(&self, machine: &Machine) -> i32 {
        let parent = self.parent.get();
        let left = |parent: Rc<Process>| parent.exit_code.get().is_some() && machine.now() >= parent.leaves.get();
        if machine.process_by_pid(parent.into()).is_some_and(left) { FIRST_PID } else { parent }
    }

    /// Its program has come to its end, which takes CPython a moment.
    pub fn leaves(&self, machine: &Machine) {
        self.leaves.set(machine.now() + LEAVING);
    }

    /// Tells `watcher` of the end, at once if it has come.
    pub fn watch(&self, i: &mut dyn Interp, watcher: Watcher) {
        if self.exit_code.get().is_some() {
            watcher(i, true, false);
        }
        self.watchers.borrow_mut().push(watcher);
    }

    /// It has ended: who waits for it goes on.
    pub fn ended(&self, i: &mut dyn Interp, exit_code: i32) {
        if self.exit_code.get().is_some() {
            return;
        }
        self.exit_code.set(Some(exit_code));
        let parent = machine(i).process_by_pid(self.parent.get().into());
        if parent.is_some_and(|parent| parent.ignores_children.get()) {
            self.collected.set(true);
            self.forgotten.set(true);
        }
        self.busy.set(false);
        let machine = machine(i);
        self.ending.set_done(&machine, i.log());
        let watchers = self.watchers.borrow().clone();
        // A wait queue of Linux's has who came last at its front.
        for watcher in watchers.into_iter().rev() {
            watcher(i, true, false);
        }
        self.tell_parent(i);
    }

    fn tell_parent(&self, i: &mut dyn Interp) {
        let parent = machine(i).process_by_pid(self.parent.get().into());
        if let Some(parent) = parent.filter(|parent| parent.heeds_children.get()) {
            parent.signals.send(SIGCHLD);
        }
    }

    pub fn is_stopped(&self) -> bool {
        self.stopped.get()
    }

    /// Whether one of its threads computes.
    pub fn computes(&self) -> bool {
        self.busy.get()
    }

    /// A signal stops it, or (None) lets it go on; what is so already does not change.
    pub fn set_stopped(&self, i: &mut dyn Interp, signal: Option<i32>) {
        if self.stopped.replace(signal.is_some()) == signal.is_some() {
            return;
        }
        self.change.set(Some(signal.map_or(CONTINUED, |signal| signal << 8 | STOPPED)));
        let watchers = self.change_watchers.borrow().clone();
        for watcher in watchers {
            watcher(i, true, false);
        }
        self.tell_parent(i);
    }

    /// Tells `watcher` whenever it is stopped and goes on.
    pub fn watch_changes(&self, watcher: Watcher) {
        self.change_watchers.borrow_mut().push(watcher);
    }

    /// The last change, if it is one of those that are asked for (WUNTRACED: that it was stopped); it is told once.
    pub fn take_change(&self, stopped: bool, continued: bool) -> Option<i32> {
        let wanted = self.change.get().filter(|status| if *status == CONTINUED { continued } else { stopped });
        wanted.inspect(|_| self.change.set(None))
    }

    /// It has the pid and the parent of another from now on, and the other has its.
    pub fn take_place_of(&self, other: &Process) {
        self.pid.swap(&other.pid);
        self.parent.swap(&other.parent);
    }

    /// Waits for the end until `deadline`; the exit code, None if it did not come.
    pub async fn wait(&self, cx: &Cx, deadline: Option<u64>) -> Result<Option<i32>, Exc> {
        let name = cx.enter(|i| machine(i).name_of(self.main.get())).filter(|name| &**name != "MainThread");
        let label = name.map_or_else(|| format!("process {}", self.pid.get()), |name| format!("process {name}"));
        self.ending.join_as(cx, deadline, Purpose::Process, &label).await?;
        Ok(self.collect())
    }
}

impl Machine {
    /// The process of the running thread.
    pub fn process(&self) -> Rc<Process> {
        self.process_of(self.current())
    }

    /// The process of a thread; the program itself if the thread is gone.
    pub fn process_of(&self, thread: ThreadId) -> Rc<Process> {
        let id = self.process_id_of(thread).unwrap_or(ProcessId(1));
        self.process_by_id(id)
    }

    pub fn process_by_id(&self, id: ProcessId) -> Rc<Process> {
        let mut processes = self.processes.borrow_mut();
        while processes.len() < id.0 as usize {
            let next = ProcessId(processes.len() as u16 + 1);
            let parent = if next.0 == 1 { MAIN_PID - 1 } else { MAIN_PID };
            processes.push(Process::new(next, parent));
        }
        processes[(id.0 as usize).max(1) - 1].clone()
    }

    /// The process of a pid, living or dead.
    pub fn process_by_pid(&self, pid: i64) -> Option<Rc<Process>> {
        self.processes.borrow().iter().find(|p| i64::from(p.pid.get()) == pid).cloned()
    }

    /// The processes of a group that the system still knows.
    pub fn processes_of_group(&self, group: i64) -> Vec<Rc<Process>> {
        let all = self.processes.borrow().clone();
        let known = |p: &Rc<Process>| p.exit_code.get().is_none() || !p.is_collected(self);
        all.into_iter().filter(|p| i64::from(p.group.get()) == group && known(p)).collect()
    }

    /// A child of the running thread's process.
    pub fn add_process(&self, id: ProcessId, parent: i32) -> Rc<Process> {
        self.process_by_id(ProcessId(id.0.saturating_sub(1)));
        let process = Process::new(id, parent);
        if let Some(parent) = self.process_by_pid(parent.into()) {
            process.group.set(parent.group.get());
            process.session.set(parent.session.get());
        }
        self.processes.borrow_mut().push(process.clone());
        process
    }

    /// Several processes live: computing goes on in parallel.
    pub fn is_parallel(&self) -> bool {
        let processes = self.processes.borrow();
        processes.len() > 1 && processes.iter().filter(|p| p.exit_code.get().is_none()).count() > 1
    }

    /// Living processes, in the order of their start.
    pub fn living_processes(&self) -> Vec<Rc<Process>> {
        self.processes.borrow().iter().filter(|p| p.exit_code.get().is_none()).cloned().collect()
    }
}

/// Waits for the first of what `ready` names until the block's deadline. `enlist` puts the thread on the lists of those that wake
/// it; whoever wakes it may not be the one that is waited for, so it is asked again.
pub async fn wait_until<T>(
    cx: &Cx,
    block: Block,
    mut ready: impl FnMut(&mut dyn Interp) -> Option<T>,
    enlist: impl Fn(ThreadId, bool),
) -> Result<Option<T>, Exc> {
    loop {
        let (found, me, late) = cx.enter(|i| {
            let found = ready(i);
            let machine = machine(i);
            (found, machine.current(), block.deadline.is_some_and(|at| machine.now() >= at))
        });
        if found.is_some() || late {
            return Ok(found);
        }
        enlist(me, true);
        let ended = cx.block(block.clone()).await;
        enlist(me, false);
        ended?;
    }
}
