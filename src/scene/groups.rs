//! Many lanes: sisters of one coroutine folded into a group with counts over time.

use super::plan::FOLD_ABOVE;
use super::timeline_model::*;
use crate::trace::ThreadId;
use crate::trace::sorted::SortedMap;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Fewer sisters than this are not folded.
const LEAST: usize = 4;
/// A group's counts are drawn with at most so many values.
const MOST_COUNTS: usize = 400;

/// Sisters of one coroutine in one thread, gathered as their lanes are made.
#[derive(Default)]
pub struct Families {
    all: Vec<Family>,
    /// By thread and parent, then by coroutine.
    found: SortedMap<(ThreadId, Option<u32>), BTreeMap<String, usize>>,
    /// By lane.
    of: Vec<usize>,
}

#[derive(Default)]
struct Family {
    name: Rc<str>,
    /// Indexes of lanes.
    members: Vec<usize>,
    segments: usize,
    /// Of many segments, what changes within each narrow stretch of the axis.
    bins: Option<Vec<Bin>>,
}

/// From which step and x on, and by how much each count changes.
type Bin = (u32, f32, [i32; 4]);

impl Families {
    /// The next lane, of a task in this thread, and those before it.
    pub fn add(&mut self, thread: ThreadId, lanes: &[Rc<Lane>]) {
        let index = self.of.len();
        let (parent, name) = family(&lanes[index]);
        let names = self.found.or_default((thread, parent));
        let number = names.get(name).copied().unwrap_or_else(|| {
            names.insert(name.to_string(), self.all.len());
            self.all.push(Family { name: name.into(), ..Family::default() });
            self.all.len() - 1
        });
        self.of.push(number);
        let family = &mut self.all[number];
        family.members.push(index);
        family.segments += lanes[index].segments.len();
        if family.segments > MOST_COUNTS {
            let first = if family.bins.is_some() { family.members.len() - 1 } else { 0 };
            let bins = family.bins.get_or_insert_with(|| vec![(u32::MAX, 1.0, [0; 4]); MOST_COUNTS]);
            for member in &family.members[first..] {
                count_in(bins, &lanes[*member]);
            }
        }
    }

    /// Adds rows for lanes: each its own, or, if lanes shall fold, sisters in groups whose members go to `folded`.
    pub fn add_rows(
        &self,
        which: &[usize],
        lanes: &[Rc<Lane>],
        unfolded: &[Rc<str>],
        rows: &mut Vec<Row>,
        folded: &mut Vec<Rc<Lane>>,
    ) {
        for index in which {
            let lane = &lanes[*index];
            let family = &self.all[self.of[*index]];
            if self.of.len() <= FOLD_ABOVE || family.members.len() < LEAST || unfolded.contains(&family.name) {
                rows.push(Row::Lane(lane.clone()));
                continue;
            }
            if family.members[0] != *index {
                continue;
            }
            let first = folded.len() as u32;
            folded.extend(family.members.iter().map(|member| lanes[*member].clone()));
            let counts = match &family.bins {
                Some(bins) => summed(bins.iter().copied().filter(|(step, ..)| *step != u32::MAX)),
                None => summed(exactly(family.members.iter().map(|member| &*lanes[*member]))),
            };
            rows.push(Row::Group(LaneGroup {
                label: family.name.clone(),
                depth: lane.depth,
                members: (first..folded.len() as u32).collect(),
                counts,
            }));
        }
    }
}

/// How many of a group's members are in each state at a step, in the order of a life; what none is in is left out, and
/// so are those not yet created.
pub fn tally(group: &LaneGroup, plan: &TimelinePlan, now: &TimelineNow) -> Vec<(LaneState, u32)> {
    use LaneState::{Cancelled, Done, Failed, Ready, Running, Waiting};
    let mut all = [(Running, 0), (Ready, 0), (Waiting, 0), (Done, 0), (Failed, 0), (Cancelled, 0)];
    for member in &*group.members {
        let task = plan.folded[*member as usize].task;
        let Ok(at) = now.lanes.binary_search_by_key(&task, |lane| lane.task) else { continue };
        let state = now.lanes[at].state;
        if let Some((_, count)) = all.iter_mut().find(|(one, _)| *one == state) {
            *count += 1;
        }
    }
    all.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// Parent and coroutine: the label up to its arguments or number.
fn family(lane: &Lane) -> (Option<u32>, &str) {
    let label = &*lane.chip.full;
    let end = label.find(['(', '#', '-', '_', ' ']).filter(|at| *at > 0).unwrap_or(label.len());
    let name = label[..end].trim_end_matches(|character: char| character.is_ascii_digit());
    (lane.parent.map(|parent| parent.0), if name.is_empty() { label } else { name })
}

/// What changes with a lane's segments: each adds one to its state's count at its start and takes it away at its end.
fn changes(lane: &Lane) -> impl Iterator<Item = (u32, f32, usize, i32)> {
    let segments = lane.segments.iter().filter_map(|segment| Some((segment, row_of(segment.state)?)));
    segments.flat_map(|(segment, row)| {
        let ends = (row != ENDED).then_some((segment.to, segment.x1, row, -1));
        [(segment.from, segment.x0, row, 1)].into_iter().chain(ends)
    })
}

fn count_in(bins: &mut [Bin], lane: &Lane) {
    for (step, x, row, by) in changes(lane) {
        let bin = &mut bins[((x * MOST_COUNTS as f32) as usize).min(MOST_COUNTS - 1)];
        *bin = (bin.0.min(step), bin.1.min(x), bin.2);
        bin.2[row] += by;
    }
}

fn exactly<'a>(members: impl Iterator<Item = &'a Lane>) -> impl Iterator<Item = Bin> {
    let mut at: BTreeMap<u32, (f32, [i32; 4])> = BTreeMap::new();
    for (step, x, row, by) in members.flat_map(changes) {
        at.entry(step).or_insert((x, [0; 4])).1[row] += by;
    }
    at.into_iter().map(|(step, (x, by))| (step, x, by))
}

/// How many are in each state over time.
fn summed(changes: impl Iterator<Item = Bin>) -> Rc<[GroupCount]> {
    let mut now = [0; 4];
    let count = |(from, x0, by): Bin| {
        for (count, by) in now.iter_mut().zip(by) {
            *count += by;
        }
        let [running, ready, waiting, ended] = now.map(|count: i32| count.max(0) as u32);
        GroupCount { from, x0, running, ready, waiting, ended }
    };
    changes.map(count).collect()
}

const ENDED: usize = 3;

fn row_of(state: LaneState) -> Option<usize> {
    match state {
        LaneState::Created => None,
        LaneState::Running | LaneState::Blocked => Some(0),
        LaneState::Ready => Some(1),
        LaneState::Waiting => Some(2),
        LaneState::Done | LaneState::Failed | LaneState::Cancelled => Some(ENDED),
    }
}
