//! «Why here?» where threads are concerned: a blocking call that is over, a wait that somebody ended, who started the thread.

use super::model::Because;
use super::narration::blocking_call;
use super::say::Fill;
use super::stage::Stage;
use super::{terms, texts};
use crate::trace::*;

/// Adds why the actor of an event ran then, if its thread says it; the event from which to go on.
pub fn causes(stage: &Stage, event: EventId, links: &mut Vec<Because>) -> Option<EventId> {
    let entry = stage.log.get(event)?;
    let begun = stage.log.get(entry.cause);
    let runs = |entry: &Entry| matches!(entry.event, Event::ThreadRunning { .. });
    let is_plain = entry.task.is_none() && (runs(entry) || begun.is_some_and(runs));
    match last_wait(stage, entry, event, is_plain) {
        Some(block) => waited(stage, block, event, links),
        None if is_plain => started(stage, entry.thread, links),
        None => None,
    }
}

/// The last call that kept the actor waiting, since it was its turn.
fn last_wait(stage: &Stage, entry: &Entry, event: EventId, is_plain: bool) -> Option<EventId> {
    let mut before = event;
    loop {
        before = stage.facts().last_block(entry.thread, before)?;
        let block = stage.log.entry(before.index());
        let Event::ThreadBlocked { why, object, label, .. } = block.event else { return None };
        if block.task != entry.task || !(is_plain || before > entry.cause) || why == Purpose::Select {
            return None;
        }
        let says_nothing = match why {
            Purpose::Computing | Purpose::Gil => true,
            Purpose::Plain => &*stage.text(label) == terms::THREAD_START,
            Purpose::Process => label.is_none() && object.is_none(),
            _ => false,
        };
        if !says_nothing {
            return Some(before);
        }
    }
}

/// The end of a wait, and what brought it about.
fn waited(stage: &Stage, id: EventId, event: EventId, links: &mut Vec<Because>) -> Option<EventId> {
    let block = stage.log.entry(id.index());
    let Event::ThreadBlocked { thread, why, object, label, .. } = block.event else { return None };
    let ready = (id.index()..event.index())
        .find(|index| matches!(stage.log.entry(*index).event, Event::ThreadReady { thread: woken } if woken == thread))
        .map(|index| EventId(index as u32))?;
    let woken = stage.log.entry(ready.index());
    let who = stage.who(block.task, thread);
    let me = ("who", Fill::from(&who));
    let what = ("what", blocking_call(stage, why, object, label));
    let cause = stage.log.get(woken.cause).filter(|_| woken.cause < ready && woken.cause > id);
    if cause.is_some_and(|cause| matches!(cause.event, Event::ClockAdvanced { .. })) {
        let over = ("time", stage.time(stage.log.time_at(ready)));
        let sentence = stage.say(texts::BECAUSE_CALL_OVER, &[me.clone(), what.clone(), over]);
        links.push(Because { step: stage.recording.step_of(ready), sentence, who: Some(who.clone()) });
        let from = ("time", stage.time(stage.log.time_at(id)));
        let line = ("line", Fill::from(block.line as u32));
        let sentence = stage.say(texts::BECAUSE_SLEPT, &[me, what, from, line]);
        links.push(Because { step: stage.recording.step_of(id), sentence, who: Some(who) });
        return Some(id);
    }
    // What gave the lock back, put the item, …; else the step in which the thread was woken.
    let at = match cause.map(|cause| cause.event) {
        Some(Event::ObjectUsed { .. } | Event::ThreadEnded { .. }) => woken.cause,
        _ => ready,
    };
    let by = stage.actor_or_callback(stage.log.entry(at.index()));
    let template = match why {
        _ if by.who == who.who => return None,
        Purpose::ThreadJoin => texts::BECAUSE_TASK_ENDED,
        Purpose::Job if label.is_none() => texts::BECAUSE_GIVEN_WORK,
        _ => texts::BECAUSE_DONE,
    };
    let sentence = stage.say(template, &[me, what, ("other", Fill::from(&by))]);
    links.push(Because { step: stage.recording.step_of(at), sentence, who: Some(by) });
    Some(at)
}

/// The thread has not waited yet: who started it.
fn started(stage: &Stage, thread: ThreadId, links: &mut Vec<Because>) -> Option<EventId> {
    let id = stage.facts().thread(thread)?.started;
    let entry = stage.log.get(id).filter(|entry| entry.thread.is_some() && entry.thread != thread)?;
    let by = stage.actor_or_callback(entry);
    let line = ("line", Fill::from(entry.line as u32));
    let fills = [("who", Fill::from(stage.thread(thread))), ("other", Fill::from(&by)), line];
    let template = if entry.line > 0 { texts::BECAUSE_STARTED } else { texts::BECAUSE_STARTED_INSIDE };
    links.push(Because { step: stage.recording.step_of(id), sentence: stage.say(template, &fills), who: Some(by) });
    Some(id)
}
