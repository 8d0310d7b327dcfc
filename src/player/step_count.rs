//! How many steps a log has, without what else a recording knows of it: a pass over its events, lines being counted only.

use super::facts;
use super::recording::may_grow;
use super::stops::{Past, StopBuilder, StopKind};
use crate::trace::*;

/// The last step of a log: what [`super::Recording::last_step`] says.
pub fn last_step(log: &Log) -> u32 {
    let (mut past, mut stops, mut thread) = (Kinds::default(), StopBuilder::<u32>::new(), ThreadId::NONE);
    let (mut events, mut lines) = (0, 0);
    let listed = log.lines();
    let grows = listed.get(listed.len().wrapping_sub(1)).is_some_and(|last| may_grow(log, &last));
    let mut count_before = |stops: &mut StopBuilder<u32>, events: u32| {
        let many = listed.many_from(lines, events).min(listed.len() - usize::from(grows) - lines);
        if many > 0 {
            stops.lines(many as u32);
            lines += many;
        }
    };
    for block in log.blocks() {
        for entry in block {
            count_before(&mut stops, events);
            past.learn(log, entry);
            stops.event(&past, thread, EventId(events), entry);
            if let Event::ThreadRunning { thread: now } = entry.event {
                thread = now;
            }
            events += 1;
        }
    }
    count_before(&mut stops, events);
    stops.stops - 1
}

/// What the number of stops depends on.
#[derive(Default)]
struct Kinds {
    /// The tasks by which asyncio closes its loops.
    internal: Vec<TaskId>,
    /// The newest handle, and the newest when the first of those tasks was made: that one and older ones are of others.
    newest: HandleId,
    others: HandleId,
    /// Of the handles since then, by how many: whether a handle is of such a task.
    handles: Vec<Option<bool>>,
    /// The last task's code: many tasks have one code.
    code: TextId,
}

impl Kinds {
    #[inline(always)]
    fn learn(&mut self, log: &Log, entry: &Entry) {
        match entry.event {
            Event::TaskCreated { task, code, .. } if code != self.code => self.learn_code(log, task, code),
            Event::HandlePushed { handle, task, .. } => {
                self.newest = self.newest.max(handle);
                if !self.internal.is_empty() {
                    let internal = self.is_internal(task)
                        || matches!(log.get(entry.cause).map(|cause| cause.event),
                            Some(Event::FutureDone { future, .. }) if self.is_internal(future.as_task()));
                    self.learn_handle(handle, internal);
                }
            }
            Event::TimerSet { handle, .. } => {
                self.newest = self.newest.max(handle);
                if !self.internal.is_empty() {
                    self.learn_handle(handle, self.is_internal(entry.task));
                }
            }
            _ => {}
        }
    }

    fn learn_code(&mut self, log: &Log, task: TaskId, code: TextId) {
        if !facts::is_internal(log.name(code)) {
            self.code = code;
            return;
        }
        if self.internal.is_empty() {
            self.others = self.newest;
        }
        self.internal.push(task);
    }

    fn learn_handle(&mut self, handle: HandleId, internal: bool) {
        if handle > self.others {
            facts::set_first(&mut self.handles, HandleId(handle.0 - self.others.0), internal);
        }
    }
}

impl Past for Kinds {
    /// All kinds that begin a stop count the same.
    #[inline(always)]
    fn taken(&self, handle: HandleId) -> Option<StopKind> {
        let internal =
            handle > self.others && matches!(self.handles.get((handle.0 - self.others.0) as usize), Some(Some(true)));
        (!internal).then_some(StopKind::Callback)
    }

    #[inline(always)]
    fn is_internal(&self, task: TaskId) -> bool {
        self.internal.contains(&task)
    }
}
