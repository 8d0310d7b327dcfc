//! The timeline as it is known at a step: for a reader who shall guess what comes.

use super::axis::x_of;
use super::timeline_model::*;
use std::rc::Rc;

/// The plan without anything that lies after the step; places stay where they were.
pub fn plan_until(plan: &TimelinePlan, step: u32) -> TimelinePlan {
    let end = x_of(&plan.knots, step);
    let lane = |lane: &Rc<Lane>| {
        let known = lane.segments.iter().filter(|segment| segment.from <= step);
        let segments = known.map(|segment| Segment { to: segment.to.min(step), x1: segment.x1.min(end), ..*segment });
        Rc::new(Lane { segments: segments.collect(), totals: Totals::default(), ..(**lane).clone() })
    };
    let row = |row: &Row| match row {
        Row::Process(process) => (process.born <= step).then(|| row.clone()),
        Row::Lane(one) => (one.born <= step).then(|| Row::Lane(lane(one))),
        Row::Thread(thread) => {
            let known = thread.segments.iter().filter(|segment| segment.from <= step);
            let cut = |segment: &ThreadSegment| ThreadSegment {
                to: segment.to.min(step),
                x1: segment.x1.min(end),
                ..*segment
            };
            Some(Row::Thread(ThreadRow { segments: known.map(cut).collect(), ..thread.clone() }))
        }
        Row::Group(group) => {
            let known = group.counts.iter().filter(|count| count.from <= step).copied();
            let none = GroupCount { from: step, x0: end, running: 0, ready: 0, waiting: 0, ended: 0 };
            Some(Row::Group(LaneGroup { counts: known.chain([none]).collect(), ..group.clone() }))
        }
    };
    let known = plan.ticks.iter().filter(|tick| tick.step <= step && tick.x <= end);
    TimelinePlan {
        rows: plan.rows.iter().filter_map(row).collect(),
        folded: plan.folded.iter().map(lane).collect(),
        ticks: known.map(|tick| Tick { x1: tick.x1.min(end), ..tick.clone() }).collect(),
        arrows: Vec::new(),
        ..plan.clone()
    }
}
