//! Sentences for a task that begins to wait, and for a thread that is blocked.

use super::effects::{Effects, Ended};
use super::{chips, names};
use crate::player::World;
use crate::scene::say::{Fill, code, seconds};
use crate::scene::stage::{Stage, block_label};
use crate::scene::{Chip, Sentence, terms, texts};
use crate::trace::*;

/// A task's step ended with a wait.
pub fn waits(stage: &Stage, world: &World, effects: &Effects, ended: &Ended, who: &Chip) -> Sentence {
    let me = ("who", Fill::from(who));
    if let Some(other) = stage.task(ended.future.as_task()) {
        return stage.say(texts::WAITS_TASK, &[me, ("other", other.into())]);
    }
    let Some((purpose, object, label)) = stage.facts().purpose(stage.log, ended.future) else {
        return stage.say(texts::WAITS_FUTURE, &[me, ("what", stage.future(ended.future))]);
    };
    let what = ("what", if object.is_some() { stage.object(object) } else { stage.future(ended.future) });
    let now = world.objects.get(object.index());
    let number = stage.facts().object(object).map_or(0, |facts| facts.number.max(0) as u32);
    match purpose {
        Purpose::Sleep => sleeps(stage, effects, who, ("what", stage.wait_words(purpose, object, label))),
        Purpose::Request if !effects.timers.is_empty() => {
            let due = effects.timers.last().map_or(0, |(_, _, due)| *due);
            let what = ("what", stage.wait_words(purpose, object, label));
            stage.say(texts::WAITS_REQUEST, &[me, what, ("time", stage.time(due))])
        }
        Purpose::QueueGet => stage.say(texts::WAITS_GET, &[me, what]),
        Purpose::QueuePut => {
            let count = now.map_or(0, |now| now.items.len() as u32);
            let item = ("item", code(stage.text(label)));
            stage.say(texts::WAITS_PUT, &[me, what, item, ("count", count.into()), ("all", number.into())])
        }
        Purpose::QueueJoin => {
            let count = now.map_or(0, |now| now.unfinished);
            stage.say(texts::WAITS_JOIN, &[me, what, ("count", count.into())])
        }
        Purpose::Lock | Purpose::Semaphore => {
            let holders: Vec<Chip> = now.map_or(Vec::new(), |now| {
                now.holders.iter().map(|holder| stage.who(holder.task, holder.thread)).collect()
            });
            let template = match (holders.is_empty(), purpose) {
                (true, _) => texts::WAITS_LOCK_FREE,
                (false, Purpose::Lock) => texts::WAITS_LOCK,
                (false, _) => texts::WAITS_SEMAPHORE,
            };
            stage.say(template, &[me, what, ("other", chips(stage, &holders))])
        }
        Purpose::Event => stage.say(texts::WAITS_EVENT, &[me, what]),
        Purpose::Condition if stage.is_barrier(object) => {
            let count = now.map_or(0, |now| now.value.max(0) as u32);
            stage.say(texts::WAITS_BARRIER, &[me, what, ("count", count.into()), ("all", number.into())])
        }
        Purpose::Condition => stage.say(texts::WAITS_CONDITION, &[me, what]),
        Purpose::Barrier => {
            let count = now.map_or(0, |now| now.value.max(0) as u32);
            stage.say(texts::WAITS_BARRIER, &[me, what, ("count", count.into()), ("all", number.into())])
        }
        Purpose::Gather if effects.created.len() == 1 => {
            stage.say(texts::WAITS_GATHER_ONE, &[me, what, ("others", names(stage, &effects.created))])
        }
        Purpose::Gather if !effects.created.is_empty() => {
            let count = ("count", Fill::from(effects.created.len() as u32));
            stage.say(texts::WAITS_GATHER_STARTS, &[me, what, count, ("others", names(stage, &effects.created))])
        }
        Purpose::Gather => stage.say(texts::WAITS_GATHER, &[me, what]),
        Purpose::TaskGroup => stage.say(texts::WAITS_GROUP, &[me, what]),
        Purpose::Wait => {
            let template = match (number, &*stage.log.text(label)) {
                (1, _) => texts::WAITS_WAIT_ONE,
                (_, "FIRST_COMPLETED") => texts::WAITS_WAIT_FIRST,
                (_, "FIRST_EXCEPTION") => texts::WAITS_WAIT_FAILS,
                _ => texts::WAITS_WAIT,
            };
            let sentence = stage.say(template, &[me, what, ("all", number.into())]);
            match effects.timers.last() {
                Some((_, _, due)) => {
                    sentence.then(stage.lang, stage.say(texts::WAITS_AT_MOST, &[("time", stage.time(*due))]))
                }
                None => sentence,
            }
        }
        Purpose::AsCompleted => stage.say(texts::WAITS_NEXT, &[me, what]),
        Purpose::Job | Purpose::Wrapped => {
            stage.say(texts::WAITS_JOB, &[me, ("what", stage.wait_words(purpose, object, label))])
        }
        Purpose::Shield => stage.say(texts::WAITS_SHIELD, &[me]),
        Purpose::Plain if ends_executor(stage, ended.task) => stage.say(texts::WAITS_POOL_ENDS, &[]),
        Purpose::Plain | Purpose::WaitFor => stage.say(texts::WAITS_FUTURE, &[me, what]),
        _ => stage.say(texts::WAITS_OUTSIDE, &[me, ("what", stage.wait_words(purpose, object, label))]),
    }
}

/// The task in which a loop's executor is ended, by asyncio.run as a rule.
fn ends_executor(stage: &Stage, task: TaskId) -> bool {
    let facts = stage.facts().task(task);
    facts.is_some_and(|facts| stage.log.name(facts.code) == "BaseEventLoop.shutdown_default_executor")
}

fn sleeps(stage: &Stage, effects: &Effects, who: &Chip, what: (&str, Fill)) -> Sentence {
    let me = ("who", Fill::from(who));
    match effects.timers.last() {
        Some((_, _, due)) => stage.say(texts::WAITS_SLEEP, &[me, what, ("time", stage.time(*due))]),
        None => stage.say(texts::WAITS_SLEEP_PLAIN, &[me, what]),
    }
}

/// A thread is blocked, perhaps with a task in it.
pub fn blocked(stage: &Stage, world: &World, effects: &Effects, who: &Chip, in_task: bool) -> Option<Sentence> {
    let (_, why, object, until, label) = effects.blocked?;
    let me = ("who", Fill::from(who));
    let what = ("what", blocking_call(stage, why, object, label));
    let time = ("time", Fill::from(if until.is_never() { String::new() } else { seconds(until.ns()) }));
    if !in_task
        && matches!(why, Purpose::Lock | Purpose::Semaphore)
        && let Some(holder) = world.objects.get(object.index()).and_then(|now| now.holders.first())
    {
        let other = stage.who(holder.task, holder.thread);
        return Some(stage.say(texts::BLOCKS_THREAD_LOCK, &[me, what, ("other", other.into())]));
    }
    if why == Purpose::Plain && &*stage.text(label) == terms::THREAD_START {
        return Some(starts(stage, effects, me));
    }
    if label.is_none() && object.is_none() && until.is_never() && matches!(why, Purpose::Process | Purpose::Job) {
        let template = if why == Purpose::Job { texts::WAITS_WORK } else { texts::WINDS_UP };
        return Some(stage.say(template, &[me]));
    }
    let template = match (in_task, until.is_never()) {
        (true, false) if why == Purpose::Request => texts::BLOCKS_TASK_REQUEST,
        (false, false) if why == Purpose::Request => texts::BLOCKS_THREAD_REQUEST,
        (true, true) if why == Purpose::Job => texts::BLOCKS_TASK_RESULT,
        (false, true) if why == Purpose::Job => texts::BLOCKS_THREAD_RESULT,
        (true, false) => texts::BLOCKS_TASK,
        (true, true) => texts::BLOCKS_TASK_OPEN,
        (false, false) => texts::BLOCKS_THREAD,
        (false, true) => texts::BLOCKS_THREAD_OPEN,
    };
    let said = stage.say(template, &[me, what, time]);
    Some(if in_task { said } else { said.then(stage.lang, because(stage, world, why, object)) })
}

/// `Thread.start` returns once the thread runs.
#[inline(never)]
fn starts(stage: &Stage, effects: &Effects, me: (&str, Fill)) -> Sentence {
    let started: Vec<Chip> = effects.threads.iter().map(|thread| stage.thread(*thread)).collect();
    match started[..] {
        [] => stage.say(texts::WAITS_STARTED, &[me]),
        _ => stage.say(texts::STARTS_AND_WAITS, &[me, ("other", chips(stage, &started))]),
    }
}

/// Why a thread's call does not return yet: the state of what it waits at.
fn because(stage: &Stage, world: &World, why: Purpose, object: ObjectId) -> Sentence {
    let now = world.objects.get(object.index());
    let facts = stage.facts().object(object);
    let number = |count: usize| Fill::from(count as u32);
    let all = ("all", number(facts.map_or(0, |facts| facts.number.max(0) as usize)));
    let template = match why {
        Purpose::QueueGet if facts.is_some() => texts::STILL_EMPTY,
        Purpose::QueuePut => texts::STILL_FULL,
        Purpose::QueueJoin => texts::STILL_UNFINISHED,
        Purpose::Event => texts::STILL_UNSET,
        Purpose::Condition => texts::STILL_UNNOTIFIED,
        Purpose::Barrier => texts::STILL_PARTIES,
        Purpose::ThreadJoin => texts::STILL_RUNS,
        Purpose::Signal => texts::STILL_UNSIGNALLED,
        _ => return Sentence::default(),
    };
    let count = now.map_or(0, |now| match why {
        Purpose::QueuePut => now.items.len(),
        Purpose::QueueJoin => now.unfinished as usize,
        _ => now.value.max(0) as usize,
    });
    stage.say(template, &[("count", number(count)), all])
}

/// The blocking call as the program would write it.
pub fn blocking_call(stage: &Stage, why: Purpose, object: ObjectId, label: TextId) -> Fill {
    code(block_label(stage, why, object, label))
}
