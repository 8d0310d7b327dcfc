//! World to view models: pure functions, tested natively, that know nothing of Yew and the DOM.

mod axis;
mod cast;
mod diagnostics;
mod event_loop;
mod fixes;
mod groups;
mod inspector;
mod lacks;
mod lanes;
mod marks;
mod model;
mod modernise;
mod narration;
mod objects;
mod own_part;
mod past;
mod pasted;
mod perfetto;
mod plan;
mod say;
mod sequential;
mod stage;
mod svg;
mod syntax_repairs;
mod table;
mod texts;
mod timeline_model;
mod why;

pub use axis::{ClockInstant, clock_instants, step_at, x_of};
pub use cast::{COLOURS, Cast};
pub use diagnostics::diagnostics;
pub use event_loop::{SHOWN, clock, clock_seconds, could_run, loops, runs_next, thread_now, threads};
pub use fixes::edited_lines;
pub use groups::tally;
pub use inspector::{inspector, runs_outside};
pub use lacks::lack;
pub use lanes::{lane_says, timeline_now, visible};
pub use marks::{console, editor_marks, output_text, printed, scrub_marks};
pub use model::*;
pub use narration::{ending, gathered, narrate, sentence};
pub use objects::{data_kind, objects};
pub use past::plan_until;
pub use perfetto::trace_events;
pub use plan::{FOLD_ABOVE, PlanMaker, timeline_plan, timeline_plan_beside};
pub use say::{Template, figure_in, seconds, shortened, unbroken};
pub use stage::Stage;
pub use svg::timeline_svg;
pub use syntax_repairs::{Fault, Repair, repair};
pub use table::timeline_table;
pub use timeline_model::*;
pub use why::{told_before, why_output, why_running};

/// Every text of the scenes, by name: for tests that walk them.
pub use texts::ALL as TEXTS;
