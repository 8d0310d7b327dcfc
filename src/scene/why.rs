//! «Why here?»: from a line of output, or from a task that runs, back along the causes that the trace names.

use super::model::*;
use super::narration::blocking_call;
use super::say::{Fill, Template, code, quote, seconds};
use super::stage::{Stage, future_label};
use super::{texts, why_threads as threads};
use crate::player::{OutputLine, StopKind};
use crate::trace::*;

/// The longest chain.
const MOST: usize = 5;

/// Why a line of output stands where it stands: the row's number, from 1.
pub fn why_output(stage: &Stage, number: u32) -> Vec<Because> {
    let Some(line) = stage.recording.console().get((number as usize).wrapping_sub(1)) else { return Vec::new() };
    let who = stage
        .log
        .get(line.event)
        .map_or_else(|| stage.who(line.task, line.thread), |entry| stage.actor_or_callback(entry));
    let fills =
        [("text", quote(line.text(stage.log))), ("line", Fill::from(line.line as u32)), ("who", Fill::from(&who))];
    let first = Because { step: line.step, sentence: stage.say(texts::BECAUSE_PRINTED, &fills), who: Some(who) };
    let mut links = chain(stage, first, line.event);
    // What a thread waited for says itself why the line comes now.
    let of_thread = threads::causes(stage, line.event, &mut Vec::new()).is_some();
    if let (Some((order, other)), Some(cause)) = (order(stage, number as usize - 1), links.get_mut(1))
        && !of_thread
        && cause.who.as_ref() != Some(&other)
    {
        cause.sentence = std::mem::take(&mut cause.sentence).then(stage.lang, order);
    }
    links
}

/// What a line's place among its neighbours comes from, and which that is: whose timer is due before whose, who was in the
/// queue first.
fn order(stage: &Stage, row: usize) -> Option<(Sentence, Chip)> {
    let lines = stage.recording.console();
    let line = lines.get(row)?;
    let (mine, me, _) = pushed(stage, line.event)?;
    let neighbour = |at: usize| {
        let other = lines.get(at)?;
        let (made, task, _) = pushed(stage, other.event)?;
        (task != me && task.is_some()).then_some((other, made, stage.task(task)?))
    };
    let before = row.checked_sub(1).and_then(neighbour);
    let after = neighbour(row + 1);
    let of_instant = |found: &&(&OutputLine, EventId, Chip)| found.0.ns == line.ns && found.1 != mine;
    if let Some((_, made, other)) = before.iter().find(of_instant).or_else(|| after.iter().find(of_instant)) {
        let template = if *made < mine { texts::BECAUSE_QUEUED_AFTER } else { texts::BECAUSE_QUEUED_BEFORE };
        return Some((stage.say(template, &[("other", Fill::from(other))]), other.clone()));
    }
    let (_, due) = slept(stage, mine)?;
    let (found, template) = match (after, before) {
        (Some(after), _) if slept(stage, after.1).is_some_and(|(_, later)| later > due) => {
            (after, texts::BECAUSE_OTHER_LATER)
        }
        (_, Some(before)) if slept(stage, before.1).is_some_and(|(_, sooner)| sooner < due) => {
            (before, texts::BECAUSE_OTHER_SOONER)
        }
        _ => return None,
    };
    let (future, when) = slept(stage, found.1)?;
    let what = ("what", code(future_label(stage, future)));
    let other = found.2;
    Some((stage.say(template, &[what, ("other", Fill::from(&other)), ("time", stage.time(when))]), other))
}

/// The sleep whose end pushed a task's step, and when it was due.
fn slept(stage: &Stage, made: EventId) -> Option<(FutureId, u64)> {
    let done = stage.log.get(stage.log.get(made)?.cause)?;
    let Event::FutureDone { future, .. } = done.event else { return None };
    let (Purpose::Sleep | Purpose::Request, ..) = stage.facts().purpose(stage.log, future)? else { return None };
    let Event::HandleTaken { handle } = stage.log.get(done.cause)?.event else { return None };
    let when = stage.facts().handle(handle)?.when;
    (!when.is_never()).then(|| (future, when.ns()))
}

/// Why a task runs at a step.
pub fn why_running(stage: &Stage, task: TaskId, step: u32) -> Vec<Because> {
    let Some(index) = stage.facts().task_index(task) else { return Vec::new() };
    let changes = stage.recording.lane(index);
    let begun = changes.iter().rev().find(|change| {
        change.step <= step && matches!(stage.log.entry(change.event.index()).event, Event::StepBegan { .. })
    });
    let (Some(begun), Some(chip)) = (begun, stage.task(task)) else { return Vec::new() };
    let sentence = stage.say(texts::BECAUSE_RUNS, &[("who", Fill::from(&chip))]);
    chain(stage, Because { step: begun.step, sentence, who: Some(chip) }, begun.event)
}

/// Why a thread runs its own code at a step. Asked for seldom: it stays out of what draws the page.
#[inline(never)]
pub fn why_thread(stage: &Stage, thread: ThreadId, step: u32) -> Vec<Because> {
    let end = stage.recording.events_of(step).end as usize;
    let runs = |index: &usize| matches!(stage.log.entry(*index).event, Event::ThreadRunning { thread: running } if running == thread);
    let Some(begun) = (0..end).rev().find(runs).map(|index| EventId(index as u32)) else { return Vec::new() };
    let chip = stage.thread(thread);
    let sentence = stage.say(texts::BECAUSE_RUNS, &[("who", Fill::from(&chip))]);
    let first = Because { step: stage.recording.step_of(begun), sentence, who: Some(chip) };
    let mut links = chain(stage, first, begun);
    if links.len() == 1 && stage.facts().threads.first().is_some_and(|first| first.thread == thread) {
        links.push(Because { step: 0, sentence: stage.say(texts::BECAUSE_BEGAN, &[]), who: None });
    }
    links
}

/// The sentences of the last stops before a step and of it, the newest first.
pub fn told_before(stage: &Stage, step: u32, most: u32) -> Vec<Because> {
    let first = step.saturating_sub(most);
    let mut world = stage.recording.world_at(stage.log, first);
    let mut told = Vec::new();
    for at in first..=step {
        stage.recording.advance(stage.log, &mut world, at);
        let Narration { now, who, .. } = super::narration::narrate(stage, &world, at);
        told.push(Because { step: at, sentence: now, who });
    }
    told.reverse();
    told
}

fn chain(stage: &Stage, first: Because, event: EventId) -> Vec<Because> {
    let mut links = vec![first];
    let mut at = event;
    while links.len() < MOST {
        let before = links.len();
        match threads::causes(stage, at, &mut links).or_else(|| causes(stage, at, &mut links)) {
            Some(next) if links.len() > before && next < at => at = next,
            _ => break,
        }
    }
    links.truncate(MOST);
    links
}

/// Adds the links that explain why the actor of an event ran then; the event from which to go on.
fn causes(stage: &Stage, event: EventId, links: &mut Vec<Because>) -> Option<EventId> {
    let (made, task, handle) = pushed(stage, event)?;
    let entry = stage.log.get(made)?;
    let who = stage.handle_chip(handle);
    let mut link = |id: EventId, template, fills: &[(&str, Fill)], by: Option<Chip>| {
        links.push(Because { step: stage.recording.step_of(id), sentence: stage.say(template, fills), who: by });
    };
    let me = ("who", Fill::from(&who));
    let cause = stage.log.get(entry.cause).filter(|_| entry.cause < made);
    match cause.map(|cause| cause.event) {
        Some(Event::FutureDone { future, .. }) => {
            if let Some(other) = stage.task(future.as_task()) {
                link(entry.cause, texts::BECAUSE_TASK_ENDED, &[me, ("other", Fill::from(&other))], Some(other));
                return Some(entry.cause);
            }
            if let Some(Event::FutureDone { outcome: Outcome::Cancelled, .. }) = cause.map(|cause| cause.event) {
                return cancelled(stage, links, me, entry.cause);
            }
            let created = stage.facts().created_at(future)?;
            let what = ("what", code(future_label(stage, future)));
            if let Some((Purpose::Sleep | Purpose::Request, ..)) = stage.facts().purpose(stage.log, future) {
                let time = stage.log.time_at(entry.cause);
                // The step at which the clock came there, not the callback's.
                let advances = stage.log.advances();
                let advance = advances.iter().rev().find(|(id, ns)| *id <= entry.cause && *ns == time);
                let came = advance.map_or(entry.cause, |(id, _)| *id);
                let (template, fills) = due(stage, made, time, came);
                let fills: Vec<_> = [me.clone(), what.clone()].into_iter().chain(fills).collect();
                link(came, template, &fills, Some(who.clone()));
                let from = ("time", stage.time(stage.log.time_at(created)));
                let line = ("line", Fill::from(stage.log.entry(created.index()).line as u32));
                let is_inside = stage.log.entry(created.index()).line == 0;
                let template = if is_inside { texts::BECAUSE_SLEPT_INSIDE } else { texts::BECAUSE_SLEPT };
                link(created, template, &[me, what, from, line], Some(who.clone()));
                return Some(created);
            }
            if let Some((end, other)) = member_that_ended(stage, entry.cause) {
                let fills = [me, what, ("other", stage.future(other))];
                link(end, texts::BECAUSE_MEMBER_ENDED, &fills, stage.task(other.as_task()));
                return Some(end);
            }
            let done = stage.log.entry(entry.cause.index());
            let by = stage.actor_or_callback(done);
            let template = match stage.facts().purpose(stage.log, future) {
                Some((Purpose::Wrapped | Purpose::Job, ..)) => texts::BECAUSE_JOB_ENDED,
                _ if is_library(stage, &by) => texts::BECAUSE_OVER,
                _ => texts::BECAUSE_DONE,
            };
            link(entry.cause, template, &[me, what, ("other", Fill::from(&by))], Some(by));
            Some(entry.cause)
        }
        Some(Event::CancelRequested { .. }) => cancelled(stage, links, me, entry.cause),
        _ => {
            let by = stage.actor_or_callback(entry);
            let line = ("line", Fill::from(entry.line as u32));
            let time = ("time", stage.time(stage.log.time_at(made)));
            let made_now = matches!(stage.log.get(EventId(made.0.wrapping_sub(1))).map(|before| before.event),
                Some(Event::TaskCreated { task: created, .. }) if created == task);
            let template = match entry.event {
                Event::TimerSet { .. } => texts::BECAUSE_TIMER,
                _ if made_now => texts::BECAUSE_CREATED,
                _ if entry.task == task && task.is_some() => texts::BECAUSE_YIELDED,
                // Pushed by the end of its own step.
                _ if entry.task.is_none() && stage.handle_task(entry.cause) == Some(task) => texts::BECAUSE_YIELDED,
                _ if stage.facts().handle(handle).is_some_and(|facts| is_job_end(stage, facts.label)) => {
                    texts::BECAUSE_JOB_TOLD
                }
                _ if is_polled(stage, made) => texts::BECAUSE_POLLED,
                _ if entry.line == 0 => texts::BECAUSE_PUT_INSIDE,
                _ => texts::BECAUSE_PUT,
            };
            let template = match template {
                texts::BECAUSE_CREATED if entry.line == 0 => texts::BECAUSE_CREATED_INSIDE,
                other => other,
            };
            link(made, template, &[me, ("other", Fill::from(&by)), line, time], Some(by));
            Some(made)
        }
    }
}

/// When a sleep came due: what held the thread until the loop saw it, if something did.
fn due(stage: &Stage, made: EventId, time: u64, came: EventId) -> (Template, Vec<(&'static str, Fill)>) {
    let now = ("time", stage.time(time));
    let Some((_, when)) = slept(stage, made).filter(|(_, when)| seconds(*when) != seconds(time)) else {
        return (texts::BECAUSE_DUE, vec![now]);
    };
    let was = ("due", stage.time(when));
    let thread = stage.log.entry(made.index()).thread;
    let block = stage.facts().last_block(thread, came).map(|id| stage.log.entry(id.index()));
    match block.map(|block| (block, block.event)) {
        Some((block, Event::ThreadBlocked { why, object, label, .. }))
            if !matches!(why, Purpose::Select | Purpose::Computing | Purpose::Gil) =>
        {
            let call = ("call", blocking_call(stage, why, object, label));
            (texts::BECAUSE_DUE_HELD, vec![now, was, call, ("other", stage.actor(block).into())])
        }
        _ => (texts::BECAUSE_DUE_LATE, vec![now, was]),
    }
}

/// The wait was ended by a cancellation: by a timeout, or by whom.
fn cancelled(stage: &Stage, links: &mut Vec<Because>, me: (&str, Fill), done: EventId) -> Option<EventId> {
    let entry = stage.log.get(done)?;
    let cause = entry.cause.index().min(done.index());
    let expired = (cause..done.index()).find_map(|index| match stage.log.entry(index).event {
        Event::ObjectUsed { object, operation: Operation::Expire, .. } => Some(object),
        _ => None,
    });
    let step = stage.recording.step_of(done);
    let mut next = done;
    let (sentence, who) = match expired {
        Some(object) => {
            let time = ("time", stage.time(stage.log.time_at(done)));
            (stage.say(texts::BECAUSE_EXPIRED, &[("what", stage.object(object)), time]), None)
        }
        None if let Some((end, other)) = member_that_ended(stage, done) => {
            next = end;
            let fills = [me, ("other", stage.future(other))];
            (stage.say(texts::BECAUSE_MEMBER_FAILED, &fills), stage.task(other.as_task()))
        }
        None => {
            let template = match stage.recording.stop(step).kind {
                StopKind::Signal => texts::BECAUSE_SIGNAL,
                StopKind::Other if entry.task.is_none() => texts::BECAUSE_LEFT,
                _ => texts::BECAUSE_CANCELLED,
            };
            let by = stage.actor_or_callback(entry);
            (stage.say(template, &[me, ("other", Fill::from(&by))]), Some(by))
        }
    };
    links.push(Because { step, sentence, who });
    Some(next)
}

/// A callback of the library's own: its name says nothing to whoever reads the program.
fn is_library(stage: &Stage, by: &Chip) -> bool {
    let Who::Callback(handle) = by.who else { return false };
    let label = stage.facts().handle(handle).map_or(TextId::NONE, |facts| facts.label);
    stage.log.text(label).split('.').any(|name| name.starts_with('_'))
}

/// The callback by which an executor's thread tells the loop that a job has ended.
fn is_job_end(stage: &Stage, label: TextId) -> bool {
    stage.log.text(label).ends_with("_set_state")
}

/// Put into the queue by the loop itself: a socket was ready when it looked.
fn is_polled(stage: &Stage, made: EventId) -> bool {
    let entry = stage.log.entry(made.index());
    let by_thread = stage.log.get(entry.cause).is_some_and(|cause| matches!(cause.event, Event::ThreadRunning { .. }));
    let passes = |event: &Event| {
        use Event::*;
        matches!(
            event,
            HandlePushed { .. } | TimerFired { .. } | ClockAdvanced { .. } | ThreadReady { .. } | ThreadRunning { .. }
        ) || matches!(event, ThreadBlocked { why: Purpose::Select, .. })
    };
    let before = (0..made.index()).rev().map(|index| stage.log.entry(index).event).find(|event| !passes(event));
    entry.task.is_none() && by_thread && matches!(before, Some(Event::HandleDone { .. }))
}

/// The future whose end made a scope's callback end a future: the callback was put into the queue by that end.
pub(super) fn member_that_ended(stage: &Stage, done: EventId) -> Option<(EventId, FutureId)> {
    let cause = stage.log.get(stage.log.get(done)?.cause)?;
    let Event::HandleTaken { handle } = cause.event else { return None };
    let push = stage.log.get(stage.facts().handle(handle)?.made)?;
    match stage.log.get(push.cause)?.event {
        Event::FutureDone { future, .. } => Some((push.cause, future)),
        _ => None,
    }
}

/// The push that let the actor of an event run, and the task.
fn pushed(stage: &Stage, event: EventId) -> Option<(EventId, TaskId, HandleId)> {
    let entry = stage.log.get(event)?;
    let begun = match entry.event {
        Event::StepBegan { .. } => entry,
        // A task's end: its actor is already gone from the entry's context, but its cause is its step.
        _ => stage.log.get(entry.cause)?,
    };
    match begun.event {
        Event::StepBegan { task, handle, .. } => Some((stage.facts().handle(handle)?.made, task, handle)),
        Event::HandleTaken { handle } => {
            let facts = stage.facts().handle(handle)?;
            Some((facts.made, facts.task, handle))
        }
        _ => None,
    }
}
