//! What is fixed once it has happened: who was created where, which event ended a future. Tables by id, so that a
//! world needs to hold only what changes; whether a fact holds yet at a step is a comparison of event numbers.

use crate::trace::sorted::{SortedMap, SortedSet};
use crate::trace::*;

/// «Not yet» in the tables of events.
pub const NEVER: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
pub struct TaskFacts {
    pub task: TaskId,
    /// The `task-created` event.
    pub created: EventId,
    pub event_loop: LoopId,
    /// The coroutine's qualified name.
    pub code: TextId,
    /// Python's name: the last one given.
    pub name: TextId,
    pub named: bool,
    pub args: TextId,
    pub parent: TaskId,
    pub thread: ThreadId,
    /// asyncio's own, as `asyncio.run` makes them to tidy up: no lane, no stops.
    pub internal: bool,
    /// Position among the tasks with a lane.
    pub number: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct ThreadFacts {
    pub thread: ThreadId,
    pub started: EventId,
    pub process: ProcessId,
    pub name: TextId,
    pub daemon: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct ObjectFacts {
    pub object: ObjectId,
    pub created: EventId,
    pub kind: ObjectKind,
    pub number: i32,
    pub label: TextId,
    /// The first name it was given; the empty text if none.
    pub name: TextId,
    /// How many objects had that name before it.
    pub namesakes: u32,
    /// The first event that used it.
    pub first_use: u32,
    /// asyncio's own: the gather by which `asyncio.run` waits for what it has cancelled, what its own tasks make.
    pub internal: bool,
}

/// A handle as it was made.
#[derive(Clone, Copy, Debug)]
pub struct HandleFacts {
    pub handle: HandleId,
    /// `handle-pushed` or `timer-set`.
    pub made: EventId,
    pub event_loop: LoopId,
    pub kind: HandleKind,
    /// Whose step it is, or whom it concerns.
    pub task: TaskId,
    pub label: TextId,
    /// The task whose end put it into the ready queue: a scope's note that a member has ended.
    pub because: TaskId,
    /// Due time; `When::NEVER` for a handle that was never a timer.
    pub when: When,
}

#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub tasks: Vec<TaskFacts>,
    /// By number of future or task: its index in `tasks`; NEVER: it is no task.
    task_indices: Vec<u32>,
    pub threads: Vec<ThreadFacts>,
    pub objects: Vec<ObjectFacts>,
    /// How many objects have a name.
    namesakes: SortedMap<TextId, u32>,
    pub loops: Vec<ThreadId>,
    handles: Vec<Option<HandleFacts>>,
    /// By number of future or task: the event that created it.
    created: Vec<u32>,
    /// By number of future or task: the event that ended it.
    done: Vec<u32>,
    /// By number of future: the object whose waiter it is.
    waiters: Vec<ObjectId>,
    /// By number of future: the await chain at which a task last waited for it.
    chains: Vec<ChainId>,
    /// By number: a future's name.
    names: Vec<(FutureId, TextId)>,
    /// Calls handed to executors, as the trace calls them, each once.
    jobs: SortedSet<TextId>,
    /// Events that wrote output.
    pub outputs: Vec<u32>,
    /// Events by which a thread was blocked.
    blocks: Vec<(u32, ThreadId)>,
    /// Events with a diagnostic.
    pub diagnostics: Vec<u32>,
    lanes: u32,
    /// Rises with whatever could change what a task or a thread is called.
    pub namings: u32,
}

impl Facts {
    pub fn task_index(&self, task: TaskId) -> Option<usize> {
        self.task_indices.get(task.0 as usize).filter(|index| **index != NEVER).map(|index| *index as usize)
    }

    pub fn task(&self, task: TaskId) -> Option<&TaskFacts> {
        self.task_index(task).map(|index| &self.tasks[index])
    }

    /// One of the tasks by which asyncio closes its loop.
    pub fn is_internal(&self, task: TaskId) -> bool {
        self.task(task).is_some_and(|task| task.internal)
    }

    pub fn is_task(&self, future: FutureId) -> bool {
        self.task_index(future.as_task()).is_some()
    }

    pub fn handle(&self, handle: HandleId) -> Option<&HandleFacts> {
        self.handles.get(handle.0 as usize).and_then(Option::as_ref)
    }

    pub fn thread(&self, thread: ThreadId) -> Option<&ThreadFacts> {
        self.threads.iter().find(|facts| facts.thread == thread)
    }

    pub fn object(&self, object: ObjectId) -> Option<&ObjectFacts> {
        self.objects.get(object.index())
    }

    /// The event that created a future or task.
    pub fn created_at(&self, future: FutureId) -> Option<EventId> {
        lookup(&self.created, future)
    }

    /// The event that ended a future or task, wherever the playhead is.
    pub fn done_at(&self, future: FutureId) -> Option<EventId> {
        lookup(&self.done, future)
    }

    pub fn future_name(&self, future: FutureId) -> TextId {
        self.names.iter().find(|(named, _)| *named == future).map_or(TextId::NONE, |(_, name)| *name)
    }

    /// The last `thread-blocked` of a thread before an event.
    pub fn last_block(&self, thread: ThreadId, before: EventId) -> Option<EventId> {
        let end = self.blocks.partition_point(|(event, _)| *event < before.0);
        self.blocks[..end].iter().rev().find(|(_, blocked)| *blocked == thread).map(|(event, _)| EventId(*event))
    }

    /// The queue, lock, … whose waiter a future is.
    pub fn object_of(&self, future: FutureId) -> Option<ObjectId> {
        self.waiters.get(future.0 as usize).copied().filter(|object| object.is_some())
    }

    /// Whether several objects have this name.
    pub fn is_shared(&self, name: TextId) -> bool {
        self.namesakes.get(&name).is_some_and(|count| *count > 1)
    }

    /// What a future is for.
    pub fn purpose(&self, log: &Log, future: FutureId) -> Option<(Purpose, ObjectId, TextId)> {
        match log.get(self.created_at(future)?)?.event {
            Event::FutureCreated { purpose, object, label, .. } => Some((purpose, object, label)),
            _ => None,
        }
    }

    /// The await chain at which a task last waited for a future.
    pub fn chain(&self, future: FutureId) -> ChainId {
        self.chains.get(future.0 as usize).copied().unwrap_or_default()
    }

    /// The named futures of the program, in order of naming.
    pub fn named_futures(&self) -> &[(FutureId, TextId)] {
        &self.names
    }

    /// Calls handed to executors, as the trace calls them.
    pub fn jobs(&self) -> impl Iterator<Item = TextId> {
        self.jobs.iter().copied()
    }

    /// Takes up one more event.
    pub(super) fn learn(&mut self, log: &Log, id: EventId, entry: &Entry) {
        if let Event::ThreadStarted { .. } | Event::TaskCreated { .. } | Event::TaskNamed { .. } = entry.event {
            self.namings += 1;
        }
        match entry.event {
            Event::ThreadStarted { thread, process, name, daemon } => {
                self.threads.push(ThreadFacts { thread, started: id, process, name, daemon });
            }
            Event::LoopCreated { .. } => self.loops.push(entry.thread),
            Event::TaskCreated { task, event_loop, named, code, name, args } => {
                let internal = is_internal(log.name(code));
                let facts = TaskFacts {
                    task,
                    created: id,
                    event_loop,
                    code,
                    name,
                    named,
                    args,
                    parent: entry.task,
                    thread: entry.thread,
                    internal,
                    number: self.lanes,
                };
                self.lanes += u32::from(!internal);
                set(&mut self.task_indices, task.0, self.tasks.len() as u32);
                self.tasks.push(facts);
                set(&mut self.created, task.0, id.0);
            }
            Event::TaskNamed { task, named, name } => {
                if let Some(index) = self.task_index(task) {
                    self.tasks[index].name = name;
                    self.tasks[index].named = named;
                }
            }
            Event::FutureCreated { future, object, purpose, label } => {
                set(&mut self.created, future.0, id.0);
                if matches!(purpose, Purpose::Job | Purpose::Wrapped) && label.is_some() && self.jobs.insert(label) {
                    self.namings += 1;
                }
                self.used(object, id);
                if object.is_some() {
                    put(&mut self.waiters, future, object);
                }
            }
            Event::FutureNamed { future, name } if self.future_name(future).is_none() => {
                self.names.push((future, name))
            }
            Event::FutureDone { future, .. } => set(&mut self.done, future.0, id.0),
            Event::StepEnded { how: StepEnd::Waits, future, chain, .. } => put(&mut self.chains, future, chain),
            Event::StepEnded { task, how: StepEnd::Returned | StepEnd::Raised | StepEnd::Cancelled, .. }
                if self.done_at(task.future()).is_none() =>
            {
                set(&mut self.done, task.0, id.0);
            }
            Event::HandlePushed { handle, event_loop, kind, task, label } => {
                let when = When::NEVER;
                let because = match log.get(entry.cause).map(|cause| cause.event) {
                    Some(Event::FutureDone { future, .. }) if self.is_task(future) => future.as_task(),
                    _ => TaskId::NONE,
                };
                self.set_handle(HandleFacts { handle, made: id, event_loop, kind, task, label, because, when });
            }
            Event::TimerSet { handle, event_loop, kind, when, label } => {
                let (task, because) = (entry.task, TaskId::NONE);
                self.set_handle(HandleFacts { handle, made: id, event_loop, kind, task, label, because, when });
            }
            Event::ObjectCreated { object, kind, number, label } => {
                let internal = kind == ObjectKind::Gather && entry.task.is_none() || self.is_internal(entry.task);
                let (name, namesakes, first_use) = (TextId::NONE, 0, NEVER);
                let created = id;
                let facts = ObjectFacts { object, created, kind, number, label, name, namesakes, first_use, internal };
                self.objects.push(facts);
            }
            Event::ObjectNamed { object, name } => {
                if let Some(facts) = self.objects.get_mut(object.index())
                    && facts.name.is_none()
                {
                    let namesakes = self.namesakes.or_default(name);
                    (facts.name, facts.namesakes) = (name, *namesakes);
                    *namesakes += 1;
                }
            }
            Event::ObjectUsed { object, .. } => self.used(object, id),
            Event::ThreadBlocked { thread, object, .. } => {
                self.used(object, id);
                self.blocks.push((id.0, thread));
            }
            Event::Output { .. } => self.outputs.push(id.0),
            Event::Diagnostic { .. } => self.diagnostics.push(id.0),
            _ => {}
        }
    }

    fn used(&mut self, object: ObjectId, id: EventId) {
        if let Some(facts) = self.objects.get_mut(object.index()) {
            facts.first_use = facts.first_use.min(id.0);
        }
    }

    fn set_handle(&mut self, facts: HandleFacts) {
        set_first(&mut self.handles, facts.handle, facts);
    }
}

/// A handle's entry in a table by number, unless it has one.
pub(super) fn set_first<T: Clone>(table: &mut Vec<Option<T>>, handle: HandleId, entry: T) {
    let index = handle.0 as usize;
    if table.len() <= index {
        table.resize(index + 1, None);
    }
    table[index].get_or_insert(entry);
}

fn lookup(table: &[u32], future: FutureId) -> Option<EventId> {
    match table.get(future.0 as usize) {
        None | Some(&NEVER) => None,
        Some(event) => Some(EventId(*event)),
    }
}

fn put<T: Clone + Default>(table: &mut Vec<T>, future: FutureId, value: T) {
    let index = future.0 as usize;
    if table.len() <= index {
        table.resize(index + 1, T::default());
    }
    table[index] = value;
}

fn set(table: &mut Vec<u32>, number: u32, value: u32) {
    let index = number as usize;
    if table.len() <= index {
        table.resize(index + 1, NEVER);
    }
    table[index] = value;
}

/// The tasks by which `asyncio.run` closes its loop.
pub(super) fn is_internal(code: &str) -> bool {
    matches!(code.rsplit('.').next(), Some("shutdown_asyncgens" | "shutdown_default_executor"))
}
