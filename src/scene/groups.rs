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

fn counts<'a>(members: impl Iterator<Item = &'a Lane>) -> Rc<[GroupCount]> {
    // Each segment adds one to its state's count at its start and takes it away at its end.
    let mut changes: BTreeMap<u32, (f32, [i32; 4])> = BTreeMap::new();
    for segment in members.flat_map(|lane| lane.segments.iter()) {
        let Some(row) = row_of(segment.state) else { continue };
        changes.entry(segment.from).or_insert((segment.x0, [0; 4])).1[row] += 1;
        if row != ENDED {
            changes.entry(segment.to).or_insert((segment.x1, [0; 4])).1[row] -= 1;
        }
    }
    let every = changes.len().div_ceil(MOST_COUNTS).max(1);
    let mut now = [0; 4];
    let mut counts = Vec::new();
    for (position, (from, (x0, change))) in changes.iter().enumerate() {
        for (count, by) in now.iter_mut().zip(change) {
            *count += by;
        }
        if position % every == 0 || position + 1 == changes.len() {
            let [running, ready, waiting, ended] = now.map(|count| count.max(0) as u32);
            counts.push(GroupCount { from: *from, x0: *x0, running, ready, waiting, ended });
        }
    }
    counts.into()
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
