//! The objects' panel: queues, locks, semaphores, events, scopes, executors, futures, as they are at a step.

use super::cast::{chip, shared};
use super::event_loop::{SHOWN, few};
use super::lanes::state;
use super::model::*;
use super::say::{Fill, code, seconds};
use super::stage::Stage;
use super::timeline_model::LaneState;
use super::{terms, texts};
use crate::player::{ObjectFacts, ObjectNow, ThreadNowState, World};
use crate::trace::*;
use std::rc::Rc;

/// Scopes that have been left are shown no more; of the others at most so many.
const MOST: usize = 200;

/// Every object that has been used by this step, in order of creation; then the program's own futures.
pub fn objects(stage: &Stage, world: &World, step: u32) -> Vec<ObjectView> {
    let events = stage.recording.events_of(step);
    let facts = &stage.facts().objects;
    let mut views = Vec::new();
    let mut scopes: Vec<Scope> = Vec::new();
    for (facts, now) in
        facts.iter().zip(world.objects.iter()).filter(|(facts, _)| facts.first_use < world.events && !facts.internal)
    {
        let is_scope = matches!(facts.kind, ObjectKind::Gather | ObjectKind::Wait | ObjectKind::Timeout);
        let is_over = match facts.kind {
            // Whoever waits for it has not heard of the last member yet while its future is pending.
            ObjectKind::Gather | ObjectKind::Wait => {
                now.waiters.is_empty() && now.members.iter().all(|m| world.is_done(stage.facts(), *m))
            }
            _ => now.left,
        };
        if is_scope && is_over && !events.contains(&now.touched.0) && now.touched.0 < events.start {
            continue;
        }
        if views.len() >= MOST {
            break;
        }
        let touched = events.contains(&now.touched.0);
        let mut view = view(stage, world, facts, now, touched);
        if (is_scope || facts.kind == ObjectKind::TaskGroup) && !is_over {
            let owner = now.owner.map(|owner| owner.task).or_else(|| Some(stage.log.get(facts.created)?.task));
            let owner = owner.unwrap_or(TaskId::NONE);
            let within = scopes.iter().rev().find(|scope| scope.holds(owner));
            view.depth = within.map_or(0, |scope| scope.depth.saturating_add(1));
            let entered = matches!(facts.kind, ObjectKind::Timeout | ObjectKind::TaskGroup);
            scopes.push(Scope { entered: entered.then_some(owner), members: &now.members, depth: view.depth });
        }
        views.push(view);
    }
    views.extend(futures(stage, world, &events));
    views
}

/// A scope that has not been left.
struct Scope<'a> {
    /// Whose code is inside.
    entered: Option<TaskId>,
    members: &'a [FutureId],
    depth: u8,
}

impl Scope<'_> {
    /// Does what this task does happen within the scope?
    fn holds(&self, task: TaskId) -> bool {
        task.is_some() && (self.entered == Some(task) || self.members.contains(&task.future()))
    }
}

fn view(stage: &Stage, world: &World, facts: &ObjectFacts, now: &ObjectNow, touched: bool) -> ObjectView {
    ObjectView {
        key: facts.object.0 as u64,
        object: Some(facts.object),
        kind: data_kind(facts.kind),
        name: stage.object_name(facts.object),
        title: stage.text(facts.label),
        note: note(stage, facts, now),
        body: body(stage, world, facts, now),
        depth: 0,
        touched,
    }
}

/// `data-kind`: queues of any order are `queue`; what threads use is told by `thread-lock`, else by the same words.
pub fn data_kind(kind: ObjectKind) -> &'static str {
    use ObjectKind::*;
    match kind {
        Queue | LifoQueue | PriorityQueue | ThreadQueue | ThreadLifoQueue | ThreadPriorityQueue | SimpleQueue => {
            "queue"
        }
        ThreadSemaphore => "semaphore",
        ThreadEvent => "event",
        ThreadCondition => "condition",
        ThreadBarrier => "barrier",
        other => other.as_str(),
    }
}

fn note(stage: &Stage, facts: &ObjectFacts, now: &ObjectNow) -> Rc<str> {
    let number = |value: usize| Fill::from(value as u32);
    let all = ("all", number(facts.number.max(0) as usize));
    match data_kind(facts.kind) {
        "queue" => {
            let count = now.items.len();
            let fills = [("count", number(count)), all, ("unfinished", Fill::from(now.unfinished))];
            let template = match (facts.number > 0, count, count >= facts.number.max(1) as usize) {
                (true, _, true) => texts::NOTE_FULL,
                (_, 0, _) => texts::NOTE_EMPTY,
                (true, ..) => texts::NOTE_HAS_OF,
                (false, 1, _) => texts::NOTE_HAS_ONE,
                (false, ..) => texts::NOTE_HAS,
            };
            let note = stage.words(template, &fills);
            match now.unfinished as usize > count && facts.kind != ObjectKind::SimpleQueue {
                true => [&note, " · ", &stage.words(texts::NOTE_UNFINISHED, &fills)].concat().into(),
                false => note,
            }
        }
        "semaphore" => {
            let left = ("count", number(now.value.max(0) as usize));
            stage.words(texts::NOTE_PLACES, &[left, all])
        }
        "lock" | "thread-lock" | "condition" => {
            let template = if now.holders.is_empty() { texts::NOTE_FREE } else { texts::NOTE_HELD };
            template.of(stage.lang).into()
        }
        "event" => {
            let template = if now.value == 0 { texts::NOTE_NOT_SET } else { texts::NOTE_SET };
            template.of(stage.lang).into()
        }
        "barrier" => stage.words(texts::NOTE_THERE, &[("count", number(now.value.max(0) as usize)), all]),
        "executor" => stage.words(texts::NOTE_WORKERS, &[all]),
        "timeout" if now.text.is_some() => stage.words(texts::NOTE_DELAY, &[("delay", code(stage.text(now.text)))]),
        _ => shared(""),
    }
}

fn body(stage: &Stage, world: &World, facts: &ObjectFacts, now: &ObjectNow) -> ObjectBody {
    match data_kind(facts.kind) {
        "queue" => {
            let items = few(now.items.iter().map(|item| stage.text(*item)), now.items.len());
            let free = (facts.number > 0).then(|| (facts.number as u32).saturating_sub(now.items.len() as u32));
            ObjectBody::Queue {
                items,
                free,
                putters: waiters(stage, world, facts, now, &[Purpose::QueuePut]),
                getters: waiters(stage, world, facts, now, &[Purpose::QueueGet]),
                joiners: waiters(stage, world, facts, now, &[Purpose::QueueJoin]),
            }
        }
        "lock" | "thread-lock" | "semaphore" | "condition" => ObjectBody::Held {
            holders: holders(stage, world, now),
            places: (data_kind(facts.kind) == "semaphore")
                .then(|| (now.value.max(0) as u32, facts.number.max(0) as u32)),
            waiters: waiters(stage, world, facts, now, &[]),
        },
        "event" => ObjectBody::Flag { set: now.value != 0, waiters: waiters(stage, world, facts, now, &[]) },
        "barrier" => ObjectBody::Barrier {
            there: now.value.max(0) as u32,
            parties: facts.number.max(0) as u32,
            waiters: waiters(stage, world, facts, now, &[]),
        },
        "gather" | "wait" | "taskgroup" | "timeout" => scope(stage, world, facts, now),
        "executor" => executor(stage, world, facts, now),
        _ => ObjectBody::State(stage.retold(terms::SOCKET, now.text)),
    }
}

/// Who holds it, and to whom a semaphore's place was given that has not run since.
fn holders(stage: &Stage, world: &World, now: &ObjectNow) -> Few<Chip> {
    let given = now.given.iter().filter_map(|future| {
        let made = stage.log.get(stage.facts().created_at(*future)?)?;
        let waits = world.task(stage.facts(), made.task).is_none_or(|task| task.waits_on == *future);
        (waits && made.task.is_some()).then(|| stage.actor(made))
    });
    let given: Vec<Chip> = given.collect();
    let total = now.holders.len() + given.len();
    few(now.holders.iter().map(|holder| stage.who(holder.task, holder.thread)).chain(given), total)
}

/// Who waits, by pending future, and which threads are blocked by it. `purposes`: only these; none: all.
fn waiters(stage: &Stage, world: &World, facts: &ObjectFacts, now: &ObjectNow, purposes: &[Purpose]) -> Few<Waiter> {
    let wanted = |purpose: Purpose| purposes.is_empty() || purposes.contains(&purpose);
    let (mut first, mut total) = (Vec::new(), 0);
    for future in &now.waiters {
        let Some((purpose, _, label)) = stage.facts().purpose(stage.log, *future) else { continue };
        if !wanted(purpose) {
            continue;
        }
        let made = stage.facts().created_at(*future).and_then(|id| stage.log.get(id));
        if let Some(made) = made {
            total += 1;
            if total <= SHOWN {
                first.push(Waiter { chip: stage.actor(made), text: stage.text(label) });
            }
        }
    }
    for (thread, _) in world.threads.iter().zip(&stage.facts().threads) {
        if thread.state != ThreadNowState::Blocked {
            continue;
        }
        if let Some(entry) = stage.log.get(thread.blocked)
            && let Event::ThreadBlocked { thread, why, object, label, .. } = entry.event
            && object == facts.object
            && wanted(why)
        {
            total += 1;
            first.push(Waiter { chip: stage.who(entry.task, thread), text: stage.text(label) });
        }
    }
    few(first.into_iter(), total)
}

fn scope(stage: &Stage, world: &World, facts: &ObjectFacts, now: &ObjectNow) -> ObjectBody {
    let made = stage.log.get(facts.created);
    let owner = match (now.owner, made) {
        (Some(owner), _) => Some(stage.who(owner.task, owner.thread)),
        (None, Some(made)) => Some(stage.actor(made)),
        (None, None) => None,
    };
    let member =
        |future: &FutureId| Member { chip: member_chip(stage, *future), state: future_state(stage, world, *future) };
    let ended = now.members.iter().filter(|future| world.is_done(stage.facts(), **future)).count() as u32;
    let deadline = (facts.kind == ObjectKind::Timeout && !now.left).then(|| deadline(stage, world, facts)).flatten();
    ObjectBody::Scope {
        owner,
        members: few(now.members.iter().map(member), now.members.len()),
        ended,
        of: now.members.len() as u32,
        deadline,
    }
}

/// The due time of the timer that a timeout's task set when it entered.
fn deadline(stage: &Stage, world: &World, facts: &ObjectFacts) -> Option<Rc<str>> {
    let made = stage.log.get(facts.created)?;
    world.loops.iter().flat_map(|now| now.timers.iter()).find_map(|((due, set), handle)| {
        let timer = stage.facts().handle(*handle)?;
        let is_timeout =
            timer.task == made.task && *set > facts.created.0 && stage.log.text(timer.label).contains("timeout");
        is_timeout.then(|| seconds(*due).into())
    })
}

fn executor(stage: &Stage, world: &World, facts: &ObjectFacts, now: &ObjectNow) -> ObjectBody {
    let job = |future: &FutureId| super::stage::future_label(stage, *future);
    let mut working: Vec<_> = now.started.iter().filter(|(job, _)| !world.is_done(stage.facts(), *job)).collect();
    crate::trace::sorted::sort_by_key(&mut working, |(_, since)| *since);
    let started = |future: &FutureId| now.started.iter().any(|(job, _)| job == future);
    let waiting: Vec<&FutureId> =
        now.members.iter().filter(|future| !world.is_done(stage.facts(), **future) && !started(future)).collect();
    ObjectBody::Executor {
        workers: few(working.iter().map(|(future, thread)| (stage.thread(*thread), job(future))), working.len()),
        waiting: few(waiting.iter().map(|future| job(future)), waiting.len()),
        size: facts.number.max(0) as u32,
    }
}

fn member_chip(stage: &Stage, future: FutureId) -> Chip {
    stage
        .task(future.as_task())
        .unwrap_or_else(|| chip(Who::Other(future.0), &super::stage::future_label(stage, future), None))
}

fn future_state(stage: &Stage, world: &World, future: FutureId) -> LaneState {
    if let Some(now) = world.task(stage.facts(), future.as_task()) {
        return state(now.state);
    }
    let done = stage.facts().done_at(future).filter(|id| world.has(*id)).and_then(|id| stage.log.get(id));
    match done.map(|entry| entry.event) {
        Some(Event::FutureDone { outcome: Outcome::Result, .. }) => LaneState::Done,
        Some(Event::FutureDone { outcome: Outcome::Exception, .. }) => LaneState::Failed,
        Some(Event::FutureDone { outcome: Outcome::Cancelled, .. }) => LaneState::Cancelled,
        _ => LaneState::Waiting,
    }
}

/// Futures that the program itself made or holds in a variable.
fn futures(stage: &Stage, world: &World, events: &std::ops::Range<u32>) -> Vec<ObjectView> {
    let facts = stage.facts();
    let mut views = Vec::new();
    for (future, name) in facts.named_futures() {
        let Some(created) = facts.created_at(*future).filter(|id| world.has(*id)) else { continue };
        if facts.is_task(*future) {
            continue;
        }
        let waiting: Vec<Waiter> = facts
            .tasks
            .iter()
            .zip(world.tasks.iter())
            .filter(|(_, now)| now.waits_on == *future && now.state == crate::player::TaskState::Waiting)
            .filter_map(|(task, _)| Some(Waiter { chip: stage.task(task.task)?, text: shared("") }))
            .collect();
        let done = facts.done_at(*future).filter(|id| world.has(*id));
        let value = match done.and_then(|id| stage.log.get(id)).map(|entry| entry.event) {
            Some(Event::FutureDone { text, .. }) => stage.text(text),
            _ => shared(""),
        };
        let total = waiting.len();
        let state = future_state(stage, world, *future);
        let template = if done.is_some() { texts::NOTE_DONE } else { texts::NOTE_PENDING };
        views.push(ObjectView {
            key: 1 << 32 | future.0 as u64,
            object: None,
            kind: "future",
            name: stage.text(*name),
            title: "asyncio.Future".into(),
            note: template.of(stage.lang).into(),
            body: ObjectBody::Future { state, waiters: few(waiting.into_iter(), total), value },
            depth: 0,
            touched: events.contains(&created.0) || done.is_some_and(|id| events.contains(&id.0)),
        });
    }
    views
}
