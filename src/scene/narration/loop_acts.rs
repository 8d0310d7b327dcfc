//! Sentences for what the loop, the clock and the scheduler do between lines.

use super::effects::Effects;
use super::{acts, blocking_call, chips, names, transports};
use crate::player::World;
use crate::scene::say::{Fill, code, duration, seconds};
use crate::scene::stage::Stage;
use crate::scene::{Chip, Sentence, terms, texts};
use crate::trace::*;

type Said = (Option<Chip>, Sentence);

pub fn clock(stage: &Stage, world: &World, step: u32, head: &Entry, effects: &Effects) -> Sentence {
    let Event::ClockAdvanced { to } = head.event else { return Sentence::default() };
    let before = stage.recording.time_of(stage.log, step.saturating_sub(1));
    let by = ("by", Fill::from(duration(to.ns().saturating_sub(before))));
    let time = ("time", stage.time(to.ns()));
    // A thread that was not blocked while the clock moved has been computing.
    let blocked = stage.facts().last_block(head.thread, EventId(stage.recording.stop(step).head));
    let since = world.threads.get(head.thread.index()).map(|thread| thread.since);
    let is_waiting =
        blocked.is_some_and(|blocked| Some(blocked) >= since || effects.ready_threads.contains(&head.thread));
    if head.task.is_some() && world.running_task() == Some(head.task) && !is_waiting {
        return stage.say(texts::CLOCK_COMPUTING, &[("who", stage.actor(head).into()), by, time]);
    }
    let mut owners: Vec<Chip> = Vec::new();
    for handle in &effects.fired {
        let chip = stage.handle_chip(*handle);
        if !owners.contains(&chip) {
            owners.push(chip);
        }
    }
    let timer = |handle: HandleId| stage.facts().handle(handle).copied();
    match effects.fired[..] {
        [] => clock_without_timer(stage, EventId(stage.recording.stop(step).head), effects, by, time),
        [only] => match timer(only) {
            Some(facts) if facts.kind != HandleKind::Callback && stage.task(facts.task).is_some() => {
                let what = ("what", code(stage.handle_label(&facts.label)));
                stage.say(texts::CLOCK_TIMER, &[by, time, what, ("who", chips(stage, &owners))])
            }
            facts => {
                let label = facts.map_or(TextId::NONE, |facts| facts.label);
                stage.say(texts::CLOCK_CALLBACK, &[by, time, ("what", code(stage.handle_label(&label)))])
            }
        },
        ref several => {
            let count = ("count", Fill::from(several.len() as u32));
            stage.say(texts::CLOCK_TIMERS, &[by, time, count, ("who", chips(stage, &owners))])
        }
    }
}

/// The advance of the clock that this step is, as what comes next.
pub fn next_clock(stage: &Stage, step: u32, to: u64) -> Sentence {
    let effects = Effects::of(stage, step);
    let time = ("time", stage.time(to));
    if !effects.fired.is_empty() {
        return stage.say(texts::NEXT_CLOCK, &[time]);
    }
    let before = EventId(stage.recording.stop(step).head);
    let call = effects.ready_threads.first().and_then(|thread| stage.facts().last_block(*thread, before));
    let call = call.map(|id| stage.log.entry(id.index()));
    match call.map(|call| call.event) {
        Some(Event::ThreadBlocked { why: Purpose::Select, .. }) => stage.say(texts::NEXT_CLOCK, &[time]),
        Some(Event::ThreadBlocked { thread, why, object, label, .. })
            if !matches!(why, Purpose::Computing | Purpose::Gil) =>
        {
            let task = call.map_or(TaskId::NONE, |call| call.task);
            let template = match (stage.facts().threads.len(), task.is_some()) {
                (..=1, _) => texts::NEXT_CLOCK_CALL,
                (_, true) => texts::NEXT_CLOCK_TASK,
                (_, false) => texts::NEXT_CLOCK_CALL_OF,
            };
            let who = ("who", stage.who(task, thread).into());
            stage.say(template, &[time, who, ("what", blocking_call(stage, why, object, label))])
        }
        _ => stage.say(texts::NEXT_CLOCK_PLAIN, &[time]),
    }
}

/// A thread's wait is over, or somebody has been computing.
fn clock_without_timer(
    stage: &Stage,
    before: EventId,
    effects: &Effects,
    by: (&'static str, Fill),
    time: (&'static str, Fill),
) -> Sentence {
    let Some(thread) = effects.ready_threads.first() else {
        return stage.say(texts::CLOCK, &[by, time]);
    };
    match stage.facts().last_block(*thread, before).map(|id| stage.log.entry(id.index())) {
        Some(entry @ Entry { event: Event::ThreadBlocked { why: Purpose::Computing | Purpose::Gil, .. }, .. }) => {
            stage.say(texts::CLOCK_COMPUTING, &[("who", stage.actor(entry).into()), by, time])
        }
        Some(entry @ Entry { event: Event::ThreadBlocked { why, object, label, .. }, .. })
            if *why != Purpose::Select =>
        {
            let who = if entry.task.is_some() { stage.actor(entry) } else { stage.thread(*thread) };
            let what = ("what", blocking_call(stage, *why, *object, *label));
            let template = if *why == Purpose::Request { texts::CLOCK_ANSWER } else { texts::CLOCK_CALL_OVER };
            stage.say(template, &[("who", who.into()), what, by, time])
        }
        _ => stage.say(texts::CLOCK_IDLE, &[by, time]),
    }
}

/// The loop moves due timers; `now` is the clock.
pub fn timers(stage: &Stage, effects: &Effects, now: u64) -> Sentence {
    let owners: Vec<Chip> = effects.fired.iter().map(|handle| stage.handle_chip(*handle)).collect();
    let who = ("who", chips(stage, &owners));
    match effects.fired[..] {
        [only] => timer(stage, only, who, now),
        _ => stage.say(texts::TIMERS_MANY, &[who, ("count", (effects.fired.len() as u32).into())]),
    }
}

#[inline(never)]
fn timer(stage: &Stage, handle: HandleId, who: (&str, Fill), now: u64) -> Sentence {
    let due = stage.facts().handle(handle).map(|facts| facts.when).filter(|due| !due.is_never()).map_or(now, When::ns);
    match seconds(due) == seconds(now) {
        true => stage.say(texts::TIMERS, &[who]),
        false => stage.say(texts::TIMERS_LATE, &[who, ("due", stage.time(due))]),
    }
}

/// The loop takes a task's step: why it goes on, then what it does before its next line.
pub fn taken(stage: &Stage, world: &World, head: &Entry, effects: &Effects) -> Said {
    let Event::HandleTaken { handle } = head.event else { return (None, Sentence::default()) };
    let who = stage.handle_chip(handle);
    let runs = begun_runs(stage, world, effects);
    let reason = why_taken(stage, handle, effects, &who, runs);
    let more = acts::effect(stage, world, effects, &who, 0);
    let sentence = match more {
        Some(more) => reason.then(stage.lang, more),
        None => reason,
    };
    (Some(who), sentence)
}

fn why_taken(stage: &Stage, handle: HandleId, effects: &Effects, who: &Chip, runs: u32) -> Sentence {
    let me = ("who", Fill::from(who));
    let begun = effects.begun.first();
    let resume = begun.map(|(_, _, resume, _)| *resume);
    let line = begun.map_or(0, |(.., line)| *line);
    let at = ("line", Fill::from(line));
    let made = stage.facts().handle(handle).and_then(|facts| stage.log.get(facts.made));
    let cause = made.and_then(|made| stage.log.get(made.cause));
    let waited = match cause.map(|cause| cause.event) {
        Some(Event::FutureDone { future, .. }) => Some(future),
        _ => None,
    };
    match (resume, waited) {
        (Some(Resume::Start), _) => stage.say(texts::TAKEN_START, &[me]),
        (Some(Resume::ThrowCancelled), _) if runs == 1 => stage.say(texts::TAKEN_CANCELLED_UNSTARTED, &[me]),
        (Some(Resume::ThrowCancelled), Some(future)) if !was_asked(stage, begun.map(|(task, ..)| *task), future) => {
            stage.say(texts::TAKEN_TASK_CANCELLED, &[me, at, ("other", stage.future(future))])
        }
        (Some(Resume::ThrowCancelled), _) if line == 0 => stage.say(texts::TAKEN_CANCELLED_INSIDE, &[me]),
        (Some(Resume::ThrowCancelled), _) => stage.say(texts::TAKEN_CANCELLED, &[me, at]),
        (Some(Resume::Throw), _) => stage.say(texts::TAKEN_THROWN, &[me, at]),
        (_, Some(future)) => waited_for(stage, me, future, made.map_or(EventId::NONE, |made| made.cause)),
        (_, None) if runs == 1 => stage.say(texts::TAKEN_START, &[me]),
        (_, None) => stage.say(texts::TAKEN_YIELDED, &[me, at]),
    }
}

/// How many times the task that goes on has run, this time included.
fn begun_runs(stage: &Stage, world: &World, effects: &Effects) -> u32 {
    effects.begun.first().and_then(|(task, ..)| world.task(stage.facts(), *task)).map_or(0, |now| now.runs)
}

/// Was the task itself asked to be cancelled while it waited for this future? Else the future was.
fn was_asked(stage: &Stage, task: Option<TaskId>, future: FutureId) -> bool {
    let Some(done) = stage.facts().done_at(future) else { return true };
    let Some(task) = task.filter(|_| stage.facts().is_task(future)) else { return true };
    // The request came before the end of what it waited for, after it began to wait.
    let lane = stage.facts().task_index(task).map_or(&[][..], |index| stage.recording.lane(index));
    let before = lane.partition_point(|change| change.event < done);
    let began = lane[..before].last().map_or(0, |change| change.event.index());
    (began..done.index()).any(|index| {
        matches!(stage.log.entry(index).event, Event::CancelRequested { future: asked, .. } if asked == task.future())
    })
}

fn waited_for(stage: &Stage, me: (&str, Fill), future: FutureId, done: EventId) -> Sentence {
    if let Some(other) = stage.task(future.as_task()) {
        return stage.say(texts::TAKEN_TASK, &[me, ("other", other.into())]);
    }
    match stage.facts().purpose(stage.log, future) {
        Some((Purpose::Sleep, object, label)) => {
            let what = ("what", stage.wait_words(Purpose::Sleep, object, label));
            stage.say(texts::TAKEN_SLEEP, &[me, what])
        }
        Some((Purpose::Request, object, label)) => {
            let what = ("what", stage.wait_words(Purpose::Request, object, label));
            stage.say(texts::TAKEN_ANSWER, &[me, what])
        }
        Some((Purpose::Gather | Purpose::TaskGroup, object, _)) if object.is_some() => {
            stage.say(texts::TAKEN_GATHER, &[me, ("what", stage.object(object))])
        }
        Some((Purpose::Wait | Purpose::AsCompleted, object, _)) if object.is_some() => {
            let what = ("what", stage.object(object));
            match crate::scene::why::member_that_ended(stage, done) {
                Some((_, other)) => stage.say(texts::TAKEN_MEMBER, &[me, what, ("other", stage.future(other))]),
                None => stage.say(texts::TAKEN_OBJECT, &[me, what]),
            }
        }
        _ => stage.say(texts::TAKEN_OBJECT, &[me, ("what", stage.future(future))]),
    }
}

pub fn callback(stage: &Stage, world: &World, head: &Entry, effects: &Effects) -> Said {
    let Event::HandleTaken { handle } = head.event else { return (None, Sentence::default()) };
    let who = stage.handle_chip(handle);
    let label = stage.facts().handle(handle).map_or(TextId::NONE, |facts| facts.label);
    let called = stage.text(label);
    let does = transports::does(&called).map_or(Sentence::default(), |does| stage.say(does, &[]));
    let reason = stage.say(texts::TAKEN_CALLBACK, &[("what", code(stage.handle_label(&label)))]).then(stage.lang, does);
    let sentence = match acts::effect(stage, world, effects, &who, 0) {
        Some(more) => reason.then(stage.lang, more),
        None => reason,
    };
    (Some(who), sentence)
}

/// A callback of asyncio's own: a sleep's end, a timeout, a scope's note that a member has ended.
pub fn internal(stage: &Stage, world: &World, head: &Entry, effects: &Effects) -> Said {
    let Event::HandleTaken { handle } = head.event else { return (None, Sentence::default()) };
    let Some(facts) = stage.facts().handle(handle) else { return (None, Sentence::default()) };
    let who = stage.handle_chip(handle);
    let me = ("who", Fill::from(&who));
    let label = stage.log.text(facts.label);
    let made = stage.log.get(facts.made);
    // Put into the queue by a member's end: a scope's `_done_callback`.
    let child = made.and_then(|made| stage.log.get(made.cause)).and_then(|cause| match cause.event {
        Event::FutureDone { future, .. } => Some(future),
        _ => None,
    });
    if let Some(expired) = effects.uses.iter().find(|used| used.operation == Operation::Expire) {
        let what = ("what", stage.object(expired.object));
        return (Some(who.clone()), stage.say(texts::INTERNAL_EXPIRES, &[me, what]));
    }
    if label.contains("run_until_complete") {
        return match child.and_then(|child| stage.task(child.as_task())) {
            Some(ended) => (Some(ended.clone()), stage.say(texts::INTERNAL_STOP, &[("who", ended.into())])),
            None => (None, stage.say(texts::INTERNAL_STOP_PLAIN, &[])),
        };
    }
    if let Some(child) = child
        && let Some(sentence) = shield_notes(stage, effects, &label, child)
    {
        return (Some(who), sentence);
    }
    if let Some(child) = child
        && label.ends_with("_call_check_cancel")
    {
        let template =
            if was_cancelled(stage, child) { texts::INTERNAL_CANCELS_JOB } else { texts::INTERNAL_KEEPS_JOB };
        return (Some(who), stage.say(template, &[("what", stage.future(child))]));
    }
    if let Some(child) = child
        && let Some(sentence) = scope_notes(stage, world, effects, child)
    {
        return (Some(who), sentence);
    }
    if let Some(sentence) = purpose_notes(stage, effects) {
        return (Some(who), sentence);
    }
    if let Some(sentence) = seldom(stage, effects, child) {
        return (Some(who), sentence);
    }
    let what = ("what", code(stage.handle_label(&facts.label)));
    let sentence = match &effects.woken[..] {
        [] => stage.say(texts::INTERNAL, &[what]),
        // asyncio.wait and as_completed with a timeout.
        woken if matches!(made.map(|made| made.event), Some(Event::TimerSet { .. })) => {
            stage.say(texts::INTERNAL_TIME_UP, &[what, ("who", names(stage, woken))])
        }
        woken => stage.say(texts::INTERNAL_WAKES, &[what, ("who", names(stage, woken))]),
    };
    (Some(who), sentence)
}

/// What a callback of asyncio's own does for another thread: it passes a result on, or makes the task that was asked for.
#[inline(never)]
fn seldom(stage: &Stage, effects: &Effects, child: Option<FutureId>) -> Option<Sentence> {
    let threads: Vec<Chip> = effects.ready_threads.iter().map(|thread| stage.thread(*thread)).collect();
    if let Some(child) = child.filter(|_| !threads.is_empty()) {
        let fills = [("child", stage.future(child)), ("other", chips(stage, &threads))];
        return Some(stage.say(texts::INTERNAL_TELLS_THREAD, &fills));
    }
    let made = || stage.say(texts::INTERNAL_CREATES, &[("other", names(stage, &effects.created))]);
    (!effects.created.is_empty()).then(made)
}

/// A future that stands for a sleep, an answer or a job is done.
fn purpose_notes(stage: &Stage, effects: &Effects) -> Option<Sentence> {
    let (future, purpose) = effects.done.iter().find_map(|future| {
        let (purpose, ..) = stage.facts().purpose(stage.log, *future)?;
        matches!(purpose, Purpose::Sleep | Purpose::Request | Purpose::Wrapped).then_some((*future, purpose))
    })?;
    let template = match (purpose, effects.woken.is_empty()) {
        (Purpose::Sleep, false) => texts::INTERNAL_SLEEP,
        (Purpose::Request, false) => texts::INTERNAL_ANSWER,
        (Purpose::Wrapped, false) => texts::INTERNAL_RESULT_WAKES,
        (Purpose::Wrapped, true) => {
            return Some(stage.say(texts::INTERNAL_RESULT, &[("what", stage.future(future))]));
        }
        _ => return None,
    };
    Some(stage.say(template, &[("what", stage.future(future)), ("who", names(stage, &effects.woken))]))
}

/// shield: what it protects has ended, or the future that it has given.
fn shield_notes(stage: &Stage, effects: &Effects, label: &str, child: FutureId) -> Option<Sentence> {
    let woken = ("who", names(stage, &effects.woken));
    let cancelled = was_cancelled(stage, child);
    match label.rsplit('.').next()? {
        "_inner_done_callback" if !effects.woken.is_empty() => {
            Some(stage.say(texts::INTERNAL_SHIELD_PASSES, &[("child", stage.future(child)), woken]))
        }
        "_outer_done_callback" if cancelled => Some(stage.say(texts::INTERNAL_SHIELD_LEFT, &[])),
        "_outer_done_callback" => Some(stage.say(texts::INTERNAL_SHIELD_TIDIES, &[])),
        _ => None,
    }
}

fn was_cancelled(stage: &Stage, future: FutureId) -> bool {
    let ended = stage.facts().done_at(future).and_then(|id| stage.log.get(id)).map(|entry| entry.event);
    matches!(ended, Some(Event::FutureDone { outcome: Outcome::Cancelled, .. }))
}

/// gather, wait, as_completed, a task group: a member has ended.
fn scope_notes(stage: &Stage, world: &World, effects: &Effects, child: FutureId) -> Option<Sentence> {
    let object = scope_of(stage, world, child)?;
    let facts = stage.facts().object(object)?;
    let now = world.objects.get(object.index())?;
    let all = now.members.len() as u32;
    // Those whose end it has been told of: the others' callbacks are still in the ready queue.
    let told = stage.facts().done_at(child);
    let left = now.members.iter().filter(|member| stage.facts().done_at(**member) > told).count() as u32
        + now.members.iter().filter(|member| stage.facts().done_at(**member).is_none()).count() as u32;
    let what = ("what", stage.object(object));
    let member = ("child", stage.future(child));
    let failed = matches!(
        stage.facts().done_at(child).and_then(|id| stage.log.get(id)).map(|entry| entry.event),
        Some(Event::FutureDone { outcome: Outcome::Exception, .. })
    );
    let is_member = |future: &&FutureId| now.members.contains(future);
    let others: Vec<TaskId> = effects.cancels.iter().filter(is_member).map(|future| future.as_task()).collect();
    if facts.kind == ObjectKind::TaskGroup && failed && !others.is_empty() {
        return Some(stage.say(texts::INTERNAL_ABORTS, &[what, member, ("others", names(stage, &others))]));
    }
    let woken = ("who", names(stage, &effects.woken));
    Some(match (effects.woken.is_empty(), left, failed) {
        (false, _, true) if facts.kind == ObjectKind::Gather => {
            stage.say(texts::INTERNAL_FAILS, &[what, member, woken])
        }
        (false, 0, _) => stage.say(texts::INTERNAL_CHILDREN, &[what, member, woken]),
        (false, ..) => stage.say(texts::INTERNAL_CHILD_WAKES, &[what, member, woken]),
        (true, 0, _) if facts.kind == ObjectKind::Gather && effects.done.is_empty() => {
            stage.say(texts::INTERNAL_CHILD_LATE, &[what, member])
        }
        (true, 0, _) => stage.say(texts::INTERNAL_CHILD_LAST, &[what, member]),
        _ => stage.say(texts::INTERNAL_CHILD, &[what, member, ("left", left.into()), ("all", all.into())]),
    })
}

/// The newest scope of which a future is a member.
pub(in crate::scene) fn scope_of(stage: &Stage, world: &World, member: FutureId) -> Option<ObjectId> {
    let is_scope = |kind: ObjectKind| matches!(kind, ObjectKind::Gather | ObjectKind::Wait | ObjectKind::TaskGroup);
    let objects = &stage.facts().objects;
    let known = objects.len().min(world.objects.len());
    (0..known)
        .rev()
        .filter(|index| is_scope(objects[*index].kind))
        .find(|index| world.objects.get(*index).is_some_and(|now| now.members.contains(&member)))
        .map(ObjectId::from_index)
}

pub fn task_ends(stage: &Stage, effects: &Effects) -> Said {
    let Some(ended) = effects.ended.first() else { return (None, Sentence::default()) };
    let Some(who) = stage.task(ended.task) else { return (None, Sentence::default()) };
    let value = stage.log.text(ended.text);
    let has_value = !value.is_empty() && value != "None";
    let (plain, wakes) = terms::ending(ended.how, has_value);
    let fills = [("who", Fill::from(&who)), ("value", code(value)), ("other", names(stage, &effects.woken))];
    let sentence = stage.say(if effects.woken.is_empty() { plain } else { wakes }, &fills);
    (Some(who), sentence)
}

pub fn thread(stage: &Stage, world: &World, head: &Entry, effects: &Effects) -> Said {
    match head.event {
        Event::ThreadEnded { thread, outcome, text } => {
            let who = stage.thread(thread);
            let me = ("who", Fill::from(&who));
            let sentence = match outcome {
                Outcome::Exception if text.is_some() => {
                    stage.say(texts::THREAD_FAILS, &[me, ("value", code(stage.text(text)))])
                }
                _ => stage.say(texts::THREAD_ENDS, &[me]),
            };
            (Some(who), sentence)
        }
        Event::ThreadRunning { thread } => {
            let who = stage.thread(thread);
            let runs = stage.say(texts::THREAD_RUNS, &[("who", (&who).into())]);
            let sentence = match acts::effect(stage, world, effects, &who, 0) {
                Some(more) => runs.then(stage.lang, more),
                None => runs,
            };
            (Some(who), sentence)
        }
        _ => (None, Sentence::default()),
    }
}
