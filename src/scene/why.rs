//! «Why here?»: from a line of output, or from a task that runs, back along the causes that the trace names.

use super::model::*;
use super::say::{Fill, code, quote};
use super::stage::{Stage, future_label};
use super::texts;
use crate::trace::*;

/// The longest chain.
const MOST: usize = 5;

/// Why a line of output stands where it stands: the row's number, from 1.
pub fn why_output(stage: &Stage, number: u32) -> Vec<Because> {
    let Some(line) = stage.recording.console().get((number as usize).wrapping_sub(1)) else { return Vec::new() };
    let who = stage.who(line.task, line.thread);
    let fills =
        [("text", quote(line.text(stage.log))), ("line", Fill::from(line.line as u32)), ("who", Fill::from(&who))];
    let first = Because { step: line.step, sentence: stage.say(texts::BECAUSE_PRINTED, &fills), who: Some(who) };
    chain(stage, first, line.event)
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
        match causes(stage, at, &mut links) {
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
                let due = ("time", stage.time(time));
                // The step at which the clock came there, not the callback's.
                let advances = stage.log.advances();
                let advance = advances.iter().rev().find(|(id, ns)| *id <= entry.cause && *ns == time);
                link(
                    advance.map_or(entry.cause, |(id, _)| *id),
                    texts::BECAUSE_DUE,
                    &[me.clone(), what.clone(), due],
                    Some(who.clone()),
                );
                let from = ("time", stage.time(stage.log.time_at(created)));
                let line = ("line", Fill::from(stage.log.entry(created.index()).line as u32));
                link(created, texts::BECAUSE_SLEPT, &[me, what, from, line], Some(who.clone()));
                return Some(created);
            }
            if let Some((end, other)) = member_that_ended(stage, entry.cause) {
                let fills = [me, what, ("other", Fill::from(&other))];
                link(end, texts::BECAUSE_MEMBER_ENDED, &fills, Some(other));
                return Some(end);
            }
            let done = stage.log.entry(entry.cause.index());
            let by = stage.actor_or_callback(done);
            let line = ("line", Fill::from(done.line as u32));
            link(entry.cause, texts::BECAUSE_DONE, &[me, what, ("other", Fill::from(&by)), line], Some(by));
            Some(entry.cause)
        }
        Some(Event::CancelRequested { .. }) => {
            let by = cause.map(|cause| stage.actor(cause))?;
            link(entry.cause, texts::BECAUSE_CANCELLED, &[me, ("other", Fill::from(&by))], Some(by));
            Some(entry.cause)
        }
        _ => {
            let by = stage.actor(entry);
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
                _ => texts::BECAUSE_PUT,
            };
            link(made, template, &[me, ("other", Fill::from(&by)), line, time], Some(by));
            Some(made)
        }
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
    let by = stage.actor(entry);
    let (sentence, who) = match expired {
        Some(object) => {
            let time = ("time", stage.time(stage.log.time_at(done)));
            (stage.say(texts::BECAUSE_EXPIRED, &[("what", stage.object(object)), time]), None)
        }
        None => (stage.say(texts::BECAUSE_CANCELLED, &[me, ("other", Fill::from(&by))]), Some(by)),
    };
    links.push(Because { step: stage.recording.step_of(done), sentence, who });
    Some(done)
}

/// The task whose end made a scope's callback end a future: the callback was put into the queue by that end.
pub(super) fn member_that_ended(stage: &Stage, done: EventId) -> Option<(EventId, Chip)> {
    let cause = stage.log.get(stage.log.get(done)?.cause)?;
    let Event::HandleTaken { handle } = cause.event else { return None };
    let push = stage.log.get(stage.facts().handle(handle)?.made)?;
    match stage.log.get(push.cause)?.event {
        Event::FutureDone { future, .. } => Some((push.cause, stage.task(future.as_task())?)),
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
