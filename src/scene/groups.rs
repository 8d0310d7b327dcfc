//! Many lanes: sisters of one coroutine folded into a group with counts over time.

use super::timeline_model::*;
use crate::trace::sorted::SortedMap;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Fewer sisters than this are not folded.
const LEAST: usize = 4;
/// A group's counts are drawn with at most so many values.
const MOST_COUNTS: usize = 400;

/// Adds rows for lanes: each its own, or, if lanes shall fold, sisters in groups whose members go to `folded`.
pub fn add_rows(lanes: &[Rc<Lane>], fold: bool, unfolded: &[Rc<str>], rows: &mut Vec<Row>, folded: &mut Vec<Rc<Lane>>) {
    if !fold {
        rows.extend(lanes.iter().cloned().map(Row::Lane));
        return;
    }
    let mut sisters: SortedMap<(Option<u32>, &str), Vec<usize>> = SortedMap::new();
    for (index, lane) in lanes.iter().enumerate() {
        sisters.or_default(family(lane)).push(index);
    }
    for (index, lane) in lanes.iter().enumerate() {
        let members = &sisters[&family(lane)];
        let name = family(lane).1;
        if members.len() < LEAST || unfolded.iter().any(|label| &**label == name) {
            rows.push(Row::Lane(lane.clone()));
            continue;
        }
        if members[0] != index {
            continue;
        }
        let first = folded.len() as u32;
        folded.extend(members.iter().map(|member| lanes[*member].clone()));
        rows.push(Row::Group(LaneGroup {
            label: name.into(),
            depth: lane.depth,
            members: (first..folded.len() as u32).collect(),
            counts: counts(members.iter().map(|member| &*lanes[*member])),
        }));
    }
}

/// Parent and coroutine: the label up to its arguments or number.
fn family(lane: &Lane) -> (Option<u32>, &str) {
    let label = &*lane.chip.full;
    let end = label.find(['(', '#', '-', '_', ' ']).filter(|at| *at > 0).unwrap_or(label.len());
    let name = label[..end].trim_end_matches(|character: char| character.is_ascii_digit());
    (lane.parent.map(|parent| parent.0), if name.is_empty() { label } else { name })
}

/// How many are in each state over time.
fn counts<'a>(members: impl Iterator<Item = &'a Lane> + Clone) -> Rc<[GroupCount]> {
    // Each segment adds one to its state's count at its start and takes it away at its end.
    let segments = members.clone().flat_map(|lane| lane.segments.iter());
    let changes = segments.filter_map(|segment| Some((segment, row_of(segment.state)?)));
    let changes = changes.flat_map(|(segment, row)| {
        let ends = (row != ENDED).then_some((segment.to, segment.x1, row, -1));
        [(segment.from, segment.x0, row, 1)].into_iter().chain(ends)
    });
    let all: usize = members.map(|lane| lane.segments.len()).sum();
    let mut now = [0; 4];
    let mut count = |from: u32, x0: f32, by: [i32; 4]| {
        for (count, by) in now.iter_mut().zip(by) {
            *count += by;
        }
        let [running, ready, waiting, ended] = now.map(|count| count.max(0) as u32);
        GroupCount { from, x0, running, ready, waiting, ended }
    };
    if all > MOST_COUNTS {
        // Of many, those within a narrow stretch of the axis are one.
        let mut bins = vec![(u32::MAX, 1.0_f32, [0; 4]); MOST_COUNTS];
        for (step, x, row, by) in changes {
            let bin = &mut bins[((x * MOST_COUNTS as f32) as usize).min(MOST_COUNTS - 1)];
            *bin = (bin.0.min(step), bin.1.min(x), bin.2);
            bin.2[row] += by;
        }
        let used = bins.into_iter().filter(|(step, ..)| *step != u32::MAX);
        return used.map(|(from, x0, by)| count(from, x0, by)).collect();
    }
    let mut at: BTreeMap<u32, (f32, [i32; 4])> = BTreeMap::new();
    for (step, x, row, by) in changes {
        at.entry(step).or_insert((x, [0; 4])).1[row] += by;
    }
    at.into_iter().map(|(from, (x0, by))| count(from, x0, by)).collect()
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
