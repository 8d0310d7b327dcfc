//! The timeline as a table: a row for each stretch of a task in one state, for who cannot see the drawing.

use super::plan::timeline_plan;
use super::say::seconds;
use super::stage::Stage;
use super::texts;
use super::timeline_model::*;

/// Rows of cells with tabs between them, under a row of heads: task, state, what for, from, to.
pub fn timeline_table(stage: &Stage) -> String {
    let plan = timeline_plan(stage, AxisKind::Steps, &[]);
    let mut out: String = texts::TABLE_HEADS.of(stage.lang).into();
    let lanes = plan.rows.iter().filter_map(|row| match row {
        Row::Lane(lane) => Some(lane),
        _ => None,
    });
    for lane in lanes.chain(&plan.folded) {
        for segment in lane.segments.iter() {
            let time = |step: u32| seconds(stage.recording.time_of(stage.log, step));
            let label = plan.labels.get(segment.label as usize).map_or("", |label| &**label);
            let cells = [
                &*lane.chip.full,
                state(segment.state).of(stage.lang),
                label,
                &time(segment.from),
                &segment.from.to_string(),
                &time(segment.to),
                &segment.to.to_string(),
            ];
            for (index, cell) in cells.iter().enumerate() {
                out.push(if index == 0 { '\n' } else { '\t' });
                out.extend(cell.chars().map(|character| if character.is_control() { ' ' } else { character }));
            }
        }
    }
    out
}

fn state(state: LaneState) -> super::say::Template {
    match state {
        LaneState::Created => texts::STATE_CREATED,
        LaneState::Ready => texts::STATE_READY,
        LaneState::Running => texts::STATE_RUNNING,
        LaneState::Waiting => texts::STATE_WAITS,
        LaneState::Blocked => texts::STATE_BLOCKED,
        LaneState::Done => texts::STATE_DONE,
        LaneState::Failed => texts::STATE_FAILED,
        LaneState::Cancelled => texts::STATE_CANCELLED,
    }
}
