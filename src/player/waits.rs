//! Who waits for whom: what a task or thread waits for, who holds that, and the circle into which the waits run.

use super::facts::Facts;
use super::findings::{Arg, Finding};
use super::objects::Holder;
use super::world::{TaskState, ThreadNowState, World};
use crate::trace::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Party {
    Task(TaskId),
    Thread(ThreadId),
}

impl Party {
    fn of(holder: Holder) -> Party {
        if holder.task.is_some() { Party::Task(holder.task) } else { Party::Thread(holder.thread) }
    }
}

/// What a party waits for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wait {
    pub arg: Arg,
    /// Who must go on first, as far as it is known.
    pub next: Option<Party>,
    /// Nobody else could do as well.
    pub only: bool,
    pub line: u32,
    /// None: for a task, or a future of which nothing is known.
    pub why: Option<Purpose>,
    /// The object, and the future if it is a task that waits.
    pub object: ObjectId,
    pub future: FutureId,
}

/// A recording, and how it is at one moment.
#[derive(Clone, Copy)]
pub(super) struct Now<'a> {
    pub log: &'a Log,
    pub facts: &'a Facts,
    pub world: &'a World,
}

impl Now<'_> {
    /// What a party waits for; None: it does not wait.
    pub fn wait(self, party: Party) -> Option<Wait> {
        match party {
            Party::Thread(thread) => {
                let now = self.world.threads.get(thread.index())?;
                // A thread of the library's has no line but that which started it.
                let started = self.facts.thread(thread).map_or(0, |of| self.log.entry(of.started.index()).line);
                let line = if now.line == 0 { started } else { now.line };
                self.blocked(thread, now.blocked, line).filter(|_| now.state == ThreadNowState::Blocked)
            }
            Party::Task(task) => {
                let (of, now) = (self.facts.task(task)?, self.world.task(self.facts, task)?);
                match now.state {
                    TaskState::Waiting => {
                        // A coroutine of the library's has no line but that which began it.
                        let line = if now.line == 0 { self.log.entry(of.created.index()).line } else { now.line };
                        Some(self.for_future(task, now.waits_on, line))
                    }
                    TaskState::Blocked => {
                        let is_its = |now: &&super::world::ThreadNow| now.tasks.last() == Some(&task);
                        let blocked = self.world.threads.iter().find(is_its)?.blocked;
                        self.blocked(self.log.get(blocked)?.thread, blocked, 0)
                    }
                    _ => None,
                }
            }
        }
    }

    /// The wait of a task for a future.
    pub fn for_future(self, task: TaskId, future: FutureId, line: u16) -> Wait {
        let purpose = self.facts.purpose(self.log, future);
        let (why, object) = purpose.map_or((None, ObjectId::NONE), |(why, object, _)| (Some(why), object));
        let (holder, only) = self.holder(object);
        let arg = Arg::TaskWaits(task, future, holder);
        let (next, only) = match self.facts.is_task(future) {
            true => (Some(Party::Task(future.as_task())), true),
            false => (holder.map(Party::of), only),
        };
        Wait { arg, next, only, line: line.into(), why, object, future }
    }

    /// The wait of a thread, or of the task that runs in it and holds its whole loop up; `line`: where the thread stands.
    pub fn blocked(self, thread: ThreadId, event: EventId, line: u16) -> Option<Wait> {
        let entry = self.log.get(event)?;
        let Event::ThreadBlocked { why, object, label, .. } = entry.event else { return None };
        // A loop in its selector waits for its tasks, a worker that has nothing to do for nobody.
        if why == Purpose::Select || why == Purpose::Job && self.log.text(label).is_empty() {
            return None;
        }
        let (holder, only) = self.holder(object);
        let (arg, line) = match entry.task.is_some() {
            true => (Arg::TaskBlocks(entry.task, event, holder), entry.line),
            false => (Arg::ThreadWaits(thread, event, holder), line),
        };
        Some(Wait {
            arg,
            next: holder.map(Party::of),
            only,
            line: line.into(),
            why: Some(why),
            object,
            future: FutureId::NONE,
        })
    }

    fn holder(self, object: ObjectId) -> (Option<Holder>, bool) {
        let holders = self.world.objects.get(object.index()).map_or(&[][..], |now| &now.holders);
        (holders.first().copied(), holders.len() == 1)
    }

    /// The circle of which a party is part that waits so, from it on.
    pub fn circle(self, start: Party, wait: Wait) -> Option<Vec<(Party, Wait)>> {
        let mut path = vec![(start, wait)];
        let mut at = wait;
        while let Some(next) = at.next {
            if next == start {
                return Some(path);
            }
            if path.iter().any(|(party, _)| *party == next) {
                return None;
            }
            at = self.wait(next)?;
            path.push((next, at));
        }
        None
    }
}

/// Circles of waits.
#[derive(Clone, Debug, Default)]
pub(super) struct Circles {
    /// Those that nobody has left yet.
    open: Vec<(Vec<Party>, ObjectId, Finding)>,
    /// Of those who waited in vain for what they held themselves; another who releases it shows that it was a signal.
    own: Vec<(Party, ObjectId, Finding)>,
}

impl Circles {
    /// Looks at an event, in the world before it: the finding of a circle that was left only by a timeout or a cancellation.
    pub fn event(&mut self, now: Now, id: EventId, entry: &Entry) -> Option<Finding> {
        match entry.event {
            Event::StepEnded { task, how: StepEnd::Waits, future, .. } => {
                self.begin(now, id, Party::Task(task), now.for_future(task, future, entry.line));
            }
            Event::ThreadBlocked { thread, .. } => {
                let party = if entry.task.is_some() { Party::Task(entry.task) } else { Party::Thread(thread) };
                if let Some(wait) = now.blocked(thread, id, entry.line) {
                    self.begin(now, id, party, wait);
                }
            }
            Event::StepBegan { task, resume, .. } => {
                return self.left(now, Party::Task(task), resume == Resume::ThrowCancelled);
            }
            Event::ThreadReady { thread } => {
                let cause = now.log.get(entry.cause).map(|cause| cause.event);
                let blocks = now.world.threads.get(thread.index()).and_then(|now| now.tasks.last());
                let party = blocks.map_or(Party::Thread(thread), |task| Party::Task(*task));
                return self.left(now, party, matches!(cause, Some(Event::ClockAdvanced { .. })));
            }
            Event::ObjectUsed { object, operation: Operation::Release, .. } if !self.own.is_empty() => {
                let by = if entry.task.is_some() { Party::Task(entry.task) } else { Party::Thread(entry.thread) };
                self.own.retain(|(party, of, _)| *of != object || *party == by);
            }
            Event::RunEnded { .. } => return self.own.pop().map(|(.., finding)| finding),
            _ => {}
        }
        None
    }

    fn begin(&mut self, now: Now, id: EventId, party: Party, wait: Wait) {
        let Some(circle) = now.circle(party, wait).filter(|circle| circle.iter().all(|(_, wait)| wait.only)) else {
            return;
        };
        let args = circle.iter().map(|(_, wait)| wait.arg).collect();
        let code = if circle.len() == 1 { "own-lock" } else { "wait-circle" };
        let finding = Finding { code, severity: Severity::Warning, line: wait.line, event: id, args };
        self.open.push((circle.into_iter().map(|(party, _)| party).collect(), wait.object, finding));
    }

    fn left(&mut self, now: Now, party: Party, given_up: bool) -> Option<Finding> {
        let at = self.open.iter().position(|(parties, ..)| parties.contains(&party))?;
        let (parties, object, finding) = self.open.remove(at);
        if parties.len() == 1 && given_up {
            if now.holder(object).0.map(Party::of) == Some(party) {
                self.own.push((party, object, finding));
            }
            return None;
        }
        given_up.then_some(finding)
    }
}
