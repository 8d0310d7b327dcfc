//! The objects of a world: queues, locks, semaphores, scopes, and what events change of them.

use super::facts::Facts;
use super::world::World;
use crate::trace::*;
use std::collections::VecDeque;
use std::rc::Rc;

/// Who holds something: a task, or a thread outside tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    pub task: TaskId,
    pub thread: ThreadId,
}

#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ObjectNow {
    /// A semaphore's value, an event's flag, how many stand at a barrier.
    pub value: i32,
    /// A queue's items, the next to leave first (of a heap: in order of arrival).
    pub items: VecDeque<TextId>,
    pub unfinished: u32,
    pub holders: Vec<Holder>,
    /// Waiters of a semaphore to whom a place was given and who have not run since.
    pub given: Vec<FutureId>,
    /// Pending futures that belong to it, in order of creation.
    pub waiters: VecDeque<FutureId>,
    /// Children of a scope, jobs of an executor.
    pub members: Vec<FutureId>,
    /// Jobs that a worker has taken, with the worker.
    pub started: Vec<(FutureId, ThreadId)>,
    /// Who entered the scope.
    pub owner: Option<Holder>,
    pub left: bool,
    pub text: TextId,
    /// The last event that touched it.
    pub touched: EventId,
    pub last_operation: Option<Operation>,
}

impl World {
    pub(super) fn future_done(&mut self, facts: &Facts, id: EventId, future: FutureId, has_result: bool) {
        let Some(object) = facts.object_of(future) else { return };
        let gives = has_result && facts.object(object).is_some_and(|facts| facts.kind == ObjectKind::Semaphore);
        self.with_object(object, id, |now| {
            if let Some(position) = now.waiters.iter().position(|waiter| *waiter == future) {
                now.waiters.remove(position);
                if gives {
                    now.value -= 1;
                    now.given.push(future);
                }
            }
            now.started.retain(|(job, _)| *job != future);
        });
    }

    pub(super) fn apply_object(&mut self, id: EventId, entry: &Entry) {
        let Event::ObjectUsed { object, operation, value, text, future } = entry.event else { return };
        let me = Holder { task: entry.task, thread: entry.thread };
        self.with_object(object, id, |now| {
            now.last_operation = Some(operation);
            match operation {
                Operation::Put => {
                    now.unfinished += 1;
                    let at = usize::try_from(value).unwrap_or(usize::MAX).min(now.items.len());
                    now.items.insert(at, text);
                }
                Operation::Get => {
                    let at = match usize::try_from(value) {
                        Ok(at) => at,
                        Err(_) => now.items.iter().position(|item| *item == text).unwrap_or(0),
                    };
                    now.items.remove(at);
                }
                Operation::TaskDone => now.unfinished = value.max(0) as u32,
                Operation::Acquire => {
                    now.value = value;
                    if !now.given.is_empty() {
                        // Whoever is woken comes before all others.
                        now.given.remove(0);
                    }
                    now.holders.push(me);
                }
                // A place that was given and not taken.
                Operation::Release if !future.is_none() => {
                    now.value = value;
                    now.given.retain(|waiter| *waiter != future);
                }
                Operation::Release => {
                    now.value = value;
                    let mine = now.holders.iter().position(|holder| *holder == me);
                    if !now.holders.is_empty() {
                        now.holders.remove(mine.unwrap_or(0));
                    }
                }
                Operation::Set => now.value = 1,
                Operation::Clear => now.value = 0,
                Operation::Arrive | Operation::Trip => now.value = value,
                Operation::Reset => now.value = 0,
                Operation::AddMember => now.members.push(future),
                Operation::Enter => {
                    now.owner = Some(me);
                    now.text = text;
                }
                Operation::Leave => now.left = true,
                Operation::StartJob => now.started.push((future, me.thread)),
                Operation::Reschedule | Operation::State => {
                    now.text = text;
                    now.value = value;
                }
                Operation::Shutdown | Operation::Notify | Operation::Abort | Operation::Expire => {}
            }
        });
    }

    pub(super) fn with_object(&mut self, object: ObjectId, id: EventId, change: impl FnOnce(&mut ObjectNow)) {
        if let Some(shared) = self.objects.get_mut(object.index()) {
            let now = Rc::make_mut(shared);
            change(now);
            now.touched = id;
        }
    }
}

/// Kinds whose `number` is a value to begin with.
pub(super) fn is_counted(kind: ObjectKind) -> bool {
    matches!(kind, ObjectKind::Semaphore | ObjectKind::ThreadSemaphore)
}
