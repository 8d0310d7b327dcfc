//! Anchors: what a link says of a step besides its number, so that it finds its place again in changed code.

use super::recording::Recording;
use crate::trace::*;

/// Where a step stands, in terms that outlive a change of code elsewhere. As text: `Task-3/L13#2/1.5s`; a part that is
/// not known is left empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Python's name of the task; empty outside tasks.
    pub task: String,
    /// 0: no line.
    pub line: u32,
    /// The so-manieth time that the task runs the line, from 1.
    pub time: u32,
    pub ns: u64,
}

impl Anchor {
    pub fn to_text(&self) -> String {
        let mut text = self.task.replace(['/', '%'], "_");
        text.push('/');
        if self.line > 0 {
            text.extend(["L", &self.line.to_string(), "#", &self.time.to_string()]);
        }
        text.extend(["/", &self.ns.to_string(), "ns"]);
        text
    }

    pub fn parse(text: &str) -> Option<Anchor> {
        let mut parts = text.rsplitn(3, '/');
        let ns = parts.next()?.strip_suffix("ns")?.parse().ok()?;
        let (line, time) = match parts.next()?.strip_prefix('L') {
            None => (0, 0),
            Some(place) => {
                let (line, time) = place.split_once('#')?;
                (line.parse().ok()?, time.parse().ok()?)
            }
        };
        Some(Anchor { task: parts.next()?.to_string(), line, time, ns })
    }
}

impl Recording {
    /// The anchor of a step: its line, or the last line that was run before it.
    pub fn anchor(&self, log: &Log, step: u32) -> Anchor {
        let ns = self.time_of(log, step);
        let lines = (0..self.stop(step).lines as usize).filter_map(|index| log.lines().get(index));
        let Some(last) = lines.clone().next_back() else {
            return Anchor { task: String::new(), line: 0, time: 0, ns };
        };
        let same = |event: &LineEvent| event.line == last.line && event.task == last.task;
        let time = lines.filter(same).count() as u32;
        Anchor { task: self.task_name(log, last.task), line: last.line as u32, time, ns }
    }

    /// The step at an anchor, and whether it is exactly there: else the nearest, by time the line runs, then by clock.
    pub fn find_anchor(&self, log: &Log, anchor: &Anchor) -> (u32, bool) {
        let mut times = 0;
        let mut nearest = None;
        for step in 0..=self.last_step() {
            let Some(line) = self.line_of(log, step) else { continue };
            if line.line as u32 != anchor.line || self.task_name(log, line.task) != anchor.task {
                continue;
            }
            times += 1;
            nearest = Some(step);
            if times == anchor.time {
                return (step, self.time_of(log, step) == anchor.ns);
            }
        }
        let by_clock = || {
            let after = log.advances().partition_point(|(_, ns)| *ns <= anchor.ns);
            log.advances().get(after).map_or(self.last_step(), |(id, _)| self.step_of(*id).saturating_sub(1))
        };
        (nearest.unwrap_or_else(by_clock), false)
    }

    fn task_name(&self, log: &Log, task: TaskId) -> String {
        self.facts().task(task).map_or(String::new(), |facts| log.text(facts.name).replace(['/', '%'], "_"))
    }
}
