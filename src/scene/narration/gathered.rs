//! Several steps in one sentence: played fast, they would follow each other too quickly to be read.

use super::{chips, grouped};
use crate::scene::model::{Chip, Narration};
use crate::scene::stage::Stage;
use crate::scene::texts;
use crate::trace::Event;
use std::ops::RangeInclusive;

/// Of more steps than this it is not said who ran them.
const MOST_STEPS: u32 = 2_000;

/// When the steps are, how many, who runs, and how many lines come out.
pub fn gathered(stage: &Stage, steps: RangeInclusive<u32>) -> Narration {
    let (log, recording, lang) = (stage.log, stage.recording, stage.lang);
    let (first, last) = (*steps.start(), *steps.end());
    let [from, to] = [first, last].map(|step| recording.time_of(log, step));
    let template = if from == to { texts::GATHERED_AT } else { texts::GATHERED_SPAN };
    let count = last - first + 1;
    let fills = [("time", stage.time(from)), ("until", stage.time(to)), ("count", grouped(u64::from(count)).into())];
    let mut now = stage.say(template, &fills);
    let who = if count <= MOST_STEPS { who_runs(stage, steps) } else { Vec::new() };
    if !who.is_empty() {
        now = now.then(lang, stage.say(texts::GATHERED_WHO, &[("who", chips(stage, &who))]));
    }
    let before = |step: u32| recording.console().partition_point(|line| line.step < step) as u64;
    let lines = before(last + 1) - before(first);
    if lines > 0 {
        now = now.then(lang, stage.say(texts::GATHERED_LINES, &[("count", grouped(lines).into())]));
    }
    Narration { who: None, now, next: None }
}

/// In the order in which they first run.
fn who_runs(stage: &Stage, steps: RangeInclusive<u32>) -> Vec<Chip> {
    let mut found: Vec<Chip> = Vec::new();
    for step in steps {
        let line = stage.recording.line_of(stage.log, step).map(|line| stage.who(line.task, line.thread));
        let began = stage.recording.events_of(step).filter_map(|id| match stage.log.entry(id as usize).event {
            Event::StepBegan { task, .. } => stage.task(task),
            _ => None,
        });
        for chip in line.into_iter().chain(began) {
            if found.iter().all(|known| known.who != chip.who) {
                found.push(chip);
            }
        }
    }
    found
}
